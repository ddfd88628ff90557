/* Workbooks with new values: the cells that change, and that nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "workbook_tools.h"

#include <time.h>

#define ROW1(cells) "<row r=\"1\">" cells "</row>"
#define INLINE(text) "<is><t xml:space=\"preserve\">" text "</t></is>"
#define BESIDE "<c r=\"A1\"><v>1</v></c>"

/* ---- cells ---- */

struct changed {
	const char *name;
	struct new_value value;
	const char *rows, *expected; /* NULL: STATUS_REJECT */
};

/* The cell is B1 unless it is said otherwise. */
static const struct changed changed[] = {
	{ "a number",
	  { 1, 1, "4217300.5" },
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\" cm=\"1\"><v>9</v></c><c r=\"C1\"/>"),
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\"><v>4217300.5</v></c><c r=\"C1\"/>") },
	{ "a number, negative",
	  { 1, 1, "-12" },
	  ROW1(BESIDE "<c r=\"B1\" t=\"n\"><v>9</v></c>"),
	  ROW1(BESIDE "<c r=\"B1\"><v>-12</v></c>") },
	{ "a number in another way of writing",
	  { 1, 1, "0" },
	  ROW1(BESIDE "<c\n s='07' r='B1' ><v >9E2</v ></c\t>"),
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\"><v>0</v></c>") },
	{ "the first cell", { 1, 0, "2" }, ROW1(BESIDE), ROW1("<c r=\"A1\"><v>2</v></c>") },
	{ "no r",
	  { 1, 1, "2" },
	  ROW1("<c><v>1</v></c><c><v>9</v></c><c/>"),
	  ROW1("<c><v>1</v></c><c><v>2</v></c><c/>") },
	{ "inline text",
	  { 1, 1, "4.217.300,00" },
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\" t=\"inlineStr\"><is><t>9</t></is></c>"),
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\" t=\"inlineStr\">" INLINE("4.217.300,00") "</c>") },
	{ "shared text",
	  { 1, 1, "Rp 1" },
	  ROW1(BESIDE "<c r=\"B1\" t=\"s\"><v>0</v></c>"),
	  ROW1(BESIDE "<c r=\"B1\" t=\"inlineStr\">" INLINE("Rp 1") "</c>") },
	{ "text that XML or Excel would read otherwise",
	  { 1, 1, "<&>_x0041_\"" },
	  ROW1(BESIDE "<c r=\"B1\" t=\"s\"><v>0</v></c>"),
	  ROW1(BESIDE "<c r=\"B1\" t=\"inlineStr\">" INLINE("&lt;&amp;&gt;_x005F_x0041_\"") "</c>") },
	{ "an empty cell",
	  { 1, 1, "100" },
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\"/><c r=\"C1\"/>"),
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\"><v>100</v></c><c r=\"C1\"/>") },
	{ "an empty cell with both tags",
	  { 1, 1, "100" },
	  ROW1(BESIDE "<c r=\"B1\"></c>"),
	  ROW1(BESIDE "<c r=\"B1\"><v>100</v></c>") },
	{ "an empty value",
	  { 1, 1, "100" },
	  ROW1(BESIDE "<c r=\"B1\"><v/></c>"),
	  ROW1(BESIDE "<c r=\"B1\"><v>100</v></c>") },
	{ "a gap",
	  { 1, 1, "100" },
	  ROW1(BESIDE "<c r=\"C1\"/>"),
	  ROW1(BESIDE "<c r=\"B1\"><v>100</v></c><c r=\"C1\"/>") },
	{ "a gap at the end", { 1, 1, "100" }, ROW1(BESIDE), ROW1(BESIDE "<c r=\"B1\"><v>100</v></c>") },
	{ "a gap at the front",
	  { 1, 0, "100" },
	  ROW1("<c r=\"B1\"/>"),
	  ROW1("<c r=\"A1\"><v>100</v></c><c r=\"B1\"/>") },
	{ "a gap in a row without cells", { 1, 0, "100" }, ROW1(""), ROW1("<c r=\"A1\"><v>100</v></c>") },
	{ "a formula",
	  { 1, 1, "100" },
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\"><f>A1+1</f><v>2</v></c>"),
	  ROW1(BESIDE "<c r=\"B1\" s=\"7\"><f>A1+1</f><v>100</v></c>") },
	{ "a formula without a value",
	  { 1, 1, "100" },
	  ROW1(BESIDE "<c r=\"B1\"><f>A1+1</f></c>"),
	  ROW1(BESIDE "<c r=\"B1\"><f>A1+1</f><v>100</v></c>") },
	{ "a formula that shares another one",
	  { 1, 1, "100" },
	  ROW1(BESIDE "<c r=\"B1\"><f t=\"shared\" si=\"0\"/><v>2</v></c>"),
	  ROW1(BESIDE "<c r=\"B1\"><f t=\"shared\" si=\"0\"/><v>100</v></c>") },
	{ "a formula that gives text",
	  { 1, 1, "4.217.300" },
	  ROW1(BESIDE "<c r=\"B1\" t=\"str\"><f>T(A1)</f><v>2</v></c>"),
	  ROW1(BESIDE "<c r=\"B1\" t=\"str\"><f>T(A1)</f><v>4.217.300</v></c>") },

	{ "no number for a number", { 1, 1, "4.217.300" }, ROW1(BESIDE "<c r=\"B1\"><v>9</v></c>"), NULL },
	{ "nothing for a number", { 1, 1, "" }, ROW1(BESIDE "<c r=\"B1\"><v>9</v></c>"), NULL },
	{ "a sign for a number", { 1, 1, "-" }, ROW1(BESIDE "<c r=\"B1\"><v>9</v></c>"), NULL },
	{ "a point too many", { 1, 1, "1." }, ROW1(BESIDE "<c r=\"B1\"><v>9</v></c>"), NULL },
	{ "a comma", { 1, 1, "1,5" }, ROW1(BESIDE "<c r=\"B1\"><v>9</v></c>"), NULL },
	{ "text for an empty cell", { 1, 1, "Rp 1" }, ROW1(BESIDE "<c r=\"B1\"/>"), NULL },
	{ "text for a formula that gives a number",
	  { 1, 1, "Rp 1" },
	  ROW1(BESIDE "<c r=\"B1\"><f>1</f><v>1</v></c>"),
	  NULL },
	{ "bytes that are not UTF-8", { 1, 1, "\xe9" }, ROW1(BESIDE "<c r=\"B1\" t=\"s\"><v>0</v></c>"), NULL },
	{ "a gap behind a gap", { 1, 2, "100" }, ROW1(BESIDE "<c r=\"D1\"/>"), NULL },
	{ "a row without a place for cells", { 1, 0, "100" }, "<row r=\"1\"/>", NULL },
	{ "a boolean", { 1, 1, "100" }, ROW1(BESIDE "<c r=\"B1\" t=\"b\"><v>1</v></c>"), NULL },
	{ "an empty cell that would show a day", { 1, 1, "100" }, ROW1(BESIDE "<c r=\"B1\" s=\"1\"/>"), NULL },
	{ "a day by its format", { 1, 1, "100" }, ROW1(BESIDE "<c r=\"B1\" s=\"1\"><v>46023</v></c>"), NULL },
	{ "no day by its format", { 1, 1, "100" }, ROW1(BESIDE "<c r=\"B1\" s=\"1\"><v>-1</v></c>"), NULL },
	{ "an error", { 1, 1, "100" }, ROW1(BESIDE "<c r=\"B1\" t=\"e\"><v>#N/A</v></c>"), NULL },
	{ "a day", { 1, 1, "100" }, ROW1(BESIDE "<c r=\"B1\" t=\"d\"><v>2026-01-05</v></c>"), NULL },
	{ "a formula that gives a boolean",
	  { 1, 1, "1" },
	  ROW1(BESIDE "<c r=\"B1\" t=\"b\"><f>1</f><v>1</v></c>"),
	  NULL },
	{ "beyond the last column", { 1, 512, "100" }, ROW1(BESIDE), NULL },
};

