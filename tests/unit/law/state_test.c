/* SPEC 5.1: the state of a ruling, first match; ruling faults; `booked` (5.4). */
#include "example.h"

/* BUDI has 6.000.000; rulings are final in December 2025 and start in January 2026, the period. */
#define BUDI "gaji=6000000 perkara=1/Pdt "

static const struct example not_final[] = {
	{ "mediasi", BUDI "status=mediasi iddah=3", "S", "belum-bht" },
	{ "izin", BUDI "status=izin iddah=3", "S", "belum-bht" },
	{ "proses", BUDI "status=proses iddah=3", "S", "belum-bht" },
	{ "putus", BUDI "status=putus iddah=3", "S", "belum-bht" },
	{ "banding", BUDI "status=banding iddah=3", "S", "belum-bht" },
	{ "bht without a date of it", BUDI "bht= iddah=3", "S", "belum-bht" },
	{ "final on the first day after the period", BUDI "bht=2026-02-01 iddah=3", "S", "belum-bht" },
	{ "final on the last day of the period", BUDI "bht=2026-01-31 iddah=3", "S", "dipotong" },
	{ "cerai-talak: the pledge after the period", BUDI "talak ikrar=2026-02-01 iddah=3", "S", "belum-bht" },
	{ "cerai-talak: the pledge on the last day of the period",
	  BUDI "talak ikrar=2026-01-31 iddah=3", "S", "dipotong" },
	{ "cerai-gugat: a pledge does not count", BUDI "ikrar=2026-02-01 iddah=3", "S", "dipotong" },
	{ "rujuk without a date of finality", BUDI "status=rujuk bht= selesai=2026-01-05 iddah=3", "S", "belum-bht" },
	{ "not final comes before not begun, faults, and somebody who is not found",
	  "perkara=1/Pdt status=putus mulai=2026-09 suami iddah=3", "S", "belum-bht" },
	{ "not final: no fault is reported", BUDI "status=putus talak suami iddah=3", "F", "" },
	{ "not final: no account of months, even where dibayar-sampai is stated",
	  BUDI "status=banding sampai=2025-12 iddah=3", "bs", ":belum-bht" },
	{ "not final: except the one that the register has",
	  BUDI "status=banding @iddah=2025-11:0 iddah=3", "b", "2025-11" },
	{ "not final: arrears stay as they are", BUDI "status=banding @iddah=2025-11:700 iddah=3", "pa", "0:700" },
};

static const struct example not_begun[] = {
	{ "mulai after the period", BUDI "mulai=2026-02 iddah=3", "S", "belum-mulai" },
	{ "mulai in the period", BUDI "mulai=2026-01 iddah=3", "S", "dipotong" },
	{ "not begun comes before selesai", BUDI "mulai=2026-02 selesai=2025-12-15 iddah=3", "S", "belum-mulai" },
	{ "not begun comes before a fault, which is not reported",
	  BUDI "mulai=2026-02 talak iddah=3", "S", "belum-mulai" },
	{ "... nor anything else", "perkara=1/Pdt mulai=2026-02 talak suami iddah=3", "F", "" },
	{ "not begun comes before not found", "perkara=1/Pdt mulai=2026-02 iddah=3", "S", "belum-mulai" },
	{ "booked is mulai - 1", BUDI "mulai=2026-03 iddah=3", "bds", "2026-02:0:belum-mulai" },
};

static const struct example over[] = {
	{ "iddah January to March, all booked", "P=2026-04 " BUDI "iddah=3 @iddah=2026-03:0", "S", "selesai" },
	{ "... booked a month short", "P=2026-04 " BUDI "iddah=3 @iddah=2026-02:0", "S", "dipotong" },
	{ "... booked, but 1 rupiah is owed", "P=2026-04 " BUDI "iddah=3 @iddah=2026-03:1", "S", "dipotong" },
	{ "one line is over, the other is not",
	  "P=2026-04 " BUDI "iddah=3 mutah=2x1 @iddah=2026-03:0 @mutah=2026-03:0", "S", "dipotong" },
	{ "paid elsewhere to the end", "P=2026-04 " BUDI "iddah=3 sampai=2026-03", "S", "selesai" },
	{ "no award at all", BUDI "anak=a1:2015-01-01", "S", "selesai" },
	{ "ended before it began, nobody ever booked anything",
	  "P=2026-04 " BUDI "selesai=2025-12-31 iddah=3", "S", "selesai" },
	{ "nothing booked, but it had a month", "P=2026-04 " BUDI "selesai=2026-01-01 iddah=3", "S", "ditahan:N0606" },
	{ "the amar was paid in full before", "P=2026-04 " BUDI "iddah=3x1000000-3000000", "S", "selesai" },
	{ "selesai comes before a fault: no ikrar", "P=2026-04 " BUDI "talak iddah=3 @iddah=2026-03:0", "S", "selesai" },
	{ "... and reports none", "P=2026-04 " BUDI "talak suami status=rujuk iddah=3 @iddah=2026-03:0", "F", "" },
	{ "selesai comes before not found", "P=2026-04 perkara=1/Pdt iddah=3 @iddah=2026-03:0", "S", "selesai" },
	{ "the status of its lines, and its booked month",
	  "P=2026-04 " BUDI "iddah=3 @iddah=2026-03:0", "sb", "selesai:2026-03" },
};

