/* Whole offices by chance: whatever the rulings, the register and the pay are, the laws of conservation hold, and some
 * things of SPEC 5 that can be said without computing them a second time. */
#include "chance.h"

static const char *line_fault(const struct office *o, const struct line *l)
{
	const struct figures *f = &l->sum;
	month_no period = o->law.period;
	bool active = l->file->computed && !l->held;

	if (!active && (f->due || f->kept || f->missed || f->paid_due || f->paid_arrears || f->written_off))
		return "a line that is held or not computed moves something";
	if (!active && (f->arrears != l->opening.arrears || l->booked_after != l->booked))
		return "a line that is held or not computed loses something";
	if (active && l->booked_after < period)
		return "a line is not booked up to the period";
	if (l->booked >= period && (f->due || f->kept || f->missed))
		return "a month is booked twice";
	if (f->paid_due > f->due || f->paid_arrears > l->opening.arrears + f->missed - f->written_off)
		return "more is paid than was asked for";
	if (f->due > 0 && (period < l->right.first || period > l->right.last))
		return "due outside of its right";
	if (f->due > 0 && f->kept > 0)
		return "due and kept";
	if ((l->status == LINE_SEBAGIAN) != (active && f->arrears > 0))
		return "sebagian and arrears do not agree";
	return NULL;
}

/* Dues before arrears, children before wives: what stands behind an unpaid tier gets nothing. */
static const char *person_fault(const struct office *o)
{
	const struct person *p = o->person;
	int64_t asked[4] = { 0 }, paid[4] = { 0 }, left = p->limit;
	int64_t fractions[2] = { 0 };

	for (size_t i = 0; i < p->line_count; i++) {
		const struct line *l = &p->lines[i];
		int tier = l->child != NULL ? 0 : 1;

		if (line_fault(o, l) != NULL)
			return line_fault(o, l);
		asked[tier] += l->sum.due;
		paid[tier] += l->sum.paid_due;
		asked[tier + 2] += l->held || !l->file->computed ? 0 : l->opening.arrears + l->sum.missed - l->sum.written_off;
		paid[tier + 2] += l->sum.paid_arrears;
		if (l->award->cara == CARA_PECAHAN)
			fractions[tier] += l->sum.due + l->sum.kept;
	}
	for (int tier = 0; tier < 4; tier++) {
		if (paid[tier] != (asked[tier] < left ? asked[tier] : left))
			return "a tier is not filled as far as it goes";
		left -= paid[tier];
	}
	if (fractions[0] > money_share_floor(p->base, p->shares.children, o->rules.unit) ||
	    fractions[1] > money_share_floor(p->base, p->shares.wife, o->rules.unit))
		return "the fractions are more than their pool";
	if (o->rules.limit == LIMIT_ASN_SHARE && (p->paid + p->kept + p->asn_share) * 100 > p->base.sen && p->paid > 0)
		return "the civil servant keeps less than his share of the base";
	return NULL;
}

static void any_office_is_conserved(void **state)
{
	struct buf words = { 0 };
	size_t computed = 0, paid = 0, short_of = 0;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct office *o;
		const char *fault;
		enum status status;

		buf_clear(&words);
		say_rules(&words);
		say_pay(&words);
		for (uint64_t i = 1 + pick(3); i > 0; i--)
			say_ruling(&words, (int)i);
		buf_char(&words, '\0');
		o = office_open(words.ptr);
		status = law_person(&o->law, o->person);
		fault = status == STATUS_OK ? person_fault(o) : "law_person fails";
		if (fault != NULL)
			fail_msg("round %d: %s\n  given %s", round, fault, words.ptr);
		for (size_t i = 0; i < o->person->case_count; i++)
			computed += o->person->cases[i].computed ? 1 : 0;
		paid += o->person->paid > 0 ? 1 : 0;
		short_of += o->person->paid == o->person->limit && o->person->paid > 0 ? 1 : 0;
		office_close(o);
	}
	buf_release(&words);
	assert_true(computed > 5000 && paid > 5000 && short_of > 1000); /* chance must meet the law,
	    not only its faults */
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(any_office_is_conserved) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
