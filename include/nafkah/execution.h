/* How a ruling is carried out, for the court and the personnel office: when it came, when its first month was due, when
 * the first deduction was made, what was due and paid since this chain of folders began, in which months nothing was
 * paid, and why. It only reads what the law has computed; no amount is computed from it.
 *
 * A month m is one without payment when something was owed on the ruling in m and nothing was paid on it in m.
 * Something is owed on a line that is not kept in the ASN's own pay and has a right in m that nobody paid elsewhere, or
 * that has arrears, unless an end wrote them off. Only from the first month that is due here on, and not while the
 * ruling is not final. In the first part of a month what waits for the second is not counted yet.
 *
 * The months before P come from the folder before, as they were known then, and what it could not know is added: the
 * months between it and P, which were not run, and those before the ruling was first processed, as far as they are
 * still to be made up for. */
#ifndef NAFKAH_EXECUTION_H
#define NAFKAH_EXECUTION_H

#include <nafkah/confirmation.h>
#include <nafkah/execution_book.h>

/* What a case's lines come to this month. */
struct execution_month {
	int64_t due, missed, kept, paid, written_off, waiting, arrears; /* `paid` in both parts of the month */
};

struct execution {
	const struct case_file *file;
	month_no due_since;  /* the later of mulai and the month after dibayar-sampai; MONTH_NONE: not final, nobody said
	                      * what was paid before (N0606), or every right ended before that */
	month_no processed, first_paid; /* as in struct execution_case */
	struct execution_month month;
	struct execution_sums total; /* due = paid + written_off + month.waiting + month.arrears */
	struct unpaid_month *unpaid;
	size_t unpaid_count;
	struct overpaid_line *overpaid; /* those of earlier months first */
	size_t overpaid_count;
	struct confirmation *overdue;
	size_t overdue_count;
};

/* The law has run. `before` is the book of the folder before, or, stepped back, that of this month's first part; NULL:
 * this month begins the chain. Lives in law->arena. STATUS_FAIL: memory. */
enum status execution_of_case(const struct law *law, const struct case_file *c, const struct execution_book *before,
                              struct execution *out) NAFKAH_MUST_USE;

/* Whether what is late can be said, and how many months without payment went before the first deduction; 0: in time. */
bool execution_late(const struct execution *e, month_no period, int32_t *months);

/* Whether the line's right has ended in or before the month, when and why: the schema's word. */
bool line_ended(const struct line *l, month_no period, struct slice *why);

#endif
