/* SPEC 5.3: what one ruling owes in a month. B = 7.000.001 unless something else is said: half of it is 3.500.000,5, a
 * third 2.333.333,67. */
#include "example.h"

#define B7 "gaji=7000001 perkara=1/Pdt "

static const struct example wife[] = {
	{ "pecahan without children: floor(7.000.001 / 2)", B7 "iddah=3", "d", "3500000" },
	{ "pecahan with children: floor(7.000.001 / 3)", B7 "anak=a1:2015-01-01 iddah=3", "d", "2333333" },
	{ "berurutan: mut'ah waits for iddah", B7 "iddah=3 mutah=12x1000000", "d", "3500000 0" },
	{ "... and begins in the month behind it",
	  "P=2026-04 " B7 "sampai=2026-03 iddah=3 mutah=12x1000000", "d", "0 1000000" },
	{ "bersamaan: both, the fraction is not lessened",
	  B7 "bersamaan iddah=3 mutah=12x1000000", "d", "3500000 1000000" },
	{ "bagian-gaji, year after year", "P=2036-01 " B7 "sampai=2035-12 bagian-gaji", "d", "3500000" },
	{ "per-bulan, part paid: the last month owes the rest; 4 x 1.000.000 - 500.000, fourth month",
	  "P=2026-04 " B7 "sampai=2026-03 mutah=4x1000000-500000", "d", "500000" },
	{ "... the third", "P=2026-03 " B7 "sampai=2026-02 mutah=4x1000000-500000", "d", "1000000" },
	{ "... the fifth", "P=2026-05 " B7 "@mutah=2026-04:1 mutah=4x1000000-500000", "d", "0" },
	{ "a lump sum of 10.000.000 in 3, first month", B7 "mutah=10000000/3", "d", "3333333" },
	{ "... third month: the rest", "P=2026-03 " B7 "sampai=2026-02 mutah=10000000/3", "d", "3333334" },
	{ "5 rupiah in 12 months: nothing in the first", B7 "mutah=5/12", "ds", "0:nihil" },
	{ "remarried in January: the fraction is due in January", B7 "kawin=2026-01-31 iddah=3", "d", "3500000" },
	{ "... not in February", "P=2026-02 " B7 "kawin=2026-01-31 sampai=2026-01 iddah=3 mutah=2x1", "d", "0 0" },
	{ "... mut'ah keeps its own month, April",
	  "P=2026-04 " B7 "kawin=2026-01-31 sampai=2026-03 iddah=3 mutah=2x1", "d", "0 1" },
	{ "satuan 1000: 3.500.000 of 3.500.999", "satuan=1000 gaji=7001999 perkara=1/Pdt iddah=3", "d", "3500000" },
	{ "satuan does not round nominal amounts", "satuan=1000 " B7 "iddah=3x1234567", "d", "1234567" },
	{ "a base of 0", "gaji=0 perkara=1/Pdt bersamaan iddah=3 mutah=2x5", "d", "0 5" },
	{ "a base of 1 rupiah", "gaji=1 perkara=1/Pdt iddah=3", "d", "0" },
};

#define TWO B7 "anak=a2:2016-01-01 anak=a1:2015-01-01 "
#define THREE B7 "anak=a1:2005-01-20 anak=a2:2010-06-01 anak=a3:2012-06-01 "

static const struct example children[] = {
	{ "pool 2.333.333: the elder 1.166.667, the younger 1.166.666", TWO "nafkah", "d", "1166667 1166666" },
	{ "three: 777.778 + 777.778 + 777.777 = 2.333.333",
	  B7 "anak=x:2015-01-01 anak=y:2015-01-02 anak=z:2015-01-03 nafkah", "d", "777778 777778 777777" },
	{ "twins: the order of the file", B7 "anak=y:2015-01-01 anak=x:2015-01-01 nafkah", "d", "1166667 1166666" },
	{ "nominal for all is split like the pool", TWO "nafkah=1000001", "d", "500001 500000" },
	{ "nominal for each", TWO "nafkah-a1=1500000 nafkah-a2=700000", "d", "1500000 700000" },
	{ "an award for one of two: the other has no line", TWO "nafkah-a2=700000", "d", "700000" },
	{ "the month of his 21st birthday: still a third each", THREE "nafkah", "d", "777778 777778 777777" },
	{ "bagi-ulang: the month after, the rest share the whole pool",
	  "P=2026-02 " THREE "sampai=2026-01 nafkah", "d", "0 1166667 1166666" },
	{ "kembali: his part returns to the civil servant",
	  "P=2026-02 anak-berhenti=kembali " THREE "sampai=2026-01 nafkah", "d", "0 777778 777777" },
	{ "kembali, nominal for all: 1.000.001 = 333.334 + 333.334 + 333.333",
	  "P=2026-02 anak-berhenti=kembali " THREE "sampai=2026-01 nafkah=1000001", "d", "0 333334 333333" },
	{ "bagi-ulang, nominal for all", "P=2026-02 " THREE "sampai=2026-01 nafkah=1000001", "d", "0 500001 500000" },
	{ "nominal for each: nothing moves over",
	  "P=2026-02 " THREE "sampai=2026-01 nafkah-a1=5 nafkah-a2=6 nafkah-a3=7", "d", "0 6 7" },
	{ "married in January: due in January",
	  B7 "anak=a1:2010-01-01:berhenti/2026-01-01 anak=a2:2011-01-01 nafkah", "d", "1166667 1166666" },
	{ "... the sister has the pool in February",
	  "P=2026-02 " B7 "sampai=2026-01 anak=a1:2010-01-01:berhenti/2026-01-01 anak=a2:2011-01-01 nafkah",
	  "d", "0 2333333" },
	{ "none left: nothing, and the shares stay thirds",
	  "P=2026-02 " B7 "sampai=2026-01 anak=a1:2010-01-01:berhenti/2026-01-01 nafkah iddah=3", "d", "0 2333333" },
	{ "born in the period: from this month",
	  B7 "anak=a1:2026-01-31 anak=a2:2020-01-01 nafkah", "d", "1166667 1166666" },
	{ "kembali counts all listed children, the one who was a month short of birth as well",
	  "P=2026-02 anak-berhenti=kembali " B7 "sampai=2025-12 anak=a1:2020-01-01 anak=a2:2026-02-01 nafkah",
	  "dm", "1166667:1166667 1166666:0" },
	{ "satuan 1000: the pool is 2.333.000, its halves are to the rupiah",
	  "satuan=1000 " TWO "nafkah", "d", "1166500 1166500" },
	{ "satuan 1000, three: 777.667 + 777.667 + 777.666",
	  "satuan=1000 " B7 "anak=x:2015-01-01 anak=y:2016-01-01 anak=z:2017-01-01 nafkah", "d", "777667 777667 777666" },
	{ "pool of 1 rupiah", "gaji=5 perkara=1/Pdt anak=x:2015-01-01 anak=y:2016-01-01 nafkah", "d", "1 0" },
};

