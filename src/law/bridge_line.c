/* What moved one line: the law itself, with another base and in another month. */
#include "bridge_private.h"

#include <nafkah/division.h>
#include <nafkah/due.h>
#include <nafkah/right.h>
#include <nafkah/stake.h>

#include <stdlib.h>

/* ---- what the month before made of a ruling ---- */

/* Faults of a whole ruling, which is then not computed; other codes hold single lines. */
static bool is_ruling_fault(struct slice cause)
{
	return slice_starts_with(cause, SLICE("N060")) || slice_equal(cause, SLICE("N0205"));
}

static bool row_was_computed(const struct register_row *r)
{
	if (r->due > 0 || r->kept > 0 || r->missed > 0)
		return true;
	switch (r->status) {
	case LINE_DIPOTONG:
	case LINE_SEBAGIAN:
	case LINE_NIHIL:
	case LINE_DITERIMA_ASN:
		return true;
	case LINE_DITAHAN:
		return !is_ruling_fault(r->cause);
	case LINE_SELESAI:
		return r->opening_arrears > 0;
	case LINE_BELUM_BHT:
	case LINE_BELUM_MULAI:
	case LINE_TIDAK_DITEMUKAN:
		break;
	}
	return false;
}

static bool case_was_computed(const struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++)
		if (c->lines[i].before != NULL && row_was_computed(c->lines[i].before))
			return true;
	return false;
}

static bool row_waited(const struct register_row *r)
{
	return r->status == LINE_DITAHAN || r->status == LINE_TIDAK_DITEMUKAN;
}

/* ---- the law with another base ---- */

static int by_nip(const void *a, const void *b)
{
	const struct register_base *x = a, *y = b;

	return (x->nip > y->nip) - (x->nip < y->nip);
}

static struct money base_then(const struct bridge_start *start, const struct person *p)
{
	struct register_base wanted = { .nip = p->nip };
	const struct register_base *found =
		start->base_count > 0 ? bsearch(&wanted, start->bases, start->base_count, sizeof wanted, by_nip) : NULL;

	return found != NULL ? found->base : p->base;
}

/* Exchanges which rulings are computed; the shares follow from it (income.h). */
static void swap_computed(const struct crossing *x)
{
	struct person *p = x->person;
	bool children = false;

	for (size_t i = 0; i < p->case_count; i++) {
		bool other = x->computed_then[i];

		x->computed_then[i] = p->cases[i].computed;
		p->cases[i].computed = other;
		children = children || (other && p->cases[i].ruling->child_count > 0);
	}
	p->shares = children ? x->law->rules->with_children : x->law->rules->without_children;
}

static enum status compute_both(const struct crossing *x)
{
	struct person *p = x->person;
	struct money base = p->base;
	enum status status;

	p->base = base_then(x->start, p);
	status = due_of_month(x->law, p, x->law->period, x->now);
	swap_computed(x);
	if (status == STATUS_OK)
		status = due_of_month(x->law, p, x->start->period, x->then);
	swap_computed(x);
	p->base = base;
	return status;
}

enum status crossing_open(struct crossing *x)
{
	struct person *p = x->person;
	struct arena *a = x->law->arena;

	x->computed_then = arena_array(a, p->case_count, sizeof *x->computed_then);
	x->then = arena_array(a, p->line_count, sizeof *x->then);
	x->now = arena_array(a, p->line_count, sizeof *x->now);
	if (x->computed_then == NULL || x->then == NULL || x->now == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < p->case_count; i++)
		x->computed_then[i] = case_was_computed(&p->cases[i]);
	return compute_both(x);
}

/* ---- the due of one line ---- */

static bool is_kept(const struct line *l)
{
	return l->child != NULL && l->child->custody == CUSTODY_FATHER;
}

/* Why a line is due that was not; BRIDGE_CAUSE_COUNT: it was computed to nothing then, and the law must say why. */
static enum bridge_cause cause_of_begin(const struct crossing *x, const struct line *l, size_t at)
{
	const struct register_row *r = l->before;

