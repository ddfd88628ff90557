/* One cell: from its element to its value. */
#include "sheet_private.h"

#include <stdio.h>
#include <string.h>

static struct sheet_row *row_of(const struct sheet *s)
{
	return &s->rows.items[s->rows.count - 1];
}

/* For a finding: which cell. */
static void name_cell(struct sheet *s)
{
	char letters[4];

	(void)sheet_column_name(s->open.cell.column + 1u, letters);
	(void)snprintf(s->open.name, sizeof s->open.name, "%s%llu", letters, (unsigned long long)row_of(s)->line);
	part_place(s->part, row_of(s)->line, slice_from_c(s->open.name));
}

static void refuse_cell(struct sheet *s, struct slice words)
{
	name_cell(s);
	part_refuse(s->part, words);
}

static void refuse_cell_as(struct sheet *s, enum code code, struct slice value, struct slice detail)
{
	name_cell(s);
	part_refuse_as(s->part, code, value, detail);
}

/* ---- the start tag ---- */

/* Which column: as it says, or the one behind the last. */
static void locate(struct sheet *s, const struct xml_start *start)
{
	uint32_t next = s->last.column + 1, column = next, row = (uint32_t)row_of(s)->line;
	struct slice reference;
	bool good = true;

	s->open.cell.has_reference = part_attribute(start, "r", &reference);
	if (s->open.cell.has_reference)
		good = sheet_reference(reference, &column, &row);
	s->last.column = good ? column : next;
	s->open.cell.column = (uint16_t)(s->last.column - 1);
	if (!good)
		refuse_cell(s, SLICE("r of a cell"));
	else if (row != row_of(s)->line)
		refuse_cell(s, SLICE("a cell of another row"));
	else if (column < next || column > SHEET_COLUMNS_MAX)
		refuse_cell(s, SLICE("cells are not in order"));
}

static bool take_style(struct sheet *s, const struct xml_start *start)
{
	struct slice value;
	uint64_t style = 0;

	s->open.cell.has_style = part_attribute(start, "s", &value);
	if (s->open.cell.has_style && (!slice_to_u64(value, &style) || style > UINT32_MAX))
		return false;
	s->open.cell.style = (uint32_t)style;
	return true;
}

static bool take_type(struct sheet *s, const struct xml_start *start)
{
	static const struct {
		struct slice word;
		char type;
	} types[] = { { { "n", 1 }, 'n' }, { { "s", 1 }, 's' }, { { "str", 3 }, 't' }, { { "inlineStr", 9 }, 'i' },
		      { { "b", 1 }, 'b' }, { { "e", 1 }, 'e' }, { { "d", 1 }, 'd' } };
	struct slice value;

	s->open.cell.type = 'n';
	if (!part_attribute(start, "t", &value))
		return true;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		if (slice_equal(value, types[i].word)) {
			s->open.cell.type = types[i].type;
			return true;
		}
	}
	return false;
}

void sheet_cell_open(struct sheet *s, const struct xml_start *start)
{
	buf_clear(&s->open.raw);
	buf_clear(&s->open.text);
	s->open.values = s->open.formulas = s->open.inlines = 0;
	s->open.cell = (struct sheet_cell){ .from = part_tag(s->part), .prefix = start->prefix };
	locate(s, start);
	if (!take_style(s, start))
		refuse_cell(s, SLICE("s of a cell"));
	if (!take_type(s, start))
		refuse_cell(s, SLICE("t of a cell"));
}

/* ---- formulas ---- */

/* A formula that fills more cells than its own. */
static void add_array(struct sheet *s, struct slice reference)
{
	struct sheet_range range;

	if (!sheet_range(reference, &range)) {
		refuse_cell(s, SLICE("ref of a formula"));
		return;
	}
	if (!part_room((void **)&s->arrays.items, &s->arrays.cap, s->arrays.count, sizeof *s->arrays.items)) {
		part_no_memory(s->part);
		return;
	}
	s->arrays.items[s->arrays.count++] = range;
}

