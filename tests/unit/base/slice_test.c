#include "check.h"

#include <nafkah/slice.h>

static const struct slice none = { NULL, 0 };

static void equality_and_order(void **state)
{
	static const char *const sorted[] = { "", "A", "AA", "AB", "B", "a", "a/", "a/b", "ab", "\x7f", "\x80", "\xff" };

	(void)state;
	for (size_t i = 0; i < COUNT(sorted); i++)
		for (size_t k = 0; k < COUNT(sorted); k++) {
			struct slice a = slice_from_c(sorted[i]), b = slice_from_c(sorted[k]);
			int order = slice_compare(a, b);

			assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
			assert_int_equal(slice_equal(a, b), i == k);
		}
	assert_true(slice_equal(none, SLICE("")));
	assert_int_equal(slice_compare(none, SLICE("")), 0);
	assert_true(slice_compare(none, SLICE("a")) < 0);
	assert_false(slice_equal((struct slice){ "a\0b", 3 }, (struct slice){ "a\0c", 3 }));
	assert_true(slice_compare((struct slice){ "a\0", 2 }, SLICE("a")) > 0);
}

static void prefixes(void **state)
{
	(void)state;
	assert_true(slice_starts_with(SLICE("nafkah-anak"), SLICE("nafkah")));
	assert_true(slice_starts_with(SLICE("a"), SLICE("")));
	assert_true(slice_starts_with(none, none));
	assert_true(slice_starts_with(SLICE("a"), SLICE("a")));
	assert_false(slice_starts_with(SLICE("naf"), SLICE("nafkah")));
	assert_false(slice_starts_with(SLICE("Nafkah"), SLICE("n")));
	assert_false(slice_starts_with(none, SLICE("n")));
}

static const char *const trims[][2] = {
	{ "", "" }, { " ", "" }, { " \t ", "" }, { "a", "a" }, { " a b ", "a b" }, { "\ta", "a" }, { "a\t ", "a" },
	{ "\na\r", "\na\r" },           /* line ends are no blanks */
	{ "\xc2\xa0""a", "\xc2\xa0""a" }, /* nor is a no-break space */
	{ "\va\f", "\va\f" },
};

static void trimming(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(trims); i++)
		assert_true(slice_equal(slice_trim(slice_from_c(trims[i][0])), slice_from_c(trims[i][1])));
	assert_true(slice_equal(slice_trim(none), none));
}

static const struct {
	size_t from, len;
	const char *part;
} parts[] = {
	{ 0, 5, "abcde" }, { 1, 2, "bc" }, { 4, 1, "e" }, { 0, 0, "" }, { 4, 9, "e" }, { 5, 1, "" }, { 6, 1, "" }, { 0,
	  99, "abcde" },
	{ SIZE_MAX, SIZE_MAX, "" }, { 1, SIZE_MAX, "bcde" }, { SIZE_MAX, 0, "" },
};

static void part_of(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++)
		assert_true(slice_equal(slice_sub(SLICE("abcde"), parts[i].from, parts[i].len), slice_from_c(parts[i].part)));
	assert_null(slice_sub(none, 3, 4).ptr);
}

static void cutting(void **state)
{
	static const char *const expected[] = { "a", "", "bc", "" };
	struct slice rest = SLICE("a,,bc,");
	size_t count = 0;

	(void)state;
	for (; rest.ptr != NULL; count++)
		assert_true(slice_equal(slice_cut(&rest, ','), slice_from_c(expected[count])));
	assert_int_equal(count, 4);
	assert_true(slice_equal(slice_cut(&rest, ','), none));
	rest = SLICE("");
	assert_true(slice_equal(slice_cut(&rest, ','), SLICE("")));
	assert_null(rest.ptr);
	rest = (struct slice){ "a\0b", 3 };
	assert_int_equal(slice_cut(&rest, '\0').len, 1);
	assert_true(slice_equal(rest, SLICE("b")));
}

static void ascii(void **state)
{
	(void)state;
	for (int c = -128; c < 128; c++) {
		bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';

		assert_int_equal(ascii_is_digit((char)c), c >= '0' && c <= '9');
		assert_int_equal(ascii_is_alpha((char)c), upper || lower);
		assert_int_equal(ascii_is_blank((char)c), c == ' ' || c == '\t');
		assert_int_equal(ascii_lower((char)c), (char)(upper ? c + 32 : c));
		assert_int_equal(ascii_upper((char)c), (char)(lower ? c - 32 : c));
	}
}

