/* From the first byte that differs to what a person looks up. */
#include "export.h"

#include "../../../src/job/verify_place.h"

/* Two texts; the place is that of their first difference. */
struct example {
	const char *found, *computed;
	uint64_t line;
	const char *column, *row, *shown, *expected;
};

static uint64_t first_difference(const char *a, const char *b)
{
	uint64_t at = 0;

	while (a[at] != '\0' && a[at] == b[at])
		at++;
	return at;
}

static void assert_text(struct slice s, const char *wanted)
{
	if (s.len != strlen(wanted) || (s.len > 0 && memcmp(s.ptr, wanted, s.len) != 0))
		fail_msg("\"%.*s\" instead of \"%s\"", SLICE_ARG(s), wanted);
}

static void check(enum shape shape, const struct header *header, const struct example *e)
{
	uint64_t at = first_difference(e->found, e->computed);
	struct export export;
	struct place_request r = {
		.shape = shape, .content = export_source(&export, e->found), .offset = at, .computed = slice_from_c(e->computed + at),
		.header = header,
	};
	struct arena arena = { 0 };
	struct place_found found;

	assert_true(place_find(&r, &arena, &found));
	assert_int_equal(found.line, e->line);
	assert_text(found.column, e->column);
	assert_text(found.row, e->row);
	assert_text(found.found, e->shown);
	assert_text(found.expected, e->expected);
	arena_release(&arena);
}

#define HEAD "no,nip,rincian,rekening\n"

static const struct example lists[] = {
	{ HEAD "1,2,3,4\n", HEAD "1,2,5,4\n", 2, "rincian", "1, 2 [1], 3", "3", "5" },
	{ HEAD "1,2,3,4\n2,2,3,4\n", HEAD "1,2,3,4\n3,2,3,4\n", 3, "no", "2, 2 [1], 3", "2", "3" },
	/* personal: the last four characters, and how many there are */
	{ HEAD "1,199001012015011001,x,4\n", HEAD "1,199001012015011002,x,4\n", 2, "nip", "1, …1001 [18], x",
	  "…1001 [18]", "…1002 [18]" },
	{ HEAD "1,2,x,12345678\n", HEAD "1,2,x,0012345678\n", 2, "rekening", "1, 2 [1], x", "…5678 [8]",
	  "…5678 [10]" },
	/* the difference is a delimiter: it belongs to the field that it ends */
	{ HEAD "1,2,a,4\n", HEAD "1,2,ab,4\n", 2, "rincian", "1, 2 [1], a", "a", "ab" },
	{ HEAD "1,2,ab,4\n", HEAD "1,2,a,4\n", 2, "rincian", "1, 2 [1], ab", "ab", "a" },
	{ HEAD "1,2,,4\n", HEAD "1,2,x,4\n", 2, "rincian", "1, 2 [1]", "", "x" },
	/* fields in quotes, with the delimiter, quotes and a line end in them */
	{ HEAD "1,2,\"a,b\",4\n", HEAD "1,2,\"a,c\",4\n", 2, "rincian", "1, 2 [1], a,b", "\"a,b\"",
	  "\"a,c\"" },
	{ HEAD "1,2,\"a \"\"b\"\" c\",4\n", HEAD "1,2,\"a \"\"b\"\" d\",4\n", 2, "rincian",
	  "1, 2 [1], a \"\"b\"\" c", "\"a \"\"b\"\" c\"", "\"a \"\"b\"\" d\"" },
	{ HEAD "1,2,\"a\nb\",4\n", HEAD "1,2,\"a\nc\",4\n", 3, "rincian", "1, 2 [1], a\\x0Ab", "\"a\\x0Ab\"",
	  "\"a\\x0Ac\"" },
	/* the header itself, and line ends */
	{ "no,nip\n", "no,nama\n", 1, "nip", "", "nip", "nama" },
	{ HEAD "1,2,3,4\r\n", HEAD "1,2,3,4\n", 2, "rekening", "1, 2 [1], 3", "4\\x0D [2]", "4 [1]" },
	/* a row more, a row less, cut in the middle, a column less */
	{ HEAD "1,2,3,4\n", HEAD "1,2,3,4\n2,2,3,4\n", 3, "no", "", "", "2" },
	{ HEAD "1,2,3,4\n2,2,3,4\n", HEAD "1,2,3,4\n", 3, "no", "2, 2 [1], 3", "2", "" },
	{ HEAD "1,2,3", HEAD "1,2,3,4\n", 2, "rincian", "1, 2 [1], 3", "3", "3,4\\x0A" },
	{ "", HEAD, 1, "", "", "", "no" },
};

static void our_own_lists(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++)
		check(SHAPE_CSV, NULL, &lists[i]);
}

