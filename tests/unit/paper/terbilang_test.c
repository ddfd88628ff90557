/* Amounts in words. The table is written by hand; a second reading (words back to a number) holds for the rest. */
#include <nafkah/terbilang.h>

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int64_t amount;
	const char *words;
} list[] = {
	{ 0, "nol" },
	{ 1, "satu" },
	{ 2, "dua" },
	{ 9, "sembilan" },
	{ 10, "sepuluh" },
	{ 11, "sebelas" },
	{ 12, "dua belas" },
	{ 15, "lima belas" },
	{ 19, "sembilan belas" },
	{ 20, "dua puluh" },
	{ 21, "dua puluh satu" },
	{ 30, "tiga puluh" },
	{ 99, "sembilan puluh sembilan" },
	{ 100, "seratus" },
	{ 101, "seratus satu" },
	{ 110, "seratus sepuluh" },
	{ 111, "seratus sebelas" },
	{ 112, "seratus dua belas" },
	{ 120, "seratus dua puluh" },
	{ 199, "seratus sembilan puluh sembilan" },
	{ 200, "dua ratus" },
	{ 211, "dua ratus sebelas" },
	{ 999, "sembilan ratus sembilan puluh sembilan" },
	{ 1000, "seribu" },
	{ 1001, "seribu satu" },
	{ 1010, "seribu sepuluh" },
	{ 1100, "seribu seratus" },
	{ 1111, "seribu seratus sebelas" },
	{ 1999, "seribu sembilan ratus sembilan puluh sembilan" },
	{ 2000, "dua ribu" },
	{ 10000, "sepuluh ribu" },
	{ 11000, "sebelas ribu" },
	{ 11011, "sebelas ribu sebelas" },
	{ 12345, "dua belas ribu tiga ratus empat puluh lima" },
	{ 21000, "dua puluh satu ribu" },
	{ 100000, "seratus ribu" },
	{ 101000, "seratus satu ribu" },
	{ 111111, "seratus sebelas ribu seratus sebelas" },
	{ 201001, "dua ratus satu ribu satu" },
	{ 1000000, "satu juta" },
	{ 1000001, "satu juta satu" },
	{ 1001000, "satu juta seribu" },
	{ 1001001, "satu juta seribu satu" },
	{ 1100000, "satu juta seratus ribu" },
	{ 1500000, "satu juta lima ratus ribu" },
	{ 11000000, "sebelas juta" },
	{ 100000000, "seratus juta" },
	{ 81666532, "delapan puluh satu juta enam ratus enam puluh enam ribu lima ratus tiga puluh dua" },
	{ 999999999, "sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan "
	             "ratus sembilan puluh sembilan" },
	{ INT64_C(1000000000), "satu miliar" },
	{ INT64_C(1000001000), "satu miliar seribu" },
	{ INT64_C(11011011011), "sebelas miliar sebelas juta sebelas ribu sebelas" },
	{ INT64_C(1000000000000), "satu triliun" },
	{ INT64_C(1001001001001), "satu triliun satu miliar satu juta seribu satu" },
	{ INT64_C(10000000000000), "sepuluh triliun" },
	{ INT64_C(100000000000000), "seratus triliun" },
	{ INT64_C(999999999999999),
	  "sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar sembilan ratus "
	  "sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan" },
	{ INT64_C(1000000000000000), "satu kuadriliun" },
	{ INT64_C(1000000000000000000), "satu kuintiliun" },
	{ -1, "minus satu" },
	{ -1000, "minus seribu" },
	{ INT64_MAX, "sembilan kuintiliun dua ratus dua puluh tiga kuadriliun tiga ratus tujuh puluh dua triliun tiga puluh "
	             "enam miliar delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu delapan ratus tujuh" },
	{ INT64_MIN, "minus sembilan kuintiliun dua ratus dua puluh tiga kuadriliun tiga ratus tujuh puluh dua triliun tiga "
	             "puluh enam miliar delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu delapan ratus "
	             "delapan" },
};

static void table(void **state)
{
	struct buf got = { 0 };
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		buf_clear(&got);
		terbilang(list[i].amount, &got);
		if (!slice_equal(buf_slice(&got), slice_from_c(list[i].words))) {
			print_error("%" PRId64 ": %.*s\n", list[i].amount, SLICE_ARG(buf_slice(&got)));
			wrong++;
		}
	}
	buf_release(&got);
	assert_int_equal(wrong, 0);
}

/* ---- the second reading ---- */

static uint64_t digit_of(struct slice word)
{
	static const char *const digits[] = { "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
		                              "sepuluh", "sebelas" };

	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
		if (slice_equal(word, slice_from_c(digits[i])))
			return i + 1;
	return 0;
}

static uint64_t scale_of(struct slice word)
{
	static const char *const scales[] = { "ribu", "juta", "miliar", "triliun", "kuadriliun" };
	uint64_t scale = 1000;

	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++, scale *= 1000)
		if (slice_equal(word, slice_from_c(scales[i])))
			return scale;
	return 0;
}

/* A group of three digits and the sum of the groups before it; `last` is the digit that the next word may change. */
struct read_back {
	uint64_t sum, group, last;
};

static bool read_word(struct read_back *r, struct slice word)
{
	uint64_t scale = scale_of(word);

	if (scale > 0 && r->group > 0) {
		r->sum += r->group * scale;
		r->group = r->last = 0;
	} else if (slice_equal(word, SLICE("seribu")) && r->group == 0) {
		r->sum += 1000;
	} else if (slice_equal(word, SLICE("seratus")) && r->group == 0) {
		r->group = 100;
	} else if (slice_equal(word, SLICE("ratus")) && r->last > 1) {
		r->group += 99 * r->last;
		r->last = 0;
	} else if (slice_equal(word, SLICE("puluh")) && r->last > 1) {
		r->group += 9 * r->last;
		r->last = 0;
	} else if (slice_equal(word, SLICE("belas")) && r->last > 1) {
		r->group += 10;
		r->last = 0;
	} else if (digit_of(word) > 0 && r->last == 0) {
		r->last = digit_of(word);
		r->group += r->last;
	} else {
		return false;
	}
	return true;
}

static void read_back_is_the_amount(void **state)
{
	struct buf got = { 0 };
	uint64_t seed = 88172645463325252U;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct read_back r = { 0 };
		struct slice rest;
		int64_t amount;

		seed ^= seed << 13;
		seed ^= seed >> 7;
		seed ^= seed << 17;
		amount = (int64_t)(seed % (i < 5000 ? 20000 : UINT64_C(1000000000000000))) + 1;
		buf_clear(&got);
		terbilang(amount, &got);
		rest = buf_slice(&got);
		while (rest.ptr != NULL)
			assert_true(read_word(&r, slice_cut(&rest, ' ')));
		assert_int_equal(r.sum + r.group, amount);
	}
	buf_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(table), cmocka_unit_test(read_back_is_the_amount) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