static const struct {
	const char *text;
	bool good;
	uint64_t value;
} numbers[] = {
	{ "0", true, 0 }, { "000", true, 0 }, { "7", true, 7 }, { "198503122010011005", true,
	  UINT64_C(198503122010011005) },
	{ "999999999999999999", true, UINT64_C(999999999999999999) }, { "000000000000000001", true, 1 },
	{ "", false, 0 }, { "1000000000000000000", false, 0 }, { "0000000000000000001", false, 0 }, { "-1", false, 0 },
	  { "+1", false, 0 },
	{ " 1", false, 0 }, { "1 ", false, 0 }, { "1.0", false, 0 }, { "1e3", false, 0 }, { "0x1", false, 0 },
	  { "1,000", false, 0 },
	{ "\xef\xbc\x91", false, 0 }, { "\xd9\xa1", false, 0 }, { "/", false, 0 }, { ":", false, 0 },
};

static void whole_numbers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		uint64_t value = 99;

		if (slice_to_u64(slice_from_c(numbers[i].text), &value) != numbers[i].good)
			fail_msg("\"%s\"", numbers[i].text);
		assert_true(value == (numbers[i].good ? numbers[i].value : 99));
	}
	assert_false(slice_to_u64((struct slice){ "1\0", 2 }, &(uint64_t){ 0 }));
}

/* Unicode table 3-7: the edges of every row, and what lies just beyond them. */
static const struct {
	const char *bytes;
	size_t len, valid;
} texts[] = {
	{ "", 0, 0 }, { "\0", 1, 1 }, { "\x7f", 1, 1 }, { "\xc2\x80", 2, 2 }, { "\xdf\xbf", 2, 2 }, { "\xe0\xa0\x80",
	  3, 3 },
	{ "\xec\xbf\xbf", 3, 3 }, { "\xed\x9f\xbf", 3, 3 }, { "\xee\x80\x80", 3, 3 }, { "\xef\xbf\xbf", 3, 3 },
	{ "\xf0\x90\x80\x80", 4, 4 }, { "\xf3\xbf\xbf\xbf", 4, 4 }, { "\xf4\x8f\xbf\xbf", 4, 4 },
	  { "BUDI SANTOSO \xc3\xa9 x", 17, 17 },

	{ "\x80", 1, 0 }, { "\xbf", 1, 0 }, { "\xc0\x80", 2, 0 }, { "\xc1\xbf", 2, 0 },           /* stray, overlong */
	{ "\xe0\x9f\xbf", 3, 0 }, { "\xf0\x8f\xbf\xbf", 4, 0 },                                   /* overlong */
	{ "\xed\xa0\x80", 3, 0 }, { "\xed\xbf\xbf", 3, 0 },                                       /* surrogates */
	{ "\xf4\x90\x80\x80", 4, 0 }, { "\xf5\x80\x80\x80", 4, 0 }, { "\xfe", 1, 0 }, { "\xff", 1, 0 },
	  /* beyond U+10FFFF */
	{ "\xc3", 1, 0 }, { "\xe2\x82", 2, 0 }, { "\xf0\x9f\x98", 3, 0 },                         /* cut */
	{ "\xc3\x28", 2, 0 }, { "\xe2\x28\xa1", 3, 0 }, { "\xe2\x82\x28", 3, 0 }, { "\xf0\x9f\x98\xc0", 4, 0 },
	{ "abc\xff", 4, 3 }, { "abcdefgh\xff", 9, 8 }, { "abcdefghijk\xc3", 12, 11 }, { "\xc3\xa9\xc3", 3, 2 },
	{ "abcdefg\xc3\xa9hijklmnop\xe9", 19, 18 },
};

static void utf8(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		/* Also behind eight ASCII bytes, which are taken in one step, and at each place against that step. */
		for (size_t ahead = 0; ahead < 17; ahead++) {
			char copy[64] = "0123456789abcdefg";

			memcpy(copy + ahead, texts[i].bytes, texts[i].len);
			if (utf8_valid_prefix((struct slice){ copy, ahead + texts[i].len }) != ahead + texts[i].valid)
				fail_msg("text %zu at %zu", i, ahead);
		}
	}
	assert_int_equal(utf8_valid_prefix(none), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equality_and_order), cmocka_unit_test(prefixes),      cmocka_unit_test(trimming),
		    cmocka_unit_test(part_of),
		cmocka_unit_test(cutting),            cmocka_unit_test(ascii),         cmocka_unit_test(whole_numbers),
		    cmocka_unit_test(utf8),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
