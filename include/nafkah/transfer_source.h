/* A folder that transfers are taken from: a finished month, what was made for a bank of it, or what came of that.
 * `transfer` takes of it what is still to be sent, `return` what was sent. */
#ifndef NAFKAH_TRANSFER_SOURCE_H
#define NAFKAH_TRANSFER_SOURCE_H

#include <nafkah/credit_transfers.h>
#include <nafkah/cycle.h>
#include <nafkah/origin.h>
#include <nafkah/return_record.h>
#include <nafkah/sent_record.h>

#define SENT_RECORD_NAME "kirim.xml"
#define RETURN_RECORD_NAME "balasan.xml"
#define MONTH_LIST_NAME "transfer.csv"
#define SENT_LIST_NAME "terkirim.csv"
#define LEFT_LIST_NAME "belum-terkirim.csv"
#define RESEND_LIST_NAME "kirim-ulang.csv"
#define STATUS_LIST_NAME "status-transfer.csv"
#define RETURN_RECORD_KEPT "bukti/asal/" RETURN_RECORD_NAME

/* `{0}` is valid. Everything but the folder itself lives in the cycle's arena. */
struct transfer_source {
	struct sealed *sealed;
	enum folder_kind kind;
	month_no period;
	struct slice court;       /* pengadilan */
	struct sha256 seal;       /* of its SHA256SUMS */
	struct origins origins;   /* of what is made from it: its own, and behind them itself */
	struct run_record month;  /* FOLDER_MONTH */
	struct rulings rulings;   /* FOLDER_MONTH: that it was run with */
	struct sent_record sent;  /* FOLDER_SENT */
	struct return_record returned; /* FOLDER_RETURNED */
};

/* c->request->finished is the folder, for findings. Opens it through its seal (seal.h) and reads its record.
 * STATUS_REJECT: the seal does not hold (N0701), or it is none of the three (N1024). */
enum status transfer_source_open(struct cycle *c, const char *path, struct transfer_source *out) NAFKAH_MUST_USE;
void transfer_source_close(struct transfer_source *s);

/* A list of the folder and its bytes; that of a month gets the dates of its rulings. `columns` and `values` as in
 * credit_transfers_read_more; none: {NULL, 0}, and `values` may be NULL. STATUS_REJECT: the folder has no such list
 * (N1024), or it cannot be read. */
struct taken_list {
	struct slice name, bytes;
	struct credit_transfers transfers;
	const struct slice *values;
};
enum status transfer_source_list(struct cycle *c, struct transfer_source *s, const char *name,
                                 struct more_columns columns, struct taken_list *out) NAFKAH_MUST_USE;

/* The office file that the folder keeps, for a command that was given none. STATUS_END: it keeps none. */
enum status transfer_source_office(struct cycle *c, struct transfer_source *s, struct document *out) NAFKAH_MUST_USE;

/* Copies into the folder that is written: the list, the folder's SHA256SUMS, and the record of the last return that the
 * money went through (RETURN_RECORD_KEPT), which names the bank's files that were applied to it. */
enum status transfer_source_keep(struct cycle *c, const struct transfer_source *s,
                                 const struct taken_list *list) NAFKAH_MUST_USE;

#endif
