/* SPEC 5.1 (ends) and 5.3 (months of an award): which months a line has a right to. */
#include "example.h"

#include <nafkah/right.h>

#define ONE "gaji=6000000 perkara=1/Pdt "

/* Terms of single awards: months they take, and the instalments of the first, the last but one and the last month. */
static const struct {
	const char *why;
	struct award a;
	int32_t months;
	int64_t first, last;
} terms[] = {
	{ "pecahan: the months stated", { .hak = HAK_IDDAH, .months = 3 }, 3, 0, 0 },
	{ "per-bulan: 3 x 1.500.000", { .hak = HAK_IDDAH, .cara = CARA_NOMINAL, .months = 3, .monthly = 1500000 }, 3,
	  1500000, 1500000 },
	{ "4 x 1.000.000 - 500.000 = 3.500.000: 4 months, the last one the rest",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 4, .monthly = 1000000, .paid_before = 500000 }, 4,
	  1000000, 500000 },
	{ "4 x 1.000.000 - 1.000.000: exactly 3 months",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 4, .monthly = 1000000, .paid_before = 1000000 }, 3,
	  1000000, 1000000 },
	{ "4 x 1.000.000 - 3.999.999: one month of 1 rupiah",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 4, .monthly = 1000000, .paid_before = 3999999 }, 1, 1, 1 },
	{ "4 x 1.000.000 - 4.000.000: nothing left, no month",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 4, .monthly = 1000000, .paid_before = 4000000 }, 0, 0, 0 },
	{ "paid more than was due: no month",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 4, .monthly = 1000000, .paid_before = 9000000 }, 0, 0, 0 },
	{ "18.000.000 - 6.000.000 in 12: 1.000.000 each",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 12, .lump = 18000000, .paid_before = 6000000 }, 12,
	  1000000, 1000000 },
	{ "10.000.000 in 3: 3.333.333, 3.333.333, 3.333.334",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 3, .lump = 10000000 }, 3, 3333333, 3333334 },
	{ "5 rupiah in 12 months: 0 each, the last one pays 5",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 12, .lump = 5 }, 12, 0, 5 },
	{ "a lump sum paid before: no month",
	  { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 12, .lump = 5, .paid_before = 5 }, 0, 0, 0 },
	{ "600 months of 10^12",
	  { .hak = HAK_LAMPAU, .cara = CARA_NOMINAL, .months = 600, .monthly = INT64_C(1000000000000) }, 600,
	  INT64_C(1000000000000), INT64_C(1000000000000) },
	{ "600 months of 10^12 less 10^12", /* 599 months */
	  { .hak = HAK_LAMPAU, .cara = CARA_NOMINAL, .months = 600, .monthly = INT64_C(1000000000000),
	    .paid_before = INT64_C(1000000000000) }, 599, INT64_C(1000000000000), INT64_C(1000000000000) },
};

static void terms_of_an_award(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		const struct award *a = &terms[i].a;
		int64_t sum = 0, stated = a->lump > 0 ? a->lump : a->monthly * a->months;

		assert_int_equal(award_months(a), terms[i].months);
		if (a->cara == CARA_PECAHAN || terms[i].months == 0)
			continue;
		assert_int_equal(award_instalment(a, 1), terms[i].first);
		assert_int_equal(award_instalment(a, terms[i].months), terms[i].last);
		for (int32_t n = 1; n <= terms[i].months; n++)
			sum += award_instalment(a, n);
		assert_int_equal(sum, stated - a->paid_before);
	}
	assert_int_equal(award_months(&(struct award){ .hak = HAK_BAGIAN_GAJI }), MONTH_FOREVER);
	assert_int_equal(award_months(&(struct award){ .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 1 }),
	  MONTH_FOREVER);
}

