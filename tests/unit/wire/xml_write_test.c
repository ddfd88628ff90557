/* wire/xml: writing. What is written is read back by libxml2 and must be what went in. */
#include "xml_support.h"

#include <libxml/parser.h>

static struct slice finish(struct xml_writer *w, struct buf *out)
{
	assert_int_equal(xml_writer_close(w, out), STATUS_OK);
	return buf_slice(out);
}

static void test_form(void **state)
{
	struct buf out = { 0 };
	struct xml_writer *w = xml_writer_new("rekonsiliasi", "urn:nafkah:rekonsiliasi:1");

	(void)state;
	xml_attribute_text(w, "periode", SLICE("2026-01"));
	xml_open(w, "berkas");
	xml_attribute_text(w, "nama", SLICE("a \"b\" <c> & 'd' é"));
	xml_attribute_number(w, "baris", INT64_MIN);
	xml_close(w);
	xml_open(w, "temuan");
	xml_attribute_text(w, "kosong", SLICE(""));
	xml_text(w, SLICE("satu "));
	xml_text(w, SLICE("<dua> \"&\""));
	xml_close(w);
	xml_open(w, "a");
	xml_open(w, "b");
	xml_text(w, SLICE(""));
	xml_close(w);
	xml_open(w, "c"); /* left open: closing the writer closes it */
	assert_text("form", "document", finish(w, &out),
	            DECL "<rekonsiliasi xmlns=\"urn:nafkah:rekonsiliasi:1\" periode=\"2026-01\">\n"
	                 "  <berkas nama=\"a &quot;b&quot; &lt;c&gt; &amp; 'd' é\" baris=\"-9223372036854775808\"/>\n"
	                 "  <temuan kosong=\"\">satu &lt;dua&gt; \"&amp;\"</temuan>\n"
	                 "  <a>\n"
	                 "    <b/>\n"
	                 "    <c/>\n"
	                 "  </a>\n"
	                 "</rekonsiliasi>\n");
	buf_release(&out);
}

static void test_only_a_root(void **state)
{
	struct buf out = { 0 };

	(void)state;
	buf_append(&out, SLICE("x"));
	assert_text("root", "document", finish(xml_writer_new("a", NULL), &out), "x" DECL "<a/>\n");
	buf_release(&out);
}

static void test_no_writer(void **state)
{
	struct buf out = { 0 };

	(void)state;
	xml_open(NULL, "a");
	xml_attribute_text(NULL, "a", SLICE("b"));
	xml_attribute_number(NULL, "a", 1);
	xml_text(NULL, SLICE("b"));
	xml_close(NULL);
	assert_int_equal(xml_writer_close(NULL, &out), STATUS_FAIL);
	assert_true(out.failed);
}

static const struct {
	struct slice in, out; /* NULL: as it went in */
} texts[] = {
	{ { "a\tb\nc\rd\r\n", 9 }, { NULL, 0 } },
	{ { " ]]> --> <!-- &amp; %", 21 }, { NULL, 0 } },
	{ { "\xf0\x9f\x98\x80\xc2\x80\x7f", 7 }, { NULL, 0 } },
	{ { "a\0b", 3 }, { "a\\x00b", 6 } },
	{ { "\x01\x1f\x1b[0m", 6 }, { "\\x01\\x1F\\x1B[0m", 15 } },
	{ { "\xff\xfe", 2 }, { "\\xFF\\xFE", 8 } },
	{ { "\xc3", 1 }, { "\\xC3", 4 } },
	{ { "\xc3\xa4\xc3"
	    "<\xe2\x82",
	    6 },
	  { "\xc3\xa4\\xC3<\\xE2\\x82", 15 } },
	{ { "\xed\xa0\x80", 3 }, { "\\xED\\xA0\\x80", 12 } },
	{ { "\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd", 9 }, { "\\xEF\\xBF\\xBE\\xEF\\xBF\\xBF\xef\xbf\xbd", 27 } },
	{ { "\\x41", 4 }, { NULL, 0 } },
};

static void test_round_trip(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct slice expected = texts[i].out.ptr != NULL ? texts[i].out : texts[i].in, s;
		struct buf out = { 0 };
		struct xml_writer *w = xml_writer_new("a", NULL);
		xmlDoc *doc;
		xmlChar *attribute, *content;

		xml_attribute_text(w, "b", texts[i].in);
		xml_text(w, texts[i].in);
		s = finish(w, &out);
		doc = xmlReadMemory(s.ptr, (int)s.len, "a", NULL, XML_PARSE_NONET);
		assert_non_null(doc);
		attribute = xmlGetProp(xmlDocGetRootElement(doc), (const xmlChar *)"b");
		content = xmlNodeGetContent(xmlDocGetRootElement(doc));
		assert_true(slice_equal(slice_from_c((const char *)attribute), expected));
		assert_true(slice_equal(slice_from_c((const char *)content), expected));
		xmlFree(attribute);
		xmlFree(content);
		xmlFreeDoc(doc);
		buf_release(&out);
	}
	xmlCleanupParser();
}

static void test_long_document(void **state)
{
	struct buf out = { 0 };
	struct xml_writer *w = xml_writer_new("daftar", UJI_URI);
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();

	(void)state;
	xml_attribute_text(w, "judul", SLICE("u"));
	for (int i = 0; i < 5000; i++) {
		xml_open(w, "orang");
		xml_attribute_text(w, "nip", SLICE("198503122010011005"));
		xml_open(w, "nama");
		xml_text(w, SLICE("A & B"));
		xml_close(w);
		xml_open(w, "amar");
		xml_close(w);
		xml_close(w);
	}
	assert_int_equal(read_into(finish(w, &out), &seen, &fs), STATUS_OK);
	assert_int_equal(seen.children, 5000);
	buf_release(&seen.log);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_form),          cmocka_unit_test(test_only_a_root),
		cmocka_unit_test(test_no_writer),     cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_long_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
