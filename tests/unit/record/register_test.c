/* The register of the month before, as it is read back (SPEC 6). */
#include "cells.h"

#include <nafkah/register.h>

#include <stdlib.h>

#define COMMON "2026-01,123/Pdt.G/2025/PA.Botg,198503122010011005,iddah,mantan,pecahan,1/3,1,3"
#define GOOD COMMON ",2333333,0,500,0,2333333,0,0,500,2026-01,124,0012345678,sebagian,N0643"

/* One record of plain cells. */
static bool read_record(struct arena *a, const char *record, struct register_row *row)
{
	struct slice rest = slice_from_c(record), values[REG_COLUMN_COUNT];

	for (size_t i = 0; i < REG_COLUMN_COUNT; i++)
		values[i] = slice_cut(&rest, ',');
	assert_null(rest.ptr);
	return register_row_read(a, values, row);
}

static const struct {
	const char *why, *record;
	bool good;
} records[] = {
	{ "a good one", GOOD, true },
	{ "a ruling without awards", "2026-01,1/Pdt,198503122010011005,,,,,,,0,0,0,0,0,0,0,0,,,,selesai,", true },
	{ "booked unknown", COMMON ",0,0,0,0,0,0,0,0,,,,ditahan,N0606", true },
	{ "10^16 rupiah of arrears", COMMON ",0,0,10000000000000000,0,0,0,0,10000000000000000,2026-01,,,sebagian,",
	  true },
	{ "more than that", COMMON ",0,0,0,0,0,0,0,10000000000000001,2026-01,,,sebagian,", false },
	{ "more than that at the beginning", COMMON ",0,0,10000000000000001,0,0,0,0,0,2026-01,,,sebagian,", false },
	{ "19 digits", COMMON ",0,0,0,0,0,0,0,1000000000000000000,2026-01,,,sebagian,", false },
	{ "negative arrears", COMMON ",0,0,0,0,0,0,0,-1,2026-01,,,sebagian,", false },
	{ "arrears with decimals", COMMON ",0,0,0,0,0,0,0,500.00,2026-01,,,sebagian,", false },
	{ "arrears that are grouped", COMMON ",0,0,0,0,0,0,0,5.000,2026-01,,,sebagian,", false },
	{ "empty arrears", COMMON ",0,0,0,0,0,0,0,,2026-01,,,sebagian,", false },
	{ "empty arrears at the beginning", COMMON ",0,0,,0,0,0,0,0,2026-01,,,sebagian,", false },
	{ "a blank in the arrears", COMMON ",0,0,0,0,0,0,0, 5,2026-01,,,sebagian,", false },
	{ "a day instead of a month", COMMON ",0,0,0,0,0,0,0,0,2026-01-31,,,sebagian,", false },
	{ "month 13", COMMON ",0,0,0,0,0,0,0,0,2026-13,,,sebagian,", false },
	{ "a month as spreadsheets write it", COMMON ",0,0,0,0,0,0,0,0,Jan-26,,,sebagian,", false },
};

static void records_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(records); i++) {
		struct arena a = { 0 };
		struct register_row row;

		if (read_record(&a, records[i].record, &row) != records[i].good)
			fail_msg("%s", records[i].why);
		arena_release(&a);
	}
}

static void what_is_kept(void **state)
{
	struct arena a = { 0 };
	struct register_row row;

	(void)state;
	assert_true(read_record(&a, GOOD, &row));
	assert_true(slice_equal(row.number, SLICE("123/Pdt.G/2025/PA.Botg")));
	assert_true(slice_equal(row.key, SLICE("123/pdtg/2025/pabotg")));
	assert_true(slice_equal(row.hak, SLICE("iddah")) && slice_equal(row.payee, SLICE("mantan")));
	assert_true(slice_equal(row.opening.cara, SLICE("pecahan")) && slice_equal(row.opening.nilai, SLICE("1/3")));
	assert_true(slice_equal(row.opening.bank, SLICE("124")) && slice_equal(row.opening.account, SLICE("0012345678")));
	assert_true(row.opening.known && !row.opening.grew && !row.finished);
	assert_int_equal(row.opening.arrears, 500);
	assert_int_equal(row.opening.booked, 12 * 2026);
	assert_true(read_record(&a, COMMON ",0,0,500,0,0,0,0,501,2026-01,,,sebagian,", &row));
	assert_true(row.opening.grew);
	assert_true(read_record(&a, COMMON ",0,0,500,0,0,0,0,0,,,,selesai,", &row));
	assert_true(row.finished && !row.opening.grew);
	assert_int_equal(row.opening.booked, MONTH_NONE);
	arena_release(&a);
}

static const struct {
	const char *number, *key;
} keys[] = {
	{ "123/Pdt.G/2025/PA.Botg#2", "123/pdtg/2025/pabotg#2" },
	{ "0123/PDT G/2025/pa botg#12", "123/pdtg/2025/pabotg#12" },
	{ "123/Pdt.G/2025/PA.Botg", "123/pdtg/2025/pabotg" },
};

static void entries_in_keys(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		struct register_row row;
		struct slice record = arena_printf(&a, "2026-01,%s,198503122010011005,,,,,,,0,0,0,0,0,0,0,0,,,,selesai,",
		    keys[i].number);

		assert_true(read_record(&a, record.ptr, &row));
		assert_true(slice_equal(row.key, slice_from_c(keys[i].key)));
		assert_true(slice_equal(row.number, slice_from_c(keys[i].number)));
	}
	arena_release(&a);
}

