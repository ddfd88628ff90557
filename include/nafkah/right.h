/* Which months a line has a right to.
 *
 * k counts months from `mulai` (k = 1). The former wife's iddah, mut'ah and nafkah lampau (KHI art. 149; SKB Bontang: for
 * a limited time) take as many months as their award states:
 *   pecahan      `bulan`
 *   per-bulan    total = per-bulan * bulan - dibayar: ceil(total / per-bulan) months, the last one pays the rest
 *   jumlah       total = jumlah - dibayar: `bulan` months of floor(total / bulan), the last one pays the rest
 * and none where the total is 0 or less. Berurutan: one after another in the order of the rules. Bersamaan: nominal awards
 * all start at k = 1, fraction awards follow one another from k = 1. bagian-gaji (PP 10/1983 art. 8) has no term.
 *
 * A right that ends on a day is due up to and including the month of that day. Ends: `selesai` of the ruling; for the wife
 * her death, and her remarriage as far as the rules say (bagian-gaji always: PP 10/1983 art. 8); for a child the birthday
 * that reaches the age limit (KHI art. 156) and `berhenti`. A child's right begins with the later of mulai and birth.
 * An award that an end cuts keeps its months: later awards do not move up. */
#ifndef NAFKAH_RIGHT_H
#define NAFKAH_RIGHT_H

#include <nafkah/person.h>

/* Fills term, right and ended_by of every line of the case. Without a start month all spans are empty. */
void right_of_case(const struct rules *rules, struct case_file *c);

bool span_has(struct span s, month_no m);
bool span_empty(struct span s);

/* Months an award takes; MONTH_FOREVER for awards without a term. */
int32_t award_months(const struct award *a);

/* A nominal wife award's amount for its month number `nth` (from 1 to award_months). */
int64_t award_instalment(const struct award *a, int32_t nth);

/* Whether her remarriage ends an award of the former wife. */
bool award_ends_by_remarriage(const struct rules *rules, const struct award *a);

/* Whether the amar's awards follow one another. */
bool case_is_sequential(const struct rules *rules, const struct ruling *r);

#endif
