/* A content in which some bytes become others; all that stands between them passes as it is. */
#ifndef NAFKAH_PATCH_H
#define NAFKAH_PATCH_H

#include <nafkah/bytes.h>
#include <nafkah/slice.h>

#include <stdint.h>

enum { PATCHED_BLOCK = 262144 }; /* bytes that are read at once */

/* Bytes [from, to) of the content become `text`, which the patch borrows. Where from == to it is put in there, and with
 * an empty text they go. */
struct patch {
	uint64_t from, to;
	struct slice text;
};

/* Sorted by place; they do not overlap. At one place at most one is put in, before the patch of the bytes behind it. */
struct patches {
	struct patch *items;
	size_t count;
};

void patches_sort(struct patches *p);

struct patched; /* opaque */

/* `patches` is borrowed and stays as it is; asserted to be sorted and apart. NULL: memory (no finding was made). */
struct patched *patched_new(struct byte_source content, const struct patches *patches);
void patched_free(struct patched *p);

/* The next piece, which lives until the next call; empty at the end. It stands in the block that was read or is the
 * text of a patch: nothing is copied. STATUS_REJECT or STATUS_FAIL: the content's. A patch that reaches beyond the end
 * of the content is asserted against. */
enum status patched_next(struct patched *p, struct slice *piece) NAFKAH_MUST_USE;

/* The same as a source that fills what it is given, all of it but at the end. Either this or patched_next. */
struct byte_source patched_source(struct patched *p);

#endif
