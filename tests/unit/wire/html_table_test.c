#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "html_tools.h"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define HEAD "<tr><th>NIP<th>Bersih"
#define NBSP "\xc2\xa0"

/* Rows: values in < >, in { } where no new value can be written, '/' behind each row. */
struct accepted {
	const char *name, *text, *rows;
};

static const struct accepted accepted[] = {
	/* the usual */
	{ "bare table",
	  "<table border=1><tr><td>NIP</td><td>Bersih</td></tr><tr><td>1</td><td>4.217.300</td></tr></table>",
	  "<NIP><Bersih>/<1><4.217.300>/" },
	{ "page",
	  "<!DOCTYPE html><html xmlns:o='urn:x'><head><meta charset=\"UTF-8\"><title>Gaji</title></head><body><h3>Gaji</h3>"
	  "<table>" HEAD "</table><p>Mengetahui</body></html>\n", "<NIP><Bersih>/" },
	{ "markup that the next cell ends", "<table><tr><td><b>a<td><font>b<td>c</table>", "<a><b><c>/" },
	{ "no end tags", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "<a><b>/<c><d>/" },
	{ "sections", "<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d</tbody><tfoot><tr><td>e<td>f</table>",
	  "<a><b>/<c><d>/<e><f>/" },
	{ "columns named", "<table><colgroup><col width=9><col></colgroup>" HEAD "</table>", "<NIP><Bersih>/" },
	{ "caption", "<table><caption>Gaji <b>Januari</b></caption>" HEAD "</table>", "<NIP><Bersih>/" },
	{ "capitals", "<TABLE><TR><TD>a</TD><TH>b</TH></TR></TABLE>", "<a><b>/" },
	{ "attributes of all kinds",
	  "<table><tr><td a='>' b=\">\" c=1 d nowrap>x</td><td style='mso-number-format:\"\\@\"'>y</td></table>",
	  "<x><y>/" },
	{ "slash in an attribute", "<table><tr><td a=b/>x</td><td a='/'>y</td></table>", "<x><y>/" },
	{ "form round the rows", "<table><form action=x><tr><td>a</td><td>b</td></tr></form></table>", "<a><b>/" },
	{ "unknown element", "<table><tr><td><o:p>a</o:p><td>b</table>", "<a><b>/" },
	{ "BOM", "\xef\xbb\xbf<table>" HEAD "</table>", "<NIP><Bersih>/" },
	{ "CRLF and lone CR", "<table>\r\n<tr>\r<td>a\r\nb</td>\r\n<td>c</td></tr>\r\n</table>\r\n", "<a b><c>/" },
	{ "TAB", "<table>\t<tr>\t<td\t>\ta\tb\t<td>c</table>", "<a b><c>/" },

	/* text of cells */
	{ "blanks", "<table><tr><td>\n  a \n  b  </td><td></td><td> \n</td><td>c</table>", "<a b><><><c>/" },
	{ "no-break blanks",
	  "<table><tr><td>&nbsp;4.217.300&nbsp;</td><td>&#160;7&#xA0;</td><td>" NBSP "8" NBSP "</td><td>&nbsp;</td></table>",
	  "<4.217.300><7><8><>/" },
	{ "no-break blank inside", "<table><tr><td>a&nbsp;b<td>c" NBSP NBSP "d</table>", "{a b}<c d>/" },
	{ "entities", "<table><tr><td>A &amp; B</td><td>&lt;x&gt;</td><td>&#66;UDI</td><td>&eacute;</td></table>",
	  "{A & B}{<x>}{BUDI}{\xc3\xa9}/" },
	{ "ampersand that is none", "<table><tr><td>A & B</td><td>P&K</td></table>", "<A & B><P&K>/" },
	{ "entity without semicolon", "<table><tr><td>a&nbsp b<td>c</table>", "<a&nbsp b><c>/" },
	{ "less-than that begins no tag", "<table><tr><td>< 5<td>a<5</table>", "<< 5><a<5>/" },
	{ "markup round the text",
	  "<table><tr><td><font size=2><b>5</b></font></td><td><a href='x'>6</a></td></table>", "<5><6>/" },
	{ "markup inside the text", "<table><tr><td>4.<b>217</b>.300</td><td><b>4</b>5</td></table>",
	  "{4.217.300}{45}/" },
	{ "comments", "<table><tr><td><!-- x -->5<!----></td><td>4<!-- . -->5</td></table>", "<5>{45}/" },
	{ "comments of odd ends", "<table><tr><td><!-->a<!--->b</td><td><!-- -- > -->c</td></table>", "{ab}<c>/" },
	{ "conditional comments",
	  "<!--[if gte mso 9]><xml><x>1</x></xml><![endif]--><table><tr><td>a<td>b<![if !x]><tr><td>c<td>d<![endif]></table>",
	  "<a><b>/<c><d>/" },
	{ "line ends", "<table><tr><td>a<br>b<br/>c</td><td><br>5<br></td></table>", "{a\nb\nc}<5>/" },
	{ "paragraphs", "<table><tr><td><p>a</p></td><td><div>b</div></td></table>", "<a><b>/" },
	{ "script in a cell", "<table><tr><td><script>document.write('</td><td>9')</script>5</td><td>6</td></table>",
	  "<5><6>/" },
	{ "UTF-8", "<table><tr><td>\xc3\xa9\xe2\x82\xac<td>b</table>", "<\xc3\xa9\xe2\x82\xac><b>/" },

	/* a value beside the text */
	{ "x:num with a value",
	  "<table><tr><td x:num=\"5\">5</td><td x:num>6</td><td x:num=''>7</td><td x:fmla='=A1'>8</td></table>",
	  "{5}<6><7>{8}/" },
	{ "sdval", "<table><tr><td sdval=\"5\" sdnum=\"1057;\">5</td><td sdnum='1057;'>6</td></table>", "{5}<6>/" },
	{ "empty element", "<table><tr><td/><td>a</td><td>b</table>", "{}<a><b>/" },

	/* spans */
	{ "colspan", "<table><tr><td colspan=3>GAJI</td></tr><tr><td>a<td>b<td>c</table>", "<GAJI>{}{}/<a><b><c>/" },
	{ "head of two levels",
	  "<table><tr><th rowspan=2>NIP<th colspan=2>Jumlah<th rowspan=\"2\">SKPD<tr><th>Kotor<th>Bersih"
	  "<tr><td>1<td>2<td>3<td>4</table>",
	  "<NIP><Jumlah>{}<SKPD>/{}<Kotor><Bersih>{}/<1><2><3><4>/" },
	{ "rowspan of several rows", "<table><tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d<tr><td>e<td>f</table>",
	  "<a><b>/{}<c>/{}<d>/<e><f>/" },
	{ "both spans", "<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>",
	  "<a>{}<b>/{}{}<c>/<d><e><f>/" },
	{ "covered behind a short row", "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d</table>", "<a><b><c>/<d>{}{}/" },
	{ "rowspan ends with its section",
	  "<table><tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c<td>d</table>", "<a><b>/<c><d>/" },
	{ "rowspan ends with its table", "<table><tr><td rowspan=9>a</table><table><tr><td>c<td>d</table>", "<c><d>/" },
	{ "blanks in a span", "<table><tr><td colspan=' 2 '>a<td>b</table>", "<a>{}<b>/" },
	{ "spans of 1", "<table><tr><td colspan=1 rowspan=1>a<td>b</table>", "<a><b>/" },

	/* rows */
	{ "row without cells", "<table><tr></tr><tr><td>a<td>b</table>", "blank/<a><b>/" },
	{ "row of empty cells", "<table><tr><td>a<td>b<tr><td><td></table>", "<a><b>/<><>/" },
	{ "title rows come first", "<table><tr><td>GAJI<tr><td>Januari<tr><td>a<td>b</table>",
	  "<GAJI>/<Januari>/<a><b>/" },
	{ "hidden row", "<table><tr><td>a<td>b<tr style='height:0; DISPLAY : none'><td><td></table>",
	  "<a><b>/<><>hidden/" },
	{ "shown row", "<table><tr style='display:block;none:display'><td>a<td>b</table>", "<a><b>/" },

	/* other tables */
	{ "frame",
	  "<table><tr><td>logo</td></tr><tr><td><table>" HEAD "</table></td></tr><tr><td>kaki</td></tr></table>",
	  "<NIP><Bersih>/" },
	{ "frames in frames", "<table><tr><td><table><tr><td><table>" HEAD "</table></table></table>",
	  "<NIP><Bersih>/" },
	{ "title table before", "<table><tr><td>PEMERINTAH KOTA</td></tr></table><table>" HEAD "</table>",
	  "<NIP><Bersih>/" },
	{ "table of one cell behind", "<table>" HEAD "</table><table><tr><td>Bendahara</td><td></td></tr></table>",
	  "<NIP><Bersih>/" },
	{ "empty table before", "<table></table><table>" HEAD "</table>", "<NIP><Bersih>/" },

	/* what is no markup of the page */
	{ "table in a comment, script, style and title",
	  "<title><table><tr><td></title><!-- <table> --><style>a{content:'<table>'}</style>"
	  "<SCRIPT>if (a</b/.x) '<table>'</script ><table>" HEAD "</table>", "<NIP><Bersih>/" },
	{ "end of the page before the table", "<html><body></body></html><table>" HEAD "</table>", "<NIP><Bersih>/" },
	{ "end tags of nothing",
	  "x</td></tr></table></b><table></td><tr></td><td>a</b></i></td></td><td>b</td></p></tr></tr></table></table>",
	  "<a><b>/" },
	{ "Windows-1252 claimed, but ASCII only",
	  "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><table>" HEAD "</table>",
	  "<NIP><Bersih>/" },
	{ "UTF-8 claimed",
	  "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8; x\"><table>" HEAD "<tr><td>\xc3\xa9<td>1</table>",
	  "<NIP><Bersih>/<\xc3\xa9><1>/" },
};

