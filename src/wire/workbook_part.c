#include "workbook_part.h"

#include <nafkah/xml.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 16384, WINDOW = 256 * 1024, NAMES_MAX = 4096 };

static_assert(WINDOW > XML_TAG_MAX + XML_TEXT_MAX + 2 * PIECE, "a tag and the text behind it fit");

struct part {
	const struct part_kind *kind;
	void *context;
	struct slice name, file;
	struct findings *findings;
	struct {
		uint64_t line;
		struct slice column;
	} place; /* for findings */
	struct archive_stream *stream;
	struct xml_events events;
	struct {
		char *bytes;
		size_t from, to; /* what is not yet fed */
		uint64_t at;     /* of bytes[0] in the document */
		bool at_end;
	} window;
	uint8_t open[XML_DEPTH_MAX + 1]; /* open[depth] is the innermost element */
	size_t depth;
	const char *known_uri; /* the last one that was found to be one of the kind's */
	enum status status;    /* STATUS_END: stopped or read */
};

/* ---- what the kinds' functions call ---- */

void part_stop(struct part *p)
{
	if (p->status == STATUS_OK)
		p->status = STATUS_END;
	p->events.done = true;
}

bool part_stopped(const struct part *p)
{
	return p->status != STATUS_OK;
}

void part_refuse_as(struct part *p, enum code code, struct slice value, struct slice detail)
{
	if (p->status != STATUS_OK)
		return;
	findings_add(p->findings, &(struct finding){ .code = code,
	                                             .file = p->file,
	                                             .line = p->place.line,
	                                             .column = p->place.column.len > 0 ? p->place.column : p->name,
	                                             .value = value,
	                                             .detail = detail });
	p->status = code_level(code) == LEVEL_GAGAL ? STATUS_FAIL : STATUS_REJECT;
	p->events.done = true;
}

void part_refuse(struct part *p, struct slice words)
{
	part_refuse_as(p, N0163_XLSX_PART, p->name, words);
}

void part_no_memory(struct part *p)
{
	part_refuse_as(p, N0903_NO_MEMORY, (struct slice){ 0 }, (struct slice){ 0 });
}

uint64_t part_at(const struct part *p)
{
	return xml_events_at(&p->events);
}

uint64_t part_tag(const struct part *p)
{
	uint64_t tag = xml_events_tag(&p->events);

	assert(tag != UINT64_MAX);
	return tag;
}

struct slice part_bytes(const struct part *p, uint64_t from, uint64_t to)
{
	assert(from >= p->events.seen_at && from <= to);
	return slice_sub(p->events.seen, from - p->events.seen_at, to - from);
}

void part_place(struct part *p, uint64_t line, struct slice column)
{
	p->place.line = line;
	p->place.column = column;
}

/* ---- events ---- */

static bool is_own(struct part *p, const char *uri)
{
	if (uri == p->known_uri)
		return true;
	for (size_t i = 0; i < 2; i++) {
		if (p->kind->namespaces[i] != NULL && strcmp(uri, p->kind->namespaces[i]) == 0) {
			p->known_uri = uri;
			return true;
		}
	}
	return false;
}

static uint8_t element_of(struct part *p, const struct xml_start *start)
{
	uint8_t parent = p->open[p->depth];

	if (parent == ELEMENT_OTHER || !is_own(p, start->uri))
		return ELEMENT_OTHER;
	for (size_t i = 0; i < p->kind->count; i++) {
		const struct part_rule *rule = &p->kind->rules[i];

		if (rule->parent == parent && rule->name[0] == start->name[0] && strcmp(rule->name, start->name) == 0)
			return rule->self;
	}
	return ELEMENT_OTHER;
}

static void refuse_element(struct part *p, const struct xml_start *start, enum code code, struct slice limit)
{
	struct slice name = slice_sub(slice_from_c(start->name), 0, 40);

	part_refuse_as(p, code, code == N0163_XLSX_PART ? p->name : name, code == N0163_XLSX_PART ? name : limit);
}