/* Lines stand in the order iddah, mutah, lampau; what is shown are the awards' own months. */
static const struct example order[] = {
	{ "berurutan: one after another, as the rules do by themselves",
	  ONE "iddah=3 mutah=12000000/12 lampau=6x1000000", "t", "2026-01..2026-03 2026-04..2027-03 2027-04..2027-09" },
	{ "berurutan in the order of the rules, whatever the order of the amar",
	  ONE "lampau=6x1000000 mutah=12 iddah=3", "t", "2026-01..2026-03 2026-04..2027-03 2027-04..2027-09" },
	{ "another urutan",
	  "urutan=lampau,iddah,mutah " ONE "iddah=3 mutah=12 lampau=6x1000000",
	  "t", "2026-07..2026-09 2026-10..2027-09 2026-01..2026-06" },
	{ "an award whose total is nothing takes no month, the next moves up",
	  ONE "iddah=3x1000000-3000000 mutah=12", "t", "- 2026-01..2026-12" },
	{ "bersamaan: nominal awards all start at k = 1",
	  ONE "bersamaan iddah=3x1000000 mutah=12x1000000 lampau=6x1000000",
	  "t", "2026-01..2026-03 2026-01..2026-12 2026-01..2026-06" },
	{ "bersamaan: fraction awards follow one another from k = 1, past the nominal one between them",
	  ONE "bersamaan iddah=3 mutah=12x1000000 lampau=6", "t", "2026-01..2026-03 2026-01..2026-12 2026-04..2026-09" },
	{ "bersamaan by the rules, the amar being silent",
	  "pembayaran=bersamaan " ONE "iddah=3x1000000 mutah=2x1", "t", "2026-01..2026-03 2026-01..2026-02" },
	{ "the amar says berurutan against the rules",
	  "pembayaran=bersamaan " ONE "berurutan iddah=3x1000000 mutah=2x1", "t", "2026-01..2026-03 2026-04..2026-05" },
	{ "bagian-gaji has no term of its own and no last month", ONE "bagian-gaji", "tr", "-:2026-01.." },
	{ "from mulai, not from the period",
	  "P=2026-03 " ONE "mulai=2026-02 sampai=2026-01 iddah=3", "t", "2026-02..2026-04" },
};

static const struct example endings[] = {
	{ "remarriage, kawin-lagi=pecahan: the fraction is due up to its month, the nominal one stays, nothing moves up",
	  ONE "kawin=2026-02-28 iddah=3 mutah=12x1000000", "re", "2026-01..2026-02:kawin-lagi 2026-04..2027-03:" },
	{ "remarriage on the first of a month: that month is due",
	  ONE "kawin=2026-03-01 iddah=3", "re", "2026-01..2026-03:" },
	{ "kawin-lagi=semua: nominal awards lapse as well, one that had not begun keeps no month",
	  "kawin-lagi=semua " ONE "kawin=2026-02-28 iddah=3 mutah=12x1000000",
	  "re", "2026-01..2026-02:kawin-lagi -:kawin-lagi" },
	{ "kawin-lagi=tidak: nothing of iddah and mut'ah lapses",
	  "kawin-lagi=tidak " ONE "kawin=2026-02-28 iddah=3 mutah=12", "re", "2026-01..2026-03: 2026-04..2027-03:" },
	{ "kawin-lagi=tidak: bagian-gaji lapses always",
	  "kawin-lagi=tidak " ONE "kawin=2026-02-28 bagian-gaji", "re", "2026-01..2026-02:kawin-lagi" },
	{ "kawin-lagi=pecahan: bagian-gaji", ONE "kawin=2026-02-28 bagian-gaji", "re", "2026-01..2026-02:kawin-lagi" },
	{ "remarriage leaves the children alone",
	  "kawin-lagi=semua " ONE "kawin=2026-02-28 anak=a1:2020-05-05 nafkah iddah=3",
	  "re", "2026-01..2041-05:usia 2026-01..2026-02:kawin-lagi" },
	{ "her death ends all her awards, the children's go on",
	  "kawin-lagi=tidak " ONE "wafat=2026-02-01 anak=a1:2020-05-05 nafkah iddah=3 mutah=12x1",
	  "re", "2026-01..2041-05:usia 2026-01..2026-02:meninggal -:meninggal" },
	{ "the earlier of two ends counts",
	  ONE "kawin=2026-03-05 wafat=2026-02-01 mulai=2026-01 bagian-gaji", "re", "2026-01..2026-02:meninggal" },
	{ "selesai ends every line, children and nominal ones too",
	  ONE "selesai=2026-04-30 anak=a1:2020-05-05 nafkah iddah=3 mutah=2x1",
	  "re", "2026-01..2026-04:rujuk 2026-01..2026-03: 2026-04..2026-04:rujuk" },
	{ "selesai before mulai: no month at all", ONE "selesai=2025-12-20 iddah=3", "re", "-:rujuk" },
};

