/* One record behind the header: what class of row it is. scan_data.c has the checks of a data row. */
#include "scan_private.h"

#include <nafkah/nip.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A column as findings name it; in a workbook with the cell: "nip_pegawai (A12)". */
static struct slice column_label(const struct scanning *s, int column)
{
	char letters[4];
	size_t at = sizeof letters;
	struct slice label;

	if (column == NO_COLUMN)
		return (struct slice){ 0 };
	if (s->out->container != CONTAINER_XLSX || s->row.line == 0)
		return s->out->header.names[column];
	for (unsigned left = (unsigned)column + 1; left > 0 && at > 0; left = (left - 1) / 26)
		letters[--at] = (char)('A' + (left - 1) % 26);
	label = arena_printf(s->setup->arena, "%.*s (%.*s%" PRIu64 ")", SLICE_ARG(s->out->header.names[column]),
	                     (int)(sizeof letters - at), letters + at, s->row.line);
	return label.ptr != NULL ? label : s->out->header.names[column];
}

void scan_note_whole(struct scanning *s, const struct finding *f, int column)
{
	struct finding whole = *f;

	whole.file = s->setup->file;
	whole.line = s->row.line;
	whole.column = column_label(s, column);
	findings_add(s->setup->findings, &whole);
}

void scan_note(struct scanning *s, enum code code, int column, struct slice value, struct slice detail)
{
	scan_note_whole(s, &(struct finding){ .code = code, .value = value, .detail = detail }, column);
}

void scan_note_personal(struct scanning *s, enum code code, int column, struct slice value, struct slice detail)
{
	scan_note_whole(s, &(struct finding){ .code = code, .personal = true, .value = value, .detail = detail }, column);
}

enum cell_kind scan_kind(const struct scanning *s, int column)
{
	return s->table.ops->kind(s->table.reader, (size_t)column);
}

/* A stored number has a point; where the layout's amounts have a comma, it gets one. `i` counts role columns. */
static struct slice in_layout_style(struct scanning *s, size_t i, struct slice value)
{
	char decimal = s->out->layout->money.decimal, *copy = s->plain[i], *point;

	if (decimal == '.' || value.len == 0 || value.len > sizeof s->plain[i] ||
	    (scan_kind(s, s->role_columns[i]) != CELL_NUMBER && scan_kind(s, s->role_columns[i]) != CELL_FORMULA))
		return value;
	memcpy(copy, value.ptr, value.len);
	point = memchr(copy, '.', value.len);
	if (point != NULL)
		*point = decimal;
	return (struct slice){ copy, value.len };
}

static void take_values(struct scanning *s)
{
	for (size_t i = 0; i < s->role_column_count; i++) {
		int column = s->role_columns[i];

		s->values[column] = in_layout_style(s, i, s->table.ops->value(s->table.reader, (size_t)column));
	}
}

/* Also those without a role: few rows are asked for them. */
static void take_all_values(struct scanning *s)
{
	for (size_t i = 0; i < s->out->header.column_count; i++)
		s->values[i] = s->table.ops->value(s->table.reader, i);
	take_values(s);
}

enum status scan_cell(const struct scanning *s, int column, struct cell *out)
{
	const struct layout *l = s->out->layout;
	struct slice value = slice_trim(s->values[column]);

	*out = (struct cell){ .style = { 0 } };
	if (!s->table.ops->place(s->table.reader, (size_t)column, s->setup->arena, &out->place))
		return STATUS_FAIL;
	if (amount_read(l, true, value, &(struct money){ 0 }) == AMOUNT_OK)
		out->style = cell_style_of(l, value);
	return STATUS_OK;
}