static void patch_sheet(const struct changed *x, struct buf *sheet)
{
	struct buf text = { 0 }, archive = { 0 }, made = { 0 };
	struct findings findings = { 0 };
	enum status status;

	buf_printf(&text, SHEET_HEAD "%s" SHEET_TAIL "%c", x->rows, '\0');
	const struct book book = { .sheet = text.ptr,
		                   .strings = STRINGS("<si><t>a</t></si>"),
		                   .styles = STYLES("<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>") };
	book_make(&book, &archive);
	status = book_patch(buf_slice(&archive), NULL, &x->value, 1, &findings, &made);
	if (status != (x->expected != NULL ? STATUS_OK : STATUS_REJECT))
		fail_msg("%s: ended with %d", x->name, (int)status);
	if (status == STATUS_OK && !archive_get(buf_slice(&made), "xl/worksheets/sheet1.xml", sheet))
		fail_msg("%s: damaged", x->name);
	findings_release(&findings);
	buf_release(&made);
	buf_release(&archive);
	buf_release(&text);
}

static void test_cells(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(changed); i++) {
		struct buf sheet = { 0 }, expected = { 0 };

		patch_sheet(&changed[i], &sheet);
		if (changed[i].expected != NULL) {
			buf_printf(&expected, SHEET_HEAD "%s" SHEET_TAIL, changed[i].expected);
			if (!slice_equal(buf_slice(&sheet), buf_slice(&expected)))
				fail_msg("%s: written as\n%.*s", changed[i].name, SLICE_ARG(sheet));
		}
		buf_release(&expected);
		buf_release(&sheet);
	}
}

