/* wire/xml: what is refused whatever the table says. FAILURES X01 to X07 by their ids. */
#include "xml_support.h"

#define K64 65536

static void test_X01_malformed(void **state)
{
	static const struct refusal rows[] = {
		{ "empty", "", N0401_XML_MALFORMED, 1, "", NULL, "" },
		{ "blank", " \n ", N0401_XML_MALFORMED, 0, "", NULL, "" },
		{ "text only", "nip,nama\n1,2\n", N0401_XML_MALFORMED, 0, "", NULL, "" },
		{ "wrong end tag", HEAD "\n<orang " NIP "></daftar>", N0401_XML_MALFORMED, 2, AT,
		  "Opening and ending tag mismatch: orang line 2 and daftar", "" },
		{ "no quotes", HEAD "<orang nip=1/>" TAIL, N0401_XML_MALFORMED, 1, "daftar", NULL, "" },
		{ "attribute twice", HEAD "<orang " NIP " " NIP "/>" TAIL, N0401_XML_MALFORMED, 1, "daftar",
		  "Attribute nip redefined", "" },
		{ "open quote", HEAD "\n<orang nip='1>\n<nama/></orang>" TAIL, N0401_XML_MALFORMED, 2, "",
		  "'<' inside a tag", "" },
		{ "ampersand", ORANG("<nama>A & B</nama><amar/>"), N0401_XML_MALFORMED, 1, AT "/nama", NULL, "" },
		{ "two roots", HEAD TAIL HEAD TAIL, N0401_XML_MALFORMED, 1, "", NULL, "" },
		{ "text behind", HEAD TAIL "x", N0401_XML_MALFORMED, 1, "", NULL, "" },
		{ "declaration late", " " DECL HEAD TAIL, N0401_XML_MALFORMED, 1, "", NULL, "" },
		{ "declaration odd", "<?xml version='1.0' coding='UTF-8'?>" HEAD TAIL, N0401_XML_MALFORMED, 1, "", NULL,
		  "" },
		{ "declaration without version", "<?xml encoding='UTF-8'?>" HEAD TAIL, N0401_XML_MALFORMED, 1, "", NULL,
		  "" },
		{ "control", ORANG("<nama>\x01</nama><amar/>"), N0401_XML_MALFORMED, 1, AT "/nama", NULL, "" },
		{ "control as reference", ORANG("<nama>&#1;</nama><amar/>"), N0401_XML_MALFORMED, 1, AT "/nama", NULL,
		  "" },
		{ "U+FFFF", ORANG("<nama>\xef\xbf\xbf</nama><amar/>"), N0401_XML_MALFORMED, 1, AT "/nama", NULL, "" },
		{ "]]> in text", ORANG("<nama>]]></nama><amar/>"), N0401_XML_MALFORMED, 1, AT "/nama", NULL, "" },
		{ "-- in comment", HEAD "<!-- -- -->" TAIL, N0401_XML_MALFORMED, 1, "daftar", NULL, "" },
		{ "comment without end", HEAD "<!-- " TAIL, N0401_XML_MALFORMED, 1, "", NULL, "" },
		{ "unknown markup", HEAD "<!ENTITY a 'b'>" TAIL, N0401_XML_MALFORMED, 1, "", NULL, "" },
		{ "unbound prefix", HEAD "<q:orang/>" TAIL, N0401_XML_MALFORMED, 1, "daftar", NULL, "" },
		{ "prefix unbound again", "<daftar xmlns='" UJI_URI "' xmlns:p='' judul='u'/>", N0401_XML_MALFORMED, 1,
		  "", NULL, "" },
	};
	enum code code;

	(void)state;
	assert_all_refused(rows, COUNT(rows));
	assert_int_equal(read_quietly((struct slice){ HEAD "\0" TAIL, sizeof HEAD + sizeof TAIL - 1 }, &code),
	                 STATUS_REJECT);
	assert_int_equal(code, N0401_XML_MALFORMED);
	assert_int_equal(read_quietly((struct slice){ NULL, 0 }, &code), STATUS_REJECT);
	assert_int_equal(code, N0401_XML_MALFORMED);
}

/* What stands behind the root's end tag may be missing, nothing else. Each prefix in memory of its own size, so that
 * the sanitizer sees a read behind its end. */