struct refused {
	const char *name, *text;
	enum code code;
	uint64_t line;
	const char *value, *detail, *rows;
};

#define TABLE(inner) "<table>\n" HEAD "\n" inner
#define ONE "<NIP><Bersih>/"

static const struct refused refused[] = {
	/* N0187 */
	{ "nothing", "", N0187_HTML_TABLES, 0, "0", "", "" },
	{ "no table", "<html><body>x</body></html>", N0187_HTML_TABLES, 0, "0", "", "" },
	{ "no data", "<table><tr><td>a</td></tr><tr><td></td><td>b</td></tr></table>", N0187_HTML_TABLES, 0, "0", "",
	  "" },
	{ "two tables", TABLE("</table>\n<table><tr><td>a<td>b</table>"), N0187_HTML_TABLES, 4, "2", "", ONE },
	{ "table in a cell of data", TABLE("<tr><td><table>"), N0187_HTML_TABLES, 3, "2", "", ONE },
	{ "data in the frame, too", "<table><tr><td>" TABLE("</table><tr><td>a<td>b</table>"), N0187_HTML_TABLES, 3,
	  "2", "", ONE },
	{ "data in the frame only", "<table><tr><td><table></table><td>b\n<tr><td>c<td>d</table>", N0187_HTML_TABLES,
	  2, "2", "", "" },

	/* N0188: structure */
	{ "no end of the table", TABLE("<tr><td>1<td>2"), N0188_HTML_NOT_USABLE, 0, "</table> is missing", "", ONE },
	{ "cut in a tag", TABLE("<tr><td>1<td>2</tab"), N0188_HTML_NOT_USABLE, 3, "tag without end", "", ONE },
	{ "cut in a comment", TABLE("<!-- "), N0188_HTML_NOT_USABLE, 3, "comment without end", "", "" },
	{ "cell without a row", "<table>\n<td>a<td>b</table>", N0188_HTML_NOT_USABLE, 2, "cell outside of a row", "",
	  "" },
	{ "cell behind the row", TABLE("<tr><td>1<td>2</tr><td>3"), N0188_HTML_NOT_USABLE, 3, "cell outside of a row",
	  "", ONE "<1><2>/" },
	{ "cell without a table", "x<td>a", N0188_HTML_NOT_USABLE, 1, "cell outside of a row", "", "" },
	{ "row without a table", "x\n<tr><td>a", N0188_HTML_NOT_USABLE, 2, "<tr> outside of a table", "", "" },
	{ "row behind the table", TABLE("</table><tr><td>1<td>2"), N0188_HTML_NOT_USABLE, 3,
	  "<tr> outside of a table", "", ONE },
	{ "cell in markup of another", TABLE("<tr><td><div>1<td>2</table>"), N0188_HTML_NOT_USABLE, 3,
	  "cell in a cell: an end tag is missing", "", ONE },
	{ "row in markup of a cell", TABLE("<tr><td><div>1<tr><td>2</table>"), N0188_HTML_NOT_USABLE, 3,
	  "<tr> in a row", "", ONE },
	{ "table in a row", TABLE("<tr><table>"), N0188_HTML_NOT_USABLE, 3,
	  "<table> in a table, outside of its cells", "", ONE },
	{ "table in a table", "<table><table><tr>", N0188_HTML_NOT_USABLE, 1,
	  "<table> in a table, outside of its cells", "", "" },
	{ "section outside", "<tbody><tr><td>a", N0188_HTML_NOT_USABLE, 1, "<tbody>", "", "" },

	/* N0188: text outside of cells */
	{ "text between cells", TABLE("<tr><td>1</td>7<td>2</td>"), N0188_HTML_NOT_USABLE, 3, "7", "", ONE },
	{ "text between rows", TABLE("</tr>Jumlah 5<tr><td>1<td>2"), N0188_HTML_NOT_USABLE, 3, "Jumlah 5", "", ONE },
	{ "text behind the rows", TABLE("</tr>x</table>"), N0188_HTML_NOT_USABLE, 3, "x", "", ONE },
	{ "text in markup between cells", TABLE("<tr><td>1</td><b>7</b>"), N0188_HTML_NOT_USABLE, 3, "7", "", ONE },
	{ "text behind an empty element", TABLE("<tr><td/>7<td>8"), N0188_HTML_NOT_USABLE, 3, "7", "", ONE },
	{ "long text", TABLE("</tr>abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv\xc3\xa9xyz<tr>"),
	  N0188_HTML_NOT_USABLE, 3,
	  "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv", "", ONE },

	/* N0188: spans */
	{ "colspan 0", "<table><tr><td colspan=0>", N0188_HTML_NOT_USABLE, 1, "colspan", "", "" },
	{ "colspan negative", "<table><tr><td colspan=-1>", N0188_HTML_NOT_USABLE, 1, "colspan", "", "" },
	{ "colspan empty", "<table><tr><td colspan>", N0188_HTML_NOT_USABLE, 1, "colspan", "", "" },
	{ "colspan huge", "<table><tr><td colspan=1000000000000000000000>", N0188_HTML_NOT_USABLE, 1, "colspan", "",
	  "" },
	{ "colspan 513", "<table><tr><td colspan=513>", N0188_HTML_NOT_USABLE, 1, "colspan", "", "" },
	{ "513 columns", "<table><tr><td><td colspan=512>", N0188_HTML_NOT_USABLE, 1, "over 512 columns", "", "" },
	{ "rowspan 0", "<table><tr><td rowspan=0>", N0188_HTML_NOT_USABLE, 1, "rowspan", "", "" },
	{ "rowspan 513", "<table><tr><td rowspan=513>", N0188_HTML_NOT_USABLE, 1, "rowspan", "", "" },
	{ "rowspan of no number", "<table><tr><td rowspan=2a>", N0188_HTML_NOT_USABLE, 1, "rowspan", "", "" },
	{ "spans that overlap", TABLE("<tr><td>1<td rowspan=2>2<tr><td colspan=2>3</table>"), N0188_HTML_NOT_USABLE, 3,
	  "spans that overlap", "", ONE "<1><2>/" },

	/* N0188: markup that readers read in different ways */
	{ "CDATA", TABLE("<tr><td><![CDATA[1]]>"), N0188_HTML_NOT_USABLE, 3, "<![CDATA[", "", ONE },
	{ "tag in a tag", TABLE("<tr><td <td>1"), N0188_HTML_NOT_USABLE, 3, "'<' in a tag", "", ONE },
	{ "quote in a tag", TABLE("<tr><td \"x>1"), N0188_HTML_NOT_USABLE, 3, "stray quote in a tag", "", ONE },
	{ "quote in a plain value", TABLE("<tr><td x=a\"b>1"), N0188_HTML_NOT_USABLE, 3, "stray quote in a tag", "",
	  ONE },
	{ "name with a star", TABLE("<tr><td*>1"), N0188_HTML_NOT_USABLE, 3, "name of an element", "", ONE },
	{ "attribute with a star", TABLE("<tr><td a*b>1"), N0188_HTML_NOT_USABLE, 3, "name of an attribute", "", ONE },
	{ "attribute that begins with a digit", TABLE("<tr><td 5>1"), N0188_HTML_NOT_USABLE, 3,
	  "name of an attribute", "", ONE },
	{ "value without an attribute", TABLE("<tr><td =5>1"), N0188_HTML_NOT_USABLE, 3, "attribute without a name",
	  "", ONE },
	{ "slash in a tag", TABLE("<tr><td / colspan=2>1"), N0188_HTML_NOT_USABLE, 3, "attribute without a name", "",
	  ONE },
	{ "slash for a blank", TABLE("<tr><td a=\"1\"/b=2>1"), N0188_HTML_NOT_USABLE, 3, "attribute without a name",
	  "", ONE },
	{ "quote that does not end", TABLE("<tr><td x=\"a>1</table>"), N0188_HTML_NOT_USABLE, 3, "tag without end",
	  "", ONE },
	{ "tag of no letter", TABLE("<tr><td><_x>1"), N0188_HTML_NOT_USABLE, 3, "'<' before no letter", "", ONE },
	{ "end tag of no letter", TABLE("<tr><td></ td>1"), N0188_HTML_NOT_USABLE, 3, "</ before no letter", "", ONE },
	{ "end tag before everything", "</td><table><tr><td>a<td>b</table>", N0188_HTML_NOT_USABLE, 1, "markup", "",
	  "" },
	{ "script without end", TABLE("<script> </scriptx>"), N0188_HTML_NOT_USABLE, 3, "script", "", "" },
	{ "plaintext", TABLE("<plaintext><tr><td>1"), N0188_HTML_NOT_USABLE, 3, "plaintext", "", "" },
	{ "reference to no character", TABLE("<tr><td>4&#0;5<td>\n6"), N0188_HTML_NOT_USABLE, 3, "&#", "", ONE },
	{ "reference above U+10FFFF", TABLE("<tr><td>4&#x110000;5<td>6"), N0188_HTML_NOT_USABLE, 3, "&#", "", ONE },

	/* bytes */
	{ "control byte in a cell", TABLE("<tr><td>1\x01<td>2"), N0106_TEXT_CONTROL, 3, "\x01", "39", ONE },
	{ "control byte in a tag", TABLE("<tr><td a=\x1b>1"), N0106_TEXT_CONTROL, 3, "\x1b", "40", ONE },
	{ "control byte by its number", TABLE("<tr><td>&#127;</td><td>2"), N0106_TEXT_CONTROL, 3, "&#127;", "34", ONE },
	{ "not UTF-8", TABLE("<tr><td>\n\xe9<td>2"), N0109_TEXT_NOT_UTF8, 4, "\xe9", "39", ONE },
	{ "BOM inside", TABLE("<tr><td>\xef\xbb\xbf<td>2"), N0107_TEXT_BOM_INSIDE, 3, "U+FEFF", "38", ONE },
	{ "UTF-16 claimed", "<meta charset=utf-16><table>", N0109_TEXT_NOT_UTF8, 1, "utf-16", "0", "" },
	{ "Shift-JIS claimed", "\n<META HTTP-EQUIV=x CONTENT='text/html; CHARSET=Shift_JIS'>", N0109_TEXT_NOT_UTF8, 2,
	  "Shift_JIS", "1", "" },
	{ "Windows-1252 claimed, and more than ASCII", "<meta charset=Windows-1252><table>\n<tr><td>\xc3\xa9<td>",
	  N0109_TEXT_NOT_UTF8, 2,
	  "\xc3", "43", "" },
};

