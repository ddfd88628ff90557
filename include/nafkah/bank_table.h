/* What an office knows about banks and the rails between them: codes, BICs, lengths of account numbers, limits
 * (formats/schema/bank.xsd). Public lists contradict one another, so the table is the office's own file, with its
 * source and date; the one that is shipped says that nobody has confirmed it. */
#ifndef NAFKAH_BANK_TABLE_H
#define NAFKAH_BANK_TABLE_H

#include <nafkah/arena.h>
#include <nafkah/date.h>
#include <nafkah/finding.h>
#include <nafkah/status.h>

/* The order of the words in the schema. */
enum rail { RAIL_IN_HOUSE, RAIL_BI_FAST, RAIL_ONLINE, RAIL_CLEARING, RAIL_RTGS };
#define RAIL_COUNT 5
#define RAIL_WORDS "sesama-bank bi-fast daring kliring rtgs"
const char *rail_name(enum rail r);

enum { ACCOUNT_LENGTHS_MAX = 6 };

struct bank {
	struct slice code;         /* three digits */
	struct slice name, bic, clearing; /* BIC of 8 or 11 characters, clearing code; empty: not stated */
	int lengths[ACCOUNT_LENGTHS_MAX]; /* digits that its account numbers have; none: not known */
	size_t length_count;
	unsigned rails;            /* bit per rail that it takes part in; all of them where the table does not say */
	uint64_t line;
};

struct rail_limit {
	bool stated;
	int64_t least, most;       /* rupiah; most 0: no limit */
};

struct bank_table {
	struct slice file, source;
	struct date dated;
	bool confirmed;            /* dipastikan="ya": the office says that it holds */
	struct bank *banks;        /* by code */
	size_t bank_count;
	struct rail_limit limits[RAIL_COUNT];
};

/* Lives in `a`. STATUS_REJECT: N0401 and so on of a document, N1023 where its parts contradict one another. */
enum status bank_table_read(struct slice bytes, struct slice file, struct arena *a, struct bank_table *out,
                            struct findings *findings) NAFKAH_MUST_USE;

/* Whether an account number of so many digits can be one of this bank. */
bool bank_has_length(const struct bank *b, size_t digits);

const struct bank *bank_find(const struct bank_table *t, struct slice code); /* NULL: it is not in it */

/* Whether a payment of this amount can take the rail to this bank from that one: within a bank only in house, and not
 * otherwise. */
bool rail_carries(const struct bank_table *t, enum rail r, struct slice from, const struct bank *to, int64_t amount);

#endif
