/* The checks of a data row: money, arithmetic, period, account, and a NIP that stands twice. */
#include "scan_private.h"

#include <nafkah/nip.h>

#include <inttypes.h>
#include <stdio.h>

enum { ROWS_TO_ESTIMATE = 1000 };

static bool is_money_column(const struct header *h, int column)
{
	bool is = column == h->of_role[ROLE_KOTOR] || column == h->of_role[ROLE_POTONGAN] || column == h->of_role[ROLE_BERSIH];

	for (size_t i = 0; i < h->voluntary_count; i++)
		is = is || column == h->voluntary[i];
	return is;
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
	if (!sums && s->row.unterminated)
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
	if (scan_kind(s, column) == CELL_DATE)
		styles = PERIOD_ISO;
	s->setup->checked[CHECK_PERIOD]++;
	month_format(s->period, wanted);
	if (!period_read(styles, s->values[column], &month))
		scan_note(s, N0135_PERIOD_UNREADABLE, column, s->values[column],
		          slice_from_c(s->period != MONTH_NONE ? wanted : "YYYY-MM"));
	else if (s->period == MONTH_NONE)
		s->period = month;
	else if (month != s->period)
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
	uint64_t rows = s->out->tally.rows, passed = s->row.offset;

	if (s->estimated || rows < ROWS_TO_ESTIMATE || s->setup->size <= passed)
		return true;
	s->estimated = true;
	return number_set_reserve(seen, seen->count + (s->setup->size - passed) / (passed / rows) * 65 / 64);
}

/* A NIP that stands before already among the counted rows of its kind. */
static enum status check_twice(struct scanning *s, uint64_t nip, const struct person *p)
{
	char text[NIP_DIGITS + 1], first[24];
	uint32_t tag = s->row.line < UINT32_MAX ? (uint32_t)s->row.line : UINT32_MAX, before;
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
			.line = s->row.line, .column = s->out->header.names[s->out->header.of_role[ROLE_NIP]],
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

/* Cells of a sheet whose values are not what they seem. */
static bool kinds_are_sound(struct scanning *s)
{
	const struct header *h = &s->out->header;
	bool sound = true;

	if (s->out->container == CONTAINER_CSV)
		return true;
	for (size_t i = 0; i < s->role_column_count; i++) {
		int column = s->role_columns[i];
		bool account = column == h->of_role[ROLE_REKENING], key = account || is_money_column(h, column);
		enum cell_kind kind = scan_kind(s, column);
		enum code code = kind == CELL_ERROR ? N0193_CELL_IS_ERROR
		                 : kind == CELL_FORMULA ? N0192_CELL_IS_FORMULA
		                 : kind == CELL_NUMBER ? N0191_KEY_IS_NUMBER : N0203_MONEY_NOT_A_NUMBER;

		if (kind == CELL_TEXT || !key || (kind == CELL_NUMBER && !account))
			continue;
		sound = false;
		if (account)
			scan_note_personal(s, code, column, s->values[column], (struct slice){ 0 });
		else
			scan_note(s, code, column, s->values[column], (struct slice){ 0 });
	}
	return sound;
}

enum status scan_data_row(struct scanning *s, uint64_t nip)
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
	s->last_line = s->row.line;
	s->counted = counted;
	check_period(s);
	s->seen = kinds_are_sound(s) ? SEEN_DATA : SEEN_REFUSED;
	if (s->seen != SEEN_DATA || fault != AMOUNT_OK) {
		if (fault != AMOUNT_OK)
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
	s->setup->checked[CHECK_CROSS] += counted && s->setup->payees != NULL ? 1 : 0;
	if (counted && s->setup->payees != NULL && payees_may_have(s->setup->payees, account))
		scan_payees(s, nip, account);
	status = scan_department(s, money.net, &department);
	if (status == STATUS_OK && nip != 0 && counted)
		status = check_twice(s, nip, p);
	if (status == STATUS_OK && p != NULL)
		status = scan_take_match(s, p, &money, counted, account, department);
	return status;
}
