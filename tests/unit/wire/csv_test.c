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
	{ "NUL behind many rows", ',', { T("a,b,c\n"), T("1,2,3\n"), 100000, T("1,\0,3\n") },
	  N0106_TEXT_CONTROL, 100002, "\\x00", "600008", "", 100001 },
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
	{ "XML without a declaration", ',', { .head = T("<daftar-putusan>") }, N0147_PAYROLL_IS_XML, 0, "xml", "", "", 0 },

	{ "CR only", ',', { .head = T("a,b\rc,d\r") }, N0111_LINE_END_MIXED, 1, "CR", "3", "", 0 },
	{ "CR at the very end", ',', { .head = T("a\nb\r") }, N0111_LINE_END_MIXED, 2, "CR", "3", "", 1 },
	{ "CR twice before LF", ',', { .head = T("a\r\r\n") }, N0111_LINE_END_MIXED, 1, "CR", "1", "", 0 },
	{ "lone CR in quotes", ',', { .head = T("\"a\rb\"\n") }, N0111_LINE_END_MIXED, 1, "CR", "2", "", 0 },
	{ "CRLF after LF", ',', { .head = T("a\nb\nc\r\n") }, N0111_LINE_END_MIXED, 3, "CRLF", "5", "", 2 },
	{ "LF after CRLF", ',', { .head = T("a\r\nb\nc\r\n") }, N0111_LINE_END_MIXED, 2, "LF", "4", "", 1 },
	{ "mixed behind a field of two lines", ',', { .head = T("a\n\"x\ny\"\r\n") },
	  N0111_LINE_END_MIXED, 3, "CRLF", "7", "", 1 },
	{ "blank line that ends otherwise", ',', { .head = T("a\n\r\n") }, N0111_LINE_END_MIXED, 2, "CRLF", "2", "", 1 },
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

	{ "quote inside a field", ',', { .head = T("a,b\nc,d\"e\n") }, N0113_CSV_QUOTE_STRAY, 2, "", "7", "2", 1 },
	{ "stray quotes that pair up", ',', { .head = T("a,5\" pipa,6\" pipa\n") },
	  N0113_CSV_QUOTE_STRAY, 1, "", "3", "2", 0 },
	{ "text behind the closing quote", ',', { .head = T("\"a\"b,c\n") }, N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "blank behind the closing quote", ',', { .head = T("\"a\" ,c\n") }, N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
	{ "blank before the opening quote", ',', { .head = T("a, \"b\"\n") }, N0113_CSV_QUOTE_STRAY, 1, "", "3", "2", 0 },
	{ "quote that opens again", ',', { .head = T("\"a\"b\"c\n\",d\n") }, N0113_CSV_QUOTE_STRAY, 1, "", "3", "1", 0 },
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
	{ "field of one byte too many", ',', { T("a"), T("1234"), 16384, T(",b\n") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "quoted field of one byte too many", ',', { T("\""), T("12345"), 13107, T("\"\n") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "one line without an end", ',', { T("a"), T("12345678"), 100000, T("") },
	  N0115_CSV_FIELD_TOO_LONG, 1, "65536", "0", "1", 0 },
	{ "record of more than a mebibyte", ',', { T("a\nx"), T(",12345678901234567890123"), 60000, T("") },
	  N0116_CSV_TOO_MANY_COLUMNS, 2, "512", "12268", "513", 1 },
	{ "record of 1.1 million bytes in 220 columns", '+', { T("a\nx"), T("12345678901234567890123456789012345678901234567890"
	  "123456789012345678901234567890123456789012345678901234567890\n"), 0, T("\x7f") },
	  N0106_TEXT_CONTROL, 2, "\\x7F", "3", "", 1 },
	{ "513 columns", ',', { T("a\n"), T("1,"), 512, T("1\n") },
	  N0116_CSV_TOO_MANY_COLUMNS, 2, "512", "1026", "513", 1 },
	{ "513 empty columns", ',', { T("a\n"), T(","), 512, T("\n") },
	  N0116_CSV_TOO_MANY_COLUMNS, 2, "512", "514", "513", 1 },
	{ "513 quoted columns", ',', { T(""), T("\"\","), 512, T("\"\"\n") },
	  N0116_CSV_TOO_MANY_COLUMNS, 1, "512", "1536", "513", 0 },
	{ "ten million columns", ',', { T(""), T(","), 10000000, T("") },
	  N0116_CSV_TOO_MANY_COLUMNS, 1, "512", "512", "513", 0 },
};
