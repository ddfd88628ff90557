/* Private to src/job: `nafkah return`. */
#ifndef NAFKAH_RETURN_PRIVATE_H
#define NAFKAH_RETURN_PRIVATE_H

#include <nafkah/bank_file.h>
#include <nafkah/corrections.h>
#include <nafkah/transfer_source.h>

/* What a return is made of, in the cycle's arena. */
struct returning {
	struct cycle *c;
	struct transfer_source source;
	struct taken_list list;
	struct sent_lines lines;     /* the list, as results are held against it */
	struct line_fate *fates;     /* of each of its lines */
	struct document bank_document, corrections_document, office_document;
	struct return_format *formats;
	size_t format_count;
	struct bank_file file;
	struct corrections corrections;
	struct credit_transfers resend; /* what this file returned, with corrected accounts */
	struct fate_sums sums;
	uint64_t changed;
	uint64_t attempt;            /* which sending of this money it is; 1: the month's first */
	struct date pay_date;        /* of that sending; not set: not known */
	struct earlier_result *earlier; /* files of the bank that told of this money before */
	size_t earlier_count;
};

/* The columns of status-transfer.csv behind the 14. */
extern const struct more_columns return_columns;

/* The list that was sent, and what is known of its lines. */
enum status returning_lines(struct returning *r) NAFKAH_MUST_USE;
/* The same as values of return_columns. NULL: memory. */
const struct slice *returning_values(struct returning *r);

/* Formats, the bank's file, corrections; the office file that the folder keeps goes on. */
enum status returning_inputs(struct returning *r) NAFKAH_MUST_USE;

/* The result of an earlier sending tells of the same keys: a file that was applied to one is refused (N1065), and so is
 * what happened before this one was to be paid (N1066). Without a date nobody can tell (N1067). */
enum status returning_not_of_before(struct returning *r) NAFKAH_MUST_USE;

/* What came back by this file, with the accounts that a person corrected (N1057, N1059, N1060, N1061). */
enum status returning_resend(struct returning *r) NAFKAH_MUST_USE;

/* Whether a corrected account is the civil servant's own, by the payrolls of the month: if that lies in the folder
 * itself or beside, with its evidence (N1060: it does not). */
enum status returning_own_accounts(struct returning *r) NAFKAH_MUST_USE;

/* Everything in the output folder but its seal. */
enum status returning_write(struct returning *r) NAFKAH_MUST_USE;

#endif
