/* The only file that includes libxml2's parser for XML. */
#include "xml_events.h"
#include "xml_place.h"
#include "xml_silence.h"

#include <libxml/parser.h>

#include <stdio.h>
#include <string.h>

enum { CHUNK = 16384 };

static const char *text_of(const xmlChar *s)
{
	return s != NULL ? (const char *)s : "";
}

bool xml_events_ended(const struct xml_events *e)
{
	return e->done || e->trouble != XML_TROUBLE_NONE;
}

uint64_t xml_events_at(const struct xml_events *e)
{
	long at = xmlByteConsumed(e->parser);
	uint64_t limit = e->seen_at + e->seen.len;

	return at < 0 ? 0 : (uint64_t)at > limit ? limit : (uint64_t)at;
}

size_t xml_events_names(const struct xml_events *e)
{
	const xmlParserCtxt *parser = e->parser;
	int count = parser->dict != NULL ? xmlDictSize(parser->dict) : 0;

	return count > 0 ? (size_t)count : 0;
}

/* '<' cannot stand in an attribute value. */
uint64_t xml_events_tag(const struct xml_events *e)
{
	uint64_t at = xml_events_at(e);
	const char *tag = at > e->seen_at ? memrchr(e->seen.ptr, '<', (size_t)(at - e->seen_at)) : NULL;

	return tag != NULL ? e->seen_at + (uint64_t)(tag - e->seen.ptr) : UINT64_MAX;
}

static void make_trouble(struct xml_events *e, enum xml_trouble trouble, int line, struct slice words)
{
	e->trouble = trouble;
	e->error_line = line > 0 ? (uint64_t)line : 1;
	words = slice_sub(words, 0, sizeof e->error - 1);
	while (words.len > 0 && xml_is_space(words.ptr[words.len - 1]))
		words.len--;
	(void)snprintf(e->error, sizeof e->error, "%.*s", SLICE_ARG(words));
}

static void on_error(void *context, xmlErrorPtr error)
{
	struct xml_events *e = context;

	if (error->code == XML_ERR_NO_MEMORY) {
		e->trouble = XML_TROUBLE_MEMORY;
		return;
	}
	/* A namespace that is no URI may be a lack of memory, and changes nothing: ours is one. */
	if (error->code == XML_WAR_NS_URI || xml_events_ended(e) || error->level < XML_ERR_ERROR)
		return;
	make_trouble(e, XML_TROUBLE_MALFORMED, error->line,
	             slice_from_c(error->message != NULL ? error->message : ""));
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct xml_events *e = context;

	(void)name;
	(void)public_id;
	(void)system_id;
	if (!xml_events_ended(e))
		make_trouble(e, XML_TROUBLE_DOCTYPE, 1, SLICE("DOCTYPE"));
	xmlStopParser(e->parser);
}

static struct slice encoding_of(const xmlParserCtxt *parser)
{
	const struct slice wide = SLICE("UTF-16");
	struct slice declared = slice_from_c(text_of(parser->encoding));

	return declared.len > 0 ? declared : wide;
}

/* Behind the XML declaration, before all else. The parser reads UTF-8 without a converter, and nothing else. */
static void on_document(void *context)
{
	struct xml_events *e = context;
	const xmlParserCtxt *parser = e->parser;
	const xmlParserInput *input = parser->input;

	if (xml_events_ended(e))
		return;
	if (input != NULL && input->buf != NULL && input->buf->encoder != NULL)
		make_trouble(e, XML_TROUBLE_ENCODING, 1, encoding_of(parser));
	else if (parser->version != NULL && strcmp(text_of(parser->version), "1.0") != 0)
		make_trouble(e, XML_TROUBLE_VERSION, 1, slice_from_c(text_of(parser->version)));
}

/* Behind every event: a parser that ran out of memory gets no further. */
static void settle(struct xml_events *e)
{
	const xmlParserCtxt *parser = e->parser;

	if (parser->errNo == XML_ERR_NO_MEMORY)
		e->trouble = XML_TROUBLE_MEMORY;
}

/* libxml2 gives five pointers for each attribute: name, prefix, namespace, first byte of the value, its end. */
struct xml_start_attribute xml_start_attribute(const struct xml_start *start, size_t i)
{
	const xmlChar *const *a = (const xmlChar *const *)start->raw + 5 * i;

