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

/* How the part of one line in one month comes about, before several rulings share. */
struct part {
	struct money income; /* of a fraction award: what the share is taken of */
	struct ratio share;  /* and the share */
	int32_t raises;      /* of a nominal children's award: full years since mulai */
	int64_t whole;       /* of a children's award: what is split */
	size_t place, count; /* place (from 0) among the children that split it, and their number; 0, 0: it is not split */
	int64_t rupiah;      /* the part itself */
};

/* {0} where the line has no right in month m, or its ruling is not computed. */
struct part due_part(const struct law *law, const struct line *l, month_no m);

/* The same whether the ruling is computed or not. */
struct part due_part_of_right(const struct law *law, const struct line *l, month_no m);

/* What a nominal children's award has grown to after so many full years. */
int64_t due_raised(const struct award *a, int32_t years);

/* The income whose shares all computed rulings of a person divide among them, and such a share: the children's, or the wives'. */
struct money due_pool_income(const struct law *law, const struct person *p);
int64_t due_pool(const struct law *law, const struct person *p, bool children);

/* What month m gives each line of the person, after several rulings have shared; kept parts included. */
enum status due_of_month(const struct law *law, const struct person *p, month_no m, int64_t *parts) NAFKAH_MUST_USE;

/* Fills due, kept, missed and written_off of every line, booked_after, and the person's kept. STATUS_FAIL: memory. */
enum status due_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

#endif
