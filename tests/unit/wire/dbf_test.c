#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "dbf_tools.h"

#include <shapefil.h>
#include <stdlib.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define T(literal) { literal, sizeof(literal) - 1 }

/* A small table of three records, the second one deleted. */
static const struct dbf_column columns[] = { { "NIP", 'C', 18, 0 }, { "NAMA", 'C', 8, 0 }, { "BERSIH", 'N', 12, 0 },
	                                     { "TGLGAJI", 'D', 8, 0 } };
static const char records[] = " 198503122010011005BUDI         421730020260101"
			      "*198503122010011006ANI                020260101"
			      " 198503122010011007CITRA         -12345        ";
#define WIDTH 47
#define FIRST (32 + 32 * 4 + 1)
static const char table[] = "<NIP><NAMA><BERSIH><TGLGAJI>/<198503122010011005><BUDI><4217300><2026-01-01>/"
			    "<198503122010011006><ANI><0><2026-01-01>deleted/<198503122010011007><CITRA><-12345><>/";

static void make(struct buf *out)
{
	dbf_make(out, columns, COUNT(columns), (struct slice){ records, sizeof records - 1 }, 3);
}

static void read_whole(struct delivered *d, struct slice content)
{
	struct dbf_reading how = { .size = content.len, .pieces = 13 };

	if (!dbf_read(d, content, &how))
		fail_msg("a place makes no sense");
	buf_char(&d->transcript, '\0');
}

static void test_records(void **state)
{
	static const size_t sizes[] = { SIZE_MAX, 1, 2, 3, 47, 64 };
	struct buf content = { 0 };

	(void)state;
	make(&content);
	for (size_t i = 0; i < 2 * COUNT(sizes); i++) {
		struct dbf_reading how = { .size = i % 2 == 0 ? content.len : 0, .pieces = sizes[i / 2] };
		struct delivered d = { 0 };

		assert_true(dbf_read(&d, buf_slice(&content), &how));
		buf_char(&d.transcript, '\0');
		assert_string_equal(d.transcript.ptr, table);
		assert_int_equal(d.end, STATUS_END);
		assert_int_equal(d.lines, 4);
		assert_int_equal(d.findings.count, 0);
		delivered_release(&d);
	}
	buf_release(&content);
}

static void test_places(void **state)
{
	/* kind, kind by place, field, value */
	static const char expected[] = "0 0 162-180 162-180\n0 0 180-188 180-184\n1 1 188-200 193-200\n"
				       "2 2 200-208 200-208\nline 2 offset 161\n";
	struct buf content = { 0 };
	struct delivered d = { 0 };
	const char *line;

	(void)state;
	make(&content);
	read_whole(&d, buf_slice(&content));
	buf_char(&d.places, '\0');
	line = strstr(d.places.ptr, "line 1 ");
	assert_non_null(line);
	line = strchr(line, '\n') + 1;
	assert_memory_equal(line, expected, sizeof expected - 1);
	delivered_release(&d);
	buf_release(&content);
}

/* ---- values ---- */

struct value {
	const char *name;
	struct dbf_column column;
	struct slice raw;
	unsigned code_page;
	enum cell_kind kind;
	const char *value;
};

