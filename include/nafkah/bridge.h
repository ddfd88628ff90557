/* The bridge from what was paid last month to what is paid this month: which causes moved the total, by how much. For each
 * line paid1 - paid0 = (due1 - due0) + ((paid1 - due1) - (paid0 - due0)), 0 being the month before as its register says, and
 * each term goes to causes without a rest: the causes of a line, of a ruling and of all lines sum to the change exactly.
 *
 * The due. A line that was not due before is new, or released; one that is not due any more has ended, or is held. Where a
 * line is computed in both months, the law itself says what moved it. D(m, B) is what it owes in month m with the base B, with
 * the facts of the rulings as they are known now:
 *   putusan              D(P0, B0) - due0: what was known of the rulings then was something else
 *   kenaikan, angsuran,
 *   pembagian            D(P, B0) - D(P0, B0): time has passed, or another ruling joined or left
 *   dasar                due1 - D(P, B0): the income changed
 * The rest. What is paid beyond the due collects missed months, then other arrears; what is short of it waits for the second
 * part of the month, or was cut off by the limit. Each counts with this month's amount less last month's. */
#ifndef NAFKAH_BRIDGE_H
#define NAFKAH_BRIDGE_H

#include <nafkah/law.h>
#include <nafkah/register.h>

/* In the order of the report. */
enum bridge_cause {
	BRIDGE_BARU,      /* a right that was not due before */
	BRIDGE_BERAKHIR,  /* a right that is over */
	BRIDGE_DILEPAS,   /* was held, or its ASN not found */
	BRIDGE_DITAHAN,   /* is held, or its ASN not found */
	BRIDGE_DASAR,     /* the base */
	BRIDGE_KENAIKAN,  /* the yearly rise of a child's nominal award */
	BRIDGE_ANGSURAN,  /* another instalment of a nominal award */
	BRIDGE_PEMBAGIAN, /* a pool is divided otherwise: a child or another ruling began or ended */
	BRIDGE_PUTUSAN,   /* facts of a ruling, or rules, that changed: terms, custody, an end that became known */
	BRIDGE_SUSULAN,   /* missed months collected */
	BRIDGE_TUNGGAKAN, /* other arrears collected */
	BRIDGE_BATAS,     /* dues that the limit left unpaid */
	BRIDGE_MENUNGGU   /* dues left to the second part of the month */
};
#define BRIDGE_CAUSE_COUNT 13
const char *bridge_cause_name(enum bridge_cause c); /* "baru", ... */

/* Whole rupiah: before + all of by_cause = after. */
struct bridge_sums {
	int64_t before, after;
	int64_t by_cause[BRIDGE_CAUSE_COUNT];
	uint64_t lines[BRIDGE_CAUSE_COUNT]; /* lines that the cause moved */
};

struct bridge_ruling {
	const struct case_file *file; /* NULL: it has left the file of rulings, all of its rights being over */
	struct slice number, key;
	struct bridge_sums sums;
};

struct bridge {
	month_no from;  /* the month before */
	struct bridge_sums all;
	struct bridge_ruling *rulings; /* those of this month in the order given; behind them those that left */
	size_t ruling_count;
};

/* What the month before left. Everything is borrowed. */
struct bridge_start {
	month_no period;
	const struct register_book *book;
	const struct register_base *bases; /* by NIP; of whom none is known, this month's base stands for it */
	size_t base_count;
};

/* `cases` are all of this month, their lines' `before` rows of `book`; the law has run. Persons are computed with other bases
 * on the way and are again what they were afterwards. Memory: the law's arena. STATUS_FAIL: memory, sums that 64 bits do not
 * hold, or the causes do not sum to the change (N9901). */
enum status bridge_build(const struct law *law, const struct bridge_start *start, const struct case_file *const *cases,
                         size_t count, struct bridge *out) NAFKAH_MUST_USE;

/* Whether any cause moved it. */
bool bridge_moved(const struct bridge_sums *s);

#endif