static void check_reading(const char *name, struct slice text, const char *rows, enum status end)
{
	static const size_t sizes[] = { SIZE_MAX, 1, 2, 3, 7, 64 };

	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct delivered d = { 0 };

		if (!html_read(&d, text, sizes[i]))
			fail_msg("%s: a place makes no sense", name);
		buf_char(&d.transcript, '\0');
		if (strcmp(d.transcript.ptr, rows) != 0)
			fail_msg("%s, in pieces of %zu: %s", name, sizes[i], d.transcript.ptr);
		if (d.end != end)
			fail_msg("%s: ends with %d, %s", name, d.end, d.findings.count > 0 ? code_name(d.findings.items[0].code) : "");
		delivered_release(&d);
	}
}

static void test_accepted(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++)
		check_reading(accepted[i].name, slice_from_c(accepted[i].text), accepted[i].rows, STATUS_END);
}

static void check_finding(const struct refused *r, const struct findings *fs)
{
	const struct finding *f = fs->items;

	if (fs->count != 1 || f->code != r->code || f->line != r->line || !slice_equal(f->value, slice_from_c(r->value)) ||
	    !slice_equal(f->detail, slice_from_c(r->detail)))
		fail_msg("%s: %zu findings, %s line %llu value \"%.*s\" detail \"%.*s\"", r->name, fs->count, code_name(f->code),
		         (unsigned long long)f->line, SLICE_ARG(f->value), SLICE_ARG(f->detail));
	assert_true(slice_equal(f->file, SLICE("gaji.xls")));
}

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct slice text = slice_from_c(refused[i].text);
		struct delivered d = { 0 };

		check_reading(refused[i].name, text, refused[i].rows, STATUS_REJECT);
		html_read(&d, text, 5);
		check_finding(&refused[i], &d.findings);
		delivered_release(&d);
	}
}