#define N(width) { "F", 'N', width, 0 }
#define C(width) { "F", 'C', width, 0 }
static const struct value values[] = {
	{ "whole number", N(8), T(" 4217300"), 0, CELL_NUMBER, "4217300" },
	{ "at the left", N(8), T("42      "), 0, CELL_NUMBER, "42" },
	{ "negative", N(8), T("     -42"), 0, CELL_NUMBER, "-42" },
	{ "zero", N(8), T("       0"), 0, CELL_NUMBER, "0" },
	{ "zero, negative", N(8), T("      -0"), 0, CELL_NUMBER, "0" },
	{ "zeros in front", N(8), T("00000042"), 0, CELL_NUMBER, "42" },
	{ "zeros in front, negative", N(8), T("-0000042"), 0, CELL_NUMBER, "-42" },
	{ "nothing but zeros", N(8), T("00000000"), 0, CELL_NUMBER, "0" },
	{ "decimals", { "F", 'N', 8, 2 }, T("   12.50"), 0, CELL_NUMBER, "12.5" },
	{ "decimals that are zero", { "F", 'N', 8, 2 }, T("   12.00"), 0, CELL_NUMBER, "12" },
	{ "no digit before the point", { "F", 'F', 8, 2 }, T("     .50"), 0, CELL_NUMBER, "0.5" },
	{ "negative, no digit before the point", { "F", 'F', 8, 2 }, T("    -.50"), 0, CELL_NUMBER, "-0.5" },
	{ "no digit behind the point", N(8), T("     12."), 0, CELL_NUMBER, "12" },
	{ "zero with decimals, negative", { "F", 'N', 8, 2 }, T("   -0.00"), 0, CELL_NUMBER, "0" },
	{ "hundredths below zero", { "F", 'N', 8, 2 }, T("   -0.05"), 0, CELL_NUMBER, "-0.05" },
	{ "twenty digits", N(20), T("99999999999999999999"), 0, CELL_NUMBER, "99999999999999999999" },
	{ "blank number", N(8), T("        "), 0, CELL_TEXT, "" },
	{ "asterisks", N(8), T("********"), 0, CELL_ERROR, "********" },
	{ "minus alone", N(8), T("       -"), 0, CELL_ERROR, "-" },
	{ "point alone", N(8), T("       ."), 0, CELL_ERROR, "." },
	{ "minus and point", N(8), T("      -."), 0, CELL_ERROR, "-." },
	{ "plus", N(8), T("      +1"), 0, CELL_ERROR, "+1" },
	{ "exponent", N(8), T("     1E5"), 0, CELL_ERROR, "1E5" },
	{ "points of thousands", N(9), T("4.217.300"), 0, CELL_ERROR, "4.217.300" },
	{ "comma", N(8), T("    12,5"), 0, CELL_ERROR, "12,5" },
	{ "blank inside", N(8), T("    1 23"), 0, CELL_ERROR, "1 23" },
	{ "minus behind", N(8), T("     12-"), 0, CELL_ERROR, "12-" },
	{ "letters", N(8), T("     abc"), 0, CELL_ERROR, "abc" },

	{ "date", { "F", 'D', 8, 0 }, T("20260131"), 0, CELL_DATE, "2026-01-31" },
	{ "blank date", { "F", 'D', 8, 0 }, T("        "), 0, CELL_TEXT, "" },
	{ "day that is none", { "F", 'D', 8, 0 }, T("20250229"), 0, CELL_ERROR, "20250229" },
	{ "zeros for a date", { "F", 'D', 8, 0 }, T("00000000"), 0, CELL_ERROR, "00000000" },
	{ "date with blanks", { "F", 'D', 8, 0 }, T("2026 131"), 0, CELL_ERROR, "2026 131" },
	{ "short date", { "F", 'D', 8, 0 }, T("202601  "), 0, CELL_ERROR, "202601" },

	{ "true", { "F", 'L', 1, 0 }, T("T"), 0, CELL_TEXT, "T" },
	{ "not said", { "F", 'L', 1, 0 }, T("?"), 0, CELL_TEXT, "?" },
	{ "blank truth", { "F", 'L', 1, 0 }, T(" "), 0, CELL_TEXT, "" },

	{ "text", C(8), T("BUDI    "), 0, CELL_TEXT, "BUDI" },
	{ "text with blanks in front", C(8), T("  BUDI  "), 0, CELL_TEXT, "  BUDI" },
	{ "text that fills", C(4), T("BUDI"), 0, CELL_TEXT, "BUDI" },
	{ "blank text", C(4), T("    "), 0, CELL_TEXT, "" },
	{ "digits as text", C(8), T("00123   "), 0, CELL_TEXT, "00123" },
	{ "code page 437", C(4), T("Jos\x82"), 0x01, CELL_TEXT, "Jos\xc3\xa9" },
	{ "code page 850", C(4), T("\xb5 \xd5 "), 0x02, CELL_TEXT, "\xc3\x81 \xc4\xb1" },
	{ "code page 1252", C(4), T("\x93x\x94\xe9"), 0x03, CELL_TEXT, "\xe2\x80\x9cx\xe2\x80\x9d\xc3\xa9" },
	{ "ANSI", C(4), T("Jos\xe9"), 0x57, CELL_TEXT, "Jos\xc3\xa9" },
	{ "code page 850 of Britain", C(4), T("Jos\x82"), 0x1a, CELL_TEXT, "Jos\xc3\xa9" },
	{ "number with a foreign byte", N(4), T("12\xe9 "), 0x03, CELL_ERROR, "12\xc3\xa9" },
};

static void check_value(const struct value *v, const struct dbf_reading *how)
{
	struct buf record = { 0 }, content = { 0 };
	struct piecewise pieces;
	struct findings findings = { 0 };
	struct table_row row;
	void *reader;

	buf_char(&record, ' ');
	buf_append(&record, v->raw);
	dbf_make(&content, &v->column, 1, buf_slice(&record), v->code_page);
	pieces = (struct piecewise){ buf_slice(&content), 5, STATUS_OK };
	reader = dbf_begin(&pieces, how, &findings);
	assert_int_equal(dbf_ops.next(reader, &row), STATUS_OK);
	if (dbf_ops.next(reader, &row) != STATUS_OK)
		fail_msg("%s: %s", v->name, code_name(findings.items[0].code));
	if (dbf_ops.kind(reader, 0) != v->kind || !slice_equal(dbf_ops.value(reader, 0), slice_from_c(v->value)))
		fail_msg("%s: kind %d, <%.*s>", v->name, dbf_ops.kind(reader, 0), SLICE_ARG(dbf_ops.value(reader, 0)));
	assert_int_equal(dbf_ops.value(reader, 1).len, 0);
	assert_int_equal(dbf_ops.next(reader, &row), STATUS_END);
	dbf_ops.free(reader);
	findings_release(&findings);
	buf_release(&record);
	buf_release(&content);
}

