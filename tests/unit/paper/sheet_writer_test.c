/* New workbooks: what their cells hold, and that nothing half-made is ever handed out. */
#include "workbook_text.h"

#include <nafkah/sheet_writer.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static const struct sheet_column columns[] = {
	{ "Nama", 20, SHEET_TEXT }, { "Banyak", 8, SHEET_COUNT }, { "Jumlah", 16, SHEET_SUM }, { "Lain", 12, SHEET_AMOUNT }, { "Uraian", 60, SHEET_WRAP },
};
static const struct sheet_plan usual = { "Uji", columns, 5, .frozen = 1, .rows = 0, .elsewhere = "uji.csv" };

static void put_row(struct sheet *s, const char *name, uint64_t count, int64_t sen, int64_t other, const char *text)
{
	sheet_text(s, slice_from_c(name));
	sheet_count(s, count);
	sheet_money(s, (struct money){ sen });
	sheet_money(s, (struct money){ other });
	sheet_text(s, slice_from_c(text));
	sheet_end_row(s);
}

static enum status make(book_fill *fill, const void *context, struct findings *findings, struct buf *out)
{
	struct book_plan plan = { .name = SLICE("uji.xlsx"), .title = "Uji", .scratch = "/tmp", .fill = fill, .context = context };

	return book_make(&plan, findings, out);
}

static void assert_made(book_fill *fill, const void *context, const char *expected)
{
	struct findings findings = { 0 };
	struct buf out = { 0 }, again = { 0 };

	assert_int_equal(make(fill, context, &findings, &out), STATUS_OK);
	assert_int_equal(findings.count, 0);
	assert_sheet(buf_slice(&out), "Uji", expected);
	assert_int_equal(make(fill, context, &findings, &again), STATUS_OK);
	assert_true(slice_equal(buf_slice(&out), buf_slice(&again)));
	buf_release(&out);
	buf_release(&again);
}

#define NAMES "Nama,Banyak,Jumlah,Lain,Uraian\n"

static bool fill_amounts(struct book *b, const void *context)
{
	struct sheet *s = book_sheet(b, &usual);

	(void)context;
	put_row(s, "198503122010011005", 3, 421730033, 150000000, "x");
	put_row(s, "0012345678", 0, -50, 1, "y");
	put_row(s, "besar", 1, 0, INT64_C(99999999999999900), "");
	put_row(s, "terlalu besar", 1, 0, INT64_C(100000000000000000), "");
	put_row(s, "sen", 1, 10, INT64_C(999999999999999), "");
	put_row(s, "sen terlalu besar", 1, 0, INT64_C(1000000000000001), "");
	sheet_end(s, SLICE("Jumlah"));
	return true;
}

static void amounts_are_numbers_of_up_to_15_digits(void **state)
{
	(void)state;
	assert_made(fill_amounts, NULL,
	            NAMES "198503122010011005,N3,N4217300.33,N1500000,x\n0012345678,N0,N-0.5,N0.01,y\nbesar,N1,N0,N999999999999999\n"
	                  "terlalu besar,N1,N0,Rp1.000.000.000.000.000\nsen,N1,N0.1,N9999999999999.99\n"
	                  "sen terlalu besar,N1,N0,\"Rp10.000.000.000.000,01\"\nJumlah,,F4217299.93,,\n");
}

static bool fill_texts(struct book *b, const void *context)
{
	struct sheet *s = book_sheet(b, &usual);

	(void)context;
	put_row(s, "=1+1", 1, 0, 0, "+1");
	put_row(s, "-1", 1, 0, 0, "@x");
	put_row(s, "http://a.b/c", 1, 0, 0, "<&>\"'");
	put_row(s, " blanks ", 1, 0, 0, "_x0041_ _x005F_ _x004 x0041_ __x0042_");
	put_row(s, "a\tb\nc\x01\x7f", 1, 0, 0, "\xff \xef\xbf\xbf \xef\xbf\xbe \xe2\x82\xac \xef\xbf\xbd");
	sheet_end(s, (struct slice){ 0 });
	return true;
}

