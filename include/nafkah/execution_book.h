/* How far each ruling has been carried out, as pelaksanaan.xml of a folder says: what the next month goes on from. */
#ifndef NAFKAH_EXECUTION_BOOK_H
#define NAFKAH_EXECUTION_BOOK_H

#include <nafkah/register.h>

/* Why nothing was paid on a ruling in a month in which something was owed on it. In the order of the schema. */
enum unpaid_why {
	UNPAID_HELD,         /* ditahan: it, or what of it was owed, was held; the finding says why */
	UNPAID_NOT_FOUND,    /* tidak-ditemukan: the ASN stood in no adjusted payroll */
	UNPAID_LIMIT,        /* batas: his pay, or what of it may be taken, left nothing */
	UNPAID_NOT_RUN,      /* tanpa-proses: the ruling was known, the month was not run */
	UNPAID_RECEIVED_LATE /* diterima-terlambat: before the first month in which the ruling could be carried out here */
};
#define UNPAID_WHY_COUNT 5
const char *unpaid_why_name(enum unpaid_why w);

struct unpaid_month {
	month_no month;
	enum unpaid_why why;
	struct slice code; /* "N0634" of UNPAID_HELD, else empty */
};

/* What had been paid on a line beyond the end of its right before that end was known (crosscheck.h). */
struct overpaid_line {
	struct slice hak, payee; /* as in the register */
	struct overpaid what;
};

/* Of a ruling, in whole rupiah. */
struct execution_sums {
	int64_t due; /* hak with susulan */
	int64_t paid, written_off;
};

/* One ruling. */
struct execution_case {
	struct slice number, key;   /* as struct register_row has them */
	month_no processed;         /* the first month run in which it was final and had begun; MONTH_NONE: not yet */
	month_no first_paid;        /* the first month in which anything was paid on it; MONTH_NONE: not yet */
	struct execution_sums month, total; /* of the folder's own month; since the chain began, that month included */
	int64_t waiting, arrears;   /* at the end of the folder's month */
	struct unpaid_month *unpaid; /* ascending */
	size_t unpaid_count;
	struct overpaid_line *overpaid; /* in the order in which they became known */
	size_t overpaid_count;
};

struct execution_book {
	month_no period, since;        /* the folder's month; the first month of its chain of folders */
	struct execution_case *cases;  /* sorted by key */
	size_t count;
};

/* Sorts; call once when all cases are in. */
void execution_sort(struct execution_book *book);

/* NULL: not in it. */
const struct execution_case *execution_find(const struct execution_book *book, struct slice key);

/* Takes the folder's own month back out of the book of a month's first part: the second part writes the whole month
 * anew. What the first part found out about earlier months stays. */
void execution_step_back(struct execution_book *book);

/* Whether both lists of one folder speak of the same rulings, each once, and say the same of what is owed on it. */
bool execution_agrees(const struct execution_book *book, const struct register_book *lines);

#endif
