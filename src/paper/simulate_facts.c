/* What a simulation was told, in words. */
#include "simulate_private.h"

#include <inttypes.h>

/* ---- facts ---- */

/* "1 Jun 2015" on a page, else "2015-06-01" */
static struct slice day_text(struct sim *x, struct date d)
{
	char text[11];

	if (x->spelt)
		return arena_printf(&x->arena, "%d %.*s", d.day, SLICE_ARG(sim_month_short(x, date_month(d))));
	date_format(d, text);
	return arena_copy(&x->arena, slice_from_c(text));
}

/* "gaji Rp9.000.000 + tpp Rp4.000.000 = Rp13.000.000" */
static struct slice pay_text(struct sim *x, bool voluntary)
{
	struct slice text = SLICE("");
	size_t kinds = 0;
	int64_t sum = 0;

	for (unsigned k = 0; k < KIND_COUNT; k++) {
		const struct simulated_pay *pay = &x->s->facts->pay[k];
		int64_t amount = voluntary ? pay->voluntary : pay->income;

		if (!pay->stated)
			continue;
		text = arena_printf(&x->arena, "%.*s%s%s %.*s", SLICE_ARG(text), kinds > 0 ? " + " : "",
		                    kind_name((enum kind)k), SLICE_ARG(sim_rupiah(x, amount)));
		sum += amount;
		kinds++;
	}
	return kinds > 1 ? arena_printf(&x->arena, "%.*s = %.*s", SLICE_ARG(text), SLICE_ARG(sim_rupiah(x, sum)))
	                 : text;
}

static struct slice former_text(struct sim *x)
{
	struct slice who = x->s->facts->asn_is_wife ? W(EX_HUSBAND) : W(EX_WIFE);

	return x->s->facts->former_income > 0 ? SAY(EX_INCOME, who, sim_rupiah(x, x->s->facts->former_income)) : who;
}

static struct slice child_text(struct sim *x, const struct child *c)
{
	static const char *const custody[] = {
		[CUSTODY_MOTHER] = "ibu", [CUSTODY_FATHER] = "ayah", [CUSTODY_GUARDIAN] = "wali"
	};
	struct slice text = SAY(CHILD, c->id, day_text(x, c->born), slice_from_c(custody[c->custody]));

	return c->at_school ? SAY(AT_SCHOOL, text) : text;
}

static struct slice family_text(struct sim *x)
{
	const struct simulation_facts *f = x->s->facts;
	struct slice text;

	if (f->child_count == 0)
		return SAY(NO_CHILDREN, former_text(x));
	text = SAY(CHILDREN, former_text(x), sim_children(x, f->child_count));
	for (size_t i = 0; i < f->child_count; i++)
		text = arena_printf(&x->arena, "%.*s%s %.*s", SLICE_ARG(text), i == 0 ? ":" : ";",
		                    SLICE_ARG(child_text(x, &f->children[i])));
	return text;
}

static struct slice case_text(struct sim *x)
{
	const struct simulation_facts *f = x->s->facts;
	struct slice text = SAY(CASE_VALUE, f->divorce == CERAI_TALAK ? SLICE("cerai-talak") : SLICE("cerai-gugat"),
	                        sim_month(x, f->start));

	if (f->payment != PAYMENT_BY_RULES)
		text = SAY(PAYMENT, text, f->payment == PAYMENT_SEQUENTIAL ? SLICE("berurutan") : SLICE("bersamaan"));
	return date_is_set(f->remarried) ? SAY(REMARRIES, text, day_text(x, f->remarried)) : text;
}

static struct slice shares_text(struct sim *x, const struct simulated_month *m)
{
	const struct shares *s = x->s->ruling->child_count > 0 ? &m->rules->with_children : &m->rules->without_children;

	if (x->s->ruling->child_count == 0)
		return SAY(SHARES_WITHOUT, sim_ratio(x, s->asn), sim_ratio(x, s->wife));
	return SAY(SHARES_WITH, sim_ratio(x, s->asn), sim_ratio(x, s->wife), sim_ratio(x, s->children));
}

static int64_t all_voluntary(const struct simulation_facts *f)
{
	int64_t sum = 0;

	for (unsigned k = 0; k < KIND_COUNT; k++)
		sum += f->pay[k].voluntary;
	return sum;
}

/* What of the income makes the base, in the rule file's word. */
static struct slice basis_text(struct sim *x, const struct simulated_month *m)
{
	static const char *const words[] = {
		[BASIS_GROSS] = "kotor",
		[BASIS_AFTER_MANDATORY] = "setelah-iuran-wajib",
		[BASIS_NET] = "bersih",
	};

	return SAY(BASE_VALUE, sim_rupiah(x, money_floor_rupiah(m->person->base)),
	           slice_from_c(words[m->rules->basis]));
}

size_t sim_facts(struct sim *x, struct sim_fact facts[static FACTS_MAX])
{
	const struct simulation_facts *f = x->s->facts;
	const struct simulated_month *first = &x->s->months[0];
	size_t n = 0;

	facts[n++] = (struct sim_fact){ first->rules->basis == BASIS_GROSS ? W(INCOME_GROSS) : W(INCOME_AFTER),
		                        pay_text(x, false) };
	if (all_voluntary(f) > 0)
		facts[n++] = (struct sim_fact){ W(VOLUNTARY),
			                        SAY(VOLUNTARY_LEFT, pay_text(x, true),
			                            sim_rupiah(x, simulated_month_sums(x->s, 0).asn_without)) };
	facts[n++] = (struct sim_fact){ W(BASE), basis_text(x, first) };
	if (first->rules->basis_month == BASIS_JUDGED)
		facts[n++] = (struct sim_fact){ W(JUDGED), sim_rupiah(x, x->s->ruling->judged_income) };
	facts[n++] = (struct sim_fact){ W(SHARES), shares_text(x, first) };
	facts[n++] = (struct sim_fact){ W(FAMILY), family_text(x) };
	facts[n++] = (struct sim_fact){ W(CASE), case_text(x) };
	return n;
}

struct slice sim_rules(struct sim *x)
{
	const struct rules *r = x->s->months[0].rules;

	return SAY(RULES, r->title, r->id, sim_month(x, r->version));
}

struct slice sim_other_version(struct sim *x)
{
	for (size_t m = 1; m < x->s->month_count; m++)
		if (x->s->months[m].rules != x->s->months[m - 1].rules)
			return SAY(OTHER_VERSION, sim_month(x, x->s->months[m].month),
			           sim_month(x, x->s->months[m].rules->version));
	return (struct slice){ 0 };
}
