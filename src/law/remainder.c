#include <nafkah/remainder.h>

#include <nafkah/due.h>
#include <nafkah/limit.h>
#include <nafkah/right.h>

#include <stdlib.h>

/* What is asked of one person. `failed`: memory. */
struct asking {
	const struct law *law;
	const struct person *person;
	struct remainders *out;
	bool failed;
};

static void add(struct asking *a, struct odd_rupiah one)
{
	struct remainders *all = a->out;

	if (one.rupiah <= 0 || a->failed)
		return;
	if (all->count == all->cap) {
		size_t cap = all->cap == 0 ? 64 : all->cap * 2;
		struct odd_rupiah *grown = reallocarray(all->items, cap, sizeof *grown);

		a->failed = grown == NULL;
		if (a->failed)
			return;
		all->items = grown;
		all->cap = cap;
	}
	all->items[all->count++] = one;
}

static void add_line(struct asking *a, const struct line *l, month_no m, enum odd_why why, int64_t rupiah)
{
	add(a, (struct odd_rupiah){ l->file, l, m, why, rupiah });
}

/* Whether this run books month m for the line. */
static bool books(const struct line *l, month_no m)
{
	return l->file->computed && !l->held && m > l->booked;
}

/* What the last instalment of a lump sum holds beyond the others. */
static int64_t last_beyond(const struct award *award, int32_t nth)
{
	if (award->lump == 0 || nth < 2 || nth != award_months(award))
		return 0;
	return award_instalment(award, nth) - award_instalment(award, nth - 1);
}

/* The divisions within one line's part of month m. */
static void ask_line(struct asking *a, const struct line *l, month_no m)
{
	struct part part = due_part(a->law, l, m);

	if (part.count > 0)
		add_line(a, l, m, ODD_CHILDREN, (int64_t)part.place < part.whole % (int64_t)part.count ? 1 : 0);
	if (l->child == NULL && l->award->cara == CARA_NOMINAL && span_has(l->right, m))
		add_line(a, l, m, ODD_LAST, last_beyond(l->award, m - l->term.first + 1));
}

/* The division of one pool among several rulings. `parts` is what came of it. */
static void ask_pool(struct asking *a, month_no m, bool children, const int64_t *parts)
{
	const struct person *p = a->person;
	int64_t sum = 0, pool = due_pool(a->law, p, children);

	for (size_t i = 0; i < p->line_count; i++)
		if (p->lines[i].award->cara == CARA_PECAHAN && (p->lines[i].child != NULL) == children)
			sum += due_part(a->law, &p->lines[i], m).rupiah;
	for (size_t i = 0; sum > pool && i < p->line_count; i++) {
		const struct line *l = &p->lines[i];

		if (l->award->cara == CARA_PECAHAN && (l->child != NULL) == children && books(l, m))
			add_line(a, l, m, ODD_POOL, parts[i] - mul_div_floor(pool, due_part(a->law, l, m).rupiah, sum));
	}
}

static enum status ask_month(struct asking *a, month_no m, int64_t *parts)
{
	const struct person *p = a->person;
	enum status status = due_of_month(a->law, p, m, parts);

	for (size_t i = 0; status == STATUS_OK && i < p->line_count; i++)
		if (books(&p->lines[i], m))
			ask_line(a, &p->lines[i], m);
	if (status == STATUS_OK) {
		ask_pool(a, m, false, parts);
		ask_pool(a, m, true, parts);
	}
	return status;
}

/* What a tier paid a line in this run, and what it wanted for it before. */
static int64_t tier_paid(const struct line *l, int tier)
{
	if (l->held || (l->child != NULL) != (tier % 2 == 0))
		return 0;
	return tier < 2 ? l->sum.paid_due : l->sum.paid_arrears;
}

static int64_t tier_wanted(const struct line *l, int tier)
{
	return tier_demand(l, tier) + tier_paid(l, tier);
}

static void ask_tier(struct asking *a, int tier)
{
	const struct person *p = a->person;
	int64_t wanted = 0, paid = 0;

	for (size_t i = 0; i < p->line_count; i++) {
		wanted += tier_wanted(&p->lines[i], tier);
		paid += tier_paid(&p->lines[i], tier);
	}
	for (size_t i = 0; paid < wanted && i < p->line_count; i++)
		add_line(a, &p->lines[i], a->law->period, ODD_LIMIT,
		         tier_paid(&p->lines[i], tier) - mul_div_floor(paid, tier_wanted(&p->lines[i], tier), wanted));
}

static struct ratio together(struct ratio a, struct ratio b)
{
	return (struct ratio){ a.num * b.den + b.num * a.den, a.den * b.den };
}

/* What the shares in use would hold together, less what each of them holds rounded down. */
static int64_t rest_of_shares(const struct asking *a, struct money base, bool wife, bool children)
{
	struct ratio none = { 0, 1 };
	struct ratio w = wife ? a->person->shares.wife : none, c = children ? a->person->shares.children : none;
	int64_t unit = a->law->rules->unit;

	return money_share_floor(base, together(w, c), 1) - money_share_floor(base, w, unit) -
	       money_share_floor(base, c, unit);
}

/* The rulings of a person share his income of this month; the income that a judge found is each ruling's own. */
static void ask_shares(struct asking *a)
{
	const struct person *p = a->person;
	month_no m = a->law->period;
	bool judged = a->law->rules->basis_month == BASIS_JUDGED, wife = false, children = false;
	const struct case_file *first = NULL;

	for (size_t i = 0; i < p->case_count; i++) {
		const struct case_file *c = &p->cases[i];

		for (size_t k = 0; k < c->line_count; k++) {
			const struct line *l = &c->lines[k];

			if (l->award->cara != CARA_PECAHAN || !books(l, m) || !span_has(l->right, m))
				continue;
			wife = wife || l->child == NULL;
			children = children || l->child != NULL;
			first = first != NULL ? first : c;
		}
		if (first != NULL && (judged || i + 1 == p->case_count)) {
			struct money base = judged ? money_from_rupiah(first->ruling->judged_income) : p->base;

			add(a, (struct odd_rupiah){ first, NULL, m, ODD_SHARES, rest_of_shares(a, base, wife, children) });
			first = NULL;
			wife = children = false;
		}
	}
}

/* The dues of a month's second part were divided in the first one. */
static bool dues_were_fixed(const struct person *p)
{
	return p->line_count > 0 && p->lines[0].first_part != NULL;
}

static enum status ask_dues(struct asking *a)
{
	struct arena_mark mark = arena_mark(a->law->arena);
	const struct person *p = a->person;
	int64_t *parts = arena_array(a->law->arena, p->line_count, sizeof *parts);
	month_no from = a->law->period;
	enum status status = parts != NULL ? STATUS_OK : STATUS_FAIL;

	for (size_t i = 0; i < p->line_count; i++)
		if (books(&p->lines[i], from))
			from = p->lines[i].booked + 1;
	for (month_no m = from; status == STATUS_OK && m <= a->law->period; m++)
		status = ask_month(a, m, parts);
	arena_rewind(a->law->arena, mark);
	return status;
}

enum status remainders_of_person(const struct law *law, const struct person *p, struct remainders *out)
{
	struct asking a = { .law = law, .person = p, .out = out };
	enum status status = STATUS_OK;

	if (!dues_were_fixed(p)) {
		status = ask_dues(&a);
		ask_shares(&a);
	}
	for (int tier = 0; tier < TIER_COUNT; tier++)
		ask_tier(&a, tier);
	return a.failed ? STATUS_FAIL : status;
}

void remainders_release(struct remainders *r)
{
	free(r->items);
	*r = (struct remainders){ 0 };
}
