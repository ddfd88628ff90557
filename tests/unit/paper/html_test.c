/* The HTML writer: nothing from an input becomes markup, a formula or an invisible trick, whatever its bytes are. */
#include <nafkah/html.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(literal) { (literal), sizeof(literal) - 1 }

static const struct {
	const char *why;
	struct slice input;
	const char *text;
} texts[] = {
	{ "plain", BYTES("BUDI SANTOSO, S.Sos."), "BUDI SANTOSO, S.Sos." },
	{ "nothing", BYTES(""), "" },
	{ "letters of other scripts", BYTES("Zoë Ñ 漢 𝄞"), "Zoë Ñ 漢 𝄞" },
	{ "markup", BYTES("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;" },
	{ "an entity", BYTES("a&amp;b"), "a&amp;amp;b" },
	{ "quotes", BYTES("\"a\" 'b'"), "&quot;a&quot; &#39;b&#39;" },
	{ "the end of a comment or of CDATA", BYTES("-->]]>"), "&#39;--&gt;]]&gt;" },
	{ "formula", BYTES("=1+1"), "&#39;=1+1" },
	{ "plus", BYTES("+62811"), "&#39;+62811" },
	{ "minus", BYTES("-5"), "&#39;-5" },
	{ "at", BYTES("@SUM(A1)"), "&#39;@SUM(A1)" },
	{ "TAB", BYTES("\t=1"), "&#39;\\u0009=1" },
	{ "a TAB before a word", BYTES("\tA"), "&#39;\\u0009A" },
	{ "CR", BYTES("\rA"), "&#39;\\u000DA" },
	{ "blanks in front are dropped on pasting", BYTES("  =1"), "&#39;  =1" },
	{ "a no-break space, too", BYTES("\xc2\xa0=1"), "&#39;\xc2\xa0=1" },
	{ "an em space", BYTES("\xe2\x80\x83@x"), "&#39;\xe2\x80\x83@x" },
	{ "full width =", BYTES("\xef\xbc\x9d" "1"), "&#39;\xef\xbc\x9d" "1" },
	{ "full width + - @", BYTES("\xef\xbc\x8b"), "&#39;\xef\xbc\x8b" },
	{ "the minus sign", BYTES("\xe2\x88\x92" "1"), "&#39;\xe2\x88\x92" "1" },
	{ "behind a word it is none", BYTES("A=1"), "A=1" },
	{ "a lone apostrophe stays", BYTES("'a"), "&#39;a" },
	{ "NUL", BYTES("a\0b"), "a\\u0000b" },
	{ "ESC", BYTES("\x1b[31m"), "\\u001B[31m" },
	{ "line ends", BYTES("a\nb\r\nc"), "a\\u000Ab\\u000D\\u000Ac" },
	{ "DEL", BYTES("\x7f"), "\\u007F" },
	{ "C1", BYTES("\xc2\x85"), "\\u0085" },
	{ "right to left override", BYTES("a\xe2\x80\xae" "b"), "a\\u202Eb" },
	{ "isolates", BYTES("\xe2\x81\xa6x\xe2\x81\xa9"), "\\u2066x\\u2069" },
	{ "zero width", BYTES("a\xe2\x80\x8b" "b"), "a\\u200Bb" },
	{ "a BOM", BYTES("\xef\xbb\xbf" "a"), "\\uFEFFa" },
	{ "soft hyphen", BYTES("a\xc2\xad" "b"), "a\\u00ADb" },
	{ "line separator", BYTES("\xe2\x80\xa8"), "\\u2028" },
	{ "what XML cannot carry", BYTES("\xef\xbf\xbe\xef\xbf\xbf"), "\\uFFFE\\uFFFF" },
	{ "a noncharacter of a higher plane", BYTES("\xf0\x9f\xbf\xbf"), "\\u1FFFF" },
	{ "tags of the plane of tags", BYTES("\xf3\xa0\x81\x81"), "\\uE0041" },
	{ "not UTF-8", BYTES("a\xff" "b"), "a\\xFFb" },
	{ "overlong <", BYTES("\xc0\xbc" "b"), "\\xC0\\xBCb" },
	{ "a surrogate", BYTES("\xed\xa0\x80"), "\\xED\\xA0\\x80" },
	{ "cut in a character", BYTES("a\xe2\x82"), "a\\xE2\\x82" },
	{ "a formula behind bytes that are not UTF-8 begins with text", BYTES("\xff=1"), "\\xFF=1" },
};

static void escapes_texts(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buf got = { 0 };
		struct html h = { .out = &got };
		struct buf expected = { 0 };

		html_open(&h, "td");
		html_attr(&h, "title", texts[i].input);
		html_text(&h, texts[i].input);
		html_close(&h);
		buf_printf(&expected, "<td title=\"%s\">%s</td>", texts[i].text, texts[i].text);
		if (!slice_equal(buf_slice(&got), buf_slice(&expected))) {
			print_error("%s: %.*s\n", texts[i].why, SLICE_ARG(buf_slice(&got)));
			wrong++;
		}
		buf_release(&got);
		buf_release(&expected);
	}
	assert_int_equal(wrong, 0);
}

/* The program's own words are escaped, but "-Rp1" would be no formula of an input, and is left as it is. */
static void own_words(void **state)
{
	struct buf got = { 0 };
	struct html h = { .out = &got };

	(void)state;
	html_element(&h, "td", "n", "-1 < 2 & \"3\"");
	html_element_text(&h, "td", NULL, SLICE("-1"));
	assert_true(slice_equal(buf_slice(&got), SLICE("<td class=\"n\">-1 &lt; 2 &amp; &quot;3&quot;</td><td>&#39;-1</td>")));
	buf_release(&got);
}

static void structure(void **state)
{
	struct buf got = { 0 };
	struct html h = { .out = &got };

	(void)state;
	html_begin(&h);
	html_open(&h, "p");
	html_open(&h, "br");
	html_close(&h);
	html_open(&h, "b");
	html_close(&h);
	html_attr_number(&(struct html){ .out = &got, .in_tag = true }, "x", -3);
	html_words(&h, "a");
	html_close(&h);
	assert_true(slice_equal(buf_slice(&got), SLICE("<!DOCTYPE html>\n<p><br/><b></b> x=\"-3\"a</p>\n")));
	assert_int_equal(h.depth, 0);
	buf_release(&got);
}

static void a_style_is_left_as_it_is(void **state)
{
	struct buf got = { 0 };
	struct html h = { .out = &got };

	(void)state;
	html_open(&h, "style");
	html_style(&h, "a>b{}");
	html_close(&h);
	assert_true(slice_equal(buf_slice(&got), SLICE("<style>a>b{}</style>\n")));
	buf_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escapes_texts),
		cmocka_unit_test(own_words),
		cmocka_unit_test(structure),
		cmocka_unit_test(a_style_is_left_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