static void test_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(values); i++)
		check_value(&values[i], &(struct dbf_reading){ 0 });
}

/* What the layout says counts where the header says nothing. */
static void test_encoding_of_the_layout(void **state)
{
	static const struct value here = { "said by the layout", C(4), T("Jos\x82"), 0, CELL_TEXT, "Jos\xc3\xa9" };
	static const struct value utf8 = { "UTF-8", C(5), T("Jos\xc3\xa9"), 0, CELL_TEXT, "Jos\xc3\xa9" };
	static const struct value there = { "said by the header", C(4), T("Jos\xe9"), 3, CELL_TEXT, "Jos\xc3\xa9" };

	(void)state;
	check_value(&here, &(struct dbf_reading){ .has_otherwise = true, .otherwise = ENCODING_CP850 });
	check_value(&utf8, &(struct dbf_reading){ .has_otherwise = true, .otherwise = ENCODING_UTF8 });
	check_value(&there, &(struct dbf_reading){ .has_otherwise = true, .otherwise = ENCODING_CP850 });
	check_value(&there, &(struct dbf_reading){ .has_otherwise = true, .otherwise = ENCODING_UTF16LE });
}

struct bad_value {
	const char *name;
	struct dbf_column column;
	struct slice raw;
	unsigned code_page;
	struct dbf_reading how;
	enum code code;
	const char *value, *detail;
};

static const struct bad_value bad_values[] = {
	{ "NUL in a text", C(4), { "a\0bc", 4 }, 3, { 0 }, N0106_TEXT_CONTROL, "", "67" },
	{ "NULs behind a text", C(4), { "ab\0\0", 4 }, 3, { 0 }, N0106_TEXT_CONTROL, "", "68" },
	{ "line end in a text", C(4), T("ab\nc"), 3, { 0 }, N0106_TEXT_CONTROL, "\n", "68" },
	{ "TAB", C(4), T("\tabc"), 3, { 0 }, N0106_TEXT_CONTROL, "\t", "66" },
	{ "DEL", C(4), T("abc\x7f"), 3, { 0 }, N0106_TEXT_CONTROL, "\x7f", "69" },
	{ "NULs for a number", N(4), { "\0\0\0\0", 4 }, 3, { 0 }, N0106_TEXT_CONTROL, "", "66" },
	{ "NUL in a date", { "F", 'D', 8, 0 }, { "2026010\0", 8 }, 3, { 0 }, N0106_TEXT_CONTROL, "", "73" },
	{ "no character of 1252", C(4), T("\xe9\x81" "ab"), 3, { 0 }, N0109_TEXT_NOT_UTF8, "\x81", "67" },
	{ "no code page", C(4), T("Jos\xe9"), 0, { 0 }, N0109_TEXT_NOT_UTF8, "\xe9", "69" },
	{ "no code page, UTF-8", C(5), T("Jos\xc3\xa9"), 0, { 0 }, N0109_TEXT_NOT_UTF8, "\xc3", "69" },
	{ "said to be UTF-8", C(4), T("Jos\xe9"), 0, { .has_otherwise = true, .otherwise = ENCODING_UTF8 },
	  N0109_TEXT_NOT_UTF8, "\xe9", "69" },
	{ "said to be 1252", C(4), T("Jo\x9ds"), 0, { .has_otherwise = true, .otherwise = ENCODING_WINDOWS_1252 },
	  N0109_TEXT_NOT_UTF8,
	  "\x9d", "68" },
};

static void test_bad_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad_values); i++) {
		const struct bad_value *b = &bad_values[i];
		size_t nul = b->value[0] == '\0';
		struct buf record = { 0 }, content = { 0 };
		struct dbf_reading how = b->how;
		struct delivered d = { 0 };
		const struct finding *f;

		how.pieces = 7;
		buf_char(&record, ' ');
		buf_append(&record, b->raw);
		dbf_make(&content, &b->column, 1, buf_slice(&record), b->code_page);
		dbf_read(&d, buf_slice(&content), &how);
		f = d.findings.items;
		if (d.end != STATUS_REJECT || d.rows != 1 || d.findings.count != 1 || f->code != b->code || f->line != 2 ||
		    !slice_equal(f->value, (struct slice){ b->value, nul ? 1 : strlen(b->value) }) ||
		    !slice_equal(f->detail, slice_from_c(b->detail)) || !slice_equal(f->column, SLICE("F")))
			fail_msg("%s: end %d, %zu findings, detail %.*s", b->name, d.end, d.findings.count,
			         d.findings.count > 0 ? (int)f->detail.len : 0, d.findings.count > 0 ? f->detail.ptr : "");
		delivered_release(&d);
		buf_release(&record);
		buf_release(&content);
	}
}

/* ---- headers ---- */

/* The small table with some bytes at `at` made others. */
struct bad_header {
	const char *name;
	size_t at;
	struct slice bytes;
	enum code code;
	const char *value, *detail;
};

