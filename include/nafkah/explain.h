/* The derivation of one person's month, for the officer at the counter and whoever checks it with a pocket calculator:
 * every figure with the arithmetic that gives it, every step with its basis, in words of the rule file or the place of
 * the ruling. Nothing is computed here that the law does not compute: figures are those of the person, and what the law
 * does not keep (a part before several rulings share, missed months one by one, remainders) is asked of the law's own
 * functions again.
 * Names, NIP and accounts stand in full: that person was asked for. Nothing of anybody else stands in it. */
#ifndef NAFKAH_EXPLAIN_H
#define NAFKAH_EXPLAIN_H

#include <nafkah/law.h>
#include <nafkah/transfer.h>

/* A payroll or --income file. */
struct explain_file {
	struct slice name, hash, layout;
	enum kind kind;
	bool adjusted;
	struct slice gross, cuts, net;         /* names of its columns, as written */
	struct slice count_column, count_value; /* its rows count where this column holds this; empty: all do */
};

struct explain_column {
	struct slice name;
	struct money amount;
};

/* The voluntary deductions of one row. */
struct explain_row {
	const struct explain_column *voluntary;
	size_t count;
};

/* What is explained. Everything is borrowed. */
struct explanation {
	const struct person *person; /* after the law */
	const struct law *law;       /* that it was computed with */
	const struct rulings *rulings;
	struct slice rules_file, rules_hash, rulings_hash;
	const struct explain_file *files; /* as pay_row.file counts them */
	size_t file_count;
	const struct explain_row *rows; /* parallel to person->rows */
	month_no before;          /* the month before that was built on; MONTH_NONE: none */
	struct slice before_seal; /* SHA-256 of its SHA256SUMS, or of that of the first part of this month */
	bool second_part;
	enum kind more;           /* with law->more: what is still to come this month */
	const struct transfers *transfers;
	const struct findings *findings;
	enum lang lang;
};

/* Both give STATUS_FAIL when memory ran out. */
enum status explain_write_text(const struct explanation *e, struct buf *out) NAFKAH_MUST_USE;

/* One page that needs nothing beside it, to be printed on A4. */
enum status explain_write_html(const struct explanation *e, struct buf *out) NAFKAH_MUST_USE;

#endif
