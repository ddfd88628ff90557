/* What waits behind a hold: the rupiah that would be owed on a line this month if every hold of this civil servant were
 * lifted, with this month's income and before any limit. It is shown to the office that must act and moves no money. The
 * second part of a month no longer knows the base; of what the first part held it has the stake from there. */
#ifndef NAFKAH_STAKE_H
#define NAFKAH_STAKE_H

#include <nafkah/law.h>

/* Fills `stake` of every line that waits: opening arrears and the dues of all months that are not booked (where nobody
 * said what was paid before: of this month alone); in the second part of a month what the first part says, of what only
 * this part holds its arrears. 0 for all others. The law has run. STATUS_FAIL: memory. */
enum status stake_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

/* Whether more is at stake than `stake` of a line that waits: a fraction of an income that nobody knows (there is no row of
 * his, or the judge's income is missing). */
bool stake_is_least(const struct rules *rules, const struct line *l);

/* Whether the line waits for somebody: it is held, or its ruling is held or not found. */
bool line_waits(const struct line *l);

/* Why; only for a line that waits. */
enum code line_waits_for(const struct line *l);

#endif
