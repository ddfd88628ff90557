/* wire/xml: what a caller is given: nodes, their places, the effect of its answers. */
#include "xml_support.h"

static void test_reads_the_sample(void **state)
{
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();

	(void)state;
	assert_int_equal(read_into(slice_from_c(uji_sample), &seen, &fs), STATUS_OK);
	assert_text("sample", "log", buf_slice(&seen.log),
	            "orang nip=198503122010011005 ket=aA>[nama{SITI <A>} hak cara=pecahan "
	            "amar[iddah mutah{ x } iddah] status{bht}];"
	            "orang nip=198503122010011006[nama{Ä} amar];");
	assert_int_equal(fs.count, 0);
	buf_release(&seen.log);
	findings_release(&fs);
}

static void test_accepts(void **state)
{
	static const char *const accepted[] = {
		HEAD TAIL,
		"\xef\xbb\xbf" HEAD TAIL,
		"<?xml version='1.0'?>" HEAD TAIL,
		"<?xml version = \"1.0\" encoding = 'utf-8' standalone='yes' ?>" HEAD TAIL,
		"\n " HEAD TAIL "\n",
		"<p:daftar xmlns:p='" UJI_URI "' judul='u'><p:orang " NIP
		"><p:nama>B</p:nama><p:amar/></p:orang></p:daftar>",
		"<p:daftar xmlns:p='" UJI_URI "' xmlns='" UJI_URI "' judul='u'><orang " NIP
		"><p:nama>B</p:nama><amar/></orang></p:daftar>",
		"<daftar xmlns='" UJI_URI "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' judul='u'/>",
		ORANG("<nama>B&#32;&quot;&apos;&#x1F600;</nama><amar/>"),
		ORANG("<nama>12345678901234567890</nama><amar/>"),
		ORANG("<nama>ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ</nama><amar/>"),
		ORANG(NAMA "<status>bht</status><amar/><amar/><status>rujuk</status>"),
		ORANG(NAMA "<hak cara='nominal'/><hak cara='nominal'/><hak cara='nominal'/><amar/>"),
		ORANG(NAMA "<amar>\r\n<mutah/><iddah></iddah><mutah>&amp;</mutah><hak cara='nominal'/></amar>"),
		ORANG(NAMA "<amar><iddah><!-- kosong --></iddah></amar>"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++) {
		enum code code;

		if (read_quietly(slice_from_c(accepted[i]), &code) != STATUS_OK)
			fail_msg("row %zu: %s", i, code_name(code));
	}
}

static void test_answers_of_the_caller(void **state)
{
	static const struct {
		enum status root, child, expected;
		size_t children;
	} rows[] = {
		{ STATUS_OK, STATUS_OK, STATUS_OK, 2 },         { STATUS_OK, STATUS_REJECT, STATUS_REJECT, 2 },
		{ STATUS_REJECT, STATUS_OK, STATUS_REJECT, 2 }, { STATUS_OK, STATUS_FAIL, STATUS_FAIL, 1 },
		{ STATUS_FAIL, STATUS_OK, STATUS_FAIL, 0 },     { STATUS_REJECT, STATUS_FAIL, STATUS_FAIL, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings fs = { 0 };
		struct seen seen = { .answer_root = rows[i].root, .answer = rows[i].child };

		assert_int_equal(read_into(slice_from_c(uji_sample), &seen, &fs), rows[i].expected);
		assert_int_equal(seen.children, rows[i].children);
		assert_int_equal(fs.count, 0);
		buf_release(&seen.log);
		findings_release(&fs);
	}
}

static void test_root_refused_hands_out_nothing(void **state)
{
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();

	(void)state;
	assert_int_equal(read_into(SLICE("<daftar xmlns='" UJI_URI "' judul=' '><orang " NIP ">" NAMA
	                                 "<amar/></orang></daftar>"),
	                           &seen, &fs),
	                 STATUS_REJECT);
	assert_int_equal(seen.roots + seen.children, 0);
	assert_int_equal(fs.count, 1);
	findings_release(&fs);
}

static enum status see_place(void *context, const struct xml_node *child)
{
	const struct xml_node *nama = xml_find(child, "nama"), *hak = xml_find(child, "hak");
	struct buf path = { 0 };
	char text[40];

	(*(uint64_t *)context)++;
	(void)snprintf(text, sizeof text, "%u:%u", (unsigned)child->line, (unsigned)child->column);
	assert_text("orang", "place", xml_attr(child, "ket"), text);
	(void)snprintf(text, sizeof text, "%u:%u", (unsigned)nama->line, (unsigned)nama->column);
	assert_text("nama", "place", nama->text, text);
	assert_null(xml_attr(child, "lahir").ptr);
	assert_null(xml_find(child, "status"));
	assert_ptr_equal(xml_next(hak)->kind, hak->kind);
	assert_null(xml_next(xml_next(hak)));
	(void)snprintf(text, sizeof text, "daftar/orang[%u]/hak[2]/@cara", (unsigned)*(uint64_t *)context);
	xml_path(xml_next(hak), "cara", &path);
	assert_text("hak", "path", buf_slice(&path), text);
	buf_release(&path);
	return STATUS_OK;
}

/* Every node says in its own content where it stands: over all chunk borders, with multi-byte characters, '>' in
 * values, comments, CRLF, entities before it. */
/* Every node says in its own content where it stands: over all chunk borders, with multi-byte characters, '>' in
 * values, comments, CRLF, entities before it. */
static void test_exact_places(void **state)
{
	static const char *const gaps[] = { "", " ", "\n", "\r\n\t", "<!-- <x> ä -->", "\n\n  <!-- \n -->" };
	struct xml_document doc = { .root = &uji_root, .namespace_uri = UJI_URI, .child = see_place };
	struct buf b = { 0 };
	struct findings fs = { 0 };
	uint64_t line = 1, column = 1, count = 0;
	size_t at = 0;

	(void)state;
	buf_append(&b, SLICE("\xef\xbb\xbf<daftar xmlns='" UJI_URI "' judul='>ä\n€'>"));
	at = 3;
	for (size_t i = 0; i < 2000; i++) {
		for (int part = 0; part < 2; part++) {
			buf_append(&b, slice_from_c(gaps[(i * 7 + (size_t)part) % COUNT(gaps)]));
			for (; at < b.len; at++) {
				line += b.ptr[at] == '\n';
				column = b.ptr[at] == '\n' ? 1 : column + (((unsigned char)b.ptr[at] & 0xc0) != 0x80);
			}
			if (part == 0)
				buf_printf(&b, "<orang panjang='%.*s>&lt;€\n' " NIP " ket='%u:%u' >", (int)(i % 90),
				           "x>"
				           "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
				           "xxxxxxxxxxxxx",
				           (unsigned)line, (unsigned)column);
			else
				buf_printf(&b,
				           "<nama>%u:%u</nama><hak cara='nominal'/><hak "
				           "cara='nominal'/><amar><mutah>€\n</mutah></amar>"
				           "</orang>",
				           (unsigned)line, (unsigned)column);
		}
	}
	buf_append(&b, SLICE(TAIL));
	doc.context = &count;
	assert_int_equal(xml_read(buf_slice(&b), &doc, SLICE("a"), &fs), STATUS_OK);
	assert_int_equal(count, 2000);
	buf_release(&b);
	findings_release(&fs);
}

static void test_normalises_as_xml_does(void **state)
{
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();

	(void)state;
	assert_int_equal(
		read_into(SLICE(HEAD "<orang " NIP " panjang=' a\tb\r\nc&#10;d&#9;'><nama>a\r\nb\rc&#13;</nama>"
	                             "<amar/></orang>" TAIL),
	                  &seen, &fs),
		STATUS_OK);
	assert_text("normal", "log", buf_slice(&seen.log),
	            "orang nip=198503122010011005 panjang= a b c\nd\t[nama{a\nb\nc\r} amar];");
	buf_release(&seen.log);
	findings_release(&fs);
}

/* libxml2 hands out the ampersand of an attribute in a form of its own. */
static void test_ampersands(void **state)
{
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();

	(void)state;
	assert_int_equal(
		read_into(SLICE(HEAD "<orang " NIP " ket='&amp;&#38;&#x26;' panjang='&amp;#38;&amp;amp;a&lt;&amp;'>"
	                             "<nama>&amp;&#38;&amp;#38;</nama><amar/></orang>" TAIL),
	                  &seen, &fs),
		STATUS_OK);
	assert_text("ampersand", "log", buf_slice(&seen.log),
	            "orang nip=198503122010011005 ket=&&& panjang=&#38;&amp;a<&[nama{&&&#38;} amar];");
	buf_release(&seen.log);
	findings_release(&fs);
}

static void test_root_of(void **state)
{
	static const struct {
		const char *xml, *name, *uri;
		enum status status;
	} rows[] = {
		{ "<daftar xmlns='" UJI_URI "' judul='u'/>", "daftar", UJI_URI, STATUS_OK },
		{ DECL "<!-- --><p:x xmlns:p='urn:a'><", NULL, NULL, STATUS_REJECT },
		{ DECL "<!-- --><p:x xmlns:p='urn:a'><y>", "x", "urn:a", STATUS_OK },
		{ "<x/>", "x", "", STATUS_OK },
		{ "<x a=1/>", NULL, NULL, STATUS_REJECT },
		{ "<!DOCTYPE x><x/>", NULL, NULL, STATUS_REJECT },
		{ "", NULL, NULL, STATUS_REJECT },
		{ "x", NULL, NULL, STATUS_REJECT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings fs = { 0 };
		struct arena arena = { 0 };
		struct slice name = { 0 }, uri = { 0 };

		assert_int_equal(xml_root_of(slice_from_c(rows[i].xml), SLICE("a"), &arena, &name, &uri, &fs),
		                 rows[i].status);
		assert_int_equal(fs.count, rows[i].status == STATUS_OK ? 0 : 1);
		assert_text(rows[i].xml, "name", name, rows[i].name);
		assert_text(rows[i].xml, "uri", uri, rows[i].uri);
		arena_release(&arena);
		findings_release(&fs);
	}
}

static void test_looks_like(void **state)
{
	static const char *const yes[] = { "<?xml", "<", " \r\n\t<a", "\xef\xbb\xbf<daftar>", "\xef\xbb\xbf\n<a", "\xff\xfe<" };
	static const char *const no[] = { "", " ", "nip,nama", "\xef\xbb\xbf", "a<b", "\"<\"" };

	(void)state;
	for (size_t i = 0; i < COUNT(yes); i++)
		assert_true(xml_looks_like(slice_from_c(yes[i])));
	for (size_t i = 0; i < COUNT(no); i++)
		assert_false(xml_looks_like(slice_from_c(no[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_the_sample),
		cmocka_unit_test(test_accepts),
		cmocka_unit_test(test_answers_of_the_caller),
		cmocka_unit_test(test_root_refused_hands_out_nothing),
		cmocka_unit_test(test_exact_places),
		cmocka_unit_test(test_normalises_as_xml_does),
		cmocka_unit_test(test_ampersands),
		cmocka_unit_test(test_root_of),
		cmocka_unit_test(test_looks_like),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
