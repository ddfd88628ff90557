/* Months that were booked on a line behind the end of its right, before the end was known (kelebihan): a remarriage, a death or
 * the end of a ruling is often told months later. What was paid in them is for the court and the parties to settle.
 *
 * The months run from the one after the end (or the right's first, where the end came before it) to the one booked last, within
 * the award's term. The register of the month before says what was due in the last of them; those before it are computed as if
 * the right went on, with this month's base and computed rulings. All of it counts, also what is still in arrears.
 *
 * The end was not known in the month before where its register row shows the right standing: it had something due, or no cause of
 * an end; or where it waited for somebody (held, not found) in a ruling that now turns out to be over. So each end is told
 * once. An end that became known while the single line was held in a ruling that goes on cannot be told apart from one that had
 * been told, and is not told. */
#ifndef NAFKAH_OVERPAID_H
#define NAFKAH_OVERPAID_H

#include <nafkah/law.h>

/* Fills `overpaid` of each line. law_person has run. STATUS_FAIL: memory. */
enum status overpaid_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

#endif