static void on_start(void *context, const struct xml_start *start)
{
	struct part *p = context;
	uint8_t element = element_of(p, start);

	if (start->attributes > XML_ATTRIBUTES_MAX)
		refuse_element(p, start, N0404_XML_TAG_TOO_LONG, SLICE("128"));
	else if (p->depth == XML_DEPTH_MAX)
		refuse_element(p, start, N0403_XML_DEPTH, SLICE("32"));
	else if (p->depth == 0 && element == ELEMENT_OTHER)
		refuse_element(p, start, N0163_XLSX_PART, (struct slice){ 0 });
	if (p->status != STATUS_OK)
		return;
	p->open[++p->depth] = element;
	if (element != ELEMENT_OTHER)
		p->kind->open(p->context, element, start);
}

static void on_end(void *context)
{
	struct part *p = context;
	uint8_t element = p->open[p->depth--];

	if (element != ELEMENT_OTHER && p->kind->close != NULL)
		p->kind->close(p->context, element);
}

static void on_text(void *context, struct slice text)
{
	struct part *p = context;
	uint8_t element = p->open[p->depth];

	if (element != ELEMENT_OTHER && element != ELEMENT_NONE && p->kind->text != NULL)
		p->kind->text(p->context, element, text);
}

/* ---- feeding ---- */

static struct slice unfed(const struct part *p)
{
	return (struct slice){ p->window.bytes + p->window.from, p->window.to - p->window.from };
}

/* Reads until `least` bytes wait or the part ends. */
static enum status fill(struct part *p, size_t least)
{
	struct byte_source source = archive_stream_source(p->stream);

	if (p->window.from > 0 && WINDOW - p->window.from < least) {
		memmove(p->window.bytes, p->window.bytes + p->window.from, p->window.to - p->window.from);
		p->window.at += p->window.from;
		p->window.to -= p->window.from;
		p->window.from = 0;
	}
	while (unfed(p).len < least && !p->window.at_end) {
		size_t got = 0;
		enum status status =
			source.read(source.context, p->window.bytes + p->window.to, WINDOW - p->window.to, &got);

		if (status != STATUS_OK)
			return status;
		p->window.to += got;
		p->window.at_end = got == 0;
	}
	return STATUS_OK;
}

static struct slice sample(struct slice s)
{
	s = slice_sub(s, 0, 40);
	return slice_sub(s, 0, utf8_valid_prefix(s));
}

/* The long one at the front: where a tag ends, and its attributes by their quotes. */
static bool tag_is_bounded(struct slice s)
{
	size_t quotes = 0;
	char quote = 0;

	s = slice_sub(s, 0, XML_TAG_MAX);
	for (size_t i = 1; i < s.len; i++) {
		char c = s.ptr[i];

		if (quote == 0 && c == '>')
			return quotes <= XML_ATTRIBUTES_MAX;
		if (quote == 0 && (c == '"' || c == '\'')) {
			quote = c;
			quotes++;
		} else if (c == quote) {
			quote = 0;
		}
	}
	return false;
}

/* A piece without a '<' but at its front goes on up to the next one. */
static enum status long_piece(struct part *p, size_t *len)
{
	const size_t most = XML_TAG_MAX + XML_TEXT_MAX;
	enum status status = fill(p, most);
	struct slice s = slice_sub(unfed(p), 0, most);
	const char *next = status == STATUS_OK ? memchr(s.ptr + 1, '<', s.len - 1) : NULL;

	if (status != STATUS_OK)
		return status;
	*len = next != NULL ? (size_t)(next - s.ptr) : s.len;
	if (s.ptr[0] == '<' && s.ptr[1] != '!' && s.ptr[1] != '?' && !tag_is_bounded(s))
		part_refuse_as(p, N0404_XML_TAG_TOO_LONG, sample(s), SLICE("64 KiB"));
	else if (*len == most)
		part_refuse_as(p, N0405_XML_TEXT_TOO_LONG, sample(s), SLICE("64 KiB"));
	return p->status;
}

/* The length of what is fed next: up to a '<', so that every tag is in one piece. */
static enum status next_piece(struct part *p, size_t *len)
{
	enum status status = fill(p, PIECE);
	struct slice s = slice_sub(unfed(p), 0, PIECE);
	const char *cut = status == STATUS_OK && s.len > 1 ? memrchr(s.ptr + 1, '<', s.len - 1) : NULL;

	*len = s.len;
	if (status != STATUS_OK || s.len < PIECE)
		return status;
	if (cut == NULL)
		return long_piece(p, len);
	*len = (size_t)(cut - s.ptr);
	return STATUS_OK;
}