static const struct bad_header bad_headers[] = {
	{ "FoxBASE", 0, T("\x02"), N0180_DBF_NOT_USABLE, "FoxBASE / dBASE II: 0x02", "" },
	{ "dBASE 7", 0, T("\x04"), N0180_DBF_NOT_USABLE, "dBASE 7: 0x04", "" },
	{ "autoincrement", 0, T("\x31"), N0180_DBF_NOT_USABLE, "Visual FoxPro, autoincrement: 0x31", "" },
	{ "Varchar", 0, T("\x32"), N0180_DBF_NOT_USABLE, "Visual FoxPro, Varchar: 0x32", "" },
	{ "dBASE III memo", 0, T("\x83"), N0180_DBF_NOT_USABLE, "dBASE III+, memo: 0x83", "" },
	{ "dBASE IV memo", 0, T("\x8b"), N0180_DBF_NOT_USABLE, "dBASE IV, memo: 0x8B", "" },
	{ "FoxPro memo", 0, T("\xf5"), N0180_DBF_NOT_USABLE, "FoxPro, memo: 0xF5", "" },
	{ "nothing known", 0, T("P"), N0180_DBF_NOT_USABLE, "version: 0x50", "" },
	{ "month 13", 2, T("\x0d"), N0180_DBF_NOT_USABLE, "date of last change, month: 0x0D", "" },
	{ "transaction", 14, T("\x01"), N0180_DBF_NOT_USABLE, "incomplete transaction: 0x01", "" },
	{ "encrypted", 15, T("\x01"), N0180_DBF_NOT_USABLE, "encrypted: 0x01", "" },
	{ "memo flag", 28, T("\x03"), N0180_DBF_NOT_USABLE, "memo flag: 0x03", "" },
	{ "database flag", 28, T("\x04"), N0180_DBF_NOT_USABLE, "table flag: 0x04", "" },
	{ "code page 866", 29, T("\x26"), N0180_DBF_NOT_USABLE, "code page: 0x26", "" },
	{ "code page 1250", 29, T("\xc8"), N0180_DBF_NOT_USABLE, "code page: 0xC8", "" },
	{ "code page of nobody", 29, T("\xff"), N0180_DBF_NOT_USABLE, "code page: 0xFF", "" },

	{ "memo field", 32 + 11, T("M"), N0180_DBF_NOT_USABLE, "NIP: type M (memo)", "" },
	{ "integer field", 32 + 11, T("I"), N0180_DBF_NOT_USABLE, "NIP: type I", "" },
	{ "currency field", 96 + 11, T("Y"), N0180_DBF_NOT_USABLE, "BERSIH: type Y", "" },
	{ "no type", 32 + 11, T("\0"), N0180_DBF_NOT_USABLE, "NIP: type 0x00", "" },
	{ "small letter", 32 + 11, T("c"), N0180_DBF_NOT_USABLE, "NIP: type c", "" },
	{ "no name", 32, T("\0"), N0180_DBF_NOT_USABLE, "field name: 0x00", "" },
	{ "blank in a name", 32, T("N P"), N0180_DBF_NOT_USABLE, "field name: 0x4E", "" },
	{ "foreign byte in a name", 64, T("N\xe9"), N0180_DBF_NOT_USABLE, "field name: 0x4E", "" },
	{ "text of no width", 32 + 16, T("\0"), N0180_DBF_NOT_USABLE, "NIP: width 0", "" },
	{ "number of no width", 96 + 16, T("\0"), N0180_DBF_NOT_USABLE, "BERSIH: width 0", "" },
	{ "number too wide", 96 + 16, T("\x21"), N0180_DBF_NOT_USABLE, "BERSIH: width 33", "" },
	{ "decimals without room", 96 + 17, T("\x0b"), N0180_DBF_NOT_USABLE, "BERSIH: width 12", "" },
	{ "date of ten bytes", 128 + 16, T("\x0a"), N0180_DBF_NOT_USABLE, "TGLGAJI: width 10", "" },
	{ "logical of two bytes", 128 + 11, T("L"), N0180_DBF_NOT_USABLE, "TGLGAJI: width 8", "" },

	{ "record too long", 10, T("\x30\0"), N0180_DBF_NOT_USABLE, "record length: 48", "" },
	{ "record too short", 10, T("\x2e\0"), N0180_DBF_NOT_USABLE, "record length: 46", "" },
	{ "record of nothing", 10, T("\x01\0"), N0180_DBF_NOT_USABLE, "record length: 1", "" },
	{ "record of 65535", 10, T("\xff\xff"), N0180_DBF_NOT_USABLE, "record length: 65535", "" },
	{ "header of 64", 8, T("\x40\0"), N0180_DBF_NOT_USABLE, "header length: 64", "" },
	{ "header of 0", 8, T("\0\0"), N0180_DBF_NOT_USABLE, "header length: 0", "" },
	{ "header ends in a field", 8, T("\x80\0"), N0180_DBF_NOT_USABLE, "header length: 128", "" },
	{ "header goes on", 8, T("\xb1\0"), N0180_DBF_NOT_USABLE, "header length: 177", "" },
	{ "header longer than the file", 8, T("\xff\xff"), N0180_DBF_NOT_USABLE, "header cut: 303", "" },
	{ "fields end at once", 32, T("\r"), N0180_DBF_NOT_USABLE, "fields: 0", "" },
	{ "fields end early", 64, T("\r"), N0180_DBF_NOT_USABLE, "header length: 161", "" },
	{ "fields do not end", 160, T("X"), N0180_DBF_NOT_USABLE, "header length: 161", "" },

	{ "one record more", 4, T("\x04"), N0181_DBF_CUT, "3", "4" },
	{ "2^31 records", 4, T("\0\0\0\x80"), N0181_DBF_CUT, "3", "2147483648" },
	{ "2^32 - 1 records", 4, T("\xff\xff\xff\xff"), N0181_DBF_CUT, "3", "4294967295" },
	{ "2^31 - 1 records", 4, T("\xff\xff\xff\x7f"), N0181_DBF_CUT, "3", "2147483647" },
	{ "one record less", 4, T("\x02"), N0182_DBF_TRAILING, "", "255" },
	{ "no record", 4, T("\0"), N0182_DBF_TRAILING, "", "161" },
	{ "no end of file, but another byte", FIRST + 3 * WIDTH, T("\0"), N0182_DBF_TRAILING, "", "302" },
	{ "mark of no record", FIRST + WIDTH, T("x"), N0183_DBF_RECORD, "x", "208" },
	{ "mark is the end of file", FIRST + WIDTH, T("\x1a"), N0183_DBF_RECORD, "\x1a", "208" },
};

