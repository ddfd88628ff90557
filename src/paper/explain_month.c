/* What each month gives each line, and what of it is to be paid: asked of the law again, month by month. */
#include "explain_private.h"

#include <nafkah/due.h>
#include <nafkah/register.h>
#include <nafkah/right.h>

static bool is_active(const struct line *l)
{
	return l->file->computed && !l->held;
}

static bool is_kept(const struct line *l)
{
	return l->child != NULL && l->child->custody == CUSTODY_FATHER;
}

/* "Rp1.500.000 x 110/100 = Rp1.650.000; ...": one step for every full year. */
static struct slice raises(const struct explaining *x, const struct award *a, int32_t years)
{
	struct ratio up = { 100 + a->raise, 100 };
	struct slice text = explain_rupiah(x, a->monthly);

	for (int32_t y = 1; a->raise > 0 && y <= years; y++) {
		int64_t before = due_raised(a, y - 1), now = due_raised(a, y);
		bool capped = now < mul_div_floor(before, up.num, up.den);
		struct slice step = explain_times(x, money_from_rupiah(before), up, now, capped ? W(CAPPED) : W(ROUNDED_DOWN));

		text = y == 1 ? step : arena_printf(x->law.arena, "%.*s; %.*s", SLICE_ARG(text), SLICE_ARG(step));
	}
	return text;
}

/* "; Rp10 : 3 = Rp3 sisa 1, anak ke-1 mendapat Rp1 lebih: Rp4" */
static struct slice split(const struct explaining *x, struct slice whole, const struct part *p)
{
	int64_t count = (int64_t)p->count, each = p->whole / count, rest = p->whole % count;
	struct slice parts = FILL(W(SPLIT), explain_rupiah(x, p->whole), explain_number(x, count), explain_rupiah(x, each),
	                          explain_number(x, rest), explain_number(x, (int64_t)p->place + 1));

	if (p->rupiah > each)
		parts = FILL(W(SPLIT_ODD), parts, explain_rupiah(x, p->rupiah));
	return arena_printf(x->law.arena, "%.*s; %.*s", SLICE_ARG(whole), SLICE_ARG(parts));
}

/* How the part of a line in month m comes about, before several rulings share. */
static struct slice derivation(const struct explaining *x, const struct line *l, month_no m, const struct part *p)
{
	const struct award *a = l->award;
	struct slice whole;

	if (!span_has(l->right, m))
		return FILL(W(NO_RIGHT), explain_rupiah(x, 0));
	if (l->child == NULL && a->cara == CARA_NOMINAL)
		return FILL(m < l->term.last ? W(INSTALMENT) : W(INSTALMENT_LAST), explain_rupiah(x, p->rupiah));
	whole = a->cara == CARA_PECAHAN ? explain_share_down(x, p->income, p->share) : raises(x, a, p->raises);
	return p->count > 0 ? split(x, whole, p) : whole;
}

static struct slice remark(const struct explaining *x, const struct line *l, month_no m)
{
	if (l->held)
		return W(REMARK_HELD);
	if (m <= l->booked)
		return W(REMARK_BOOKED);
	return is_kept(l) && span_has(l->right, m) ? W(REMARK_KEPT) : SLICE("");
}

static size_t computed_cases(const struct person *p)
{
	size_t count = 0;

	for (size_t i = 0; i < p->case_count; i++)
		count += p->cases[i].computed ? 1 : 0;
	return count;
}

/* The fraction parts of all rulings against their common pool. */
static void tell_pool(struct explaining *x, bool children, const int64_t *alone)
{
	const struct person *p = x->person;
	int64_t pool = due_pool(&x->law, p, children), sum = 0;
	int64_t *demands = arena_array(x->law.arena, p->line_count, sizeof *demands);
	int64_t *listed = arena_array(x->law.arena, p->line_count, sizeof *listed);
	int64_t *parts = arena_array(x->law.arena, p->line_count, sizeof *parts);
	size_t count = 0;

	for (size_t i = 0; demands != NULL && listed != NULL && i < p->line_count; i++) {
		if (p->lines[i].award->cara != CARA_PECAHAN || (p->lines[i].child != NULL) != children || alone[i] == 0)
			continue;
		demands[i] = listed[count++] = alone[i];
		sum += alone[i];
	}
	if (count < 2 || parts == NULL)
		return;
	TELL(ITEM, children ? W(POOL_CHILDREN) : W(POOL_WIVES), explain_sum(x, listed, count));
	if (sum <= pool) {
		TELL(ITEM, W(POOL_FITS), explain_rupiah(x, sum), explain_rupiah(x, pool));
		return;
	}
	TELL(ITEM, W(POOL_EXCEEDED), explain_rupiah(x, sum), explain_rupiah(x, pool));
	explain_division(x, pool, demands, parts);
}

