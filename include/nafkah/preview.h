/* What a scan made of the first rows of a payroll, for a person who proves a layout with a sample export (`formats
 * check LAYOUT EXPORT`). Filled by the scan itself, so that it is what a run would read. `{0}` is a valid empty
 * preview; its slices live in the scan's arena. */
#ifndef NAFKAH_PREVIEW_H
#define NAFKAH_PREVIEW_H

#include <nafkah/date.h>
#include <nafkah/money.h>
#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a row behind the header was taken for. */
enum seen {
	SEEN_REFUSED, /* a finding says why */
	SEEN_NUMBERS, /* of the columns: 1, 2, 3, ... */
	SEEN_DATA, SEEN_TITLE, SEEN_SUBTOTAL, SEEN_TOTAL,
	SEEN_END, /* here the payroll ends */
	SEEN_BEHIND_END
};
#define SEEN_COUNT 8

enum { PREVIEW_FIRST = 10, PREVIEW_ROOM = PREVIEW_FIRST + SEEN_COUNT };

struct preview_amount {
	enum { AMOUNT_SEEN_EMPTY, AMOUNT_SEEN, AMOUNT_SEEN_WRONG } as;
	struct money money;
	struct slice written; /* trimmed */
};

/* As it was understood: a NIP is 18 digits, an account is without what spreadsheets put round it. Of a row that is
 * nobody's, `name` is its first text, and nothing is said of accounts. */
struct preview_row {
	uint64_t line;
	enum seen seen;
	bool counted;
	bool nip_good; /* else `nip` is as written, trimmed */
	struct slice nip, name, department, account;
	struct preview_amount gross, cuts, net, voluntary; /* voluntary: all of them */
};

struct preview {
	struct preview_row rows[PREVIEW_ROOM]; /* the first ones, then the first of each class that is not among them */
	size_t count;
	uint64_t rows_seen[SEEN_COUNT];
	struct money voluntary;               /* of all data rows */
	struct money gross, cuts, net, taken; /* of those that count; taken: their voluntary cuts */
	month_no period;                      /* that the rows state; MONTH_NONE: none does */
	char delimiter;                       /* CSV */
};

#endif
