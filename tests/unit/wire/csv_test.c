#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "csv_tools.h"

#define BOM "\xef\xbb\xbf"
#define T(literal) { literal, sizeof(literal) - 1 }

/* A text is head, `times` times fill, tail. It is read whole and in small pieces, with the same result. */
struct text {
	struct slice head, fill;
	size_t times;
	struct slice tail;
};

struct accepted {
	const char *name;
	char delimiter;
	struct text text;
	const char *records; /* fields in < >, '/' behind each record, "blank/" for a blank line */
};

static const struct accepted accepted[] = {
	{ "one field", ',', { .head = T("a\n") }, "<a>/" },
	{ "last line without an end", ',', { .head = T("a,b\nc,d") }, "<a><b>/<c><d>/" },
	{ "last field empty, no end", ',', { .head = T("a,") }, "<a><>/" },
	{ "only delimiters", ',', { .head = T(",,\n") }, "<><><>/" },
	{ "CRLF", ',', { .head = T("a,b\r\nc,\r\n") }, "<a><b>/<c><>/" },
	{ "CRLF, last line without an end", ',', { .head = T("a\r\nb") }, "<a>/<b>/" },
	{ "semicolon, commas are data", ';', { .head = T("a,b;c\n") }, "<a,b><c>/" },
	{ "TAB separates", '\t', { .head = T("a\tb\n\"c\td\"\t\n") }, "<a><b>/<c\td><>/" },
	{ "pipe", '|', { .head = T("a|b\n") }, "<a><b>/" },
	{ "space", ' ', { .head = T("a b\n") }, "<a><b>/" },
	{ "blanks are data", ',', { .head = T(" a , b \n") }, "< a >< b >/" },
	{ "a line of blanks is not blank", ',', { .head = T("  \n") }, "<  >/" },
	{ "BOM at the start", ',', { .head = T(BOM "a,b\n") }, "<a><b>/" },
	{ "BOM before a quote", ',', { .head = T(BOM "\"a,b\"\n") }, "<a,b>/" },
	{ "quoted", ',', { .head = T("\"BUDI SANTOSO, S.Sos.\",1\n") }, "<BUDI SANTOSO, S.Sos.><1>/" },
	{ "quoted, empty", ',', { .head = T("\"\",\"\"\n") }, "<><>/" },
	{ "quoted, alone in its line and empty", ',', { .head = T("\"\"\n") }, "<>/" },
	{ "quotes doubled", ',', { .head = T("\"a\"\"b\",\"\"\"\"\n") }, "<a\"b><\">/" },
	{ "quoted, CRLF behind it", ',', { .head = T("a,\"b\"\r\n") }, "<a><b>/" },
	{ "quoted, nothing behind it", ',', { .head = T("a,\"b\"") }, "<a><b>/" },
	{ "LF in quotes", ',', { .head = T("\"x\ny\",1\nz,2\n") }, "<x\ny><1>/<z><2>/" },
	{ "LF in quotes among CRLF", ',', { .head = T("\"x\ny\"\r\nz\r\n") }, "<x\ny>/<z>/" },
	{ "CRLF in quotes among LF", ',', { .head = T("\"x\r\ny\"\nz\n") }, "<x\r\ny>/<z>/" },
	{ "blank lines", ',', { .head = T("\na\n\n\n") }, "blank/<a>/blank/blank/" },
	{ "blank lines, CRLF", ',', { .head = T("a\r\n\r\n") }, "<a>/blank/" },
	{ "UTF-8 of two to four bytes", ',', { .head = T("\xc2\x80,\xe0\xa0\x80,\xed\x9f\xbf,\xf4\x8f\xbf\xbf\n") },
	  "<\xc2\x80><\xe0\xa0\x80><\xed\x9f\xbf><\xf4\x8f\xbf\xbf>/" },
	{ "stray quotes that pair up are one field", ',', { .head = T("\"a\nb\",c\n") }, "<a\nb><c>/" },
	{ "less-than that begins no tag", ',', { .head = T("<5,< a\n") }, "<<5><< a>/" },
	{ "title rows of another length", ';', { .head = T("GAJI;;\na;b\n") }, "<GAJI><><>/<a><b>/" },
	{ "delimiter unknown", '\0', { .head = T("a,b;c\n\"x\ny\";\"z\"\nd\te") }, "<a,b;c>/<\"x\ny\";\"z\">/<d\te>/" },
	{ "delimiter unknown, stray quotes", '\0', { .head = T("a\"b\"c\n\n") }, "<a\"b\"c>/blank/" },
};