static const struct example faults[] = {
	{ "cerai-talak without the date of the pledge", BUDI "talak iddah=3", "S", "ditahan:N0601" },
	{ "mulai before the month of BHT",
	  BUDI "bht=2026-01-31 mulai=2025-12 sampai=2025-12 iddah=3", "S", "ditahan:N0602" },
	{ "mulai in the month of BHT", BUDI "bht=2025-12-31 mulai=2025-12 sampai=2025-12 iddah=3", "S", "dipotong" },
	{ "mulai before the month of the pledge",
	  BUDI "talak ikrar=2026-01-02 mulai=2025-12 sampai=2025-12 iddah=3", "S", "ditahan:N0602" },
	{ "cerai-gugat: the pledge does not count",
	  BUDI "ikrar=2026-01-02 mulai=2025-12 sampai=2025-12 iddah=3", "S", "dipotong" },
	{ "rujuk without selesai", BUDI "status=rujuk iddah=3", "S", "ditahan:N0603" },
	{ "dicabut without selesai", BUDI "status=dicabut iddah=3", "S", "ditahan:N0603" },
	{ "rujuk with selesai", BUDI "status=rujuk selesai=2026-01-20 iddah=3", "S", "dipotong" },
	{ "a former husband of a man", BUDI "suami iddah=3", "S", "ditahan:N0604" },
	{ "a former wife of a woman", BUDI "perempuan anak=a1:2015-01-01 nafkah=500000", "S", "ditahan:N0604" },
	{ "a former husband of a woman", BUDI "perempuan suami anak=a1:2015-01-01 nafkah=500000", "S", "dipotong" },
	{ "bulan-dasar putusan without penghasilan", "bulan-dasar=putusan " BUDI "iddah=3", "S", "ditahan:N0605" },
	{ "bulan-dasar putusan with penghasilan",
	  "bulan-dasar=putusan " BUDI "penghasilan=4000000 iddah=3", "S", "dipotong" },
	{ "bulan-dasar berjalan needs none", BUDI "iddah=3", "S", "dipotong" },
	{ "mulai in the past and nobody said what was paid", BUDI "mulai=2025-12 iddah=3", "S", "ditahan:N0606" },
	{ "... dibayar-sampai says that nothing was", BUDI "mulai=2025-12 sampai=2025-11 iddah=3x100", "S", "dipotong" },
	{ "... the register knows one line and not the other",
	  BUDI "mulai=2025-12 @iddah=2025-12:0 iddah=3 mutah=2x1", "S", "ditahan:N0606" },
	{ "... the register has the line without a month", BUDI "mulai=2025-12 @iddah=:0 iddah=3", "S", "ditahan:N0606" },
	{ "a child born after the period, with or without an award",
	  BUDI "anak=a1:2026-02-01 iddah=3", "S", "ditahan:N0607" },
	{ "a child born on the last day of the period", BUDI "anak=a1:2026-01-31 nafkah iddah=3", "S", "dipotong" },
	{ "no common word in the names", BUDI "nama=AGUS_SALIM iddah=3", "S", "ditahan:N0608" },
	{ "a common word of two letters is none",
	  "gaji=6000000 row-nama=BU_DI perkara=1/Pdt nama=BU_SANTOSO iddah=3", "S", "ditahan:N0608" },
	{ "a common word of three: attention",
	  "gaji=6000000 row-nama=BUDI_SUSANTO perkara=1/Pdt iddah=3", "S", "dipotong" },
	{ "... which is reported", "sumber=gaji gaji=6000000 row-nama=BUDI_SUSANTO perkara=1/Pdt iddah=3", "F", "N0609" },
	{ "one of two rows has a stranger's name",
	  "gaji=6000000 tpp=1000000 row-nama=AGUS perkara=1/Pdt iddah=3", "S", "ditahan:N0608" },
	{ "a stranger's name in an --income file is not asked for",
	  "gaji=6000000 income-tpp=1000000 row-nama=AGUS perkara=1/Pdt iddah=3", "S", "dipotong" },
	{ "kotor - potongan is not bersih", "gaji=6000000 row-broken perkara=1/Pdt iddah=3", "S", "ditahan:N0205" },
	{ "... in a row that is not counted",
	  "gaji=6000000 gaji=1 row-uncounted row-broken perkara=1/Pdt iddah=3", "S", "ditahan:N0205" },
	{ "all faults are reported, the first one is the cause",
	  "gaji=6000000 row-nama=AGUS row-broken perkara=1/Pdt status=rujuk talak suami mulai=2025-11 "
	  "anak=a1:2026-03-03 iddah=3", "F", "N0601 N0602 N0603 N0604 N0607 N0606 N0608 N0205" },
	{ "a fault comes before not found", "perkara=1/Pdt suami iddah=3", "S", "ditahan:N0604" },
	{ "held by a fault: nothing due, nothing paid, arrears and booked stay",
	  BUDI "suami @iddah=2025-12:900 iddah=3", "dpabs", "0:0:900:2025-12:ditahan" },
	{ "booked unknown stays empty", BUDI "mulai=2025-12 iddah=3", "bs", ":ditahan" },
};

