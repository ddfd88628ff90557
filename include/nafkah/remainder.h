/* The register of remainders: who got the odd rupiah wherever an amount of this month did not divide. It is read off
 * the finished computation by asking its parts again (due.h, division.h, limit.h); nothing is computed from it.
 *
 *   children   an even split over the children: the odd rupiah go to the eldest first
 *   pool       several rulings share one pool, or
 *   limit      a tier does not fit into what may be taken: divided in proportion, the units left go to the largest
 *              remainders
 *   last       a lump sum in instalments: the last one holds what the division left over
 *   shares     fraction shares are rounded down: what their sum would have held beyond stays with the civil servant */
#ifndef NAFKAH_REMAINDER_H
#define NAFKAH_REMAINDER_H

#include <nafkah/law.h>

enum odd_why { ODD_CHILDREN, ODD_POOL, ODD_LIMIT, ODD_LAST, ODD_SHARES };
#define ODD_WHY_COUNT 5

struct odd_rupiah {
	const struct case_file *file;
	const struct line *line; /* NULL: it stays with the civil servant */
	month_no month;          /* whose due was divided: P, or a missed month before it */
	enum odd_why why;
	int64_t rupiah;          /* above 0 */
};

/* `{0}` is a valid empty register. Owns its memory; cases and lines are borrowed. */
struct remainders {
	struct odd_rupiah *items;
	size_t count, cap;
};

/* Adds those of one person; the law has run. STATUS_FAIL: memory. */
enum status remainders_of_person(const struct law *law, const struct person *p, struct remainders *out) NAFKAH_MUST_USE;

void remainders_release(struct remainders *r);

#endif
