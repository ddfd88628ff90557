/* How a statement is put together: pieces, written once and shown as text or as a page. Private to src/paper. */
#ifndef NAFKAH_STATEMENT_PAPER_H
#define NAFKAH_STATEMENT_PAPER_H

#include <nafkah/statement.h>

/* The sentences, in statement_words.c. {1} to {9} stand for values. */
enum statement_phrase {
#define P(name, id, en) ST_##name,
#include "statement_phrases.h"
#undef P
	STATEMENT_PHRASE_COUNT
};

enum piece_kind {
	PIECE_TITLE,
	PIECE_SUBTITLE,
	PIECE_MARK,    /* what nobody may overlook */
	PIECE_HEADING,
	PIECE_FACT,    /* label and value */
	PIECE_PROSE,
	PIECE_CLOSING,
	PIECE_HEAD,    /* the headings of a table; its rows follow */
	PIECE_ROW,
	PIECE_PART,    /* a row below another one */
	PIECE_TOTAL
};

enum { PIECE_CELLS_MAX = 8 };

struct piece {
	enum piece_kind kind;
	const char *align;  /* of the table: one letter a cell, l or r */
	struct slice cells[PIECE_CELLS_MAX]; /* escaped; one for all that is no row */
	size_t count;
	struct piece *next;
};

struct stated {
	const struct statement *s;
	enum lang lang;
	struct arena arena; /* of what is said */
	struct piece *first, *last;
};

/* ---- words (statement_words.c) ---- */

/* A sentence and its values: SAY(x, NAME, value...). W gives a bare one. Lives in the statement's arena. */
struct slice stated_fill(struct stated *x, enum statement_phrase p, const struct slice *values, size_t count);
#define W(p) stated_fill(x, ST_##p, NULL, 0)
#define VALUES(...) \
	(const struct slice[]){ __VA_ARGS__ }, sizeof((const struct slice[]){ __VA_ARGS__ }) / sizeof(struct slice)
#define SAY(p, ...) stated_fill(x, ST_##p, VALUES(__VA_ARGS__))

struct slice stated_input(struct stated *x, struct slice from_input); /* escaped */
struct slice stated_rupiah(struct stated *x, int64_t rupiah);         /* "Rp1.500.000" */
struct slice stated_amount(struct stated *x, int64_t rupiah);         /* "1.500.000"; nothing is "–" */
struct slice stated_number(struct stated *x, int64_t n);
struct slice stated_month(struct stated *x, month_no m);
struct slice stated_span(struct stated *x, month_no first, month_no last);
struct slice stated_day(struct stated *x, struct date d);

struct slice stated_line(struct stated *x, const struct statement_line *l); /* "nafkah anak a1" */
struct slice stated_terms(struct stated *x, const struct ruling *r, const struct award *a);
struct slice stated_award(struct stated *x, const struct award *a);
struct slice stated_status(struct stated *x, enum line_status s);
/* With the reason. */
struct slice stated_reason(struct stated *x, const struct register_row *row);
struct slice stated_cause(struct stated *x, struct slice word);

/* ---- the pieces ---- */

void stated_piece(struct stated *x, enum piece_kind kind, const char *align, const struct slice *cells, size_t count);

void stated_head(struct stated *x);   /* statement_head.c: the case, its people, its awards */
void stated_months(struct stated *x); /* statement_months.c: the tables and the sums */

/* Everything. False: memory. */
bool stated_all(struct stated *x, const struct statement *s, enum lang lang);

#endif
