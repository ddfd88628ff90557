/* Which payroll each paid rupiah is taken from: tier by tier, in line order, from the adjusted rows in the order of
 * `sumber`, each up to what it holds. A line may draw on two. */
#ifndef NAFKAH_SOURCE_H
#define NAFKAH_SOURCE_H

#include <nafkah/law.h>

/* Fills draws (line order, then source order; only amounts above 0) of the person and `taken` of the rows. */
enum status source_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

/* What an adjusted, counted row holds: its net pay in whole rupiah, never below zero. 0 for any other row. */
int64_t row_available(const struct pay_row *row);

#endif
