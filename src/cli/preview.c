/* `formats check LAYOUT EXPORT`: what the layout reads from the export, as tables for a person. */
#include "cli.h"

#include <inttypes.h>

enum { GRID_COLUMNS = 11, GRID_ROOM = 64, TEXT_WIDTH = 28, LINE_WIDTH = 100, LONG_NUMBER = 9 };

enum word {
	WORD_HEADER, WORD_COLUMNS, WORD_PLACE, WORD_COLUMN, WORD_NONE, WORD_OTHERS, WORD_LINE, WORD_CLASS, WORD_COUNTS, WORD_YES, WORD_NO, WORD_ROWS,
	WORD_COUNTED, WORD_WITHOUT_NIP, WORD_ALL, WORD_PERIOD, WORD_NOT_READ
};

static const char *const words[][LANG_COUNT] = {
	[WORD_HEADER] = { "kepala di baris", "header in line" },
	[WORD_COLUMNS] = { "kolom", "columns" },
	[WORD_PLACE] = { "kolom", "column" },
	[WORD_COLUMN] = { "nama di berkas", "name in the file" },
	[WORD_NONE] = { "(tidak ada)", "(none)" },
	[WORD_OTHERS] = { "kolom tanpa peran", "columns without a role" },
	[WORD_LINE] = { "baris", "line" },
	[WORD_CLASS] = { "dibaca sebagai", "read as" },
	[WORD_COUNTS] = { "dihitung", "counts" },
	[WORD_YES] = { "ya", "yes" },
	[WORD_NO] = { "tidak", "no" },
	[WORD_ROWS] = { "baris", "rows" },
	[WORD_COUNTED] = { "dihitung", "counted" },
	[WORD_WITHOUT_NIP] = { "tanpa NIP", "without NIP" },
	[WORD_ALL] = { "semua", "all" },
	[WORD_PERIOD] = { "periode", "period" },
	[WORD_NOT_READ] = { "Baris judul tidak dikenali, jadi tidak ada baris yang dibaca.", "The header was not recognised, so no row was read." },
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

/* A table of texts; columns that hold numbers stand to the right. */
struct grid {
	struct slice cells[GRID_ROOM][GRID_COLUMNS];
	size_t rows, columns;
	unsigned right; /* bit by column */
	struct arena *arena;
	enum lang lang;
	struct buf text;
};

static size_t width_of(struct slice s)
{
	size_t width = 0;

	for (size_t i = 0; i < s.len; i++)
		width += ((unsigned char)s.ptr[i] & 0xc0) != 0x80 ? 1 : 0;
	return width;
}

static void put(struct grid *g, size_t column, struct slice text)
{
	g->cells[g->rows][column] = arena_copy(g->arena, text);
}

static void put_c(struct grid *g, size_t column, const char *text)
{
	put(g, column, slice_from_c(text));
}

static void put_number(struct grid *g, size_t column, uint64_t number)
{
	g->cells[g->rows][column] = arena_printf(g->arena, "%" PRIu64, number);
}

/* A NIP, NIK or account may stand in any text. */
static bool has_long_number(struct slice s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++)
		digits += ascii_is_digit(s.ptr[i]) ? 1 : 0;
	return digits >= LONG_NUMBER;
}

/* At most `most` characters of a text from the file. */
static void put_text(struct grid *g, size_t column, struct slice s, size_t most)
{
	size_t left = most, len = 0;

	while (len < s.len && (left > 0 || ((unsigned char)s.ptr[len] & 0xc0) == 0x80))
		left -= ((unsigned char)s.ptr[len++] & 0xc0) != 0x80 ? 1 : 0;
	buf_clear(&g->text);
	append_escaped(&g->text, slice_sub(s, 0, len), has_long_number(s));
	if (len < s.len)
		buf_append(&g->text, SLICE("…"));
	put(g, column, buf_slice(&g->text));
}

static void put_masked(struct grid *g, size_t column, struct slice s)
{
	buf_clear(&g->text);
	append_escaped(&g->text, s, true);
	put(g, column, buf_slice(&g->text));
}

static void put_money(struct grid *g, size_t column, struct money m)
{
	static const struct money_style indonesian = { .decimal = ',', .group = '.' };
	char text[40];
	size_t len = money_format(m, indonesian, m.sen % SEN_PER_RUPIAH != 0 ? 2 : 0, true, text);

	put(g, column, (struct slice){ text, len });
}

static void put_amount(struct grid *g, size_t column, const struct preview_amount *a)
{
	if (a->as == AMOUNT_SEEN)
		put_money(g, column, a->money);
	else if (a->as == AMOUNT_SEEN_WRONG)
		put_text(g, column, arena_printf(g->arena, "? %.*s", SLICE_ARG(a->written)), TEXT_WIDTH);
}

