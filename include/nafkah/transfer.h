/* The transfer list: one row per payroll kind, case and account owner. */
#ifndef NAFKAH_TRANSFER_H
#define NAFKAH_TRANSFER_H

#include <nafkah/buf.h>
#include <nafkah/roster.h>
#include <nafkah/status.h>

enum { KUNCI_DIGITS = 20 };

struct transfer {
	enum kind kind;
	const struct case_file *file;
	const struct account *account;
	struct slice owner;    /* "mantan" or "anak:ID" */
	struct slice asn_name; /* as in the payroll it is taken from */
	struct slice items;    /* rincian */
	int64_t amount;        /* whole rupiah, above 0 */
	char key[KUNCI_DIGITS + 1]; /* the same line of a corrected run has the same key */
};

struct transfers {
	struct transfer *items; /* by source order, bank, account, case, entry, owner */
	size_t count;
	int64_t total;
};

/* Gathers every draw of every person. Lives in `a`. STATUS_FAIL: memory or the hash. */
enum status transfers_build(struct arena *a, const struct roster *roster, const struct rules *rules, month_no period,
                            struct transfers *out) NAFKAH_MUST_USE;

/* transfer.csv */
void transfers_write(const struct transfers *t, month_no period, struct buf *out);

/* Place of the period in the award's own months: false where it has none. */
bool line_place(const struct line *l, month_no period, int32_t *nth, int32_t *of);

#endif
