/* The cells of one row of a table of rulings, whatever contains it, as the text that an attribute would have. */
#include "rulings_rows.h"
#include "xml_value.h"

#include <nafkah/nip.h>

void rows_refuse(struct rows *s, enum code code, const char *column, struct slice value, struct slice detail)
{
	s->faults++;
	findings_add(s->taking->findings, &(struct finding){
		.code = code, .file = s->taking->out->file, .line = s->row.line,
		.column = column != NULL ? slice_from_c(column) : (struct slice){ 0 }, .value = value, .detail = detail,
	});
}

void rows_refuse_value(struct rows *s, enum code code, enum rulings_column c, struct slice detail)
{
	struct xml_value v = rulings_column_value(c);

	s->faults++;
	s->refused[c] = true;
	findings_add(s->taking->findings, &(struct finding){
		.code = code, .personal = xml_value_personal(&v), .file = s->taking->out->file, .line = s->row.line,
		.column = slice_from_c(rulings_columns[c].name), .value = s->cells[c], .detail = detail,
	});
}

/* A stored date is a month where one is wanted and it is the first of it, which is what a spreadsheet makes of
 * 2026-01. */
static struct slice from_date(enum rulings_column c, struct slice date)
{
	bool month = rulings_column_value(c).type == XML_MONTH;

	if (month && date.len == 10 && slice_equal(slice_sub(date, 7, 3), SLICE("-01")))
		return slice_sub(date, 0, 7);
	return date;
}

void rows_read_nip(struct rows *s)
{
	char digits[NIP_DIGITS + 1];
	uint64_t nip;

	switch (nip_read_cell(s->cells[RC_NIP], &nip)) {
	case NIP_GOOD:
		nip_format(nip, digits);
		s->cells[RC_NIP] = arena_copy(&s->of_row, slice_from_c(digits));
		break;
	case NIP_ABSENT: /* "-" and "0" are none, and its type says so */
	case NIP_STRANGE:
		break;
	case NIP_DAMAGED:
		rows_refuse_value(s, N0141_NIP_DAMAGED, RC_NIP, (struct slice){ 0 });
		break;
	case NIP_NOT_ASCII:
		rows_refuse_value(s, N0143_KEY_NOT_ASCII, RC_NIP, (struct slice){ 0 });
		break;
	case NIP_FORMULA:
		rows_refuse_value(s, N0144_KEY_FORMULA, RC_NIP, (struct slice){ 0 });
		break;
	}
}

/* What a cell says, into cells[c]. */
static void read_cell(struct rows *s, enum rulings_column c)
{
	size_t i = (size_t)s->at[c];
	bool key = (rulings_columns[c].flags & RULINGS_KEY) != 0;
	struct slice bare;

	s->cells[c] = bare = slice_trim(s->table->ops->value(s->table->reader, i));
	switch (s->table->ops->kind(s->table->reader, i)) {
	case CELL_NUMBER:
		if (key)
			rows_refuse_value(s, N0191_KEY_IS_NUMBER, c, (struct slice){ 0 });
		break;
	case CELL_DATE:
		s->cells[c] = from_date(c, bare);
		break;
	case CELL_FORMULA:
		rows_refuse_value(s, N0192_CELL_IS_FORMULA, c, (struct slice){ 0 });
		break;
	case CELL_ERROR:
		rows_refuse_value(s, N0193_CELL_IS_ERROR, c, (struct slice){ 0 });
		break;
	case CELL_TEXT:
	case CELL_BOOLEAN:
		if (key && key_unwrap(&bare))
			s->cells[c] = bare;
		break;
	}
}

/* Cells that no name stands above. */
static void check_strays(struct rows *s)
{
	bool taken[TABLE_COLUMNS_MAX] = { false };

	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		if (s->at[c] != NO_CELL)
			taken[s->at[c]] = true;
	for (size_t i = 0; i < s->row.count && i < TABLE_COLUMNS_MAX; i++) {
		struct slice value = slice_trim(s->table->ops->value(s->table->reader, i));

		if (value.len == 0 || taken[i])
			continue;
		s->faults++;
		findings_add(s->taking->findings, &(struct finding){
			.code = N0524_ROWS_VALUE_STRAY, .personal = true, .file = s->taking->out->file, .line = s->row.line,
			.value = value, .detail = arena_printf(&s->of_row, "kolom %zu tanpa judul", i + 1),
		});
	}
}

bool rows_read_cells(struct rows *s)
{
	bool any = false;

	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++) {
		s->cells[c] = SLICE("");
		s->refused[c] = false;
		if (s->at[c] == NO_CELL || (size_t)s->at[c] >= s->row.count || rulings_columns[c].part == PART_NOTE)
			continue;
		read_cell(s, (enum rulings_column)c);
		any = any || s->cells[c].len > 0;
	}
	if (!any)
		return false;
	check_strays(s);
	return true;
}
