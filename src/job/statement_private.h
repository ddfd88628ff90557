/* What the parts of `statement` share. Private to src/job. */
#ifndef NAFKAH_STATEMENT_PRIVATE_H
#define NAFKAH_STATEMENT_PRIVATE_H

#include <nafkah/cycle.h>
#include <nafkah/statement.h>

/* What is asked for: all entries of a case, or one. */
struct case_wanted {
	struct slice key; /* normalised, with "#n" where one entry n > 1 is wanted */
	bool whole;       /* every entry */
};

/* A finished folder, and what its register has of the case. */
struct month_folder {
	const char *path;
	struct run_record record;
	struct sha256 seal;
	struct register_book book; /* rows of the case only */
	struct slice rulings;      /* the file of rulings as this folder kept it; where the book has rows */
};

struct stating {
	struct cycle *c;
	struct case_wanted wanted;
	struct month_folder *folders; /* by month; a first part whose second is there has gone */
	size_t count;
	struct statement *out;
	struct statement_line *lines;
	struct statement_month *months;
};

/* Seal, run.xml, register. STATUS_REJECT: not a finished folder, or not intact. */
enum status statement_folder(struct stating *s, struct month_folder *f) NAFKAH_MUST_USE;

/* In order of their months, the parts of a split month as one; N0774 otherwise. */
enum status statement_order(struct stating *s) NAFKAH_MUST_USE;

/* The months of s->folders and between them, with their sums; N0772, N0773. */
enum status statement_chain(struct stating *s) NAFKAH_MUST_USE;

bool case_is_wanted(const struct case_wanted *w, struct slice key);

#endif
