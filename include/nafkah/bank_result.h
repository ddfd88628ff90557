/* What a bank says became of payments, and what becomes of the lines that were sent by it. Pure: no file, no clock.
 *
 * A line is not known, paid or returned. News may find out (not known -> paid or returned) and may take back (paid ->
 * returned: a late return). A returned line never becomes paid: it may have been sent again, and what is paid then is
 * another attempt, whose result belongs to the folder that sent it. So the same news applied again change nothing, and
 * each return counts once. */
#ifndef NAFKAH_BANK_RESULT_H
#define NAFKAH_BANK_RESULT_H

#include <nafkah/arena.h>
#include <nafkah/date.h>
#include <nafkah/finding.h>
#include <nafkah/money.h>
#include <nafkah/status.h>

/* The order of the words. */
enum fate { FATE_UNKNOWN, FATE_PAID, FATE_RETURNED };
#define FATE_COUNT 3
#define FATE_WORDS "belum-diketahui dibayar dikembalikan"
const char *fate_name(enum fate f);
bool fate_parse(struct slice word, enum fate *out) NAFKAH_MUST_USE;

/* One line of a bank's file. */
struct bank_result {
	uint64_t line;
	struct slice key;       /* as it stands there, lower case; empty: none */
	struct slice account;   /* digits; empty: none, or not whole (a bank may show the last ones only) */
	bool has_amount;
	struct money amount;
	enum fate fate;
	struct date date;
	struct slice reason, reference;
};

struct bank_results {
	const struct bank_result *items;
	size_t count;
};

/* What was sent. */
struct sent_line {
	struct slice key, account, nip, number;
	int64_t amount; /* rupiah */
};

struct sent_lines {
	const struct sent_line *items;
	size_t count;
};

/* Where findings point to. */
struct results_place {
	struct slice file, list; /* the bank's file, the list that was sent */
	struct arena *scratch;
	struct findings *findings;
};

enum { KEY_LENGTH = 20, KEY_SHORT = 10 }; /* references of channels are shorter than a key: 19 characters, 10 */

/* Which line each result is about: by its key, whole or as many of its first characters as the channel has room for, at
 * least KEY_SHORT, where only one line begins so; without a key by account (leading zeros aside) and amount, where only
 * one line has both. line_of[result]. All refusals are reported: N1047 no line, N1048 several, N1049 another amount,
 * N1050 another account, N1051 the same line twice with different results. */
enum status results_match(const struct results_place *at, struct sent_lines lines, struct bank_results results,
                          size_t *line_of) NAFKAH_MUST_USE;

/* What is known of a line. */
struct line_fate {
	enum fate fate;
	struct date date;
	struct slice reason, reference;
	uint64_t attempt; /* 1: the month's first sending */
	bool now;         /* it came back by the news that were applied last: what is to be sent again */
};

/* Applies matched results; fates[line]. *changed: how many lines have another fate. N1052 refuses, N1053 and N1055 tell
 * what came back. */
enum status fates_apply(const struct results_place *at, struct sent_lines lines, struct bank_results results,
                        const size_t *line_of, struct line_fate *fates, uint64_t *changed) NAFKAH_MUST_USE;

struct fate_sums {
	uint64_t lines[FATE_COUNT];
	int64_t rupiah[FATE_COUNT];
};

/* False: 64 bits do not hold them, or they are not what was sent. */
bool fates_sum(struct sent_lines lines, const struct line_fate *fates, struct fate_sums *out) NAFKAH_MUST_USE;

#endif
