/* The only file that includes libxml2's HTML parser, which decodes entities and attributes and knows which end tags
 * may be missing. It gets whole tokens only (html_table_token.c), never a DOCTYPE, a comment's text, a script or a
 * style, and does not look at what <meta> says. */
#include "html_table_private.h"
#include "xml_silence.h"

#include <libxml/HTMLparser.h>

#include <stdlib.h>

struct html_parser {
	htmlParserCtxt *ctxt;
	struct html_events events;
	enum html_trouble trouble;
};

static uint64_t consumed(const struct html_parser *p)
{
	long at = xmlByteConsumed(p->ctxt);

	return at > 0 ? (uint64_t)at : 0;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	static const char *const none[] = { NULL };
	struct html_parser *p = context;

	if (p->trouble == HTML_NO_TROUBLE)
		p->events.start(p->events.context, (const char *)name,
		                attributes != NULL ? (const char *const *)(const void *)attributes : none, consumed(p));
}

static void on_end(void *context, const xmlChar *name)
{
	struct html_parser *p = context;

	if (p->trouble == HTML_NO_TROUBLE)
		p->events.end(p->events.context, (const char *)name, consumed(p));
}

static void on_text(void *context, const xmlChar *text, int len)
{
	struct html_parser *p = context;

	if (p->trouble == HTML_NO_TROUBLE && len > 0)
		p->events.text(p->events.context, (struct slice){ (const char *)text, (size_t)len }, consumed(p));
}

/* Most of what it complains about is how such pages are. A reference to a character that is none vanishes, however. */
static void on_error(void *context, xmlErrorPtr error)
{
	struct html_parser *p = context;

	if (error->code == XML_ERR_NO_MEMORY) {
		p->trouble = HTML_NO_MEMORY;
		/* It would look for the end of the tag for ever. */
		if (p->ctxt != NULL && p->ctxt->input != NULL)
			p->ctxt->input->cur = p->ctxt->input->end;
	}
	if (p->trouble == HTML_NO_TROUBLE && error->code == XML_ERR_NAME_REQUIRED)
		p->events.nameless(p->events.context, consumed(p));
	if (p->trouble == HTML_NO_TROUBLE &&
	    (error->code == XML_ERR_INVALID_CHAR || error->code == XML_ERR_INVALID_CHARREF ||
	     error->code == XML_ERR_INVALID_DEC_CHARREF || error->code == XML_ERR_INVALID_HEX_CHARREF))
		p->trouble = HTML_REFERENCE;
}

struct html_parser *html_parser_new(const struct html_events *events)
{
	xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .startElement = on_start, .endElement = on_end,
		                  .characters = on_text, .ignorableWhitespace = on_text, .cdataBlock = on_text,
		                  .serror = on_error };
	struct html_parser *p = calloc(1, sizeof *p);
	struct silence before;

	if (p == NULL)
		return NULL;
	p->events = *events;
	xmlInitParser();
	before = silence_begin();
	p->ctxt = htmlCreatePushParserCtxt(&handler, p, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
	if (p->ctxt != NULL)
		(void)htmlCtxtUseOptions(p->ctxt, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	silence_end(before);
	if (p->ctxt == NULL) {
		free(p);
		p = NULL;
	}
	return p;
}

void html_parser_free(struct html_parser *p)
{
	if (p == NULL)
		return;
	htmlFreeParserCtxt(p->ctxt);
	xmlResetLastError();
	free(p);
}

enum html_trouble html_parser_feed(struct html_parser *p, struct slice bytes)
{
	struct silence before = silence_begin();

	(void)htmlParseChunk(p->ctxt, bytes.ptr, (int)bytes.len, 0);
	silence_end(before);
	if (p->trouble == HTML_NO_TROUBLE && p->ctxt->instate == XML_PARSER_EPILOG)
		p->trouble = HTML_STOPPED;
	if (p->trouble == HTML_NO_TROUBLE && (p->ctxt->disableSAX || p->ctxt->instate == XML_PARSER_EOF))
		p->trouble = p->ctxt->errNo == XML_ERR_DOCUMENT_END ? HTML_STOPPED : HTML_NO_MEMORY;
	return p->trouble;
}