/* In every text that is accepted every cell that may be written is written, and is the only one that is another
 * then. */
static void test_new_values(void **state)
{
	size_t writable = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++) {
		struct slice text = slice_from_c(accepted[i].text);
		struct delivered whole = { 0 };

		html_read(&whole, text, SIZE_MAX);
		for (size_t row = 0; row < whole.rows; row++) {
			for (size_t column = 0; column < 5; column++) {
				const char *broken = html_change_broken(text, &whole, row, column);

				if (broken != NULL)
					fail_msg("%s: row %zu, cell %zu: %s", accepted[i].name, row, column, broken);
				writable++;
			}
		}
		delivered_release(&whole);
	}
	assert_true(writable > 200);
}

/* A page that has everything; whatever is cut off is either missed, or only what stands behind the table. */
static const char page[] =
	"<html><head><meta charset=utf-8><style>td { x: 'y' }</style></head><body><h1>Gaji</h1>\n<table border=1>\n"
	"<tr><td colspan=2>KOTA</td></tr><tr><th>NIP</th><th>Bersih</th></tr>\n"
	"<tr><td style=\"a:'b'\">1</td><td><b>4.217.300</b></td></tr>\n<tr><td>&nbsp;2</td><td>5<!-- x --></td></tr>\n"
	"</table>\n<p>x</p></body></html>\n";

