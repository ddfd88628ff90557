#include <nafkah/limit.h>

#include <nafkah/division.h>

int64_t tier_demand(const struct line *l, int tier)
{
	bool dues = tier < 2, children = tier % 2 == 0;

	if (l->held || !l->file->computed || (l->child != NULL) != children)
		return 0;
	return dues ? l->sum.due : l->opening.arrears + l->sum.missed - l->sum.written_off;
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

/* Pays one tier out of *left. */
static enum status pay_tier(const struct law *law, struct person *p, int tier, int64_t *left)
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
	for (size_t i = 0; status == STATUS_OK && i < p->line_count; i++) {
		if (tier < 2)
			p->lines[i].sum.paid_due += parts[i];
		else
			p->lines[i].sum.paid_arrears += parts[i];
	}
	*left -= sum > *left ? *left : sum;
	arena_rewind(law->arena, mark);
	return status;
}

enum status limit_of_person(const struct law *law, struct person *p)
{
	enum status status = STATUS_OK;
	int64_t left;

	ceiling_of_person(law->rules, p);
	left = p->limit;
	for (int tier = 0; status == STATUS_OK && tier < TIER_COUNT; tier++)
		status = pay_tier(law, p, tier, &left);
	p->paid = p->limit - left;
	for (size_t i = 0; i < p->line_count; i++) {
		struct figures *f = &p->lines[i].sum;

		f->arrears = p->lines[i].opening.arrears + f->missed + f->due - f->paid_due - f->paid_arrears - f->written_off;
	}
	return status;
}
