/* Workbooks: what is opened and what is refused, which sheet is taken, and what is written. G06 to G09 of the list of
 * failures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "workbook_tools.h"

#define ROW "<row r='1'><c r='A1'><v>1</v></c></row>"
#define ROW_2 "<row r='2'><c r='A2'><v>22222222</v></c></row>"
#define TYPE(type) TYPES("<Override PartName='/xl/workbook.xml' ContentType='" type "'/>")
#define SHEETS(inner) WORKBOOK("<sheets>" inner "</sheets>")
#define NAMED(name, id) "<sheet name='" name "' sheetId='" id "' r:id='rId" id "'/>"

/* ---- what is opened ---- */

struct accepted {
	const char *name;
	struct book book;
	const char *sheet, *expected; /* NULL sheet: the only one with data */
};

static const struct accepted accepted[] = {
	{ "the usual one", { .sheet = SHEET(ROW) }, "Gaji", "1: N<1>" },
	{ "stored", { .sheet = SHEET(ROW), .stored = true }, "Gaji", "1: N<1>" },
	{ "a sheet at an odd path",
	  { .sheet = SHEET(ROW),
	    .sheet_path = "data/lembar 1.xml",
	    .relations = RELATIONS(RELATION("rId1", "worksheet", "../data/./lembar%201.xml")) },
	  "Gaji",
	  "1: N<1>" },
	{ "absolute targets",
	  { .sheet = SHEET(ROW),
	    .package = RELATIONS(RELATION("x", "officeDocument", "/xl/workbook.xml")),
	    .relations = RELATIONS(RELATION("rId1", "worksheet", "/xl/worksheets/sheet1.xml")) },
	  "Gaji",
	  "1: N<1>" },
	{ "other case in targets",
	  { .sheet = SHEET(ROW), .relations = RELATIONS(RELATION("rId1", "worksheet", "Worksheets/SHEET1.xml")) },
	  "Gaji",
	  "1: N<1>" },
	{ "strict",
	  { .sheet = "<worksheet xmlns='" STRICT_URI "'><sheetData>" ROW "</sheetData></worksheet>",
	    .workbook = "<workbook xmlns='" STRICT_URI "' xmlns:q='" STRICT_RELATION_URI "' conformance='strict'>"
	                "<workbookPr date1904='0'/><sheets><sheet name='Gaji' sheetId='1' "
	                "q:id='rId1'/></sheets></workbook>",
	    .package = RELATIONS("<Relationship Id='a' Type='" STRICT_RELATION_URI
	                         "/officeDocument' Target='xl/workbook.xml'/>"),
	    .relations = RELATIONS("<Relationship Id='rId1' Type='" STRICT_RELATION_URI
	                           "/worksheet' Target='worksheets/sheet1.xml'/>") },
	  "Gaji",
	  "1: N<1>" },
	{ "prefixes",
	  { .sheet = SHEET(ROW),
	    .workbook = "<x:workbook xmlns:x='" MAIN_URI "' xmlns:y='" RELATION_URI "'><x:sheets>"
	                "<x:sheet name='Gaji' sheetId='1' y:id='rId1'/></x:sheets></x:workbook>" },
	  "Gaji",
	  "1: N<1>" },
	{ "the type by the extension",
	  { .sheet = SHEET(ROW),
	    .types = DECL "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
	                  "<Default Extension='XML' ContentType='" SHEET_TYPE "'/></Types>" },
	  "Gaji",
	  "1: N<1>" },
	{ "the name with an ampersand",
	  { .sheet = SHEET(ROW), .workbook = SHEETS("<sheet name='A &amp;&lt;B&gt;' sheetId='1' r:id='rId1'/>") },
	  "A &<B>",
	  "1: N<1>" },
	{ "G09 the one that is named",
	  { .sheet = SHEET(ROW),
	    .workbook = SHEETS(NAMED("Gaji", "1") NAMED("TPP", "2")),
	    .relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
	                                   RELATION("rId2", "worksheet", "worksheets/2.xml")),
	    .more = { { "xl/worksheets/2.xml", SHEET("<row r='1'><c r='A1'><v>2</v></c></row>"), false, 0 } } },
	  "TPP",
	  "1: N<2>" },
	{ "G09 the only one with data, formats aside",
	  { .sheet = SHEET("<row r='1'><c r='A1' s='1'/></row>"),
	    .workbook = SHEETS(NAMED("Kosong", "1") NAMED("TPP", "2")),
	    .relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
	                                   RELATION("rId2", "worksheet", "worksheets/2.xml")),
	    .more = { { "xl/worksheets/2.xml", SHEET("<row r='1'><c r='A1'><v>2</v></c></row>"), false, 0 } } },
	  NULL,
	  "1: N<2>" },
	{ "G09 a chart is no sheet with data",
	  { .sheet = SHEET(ROW),
	    .workbook = SHEETS(NAMED("Grafik", "2") NAMED("Gaji", "1")),
	    .relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
	                                   RELATION("rId2", "chartsheet", "charts/1.xml")),
	    .more = { { "xl/charts/1.xml", "<chartsheet/>", false, 0 } } },
	  NULL,
	  "1: N<1>" },
	{ "no data at all", { .sheet = SHEET("") }, NULL, "" },
};

