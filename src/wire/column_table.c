#include "column_table.h"

#include <nafkah/nip.h>

#include <inttypes.h>

#define DELIMITERS ",;\t|"

/* The search for the header: which forms fit the present row, and which came nearest so far. */
struct search {
	size_t rows;               /* looked at before the present one */
	size_t fits;
	char delimiter;
	struct slice ids;          /* of all that fit */
	struct slice missing, nearest; /* columns that the nearest lacks, and its id */
	size_t missing_count;
};

static enum status note(struct column_table *t, enum code code, uint64_t line, struct slice value, struct slice detail)
{
	findings_add(t->setup.findings, &(struct finding){
		.code = code, .file = t->setup.file, .line = line, .value = value, .detail = detail,
	});
	return t->setup.arena->exhausted || t->scratch.exhausted ? STATUS_FAIL : STATUS_REJECT;
}

static struct slice append(struct arena *a, struct slice list, struct slice name)
{
	return arena_printf(a, "%.*s%s%.*s", SLICE_ARG(list), list.len > 0 ? ", " : "", SLICE_ARG(name));
}

/* ---- the header ---- */

static int find_column(const struct wanted_column *c, const struct slice *folded, size_t count)
{
	for (size_t n = 0; n < c->name_count; n++)
		for (size_t i = 0; i < count; i++)
			if (slice_equal(c->names[n], folded[i]))
				return (int)i;
	return NO_SUCH_COLUMN;
}

static void keep_nearest(struct column_table *t, struct search *s, const struct wanted_table *w, const struct slice *folded,
                         size_t count)
{
	struct slice missing = SLICE("");
	size_t lacks = 0, has = 0;

	for (size_t c = 0; c < w->column_count; c++) {
		bool found = find_column(&w->columns[c], folded, count) != NO_SUCH_COLUMN;

		has += found ? 1 : 0;
		if (found || !w->columns[c].required)
			continue;
		lacks++;
		missing = append(t->setup.arena, missing, w->columns[c].names[0]);
	}
	if (has == 0 || (s->nearest.len > 0 && lacks >= s->missing_count))
		return;
	s->missing_count = lacks;
	s->missing = missing;
	s->nearest = w->id;
}

static bool fits(const struct wanted_table *w, const struct slice *folded, size_t count)
{
	for (size_t c = 0; c < w->column_count; c++)
		if (w->columns[c].required && find_column(&w->columns[c], folded, count) == NO_SUCH_COLUMN)
			return false;
	return true;
}

static bool takes(const struct column_table *t, const struct wanted_table *w, char delimiter)
{
	const struct layout_container *c = &w->containers[t->container];

	return c->allowed && (t->table.ops->split == NULL || memchr(c->delimiters.ptr, delimiter, c->delimiters.len) != NULL);
}

static void take_form(struct column_table *t, const struct wanted_table *w, const struct slice *folded)
{
	t->form = w;
	t->header_count = t->row.count;
	t->header_line = t->row.line;
	for (size_t c = 0; c < w->column_count; c++)
		t->at[c] = find_column(&w->columns[c], folded, t->row.count);
}

/* The present row as it is cut now, held against every form. */
static enum status try_cut(struct column_table *t, struct search *s, char delimiter)
{
	struct slice *folded = arena_array(&t->scratch, t->row.count, sizeof *folded);

	for (size_t i = 0; folded != NULL && i < t->row.count; i++)
		folded[i] = header_fold(&t->scratch, t->table.ops->value(t->table.reader, i));
	for (size_t w = 0; folded != NULL && w < t->setup.wanted_count; w++) {
		const struct wanted_table *wanted = &t->setup.wanted[w];

		if (!takes(t, wanted, delimiter) || s->rows >= wanted->header_rows_max)
			continue;
		if (!fits(wanted, folded, t->row.count)) {
			keep_nearest(t, s, wanted, folded, t->row.count);
			continue;
		}
		if (s->fits++ == 0) {
			s->delimiter = delimiter;
			take_form(t, wanted, folded);
		}
		s->ids = append(t->setup.arena, s->ids, wanted->id);
	}
	return t->scratch.exhausted || t->setup.arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status try_row(struct column_table *t, struct search *s)
{
	const struct table_ops *ops = t->table.ops;
	enum status status = STATUS_OK;

	arena_rewind(&t->scratch, (struct arena_mark){ NULL, 0 });
	if (ops->split == NULL)
		return try_cut(t, s, '\0');
	for (size_t d = 0; status != STATUS_FAIL && d < sizeof DELIMITERS - 1; d++) {
		status = ops->split(t->table.reader, DELIMITERS[d], &t->row);
		if (status == STATUS_OK && t->row.count >= 2)
			status = try_cut(t, s, DELIMITERS[d]);
	}
	if (status == STATUS_FAIL)
		return status;
	return ops->split(t->table.reader, s->fits > 0 ? s->delimiter : '\0', &t->row);
}

/* Two columns of one name: which of them is meant nobody can know. */
static enum status check_twins(struct column_table *t)
{
	const struct table_ops *ops = t->table.ops;
	enum status status = STATUS_OK;