/* A line end inside a field: only where the layout names the column, and not where the field has swallowed a row. */
static bool lines_in_fields_allowed(struct scanning *s)
{
	if (!s->row.multiline || s->out->container != CONTAINER_CSV)
		return true;
	take_all_values(s);
	for (size_t i = 0; i < s->row.count; i++) {
		struct slice rest = s->values[i];
		bool allowed = s->out->header.may_hold_lines[i];

		if (rest.len == 0 || memchr(rest.ptr, '\n', rest.len) == NULL)
			continue;
		while (allowed && rest.ptr != NULL) {
			struct slice line = slice_cut(&rest, '\n');
			size_t delimiters = 0, digits = 0;

			for (size_t k = 0; k < line.len; k++) {
				delimiters += line.ptr[k] == s->delimiter ? 1 : 0;
				digits = ascii_is_digit(line.ptr[k]) ? digits + 1 : 0;
				allowed = allowed && digits != NIP_DIGITS;
			}
			allowed = allowed && delimiters + 1 < s->out->header.column_count;
		}
		if (allowed)
			continue;
		scan_note(s, N0114_CSV_LINE_END_IN_FIELD, (int)i, (struct slice){ 0 }, (struct slice){ 0 });
		return false;
	}
	return true;
}

static bool is_repeated_header(struct scanning *s)
{
	const struct header *h = &s->out->header;
	int nip = h->of_role[ROLE_NIP], net = h->of_role[ROLE_BERSIH];

	return slice_equal(slice_trim(s->values[nip]), h->names[nip]) && slice_equal(slice_trim(s->values[net]), h->names[net]);
}

/* Titles and the like, which are copied. False: memory. */
static bool pass(struct scanning *s, enum seen seen)
{
	s->seen = seen;
	s->out->tally.passed++;
	return scan_apart(s);
}

static enum status total(struct scanning *s, enum seen seen)
{
	s->seen = seen;
	return scan_apart(s) ? scan_total(s, seen == SEEN_SUBTOTAL) : STATUS_FAIL;
}

static void refuse_undeclared(struct scanning *s)
{
	scan_note(s, N0129_TOTAL_UNDECLARED, NO_COLUMN, (struct slice){ 0 }, s->out->layout->id);
}

/* A row without a NIP that is no person's. STATUS_END: it may be one's. */
static enum status row_apart(struct scanning *s)
{
	take_all_values(s);
	switch (row_classify(&s->out->header, s->values, &s->scratch)) {
	case ROW_TOTAL:
		return total(s, SEEN_TOTAL);
	case ROW_SUBTOTAL:
		return total(s, SEEN_SUBTOTAL);
	case ROW_TITLE:
		return pass(s, SEEN_TITLE) ? STATUS_OK : STATUS_FAIL;
	case ROW_END:
		s->ended = true;
		s->seen = SEEN_END;
		s->out->tally.passed++;
		return STATUS_OK;
	case ROW_DATA:
		break;
	}
	return s->scratch.failed ? STATUS_FAIL : STATUS_END;
}

/* A cell in the NIP column that is no NIP: a total row, a second header, or somebody without one. */
static enum status row_without_nip(struct scanning *s, enum nip_cell cell)
{
	int column = s->out->header.of_role[ROLE_NIP];
	enum status status = row_apart(s);

	if (status != STATUS_END)
		return status;
	if (is_repeated_header(s)) {
		scan_note(s, N0125_HEADER_REPEATED, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
		return STATUS_OK;
	}
	if (slice_trim(s->values[s->out->header.of_role[ROLE_NAMA]]).len == 0 || /* nobody's row: sums without a word */
	    row_looks_total(s->values, s->out->header.column_count, &s->scratch)) {
		refuse_undeclared(s);
		return STATUS_OK;
	}
	if (cell == NIP_STRANGE)
		scan_note_personal(s, N0142_NIP_STRANGE, column, s->values[column], (struct slice){ 0 });
	return scan_data_row(s, 0);
}

static enum status refuse_nip(struct scanning *s, enum code code)
{
	int column = s->out->header.of_role[ROLE_NIP];

	scan_note_personal(s, code, column, s->values[column], (struct slice){ 0 });
	return STATUS_OK;
}

/* 18 digits do not survive as a number, and what a formula shows may be old. */
static enum status row_with_stored_nip(struct scanning *s, enum cell_kind kind)
{
	enum status status = row_apart(s);

	if (status != STATUS_END)
		return status;
	return refuse_nip(s, kind == CELL_NUMBER ? N0191_KEY_IS_NUMBER
	                     : kind == CELL_ERROR ? N0193_CELL_IS_ERROR : N0192_CELL_IS_FORMULA);
}

static enum status row_by_nip(struct scanning *s)
{
	uint64_t nip = 0;

