/* Cells of a payroll: amounts (FAILURES M01 to M05), a row's sums, periods, total rows, the style of a cell. */
#include "cells.h"

#include <nafkah/payroll.h>

#define PLAIN { .decimal = '.', .group = 0 }
#define INDONESIAN { .decimal = ',', .group = '.' }
#define ENGLISH { .decimal = '.', .group = ',' }
#define BLANKED { .decimal = ',', .group = ' ' }

static const struct {
	const char *cell;
	struct money_style style;
	bool is_signed;
	enum amount_fault fault;
	int64_t sen;
} amounts[] = {
	{ "4217300", PLAIN, false, AMOUNT_OK, 421730000 },
	{ "4217300.00", PLAIN, false, AMOUNT_OK, 421730000 },
	{ "4217300.5", PLAIN, false, AMOUNT_OK, 421730050 },
	{ " \t4217300.05  ", PLAIN, false, AMOUNT_OK, 421730005 },
	{ "0", PLAIN, false, AMOUNT_OK, 0 },
	{ "007", PLAIN, false, AMOUNT_OK, 700 },
	{ "10000000000000", PLAIN, false, AMOUNT_OK, INT64_C(1000000000000000) },
	{ "4.217.300", INDONESIAN, false, AMOUNT_OK, 421730000 },
	{ "4.217.300,00", INDONESIAN, false, AMOUNT_OK, 421730000 },
	{ "4217300,5", INDONESIAN, false, AMOUNT_OK, 421730050 },
	{ "1.000", INDONESIAN, false, AMOUNT_OK, 100000 },
	{ "4,217,300.00", ENGLISH, false, AMOUNT_OK, 421730000 },
	{ "4 217 300,00", BLANKED, false, AMOUNT_OK, 421730000 },
	{ "-500", PLAIN, true, AMOUNT_OK, -50000 },
	{ "-1.000,01", INDONESIAN, true, AMOUNT_OK, -100001 },
	{ "-0", PLAIN, false, AMOUNT_OK, 0 },

	/* M01 */
	{ "-500", PLAIN, false, AMOUNT_NEGATIVE, 0 },
	{ "-0.01", PLAIN, false, AMOUNT_NEGATIVE, 0 },
	{ "(500)", PLAIN, true, AMOUNT_NOT_A_NUMBER, 0 },
	{ "500-", PLAIN, true, AMOUNT_NOT_A_NUMBER, 0 },
	{ "--500", PLAIN, true, AMOUNT_NOT_A_NUMBER, 0 },
	{ "- 500", PLAIN, true, AMOUNT_NOT_A_NUMBER, 0 },
	{ "+500", PLAIN, true, AMOUNT_NOT_A_NUMBER, 0 },

	/* M02 */
	{ "10000000000000.01", PLAIN, false, AMOUNT_TOO_LARGE, 0 },
	{ "10000000000001", PLAIN, false, AMOUNT_TOO_LARGE, 0 },
	{ "-10000000000001", PLAIN, true, AMOUNT_TOO_LARGE, 0 },
	{ "99999999999999999999", PLAIN, false, AMOUNT_TOO_LARGE, 0 },
	{ "18446744073709551617", PLAIN, false, AMOUNT_TOO_LARGE, 0 },
	{ "999999999999999999999999999999999999999999999999999999999999", PLAIN, false, AMOUNT_TOO_LARGE, 0 },
	{ "10.000.000.000.001", INDONESIAN, false, AMOUNT_TOO_LARGE, 0 },

	/* M03 */
	{ "1.234", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ ".5", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1,5", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.5", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1,5", ENGLISH, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.2.3", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.5x", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1,000,5", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000,123", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },

	/* M04 */
	{ "1,000,000", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000.000", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1,000,000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1,000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000.000", ENGLISH, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000", ENGLISH, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.00", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.0000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "10.00.000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1000.000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1..000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ ".000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000.", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000.,5", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1.000 000", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1 000 000", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },

	/* M05, in a layout that declares no zero marks */
	{ "", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "   ", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "-", PLAIN, true, AMOUNT_NOT_A_NUMBER, 0 },
	{ "NULL", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1e6", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "Rp 1000", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "Rp1000", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "1000,-", INDONESIAN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "nan", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "0x10", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "=1+1", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "'1000", PLAIN, false, AMOUNT_NOT_A_NUMBER, 0 },
	{ "\xef\xbc\x91\xef\xbc\x90", PLAIN, false, AMOUNT_NOT_ASCII, 0 },
	{ "1\xc2\xa0""000", PLAIN, false, AMOUNT_NOT_ASCII, 0 },
	{ "\xe2\x88\x92""500", PLAIN, true, AMOUNT_NOT_ASCII, 0 },
};

static void amounts_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(amounts); i++) {
		struct layout l = { .money = amounts[i].style };
		struct money m = { 0 };

		if (amount_read(&l, amounts[i].is_signed, slice_from_c(amounts[i].cell), &m) != amounts[i].fault)
			fail_msg("\"%s\"", amounts[i].cell);
		if (amounts[i].fault == AMOUNT_OK)
			assert_int_equal(m.sen, amounts[i].sen);
	}
}

