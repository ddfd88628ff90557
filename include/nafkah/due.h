/* What a month m owes on each line, with this month's base and computed rulings.
 *
 *   wife, pecahan      floor(B * f)
 *   wife, nominal      the instalment of its month
 *   children, pecahan  pool floor(B * f), split evenly over the children whose right stands in m, odd rupiah to the eldest
 *                      first; with anak-berhenti "kembali" the split is over all listed children
 *   children, nominal  per-bulan, raised by `naik` percent for every full year since mulai, floored each time
 *                      (SEMA 3/2015); an award for all children together is split like the pool
 * The part of a child in the ASN's own custody stays in his pay: kept, not due.
 *
 * Several rulings: the wives' fraction dues of all computed rulings share one pool floor(B * f), the children's fraction
 * parts another, whether a line is held or booked already or not; where they sum to more, the pool is divided in proportion.
 *
 * Missed months (booked < m < P: a late ruling, a hold, a month without a run) are owed the same way and are added to the
 * arrears. With bulan-dasar "putusan" the income that the judge found replaces B in fractions; the pool is then that of
 * the largest such income. */
#ifndef NAFKAH_DUE_H
#define NAFKAH_DUE_H

#include <nafkah/law.h>

/* Fills due, kept, missed and written_off of every line, booked_after, and the person's kept. STATUS_FAIL: memory. */
enum status due_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

#endif
