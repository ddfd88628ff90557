/* What the month made of each line and ruling, and the laws of conservation.
 *
 * A line of a ruling that was not computed, or that is held itself, says so. Else: sebagian (arrears left, or something
 * waits for the second part of the month), dipotong
 * (something was paid, none left), diterima-asn (a part was kept), nihil (nothing due, a month of its right is still to come),
 * selesai (over, no arrears). A computed ruling is ditahan (all lines held), sebagian (arrears or a held line remain),
 * dipotong (something was due or paid, nothing remains) or nihil. */
#ifndef NAFKAH_OUTCOME_H
#define NAFKAH_OUTCOME_H

#include <nafkah/law.h>

void outcome_of_person(const struct law *law, struct person *p);

/* opening + missed + due = paid + written off + waiting + arrears for each line; paid = drawn = taken for the person; no
 * amount negative; no row below zero. A breach is N9901. */
bool conserved(const struct law *law, const struct person *p) NAFKAH_MUST_USE;

#endif
