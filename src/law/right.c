#include <nafkah/right.h>

bool span_empty(struct span s)
{
	return s.first > s.last;
}

bool span_has(struct span s, month_no m)
{
	return s.first <= m && m <= s.last;
}

static const struct span no_span = { 1, 0 };

/* What a nominal wife award pays in all. */
static int64_t award_total(const struct award *a)
{
	return (a->lump > 0 ? a->lump : a->monthly * a->months) - a->paid_before;
}

int32_t award_months(const struct award *a)
{
	int64_t total;

	if (a->hak == HAK_BAGIAN_GAJI || a->hak == HAK_NAFKAH_ANAK)
		return MONTH_FOREVER;
	if (a->cara == CARA_PECAHAN)
		return a->months;
	total = award_total(a);
	if (total <= 0)
		return 0;
	return a->lump > 0 ? a->months : (int32_t)((total + a->monthly - 1) / a->monthly);
}

int64_t award_instalment(const struct award *a, int32_t nth)
{
	int32_t months = award_months(a);
	int64_t each = a->lump > 0 ? award_total(a) / a->months : a->monthly;

	return nth < months ? each : award_total(a) - each * (months - 1);
}

bool case_is_sequential(const struct rules *rules, const struct ruling *r)
{
	return r->payment == PAYMENT_BY_RULES ? rules->sequential : r->payment == PAYMENT_SEQUENTIAL;
}

/* Narrows a right to the month of an ending, and remembers the cause where that took months away. */
static void cut(struct line *l, struct date end, struct slice cause)
{
	if (!date_is_set(end) || date_month(end) >= l->right.last)
		return;
	l->right.last = date_month(end);
	l->ended_by = cause;
}

bool award_ends_by_remarriage(const struct rules *rules, const struct award *a)
{
	if (a->hak == HAK_BAGIAN_GAJI || rules->remarriage == REMARRIAGE_ALL)
		return true;
	return rules->remarriage == REMARRIAGE_FRACTION && a->cara == CARA_PECAHAN;
}

static struct line *line_of_hak(struct case_file *c, enum hak hak)
{
	for (size_t i = 0; i < c->line_count; i++)
		if (c->lines[i].award->hak == hak)
			return &c->lines[i];
	return NULL;
}

/* Gives `l` its months from `from`; returns the month behind them. */
static month_no place_term(struct line *l, month_no from)
{
	int32_t months = award_months(l->award);

	l->term = months > 0 ? (struct span){ from, from + months - 1 } : no_span;
	l->right = l->term;
	return from + months;
}

static void place_wife_terms(const struct rules *rules, struct case_file *c)
{
	bool sequential = case_is_sequential(rules, c->ruling);
	month_no start = c->ruling->dates.start, next = start;

	for (size_t i = 0; i < sizeof rules->order / sizeof *rules->order; i++) {
		struct line *l = line_of_hak(c, rules->order[i]);

		if (l == NULL)
			continue;
		if (sequential || l->award->cara == CARA_PECAHAN)
			next = place_term(l, next);
		else
			(void)place_term(l, start);
	}
}

static void cut_wife_right(const struct rules *rules, struct line *l)
{
	const struct former_spouse *ex = &l->file->ruling->ex;

	if (award_ends_by_remarriage(rules, l->award))
		cut(l, ex->remarried.date, SLICE("kawin-lagi"));
	cut(l, ex->died.date, SLICE("meninggal"));
}

static void child_right(const struct rules *rules, struct line *l)
{
	const struct child *child = l->child;
	int limit = child->at_school ? rules->age_limit_school : rules->age_limit;
	month_no born = date_month(child->born), start = l->file->ruling->dates.start;

	l->right = (struct span){ born > start ? born : start, MONTH_FOREVER };
	cut(l, date_add_years(child->born, limit), SLICE("usia"));
	cut(l, child->end.date, child->end.cause);
}

void right_of_case(const struct rules *rules, struct case_file *c)
{
	month_no start = c->ruling->dates.start;

	for (size_t i = 0; i < c->line_count; i++) {
		c->lines[i].term = no_span;
		c->lines[i].right = no_span;
		c->lines[i].ended_by = (struct slice){ 0 };
	}
	if (start == MONTH_NONE)
		return;
	place_wife_terms(rules, c);
	for (size_t i = 0; i < c->line_count; i++) {
		struct line *l = &c->lines[i];

		if (l->child != NULL)
			child_right(rules, l);
		else if (l->award->hak == HAK_BAGIAN_GAJI)
			l->right = (struct span){ start, MONTH_FOREVER };
		if (l->child == NULL)
			cut_wife_right(rules, l);
		cut(l, c->ruling->over.date, c->ruling->over.cause);
	}
}
