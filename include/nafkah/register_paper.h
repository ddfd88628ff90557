/* The register of a month, pelaksanaan.csv: every line of every ruling, what was due, paid and left; the next month's
 * --previous, and the monitoring list of court and personnel office. */
#ifndef NAFKAH_REGISTER_PAPER_H
#define NAFKAH_REGISTER_PAPER_H

#include <nafkah/buf.h>
#include <nafkah/roster.h>

/* Every case of the roster in register order: normalised case number, entry. Count is the number of rulings. NULL: memory. */
const struct case_file **cases_in_order(struct arena *a, const struct roster *roster, size_t *count);

void register_write(const struct case_file *const *cases, size_t count, month_no period, struct buf *out);

#endif
