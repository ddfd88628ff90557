/* wire/xml held against libxml2's own schema validation: on documents put together at random from sound and unsound
 * pieces, the table and the XSD of xml_table.h must give the same
 * verdict, and the nodes hold what libxml2's tree holds. Left out is what the reader refuses beyond
 * an XSD: comments, CDATA and instructions in values, xsi:*, days that do not exist, a word twice. */
#include "xml_oracle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const attributes[] = {
	"nip='198503122010011005'",
	"nip='19850312201001100x'",
	"nip=''",
	"lahir='2024-02-29'",
	"lahir='2024-2-29'",
	"lahir='1899-01-01'",
	"bulan='2026-12'",
	"bulan='2026-13'",
	"jumlah='1'",
	"jumlah='600'",
	"jumlah='601'",
	"jumlah='0'",
	"jumlah=' 1'",
	"jumlah='1\n'",
	"porsi='1/3'",
	"porsi='0/1'",
	"porsi='1/1001'",
	"porsi='01/3'",
	"porsi='1/0'",
	"id='a-1'",
	"id='-a'",
	"id='A'",
	"id=''",
	"kelas='ibu'",
	"kelas='ibu '",
	"kelas='wali'",
	"kelas=''",
	"sumber='gaji'",
	"sumber='gaji tpp'",
	"sumber='tpp\tgaji'",
	"sumber='gaji  tpp'",
	"sumber=' gaji'",
	"sumber=''",
	"ket=''",
	"ket='&amp;&#38;&lt;&#x26;&amp;#38;'",
	"ket='&amp;123456789'",
	"ket='&amp;1234567890'",
	"panjang='&amp;amp; &quot;&apos;&gt; &amp;'",
	"ket='&#xE4;bcdefghij'",
	"ket='&#xE4;bcdefghijk'",
	"panjang='&lt;\n>'",
	"umur='1'",
	"xml:lang='id'",
	"xml:space='default'",
	"q:nip='1' xmlns:q='" UJI_URI "'",
	"xmlns:r='urn:r'",
	"cara='nominal'",
};

static const char *const children[] = {
	"<nama>A</nama>",
	"<nama> </nama>",
	"<nama/>",
	"<nama>&#65;&amp;\n</nama>",
	"<nama>&amp;&#38;&amp;amp;&lt;&quot;</nama>",
	"<nama>1&amp;345678901234567890</nama>",
	"<nama>123456789012345678901</nama>",
	"<nama>A<b/></nama>",
	"<nama a='1'>A</nama>",
	"<status>bht</status>",
	"<status>rujuk</status>",
	"<status> bht</status>",
	"<status/>",
	"<hak cara='pecahan'/>",
	"<hak cara='nominal'></hak>",
	"<hak/>",
	"<hak cara='x'/>",
	"<hak cara='nominal'> </hak>",
	"<hak cara='nominal'><!-- a --></hak>",
	"<amar/>",
	"<amar> \n</amar>",
	"<amar>x</amar>",
	"<amar><iddah/><mutah/><iddah/></amar>",
	"<amar><hak cara='nominal'/><iddah/></amar>",
	"<amar><mutah>&#9;x</mutah><hak cara='nominal'/></amar>",
	"<amar><hak cara='nominal'/><hak cara='nominal'/></amar>",
	"<amar><iddah> </iddah></amar>",
	"<amar><iddah><x/></iddah></amar>",
	"<!-- a -->",
	" ",
	"\r\n",
	"&#32;",
	"x",
	"&#120;",
	"<x/>",
	"<Nama>A</Nama>",
	"<p:amar xmlns:p='" UJI_URI "'/>",
	"<amar xmlns='urn:y'/>",
	"<amar xmlns=''/>",
	"<orang/>",
};

static uint32_t dice(uint32_t *seed, size_t sides)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (uint32_t)((*seed >> 8) % sides);
}

#define ANY(list) ((list)[dice(seed, COUNT(list))])

static void add_attributes(struct buf *out, uint32_t *seed)
{
	bool sound = dice(seed, 4) > 0;

	if (sound)
		buf_append(out, SLICE(" nip='198503122010011005'"));
	for (uint32_t n = dice(seed, 3); n > 0; n--) {
		buf_char(out, ' ');
		buf_append(out, slice_from_c(ANY(attributes)));
	}
}

