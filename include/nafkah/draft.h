/* A first layout for an export that no layout knows, for a person to complete (`nafkah formats draft EXPORT`).
 *
 * Header words (header_words.h) and figures propose; what they do not settle is left open: a comment that begins with
 * "LENGKAPI" says at its place what to decide, and where a column that a layout must have is open, the draft names one
 * that no export has, so that nothing can be read with it by accident. The text is valid by tata-letak.xsd in any case.
 */
#ifndef NAFKAH_DRAFT_H
#define NAFKAH_DRAFT_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/container.h>
#include <nafkah/finding.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct draft_setup {
	struct slice file;       /* base name */
	uint64_t size;           /* in bytes; 0: not known */
	struct slice sheet;      /* XLSX: which one; empty: the only one with data */
	bool has_encoding;       /* CSV without a BOM, DBF without a code page: `encoding`, which nobody has confirmed */
	enum encoding encoding;
	struct findings *findings;
	struct arena *arena;
};

struct draft_result {
	size_t open;             /* decisions that are left to a person */
	bool knows_container;
	enum container container;
};

/* Appends the layout to `out`. STATUS_REJECT: no table with a header could be read, findings say why. A file that is
 * refused further down is drafted from what stands above, which is one of the open decisions. */
enum status draft_make(const struct draft_setup *setup, struct byte_source source, struct buf *out,
                       struct draft_result *result) NAFKAH_MUST_USE;

#endif
