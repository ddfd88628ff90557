/* Transfers as banks are told to make them: the list of a finished month (transfer.csv), read back, or what a later
 * folder of the same money leaves to be sent. What is written here is sent to no bank: formats are payment_format.h. */
#ifndef NAFKAH_CREDIT_TRANSFERS_H
#define NAFKAH_CREDIT_TRANSFERS_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/date.h>
#include <nafkah/finding.h>
#include <nafkah/rules.h>
#include <nafkah/status.h>

/* One line. Texts are as the list has them and live in the arena that it was read into. */
struct credit_transfer {
	uint64_t no;               /* its number in the month's list: kept through every re-send */
	struct slice key;          /* kunci, 20 hex digits: the same obligation has the same key */
	month_no period;
	enum kind kind;            /* the payroll that it was taken from */
	struct slice bank;         /* three digits */
	struct slice account;      /* digits */
	struct slice holder;
	int64_t amount;            /* whole rupiah, above 0 */
	struct slice number;       /* nomor_perkara, with "#n" */
	struct slice nip, asn_name;
	struct slice items;        /* rincian */
	struct date ruled;         /* tanggal_putusan; not set: the ruling states none */
	struct slice proof;        /* the document behind a corrected account; empty: it is the month's */
};

struct credit_transfers {
	struct credit_transfer *items; /* in the order of the list: `no` rises */
	size_t count;
	int64_t total;         /* rupiah */
	const struct credit_transfer **by_key; /* of a list that was read: the same lines, by key */
};

/* Columns of a list behind the 14, by name. */
struct more_columns {
	const char *const *names;
	size_t count;
};

/* Reads transfer.csv (12 columns) or a list with `tanggal_putusan,bukti_rekening` behind them (14). Lives in `a`.
 * STATUS_REJECT (N1001, with the line): what this program never writes, a key that stands twice, an amount of 0. */
enum status credit_transfers_read(struct slice bytes, struct slice file, struct arena *a, struct credit_transfers *out,
                                  struct findings *findings) NAFKAH_MUST_USE;

/* The same of a list that has exactly these columns behind the 14. (*values)[line * columns.count + i]: as they stand,
 * judged by the caller. */
enum status credit_transfers_read_more(struct slice bytes, struct slice file, struct more_columns columns,
                                       struct arena *a, struct credit_transfers *out, const struct slice **values,
                                       struct findings *findings) NAFKAH_MUST_USE;

/* N1001 about a line of such a list: what stands there, and what should. */
void credit_transfers_refuse(struct slice file, uint64_t line, struct slice column, struct slice value,
                             const char *expected, struct findings *findings);

/* The 14 columns. */
void credit_transfers_write(const struct credit_transfers *t, struct buf *out);

/* With further ones; `values` as they are read. */
void credit_transfers_write_more(const struct credit_transfers *t, struct more_columns columns,
                                 const struct slice *values, struct buf *out);

/* The line of a list that was read with this key; NULL: none has it. */
const struct credit_transfer *credit_transfers_find(const struct credit_transfers *t, struct slice key);

#endif