/* Lines are found by case, right and payee, whatever their order in the file. */
static void lines_found(void **state)
{
	static const char *const list[][3] = { { "2/pdt", "iddah", "mantan" },          { "1/pdt#2", "iddah", "mantan" },
		                               { "1/pdt", "nafkah-anak", "anak:a10" },  { "1/pdt", "nafkah-anak", "anak:a1" },
		                               { "1/pdt", "mutah", "mantan" },          { "1/pdt", "iddah", "mantan" } };
	static const char *const missing[][3] = { { "1/pdt", "lampau", "mantan" },     { "1/pdt", "nafkah-anak",
	  "anak:a2" },
		                                  { "3/pdt", "iddah", "mantan" },      { "1/pdt", "iddah", "anak:a1" },
		                                  { "1/pdt", "nafkah-anak", "anak:A1" }, { "", "", "" } };
	struct register_row rows[6] = { 0 };
	struct register_book book = { rows, 6 }, empty = { 0 };

	(void)state;
	for (size_t i = 0; i < 6; i++)
		rows[i] = (struct register_row){ .key = slice_from_c(list[i][0]), .hak = slice_from_c(list[i][1]),
			                         .payee = slice_from_c(list[i][2]), .opening.arrears = (int64_t)i };
	register_sort(&book);
	register_sort(&empty);
	for (size_t i = 0; i < 6; i++) {
		const struct register_row *row =
			register_find(&book, slice_from_c(list[i][0]), slice_from_c(list[i][1]), slice_from_c(list[i][2]));

		assert_non_null(row);
		assert_int_equal(row->opening.arrears, i);
		assert_null(register_find(&book, slice_from_c(missing[i][0]), slice_from_c(missing[i][1]),
		    slice_from_c(missing[i][2])));
		assert_null(register_find(&empty, slice_from_c(list[i][0]), slice_from_c(list[i][1]),
		    slice_from_c(list[i][2])));
	}
}

static void growth_of_the_month_before(void **state)
{
	struct register_row now[] = { { .key = SLICE("1"), .hak = SLICE("iddah"), .payee = SLICE("mantan"),
	  .opening.grew = true },
		                      { .key = SLICE("2"), .hak = SLICE("iddah"), .payee = SLICE("mantan"),
		  .opening.grew = true },
		                      { .key = SLICE("3"), .hak = SLICE("iddah"), .payee = SLICE("mantan") } };
	struct register_row then[] = { { .key = SLICE("1"), .hak = SLICE("iddah"), .payee = SLICE("mantan"),
	  .opening.grew = true },
		                       { .key = SLICE("2"), .hak = SLICE("iddah"), .payee = SLICE("mantan") } };
	struct register_book book = { now, 3 }, older = { then, 2 };

	(void)state;
	register_add_history(&book, &older);
	assert_true(now[0].opening.grew && now[0].opening.grew_before);
	assert_true(now[1].opening.grew && !now[1].opening.grew_before);
	assert_false(now[2].opening.grew || now[2].opening.grew_before);
}

/* The register of a first part does not know how arrears grew before its own month: that of the month before does. */
static void growth_before_the_first_part(void **state)
{
	struct register_row first[] = { { .key = SLICE("1"), .hak = SLICE("iddah"), .payee = SLICE("mantan") },
		                        { .key = SLICE("2"), .hak = SLICE("iddah"), .payee = SLICE("mantan"),
		                          .opening.grew = true, .opening.grew_before = true },
		                        { .key = SLICE("3"), .hak = SLICE("iddah"), .payee = SLICE("mantan"),
		                          .opening.grew = true, .opening.grew_before = true } };
	struct register_row then[] = { { .key = SLICE("1"), .hak = SLICE("iddah"), .payee = SLICE("mantan"),
	                                 .opening.grew = true, .opening.grew_before = true },
		                       { .key = SLICE("2"), .hak = SLICE("iddah"), .payee = SLICE("mantan"),
		                         .opening.grew = true } };
	struct register_book book = { first, 3 }, before = { then, 2 };

	(void)state;
	register_take_history(&book, &before);
	assert_true(first[0].opening.grew && first[0].opening.grew_before);
	assert_true(first[1].opening.grew && !first[1].opening.grew_before);
	assert_false(first[2].opening.grew || first[2].opening.grew_before);
}

static void headings(void **state)
{
	static const char spec[] =
		"periode,nomor_perkara,nip,hak,penerima,cara,nilai,bulan_ke,dari_bulan,hak_bulan_ini,disimpan_asn,"
		"tunggakan_awal,susulan,dibayar,dihapus,menunggu,tunggakan_akhir,dibukukan_sampai,bank,rekening,status,"
		"sebab";
	struct slice rest = SLICE(spec);

	(void)state;
	for (size_t i = 0; i < REG_COLUMN_COUNT; i++)
		assert_true(slice_equal(slice_cut(&rest, ','), slice_from_c(register_headings[i])));
	assert_null(rest.ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_read), cmocka_unit_test(what_is_kept),
		                  cmocka_unit_test(entries_in_keys),
		cmocka_unit_test(lines_found),  cmocka_unit_test(growth_of_the_month_before), cmocka_unit_test(growth_before_the_first_part), cmocka_unit_test(headings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