static void test_cut_anywhere(void **state)
{
	static const char rows[] = "<KOTA>{}/<NIP><Bersih>/<1><4.217.300>/<2><5>/";
	size_t table_end = (size_t)(strstr(page, "</table>") - page) + 8;

	(void)state;
	for (size_t len = 0; len < sizeof page; len++) {
		struct delivered d = { 0 };
		bool whole;

		html_read(&d, (struct slice){ page, len }, 11);
		buf_char(&d.transcript, '\0');
		whole = d.end == STATUS_END;
		if (whole && (len < table_end || strcmp(d.transcript.ptr, rows) != 0))
			fail_msg("cut at %zu and accepted: %s", len, d.transcript.ptr);
		if (strncmp(d.transcript.ptr, rows, strlen(d.transcript.ptr)) != 0)
			fail_msg("cut at %zu: %s", len, d.transcript.ptr);
		assert_int_equal(d.findings.count, whole ? 0 : 1);
		delivered_release(&d);
	}
}

static void test_places(void **state)
{
	static const char text[] = "<table>\n<tr><td> 12 </td><td><b>3</b><td></td>";
	static const char places[] = "0 0 12-25 17-19\n0 0 25-37 32-33\n0 0 37-46 41-41\nline 2 offset 8\n";
	struct delivered d = { 0 };
	struct buf whole = { 0 };

	(void)state;
	buf_append(&whole, slice_from_c(text));
	buf_append(&whole, SLICE("</table>"));
	assert_true(html_read(&d, buf_slice(&whole), 1));
	assert_int_equal(d.end, STATUS_END);
	assert_true(slice_equal(buf_slice(&d.places), slice_from_c(places)));
	assert_int_equal(d.lines, 1);
	delivered_release(&d);
	buf_release(&whole);
}

