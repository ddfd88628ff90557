/* One case over many months, for the former spouse, the court or the personnel office: what was due, made up for, paid,
 * written off, waiting and owed, month by month, out of the registers of finished folders. Nothing of any other case stands
 * in it, and no account and no NIK of this one.
 *
 * The months in the list, with those between them that are missing:
 *   arrears before + due + missed = paid + written off + waiting + arrears     each month by itself, and
 *   opening + jumps + due + missed = paid + written off + waiting + arrears    all of them together,
 * where a jump is what the arrears became between two folders, unseen: 0 for a whole chain. */
#ifndef NAFKAH_STATEMENT_H
#define NAFKAH_STATEMENT_H

#include <nafkah/register.h>

struct statement_sums {
	int64_t opening, due, missed, kept, paid, written_off, waiting, arrears; /* rupiah */
};

/* One award for one payee. */
struct statement_line {
	struct slice key, payee;     /* of its rows in the register */
	int32_t entry;
	bool bare;                   /* a ruling without awards: only a status */
	enum hak hak;
	size_t place;                /* of the child in the ruling: the order of the lines */
	struct statement_sums total; /* over the months, without opening; arrears: of the last that has it */
};

enum statement_month_state {
	MONTH_GIVEN,
	MONTH_PROVISIONAL, /* the first part alone: `more` is still to come */
	MONTH_NOT_RUN,     /* the folder after it builds on the one before it: this month was never run */
	MONTH_ABSENT       /* nobody gave its folder */
};

struct statement_month {
	month_no month;
	enum statement_month_state state;
	enum kind more;
	const struct register_row **rows; /* parallel to the lines; NULL: not in this register. Given months only */
	size_t row_count;                 /* those that are not NULL */
	struct statement_sums sums;
	int64_t jump;                     /* its opening less the arrears of the folder before it in the list */
	struct slice seal;                /* SHA-256 of its SHA256SUMS */
};

/* Everything is borrowed. */
struct statement {
	const struct ruling **entries; /* as the newest folder that has the case knows them */
	size_t entry_count;            /* at least 1 */
	struct slice court;
	struct date dated;             /* of the list of rulings */
	const struct statement_line *lines;
	size_t line_count;
	const struct statement_month *months; /* by month; at least one is given */
	size_t month_count;
	struct statement_sums total;   /* opening: before the first month; arrears: after the last */
	int64_t jumps;
};

/* As text, and as one page of A4 that needs nothing beside it. STATUS_FAIL: memory. */
enum status statement_write_text(const struct statement *s, enum lang lang, struct buf *out) NAFKAH_MUST_USE;
enum status statement_write_html(const struct statement *s, enum lang lang, struct buf *out) NAFKAH_MUST_USE;

#endif
