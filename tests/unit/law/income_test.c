/* SPEC 5.2 (the base), 5.5 (the limit, what it is made of). L shows asn_share/ceiling/available/limit/paid. */
#include "example.h"

#define IDDAH " perkara=1/Pdt iddah=3"
#define CHILD " perkara=1/Pdt anak=a1:2015-01-01 nafkah iddah=3"

static const struct example bases[] = {
	/* kotor 7.000.000, potongan 1.000.000, of which a loan of 300.000; bersih 6.000.000 */
	{ "setelah-iuran-wajib: 6.000.000 + 300.000; half each",
	  "gaji=7000000-1000000+300000" IDDAH, "L", "3150000/3150000/6000000/3150000/3150000" },
	{ "kotor: 7.000.000",
	  "dasar=kotor gaji=7000000-1000000+300000" IDDAH, "L", "3500000/3500000/6000000/3500000/3500000" },
	{ "bersih: 6.000.000",
	  "dasar=bersih gaji=7000000-1000000+300000" IDDAH, "L", "3000000/3000000/6000000/3000000/3000000" },
	{ "gaji and tpp: 6.000.000 + 3.000.000",
	  "gaji=6000000 tpp=3000000" IDDAH, "L", "4500000/4500000/9000000/4500000/4500000" },
	{ "a kind that is no source does not count (the scan marks its rows)",
	  "sumber=gaji gaji=6000000 tpp=3000000 row-uncounted" IDDAH, "L", "3000000/3000000/6000000/3000000/3000000" },
	{ "--income counts for the base, and holds nothing to take",
	  "gaji=6000000 income-tpp=3000000" IDDAH, "L", "4500000/4500000/6000000/4500000/4500000" },
	{ "a row of another run does not count",
	  "gaji=6000000 gaji=5000000 row-uncounted" IDDAH, "L", "3000000/3000000/6000000/3000000/3000000" },
	{ "7.000.001: his half goes up, hers down",
	  "gaji=7000001" IDDAH, "L", "3500001/3500000/7000001/3500000/3500000" },
	{ "sen: 7.000.001,50 / 2 = 3.500.000,75; he keeps 3.500.001, 3.500.000,50 is left",
	  "gaji=7000001.50" IDDAH, "L", "3500001/3500000/7000001/3500000/3500000" },
	{ "7.000.001 / 3 = 2.333.333,67; he keeps 2.333.334",
	  "gaji=7000001" CHILD, "L", "2333334/4666667/7000001/4666667/4666666" },
	{ "one negative net: 4.000.000 - 1.000.000; the 4.000.000 are there",
	  "gaji=1000000-2000000 tpp=4000000" IDDAH, "L", "1500000/1500000/4000000/1500000/1500000" },
	{ "a negative sum is a base of 0", "gaji=1000000-3000000 tpp=1000000" IDDAH, "L", "0/0/1000000/0/0" },
	{ "no pay at all", "gaji=0" IDDAH, "L", "0/0/0/0/0" },
	{ "sen are left in each row: 1.000.000,99 + 1.000.000,99",
	  "gaji=1000000.99 tpp=1000000.99" IDDAH, "L", "1000001/1000000/2000000/1000000/1000000" },
};

static const struct example whose_shares[] = {
	{ "no child: half and half", "gaji=6000000" IDDAH, "d", "3000000" },
	{ "a child: thirds", "gaji=6000000" CHILD, "d", "2000000 2000000" },
	{ "a child who is grown up still makes thirds",
	  "gaji=6000000 perkara=1/Pdt anak=a1:1990-01-01 nafkah iddah=3", "d", "0 2000000" },
	{ "a child without an award as well", "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01 iddah=3", "d", "2000000" },
	{ "the child of another computed ruling as well",
	  "gaji=6000000" IDDAH " perkara=2/Pdt anak=a1:2015-01-01 nafkah=100", "d", "2000000 100" },
	{ "but not the child of a ruling that is held",
	  "gaji=6000000" IDDAH " perkara=2/Pdt suami anak=a1:2015-01-01 nafkah=100", "d", "3000000 0" },
	{ "nor of one that is over",
	  "gaji=6000000" IDDAH " perkara=2/Pdt selesai=2025-12-15 anak=a1:2015-01-01 nafkah=100", "d", "3000000 0" },
	{ "nor of one that has not begun",
	  "gaji=6000000" IDDAH " perkara=2/Pdt mulai=2026-02 anak=a1:2015-01-01 nafkah=100", "d", "3000000 0" },
	{ "a ruling whose lines are all held is computed: thirds",
	  "gaji=6000000" IDDAH " perkara=2/Pdt rek=- anak=a1:2015-01-01 nafkah=100", "d", "2000000 0" },
	{ "bulan-dasar putusan: the income the judge found, 4.000.000 / 2",
	  "bulan-dasar=putusan gaji=9000000" IDDAH " penghasilan=4000000", "d", "2000000" },
	{ "... the limit keeps this month's income",
	  "bulan-dasar=putusan gaji=3000000" IDDAH " penghasilan=4000000", "dp", "2000000:1500000" },
};