static void tell_month(struct explaining *x, month_no m)
{
	const struct person *p = x->person;
	int64_t *alone = arena_array(x->law.arena, p->line_count, sizeof *alone);

	for (size_t i = 0; alone != NULL && i < p->line_count; i++) {
		const struct line *l = &p->lines[i];
		struct part part = due_part(&x->law, l, m);

		alone[i] = part.rupiah;
		if (l->file->computed)
			TELL(ITEM, W(LINE_REMARK), explain_line(x, l), derivation(x, l, m, &part), remark(x, l, m));
	}
	if (alone == NULL || computed_cases(p) < 2)
		return;
	tell_pool(x, false, alone);
	tell_pool(x, true, alone);
}

static bool same_notes(const struct notes *a, const struct notes *b)
{
	const struct note *x = a->first, *y = b->first;

	while (x != NULL && y != NULL && x->kind == y->kind && slice_equal(x->text, y->text)) {
		x = x->next;
		y = y->next;
	}
	return x == NULL && y == NULL;
}

static void append_notes(struct notes *to, const struct notes *more)
{
	if (more->first == NULL)
		return;
	if (to->last != NULL)
		to->last->next = more->first;
	else
		to->first = more->first;
	to->last = more->last;
}

static void close_group(struct explaining *x, const struct month_group *g, const struct notes *notes)
{
	struct span span = { g->first, g->last };
	struct slice months = g->first < g->last ? explain_months_of(x, span) : explain_month(x, g->first);

	if (g->first == x->law.period)
		TELL(PART, W(THIS_MONTH), months);
	else
		TELL(PART, W(MISSED_MONTHS), months, explain_number(x, g->last - g->first + 1));
	append_notes(x->to, notes);
}

static struct month_group *open_group(struct explaining *x, month_no m)
{
	struct month_group *g = arena_alloc(x->law.arena, sizeof *g);
	int64_t *parts = arena_array(x->law.arena, x->person->line_count, sizeof *parts);

	if (g == NULL || parts == NULL || due_of_month(&x->law, x->person, m, parts) != STATUS_OK) {
		x->law.arena->exhausted = true;
		return NULL;
	}
	*g = (struct month_group){ .first = m, .last = m, .parts = parts };
	return g;
}

static month_no first_month(const struct explaining *x)
{
	month_no first = x->law.period;

	for (size_t i = 0; i < x->person->line_count; i++)
		if (is_active(&x->person->lines[i]) && x->person->lines[i].booked + 1 < first)
			first = x->person->lines[i].booked + 1;
	return first;
}

/* Months that say the same are said once; this month stands alone. */
void explain_months(struct explaining *x)
{
	struct month_group **next = &x->months, *last = NULL;
	struct notes *to = x->to, before = { 0 };

	explain_step(x, P_STEP_MONTHS);
	for (month_no m = first_month(x); !x->law.arena->exhausted && m <= x->law.period; m++) {
		struct notes notes = { 0 };

		x->to = &notes;
		tell_month(x, m);
		x->to = to;
		if (last != NULL && m < x->law.period && same_notes(&before, &notes)) {
			last->last = m;
			continue;
		}
		if (last != NULL)
			close_group(x, last, &before);
		before = notes;
		last = *next = open_group(x, m);
		if (last != NULL)
			next = &last->next;
	}
	if (last != NULL)
		close_group(x, last, &before);
	explain_law(x, PARAMETER_SATUAN);
	explain_law(x, PARAMETER_ANAK_BERHENTI);
	explain_house_rule(x, "due.h");
}

/* ---- what is to be paid ---- */