static void test_bad_headers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad_headers); i++) {
		const struct bad_header *b = &bad_headers[i];
		struct buf content = { 0 };
		struct delivered d = { 0 };
		const struct finding *f;

		make(&content);
		memcpy(content.ptr + b->at, b->bytes.ptr, b->bytes.len);
		read_whole(&d, buf_slice(&content));
		f = d.findings.items;
		if (d.end != STATUS_REJECT || d.findings.count != 1 || f->code != b->code ||
		    !slice_equal(f->value, slice_from_c(b->value)) || !slice_equal(f->detail, slice_from_c(b->detail)))
			fail_msg("%s: end %d, %zu findings, value %.*s", b->name, d.end, d.findings.count,
			         d.findings.count > 0 ? (int)f->value.len : 0, d.findings.count > 0 ? f->value.ptr : "");
		if (f->code == N0180_DBF_NOT_USABLE && d.rows > 0)
			fail_msg("%s: rows were delivered", b->name);
		delivered_release(&d);
		buf_release(&content);
	}
}

/* Bytes that say nothing about what the records are. */
static const struct bad_header harmless[] = {
	{ .name = "another year", .at = 1, .bytes = T("\x00") },
	{ .name = "no date", .at = 1, .bytes = T("\0\0\0") },
	{ .name = "index beside it", .at = 28, .bytes = T("\x01") },
	{ .name = "no code page", .at = 29, .bytes = T("\0") },
	{ .name = "left over behind a name", .at = 32 + 4, .bytes = T("xyz") },
	{ .name = "address in memory", .at = 32 + 12, .bytes = T("\x12\x34\x56\x78") },
	{ .name = "decimals of a text", .at = 32 + 17, .bytes = T("\x05") },
};

static void test_harmless(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(harmless); i++) {
		struct buf content = { 0 };
		struct delivered d = { 0 };

		make(&content);
		memcpy(content.ptr + harmless[i].at, harmless[i].bytes.ptr, harmless[i].bytes.len);
		read_whole(&d, buf_slice(&content));
		if (d.end != STATUS_END || strcmp(d.transcript.ptr, table) != 0)
			fail_msg("%s: end %d: %s", harmless[i].name, d.end, d.transcript.ptr);
		delivered_release(&d);
		buf_release(&content);
	}
}

/* Bytes between the fields and the records, and what Visual FoxPro says of fields. */
static void check_foxpro(size_t behind, size_t flag_at, char flag, enum status end)
{
	struct buf plain = { 0 }, content = { 0 };
	struct delivered d = { 0 };
	size_t header = FIRST + behind;

	make(&plain);
	buf_append(&content, slice_sub(buf_slice(&plain), 0, FIRST));
	dbf_zeros(&content, behind);
	buf_append(&content, slice_sub(buf_slice(&plain), FIRST, plain.len));
	content.ptr[0] = 0x30;
	content.ptr[8] = (char)(header & 0xff);
	content.ptr[9] = (char)(header >> 8);
	if (flag_at > 0)
		content.ptr[flag_at] = flag;
	read_whole(&d, buf_slice(&content));
	if (d.end != end)
		fail_msg("%zu bytes behind, flag %d at %zu: end %d", behind, flag, flag_at, d.end);
	if (end == STATUS_END)
		assert_string_equal(d.transcript.ptr, table);
	delivered_release(&d);
	buf_release(&plain);
	buf_release(&content);
}

