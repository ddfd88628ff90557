/* The only file that includes libxml2's writer. It writes into a struct buf of ours, and every call's result is kept:
 * a document that lacks a piece must not look finished. */
#include <nafkah/xml.h>

#include <libxml/xmlwriter.h>

#include <inttypes.h>
#include <stdlib.h>

struct xml_writer {
	xmlTextWriter *text;
	struct buf out, clean;
	bool failed;
};

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

static void keep(struct xml_writer *w, int result)
{
	w->failed |= result < 0;
}

static void start(struct xml_writer *w, const char *root, const char *namespace_uri)
{
	keep(w, xmlTextWriterSetIndent(w->text, 1));
	keep(w, xmlTextWriterSetIndentString(w->text, as_xml("  ")));
	keep(w, xmlTextWriterStartDocument(w->text, NULL, "UTF-8", NULL));
	keep(w, xmlTextWriterStartElement(w->text, as_xml(root)));
	if (namespace_uri != NULL)
		keep(w, xmlTextWriterWriteAttribute(w->text, as_xml("xmlns"), as_xml(namespace_uri)));
}

struct xml_writer *xml_writer_new(const char *root, const char *namespace_uri)
{
	struct xml_writer *w = calloc(1, sizeof *w);
	xmlOutputBuffer *sink;

	if (w == NULL)
		return NULL;
	sink = xmlOutputBufferCreateIO(take_bytes, NULL, &w->out, NULL);
	if (sink != NULL)
		w->text = xmlNewTextWriter(sink);
	if (w->text != NULL) {
		start(w, root, namespace_uri);
		return w;
	}
	if (sink != NULL)
		(void)xmlOutputBufferClose(sink);
	buf_release(&w->out);
	free(w);
	return NULL;
}

/* How many bytes at the front of `s`, all of them valid UTF-8, XML can carry. */
static size_t carried(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
			return i;
		if (c == 0xef && (unsigned char)s.ptr[i + 1] == 0xbf && (unsigned char)s.ptr[i + 2] >= 0xbe)
			return i; /* U+FFFE, U+FFFF */
	}
	return s.len;
}

static void append_byte(struct buf *out, char c)
{
	buf_printf(out, "\\x%02X", (unsigned)(unsigned char)c);
}

static void append_valid(struct buf *out, struct slice s)
{
	while (s.len > 0) {
		size_t good = carried(s);

		buf_append(out, slice_sub(s, 0, good));
		if (good < s.len)
			append_byte(out, s.ptr[good++]);
		s = slice_sub(s, good, s.len);
	}
}

/* `value` with what XML cannot carry as \xNN, and a NUL behind it; lives until the next call. */
static const xmlChar *clean(struct xml_writer *w, struct slice value)
{
	buf_clear(&w->clean);
	while (value.len > 0) {
		size_t valid = utf8_valid_prefix(value);

		append_valid(&w->clean, slice_sub(value, 0, valid));
		if (valid < value.len)
			append_byte(&w->clean, value.ptr[valid++]);
		value = slice_sub(value, valid, value.len);
	}
	buf_char(&w->clean, '\0');
	w->failed |= w->clean.failed;
	return as_xml(w->clean.failed ? "" : w->clean.ptr);
}

void xml_open(struct xml_writer *w, const char *element)
{
	if (w != NULL && !w->failed)
		keep(w, xmlTextWriterStartElement(w->text, as_xml(element)));
}

void xml_attribute_text(struct xml_writer *w, const char *name, struct slice value)
{
	if (w != NULL && !w->failed)
		keep(w, xmlTextWriterWriteAttribute(w->text, as_xml(name), clean(w, value)));
}

void xml_attribute_number(struct xml_writer *w, const char *name, int64_t value)
{
	char digits[24];
	int len = snprintf(digits, sizeof digits, "%" PRId64, value);

	xml_attribute_text(w, name, (struct slice){ digits, len > 0 ? (size_t)len : 0 });
}

void xml_text(struct xml_writer *w, struct slice value)
{
	if (w != NULL && !w->failed && value.len > 0)
		keep(w, xmlTextWriterWriteString(w->text, clean(w, value)));
}

void xml_close(struct xml_writer *w)
{
	if (w != NULL && !w->failed)
		keep(w, xmlTextWriterEndElement(w->text));
}

enum status xml_writer_close(struct xml_writer *w, struct buf *out)
{
	bool failed = w == NULL || w->failed;

	if (!failed) {
		keep(w, xmlTextWriterEndDocument(w->text));
		keep(w, xmlTextWriterFlush(w->text));
		failed = w->failed || w->out.failed;
	}
	if (!failed)
		buf_append(out, buf_slice(&w->out));
	out->failed |= failed;
	if (w != NULL) {
		xmlFreeTextWriter(w->text);
		buf_release(&w->out);
		buf_release(&w->clean);
		free(w);
	}
	return out->failed ? STATUS_FAIL : STATUS_OK;
}
