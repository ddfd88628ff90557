/* A bank's file as results: one for each row. */
#include <nafkah/bank_file.h>

#include "column_table.h"

#include <string.h>

enum { DIGITS_OF_A_NUMBER = 15, TEXT_MOST = 500 }; /* what a spreadsheet keeps of a number; longer texts are cut */

struct reading {
	const struct bank_file_setup *setup;
	struct column_table table;
	const struct return_format *format;
	struct bank_result *items;
	size_t count, room;
	bool refused;
};

static const int identifying[] = { RETURN_KEY, RETURN_ACCOUNT, RETURN_STATUS, NO_SUCH_COLUMN };

static struct slice cell(const struct reading *rd, enum return_role role)
{
	return rd->table.cells[role].text;
}

static void refuse(struct reading *rd, enum return_role role, enum code code, struct slice detail)
{
	rd->refused = true;
	findings_add(rd->setup->findings, &(struct finding){
		.code = code, .personal = true, .file = rd->setup->file, .line = rd->table.row.line,
		.column = rd->format->columns[role].names[0], .value = cell(rd, role), .detail = detail,
	});
}

/* ---- cells ---- */

/* Hex digits; channels that know capitals only give them back so. */
static void take_key(struct reading *rd, struct bank_result *r)
{
	struct slice text = cell(rd, RETURN_KEY);
	char *key = arena_alloc(rd->setup->arena, text.len + 1);

	if (rd->table.cells[RETURN_KEY].kind == CELL_NUMBER) {
		refuse(rd, RETURN_KEY, N0191_KEY_IS_NUMBER, (struct slice){ 0 });
		return;
	}
	for (size_t i = 0; key != NULL && i < text.len; i++) {
		key[i] = ascii_lower(text.ptr[i]);
		if (ascii_is_digit(key[i]) || (key[i] >= 'a' && key[i] <= 'f'))
			continue;
		refuse(rd, RETURN_KEY, N1045_RESULT_UNREADABLE, SLICE("10..20 x 0-9 a-f"));
		return;
	}
	r->key = (struct slice){ key, key != NULL ? text.len : 0 };
}

/* Digits, with blanks, dots or hyphens between them. One of which the bank shows only some tells nothing. */
static void take_account(struct reading *rd, struct bank_result *r)
{
	struct slice text = cell(rd, RETURN_ACCOUNT);
	char *digits = arena_alloc(rd->setup->arena, text.len + 1);
	size_t count = 0;
	bool hidden = false;

	for (size_t i = 0; digits != NULL && i < text.len; i++) {
		char c = ascii_lower(text.ptr[i]);

		hidden = hidden || c == '*' || c == 'x';
		if (ascii_is_digit(c))
			digits[count++] = c;
		else if (c != '*' && c != 'x' && memchr(" .-", c, 3) == NULL) {
			refuse(rd, RETURN_ACCOUNT, N1045_RESULT_UNREADABLE, SLICE("0-9"));
			return;
		}
	}
	if (rd->table.cells[RETURN_ACCOUNT].kind == CELL_NUMBER && count > DIGITS_OF_A_NUMBER)
		refuse(rd, RETURN_ACCOUNT, N0191_KEY_IS_NUMBER, (struct slice){ 0 });
	r->account = (struct slice){ digits, hidden ? 0 : count };
}

static void take_amount(struct reading *rd, struct bank_result *r)
{
	static const struct money_style plain = { .decimal = '.' };
	struct money_style style = rd->table.cells[RETURN_AMOUNT].kind == CELL_NUMBER ? plain : rd->format->money;

	if (cell(rd, RETURN_AMOUNT).len == 0)
		return;
	r->has_amount = money_parse(cell(rd, RETURN_AMOUNT), style, &r->amount) == MONEY_OK;
	if (!r->has_amount)
		refuse(rd, RETURN_AMOUNT, N1045_RESULT_UNREADABLE,
		       arena_printf(rd->setup->arena, "1234%c00", style.decimal));
}

static void take_fate(struct reading *rd, struct bank_result *r)
{
	struct slice text = cell(rd, RETURN_STATUS), word = header_fold(rd->setup->arena, text);

	for (unsigned f = 0; f < FATE_COUNT; f++) {
		if (!words_have(rd->format->meaning[f], word))
			continue;
		r->fate = (enum fate)f;
		return;
	}
	r->fate = FATE_UNKNOWN;
	if (text.len > 0 || !rd->format->empty_is_unknown)
		refuse(rd, RETURN_STATUS, N1046_RESULT_WORD_UNKNOWN, rd->format->id);
}

static bool read_dmy(struct slice s, struct date *out)
{
	char iso[10] = { 0 };

	if (s.len != 10 || (s.ptr[2] != '-' && s.ptr[2] != '/') || s.ptr[5] != s.ptr[2])
		return false;
	memcpy(iso, s.ptr + 6, 4);
	memcpy(iso + 5, s.ptr + 3, 2);
	memcpy(iso + 8, s.ptr, 2);
	iso[4] = iso[7] = '-';
	return date_parse((struct slice){ iso, sizeof iso }, out);
}

