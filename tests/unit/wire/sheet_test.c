/* The sheet of a workbook as a table: rows, cells and values. G10 to G13 of the list of failures as far as they are the
 * reader's; what a number or a formula may stand for is the layout's business. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "workbook_tools.h"

/* ---- what is read ---- */

struct accepted {
	const char *name, *sheet, *strings, *styles, *expected;
};

#define ROW1(cells) SHEET("<row r='1'>" cells "</row>")
#define SST STRINGS("<si><t>satu</t></si><si><t/></si><si><t>dua</t></si>")
#define DATES STYLES("<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>")

static const struct accepted accepted[] = {
	{ "shared strings", ROW1("<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>2</v></c>"), SST, NULL,
	  "1: T<satu> T<dua>" },
	{ "a shared string that is empty", ROW1("<c r='A1' t='s'><v>1</v></c>"), SST, NULL, "1: -" },
	{ "a shared string that is not named", ROW1("<c r='A1' t='s'/>"), SST, NULL, "1: -" },
	{ "rich text, phonetic text left out", ROW1("<c r='A1' t='s'><v>0</v></c>"),
	  STRINGS("<si><r><rPr><b/></rPr><t>BU</t></r><r><t xml:space='preserve'>DI </t></r><rPh sb='0' "
	          "eb='1'><t>x</t></rPh>"
	          "<phoneticPr fontId='1'/></si>"),
	  NULL, "1: T<BUDI >" },
	{ "inline text", ROW1("<c r='A1' t='inlineStr'><is><t>BUDI &amp; &lt;A&gt;</t></is></c>"), NULL, NULL,
	  "1: T<BUDI & <A>>" },
	{ "inline rich text",
	  ROW1("<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r><rPh sb='0' eb='1'><t>x</t></rPh></is></c>"),
	  NULL, NULL, "1: T<ab>" },
	{ "blanks",
	  ROW1("<c r='A1' t='inlineStr'><is><t xml:space='preserve'> </t></is></c><c r='B1' t='str'><v> x </v></c>"),
	  NULL, NULL, "1: T< > T< x >" },
	{ "inline text only where the type says so", ROW1("<c r='A1'><v>5</v><is><t>9</t></is></c>"), NULL, NULL,
	  "1: N<5>" },
	{ "comments and CDATA in text",
	  ROW1("<c r='A1' t='inlineStr'><is><t>a<!-- x -->b<![CDATA[<c>]]></t></is></c><c r='B1'><v>1<!-- 2 "
	       "-->3</v></c>"),
	  NULL, NULL, "1: T<ab<c>> N<13>" },
	{ "numbers, booleans, errors",
	  ROW1("<c r='A1'><v>4217300</v></c><c r='B1' t='n'><v>0</v></c><c r='C1' t='b'><v>1</v></c>"
	       "<c r='D1' t='b'><v>0</v></c><c r='E1' t='e'><v>#REF!</v></c>"),
	  NULL, NULL, "1: N<4217300> N<0> B<1> B<0> E<#REF!>" },
	{ "G11 formulas with what they gave",
	  ROW1("<c r='A1'><f>B1+C1</f><v>12.50</v></c><c r='B1' t='str'><f>A1</f><v>x</v></c><c r='C1'><f>1</f></c>"
	       "<c r='D1' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='E1' t='b'><f>1</f><v>1</v></c>"),
	  NULL, NULL, "1: F<12.5> F<x> F<> E<#DIV/0!> F<1>" },
	{ "G11 cells that one formula fills",
	  SHEET("<row r='1'><c r='A1'><f t='array' ref='A1:B2'>X</f><v>1</v></c><c r='B1'><v>2</v></c><c "
	        "r='C1'><v>3</v></c>"
	        "</row><row r='2'><c r='A2'><v>4</v></c><c r='B2'><v>5</v></c></row><row r='3'><c "
	        "r='A3'><v>6</v></c></row>"),
	  NULL, NULL, "1: F<1> F<2> N<3>\n2: F<4> F<5>\n3: N<6>" },
	{ "G11 a formula that shows a date is no date", ROW1("<c r='A1' s='1'><f>NOW()</f><v>46023</v></c>"), NULL,
	  DATES, "1: F<46023>" },
	{ "gaps", ROW1("<c r='B1'><v>1</v></c><c r='D1' s='1'/><c r='AB1'><v>2</v></c>"), NULL, NULL,
	  "1: - N<1> - - - - - - - - - - - - - - - - - - - - - - - - - N<2>" },
	{ "cells without r", ROW1("<c><v>1</v></c><c r='C1'><v>3</v></c><c><v>4</v></c>"), NULL, NULL,
	  "1: N<1> - N<3> N<4>" },
	{ "rows without r",
	  SHEET("<row><c><v>1</v></c></row><row r='5'><c r='A5'><v>5</v></c></row><row><c><v>6</v></c></row>"), NULL,
	  NULL, "1: N<1>\n5: N<5>\n6: N<6>" },
	{ "rows without cells", SHEET("<row r='2'/><row r='3'></row><row r='4'><c r='A4'/></row>"), NULL, NULL,
	  "2b:\n3b:\n4: -" },
	{ "G10 hidden rows",
	  SHEET("<row r='1' hidden='1'><c r='A1'><v>1</v></c></row><row r='2' hidden='true'/>"
	        "<row r='3' hidden='0'/>"),
	  NULL, NULL, "1h: N<1>\n2hb:\n3b:" },
	{ "G10 merged cells",
	  DECL "<worksheet xmlns='" MAIN_URI "'><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>"
	       "<mergeCells count='2'><mergeCell ref='A1:C1'/><mergeCell ref='B7:B19'/></mergeCells></worksheet>",
	  NULL, NULL, "1: N<1>\nmerge 1-1\nmerge 7-19" },
	{ "line ends in a cell",
	  ROW1("<c r='A1' t='inlineStr'><is><t>a\nb</t></is></c><c r='B1' "
	       "t='inlineStr'><is><t>c_x000D_\nd</t></is></c>"),
	  NULL, NULL, "1m: T<a\nb> T<c\r\nd>" },
	{ "escapes",
	  ROW1("<c r='A1' t='inlineStr'><is><t>_x0041_B_x005F_x0041_ _x41_ _X0041_ _x004_ _x0041</t></is></c>"
	       "<c r='B1' t='str'><v>_x00e9__xD83D__xde00_</v></c><c r='C1' t='inlineStr'><is><t>_xD83D_ "
	       "_xDE00_</t></is></c>"),
	  NULL, NULL, "1: T<AB_x0041_ _x41_ _X0041_ _x004_ _x0041> T<\xc3\xa9\xf0\x9f\x98\x80> T<_xD83D_ _xDE00_>" },
	{ "an escape does not reach from one run into another",
	  ROW1("<c r='A1' t='inlineStr'><is><r><t>_x00</t></r><r><t>41_</t></r></is></c>"), NULL, NULL,
	  "1: T<_x0041_>" },
	{ "escapes in shared strings", ROW1("<c r='A1' t='s'><v>0</v></c>"), STRINGS("<si><t>A_x002C_</t></si>"), NULL,
	  "1: T<A,>" },
	{ "a day as text", ROW1("<c r='A1' t='d'><v>2026-01-05</v></c><c r='B1' t='d'><v>2026-01-05T00:00:00</v></c>"),
	  NULL, NULL, "1: D<2026-01-05> D<2026-01-05>" },
	{ "what is around the rows does not matter",
	  DECL "<worksheet xmlns='" MAIN_URI
	       "' xmlns:y='urn:y'><sheetPr/><dimension ref='A1:XFD9'/><cols><col min='1' max='2'/></cols>"
	       "<y:sheetData><y:row r='1'><y:c r='A1'><y:v>9</y:v></y:c></y:row></y:sheetData>"
	       "<sheetData><row r='1' y:a='1'><c r='A1' "
	       "y:t='s'><y:v>7</y:v><v>1</v><extLst><ext><v>8</v></ext></extLst></c></row>"
	       "</sheetData><extLst><ext uri='x'><y:f>1</y:f></ext></extLst></worksheet>",
	  NULL, NULL, "1: N<1>" },
	{ "a prefix",
	  "<x:worksheet xmlns:x='" MAIN_URI
	  "'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c></x:row></x:sheetData>"
	  "</x:worksheet>",
	  NULL, NULL, "1: N<1>" },
	{ "the strict namespace",
	  "<worksheet xmlns='" STRICT_URI
	  "'><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>",
	  NULL, NULL, "1: N<1>" },
	{ "a byte order mark", "\xef\xbb\xbf" SHEET("<row r='1'><c r='A1'><v>1</v></c></row>"), NULL, NULL, "1: N<1>" },
	{ "formats far to the right", ROW1("<c r='A1'><v>1</v></c><c r='XFD1' s='0'/>"), NULL, NULL, "1: N<1>" },
	{ "the last column", ROW1("<c r='A1'><v>1</v></c><c r='SR1' s='0'/>"), NULL, NULL, NULL },
	{ "no rows", SHEET(""), NULL, NULL, "" },
	{ "no rows at all", DECL "<worksheet xmlns='" MAIN_URI "'/>", NULL, NULL, "" },
};

