#include <nafkah/limit.h>

#include <nafkah/division.h>
#include <nafkah/register.h>

int64_t tier_demand(const struct line *l, int tier)
{
	bool dues = tier < 2, children = tier % 2 == 0;

	if (l->held || !l->file->computed || (l->child != NULL) != children)
		return 0;
	if (dues)
		return l->sum.due - l->sum.earlier_due - l->sum.paid_due;
	return l->opening.arrears + l->sum.missed - l->sum.written_off - l->sum.earlier_arrears - l->sum.paid_arrears;
}

static void ceiling_of_person(const struct rules *rules, struct person *p)
{
	struct money rest;

	if (rules->limit == LIMIT_NONE) {
		p->ceiling = INT64_MAX;
		p->limit = p->available;
		return;
	}
	if (!money_sub(p->base, money_from_rupiah(p->asn_share), &rest))
		rest.sen = 0;
	p->ceiling = money_floor_rupiah(rest) - p->kept;
	if (p->ceiling < 0)
		p->ceiling = 0;
	p->limit = p->ceiling < p->available ? p->ceiling : p->available;
}

/* Where a filled tier is credited. */
enum credit { CREDIT_PAID, CREDIT_WAITING };

static void credit(struct line *l, enum credit to, int tier, int64_t amount)
{
	if (to == CREDIT_WAITING)
		l->sum.waiting += amount;
	else if (tier < 2)
		l->sum.paid_due += amount;
	else
		l->sum.paid_arrears += amount;
}

/* Fills one tier out of *left. */
static enum status fill_tier(const struct law *law, struct person *p, int tier, enum credit to, int64_t *left)
{
	struct arena_mark mark = arena_mark(law->arena);
	int64_t *parts = arena_array(law->arena, p->line_count, sizeof *parts);
	enum status status = parts != NULL ? STATUS_OK : STATUS_FAIL;
	int64_t sum = 0;

	for (size_t i = 0; parts != NULL && i < p->line_count; i++) {
		parts[i] = tier_demand(&p->lines[i], tier);
		sum += parts[i];
	}
	if (sum > *left)
		status = divide_in_proportion(law->arena, *left, parts, p->line_count, parts);
	for (size_t i = 0; status == STATUS_OK && i < p->line_count; i++)
		credit(&p->lines[i], to, tier, parts[i]);
	*left -= sum > *left ? *left : sum;
	arena_rewind(law->arena, mark);
	return status;
}

static enum status fill_tiers(const struct law *law, struct person *p, enum credit to, int64_t *left)
{
	enum status status = STATUS_OK;

	for (int tier = 0; status == STATUS_OK && tier < TIER_COUNT; tier++)
		status = fill_tier(law, p, tier, to, left);
	return status;
}

static void settle(struct person *p)
{
	for (size_t i = 0; i < p->line_count; i++) {
		struct figures *f = &p->lines[i].sum;

		f->arrears = p->lines[i].opening.arrears + f->missed + f->due - f->earlier_due - f->earlier_arrears -
		             f->paid_due - f->paid_arrears - f->written_off - f->waiting;
	}
}

static enum status pay(const struct law *law, struct person *p)
{
	int64_t left = p->limit;
	enum status status = fill_tiers(law, p, CREDIT_PAID, &left);

	p->paid = p->limit - left;
	return status;
}

enum status limit_of_person(const struct law *law, struct person *p)
{
	enum status status;
	int64_t rest;

	ceiling_of_person(law->rules, p);
	status = pay(law, p);
	rest = p->ceiling - p->paid;
	if (status == STATUS_OK && law->more)
		status = fill_tiers(law, p, CREDIT_WAITING, &rest);
	settle(p);
	return status;
}

enum status limit_of_second_part(const struct law *law, struct person *p)
{
	enum status status;

	p->ceiling = 0;
	for (size_t i = 0; i < p->line_count; i++)
		if (p->lines[i].first_part != NULL)
			p->ceiling += p->lines[i].first_part->waiting;
	p->limit = p->ceiling < p->available ? p->ceiling : p->available;
	status = pay(law, p);
	settle(p);
	return status;
}

/* What the limit kept from being paid, and does not wait for another payroll either. */
static int64_t cut_off(const struct person *p)
{
	int64_t sum = 0;

	for (size_t i = 0; i < p->line_count; i++) {
		for (int tier = 0; tier < TIER_COUNT; tier++)
			sum += tier_demand(&p->lines[i], tier);
		sum -= p->lines[i].sum.waiting;
	}
	return sum;
}

void limit_note(const struct law *law, const struct person *p, const struct case_file *c)
{
	bool by_share = law->more || p->ceiling <= p->available; /* what net pay alone cuts off waits when more comes */

	if (cut_off(p) > 0)
		law_note_rupiah(law, c, by_share ? N0643_LIMIT_BY_SHARE : N0644_LIMIT_BY_NET, law->more ? p->ceiling : p->limit,
		                (struct slice){ 0 });
}