static void text_is_text(void **state)
{
	(void)state;
	assert_made(fill_texts, NULL,
	            NAMES "=1+1,N1,N0,N0,+1\n-1,N1,N0,N0,@x\nhttp://a.b/c,N1,N0,N0,\"<&>\"\"'\"\n"
	                  " blanks ,N1,N0,N0,_x0041_ _x005F_ _x004 x0041_ __x0042_\n"
	                  "a\\x09b\\x0Ac\\x01\\x7F,N1,N0,N0,\\xFF \\xEF\\xBF\\xBF \\xEF\\xBF\\xBE \xe2\x82\xac \xef\xbf\xbd\n");
}

static bool fill_long(struct book *b, const void *context)
{
	struct sheet *s = book_sheet(b, &usual);

	sheet_text(s, *(const struct slice *)context);
	sheet_end_row(s);
	sheet_end(s, (struct slice){ 0 });
	return true;
}

static void long_text_is_cut(void **state)
{
	static char text[60000], expected[60000];
	struct slice whole = { text, sizeof text };
	size_t head = sizeof NAMES - 1;

	(void)state;
	memset(text, 'a', sizeof text);
	memcpy(text + 15999, "\xe2\x82\xac", 3);
	memcpy(expected, NAMES, head);
	memset(expected + head, 'a', 15999);
	memcpy(expected + head + 15999, "\xe2\x80\xa6\n", 5);
	assert_made(fill_long, &whole, expected);
}

static bool fill_none(struct book *b, const void *context)
{
	(void)context;
	sheet_end(book_sheet(b, &usual), SLICE("Jumlah"));
	return true;
}

static bool fill_many(struct book *b, const void *context)
{
	const uint64_t *rows = context;
	struct sheet_plan plan = usual;
	struct sheet *s;

	plan.rows = *rows;
	s = book_sheet(b, &plan);
	for (uint64_t i = 0; i < *rows; i++)
		put_row(s, "a", 1, 100, 100, "b");
	sheet_end(s, SLICE("Jumlah"));
	return true;
}

static void a_sheet_has_all_of_its_rows_or_none(void **state)
{
	uint64_t one_too_many = LISTED_ROWS_MAX + 1, most = LISTED_ROWS_MAX;
	struct findings findings = { 0 };
	struct buf out = { 0 }, text = { 0 };

	(void)state;
	assert_made(fill_none, NULL, NAMES "Jumlah,,N0,,\n");
	assert_made(fill_many, &one_too_many, NAMES "(5001 baris: lihat uji.csv)\nJumlah,,N5001,,\n");
	assert_int_equal(make(fill_many, &most, &findings, &out), STATUS_OK);
	workbook_text(buf_slice(&out), "Uji", true, &text);
	assert_int_equal(text.len, sizeof NAMES - 1 + LISTED_ROWS_MAX * (sizeof "a,N1,N1,N1,b\n" - 1) + sizeof "Jumlah,,F5000,,\n" - 1);
	buf_release(&out);
	buf_release(&text);
}

static bool fails(struct book *b, const void *context)
{
	(void)fill_amounts(b, context);
	return false;
}

static bool crashes(struct book *b, const void *context)
{
	(void)fill_amounts(b, context);
	(void)raise(SIGSEGV);
	return true;
}

static bool same_sheet_twice(struct book *b, const void *context)
{
	return fill_amounts(b, context) && fill_amounts(b, context);
}

/* What a library would do that lost a cell. */
static bool other_the_second_time(struct book *b, const void *context)
{
	static int round;
	struct sheet *s = book_sheet(b, &usual);

	(void)context;
	put_row(s, ++round == 1 ? "a" : "b", 1, 0, 0, "");
	sheet_end(s, (struct slice){ 0 });
	return true;
}

static void what_goes_wrong_gives_no_workbook(void **state)
{
	static book_fill *const fills[] = { fails, crashes, same_sheet_twice, other_the_second_time };

	(void)state;
	for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
		struct findings findings = { 0 };
		struct buf out = { 0 };

		if (make(fills[i], NULL, &findings, &out) != STATUS_FAIL || out.len > 0 || findings.count != 1 ||
		    findings.items[0].code != N0902_WRITE_FAILED)
			fail_msg("row %zu: %zu bytes, %zu findings", i, out.len, findings.count);
		findings_release(&findings);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_numbers_of_up_to_15_digits),
		cmocka_unit_test(text_is_text),
		cmocka_unit_test(long_text_is_cut),
		cmocka_unit_test(a_sheet_has_all_of_its_rows_or_none),
		cmocka_unit_test(what_goes_wrong_gives_no_workbook),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