static void read_sheet(const char *sheet, const char *strings, const char *styles, struct sheet_reading *r)
{
	const struct book book = { .sheet = sheet, .strings = strings, .styles = styles };
	struct buf archive = { 0 };

	book_make(&book, &archive);
	reading_book(r, buf_slice(&archive), "Gaji");
	buf_release(&archive);
}

static void expect(const char *name, const struct sheet_reading *r, const char *expected)
{
	if (r->end != STATUS_END || r->findings.count > 0)
		fail_msg("%s: ended with %d, %s %.*s", name, (int)r->end,
		         r->findings.count > 0 ? code_name(r->findings.items[0].code) : "-",
		         r->findings.count > 0 ? (int)r->findings.items[0].detail.len : 0,
		         r->findings.count > 0 ? r->findings.items[0].detail.ptr : "");
	if (expected != NULL && !slice_equal(buf_slice(&r->text), slice_from_c(expected)))
		fail_msg("%s: read as\n%.*s\nnot as\n%s", name, SLICE_ARG(r->text), expected);
}

static void test_accepted(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++) {
		struct sheet_reading r;

		read_sheet(accepted[i].sheet, accepted[i].strings, accepted[i].styles, &r);
		expect(accepted[i].name, &r, accepted[i].expected);
		reading_release(&r);
	}
}

/* ---- what is refused ---- */

