/* What the text and the page of a simulation share. Private to src/paper. */
#ifndef NAFKAH_SIMULATE_PRIVATE_H
#define NAFKAH_SIMULATE_PRIVATE_H

#include <nafkah/simulate.h>

/* The sentences, in simulate_words.c. {1} to {9} stand for values. */
enum simulate_phrase {
#define P(name, id, en) S_##name,
#include "simulate_phrases.h"
#undef P
	SIMULATE_PHRASE_COUNT
};

/* A column of the table of months: a line, or where there are too many all lines of one kind of right. */
enum { COLUMNS_MAX = 6 };
struct sim_column {
	bool whole_kind;
	enum hak hak;
	size_t line;
};

struct sim {
	const struct simulation *s;
	enum lang lang;
	bool spelt; /* months as words, as on a page; else 2026-01 */
	struct arena arena; /* of what is said */
	struct sim_column columns[COLUMNS_MAX];
	size_t column_count;
};

void sim_begin(struct sim *x, const struct simulation *s, enum lang lang, bool spelt);

/* A sentence and its values: SAY(x, NAME, value...). W gives a bare one. Lives in the sheet's arena. */
struct slice sim_fill(struct sim *x, enum simulate_phrase p, const struct slice *values, size_t count);
#define W(p) sim_fill(x, S_##p, NULL, 0)
#define VALUES(...) \
	(const struct slice[]){ __VA_ARGS__ }, sizeof((const struct slice[]){ __VA_ARGS__ }) / sizeof(struct slice)
#define SAY(p, ...) sim_fill(x, S_##p, VALUES(__VA_ARGS__))

/* ---- values ---- */

struct slice sim_rupiah(struct sim *x, int64_t rupiah); /* "Rp1.500.000" */
struct slice sim_amount(struct sim *x, int64_t rupiah); /* "1.500.000"; nothing is "-" */
struct slice sim_number(struct sim *x, int64_t n);
struct slice sim_children(struct sim *x, size_t n);    /* "2 anak" */
struct slice sim_count_months(struct sim *x, size_t n); /* "12 bulan" */
struct slice sim_ratio(struct sim *x, struct ratio r); /* "1/3" */
struct slice sim_month(struct sim *x, month_no m);
struct slice sim_month_short(struct sim *x, month_no m); /* "Jan 2026"; else 2026-01 */
struct slice sim_span(struct sim *x, month_no first, month_no last);

/* ---- facts, as label and value ---- */

enum { FACTS_MAX = 10 };
struct sim_fact {
	struct slice label, value;
};
size_t sim_facts(struct sim *x, struct sim_fact facts[static FACTS_MAX]);

struct slice sim_rules(struct sim *x);         /* title, id and version */
struct slice sim_other_version(struct sim *x); /* empty: one version throughout */

/* ---- rights ---- */

struct slice sim_right(struct sim *x, const struct line *l);  /* "iddah", "anak a1" */
struct slice sim_terms(struct sim *x, const struct line *l);
struct slice sim_months(struct sim *x, const struct line *l); /* with what ends it */

/* The lines as they stand in the last month: their rights know every end. */
const struct person *sim_last(const struct sim *x);

/* ---- months ---- */

struct slice sim_column_name(struct sim *x, const struct sim_column *c);
struct simulated_sums sim_column_sums(const struct sim *x, const struct sim_column *c, size_t month);
int64_t sim_column_total(const struct sim *x, const struct sim_column *c); /* paid in all months */
bool sim_month_differs(const struct sim *x, size_t month); /* what is paid is not what is due, in some column */
struct slice sim_limit(struct sim *x, const struct person *p);
struct slice sim_bound(struct sim *x, const struct person *p);

/* ---- households: rows of a name and five figures ---- */

enum { HOUSEHOLDS_MAX = 4, HOUSEHOLD_FIGURES = 5 };
struct sim_household {
	struct slice name;
	int64_t figures[HOUSEHOLD_FIGURES];
};
size_t sim_households(struct sim *x, struct sim_household rows[static HOUSEHOLDS_MAX]); /* the last row is the total */
struct slice sim_household_heading(struct sim *x, size_t figure);

/* ---- for a page ---- */

extern const char sim_style[];

/* Nothing is drawn where more runs of equal months would be. */
enum { CHART_RUNS_MAX = 12 };
struct html;
void sim_chart(struct sim *x, struct html *h);

/* ---- notes ---- */

struct slice sim_note(struct sim *x, const struct simulated_note *n);

#endif
