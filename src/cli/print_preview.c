/* `formats check LAYOUT EXPORT`: what the layout reads from the export, as tables for a person. */
#include "cli.h"

#include "grid.h"

#include <inttypes.h>

enum { TEXT_WIDTH = 28, NAME_WIDTH = 80, LINE_WIDTH = 100 };

enum word {
	WORD_HEADER, WORD_COLUMNS, WORD_PLACE, WORD_NAME, WORD_NONE, WORD_OTHERS, WORD_LINE, WORD_CLASS, WORD_COUNTS,
	WORD_YES, WORD_NO, WORD_ROWS, WORD_ALL, WORD_COUNTED, WORD_WITHOUT_NIP, WORD_PERIOD, WORD_NOT_READ
};

static const char *const words[][LANG_COUNT] = {
	[WORD_HEADER] = { "kepala di baris", "header in line" },
	[WORD_COLUMNS] = { "kolom", "columns" },
	[WORD_PLACE] = { "kolom", "column" },
	[WORD_NAME] = { "nama di berkas", "name in the file" },
	[WORD_NONE] = { "(tidak ada)", "(none)" },
	[WORD_OTHERS] = { "kolom tanpa peran", "columns without a role" },
	[WORD_LINE] = { "baris", "line" },
	[WORD_CLASS] = { "dibaca sebagai", "read as" },
	[WORD_COUNTS] = { "dihitung", "counts" },
	[WORD_YES] = { "ya", "yes" },
	[WORD_NO] = { "tidak", "no" },
	[WORD_ROWS] = { "baris", "rows" },
	[WORD_ALL] = { "semua", "all" },
	[WORD_COUNTED] = { "dihitung", "counted" },
	[WORD_WITHOUT_NIP] = { "tanpa NIP", "without NIP" },
	[WORD_PERIOD] = { "periode", "period" },
	[WORD_NOT_READ] = { "Tidak ada baris yang dibaca.", "No row was read." },
};

static const char *const classes[SEEN_COUNT][LANG_COUNT] = {
	[SEEN_REFUSED] = { "DITOLAK", "REFUSED" },
	[SEEN_NUMBERS] = { "nomor kolom", "column numbers" },
	[SEEN_DATA] = { "data", "data" },
	[SEEN_TITLE] = { "judul", "title" },
	[SEEN_SUBTOTAL] = { "sub-jumlah", "sub-total" },
	[SEEN_TOTAL] = { "jumlah", "total" },
	[SEEN_END] = { "akhir", "end" },
	[SEEN_BEHIND_END] = { "setelah akhir", "behind the end" },
};

/* What is shown, and the table that is being filled. */
struct show {
	const struct scan *scan;
	const struct preview *preview;
	enum lang lang;
	struct grid grid;
};

static const char *word(const struct show *v, enum word w)
{
	return words[w][v->lang];
}

/* ---- columns ---- */

/* "3", in a workbook "3 (C)". */
static struct slice place_of(const struct show *v, int column)
{
	char letters[4];
	size_t at = sizeof letters;

	if (v->scan->container != CONTAINER_XLSX)
		return arena_printf(v->grid.arena, "%d", column + 1);
	for (unsigned left = (unsigned)column + 1; left > 0 && at > 0; left = (left - 1) / 26)
		letters[--at] = (char)('A' + (left - 1) % 26);
	return arena_printf(v->grid.arena, "%d (%.*s)", column + 1, (int)(sizeof letters - at), letters + at);
}

/* As written; of a header of two levels also what the layout calls it. */
static struct slice name_of(const struct show *v, int column)
{
	const struct header *h = &v->scan->header;

	if (!h->layout->two_levels || slice_equal(h->names[column], h->folded[column]))
		return h->names[column];
	return arena_printf(v->grid.arena, "%.*s (%.*s)", SLICE_ARG(h->names[column]), SLICE_ARG(h->folded[column]));
}

static void role_row(struct show *v, struct slice role, int column)
{
	struct grid *g = &v->grid;

	grid_put(g, 0, role);
	if (column == NO_COLUMN) {
		grid_put_c(g, 1, "-");
		grid_put_c(g, 2, word(v, WORD_NONE));
	} else {
		grid_put(g, 1, place_of(v, column));
		grid_text(g, 2, name_of(v, column), NAME_WIDTH);
	}
	g->rows++;
}

