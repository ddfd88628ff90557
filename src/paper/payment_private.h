/* Private to src/paper: the fields of a bank's file. */
#ifndef NAFKAH_PAYMENT_PRIVATE_H
#define NAFKAH_PAYMENT_PRIVATE_H

#include <nafkah/payment_format.h>

/* What the names of a template stand for. */
struct payment_values {
	const struct payment_order *order;
	const struct carried *carried;     /* NULL in head and tail lines */
	uint64_t nth;                      /* its number in the file */
	const struct payment_sums *sums;   /* NULL where they are not known yet: only in the lines of payments */
	uint64_t lines;                    /* of the whole file */
};

/* A field as it is written, without what fills it up, and what became of its words on the way. Lives in the order's
 * arena. */
struct rendered {
	struct slice text;
	struct slice stated; /* the same before anything was changed */
	bool replaced;       /* characters that the channel lacks have their stand-in */
	bool impossible;     /* and here they have none */
	bool shortened;
	bool too_long;       /* and may not be shortened, or no word fits */
	bool empty;          /* although it is required */
};

enum status field_render(const struct payment_values *v, const struct format_field *f,
                         struct rendered *out) NAFKAH_MUST_USE;

/* Words of people in the channel's characters, single blanks between them. */
void channel_text(const struct payment_format *f, struct slice text, struct buf *out, bool *replaced, bool *impossible);

size_t characters_in(struct slice s);

/* Findings about the holder's name, from what banks return most. */
void holder_check(const struct payment_order *o, const struct credit_transfer *t, uint64_t line);

/* The bank that the channel pays from; empty: not known. */
struct slice channel_bank(const struct payment_order *o);

#endif
