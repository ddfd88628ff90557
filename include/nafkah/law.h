/* The computation of one civil servant's month: pure, without files, clock or locale.
 *
 * law_person runs the parts in this order; each part's header states its rule and the law behind it:
 *   right.h     which months a line has a right to
 *   state.h     whether a ruling is computed this month at all
 *   hold.h      which awards and payees are held
 *   income.h    the base B and the shares in force
 *   due.h       what a month owes, the shares of several rulings, missed months
 *   limit.h     the ceiling, and what is paid tier by tier
 *   source.h    which payroll each paid rupiah is taken from
 *   outcome.h   the status of each line and ruling, and the laws of conservation */
#ifndef NAFKAH_LAW_H
#define NAFKAH_LAW_H

#include <nafkah/arena.h>
#include <nafkah/finding.h>
#include <nafkah/person.h>
#include <nafkah/status.h>

struct law {
	const struct rules *rules;
	month_no period;
	struct slice rulings_file; /* base name, for findings */
	struct findings *findings;
	struct arena *arena; /* results live here */
	bool more;           /* another payroll of this month comes later: what this one cannot cover waits for it */
};

/* Fills the lower halves of `p`, its cases and its lines. STATUS_FAIL: memory, or a law of conservation was broken
 * (a finding says which). */
enum status law_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

/* The second part of a month: base, dues and ceiling are those that the first part fixed; what it left waiting is paid from
 * the rows given now, and the rest becomes arrears. Needs first_part of every line. Same result. */
enum status law_continue(const struct law *law, struct person *p) NAFKAH_MUST_USE;

/* Puts a finding about a ruling on record. `value` and `detail` may be empty. */
void law_note(const struct law *law, const struct case_file *c, enum code code, struct slice value, struct slice detail);

/* The same for an amount: the value is written as whole rupiah. */
void law_note_rupiah(const struct law *law, const struct case_file *c, enum code code, int64_t rupiah, struct slice detail);

/* Arrears of a line that have grown three months running, this one included. */
void law_note_growth(const struct law *law, const struct line *l);

#endif
