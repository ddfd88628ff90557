/* libFuzzer: any bytes through xml_read with the table of xml_table.h. Oracles: no crash, no leak, a status that
 * agrees with the findings; what is accepted is well-formed for xmlReadMemory, valid for the XSD of the same shape and
 * equal to libxml2's tree, and every node's place is the one of a '<'. The same bytes as a text through the writer must
 * come out well-formed. */
#include "../unit/wire/xml_oracle.h"

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

struct held {
	struct slice s;
	xmlNodePtr next;
	bool differs; /* allowed only where the document is refused: unsound children are left out */
};

static enum status on_child(void *context, const struct xml_node *child)
{
	struct held *h = context;

	check_node(h->s, child);
	h->next = oracle_element(h->next);
	if (h->next == NULL || !oracle_same(child, h->next))
		h->differs = true;
	else
		h->next = h->next->next;
	return STATUS_OK;
}

static xmlSchemaPtr schema(void)
{
	static xmlSchemaPtr once;

	if (once == NULL)
		once = oracle_schema();
	require(once != NULL);
	return once;
}

static void read_it(struct slice s)
{
	xmlDocPtr dom = oracle_parse(s);
	struct held held = { .s = s, .next = dom != NULL ? xmlDocGetRootElement(dom)->children : NULL };
	struct xml_document doc = { .root = &uji_root, .namespace_uri = UJI_URI, .child = on_child, .context = &held };
	struct findings fs = { 0 };
	enum status status = xml_read(s, &doc, SLICE("fuzz"), &fs);

	require(status == (fs.count == 0 ? STATUS_OK : STATUS_REJECT));
	require(!findings_any(&fs, LEVEL_GAGAL));
	if (status == STATUS_OK)
		require(!held.differs && oracle_element(held.next) == NULL && oracle_valid(schema(), dom));
	xmlFreeDoc(dom);
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

	xmlSetStructuredErrorFunc(NULL, oracle_silence);
	read_it(s);
	write_it(s);
	require(xml_root_of(s, SLICE("fuzz"), &arena, &name, &uri, &fs) != STATUS_FAIL);
	findings_release(&fs);
	arena_release(&arena);
	return 0;
}