#define RISING "gaji=90000000 perkara=1/Pdt bht=2024-01-10 mulai=2024-02 anak=a1:2015-01-01 "

static const struct example rises[] = {
	{ "first year, twelfth month", "P=2025-01 " RISING "sampai=2024-12 nafkah=1500000+10", "d", "1500000" },
	{ "second year, first month: 1.650.000", "P=2025-02 " RISING "sampai=2025-01 nafkah=1500000+10", "d", "1650000" },
	{ "second year, last month", "P=2026-01 " RISING "sampai=2025-12 nafkah=1500000+10", "d", "1650000" },
	{ "third year: 1.815.000", "P=2026-02 " RISING "sampai=2026-01 nafkah=1500000+10", "d", "1815000" },
	{ "floored each time: 999.999 -> 1.099.998 -> 1.209.997, not 1.209.998",
	  "P=2026-02 " RISING "sampai=2026-01 nafkah=999999+10", "d", "1209997" },
	{ "no rise", "P=2026-02 " RISING "sampai=2026-01 nafkah=1500000", "d", "1500000" },
	{ "a rise of 100 %, twice", "P=2026-02 " RISING "sampai=2026-01 nafkah=3+100", "d", "12" },
	{ "too small to rise: 9 + 10 % is 9", "P=2026-02 " RISING "sampai=2026-01 nafkah=9+10", "d", "9" },
	{ "counted from mulai, not from birth",
	  "P=2026-02 " RISING "anak=a2:2026-02-01 sampai=2026-01 nafkah-a1=1000+10 nafkah-a2=1000+10", "d", "1210 1210" },
	{ "for all children: raised first, split then: 1.331 / 2",
	  "P=2026-02 " RISING "anak=a2:2016-01-01 sampai=2026-01 nafkah=1100+10", "d", "666 665" },
	{ "each missed month at the amount of its own year: 1.000 (January) + 1.100, and 1.100 now",
	  "P=2025-03 " RISING "sampai=2024-12 nafkah=1000+10", "dm", "1100:2100" },
};

static const struct example custody[] = {
	{ "with his father: kept, not due", B7 "anak=a1:2015-01-01:ayah nafkah iddah=3", "dk", "0:2333333 2333333:0" },
	{ "one of two with him", B7 "anak=a1:2015-01-01:ayah anak=a2:2016-01-01 nafkah", "dk", "0:1166667 1166666:0" },
	{ "nominal parts are kept as well",
	  B7 "anak=a1:2015-01-01:ayah anak=a2:2016-01-01 nafkah=1001", "dk", "0:501 500:0" },
	{ "nominal for that child", B7 "anak=a1:2015-01-01:ayah nafkah-a1=700", "dks", "0:700:diterima-asn" },
	{ "old enough: nothing is kept",
	  "P=2026-02 " B7 "sampai=2026-01 anak=a1:2005-01-01:ayah anak=a2:2016-01-01 nafkah", "dk", "0:0 2333333:0" },
	{ "booked already: nothing is kept", B7 "sampai=2026-01 anak=a1:2015-01-01:ayah nafkah", "dk", "0:0" },
	{ "missed months of a kept part are nobody's arrears",
	  "P=2026-03 " B7 "sampai=2025-12 anak=a1:2015-01-01:ayah nafkah", "dkma", "0:2333333:0:0" },
	{ "in a guardian's care: due to its own account",
	  B7 "anak=a1:2015-01-01:wali:rek/124/777888 nafkah", "dk", "2333333:0" },
};

static void wife_awards(void **state)
{
	(void)state;
	RUN(wife);
}

static void child_awards(void **state)
{
	(void)state;
	RUN(children);
}

static void yearly_rise(void **state)
{
	(void)state;
	RUN(rises);
}

static void kept_parts(void **state)
{
	(void)state;
	RUN(custody);
}

/* However long and steep, a rise does not wrap round. */
static void a_rise_has_an_end(void **state)
{
	struct office *o = office_open("P=2199-12 gaji=9000000 perkara=1/Pdt mulai=2026-01 sampai=2199-11 "
	  "anak=a1:2190-01-01 "
	                               "nafkah=1000000000000+100");

	(void)state;
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	assert_int_equal(o->person->lines[0].sum.due, INT64_C(1000000000000000));
	office_close(o);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wife_awards), cmocka_unit_test(child_awards),      cmocka_unit_test(yearly_rise),
		cmocka_unit_test(kept_parts),  cmocka_unit_test(a_rise_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
