/* What waits behind a hold: the rupiah that would be owed on a line this month if every hold of this civil servant were
 * lifted, with this month's income and before any limit. It is shown to the office that must act and moves no money. */
#ifndef NAFKAH_STAKE_H
#define NAFKAH_STAKE_H

#include <nafkah/law.h>

/* Fills `stake` of every line that waits: opening arrears and the dues of all months that are not booked (where nobody
 * said what was paid before: of this month alone); in the second part of a month its arrears. 0 for all others. The law
 * has run. STATUS_FAIL: memory. */
enum status stake_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

/* Whether the line waits for somebody: it is held, or its ruling is held or not found. */
bool line_waits(const struct line *l);

/* Why; only for a line that waits. */
enum code line_waits_for(const struct line *l);

#endif
