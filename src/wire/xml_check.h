/* The events of one document held against its table: builds the nodes, makes the findings, hands out the children of
 * the root. Knows no parser; offsets are byte offsets into the document. */
#ifndef NAFKAH_WIRE_XML_CHECK_H
#define NAFKAH_WIRE_XML_CHECK_H

#include "xml_place.h"

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/xml.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* An element that is open. One that the table does not know has no `kind`: what is inside it is passed over. */
struct xml_frame {
	const struct xml_element *kind;
	struct slice name;
	struct xml_node *node, *last;
	struct slice *values; /* node->values */
	uint32_t *counts;     /* parallel to kind->children: how often each stood so far */
	size_t row;           /* of kind->children: the last one that stood in its place */
	bool text_refused, node_refused; /* its text, a node in it: one finding is enough */
};

struct xml_check {
	const struct xml_document *doc;
	struct slice file;
	struct findings *findings;
	struct arena arena;     /* the root, and above `child.mark` one child of it */
	struct {
		struct arena_mark mark;
		uint64_t refused; /* when it began */
	} child;
	struct buf text;        /* of the innermost open element that may hold text */
	struct xml_place place;
	struct xml_frame frames[XML_DEPTH_MAX];
	size_t depth;
	uint64_t refused; /* findings so far, and children that were handed out and refused */
	bool root_refused;
	enum status end; /* STATUS_OK: goes on; else no event has any effect any more */
};

void xml_check_init(struct xml_check *c, const struct xml_document *doc, struct slice body, struct slice file,
                    struct findings *findings);

/* A start tag is xml_check_open, xml_check_attribute for each, xml_check_opened. Names live as long as the element is
 * open, all else only during the call. `uri` and `prefix` are empty for none. */
void xml_check_open(struct xml_check *c, struct slice name, struct slice uri, size_t offset);
void xml_check_attribute(struct xml_check *c, struct slice prefix, struct slice name, struct slice value);
void xml_check_opened(struct xml_check *c);
void xml_check_close(struct xml_check *c);

/* Text may come in pieces; `offset` is where the piece begins or ends, whichever the parser gives. */
void xml_check_text(struct xml_check *c, struct slice text, size_t offset);

/* `offset`: where the construct ends. */
void xml_check_comment(struct xml_check *c, size_t offset);
void xml_check_forbidden(struct xml_check *c, struct slice what, size_t offset);

/* The innermost open element, NULL outside the root. */
struct xml_frame *xml_check_top(struct xml_check *c);

/* Its path. */
void xml_check_path(const struct xml_check *c, struct buf *out);

/* Memory ran out: the result is worth nothing. */
bool xml_check_exhausted(const struct xml_check *c);
void xml_check_release(struct xml_check *c);

/* One step of a path: NAME or NAME[ORDINAL]. */
void xml_path_step(struct buf *out, struct slice name, uint64_t ordinal);

/* Whether `name` is the NUL-terminated `known`. Called some ten times for each element and attribute. */
static inline bool xml_same_name(const char *known, struct slice name)
{
	return name.len > 0 && known[0] == name.ptr[0] && strncmp(known, name.ptr, name.len) == 0 &&
	       known[name.len] == 0;
}

/* Findings (xml_refuse.c). Code, value and the like are given; file and column are added, and the line where it is 0.
 * `mark` and `leaf` go behind the path of the innermost element. */
void xml_refuse(struct xml_check *c, struct finding f, const char *mark, struct slice leaf);

/* About a value of type `v`, or (N0413) the lack of one: the detail says what it must look like. */
void xml_refuse_value(struct xml_check *c, struct finding f, const struct xml_value *v, const char *mark,
                      struct slice leaf);

/* About an attribute of the innermost element that its table does not know. */
void xml_refuse_attribute(struct xml_check *c, struct slice prefix, struct slice name);

/* The content model of one open element (xml_model.c). An element that comes too early passes over the rows before
 * it; what is then missing shows at the end, and what then comes too late is misplaced: one finding for one mistake. */
enum xml_fit {
	XML_FITS,
	XML_MISPLACED, /* known here, but not at this place */
	XML_REPEATED,  /* known here, but there are enough already */
	XML_UNKNOWN
};

/* Counts the element in and sets *row (not for XML_UNKNOWN). */
enum xml_fit xml_model_admit(struct xml_frame *parent, struct slice name, size_t *row);

/* The names that may stand next, blank-separated, or the end tag. */
void xml_model_allowed(const struct xml_frame *parent, struct buf *out);

/* The next row at or behind `from` that has stood too rarely; false: none. */
bool xml_model_missing(const struct xml_frame *f, size_t from, size_t *row);

/* About the innermost element that did not fit its parent (the frame below it); `row` as xml_model_admit gave it. */
void xml_refuse_element(struct xml_check *c, enum xml_fit fit, size_t row);

#endif
