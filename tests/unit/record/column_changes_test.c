/* Columns of one month against those of the month before. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <nafkah/buf.h>
#include <nafkah/column_changes.h>

#include <string.h>

static const struct {
	const char *why, *before, *now, *expected;
} list[] = {
	{ "the same", "nip nama bersih", "nip nama bersih", "same" },
	{ "in another order", "nip nama bersih", "bersih nip nama", "same" },
	{ "columns without a name are not compared", "nip - - bersih", "nip - bersih", "same" },
	{ "none before", "", "nip", "nip / -" },
	{ "one came", "nip bersih", "nip zakat bersih", "zakat / -" },
	{ "one went", "nip zakat bersih", "nip bersih", "- / zakat" },
	{ "in the same place: another name", "nip zakat bersih", "nip infak bersih", "infak (~ zakat) / zakat" },
	{ "alike, in another place", "nip bersih tunjangan_suami_istri", "tunj_suami_istri nip bersih",
	  "tunj_suami_istri (~ tunjangan_suami_istri) / tunjangan_suami_istri" },
	{ "a longer name", "nip prestasi_kerja", "nip tpp prestasi_kerja_asn",
	  "tpp, prestasi_kerja_asn (~ prestasi_kerja) / prestasi_kerja" },
	{ "the alike one before the one in the same place", "a potongan_zakat x1 x2", "a rapel potongan_zakat_2 x1 x2",
	  "rapel, potongan_zakat_2 (~ potongan_zakat) / potongan_zakat" },
	{ "neither alike nor in its place", "nip zakat bersih", "nip bersih infak", "infak / zakat" },
	{ "a name is taken once", "nip iuran_a", "iuran_b iuran_c nip", "iuran_b (~ iuran_a), iuran_c / iuran_a" },
	{ "one letter is not alike another", "x nip", "nip y", "y / x" },
	{ "ten are told", "nip", "c01 c02 c03 c04 c05 c06 c07 c08 c09 c10 c11 nip",
	  "c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, ... / -" },
};

static struct columns columns_of(struct arena *a, const char *words)
{
	struct slice rest = slice_from_c(words), *names = arena_array(a, 64, sizeof *names);
	struct columns c = { .names = names };

	for (; rest.len > 0; c.count++) {
		names[c.count] = slice_cut(&rest, ' ');
		if (slice_equal(names[c.count], SLICE("-")))
			names[c.count] = SLICE("");
	}
	return c;
}

static void worked(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		struct arena a = { 0 };
		struct slice came = SLICE(""), went = SLICE(""), got = SLICE("same");
		enum status status = columns_compare(&a, columns_of(&a, list[i].before), columns_of(&a, list[i].now), &came, &went);

		assert_int_not_equal(status, STATUS_FAIL);
		if (status == STATUS_OK)
			got = arena_printf(&a, "%.*s / %.*s", SLICE_ARG(came), SLICE_ARG(went));
		if (!slice_equal(got, slice_from_c(list[i].expected))) {
			print_error("%s\n  expected %s\n  got      %.*s\n", list[i].why, list[i].expected, SLICE_ARG(got));
			wrong++;
		}
		arena_release(&a);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(worked) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
