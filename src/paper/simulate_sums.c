/* What is read off the months of a simulation. */
#include <nafkah/simulate.h>

#include <nafkah/due.h>
#include <nafkah/limit.h>
#include <nafkah/right.h>

static int64_t paid_of(const struct line *l)
{
	return l->sum.paid_due + l->sum.paid_arrears;
}

static void add_line(struct simulated_sums *sums, const struct line *l)
{
	int64_t paid = paid_of(l);

	sums->due += l->sum.due;
	sums->kept += l->sum.kept;
	sums->missed += l->sum.missed;
	sums->paid += paid;
	sums->arrears += l->sum.arrears;
	if (l->child != NULL && l->child->custody == CUSTODY_GUARDIAN)
		sums->guardian += paid;
	else
		sums->former += paid;
}

/* His net pay before any deduction by rulings. */
static int64_t cash_of(const struct person *p)
{
	int64_t cash = 0;

	for (size_t i = 0; i < p->row_count; i++)
		cash += money_floor_rupiah(p->rows[i].net);
	return cash;
}

struct simulated_sums simulated_month_sums(const struct simulation *s, size_t month)
{
	const struct person *p = s->months[month].person;
	struct simulated_sums sums = { .former = s->facts->former_income, .former_without = s->facts->former_income };

	for (size_t i = 0; i < p->line_count; i++)
		add_line(&sums, &p->lines[i]);
	sums.asn_without = cash_of(p);
	sums.asn = sums.asn_without - p->paid;
	return sums;
}

struct simulated_sums simulated_year_sums(const struct simulation *s)
{
	struct simulated_sums year = { 0 };

	for (size_t m = 0; m < s->month_count; m++) {
		struct simulated_sums sums = simulated_month_sums(s, m);

		year.due += sums.due;
		year.kept += sums.kept;
		year.missed += sums.missed;
		year.paid += sums.paid;
		year.asn += sums.asn;
		year.former += sums.former;
		year.guardian += sums.guardian;
		year.asn_without += sums.asn_without;
		year.former_without += sums.former_without;
		year.arrears = sums.arrears;
	}
	return year;
}

struct simulated_sums simulated_line_sums(const struct simulation *s, size_t line)
{
	struct simulated_sums sums = { 0 };

	for (size_t m = 0; m < s->month_count; m++) {
		sums.arrears = 0;
		add_line(&sums, &s->months[m].person->lines[line]);
	}
	return sums;
}

/* ---- the limit ---- */

enum simulated_bound simulated_bound(const struct person *p)
{
	return p->ceiling <= p->available ? BOUND_SHARE : BOUND_NET;
}

bool simulated_bound_binds(const struct person *p)
{
	for (size_t i = 0; i < p->line_count; i++)
		for (int tier = 0; tier < TIER_COUNT; tier++)
			if (tier_demand(&p->lines[i], tier) > 0)
				return true;
	return false;
}

/* ---- months that are alike ---- */

static bool lines_equal(const struct line *a, const struct line *b)
{
	return a->sum.due == b->sum.due && a->sum.kept == b->sum.kept && a->sum.missed == b->sum.missed &&
	       a->sum.paid_due == b->sum.paid_due && a->sum.paid_arrears == b->sum.paid_arrears &&
	       a->sum.arrears == b->sum.arrears && a->held == b->held;
}

static bool months_equal(const struct person *a, const struct person *b)
{
	bool equal = a->base.sen == b->base.sen && a->limit == b->limit && a->asn_share == b->asn_share;

	for (size_t i = 0; equal && i < a->line_count; i++)
		equal = lines_equal(&a->lines[i], &b->lines[i]);
	return equal;
}

size_t simulated_equal_months(const struct simulation *s, size_t first)
{
	size_t last = first + 1;

	while (last < s->month_count && months_equal(s->months[first].person, s->months[last].person))
		last++;
	return last - first;
}

/* ---- which parameters matter ---- */

static bool has_award(const struct ruling *r, bool wife, bool fraction)
{
	for (size_t i = 0; i < r->award_count; i++)
		if ((r->awards[i].hak != HAK_NAFKAH_ANAK) == wife && (!fraction || r->awards[i].cara == CARA_PECAHAN))
			return true;
	return false;
}

static size_t count_terms(const struct ruling *r, bool with_maximum)
{
	size_t count = 0;

	for (size_t i = 0; i < r->award_count; i++) {
		enum hak hak = r->awards[i].hak;

		count += hak == HAK_IDDAH || hak == HAK_MUTAH || (hak == HAK_LAMPAU && !with_maximum) ? 1 : 0;
	}
	return count;
}

bool simulated_uses(const struct simulation *s, enum parameter p)
{
	const struct ruling *r = s->ruling;
	bool children = has_award(r, false, false);

	switch (p) {
	case PARAMETER_DASAR:
	case PARAMETER_BULAN_DASAR:
	case PARAMETER_SUMBER:
	case PARAMETER_BATAS:
		return true;
	case PARAMETER_PORSI_DENGAN_ANAK:
		return r->child_count > 0;
	case PARAMETER_PORSI_TANPA_ANAK:
		return r->child_count == 0;
	case PARAMETER_BULAN_MAKSIMUM:
		return count_terms(r, true) > 0;
	case PARAMETER_PEMBAYARAN:
		return count_terms(r, false) > 1;
	case PARAMETER_USIA_ANAK:
		return children;
	case PARAMETER_ANAK_BERHENTI:
		return children && r->child_count > 1;
	case PARAMETER_KAWIN_LAGI:
		return has_award(r, true, false);
	case PARAMETER_SATUAN:
		return has_award(r, true, true) || has_award(r, false, true);
	case PARAMETER_BARIS_BERKURANG:
		break;
	}
	return false;
}

bool simulated_is_held(const struct simulation *s)
{
	for (size_t m = 0; m < s->month_count; m++) {
		const struct person *p = s->months[m].person;

		for (size_t i = 0; i < p->case_count; i++)
			if (p->cases[i].state == STATE_DITAHAN)
				return true;
		for (size_t i = 0; i < p->line_count; i++)
			if (p->lines[i].held)
				return true;
	}
	return false;
}
