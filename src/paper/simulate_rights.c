/* The rights that come of a simulation, its months and its households, in words. */
#include "simulate_private.h"

#include <nafkah/right.h>

/* ---- rights ---- */

static struct slice hak_text(struct sim *x, enum hak hak)
{
	static const enum simulate_phrase names[HAK_COUNT] = {
		[HAK_NAFKAH_ANAK] = S_NAFKAH_ANAK,
		[HAK_IDDAH] = S_IDDAH,
		[HAK_MUTAH] = S_MUTAH,
		[HAK_LAMPAU] = S_LAMPAU,
		[HAK_BAGIAN_GAJI] = S_BAGIAN_GAJI,
	};

	return sim_fill(x, names[hak], NULL, 0);
}

struct slice sim_right(struct sim *x, const struct line *l)
{
	return l->child != NULL ? SAY(CHILD_LINE, l->child->id) : hak_text(x, l->award->hak);
}

struct slice sim_column_name(struct sim *x, const struct sim_column *c)
{
	return c->whole_kind ? hak_text(x, c->hak) : sim_right(x, &sim_last(x)->lines[c->line]);
}

static struct slice child_terms(struct sim *x, const struct award *a, struct slice all)
{
	struct slice text = sim_rupiah(x, a->monthly);

	text = a->child == NULL ? SAY(A_MONTH_ALL, text, all) : SAY(A_MONTH, text);
	return a->raise > 0 ? SAY(RISES, text, sim_number(x, a->raise)) : text;
}

struct slice sim_terms(struct sim *x, const struct line *l)
{
	const struct award *a = l->award;
	const struct shares *s = &l->file->person->shares;
	struct slice all = sim_children(x, l->file->ruling->child_count), text;

	if (a->cara == CARA_PECAHAN && l->child != NULL)
		return SAY(FRACTION_CHILDREN, sim_ratio(x, s->children), all);
	if (a->cara == CARA_PECAHAN)
		return SAY(FRACTION, sim_ratio(x, s->wife));
	if (l->child != NULL)
		return child_terms(x, a, all);
	if (a->lump > 0)
		text = SAY(INSTALMENTS, sim_rupiah(x, a->lump), sim_count_months(x, (size_t)a->months));
	else
		text = SAY(MONTHLY, sim_number(x, a->months), sim_rupiah(x, a->monthly));
	return a->paid_before > 0 ? SAY(LESS_PAID, text, sim_rupiah(x, a->paid_before)) : text;
}

/* Why a right ends before its months are over. */
static struct slice cause_text(struct sim *x, const struct line *l)
{
	const struct rules *rules = x->s->months[x->s->month_count - 1].rules;

	if (slice_equal(l->ended_by, SLICE("usia")))
		return SAY(UNTIL_AGE, sim_number(x, l->child->at_school ? rules->age_limit_school : rules->age_limit));
	if (slice_equal(l->ended_by, SLICE("kawin-lagi")))
		return W(UNTIL_REMARRIAGE);
	return sim_count_months(x, (size_t)(l->right.last - l->right.first + 1));
}

static struct slice span_text(struct sim *x, const struct line *l)
{
	if (span_empty(l->right))
		return W(NO_MONTH);
	if (l->right.last == MONTH_FOREVER)
		return SAY(OPEN_REMARRIAGE,
		           sim_month_short(x, l->right.first)); /* bagian-gaji alone has no last month */
	if (l->right.first == l->right.last)
		return SAY(WITH_CAUSE, sim_month_short(x, l->right.first), cause_text(x, l));
	return SAY(WITH_CAUSE, SAY(SPAN, sim_month_short(x, l->right.first), sim_month_short(x, l->right.last)),
	           cause_text(x, l));
}

struct slice sim_months(struct sim *x, const struct line *l)
{
	return l->status == LINE_DITAHAN ? SAY(HELD, span_text(x, l)) : span_text(x, l);
}

/* ---- months ---- */

struct simulated_sums sim_column_sums(const struct sim *x, const struct sim_column *c, size_t month)
{
	const struct person *p = x->s->months[month].person;
	struct simulated_sums sums = { 0 };