static void test_X01_cut_at_every_byte(void **state)
{
	size_t whole = strlen(uji_sample), body = (size_t)(strstr(uji_sample, "</daftar>") - uji_sample) + 9;
	size_t comment = (size_t)(strstr(uji_sample, "<!-- akhir") - uji_sample);

	(void)state;
	for (size_t len = 0; len <= whole; len++) {
		char *copy = malloc(len + 1);
		bool complete = (len >= body && len <= comment) || len >= whole - 1;
		enum code code;
		enum status status;

		memcpy(copy, uji_sample, len);
		copy = realloc(copy, len > 0 ? len : 1);
		status = read_quietly((struct slice){ copy, len }, &code);
		if (status != (complete ? STATUS_OK : STATUS_REJECT) ||
		    (!complete && code != N0401_XML_MALFORMED && code != N0407_XML_ENCODING))
			fail_msg("cut at %zu of %zu: status %d, %s", len, whole, (int)status,
			         code == CODE_COUNT ? "none" : code_name(code));
		free(copy);
	}
}

static void test_X02_doctype(void **state)
{
	static const struct refusal rows[] = {
		{ "empty", "<!DOCTYPE daftar>" HEAD TAIL, N0402_XML_DOCTYPE, 1, "", "<!DOCTYPE", "" },
		{ "external", DECL "<!DOCTYPE daftar SYSTEM 'file:///etc/passwd'>" HEAD TAIL, N0402_XML_DOCTYPE, 2, "",
		  NULL, "" },
		{ "XXE",
		  DECL "\n<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" ORANG("<nama>&x;</nama><amar/>"),
		  N0402_XML_DOCTYPE, 3, "", NULL, "" },
		{ "billion laughs",
		  "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]>" ORANG(
			  "<nama>&c;</nama><amar/>"),
		  N0402_XML_DOCTYPE, 1, "", NULL, "" },
		{ "behind a comment", "<!-- -->\n<!DOCTYPE d>" HEAD TAIL, N0402_XML_DOCTYPE, 2, "", NULL, "" },
		{ "inside", HEAD "<!DOCTYPE d>" TAIL, N0402_XML_DOCTYPE, 1, "", NULL, "" },
		{ "with BOM", "\xef\xbb\xbf<!DOCTYPE d>" HEAD TAIL, N0402_XML_DOCTYPE, 1, "", NULL, "" },
	};

	(void)state;
	assert_all_refused(rows, COUNT(rows));
}

static void repeat(struct buf *out, const char *text, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_append(out, slice_from_c(text));
}

/* before + text*times + after */
static enum status read_repeated(const char *before, const char *text, size_t times, const char *after, enum code *code)
{
	struct buf b = { 0 };
	enum status status;

	buf_append(&b, slice_from_c(before));
	repeat(&b, text, times);
	buf_append(&b, slice_from_c(after));
	status = read_quietly(buf_slice(&b), code);
	buf_release(&b);
	return status;
}

static void assert_repeated(const char *before, const char *text, size_t times, const char *after, enum code expected)
{
	enum code code;
	enum status status = read_repeated(before, text, times, after, &code);

	if (code != expected || status != (expected == CODE_COUNT ? STATUS_OK : STATUS_REJECT))
		fail_msg("%s%.20s*%zu: %s", before, text, times, code == CODE_COUNT ? "accepted" : code_name(code));
}

static void test_X03_depth(void **state)
{
	static const struct refusal row = {
		"33 levels",
		"<daftar xmlns='" UJI_URI "' judul='u'><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
		"<a><a><a><a><a><a><a><a><a><a><a>\n<b/>",
		N0403_XML_DEPTH,
		2,
		NULL,
		"b",
		"32",
	};
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();

	(void)state;
	assert_int_equal(read_into(slice_from_c(row.xml), &seen, &fs), STATUS_REJECT);
	assert_int_equal(fs.count, 2);
	assert_int_equal(fs.items[0].code, N0408_XML_ELEMENT_UNEXPECTED);
	assert_int_equal(fs.items[1].code, row.code);
	assert_int_equal(fs.items[1].line, row.line);
	assert_text(row.name, "value", fs.items[1].value, row.value);
	findings_release(&fs);
	assert_repeated(HEAD, "<a>", 100000, "", N0408_XML_ELEMENT_UNEXPECTED);
	assert_repeated("", "<daftar xmlns='" UJI_URI "' judul='u'>", 300, "", N0408_XML_ELEMENT_UNEXPECTED);
}