static const struct example ages[] = {
	{ "21: up to and including the month of the birthday",
	  ONE "anak=a1:2005-03-31 nafkah", "re", "2026-01..2026-03:usia" },
	{ "21 on the first day of a month: that month", ONE "anak=a1:2005-03-01 nafkah", "r", "2026-01..2026-03" },
	{ "already past 21 at the start: nothing",
	  ONE "anak=a1:2004-12-31 anak=a2:2020-01-01 nafkah", "r", "- 2026-01..2041-01" },
	{ "21 in the month of mulai: one month", ONE "anak=a1:2005-01-15 nafkah", "r", "2026-01..2026-01" },
	{ "at school: 25", ONE "anak=a1:2005-03-31:sekolah nafkah", "re", "2026-01..2030-03:usia" },
	{ "born 29 February, 21 in a year without: February", ONE "anak=a1:2008-02-29 nafkah", "r", "2026-01..2029-02" },
	{ "born 29 February, at school, 25 in 2033", ONE "anak=a1:2008-02-29:sekolah nafkah", "r", "2026-01..2033-02" },
	{ "born 28 February", ONE "anak=a1:2008-02-28 nafkah", "r", "2026-01..2029-02" },
	{ "born after mulai: from the month of birth",
	  "P=2026-05 " ONE "sampai=2025-12 anak=a1:2026-04-30 nafkah", "r", "2026-04..2047-04" },
	{ "berhenti before the birthday",
	  ONE "anak=a1:2010-03-31:berhenti/2026-05-01 nafkah", "re", "2026-01..2026-05:menikah" },
	{ "berhenti after the birthday changes nothing",
	  ONE "anak=a1:2005-03-31:berhenti/2026-05-01 nafkah", "re", "2026-01..2026-03:usia" },
	{ "berhenti before mulai: no month",
	  ONE "anak=a1:2010-03-31:berhenti/2025-12-31 nafkah anak=a2:2012-01-01",
	  "re", "-:menikah 2026-01..2033-01:usia" },
};

static void awards_in_order(void **state)
{
	(void)state;
	RUN(order);
}

static void rights_end_on_a_day(void **state)
{
	(void)state;
	RUN(endings);
}

static void childhood_ends(void **state)
{
	(void)state;
	RUN(ages);
}

static void spans(void **state)
{
	struct span s = { 5, 7 }, none = { 1, 0 };

	(void)state;
	assert_false(span_has(s, 4));
	assert_true(span_has(s, 5));
	assert_true(span_has(s, 7));
	assert_false(span_has(s, 8));
	assert_false(span_has(none, 0));
	assert_false(span_has(none, 1));
	assert_true(span_empty(none));
	assert_false(span_empty((struct span){ 5, 5 }));
}

/* Without a month to start from nothing is due, ever. */
static void no_start_no_right(void **state)
{
	struct office *o = office_open(ONE "bht= mulai= anak=a1:2020-01-01 nafkah iddah=3 mutah=2x5");

	(void)state;
	right_of_case(&o->rules, &o->person->cases[0]);
	for (size_t i = 0; i < o->person->line_count; i++)
		assert_true(span_empty(o->person->lines[i].right));
	office_close(o);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_of_an_award),   cmocka_unit_test(awards_in_order),
		    cmocka_unit_test(rights_end_on_a_day),
		cmocka_unit_test(childhood_ends),      cmocka_unit_test(spans),           cmocka_unit_test(no_start_no_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