	for (size_t c = 0; c < t->form->column_count; c++) {
		const struct wanted_column *w = &t->form->columns[c];

		for (size_t i = 0; t->at[c] != NO_SUCH_COLUMN && i < t->row.count; i++) {
			struct slice name = ops->value(t->table.reader, i), folded = header_fold(&t->scratch, name);

			if ((int)i != t->at[c] && find_column(w, &folded, 1) != NO_SUCH_COLUMN)
				status = note(t, N0124_HEADER_COLUMN_TWICE, t->row.line, name,
				              ops->value(t->table.reader, (size_t)t->at[c]));
		}
	}
	return t->scratch.exhausted ? STATUS_FAIL : status;
}

static enum status judge_search(struct column_table *t, const struct search *s)
{
	if (s->fits == 0)
		return note(t, t->setup.unknown, 0, s->nearest.len > 0 ? s->missing : SLICE("-"),
		            s->nearest.len > 0 ? s->nearest : t->setup.wanted_count == 1 ? t->setup.wanted->id : SLICE("-"));
	if (s->fits > 1)
		return note(t, N1044_RESULT_HEADER_AMBIGUOUS, t->header_line, s->ids, (struct slice){ 0 });
	return check_twins(t);
}

static enum status find_header(struct column_table *t)
{
	struct search s = { .ids = SLICE("") };
	enum status status = STATUS_OK;
	size_t most = 0;

	for (size_t w = 0; w < t->setup.wanted_count; w++)
		most = t->setup.wanted[w].header_rows_max > most ? t->setup.wanted[w].header_rows_max : most;
	for (; s.rows < most && s.fits == 0 && status == STATUS_OK; s.rows++) {
		status = t->table.ops->next(t->table.reader, &t->row);
		if (status == STATUS_OK && !t->row.blank)
			status = try_row(t, &s);
	}
	return status == STATUS_OK || status == STATUS_END ? judge_search(t, &s) : status;
}

/* ---- opening ---- */

static struct slice container_word(enum container c)
{
	struct slice rest = SLICE(CONTAINER_WORDS), word;

	do
		word = slice_cut(&rest, ' ');
	while (c-- > 0);
	return word;
}

static enum status check_container(struct column_table *t)
{
	struct slice ids = SLICE("");

	t->container = content_container(t->content);
	for (size_t w = 0; w < t->setup.wanted_count; w++) {
		if (t->setup.wanted[w].containers[t->container].allowed)
			return STATUS_OK;
		ids = append(t->setup.arena, ids, t->setup.wanted[w].id);
	}
	return note(t, N0190_CONTAINER_NOT_ALLOWED, 0, container_word(t->container), ids);
}

/* content.h knows forms as layouts. */
static struct layout *as_layouts(const struct column_setup *s)
{
	struct layout *layouts = arena_array(s->arena, s->wanted_count, sizeof *layouts);

	for (size_t i = 0; layouts != NULL && i < s->wanted_count; i++) {
		layouts[i].id = s->wanted[i].id;
		for (size_t c = 0; c < CONTAINER_COUNT; c++)
			layouts[i].containers[c] = s->wanted[i].containers[c];
	}
	return layouts;
}

enum status column_table_open(const struct column_setup *setup, struct column_table *out)
{
	struct layout *layouts = as_layouts(setup);
	struct slice *rest = arena_alloc(setup->arena, sizeof *rest);
	struct content_setup content;
	enum status status;

