/* Which rows are totals (SPEC 4.1, FAILURES I26), and how a cell writes its amount. */
#include "cells.h"

#include <nafkah/payroll.h>

#define NAME(literal) { literal, sizeof(literal) - 1 }
static const struct slice totals[] = { NAME("total"), NAME("jumlah"), NAME("grand_total") },
    subtotals[] = { NAME("jumlah_skpd") };

static const struct {
	const char *cells[3];
	enum row_class class;
	bool looks;
} rows[] = {
	{ { "TOTAL", "", "" }, ROW_TOTAL, true },
	{ { "", "  Total  ", "12" }, ROW_TOTAL, true },
	{ { "", "", "Jumlah:" }, ROW_TOTAL, true },
	{ { "GRAND-TOTAL", "", "" }, ROW_TOTAL, true },
	{ { "Jumlah SKPD", "", "" }, ROW_SUBTOTAL, true },
	{ { "Jumlah SKPD Dinas Kesehatan", "", "" }, ROW_DATA, true },
	{ { "Sub Total", "", "" }, ROW_DATA, true },
	{ { "Subtotal Dinas", "", "" }, ROW_DATA, true },
	{ { "Sub-Jumlah", "", "" }, ROW_DATA, true },
	{ { "Jumlahan", "", "" }, ROW_DATA, false },
	{ { "TOTALITAS", "", "" }, ROW_DATA, false },
	{ { "BUPATI", "TOTAL", "" }, ROW_DATA, false }, /* only the first cell with a letter */
	{ { "1", "TOTAL", "" }, ROW_TOTAL, true }, /* a running number says nothing */
	{ { "", "", "" }, ROW_DATA, false },
	{ { "%%", "TOTAL", "" }, ROW_TOTAL, true },
	{ { "-", "", "" }, ROW_DATA, false },
};

static void totals_told_apart(void **state)
{
	struct layout l = { .total = { .items = totals, .count = COUNT(totals) },
		.subtotal = { .items = subtotals, .count = COUNT(subtotals) } },
	  none = { 0 };
	struct header h = { .layout = &l, .column_count = 3 }, blind = { .layout = &none, .column_count = 3 };
	struct buf scratch = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice values[3];

		for (size_t k = 0; k < 3; k++)
			values[k] = slice_from_c(rows[i].cells[k]);
		if (row_classify(&h, values, &scratch) != rows[i].class || row_looks_total(values, 3,
		    &scratch) != rows[i].looks)
			fail_msg("row %zu", i);
		assert_int_equal(row_classify(&blind, values, &scratch), ROW_DATA);
	}
	buf_release(&scratch);
}

static const struct {
	const char *cell;
	struct money_style style;
	int decimals;
	bool grouped;
} cells[] = {
	{ "4217300", { '.', 0 }, 0, false },
	{ "4217300.00", { '.', 0 }, 2, false },
	{ "4217300.5", { '.', 0 }, 1, false },
	{ " -4.217.300,00 ", { ',', '.' }, 2, true },
	{ "4.217.300", { ',', '.' }, 0, true },
	{ "4217300,00", { ',', '.' }, 2, false },
	{ "4,217,300.00", { '.', ',' }, 2, true },
	{ "4 217 300", { ',', ' ' }, 0, true },
	{ "500", { ',', '.' }, 0, false },
	{ "-", { '.', 0 }, 0, false },
	{ "", { '.', 0 }, 0, false },
};

static void style_of_a_cell(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++) {
		struct layout l = { .money = cells[i].style };
		struct cell_style s = cell_style_of(&l, slice_from_c(cells[i].cell));

		if (s.decimals != cells[i].decimals || s.grouped != cells[i].grouped)
			fail_msg("\"%s\"", cells[i].cell);
	}
}

/* What is read from a cell and written in its style is the cell, without the blanks round it. */
static void written_alike(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++) {
		struct layout l = { .money = cells[i].style };
		struct slice cell = slice_trim(slice_from_c(cells[i].cell));
		struct cell_style s = cell_style_of(&l, cell);
		struct money m;
		char text[40];

		if (amount_read(&l, true, cell, &m) != AMOUNT_OK)
			continue;
		(void)money_format(m, l.money, s.decimals, s.grouped, text);
		assert_true(slice_equal(cell, slice_from_c(text)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(totals_told_apart), cmocka_unit_test(style_of_a_cell), cmocka_unit_test(written_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
