#include "check.h"

#include <nafkah/money.h>

#include <inttypes.h>

static const struct money_style plain = { '.', 0 }, indonesian = { ',', '.' }, english = { '.', ',' },
    blanks = { ',', ' ' };

/* Amounts as they are parsed; amount_test.c has what payroll cells may hold. */
static const struct {
	const char *text;
	const struct money_style *style;
	enum money_parse result;
	int64_t sen;
} texts[] = {
	{ "0", &plain, MONEY_OK, 0 }, { "0.01", &plain, MONEY_OK, 1 }, { "0.1", &plain, MONEY_OK, 10 }, { "-0.01",
	  &plain, MONEY_OK, -1 },
	{ "1234567.89", &plain, MONEY_OK, 123456789 }, { "1.234.567,89", &indonesian, MONEY_OK, 123456789 },
	{ "123.456", &indonesian, MONEY_OK, 12345600 }, { "12.345.678", &indonesian, MONEY_OK, 1234567800 },
	{ "0.000", &indonesian, MONEY_OK, 0 }, { "-1,234.50", &english, MONEY_OK, -123450 },
	{ "10000000000000", &plain, MONEY_OK, INT64_C(1000000000000000) }, { "-10000000000000.00", &plain, MONEY_OK,
	  INT64_C(-1000000000000000) },
	{ "0000000000000000000000000000001", &plain, MONEY_OK, 100 },
	{ "", &plain, MONEY_EMPTY, 0 },
	{ "10000000000000.01", &plain, MONEY_TOO_LARGE, 0 }, { "10000000000001", &plain, MONEY_TOO_LARGE, 0 },
	{ "9223372036854775807", &plain, MONEY_TOO_LARGE, 0 }, { "9223372036854775808", &plain, MONEY_TOO_LARGE, 0 },
	{ "18446744073709551616", &plain, MONEY_TOO_LARGE, 0 }, { "-99999999999999999999999", &plain, MONEY_TOO_LARGE,
	  0 },
	{ "-", &plain, MONEY_NOT, 0 }, { ".", &plain, MONEY_NOT, 0 }, { "-.5", &plain, MONEY_NOT, 0 }, { "5.", &plain,
	  MONEY_NOT, 0 },
	{ "1.234", &plain, MONEY_NOT, 0 }, { "1.2.3", &plain, MONEY_NOT, 0 }, { "1 ", &plain, MONEY_NOT, 0 }, { " 1",
	  &plain, MONEY_NOT, 0 },
	{ "1,5", &plain, MONEY_NOT, 0 }, { "1.-5", &plain, MONEY_NOT, 0 }, { "1.5-", &plain, MONEY_NOT, 0 }, { "1e3",
	  &plain, MONEY_NOT, 0 },
	{ "1.23.456", &indonesian, MONEY_NOT, 0 }, { "1234.567", &indonesian, MONEY_NOT, 0 }, { "1.2345", &indonesian,
	  MONEY_NOT, 0 },
	{ "1.234567", &indonesian, MONEY_NOT, 0 }, { "1.234.", &indonesian, MONEY_NOT, 0 }, { ".123", &indonesian,
	  MONEY_NOT, 0 },
	{ "-.123", &indonesian, MONEY_NOT, 0 }, { "1..234", &indonesian, MONEY_NOT, 0 }, { "1.23,4", &indonesian,
	  MONEY_NOT, 0 },
	{ "1,234.567", &indonesian, MONEY_NOT, 0 }, { "1.234,567", &english, MONEY_NOT, 0 }, { "1.00", &indonesian,
	  MONEY_NOT, 0 },
	{ "99999999999999999999x", &plain, MONEY_NOT, 0 },
};

static void parsed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct money m = { 77 };

		if (money_parse(slice_from_c(texts[i].text), *texts[i].style, &m) != texts[i].result)
			fail_msg("\"%s\"", texts[i].text);
		assert_int_equal(m.sen, texts[i].result == MONEY_OK ? texts[i].sen : 77);
	}
}

