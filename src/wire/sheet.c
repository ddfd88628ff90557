#include "sheet_private.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { WORKSHEET = 1, DATA, ROW, CELL, VALUE, FORMULA, INLINE, TEXT, RUN, RUN_TEXT, MERGES, MERGE };

enum { MERGES_MAX = 1000000 };

/* ---- rows ---- */

/* Which row: as it says, or the one behind the last. */
static void number_row(struct sheet *s, const struct xml_start *start, struct sheet_row *row)
{
	struct slice value;
	bool good;

	row->line = s->last.row + 1;
	part_place(s->part, row->line, (struct slice){ 0 });
	good = !part_attribute(start, "r", &value) || slice_to_u64(value, &row->line);
	if (!good)
		part_refuse(s->part, SLICE("r of a row"));
	part_place(s->part, row->line, (struct slice){ 0 });
	if (row->line <= s->last.row || row->line > SHEET_ROWS_MAX)
		part_refuse(s->part, SLICE("rows are not in order"));
	s->last.row = row->line;
	s->last.column = 0;
}

static void open_row(struct sheet *s, const struct xml_start *start)
{
	struct sheet_row row = { .prefix = start->prefix, .first = s->cells.count, .text = s->text.len };
	uint64_t end = part_at(s->part);
	struct slice hidden;

	if (!part_room((void **)&s->rows.items, &s->rows.cap, s->rows.count, sizeof *s->rows.items)) {
		part_no_memory(s->part);
		return;
	}
	row.offset = part_tag(s->part);
	row.inside = slice_equal(part_bytes(s->part, end, end + 1), SLICE(">")) ? end + 1 : 0;
	row.hidden = part_attribute(start, "hidden", &hidden) && part_is_true(hidden);
	number_row(s, start, &row);
	s->rows.items[s->rows.count++] = row;
	s->rows.open = true;
}

static void add_merge(struct sheet *s, const struct xml_start *start)
{
	struct sheet_range range;
	struct slice reference;

	if (!part_attribute(start, "ref", &reference) || !sheet_range(reference, &range) ||
	    s->merges.count == MERGES_MAX) {
		part_refuse(s->part, SLICE("mergeCell"));
		return;
	}
	if (!part_room((void **)&s->merges.items, &s->merges.cap, s->merges.count, sizeof *s->merges.items)) {
		part_no_memory(s->part);
		return;
	}
	s->merges.items[s->merges.count++] = (struct merge){ range.first_row, range.last_row };
}

/* ---- elements ---- */

static void on_open(void *context, uint8_t element, const struct xml_start *start)
{
	struct sheet *s = context;

	switch (element) {
	case CELL:
		sheet_cell_open(s, start);
		break;
	case VALUE:
		sheet_cell_value(s);
		break;
	case INLINE:
		sheet_cell_inline(s);
		break;
	case FORMULA:
		sheet_cell_formula(s, start);
		break;
	case TEXT:
	case RUN_TEXT:
		buf_clear(&s->open.piece);
		break;
	case ROW:
		open_row(s, start);
		break;
	case DATA:
		if (s->last.data)
			part_refuse(s->part, SLICE("sheetData stands there twice"));
		s->last.data = true;
		break;
	case MERGE:
		add_merge(s, start);
		break;
	default:
		break;
	}
}

static void on_close(void *context, uint8_t element)
{
	struct sheet *s = context;

	switch (element) {
	case CELL:
		sheet_cell_close(s);
		break;
	case VALUE:
		if (s->open.cell.value_from > 0)
			s->open.cell.value_to = part_at(s->part);
		break;
	case FORMULA:
		s->open.cell.value_from = s->open.cell.value_to = part_at(s->part);
		break;
	case TEXT:
	case RUN_TEXT:
		sheet_unescape(buf_slice(&s->open.piece), &s->open.text);
		break;
	case ROW:
		s->rows.open = false;
		break;
	case DATA:
		part_place(s->part, 0, (struct slice){ 0 });
		break;
	default:
		break;
	}
}

static void on_text(void *context, uint8_t element, struct slice text)
{
	struct sheet *s = context;

	if (element == VALUE)
		sheet_cell_text(s, &s->open.raw, text);
	else if (element == TEXT || element == RUN_TEXT)
		sheet_cell_text(s, &s->open.piece, text);
}

static const struct part_rule rules[] = {
	{ ELEMENT_NONE, WORKSHEET, "worksheet" },
	{ CELL, VALUE, "v" },
	{ ROW, CELL, "c" },
	{ DATA, ROW, "row" },
	{ CELL, INLINE, "is" },
	{ CELL, FORMULA, "f" },
	{ INLINE, TEXT, "t" },
	{ INLINE, RUN, "r" },
	{ RUN, RUN_TEXT, "t" },
	{ MERGES, MERGE, "mergeCell" },
	{ WORKSHEET, DATA, "sheetData" },
	{ WORKSHEET, MERGES, "mergeCells" },
};

static const struct part_kind kind = { .namespaces = SHEET_NAMESPACES,
	                               .rules = rules,
	                               .count = sizeof rules / sizeof *rules,
	                               .open = on_open,
	                               .close = on_close,
	                               .text = on_text };

