/* The head of an explanation, and the order of its steps. */
#include "explain_private.h"

#include <nafkah/nip.h>

static void tell_inputs(struct explaining *x)
{
	const struct explanation *e = x->given;
	const struct rules *r = x->law.rules;

	TELL(FACT, W(RULES), r->id, explain_month(x, r->version), r->title);
	TELL(FACT, W(RULES_FILE), e->rules_file, e->rules_hash);
	TELL(FACT, W(RULINGS_FILE), e->rulings->file, e->rulings->court, explain_day(x, e->rulings->dated), e->rulings_hash);
	for (size_t i = 0; i < e->file_count; i++)
		TELL(FACT, e->files[i].adjusted ? W(PAYROLL_FILE) : W(INCOME_FILE), e->files[i].name,
		     slice_from_c(kind_name(e->files[i].kind)), e->files[i].layout, e->files[i].hash);
	if (e->second_part)
		TELL(FACT, W(FIRST_PART), e->before_seal);
	else if (e->before != MONTH_NONE)
		TELL(FACT, W(MONTH_BEFORE), explain_month(x, e->before), e->before_seal);
	else
		TELL(FACT, W(NO_MONTH_BEFORE));
	if (x->law.more)
		TELL(FACT, W(MORE_COMES), slice_from_c(kind_name(e->more)));
}

static void tell_head(struct explaining *x)
{
	char nip[NIP_DIGITS + 1];

	nip_format(x->person->nip, nip);
	TELL(TITLE, W(TITLE));
	TELL(FACT, W(NIP), slice_from_c(nip));
	TELL(FACT, W(NAME), x->person->cases[0].ruling->asn_name);
	TELL(FACT, W(PERIOD), explain_month(x, x->law.period));
	tell_inputs(x);
	TELL(FACT, W(RESULT), explain_rupiah(x, x->person->paid));
	TELL(PROSE, W(HOW_TO_READ));
}

static bool any_computed(const struct person *p)
{
	for (size_t i = 0; i < p->case_count; i++)
		if (p->cases[i].computed)
			return true;
	return false;
}

static bool any_held(const struct person *p)
{
	for (size_t i = 0; i < p->case_count; i++)
		if (p->cases[i].state == STATE_DITAHAN)
			return true;
	return false;
}

static void tell_computation(struct explaining *x)
{
	if (x->given->second_part) {
		explain_income(x);
		explain_first_part(x);
	} else {
		explain_income(x);
		explain_shares(x);
		explain_rights(x);
		explain_months(x);
		explain_dues(x);
	}
	explain_limit(x);
	explain_tiers(x);
	explain_sources(x);
	explain_transfers(x);
}

enum status explain_person(const struct explanation *e, struct arena *arena, struct notes *out)
{
	struct explaining x = { .given = e, .person = e->person, .law = *e->law, .to = out };

	*out = (struct notes){ 0 };
	x.law.arena = arena;
	tell_head(&x);
	explain_rulings(&x);
	if (any_computed(e->person))
		tell_computation(&x);
	else if (any_held(e->person) && e->person->row_count > 0)
		explain_income(&x); /* the cause may stand in his rows */
	explain_register(&x);
	explain_findings(&x);
	return arena->exhausted ? STATUS_FAIL : STATUS_OK;
}