static uint64_t next_number(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* What is written is read back, in every style, grouped or not. */
static void round_trip(void **state)
{
	static const struct money_style *const styles[] = { &plain, &indonesian, &english, &blanks };
	uint64_t seed = 11;

	(void)state;
	for (int i = 0; i < 40000; i++) {
		uint64_t size = UINT64_C(1) << next_number(&seed) % 50;
		struct money m = { (int64_t)(next_number(&seed) % size % UINT64_C(1000000000000001)) }, back;
		struct money_style style = *styles[i % 4];
		char text[40];
		size_t len;

		m.sen = i % 3 == 0 ? -m.sen : m.sen;
		len = money_format(m, style, 2, i % 5 < 3, text);
		assert_int_equal(strlen(text), len);
		assert_int_equal(money_parse((struct slice){ text, len }, style, &back), MONEY_OK);
		assert_int_equal(back.sen, m.sen);
	}
}

static const struct {
	int64_t sen;
	const struct money_style *style;
	int decimals;
	bool grouped;
	const char *text;
} formats[] = {
	{ 0, &plain, 0, false, "0" }, { 0, &indonesian, 2, true, "0,00" }, { 5, &plain, 2, false, "0.05" }, { -5,
	  &plain, 2, false, "-0.05" },
	{ 50, &plain, 1, false, "0.5" }, { 99900, &indonesian, 0, true, "999" }, { 100000, &indonesian, 0, true,
	  "1.000" },
	{ 100000, &indonesian, 0, false, "1000" }, { 100000, &plain, 0, true, "1000" }, { -123456789, &english, 2,
	  true, "-1,234,567.89" },
	{ 12345600, &indonesian, 0, true, "123.456" }, { -10000000, &indonesian, 0, true, "-100.000" },
	{ INT64_MAX, &indonesian, 2, true, "92.233.720.368.547.758,07" }, { INT64_MIN, &indonesian, 2, true,
	  "-92.233.720.368.547.758,08" },
};

static void written(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		char text[40];
		size_t len = money_format((struct money){ formats[i].sen }, *formats[i].style, formats[i].decimals,
		    formats[i].grouped, text);

		assert_string_equal(text, formats[i].text);
		assert_int_equal(len, strlen(text));
	}
}

static void for_people(void **state)
{
	static const struct { int64_t sen; const char *text; } amounts[] = {
		{ 0, "Rp0" }, { 1, "Rp0,01" }, { -1, "-Rp0,01" }, { 123456700, "Rp1.234.567" }, { -1250, "-Rp12,50" },
		  { -100000, "-Rp1.000" },
		{ INT64_MAX, "Rp92.233.720.368.547.758,07" }, { INT64_MIN, "-Rp92.233.720.368.547.758,08" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(amounts); i++) {
		char text[48];

		assert_string_equal(money_rupiah((struct money){ amounts[i].sen }, text), amounts[i].text);
	}
}

static void sums(void **state)
{
	struct money out = { 77 }, max = { INT64_MAX }, min = { INT64_MIN }, one = { 1 }, minus = { -1 };

	(void)state;
	assert_false(money_add(max, one, &out));
	assert_false(money_add(min, minus, &out));
	assert_false(money_sub(min, one, &out));
	assert_false(money_sub(max, minus, &out));
	assert_false(money_sub((struct money){ 0 }, min, &out));
	assert_true(money_add(max, minus, &out));
	assert_int_equal(out.sen, INT64_MAX - 1);
	assert_true(money_sub(minus, min, &out));
	assert_int_equal(out.sen, INT64_MAX);
}

/* money.h: "every one that can overflow returns false and leaves its result alone". */
static void an_overflow_leaves_the_result_alone(void **state)
{
	struct money out = { 77 }, max = { INT64_MAX }, min = { INT64_MIN }, one = { 1 };

	(void)state;
	assert_false(money_add(max, one, &out));
	assert_int_equal(out.sen, 77);
	assert_false(money_sub(min, one, &out));
	assert_int_equal(out.sen, 77);
	assert_false(money_add(max, one, &max));
	assert_true(max.sen == INT64_MAX);
}

static const struct {
	int64_t sen;
	struct ratio r;
	int64_t unit, floor, ceil;
} shares[] = {
	{ 700000100, { 1, 3 }, 1, 2333333, 2333334 },    /* 7.000.001 / 3 = 2.333.333,67 */
	{ 600000000, { 1, 3 }, 1, 2000000, 2000000 },
	{ 700000150, { 1, 2 }, 1, 3500000, 3500001 },    /* 3.500.000,75 */
	{ 700000100, { 1, 3 }, 1000, 2333000, 2333334 }, /* the ceiling has no unit */
	{ 99999, { 1, 1 }, 1000, 0, 1000 },              /* 999,99 */
	{ 100000, { 1, 1 }, 1000, 1000, 1000 },
	{ 1, { 1, 1 }, 1, 0, 1 },
	{ 1, { 1, 1000000 }, 1, 0, 1 },
	{ 0, { 1, 3 }, 1, 0, 0 },
	{ 123456, { 0, 1 }, 1, 0, 0 },
	{ INT64_MAX, { 1, 1 }, 1, INT64_C(92233720368547758), INT64_C(92233720368547759) },
	{ INT64_MAX, { 999999, 1000000 }, 1, INT64_C(92233628134827389), INT64_C(92233628134827390) },
};

static void shares_rounded(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(shares); i++) {
		struct money m = { shares[i].sen };

		if (money_share_floor(m, shares[i].r, shares[i].unit) != shares[i].floor || money_share_ceil(m,
		    shares[i].r) != shares[i].ceil)
			fail_msg("share %zu: %" PRId64 " %" PRId64, i, money_share_floor(m, shares[i].r, shares[i].unit),
			         money_share_ceil(m, shares[i].r));
	}
}