static const struct example limits[] = {
	{ "what his pay holds binds: kotor 9.000.000, bersih 2.000.000",
	  "dasar=kotor gaji=9000000-7000000" IDDAH, "L", "4500000/4500000/2000000/2000000/2000000" },
	{ "... and is named", "sumber=gaji dasar=kotor gaji=9000000-7000000" IDDAH, "F", "N0644 N0646" },
	{ "his share binds", "sumber=gaji gaji=6000000 perkara=1/Pdt iddah=3x4000000", "F", "N0643" },
	{ "equal: his share is named",
	  "sumber=gaji dasar=kotor gaji=6000000-3000000 perkara=1/Pdt iddah=3x4000000", "F", "N0643 N0646" },
	{ "batas tanpa: only what his pay holds",
	  "batas=tanpa gaji=6000000 perkara=1/Pdt iddah=3x7000000", "L", "3000000/-/6000000/6000000/6000000" },
	{ "... what is left below his share is reported",
	  "sumber=gaji batas=tanpa gaji=6000000 perkara=1/Pdt iddah=3x4000000", "F", "N0646" },
	{ "... less, where less is due",
	  "batas=tanpa gaji=6000000 perkara=1/Pdt iddah=3x1000000", "L", "3000000/-/6000000/6000000/1000000" },
	{ "kept for a child with him: 6.000.000 - 2.000.000 - 1.000.000",
	  "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01:ayah anak=a2:2016-01-01 nafkah iddah=3",
	  "L", "2000000/3000000/6000000/3000000/3000000" },
	{ "a nominal part kept does not lower it",
	  "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01:ayah anak=a2:2016-01-01 nafkah=2000000 iddah=3",
	  "L", "2000000/4000000/6000000/4000000/3000000" },
	{ "satuan rounds shares, not the limit: B 7.000.001, hers 3.500.000",
	  "satuan=1000 gaji=7001001" IDDAH, "L", "3500501/3500500/7001001/3500500/3500000" },
	{ "no limit below zero: all is kept, and more",
	  "gaji=1 perkara=1/Pdt anak=a1:2015-01-01:ayah nafkah iddah=3x1", "L", "1/0/1/0/0" },
};

static const struct example notes[] = {
	{ "in one of two kinds", "gaji=6000000" IDDAH, "F", "N0641" },
	{ "in one of three", "sumber=gaji,tpp,thr gaji=6000000" IDDAH, "F", "N0641 N0641" },
	{ "an --income file will do", "gaji=6000000 income-tpp=1" IDDAH, "F", "" },
	{ "nothing computed, nothing said", "gaji=6000000 perkara=1/Pdt status=putus iddah=3", "F", "" },
	{ "no pay", "sumber=gaji gaji=0" IDDAH, "F", "N0645" },
	{ "no pay, and an award whose month is still to come",
	  "sumber=gaji gaji=0 perkara=1/Pdt iddah=3 mutah=12x5", "F", "N0645" },
	{ "negative pay", "sumber=gaji gaji=1-2" IDDAH, "F", "N0645" },
	{ "a good base of which nothing is left",
	  "sumber=gaji dasar=kotor gaji=6000000-6000000 perkara=1/Pdt iddah=3x1", "F", "N0645 N0644" },
	{ "exactly his share is left: nothing to say",
	  "sumber=gaji gaji=6000000 perkara=1/Pdt iddah=3x3000000", "F", "" },
	{ "ten times his pay", "sumber=gaji gaji=600 perkara=1/Pdt iddah=3x6000", "F", "N0648 N0643" },
	{ "a rupiah less than ten times", "sumber=gaji gaji=600 perkara=1/Pdt iddah=3x5999", "F", "N0643" },
};

static void base_by_dasar(void **state)
{
	(void)state;
	RUN(bases);
}

static void shares_in_force(void **state)
{
	(void)state;
	RUN(whose_shares);
}

static void the_limit(void **state)
{
	(void)state;
	RUN(limits);
}

static void what_is_reported(void **state)
{
	(void)state;
	RUN(notes);
}

/* Above 64 bits of sen the run is refused, not wrapped round. */
static void sums_do_not_wrap(void **state)
{
	struct office *o = office_open("gaji=0" IDDAH);

	(void)state;
	o->rows[0].net.sen = INT64_MAX;
	o->rows[0].voluntary.sen = 1;
	assert_int_equal(law_person(&o->law, o->person), STATUS_REJECT);
	assert_int_equal(o->findings.per_code[N0204_MONEY_SUM_OVERFLOW], 1);
	office_close(o);
}

/* The largest pay that a file may state: 10^13 net and 24 loans of 10^13 in each of four kinds. */
static void the_largest_pay(void **state)
{
	struct office *o = office_open("sumber=gaji,tpp,thr,gaji13 gaji=0 tpp=0 thr=0 gaji13=0" CHILD);

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		o->rows[i].net = money_from_rupiah(RUPIAH_MAX);
		o->rows[i].voluntary = money_from_rupiah(RUPIAH_MAX * 24);
	}
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	assert_int_equal(o->person->asn_share, (RUPIAH_MAX * 100 + 2) / 3);
	assert_int_equal(o->person->available, RUPIAH_MAX * 4);
	assert_int_equal(o->person->paid, RUPIAH_MAX * 4);
	office_close(o);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(base_by_dasar),    cmocka_unit_test(shares_in_force),  cmocka_unit_test(the_limit),
		cmocka_unit_test(what_is_reported), cmocka_unit_test(sums_do_not_wrap), cmocka_unit_test(the_largest_pay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
