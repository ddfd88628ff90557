/* One record behind the header: what class of row it is, and for a data row every check on it. */
#include "scan_private.h"

#include <nafkah/nip.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROWS_TO_ESTIMATE = 1000 };

void scan_note(struct scanning *s, enum code code, int column, struct slice value, struct slice detail)
{
	findings_add(s->setup->findings, &(struct finding){
		.code = code, .file = s->setup->file, .line = s->record.line,
		.column = column == NO_COLUMN ? (struct slice){ 0 } : s->out->header.names[column], .value = value, .detail = detail,
	});
}

void scan_note_personal(struct scanning *s, enum code code, int column, struct slice value, struct slice detail)
{
	findings_add(s->setup->findings, &(struct finding){
		.code = code, .personal = true, .file = s->setup->file, .line = s->record.line,
		.column = column == NO_COLUMN ? (struct slice){ 0 } : s->out->header.names[column], .value = value, .detail = detail,
	});
}

static void take_values(struct scanning *s)
{
	for (size_t i = 0; i < s->role_column_count; i++)
		s->values[s->role_columns[i]] = csv_value(s->csv, (size_t)s->role_columns[i]);
}

/* Also those without a role: few rows are asked for them. */
static void take_all_values(struct scanning *s)
{
	for (size_t i = 0; i < s->record.field_count; i++)
		s->values[i] = csv_value(s->csv, i);
}

struct cell scan_cell(const struct scanning *s, int column)
{
	const struct csv_field *f = &s->record.fields[column];
	struct slice raw = slice_sub(s->record.raw, f->from, f->to - f->from);
	struct slice inner = f->quoted ? slice_sub(raw, 1, raw.len - 2) : raw, core = slice_trim(inner);
	uint64_t base = s->record.offset;

	return (struct cell){
		.from = base + f->from,
		.to = base + f->to,
		.core_from = base + (uint64_t)(core.ptr - s->record.raw.ptr),
		.core_to = base + (uint64_t)(core.ptr - s->record.raw.ptr) + core.len,
		.quoted = f->quoted,
		.style = amount_read(s->out->layout, true, core, &(struct money){ 0 }) == AMOUNT_OK
		                 ? cell_style_of(s->out->layout, core)
		                 : (struct cell_style){ 0 },
	};
}