static void test_foxpro(void **state)
{
	(void)state;
	check_foxpro(263, 0, 0, STATUS_END);
	check_foxpro(0, 0, 0, STATUS_END);
	check_foxpro(1, 0, 0, STATUS_END);
	check_foxpro(2, 0, 0, STATUS_REJECT);
	check_foxpro(262, 0, 0, STATUS_REJECT);
	check_foxpro(264, 0, 0, STATUS_REJECT);
	check_foxpro(263, 32 + 18, 1, STATUS_REJECT); /* of the system */
	check_foxpro(263, 32 + 18, 2, STATUS_REJECT); /* may be NULL */
	check_foxpro(263, 32 + 18, 4, STATUS_REJECT); /* binary */
	check_foxpro(263, 32 + 12, 1, STATUS_END);    /* stands where it stands */
	check_foxpro(263, 32 + 12, 2, STATUS_REJECT);
	check_foxpro(263, 28, 2, STATUS_REJECT);
}

static void test_512_fields(void **state)
{
	static struct dbf_column many[513];
	static char record[2 * (1 + 513)];

	(void)state;
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = (struct dbf_column){ "F", 'C', 1, 0 };
	memset(record, ' ', sizeof record);
	for (size_t count = 512; count <= 513; count++) {
		struct buf content = { 0 };
		struct delivered d = { 0 };

		dbf_make(&content, many, count, (struct slice){ record, 2 * (1 + count) }, 0);
		read_whole(&d, buf_slice(&content));
		assert_int_equal(d.end, count == 512 ? STATUS_END : STATUS_REJECT);
		assert_int_equal(d.rows, count == 512 ? 3 : 0);
		delivered_release(&d);
		buf_release(&content);
	}
}

/* ---- damage ---- */

/* Cut anywhere: refused, and only what is before the cut was delivered. The last byte, the end of file, may be
 * missing. */
static void test_cut_anywhere(void **state)
{
	struct buf content = { 0 };

	(void)state;
	make(&content);
	for (size_t len = 0; len + 1 < content.len; len++) {
		struct slice cut = { content.ptr, len };
		struct dbf_reading how = { .pieces = 1 + len % 7 };
		struct delivered d = { 0 };

		assert_true(dbf_read(&d, cut, &how));
		buf_char(&d.transcript, '\0');
		if (d.end != STATUS_REJECT || d.findings.count != 1 ||
		    strncmp(d.transcript.ptr, table, strlen(d.transcript.ptr)) != 0)
			fail_msg("cut at %zu: end %d: %s", len, d.end, d.transcript.ptr);
		assert_int_equal(d.findings.items[0].code, len == 0           ? N0105_INPUT_EMPTY
		                                           : len < FIRST ? N0180_DBF_NOT_USABLE
		                                                         : N0181_DBF_CUT);
		assert_int_equal(d.rows, len < FIRST ? 0 : 1 + (len - FIRST) / WIDTH);
		assert_null(dbf_law_broken(cut, how));
		delivered_release(&d);
		d = (struct delivered){ 0 };
		how.pieces = 5;
		how.size = len;
		dbf_read(&d, cut, &how);
		assert_int_equal(d.end, STATUS_REJECT);
		assert_int_equal(d.rows, 0);
		delivered_release(&d);
	}
	content.len--;
	assert_null(dbf_law_broken(buf_slice(&content), (struct dbf_reading){ .pieces = 9 }));
	buf_release(&content);
}

/* No flipped bit of the header moves a value to another place: what is still accepted reads as before, but for names,
 * code page and what a type makes of the same bytes. */
static void test_bits_flipped(void **state)
{
	struct buf content = { 0 };
	size_t accepted = 0;

	(void)state;
	make(&content);
	for (size_t bit = 0; bit < content.len * 8; bit++) {
		struct delivered d = { 0 };
		char was = content.ptr[bit / 8];

		content.ptr[bit / 8] = (char)(was ^ (1 << bit % 8));
		read_whole(&d, buf_slice(&content));
		if (d.end == STATUS_END && bit / 8 < FIRST) {
			accepted++;
			if (strstr(d.transcript.ptr, "<198503122010011005><BUDI><") == NULL || d.rows != 4)
				fail_msg("bit %zu of byte %zu: %s", bit % 8, bit / 8, d.transcript.ptr);
		}
		assert_null(dbf_law_broken(buf_slice(&content), (struct dbf_reading){ .pieces = 11 }));
		content.ptr[bit / 8] = was;
		delivered_release(&d);
	}
	assert_true(accepted > 100 && accepted < FIRST * 8);
	buf_release(&content);
}