/* NIP, name, gross, cuts, net in rows from line 3 on. */
static const struct slice names[] = {
	{ "nip", 3 }, { "nama", 4 }, { "kotor", 5 }, { "potongan", 8 }, { "bersih", 6 },
};
static const struct header payroll = {
	.line = 2, .column_count = 5, .names = names,
	.of_role = { [ROLE_NIP] = 0, [ROLE_NAMA] = 1, [ROLE_KOTOR] = 2, [ROLE_POTONGAN] = 3, [ROLE_BERSIH] = 4 },
};

#define TITLE "DAFTAR GAJI, JANUARI\nnip;nama;kotor;potongan;bersih\n"

static const struct example payrolls[] = {
	{ TITLE "199001;BUDI;10;2;8\n", TITLE "199001;BUDI;10;5;5\n", 3, "potongan",
	  "…9001 [6], BUDI [4], 10", "2", "5" },
	{ TITLE "199001;BUDI, S.T.;10;2;8\n", TITLE "199001;BUDI, M.T.;10;2;8\n", 3, "nama",
	  "…9001 [6], …S.T. [10], 10", "…S.T. [10]", "…M.T. [10]" },
	{ "DAFTAR GAJI, JANUARI\n", "DAFTAR GAJI, FEBRUARI\n", 1, "nama", "", "…UARI [8]", "…UARI [9]" },
};

static void payroll_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(payrolls); i++)
		check(SHAPE_CSV, &payroll, &payrolls[i]);
}

static const struct example reports[] = {
	{ "<a>\n  <transfer baris=\"3\" total=\"50\"/>\n", "<a>\n  <transfer baris=\"3\" total=\"70\"/>\n", 2,
	  "total", "transfer baris=\"3\"", "50", "70" },
	{ "<a>\n  <putusan nomor=\"1/Pdt\" nip=\"199001\" hak=\"5\"/>\n",
	  "<a>\n  <putusan nomor=\"1/Pdt\" nip=\"199002\" hak=\"5\"/>\n", 2, "nip", "putusan nomor=\"1/Pdt\"",
	  "…9001 [6]", "…9002 [6]" },
	{ "<a>\n  <transfer baris=\"3\" total=\"50\"/>\n", "<a>\n  <transfer baris=\"3\" total=\"501\"/>\n",
	  2, "total", "transfer baris=\"3\"", "50", "501" },
	{ "<a>\n <temuan kode=\"N0642\">satu</temuan>\n", "<a>\n <temuan kode=\"N0642\">dua</temuan>\n", 2,
	  "", "", "", "" },
	{ "<a>\n", "<b>\n", 1, "", "", "", "" },
	{ "<a x=\"1\" y=\"2\">\n", "<a x=\"1\" z=\"2\">\n", 1, "", "", "", "" },
	{ "", "<a>\n", 1, "", "", "", "" },
};

static void our_own_xml(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(reports); i++)
		check(SHAPE_XML, NULL, &reports[i]);
}

#define SHEET "<sheetData><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>199001</t></is></c>"

static const struct example sheets[] = {
	{ SHEET "<c r=\"D2\"><v>10</v></c></row>", SHEET "<c r=\"D2\"><v>15</v></c></row>", 2, "potongan", "",
	  "10", "15" },
	{ SHEET "<c r=\"D2\"><v>10</v></c></row>", SHEET "<c r=\"D2\"><v>1</v></c></row>", 2, "potongan", "",
	  "10", "1" },
	{ SHEET "<c r=\"B2\"><v>10</v></c></row>", SHEET "<c r=\"B2\"><v>15</v></c></row>", 2, "nama", "",
	  "10 [2]", "15 [2]" },
	{ "<x:row r=\"7\"><x:c r=\"E7\"><x:v>1</x:v></x:c>",
	  "<x:row r=\"7\"><x:c r=\"E7\"><x:v>2</x:v></x:c>", 7, "bersih", "", "1", "2" },
	{ "<row><c/></row><row><c/><d/>", "<row><c/></row><row><c/><e/>", 2, "", "", "", "" },
	{ "<row r=\"9\"><c r=\"ZZ9\"><v>1</v>", "<row r=\"9\"><c r=\"ZZ9\"><v>2</v>", 9, "", "", "", "" },
	{ "<row r=\"9\"><c r=\"4\"><v>1</v>", "<row r=\"9\"><c r=\"4\"><v>2</v>", 9, "", "", "", "" },
	{ "<worksheet>", "<worksheet >", 0, "", "", "", "" },
};

static void sheets_of_workbooks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sheets); i++)
		check(SHAPE_SHEET, &payroll, &sheets[i]);
}

