/* The first pass over a payroll: one streaming read that finds the header, checks every row, sums, and keeps figures and
 * byte positions of the few rows that matter: those of people whom a ruling names, and total rows. */
#ifndef NAFKAH_SCAN_H
#define NAFKAH_SCAN_H

#include <nafkah/content.h>
#include <nafkah/number_set.h>
#include <nafkah/payees.h>
#include <nafkah/payroll.h>
#include <nafkah/roster.h>

/* A cell of money: where it stands, and how its amount is written. */
struct cell {
	struct place place;
	struct cell_style style;
};

/* A row of somebody with a ruling. */
struct match {
	struct person *person;
	struct pay_row row;      /* before it is handed to the person */
	struct pay_row *placed;  /* the person's copy, where the law writes what it took */
	uint64_t offset, line;   /* of the row; line as findings tell it */
	size_t department;
	struct cell cuts, net;
	const struct money *voluntary; /* each of the header's voluntary columns; NULL unless the setup asks for his */
};

/* A total or sub-total row. */
struct total_row {
	uint64_t from, offset; /* it sums the data rows that begin in [from, offset) */
	uint64_t line;
	bool states_cuts, states_net;
	struct money cuts_value, net_value;
	struct cell cuts, net;
};

struct department {
	struct slice name;
	uint64_t rows;
	struct money net;
	int64_t taken; /* filled after the computation, rupiah */
};

struct tally {
	uint64_t rows, counted, without_nip;
	uint64_t passed; /* titles, column numbers and what stands behind the end: copied, not counted as rows */
	uint64_t hidden, deleted;
	struct money gross, cuts, net;
};

/* How many rows each check looked at; compute.c has the table of checks. */
enum check {
	CHECK_STRUCTURE, CHECK_MONEY, CHECK_ARITHMETIC, CHECK_NIP, CHECK_TWICE, CHECK_TOTALS, CHECK_PERIOD, CHECK_ACCOUNT,
	CHECK_RULINGS, CHECK_CROSS, CHECK_LAW
};
#define CHECK_COUNT 11

struct preview;

struct scan_setup {
	struct slice file; /* base name */
	uint64_t size;     /* in bytes; 0: not known */
	size_t file_index;
	bool adjusted;
	month_no period; /* MONTH_NONE: the one that the first row states */
	const struct layout *layouts;
	size_t layout_count;
	struct slice wanted_layout; /* empty: any */
	const struct rules *rules;
	const struct roster *roster;     /* NULL: nobody is looked for (reading back) */
	const struct payees *payees;     /* whose accounts should be in no other's row; NULL: no check */
	struct number_set *seen;         /* by kind; NULL: no check for NIPs that stand twice */
	uint64_t *checked;               /* by check */
	struct findings *findings;
	struct arena *arena;             /* what the result points to */
	uint64_t explained;              /* the NIP whose voluntary columns are kept one by one; 0: nobody's */
	struct preview *preview;         /* NULL: none is wanted (preview.h) */
};

struct scan {
	const struct layout *layout;
	struct header header;
	enum container container;
	bool unterminated;
	struct tally tally;
	struct match *matches;
	size_t match_count, match_room;
	struct total_row *totals;
	size_t total_count, total_room;
	struct department *departments;
	size_t department_count;
};

/* Reads the whole source. STATUS_REJECT: refused, findings say why (all rows that could be read were checked). */
enum status scan_payroll(const struct scan_setup *setup, struct byte_source source, struct scan *out) NAFKAH_MUST_USE;

#endif