static void test_X04_long_tag(void **state)
{
	const char *open = HEAD "<orang " NIP " panjang='", *close = "'>" NAMA "<amar/></orang>" TAIL;
	size_t frame = strlen("<orang " NIP " panjang=''>");

	(void)state;
	assert_repeated(open, "x", K64 - frame, close, CODE_COUNT);
	assert_repeated(open, "x", K64 - frame + 1, close, N0404_XML_TAG_TOO_LONG);
	assert_repeated(open, ">", K64 - frame, close, CODE_COUNT);
	assert_repeated(open, "x", 10000000, "", N0404_XML_TAG_TOO_LONG);
	assert_repeated(open, " a='1'", 100000, close, N0404_XML_TAG_TOO_LONG);
	assert_repeated("<daftar", " a='1'", 100000, "/>", N0404_XML_TAG_TOO_LONG);
	assert_repeated("<daftar", " xmlns:a='1'", 129, "/>", N0404_XML_TAG_TOO_LONG);
	assert_repeated("<", "x", K64, ">", N0404_XML_TAG_TOO_LONG);
	assert_repeated("<?", "x", 2 * K64, "?>", N0404_XML_TAG_TOO_LONG);
	assert_repeated(HEAD "</daftar", " ", 2 * K64, ">", N0404_XML_TAG_TOO_LONG);
}

static void test_X04_many_attributes(void **state)
{
	struct buf b = { 0 };
	enum code code;

	(void)state;
	for (int extra = 0; extra < 2; extra++) {
		buf_clear(&b);
		buf_append(&b, SLICE("<daftar xmlns='" UJI_URI "' judul='u'"));
		for (int i = 2; i < XML_ATTRIBUTES_MAX + extra; i++)
			buf_printf(&b, " xmlns:p%d='" UJI_URI "'", i);
		buf_append(&b, SLICE("/>"));
		assert_int_equal(read_quietly(buf_slice(&b), &code), extra ? STATUS_REJECT : STATUS_OK);
		assert_int_equal(code, extra ? N0404_XML_TAG_TOO_LONG : CODE_COUNT);
	}
	buf_release(&b);
}

static void test_X05_long_text(void **state)
{
	const char *open = HEAD "<orang " NIP ">" NAMA "<amar><mutah>", *close = "</mutah></amar></orang>" TAIL;

	(void)state;
	assert_repeated(open, "x", K64, close, CODE_COUNT);
	assert_repeated(open, "x", K64 + 1, close, N0405_XML_TEXT_TOO_LONG);
	assert_repeated(open, "&#65;", 13108, close, N0405_XML_TEXT_TOO_LONG);
	assert_repeated(open, "&#65;", 13107, close, CODE_COUNT);
	assert_repeated(HEAD, " ", K64, TAIL, CODE_COUNT);
	assert_repeated(HEAD, "\n", K64 + 1, TAIL, N0405_XML_TEXT_TOO_LONG);
	assert_repeated(HEAD TAIL, "\n", K64 + 1, "", N0405_XML_TEXT_TOO_LONG);
	assert_repeated(HEAD "<!--", "x", K64, "-->" TAIL, CODE_COUNT);
	assert_repeated(HEAD "<!--", "x", K64 + 1, "-->" TAIL, N0405_XML_TEXT_TOO_LONG);
	assert_repeated(open, "x<!---->", 100000, close, N0406_XML_FORBIDDEN_NODE);
	assert_repeated(open, "<a/>x", 100000, close, N0408_XML_ELEMENT_UNEXPECTED);
}

static void test_X06_forbidden_nodes(void **state)
{
	static const struct refusal rows[] = {
		{ "PI first", "<?xml-stylesheet href='a'?>\n" HEAD TAIL, N0406_XML_FORBIDDEN_NODE, 1, "",
		  "<?xml-stylesheet?>", "" },
		{ "PI last", HEAD TAIL "\n<?php a?>", N0406_XML_FORBIDDEN_NODE, 2, "", "<?php?>", "" },
		{ "PI between", HEAD "\n\n<?php a?>" TAIL, N0406_XML_FORBIDDEN_NODE, 3, "daftar", "<?php?>", "" },
		{ "PI in a value", ORANG("<nama>A<?p?>B</nama><amar/>"), N0406_XML_FORBIDDEN_NODE, 1, AT "/nama",
		  "<?p?>", "" },
		{ "comment in a value", ORANG("<nama>A<!-- x -->B</nama>\n<amar/>"), N0406_XML_FORBIDDEN_NODE, 1,
		  AT "/nama", "<!-- -->", "" },
		{ "comment before a value", ORANG("<nama><!-- x -->B</nama><amar/>"), N0406_XML_FORBIDDEN_NODE, 1,
		  AT "/nama", NULL, "" },
		{ "CDATA in a value", ORANG("<nama>A<![CDATA[B]]></nama><amar/>"), N0406_XML_FORBIDDEN_NODE, 1,
		  AT "/nama", "<![CDATA[", "" },
		{ "two CDATA in a value", ORANG("<nama><![CDATA[B]]><![CDATA[B]]></nama><amar/>"),
		  N0406_XML_FORBIDDEN_NODE, 1, AT "/nama", "<![CDATA[", "" },
		{ "CDATA between", HEAD "<![CDATA[ ]]>" TAIL, N0406_XML_FORBIDDEN_NODE, 1, "daftar", "<![CDATA[", "" },
		{ "empty CDATA between", HEAD "\n<orang " NIP ">" NAMA "<amar><![CDATA[]]></amar></orang>" TAIL,
		  N0406_XML_FORBIDDEN_NODE, 2, AT "/amar[1]", "<![CDATA[", "" },
		{ "XInclude", HEAD "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='a'/>" TAIL,
		  N0415_XML_NAMESPACE, 1, "daftar/include", "http://www.w3.org/2001/XInclude", UJI_URI },
	};

	(void)state;
	assert_all_refused(rows, COUNT(rows));
}

