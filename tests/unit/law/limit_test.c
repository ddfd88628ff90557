/* SPEC 5.5: the tiers, and what does not fit. B = 6.000.000; with children T = 4.000.000, without 3.000.000.
 * Fields v:o:a are what was paid towards this month's due, what towards arrears, and what is in arrears afterwards. */
#include "example.h"

#include <nafkah/limit.h>

#define SIX "gaji=6000000 perkara=1/Pdt "
#define CHILD "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01 "

static const struct example tiers[] = {
	{ "everything fits",
	  CHILD "nafkah=1000000 iddah=3x1000000 @a1=2025-12:1000000 @iddah=2025-12:1000000",
	  "voa", "1000000:1000000:0 1000000:1000000:0" },
	{ "a rupiah too much: it is the wife's arrears that wait",
	  CHILD "nafkah=1000000 iddah=3x1000000 @a1=2025-12:1000000 @iddah=2025-12:1000001",
	  "voa", "1000000:1000000:0 1000000:1000000:1" },
	{ "then the child's arrears: 4.000.000 - 1.000.000 - 2.500.000",
	  CHILD "nafkah=1000000 iddah=3x2500000 @a1=2025-12:900000 @iddah=2025-12:900000",
	  "voa", "1000000:500000:400000 2500000:0:900000" },
	{ "then the wife's due",
	  CHILD "nafkah=3000000 iddah=3x2500000 @a1=2025-12:900000", "voa", "3000000:0:900000 1000000:0:1500000" },
	{ "then the child's due", CHILD "nafkah=4500000 iddah=3x2500000", "voa", "4000000:0:500000 0:0:2500000" },
	{ "exactly T", CHILD "nafkah=4000000 iddah=3x1", "voa", "4000000:0:0 0:0:1" },
	{ "two wife awards share what is there: 3.000.000 over 2.000.000 and 1.000.001",
	  SIX "bersamaan iddah=3x2000000 mutah=2x1000001", "va", "1999999:1 1000001:0" },
	{ "in proportion: 3.000.000 over 4.000.000 and 2.000.000",
	  SIX "bersamaan iddah=3x4000000 mutah=2x2000000", "va", "2000000:2000000 1000000:1000000" },
	{ "two children: 4.000.000 over 3.000.000 and 3.000.001: 1.999.999,67 and 2.000.000,33",
	  "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01 anak=a2:2016-01-01 nafkah-a1=3000000 nafkah-a2=3000001",
	  "va", "2000000:1000000 2000000:1000001" },
	{ "arrears of two awards: 1.000.000 over 2.000.000 and 2.000.000, the due of iddah before them",
	  SIX "iddah=3x2000000 mutah=2x5 @iddah=2025-12:2000000 @mutah=2025-12:2000000",
	  "voa", "2000000:500000:1500000 0:500000:1500000" },
	{ "missed months stand with the arrears: 3.000.000 this month, none of January",
	  "P=2026-02 " SIX "sampai=2025-12 iddah=3x3000000", "voa", "3000000:0:3000000" },
	{ "rulings share a tier: 3.000.000 over 2.000.000 and 2.000.000",
	  SIX "iddah=3x2000000 perkara=2/Pdt iddah=3x2000000", "va", "1500000:500000 1500000:500000" },
	{ "the children of the second come before the wife of the first: T 4.000.000",
	  SIX "iddah=3x2000000 perkara=2/Pdt anak=b:2015-01-01 nafkah=3000000", "va", "1000000:1000000 3000000:0" },
	{ "a held line takes nothing from the others",
	  SIX "iddah=3x2000000 perkara=2/Pdt rek=- iddah=3x2000000 @iddah=2025-12:9", "va", "2000000:0 0:9" },
	{ "a kept part lowers what the others get: 4.000.000 - 1.000.000",
	  "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01:ayah anak=a2:2016-01-01 nafkah iddah=3x3000000",
	  "vak", "0:0:1000000 1000000:0:0 2000000:1000000:0" },
	{ "the arrears of a child who moved to his father are still paid",
	  CHILD "anak=a2:2016-01-01:ayah nafkah @a2=2025-12:700", "dvoak", "1000000:1000000:0:0:0 0:0:700:0:1000000" },
	{ "no pay: everything is arrears",
	  "gaji=0 perkara=1/Pdt anak=a1:2015-01-01 nafkah=5 iddah=3x7 @iddah=2025-12:1", "voa", "0:0:5 0:0:8" },
	{ "negative pay in one file does not eat the other's: available 2.000.000, T (2.000.000 - 1.000.000) / 2",
	  "gaji=1-1000001 tpp=2000000 perkara=1/Pdt iddah=3x900000", "va", "500000:400000" },
	{ "nothing was due: nothing is paid",
	  "P=2026-09 " SIX "iddah=3 mutah=2x5 @iddah=2026-08:0 @mutah=2026-08:0 perkara=2/Pdt mulai=2026-09 "
	  "mutah=12x5", "va", "0:0 0:0 5:0" },
};

static const struct example growing[] = {
	{ "arrears that grew three months running",
	  "sumber=gaji " SIX "iddah=3x3000001 @iddah=2025-12:5:::::++", "F", "N0647 N0643" },
	{ "two months running", "sumber=gaji " SIX "iddah=3x3000001 @iddah=2025-12:5:::::+", "F", "N0643" },
	{ "they stand still", "sumber=gaji " SIX "iddah=3x3000000 @iddah=2025-12:5:::::++", "F", "N0643" },
	{ "they fell", "sumber=gaji " SIX "iddah=3x2999999 @iddah=2025-12:5:::::++", "F", "N0643" },
};

static void filled_by_tiers(void **state)
{
	(void)state;
	RUN(tiers);
}

static void arrears_that_grow(void **state)
{
	(void)state;
	RUN(growing);
}

/* What a line asks for in each tier. */
static void demands_by_tier(void **state)
{
	struct child child = { .custody = CUSTODY_MOTHER };
	struct case_file c = { .computed = true };
	struct line l = { .file = &c, .child = &child, .opening.arrears = 30, .sum = { .due = 100, .missed = 7,
	  .written_off = 5 } };

	(void)state;
	assert_int_equal(tier_demand(&l, 0), 100);
	assert_int_equal(tier_demand(&l, 1), 0);
	assert_int_equal(tier_demand(&l, 2), 32);
	assert_int_equal(tier_demand(&l, 3), 0);
	l.child = NULL;
	assert_int_equal(tier_demand(&l, 0), 0);
	assert_int_equal(tier_demand(&l, 1), 100);
	assert_int_equal(tier_demand(&l, 2), 0);
	assert_int_equal(tier_demand(&l, 3), 32);
	l.held = true;
	for (int tier = 0; tier < TIER_COUNT; tier++)
		assert_int_equal(tier_demand(&l, tier), 0);
	l.held = false;
	c.computed = false;
	for (int tier = 0; tier < TIER_COUNT; tier++)
		assert_int_equal(tier_demand(&l, tier), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filled_by_tiers), cmocka_unit_test(arrears_that_grow), cmocka_unit_test(demands_by_tier),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