static void test_prefixes(void **state)
{
	static const char head[] = "<x:worksheet xmlns:x=\"" MAIN_URI "\"><x:sheetData><x:row r=\"1\">",
			  tail[] = "</x:row></x:sheetData></x:worksheet>";
	static const struct new_value values[] = { { 1, 0, "5" }, { 1, 1, "b" }, { 1, 2, "7" }, { 1, 3, "8" } };
	struct buf text = { 0 }, archive = { 0 }, made = { 0 }, sheet = { 0 }, expected = { 0 };
	struct findings findings = { 0 };

	(void)state;
	buf_printf(&text,
	           "%s<x:c r=\"A1\"><x:v>1</x:v></x:c><x:c r=\"B1\" t=\"str\"><x:v>a</x:v></x:c><x:c "
	           "r=\"C1\"><x:f>1</x:f></x:c>%s%c",
	           head, tail, '\0');
	buf_printf(&expected,
	           "%s<x:c r=\"A1\"><x:v>5</x:v></x:c><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t "
	           "xml:space=\"preserve\">b</x:t>"
	           "</x:is></x:c><x:c r=\"C1\"><x:f>1</x:f><x:v>7</x:v></x:c><x:c r=\"D1\"><x:v>8</x:v></x:c>%s",
	           head, tail);
	const struct book book = { .sheet = text.ptr };
	book_make(&book, &archive);
	assert_int_equal(book_patch(buf_slice(&archive), NULL, values, 4, &findings, &made), STATUS_OK);
	assert_true(archive_get(buf_slice(&made), "xl/worksheets/sheet1.xml", &sheet));
	assert_true(slice_equal(buf_slice(&sheet), buf_slice(&expected)));
	findings_release(&findings);
	buf_release(&text);
	buf_release(&archive);
	buf_release(&made);
	buf_release(&sheet);
	buf_release(&expected);
}

/* ---- what tells that formulas are to be computed ---- */

#define X_BOOK(inner)                                                                                                  \
	"<x:workbook xmlns:x=\"" MAIN_URI "\" xmlns:r=\"" RELATION_URI "\"><x:sheets>"                                 \
	"<x:sheet name=\"Gaji\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets>" inner "</x:workbook>"

