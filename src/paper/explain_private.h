/* How an explanation is put together: steps of notes, written once and shown as text or as a page. */
#ifndef NAFKAH_EXPLAIN_PRIVATE_H
#define NAFKAH_EXPLAIN_PRIVATE_H

#include <nafkah/explain.h>

/* The sentences, in explain_phrases.c. {1} to {9} stand for values. */
enum phrase {
#define P(name, id, en) P_##name,
#include "explain_phrases.h"
#undef P
	PHRASE_COUNT
};
const char *explain_phrase(enum phrase p, enum lang lang);

enum note_kind {
	NOTE_TITLE,
	NOTE_FACT,  /* "label: value" of the head */
	NOTE_STEP,  /* begins a step; the number is added */
	NOTE_PART,  /* what the items below it are about */
	NOTE_ITEM,  /* "label: figures" */
	NOTE_PROSE, /* a sentence */
	NOTE_LAW,   /* what a step rests on */
	NOTE_HELD   /* why nothing moves, and what to do */
};

struct note {
	enum note_kind kind;
	struct slice text;
	struct note *next;
};

struct notes {
	struct note *first, *last;
};

/* Months that give every line the same. */
struct month_group {
	month_no first, last;
	const int64_t *parts; /* of each line, after several rulings have shared */
	struct month_group *next;
};

struct explaining {
	const struct explanation *given;
	const struct person *person;
	struct law law;            /* to ask again; its arena holds the notes */
	struct notes *to;          /* where notes go */
	struct month_group *months;
	unsigned step;
	unsigned quoted[PARAMETER_COUNT]; /* the step in which a parameter was quoted; 0: not yet */
};

/* ---- notes (explain_note.c) ---- */

struct slice explain_word(const struct explaining *x, enum phrase p);

/* The first of the slices with {1}, {2} ... replaced by the others, control bytes escaped. */
struct slice explain_fill(const struct explaining *x, const struct slice *slices, size_t count);
void explain_say(struct explaining *x, enum note_kind kind, struct slice text);
void explain_step(struct explaining *x, enum phrase p);

/* A sentence and its values: FILL(x, P_NAME, value...) and the same as a note. W gives a bare word. */
#define W(p) explain_word(x, P_##p)
#define SLICES(...) \
	(const struct slice[]){ __VA_ARGS__ }, sizeof((const struct slice[]){ __VA_ARGS__ }) / sizeof(struct slice)
#define FILL(...) explain_fill(x, SLICES(__VA_ARGS__))
#define TELL(kind, ...) explain_say(x, NOTE_##kind, FILL(__VA_ARGS__))

/* Quotes the rule file, or names the step that did. */
void explain_law(struct explaining *x, enum parameter p);
/* For what the rule file does not settle: the header in which the program states its rule. */
void explain_house_rule(struct explaining *x, const char *header);
/* The ruling itself, at a line of the file of rulings. */
void explain_ruling_says(struct explaining *x, const struct ruling *r, uint64_t line);

/* ---- values ---- */

struct slice explain_rupiah(const struct explaining *x, int64_t rupiah);
struct slice explain_money(const struct explaining *x, struct money m);
struct slice explain_number(const struct explaining *x, int64_t n);
struct slice explain_month(const struct explaining *x, month_no m);
struct slice explain_months_of(const struct explaining *x, struct span s); /* "2026-01 sampai 2026-03" */
struct slice explain_day(const struct explaining *x, struct date d);

/* ---- arithmetic, spelled out ---- */

/* "Rp1 + Rp2 = Rp3"; one amount stands alone. */
struct slice explain_sum(const struct explaining *x, const int64_t *amounts, size_t count);
/* "Rp10 x 1/3 = Rp3,33… dibulatkan ke bawah menjadi Rp3"; `word` says what was done where the result is another. */
struct slice explain_times(const struct explaining *x, struct money m, struct ratio r, int64_t result,
                           struct slice word);
struct slice explain_share_down(const struct explaining *x, struct money m, struct ratio r);
struct slice explain_share_up(const struct explaining *x, struct money m, struct ratio r);
/* "Rp1,50 dibulatkan ke bawah menjadi Rp1"; a whole amount stands alone. */
struct slice explain_floor(const struct explaining *x, struct money m);
/* The division of an amount among demands, line by line, as items. */
void explain_division(struct explaining *x, int64_t amount, const int64_t *demands, int64_t *parts);

/* ---- names ---- */

struct slice explain_line(const struct explaining *x, const struct line *l);     /* "[3] iddah" */
struct slice explain_row_name(const struct explaining *x, const struct pay_row *row); /* "gaji.csv baris 12" */
const struct explain_file *explain_file_of(const struct explaining *x, const struct pay_row *row);

/* ---- findings ---- */

void explain_finding(struct explaining *x, enum note_kind kind, const struct finding *f);
bool explain_is_about(const struct explaining *x, const struct finding *f);

/* ---- the steps, in their order; `explain_person` does all ---- */

void explain_rulings(struct explaining *x);
void explain_income(struct explaining *x);
void explain_shares(struct explaining *x);
void explain_rights(struct explaining *x);
void explain_payee(struct explaining *x, const struct line *l);
void explain_hold(struct explaining *x, const struct line *l); /* nothing for a line that is not held */
void explain_months(struct explaining *x);
void explain_dues(struct explaining *x);
void explain_first_part(struct explaining *x);
void explain_limit(struct explaining *x);
void explain_tiers(struct explaining *x);
void explain_sources(struct explaining *x);
void explain_transfers(struct explaining *x);
void explain_register(struct explaining *x);
void explain_findings(struct explaining *x);

/* Everything, as notes that live in `arena`. STATUS_FAIL: memory. */
enum status explain_person(const struct explanation *e, struct arena *arena, struct notes *out) NAFKAH_MUST_USE;

#endif
