/* pelaksanaan-bank.csv: for each case and payee what was sent to the bank, and what is paid, returned and not known. */
#ifndef NAFKAH_BANK_EXECUTION_H
#define NAFKAH_BANK_EXECUTION_H

#include <nafkah/bank_result.h>
#include <nafkah/credit_transfers.h>

/* `fates`: of each line. The payee of a line (mantan, anak:ID) is read from its key, which was made of it; the column is
 * empty where that cannot be. Rows stand by case, entry and payee. STATUS_FAIL: memory. */
enum status bank_execution_write(const struct credit_transfers *t, const struct line_fate *fates, struct arena *a,
                                 struct buf *out) NAFKAH_MUST_USE;

#endif