static void print_padded(struct slice s, size_t width, bool right, bool last)
{
	int gap = (int)(width - width_of(s));

	if (right)
		(void)printf("%*s%.*s%s", gap, "", SLICE_ARG(s), last ? "" : "  ");
	else
		(void)printf("%.*s%*s%s", SLICE_ARG(s), last ? 0 : gap, "", last ? "" : "  ");
}

static void grid_print(struct grid *g)
{
	size_t widths[GRID_COLUMNS] = { 0 };

	for (size_t r = 0; r < g->rows; r++)
		for (size_t c = 0; c < g->columns; c++)
			if (width_of(g->cells[r][c]) > widths[c])
				widths[c] = width_of(g->cells[r][c]);
	for (size_t r = 0; r < g->rows; r++) {
		size_t last = g->columns - 1;

		while (last > 0 && g->cells[r][last].len == 0)
			last--;
		for (size_t c = 0; c <= last; c++)
			print_padded(g->cells[r][c], widths[c], (g->right >> c & 1) != 0, c == last);
		(void)putchar('\n');
	}
	(void)putchar('\n');
}

static void grid_begin(struct grid *g, size_t columns, unsigned right)
{
	*g = (struct grid){ .arena = g->arena, .lang = g->lang, .text = g->text, .columns = columns, .right = right };
}

/* "3", in a workbook "3 (C)". */
static void put_place(struct grid *g, size_t cell, enum container container, int column)
{
	char letters[4];
	size_t at = sizeof letters;

	if (container != CONTAINER_XLSX) {
		put_number(g, cell, (uint64_t)column + 1);
		return;
	}
	for (unsigned left = (unsigned)column + 1; left > 0 && at > 0; left = (left - 1) / 26)
		letters[--at] = (char)('A' + (left - 1) % 26);
	g->cells[g->rows][cell] = arena_printf(g->arena, "%d (%.*s)", column + 1, (int)(sizeof letters - at), letters + at);
}

/* As written; of a header of two levels also what the layout calls it. */
static struct slice column_name(const struct grid *g, const struct header *h, int column)
{
	if (!h->layout->two_levels || slice_equal(h->names[column], h->folded[column]))
		return h->names[column];
	return arena_printf(g->arena, "%.*s (%.*s)", SLICE_ARG(h->names[column]), SLICE_ARG(h->folded[column]));
}

static void role_row(struct grid *g, const struct scan *s, struct slice role, int column)
{
	if (g->rows == GRID_ROOM)
		return;
	put(g, 0, role);
	if (column == NO_COLUMN) {
		put_c(g, 1, "-");
		put_c(g, 2, words[WORD_NONE][g->lang]);
	} else {
		put_place(g, 1, s->container, column);
		put_text(g, 2, column_name(g, &s->header, column), LINE_WIDTH);
	}
	g->rows++;
}

