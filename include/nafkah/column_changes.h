/* Which columns of an export came and went since the month before: a layout drifts long before a required column is missing,
 * and a voluntary deduction under a new name silently counts no more. Names are folded ones; columns without a name are not
 * compared. A new name is taken for an old one's when they are alike (what they begin and end with in common is two thirds of
 * the longer), else when it stands in the same place. */
#ifndef NAFKAH_COLUMN_CHANGES_H
#define NAFKAH_COLUMN_CHANGES_H

#include <nafkah/arena.h>
#include <nafkah/status.h>

struct columns {
	const struct slice *names; /* in the order of the file */
	size_t count;
};

enum { COLUMNS_TOLD = 10 }; /* of each list; the rest is "..." */

/* *came: "zakat, tpp_kinerja (~ kinerja)", the second probably only has another name now; *went: "kinerja, rapel". "-" for none.
 * In `a`. STATUS_END: the same columns, in whatever order. STATUS_FAIL: memory. */
enum status columns_compare(struct arena *a, struct columns before, struct columns now, struct slice *came,
                            struct slice *went) NAFKAH_MUST_USE;

#endif
