/* SPEC 5.4: several rulings of one civil servant share the pools; months that were missed; 5.8: arrears after an end.
 * B = 6.000.000: half of it 3.000.000, a third 2.000.000. */
#include "example.h"

#define SIX "gaji=6000000 "
#define ONE "perkara=1/Pdt "
#define TWO "perkara=2/Pdt "
#define THREE "perkara=3/Pdt "

static const struct example pools[] = {
	{ "two wives: the half is shared", SIX ONE "iddah=3 " TWO "iddah=3", "d", "1500000 1500000" },
	{ "odd: 3.500.001 = 1.750.001 + 1.750.000, the first in line order",
	  "gaji=7000003 " ONE "iddah=3 " TWO "iddah=3", "d", "1750001 1750000" },
	{ "three wives, 5.000.000 / 3",
	  "gaji=10000000 " ONE "iddah=3 " TWO "iddah=3 " THREE "iddah=3", "d", "1666667 1666667 1666666" },
	{ "one of them has children: thirds for all, 2.000.000 shared",
	  SIX ONE "iddah=3 " TWO "anak=a1:2015-01-01 nafkah iddah=3", "d", "1000000 2000000 1000000" },
	{ "children of two mothers: 2.000.000 shared by their parts, 1.000.000 and 2 x 500.000",
	  SIX ONE "anak=a:2015-01-01 nafkah " TWO "anak=b:2015-01-01 anak=c:2016-01-01 nafkah",
	  "d", "1000000 500000 500000" },
	{ "iddah against bagian-gaji", SIX ONE "iddah=3 " TWO "bagian-gaji", "d", "1500000 1500000" },
	{ "a nominal award shares nothing", SIX ONE "iddah=3x2000000 " TWO "iddah=3", "d", "2000000 3000000" },
	{ "a nominal child beside a pool",
	  SIX ONE "anak=a:2015-01-01 nafkah=900000 " TWO "anak=b:2015-01-01 nafkah", "d", "900000 2000000" },
	{ "not both at once: the second wife's month is April",
	  SIX ONE "iddah=3 " TWO "iddah=3x5 mutah=2", "d", "3000000 5 0" },
	{ "satuan 1000: 3.500.000 / 3 is to the rupiah",
	  "satuan=1000 gaji=7001000 " ONE "iddah=3 " TWO "iddah=3 " THREE "iddah=3", "d", "1166667 1166667 1166666" },
	{ "a kept part takes part",
	  SIX ONE "anak=a:2015-01-01:ayah nafkah " TWO "anak=b:2015-01-01 nafkah", "dk", "0:1000000 1000000:0" },
	{ "the share is no shortfall: no arrears", SIX ONE "iddah=3 " TWO "iddah=3", "as", "0:dipotong 0:dipotong" },
	{ "a ruling that is not final takes nothing", SIX ONE "iddah=3 " TWO "status=putus iddah=3", "d", "3000000 0" },
	{ "a ruling that is held takes nothing", SIX ONE "iddah=3 " TWO "suami iddah=3", "d", "3000000 0" },
	{ "a ruling that is over takes nothing", SIX ONE "iddah=3 " TWO "selesai=2025-12-31 iddah=3", "d", "3000000 0" },
	{ "a ruling that has not begun takes nothing", SIX ONE "iddah=3 " TWO "mulai=2026-02 iddah=3", "d", "3000000 0" },
	{ "a line that is held keeps its place", SIX ONE "iddah=3 " TWO "rek=- iddah=3", "d", "1500000 0" },
	{ "a line that is booked for the month keeps its place",
	  SIX ONE "iddah=3 " TWO "sampai=2026-02 iddah=3", "d", "1500000 0" },
	{ "a line whose right is over does not",
	  "P=2026-02 " SIX ONE "sampai=2026-01 iddah=3 " TWO "sampai=2026-01 kawin=2026-01-05 iddah=3 mutah=2x5 "
	  "@mutah=2026-01:7", "d", "3000000 0 0" },
	{ "a held child keeps its place among the other mother's",
	  SIX ONE "rek=- anak=a:2015-01-01 nafkah " TWO "anak=b:2015-01-01 nafkah", "d", "0 1000000" },
};

/* Line order is BHT date, then the normalised case in bytes, then the entry: the odd rupiah shows who is first. */
static const struct example line_order[] = {
	{ "the older ruling first",
	  "gaji=7000003 " ONE "bht=2025-12-11 iddah=3 " TWO "bht=2025-12-10 mutah=12",
	  "dr", "1750001:2026-01..2026-12 1750000:2026-01..2026-03" },
	{ "then the case in bytes: 10/ before 9/",
	  "gaji=7000003 perkara=9/Pdt iddah=3 perkara=10/Pdt mutah=12",
	  "dr", "1750001:2026-01..2026-12 1750000:2026-01..2026-03" },
	{ "then the entry",
	  "gaji=7000003 " ONE "entri=2 iddah=3 " ONE "mutah=12",
	  "dr", "1750001:2026-01..2026-12 1750000:2026-01..2026-03" },
};