	for (size_t i = 0; i < p->line_count; i++) {
		const struct line *l = &p->lines[i];

		if (c->whole_kind ? l->award->hak != c->hak : i != c->line)
			continue;
		sums.due += l->sum.due;
		sums.paid += l->sum.paid_due + l->sum.paid_arrears;
	}
	return sums;
}

int64_t sim_column_total(const struct sim *x, const struct sim_column *c)
{
	int64_t paid = 0;

	for (size_t m = 0; m < x->s->month_count; m++)
		paid += sim_column_sums(x, c, m).paid;
	return paid;
}

bool sim_month_differs(const struct sim *x, size_t month)
{
	for (size_t i = 0; i < x->column_count; i++) {
		struct simulated_sums sums = sim_column_sums(x, &x->columns[i], month);

		if (sums.due != sums.paid)
			return true;
	}
	return false;
}

struct slice sim_limit(struct sim *x, const struct person *p)
{
	struct slice limit = sim_amount(x, p->limit);

	return simulated_bound_binds(p) ? SAY(BINDS, limit) : limit;
}

struct slice sim_bound(struct sim *x, const struct person *p)
{
	return simulated_bound(p) == BOUND_SHARE ? W(BOUND_SHARE) : W(BOUND_NET);
}

/* ---- households ---- */

/* Children who live with somebody and have a right in the first month or a later one. */
static size_t children_with(const struct sim *x, enum custody custody)
{
	const struct rules *rules = x->s->months[0].rules;
	size_t count = 0;

	for (size_t i = 0; i < x->s->facts->child_count; i++) {
		const struct child *c = &x->s->facts->children[i];
		int limit = c->at_school ? rules->age_limit_school : rules->age_limit;

		count += c->custody == custody && date_month(date_add_years(c->born, limit)) >= x->s->facts->start ? 1
		                                                                                                   : 0;
	}
	return count;
}

static struct slice with_children(struct sim *x, struct slice who, enum custody custody)
{
	size_t count = children_with(x, custody);

	return count > 0 ? SAY(HOUSE_WITH, who, sim_children(x, count)) : who;
}

static void add_total(struct sim_household *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < HOUSEHOLD_FIGURES; k++)
			rows[count].figures[k] += rows[i].figures[k];
}

size_t sim_households(struct sim *x, struct sim_household rows[static HOUSEHOLDS_MAX])
{
	struct simulated_sums first = simulated_month_sums(x->s, 0), all = simulated_year_sums(x->s);
	struct simulated_sums last = simulated_month_sums(x->s, x->s->month_count - 1);
	bool wife = x->s->facts->asn_is_wife;
	size_t n = 0, guarded = children_with(x, CUSTODY_GUARDIAN);

	rows[n++] = (struct sim_household){
		with_children(x, W(HOUSE_ASN), wife ? CUSTODY_MOTHER : CUSTODY_FATHER),
		{ first.asn_without, first.asn, last.asn, all.asn_without, all.asn },
	};
	rows[n++] = (struct sim_household){
		with_children(x, wife ? W(EX_HUSBAND) : W(EX_WIFE), wife ? CUSTODY_FATHER : CUSTODY_MOTHER),
		{ first.former_without, first.former, last.former, all.former_without, all.former },
	};
	if (guarded > 0 || all.guardian > 0)
		rows[n++] = (struct sim_household){
			SAY(HOUSE_GUARDIAN, sim_children(x, guarded)),
			{ 0, first.guardian, last.guardian, 0, all.guardian },
		};
	rows[n] = (struct sim_household){ W(TOTAL), { 0 } };
	add_total(rows, n);
	return n + 1;
}

struct slice sim_household_heading(struct sim *x, size_t figure)
{
	struct slice months = sim_count_months(x, x->s->month_count);

	switch (figure) {
	case 0:
		return W(WITHOUT_MONTH);
	case 1:
		return W(FIRST_MONTH);
	case 2:
		return W(LAST_MONTH);
	case 3:
		return SAY(WITHOUT_ALL, months);
	default:
		return SAY(WITH_ALL, months);
	}
}