struct refused {
	const char *name, *sheet, *strings, *styles;
	enum code code;
	uint64_t line;
	const char *column, *detail; /* NULL: any */
	size_t rows;                 /* delivered before */
};

#define OUTSIDE "xl/worksheets/sheet1.xml"
#define GOOD_ROW "<row r='1'><c r='A1'><v>1</v></c></row>"
#define DEEP8 "<a><a><a><a><a><a><a><a>"

static const struct refused refused[] = {
	{ "another root", DECL "<chartsheet xmlns='" MAIN_URI "'/>", NULL, NULL, N0163_XLSX_PART, 0, OUTSIDE,
	  "chartsheet", 0 },
	{ "another namespace", DECL "<worksheet xmlns='urn:a'/>", NULL, NULL, N0163_XLSX_PART, 0, OUTSIDE, "worksheet",
	  0 },
	{ "nothing", "", NULL, NULL, N0163_XLSX_PART, 0, OUTSIDE, NULL, 0 },
	{ "no XML", "PK", NULL, NULL, N0163_XLSX_PART, 0, OUTSIDE, NULL, 0 },
	{ "cut", DECL SHEET_HEAD GOOD_ROW, NULL, NULL, N0163_XLSX_PART, 1, OUTSIDE, NULL, 1 },
	{ "cut in a row", DECL SHEET_HEAD GOOD_ROW "<row r='2'><c r='A2'", NULL, NULL, N0163_XLSX_PART, 2, OUTSIDE,
	  NULL, 1 },
	{ "wrong end tag", SHEET(GOOD_ROW "<row r='2'><c r='A2'></row>"), NULL, NULL, N0163_XLSX_PART, 2, OUTSIDE, NULL,
	  1 },
	{ "an undeclared entity", SHEET(GOOD_ROW "<row r='2'><c r='A2' t='str'><v>&a;</v></c></row>"), NULL, NULL,
	  N0163_XLSX_PART, 2, OUTSIDE, NULL, 1 },
	{ "an undeclared prefix", SHEET("<x:row/>"), NULL, NULL, N0163_XLSX_PART, 0, OUTSIDE, NULL, 0 },
	{ "bytes that are not UTF-8", SHEET("<row r='1'><c r='A1' t='str'><v>Jos\xe9</v></c></row>"), NULL, NULL,
	  N0163_XLSX_PART, 1, NULL, NULL, 0 },
	{ "X02 a DOCTYPE", "<!DOCTYPE worksheet>" SHEET_HEAD SHEET_TAIL, NULL, NULL, N0402_XML_DOCTYPE, 0, OUTSIDE,
	  NULL, 0 },
	{ "X02 entities", "<!DOCTYPE w [<!ENTITY a '1'>]>" SHEET_HEAD "<row><c><v>&a;</v></c></row>" SHEET_TAIL, NULL,
	  NULL, N0402_XML_DOCTYPE, 0, OUTSIDE, NULL, 0 },
	{ "X03 too deep", SHEET("<row r='1'>" DEEP8 DEEP8 DEEP8 DEEP8), NULL, NULL, N0403_XML_DEPTH, 1, OUTSIDE, "32",
	  0 },
	{ "X07 another encoding", "<?xml version='1.0' encoding='ISO-8859-1'?>" SHEET_HEAD SHEET_TAIL, NULL, NULL,
	  N0407_XML_ENCODING, 0, OUTSIDE, "UTF-8", 0 },
	{ "X07 another version", "<?xml version='1.1'?>" SHEET_HEAD SHEET_TAIL, NULL, NULL, N0407_XML_ENCODING, 0,
	  OUTSIDE, "1.0", 0 },
	{ "rows twice", DECL SHEET_HEAD GOOD_ROW "</sheetData><sheetData>" SHEET_TAIL, NULL, NULL, N0163_XLSX_PART, 0,
	  OUTSIDE, "sheetData stands there twice", 1 },

	{ "a row twice", SHEET(GOOD_ROW GOOD_ROW), NULL, NULL, N0163_XLSX_PART, 1, OUTSIDE, "rows are not in order",
	  1 },
	{ "rows not in order", SHEET("<row r='3'/><row r='2'/>"), NULL, NULL, N0163_XLSX_PART, 2, OUTSIDE,
	  "rows are not in order", 1 },
	{ "row 0", SHEET("<row r='0'/>"), NULL, NULL, N0163_XLSX_PART, 0, OUTSIDE, "rows are not in order", 0 },
	{ "a row below the last", SHEET("<row r='1048577'/>"), NULL, NULL, N0163_XLSX_PART, 1048577, OUTSIDE,
	  "rows are not in order", 0 },
	{ "a row without a number", SHEET("<row r='x'/>"), NULL, NULL, N0163_XLSX_PART, 1, OUTSIDE, "r of a row", 0 },
	{ "r of a cell", ROW1("<c r='1A'/>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "r of a cell", 0 },
	{ "r of a cell, empty", ROW1("<c r=''/>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "r of a cell", 0 },
	{ "r of a cell, no row", ROW1("<c r='B'/>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "r of a cell", 0 },
	{ "r of a cell in small letters", ROW1("<c r='a1'/>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "r of a cell", 0 },
	{ "r of a cell to the right of the last", ROW1("<c r='XFE1'/>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "r of a cell", 0 },
	{ "a cell of another row", SHEET(GOOD_ROW "<row r='2'><c r='A2'/><c r='B1'/></row>"), NULL, NULL,
	  N0163_XLSX_PART, 2, "B2", "a cell of another row", 1 },
	{ "a cell twice", ROW1("<c r='B1'><v>1</v></c><c r='B1'><v>2</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "B1",
	  "cells are not in order", 0 },
	{ "cells not in order", ROW1("<c r='C1'/><c r='B1'/>"), NULL, NULL, N0163_XLSX_PART, 1, "B1",
	  "cells are not in order", 0 },
	{ "I20 a value in column 513", ROW1("<c r='SS1'><v>1</v></c>"), NULL, NULL, N0116_CSV_TOO_MANY_COLUMNS, 1,
	  "SS1", NULL, 0 },
	{ "s of a cell", ROW1("<c r='A1' s='x'/>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "s of a cell", 0 },
	{ "t of a cell", ROW1("<c r='A1' t='S'/>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "t of a cell", 0 },

	{ "v twice", ROW1("<c r='A1'><v>1</v><v>2</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "v twice", 0 },
	{ "is twice", ROW1("<c r='A1' t='inlineStr'><is><t>a</t></is><is/></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "is twice", 0 },
	{ "f twice", ROW1("<c r='A1'><f/><f/></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "f twice, or behind v", 0 },
	{ "f behind v", ROW1("<c r='A1'><v>1</v><f>2</f></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "f twice, or behind v", 0 },
	{ "ref of a formula", ROW1("<c r='A1'><f t='array' ref='A1:'/></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "ref of a formula", 0 },
	{ "no number", ROW1("<c r='A1'><v>abc</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number", 0 },
	{ "NaN", ROW1("<c r='A1'><v>NaN</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number", 0 },
	{ "a number with thousands", ROW1("<c r='A1'><v>4.217.300</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "no number", 0 },
	{ "a number with a comma", ROW1("<c r='A1'><v>1,5</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number",
	  0 },
	{ "two numbers", ROW1("<c r='A1'><v>1 2</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number", 0 },
	{ "hexadecimal", ROW1("<c r='A1'><v>0x1F</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number", 0 },
	{ "no exponent", ROW1("<c r='A1'><v>1E</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number", 0 },
	{ "an exponent beyond reason", ROW1("<c r='A1'><v>1E401</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "no number", 0 },
	{ "only a sign", ROW1("<c r='A1'><v>-</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number", 0 },
	{ "only a point", ROW1("<c r='A1'><v>.</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no number", 0 },
	{ "neither true nor false", ROW1("<c r='A1' t='b'><v>2</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "neither 1 nor 0", 0 },
	{ "no day", ROW1("<c r='A1' t='d'><v>5 Januari</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1", "no date", 0 },
	{ "a shared string that is not there", ROW1("<c r='A1' t='s'><v>3</v></c>"), SST, NULL, N0163_XLSX_PART, 1,
	  "A1", "a shared string that is not there", 0 },
	{ "no shared strings", ROW1("<c r='A1' t='s'><v>0</v></c>"), NULL, NULL, N0163_XLSX_PART, 1, "A1",
	  "a shared string that is not there", 0 },
	{ "a shared string without a number", ROW1("<c r='A1' t='s'><v>-1</v></c>"), SST, NULL, N0163_XLSX_PART, 1,
	  "A1", "a shared string that is not there", 0 },

	{ "I05 TAB", ROW1("<c r='A1' t='inlineStr'><is><t>a\tb</t></is></c>"), NULL, NULL, N0106_TEXT_CONTROL, 1, "A1",
	  NULL, 0 },
	{ "I05 an escaped control character", ROW1("<c r='A1' t='inlineStr'><is><t>_x0000_</t></is></c>"), NULL, NULL,
	  N0106_TEXT_CONTROL, 1, "A1", NULL, 0 },
	{ "I05 DEL in a shared string", ROW1("<c r='A1'/><c r='B1' t='s'><v>0</v></c>"),
	  STRINGS("<si><t>a\x7f</t></si>"), NULL, N0106_TEXT_CONTROL, 1, "B1", NULL, 0 },
	{ "a range of merged cells",
	  DECL "<worksheet xmlns='" MAIN_URI "'><sheetData/><mergeCells><mergeCell ref='A9:A1'/>"
	       "</mergeCells></worksheet>",
	  NULL, NULL, N0163_XLSX_PART, 0, OUTSIDE, "mergeCell", 0 },

	{ "shared strings of another root", ROW1(""), DECL "<worksheet xmlns='" MAIN_URI "'/>", NULL, N0163_XLSX_PART,
	  0, "xl/sharedStrings.xml", "worksheet", 0 },
	{ "shared strings are cut", ROW1(""), DECL "<sst xmlns='" MAIN_URI "'><si>", NULL, N0163_XLSX_PART, 0,
	  "xl/sharedStrings.xml", NULL, 0 },
	{ "styles of another root", ROW1(""), NULL, DECL "<sst xmlns='" MAIN_URI "'/>", N0163_XLSX_PART, 0,
	  "xl/styles.xml", "sst", 0 },
	{ "a format without a number", ROW1(""), NULL, STYLES("<numFmts><numFmt formatCode='d'/></numFmts>"),
	  N0163_XLSX_PART, 0, "xl/styles.xml", "numFmt", 0 },
	{ "a cell format of no format", ROW1(""), NULL, STYLES("<cellXfs><xf numFmtId='x'/></cellXfs>"),
	  N0163_XLSX_PART, 0, "xl/styles.xml", "xf", 0 },
};

static void assert_refused(const struct refused *x, const struct sheet_reading *r)
{
	const struct finding *f = r->findings.items;

	if (r->end != STATUS_REJECT || r->findings.count != 1 || f->code != x->code)
		fail_msg("%s: ended with %d, %zu findings, %s", x->name, (int)r->end, r->findings.count,
		         r->findings.count > 0 ? code_name(f->code) : "none");
	if (f->line != x->line || r->rows != x->rows)
		fail_msg("%s: line %d, %zu rows", x->name, (int)f->line, r->rows);
	if (x->column != NULL && !slice_equal(f->column, slice_from_c(x->column)))
		fail_msg("%s: at %.*s", x->name, SLICE_ARG(f->column));
	if (x->detail != NULL && !slice_equal(f->detail, slice_from_c(x->detail)))
		fail_msg("%s: detail %.*s", x->name, SLICE_ARG(f->detail));
}

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct sheet_reading r;

		read_sheet(refused[i].sheet, refused[i].strings, refused[i].styles, &r);
		assert_refused(&refused[i], &r);
		reading_release(&r);
	}
}

/* ---- numbers and dates ---- */

static void read_cell(const char *cell, const char *styles, const char *expected)
{
	struct buf sheet = { 0 };
	struct sheet_reading r;

	buf_printf(&sheet, SHEET_HEAD "<row r='1'>%s</row>" SHEET_TAIL "%c", cell, '\0');
	read_sheet(sheet.ptr, NULL, styles, &r);
	expect(cell, &r, expected);
	reading_release(&r);
	buf_release(&sheet);
}

/* Stored, read. What Excel writes has up to 17 digits. */
static void test_numbers(void **state)
{
	static const char *const numbers[][2] = {
		{ "0", "0" },
		{ "-0", "0" },
		{ "0.0", "0" },
		{ "000", "0" },
		{ "0E9", "0" },
		{ "1", "1" },
		{ "-1", "-1" },
		{ "+7", "7" },
		{ " 12 ", "12" },
		{ "007", "7" },
		{ ".5", "0.5" },
		{ "5.", "5" },
		{ "-0.50", "-0.5" },
		{ "4217300.3300000001", "4217300.33" },
		{ "4217300.33", "4217300.33" },
		{ "4.21730033E6", "4217300.33" },
		{ "4.21730033e+06", "4217300.33" },
		{ "421730033E-2", "4217300.33" },
		{ "0.30000000000000004", "0.3" },
		{ "123456789012345", "123456789012345" },
		{ "1234567890123456", "1234567890123460" },
		{ "12345678901234.449", "12345678901234.4" },
		{ "12345678901234.45", "12345678901234.5" },
		{ "999999999999999.9", "1000000000000000" },
		{ "0.99999999999999999", "1" },
		{ "99999999999999.95", "100000000000000" },
		{ "1.98503122010011E+17", "198503122010011000" },
		{ "198503122010011005", "198503122010011000" },
		{ "1E-7", "0.0000001" },
		{ "1.5E-10", "0.00000000015" },
		{ "1E20", "100000000000000000000" },
		{ "1E0", "1" },
		{ "0.1E1", "1" },
		{ "100E-2", "1" },
		{ "123456789012344.5", "123456789012345" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		char cell[80], expected[80];

		(void)snprintf(cell, sizeof cell, "<c r='A1'><v>%s</v></c>", numbers[i][0]);
		(void)snprintf(expected, sizeof expected, "1: N<%s>", numbers[i][1]);
		read_cell(cell, NULL, expected);
	}
}

struct day {
	const char *stored, *from_1900, *from_1904;
};

static void test_G13_days(void **state)
{
	static const struct day days[] = {
		{ "0", "N<0>", "D<1904-01-01>" },
		{ "1", "D<1900-01-01>", "D<1904-01-02>" },
		{ "31", "D<1900-01-31>", "D<1904-02-01>" },
		{ "59", "D<1900-02-28>", "D<1904-02-29>" },
		{ "60", "D<1900-02-29>", "D<1904-03-01>" },
		{ "61", "D<1900-03-01>", "D<1904-03-02>" },
		{ "25569", "D<1970-01-01>", "D<1974-01-02>" },
		{ "36526", "D<2000-01-01>", "D<2004-01-02>" },
		{ "36585", "D<2000-02-29>", "D<2004-03-01>" },
		{ "44561", "D<2021-12-31>", "D<2026-01-01>" },
		{ "46023", "D<2026-01-01>", "D<2030-01-02>" },
		{ "46023.75", "D<2026-01-01>", "D<2030-01-02>" },
		{ "2958465", "D<9999-12-31>", "N<2958465>" },
		{ "2958466", "N<2958466>", "N<2958466>" },
		{ "-1", "N<-1>", "N<-1>" },
		{ "0.5", "N<0.5>", "D<1904-01-01>" },
	};

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(days); i++) {
		const struct day *d = &days[i / 2];
		struct book book = { .styles = DATES,
			             .workbook = i % 2 == 0 ? NULL : WORKBOOK("<workbookPr date1904='1'/>" ONE_SHEET) };
		struct buf archive = { 0 };
		struct sheet_reading r;
		char sheet[400], expected[80];

		(void)snprintf(sheet, sizeof sheet, ROW1("<c r='A1' s='1'><v>%s</v></c>"), d->stored);
		(void)snprintf(expected, sizeof expected, "1: %s", i % 2 == 0 ? d->from_1900 : d->from_1904);
		book.sheet = sheet;
		book_make(&book, &archive);
		reading_book(&r, buf_slice(&archive), NULL);
		expect(d->stored, &r, expected);
		reading_release(&r);
		buf_release(&archive);
	}
}

/* As it stands in formatCode. */
static void test_G13_formats(void **state)
{
	static const struct {
		const char *code;
		bool date;
	} formats[] = {
		{ "dd/mm/yyyy", true },
		{ "DD-MMM-YY", true },
		{ "[$-421]dd mmmm yyyy;@", true },
		{ "[$-F800]dddd\\,\\ mmmm\\ dd", true },
		{ "yyyy\\-mm\\-dd\\ h:mm", true },
		{ "mmm", true },
		{ "mmmm yyyy", true },
		{ "&quot;per &quot;dd", true },
		{ "[Red]yyyy", true },
		{ "[White]mmm", true },
		{ "General", false },
		{ "0", false },
		{ "#,##0", false },
		{ "#,##0.00;[Red]-#,##0.00", false },
		{ "h:mm", false },
		{ "[h]:mm:ss", false },
		{ "[h]:mm", false },
		{ "[M]", false },
		{ "[mm]:ss", false },
		{ "mm:ss.0", false },
		{ "h:mm AM/PM", false },
		{ "&quot;Rp&quot;#,##0", false },
		{ "&quot;my&quot;0", false },
		{ "\\d0", false },
		{ "_d0", false },
		{ "*y0", false },
		{ "[$Rp-421]#,##0", false },
		{ "_-* #,##0_-;-* #,##0_-;_-* &quot;-&quot;_-;_-@_-", false },
		{ "@", false },
		{ "", false },
		{ "[Red", false },
		{ "&quot;dd", false },
		{ "[Red]0", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		char styles[600];

		(void)snprintf(styles, sizeof styles,
		               STYLES("<numFmts><numFmt numFmtId='164' formatCode='%s'/></numFmts>"
		                      "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf "
		                      "numFmtId='164'/></cellXfs>"),
		               formats[i].code);
		read_cell("<c r='A1' s='0'><v>46023</v></c>", styles,
		          formats[i].date ? "1: D<2026-01-01>" : "1: N<46023>");
	}
}

static void test_G13_built_in_formats(void **state)
{
	(void)state;
	for (unsigned id = 0; id < 64; id++) {
		bool date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
		char styles[300];

		(void)snprintf(styles, sizeof styles, STYLES("<cellXfs><xf numFmtId='%u'/></cellXfs>"), id);
		read_cell("<c r='A1' s='0'><v>46023</v></c>", styles, date ? "1: D<2026-01-01>" : "1: N<46023>");
	}
	read_cell("<c r='A1' s='7'><v>46023</v></c>", DATES, "1: N<46023>");
}

/* ---- size ---- */

static void repeat(struct buf *out, const char *text, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_append(out, slice_from_c(text));
}

struct long_text {
	const char *name, *head, *fill, *tail;
	size_t times;
	enum code code; /* CODE_COUNT: accepted */
};

static void test_I19_long(void **state)
{
	static const struct long_text cases[] = {
		{ "64 KiB in a cell", SHEET_HEAD "<row><c t='str'><v>", "x", "</v></c></row>" SHEET_TAIL, 65536 - 10,
		  CODE_COUNT },
		{ "more in a cell", SHEET_HEAD "<row><c t='str'><v>", "x", "</v></c></row>" SHEET_TAIL, 65537,
		  N0405_XML_TEXT_TOO_LONG },
		{ "more in pieces", SHEET_HEAD "<row><c t='str'><v>", "x<!---->", "</v></c></row>" SHEET_TAIL, 65537,
		  N0405_XML_TEXT_TOO_LONG },
		{ "much more", SHEET_HEAD "<row><c t='str'><v>", "xxxxxxxxxxxxxxxx", "</v></c></row>" SHEET_TAIL, 65536,
		  N0405_XML_TEXT_TOO_LONG },
		{ "X04 a tag", SHEET_HEAD "<row a='", "x", "'/>" SHEET_TAIL, 65000, CODE_COUNT },
		{ "X04 a tag with > in it", SHEET_HEAD "<row a='", ">", "'/>" SHEET_TAIL, 65000, CODE_COUNT },
		{ "X04 too long a tag", SHEET_HEAD "<row a='", "x", "'/>" SHEET_TAIL, 65536, N0404_XML_TAG_TOO_LONG },
		{ "X04 a tag without end", SHEET_HEAD "<row a='", "x", "", 500000, N0404_XML_TAG_TOO_LONG },
		{ "X04 blanks in a tag", SHEET_HEAD "<row ", " ", "/>" SHEET_TAIL, 65536, N0404_XML_TAG_TOO_LONG },
		{ "a comment", SHEET_HEAD "<!--", "''", "-->" SHEET_TAIL, 30000, CODE_COUNT },
		{ "too long a comment", SHEET_HEAD "<!--", "<a", "-->" SHEET_TAIL, 100000, N0405_XML_TEXT_TOO_LONG },
		{ "too long a comment without tags", SHEET_HEAD "<!--", "aa", "-->" SHEET_TAIL, 100000,
		  N0405_XML_TEXT_TOO_LONG },
		{ "too long an instruction", SHEET_HEAD "<?x ", "<a", "?>" SHEET_TAIL, 100000,
		  N0405_XML_TEXT_TOO_LONG },
		{ "blanks between rows", SHEET_HEAD, " ", SHEET_TAIL, 60000, CODE_COUNT },
		{ "too many blanks between rows", SHEET_HEAD, " ", SHEET_TAIL, 200000, N0405_XML_TEXT_TOO_LONG },
		{ "blanks at the front", "", " ", SHEET_HEAD SHEET_TAIL, 60000, CODE_COUNT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf sheet = { 0 };
		struct sheet_reading r;

		repeat(&sheet, cases[i].head, 1);
		repeat(&sheet, cases[i].fill, cases[i].times);
		buf_append(&sheet, (struct slice){ cases[i].tail, strlen(cases[i].tail) + 1 });
		read_sheet(sheet.ptr, NULL, NULL, &r);
		if (cases[i].code == CODE_COUNT)
			expect(cases[i].name, &r, NULL);
		else if (r.end != STATUS_REJECT || r.findings.count != 1 || r.findings.items[0].code != cases[i].code)
			fail_msg("%s: %d, %s", cases[i].name, (int)r.end,
			         r.findings.count > 0 ? code_name(r.findings.items[0].code) : "none");
		reading_release(&r);
		buf_release(&sheet);
	}
}

static void test_X03_depth(void **state)
{
	(void)state;
	for (size_t depth = 31; depth <= 34; depth++) {
		struct buf sheet = { 0 };
		struct sheet_reading r;

		repeat(&sheet, SHEET_HEAD "<row>", 1);
		repeat(&sheet, "<a>", depth - 3);
		repeat(&sheet, "</a>", depth - 3);
		buf_append(&sheet, (struct slice){ "</row>" SHEET_TAIL, sizeof "</row>" SHEET_TAIL });
		read_sheet(sheet.ptr, NULL, NULL, &r);
		assert_int_equal(r.end, depth <= 32 ? STATUS_END : STATUS_REJECT);
		assert_true(depth <= 32 || r.findings.items[0].code == N0403_XML_DEPTH);
		reading_release(&r);
		buf_release(&sheet);
	}
}

/* Refused where a cell names it. */
static void test_I19_long_shared_string(void **state)
{
	(void)state;
	for (size_t i = 0; i < 6; i++) {
		size_t len = 65535 + i / 2;
		bool named = i % 2 == 1, good = len <= 65536 || !named;
		struct buf strings = { 0 };
		struct sheet_reading r;

		repeat(&strings, DECL "<sst xmlns='" MAIN_URI "'><si><t>b</t></si><si><t>", 1);
		repeat(&strings, "x", len);
		buf_append(&strings, (struct slice){ "</t></si></sst>", sizeof "</t></si></sst>" });
		read_sheet(named ? ROW1("<c t='s'><v>1</v></c>") : ROW1("<c t='s'><v>0</v></c>"), strings.ptr, NULL, &r);
		assert_int_equal(r.end, good ? STATUS_END : STATUS_REJECT);
		assert_true(good || r.findings.items[0].code == N0405_XML_TEXT_TOO_LONG);
		reading_release(&r);
		buf_release(&strings);
	}
}

static void test_X04_attributes(void **state)
{
	struct buf sheet = { 0 };
	struct sheet_reading r;

	(void)state;
	for (size_t count = 128; count <= 60000; count += count == 128 ? 1 : 59871) {
		buf_clear(&sheet);
		repeat(&sheet, SHEET_HEAD "<row", 1);
		for (size_t i = 0; i < count && sheet.len < 65000; i++)
			buf_printf(&sheet, " a%zu=''", i);
		buf_append(&sheet, (struct slice){ "/>" SHEET_TAIL, sizeof "/>" SHEET_TAIL });
		read_sheet(sheet.ptr, NULL, NULL, &r);
		assert_int_equal(r.end, count == 128 ? STATUS_END : STATUS_REJECT);
		assert_true(count == 128 || r.findings.items[0].code == N0404_XML_TAG_TOO_LONG);
		reading_release(&r);
	}
	buf_release(&sheet);
}

/* libxml2 takes minutes for a million different names. */
static void test_many_names(void **state)
{
	struct buf sheet = { 0 };
	struct sheet_reading r;

	(void)state;
	for (size_t count = 3000; count <= 200000; count += 197000) {
		buf_clear(&sheet);
		repeat(&sheet, SHEET_HEAD, 1);
		for (size_t i = 0; i < count; i++)
			buf_printf(&sheet, i % 2 == 0 ? "<a%zu/>" : "<a b%zu=''/>", i);
		buf_append(&sheet, (struct slice){ SHEET_TAIL, sizeof SHEET_TAIL });
		read_sheet(sheet.ptr, NULL, NULL, &r);
		assert_int_equal(r.end, count == 3000 ? STATUS_END : STATUS_REJECT);
		assert_true(count == 3000 ||
		            slice_equal(r.findings.items[0].detail, SLICE("too many different names")));
		reading_release(&r);
	}
	buf_release(&sheet);
}

static void test_I05_NUL(void **state)
{
	static const char sheet[] = SHEET(GOOD_ROW "<row r='2'><c r='A2' t='str'><v>a\0b</v></c></row>");
	const struct book book = { .sheet = sheet, .sheet_len = sizeof sheet - 1 };
	struct buf archive = { 0 };
	struct sheet_reading r;

	(void)state;
	book_make(&book, &archive);
	reading_book(&r, buf_slice(&archive), "Gaji");
	assert_int_equal(r.end, STATUS_REJECT);
	assert_true(r.findings.items[0].code == N0163_XLSX_PART &&
	            slice_equal(r.findings.items[0].detail, SLICE("NUL byte")));
	reading_release(&r);
	buf_release(&archive);
}

/* ---- pieces ---- */

/* Rows of all kinds of cells, cut by the pieces of the reader in every place: the same values, and places that hold. */
static void make_rows(struct buf *sheet, size_t shift, size_t rows)
{
	repeat(sheet, SHEET_HEAD, 1);
	repeat(sheet, " ", shift);
	for (size_t i = 1; i <= rows; i++)
		buf_printf(
			sheet,
			"<row r='%zu' a='>'><c r='A%zu' t='s'><v>0</v></c>\r\n<c r='B%zu'  ><v>%zu</v></c ><c r='C%zu' "
			"t='inlineStr'><is><t>a&amp;%zu</t></is></c><c s='0'/><c><f>A1&gt;2</f><v>7</v></c></row>",
			i, i, i, i * 37, i, i);
	buf_append(sheet, (struct slice){ SHEET_TAIL, sizeof SHEET_TAIL });
}

static void check_place(const struct place *p, struct slice sheet, bool gap)
{
	struct slice text = slice_sub(sheet, p->from, p->to - p->from);

	if (gap) {
		assert_int_equal(p->from, p->to);
		assert_true(slice_starts_with(slice_sub(sheet, p->from, 6), SLICE("</row>")));
	} else if (p->kind == CELL_FORMULA) {
		assert_true(slice_equal(text, SLICE("<v>7</v>")));
	} else {
		assert_true(slice_starts_with(text, SLICE("<c ")));
		assert_true(text.ptr[text.len - 1] == '>' && memmem(text.ptr + 1, text.len - 1, "<c ", 3) == NULL);
	}
}

static void test_pieces(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t shift = 0; shift < 200; shift += 3) {
		struct buf sheet = { 0 }, archive = { 0 };
		struct findings findings = { 0 };
		struct workbook *w;
		struct table_row row;
		size_t rows = 0;

		make_rows(&sheet, shift, 600);
		const struct book book = { .sheet = sheet.ptr, .strings = SST, .stored = true };
		book_make(&book, &archive);
		assert_int_equal(workbook_open(buf_slice(&archive), SLICE("a"), &findings, &w), STATUS_OK);
		assert_int_equal(workbook_choose(w, NULL, 0, false), STATUS_OK);
		void *reader = sheet_open(w);
		while (sheet_ops.next(reader, &row) == STATUS_OK) {
			struct place place;
			char number[32];

			assert_int_equal(row.line, ++rows);
			assert_true(slice_starts_with(slice_sub(buf_slice(&sheet), row.offset, 5), SLICE("<row ")));
			assert_int_equal(row.count, 5);
			(void)snprintf(number, sizeof number, "%zu", rows * 37);
			assert_true(slice_equal(sheet_ops.value(reader, 1), slice_from_c(number)));
			(void)snprintf(number, sizeof number, "a&%zu", rows);
			assert_true(slice_equal(sheet_ops.value(reader, 2), slice_from_c(number)));
			for (size_t i = 0; i < 6; i++) {
				assert_true(sheet_ops.place(reader, i, &arena, &place));
				check_place(&place, buf_slice(&sheet), i == 5);
			}
		}
		assert_int_equal(rows, 600);
		assert_int_equal(findings.count, 0);
		sheet_ops.free(reader);
		workbook_free(w);
		findings_release(&findings);
		buf_release(&archive);
		buf_release(&sheet);
	}
	arena_release(&arena);
}

static void test_lines(void **state)
{
	struct sheet_reading r;

	(void)state;
	read_sheet(
		SHEET(GOOD_ROW "<row r='7'><c r='A7'><v>1</v></c></row><row r='1048576'><c r='A1048576' s='1'/></row>"),
		NULL, NULL, &r);
	assert_int_equal(r.rows, 3);
	assert_int_equal(r.lines, 7);
	reading_release(&r);
	read_sheet(SHEET(GOOD_ROW "<row r='1048576'><c r='A1048576'><v>0</v></c></row>"), NULL, NULL, &r);
	assert_int_equal(r.lines, 1048576);
	reading_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accepted),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_G13_days),
		cmocka_unit_test(test_G13_formats),
		cmocka_unit_test(test_G13_built_in_formats),
		cmocka_unit_test(test_I19_long),
		cmocka_unit_test(test_X03_depth),
		cmocka_unit_test(test_I19_long_shared_string),
		cmocka_unit_test(test_X04_attributes),
		cmocka_unit_test(test_many_names),
		cmocka_unit_test(test_I05_NUL),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