static void show_roles(struct show *v)
{
	const struct header *h = &v->scan->header;
	struct slice voluntary = slice_from_c(role_name(ROLE_SUKARELA));

	grid_begin(&v->grid, 3, 1u << 1);
	grid_put_c(&v->grid, 0, "peran");
	grid_put_c(&v->grid, 1, word(v, WORD_PLACE));
	grid_put_c(&v->grid, 2, word(v, WORD_NAME));
	v->grid.rows++;
	for (unsigned r = 0; r < ROLE_COUNT; r++)
		if (r != ROLE_SUKARELA)
			role_row(v, slice_from_c(role_name((enum role)r)), h->of_role[r]);
	for (size_t i = 0; i < h->voluntary_count; i++)
		role_row(v, voluntary, h->voluntary[i]);
	if (h->voluntary_count == 0)
		role_row(v, voluntary, NO_COLUMN);
	if (h->count_column != NO_COLUMN)
		role_row(v, arena_printf(v->grid.arena, "hitung = %.*s", SLICE_ARG(h->layout->count_value)), h->count_column);
	grid_print(&v->grid);
}

static bool has_role(const struct header *h, int column)
{
	bool has = column == h->count_column;

	for (size_t i = 0; i < ROLE_COUNT; i++)
		has = has || column == h->of_role[i];
	for (size_t i = 0; i < h->voluntary_count; i++)
		has = has || column == h->voluntary[i];
	return has;
}

/* Whoever proves a layout looks here for a voluntary cut that was forgotten. */
static void show_others(struct show *v)
{
	const struct header *h = &v->scan->header;
	size_t width = LINE_WIDTH, count = 0;

	for (size_t i = 0; i < h->column_count; i++)
		count += has_role(h, (int)i) ? 0 : 1;
	if (count == 0)
		return;
	(void)printf("%s (%zu):", word(v, WORD_OTHERS), count);
	grid_begin(&v->grid, 1, 0);
	for (size_t i = 0; i < h->column_count; i++) {
		struct slice *name = &v->grid.cells[0][0];

		if (has_role(h, (int)i))
			continue;
		grid_text(&v->grid, 0, h->names[i].len > 0 ? name_of(v, (int)i) : SLICE("-"), NAME_WIDTH);
		if (width + text_width(*name) + 2 > LINE_WIDTH) {
			(void)fputs("\n ", stdout);
			width = 1;
		}
		width += text_width(*name) + 2;
		(void)printf(" %.*s%s", SLICE_ARG(*name), --count > 0 ? "," : "\n\n");
	}
}

/* ---- rows ---- */

static void put_amount(struct show *v, size_t column, const struct preview_amount *a)
{
	if (a->as == AMOUNT_SEEN)
		grid_money(&v->grid, column, a->money);
	else if (a->as == AMOUNT_SEEN_WRONG)
		grid_text(&v->grid, column, arena_printf(v->grid.arena, "? %.*s", SLICE_ARG(a->written)), TEXT_WIDTH);
}

static void show_row(struct show *v, const struct preview_row *row)
{
	struct grid *g = &v->grid;

	grid_number(g, 0, row->line);
	grid_put_c(g, 1, classes[row->seen][v->lang]);
	if (row->seen == SEEN_DATA)
		grid_put_c(g, 2, word(v, row->counted ? WORD_YES : WORD_NO));
	grid_masked(g, 3, row->nip);
	grid_text(g, 4, row->name, TEXT_WIDTH);
	grid_text(g, 5, row->department, TEXT_WIDTH);
	put_amount(v, 6, &row->gross);
	put_amount(v, 7, &row->cuts);
	put_amount(v, 8, &row->net);
	if (row->seen == SEEN_DATA)
		put_amount(v, 9, &row->voluntary);
	grid_masked(g, 10, row->account);
	g->rows++;
}