static void test_X07_encoding_version_entity(void **state)
{
	static const struct refusal rows[] = {
		{ "Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?>" HEAD TAIL, N0407_XML_ENCODING, 1, "",
		  "ISO-8859-1", "UTF-8" },
		{ "says UTF-16", "<?xml version='1.0' encoding='UTF-16'?>" HEAD TAIL, N0407_XML_ENCODING, 1, "",
		  "UTF-16", "UTF-8" },
		{ "UTF8", "<?xml version='1.0' encoding='UTF8'?>" HEAD TAIL, N0407_XML_ENCODING, 1, "", "UTF8",
		  "UTF-8" },
		{ "no encoding", "<?xml version='1.0' encoding=''?>" HEAD TAIL, N0407_XML_ENCODING, 1, "", "",
		  "UTF-8" },
		{ "XML 1.1", "<?xml version='1.1'?>" HEAD TAIL, N0407_XML_ENCODING, 1, "", "1.1", "1.0" },
		{ "XML 2", "<?xml version='2.0' encoding='UTF-8'?>" HEAD TAIL, N0407_XML_ENCODING, 1, "", "2.0",
		  "1.0" },
		{ "Latin-1 bytes", DECL ORANG("<nama>\xc4</nama><amar/>"), N0407_XML_ENCODING, 2, "", "\xc4", "UTF-8" },
		{ "overlong", HEAD "\n\n\xc0\xaf" TAIL, N0407_XML_ENCODING, 3, "", "\xc0", "UTF-8" },
		{ "surrogate", HEAD "\xed\xa0\x80" TAIL, N0407_XML_ENCODING, 1, "", "\xed", "UTF-8" },
		{ "UTF-16 mark", "\xff\xfe<", N0407_XML_ENCODING, 1, "", "UTF-16", "UTF-8" },
		{ "UTF-16 mark, big", "\xfe\xff", N0407_XML_ENCODING, 1, "", "UTF-16", "UTF-8" },
		{ "undeclared entity", ORANG("<nama>&nbsp;</nama><amar/>"), N0401_XML_MALFORMED, 1, AT "/nama",
		  "Entity 'nbsp' not defined", "" },
		{ "undeclared entity in attribute", WITH("ket='&nbsp;'"), N0401_XML_MALFORMED, 1, "daftar", NULL, "" },
	};
	static const struct slice wide[] = {
		{ "<\0?\0x\0m\0l\0", 10 }, { "\0<\0?", 4 },  { "\xff\xfe\0\0<\0\0\0", 8 },
		{ "\0\0\0<", 4 },          { "<\0\0\0", 4 },
	};

	(void)state;
	assert_all_refused(rows, COUNT(rows));
	for (size_t i = 0; i < COUNT(wide); i++) {
		enum code code;

		assert_int_equal(read_quietly(wide[i], &code), STATUS_REJECT);
		assert_int_equal(code, N0407_XML_ENCODING);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_X01_malformed),
		cmocka_unit_test(test_X01_cut_at_every_byte),
		cmocka_unit_test(test_X02_doctype),
		cmocka_unit_test(test_X03_depth),
		cmocka_unit_test(test_X04_long_tag),
		cmocka_unit_test(test_X04_many_attributes),
		cmocka_unit_test(test_X05_long_text),
		cmocka_unit_test(test_X06_forbidden_nodes),
		cmocka_unit_test(test_X07_encoding_version_entity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