static const struct example missed[] = {
	{ "January and February missed, booked to December by the register",
	  "P=2026-03 " SIX ONE "iddah=3 @iddah=2025-12:0", "dmfb", "3000000:6000000:2026-01:2026-03" },
	{ "... by dibayar-sampai", "P=2026-03 " SIX ONE "sampai=2025-12 iddah=3", "dmf", "3000000:6000000:2026-01" },
	{ "... one of them paid outside",
	  "P=2026-03 " SIX ONE "sampai=2026-01 iddah=3", "dmf", "3000000:3000000:2026-02" },
	{ "nothing missed in the month of mulai", SIX ONE "iddah=3", "dmfb", "3000000:0::2026-01" },
	{ "booked up to the period", SIX ONE "sampai=2026-01 iddah=3", "dmb", "0:0:2026-01" },
	{ "booked beyond it", SIX ONE "sampai=2026-02 iddah=3", "dmb", "0:0:2026-02" },
	{ "the right was over before the period: only what was missed",
	  "P=2026-09 " SIX ONE "sampai=2026-01 iddah=3", "dmfb", "0:6000000:2026-02:2026-09" },
	{ "instalments of the missed months are their own: 333.333 + 333.334",
	  "P=2026-04 " SIX ONE "sampai=2026-01 mutah=1000000/3", "dmf", "0:666667:2026-02" },
	{ "a child born in February misses none before",
	  "P=2026-03 " SIX ONE "sampai=2025-12 anak=a:2026-02-10 nafkah", "dmf", "2000000:2000000:2026-02" },
	{ "a brother who turned 21 in January: January is shared, February not",
	  "P=2026-03 " SIX ONE "sampai=2025-12 anak=a:2005-01-09 anak=b:2015-01-01 nafkah",
	  "dm", "0:1000000 2000000:3000000" },
	{ "another ruling begins in March; a line that is too long is held, and shares March all the same",
	  "P=2026-03 " SIX ONE "sampai=2025-12 iddah=6 " TWO "mulai=2026-03 mutah=3", "dmh", "0:0:N0621 1500000:0:-" },
	{ "... for one that is not held: January and February in full, March shared",
	  "P=2026-03 " SIX ONE "sampai=2025-12 mutah=6 " TWO "mulai=2026-03 mutah=3", "dm", "1500000:6000000 1500000:0" },
	{ "a month that another line has booked long ago is shared with it all the same",
	  "P=2026-03 " SIX ONE "sampai=2025-12 mutah=6 " TWO "sampai=2026-02 mutah=6",
	  "dm", "1500000:3000000 1500000:0" },
	{ "missed months are reported once a ruling",
	  "sumber=gaji P=2026-02 " SIX ONE "sampai=2025-12 bersamaan iddah=3x1 mutah=2x1", "F", "N0642" },
	{ "a held line misses nothing yet", "P=2026-03 " SIX ONE "rek=- sampai=2025-12 iddah=3", "dmb", "0:0:2025-12" },
	{ "missed dues go to the arrears, which wait behind this month's: T is 3.000.000",
	  "P=2026-03 " SIX ONE "sampai=2025-12 iddah=3", "vomas", "3000000:0:6000000:6000000:sebagian" },
};

/* SPEC 5.8: arrears when a ruling ended. It ended on 15 January; B 6.000.000, T 3.000.000. */
#define ENDED ONE "selesai=2026-01-15 mutah=12x1000000 "

static const struct example endings[] = {
	{ "lanjut: still collected", "P=2026-02 " SIX ENDED "@mutah=2026-01:700", "dpwas", "0:700:0:0:dipotong" },
	{ "hapus: written off in the month after the end",
	  "P=2026-02 " SIX ENDED "hapus @mutah=2026-01:700", "dpwas", "0:0:700:0:selesai" },
	{ "hapus: not in the month of the end", SIX ENDED "hapus @mutah=2025-12:700", "dpwa", "1000000:1000700:0:0" },
	{ "hapus, a few months later: the first month that computes it",
	  "P=2026-06 " SIX ENDED "hapus @mutah=2026-01:700", "pwa", "0:700:0" },
	{ "hapus: what was missed before the end as well",
	  "P=2026-02 " SIX ENDED "hapus @mutah=2025-12:700", "dmpwa", "0:1000000:0:1000700:0" },
	{ "hapus: not of a line that is held",
	  "P=2026-02 " SIX ENDED "hapus rek=- @mutah=2026-01:700", "pwas", "0:0:700:ditahan" },
	{ "hapus: not while the ruling is held",
	  "P=2026-02 " SIX ENDED "hapus suami @mutah=2026-01:700", "pwas", "0:0:700:ditahan" },
	{ "hapus: not while he is not found",
	  "P=2026-02 " ENDED "hapus @mutah=2026-01:700", "pwas", "0:0:700:tidak-ditemukan" },
	{ "hapus is reported", "sumber=gaji P=2026-02 " SIX ENDED "hapus @mutah=2026-01:700", "F", "N0649" },
	{ "hapus without an end means nothing",
	  "P=2026-02 " SIX ONE "hapus mutah=12x1000000 @mutah=2026-01:700", "pwa", "1000700:0:0" },
	{ "another ruling's arrears stay",
	  "P=2026-02 " SIX ENDED "hapus @mutah=2026-01:700 " TWO "mutah=12x5 @mutah=2026-01:8", "pwa", "0:700:0 13:0:0" },
};

static void shared_pools(void **state)
{
	(void)state;
	RUN(pools);
}

static void order_of_lines(void **state)
{
	(void)state;
	RUN(line_order);
}

static void missed_months(void **state)
{
	(void)state;
	RUN(missed);
}

static void arrears_after_the_end(void **state)
{
	(void)state;
	RUN(endings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shared_pools), cmocka_unit_test(order_of_lines), cmocka_unit_test(missed_months),
		cmocka_unit_test(arrears_after_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