static void expect(const char *name, const struct sheet_reading *r, const char *expected)
{
	if (r->end != STATUS_END || r->findings.count > 0)
		fail_msg("%s: ended with %d, %s", name, (int)r->end,
		         r->findings.count > 0 ? code_name(r->findings.items[0].code) : "-");
	if (!slice_equal(buf_slice(&r->text), slice_from_c(expected)))
		fail_msg("%s: read as\n%.*s\nnot as\n%s", name, SLICE_ARG(r->text), expected);
}

static void test_accepted(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++) {
		struct buf archive = { 0 };
		struct sheet_reading r;

		book_make(&accepted[i].book, &archive);
		reading_book(&r, buf_slice(&archive), accepted[i].sheet);
		expect(accepted[i].name, &r, accepted[i].expected);
		reading_release(&r);
		buf_release(&archive);
	}
}

/* ---- what is refused ---- */

struct refused {
	const char *name;
	struct book book;
	const char *sheet;
	enum code code;
	const char *value, *detail; /* NULL: any */
};

#define TWO_SHEETS                                                                                                     \
	.workbook = SHEETS(NAMED("Gaji", "1") NAMED("TPP", "2")),                                                      \
	.relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")                                  \
	                               RELATION("rId2", "worksheet", "worksheets/2.xml")),                             \
	.more = { { "xl/worksheets/2.xml", SHEET(ROW), false, 0 } }