static void tell_trouble(struct part *p)
{
	const struct xml_events *e = &p->events;
	char words[sizeof e->error + 32];

	switch (e->trouble) {
	case XML_TROUBLE_NONE:
		return;
	case XML_TROUBLE_MEMORY:
		part_no_memory(p);
		return;
	case XML_TROUBLE_DOCTYPE:
		part_refuse_as(p, N0402_XML_DOCTYPE, SLICE("<!DOCTYPE"), (struct slice){ 0 });
		return;
	case XML_TROUBLE_ENCODING:
		part_refuse_as(p, N0407_XML_ENCODING, slice_from_c(e->error), SLICE("UTF-8"));
		return;
	case XML_TROUBLE_VERSION:
		part_refuse_as(p, N0407_XML_ENCODING, slice_from_c(e->error), SLICE("1.0"));
		return;
	case XML_TROUBLE_MALFORMED:
		(void)snprintf(words, sizeof words, "%s (XML %llu)", e->error, (unsigned long long)e->error_line);
		part_refuse(p, slice_from_c(words));
		return;
	}
}

/* What the parser holds back is a comment or an instruction that does not end; and what it never forgets are names. */
static void check_parser(struct part *p)
{
	uint64_t fed = p->window.at + p->window.from;

	if (xml_events_ended(&p->events))
		return;
	if (fed - xml_events_at(&p->events) > XML_TEXT_MAX + PIECE)
		part_refuse_as(p, N0405_XML_TEXT_TOO_LONG, SLICE("<!-- -->"), SLICE("64 KiB"));
	else if (xml_events_names(&p->events) > NAMES_MAX)
		part_refuse(p, SLICE("too many different names"));
}

static enum status feed(struct part *p, size_t len)
{
	struct slice piece = slice_sub(unfed(p), 0, len);

	if (memchr(piece.ptr, 0, piece.len) != NULL) {
		part_refuse(p, SLICE("NUL byte"));
		return p->status;
	}
	p->events.seen = piece;
	p->events.seen_at = p->window.at + p->window.from;
	p->window.from += len;
	xml_events_feed(&p->events, piece);
	tell_trouble(p);
	check_parser(p);
	return p->status;
}

enum status part_step(struct part *p)
{
	size_t len = 0;
	enum status status = p->status;

	if (status == STATUS_OK)
		status = next_piece(p, &len);
	if (status == STATUS_OK && len > 0) {
		status = feed(p, len);
	} else if (status == STATUS_OK) {
		xml_events_finish(&p->events);
		tell_trouble(p);
		part_stop(p);
		status = p->status;
	}
	p->status = status;
	return status;
}

/* ---- the whole ---- */

struct part *part_open(const struct archive *a, size_t entry, const struct part_kind *kind, void *context,
                       struct slice file, struct findings *findings, enum status *status)
{
	static const struct xml_handler handler = { .start = on_start, .end = on_end, .text = on_text };
	struct part *p = calloc(1, sizeof *p);
	char *window = malloc(WINDOW);
	struct archive_stream *stream = NULL;

	*status = STATUS_OK;
	if (p != NULL && window != NULL)
		stream = archive_stream_open(a, entry, status);
	if (stream != NULL) {
		*p = (struct part){ .kind = kind, .context = context, .name = archive_entry(a, entry)->name, .file = file,
			            .findings = findings, .stream = stream, .window = { .bytes = window } };
		if (xml_events_start(&p->events, &handler, p))
			return p;
	}
	if (*status == STATUS_OK) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		*status = STATUS_FAIL;
	}
	if (p != NULL)
		xml_events_release(&p->events);
	archive_stream_close(stream);
	free(window);
	free(p);
	return NULL;
}

void part_close(struct part *p)
{
	if (p == NULL)
		return;
	xml_events_release(&p->events);
	archive_stream_close(p->stream);
	free(p->window.bytes);
	free(p);
}

enum status part_read(const struct archive *a, size_t entry, const struct part_kind *kind, void *context,
                      struct slice file, struct findings *findings, struct part **running)
{
	enum status status;

	*running = part_open(a, entry, kind, context, file, findings, &status);
	while (status == STATUS_OK)
		status = part_step(*running);
	part_close(*running);
	*running = NULL;
	return status == STATUS_END ? STATUS_OK : status;
}
