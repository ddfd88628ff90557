/* How much may be taken, and who is paid with it. */
#include "explain_private.h"

#include <nafkah/limit.h>
#include <nafkah/register.h>
#include <nafkah/source.h>

static const enum phrase tier_names[TIER_COUNT] = { P_TIER_1, P_TIER_2, P_TIER_3, P_TIER_4 };

/* What a tier demanded of a line before anything was paid in this run. */
static int64_t demand_before(const struct line *l, int tier)
{
	bool wanted = !l->held && l->file->computed && (l->child != NULL) == (tier % 2 == 0);

	return wanted ? tier_demand(l, tier) + (tier < 2 ? l->sum.paid_due : l->sum.paid_arrears) : 0;
}

static int64_t demand_in_all(const struct person *p)
{
	int64_t sum = 0;

	for (size_t i = 0; i < p->line_count; i++)
		for (int tier = 0; tier < TIER_COUNT; tier++)
			sum += demand_before(&p->lines[i], tier);
	return sum;
}

/* B less his share, less what he keeps for children in his own custody. */
static void tell_ceiling(struct explaining *x)
{
	const struct person *p = x->person;
	struct money rest = { 0 };
	int64_t whole, left;

	if (x->law.rules->limit == LIMIT_NONE) {
		TELL(ITEM, W(NO_CEILING));
		return;
	}
	(void)!money_sub(p->base, money_from_rupiah(p->asn_share), &rest);
	whole = money_floor_rupiah(rest);
	left = whole - p->kept;
	TELL(ITEM, W(BASE_LESS_SHARE), explain_money(x, p->base), explain_rupiah(x, p->asn_share), explain_floor(x, rest));
	if (p->kept > 0)
		TELL(ITEM, W(LESS_KEPT), explain_rupiah(x, whole), explain_rupiah(x, p->kept), explain_rupiah(x, left));
	TELL(ITEM, left < 0 || whole < 0 ? W(CEILING_ZERO) : W(CEILING), explain_rupiah(x, p->ceiling));
}

/* The second part may take what waits. */
static void tell_waiting_ceiling(struct explaining *x)
{
	const struct person *p = x->person;
	int64_t *waiting = arena_array(x->law.arena, p->line_count, sizeof *waiting);

	for (size_t i = 0; waiting != NULL && i < p->line_count; i++)
		waiting[i] = p->lines[i].first_part != NULL ? p->lines[i].first_part->waiting : 0;
	if (waiting != NULL)
		TELL(ITEM, W(CEILING_WAITING), explain_sum(x, waiting, p->line_count));
}

static void tell_available(struct explaining *x)
{
	const struct person *p = x->person;
	int64_t *rows = arena_array(x->law.arena, p->row_count, sizeof *rows);
	size_t count = 0;

	for (size_t i = 0; rows != NULL && i < p->row_count; i++) {
		const struct pay_row *row = &p->rows[i];

		if (!row->adjusted || !row->counted)
			continue;
		rows[count++] = row_available(row);
		TELL(ITEM, row->net.sen < 0 ? W(ROW_HOLDS_NOTHING) : W(ROW_HOLDS), explain_row_name(x, row),
		     explain_floor(x, row->net));
	}
	if (rows != NULL)
		TELL(ITEM, W(AVAILABLE), explain_sum(x, rows, count));
}

static void tell_bound(struct explaining *x)
{
	const struct person *p = x->person;
	int64_t demand = demand_in_all(p);
	struct slice limit = explain_rupiah(x, p->limit);

	if (p->ceiling == INT64_MAX)
		TELL(ITEM, W(LIMIT_AVAILABLE), limit);
	else
		TELL(ITEM, W(LIMIT), explain_rupiah(x, p->ceiling), explain_rupiah(x, p->available), limit);
	TELL(ITEM, W(DEMAND), explain_rupiah(x, demand));
	if (demand <= p->limit)
		TELL(PROSE, W(NOT_BOUND));
	else if (p->ceiling <= p->available)
		TELL(PROSE, x->given->second_part ? W(BOUND_BY_WAITING) : W(BOUND_BY_SHARE));
	else
		TELL(PROSE, W(BOUND_BY_NET));
}

