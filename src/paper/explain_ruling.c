/* The rulings of the person, and which months each payee has a right to. */
#include "explain_private.h"

#include <nafkah/hold.h>
#include <nafkah/nip.h>
#include <nafkah/right.h>

static const char *const statuses[] = { "mediasi", "izin", "proses", "putus", "banding", "bht", "rujuk", "dicabut" };
static const char *const custodies[] = { "ibu", "ayah", "wali" };

static struct slice joined(const struct explaining *x, struct slice a, struct slice b)
{
	return a.len == 0 ? b : arena_printf(x->law.arena, "%.*s; %.*s", SLICE_ARG(a), SLICE_ARG(b));
}

static struct slice ending(const struct explaining *x, enum phrase word, const struct ending *e)
{
	struct slice text = FILL(explain_word(x, word), explain_day(x, e->date), e->cause);

	return e->proof.len > 0 ? arena_printf(x->law.arena, "%.*s (%.*s)", SLICE_ARG(text), SLICE_ARG(e->proof)) : text;
}

static void tell_spouse(struct explaining *x, const struct ruling *r)
{
	const struct former_spouse *ex = &r->ex;
	struct slice name = ex->name;

	if (date_is_set(ex->remarried.date))
		name = joined(x, name, ending(x, P_REMARRIED, &ex->remarried));
	if (date_is_set(ex->died.date))
		name = joined(x, name, ending(x, P_DIED, &ex->died));
	TELL(ITEM, ex->relation == EX_WIFE ? W(FORMER_WIFE) : W(FORMER_HUSBAND), name);
}

static void tell_child(struct explaining *x, const struct child *c)
{
	struct slice text = FILL(W(CHILD_TEXT), c->name, explain_day(x, c->born), slice_from_c(custodies[c->custody]));

	if (c->at_school)
		text = joined(x, text, W(AT_SCHOOL));
	if (date_is_set(c->end.date))
		text = joined(x, text, ending(x, P_STOPPED, &c->end));
	TELL(ITEM, W(CHILD), c->id, text);
}

static void tell_terms_of_ruling(struct explaining *x, const struct ruling *r)
{
	const struct ruling_dates *d = &r->dates;

	TELL(ITEM, W(KIND_AND_STATUS), r->divorce == CERAI_TALAK ? SLICE("cerai-talak") : SLICE("cerai-gugat"),
	     slice_from_c(statuses[r->status]));
	TELL(ITEM, W(RULED), explain_day(x, d->ruled));
	TELL(ITEM, W(FINAL), explain_day(x, d->final));
	if (r->divorce == CERAI_TALAK)
		TELL(ITEM, W(PLEDGED), explain_day(x, d->pledged));
	if (date_is_set(d->received))
		TELL(ITEM, W(RECEIVED), explain_day(x, d->received));
	TELL(ITEM, W(START), explain_month(x, d->start));
	if (d->paid_until != MONTH_NONE)
		TELL(ITEM, W(PAID_UNTIL), explain_month(x, d->paid_until));
	if (r->judged_income > 0)
		TELL(ITEM, W(JUDGED_INCOME), explain_rupiah(x, r->judged_income));
	tell_spouse(x, r);
	for (size_t i = 0; i < r->child_count; i++)
		tell_child(x, &r->children[i]);
	if (date_is_set(r->over.date))
		TELL(ITEM, r->write_off ? W(OVER_WRITE_OFF) : W(OVER), explain_day(x, r->over.date), r->over.cause);
}

/* Why a ruling is not final in this month. */
static struct slice why_not_final(const struct explaining *x, const struct ruling *r)
{
	const struct ruling_dates *d = &r->dates;

	if (r->status != RULING_BHT && r->status != RULING_RUJUK && r->status != RULING_DICABUT)
		return FILL(W(NOT_FINAL_STATUS), slice_from_c(statuses[r->status]));
	if (!date_is_set(d->final))
		return W(NOT_FINAL_NO_DATE);
	if (date_month(d->final) > x->law.period)
		return FILL(W(NOT_FINAL_LATER), explain_day(x, d->final));
	return FILL(W(NOT_PLEDGED), explain_day(x, d->pledged));
}