static void whole_rupiah(void **state)
{
	static const int64_t sen[][2] = { { 0, 0 }, { 99, 0 }, { 100, 1 }, { 199, 1 }, { -1, -1 }, { -99, -1 }, { -100,
	  -1 }, { -101, -2 },
		                          { INT64_MAX, INT64_MAX / 100 }, { INT64_MIN, INT64_MIN / 100 - 1 } };

	(void)state;
	for (size_t i = 0; i < COUNT(sen); i++)
		assert_int_equal(money_floor_rupiah((struct money){ sen[i][0] }), sen[i][1]);
	assert_int_equal(money_from_rupiah(RUPIAH_MAX * 1000).sen, RUPIAH_MAX * 100000);
	assert_int_equal(money_from_rupiah(-RUPIAH_MAX * 1000).sen, -RUPIAH_MAX * 100000);
}

static void products(void **state)
{
	(void)state;
	assert_int_equal(mul_div_floor(INT64_MAX, INT64_MAX, INT64_MAX), INT64_MAX);
	assert_int_equal(mul_div_floor(INT64_MAX - 1, INT64_MAX - 2, INT64_MAX - 1), INT64_MAX - 2);
	assert_int_equal(mul_div_floor(INT64_MAX, 1, 2), INT64_MAX / 2);
	assert_int_equal(mul_div_floor(RUPIAH_MAX * 1000, RUPIAH_MAX * 1000 - 1, RUPIAH_MAX * 1000),
	    RUPIAH_MAX * 1000 - 1);
	assert_int_equal(mul_div_floor(7, 3, 2), 10);
	assert_int_equal(mul_div_floor(2, 1, 3), 0);
	assert_int_equal(mul_div_floor(0, INT64_MAX, 1), 0);
	assert_int_equal(mul_div_floor(INT64_MAX, 0, INT64_MAX), 0);
}

static void ratios(void **state)
{
	static const char *const bad[] = { "", "/", "1", "1/", "/3", "1/0", "0/0", "4/3", "-1/3", "1/-3", "1/3/5",
	  " 1/3", "1 /3", "1/3 ", "1.0/3",
		                           "1/1000001", "1:3", "33%", "0.33", "1/9999999999999999999", "\xc2\xbd" };
	struct ratio r = { 7, 8 };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (ratio_parse(slice_from_c(bad[i]), &r))
			fail_msg("\"%s\"", bad[i]);
	assert_true(r.num == 7 && r.den == 8);
	assert_true(ratio_parse(SLICE("1/3"), &r) && r.num == 1 && r.den == 3);
	assert_true(ratio_parse(SLICE("0/1"), &r) && r.num == 0 && r.den == 1);
	assert_true(ratio_parse(SLICE("1000000/1000000"), &r) && r.num == 1000000);
	assert_int_equal(ratio_compare((struct ratio){ 1, 3 }, (struct ratio){ 2, 6 }), 0);
	assert_true(ratio_compare((struct ratio){ 333333, 1000000 }, (struct ratio){ 1, 3 }) < 0);
	assert_true(ratio_compare((struct ratio){ 1, 1 }, (struct ratio){ 999999, 1000000 }) > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parsed), cmocka_unit_test(round_trip),     cmocka_unit_test(written),
		         cmocka_unit_test(for_people),
		cmocka_unit_test(sums),   cmocka_unit_test(shares_rounded), cmocka_unit_test(whole_rupiah),
		    cmocka_unit_test(products),
		cmocka_unit_test(ratios), cmocka_unit_test(an_overflow_leaves_the_result_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
