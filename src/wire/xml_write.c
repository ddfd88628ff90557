/* The only file that includes libxml2's writer. When that lacks memory it sometimes leaves out a piece and reports
 * success (2.9.14: all of xmlEncodeSpecialChars, and list entries for open elements). So values are escaped here, the
 * document goes into a struct buf of ours, and its length is held against what every call must have added: a document
 * that lacks a piece must not look finished. */
#include <nafkah/xml.h>

#include <libxml/xmlwriter.h>

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 2 };

enum holds { HOLDS_NOTHING, HOLDS_ELEMENTS, HOLDS_TEXT };

struct open_element {
	enum holds holds;
	size_t name_len;
};

struct xml_writer {
	xmlTextWriter *text;
	struct buf out, clean;
	size_t expected; /* bytes of the document so far */
	struct open_element open[XML_DEPTH_MAX];
	size_t depth;
	bool failed;
	xmlGenericErrorFunc say; /* what the library did with its complaints before */
	void *say_context;
};

static void be_silent(void *context, const char *format, ...)
{
	(void)context;
	(void)format;
}

static int take_bytes(void *context, const char *bytes, int len)
{
	struct buf *out = context;

	buf_append(out, (struct slice){ bytes, len > 0 ? (size_t)len : 0 });
	return out->failed ? -1 : len;
}

static const xmlChar *as_xml(const char *s)
{
	return (const xmlChar *)s;
}

/* Every call's result goes through here, with the number of bytes that it adds to the document. */
static void keep(struct xml_writer *w, int result, size_t bytes)
{
	w->failed |= result < 0;
	w->expected += bytes;
}

static void start(struct xml_writer *w)
{
	static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

	keep(w, xmlTextWriterSetIndent(w->text, 1), 0);
	keep(w, xmlTextWriterSetIndentString(w->text, as_xml("  ")), 0);
	keep(w, xmlTextWriterStartDocument(w->text, NULL, "UTF-8", NULL), sizeof declaration - 1);
}

static void writer_free(struct xml_writer *w)
{
	if (w == NULL)
		return;
	xmlFreeTextWriter(w->text);
	xmlSetGenericErrorFunc(w->say_context, w->say);
	buf_release(&w->out);
	buf_release(&w->clean);
	free(w);
}

struct xml_writer *xml_writer_new(const char *root, const char *namespace_uri)
{
	struct xml_writer *w = calloc(1, sizeof *w);
	xmlOutputBuffer *sink;

	if (w == NULL)
		return NULL;
	w->say = xmlGenericError;
	w->say_context = xmlGenericErrorContext;
	xmlSetGenericErrorFunc(NULL, be_silent);
	sink = xmlOutputBufferCreateIO(take_bytes, NULL, &w->out, NULL);
	if (sink != NULL)
		w->text = xmlNewTextWriter(sink);
	if (w->text == NULL) {
		if (sink != NULL)
			(void)xmlOutputBufferClose(sink);
		writer_free(w);
		return NULL;
	}
	start(w);
	xml_open(w, root);
	if (namespace_uri != NULL)
		xml_attribute_text(w, "xmlns", slice_from_c(namespace_uri));
	return w;
}

static const char *reference(char c, bool attribute)
{
	switch (c) {
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '&':
		return "&amp;";
	case '\r':
		return "&#13;";
	case '"':
		return attribute ? "&quot;" : NULL;
	case '\n':
		return attribute ? "&#10;" : NULL;
	case '\t':
		return attribute ? "&#9;" : NULL;
	default:
		return NULL;
	}
}

/* How many bytes at the front of `s`, which is valid UTF-8, XML cannot carry: a control byte, or U+FFFE, U+FFFF. */
static size_t uncarried(struct slice s)
{
	unsigned char c = (unsigned char)s.ptr[0];

	if (c < 0x20)
		return c != '\t' && c != '\n' && c != '\r';
	return slice_starts_with(s, SLICE("\xef\xbf\xbe")) || slice_starts_with(s, SLICE("\xef\xbf\xbf")) ? 3 : 0;
}

static void escape_valid(struct buf *out, struct slice s, bool attribute)
{
	size_t plain = 0;

	for (size_t i = 0; i < s.len; i++) {
		const char *instead = reference(s.ptr[i], attribute);
		size_t bad = instead == NULL ? uncarried(slice_sub(s, i, s.len)) : 0;

		if (instead == NULL && bad == 0)
			continue;
		buf_append(out, slice_sub(s, plain, i - plain));
		if (instead != NULL)
			buf_append(out, slice_from_c(instead));
		for (size_t k = 0; k < bad; k++)
			buf_printf(out, "\\x%02X", (unsigned)(unsigned char)s.ptr[i + k]);
		i += bad > 0 ? bad - 1 : 0;
		plain = i + 1;
	}
	buf_append(out, slice_sub(s, plain, s.len));
}