/* The findings that hold a ruling, with what is to be done; those of single rights stand with these. */
static void tell_holds(struct explaining *x, const struct case_file *c)
{
	const struct findings *all = x->given->findings;

	if (c->computed) {
		TELL(PROSE, W(ALL_HELD));
		return;
	}
	TELL(PROSE, W(RULING_HELD), slice_from_c(code_name(c->held_by)));
	for (size_t i = 0; i < all->count; i++)
		if (code_level(all->items[i].code) == LEVEL_TAHAN && slice_equal(all->items[i].perkara, c->ruling->number))
			explain_finding(x, NOTE_HELD, &all->items[i]);
}

static void tell_state(struct explaining *x, const struct case_file *c)
{
	TELL(ITEM, W(STATE), slice_from_c(ruling_state_name(c->state)));
	switch (c->state) {
	case STATE_BELUM_BHT:
		explain_say(x, NOTE_PROSE, why_not_final(x, c->ruling));
		break;
	case STATE_BELUM_MULAI:
		TELL(PROSE, W(NOT_STARTED), explain_month(x, c->ruling->dates.start));
		break;
	case STATE_SELESAI:
		TELL(PROSE, W(ALL_BOOKED));
		break;
	case STATE_TIDAK_DITEMUKAN:
		TELL(PROSE, W(NOT_FOUND));
		break;
	case STATE_DITAHAN:
		tell_holds(x, c);
		break;
	case STATE_DIPOTONG:
	case STATE_SEBAGIAN:
	case STATE_NIHIL:
		TELL(PROSE, W(COMPUTED));
		break;
	}
	explain_ruling_says(x, c->ruling, c->ruling->line);
	explain_house_rule(x, "state.h");
}

void explain_rulings(struct explaining *x)
{
	explain_step(x, P_STEP_RULINGS);
	for (size_t i = 0; i < x->person->case_count; i++) {
		explain_say(x, NOTE_PART, x->person->cases[i].ruling->number);
		tell_terms_of_ruling(x, x->person->cases[i].ruling);
		tell_state(x, &x->person->cases[i]);
	}
}

/* ---- rights ---- */

static void tell_fraction(struct explaining *x, const struct award *a)
{
	if (a->hak == HAK_NAFKAH_ANAK)
		TELL(ITEM, W(AWARD_CHILDREN_SHARE));
	else if (a->hak == HAK_BAGIAN_GAJI)
		TELL(ITEM, W(AWARD_WIFE_SHARE));
	else
		TELL(ITEM, W(AWARD_WIFE_SHARE_MONTHS), explain_number(x, a->months));
}

static void tell_children_amount(struct explaining *x, const struct award *a)
{
	if (a->child != NULL && a->raise > 0)
		TELL(ITEM, W(AWARD_CHILD_RAISED), explain_rupiah(x, a->monthly), explain_number(x, a->raise));
	else if (a->child != NULL)
		TELL(ITEM, W(AWARD_CHILD), explain_rupiah(x, a->monthly));
	else if (a->raise > 0)
		TELL(ITEM, W(AWARD_CHILDREN_RAISED), explain_rupiah(x, a->monthly), explain_number(x, a->raise));
	else
		TELL(ITEM, W(AWARD_CHILDREN), explain_rupiah(x, a->monthly));
}

/* What a nominal award of the wife pays in all, and in which instalments. */
static void tell_instalments(struct explaining *x, const struct award *a)
{
	int32_t months = award_months(a);
	int64_t all = a->lump > 0 ? a->lump : a->monthly * a->months, left = all - a->paid_before;
	struct slice whole = explain_rupiah(x, all), paid = explain_rupiah(x, a->paid_before), rest = explain_rupiah(x, left);
	struct slice count = explain_number(x, months), first, last;

	if (a->lump > 0)
		TELL(ITEM, W(AWARD_LUMP), whole, explain_number(x, a->months));
	else
		TELL(ITEM, W(AWARD_MONTHLY), explain_number(x, a->months), explain_rupiah(x, a->monthly), whole);
	if (a->paid_before > 0)
		TELL(ITEM, W(PAID_BEFORE), whole, paid, rest);
	if (months == 0) {
		TELL(PROSE, W(PAID_IN_FULL));
		return;
	}
	first = explain_rupiah(x, award_instalment(a, 1));
	last = explain_rupiah(x, award_instalment(a, months));
	if (a->lump > 0)
		TELL(ITEM, W(INSTALMENTS_LUMP), rest, count, first);
	else
		TELL(ITEM, W(INSTALMENTS_MONTHLY), first, count);
	if (months > 1)
		TELL(ITEM, W(LAST_INSTALMENT), rest, explain_number(x, months - 1), first, last);
}