/* A line end inside a field: only where the layout names the column, and not where the field has swallowed a row. */
static bool lines_in_fields_allowed(struct scanning *s)
{
	if (!s->record.multiline)
		return true;
	take_all_values(s);
	for (size_t i = 0; i < s->record.field_count; i++) {
		struct slice rest = s->values[i];
		bool allowed = s->out->header.may_hold_lines[i];

		if (!s->record.fields[i].multiline)
			continue;
		while (allowed && rest.ptr != NULL) {
			struct slice line = slice_cut(&rest, '\n');
			size_t delimiters = 0, digits = 0;

			for (size_t k = 0; k < line.len; k++) {
				delimiters += line.ptr[k] == s->out->delimiter ? 1 : 0;
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

static void note_amount(struct scanning *s, enum amount_fault fault, int column)
{
	static const enum code codes[] = {
		[AMOUNT_NEGATIVE] = N0201_MONEY_NEGATIVE,    [AMOUNT_TOO_LARGE] = N0202_MONEY_TOO_LARGE,
		[AMOUNT_NOT_A_NUMBER] = N0203_MONEY_NOT_A_NUMBER, [AMOUNT_NOT_ASCII] = N0143_KEY_NOT_ASCII,
		[AMOUNT_OVERFLOW] = N0204_MONEY_SUM_OVERFLOW,
	};

	scan_note(s, codes[fault], column, s->values[column], (struct slice){ 0 });
}

static bool tally_add(struct tally *t, const struct row_money *m)
{
	t->rows++;
	return money_add(t->gross, m->gross, &t->gross) && money_add(t->cuts, m->cuts, &t->cuts) &&
	       money_add(t->net, m->net, &t->net);
}

/* The sums of the file, and of the rows since the last sub-total. */
static bool add_up(struct scanning *s, const struct row_money *m)
{
	struct row_money *since = &s->since_subtotal;

	return tally_add(&s->out->tally, m) && money_add(since->gross, m->gross, &since->gross) &&
	       money_add(since->cuts, m->cuts, &since->cuts) && money_add(since->net, m->net, &since->net);
}

/* kotor - potongan = bersih. On a person with a ruling the law holds the ruling instead. */
static void check_arithmetic(struct scanning *s, const struct row_money *m, const struct person *p)
{
	bool sums = row_money_sums(m);
	int net = s->out->header.of_role[ROLE_BERSIH];

	s->setup->checked[CHECK_ARITHMETIC]++;
	if (!sums && s->record.end == LINE_END_NONE)
		scan_note(s, N0128_LAST_ROW_CUT, net, s->values[net], (struct slice){ 0 });
	else if (!sums && p == NULL)
		scan_note(s, N0206_ROW_ARITHMETIC, net, s->values[net], (struct slice){ 0 });
}

static void check_period(struct scanning *s)
{
	int column = s->out->header.of_role[ROLE_PERIODE];
	const struct layout *l = s->out->layout;
	char wanted[8];
	month_no month;
	unsigned styles = 0;

	if (column == NO_COLUMN)
		return;
	for (size_t i = 0; i < l->column_count; i++)
		styles |= l->columns[i].period_styles;
	s->setup->checked[CHECK_PERIOD]++;
	month_format(s->setup->period, wanted);
	if (!period_read(styles, s->values[column], &month))
		scan_note(s, N0135_PERIOD_UNREADABLE, column, s->values[column], slice_from_c(wanted));
	else if (month != s->setup->period)
		scan_note(s, N0134_PERIOD_MISMATCH, column, s->values[column], slice_from_c(wanted));
}

/* The account cell as text without ="..." and a leading apostrophe; refused when it is a formula or not ASCII. */
static struct slice check_account(struct scanning *s)
{
	int column = s->out->header.of_role[ROLE_REKENING];
	struct slice cell;

	if (column == NO_COLUMN)
		return (struct slice){ 0 };
	cell = slice_trim(s->values[column]);
	s->setup->checked[CHECK_ACCOUNT]++;
	if (cell.len >= 3 && slice_starts_with(cell, SLICE("=\"")) && cell.ptr[cell.len - 1] == '"')
		cell = slice_sub(cell, 2, cell.len - 3);
	if (cell.len > 0 && cell.ptr[0] == '\'')
		cell = slice_sub(cell, 1, cell.len);
	if (cell.len > 1 && (cell.ptr[0] == '=' || cell.ptr[0] == '+' || cell.ptr[0] == '@' || cell.ptr[0] == '-'))
		scan_note_personal(s, N0144_KEY_FORMULA, column, cell, (struct slice){ 0 });
	for (size_t i = 0; i < cell.len; i++) {
		if ((unsigned char)cell.ptr[i] < 0x80)
			continue;
		scan_note_personal(s, N0143_KEY_NOT_ASCII, column, cell, (struct slice){ 0 });
		break;
	}
	return cell;
}

/* The set of NIPs gets its size when enough rows were seen to tell how many there will be, a few more than that. False:
 * memory. */
static bool make_room(struct scanning *s, struct number_set *seen)
{
	uint64_t rows = s->out->tally.rows, passed = s->record.offset;

	if (s->estimated || rows < ROWS_TO_ESTIMATE || s->setup->size <= passed)
		return true;
	s->estimated = true;
	return number_set_reserve(seen, seen->count + (s->setup->size - passed) / (passed / rows) * 65 / 64);
}

/* A NIP that stands before already among the counted rows of its kind. */
static enum status check_twice(struct scanning *s, uint64_t nip, const struct person *p)
{
	char text[NIP_DIGITS + 1], first[24];
	uint32_t tag = s->record.line < UINT32_MAX ? (uint32_t)s->record.line : UINT32_MAX, before;
	struct number_set *seen = s->setup->seen != NULL ? &s->setup->seen[s->out->layout->kind] : NULL;

	if (seen == NULL)
		return STATUS_OK;
	if (!make_room(s, seen))
		return STATUS_FAIL;
	s->setup->checked[CHECK_TWICE]++;
	switch (number_set_add(seen, nip, tag, &before)) {
	case NUMBER_NO_MEMORY:
		return STATUS_FAIL;
	case NUMBER_KNOWN:
		nip_format(nip, text);
		(void)snprintf(first, sizeof first, "%" PRIu32, before);
		findings_add(s->setup->findings, &(struct finding){
			.code = p != NULL ? N0145_NIP_TWICE_RULING : N0146_NIP_TWICE, .personal = true, .file = s->setup->file,
			.line = s->record.line, .column = s->out->header.names[s->out->header.of_role[ROLE_NIP]],
			.value = slice_from_c(text), .detail = slice_from_c(first), .nip = slice_from_c(text),
		});
		break;
	case NUMBER_NEW:
		break;
	}
	return STATUS_OK;
}

static bool counts(const struct scanning *s)
{
	int column = s->out->header.count_column;

	return column == NO_COLUMN || slice_equal(slice_trim(s->values[column]), s->out->layout->count_value);
}

static enum status keep_match(struct scanning *s, struct match *m)
{
	struct scan *out = s->out;

	if (out->match_count == out->match_room) {
		size_t room = out->match_room == 0 ? 64 : out->match_room * 2;
		struct match *grown = arena_array(s->setup->arena, room, sizeof *grown);

		if (grown == NULL)
			return STATUS_FAIL;
		if (out->match_count > 0)
			memcpy(grown, out->matches, out->match_count * sizeof *grown);
		out->matches = grown;
		out->match_room = room;
	}
	out->matches[out->match_count++] = *m;
	return s->setup->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

/* How the amounts of the row are written: a zero mark says nothing, so its neighbours speak for it. */
static struct cell amount_cell(const struct scanning *s, enum role role)
{
	struct cell c = scan_cell(s, s->out->header.of_role[role]), gross = scan_cell(s, s->out->header.of_role[ROLE_KOTOR]);

	if (c.core_from == c.core_to || (c.core_to - c.core_from == 1 && s->record.raw.ptr[c.core_from - s->record.offset] == '-'))
		c.style.decimals = gross.style.decimals;
	c.style.grouped = c.style.grouped || gross.style.grouped;
	return c;
}

/* The voluntary columns of the row, one by one; row_money_read has accepted them. */
static const struct money *voluntary_columns(const struct scanning *s)
{
	const struct header *h = &s->out->header;
	struct money *parts = arena_array(s->setup->arena, h->voluntary_count, sizeof *parts);

	for (size_t i = 0; parts != NULL && i < h->voluntary_count; i++)
		(void)amount_read(h->layout, h->is_signed[h->voluntary[i]], s->values[h->voluntary[i]], &parts[i]);
	return parts;
}

static enum status take_match(struct scanning *s, struct person *p, const struct row_money *m, bool counted,
                              struct slice account, size_t department)
{
	const struct scan_setup *setup = s->setup;
	struct match match = {
		.person = p, .offset = s->record.offset, .department = department,
		.cuts = amount_cell(s, ROLE_POTONGAN), .net = amount_cell(s, ROLE_BERSIH),
		.voluntary = p->nip == setup->explained ? voluntary_columns(s) : NULL,
		.row = {
			.file = setup->file_index, .line = s->record.line, .kind = s->out->layout->kind, .adjusted = setup->adjusted,
			.counted = counted && rules_source(setup->rules, s->out->layout->kind) >= 0,
			.sums = row_money_sums(m),
			.name = arena_copy(setup->arena, s->values[s->out->header.of_role[ROLE_NAMA]]),
			.account = arena_copy(setup->arena, account),
			.gross = m->gross, .cuts = m->cuts, .net = m->net, .voluntary = m->voluntary,
		},
	};

	return keep_match(s, &match);
}

static enum status data_row(struct scanning *s, uint64_t nip)
{
	struct person *p = nip != 0 && s->setup->roster != NULL ? roster_find(s->setup->roster, nip) : NULL;
	bool counted = counts(s);
	struct row_money money = { 0 };
	struct slice account = check_account(s);
	size_t department;
	int column = NO_COLUMN;
	enum amount_fault fault = row_money_read(&s->out->header, s->values, &money, &column);
	enum status status;

	s->setup->checked[CHECK_MONEY]++;
	check_period(s);
	if (fault != AMOUNT_OK) {
		note_amount(s, fault, column);
		s->out->tally.rows++;
		return STATUS_OK;
	}
	check_arithmetic(s, &money, p);
	if (!add_up(s, &money)) {
		scan_note(s, N0204_MONEY_SUM_OVERFLOW, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
		return STATUS_REJECT;
	}
	s->out->tally.counted += counted ? 1 : 0;
	s->out->tally.without_nip += nip == 0 ? 1 : 0;
	status = scan_department(s, money.net, &department);
	if (status == STATUS_OK && nip != 0 && counted)
		status = check_twice(s, nip, p);
	if (status == STATUS_OK && p != NULL)
		status = take_match(s, p, &money, counted, account, department);
	return status;
}

/* A cell in the NIP column that is no NIP: a total row, a second header, or somebody without one. */
static enum status row_without_nip(struct scanning *s, enum nip_cell cell)
{
	int column = s->out->header.of_role[ROLE_NIP];
	enum row_class class;

	take_all_values(s);
	class = row_classify(&s->out->header, s->values, &s->scratch);
	if (s->scratch.failed)
		return STATUS_FAIL;
	if (class != ROW_DATA)
		return scan_total(s, class == ROW_SUBTOTAL);
	if (is_repeated_header(s)) {
		scan_note(s, N0125_HEADER_REPEATED, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
		return STATUS_OK;
	}
	if (slice_trim(s->values[s->out->header.of_role[ROLE_NAMA]]).len == 0 || /* nobody's row: sums without a word */
	    row_looks_total(s->values, s->record.field_count, &s->scratch)) {
		scan_note(s, N0129_TOTAL_UNDECLARED, NO_COLUMN, (struct slice){ 0 }, s->out->layout->id);
		return STATUS_OK;
	}
	if (cell == NIP_STRANGE)
		scan_note_personal(s, N0142_NIP_STRANGE, column, s->values[column], (struct slice){ 0 });
	return data_row(s, 0);
}

enum status scan_row(struct scanning *s)
{
	int column = s->out->header.of_role[ROLE_NIP];
	char found[24], expected[24];
	uint64_t nip = 0;

	s->setup->checked[CHECK_STRUCTURE]++;
	if (s->record.field_count != s->out->header.column_count) {
		(void)snprintf(found, sizeof found, "%zu", s->record.field_count);
		(void)snprintf(expected, sizeof expected, "%zu", s->out->header.column_count);
		scan_note(s, N0117_CSV_FIELD_COUNT, NO_COLUMN, slice_from_c(found), slice_from_c(expected));
		return STATUS_OK;
	}
	take_values(s);
	if (!lines_in_fields_allowed(s))
		return STATUS_OK;
	s->setup->checked[CHECK_NIP]++;
	switch (nip_read_cell(s->values[column], &nip)) {
	case NIP_GOOD:
		if (s->setup->seen != NULL)
			number_set_expect(&s->setup->seen[s->out->layout->kind], nip);
		return data_row(s, nip);
	case NIP_ABSENT:
		return row_without_nip(s, NIP_ABSENT);
	case NIP_STRANGE:
		return row_without_nip(s, NIP_STRANGE);
	case NIP_DAMAGED:
		scan_note_personal(s, N0141_NIP_DAMAGED, column, s->values[column], (struct slice){ 0 });
		break;
	case NIP_NOT_ASCII:
		scan_note_personal(s, N0143_KEY_NOT_ASCII, column, s->values[column], (struct slice){ 0 });
		break;
	case NIP_FORMULA:
		scan_note_personal(s, N0144_KEY_FORMULA, column, s->values[column], (struct slice){ 0 });
		break;
	}
	return STATUS_OK;
}