/* "2 x Rp838.889 + 1 x Rp900.000 = Rp2.577.778" */
static struct slice missed_sum(const struct explaining *x, const struct line *l)
{
	struct slice text = SLICE("");
	size_t place = (size_t)(l - x->person->lines);

	for (const struct month_group *g = x->months; g != NULL; g = g->next) {
		if (g->last >= x->law.period || g->first <= l->booked || g->parts[place] == 0)
			continue;
		text = arena_printf(x->law.arena, "%.*s%s%.*s x %.*s", SLICE_ARG(text), text.len > 0 ? " + " : "",
		                    SLICE_ARG(explain_number(x, g->last - g->first + 1)),
		                    SLICE_ARG(explain_rupiah(x, g->parts[place])));
	}
	return arena_printf(x->law.arena, "%.*s = %.*s", SLICE_ARG(text), SLICE_ARG(explain_rupiah(x, l->sum.missed)));
}

static void tell_due(struct explaining *x, const struct line *l)
{
	struct slice due = explain_rupiah(x, l->sum.due);

	if (l->held)
		TELL(ITEM, W(DUE_HELD), due);
	else if (l->booked >= x->law.period)
		TELL(ITEM, W(DUE_BOOKED), due);
	else
		TELL(ITEM, W(DUE), due);
	if (l->sum.kept > 0)
		TELL(ITEM, l->award->cara == CARA_PECAHAN ? W(KEPT_FRACTION) : W(KEPT), explain_rupiah(x, l->sum.kept));
}

static void tell_arrears(struct explaining *x, const struct line *l)
{
	const struct figures *f = &l->sum;
	struct slice opening = explain_rupiah(x, l->opening.arrears), missed = explain_rupiah(x, f->missed);
	int64_t left = l->opening.arrears + f->missed - f->written_off;

	if (f->missed > 0)
		TELL(ITEM, W(MISSED), missed_sum(x, l));
	if (f->written_off > 0)
		TELL(ITEM, W(WRITTEN_OFF), explain_rupiah(x, f->written_off), l->file->ruling->over.cause);
	if (l->held)
		TELL(ITEM, W(ARREARS_HELD), opening);
	else
		TELL(ITEM, W(ARREARS), opening, missed, explain_rupiah(x, f->written_off), explain_rupiah(x, left));
}

void explain_dues(struct explaining *x)
{
	explain_step(x, P_STEP_DUES);
	for (size_t i = 0; i < x->person->line_count; i++) {
		const struct line *l = &x->person->lines[i];

		if (!l->file->computed)
			continue;
		explain_say(x, NOTE_PART, explain_line(x, l));
		tell_due(x, l);
		tell_arrears(x, l);
	}
	explain_house_rule(x, "due.h");
}

/* ---- the second part of a month ---- */

void explain_first_part(struct explaining *x)
{
	explain_step(x, P_STEP_FIRST_PART);
	TELL(PROSE, W(FIRST_PART_FIXED), x->given->before_seal);
	for (size_t i = 0; i < x->person->line_count; i++) {
		const struct line *l = &x->person->lines[i];
		int64_t earlier = l->sum.earlier_due + l->sum.earlier_arrears;

		TELL(PART, W(OF_CASE), explain_line(x, l), l->file->ruling->number);
		TELL(ITEM, W(OPENING), explain_rupiah(x, l->opening.arrears));
		TELL(ITEM, W(MISSED), explain_rupiah(x, l->sum.missed));
		TELL(ITEM, W(DUE), explain_rupiah(x, l->sum.due));
		TELL(ITEM, W(EARLIER), explain_rupiah(x, l->sum.earlier_due), explain_rupiah(x, l->sum.earlier_arrears),
		     explain_rupiah(x, earlier));
		if (l->sum.written_off > 0)
			TELL(ITEM, W(WRITTEN_OFF), explain_rupiah(x, l->sum.written_off), l->file->ruling->over.cause);
		TELL(ITEM, W(WAITED), explain_rupiah(x, l->first_part != NULL ? l->first_part->waiting : 0));
		explain_payee(x, l);
		explain_hold(x, l);
	}
	explain_house_rule(x, "limit.h");
}