static void zero_marks(void **state)
{
	struct layout both = { .money = PLAIN, .empty_is_zero = true, .dash_is_zero = true }, empty = { .money = PLAIN,
	  .empty_is_zero = true },
	              dash = { .money = PLAIN, .dash_is_zero = true };
	struct money m = { 7 };

	(void)state;
	assert_int_equal(amount_read(&both, false, SLICE("  "), &m), AMOUNT_OK);
	assert_int_equal(m.sen, 0);
	m.sen = 7;
	assert_int_equal(amount_read(&both, false, SLICE(" - "), &m), AMOUNT_OK);
	assert_int_equal(m.sen, 0);
	assert_int_equal(amount_read(&empty, false, SLICE("-"), &m), AMOUNT_NOT_A_NUMBER);
	assert_int_equal(amount_read(&dash, false, SLICE(""), &m), AMOUNT_NOT_A_NUMBER);
	assert_int_equal(amount_read(&both, false, SLICE("--"), &m), AMOUNT_NOT_A_NUMBER);
	assert_int_equal(amount_read(&both, false, SLICE("."), &m), AMOUNT_NOT_A_NUMBER);
}

/* Columns: kotor, potongan, bersih (signed), two loans. */
static const struct {
	const char *cells[5];
	enum amount_fault fault;
	int column;
	int64_t voluntary;
	bool sums;
} rows[] = {
	{ { "7000000", "1000000", "6000000", "100000", "200000" }, AMOUNT_OK, 0, 30000000, true },
	{ { "1000000", "2000000", "-1000000", "0", "0" }, AMOUNT_OK, 0, 0, true },
	{ { "7000000", "1000000", "6000000.01", "0", "0" }, AMOUNT_OK, 0, 0, false },
	{ { "7000000", "1000000", "-6000000", "0", "0" }, AMOUNT_OK, 0, 0, false },
	{ { "0", "0", "0", "0", "0" }, AMOUNT_OK, 0, 0, true },
	{ { "-7", "0", "-7", "0", "0" }, AMOUNT_NEGATIVE, 0, 0, false },
	{ { "7", "-1", "8", "0", "0" }, AMOUNT_NEGATIVE, 1, 0, false },
	{ { "7", "1", "", "0", "0" }, AMOUNT_NOT_A_NUMBER, 2, 0, false },
	{ { "7", "1", "6", "x", "0" }, AMOUNT_NOT_A_NUMBER, 3, 0, false },
	{ { "7", "1", "6", "0", "-1" }, AMOUNT_NEGATIVE, 4, 0, false },
	{ { "7", "1", "6", "0", "99999999999999" }, AMOUNT_TOO_LARGE, 4, 0, false },
};

