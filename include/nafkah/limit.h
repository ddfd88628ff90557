/* How much may be taken, and what is paid with it.
 *
 * The civil servant keeps his share of the base (PP 10/1983 art. 8; parameter `batas`): T = floor(B - ceil(B * f_asn)) less
 * the fraction parts kept for children in his own custody, never below zero; without a limit T is unbounded. Nor can
 * more be taken than his adjusted payrolls hold: the limit is the smaller of the two. It is filled by tiers over the lines
 * that are not held: children's dues, wife's dues, children's arrears, wife's arrears. A tier that does not fit
 * is divided in proportion; what is not paid is arrears. */
#ifndef NAFKAH_LIMIT_H
#define NAFKAH_LIMIT_H

#include <nafkah/law.h>

enum { TIER_COUNT = 4 };

/* The tier's demand of a line; 0 for lines of other tiers and for held ones. Tiers 0 and 1 are dues, 2 and 3 arrears;
 * 0 and 2 are the children's. */
int64_t tier_demand(const struct line *l, int tier);

/* Fills ceiling, limit, paid of the person and paid_due, paid_arrears, waiting, arrears of the lines. */
enum status limit_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

#endif