static void test_replace_escapes(void **state)
{
	struct place place = { .from = 4, .to = 20, .core_from = 8, .core_to = 10 };
	struct arena a = { 0 };
	struct patch p;

	(void)state;
	assert_int_equal(html_table_ops.replace(&place, SLICE("a<b>&\"c"), &a, &p), STATUS_OK);
	assert_true(slice_equal(p.text, SLICE("a&lt;b&gt;&amp;\"c")));
	assert_int_equal(p.from, 8);
	assert_int_equal(p.to, 10);
	place.kind = CELL_FORMULA;
	assert_int_equal(html_table_ops.replace(&place, SLICE("1"), &a, &p), STATUS_REJECT);
	arena_release(&a);
}

/* What is long: text made of a head, a part that repeats, and a tail. */
struct lengthy {
	const char *name, *head, *part;
	size_t times;
	const char *tail;
	enum status end;
	size_t rows;
	const char *value;
};

#define TEN "0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->" \
	    "0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->" \
	    "0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->0123456789<!-- -->"

static const struct lengthy lengthy[] = {
	{ "many rows", "<table>" HEAD, "<tr><td>1</td><td>4.217.300</td></tr>\n", 20000, "</table>", STATUS_END,
	  20001, "" },
	{ "many rows in one section each", "<table>" HEAD, "<tbody><tr><td rowspan=2>1</td><td>2</td></tr></tbody>",
	  3000, "</table>",
	  STATUS_END, 3001, "" },
	{ "a table of one column", "<table>", "<tr><td>1", 300, "</table>", STATUS_END, 300, "" },
	{ "a short table of one column", "<table>", "<tr><td>1", 200, "</table>", STATUS_REJECT, 0, "0" },
	{ "512 columns", "<table><tr>", "<td>1", 512, "</table>", STATUS_END, 1, "" },
	{ "513 columns", "<table><tr>", "<td>1", 513, "</table>", STATUS_REJECT, 0, "over 512 columns" },
	{ "a long comment", "<!--", "0123456789 > - -- ", 20000, "--><table>" HEAD "</table>", STATUS_END, 1, "" },
	{ "a long script", "<script>", "if (a < b) '</scrip'; ", 20000, "</script><table>" HEAD "</table>",
	  STATUS_END, 1, "" },
	{ "a long text", "", "0123456789", 6554, "<table>" HEAD "</table>", STATUS_REJECT, 0, "text over 64 KiB" },
	{ "a long text at the end", "<table>" HEAD "</table>", "0123456789", 6554, "", STATUS_REJECT, 1,
	  "text over 64 KiB" },
	{ "a long cell", "<table><tr><td>", "0123456789<b></b>", 6554, "<td></table>", STATUS_REJECT, 0,
	  "cell over 64 KiB" },
	{ "a long row", "<table><tr>", "<td>" TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN, 500, "</table>",
	  STATUS_END, 1, "" },
	{ "a row too long", "<table><tr>", "<td>" TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN, 512,
	  "</table>",
	  STATUS_REJECT, 0, "row over 1 MiB" },
	{ "a long tag", "<table><tr><td x='", "0123456789", 1638, "'>", STATUS_REJECT, 0, "tag over 16 KiB" },
	{ "a long name", "<table><tr><", "tdtdtdtdtd", 7, ">", STATUS_REJECT, 0, "name of an element" },
	{ "a long name of an attribute", "<table><tr><td ", "abcdefghij", 7, ">", STATUS_REJECT, 0,
	  "name of an attribute" },
	{ "128 attributes", "<table><tr><td>1<td", " a", 128, ">2</table>", STATUS_END, 1, "" },
	{ "many attributes", "<table><tr><td", " a", 300, ">", STATUS_REJECT, 0, "over 128 attributes in a tag" },
	{ "deep", "", "<b>", 300, "<table>", STATUS_REJECT, 0, "over 256 elements in one another" },
	{ "deep and closed again", "", "<b></b>", 300, "<table>" HEAD "</table>", STATUS_END, 1, "" },
	{ "tables in tables", "", "<table><tr><td>", 17, "", STATUS_REJECT, 0, "over 16 tables in one another" },
	{ "comments and texts without a tag", "<table>" HEAD "</table>", "<!-- -->x", 30000, "", STATUS_END, 1, "" },
};