void sheet_cell_formula(struct sheet *s, const struct xml_start *start)
{
	struct slice type, reference;

	s->totals.formulas++;
	if (++s->open.formulas > 1 || s->open.values > 0)
		refuse_cell(s, SLICE("f twice, or behind v"));
	if (part_attribute(start, "t", &type) && part_attribute(start, "ref", &reference) &&
	    (slice_equal(type, SLICE("array")) || slice_equal(type, SLICE("dataTable"))))
		add_array(s, reference);
}

/* Ranges that end above this row are forgotten. */
static bool in_array(struct sheet *s)
{
	uint32_t row = (uint32_t)row_of(s)->line, column = s->open.cell.column + 1u;
	bool inside = false;

	for (size_t i = 0; i < s->arrays.count;) {
		const struct sheet_range *range = &s->arrays.items[i];

		if (range->last_row < row) {
			s->arrays.items[i] = s->arrays.items[--s->arrays.count];
			continue;
		}
		inside |= column >= range->first_column && column <= range->last_column && row >= range->first_row;
		i++;
	}
	return inside;
}

/* ---- the value ---- */

void sheet_cell_value(struct sheet *s)
{
	if (++s->open.values > 1)
		refuse_cell(s, SLICE("v twice"));
	if (s->open.formulas > 0 || s->arrays.count > 0)
		s->open.cell.value_from = part_tag(s->part);
}

void sheet_cell_inline(struct sheet *s)
{
	if (++s->open.inlines > 1)
		refuse_cell(s, SLICE("is twice"));
}

void sheet_cell_text(struct sheet *s, struct buf *into, struct slice text)
{
	buf_append(into, text);
	if (into->failed)
		part_no_memory(s->part);
	else if (into->len > 2 * TABLE_FIELD_MAX)
		refuse_cell_as(s, N0405_XML_TEXT_TOO_LONG, SLICE("<c>"), SLICE("64 KiB"));
}

static void take_shared(struct sheet *s, struct sheet_cell *c, struct slice raw)
{
	struct slice text;
	uint64_t i;

	if (!slice_to_u64(raw, &i) || i >= s->strings.count) {
		refuse_cell(s, SLICE("a shared string that is not there"));
		return;
	}
	text = shared_strings_get(&s->strings, i, &c->clean);
	c->shared = text.ptr;
	c->len = (uint32_t)text.len;
}

/* Puts a value into the row's text. */
static void keep(struct sheet *s, struct sheet_cell *c, struct slice value)
{
	c->clean = c->kind != CELL_TEXT;
	c->text = (uint32_t)s->text.len;
	c->len = (uint32_t)value.len;
	buf_append(&s->text, value);
}

/* Most are: digits, no more than are kept, none for nothing. */
static bool is_plain(struct slice raw)
{
	size_t i = 0;

	while (i < raw.len && ascii_is_digit(raw.ptr[i]))
		i++;
	return i == raw.len && i <= NUMBER_DIGITS && (raw.ptr[0] != '0' || i == 1);
}

static void take_number(struct sheet *s, struct sheet_cell *c, struct slice raw)
{
	const struct styles *styles = &s->w->styles;
	char number[NUMBER_MAX], date[11];
	struct slice value = raw;

	if (!is_plain(raw)) {
		value.ptr = number;
		if (!sheet_number(raw, number, &value.len)) {
			refuse_cell(s, SLICE("no number"));
			return;
		}
	}
	c->kind = CELL_NUMBER;
	if (s->open.formulas == 0 && c->style < styles->count && styles->dates[c->style] &&
	    sheet_date(value, s->w->from_1904, date)) {
		c->kind = CELL_DATE;
		value = (struct slice){ date, 10 };
	}
	keep(s, c, value);
}

static void take_boolean(struct sheet *s, struct sheet_cell *c, struct slice raw)
{
	bool is_true = part_is_true(raw);

	if (!is_true && !slice_equal(raw, SLICE("0")) && !slice_equal(raw, SLICE("false")))
		refuse_cell(s, SLICE("neither 1 nor 0"));
	c->kind = CELL_BOOLEAN;
	keep(s, c, is_true ? SLICE("1") : SLICE("0"));
}