	switch (nip_read_cell(s->values[s->out->header.of_role[ROLE_NIP]], &nip)) {
	case NIP_GOOD:
		if (s->setup->seen != NULL)
			number_set_expect(&s->setup->seen[s->out->layout->kind], nip);
		return scan_data_row(s, nip);
	case NIP_ABSENT:
		return row_without_nip(s, NIP_ABSENT);
	case NIP_STRANGE:
		return row_without_nip(s, NIP_STRANGE);
	case NIP_DAMAGED:
		return refuse_nip(s, N0141_NIP_DAMAGED);
	case NIP_NOT_ASCII:
		return refuse_nip(s, N0143_KEY_NOT_ASCII);
	case NIP_FORMULA:
		return refuse_nip(s, N0144_KEY_FORMULA);
	}
	return STATUS_OK;
}

/* CSV has as many fields in every row; elsewhere empty cells at the end may be missing, or stand there without a header. */
static bool has_the_columns(struct scanning *s)
{
	size_t wanted = s->out->header.column_count, count = s->row.count;
	char found[24], expected[24];

	if (s->out->container != CONTAINER_CSV)
		while (count > wanted && slice_trim(s->table.ops->value(s->table.reader, count - 1)).len == 0)
			count--;
	if (count == wanted || (count < wanted && s->out->container != CONTAINER_CSV))
		return true;
	(void)snprintf(found, sizeof found, "%zu", count);
	(void)snprintf(expected, sizeof expected, "%zu", wanted);
	scan_note(s, N0117_CSV_FIELD_COUNT, NO_COLUMN, slice_from_c(found), slice_from_c(expected));
	return false;
}

/* Behind the end stand signatures and dates; a NIP or net pay in its column would be a person left out. */
static void row_behind_end(struct scanning *s)
{
	const struct header *h = &s->out->header;
	struct slice net = SLICE("");
	uint64_t nip;
	enum nip_cell cell = NIP_ABSENT;

	s->seen = SEEN_BEHIND_END;
	s->out->tally.passed++;
	if ((size_t)h->of_role[ROLE_NIP] < s->row.count)
		cell = nip_read_cell(s->table.ops->value(s->table.reader, (size_t)h->of_role[ROLE_NIP]), &nip);
	if ((size_t)h->of_role[ROLE_BERSIH] < s->row.count)
		net = slice_trim(s->table.ops->value(s->table.reader, (size_t)h->of_role[ROLE_BERSIH]));
	if (cell == NIP_GOOD || cell == NIP_DAMAGED ||
	    (net.len > 1 && amount_read(h->layout, true, net, &(struct money){ 0 }) == AMOUNT_OK))
		scan_note(s, N0197_ROW_BEHIND_END, NO_COLUMN, (struct slice){ 0 }, h->layout->id);
}

/* 1, 2, 3, ... under the header, blanks between them allowed. */
static bool is_column_numbers(const struct scanning *s)
{
	uint64_t before = 0, number;
	size_t numbers = 0;

	if (!s->out->layout->numbered || s->out->tally.rows > 0)
		return false;
	for (size_t i = 0; i < s->row.count; i++) {
		struct slice cell = slice_trim(s->table.ops->value(s->table.reader, i));

		if (cell.len == 0)
			continue;
		if (!slice_to_u64(cell, &number) || number != before + 1)
			return false;
		before = number;
		numbers++;
	}
	return numbers >= 3;
}

enum status scan_row(struct scanning *s)
{
	enum cell_kind kind;

	s->setup->checked[CHECK_STRUCTURE]++;
	if (s->ended || (s->saw_total && s->out->layout->ends_at_total)) {
		row_behind_end(s);
		return STATUS_OK;
	}
	if (is_column_numbers(s))
		return pass(s, SEEN_NUMBERS) ? STATUS_OK : STATUS_FAIL;
	if (!has_the_columns(s))
		return STATUS_OK;
	take_values(s);
	if (!lines_in_fields_allowed(s))
		return STATUS_OK;
	s->setup->checked[CHECK_NIP]++;
	kind = scan_kind(s, s->out->header.of_role[ROLE_NIP]);
	if (kind != CELL_TEXT)
		return row_with_stored_nip(s, kind);
	return row_by_nip(s);
}
