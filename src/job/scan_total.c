/* Total and sub-total rows: what they state is held against the rows above them, and where they stand is kept, so that
 * the rewrite can write new sums. */
#include "scan_private.h"

#include <string.h>

static bool keep_total(struct scanning *s, const struct total_row *t)
{
	struct scan *out = s->out;
	struct total_row *totals = arena_grow(s->setup->arena, out->totals, out->total_count, &out->total_room, sizeof *totals);

	if (totals == NULL)
		return false;
	out->totals = totals;
	out->totals[out->total_count++] = *t;
	return true;
}

static void mismatch(struct scanning *s, int column, struct money stated, struct money summed)
{
	char text[40], sums[128];
	struct money gap = { 0 };
	size_t len;

	if (!money_sub(stated, summed, &gap))
		gap.sen = 0;
	len = money_format(summed, s->out->layout->money, 2, false, sums);
	memcpy(sums + len, " (", 2);
	len += 2 + money_format(gap, s->out->layout->money, 2, false, sums + len + 2);
	sums[len++] = ')';
	(void)money_format(stated, s->out->layout->money, 2, false, text);
	scan_note(s, N0130_TOTAL_MISMATCH, column, slice_from_c(text), (struct slice){ sums, len });
}

/* One stated sum. False: the cell is empty, or no amount (a finding says so). */
static bool stated_sum(struct scanning *s, int column, struct money summed, struct money *stated)
{
	struct slice cell = slice_trim(s->values[column]);
	enum cell_kind kind = s->table.ops->kind(s->table.reader, (size_t)column);

	if (cell.len == 0)
		return false;
	if (kind == CELL_ERROR || (kind == CELL_FORMULA && !s->out->layout->containers[s->out->container].total_formulas)) {
		scan_note(s, kind == CELL_ERROR ? N0193_CELL_IS_ERROR : N0192_CELL_IS_FORMULA, column, cell, (struct slice){ 0 });
		return false;
	}
	if (amount_read(s->out->layout, true, cell, stated) != AMOUNT_OK) {
		scan_note(s, N0203_MONEY_NOT_A_NUMBER, column, cell, (struct slice){ 0 });
		return false;
	}
	if (stated->sen != summed.sen)
		mismatch(s, column, *stated, summed);
	return true;
}

enum status scan_total(struct scanning *s, bool subtotal)
{
	const int16_t *role = s->out->header.of_role;
	struct row_money all = { s->out->tally.gross, s->out->tally.cuts, s->out->tally.net, { 0 } };
	struct row_money sums = subtotal ? s->since_subtotal : all, stated = { 0 };
	struct total_row t = { .from = subtotal ? s->subtotal_from : s->total_from, .offset = s->row.offset,
		.line = s->row.line };
	bool states_gross = stated_sum(s, role[ROLE_KOTOR], sums.gross, &stated.gross);

	s->setup->checked[CHECK_TOTALS]++;
	t.states_cuts = stated_sum(s, role[ROLE_POTONGAN], sums.cuts, &stated.cuts);
	t.states_net = stated_sum(s, role[ROLE_BERSIH], sums.net, &stated.net);
	if (states_gross && t.states_cuts && t.states_net && !row_money_sums(&stated))
		scan_note(s, N0207_TOTAL_ARITHMETIC, NO_COLUMN, slice_trim(s->values[role[ROLE_BERSIH]]), (struct slice){ 0 });
	if (scan_cell(s, role[ROLE_POTONGAN], &t.cuts) != STATUS_OK || scan_cell(s, role[ROLE_BERSIH], &t.net) != STATUS_OK)
		return STATUS_FAIL;
	t.cuts_value = stated.cuts;
	t.net_value = stated.net;
	s->subtotal_from = s->row.offset;
	s->since_subtotal = (struct row_money){ 0 };
	s->saw_total = s->saw_total || !subtotal;
	return keep_total(s, &t) ? STATUS_OK : STATUS_FAIL;
}