/* 2026-01-05, or with a time behind it */
static void take_iso_date(struct sheet *s, struct sheet_cell *c, struct slice raw)
{
	struct slice day = slice_sub(raw, 0, 10);
	bool good = day.len == 10 && (raw.len == 10 || raw.ptr[10] == 'T');

	for (size_t i = 0; i < day.len; i++)
		good = good && (i == 4 || i == 7 ? day.ptr[i] == '-' : ascii_is_digit(day.ptr[i]));
	if (!good)
		refuse_cell(s, SLICE("no date"));
	c->kind = CELL_DATE;
	keep(s, c, day);
}

static void take_text(struct sheet *s, struct sheet_cell *c, struct slice raw)
{
	c->text = (uint32_t)s->text.len;
	sheet_unescape(raw, &s->text);
	c->len = (uint32_t)(s->text.len - c->text);
}

static void take_value(struct sheet *s, struct sheet_cell *c)
{
	struct slice raw = buf_slice(&s->open.raw);

	c->kind = CELL_TEXT;
	if (c->type == 'i')
		keep(s, c, buf_slice(&s->open.text));
	else if (raw.len == 0)
		c->len = 0;
	else if (c->type == 's')
		take_shared(s, c, raw);
	else if (c->type == 'b')
		take_boolean(s, c, raw);
	else if (c->type == 'd')
		take_iso_date(s, c, raw);
	else if (c->type == 'n')
		take_number(s, c, raw);
	else
		take_text(s, c, raw);
	if (c->type == 'e')
		c->kind = CELL_ERROR;
	else if (s->open.formulas > 0 || (s->arrays.count > 0 && in_array(s)))
		c->kind = CELL_FORMULA;
}

static struct slice value_of(const struct sheet *s, const struct sheet_cell *c)
{
	return (struct slice){ c->shared != NULL ? c->shared : s->text.ptr + c->text, c->len };
}

static void refuse_control(struct sheet *s, const struct sheet_cell *c, char byte)
{
	char shown[8], at[24];

	(void)snprintf(shown, sizeof shown, "\\x%02X", (unsigned)(unsigned char)byte);
	(void)snprintf(at, sizeof at, "%llu", (unsigned long long)c->from);
	refuse_cell_as(s, N0106_TEXT_CONTROL, slice_from_c(shown), slice_from_c(at));
}

/* No control bytes but line ends. */
static void check_text(struct sheet *s, const struct sheet_cell *c)
{
	struct slice value = c->len > 0 ? value_of(s, c) : (struct slice){ 0 };

	if (value.len > TABLE_FIELD_MAX)
		refuse_cell_as(s, N0405_XML_TEXT_TOO_LONG, SLICE("<c>"), SLICE("64 KiB"));
	for (size_t i = 0; i < value.len && !part_stopped(s->part); i++) {
		if (!sheet_is_control(value.ptr[i]))
			continue;
		if (value.ptr[i] != '\n' && value.ptr[i] != '\r')
			refuse_control(s, c, value.ptr[i]);
		row_of(s)->multiline = true;
	}
}

static void refuse_column(struct sheet *s, const struct sheet_cell *c)
{
	char at[24];

	(void)snprintf(at, sizeof at, "%llu", (unsigned long long)c->from);
	refuse_cell_as(s, N0116_CSV_TOO_MANY_COLUMNS, SLICE("512"), slice_from_c(at));
}

/* Formats without a value may reach as far to the right as they like. */
static void add_cell(struct sheet *s, const struct sheet_cell *c)
{
	if (c->column >= TABLE_COLUMNS_MAX) {
		if (c->len > 0 || c->kind != CELL_TEXT)
			refuse_column(s, c);
		return;
	}
	if (!part_room((void **)&s->cells.items, &s->cells.cap, s->cells.count, sizeof *s->cells.items)) {
		part_no_memory(s->part);
		return;
	}
	s->cells.items[s->cells.count++] = *c;
	row_of(s)->count++;
	if (c->len > 0 || c->kind != CELL_TEXT)
		s->totals.lines = row_of(s)->line;
}

void sheet_cell_close(struct sheet *s)
{
	struct sheet_cell *c = &s->open.cell;

	c->to = part_at(s->part);
	take_value(s, c);
	if (s->text.failed || s->open.text.failed)
		part_no_memory(s->part);
	if (c->len > 0 && !c->clean && !part_stopped(s->part))
		check_text(s, c);
	if (!part_stopped(s->part))
		add_cell(s, c);
}
