/* The tables of a statement, and the check of its sums. */
#include "statement_private.h"

#define MONTHS_ALIGN "lrrrrrrl"
#define LINES_ALIGN "lrrrrrr"
#define KEPT_ALIGN "lrrrrrrr"

static void one(struct stated *x, enum piece_kind kind, struct slice words)
{
	stated_piece(x, kind, "l", &words, 1);
}

/* ---- rows ---- */

static void amounts_row(struct stated *x, enum piece_kind kind, struct slice name, const struct statement_sums *s,
                        struct slice status)
{
	stated_piece(x, kind, MONTHS_ALIGN,
	             VALUES(name, stated_amount(x, s->due), stated_amount(x, s->missed), stated_amount(x, s->paid),
	                    stated_amount(x, s->written_off), stated_amount(x, s->waiting), stated_amount(x, s->arrears),
	                    status));
}

static void words_row(struct stated *x, struct slice name, struct slice arrears, struct slice status)
{
	struct slice none = SLICE("");

	stated_piece(x, PIECE_ROW, MONTHS_ALIGN, VALUES(name, none, none, none, none, none, arrears, status));
}

/* ---- the status of a month ---- */

/* Says nothing beside one that says something. */
static bool is_quiet(const struct register_row *r)
{
	return r->status == LINE_NIHIL || r->status == LINE_SELESAI || r->status == LINE_DITERIMA_ASN;
}

static bool any_of(const struct stated *x, const struct statement_month *m, bool (*is)(const struct register_row *r))
{
	for (size_t i = 0; i < x->s->line_count; i++)
		if (m->rows[i] != NULL && is(m->rows[i]))
			return true;
	return false;
}

static bool is_loud(const struct register_row *r)
{
	return !is_quiet(r);
}

static bool is_partly_paid(const struct register_row *r)
{
	return r->status == LINE_SEBAGIAN;
}

/* Each status once, and "paid in full" only where all was; the reasons stand with the lines where there are several. */
static struct slice month_status(struct stated *x, const struct statement_month *m)
{
	bool loud = any_of(x, m, is_loud), said[LINE_STATUS_COUNT] = { false };
	struct slice text = SLICE("");

	said[LINE_DIPOTONG] = any_of(x, m, is_partly_paid);
	if (m->row_count == 0)
		text = W(NOT_LISTED);
	for (size_t i = 0; i < x->s->line_count; i++) {
		const struct register_row *r = m->rows[i];
		struct slice one_status;

		if (r == NULL || said[r->status] || (loud && is_quiet(r)))
			continue;
		said[r->status] = true;
		one_status = m->row_count > 1 ? stated_status(x, r->status) : stated_reason(x, r);
		text = text.len > 0 ? SAY(WITH, text, one_status) : one_status;
	}
	if (m->state == MONTH_PROVISIONAL)
		text = SAY(WITH, text, SAY(AWAITS, slice_from_c(kind_name(m->more))));
	return text;
}

/* ---- months ---- */

static struct statement_sums sums_of(const struct register_row *r)
{
	return (struct statement_sums){
		.opening = r->opening_arrears, .due = r->due, .missed = r->missed, .kept = r->kept, .paid = r->paid,
		.written_off = r->written_off, .waiting = r->waiting, .arrears = r->opening.arrears,
	};
}

static void given_month(struct stated *x, const struct statement_month *m)
{
	amounts_row(x, PIECE_ROW, stated_month(x, m->month), &m->sums, month_status(x, m));
	for (size_t i = 0; m->row_count > 1 && i < x->s->line_count; i++) {
		struct statement_sums sums;

		if (m->rows[i] == NULL)
			continue;
		sums = sums_of(m->rows[i]);
		amounts_row(x, PIECE_PART, stated_line(x, &x->s->lines[i]), &sums, stated_reason(x, m->rows[i]));
	}
}

/* Whether a folder is missing right before the i-th month. */
static bool follows_gap(const struct statement *s, size_t i)
{
	return s->months[i - 1].state == MONTH_ABSENT || s->months[i - 1].state == MONTH_PROVISIONAL;
}

static void month(struct stated *x, size_t i)
{
	const struct statement_month *m = &x->s->months[i];

	if (m->state == MONTH_ABSENT || m->state == MONTH_NOT_RUN) {
		words_row(x, stated_month(x, m->month), SLICE(""), m->state == MONTH_ABSENT ? W(NO_FOLDER) : W(NOT_RUN));
		return;
	}
	if (i > 0 && m->jump != 0)
		words_row(x, follows_gap(x->s, i) ? W(JUMP) : W(JUMP_BROKEN), stated_amount(x, m->sums.opening), SLICE(""));
	given_month(x, m);
}

static void months_table(struct stated *x)
{
	const struct statement *s = x->s;

	one(x, PIECE_HEADING, W(BY_MONTH));
	stated_piece(x, PIECE_HEAD, MONTHS_ALIGN,
	             VALUES(W(MONTH), W(DUE), W(MISSED), W(PAID), W(WRITTEN_OFF), W(WAITING), W(ARREARS), W(STATUS)));
	if (s->total.opening != 0)
		words_row(x, W(OPENING), stated_amount(x, s->total.opening), SLICE(""));
	for (size_t i = 0; i < s->month_count; i++)
		month(x, i);
	amounts_row(x, PIECE_TOTAL, W(TOTAL), &s->total, SLICE(""));
}