static const struct {
	const char *name, *before, *after;
} calculations[] = {
	{ "none stated", WORKBOOK(ONE_SHEET), WORKBOOK(ONE_SHEET "<calcPr fullCalcOnLoad=\"1\"/>") },
	{ "behind the names",
	  WORKBOOK("<bookViews/>" ONE_SHEET
	           "<definedNames><definedName name=\"a\">1</definedName></definedNames><pivotCaches/>"),
	  WORKBOOK("<bookViews/>" ONE_SHEET "<definedNames><definedName name=\"a\">1</definedName></definedNames>"
	           "<calcPr fullCalcOnLoad=\"1\"/><pivotCaches/>") },
	{ "behind references", WORKBOOK(ONE_SHEET "<externalReferences/><oleSize ref=\"A1\"/>"),
	  WORKBOOK(ONE_SHEET "<externalReferences/><calcPr fullCalcOnLoad=\"1\"/><oleSize ref=\"A1\"/>") },
	{ "stated too early", WORKBOOK(ONE_SHEET "<calcPr/><definedNames/>"),
	  WORKBOOK(ONE_SHEET "<calcPr fullCalcOnLoad=\"1\"/><definedNames/>") },
	{ "stated", WORKBOOK(ONE_SHEET "<calcPr calcId=\"191029\"/>"),
	  WORKBOOK(ONE_SHEET "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>") },
	{ "stated in two tags", WORKBOOK(ONE_SHEET "<calcPr calcId='1' ></calcPr>"),
	  WORKBOOK(ONE_SHEET "<calcPr calcId='1'  fullCalcOnLoad=\"1\"></calcPr>") },
	{ "stated without attributes", WORKBOOK(ONE_SHEET "<calcPr/>"),
	  WORKBOOK(ONE_SHEET "<calcPr fullCalcOnLoad=\"1\"/>") },
	{ "said to be no", WORKBOOK(ONE_SHEET "<calcPr fullCalcOnLoad = '0' calcId=\"1\"/>"),
	  WORKBOOK(ONE_SHEET "<calcPr fullCalcOnLoad=\"1\" calcId=\"1\"/>") },
	{ "another attribute of that name", WORKBOOK(ONE_SHEET "<calcPr r:fullCalcOnLoad=\"0\" calcMode=\"manual\"/>"),
	  WORKBOOK(ONE_SHEET "<calcPr r:fullCalcOnLoad=\"0\" calcMode=\"manual\" fullCalcOnLoad=\"1\"/>") },
	{ "a prefix", X_BOOK("<x:pivotCaches/>"), X_BOOK("<x:calcPr fullCalcOnLoad=\"1\"/><x:pivotCaches/>") },
	{ "a prefix, stated", X_BOOK("<x:calcPr calcId=\"1\"/>"),
	  X_BOOK("<x:calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>") },
};

static void test_calculation(void **state)
{
	static const struct new_value value = { 1, 0, "5" };

	(void)state;
	for (size_t i = 0; i < COUNT(calculations); i++) {
		const struct book book = { .sheet = SHEET(
						   ROW1("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1</f><v>1</v></c>")),
			                   .workbook = calculations[i].before };
		struct buf archive = { 0 }, made = { 0 }, part = { 0 };
		struct findings findings = { 0 };

		book_make(&book, &archive);
		assert_int_equal(book_patch(buf_slice(&archive), NULL, &value, 1, &findings, &made), STATUS_OK);
		assert_true(archive_get(buf_slice(&made), "xl/workbook.xml", &part));
		if (!slice_equal(buf_slice(&part), slice_from_c(calculations[i].after)))
			fail_msg("%s: written as\n%.*s", calculations[i].name, SLICE_ARG(part));
		assert_int_equal(findings.count, 1);
		assert_int_equal(findings.items[0].code, N0166_XLSX_FORMULAS);
		assert_true(slice_equal(findings.items[0].value, SLICE("1")));
		findings_release(&findings);
		buf_release(&part);
		buf_release(&made);
		buf_release(&archive);
	}
}

