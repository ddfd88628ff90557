#include "check.h"

#include <nafkah/date.h>

static const struct {
	const char *text;
	bool good;
} days[] = {
	{ "2026-01-31", true }, { "2024-02-29", true }, { "2000-02-29", true }, { "1900-01-01", true }, { "2199-12-31",
	  true },
	{ "2026-04-30", true }, { "2026-02-28", true },
	{ "2025-02-30", false }, { "2025-02-29", false }, { "1900-02-29", false }, { "2100-02-29", false },
	  { "2025-13-01", false },
	{ "2025-00-01", false }, { "2025-01-00", false }, { "2025-01-32", false }, { "2025-04-31", false },
	  { "1899-12-31", false },
	{ "2200-01-01", false }, { "0000-01-01", false }, { "01/02/25", false }, { "01/02/2025", false },
	  { "2025/01/02", false },
	{ "2025-1-02", false }, { "2025-01-2", false }, { "2025/01-02", false }, { "2025-01/02", false }, { "20250102", false }, { "2025-01-02 ", false },
	  { " 2025-01-02", false },
	{ "2025-01-02T00:00", false }, { "2025-01-021", false }, { "-025-01-02", false }, { "2025-+1-02", false },
	  { "2025-01--2", false },
	{ "", false }, { "2025-01", false }, { "dua ribu  ", false }, { "\xef\xbc\x92""025-01-02", false },
};

static void days_parsed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		struct date d = { 1, 2, 3 };
		char back[11];

		if (date_parse(slice_from_c(days[i].text), &d) != days[i].good)
			fail_msg("\"%s\"", days[i].text);
		if (!days[i].good) {
			assert_true(d.year == 1 && d.month == 2 && d.day == 3);
			continue;
		}
		date_format(d, back);
		assert_string_equal(back, days[i].text);
	}
}

static const struct {
	const char *text;
	month_no month; /* MONTH_NONE: refused */
} months[] = {
	{ "2026-01", 12 * 2026 }, { "2025-12", 12 * 2025 + 11 }, { "1900-01", 12 * 1900 }, { "2199-12", 12 * 2199 + 11 },
	{ "2025-13", MONTH_NONE }, { "2025-00", MONTH_NONE }, { "1899-12", MONTH_NONE }, { "2200-01", MONTH_NONE },
	{ "2025-1", MONTH_NONE }, { "2025-001", MONTH_NONE }, { "202501", MONTH_NONE }, { "2025/01", MONTH_NONE },
	  { "2025-01-01", MONTH_NONE },
	{ "", MONTH_NONE }, { " 2025-01", MONTH_NONE }, { "2025-0x", MONTH_NONE }, { "Jan-26", MONTH_NONE },
};

static void months_parsed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(months); i++) {
		month_no m = MONTH_NONE;
		char back[8];

		if (month_parse(slice_from_c(months[i].text), &m) != (months[i].month != MONTH_NONE) || m != months[i].month)
			fail_msg("\"%s\"", months[i].text);
		month_format(m, back);
		assert_string_equal(back, m == MONTH_NONE ? "" : months[i].text);
	}
}

static void months_written(void **state)
{
	char text[8];

	(void)state;
	month_format(12 * 2026 - 1, text);
	assert_string_equal(text, "2025-12");
	month_format(MONTH_NONE, text);
	assert_string_equal(text, "");
	month_format(-5, text);
	assert_string_equal(text, "");
	month_format(MONTH_FOREVER, text);
	assert_string_equal(text, "");
}

/* Every day of 300 years by counting, against date_exists; each day is after the one before it. */
static void every_day(void **state)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	struct date before = { 0 };
	long found = 0;

	(void)state;
	for (int year = 1898; year <= 2201; year++)
		for (int month = 0; month <= 13; month++)
			for (int day = 0; day <= 32; day++) {
				bool leap = (year % 4 == 0 && year % 100 != 0) || year == 2000;
				bool exists = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 &&
				              day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
				struct date d = { (int16_t)year, (int8_t)month, (int8_t)day };

				if (date_exists(year, month, day) != exists)
					fail_msg("%d-%d-%d", year, month, day);
				if (!exists)
					continue;
				assert_true(date_compare(before, d) < 0 && date_compare(d, before) > 0 && date_compare(d, d) == 0);
				assert_int_equal(date_month(d), 12 * year + month - 1);
				before = d;
				found++;
			}
	assert_int_equal(found, 300L * 365 + 72 + 1); /* 29 February: 24 a century, and 2000 */
}

static const struct {
	struct date from;
	int years;
	struct date to;
} later[] = {
	{ { 2005, 3, 31 }, 21, { 2026, 3, 31 } },  { { 2004, 2, 29 }, 21, { 2025, 2, 28 } }, { { 2004, 2, 29 }, 20,
	  { 2024, 2, 29 } },
	{ { 2008, 2, 29 }, 25, { 2033, 2, 28 } },  { { 2004, 2, 28 }, 20, { 2024, 2, 28 } }, { { 2096, 2, 29 }, 4,
	  { 2100, 2, 28 } },
	{ { 1996, 2, 29 }, 4, { 2000, 2, 29 } },   { { 2005, 12, 31 }, 1, { 2006, 12, 31 } }, { { 2005, 1, 1 }, 0,
	  { 2005, 1, 1 } },
	{ { 2190, 6, 1 }, 99, { 2289, 6, 1 } },
};

static void years_later(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(later); i++)
		assert_int_equal(date_compare(date_add_years(later[i].from, later[i].years), later[i].to), 0);
}

static void no_date(void **state)
{
	struct date none = { 0 };
	char text[11];

	(void)state;
	assert_false(date_is_set(none));
	assert_true(date_is_set((struct date){ 1900, 1, 1 }));
	assert_int_equal(date_month(none), MONTH_NONE);
	assert_true(date_compare(none, (struct date){ 1900, 1, 1 }) < 0);
	date_format(none, text);
	assert_string_equal(text, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_parsed), cmocka_unit_test(months_parsed), cmocka_unit_test(months_written),
		cmocka_unit_test(every_day),   cmocka_unit_test(years_later),   cmocka_unit_test(no_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
