/* What the parts of the attachment share. Private to src/paper. */
#ifndef NAFKAH_ATTACHMENT_PRIVATE_H
#define NAFKAH_ATTACHMENT_PRIVATE_H

#include <nafkah/payment_format.h>

#include "page_private.h"

struct attachment {
	const struct payment_order *o;
	const struct carried *carried;
	const struct office *office; /* NULL: nobody has said which */
	bool trial;
	struct slice program;
	struct html h;
};

struct sum {
	uint64_t count;
	int64_t rupiah; /* a part of the list's total, which fits */
};

/* Which payments a sum is of: all that are carried, or those of one kind or rail. */
struct chosen {
	bool of_kind, of_rail;
	enum kind kind;
	enum rail rail;
};
struct sum attachment_sum(const struct attachment *a, struct chosen only);

/* Text into the open element. */
void attachment_say(struct attachment *a, struct buf *text); /* what `text` holds; frees it */
void attachment_count(struct attachment *a, uint64_t n);
void attachment_rupiah(struct attachment *a, int64_t rupiah);
void attachment_bank(struct attachment *a, struct slice code); /* "124 Bank X": with its name where the table knows it */

/* A table up to its open body. A heading that begins with '#' is of numbers. */
void attachment_open_table(struct attachment *a, const char *class, const char *const *headings);
void attachment_count_cell(struct attachment *a, uint64_t n);
void attachment_rupiah_cell(struct attachment *a, int64_t rupiah);

/* The payments that are carried, with the sums of their rails; those that are held, if any. */
void attachment_transfers(struct attachment *a);
void attachment_not_sent(struct attachment *a);

#endif
