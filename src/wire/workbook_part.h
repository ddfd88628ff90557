/* One XML part of a workbook, streamed: the packed bytes through libxml2 in pieces that end before a '<', so that a tag
 * is never cut and never longer than its limit, into the elements that its table names. */
#ifndef NAFKAH_WIRE_WORKBOOK_PART_H
#define NAFKAH_WIRE_WORKBOOK_PART_H

#include "xml_events.h"
#include "zip_archive.h"

#include <nafkah/arena.h>
#include <nafkah/finding.h>

/* An element is its number: 0 is the document, ELEMENT_OTHER what no rule names, and all that is inside of it. */
enum { ELEMENT_NONE = 0, ELEMENT_OTHER = 255 };

struct part_rule {
	uint8_t parent, self;
	const char *name; /* local, in one of the kind's namespaces */
};

/* Rules of one parent stand together, the frequent ones first. The only rule of ELEMENT_NONE is the root. */
struct part_kind {
	const char *namespaces[2]; /* transitional and strict; the second may be NULL */
	const struct part_rule *rules;
	size_t count;
	void (*open)(void *context, uint8_t element, const struct xml_start *start);
	void (*close)(void *context, uint8_t element);
	void (*text)(void *context, uint8_t element, struct slice text);
};

struct part; /* opaque */

/* All is borrowed; `name` is that of the entry. NULL: a finding was made. */
struct part *part_open(const struct archive *a, size_t entry, const struct part_kind *kind, void *context,
                       struct slice file, struct findings *findings, enum status *status);
void part_close(struct part *p);

/* Reads the next piece: STATUS_OK, and STATUS_END when the whole was read and is in order. */
enum status part_step(struct part *p) NAFKAH_MUST_USE;

/* All of it. STATUS_OK at the end, and when part_stop was called. */
enum status part_read(const struct archive *a, size_t entry, const struct part_kind *kind, void *context,
                      struct slice file, struct findings *findings, struct part **running) NAFKAH_MUST_USE;

/* Called by a kind's functions. */
void part_stop(struct part *p);                          /* nothing more is wanted */
void part_no_memory(struct part *p);
void part_refuse(struct part *p, struct slice words);    /* N0163 */
void part_refuse_as(struct part *p, enum code code, struct slice value, struct slice detail);
uint64_t part_at(const struct part *p);  /* as xml_events_at */
uint64_t part_tag(const struct part *p); /* as xml_events_tag, which is known here */
/* Bytes of the document, as far as they are at hand. */
struct slice part_bytes(const struct part *p, uint64_t from, uint64_t to);
bool part_stopped(const struct part *p);

/* For the findings from here on: row of the sheet, name of a cell. The slice is borrowed. */
void part_place(struct part *p, uint64_t line, struct slice column);

/* The attribute `name` that has no namespace; false: it is absent. */
bool part_attribute(const struct xml_start *start, const char *name, struct slice *value);

/* "1" or "true" */
bool part_is_true(struct slice value);

/* An attribute's value with "&#38;" as '&'. */
struct slice part_copy(struct arena *arena, struct slice value);

/* Room for one more of `size` bytes in *items, of which there are `count`. False: memory. */
bool part_room(void **items, size_t *cap, size_t count, size_t size);

#define SHEET_NAMESPACES { "http://schemas.openxmlformats.org/spreadsheetml/2006/main", \
	                   "http://purl.oclc.org/ooxml/spreadsheetml/main" }

#endif