/* Formulas of another sheet count, too; without any workbook.xml stays as it is. */
static void test_formulas_elsewhere(void **state)
{
	static const struct new_value value = { 1, 0, "5" };
	const char *const others[] = { SHEET(ROW1("<c r=\"A1\"><f>Gaji!A1</f></c><c r=\"B1\"><f>1</f></c>")),
		                       SHEET(ROW1("<c r=\"A1\"><v>1</v></c>")) "<!-- <f>1</f> -->" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const struct book book = {
			.sheet = SHEET(ROW1("<c r=\"A1\"><v>1</v></c>")),
			.workbook = WORKBOOK("<sheets><sheet name=\"Gaji\" sheetId=\"1\" r:id=\"rId1\"/>"
			                     "<sheet name=\"Rekap\" sheetId=\"2\" r:id=\"rId2\"/></sheets>"),
			.relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
			                               RELATION("rId2", "worksheet", "worksheets/2.xml")),
			.more = { { "xl/worksheets/2.xml", others[i], false, 0 } },
		};
		struct buf archive = { 0 }, made = { 0 }, part = { 0 };
		struct findings findings = { 0 };

		book_make(&book, &archive);
		assert_int_equal(book_patch(buf_slice(&archive), "Gaji", &value, 1, &findings, &made), STATUS_OK);
		assert_true(archive_get(buf_slice(&made), "xl/workbook.xml", &part));
		assert_int_equal(slice_equal(buf_slice(&part), slice_from_c(book.workbook)), i == 1);
		assert_int_equal(findings.count, i == 0);
		assert_true(i == 1 || slice_equal(findings.items[0].value, SLICE("2")));
		findings_release(&findings);
		buf_release(&part);
		buf_release(&made);
		buf_release(&archive);
	}
}

/* ---- the archive ---- */

static const struct book rich = {
	.sheet = SHEET(ROW1("<c r=\"A1\"><v>1</v></c>")),
	.strings = STRINGS("<si><t>a</t></si>"),
	.more = { { "xl/", "", true, 0 },
	          { "xl/media/image1.png", "PNG PNG PNG PNG PNG PNG PNG", false, 0 },
	          { "z.txt", "z", true, 0 } },
};

static void must(bool holds)
{
	if (!holds)
		fail_msg("libzip");
}

/* Comments, extra fields, attributes and times of all kinds. */
static void dress(struct buf *archive)
{
	zip_source_t *source = zip_source_buffer_create(archive->ptr, archive->len, 0, NULL);
	static const zip_uint8_t extra[] = { 1, 2, 3, 4, 5 };
	struct buf made = { 0 };
	zip_t *zip;

	zip_source_keep(source);
	zip = zip_open_from_source(source, 0, NULL);
	must(zip != NULL && zip_set_archive_comment(zip, "catatan", 7) == 0);
	for (zip_uint64_t i = 0; i < (zip_uint64_t)zip_get_num_entries(zip, 0); i++) {
		must(zip_file_set_dostime(zip, i, (zip_uint16_t)(0x1020 * i), (zip_uint16_t)(0x5000 + 33 * i), 0) == 0);
		must(zip_file_set_external_attributes(zip, i, 0, ZIP_OPSYS_UNIX, 0x81a40000u + (zip_uint32_t)i) == 0);
	}
	must(zip_file_set_comment(zip, 4, "lembar", 6, 0) == 0);
	must(zip_file_extra_field_set(zip, 5, 0x7777, ZIP_EXTRA_FIELD_NEW, extra, sizeof extra,
	                              ZIP_FL_CENTRAL | ZIP_FL_LOCAL) == 0);
	must(zip_file_extra_field_set(zip, 0, 0xa220, ZIP_EXTRA_FIELD_NEW, extra, sizeof extra, ZIP_FL_LOCAL) == 0);
	must(zip_close(zip) == 0);
	archive_read_back(source, &made);
	buf_release(archive);
	*archive = made;
}

static unsigned read16(struct slice b, size_t at)
{
	return (unsigned char)b.ptr[at] | (unsigned)(unsigned char)b.ptr[at + 1] << 8;
}

static uint32_t read32(struct slice b, size_t at)
{
	return read16(b, at) | (uint32_t)read16(b, at + 2) << 16;
}

static size_t end_record(struct slice b)
{
	size_t at = b.len - 22;

	while (memcmp(b.ptr + at, "PK\5\6", 4) != 0)
		at--;
	return at;
}