static bool read_ymd(struct slice s, struct date *out)
{
	char iso[10] = { 0 };

	if (s.len != 8)
		return false;
	memcpy(iso, s.ptr, 4);
	memcpy(iso + 5, s.ptr + 4, 2);
	memcpy(iso + 8, s.ptr + 6, 2);
	iso[4] = iso[7] = '-';
	return date_parse((struct slice){ iso, sizeof iso }, out);
}

/* A day, behind which a time may stand. */
static void take_date(struct reading *rd, struct bank_result *r)
{
	struct slice text = cell(rd, RETURN_DATE), day = text;
	unsigned styles = rd->format->date_styles | (rd->table.cells[RETURN_DATE].kind == CELL_DATE ? PERIOD_ISO : 0u);

	if (text.len == 0)
		return;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] != ' ' && text.ptr[i] != 'T')
			continue;
		day.len = i;
		break;
	}
	if (((styles & PERIOD_ISO) != 0 && date_parse(day, &r->date)) || ((styles & PERIOD_YMD) != 0 && read_ymd(day, &r->date)) ||
	    ((styles & PERIOD_DMY) != 0 && read_dmy(day, &r->date)))
		return;
	refuse(rd, RETURN_DATE, N1045_RESULT_UNREADABLE, SLICE("YYYY-MM-DD, YYYYMMDD, DD-MM-YYYY"));
}

/* One line of text, of a length that a list can hold; cut between characters. */
static struct slice take_text(struct reading *rd, enum return_role role)
{
	struct slice text = cell(rd, role);
	char *copy = arena_alloc(rd->setup->arena, text.len + 1);

	text.len = text.len > TEXT_MOST ? utf8_valid_prefix(slice_sub(text, 0, TEXT_MOST)) : text.len;
	for (size_t i = 0; copy != NULL && i < text.len; i++)
		copy[i] = text.ptr[i] == '\r' || text.ptr[i] == '\n' ? ' ' : text.ptr[i];
	return slice_trim((struct slice){ copy, copy != NULL ? text.len : 0 });
}

/* ---- rows ---- */

static enum status take_row(struct reading *rd)
{
	struct bank_result r = { .line = rd->table.row.line };

	if (rd->table.refused) {
		rd->refused = true;
		return STATUS_OK;
	}
	take_key(rd, &r);
	take_account(rd, &r);
	take_amount(rd, &r);
	take_fate(rd, &r);
	take_date(rd, &r);
	r.reason = take_text(rd, RETURN_REASON);
	r.reference = take_text(rd, RETURN_REFERENCE);
	rd->items = arena_grow(rd->setup->arena, rd->items, rd->count, &rd->room, sizeof *rd->items);
	if (rd->items == NULL || rd->setup->arena->exhausted)
		return STATUS_FAIL;
	rd->items[rd->count++] = r;
	return STATUS_OK;
}

static enum status read_rows(struct reading *rd)
{
	enum status status;

	do {
		status = column_table_next(&rd->table, rd->format->skipped, identifying);
		if (status == STATUS_OK)
			status = take_row(rd);
	} while (status == STATUS_OK);
	return status == STATUS_END ? (rd->refused ? STATUS_REJECT : STATUS_OK) : status;
}

/* ---- forms ---- */

static const struct wanted_table *wanted_of(const struct bank_file_setup *s)
{
	struct wanted_table *wanted = arena_array(s->arena, s->format_count, sizeof *wanted);

	for (size_t i = 0; wanted != NULL && i < s->format_count; i++) {
		const struct return_format *f = &s->formats[i];
		struct wanted_column *columns = arena_array(s->arena, RETURN_ROLE_COUNT, sizeof *columns);

		for (size_t r = 0; columns != NULL && r < RETURN_ROLE_COUNT; r++)
			columns[r] = (struct wanted_column){ f->columns[r].required, f->columns[r].names, f->columns[r].name_count };
		wanted[i] = (struct wanted_table){
			.id = f->id, .containers = f->containers, .header_rows_max = f->header_rows_max, .columns = columns,
			.column_count = RETURN_ROLE_COUNT,
		};
	}
	return s->arena->exhausted ? NULL : wanted;
}

enum status bank_file_read(const struct bank_file_setup *setup, struct bank_file *out)
{
	struct reading rd = { .setup = setup };
	struct column_setup columns = {
		.bytes = setup->bytes, .file = setup->file, .wanted = wanted_of(setup), .wanted_count = setup->format_count,
		.unknown = N1043_RESULT_HEADER_UNKNOWN, .chosen = setup->chosen, .arena = setup->arena, .findings = setup->findings,
	};
	enum status status = columns.wanted != NULL ? column_table_open(&columns, &rd.table) : STATUS_FAIL;

	if (status == STATUS_OK) {
		rd.format = &setup->formats[rd.table.form - columns.wanted];
		status = read_rows(&rd);
	}
	column_table_close(&rd.table);
	if (status == STATUS_OK)
		*out = (struct bank_file){ rd.format, { rd.items, rd.count } };
	return status;
}
