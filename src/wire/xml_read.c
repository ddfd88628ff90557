/* The only file that includes libxml2's parser. Options: NONET and nothing else. What DTDs, entities and encodings
 * could do is out of the parser's reach before it starts (xml_guard.h), and refused here once more. */
#include "xml_check.h"
#include "xml_guard.h"

#include <nafkah/xml.h>

#include <libxml/parser.h>

#include <stdio.h>
#include <string.h>

enum { CHUNK = 16384 };

struct session {
	xmlParserCtxt *ctxt;
	struct slice body, file;
	struct findings *findings;
	bool done; /* the callbacks want no more */
	bool no_memory;
	bool malformed; /* with the two below: the parser's first error */
	uint64_t error_line;
	char error[200];
};

struct reader {
	struct session s; /* first: callbacks get a pointer to either */
	struct xml_check check;
};

static const char *const no_text = "";

static struct slice from_xml(const xmlChar *s)
{
	return slice_from_c(s != NULL ? (const char *)s : no_text);
}

/* How many bytes of the document the parser has taken. */
static size_t consumed(const struct session *s)
{
	long at = xmlByteConsumed(s->ctxt);

	return at < 0 ? 0 : (size_t)at > s->body.len ? s->body.len : (size_t)at;
}

/* Of the '<' of the start tag whose callback is running: '<' cannot stand in an attribute value. */
static size_t tag_offset(const struct session *s)
{
	const char *tag = memrchr(s->body.ptr, '<', consumed(s));

	return tag != NULL ? (size_t)(tag - s->body.ptr) : 0;
}

static void on_error(void *context, xmlErrorPtr error)
{
	struct session *s = context;
	struct slice words = slice_from_c(error->message != NULL ? error->message : no_text);

	if (error->code == XML_ERR_NO_MEMORY)
		s->no_memory = true;
	/* A namespace that is no URI may be a lack of memory, and changes nothing: ours is one. */
	if (error->code == XML_WAR_NS_URI)
		return;
	if (s->done || s->malformed || error->level < XML_ERR_ERROR)
		return;
	s->malformed = true;
	s->error_line = error->line > 0 ? (uint64_t)error->line : 1;
	words = slice_sub(words, 0, sizeof s->error - 1);
	while (words.len > 0 && xml_is_space(words.ptr[words.len - 1]))
		words.len--;
	(void)snprintf(s->error, sizeof s->error, "%.*s", SLICE_ARG(words));
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct session *s = context;

	(void)name;
	(void)public_id;
	(void)system_id;
	/* Unreachable behind xml_guard. */
	s->malformed = true;
	s->error_line = 1;
	(void)snprintf(s->error, sizeof s->error, "DOCTYPE");
}

/* Behind every callback: a parser or a tree that ran out of memory gets no further. */
static void settle(struct reader *r)
{
	if (r->s.ctxt->errNo == XML_ERR_NO_MEMORY)
		r->s.no_memory = true;
	r->s.done = r->check.end != STATUS_OK;
}

static bool stopped(const struct session *s)
{
	return s->done || s->malformed || s->no_memory;
}

/* libxml2 gives five pointers for each attribute: name, prefix, namespace, first byte of the value, its end. */
static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **declared, int attributes, int defaulted, const xmlChar **a)
{
	struct reader *r = context;

	(void)prefix;
	(void)namespaces;
	(void)declared;
	(void)defaulted;
	if (stopped(&r->s))
		return;
	xml_check_open(&r->check, from_xml(name), from_xml(uri), tag_offset(&r->s));
	for (int i = 0; i < attributes; i++, a += 5)
		xml_check_attribute(&r->check, from_xml(a[1]), from_xml(a[0]),
		                    (struct slice){ (const char *)a[3], (size_t)(a[4] - a[3]) });
	xml_check_opened(&r->check);
	settle(r);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct reader *r = context;

	(void)name;
	(void)prefix;
	(void)uri;
	if (stopped(&r->s))
		return;
	xml_check_close(&r->check);
	settle(r);
}

static void on_text(void *context, const xmlChar *text, int len)
{
	struct reader *r = context;

	if (stopped(&r->s) || len <= 0)
		return;
	xml_check_text(&r->check, (struct slice){ (const char *)text, (size_t)len }, consumed(&r->s));
	settle(r);
}

static void on_cdata(void *context, const xmlChar *text, int len)
{
	struct reader *r = context;

	(void)text;
	(void)len;
	if (stopped(&r->s))
		return;
	xml_check_forbidden(&r->check, SLICE("<![CDATA["), consumed(&r->s));
	settle(r);
}

static void on_comment(void *context, const xmlChar *text)
{
	struct reader *r = context;

	(void)text;
	if (stopped(&r->s))
		return;
	xml_check_comment(&r->check, consumed(&r->s));
	settle(r);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data)
{
	struct reader *r = context;
	char shown[64];
	int len;

	(void)data;
	if (stopped(&r->s))
		return;
	len = snprintf(shown, sizeof shown, "<?%.40s?>", target != NULL ? (const char *)target : no_text);
	xml_check_forbidden(&r->check, (struct slice){ shown, len > 0 ? (size_t)len : 0 }, consumed(&r->s));
	settle(r);
}

/* Feeds the document in pieces, so that the parser never holds more than a piece and a tag. It tells of every error
 * in a document, so one that it did not tell of is a lack of memory. */
