/* A content in which some bytes become others; all that stands between them passes as it is. */
#ifndef NAFKAH_PATCH_H
#define NAFKAH_PATCH_H

#include <nafkah/bytes.h>
#include <nafkah/slice.h>

#include <stdint.h>

/* Bytes [from, to) of the content become `text`, which the patch borrows. */
struct patch {
	uint64_t from, to;
	struct slice text;
};

/* Sorted by `from`; they do not overlap. */
struct patches {
	struct patch *items;
	size_t count;
};

void patches_sort(struct patches *p);

struct patched; /* opaque */

/* `patches` is borrowed. NULL: memory. */
struct patched *patched_new(struct byte_source content, const struct patches *patches);
void patched_free(struct patched *p);

/* The next piece, which lives until the next call; empty at the end. STATUS_REJECT or STATUS_FAIL: the content's. A patch
 * that reaches beyond the end of the content is asserted against. */
enum status patched_next(struct patched *p, struct slice *piece) NAFKAH_MUST_USE;

/* The same as a source that fills. */
struct byte_source patched_source(struct patched *p);

#endif
