/* libFuzzer: any bytes through xml_read with the table of xml_table.h. Oracles: no crash, no leak, a status that
 * agrees with the findings; what is accepted is well-formed for xmlReadMemory and valid for the XSD of the same shape,
 * and every node's place is the one of a '<'. The same bytes as a text through the writer must come out well-formed. */
#include "../unit/wire/xml_table.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static size_t line_start(struct slice s, uint64_t line)
{
	size_t at = slice_starts_with(s, SLICE("\xef\xbb\xbf")) ? 3 : 0;

	for (; line > 1 && at < s.len; at++)
		line -= s.ptr[at] == '\n';
	return at;
}

static void check_node(struct slice s, const struct xml_node *n)
{
	size_t at = line_start(s, n->line);

	for (uint64_t column = 1; column < n->column && at < s.len; column++)
		do
			at++;
		while (at < s.len && ((unsigned char)s.ptr[at] & 0xc0) == 0x80);
	require(at < s.len && s.ptr[at] == '<');
	for (const struct xml_node *c = n->first; c != NULL; c = c->next)
		check_node(s, c);
}

static enum status on_child(void *context, const struct xml_node *child)
{
	check_node(*(struct slice *)context, child);
	return STATUS_OK;
}

static void be_silent(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

static xmlSchemaPtr uji_schema(void)
{
	static xmlSchemaPtr schema;
	xmlSchemaParserCtxtPtr parser;

	if (schema != NULL)
		return schema;
	parser = xmlSchemaNewMemParserCtxt(uji_xsd, sizeof uji_xsd - 1);
	schema = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	require(schema != NULL);
	return schema;
}

static void require_valid(struct slice s)
{
	xmlDocPtr doc = xmlReadMemory(s.ptr, (int)s.len, "a", NULL, XML_PARSE_NONET);
	xmlSchemaValidCtxtPtr check;

	require(doc != NULL);
	check = xmlSchemaNewValidCtxt(uji_schema());
	xmlSchemaSetValidStructuredErrors(check, be_silent, NULL);
	require(xmlSchemaValidateDoc(check, doc) == 0);
	xmlSchemaFreeValidCtxt(check);
	xmlFreeDoc(doc);
}

static void read_it(struct slice s)
{
	struct xml_document doc = { .root = &uji_root, .namespace_uri = UJI_URI, .child = on_child, .context = &s };
	struct findings fs = { 0 };
	enum status status = xml_read(s, &doc, SLICE("fuzz"), &fs);

	require(status == (fs.count == 0 ? STATUS_OK : STATUS_REJECT));
	require(!findings_any(&fs, LEVEL_GAGAL));
	if (status == STATUS_OK)
		require_valid(s);
	findings_release(&fs);
}

static void write_it(struct slice s)
{
	struct xml_writer *w = xml_writer_new("a", "urn:a");
	struct buf out = { 0 };
	xmlDocPtr doc;

	xml_attribute_text(w, "b", s);
	xml_text(w, s);
	require(xml_writer_close(w, &out) == STATUS_OK);
	doc = xmlReadMemory(out.ptr, (int)out.len, "a", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
	require(doc != NULL);
	xmlFreeDoc(doc);
	buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice s = { (const char *)data, size };
	struct arena arena = { 0 };
	struct slice name, uri;
	struct findings fs = { 0 };

	xmlSetStructuredErrorFunc(NULL, be_silent);
	read_it(s);
	write_it(s);
	require(xml_root_of(s, SLICE("fuzz"), &arena, &name, &uri, &fs) != STATUS_FAIL);
	findings_release(&fs);
	arena_release(&arena);
	return 0;
}