static const struct example found[] = {
	{ "no row anywhere", "perkara=1/Pdt iddah=3", "S", "tidak-ditemukan" },
	{ "... attention", "perkara=1/Pdt iddah=3", "F", "N0610" },
	{ "only in an --income file", "income-tpp=6000000 perkara=1/Pdt iddah=3", "S", "tidak-ditemukan" },
	{ "only in a row that does not count",
	  "gaji=6000000 row-uncounted perkara=1/Pdt iddah=3", "S", "tidak-ditemukan" },
	{ "in one of two kinds", "tpp=6000000 perkara=1/Pdt iddah=3", "S", "dipotong" },
	{ "not found: nothing is booked, arrears stay",
	  "perkara=1/Pdt @iddah=2025-12:900 iddah=3", "dabs", "0:900:2025-12:tidak-ditemukan" },
};

/* Which month `booked` is before the run; seen through a ruling that is not found, so that it stays. */
static const struct example booked[] = {
	{ "the register", "perkara=1/Pdt mulai=2025-10 sampai=2025-11 @iddah=2025-12:0 iddah=6", "b", "2025-12" },
	{ "the register, even where dibayar-sampai is later",
	  "perkara=1/Pdt sampai=2026-05 @iddah=2025-12:0 iddah=6", "b", "2025-12" },
	{ "dibayar-sampai, where the register has no month",
	  "perkara=1/Pdt sampai=2025-11 @iddah=:0 iddah=6", "b", "2025-11" },
	{ "dibayar-sampai, where the line is new",
	  "perkara=1/Pdt sampai=2025-11 @mutah=2025-12:0 iddah=6 mutah=2x1", "b", "2025-11 2025-12" },
	{ "mulai - 1, where mulai is the period", "perkara=1/Pdt mulai=2026-01 iddah=6", "b", "2025-12" },
	{ "unknown, where mulai is past", "perkara=1/Pdt bht=2025-11-10 mulai=2025-12 iddah=6", "b", "" },
};

static void belum_bht(void **state)
{
	(void)state;
	RUN(not_final);
}

static void belum_mulai(void **state)
{
	(void)state;
	RUN(not_begun);
}

static void selesai(void **state)
{
	(void)state;
	RUN(over);
}

static void ruling_faults(void **state)
{
	(void)state;
	RUN(faults);
}

/* What the finding tells: whom it concerns, where the ruling stands, and the remedy's month. */
static void told_to_people(void **state)
{
	struct office *o = office_open(BUDI "mulai=2025-12 iddah=3");
	const struct finding *f;

	(void)state;
	o->rulings.items[0]->line = 17;
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	f = &o->findings.items[0];
	assert_int_equal(f->code, N0606_BOOKED_UNKNOWN);
	assert_true(f->personal);
	assert_int_equal(f->line, 17);
	assert_true(slice_equal(f->file, SLICE("putusan.xml")));
	assert_true(slice_equal(f->nip, SLICE("198503122010011005")));
	assert_true(slice_equal(f->perkara, SLICE("1/Pdt")));
	assert_true(slice_equal(f->value, SLICE("2025-12")));
	assert_true(slice_equal(f->detail, SLICE("2025-11"))); /* what dibayar-sampai says where nothing was paid */
	office_close(o);
}

static void tidak_ditemukan(void **state)
{
	(void)state;
	RUN(found);
}

static void booked_until(void **state)
{
	(void)state;
	RUN(booked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(belum_bht),     cmocka_unit_test(belum_mulai),     cmocka_unit_test(selesai),
		cmocka_unit_test(ruling_faults), cmocka_unit_test(tidak_ditemukan), cmocka_unit_test(booked_until),
		cmocka_unit_test(told_to_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