static void print_roles(struct grid *g, const struct scan *s)
{
	const struct header *h = &s->header;

	grid_begin(g, 3, 1u << 1);
	put_c(g, 0, "peran");
	put_c(g, 1, words[WORD_PLACE][g->lang]);
	put_c(g, 2, words[WORD_COLUMN][g->lang]);
	g->rows++;
	for (unsigned r = 0; r < ROLE_COUNT; r++)
		if (r != ROLE_SUKARELA)
			role_row(g, s, slice_from_c(role_name((enum role)r)), h->of_role[r]);
	for (size_t i = 0; i < h->voluntary_count; i++)
		role_row(g, s, slice_from_c(role_name(ROLE_SUKARELA)), h->voluntary[i]);
	if (h->voluntary_count == 0)
		role_row(g, s, slice_from_c(role_name(ROLE_SUKARELA)), NO_COLUMN);
	if (h->count_column != NO_COLUMN)
		role_row(g, s, arena_printf(g->arena, "hitung = %.*s", SLICE_ARG(h->layout->count_value)), h->count_column);
	grid_print(g);
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
static void print_others(struct grid *g, const struct header *h)
{
	size_t width = 0, count = 0;

	for (size_t i = 0; i < h->column_count; i++)
		count += has_role(h, (int)i) ? 0 : 1;
	if (count == 0)
		return;
	(void)printf("%s (%zu):", words[WORD_OTHERS][g->lang], count);
	width = LINE_WIDTH;
	for (size_t i = 0; i < h->column_count; i++) {
		if (has_role(h, (int)i))
			continue;
		buf_clear(&g->text);
		append_escaped(&g->text, h->names[i].len > 0 ? column_name(g, h, (int)i) : SLICE("-"), false);
		if (width + width_of(buf_slice(&g->text)) + 2 > LINE_WIDTH) {
			(void)fputs("\n  ", stdout);
			width = 2;
		}
		count--;
		width += width_of(buf_slice(&g->text)) + 2;
		(void)printf("%.*s%s", SLICE_ARG(buf_slice(&g->text)), count > 0 ? ", " : "\n\n");
	}
}

static void row_of_preview(struct grid *g, const struct preview_row *row)
{
	bool data = row->seen == SEEN_DATA;

	put_number(g, 0, row->line);
	put_c(g, 1, classes[row->seen][g->lang]);
	if (data)
		put_c(g, 2, words[row->counted ? WORD_YES : WORD_NO][g->lang]);
	put_masked(g, 3, row->nip);
	put_text(g, 4, row->name, TEXT_WIDTH);
	put_text(g, 5, row->department, TEXT_WIDTH);
	put_amount(g, 6, &row->gross);
	put_amount(g, 7, &row->cuts);
	put_amount(g, 8, &row->net);
	if (data)
		put_amount(g, 9, &row->voluntary);
	put_masked(g, 10, row->account);
	g->rows++;
}

static void print_rows(struct grid *g, const struct preview *p)
{
	grid_begin(g, 11, 1u << 0 | 1u << 6 | 1u << 7 | 1u << 8 | 1u << 9);
	put_c(g, 0, words[WORD_LINE][g->lang]);
	put_c(g, 1, words[WORD_CLASS][g->lang]);
	put_c(g, 2, words[WORD_COUNTS][g->lang]);
	put_c(g, 3, "nip");
	put_c(g, 4, "nama");
	put_c(g, 5, "skpd");
	put_c(g, 6, "kotor");
	put_c(g, 7, "potongan");
	put_c(g, 8, "bersih");
	put_c(g, 9, "sukarela");
	put_c(g, 10, "rekening");
	g->rows++;
	for (size_t i = 0; i < p->count; i++)
		row_of_preview(g, &p->rows[i]);
	grid_print(g);
}

static void sums_row(struct grid *g, enum word name, uint64_t rows, const struct money *sums)
{
	put_c(g, 0, words[name][g->lang]);
	put_number(g, 1, rows);
	for (size_t i = 0; i < 4; i++)
		put_money(g, 2 + i, sums[i]);
	g->rows++;
}

static void print_sums(struct grid *g, const struct scan *s, const struct preview *p)
{
	const struct tally *t = &s->tally;

	grid_begin(g, 6, 1u << 1 | 1u << 2 | 1u << 3 | 1u << 4 | 1u << 5);
	put_c(g, 1, words[WORD_ROWS][g->lang]);
	put_c(g, 2, "kotor");
	put_c(g, 3, "potongan");
	put_c(g, 4, "bersih");
	put_c(g, 5, "sukarela");
	g->rows++;
	sums_row(g, WORD_ALL, t->rows, (const struct money[]){ t->gross, t->cuts, t->net, p->voluntary });
	sums_row(g, WORD_COUNTED, t->counted, (const struct money[]){ p->gross, p->cuts, p->net, p->taken });
	put_c(g, 0, words[WORD_WITHOUT_NIP][g->lang]);
	put_number(g, 1, t->without_nip);
	g->rows++;
	for (unsigned i = 0; i < SEEN_COUNT; i++) {
		if (i == SEEN_DATA || p->rows_seen[i] == 0)
			continue;
		put_c(g, 0, classes[i][g->lang]);
		put_number(g, 1, p->rows_seen[i]);
		g->rows++;
	}
	grid_print(g);
}

static const char *delimiter_of(const struct scan *s, const struct preview *p)
{
	if (s->container != CONTAINER_CSV)
		return "";
	return p->delimiter == ',' ? " (koma)" : p->delimiter == ';' ? " (titik-koma)" : p->delimiter == '\t' ? " (tab)" :
	       p->delimiter == '|' ? " (pipa)" : "";
}

bool print_preview(struct cycle *c, const struct preview *p)
{
	static const char *const containers[CONTAINER_COUNT] = { "CSV", "XLSX", "DBF", "HTML" };
	struct grid g = { .arena = &c->arena, .lang = c->request->lang };
	const struct scan *s = &c->files[0].scan;
	char month[8];

	if (s->layout == NULL) {
		(void)printf("%s\n", words[WORD_NOT_READ][g.lang]);
		return true;
	}
	append_escaped(&g.text, c->files[0].name, false);
	(void)printf("%.*s: %s%s, %s %" PRIu64 ", %zu %s\n\n", SLICE_ARG(buf_slice(&g.text)), containers[s->container],
	             delimiter_of(s, p), words[WORD_HEADER][g.lang], s->header.line, s->header.column_count, words[WORD_COLUMNS][g.lang]);
	print_roles(&g, s);
	print_others(&g, &s->header);
	print_rows(&g, p);
	print_sums(&g, s, p);
	if (p->period != MONTH_NONE) {
		month_format(p->period, month);
		(void)printf("%s %s\n", words[WORD_PERIOD][g.lang], month);
	}
	buf_release(&g.text);
	return !c->arena.exhausted && !g.text.failed;
}