/* An entry whose content did not change: the same record but for where it stands, the same packed bytes. */
static void same_entry(struct slice a, size_t x, struct slice b, size_t y, bool changed_one)
{
	size_t len = 46u + read16(a, x + 28) + read16(a, x + 30) + read16(a, x + 32);
	struct slice name = slice_sub(a, x + 46, read16(a, x + 28));
	size_t from = read32(a, x + 42), to = read32(b, y + 42);

	if (!slice_equal(name, slice_sub(b, y + 46, name.len)))
		fail_msg("%.*s: another name", SLICE_ARG(name));
	assert_true(slice_equal(slice_sub(a, x + 12, 4), slice_sub(b, y + 12, 4)));   /* time */
	assert_true(slice_equal(slice_sub(a, x + 28, 14), slice_sub(b, y + 28, 14))); /* lengths, attributes */
	assert_true(slice_equal(slice_sub(a, x + 46, len - 46), slice_sub(b, y + 46, len - 46)));
	assert_true(slice_equal(slice_sub(a, from + 10, 4), slice_sub(b, to + 10, 4)));
	if (changed_one)
		return;
	if (!slice_equal(slice_sub(a, x, 42), slice_sub(b, y, 42)))
		fail_msg("%.*s: another record", SLICE_ARG(name));
	len = 30u + read16(a, from + 26) + read16(a, from + 28) + read32(a, x + 20);
	if (!slice_equal(slice_sub(a, from, len), slice_sub(b, to, len)))
		fail_msg("%.*s: other bytes", SLICE_ARG(name));
}

static void same_archives(struct slice a, struct slice b, const char *changed_name)
{
	size_t end_a = end_record(a), end_b = end_record(b), x = read32(a, end_a + 16), y = read32(b, end_b + 16);

	assert_int_equal(read16(a, end_a + 10), read16(b, end_b + 10));
	assert_true(slice_equal(slice_sub(a, end_a + 20, a.len), slice_sub(b, end_b + 20, b.len)));
	for (unsigned n = read16(a, end_a + 10); n > 0; n--) {
		struct slice name = slice_sub(a, x + 46, read16(a, x + 28));

		same_entry(a, x, b, y, slice_equal(name, slice_from_c(changed_name)));
		x += 46u + read16(a, x + 28) + read16(a, x + 30) + read16(a, x + 32);
		y += 46u + read16(b, y + 28) + read16(b, y + 30) + read16(b, y + 32);
	}
	assert_int_equal(x, end_a);
	assert_int_equal(y, end_b);
}

static void test_the_rest_stays(void **state)
{
	static const struct new_value value = { 1, 0, "5" };
	struct buf archive = { 0 }, made = { 0 };
	struct findings findings = { 0 };

	(void)state;
	book_make(&rich, &archive);
	dress(&archive);
	assert_int_equal(book_patch(buf_slice(&archive), NULL, &value, 1, &findings, &made), STATUS_OK);
	assert_int_equal(findings.count, 0);
	same_archives(buf_slice(&archive), buf_slice(&made), "xl/worksheets/sheet1.xml");
	findings_release(&findings);
	buf_release(&made);
	buf_release(&archive);
}

static void test_no_patches_the_same_bytes(void **state)
{
	struct buf archive = { 0 }, made = { 0 };
	struct findings findings = { 0 };

	(void)state;
	book_make(&rich, &archive);
	assert_int_equal(book_patch(buf_slice(&archive), NULL, NULL, 0, &findings, &made), STATUS_OK);
	assert_true(slice_equal(buf_slice(&archive), buf_slice(&made)));
	findings_release(&findings);
	buf_release(&made);
	buf_release(&archive);
}

static void test_E16_E18_clock_and_zone(void **state)
{
	static const char *const zones[] = { "UTC", "Asia/Makassar", "America/New_York", "Pacific/Apia", "<-12>12" };
	static const struct new_value value = { 1, 0, "5" };
	struct buf archive = { 0 }, first = { 0 };

	(void)state;
	book_make(&rich, &archive);
	dress(&archive);
	for (size_t i = 0; i < COUNT(zones); i++) {
		struct findings findings = { 0 };
		struct buf made = { 0 };

		must(setenv("TZ", zones[i], 1) == 0);
		tzset();
		assert_int_equal(book_patch(buf_slice(&archive), NULL, &value, 1, &findings, &made), STATUS_OK);
		if (i == 0)
			buf_append(&first, buf_slice(&made));
		assert_true(slice_equal(buf_slice(&first), buf_slice(&made)));
		findings_release(&findings);
		buf_release(&made);
	}
	must(unsetenv("TZ") == 0);
	tzset();
	buf_release(&first);
	buf_release(&archive);
}