	if (r == NULL)
		return BRIDGE_BARU;
	if (row_waited(r))
		return BRIDGE_DILEPAS;
	if (r->kept > 0 || r->status == LINE_DITERIMA_ASN)
		return BRIDGE_PUTUSAN;
	if (x->computed_then[l->file - x->person->cases] && span_has(l->right, x->start->period) && x->then[at] == 0)
		return BRIDGE_CAUSE_COUNT;
	return BRIDGE_BARU;
}

/* Why a line is not due that was. */
static enum bridge_cause cause_of_end(const struct crossing *x, const struct line *l)
{
	month_no period = x->law->period;

	if (l->file->state == STATE_BELUM_BHT || l->file->state == STATE_BELUM_MULAI)
		return BRIDGE_PUTUSAN;
	if (l->right.last < period)
		return BRIDGE_BERAKHIR;
	if (line_waits(l))
		return BRIDGE_DITAHAN;
	return is_kept(l) ? BRIDGE_PUTUSAN : BRIDGE_CAUSE_COUNT;
}

/* What the yearly rise alone adds to a child's part, divided as it was in the month before. */
static int64_t rise_of(const struct crossing *x, const struct line *l)
{
	struct part then = due_part(x->law, l, x->start->period), now = due_part(x->law, l, x->law->period);

	if (l->child == NULL || l->award->cara != CARA_NOMINAL || now.raises == then.raises || then.whole == 0)
		return 0;
	return (then.count > 0 ? divide_evenly(now.whole, then.count, then.place) : now.whole) - then.rupiah;
}

static void split_by_law(const struct crossing *x, const struct line *l, size_t at, int64_t due_then, int64_t *by_cause)
{
	int64_t in_time = x->now[at] - x->then[at], rise = rise_of(x, l);
	bool instalment = l->child == NULL && l->award->cara == CARA_NOMINAL;

	by_cause[BRIDGE_PUTUSAN] += x->then[at] - due_then;
	by_cause[BRIDGE_KENAIKAN] += rise;
	by_cause[instalment ? BRIDGE_ANGSURAN : BRIDGE_PEMBAGIAN] += in_time - rise;
	by_cause[BRIDGE_DASAR] += l->sum.due - x->now[at];
}

static void split_due(const struct crossing *x, const struct line *l, size_t at, int64_t *by_cause)
{
	int64_t then = l->before != NULL ? l->before->due : 0, now = l->sum.due;
	enum bridge_cause cause = BRIDGE_CAUSE_COUNT;

	if (then == 0 && now == 0)
		return;
	if (then == 0)
		cause = cause_of_begin(x, l, at);
	else if (now == 0)
		cause = cause_of_end(x, l);
	if (cause == BRIDGE_CAUSE_COUNT)
		split_by_law(x, l, at, then, by_cause);
	else
		by_cause[cause] += now - then;
}

/* ---- what is paid beside the due ---- */

static int64_t smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* What is paid beyond the due or short of it; `sign` is 1 for this month, -1 for the one before. */
static void split_rest(int64_t due, int64_t paid, int64_t missed, int64_t waiting, int sign, int64_t *by_cause)
{
	int64_t beyond = paid > due ? paid - due : 0, short_of = due > paid ? due - paid : 0;
	int64_t made_up = smaller(beyond, missed), waits = smaller(short_of, waiting);

	by_cause[BRIDGE_SUSULAN] += sign * made_up;
	by_cause[BRIDGE_TUNGGAKAN] += sign * (beyond - made_up);
	by_cause[BRIDGE_MENUNGGU] -= sign * waits;
	by_cause[BRIDGE_BATAS] -= sign * (short_of - waits);
}

static int64_t line_paid(const struct line *l)
{
	return l->sum.earlier_due + l->sum.earlier_arrears + l->sum.paid_due + l->sum.paid_arrears;
}

struct bridge_sums cross_line(const struct crossing *x, size_t at)
{
	const struct line *l = &x->person->lines[at];
	const struct register_row *r = l->before;
	struct bridge_sums s = { .before = r != NULL ? r->paid : 0, .after = line_paid(l) };

	split_due(x, l, at, s.by_cause);
	split_rest(l->sum.due, s.after, l->sum.missed, l->sum.waiting, 1, s.by_cause);
	if (r != NULL)
		split_rest(r->due, r->paid, r->missed, 0, -1, s.by_cause);
	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++)
		s.lines[c] = s.by_cause[c] != 0 ? 1 : 0;
	return s;
}
