/* In which style a file writes its amounts, told from the amounts. */
#include "cells.h"

#include <nafkah/money_guess.h>

static const struct {
	const char *cells[5];
	char decimal, group;
	bool decimals_seen, groups_seen;
	uint64_t misfits, misfit_line;
} files[] = {
	{ { "4217300", "0", "15" }, '.', 0, false, false, 0, 0 },
	{ { "4217300.00", "0.00", "15.5" }, '.', 0, true, false, 0, 0 },
	{ { "4217300,00", "15" }, ',', 0, true, false, 0, 0 },
	{ { "4.217.300", "500", "0" }, ',', '.', false, true, 0, 0 },
	{ { "4.217" }, ',', '.', false, true, 0, 0 },
	{ { "4.217.300,00" }, ',', '.', true, true, 0, 0 },
	{ { "4,217,300.00", "500" }, '.', ',', true, true, 0, 0 },
	{ { "4,217" }, '.', ',', false, true, 0, 0 },
	{ { "4 217 300" }, ',', ' ', false, true, 0, 0 },
	{ { "4 217 300.50" }, '.', ' ', true, true, 0, 0 },
	{ { "-4.217.300" }, ',', '.', false, true, 0, 0 },
	{ { "", "-" }, '.', 0, false, false, 0, 0 },
	{ { "4.217.300", "4,217,300" }, ',', '.', false, true, 1, 2 },
	{ { "4.217.300,00", "1.100", "4217300.00" }, ',', '.', true, true, 1, 3 },
	{ { "Rp 1.000", "1.000", "2.000" }, ',', '.', false, true, 1, 1 },
	{ { "Rp 1.000" }, '.', 0, false, false, 1, 1 },
	{ { "1e6", "12.345.67" }, '.', 0, false, false, 2, 1 },
	{ { "1.0000" }, '.', 0, false, false, 1, 1 },
	{ { "\xef\xbc\x95\xef\xbc\x90" }, '.', 0, false, false, 1, 1 },
};

static void styles_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct money_guess g = { 0 };
		struct money_guessed m;

		for (size_t k = 0; k < 5 && files[i].cells[k] != NULL; k++)
			money_guess_take(&g, slice_from_c(files[i].cells[k]), k + 1);
		m = money_guess_end(&g);
		if (m.style.decimal != files[i].decimal || m.style.group != files[i].group ||
		    m.decimals_seen != files[i].decimals_seen || m.groups_seen != files[i].groups_seen ||
		    m.misfits != files[i].misfits || (m.misfits > 0 && m.misfit_line != files[i].misfit_line))
			fail_msg("file %zu (%s): '%c' '%c'", i, files[i].cells[0], m.style.decimal, m.style.group);
	}
}

static void zero_marks_and_signs_are_counted(void **state)
{
	struct money_guess g = { 0 };
	static const char *const cells[] = { "", "-", "-", "-5", "5", "-x" };

	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++)
		money_guess_take(&g, slice_from_c(cells[i]), i + 1);
	assert_int_equal(g.empty, 1);
	assert_int_equal(g.dashes, 2);
	assert_int_equal(g.negative, 1);
	assert_int_equal(g.amounts, 3);
}

static const struct {
	const char *cell;
	int64_t sen; /* -1: refused */
} amounts[] = {
	{ "4217300", 421730000 }, { "4.217.300", 421730000 }, { "4,217,300.5", 421730050 }, { "4.217.300,05", 421730005 },
	{ " 4 217 300 ", 421730000 }, { "12,5", 1250 }, { "12.50", 1250 }, { "1.234", 123400 }, { "1,234", 123400 }, { "", 0 },
	{ "-", 0 }, { "Rp 1", -1 }, { "1.2345", -1 }, { "1.234.5", -1 }, { "1.234,567", -1 }, { "1,234,56", -1 }, { "x", -1 },
	{ "99999999999999999999", -1 },
};

/* What the module rests on: styles that read a text at all read the same amount. */
static void any_style_reads_one_amount(void **state)
{
	static const struct money_style styles[] = {
		{ '.', 0 }, { ',', 0 }, { ',', '.' }, { '.', ',' }, { ',', ' ' }, { '.', ' ' },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(amounts); i++) {
		struct slice cell = slice_from_c(amounts[i].cell);
		struct money m = { 7 }, other;

		assert_int_equal(money_read_any(cell, &m), amounts[i].sen >= 0);
		if (amounts[i].sen >= 0)
			assert_int_equal(m.sen, amounts[i].sen);
		for (size_t s = 0; s < COUNT(styles); s++)
			if (money_parse(slice_trim(cell), styles[s], &other) == MONEY_OK && !(cell.len == 1 && cell.ptr[0] == '-'))
				assert_int_equal(other.sen, m.sen);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(styles_are_told),
		cmocka_unit_test(zero_marks_and_signs_are_counted),
		cmocka_unit_test(any_style_reads_one_amount),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
