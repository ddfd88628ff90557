/* People's rows of an export that is drafted: how their amounts, months and NIPs are written, and what they sum to. */
#include "draft_private.h"

#include <nafkah/nip.h>

static void take_amount(struct draft *d, const struct draft_row *row, int column, struct money *sum)
{
	struct money amount = { 0 };
	struct slice text = draft_text(row, column);
	enum cell_kind kind = column != NO_COLUMN && (size_t)column < row->count ? row->cells[column].kind : CELL_TEXT;

	if (column == NO_COLUMN)
		return;
	if (kind == CELL_FORMULA || kind == CELL_ERROR)
		draft_note(&d->rows.formulas, &d->rows.formula_line, row->line);
	if (kind == CELL_TEXT)
		money_guess_take(&d->rows.money, text, row->line);
	if (!money_read_any(text, &amount))
		return;
	d->columns[column].is_signed |= amount.sen < 0;
	if (sum != NULL && !money_add(*sum, amount, sum))
		sum->sen = 0;
}

static void take_period(struct draft *d, const struct draft_row *row)
{
	static const unsigned styles[] = { PERIOD_ISO, PERIOD_YMD, PERIOD_DMY };
	int column = d->roles[ROLE_PERIODE].column;
	month_no month = MONTH_NONE;
	bool date;

	if (column == NO_COLUMN)
		return;
	date = (size_t)column < row->count && row->cells[column].kind == CELL_DATE;
	if (d->rows.period_values++ == 0)
		d->rows.periods = PERIOD_ISO | PERIOD_YMD | PERIOD_DMY;
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if ((date && styles[i] != PERIOD_ISO) || !period_read(styles[i], draft_text(row, column), &month))
			d->rows.periods &= ~styles[i];
	if (d->rows.month == MONTH_NONE)
		d->rows.month = month;
	else if (month != MONTH_NONE && month != d->rows.month)
		d->rows.months_differ = true;
}

static bool counts(const struct draft *d, const struct draft_row *row)
{
	return d->count_column == NO_COLUMN ||
	       slice_equal(draft_text(row, d->count_column),
	                   slice_from_c(header_count_value(d->columns[d->count_column].folded)));
}

static bool is_stored_number(const struct draft_row *row, int column)
{
	return column != NO_COLUMN && (size_t)column < row->count && row->cells[column].kind == CELL_NUMBER;
}

static void take_account(struct draft *d, const struct draft_row *row)
{
	struct slice account = draft_text(row, d->roles[ROLE_REKENING].column);
	bool sound = key_unwrap(&account);

	for (size_t i = 0; i < account.len; i++)
		sound = sound && (unsigned char)account.ptr[i] < 0x80;
	if (!sound)
		draft_note(&d->rows.damaged, &d->rows.damaged_line, row->line);
}

/* False: memory. */
static bool take_nip(struct draft *d, const struct draft_row *row)
{
	uint64_t nip = 0;
	uint32_t before;

	take_account(d, row);
	if (is_stored_number(row, d->roles[ROLE_NIP].column) || is_stored_number(row, d->roles[ROLE_REKENING].column))
		draft_note(&d->rows.numbers_as_key, &d->rows.key_line, row->line);
	switch (nip_read_cell(draft_text(row, d->roles[ROLE_NIP].column), &nip)) {
	case NIP_GOOD:
		break;
	case NIP_DAMAGED:
	case NIP_NOT_ASCII:
	case NIP_FORMULA:
		draft_note(&d->rows.damaged, &d->rows.damaged_line, row->line);
		return true;
	case NIP_ABSENT:
	case NIP_STRANGE:
		d->rows.without_nip++;
		return true;
	}
	if (!counts(d, row))
		return true;
	switch (number_set_add(&d->seen, nip, 0, &before)) {
	case NUMBER_NO_MEMORY:
		return false;
	case NUMBER_KNOWN:
		draft_note(&d->rows.twice, &d->rows.twice_line, row->line);
		break;
	case NUMBER_NEW:
		break;
	}
	return true;
}

static void add_part(struct row_money *sum, const struct row_money *m)
{
	if (!money_add(sum->gross, m->gross, &sum->gross) || !money_add(sum->cuts, m->cuts, &sum->cuts) ||
	    !money_add(sum->net, m->net, &sum->net))
		*sum = (struct row_money){ 0 };
}

bool draft_take_person(struct draft *d, const struct draft_row *row)
{
	struct draft_rows *r = &d->rows;
	struct row_money m = { 0 };

	draft_move_words(&r->pending, &r->titles);
	r->tail_behind_total = false;
	r->persons++;
	take_amount(d, row, d->roles[ROLE_KOTOR].column, &m.gross);
	take_amount(d, row, d->roles[ROLE_POTONGAN].column, &m.cuts);
	take_amount(d, row, d->roles[ROLE_BERSIH].column, &m.net);
	for (size_t i = 0; i < d->voluntary_count; i++)
		take_amount(d, row, d->voluntary[i], NULL);
	take_period(d, row);
	if (d->roles[ROLE_KOTOR].column != NO_COLUMN && d->roles[ROLE_POTONGAN].column != NO_COLUMN &&
	    d->roles[ROLE_BERSIH].column != NO_COLUMN) {
		r->identities++;
		if (!row_money_sums(&m))
			draft_note(&r->broken, &r->broken_line, row->line);
	}
	add_part(&r->all, &m);
	add_part(&r->part, &m);
	return take_nip(d, row);
}