/* ---- failures ---- */

struct full_disk {
	size_t room;
	struct findings *findings;
};

static enum status write_full(void *context, const void *bytes, size_t len)
{
	struct full_disk *d = context;

	(void)bytes;
	if (len > d->room)
		return STATUS_FAIL;
	d->room -= len;
	return STATUS_OK;
}

static void test_a_sink_that_fails(void **state)
{
	struct patch item;
	struct patches patches = { &item, 1 };
	struct full_disk disk = { 100, NULL };
	struct buf archive = { 0 };
	struct findings findings = { 0 };
	struct workbook *w;

	(void)state;
	book_make(&rich, &archive);
	assert_int_equal(workbook_open(buf_slice(&archive), SLICE("a"), &findings, &w), STATUS_OK);
	assert_int_equal(workbook_choose(w, NULL, 0, false), STATUS_OK);
	item = (struct patch){ 60, 60, SLICE(" ") };
	assert_int_equal(workbook_write(w, &patches, (struct byte_sink){ write_full, &disk }), STATUS_FAIL);
	assert_int_equal(findings.count, 0);
	workbook_free(w);
	findings_release(&findings);
	buf_release(&archive);
}

/* The sheet turns out to be damaged when it is written: nothing is, and the finding is the content's. */
static void test_G08_damage_while_writing(void **state)
{
	struct patch item = { 60, 60, SLICE(" ") };
	struct patches patches = { &item, 1 };
	struct buf archive = { 0 }, made = { 0 };
	struct findings findings = { 0 };
	struct workbook *w;
	const char *sheet;

	(void)state;
	const struct book book = { .sheet = SHEET(ROW1("<c r=\"A1\"><v>123454321</v></c>")), .stored = true };
	book_make(&book, &archive);
	sheet = memmem(archive.ptr, archive.len, "123454321", 9);
	assert_non_null(sheet);
	archive.ptr[sheet - archive.ptr] = '9';
	assert_int_equal(workbook_open(buf_slice(&archive), SLICE("a"), &findings, &w), STATUS_OK);
	const struct slice name = SLICE("Gaji");
	assert_int_equal(workbook_choose(w, &name, 1, true), STATUS_OK);
	assert_int_equal(workbook_write(w, &patches, (struct byte_sink){ take_into, &made }), STATUS_REJECT);
	assert_int_equal(made.len, 0);
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.items[0].code, N0161_XLSX_ARCHIVE);
	workbook_free(w);
	findings_release(&findings);
	buf_release(&made);
	buf_release(&archive);
}

static void test_content(void **state)
{
	struct buf archive = { 0 }, text = { 0 };
	struct findings findings = { 0 };
	struct workbook *w;

	(void)state;
	book_make(&rich, &archive);
	assert_int_equal(workbook_open(buf_slice(&archive), SLICE("a"), &findings, &w), STATUS_OK);
	assert_int_equal(workbook_choose(w, NULL, 0, false), STATUS_OK);
	for (size_t cap = 1; cap < 300; cap += 7) {
		struct byte_source source = workbook_content(w);
		char bytes[300];
		size_t got = 1;

		buf_clear(&text);
		while (got > 0) {
			assert_int_equal(source.read(source.context, bytes, cap, &got), STATUS_OK);
			buf_append(&text, (struct slice){ bytes, got });
		}
		assert_true(slice_equal(buf_slice(&text), slice_from_c(rich.sheet)));
	}
	workbook_free(w);
	findings_release(&findings);
	buf_release(&text);
	buf_release(&archive);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_prefixes),
		cmocka_unit_test(test_calculation),
		cmocka_unit_test(test_formulas_elsewhere),
		cmocka_unit_test(test_the_rest_stays),
		cmocka_unit_test(test_no_patches_the_same_bytes),
		cmocka_unit_test(test_E16_E18_clock_and_zone),
		cmocka_unit_test(test_a_sink_that_fails),
		cmocka_unit_test(test_G08_damage_while_writing),
		cmocka_unit_test(test_content),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
