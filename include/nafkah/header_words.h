/* What the column names of an unknown payroll probably mean: the dictionary of `formats draft`. It proposes to a
 * person, and nothing that pays money asks it. */
#ifndef NAFKAH_HEADER_WORDS_H
#define NAFKAH_HEADER_WORDS_H

#include <nafkah/layout.h>

#include <stdbool.h>

enum header_rank {
	HEADER_UNKNOWN, /* no role is likely */
	HEADER_EXACT,   /* exports that are known use this name for the role */
	HEADER_WORDS,   /* its words say so */
	HEADER_WEAK     /* its words allow it: to be believed only when figures agree */
};

struct header_meaning {
	enum header_rank rank;
	enum role role;
};

/* Of a folded name; a leading "belanja_" says nothing. */
struct header_meaning header_meaning(struct slice folded);

/* A column that may hold a line end. */
bool header_is_address(struct slice folded);

/* The value with which rows count, where exports that are known have such a column of this name; NULL: it is none. */
const char *header_count_value(struct slice folded);

/* The kinds of payroll that a folded text speaks of, as bits 1u << enum kind. "THR" and "gaji ke-13" are no "gaji". */
unsigned header_kinds(struct slice folded);

/* Words that stand in a total row for the sum of a part, whatever follows them. */
bool header_begins_subtotal(struct slice folded);

#endif