static void add_children(struct buf *out, uint32_t *seed)
{
	static const char *const sound[] = {
		"<nama>A</nama>", "<status>bht</status>",  "<hak cara='pecahan'/>", "<hak cara='nominal'/>",
		"<amar/>",        "<amar><iddah/></amar>", "<status>bht</status>"
	};
	const char *picked[COUNT(sound)];
	size_t count = 0, wrong = dice(seed, 3);

	for (size_t i = 0; i < COUNT(sound); i++)
		if (i == 0 || i == 4 || dice(seed, 2) == 0)
			picked[count++] = sound[i];
	for (; wrong > 0; wrong--) {
		size_t a = dice(seed, count), b = dice(seed, count);
		const char *kept = picked[a];

		picked[a] = dice(seed, 3) == 0 ? picked[b] : ANY(children);
		if (dice(seed, 4) == 0)
			picked[b] = kept;
	}
	for (size_t i = 0; i < count; i++)
		buf_append(out, slice_from_c(picked[i]));
}

static void build(struct buf *out, uint32_t *seed)
{
	static const char *const roots[] = { "<daftar xmlns='" UJI_URI "' judul='u'>",
		                             "<daftar xmlns='" UJI_URI "' judul='u'>",
		                             "<daftar xmlns='" UJI_URI "' judul='u'>\n",
		                             "<daftar xmlns='" UJI_URI "' judul='u'> x",
		                             "<daftar xmlns='" UJI_URI "' judul=' '>",
		                             "<daftar xmlns='" UJI_URI "'>",
		                             "<daftar judul='u'>",
		                             "<!-- a --><daftar judul='u' xmlns='" UJI_URI "'>" };

	buf_clear(out);
	buf_append(out, slice_from_c(ANY(roots)));
	for (uint32_t n = dice(seed, 3); n > 0; n--) {
		buf_append(out, SLICE("<orang"));
		add_attributes(out, seed);
		buf_char(out, '>');
		add_children(out, seed);
		buf_append(out, SLICE("</orang>"));
	}
	buf_append(out, SLICE("</daftar>"));
}

static enum status see_child(void *context, const struct xml_node *child)
{
	xmlNodePtr *next = context;

	*next = oracle_element(*next);
	assert_non_null(*next);
	if (!oracle_same(child, *next))
		fail_msg("the element at line %u differs", (unsigned)child->line);
	*next = (*next)->next;
	return STATUS_OK;
}

/* `dom` is NULL where libxml2 refuses the document, or where children may be left out because they are not sound. */
static bool reader_accepts(struct slice s, xmlDocPtr dom)
{
	xmlNodePtr next = dom != NULL ? xmlDocGetRootElement(dom)->children : NULL;
	struct xml_document doc = {
		.root = &uji_root, .namespace_uri = UJI_URI, .child = dom != NULL ? see_child : NULL, .context = &next
	};
	struct findings fs = { 0 };
	enum status status = xml_read(s, &doc, SLICE("a"), &fs);

	assert_true(status == STATUS_OK || status == STATUS_REJECT);
	assert_true((status == STATUS_OK) == (fs.count == 0));
	assert_true(dom == NULL || oracle_element(next) == NULL);
	findings_release(&fs);
	return status == STATUS_OK;
}

static void test_same_verdict_and_values_as_libxml2(void **state)
{
	xmlSchemaPtr schema = oracle_schema();
	struct buf b = { 0 };
	uint32_t seed = 1;
	size_t accepted = 0, refused = 0;

	(void)state;
	assert_non_null(schema);
	for (int i = 0; i < 4000; i++) {
		xmlDocPtr dom;
		bool expected;

		build(&b, &seed);
		dom = oracle_parse(buf_slice(&b));
		expected = oracle_valid(schema, dom);
		if (reader_accepts(buf_slice(&b), expected ? dom : NULL) != expected)
			fail_msg("the schema %s: %.*s", expected ? "accepts" : "refuses", SLICE_ARG(buf_slice(&b)));
		xmlFreeDoc(dom);
		accepted += expected;
		refused += !expected;
	}
	assert_true(accepted > 500 && refused > accepted);
	buf_release(&b);
	xmlSchemaFree(schema);
	xmlCleanupParser();
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_same_verdict_and_values_as_libxml2) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