static void test_trailing(void **state)
{
	static const struct {
		struct slice tail;
		const char *detail; /* NULL: accepted */
	} tails[] = {
		{ T(""), NULL }, { T("\x1a"), NULL }, { T("\x1a\x1a"), "303" }, { T("\x1a\0"), "303" }, { T("\0"), "302" },
		{ T("\r\n"), "302" }, { T("\x1a" "12345678901234567890123456789012345678901234567"), "303" },
		{ T(" 12345678901234567890123456789012345678901234567"), "302" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(tails); i++) {
		struct buf content = { 0 };
		struct delivered d = { 0 };

		make(&content);
		content.len--;
		buf_append(&content, tails[i].tail);
		read_whole(&d, buf_slice(&content));
		assert_int_equal(d.rows, 4);
		assert_int_equal(d.end, tails[i].detail == NULL ? STATUS_END : STATUS_REJECT);
		if (tails[i].detail != NULL)
			assert_true(slice_equal(d.findings.items[0].detail, slice_from_c(tails[i].detail)));
		delivered_release(&d);
		buf_release(&content);
	}
}

static void test_unknown_size_and_2_31_records(void **state)
{
	static const char *const counts[] = { "\xff\xff\xff\x7f", "\x00\x00\x00\x80" };
	struct buf content = { 0 };

	(void)state;
	make(&content);
	for (size_t i = 0; i < COUNT(counts); i++) {
		struct delivered d = { 0 };

		memcpy(content.ptr + 4, counts[i], 4);
		dbf_read(&d, buf_slice(&content), &(struct dbf_reading){ .pieces = 100 });
		assert_int_equal(d.end, STATUS_REJECT);
		assert_int_equal(d.findings.items[0].code, i == 0 ? N0181_DBF_CUT : N0180_DBF_NOT_USABLE);
		delivered_release(&d);
	}
	buf_release(&content);
}

static void test_source_fails(void **state)
{
	struct buf content = { 0 };

	(void)state;
	make(&content);
	for (size_t len = 0; len < content.len; len += 3) {
		struct piecewise pieces = { { content.ptr, len }, 4, STATUS_FAIL };
		struct delivered d = { 0 };
		struct table t = { &dbf_ops, dbf_begin(&pieces, &(struct dbf_reading){ 0 }, &d.findings) };

		deliver_all(&d, t, (struct slice){ content.ptr, len });
		assert_int_equal(d.end, STATUS_FAIL);
		assert_int_equal(d.findings.count, 0);
		delivered_release(&d);
	}
	buf_release(&content);
}

/* ---- new values ---- */

struct replacement {
	const char *name;
	struct dbf_column column;
	struct slice raw;
	const char *value, *text; /* NULL: does not fit */
};

static const struct replacement replacements[] = {
	{ "whole", N(12), T("     4217300"), "4000000", "     4000000" },
	{ "shorter", N(12), T("     4217300"), "0", "           0" },
	{ "negative", N(12), T("     4217300"), "-1", "          -1" },
	{ "fills", N(4), T("   1"), "9999", "9999" },
	{ "too wide", N(4), T("   1"), "10000", NULL },
	{ "stood at the left", N(8), T("1       "), "22", "      22" },
	{ "decimals stay", { "F", 'N', 10, 2 }, T("  12345.00"), "500", "    500.00" },
	{ "decimals too wide", { "F", 'N', 6, 2 }, T("  1.00"), "5000", NULL },
	{ "decimals given", { "F", 'N', 10, 2 }, T("  12345.00"), "500.25", "    500.25" },
	{ "more decimals than the field has", { "F", 'N', 10, 2 }, T("  12345.00"), "500.125", NULL },
	{ "decimals for a field of none", N(8), T("       1"), "1.5", NULL },
	{ "blank", N(8), T("        "), "5", "       5" },
	{ "blank, with decimals", { "F", 'N', 8, 2 }, T("        "), "5", "    5.00" },
	{ "text at the left", C(8), T("500     "), "12345", "12345   " },
	{ "text at the right", C(8), T("     500"), "12345", "   12345" },
	{ "text too wide", C(4), T("500 "), "12345", NULL },
};

static void check_replacement(const struct replacement *r)
{
	struct buf record = { 0 }, content = { 0 };
	struct piecewise pieces;
	struct findings findings = { 0 };
	struct table_row row;
	struct place place;
	struct patch patch;
	struct arena a = { 0 };
	enum status status;
	void *reader;

	buf_char(&record, ' ');
	buf_append(&record, r->raw);
	dbf_make(&content, &r->column, 1, buf_slice(&record), 0);
	pieces = (struct piecewise){ buf_slice(&content), 5, STATUS_OK };
	reader = dbf_begin(&pieces, &(struct dbf_reading){ 0 }, &findings);
	assert_int_equal(dbf_ops.next(reader, &row), STATUS_OK);
	assert_int_equal(dbf_ops.next(reader, &row), STATUS_OK);
	assert_true(dbf_ops.place(reader, 0, &a, &place));
	status = dbf_ops.replace(&place, slice_from_c(r->value), &a, &patch);
	if (status != (r->text != NULL ? STATUS_OK : STATUS_REJECT))
		fail_msg("%s: %d", r->name, status);
	if (r->text == NULL)
		assert_int_equal(status, STATUS_REJECT);
	else if (patch.from != 66 || patch.to != 66 + r->raw.len || !slice_equal(patch.text, slice_from_c(r->text)))
		fail_msg("%s: <%.*s>", r->name, SLICE_ARG(patch.text));
	dbf_ops.free(reader);
	findings_release(&findings);
	arena_release(&a);
	buf_release(&record);
	buf_release(&content);
}

static void test_replace(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(replacements); i++)
		check_replacement(&replacements[i]);
}