static void show_rows(struct show *v)
{
	static const char *const heads[] = { "nip", "nama", "skpd", "kotor", "potongan", "bersih", "sukarela", "rekening" };

	grid_begin(&v->grid, 11, 1u << 0 | 1u << 6 | 1u << 7 | 1u << 8 | 1u << 9);
	grid_put_c(&v->grid, 0, word(v, WORD_LINE));
	grid_put_c(&v->grid, 1, word(v, WORD_CLASS));
	grid_put_c(&v->grid, 2, word(v, WORD_COUNTS));
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		grid_put_c(&v->grid, 3 + i, heads[i]);
	v->grid.rows++;
	for (size_t i = 0; i < v->preview->count; i++)
		show_row(v, &v->preview->rows[i]);
	grid_print(&v->grid);
}

/* ---- sums ---- */

static void count_row(struct show *v, const char *name, uint64_t rows)
{
	grid_put_c(&v->grid, 0, name);
	grid_number(&v->grid, 1, rows);
	v->grid.rows++;
}

static void sums_row(struct show *v, enum word name, uint64_t rows, const struct money sums[static 4])
{
	for (size_t i = 0; i < 4; i++)
		grid_money(&v->grid, 2 + i, sums[i]);
	count_row(v, word(v, name), rows);
}

static void show_sums(struct show *v)
{
	static const char *const heads[] = { "kotor", "potongan", "bersih", "sukarela" };
	const struct tally *t = &v->scan->tally;
	const struct preview *p = v->preview;

	grid_begin(&v->grid, 6, 1u << 1 | 1u << 2 | 1u << 3 | 1u << 4 | 1u << 5);
	grid_put_c(&v->grid, 1, word(v, WORD_ROWS));
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		grid_put_c(&v->grid, 2 + i, heads[i]);
	v->grid.rows++;
	sums_row(v, WORD_ALL, t->rows, (const struct money[]){ t->gross, t->cuts, t->net, p->voluntary });
	sums_row(v, WORD_COUNTED, t->counted, (const struct money[]){ p->gross, p->cuts, p->net, p->taken });
	count_row(v, word(v, WORD_WITHOUT_NIP), t->without_nip);
	for (unsigned i = 0; i < SEEN_COUNT; i++)
		if (i != SEEN_DATA && p->rows_seen[i] > 0)
			count_row(v, classes[i][v->lang], p->rows_seen[i]);
	grid_print(&v->grid);
}

/* ---- all ---- */

static const char *delimiter_of(const struct show *v)
{
	if (v->scan->container != CONTAINER_CSV)
		return "";
	switch (v->preview->delimiter) {
	case ',':
		return " (koma)";
	case ';':
		return " (titik-koma)";
	case '\t':
		return " (tab)";
	case '|':
		return " (pipa)";
	default:
		return "";
	}
}

static void show_file(struct show *v, struct slice name)
{
	static const char *const containers[CONTAINER_COUNT] = {
		[CONTAINER_CSV] = "CSV", [CONTAINER_XLSX] = "XLSX", [CONTAINER_DBF] = "DBF", [CONTAINER_HTML] = "HTML",
	};
	const struct scan *s = v->scan;

	buf_clear(&v->grid.text);
	append_escaped(&v->grid.text, name, false);
	(void)printf("%.*s: %s%s, %s %" PRIu64 ", %zu %s\n\n", SLICE_ARG(buf_slice(&v->grid.text)),
	             containers[s->container], delimiter_of(v), word(v, WORD_HEADER), s->header.line,
	             s->header.column_count, word(v, WORD_COLUMNS));
}

bool print_preview(struct cycle *c, const struct preview *p)
{
	struct show v = {
		.scan = &c->files[0].scan, .preview = p, .lang = c->request->lang, .grid = { .arena = &c->arena },
	};
	char month[8];
	bool whole;

	if (v.scan->layout == NULL) {
		(void)printf("%s\n", word(&v, WORD_NOT_READ));
		return true;
	}
	show_file(&v, c->files[0].name);
	show_roles(&v);
	show_others(&v);
	show_rows(&v);
	show_sums(&v);
	month_format(p->period, month);
	if (p->period != MONTH_NONE)
		(void)printf("%s %s\n", word(&v, WORD_PERIOD), month);
	whole = !c->arena.exhausted && !v.grid.lost && !v.grid.text.failed;
	buf_release(&v.grid.text);
	return whole;
}