/* ---- the table ---- */

static void sheet_free(void *reader)
{
	struct sheet *s = reader;

	if (s == NULL)
		return;
	part_close(s->part);
	shared_strings_release(&s->strings);
	free(s->cells.items);
	free(s->rows.items);
	free(s->merges.items);
	free(s->arrays.items);
	buf_release(&s->text);
	buf_release(&s->open.raw);
	buf_release(&s->open.piece);
	buf_release(&s->open.text);
	free(s);
}

void *sheet_open(struct workbook *w)
{
	struct sheet *s = calloc(1, sizeof *s);

	assert(w->chosen != NULL);
	if (s == NULL) {
		(void)workbook_no_memory(w);
		return NULL;
	}
	s->w = w;
	return s;
}

/* Behind the rows that were delivered: what is there of the row that is being read goes to the front. */
static void forget_rows(struct sheet *s)
{
	struct sheet_row *last = s->rows.open ? &s->rows.items[s->rows.count - 1] : NULL;
	size_t cells = last != NULL ? last->first : s->cells.count, text = last != NULL ? last->text : s->text.len;

	s->cells.count -= cells;
	s->text.len -= text;
	if (s->cells.count > 0)
		memmove(s->cells.items, s->cells.items + cells, s->cells.count * sizeof *s->cells.items);
	if (s->text.len > 0)
		memmove(s->text.ptr, s->text.ptr + text, s->text.len);
	for (size_t i = 0; i < s->cells.count; i++)
		if (s->cells.items[i].shared == NULL && s->cells.items[i].len > 0)
			s->cells.items[i].text -= (uint32_t)text;
	if (last != NULL) {
		s->rows.items[0] = *last;
		s->rows.items[0].first = s->rows.items[0].text = 0;
	}
	s->rows.count = last != NULL;
	s->rows.next = 0;
	s->current.row = NULL;
}

static enum status start(struct sheet *s)
{
	enum status status = shared_strings_read(s->w, &s->strings);

	if (status == STATUS_OK)
		s->part = part_open(s->w->archive, s->w->chosen->entry, &kind, s, s->w->file, s->w->findings, &status);
	return status;
}

static enum status step(struct sheet *s)
{
	enum status status = s->part != NULL ? STATUS_OK : start(s);

	if (status == STATUS_OK)
		status = part_step(s->part);
	if (status == STATUS_END) {
		s->w->chosen->counted = true;
		s->w->chosen->formulas = s->totals.formulas;
	}
	return status;
}

static void deliver(struct sheet *s, struct table_row *out)
{
	const struct sheet_row *row = &s->rows.items[s->rows.next++];
	const struct sheet_cell *cells = s->cells.items + row->first;
	size_t count = row->count > 0 ? cells[row->count - 1].column + 1u : 0;

	s->current.row = row;
	memset(s->current.at, 0, sizeof s->current.at);
	for (size_t i = 0; i < row->count; i++)
		s->current.at[cells[i].column] = (uint16_t)(i + 1);
	*out = (struct table_row){ .offset = row->offset,
		                   .line = row->line,
		                   .count = count,
		                   .blank = count == 0,
		                   .multiline = row->multiline,
		                   .hidden = row->hidden };
}

static enum status sheet_next(void *reader, struct table_row *row)
{
	struct sheet *s = reader;

	while (s->rows.next == s->rows.count - s->rows.open) {
		if (s->status != STATUS_OK)
			return s->status;
		forget_rows(s);
		s->status = step(s);
	}
	deliver(s, row);
	return STATUS_OK;
}

const struct sheet_cell *sheet_cell_at(const struct sheet *s, size_t i)
{
	size_t at = s->current.row != NULL && i < TABLE_COLUMNS_MAX ? s->current.at[i] : 0;

	return at > 0 ? &s->cells.items[s->current.row->first + at - 1] : NULL;
}

static struct slice sheet_value(const void *reader, size_t i)
{
	const struct sheet *s = reader;
	const struct sheet_cell *c = sheet_cell_at(s, i);

	if (c == NULL || c->len == 0)
		return SLICE("");
	return (struct slice){ c->shared != NULL ? c->shared : s->text.ptr + c->text, c->len };
}

static enum cell_kind sheet_kind(const void *reader, size_t i)
{
	const struct sheet_cell *c = sheet_cell_at(reader, i);

	return c != NULL ? (enum cell_kind)c->kind : CELL_TEXT;
}

static uint64_t sheet_lines(const void *reader)
{
	const struct sheet *s = reader;

	return s->totals.lines;
}

static size_t sheet_merges(const void *reader, const struct merge **out)
{
	const struct sheet *s = reader;

	*out = s->merges.items;
	return s->merges.count;
}

const struct table_ops sheet_ops = { .free = sheet_free,
	                             .next = sheet_next,
	                             .value = sheet_value,
	                             .kind = sheet_kind,
	                             .place = sheet_place,
	                             .lines = sheet_lines,
	                             .merges = sheet_merges,
	                             .replace = sheet_replace };
