/* SPEC 5.7: which payroll each paid rupiah is taken from. W shows "line kind due+arrears" for each draw. */
#include "example.h"

#include <nafkah/source.h>

#define CHILD " perkara=1/Pdt anak=a1:2015-01-01 "

static const struct example draws[] = {
	{ "one file", "gaji=6000000 perkara=1/Pdt iddah=3", "W", "0 gaji 3000000+0" },
	{ "the first source alone, while it lasts",
	  "gaji=6000000 tpp=2000000 perkara=1/Pdt iddah=3", "W", "0 gaji 4000000+0" },
	{ "a line draws on two: 4.000.000 of 3.000.000 and 5.000.000",
	  "gaji=3000000 tpp=5000000 perkara=1/Pdt iddah=3", "W", "0 gaji 3000000+0, 0 tpp 1000000+0" },
	{ "the order of sumber, not that of the command line",
	  "sumber=tpp,gaji gaji=3000000 tpp=5000000 perkara=1/Pdt iddah=3", "W", "0 tpp 4000000+0" },
	{ "... nor that of the rows",
	  "tpp=5000000 gaji=3000000 perkara=1/Pdt iddah=3", "W", "0 gaji 3000000+0, 0 tpp 1000000+0" },
	{ "the child first, the wife takes the rest of gaji and tpp",
	  "gaji=3000000 tpp=3000000" CHILD "nafkah iddah=3", "W", "0 gaji 2000000+0, 1 gaji 1000000+0, 1 tpp 1000000+0" },
	{ "tier by tier: the child's arrears come behind the wife's due",
	  "gaji=3000000 tpp=3000000" CHILD "nafkah=1000000 iddah=3x2000000 @a1=2025-12:1000000",
	  "W", "0 gaji 1000000+0, 0 tpp 0+1000000, 1 gaji 2000000+0" },
	{ "due and arrears of one line out of one file are one draw",
	  "gaji=6000000" CHILD "nafkah=1000000 @a1=2025-12:500000", "W", "0 gaji 1000000+500000" },
	{ "an --income file holds nothing to take",
	  "income-gaji=3000000 tpp=5000000 perkara=1/Pdt iddah=3", "W", "0 tpp 4000000+0" },
	{ "nor does a row of another run",
	  "gaji=3000000 row-uncounted tpp=5000000 perkara=1/Pdt iddah=3", "W", "0 tpp 2500000+0" },
	{ "nor one whose net is negative", "gaji=1-2 tpp=5000001 perkara=1/Pdt iddah=3", "W", "0 tpp 2500000+0" },
	{ "sen stay where they are: 1.000.000 of 1.000.000,99",
	  "batas=tanpa gaji=1000000.99 tpp=9 perkara=1/Pdt iddah=3x1000005", "W", "0 gaji 1000000+0, 0 tpp 5+0" },
	{ "nothing paid, nothing drawn", "gaji=6000000 perkara=1/Pdt rek=- iddah=3", "W", "" },
	{ "a kept part is not drawn", "gaji=6000000" CHILD "anak=a2:2016-01-01:ayah nafkah", "W", "0 gaji 1000000+0" },
	{ "two rulings, two files: 3.000.000 each, line by line",
	  "gaji=4000000 tpp=8000000 perkara=1/Pdt iddah=3 perkara=2/Pdt iddah=3",
	  "W", "0 gaji 3000000+0, 1 gaji 1000000+0, 1 tpp 2000000+0" },
	{ "three files",
	  "sumber=gaji,tpp,thr batas=tanpa gaji=5 tpp=7 thr=9 perkara=1/Pdt iddah=3x20",
	  "W", "0 gaji 5+0, 0 tpp 7+0, 0 thr 8+0" },
};

static void drawn_in_order(void **state)
{
	(void)state;
	RUN(draws);
}

static void rows_are_charged(void **state)
{
	struct office *o = office_open("gaji=3000000 tpp=3000000 income-thr=9 row-uncounted" CHILD "nafkah iddah=3");

	(void)state;
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	assert_int_equal(o->rows[0].taken, 3000000);
	assert_int_equal(o->rows[1].taken, 1000000);
	assert_int_equal(o->rows[2].taken, 0);
	assert_ptr_equal(o->person->draws[0].row, &o->rows[0]);
	assert_ptr_equal(o->person->draws[0].line, &o->person->lines[0]);
	office_close(o);
}

static const struct {
	const char *why;
	struct pay_row row;
	int64_t holds;
} rows[] = {
	{ "a good row", { .adjusted = true, .counted = true, .net = { 123499 } }, 1234 },
	{ "99 sen", { .adjusted = true, .counted = true, .net = { 99 } }, 0 },
	{ "nothing", { .adjusted = true, .counted = true }, 0 },
	{ "minus one sen", { .adjusted = true, .counted = true, .net = { -1 } }, 0 },
	{ "minus a rupiah and a half", { .adjusted = true, .counted = true, .net = { -150 } }, 0 },
	{ "not adjusted", { .counted = true, .net = { 123499 } }, 0 },
	{ "not counted", { .adjusted = true, .net = { 123499 } }, 0 },
};

static void what_a_row_holds(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (row_available(&rows[i].row) != rows[i].holds)
			fail_msg("%s", rows[i].why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drawn_in_order), cmocka_unit_test(rows_are_charged), cmocka_unit_test(what_a_row_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