	return (struct xml_start_attribute){ .prefix = text_of(a[1]),
		                             .uri = text_of(a[2]),
		                             .name = text_of(a[0]),
		                             .value = { (const char *)a[3], (size_t)(a[4] - a[3]) } };
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **declared, int attributes, int defaulted, const xmlChar **a)
{
	struct xml_events *e = context;

	(void)namespaces;
	(void)declared;
	(void)defaulted;
	if (xml_events_ended(e))
		return;
	e->handler->start(e->context, &(struct xml_start){ .name = text_of(name),
	                                                   .prefix = text_of(prefix),
	                                                   .uri = text_of(uri),
	                                                   .attributes = attributes > 0 ? (size_t)attributes : 0,
	                                                   .raw = a });
	settle(e);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct xml_events *e = context;

	(void)name;
	(void)prefix;
	(void)uri;
	if (xml_events_ended(e))
		return;
	e->handler->end(e->context);
	settle(e);
}

static void on_text(void *context, const xmlChar *text, int len)
{
	struct xml_events *e = context;

	if (xml_events_ended(e) || len <= 0 || e->handler->text == NULL)
		return;
	e->handler->text(e->context, (struct slice){ (const char *)text, (size_t)len });
	settle(e);
}

static void on_cdata(void *context, const xmlChar *text, int len)
{
	struct xml_events *e = context;
	void (*tell)(void *, struct slice) = e->handler->cdata != NULL ? e->handler->cdata : e->handler->text;

	if (xml_events_ended(e) || len < 0 || tell == NULL)
		return;
	tell(e->context, (struct slice){ (const char *)text, (size_t)len });
	settle(e);
}

static void on_comment(void *context, const xmlChar *text)
{
	struct xml_events *e = context;

	(void)text;
	if (xml_events_ended(e) || e->handler->comment == NULL)
		return;
	e->handler->comment(e->context);
	settle(e);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data)
{
	struct xml_events *e = context;

	(void)data;
	if (xml_events_ended(e) || e->handler->instruction == NULL)
		return;
	e->handler->instruction(e->context, text_of(target));
	settle(e);
}

bool xml_events_start(struct xml_events *e, const struct xml_handler *handler, void *context)
{
	xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startDocument = on_document, .startElementNs = on_start,
		              .endElementNs = on_end, .characters = on_text, .ignorableWhitespace = on_text,
		              .cdataBlock = on_cdata, .comment = on_comment, .processingInstruction = on_instruction,
		              .serror = on_error, .internalSubset = on_doctype };
	struct silence before;
	bool started;

	e->handler = handler;
	e->context = context;
	xmlInitParser();
	before = silence_begin();
	e->parser = xmlCreatePushParserCtxt(&sax, e, NULL, 0, NULL);
	started = e->parser != NULL && xmlCtxtUseOptions(e->parser, XML_PARSE_NONET) == 0;
	silence_end(before);
	if (!started)
		e->trouble = XML_TROUBLE_MEMORY;
	return started;
}

/* The parser tells of every error in a document, so one that it did not tell of is a lack of memory. */
static void feed(struct xml_events *e, struct slice bytes, bool last)
{
	const xmlParserCtxt *parser = e->parser;
	struct silence before = silence_begin();
	int rc = xmlParseChunk(e->parser, bytes.ptr, (int)bytes.len, last);

	silence_end(before);
	if (xml_events_ended(e))
		return;
	if (parser->disableSAX || (last && (!parser->wellFormed || (rc != XML_ERR_OK && rc != XML_WAR_NS_URI))))
		e->trouble = XML_TROUBLE_MEMORY;
}

void xml_events_feed(struct xml_events *e, struct slice bytes)
{
	if (!xml_events_ended(e) && bytes.len > 0)
		feed(e, bytes, false);
}

void xml_events_finish(struct xml_events *e)
{
	const struct slice nothing = { 0 };

	if (!xml_events_ended(e))
		feed(e, nothing, true);
}

/* In pieces, so that the parser never holds more than a piece and a tag. */
void xml_events_all(struct xml_events *e, struct slice body)
{
	e->seen = body;
	e->seen_at = 0;
	for (size_t at = 0; at < body.len && !xml_events_ended(e); at += CHUNK)
		xml_events_feed(e, slice_sub(body, at, CHUNK));
	xml_events_finish(e);
}

void xml_events_release(struct xml_events *e)
{
	xmlParserCtxt *parser = e->parser;

	/* A DTD, if nothing stopped it, makes a document for its entities, which no one else frees. */
	if (parser != NULL)
		xmlFreeDoc(parser->myDoc);
	xmlFreeParserCtxt(parser);
	e->parser = NULL;
	xmlResetLastError();
}
