/* What the command line asked for. Strings are those of argv and live as long as the process. */
#ifndef NAFKAH_REQUEST_H
#define NAFKAH_REQUEST_H

#include <nafkah/date.h>
#include <nafkah/finding.h>
#include <nafkah/rules.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "[LAYOUT=]FILE" */
struct payroll_argument {
	struct slice layout; /* empty: found by the header */
	const char *path;
};

/* "ROWS:RUPIAH", the rupiah with two decimals where there are sen: what the n-th payroll must hold. */
struct expectation {
	uint64_t rows;
	struct money net;
};

struct request {
	month_no period;
	const char *rulings, *out, *previous;
	const char *continues; /* the folder of the month's first part */
	bool has_more;
	enum kind more;        /* the kind that comes later this month */
	bool first;
	const char *rules;   /* an id or a path; NULL: skb-bontang */
	const char *office;  /* NULL: none */
	const char *formats; /* the folder with payroll/, rules/, schema/ */
	struct payroll_argument *payrolls, *incomes;
	size_t payroll_count, income_count;
	struct expectation *expected;
	size_t expected_count;
	bool no_evidence, json, quiet;
	bool mask;           /* report, page and register once more with pseudonyms */
	unsigned threads;    /* that may work at once; no byte depends on it */
	uint64_t nip;        /* explain: whom; 0: nobody */
	const char *finished; /* explain: a finished folder to work from instead of payrolls; transfer, return: the one that
	                       * transfers are taken from; NULL: none */
	const char *case_number; /* statement: which case, with "#n" one entry of it; NULL: none */
	bool html;
	const char *format;   /* transfer, return: how the bank's file is made, or read; an id or a path */
	struct date pay_date; /* transfer */
	const char *banks;    /* transfer: the office's own table of banks; NULL: the one that is shipped */
	const char *bank_file, *corrections; /* return: what the bank says, and accounts that a person corrects; NULL: none */
	const char **input_folders; /* verify: where payrolls lie of which a folder keeps the hash only */
	size_t input_folder_count;
	enum lang lang;
};

/* Exit statuses. */
enum exit_status {
	EXIT_DONE = 0,
	EXIT_ATTENTION = 1,   /* done, something was held back or needs a person */
	EXIT_USAGE = 2,
	EXIT_REFUSED = 3,     /* an input was refused, nothing was written */
	EXIT_ENVIRONMENT = 4, /* disk, memory or permission failed, nothing was written */
	EXIT_NOT_PROVEN = 5,  /* written, but the last sync or the message failed */
	EXIT_EXISTS = 6,      /* the output is there already, untouched */
	EXIT_BUG = 70
};

#endif
