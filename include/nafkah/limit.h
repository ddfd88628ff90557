/* How much may be taken, and what is paid with it.
 *
 * The civil servant keeps his share of the base (PP 10/1983 art. 8; parameter `batas`): T = floor(B - ceil(B * f_asn)) less
 * the fraction parts kept for children in his own custody, never below zero; without a limit T is unbounded. Nor can
 * more be taken than his adjusted payrolls hold: the limit is the smaller of the two. It is filled by tiers over the lines
 * that are not held: children's dues, wife's dues, children's arrears, wife's arrears. A tier that does not fit
 * is divided in proportion; what is not paid is arrears.
 *
 * When another payroll of the month comes later, what the present ones cannot cover up to T is not in arrears but waits: the
 * tiers are filled with T once more, beyond what was paid. The second part fills them with what waited, as far as its payroll
 * holds it; then nothing waits. */
#ifndef NAFKAH_LIMIT_H
#define NAFKAH_LIMIT_H

#include <nafkah/law.h>

enum { TIER_COUNT = 4 };

/* What a tier still wants for a line; 0 for lines of other tiers and for held ones. Tiers 0 and 1 are dues, 2 and 3
 * arrears; 0 and 2 are the children's. */
int64_t tier_demand(const struct line *l, int tier);

/* Fills ceiling, limit, paid of the person and paid_due, paid_arrears, waiting, arrears of the lines. */
enum status limit_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

/* Says with `c` which bound left something unpaid that does not wait (N0643, N0644). */
void limit_note(const struct law *law, const struct person *p, const struct case_file *c);

/* The same for the second part of a month: the ceiling is what waits. */
enum status limit_of_second_part(const struct law *law, struct person *p) NAFKAH_MUST_USE;

#endif