static void tell_award(struct explaining *x, const struct award *a)
{
	if (a->cara == CARA_PECAHAN)
		tell_fraction(x, a);
	else if (a->hak == HAK_NAFKAH_ANAK)
		tell_children_amount(x, a);
	else
		tell_instalments(x, a);
	if (a->span_from != MONTH_NONE)
		TELL(ITEM, W(NEGLECTED), explain_months_of(x, (struct span){ a->span_from, a->span_to }));
}

void explain_payee(struct explaining *x, const struct line *l)
{
	const struct child *owner = line_owner(l);
	const struct account *a = line_account(l);
	struct slice whom = owner != NULL ? owner->id : SLICE("mantan");
	bool kept = l->child != NULL && l->child->custody == CUSTODY_FATHER;

	if (kept)
		TELL(ITEM, W(KEPT_BY_ASN));
	if (kept && l->opening.arrears == 0)
		return;
	if (!a->stated)
		TELL(ITEM, W(NO_ACCOUNT), whom);
	else
		TELL(ITEM, W(PAID_TO), whom, a->bank, a->number, a->holder);
}

/* The finding that holds this line: of its payee, of its award, or any of the ruling with that code. */
static const struct finding *holder_of(const struct explaining *x, const struct line *l)
{
	const struct findings *all = x->given->findings;
	const struct child *owner = line_owner(l);
	struct slice payee = owner != NULL ? owner->id : SLICE("mantan"), hak = slice_from_c(hak_name(l->award->hak));
	const struct finding *found = NULL;

	for (size_t i = 0; i < all->count; i++) {
		const struct finding *f = &all->items[i];

		if (f->code != l->held_by || !slice_equal(f->perkara, l->file->ruling->number))
			continue;
		if (slice_equal(f->detail, payee) || slice_equal(f->value, hak) || slice_equal(f->value, l->terms))
			return f;
		found = found != NULL ? found : f;
	}
	return found;
}

void explain_hold(struct explaining *x, const struct line *l)
{
	const struct finding *f = holder_of(x, l);

	if (!l->held)
		return;
	TELL(ITEM, W(LINE_HELD), slice_from_c(code_name(l->held_by)));
	if (f != NULL)
		explain_finding(x, NOTE_HELD, f);
	else
		TELL(HELD, W(HELD_BEFORE));
}

/* Which parameters decided the months of the line. */
static void tell_laws(struct explaining *x, const struct line *l)
{
	const struct award *a = l->award;

	explain_ruling_says(x, l->file->ruling, a->line);
	if (l->child != NULL)
		explain_law(x, PARAMETER_USIA_ANAK);
	if (a->hak == HAK_IDDAH || a->hak == HAK_MUTAH)
		explain_law(x, PARAMETER_BULAN_MAKSIMUM);
	if (l->child == NULL && a->hak != HAK_BAGIAN_GAJI)
		explain_law(x, PARAMETER_PEMBAYARAN);
	if (l->child == NULL && date_is_set(l->file->ruling->ex.remarried.date))
		explain_law(x, PARAMETER_KAWIN_LAGI);
	explain_house_rule(x, "right.h, hold.h");
}

static void tell_right(struct explaining *x, const struct line *l)
{
	bool sequential = case_is_sequential(x->law.rules, l->file->ruling);

	TELL(PART, W(OF_CASE), explain_line(x, l), l->file->ruling->number);
	tell_award(x, l->award);
	if (!span_empty(l->term))
		TELL(ITEM, sequential ? W(TERM_SEQUENTIAL) : W(TERM_CONCURRENT), explain_months_of(x, l->term),
		     explain_number(x, l->term.last - l->term.first + 1));
	if (l->ended_by.len > 0)
		TELL(ITEM, W(RIGHT_ENDS), explain_months_of(x, l->right), l->ended_by);
	else
		TELL(ITEM, W(RIGHT), explain_months_of(x, l->right));
	TELL(ITEM, W(BOOKED), explain_month(x, l->booked));
	TELL(ITEM, W(OPENING), explain_rupiah(x, l->opening.arrears));
	explain_payee(x, l);
	explain_hold(x, l);
	tell_laws(x, l);
}

void explain_rights(struct explaining *x)
{
	explain_step(x, P_STEP_RIGHTS);
	for (size_t i = 0; i < x->person->line_count; i++)
		if (x->person->lines[i].file->computed)
			tell_right(x, &x->person->lines[i]);
}