static const struct refused refused[] = {
	{ "G07 an archive of something else",
	  { .more = { { "catatan.txt", "x", false, 0 } }, .package = RELATIONS("") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  "ZIP",
	  NULL },
	{ "G07 macros",
	  { .sheet = SHEET(ROW), .types = TYPE("application/vnd.ms-excel.sheet.macroEnabled.main+xml") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  ".xlsm",
	  NULL },
	{ "G07 macros under another name",
	  { .sheet = SHEET(ROW),
	    .types = TYPES("<Override PartName='/xl/workbook.xml' ContentType='" SHEET_TYPE "'/>"
	                   "<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/>") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  ".xlsm",
	  NULL },
	{ "G07 a binary workbook",
	  { .sheet = SHEET(ROW), .types = TYPE("application/vnd.ms-excel.sheet.binary.macroEnabled.main") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  ".xlsb",
	  NULL },
	{ "G07 a template",
	  { .sheet = SHEET(ROW),
	    .types = TYPE("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  ".xltx",
	  NULL },
	{ "G07 a letter",
	  { .sheet = SHEET(ROW),
	    .types = TYPE("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  ".docx",
	  NULL },
	{ "G07 a workbook of no type",
	  { .sheet = SHEET(ROW), .types = TYPES("") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  "ZIP",
	  NULL },
	{ "G07 OpenDocument",
	  { .sheet = SHEET(ROW),
	    .more = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", true, 0 } } },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  "OpenDocument (.ods)",
	  NULL },
	{ "a digital signature",
	  { .sheet = SHEET(ROW),
	    .package =
	            RELATIONS(RELATION("rId1", "officeDocument",
	                               "xl/workbook.xml") "<Relationship Id='s' Target='_xmlsignatures/origin.sigs' "
	                                                  "Type='http://schemas.openxmlformats.org/"
	                                                  "package/2006/relationships/digital-signature/origin'/>") },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  "XLSX + digital signature",
	  NULL },
	{ "a digital signature without a relation",
	  { .sheet = SHEET(ROW), .more = { { "_xmlsignatures/sig1.xml", "<a/>", false, 0 } } },
	  NULL,
	  N0160_XLSX_NOT_USABLE,
	  "XLSX + digital signature",
	  NULL },

	{ "G08 a name that leads up",
	  { .sheet = SHEET(ROW), .more = { { "../a.txt", "x", false, 0 } } },
	  NULL,
	  N0161_XLSX_ARCHIVE,
	  "../a.txt",
	  "name of an entry" },
	{ "G08 a name that leads up inside",
	  { .sheet = SHEET(ROW), .more = { { "xl/../../a", "x", false, 0 } } },
	  NULL,
	  N0161_XLSX_ARCHIVE,
	  "xl/../../a",
	  "name of an entry" },
	{ "G08 a name that leads up with backslashes",
	  { .sheet = SHEET(ROW), .more = { { "xl\\..\\a", "x", false, 0 } } },
	  NULL,
	  N0161_XLSX_ARCHIVE,
	  NULL,
	  "name of an entry" },
	{ "G08 an absolute name",
	  { .sheet = SHEET(ROW), .more = { { "/etc/a", "x", false, 0 } } },
	  NULL,
	  N0161_XLSX_ARCHIVE,
	  "/etc/a",
	  "name of an entry" },
	{ "G08 a name of a drive",
	  { .sheet = SHEET(ROW), .more = { { "C:a", "x", false, 0 } } },
	  NULL,
	  N0161_XLSX_ARCHIVE,
	  "C:a",
	  "name of an entry" },
	{ "G08 two names in other case",
	  { .sheet = SHEET(ROW), .more = { { "XL/Workbook.XML", "x", false, 0 } } },
	  NULL,
	  N0161_XLSX_ARCHIVE,
	  NULL,
	  "stands there twice" },

	{ "no workbook",
	  { .sheet = SHEET(ROW), .package = RELATIONS(RELATION("a", "officeDocument", "xl/buku.xml")) },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/buku.xml",
	  "missing" },
	{ "no sheet", { .sheet = NULL }, NULL, N0163_XLSX_PART, "xl/worksheets/sheet1.xml", "missing" },
	{ "no relation of the sheet",
	  { .sheet = SHEET(ROW), .relations = RELATIONS("") },
	  NULL,
	  N0163_XLSX_PART,
	  "rId1",
	  "missing" },
	{ "a sheet elsewhere",
	  { .sheet = SHEET(ROW),
	    .relations = RELATIONS("<Relationship Id='rId1' TargetMode='External' Type='" RELATION_URI
	                           "/worksheet' Target='worksheets/sheet1.xml'/>") },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/worksheets/sheet1.xml",
	  "missing" },
	{ "no shared strings",
	  { .sheet = SHEET(ROW),
	    .relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
	                                   RELATION("rId2", "sharedStrings", "sharedStrings.xml")) },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/sharedStrings.xml",
	  "missing" },
	{ "no styles",
	  { .sheet = SHEET(ROW),
	    .relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
	                                   RELATION("rId2", "styles", "styles.xml")) },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/styles.xml",
	  "missing" },
	{ "the workbook as a sheet",
	  { .sheet = SHEET(ROW), .relations = RELATIONS(RELATION("rId1", "worksheet", "workbook.xml")) },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/workbook.xml",
	  "two names for it" },
	{ "one sheet under two names",
	  { .sheet = SHEET(ROW), .workbook = SHEETS(NAMED("Gaji", "1") NAMED("TPP", "1")) },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/worksheets/sheet1.xml",
	  "two names for it" },
	{ "no sheets",
	  { .sheet = SHEET(ROW), .workbook = WORKBOOK("") },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/workbook.xml",
	  "no sheets" },
	{ "only a chart",
	  { .sheet = SHEET(ROW), .relations = RELATIONS(RELATION("rId1", "chartsheet", "worksheets/sheet1.xml")) },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/workbook.xml",
	  "no sheet with cells" },
	{ "a sheet without a name",
	  { .sheet = SHEET(ROW), .workbook = SHEETS("<sheet sheetId='1' r:id='rId1'/>") },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/workbook.xml",
	  "sheet" },
	{ "a sheet without a relation",
	  { .sheet = SHEET(ROW), .workbook = SHEETS("<sheet name='A' id='rId1'/>") },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/workbook.xml",
	  "sheet" },
	{ "a relation without a target",
	  { .sheet = SHEET(ROW), .relations = RELATIONS("<Relationship Id='a' Type='b'/>") },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/_rels/workbook.xml.rels",
	  "Relationship" },
	{ "the relations are another document",
	  { .sheet = SHEET(ROW), .relations = WORKBOOK("") },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/_rels/workbook.xml.rels",
	  "workbook" },
	{ "X02 a DOCTYPE in a small part",
	  { .sheet = SHEET(ROW), .workbook = "<!DOCTYPE a>" WORKBOOK(ONE_SHEET) },
	  NULL,
	  N0402_XML_DOCTYPE,
	  NULL,
	  NULL },
	{ "X07 UTF-16",
	  { .sheet = SHEET(ROW), .workbook = "\xff\xfe<" },
	  NULL,
	  N0163_XLSX_PART,
	  "xl/workbook.xml",
	  NULL },

	{ "G09 two sheets with data",
	  { .sheet = SHEET(ROW), TWO_SHEETS },
	  NULL,
	  N0164_XLSX_SHEETS,
	  "\"Gaji\", \"TPP\"",
	  "" },
	{ "G09 a name that is not there",
	  { .sheet = SHEET(ROW), TWO_SHEETS },
	  "Honor",
	  N0165_XLSX_SHEET_MISSING,
	  "Honor",
	  "\"Gaji\", \"TPP\"" },
	{ "G09 a name in other case",
	  { .sheet = SHEET(ROW), TWO_SHEETS },
	  "gaji",
	  N0165_XLSX_SHEET_MISSING,
	  "gaji",
	  NULL },
};

static void assert_refused(const char *name, const struct sheet_reading *r, enum code code, const char *value,
                           const char *detail)
{
	const struct finding *f = r->findings.items;

	if (r->end != STATUS_REJECT || r->findings.count != 1 || f->code != code)
		fail_msg("%s: ended with %d, %zu findings, %s %.*s", name, (int)r->end, r->findings.count,
		         r->findings.count > 0 ? code_name(f->code) : "none",
		         r->findings.count > 0 ? (int)f->detail.len : 0, r->findings.count > 0 ? f->detail.ptr : "");
	if (value != NULL && !slice_equal(f->value, slice_from_c(value)))
		fail_msg("%s: value %.*s", name, SLICE_ARG(f->value));
	if (detail != NULL && !slice_equal(f->detail, slice_from_c(detail)))
		fail_msg("%s: detail %.*s", name, SLICE_ARG(f->detail));
	assert_true(slice_equal(f->file, SLICE("gaji.xlsx")));
}

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct buf archive = { 0 };
		struct sheet_reading r;

		book_make(&refused[i].book, &archive);
		reading_book(&r, buf_slice(&archive), refused[i].sheet);
		assert_refused(refused[i].name, &r, refused[i].code, refused[i].value, refused[i].detail);
		reading_release(&r);
		buf_release(&archive);
	}
}

static void test_G09_several_names(void **state)
{
	const struct book book = { .sheet = SHEET(ROW), TWO_SHEETS };
	const struct slice both[] = { SLICE("TPP"), SLICE("Gaji") }, one[] = { SLICE("Honor"), SLICE("TPP") };
	struct buf archive = { 0 };
	struct findings findings = { 0 };
	struct workbook *w;

	(void)state;
	book_make(&book, &archive);
	assert_int_equal(workbook_open(buf_slice(&archive), SLICE("gaji.xlsx"), &findings, &w), STATUS_OK);
	assert_int_equal(workbook_choose(w, one, 2, true), STATUS_OK);
	assert_int_equal(findings.count, 0);
	assert_int_equal(workbook_choose(w, both, 2, true), STATUS_REJECT);
	assert_int_equal(findings.items[0].code, N0164_XLSX_SHEETS);
	assert_int_equal(workbook_choose(w, one, 1, false), STATUS_REJECT);
	assert_int_equal(findings.items[1].code, N0164_XLSX_SHEETS);
	workbook_free(w);
	findings_release(&findings);
	buf_release(&archive);
}

/* ---- archives with a fault ---- */

static unsigned read16(const struct buf *b, size_t at)
{
	return (unsigned char)b->ptr[at] | (unsigned)(unsigned char)b->ptr[at + 1] << 8;
}

static void write32(struct buf *b, size_t at, uint32_t value)
{
	for (size_t i = 0; i < 4; i++)
		b->ptr[at + i] = (char)(value >> 8 * i);
}

static uint32_t read32(const struct buf *b, size_t at)
{
	return read16(b, at) | (uint32_t)read16(b, at + 2) << 16;
}

/* Of the nth entry: its record in the directory, its local header. */
static size_t record_of(const struct buf *b, size_t n)
{
	size_t at = read32(b, b->len - 22 + 16);

	for (; n > 0; n--)
		at += 46u + read16(b, at + 28) + read16(b, at + 30) + read16(b, at + 32);
	return at;
}

static size_t local_of(const struct buf *b, size_t n)
{
	return read32(b, record_of(b, n) + 42);
}

static size_t data_of(const struct buf *b, size_t n)
{
	size_t at = local_of(b, n);

	return at + 30u + read16(b, at + 26) + read16(b, at + 28);
}

enum { SHEET_ENTRY = 4, MORE_ENTRY = 5 };

static void set_both(struct buf *b, size_t n, size_t in_local, size_t in_record, uint32_t value)
{
	write32(b, local_of(b, n) + in_local, value);
	write32(b, record_of(b, n) + in_record, value);
}

static void fault_crc(struct buf *b)
{
	set_both(b, SHEET_ENTRY, 14, 16, 0x12345678);
}

static void fault_crc_unread(struct buf *b)
{
	set_both(b, MORE_ENTRY, 14, 16, 0x12345678);
}

static void fault_larger(struct buf *b)
{
	set_both(b, SHEET_ENTRY, 22, 24, read32(b, local_of(b, SHEET_ENTRY) + 22) + 1);
}

static void fault_smaller(struct buf *b)
{
	set_both(b, SHEET_ENTRY, 22, 24, read32(b, local_of(b, SHEET_ENTRY) + 22) - 1);
}

static void fault_local_size(struct buf *b)
{
	write32(b, local_of(b, SHEET_ENTRY) + 22, 7);
}

static void fault_local_crc(struct buf *b)
{
	write32(b, local_of(b, SHEET_ENTRY) + 14, 7);
}

static void fault_local_name(struct buf *b)
{
	b->ptr[local_of(b, SHEET_ENTRY) + 30] = 'y';
}

static void fault_local_none(struct buf *b)
{
	b->ptr[local_of(b, SHEET_ENTRY)] = 'Q';
}

static void fault_overlap(struct buf *b)
{
	write32(b, record_of(b, MORE_ENTRY) + 42, (uint32_t)local_of(b, SHEET_ENTRY));
}

static void fault_overlap_into(struct buf *b)
{
	set_both(b, SHEET_ENTRY, 18, 20, read32(b, local_of(b, SHEET_ENTRY) + 18) + 9);
}

static void fault_behind(struct buf *b)
{
	write32(b, record_of(b, SHEET_ENTRY) + 42, (uint32_t)b->len);
}

static void fault_twice(struct buf *b)
{
	b->ptr[record_of(b, MORE_ENTRY) + 46] = b->ptr[local_of(b, MORE_ENTRY) + 30] = 'x';
}

static void fault_encrypted(struct buf *b)
{
	b->ptr[local_of(b, SHEET_ENTRY) + 6] |= 1;
	b->ptr[record_of(b, SHEET_ENTRY) + 8] |= 1;
}

static void fault_method(struct buf *b)
{
	b->ptr[local_of(b, SHEET_ENTRY) + 8] = b->ptr[record_of(b, SHEET_ENTRY) + 10] = 12;
}

static void fault_data(struct buf *b)
{
	b->ptr[data_of(b, SHEET_ENTRY)] = (char)0xff;
}

static void fault_count(struct buf *b)
{
	b->ptr[b->len - 22 + 10]++;
}

static void fault_no_entries(struct buf *b)
{
	b->ptr[b->len - 22 + 10] = b->ptr[b->len - 22 + 8] = 0;
}

static void fault_directory_size(struct buf *b)
{
	b->ptr[b->len - 22 + 12]++;
}

static void fault_directory_place(struct buf *b)
{
	b->ptr[b->len - 22 + 16]++;
}

static void fault_disk(struct buf *b)
{
	b->ptr[b->len - 22 + 4] = 1;
}

static void fault_behind_end(struct buf *b)
{
	buf_append(b, SLICE("x"));
}

static void fault_before(struct buf *b)
{
	b->ptr[0] = 'M';
}

static void fault_zip64(struct buf *b)
{
	write32(b, record_of(b, SHEET_ENTRY) + 24, UINT32_MAX);
}

static const struct {
	const char *name;
	void (*make)(struct buf *archive);
	enum code code;
	const char *value, *detail;
} faults[] = {
	{ "G08 CRC", fault_crc, N0161_XLSX_ARCHIVE, "xl/worksheets/sheet1.xml", NULL },
	{ "G08 CRC of a part that is only copied", fault_crc_unread, N0161_XLSX_ARCHIVE, "yl/workbook.xml", NULL },
	{ "G08 a larger size", fault_larger, N0161_XLSX_ARCHIVE, "xl/worksheets/sheet1.xml", NULL },
	{ "G08 a smaller size", fault_smaller, N0161_XLSX_ARCHIVE, "xl/worksheets/sheet1.xml", NULL },
	{ "G08 another size in the header", fault_local_size, N0161_XLSX_ARCHIVE, NULL, NULL },
	{ "G08 another CRC in the header", fault_local_crc, N0161_XLSX_ARCHIVE, NULL, NULL },
	{ "G08 another name in the header", fault_local_name, N0161_XLSX_ARCHIVE, "xl/worksheets/sheet1.xml",
	  "two names" },
	{ "G08 no header", fault_local_none, N0161_XLSX_ARCHIVE, "xl/worksheets/sheet1.xml", "no local header" },
	{ "G08 two entries at one place", fault_overlap, N0161_XLSX_ARCHIVE, "yl/workbook.xml", "two names" },
	{ "G08 entries that overlap", fault_overlap_into, N0161_XLSX_ARCHIVE, "yl/workbook.xml",
	  "overlaps another entry" },
	{ "G08 an entry behind the end", fault_behind, N0161_XLSX_ARCHIVE, "xl/worksheets/sheet1.xml",
	  "no local header" },
	{ "G08 a name twice", fault_twice, N0161_XLSX_ARCHIVE, "xl/workbook.xml", "stands there twice" },
	{ "G07 encrypted", fault_encrypted, N0160_XLSX_NOT_USABLE, "ZIP (encrypted)", NULL },
	{ "another method", fault_method, N0161_XLSX_ARCHIVE, NULL, "packed by another method than deflate" },
	{ "damaged data", fault_data, N0161_XLSX_ARCHIVE, "xl/worksheets/sheet1.xml", NULL },
	{ "G08 two counts", fault_count, N0161_XLSX_ARCHIVE, NULL, NULL },
	{ "no entries", fault_no_entries, N0161_XLSX_ARCHIVE, NULL, "no entries" },
	{ "G08 a directory of another size", fault_directory_size, N0161_XLSX_ARCHIVE, NULL,
	  "directory is not where it should be" },
	{ "G08 a directory elsewhere", fault_directory_place, N0161_XLSX_ARCHIVE, NULL,
	  "directory is not where it should be" },
	{ "one of several parts", fault_disk, N0161_XLSX_ARCHIVE, NULL, "one of several parts" },
	{ "bytes behind the end", fault_behind_end, N0161_XLSX_ARCHIVE, NULL, "cut, or bytes behind the end" },
	{ "G07 not a zip", fault_before, N0160_XLSX_NOT_USABLE, "not ZIP", NULL },
	{ "a size that is nowhere", fault_zip64, N0161_XLSX_ARCHIVE, NULL, "size is not known" },
};

static void test_G08_faults(void **state)
{
	const struct book book = { .sheet = SHEET(ROW ROW_2), .more = { { "yl/workbook.xml", "<a/>", false, 0 } } };

	(void)state;
	for (size_t i = 0; i < COUNT(faults); i++) {
		struct buf archive = { 0 };
		struct sheet_reading r;

		book_make(&book, &archive);
		faults[i].make(&archive);
		reading_book(&r, buf_slice(&archive), "Gaji");
		assert_refused(faults[i].name, &r, faults[i].code, faults[i].value, faults[i].detail);
		reading_release(&r);
		buf_release(&archive);
	}
}

/* ---- damage ---- */

static const struct book small = {
	.sheet = SHEET(
		"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>4217300</v></c></row>"
		"<row r='2' hidden='1'><c r='A2' s='1'><v>46023</v></c><c r='B2' t='str'><f>A1</f><v>x</v></c></row>"),
	.strings = STRINGS("<si><t>BUDI</t></si>"),
	.styles = STYLES("<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"),
};
static const char small_text[] = "1: T<BUDI> N<4217300>\n2h: D<2026-01-01> F<x>";

static void test_G08_cut_at_any_byte(void **state)
{
	struct buf archive = { 0 };
	struct sheet_reading r;

	(void)state;
	book_make(&small, &archive);
	for (size_t len = 0; len < archive.len; len++) {
		char *exact = malloc(len + 1);

		memcpy(exact, archive.ptr, len);
		reading_book(&r, (struct slice){ exact, len }, NULL);
		assert_int_equal(r.end, STATUS_REJECT);
		assert_int_equal(r.findings.count, 1);
		reading_release(&r);
		free(exact);
	}
	reading_book(&r, buf_slice(&archive), NULL);
	expect("whole", &r, small_text);
	reading_release(&r);
	buf_release(&archive);
}

/* Refused, or what was flipped does not matter (a time, an attribute of a file). */
static void test_G08_each_bit_flipped(void **state)
{
	struct buf archive = { 0 };
	size_t harmless = 0;

	(void)state;
	book_make(&small, &archive);
	for (size_t bit = 0; bit < 8 * archive.len; bit++) {
		struct sheet_reading r;

		archive.ptr[bit / 8] = (char)(archive.ptr[bit / 8] ^ 1 << bit % 8);
		reading_book(&r, buf_slice(&archive), NULL);
		if (r.end != STATUS_REJECT)
			expect("flipped", &r, small_text);
		assert_int_equal(r.findings.count, r.end == STATUS_REJECT);
		harmless += r.end != STATUS_REJECT;
		reading_release(&r);
		archive.ptr[bit / 8] = (char)(archive.ptr[bit / 8] ^ 1 << bit % 8);
	}
	assert_true(harmless < archive.len); /* one bit in eight: times, versions, attributes */
	buf_release(&archive);
}

/* ---- bombs ---- */

static void fill(struct buf *out, const char *head, const char *with, size_t times, const char *tail)
{
	buf_append(out, slice_from_c(head));
	for (size_t i = 0; i < times; i++)
		buf_append(out, slice_from_c(with));
	buf_append(out, (struct slice){ tail, strlen(tail) + 1 });
}

static void test_G06_bombs(void **state)
{
	struct buf text = { 0 }, archive = { 0 };
	struct sheet_reading r;

	(void)state;
	fill(&text, SHEET_HEAD, "<row/><row/><row/><row/><row/><row/><row/><row/>", 60000, SHEET_TAIL);
	const struct book rows = { .sheet = text.ptr };
	book_make(&rows, &archive);
	reading_book(&r, buf_slice(&archive), "Gaji");
	assert_refused("G06 rows", &r, N0162_XLSX_TOO_LARGE, "xl/worksheets/sheet1.xml", NULL);
	reading_release(&r);
	buf_clear(&archive);
	buf_clear(&text);
	fill(&text, "", "0000000000000000", 200000, "");
	const struct book more = { .sheet = SHEET(ROW), .more = { { "xl/media/a.bin", text.ptr, false, 0 } } };
	book_make(&more, &archive);
	reading_book(&r, buf_slice(&archive), "Gaji");
	assert_refused("G06 a picture", &r, N0162_XLSX_TOO_LARGE, "xl/media/a.bin", NULL);
	reading_release(&r);
	buf_release(&archive);
	buf_release(&text);
}

/* What is below 1 MiB may be as monotonous as it likes. */
static void test_G06_small_is_no_bomb(void **state)
{
	struct buf text = { 0 }, archive = { 0 };
	struct sheet_reading r;

	(void)state;
	fill(&text, SHEET_HEAD, "<row/><row/><row/><row/><row/><row/><row/><row/>", 20000, SHEET_TAIL);
	const struct book rows = { .sheet = text.ptr };
	book_make(&rows, &archive);
	reading_book(&r, buf_slice(&archive), "Gaji");
	assert_int_equal(r.end, STATUS_END);
	assert_int_equal(r.rows, 160000);
	reading_release(&r);
	buf_release(&archive);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accepted),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_G09_several_names),
		cmocka_unit_test(test_G08_faults),
		cmocka_unit_test(test_G08_cut_at_any_byte),
		cmocka_unit_test(test_G08_each_bit_flipped),
		cmocka_unit_test(test_G06_bombs),
		cmocka_unit_test(test_G06_small_is_no_bomb),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