/* `value` escaped into w->clean, which lives until the next call. */
static void escape(struct xml_writer *w, struct slice value, bool attribute)
{
	buf_clear(&w->clean);
	while (value.len > 0) {
		size_t valid = utf8_valid_prefix(value);

		escape_valid(&w->clean, slice_sub(value, 0, valid), attribute);
		if (valid < value.len)
			buf_printf(&w->clean, "\\x%02X", (unsigned)(unsigned char)value.ptr[valid++]);
		value = slice_sub(value, valid, value.len);
	}
	w->failed |= w->clean.failed || w->clean.len > INT32_MAX;
}

static void write_clean(struct xml_writer *w)
{
	if (!w->failed && w->clean.len > 0)
		keep(w, xmlTextWriterWriteRawLen(w->text, as_xml(w->clean.ptr), (int)w->clean.len), w->clean.len);
}

void xml_open(struct xml_writer *w, const char *element)
{
	size_t name = strlen(element);
	struct open_element *parent;

	if (w == NULL || w->failed)
		return;
	assert(w->depth < XML_DEPTH_MAX);
	parent = w->depth > 0 ? &w->open[w->depth - 1] : NULL;
	assert(parent == NULL || parent->holds != HOLDS_TEXT);
	if (parent != NULL && parent->holds == HOLDS_NOTHING)
		w->expected += strlen(">\n");
	if (parent != NULL)
		parent->holds = HOLDS_ELEMENTS;
	keep(w, xmlTextWriterStartElement(w->text, as_xml(element)), INDENT * w->depth + strlen("<") + name);
	w->open[w->depth++] = (struct open_element){ .name_len = name };
}

void xml_attribute_text(struct xml_writer *w, const char *name, struct slice value)
{
	if (w == NULL || w->failed)
		return;
	escape(w, value, true);
	keep(w, xmlTextWriterStartAttribute(w->text, as_xml(name)), strlen(name) + strlen(" =\""));
	write_clean(w);
	keep(w, xmlTextWriterEndAttribute(w->text), strlen("\""));
}

void xml_attribute_number(struct xml_writer *w, const char *name, int64_t value)
{
	char digits[24];
	int len = snprintf(digits, sizeof digits, "%" PRId64, value);

	xml_attribute_text(w, name, (struct slice){ digits, len > 0 ? (size_t)len : 0 });
}

void xml_attribute_money(struct xml_writer *w, const char *name, struct money m)
{
	static const struct money_style plain = { .decimal = '.' };
	char text[40];

	(void)money_format(m, plain, m.sen % SEN_PER_RUPIAH != 0 ? 2 : 0, false, text);
	xml_attribute_text(w, name, slice_from_c(text));
}

void xml_text(struct xml_writer *w, struct slice value)
{
	struct open_element *e;

	if (w == NULL || w->failed || value.len == 0)
		return;
	e = &w->open[w->depth - 1];
	assert(e->holds != HOLDS_ELEMENTS);
	if (e->holds == HOLDS_NOTHING)
		w->expected += strlen(">");
	e->holds = HOLDS_TEXT;
	escape(w, value, false);
	write_clean(w);
}

void xml_close(struct xml_writer *w)
{
	struct open_element *e;
	size_t bytes;

	if (w == NULL || w->failed)
		return;
	assert(w->depth > 0);
	e = &w->open[--w->depth];
	bytes = e->holds == HOLDS_NOTHING ? strlen("/>\n") : strlen("</>\n") + e->name_len;
	if (e->holds == HOLDS_ELEMENTS)
		bytes += INDENT * w->depth;
	keep(w, xmlTextWriterEndElement(w->text), bytes);
}

void xml_fail(struct xml_writer *w)
{
	if (w != NULL)
		w->failed = true;
}

enum status xml_writer_close(struct xml_writer *w, struct buf *out)
{
	while (w != NULL && !w->failed && w->depth > 0)
		xml_close(w);
	if (w != NULL && !w->failed)
		keep(w, xmlTextWriterEndDocument(w->text), 0);
	if (w != NULL && !w->failed)
		keep(w, xmlTextWriterFlush(w->text), 0);
	if (w == NULL || w->failed || w->out.failed || w->out.len != w->expected)
		out->failed = true;
	else
		buf_append(out, buf_slice(&w->out));
	writer_free(w);
	return out->failed ? STATUS_FAIL : STATUS_OK;
}
