#include <nafkah/income.h>

#include <nafkah/source.h>

static bool row_income(const struct rules *rules, const struct pay_row *row, struct money *out)
{
	switch (rules->basis) {
	case BASIS_GROSS:
		*out = row->gross;
		return true;
	case BASIS_NET:
		*out = row->net;
		return true;
	case BASIS_AFTER_MANDATORY:
		break;
	}
	return money_add(row->net, row->voluntary, out);
}

/* Says which of several sources he does not stand in. */
static void note_missing_kinds(const struct law *law, const struct person *p, const struct case_file *first)
{
	for (size_t k = 0; k < law->rules->source_count; k++) {
		bool seen = false;

		for (size_t i = 0; i < p->row_count; i++)
			seen = seen || (p->rows[i].counted && p->rows[i].kind == law->rules->sources[k]);
		if (!seen)
			law_note(law, first, N0641_IN_ONE_KIND_ONLY, slice_from_c(kind_name(law->rules->sources[k])),
			         (struct slice){ 0 });
	}
}

bool income_of_person(const struct law *law, struct person *p)
{
	const struct case_file *first = NULL;
	bool children = false;
	struct money sum = { 0 };

	for (size_t i = 0; i < p->case_count; i++) {
		if (!p->cases[i].computed)
			continue;
		first = first != NULL ? first : &p->cases[i];
		children = children || p->cases[i].ruling->child_count > 0;
	}
	p->available = 0;
	for (size_t i = 0; i < p->row_count; i++) {
		struct money part;

		if (!p->rows[i].counted)
			continue;
		if (!row_income(law->rules, &p->rows[i], &part) || !money_add(sum, part, &sum))
			return false;
		p->available += row_available(&p->rows[i]);
	}
	p->base = sum.sen > 0 ? sum : (struct money){ 0 };
	p->shares = children ? law->rules->with_children : law->rules->without_children;
	p->asn_share = money_share_ceil(p->base, p->shares.asn);
	if (first != NULL)
		note_missing_kinds(law, p, first);
	if (first != NULL && (p->base.sen == 0 || p->available == 0))
		law_note_rupiah(law, first, N0645_PAY_NOT_POSITIVE, money_floor_rupiah(sum), (struct slice){ 0 });
	return true;
}