static void test_lengthy(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lengthy); i++) {
		const struct lengthy *l = &lengthy[i];
		struct buf text = { 0 };
		struct delivered d = { 0 };

		buf_append(&text, slice_from_c(l->head));
		for (size_t n = 0; n < l->times; n++)
			buf_append(&text, slice_from_c(l->part));
		buf_append(&text, slice_from_c(l->tail));
		html_read(&d, buf_slice(&text), i % 2 == 0 ? 997 : 65536);
		if (d.end != l->end || d.rows != l->rows || d.lines != l->rows)
			fail_msg("%s: ends with %d behind %zu rows", l->name, d.end, d.rows);
		if (l->end == STATUS_REJECT && !slice_equal(d.findings.items[0].value, slice_from_c(l->value)))
			fail_msg("%s: %.*s", l->name, SLICE_ARG(d.findings.items[0].value));
		delivered_release(&d);
		buf_release(&text);
	}
}

static void test_source_fails(void **state)
{
	(void)state;
	for (size_t len = 0; len < sizeof page - 1; len += 5) {
		struct piecewise pieces = { { page, len }, 3, STATUS_FAIL };
		struct delivered d = { 0 };
		struct table t = { &html_table_ops, html_table_open(piecewise_source(&pieces), SLICE("x"), &d.findings) };

		deliver_all(&d, t, (struct slice){ page, len });
		assert_int_equal(d.end, STATUS_FAIL);
		assert_int_equal(d.findings.count, 0);
		delivered_release(&d);
	}
}