	if (layouts == NULL || rest == NULL)
		return STATUS_FAIL;
	*rest = setup->bytes;
	out->setup = *setup;
	content = (struct content_setup){
		.file = bytes_of(rest), .name = setup->file, .size = setup->bytes.len, .layouts = layouts,
		.layout_count = setup->wanted_count, .findings = setup->findings,
		.wanted_layout = setup->chosen ? setup->wanted[0].id : (struct slice){ NULL, 0 },
	};
	status = content_open(&content, &out->content);
	if (status == STATUS_OK)
		status = check_container(out);
	if (status == STATUS_OK)
		status = content_table(out->content, &out->table);
	return status == STATUS_OK ? find_header(out) : status;
}

void column_table_close(struct column_table *t)
{
	table_close(&t->table);
	content_close(t->content);
	t->content = NULL;
	arena_release(&t->scratch);
}

/* ---- rows ---- */

static void refuse_cell(struct column_table *t, size_t c, enum code code)
{
	t->refused = true;
	findings_add(t->setup.findings, &(struct finding){
		.code = code, .personal = true, .file = t->setup.file, .line = t->row.line, .column = t->form->columns[c].names[0],
		.value = t->cells[c].text,
	});
}

static void read_cell(struct column_table *t, size_t c)
{
	const struct table_ops *ops = t->table.ops;
	size_t i = (size_t)t->at[c];
	struct column_cell *cell = &t->cells[c];

	*cell = (struct column_cell){ .text = SLICE(""), .kind = CELL_TEXT };
	if (t->at[c] == NO_SUCH_COLUMN || i >= t->row.count)
		return;
	*cell = (struct column_cell){ slice_trim(ops->value(t->table.reader, i)), ops->kind(t->table.reader, i) };
	if (cell->kind == CELL_FORMULA)
		refuse_cell(t, c, N0192_CELL_IS_FORMULA);
	else if (cell->kind == CELL_ERROR)
		refuse_cell(t, c, N0193_CELL_IS_ERROR);
	(void)key_unwrap(&cell->text);
}

static enum status check_width(struct column_table *t)
{
	if (t->table.ops->split == NULL || t->row.count == t->header_count)
		return STATUS_OK;
	t->refused = true;
	(void)note(t, N0117_CSV_FIELD_COUNT, t->row.line, arena_printf(&t->scratch, "%zu", t->row.count),
	           arena_printf(&t->scratch, "%zu", t->header_count));
	return t->scratch.exhausted ? STATUS_FAIL : STATUS_OK;
}

/* The first cell that is not empty; NULL where all are. */
static struct slice first_text(const struct column_table *t)
{
	for (size_t i = 0; i < t->row.count; i++) {
		struct slice text = slice_trim(t->table.ops->value(t->table.reader, i));

		if (text.len > 0)
			return text;
	}
	return (struct slice){ NULL, 0 };
}

static bool is_skipped(struct column_table *t, struct words skipped, const int *bare)
{
	for (; *bare != NO_SUCH_COLUMN; bare++)
		if (t->cells[*bare].text.len > 0)
			return false;
	return words_have(skipped, header_fold(&t->scratch, first_text(t)));
}

/* A merged cell would be the value of several rows, and is stored in one. */
static enum status check_merges(struct column_table *t)
{
	const struct merge *merges = NULL;
	size_t count = t->table.ops->merges != NULL ? t->table.ops->merges(t->table.reader, &merges) : 0;

	for (size_t i = 0; i < count; i++)
		if (merges[i].last_row > t->header_line)
			return note(t, N0194_CELLS_MERGED, merges[i].first_row,
			            arena_printf(&t->scratch, "%" PRIu64 "-%" PRIu64, merges[i].first_row, merges[i].last_row),
			            (struct slice){ 0 });
	return STATUS_END;
}

enum status column_table_next(struct column_table *t, struct words skipped, const int *bare)
{
	for (;;) {
		enum status status;

		arena_rewind(&t->scratch, (struct arena_mark){ NULL, 0 });
		t->refused = false;
		status = t->table.ops->next(t->table.reader, &t->row);
		if (status == STATUS_END)
			return check_merges(t);
		if (status != STATUS_OK)
			return status;
		if (t->row.blank || t->row.deleted || first_text(t).ptr == NULL)
			continue;
		for (size_t c = 0; c < t->form->column_count; c++)
			read_cell(t, c);
		if (t->refused || !is_skipped(t, skipped, bare))
			return check_width(t);
	}
}
