/* The tree of xml.h grown by hand, from a source that is no XML. Private to src/wire. */
#ifndef NAFKAH_WIRE_BRANCH_H
#define NAFKAH_WIRE_BRANCH_H

#include <nafkah/xml.h>

struct branch {
	struct xml_node node; /* its `first` and `next` are those below */
	struct slice *values; /* the node's, one for each attribute of its kind */
	struct branch *first, *last, *next;
};

/* Everything lives in `a`; NULL, also for a NULL parent that should have been there: memory. */
struct branch *branch_root(struct arena *a, const struct xml_element *kind, uint64_t line);

/* A new child at the end of its siblings; its kind is that of `name` among the parent's children (asserted). */
struct branch *branch_add(struct arena *a, struct branch *parent, struct slice name, uint64_t line);

/* The first child of that name, made where there is none. */
struct branch *branch_reach(struct arena *a, struct branch *parent, struct slice name, uint64_t line);

/* Where the value of an attribute stands; NULL: this kind has no such attribute. */
struct slice *branch_value(const struct branch *b, const char *attribute);

#endif
