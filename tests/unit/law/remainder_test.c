/* Who got the odd rupiah. Each example lists the register of one month: payee, why, rupiah. */
#include "example.h"

#include <nafkah/remainder.h>

#define ONE "perkara=1/Pdt "
#define TWO "perkara=2/Pdt "
#define THREE "perkara=3/Pdt "
#define ABC "anak=a:2015-01-01 anak=b:2016-01-01 anak=c:2017-01-01 "

static const struct {
	const char *why, *given, *expected;
} list[] = {
	{ "nothing is divided", "gaji=6000000 " ONE "iddah=3x1000000", "" },
	{ "it divides without rest", "gaji=6000000 " ONE "anak=a:2015-01-01 anak=b:2016-01-01 nafkah=2000000", "" },
	{ "two odd rupiah of three children: the two eldest", "gaji=6000000 " ONE ABC "nafkah=1000001",
	  "a children 1 b children 1" },
	{ "one", "gaji=6000000 " ONE ABC "nafkah=1000000", "a children 1" },
	{ "an award for one child is not split", "gaji=6000000 " ONE ABC "nafkah-a=1000001", "" },
	{ "a kept part is a part", "gaji=6000000 " ONE "anak=a:2015-01-01:ayah anak=b:2016-01-01 nafkah=1000001",
	  "a children 1" },
	{ "a held line gets none", "gaji=6000000 " ONE "rek=- " ABC "nafkah=1000001", "" },
	{ "a grown-up child has no part",
	  "gaji=6000000 " ONE "anak=a:2001-01-01 anak=b:2016-01-01 anak=c:2017-01-01 nafkah=1000001",
	  "b children 1" },
	{ "with kembali his place stays", "anak-berhenti=kembali gaji=6000000 " ONE
	  "anak=a:2001-01-01 anak=b:2016-01-01 anak=c:2017-01-01 nafkah=1000001", "b children 1" },
	{ "halves of 7.000.001: one is left with him", "gaji=7000001 " ONE "iddah=3", "" },
	{ "thirds of 7.000.000: 2.333.333 twice of 4.666.666", "gaji=7000000 " ONE "anak=a:2015-01-01 nafkah iddah=3", "" },
	{ "thirds of 8.000.000: 2.666.666 twice of 5.333.333", "gaji=8000000 " ONE "anak=a:2015-01-01 nafkah iddah=3",
	  "asn shares 1" },
	{ "only the children's third is used", "gaji=8000000 " ONE "anak=a:2015-01-01 nafkah", "" },
	{ "satuan leaves more", "satuan=1000 gaji=8000000 " ONE "anak=a:2015-01-01 nafkah iddah=3", "asn shares 1333" },
	{ "two rulings, one income: once", "satuan=1000 gaji=8000000 " ONE "anak=a:2015-01-01 nafkah " TWO "iddah=3",
	  "asn shares 1333" },
	{ "what the judge found is each ruling's own",
	  "bulan-dasar=putusan satuan=1000 gaji=8000000 " ONE "penghasilan=8000000 anak=a:2015-01-01 nafkah " TWO
	  "penghasilan=4000000 iddah=3", "asn shares 666 asn shares 333" },
	{ "two wives share a pool of 3.500.001", "gaji=7000003 " ONE "iddah=3 " TWO "iddah=3", "mantan pool 1" },
	{ "three share 5.000.000",
	  "gaji=10000000 " ONE "iddah=3 " TWO "iddah=3 " THREE "iddah=3", "mantan pool 1 mantan pool 1" },
	{ "the last of twelve instalments of 10.000.000 holds 4 more",
	  "P=2026-12 gaji=9000000 " ONE "sampai=2026-11 mutah=10000000/12", "mantan last 4" },
	{ "the one before it does not", "P=2026-11 gaji=9000000 " ONE "sampai=2026-10 mutah=10000000/12", "" },
	{ "a single instalment is no division", "gaji=9000000 " ONE "mutah=1000001/1", "" },
	{ "per-bulan ends with the rest: no division", "P=2026-03 gaji=9000000 " ONE "sampai=2026-02 mutah=3x1000001-1", "" },
	{ "a missed last month counts, too",
	  "P=2027-01 gaji=9000000 " ONE "sampai=2026-11 mutah=10000000/12", "mantan last 4" },
	{ "limited: 4.000.000 over 2.000.000 and 2.500.000 is 1.777.777,78 and 2.222.222,22",
	  "gaji=6000000 " ONE "anak=a:2015-01-01 anak=b:2016-01-01 nafkah-a=2000000 nafkah-b=2500000", "a limit 1" },
	{ "limited: 1.000.000 over three equal dues",
	  "dasar=bersih batas=tanpa gaji=1000000 " ONE ABC "nafkah-a=1000000 nafkah-b=1000000 nafkah-c=1000000",
	  "a limit 1" },
	{ "a tier that gets nothing divides nothing",
	  "batas=tanpa gaji=1000000 " ONE "anak=a:2015-01-01 nafkah=1000000 " TWO "iddah=3x5 " THREE "iddah=3x5", "" },
	{ "not found", "income-tpp=8000000 " ONE ABC "nafkah=1000001", "" },
	{ "booked already", "gaji=8000000 " ONE "sampai=2026-01 " ABC "nafkah=1000001", "" },
};

static void show_odd(const struct remainders *all, struct buf *out)
{
	static const char *const whys[ODD_WHY_COUNT] = { "children", "pool", "limit", "last", "shares" };

	for (size_t i = 0; i < all->count; i++) {
		const struct odd_rupiah *o = &all->items[i];

		buf_printf(out, "%s", i > 0 ? " " : "");
		if (o->line == NULL)
			buf_printf(out, "asn");
		else if (o->line->child != NULL)
			buf_printf(out, "%.*s", SLICE_ARG(o->line->child->id));
		else
			buf_printf(out, "mantan");
		buf_printf(out, " %s %" PRId64, whys[o->why], o->rupiah);
	}
	buf_char(out, '\0');
}

static void worked(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		struct office *o = office_open(list[i].given);
		struct remainders all = { 0 };
		struct buf got = { 0 };

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		assert_int_equal(remainders_of_person(&o->law, o->person, &all), STATUS_OK);
		show_odd(&all, &got);
		if (strcmp(got.ptr, list[i].expected) != 0) {
			print_error("%s\n  expected %s\n  got      %s\n", list[i].why, list[i].expected, got.ptr);
			wrong++;
		}
		buf_release(&got);
		remainders_release(&all);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(worked) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
