/* The base, from the columns of the payrolls, and the shares of it. */
#include "explain_private.h"

#include <nafkah/due.h>

static void tell_voluntary(struct explaining *x, const struct explain_row *columns)
{
	bool any = false;

	for (size_t i = 0; i < columns->count; i++) {
		if (columns->voluntary[i].amount.sen == 0)
			continue;
		TELL(ITEM, W(VOLUNTARY), columns->voluntary[i].name, explain_money(x, columns->voluntary[i].amount));
		any = true;
	}
	if (!any)
		TELL(ITEM, W(NO_VOLUNTARY), explain_rupiah(x, 0));
}

static void tell_check(struct explaining *x, const struct pay_row *row)
{
	struct money rest = { 0 };
	struct slice gross = explain_money(x, row->gross), cuts = explain_money(x, row->cuts);

	(void)!money_sub(row->gross, row->cuts, &rest);
	if (row->sums)
		TELL(ITEM, W(ROW_SUMS), gross, cuts, explain_money(x, rest));
	else
		TELL(ITEM, W(ROW_DOES_NOT_SUM), gross, cuts, explain_money(x, rest), explain_money(x, row->net));
}

/* What the row adds to the base. */
static struct money tell_part(struct explaining *x, const struct pay_row *row)
{
	struct money part = row->net;
	struct slice net = explain_money(x, row->net);

	switch (x->law.rules->basis) {
	case BASIS_GROSS:
		TELL(ITEM, W(INCOME_GROSS), explain_money(x, row->gross));
		return row->gross;
	case BASIS_NET:
		TELL(ITEM, W(INCOME_NET), net);
		return row->net;
	case BASIS_AFTER_MANDATORY:
		break;
	}
	(void)!money_add(row->net, row->voluntary, &part);
	TELL(ITEM, W(INCOME_AFTER), net, explain_money(x, row->voluntary), explain_money(x, part));
	return part;
}

static void tell_uncounted(struct explaining *x, const struct pay_row *row)
{
	const struct explain_file *f = explain_file_of(x, row);

	if (rules_source(x->law.rules, row->kind) < 0)
		TELL(PROSE, W(KIND_NO_SOURCE), slice_from_c(kind_name(row->kind)));
	else
		TELL(PROSE, W(ROW_NOT_COUNTED), f->count_column, f->count_value);
}

static void tell_row(struct explaining *x, size_t i)
{
	const struct pay_row *row = &x->person->rows[i];
	const struct explain_file *f = explain_file_of(x, row);

	TELL(PART, row->adjusted ? W(ROW_ADJUSTED) : W(ROW_INCOME), explain_row_name(x, row),
	     slice_from_c(kind_name(row->kind)), f->layout);
	TELL(ITEM, W(GROSS), f->gross, explain_money(x, row->gross));
	TELL(ITEM, W(CUTS), f->cuts, explain_money(x, row->cuts));
	TELL(ITEM, W(NET), f->net, explain_money(x, row->net));
	if (!x->given->second_part)
		tell_voluntary(x, &x->given->rows[i]);
	tell_check(x, row);
	if (!row->counted)
		tell_uncounted(x, row);
}

/* "Rp1 + Rp2,50 = Rp3,50" over the rows that count. */
static void tell_base(struct explaining *x, const struct money *parts, size_t count)
{
	struct slice text = SLICE("");
	struct money sum = { 0 };

	for (size_t i = 0; i < count; i++) {
		text = arena_printf(x->law.arena, "%.*s%s%.*s", SLICE_ARG(text), i > 0 ? " + " : "",
		                    SLICE_ARG(explain_money(x, parts[i])));
		(void)!money_add(sum, parts[i], &sum);
	}
	if (count > 1)
		text = arena_printf(x->law.arena, "%.*s = %.*s", SLICE_ARG(text), SLICE_ARG(explain_money(x, sum)));
	if (count == 0)
		text = explain_rupiah(x, 0);
	TELL(ITEM, W(BASE), text);
	if (sum.sen < 0)
		TELL(ITEM, W(BASE_NEGATIVE), explain_money(x, x->person->base));
}

void explain_income(struct explaining *x)
{
	const struct person *p = x->person;
	struct money *parts = arena_array(x->law.arena, p->row_count, sizeof *parts);
	size_t count = 0;

	explain_step(x, x->given->second_part ? P_STEP_ROWS : P_STEP_INCOME);
	if (p->row_count == 0)
		TELL(PROSE, W(NO_ROW));
	for (size_t i = 0; parts != NULL && i < p->row_count; i++) {
		tell_row(x, i);
		if (p->rows[i].counted && !x->given->second_part)
			parts[count++] = tell_part(x, &p->rows[i]);
	}
	if (x->given->second_part)
		return;
	TELL(PART, W(PART_BASE));
	if (parts != NULL)
		tell_base(x, parts, count);
	explain_law(x, PARAMETER_DASAR);
	explain_law(x, PARAMETER_BULAN_DASAR);
	explain_law(x, PARAMETER_SUMBER);
}

/* ---- shares ---- */

static const struct case_file *first_with_children(const struct person *p)
{
	for (size_t i = 0; i < p->case_count; i++)
		if (p->cases[i].computed && p->cases[i].ruling->child_count > 0)
			return &p->cases[i];
	return NULL;
}

void explain_shares(struct explaining *x)
{
	const struct person *p = x->person;
	const struct case_file *with = first_with_children(p);
	struct money pool = due_pool_income(&x->law, p);

	explain_step(x, P_STEP_SHARES);
	if (with != NULL)
		TELL(PROSE, W(WITH_CHILDREN), with->ruling->number);
	else
		TELL(PROSE, W(WITHOUT_CHILDREN));
	TELL(ITEM, W(SHARE_ASN), explain_share_up(x, p->base, p->shares.asn));
	if (x->law.rules->basis_month == BASIS_JUDGED)
		TELL(ITEM, W(POOL_JUDGED), explain_money(x, pool));
	TELL(ITEM, W(SHARE_WIFE), explain_share_down(x, pool, p->shares.wife));
	if (with != NULL)
		TELL(ITEM, W(SHARE_CHILDREN), explain_share_down(x, pool, p->shares.children));
	explain_law(x, with != NULL ? PARAMETER_PORSI_DENGAN_ANAK : PARAMETER_PORSI_TANPA_ANAK);
	explain_law(x, PARAMETER_SATUAN);
	if (x->law.rules->basis_month == BASIS_JUDGED)
		explain_law(x, PARAMETER_BULAN_DASAR);
}