static void rows_read(void **state)
{
	struct layout l = { .money = PLAIN };
	bool is_signed[5] = { [2] = true };
	struct header h = { .layout = &l, .column_count = 5, .is_signed = is_signed, .voluntary = { 3, 4 },
	  .voluntary_count = 2 };

	(void)state;
	h.of_role[ROLE_KOTOR] = 0;
	h.of_role[ROLE_POTONGAN] = 1;
	h.of_role[ROLE_BERSIH] = 2;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice values[5];
		struct row_money m = { 0 };
		int column = NO_COLUMN;

		for (size_t k = 0; k < 5; k++)
			values[k] = slice_from_c(rows[i].cells[k]);
		assert_int_equal(row_money_read(&h, values, &m, &column), rows[i].fault);
		if (rows[i].fault != AMOUNT_OK) {
			assert_int_equal(column, rows[i].column);
			continue;
		}
		assert_int_equal(m.voluntary.sen, rows[i].voluntary);
		assert_int_equal(row_money_sums(&m), rows[i].sums);
	}
	assert_false(row_money_sums(&(struct row_money){ .gross = { INT64_MIN }, .cuts = { 1 }, .net = { INT64_MAX } }));
}

static const struct {
	const char *cell;
	unsigned styles;
	const char *month; /* NULL: none */
} periods[] = {
	{ "2026-01", PERIOD_ISO, "2026-01" },
	{ " 2026-01-31 ", PERIOD_ISO, "2026-01" },
	{ "2026-01-31 00:00:00", PERIOD_ISO, "2026-01" },
	{ "2026-01-31T00:00:00", PERIOD_ISO, "2026-01" },
	{ "20260131", PERIOD_YMD, "2026-01" },
	{ "31-01-2026", PERIOD_DMY, "2026-01" },
	{ "31/01/2026", PERIOD_DMY | PERIOD_ISO, "2026-01" },
	{ "2026-01", PERIOD_YMD | PERIOD_DMY, NULL },
	{ "20260131", PERIOD_ISO | PERIOD_DMY, NULL },
	{ "31-01-2026", PERIOD_ISO | PERIOD_YMD, NULL },
	{ "2026-01", 0, NULL },
	{ "", PERIOD_ISO | PERIOD_YMD | PERIOD_DMY, NULL },
	{ "2026-13", PERIOD_ISO, NULL },
	{ "2026-1", PERIOD_ISO, NULL },
	{ "2026/01", PERIOD_ISO, NULL },
	{ "2026-02-30", PERIOD_ISO, NULL },
	{ "2026-01-31x", PERIOD_ISO, NULL },
	{ "20261301", PERIOD_YMD, NULL },
	{ "20260230", PERIOD_YMD, NULL },
	{ "202601", PERIOD_YMD, NULL },
	{ "2026013100", PERIOD_YMD, NULL },
	{ "18990131", PERIOD_YMD, NULL },
	{ "01-31-2026", PERIOD_DMY, NULL },
	{ "31-01/2026", PERIOD_DMY, NULL },
	{ "31.01.2026", PERIOD_DMY, NULL },
	{ "31-01-26", PERIOD_DMY, NULL },
	{ "xx-01-2026", PERIOD_DMY, NULL },
	{ "31-xx-2026", PERIOD_DMY, NULL },
	{ "31-01-202x", PERIOD_DMY, NULL },
	{ "Januari 2026", PERIOD_ISO | PERIOD_YMD | PERIOD_DMY, NULL },
	{ "46023", PERIOD_ISO | PERIOD_YMD | PERIOD_DMY, NULL },
};

static bool period_is(unsigned styles, const char *cell, const char *expected)
{
	month_no m = MONTH_NONE;
	char text[8];

	if (period_read(styles, slice_from_c(cell), &m) != (expected != NULL))
		return false;
	month_format(m, text);
	return expected == NULL || strcmp(text, expected) == 0;
}

static void periods_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(periods); i++)
		if (!period_is(periods[i].styles, periods[i].cell, periods[i].month))
			fail_msg("\"%s\"", periods[i].cell);
}

/* A day that does not exist is in none of the styles, whichever it is written in. */
static void days_that_do_not_exist(void **state)
{
	static const char *const days[] = { "31-02-2026", "00-01-2026", "99/01/2026" };

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++)
		if (!period_is(PERIOD_DMY, days[i], NULL))
			fail_msg("\"%s\"", days[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_read), cmocka_unit_test(zero_marks),   cmocka_unit_test(rows_read),
		cmocka_unit_test(periods_read), cmocka_unit_test(days_that_do_not_exist),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