/* ---- when libxml2 gets no memory */

static struct {
	size_t calls, fail_at; /* 0: none */
	bool from_there_on;
} memory;

static bool refused_memory(void)
{
	memory.calls++;
	return memory.fail_at != 0 &&
	       (memory.from_there_on ? memory.calls >= memory.fail_at : memory.calls == memory.fail_at);
}

/* libxml2 leaks what it has of a parser that it cannot make whole, so under the address sanitizer it is always made. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static size_t allocations_to_open(void)
{
	struct piecewise nothing = { .at_end = STATUS_OK };
	struct findings findings = { 0 };

	memory.calls = 0;
	html_table_ops.free(html_table_open(piecewise_source(&nothing), SLICE("x"), &findings));
	findings_release(&findings);
	return memory.calls;
}

static void *poor_malloc(size_t size)
{
	return refused_memory() ? NULL : malloc(size);
}

static void *poor_realloc(void *old, size_t size)
{
	return refused_memory() ? NULL : realloc(old, size);
}

static char *poor_strdup(const char *s)
{
	return refused_memory() ? NULL : strdup(s);
}

/* Names, attributes and references that the parser has not seen before, so that each takes memory. */
static void make_rich(struct buf *text)
{
	buf_append(text, SLICE("<html><meta charset=utf-8><table>" HEAD "<tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d"));
	for (int i = 0; i < 10; i++) {
		buf_printf(text, "<tr x%d=1><td x:num='%d' y%d='", i, i, i);
		for (int j = 0; j < 120 * i; j++)
			buf_append(text, SLICE("&amp;"));
		buf_printf(text, "'>%d</td></foo%d><td>A &amp; B&eacute; & < 5<x%d>z</x%d>", i, i, i, i);
		buf_append(text, SLICE("<td colspan=1><b>4.217.300</b></td>\n"));
	}
	buf_append(text, SLICE("</table>"));
}

/* Each of its allocations fails once, and from each one on all fail: what is delivered is what is delivered otherwise,
 * or the beginning of it and STATUS_FAIL. */
static void test_poor_parser(void **state)
{
	struct buf text = { 0 };
	struct delivered rich = { 0 };
	size_t total;

	(void)state;
	make_rich(&text);
	memory.calls = memory.fail_at = 0;
	assert_true(html_read(&rich, buf_slice(&text), 4096));
	assert_int_equal(rich.end, STATUS_END);
	total = memory.calls;
	assert_true(total > 100);
	for (size_t n = SANITIZED ? 2 * allocations_to_open() + 2 : 2; n < 2 * total + 2; n++) {
		struct delivered d = { 0 };

		memory.calls = 0;
		memory.fail_at = n / 2;
		memory.from_there_on = n % 2 == 1;
		html_read(&d, buf_slice(&text), 4096);
		memory.fail_at = 0;
		if (!delivered_equal(&d, &rich) &&
		    (d.end != STATUS_FAIL || d.findings.count != 1 || d.findings.items[0].code != N0903_NO_MEMORY ||
		     d.transcript.len > rich.transcript.len ||
		     (d.transcript.len > 0 && memcmp(d.transcript.ptr, rich.transcript.ptr, d.transcript.len) != 0)))
			fail_msg("allocation %zu%s: end %d behind %zu rows, %.*s", n / 2, n % 2 == 1 ? " and on" : "", d.end,
			         d.rows, d.findings.count > 0 ? (int)d.findings.items[0].value.len : 0,
			         d.findings.count > 0 ? d.findings.items[0].value.ptr : "");
		delivered_release(&d);
	}
	delivered_release(&rich);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accepted),        cmocka_unit_test(test_refused),  cmocka_unit_test(test_new_values),
		cmocka_unit_test(test_cut_anywhere),    cmocka_unit_test(test_places),   cmocka_unit_test(test_replace_escapes),
		cmocka_unit_test(test_lengthy),         cmocka_unit_test(test_source_fails), cmocka_unit_test(test_poor_parser),
	};

	/* Before anything of libxml2 is called. */
	if (xmlMemSetup(free, poor_malloc, poor_realloc, poor_strdup) != 0)
		return 1;
	xmlInitParser();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