static void feed(struct session *s)
{
	int rc = XML_ERR_OK;

	for (size_t at = 0; at < s->body.len && !stopped(s) && !s->ctxt->disableSAX; at += CHUNK) {
		struct slice chunk = slice_sub(s->body, at, CHUNK);

		rc = xmlParseChunk(s->ctxt, chunk.ptr, (int)chunk.len, 0);
	}
	if (!stopped(s) && !s->ctxt->disableSAX)
		rc = xmlParseChunk(s->ctxt, NULL, 0, 1);
	if (stopped(s))
		return;
	s->no_memory = s->ctxt->disableSAX || !s->ctxt->wellFormed || (rc != XML_ERR_OK && rc != XML_WAR_NS_URI);
}

/* Some of the library's complaints about memory know no context and go to stderr. */
static void be_silent(void *context, const char *format, ...)
{
	(void)context;
	(void)format;
}

/* Runs the parser over the document. False: it could not even start. */
static bool parse(struct session *s, xmlSAXHandler *handler)
{
	xmlGenericErrorFunc say;
	void *say_context;
	bool started;

	handler->initialized = XML_SAX2_MAGIC;
	handler->serror = on_error;
	handler->internalSubset = on_doctype;
	xmlInitParser();
	say = xmlGenericError;
	say_context = xmlGenericErrorContext;
	xmlSetGenericErrorFunc(NULL, be_silent);
	s->ctxt = xmlCreatePushParserCtxt(handler, s, NULL, 0, NULL);
	started = s->ctxt != NULL && xmlCtxtUseOptions(s->ctxt, XML_PARSE_NONET) == 0;
	if (started)
		feed(s);
	xmlSetGenericErrorFunc(say_context, say);
	return started;
}

static void release(struct session *s)
{
	xmlFreeParserCtxt(s->ctxt);
	s->ctxt = NULL;
	xmlResetLastError();
}

static enum status fail_memory(const struct session *s)
{
	findings_add(s->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = s->file });
	return STATUS_FAIL;
}

static enum status refuse_malformed(const struct session *s, const struct xml_check *check)
{
	struct buf path = { 0 };

	if (check != NULL)
		xml_check_path(check, &path);
	findings_add(s->findings, &(struct finding){ .code = N0401_XML_MALFORMED,
	                                             .file = s->file,
	                                             .line = s->error_line,
	                                             .column = buf_slice(&path),
	                                             .value = slice_from_c(s->error) });
	s->findings->lost |= path.failed;
	buf_release(&path);
	return STATUS_REJECT;
}

static enum status conclude(struct reader *r, bool started)
{
	if (!started || r->s.no_memory || xml_check_exhausted(&r->check))
		return fail_memory(&r->s);
	if (r->check.end == STATUS_FAIL)
		return STATUS_FAIL;
	if (r->s.malformed)
		return refuse_malformed(&r->s, &r->check);
	return r->check.end == STATUS_OK && r->check.refused == 0 ? STATUS_OK : STATUS_REJECT;
}

enum status xml_read(struct slice bytes, const struct xml_document *doc, struct slice file, struct findings *findings)
{
	xmlSAXHandler handler = { .startElementNs = on_start, .endElementNs = on_end, .characters = on_text,
		                  .ignorableWhitespace = on_text, .cdataBlock = on_cdata, .comment = on_comment,
		                  .processingInstruction = on_instruction };
	struct reader r = { .s = { .file = file, .findings = findings } };
	enum status status = xml_guard(bytes, file, findings, &r.s.body);

	if (status != STATUS_OK)
		return status;
	xml_check_init(&r.check, doc, r.s.body, file, findings);
	status = conclude(&r, parse(&r.s, &handler));
	xml_check_release(&r.check);
	release(&r.s);
	return status;
}

struct root_reader {
	struct session s; /* first, as above */
	struct arena *arena;
	struct slice name, uri;
};

static void on_root(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                    const xmlChar **declared, int attributes, int defaulted, const xmlChar **a)
{
	struct root_reader *r = context;

	(void)prefix;
	(void)namespaces;
	(void)declared;
	(void)attributes;
	(void)defaulted;
	(void)a;
	if (stopped(&r->s))
		return;
	r->name = arena_copy(r->arena, from_xml(name));
	r->uri = arena_copy(r->arena, from_xml(uri));
	r->s.no_memory |= r->name.ptr == NULL || r->uri.ptr == NULL;
	r->s.done = true;
}

enum status xml_root_of(struct slice bytes, struct slice file, struct arena *arena, struct slice *name,
                        struct slice *namespace_uri, struct findings *findings)
{
	xmlSAXHandler handler = { .startElementNs = on_root };
	struct root_reader r = { .s = { .file = file, .findings = findings }, .arena = arena };
	enum status status = xml_guard(bytes, file, findings, &r.s.body);

	if (status != STATUS_OK)
		return status;
	if (!parse(&r.s, &handler) || r.s.no_memory)
		status = fail_memory(&r.s);
	else if (r.s.malformed)
		status = refuse_malformed(&r.s, NULL);
	release(&r.s);
	*name = r.name;
	*namespace_uri = r.uri;
	return status;
}

bool xml_looks_like(struct slice first_bytes)
{
	size_t at = slice_starts_with(first_bytes, SLICE("\xef\xbb\xbf")) ? 3 : 0;

	while (at < first_bytes.len && xml_is_space(first_bytes.ptr[at]))
		at++;
	return at < first_bytes.len && first_bytes.ptr[at] == '<';
}