/* ---- what it looks like ---- */

static void test_looks_like(void **state)
{
	static const char *const others[] = {
		"nip,nama\n12345678901234567890123456789\n", "030100000000000000000000000000000000", "\x03", "",
		"<html><body><table><tr><td>a</td></tr>", "0\n\n\n0000;0000\n0000;0000\n0000;0000\n0000;0",
	};
	struct buf content = { 0 };
	static const char versions[] = "\x03\x30\x83\x8b\xf5";

	(void)state;
	make(&content);
	for (size_t i = 0; i < sizeof versions - 1; i++) {
		content.ptr[0] = versions[i];
		assert_true(dbf_looks_like(buf_slice(&content)));
		assert_true(dbf_looks_like((struct slice){ content.ptr, 32 }));
		assert_false(dbf_looks_like((struct slice){ content.ptr, 31 }));
	}
	content.ptr[0] = 'P';
	assert_false(dbf_looks_like(buf_slice(&content)));
	for (size_t i = 0; i < COUNT(others); i++)
		assert_false(dbf_looks_like(slice_from_c(others[i])));
	buf_release(&content);
}

/* ---- shapelib's own opening, held against ours ---- */

static struct slice shapelib_file; /* FOpen knows no context */
static size_t shapelib_at;

static SAFile open_hook(const char *name, const char *access)
{
	(void)access;
	return strstr(name, ".dbf") != NULL ? (SAFile)(void *)&shapelib_at : NULL;
}

static SAOffset read_hook(void *into, SAOffset size, SAOffset count, SAFile file)
{
	(void)file;
	if (size * count > shapelib_file.len - shapelib_at)
		return 0;
	memcpy(into, shapelib_file.ptr + shapelib_at, size * count);
	shapelib_at += size * count;
	return count;
}

static SAOffset seek_hook(SAFile file, SAOffset offset, int whence)
{
	(void)file;
	(void)whence;
	shapelib_at = offset < shapelib_file.len ? offset : shapelib_file.len;
	return 0;
}

static int close_hook(SAFile file)
{
	(void)file;
	return 0;
}

static void error_hook(const char *message)
{
	fail_msg("%s", message);
}

static void compare_cell(DBFHandle theirs, const void *reader, int record, int field)
{
	char name[12];
	int width, decimals;
	struct slice ours = dbf_ops.value(reader, (size_t)field);
	const char *text;

	DBFGetFieldInfo(theirs, field, name, &width, &decimals);
	if (record < 0) {
		assert_true(slice_equal(ours, slice_from_c(name)));
		return;
	}
	text = DBFReadStringAttribute(theirs, record, field); /* trimmed at both ends */
	if (DBFGetNativeFieldType(theirs, field) == 'D')
		assert_true(ours.len == 10 ? strncmp(ours.ptr, text, 4) == 0 : text[0] == '\0');
	else
		assert_true(slice_equal(slice_trim(ours), slice_from_c(text)));
}

static void test_against_shapelib(void **state)
{
	SAHooks hooks = { .FOpen = open_hook, .FRead = read_hook, .FSeek = seek_hook, .FClose = close_hook,
		          .Error = error_hook };
	struct buf content = { 0 };
	struct findings findings = { 0 };
	struct piecewise pieces;
	struct table_row row;
	DBFHandle theirs;
	void *reader;

	(void)state;
	make(&content);
	shapelib_file = buf_slice(&content);
	shapelib_at = 0;
	theirs = DBFOpenLL("gaji", "rb", &hooks);
	assert_non_null(theirs);
	pieces = (struct piecewise){ buf_slice(&content), 10, STATUS_OK };
	reader = dbf_begin(&pieces, &(struct dbf_reading){ 0 }, &findings);
	for (int record = -1; record < DBFGetRecordCount(theirs); record++) {
		assert_int_equal(dbf_ops.next(reader, &row), STATUS_OK);
		assert_int_equal((int)row.count, DBFGetFieldCount(theirs));
		assert_int_equal(row.deleted, record >= 0 && DBFIsRecordDeleted(theirs, record));
		for (int field = 0; field < DBFGetFieldCount(theirs); field++)
			compare_cell(theirs, reader, record, field);
	}
	assert_int_equal(dbf_ops.next(reader, &row), STATUS_END);
	dbf_ops.free(reader);
	DBFClose(theirs);
	findings_release(&findings);
	buf_release(&content);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_encoding_of_the_layout),
		cmocka_unit_test(test_bad_values),
		cmocka_unit_test(test_bad_headers),
		cmocka_unit_test(test_harmless),
		cmocka_unit_test(test_foxpro),
		cmocka_unit_test(test_512_fields),
		cmocka_unit_test(test_cut_anywhere),
		cmocka_unit_test(test_bits_flipped),
		cmocka_unit_test(test_trailing),
		cmocka_unit_test(test_unknown_size_and_2_31_records),
		cmocka_unit_test(test_source_fails),
		cmocka_unit_test(test_replace),
		cmocka_unit_test(test_looks_like),
		cmocka_unit_test(test_against_shapelib),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