void explain_limit(struct explaining *x)
{
	explain_step(x, P_STEP_LIMIT);
	if (x->given->second_part)
		tell_waiting_ceiling(x);
	else
		tell_ceiling(x);
	tell_available(x);
	tell_bound(x);
	explain_law(x, PARAMETER_BATAS);
	explain_house_rule(x, "limit.h");
}

/* ---- tiers ---- */

/* "[1] Rp3 + [2] Rp4 = Rp7" */
static struct slice demands_text(const struct explaining *x, const int64_t *demands, int64_t sum)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < x->person->line_count; i++)
		if (demands[i] > 0)
			text = arena_printf(x->law.arena, "%.*s%s[%zu] %.*s", SLICE_ARG(text), text.len > 0 ? " + " : "", i + 1,
			                    SLICE_ARG(explain_rupiah(x, demands[i])));
	return arena_printf(x->law.arena, "%.*s = %.*s", SLICE_ARG(text), SLICE_ARG(explain_rupiah(x, sum)));
}

/* Pays one tier out of *left, in words; *left is INT64_MAX where nothing limits it. */
static void tell_tier(struct explaining *x, int tier, const int64_t *demands, int64_t sum, int64_t *left)
{
	int64_t *parts = arena_array(x->law.arena, x->person->line_count, sizeof *parts);
	struct slice before = explain_rupiah(x, *left < INT64_MAX ? *left : 0);

	TELL(PART, explain_word(x, tier_names[tier]));
	TELL(ITEM, W(TIER_DEMAND), demands_text(x, demands, sum));
	if (*left == INT64_MAX) {
		TELL(ITEM, W(TIER_UNLIMITED));
	} else if (sum <= *left) {
		*left -= sum;
		TELL(ITEM, W(TIER_FITS), before, explain_rupiah(x, sum), explain_rupiah(x, *left));
	} else if (*left == 0) {
		TELL(ITEM, W(TIER_NOTHING_LEFT), before);
	} else if (parts != NULL) {
		TELL(ITEM, W(TIER_EXCEEDS), explain_rupiah(x, sum), before);
		explain_division(x, *left, demands, parts);
		*left = 0;
	}
}

/* All tiers; `waiting`: those of what the later payroll is to cover. Whether any tier demanded something. */
static bool tell_tiers(struct explaining *x, bool waiting, int64_t left)
{
	const struct person *p = x->person;
	int64_t *demands = arena_array(x->law.arena, p->line_count, sizeof *demands);
	bool any = false;

	for (int tier = 0; demands != NULL && tier < TIER_COUNT; tier++) {
		int64_t sum = 0;

		for (size_t i = 0; i < p->line_count; i++) {
			demands[i] = waiting ? tier_demand(&p->lines[i], tier) : demand_before(&p->lines[i], tier);
			sum += demands[i];
		}
		any = any || sum > 0;
		if (sum > 0)
			tell_tier(x, tier, demands, sum, &left);
	}
	return any;
}

void explain_tiers(struct explaining *x)
{
	const struct person *p = x->person;

	explain_step(x, P_STEP_TIERS);
	TELL(PROSE, W(TIERS_RULE));
	if (!tell_tiers(x, false, p->limit))
		TELL(PROSE, W(NOTHING_TO_PAY));
	explain_house_rule(x, "limit.h, division.h");
	if (!x->law.more)
		return;
	explain_step(x, P_STEP_WAITING);
	TELL(PROSE, W(WAITING_RULE), slice_from_c(kind_name(x->given->more)));
	if (p->ceiling < INT64_MAX)
		TELL(ITEM, W(WAITING_LEFT), explain_rupiah(x, p->ceiling), explain_rupiah(x, p->paid),
		     explain_rupiah(x, p->ceiling - p->paid));
	if (!tell_tiers(x, true, p->ceiling < INT64_MAX ? p->ceiling - p->paid : INT64_MAX))
		TELL(PROSE, W(NOTHING_WAITS));
	explain_house_rule(x, "limit.h");
}