struct refused {
	const char *name;
	char delimiter;
	struct text text;
	enum code code;
	uint64_t line;
	const char *value, *detail, *column;
	size_t records; /* delivered before */
};

static const struct refused refused[] = {
	{ "empty", ',', { .times = 0 }, N0105_INPUT_EMPTY, 0, "", "", "", 0 },
	{ "nothing but a BOM", ',', { .head = T(BOM) }, N0105_INPUT_EMPTY, 0, "", "", "", 0 },

	{ "NUL", ',', { .head = T("a,b\nc,\0d\n") }, N0106_TEXT_CONTROL, 2, "\\x00", "6", "", 1 },
	{ "NUL at the end", ',', { .head = T("a\n\0") }, N0106_TEXT_CONTROL, 2, "\\x00", "2", "", 1 },
	{ "TAB among commas", ',', { .head = T("a,b\nc\td,e\n") }, N0106_TEXT_CONTROL, 2, "\\x09", "5", "", 1 },
	{ "TAB in quotes among commas", ',', { .head = T("\"a\tb\"\n") }, N0106_TEXT_CONTROL, 1, "\\x09", "2", "", 0 },
	{ "TAB among semicolons", ';', { .head = T("a;b\t\n") }, N0106_TEXT_CONTROL, 1, "\\x09", "3", "", 0 },
	{ "ESC", ',', { .head = T("\x1b[31ma\n") }, N0106_TEXT_CONTROL, 1, "\\x1B", "0", "", 0 },
	{ "DEL", ',', { .head = T("a\x7f\n") }, N0106_TEXT_CONTROL, 1, "\\x7F", "1", "", 0 },
	{ "vertical TAB", '\t', { .head = T("a\tb\v\n") }, N0106_TEXT_CONTROL, 1, "\\x0B", "3", "", 0 },
	{ "control on the second line of a field", ',', { .head = T("a\n\"x\ny\x01\"\n") },
	  N0106_TEXT_CONTROL, 3, "\\x01", "6", "", 1 },
	{ "NUL behind many rows", ',', { T("a,b,c\n"), T("1,2,3\n"), 50000, T("1,\0,3\n") },
	  N0106_TEXT_CONTROL, 50002, "\\x00", "300008", "", 50001 },
	{ "NUL, delimiter unknown", '\0', { .head = T("a\tb\nc\0") }, N0106_TEXT_CONTROL, 2, "\\x00", "5", "", 1 },

	{ "BOM inside", ',', { .head = T("a\n" BOM "b\n") }, N0107_TEXT_BOM_INSIDE, 2, "U+FEFF", "2", "", 1 },
	{ "BOM twice", ',', { .head = T(BOM BOM "a\n") }, N0107_TEXT_BOM_INSIDE, 1, "U+FEFF", "3", "", 0 },
	{ "BOM in quotes", ',', { .head = T("\"" BOM "\"\n") }, N0107_TEXT_BOM_INSIDE, 1, "U+FEFF", "1", "", 0 },

	{ "UTF-16LE, BOM", ',', { .head = T("\xff\xfe" "a\0\n\0") }, N0108_TEXT_UTF16, 0, "UTF-16LE", "", "", 0 },
	{ "UTF-16BE, BOM", ',', { .head = T("\xfe\xff\0a\0\n") }, N0108_TEXT_UTF16, 0, "UTF-16BE", "", "", 0 },
	{ "UTF-32LE, BOM", ',', { .head = T("\xff\xfe\0\0a\0\0\0") }, N0108_TEXT_UTF16, 0, "UTF-32LE", "", "", 0 },
	{ "UTF-32BE, BOM", ',', { .head = T("\0\0\xfe\xff\0\0\0a") }, N0108_TEXT_UTF16, 0, "UTF-32BE", "", "", 0 },
	{ "UTF-16LE, no BOM", ',', { .head = T("a\0,\0b\0\n\0") }, N0108_TEXT_UTF16, 0, "UTF-16LE", "", "", 0 },
	{ "UTF-16BE, no BOM", ',', { .head = T("\0a\0,\0b\0\n") }, N0108_TEXT_UTF16, 0, "UTF-16BE", "", "", 0 },
	{ "UTF-32LE, no BOM", ',', { .head = T("a\0\0\0,\0\0\0") }, N0108_TEXT_UTF16, 0, "UTF-32LE", "", "", 0 },
	{ "UTF-32BE, no BOM", ',', { .head = T("\0\0\0a\0\0\0,") }, N0108_TEXT_UTF16, 0, "UTF-32BE", "", "", 0 },

	{ "stray continuation", ',', { .head = T("a\nb\x80\n") }, N0109_TEXT_NOT_UTF8, 2, "\\x80", "3", "", 1 },
	{ "Latin-1", ',', { .head = T("Jos\xe9,1\n") }, N0109_TEXT_NOT_UTF8, 1, "\\xE9", "3", "", 0 },
	{ "overlong, two bytes", ',', { .head = T("\xc0\xaf\n") }, N0109_TEXT_NOT_UTF8, 1, "\\xC0", "0", "", 0 },
	{ "overlong, three bytes", ',', { .head = T("\xe0\x80\xaf\n") },
	  N0109_TEXT_NOT_UTF8, 1, "\\xE0\\x80\\xAF", "0", "", 0 },
	{ "overlong, four bytes", ',', { .head = T("\xf0\x80\x80\xaf\n") },
	  N0109_TEXT_NOT_UTF8, 1, "\\xF0\\x80\\x80\\xAF", "0", "", 0 },
	{ "surrogate", ',', { .head = T("\xed\xa0\x80\n") }, N0109_TEXT_NOT_UTF8, 1, "\\xED\\xA0\\x80", "0", "", 0 },
	{ "above U+10FFFF", ',', { .head = T("\xf4\x90\x80\x80\n") },
	  N0109_TEXT_NOT_UTF8, 1, "\\xF4\\x90\\x80\\x80", "0", "", 0 },
	{ "a byte of no character", ',', { .head = T("a\xff\n") }, N0109_TEXT_NOT_UTF8, 1, "\\xFF", "1", "", 0 },
	{ "character cut by a line end", ',', { .head = T("a\xe2\x82\nb\n") },
	  N0109_TEXT_NOT_UTF8, 1, "\\xE2\\x82", "1", "", 0 },
	{ "character cut by the end", ',', { .head = T("a\nb\xf0\x9f\x98") },
	  N0109_TEXT_NOT_UTF8, 2, "\\xF0\\x9F\\x98", "3", "", 1 },
	{ "bad bytes in quotes, BOM counted", ',', { .head = T(BOM "a\n\"x\ny\xa0\"\n") },
	  N0109_TEXT_NOT_UTF8, 3, "\\xA0", "9", "", 1 },

	{ "gzip", ',', { .head = T("\x1f\x8b\x08\0\0\0\0\0") }, N0110_CONTAINER_UNSUPPORTED, 0, "gzip", "", "", 0 },
	{ "xlsx", ',', { .head = T("PK\3\4\x14\0\6\0[Content_Types].xml") },
	  N0110_CONTAINER_UNSUPPORTED, 0, "xlsx", "", "", 0 },
	{ "ods", ',', { .head = T("PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet") },
	  N0110_CONTAINER_UNSUPPORTED, 0, "ods", "", "", 0 },
	{ "zip", ',', { .head = T("PK\3\4\x14\0\0\0gaji.csv") }, N0110_CONTAINER_UNSUPPORTED, 0, "zip", "", "", 0 },
	{ "zip without entries", ',', { .head = T("PK\5\6\0\0") }, N0110_CONTAINER_UNSUPPORTED, 0, "zip", "", "", 0 },
	{ "xls", ',', { .head = T("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0") },
	  N0110_CONTAINER_UNSUPPORTED, 0, "xls (OLE2)", "", "", 0 },
	{ "PDF", ',', { .head = T("%PDF-1.7\n") }, N0110_CONTAINER_UNSUPPORTED, 0, "PDF", "", "", 0 },
	{ "HTML", ',', { .head = T("\r\n <HTML><body>") }, N0110_CONTAINER_UNSUPPORTED, 0, "html", "", "", 0 },
	{ "HTML that begins with a style", ',', { .head = T("<style>td{}</style><Table>") },
	  N0110_CONTAINER_UNSUPPORTED, 0, "html", "", "", 0 },
	{ "XML", ',', { .head = T("<?xml version=\"1.0\"?>\n<daftar-putusan/>") },
	  N0147_PAYROLL_IS_XML, 0, "xml", "", "", 0 },
	{ "XML, BOM and blanks before it", ',', { .head = T(BOM " \n<?xml?>") },
	  N0147_PAYROLL_IS_XML, 0, "xml", "", "", 0 },
	{ "XML without a declaration", ',', { .head = T("<daftar-putusan>") },
	  N0147_PAYROLL_IS_XML, 0, "xml", "", "", 0 },

	{ "CR only", ',', { .head = T("a,b\rc,d\r") }, N0111_LINE_END_MIXED, 1, "CR", "3", "", 0 },
	{ "CR at the very end", ',', { .head = T("a\nb\r") }, N0111_LINE_END_MIXED, 2, "CR", "3", "", 1 },
	{ "CR twice before LF", ',', { .head = T("a\r\r\n") }, N0111_LINE_END_MIXED, 1, "CR", "1", "", 0 },
	{ "lone CR in quotes", ',', { .head = T("\"a\rb\"\n") }, N0111_LINE_END_MIXED, 1, "CR", "2", "", 0 },
	{ "CRLF after LF", ',', { .head = T("a\nb\nc\r\n") }, N0111_LINE_END_MIXED, 3, "CRLF", "5", "", 2 },
	{ "LF after CRLF", ',', { .head = T("a\r\nb\nc\r\n") }, N0111_LINE_END_MIXED, 2, "LF", "4", "", 1 },
	{ "mixed behind a field of two lines", ',', { .head = T("a\n\"x\ny\"\r\n") },
	  N0111_LINE_END_MIXED, 3, "CRLF", "7", "", 1 },
	{ "blank line that ends otherwise", ',', { .head = T("a\n\r\n") },
	  N0111_LINE_END_MIXED, 2, "CRLF", "2", "", 1 },
	{ "mixed, delimiter unknown", '\0', { .head = T("a\nb\r\n") }, N0111_LINE_END_MIXED, 2, "CRLF", "3", "", 1 },

	{ "quote never closed", ',', { .head = T("a,b\nc,\"d\ne,f\n") }, N0112_CSV_QUOTE_OPEN, 2, "", "6", "2", 1 },
	{ "quote at the very end", ',', { .head = T("a,\"") }, N0112_CSV_QUOTE_OPEN, 1, "", "2", "2", 0 },
	{ "doubled quote at the end is open", ',', { .head = T("\"a\"\"") }, N0112_CSV_QUOTE_OPEN, 1, "", "0", "1", 0 },
	{ "opened on the second line of its record", ',', { .head = T("\"x\ny\",\"z") },
	  N0112_CSV_QUOTE_OPEN, 2, "", "6", "2", 0 },
	{ "quote never closed, long text behind it", ',', { T("a,b\n1,\"2\n"), T("1,2\n"), 200000, T("") },
	  N0112_CSV_QUOTE_OPEN, 2, "", "6", "2", 1 },
	{ "quote closed too late", ',', { T("a\n\"x"), T("1,2\n"), 17000, T("\"\nb\n") },
	  N0112_CSV_QUOTE_OPEN, 2, "", "2", "1", 1 },
	{ "quote never closed, delimiter unknown", '\0', { .head = T("a\nx\"b\nc\n") },
	  N0112_CSV_QUOTE_OPEN, 2, "", "3", "", 1 },
	{ "quote never closed, long text, delimiter unknown", '\0', { T("a\n\""), T("1,2\n"), 200000, T("") },
	  N0112_CSV_QUOTE_OPEN, 2, "", "2", "", 1 },

	{ "quote closed too late, delimiter unknown", '\0', { T("a\nx\""), T("1,2\n"), 17000, T("\"\nb\n") },
	  N0112_CSV_QUOTE_OPEN, 2, "", "3", "", 1 },

	{ "quote inside a field", ',', { .head = T("a,b\nc,d\"e\n") }, N0113_CSV_QUOTE_STRAY, 2, "", "7", "2", 1 },
	{ "stray quotes that pair up", ',', { .head = T("a,5\" pipa,6\" pipa\n") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "2", 0 },
	{ "text behind the closing quote", ',', { .head = T("\"a\"b,c\n") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "blank behind the closing quote", ',', { .head = T("\"a\" ,c\n") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "blank before the opening quote", ',', { .head = T("a, \"b\"\n") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "2", 0 },
	{ "quote that opens again", ',', { .head = T("\"a\"b\"c\n\",d\n") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "stray, then never closed", ',', { .head = T("a\n\"x\ny\"z\",\"\n") },
	  N0113_CSV_QUOTE_STRAY, 3, "", "7", "1", 1 },
	{ "stray, then a long text never closed", ',', { T("\"a\"b\""), T("1,2\n"), 200000, T("") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "stray, then no text", ',', { .head = T("\"a\"b\"\x01") }, N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "another delimiter behind the quote", ';', { .head = T("\"a\",\"b\"\n") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "escaped by a backslash", ',', { .head = T("\"a\\\"b\"\n") }, N0113_CSV_QUOTE_STRAY, 1, "", "4", "1", 0 },

	{ "field of 70,000 bytes", ',', { T("a,b\nc,"), T("1234567"), 10000, T(",e\n") },
	  N0115_CSV_FIELD_TOO_LONG, 2, "65536", "6", "2", 1 },
	{ "field of 70,000 bytes, last and not ended", ',', { T("a,b\nc,"), T("1234567"), 10000, T("") },
	  N0115_CSV_FIELD_TOO_LONG, 2, "65536", "6", "2", 1 },
	{ "field of 70,000 bytes, quoted", ',', { T("a,b\nc,\""), T("1234567"), 10000, T("\"\n") },
	  N0115_CSV_FIELD_TOO_LONG, 2, "65536", "6", "2", 1 },
	{ "field of 70,000 bytes, then a quote", ',', { T("a"), T("1234567"), 10000, T("\"\n") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "field of 70,000 bytes, then no text", ',', { T("a"), T("1234567"), 10000, T("\0\n") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "70,000 bytes in quotes, delimiter unknown", '\0', { T("a,b\nc,\""), T("1234567"), 10000, T("\"\n") },
	  N0115_CSV_FIELD_TOO_LONG, 2, "65536", "6", "", 1 },
	{ "field of one byte too many", ',', { T("a"), T("1234"), 16384, T(",b\n") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "quoted field of one byte too many", ',', { T("\""), T("12345"), 13107, T("\"\n") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "one line without an end", ',', { T("a"), T("12345678"), 100000, T("") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "a million bytes of columns", ',', { T("a\nx"), T(",12345678901234567890123"), 60000, T("") },
	  N0116_CSV_TOO_MANY_COLUMNS, 2, "512", "2", "513", 1 },
	{ "513 columns", ',', { T("a\n"), T("1,"), 512, T("1\n") },
	  N0116_CSV_TOO_MANY_COLUMNS, 2, "512", "2", "513", 1 },
	{ "513 empty columns", ',', { T("a\n"), T(","), 512, T("\n") },
	  N0116_CSV_TOO_MANY_COLUMNS, 2, "512", "2", "513", 1 },
	{ "513 quoted columns", ',', { T(""), T("\"\","), 512, T("\"\"\n") },
	  N0116_CSV_TOO_MANY_COLUMNS, 1, "512", "0", "513", 0 },
	{ "a million columns", ',', { T(""), T(","), 1000000, T("") },
	  N0116_CSV_TOO_MANY_COLUMNS, 1, "512", "0", "513", 0 },
};

static const size_t piece_sizes[] = { SIZE_MAX, 1, 3, 17, 513 };
#define EACH_PIECE_SIZE(i) for (size_t i = 0; i < sizeof piece_sizes / sizeof *piece_sizes; i++)

static struct slice build(struct buf *out, const struct text *t)
{
	buf_clear(out);
	buf_append(out, t->head);
	for (size_t i = 0; i < t->times; i++)
		buf_append(out, t->fill);
	buf_append(out, t->tail);
	return buf_slice(out);
}

static void append_record(struct buf *out, const struct csv_reader *r, const struct csv_record *record)
{
	if (record->blank)
		buf_append(out, SLICE("blank"));
	for (size_t i = 0; i < record->field_count && !record->blank; i++) {
		buf_char(out, '<');
		buf_append(out, csv_value(r, i));
		buf_char(out, '>');
	}
	buf_char(out, '/');
}

static void accepts(const struct accepted *row, struct slice text, size_t size)
{
	struct findings findings = { 0 };
	struct pieces pieces = { text, size, STATUS_OK };
	struct csv_reader *r = csv_reader_new(pieces_source(&pieces), row->delimiter, SLICE("gaji.csv"), &findings);
	struct csv_record record;
	struct buf records = { 0 };

	assert_non_null(r);
	while (csv_next(r, &record) == STATUS_OK)
		append_record(&records, r, &record);
	if (csv_next(r, &record) != STATUS_END || findings.count > 0)
		fail_msg("%s: refused", row->name);
	if (!slice_equal(buf_slice(&records), slice_from_c(row->records)))
		fail_msg("%s: %.*s", row->name, (int)records.len, records.ptr);
	buf_release(&records);
	csv_reader_free(r);
	findings_release(&findings);
}

static void test_accepted(void **state)
{
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
		(void)build(&text, &accepted[i].text);
		EACH_PIECE_SIZE(k)
			accepts(&accepted[i], buf_slice(&text), piece_sizes[k]);
	}
	buf_release(&text);
}

static void assert_shown(const char *name, struct slice found, const char *expected)
{
	struct buf shown = { 0 };

	append_escaped(&shown, found, false);
	if (!slice_equal(buf_slice(&shown), slice_from_c(expected)))
		fail_msg("%s: \"%.*s\" instead of \"%s\"", name, (int)shown.len, shown.ptr, expected);
	buf_release(&shown);
}

static void refuses(const struct refused *row, struct slice text, size_t size)
{
	struct reading x = { 0 };

	reading_ours(&x, text, size, row->delimiter);
	if (x.end != STATUS_REJECT || x.findings.count != 1)
		fail_msg("%s: status %d, %zu findings", row->name, (int)x.end, x.findings.count);
	const struct finding *f = x.findings.items;
	if (f->code != row->code || f->line != row->line || x.records != row->records)
		fail_msg("%s: %s, line %d, behind %zu records", row->name, code_name(f->code), (int)f->line, x.records);
	assert_true(slice_equal(f->file, SLICE("gaji.csv")));
	assert_shown(row->name, f->value, row->value);
	assert_shown(row->name, f->detail, row->detail);
	assert_shown(row->name, f->column, row->column);
	reading_release(&x);
}

static void test_refused(void **state)
{
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		(void)build(&text, &refused[i].text);
		EACH_PIECE_SIZE(k)
			refuses(&refused[i], buf_slice(&text), piece_sizes[k]);
	}
	buf_release(&text);
}

/* Everything that is allowed to be as large as it can be. */
static void test_limits_reached(void **state)
{
	static const struct {
		struct text text;
		size_t records, fields, last_len;
	} rows[] = {
		{ { T("a,"), T("12345678"), CSV_FIELD_MAX / 8, T("\n") }, 1, 2, CSV_FIELD_MAX },
		{ { T("a,"), T("12345678"), CSV_FIELD_MAX / 8, T("") }, 1, 2, CSV_FIELD_MAX },
		{ { T("a,\"123456"), T("12345678"), CSV_FIELD_MAX / 8 - 1, T("\"\r\n") }, 1, 2, CSV_FIELD_MAX - 2 },
		{ { T("a,\""), T("\"\""), CSV_FIELD_MAX / 2 - 1, T("\"\n") }, 1, 2, CSV_FIELD_MAX / 2 - 1 },
		{ { T("\"x\ny"), T("z\n"), CSV_FIELD_MAX / 2 - 3, T("\"") }, 1, 1, CSV_FIELD_MAX - 3 },
		{ { T(""), T("1,"), CSV_COLUMNS_MAX - 1, T("22\n") }, 1, CSV_COLUMNS_MAX, 2 },
		{ { T(""), T("\"\","), CSV_COLUMNS_MAX - 1, T("\"22\"") }, 1, CSV_COLUMNS_MAX, 2 },
		{ { T("a,b\r\n"), T("\"c,\",d\r\n"), 200000, T("ee,ff") }, 200002, 2, 2 },
	};
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct findings findings = { 0 };
		struct pieces pieces = { build(&text, &rows[i].text), 100003, STATUS_OK };
		struct csv_reader *r = csv_reader_new(pieces_source(&pieces), ',', SLICE("x"), &findings);
		struct csv_record record = { 0 };
		size_t records = 0;
		while (csv_next(r, &record) == STATUS_OK) {
			bool last = ++records == rows[i].records;
			assert_int_equal(csv_value(r, record.field_count - 1).len, last ? rows[i].last_len : 1);
		}
		assert_int_equal(findings.count, 0);
		assert_int_equal(records, rows[i].records);
		assert_int_equal(record.field_count, rows[i].fields);
		csv_reader_free(r);
		findings_release(&findings);
	}
	buf_release(&text);
}

/* A record of `fields` fields of `len` bytes, of which the last is `last` bytes long. */
static void build_wide(struct buf *text, size_t fields, size_t len, size_t last)
{
	buf_clear(text);
	buf_append(text, SLICE("a\n"));
	for (size_t i = 0; i < fields * (len + 1) + last; i++)
		buf_char(text, i % (len + 1) == len ? ',' : 'x');
}

static void test_longest_record(void **state)
{
	static const struct refused too_long = { "record too long", ',', { .times = 0 }, N0115_CSV_FIELD_TOO_LONG, 2,
		"1048576", "2", "", 1 };
	static const struct refused without = { "record too long, delimiter unknown", '\0', { .times = 0 },
		N0115_CSV_FIELD_TOO_LONG, 2, "1048576", "2", "", 1 };
	static const char *const ends[] = { "", "\n", ",\n", "\"", "\x01\n", "zzzzzzzzzz\n\x01", "\r\n" };
	struct buf text = { 0 };

	(void)state;
	build_wide(&text, 31, 32767, 32768); /* 31 * 32768 + 32768 = CSV_RECORD_MAX */
	for (size_t size = 1000; size < 2000000; size *= 7) {
		struct reading x = { 0 };
		reading_ours(&x, buf_slice(&text), size, ',');
		assert_int_equal(x.end, STATUS_END);
		assert_int_equal(x.records, 2);
		reading_release(&x);
	}
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		build_wide(&text, 31, 32767, 32769);
		buf_append(&text, slice_from_c(ends[i]));
		for (size_t size = 1000; size < 2000000; size *= 7) {
			refuses(&too_long, buf_slice(&text), size);
			refuses(&without, buf_slice(&text), size);
		}
	}
	buf_release(&text);
}

/* Where records, fields and lines are, in bytes of the file. */
static void test_places(void **state)
{
	static const struct slice text = T(BOM "id,\"a\r\nb\"\r\n\r\n\"\",c\r\n\"x\ny\",\"z\"");
	static const struct {
		uint64_t offset, line;
		size_t raw_len, fields;
		enum line_end end;
		bool blank;
		struct csv_field last;
	} rows[] = {
		{ 3, 1, 9, 2, LINE_END_CRLF, false, { 3, 9, true, true } },
		{ 14, 3, 0, 1, LINE_END_CRLF, true, { 0, 0, false, false } },
		{ 16, 4, 4, 2, LINE_END_CRLF, false, { 3, 4, false, false } },
		{ 22, 5, 9, 2, LINE_END_NONE, false, { 6, 9, true, false } },
	};

	(void)state;
	EACH_PIECE_SIZE(k) {
		struct findings findings = { 0 };
		struct pieces pieces = { text, piece_sizes[k], STATUS_OK };
		struct csv_reader *r = csv_reader_new(pieces_source(&pieces), ',', SLICE("x"), &findings);
		struct csv_record record;
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
			assert_int_equal(csv_next(r, &record), STATUS_OK);
			assert_int_equal(record.offset, rows[i].offset);
			assert_int_equal(record.line, rows[i].line);
			assert_int_equal(record.end, rows[i].end);
			assert_int_equal(record.blank, rows[i].blank);
			assert_int_equal(record.field_count, rows[i].fields);
			assert_true(slice_equal(record.raw, slice_sub(text, (size_t)rows[i].offset, rows[i].raw_len)));
			const struct csv_field *last = &record.fields[record.field_count - 1];
			assert_int_equal(last->from, rows[i].last.from);
			assert_int_equal(last->to, rows[i].last.to);
			assert_int_equal(last->quoted, rows[i].last.quoted);
			assert_int_equal(last->multiline, rows[i].last.multiline);
		}
		assert_int_equal(csv_next(r, &record), STATUS_END);
		assert_true(csv_had_bom(r));
		assert_int_equal(csv_lines(r), 6);
		assert_int_equal(csv_line_end(r), LINE_END_CRLF);
		csv_reader_free(r);
	}
}

static void test_what_was_seen(void **state)
{
	static const struct {
		const char *text;
		uint64_t lines;
		enum line_end end;
	} rows[] = {
		{ "a", 1, LINE_END_NONE }, { "a\n", 1, LINE_END_LF }, { "a\n\n", 2, LINE_END_LF },
		{ "a\nb", 2, LINE_END_LF },
		{ "\"\n\n\"\n", 3, LINE_END_LF }, { "a\r\nb", 2, LINE_END_CRLF }, { "\"\n\"", 2, LINE_END_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct findings findings = { 0 };
		struct pieces pieces = { slice_from_c(rows[i].text), 1, STATUS_OK };
		struct csv_reader *r = csv_reader_new(pieces_source(&pieces), ',', SLICE("x"), &findings);
		struct csv_record record;
		assert_int_equal(csv_lines(r), 0);
		while (csv_next(r, &record) == STATUS_OK)
			;
		assert_int_equal(csv_lines(r), rows[i].lines);
		assert_int_equal(csv_line_end(r), rows[i].end);
		assert_false(csv_had_bom(r));
		csv_reader_free(r);
	}
}

/* Searching a header: every delimiter is tried on the record, the one that fits stays. */
static void test_resplit(void **state)
{
	static const struct slice text = T("\"DAFTAR, GAJI\";;\nid\tx;b,c\n\"1;2\";\"3\n4\"\n5\t;6\n");
	struct findings findings = { 0 };
	struct pieces pieces = { text, SIZE_MAX, STATUS_OK };
	struct csv_reader *r = csv_reader_new(pieces_source(&pieces), CSV_DELIMITER_UNKNOWN, SLICE("x"), &findings);
	struct csv_record record;

	(void)state;
	assert_int_equal(csv_next(r, &record), STATUS_OK);
	assert_int_equal(record.field_count, 1);
	assert_int_equal(csv_resplit(r, ',', &record), STATUS_REJECT);
	assert_int_equal(record.field_count, 1);
	assert_int_equal(csv_value(r, 0).len, 16);
	assert_int_equal(csv_resplit(r, ';', &record), STATUS_OK);
	assert_int_equal(record.field_count, 3);
	assert_true(slice_equal(csv_value(r, 0), SLICE("DAFTAR, GAJI")));
	assert_int_equal(csv_resplit(r, ',', &record), STATUS_REJECT);
	assert_true(slice_equal(csv_value(r, 0), SLICE("DAFTAR, GAJI")));
	assert_int_equal(csv_resplit(r, CSV_DELIMITER_UNKNOWN, &record), STATUS_OK);

	assert_int_equal(csv_next(r, &record), STATUS_OK);
	assert_int_equal(csv_resplit(r, ',', &record), STATUS_REJECT); /* a TAB is data then */
	assert_int_equal(csv_resplit(r, ';', &record), STATUS_REJECT);
	assert_int_equal(csv_resplit(r, '\t', &record), STATUS_OK);
	assert_true(slice_equal(csv_value(r, 1), SLICE("x;b,c")));
	assert_int_equal(csv_resplit(r, CSV_DELIMITER_UNKNOWN, &record), STATUS_OK);

	assert_int_equal(csv_next(r, &record), STATUS_OK);
	assert_int_equal(record.line, 3);
	assert_true(record.fields[0].multiline);
	assert_int_equal(csv_resplit(r, ';', &record), STATUS_OK);
	assert_int_equal(record.field_count, 2);
	assert_true(slice_equal(csv_value(r, 1), SLICE("3\n4")));
	assert_int_equal(record.offset, 26);

	assert_int_equal(findings.count, 0);
	assert_int_equal(csv_next(r, &record), STATUS_REJECT); /* the TAB, now that it does not separate */
	assert_int_equal(findings.items[0].code, N0106_TEXT_CONTROL);
	assert_int_equal(findings.items[0].line, 5);
	csv_reader_free(r);
	findings_release(&findings);
}

static void test_over_is_over(void **state)
{
	struct findings findings = { 0 };
	struct pieces pieces = { T("a\n\"b\"c\nd\n"), SIZE_MAX, STATUS_OK };
	struct csv_reader *r = csv_reader_new(pieces_source(&pieces), ',', SLICE("x"), &findings);
	struct csv_record record;

	(void)state;
	assert_int_equal(csv_next(r, &record), STATUS_OK);
	for (int i = 0; i < 3; i++)
		assert_int_equal(csv_next(r, &record), STATUS_REJECT);
	assert_int_equal(findings.count, 1);
	csv_reader_free(r);
	csv_reader_free(NULL);
	findings_release(&findings);
}

static void test_source_ends_badly(void **state)
{
	static const enum status ends[] = { STATUS_REJECT, STATUS_FAIL };

	(void)state;
	for (size_t i = 0; i < 2; i++)
		for (size_t len = 0; len < 3; len++) {
			struct findings findings = { 0 };
			struct pieces pieces = { slice_sub(SLICE("a\nb"), 0, len), SIZE_MAX, ends[i] };
			struct csv_reader *r = csv_reader_new(pieces_source(&pieces), ',', SLICE("x"), &findings);
			struct csv_record record;
			assert_int_equal(csv_next(r, &record), ends[i]);
			assert_int_equal(csv_next(r, &record), ends[i]);
			assert_int_equal(findings.count, 0);
			csv_reader_free(r);
		}
}

static void test_write_field(void **state)
{
	static const struct {
		struct slice value;
		const char *written;
	} rows[] = {
		{ T(""), "" }, { T("a"), "a" }, { T(" a b "), " a b " }, { T("a;b\t"), "a;b\t" }, { T("=1+1"), "=1+1" },
		{ T("a,b"), "\"a,b\"" }, { T("\""), "\"\"\"\"" }, { T("a\"b\"c"), "\"a\"\"b\"\"c\"" },
		{ T("\"a\""), "\"\"\"a\"\"\"" }, { T("a\nb"), "\"a\nb\"" }, { T("\r"), "\"\r\"" }, { T(","), "\",\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = { 0 };
		csv_write_field(&out, rows[i].value);
		assert_true(slice_equal(buf_slice(&out), slice_from_c(rows[i].written)));
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accepted),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_limits_reached),
		cmocka_unit_test(test_longest_record),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_what_was_seen),
		cmocka_unit_test(test_resplit),
		cmocka_unit_test(test_over_is_over),
		cmocka_unit_test(test_source_ends_badly),
		cmocka_unit_test(test_write_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