/* ---- lines ---- */

static void line_row(struct stated *x, enum piece_kind kind, struct slice name, const struct statement_sums *s)
{
	struct slice cells[] = {
		name, stated_amount(x, s->due), stated_amount(x, s->missed), stated_amount(x, s->paid),
		stated_amount(x, s->written_off), stated_amount(x, s->waiting), stated_amount(x, s->arrears),
		stated_amount(x, s->kept),
	};
	bool kept = x->s->total.kept > 0;

	stated_piece(x, kind, kept ? KEPT_ALIGN : LINES_ALIGN, cells, kept ? 8 : 7);
}

static void lines_table(struct stated *x)
{
	const struct statement *s = x->s;
	struct slice heads[] = { W(RIGHT), W(DUE), W(MISSED), W(PAID), W(WRITTEN_OFF), W(WAITING), W(ARREARS), W(KEPT) };
	bool kept = s->total.kept > 0;

	if (s->line_count == 0 || (s->line_count == 1 && s->lines[0].bare))
		return;
	one(x, PIECE_HEADING, W(BY_LINE));
	stated_piece(x, PIECE_HEAD, kept ? KEPT_ALIGN : LINES_ALIGN, heads, kept ? 8 : 7);
	for (size_t i = 0; i < s->line_count; i++)
		if (!s->lines[i].bare)
			line_row(x, PIECE_ROW, stated_line(x, &s->lines[i]), &s->lines[i].total);
	line_row(x, PIECE_TOTAL, W(TOTAL), &s->total);
}

/* ---- the check ---- */

struct term {
	int64_t rupiah;
	enum statement_phrase name;
	bool always;
};

struct side {
	struct slice text; /* "Rp1 (hak) + Rp2 (susulan)" */
	int64_t sum;
	bool fits;
};

static struct side side_of(struct stated *x, const struct term *list, size_t count)
{
	struct side side = { .text = SLICE(""), .fits = true };

	for (size_t i = 0; i < count; i++) {
		struct slice said;

		side.fits = !__builtin_add_overflow(side.sum, list[i].rupiah, &side.sum) && side.fits;
		if (list[i].rupiah == 0 && !list[i].always)
			continue;
		said = SAY(TERM, stated_rupiah(x, list[i].rupiah), stated_fill(x, list[i].name, NULL, 0));
		if (side.text.len > 0)
			said = arena_printf(&x->arena, "%.*s + %.*s", SLICE_ARG(side.text), SLICE_ARG(said));
		side.text = said;
	}
	return side;
}

static void check(struct stated *x)
{
	const struct statement_sums *t = &x->s->total;
	const struct term owed[] = {
		{ t->opening, ST_T_OPENING, false }, { x->s->jumps, ST_T_JUMPS, false }, { t->due, ST_T_DUE, true },
		{ t->missed, ST_T_MISSED, true },
	};
	const struct term settled[] = {
		{ t->paid, ST_T_PAID, true }, { t->written_off, ST_T_WRITTEN_OFF, true }, { t->waiting, ST_T_WAITING, true },
		{ t->arrears, ST_T_ARREARS, true },
	};
	struct side left = side_of(x, owed, sizeof owed / sizeof *owed);
	struct side right = side_of(x, settled, sizeof settled / sizeof *settled);
	struct slice sum = stated_rupiah(x, left.sum), other = stated_rupiah(x, right.sum);

	one(x, PIECE_HEADING, W(SUMS));
	one(x, PIECE_PROSE, SAY(EQUATION, left.text, right.text));
	if (left.fits && right.fits && left.sum == right.sum)
		one(x, PIECE_PROSE, SAY(AGREES, sum));
	else
		one(x, PIECE_PROSE, SAY(DISAGREES, sum, other));
}

static void sources(struct stated *x)
{
	one(x, PIECE_HEADING, W(SOURCES));
	for (size_t i = 0; i < x->s->month_count; i++) {
		const struct statement_month *m = &x->s->months[i];

		if (m->seal.len > 0)
			stated_piece(x, PIECE_FACT, "ll", VALUES(stated_month(x, m->month), m->seal));
	}
}

void stated_months(struct stated *x)
{
	months_table(x);
	check(x);
	lines_table(x);
	sources(x);
	one(x, PIECE_CLOSING, W(CLOSING));
}

/* ---- all of it ---- */

void stated_piece(struct stated *x, enum piece_kind kind, const char *align, const struct slice *cells, size_t count)
{
	struct piece *p = arena_alloc(&x->arena, sizeof *p);

	if (p == NULL)
		return;
	*p = (struct piece){ .kind = kind, .align = align, .count = count };
	for (size_t i = 0; i < count && i < PIECE_CELLS_MAX; i++)
		p->cells[i] = cells[i];
	if (x->last != NULL)
		x->last->next = p;
	else
		x->first = p;
	x->last = p;
}

bool stated_all(struct stated *x, const struct statement *s, enum lang lang)
{
	*x = (struct stated){ .s = s, .lang = lang };
	stated_head(x);
	stated_months(x);
	return !x->arena.exhausted;
}