static void lines_only(void **state)
{
	static const struct example examples[] = {
		{ "a\nb\nc\n", "a\nb\nd\n", 3, "", "", "", "" },
		{ "a\n", "b\n", 1, "", "", "", "" },
		{ "a\n", "a\n\n", 2, "", "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++)
		check(SHAPE_LINES, NULL, &examples[i]);
}

/* ---- DBF: a header of five fields, records of 1 + 6 + 4 + 5 + 5 + 5 bytes ---- */

enum { DBF_HEAD = 32 + 5 * 32 + 1, DBF_RECORD = 26 };

static size_t make_dbf(char *out, const char *records)
{
	static const char lengths[] = { 6, 4, 5, 5, 5 };

	memset(out, 0, DBF_HEAD);
	out[0] = 3;
	out[8] = (char)DBF_HEAD;
	out[10] = DBF_RECORD;
	for (size_t i = 0; i < sizeof lengths; i++)
		out[32 + 32 * i + 16] = lengths[i];
	out[DBF_HEAD - 1] = '\r';
	memcpy(out + DBF_HEAD, records, strlen(records));
	return DBF_HEAD + strlen(records);
}

struct dbf_example {
	const char *found, *computed;
	uint64_t line;
	const char *column, *shown, *expected;
};

static void check_dbf(const struct dbf_example *e)
{
	char bytes[1024];
	size_t len = make_dbf(bytes, e->found);
	uint64_t at = first_difference(e->found, e->computed);
	struct export export = { .text = { bytes, len } };
	struct place_request r = {
		.shape = SHAPE_DBF, .content = { export_read, &export }, .offset = DBF_HEAD + at,
		.computed = slice_from_c(e->computed + at), .header = &payroll,
	};
	struct arena arena = { 0 };
	struct place_found found;

	assert_true(place_find(&r, &arena, &found));
	assert_int_equal(found.line, e->line);
	assert_text(found.column, e->column);
	assert_text(found.found, e->shown);
	assert_text(found.expected, e->expected);
	arena_release(&arena);
}

static void records_of_dbf(void **state)
{
	static const struct dbf_example examples[] = {
		{ " 199001BUDI   10    2    8", " 199001BUDI   10    5    8", 2, "potongan", "    2", "    5" },
		{ " 199001BUDI   10    2    8 199002SITI   10    2    8", " 199001BUDI   10    2    8 199002SITI   10    2    7", 3,
		  "bersih", "    8", "    7" },
		{ " 199001BUDI   10    2    8", " 199001BODI   10    2    8", 2, "nama", "BUDI [4]", "BODI [4]" },
		{ " 199001BUDI   10    2    8", "*199001BUDI   10    2    8", 2, "", "", "" },
		{ " 199001BUDI   10    2    8\x1a", " 199001BUDI   10    2    8 ", 3, "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++)
		check_dbf(&examples[i]);
}

/* A header that is none, or an offset that is not there. */
static void what_cannot_be_found(void **state)
{
	static const enum shape shapes[] = { SHAPE_CSV, SHAPE_XML, SHAPE_LINES, SHAPE_SHEET, SHAPE_DBF };
	struct arena arena = { 0 };
	struct place_found found;

	(void)state;
	for (size_t i = 0; i < COUNT(shapes); i++) {
		struct export export;
		struct place_request r = {
			.shape = shapes[i],
			.content = export_source(&export, "short"),
			.offset = 100,
			.computed = SLICE("x"),
			.header = &payroll,
		};

		(void)place_find(&r, &arena, &found); /* it may not know, and must not lie */
		assert_int_equal(found.column.len, 0);
		assert_int_equal(found.found.len, 0);
	}
	arena_release(&arena);
}

static void what_is_shown(void **state)
{
	struct arena arena = { 0 };
	char text[200];

	(void)state;
	memset(text, 'x', sizeof text);
	memcpy(text + 59, "\xc3\xa9", 2); /* a character across the cut */
	assert_int_equal(place_show(&arena, (struct slice){ text, 60 }, false).len, 59 + 4); /* half a character, escaped */
	assert_text(slice_sub(place_show(&arena, (struct slice){ text, sizeof text }, false), 55, 20), "xxxx…");
	assert_text(place_show(&arena, SLICE("a\tb"), false), "a\\x09b");
	assert_text(place_show(&arena, SLICE("S\xc3\xa9kolah"), true), "…olah [7]");
	assert_text(place_show(&arena, SLICE(""), true), " [0]");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(our_own_lists), cmocka_unit_test(payroll_rows), cmocka_unit_test(our_own_xml),
		cmocka_unit_test(sheets_of_workbooks), cmocka_unit_test(lines_only), cmocka_unit_test(records_of_dbf),
		cmocka_unit_test(what_cannot_be_found), cmocka_unit_test(what_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
