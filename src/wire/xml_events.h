/* libxml2's SAX2 push parser as plain events, for the readers of XML in this layer. Options: NONET and nothing else. A
 * DOCTYPE, another encoding than UTF-8 and another version than 1.0 end the reading as trouble; entities other than
 * XML's own five are none.
 *
 * Names, prefixes and namespaces live as long as the parser, and equal ones of a document are one pointer. All else
 * lives during the event only. After trouble, and after `done` was set, no event comes any more. */
#ifndef NAFKAH_WIRE_XML_EVENTS_H
#define NAFKAH_WIRE_XML_EVENTS_H

#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct xml_start {
	const char *name, *prefix, *uri; /* "" for none */
	size_t attributes;
	const void *raw; /* for xml_start_attribute */
};

/* A value has its references resolved, except that every '&' of it stands as "&#38;". */
struct xml_start_attribute {
	const char *prefix, *uri, *name;
	struct slice value;
};

struct xml_start_attribute xml_start_attribute(const struct xml_start *start, size_t i);

/* Text and CDATA may come in several pieces. Any but `start` and `end` may be NULL. */
struct xml_handler {
	void (*start)(void *context, const struct xml_start *start);
	void (*end)(void *context);
	void (*text)(void *context, struct slice text);
	void (*cdata)(void *context, struct slice text); /* NULL: it is text */
	void (*comment)(void *context);
	void (*instruction)(void *context, const char *target);
};

enum xml_trouble {
	XML_TROUBLE_NONE,
	XML_TROUBLE_MEMORY,
	XML_TROUBLE_MALFORMED,
	XML_TROUBLE_DOCTYPE,
	XML_TROUBLE_ENCODING,
	XML_TROUBLE_VERSION
};

struct xml_events {
	const struct xml_handler *handler;
	void *context;
	void *parser;
	struct slice seen; /* holds the tag of the event that is told of ... */
	uint64_t seen_at;  /* ... and begins here in the document */
	bool done;         /* set by the handler: it wants no more */
	enum xml_trouble trouble;
	uint64_t error_line; /* of the first trouble */
	char error[200];     /* libxml2's words, the encoding or the version */
};

/* `e` is {0} before. False: memory. */
bool xml_events_start(struct xml_events *e, const struct xml_handler *handler, void *context);

/* The next bytes of the document. `e->seen` is the caller's to set: it must hold every start tag that these bytes
 * complete. */
void xml_events_feed(struct xml_events *e, struct slice bytes);
void xml_events_finish(struct xml_events *e);

/* A whole document in memory. */
void xml_events_all(struct xml_events *e, struct slice body);

void xml_events_release(struct xml_events *e);

/* No more events: done, or trouble. */
bool xml_events_ended(const struct xml_events *e);

/* How many bytes of the document the parser has taken. In `start` it stands before the '>' or "/>" of the tag, in `end`
 * behind the end tag. */
uint64_t xml_events_at(const struct xml_events *e);

/* How many different names and namespaces the document has had so far. The parser keeps them all, in a table that
 * becomes slow: a million take minutes. */
size_t xml_events_names(const struct xml_events *e);

/* Of the '<' of the start tag whose event is told of; UINT64_MAX: not in `seen`. */
uint64_t xml_events_tag(const struct xml_events *e);

#endif
