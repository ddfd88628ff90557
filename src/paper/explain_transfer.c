/* From which payroll each rupiah is taken, to whom it goes, and what the register keeps. */
#include "explain_private.h"

#include <nafkah/hold.h>
#include <nafkah/nip.h>

/* ---- sources ---- */

/* "Rp3.000.000 + Rp20.000": due and arrears that one line draws. */
static struct slice draw_text(const struct explaining *x, const struct draw *d)
{
	struct slice due = explain_rupiah(x, d->due), arrears = explain_rupiah(x, d->arrears);

	if (d->arrears == 0)
		return FILL(W(DRAW_DUE), due);
	return d->due == 0 ? FILL(W(DRAW_ARREARS), arrears)
	                   : FILL(W(DRAW_BOTH), due, arrears, explain_rupiah(x, d->due + d->arrears));
}

static void tell_row(struct explaining *x, const struct pay_row *row)
{
	const struct person *p = x->person;
	const struct explain_file *f = explain_file_of(x, row);
	int64_t *taken = arena_array(x->law.arena, p->draw_count, sizeof *taken);
	struct money cuts = row->cuts, net = row->net, part = money_from_rupiah(row->taken);
	size_t count = 0;

	TELL(PART, W(SOURCE_ROW), explain_row_name(x, row), f->name);
	for (size_t i = 0; taken != NULL && i < p->draw_count; i++) {
		if (p->draws[i].row != row)
			continue;
		taken[count++] = p->draws[i].due + p->draws[i].arrears;
		TELL(ITEM, W(LINE_IS), explain_line(x, p->draws[i].line), draw_text(x, &p->draws[i]));
	}
	if (taken == NULL || !money_add(row->cuts, part, &cuts) || !money_sub(row->net, part, &net))
		return;
	TELL(ITEM, W(TAKEN), explain_sum(x, taken, count));
	TELL(ITEM, W(CUTS_AFTER), f->cuts, explain_money(x, row->cuts), explain_money(x, part), explain_money(x, cuts));
	TELL(ITEM, W(NET_AFTER), f->net, explain_money(x, row->net), explain_money(x, part), explain_money(x, net));
}

void explain_sources(struct explaining *x)
{
	const struct rules *rules = x->law.rules;

	explain_step(x, P_STEP_SOURCES);
	TELL(PROSE, W(SOURCES_RULE));
	for (size_t k = 0; k < rules->source_count; k++)
		for (size_t i = 0; i < x->person->row_count; i++)
			if (x->person->rows[i].adjusted && x->person->rows[i].counted && x->person->rows[i].kind == rules->sources[k])
				tell_row(x, &x->person->rows[i]);
	explain_law(x, PARAMETER_SUMBER);
	explain_house_rule(x, "source.h");
}

/* ---- transfers ---- */

/* Whether a draw is part of a transfer. */
static bool belongs(const struct explaining *x, const struct draw *d, const struct transfer *t)
{
	return d->row->kind == t->kind && d->line->file == t->file &&
	       slice_equal(line_payee(x->law.arena, line_owner(d->line)), t->owner);
}

static struct slice transfer_sum(const struct explaining *x, const struct transfer *t)
{
	const struct person *p = x->person;
	struct slice text = SLICE("");

	for (size_t i = 0; i < p->draw_count; i++) {
		if (!belongs(x, &p->draws[i], t))
			continue;
		text = arena_printf(x->law.arena, "%.*s%s[%d] %.*s", SLICE_ARG(text), text.len > 0 ? " + " : "",
		                    (int)(p->draws[i].line - p->lines) + 1,
		                    SLICE_ARG(explain_rupiah(x, p->draws[i].due + p->draws[i].arrears)));
	}
	return arena_printf(x->law.arena, "%.*s = %.*s", SLICE_ARG(text), SLICE_ARG(explain_rupiah(x, t->amount)));
}

static void tell_transfer(struct explaining *x, size_t place)
{
	const struct transfer *t = &x->given->transfers->items[place];

	TELL(PART, W(TRANSFER), explain_number(x, (int64_t)place + 1), slice_from_c(kind_name(t->kind)), t->account->bank,
	     t->account->number, t->account->holder);
	TELL(ITEM, W(TRANSFER_CASE), t->file->ruling->number, t->owner);
	TELL(ITEM, W(TRANSFER_SUM), transfer_sum(x, t));
	TELL(ITEM, W(TRANSFER_ITEMS), t->items);
	TELL(ITEM, W(TRANSFER_KEY), slice_from_c(t->key));
}

void explain_transfers(struct explaining *x)
{
	const struct transfers *all = x->given->transfers;
	bool any = false;

	explain_step(x, P_STEP_TRANSFERS);
	for (size_t i = 0; i < all->count; i++) {
		if (all->items[i].file->person != x->person)
			continue;
		tell_transfer(x, i);
		any = true;
	}
	if (!any)
		TELL(PROSE, W(NO_TRANSFER));
	explain_house_rule(x, "hold.h");
}

/* ---- register ---- */

static void tell_balance(struct explaining *x, const struct line *l)
{
	const struct figures *f = &l->sum;
	int64_t paid = f->earlier_due + f->earlier_arrears + f->paid_due + f->paid_arrears;

	TELL(ITEM, W(BALANCE), explain_rupiah(x, l->opening.arrears), explain_rupiah(x, f->missed), explain_rupiah(x, f->due),
	     explain_rupiah(x, paid), explain_rupiah(x, f->written_off), explain_rupiah(x, f->waiting),
	     explain_rupiah(x, f->arrears));
	TELL(ITEM, W(LINE_STATUS), slice_from_c(line_status_name(l->status)), explain_month(x, l->booked_after));
	if (f->kept > 0)
		TELL(ITEM, W(KEPT), explain_rupiah(x, f->kept));
	if (l->keeps_terms)
		TELL(ITEM, W(KEEPS_TERMS), l->opening.cara, l->opening.nilai);
}

void explain_register(struct explaining *x)
{
	const struct person *p = x->person;
	int64_t cash = -p->paid;

	explain_step(x, P_STEP_REGISTER);
	TELL(PROSE, W(BALANCE_RULE));
	for (size_t i = 0; i < p->line_count; i++) {
		TELL(PART, W(OF_CASE), explain_line(x, &p->lines[i]), p->lines[i].file->ruling->number);
		tell_balance(x, &p->lines[i]);
	}
	for (size_t i = 0; i < p->row_count; i++)
		if (p->rows[i].counted)
			cash += money_floor_rupiah(p->rows[i].net);
	if (p->paid > 0)
		TELL(PROSE, W(CASH_LEFT), explain_rupiah(x, p->paid), explain_rupiah(x, cash));
	explain_house_rule(x, "outcome.h");
}

/* ---- findings ---- */

bool explain_is_about(const struct explaining *x, const struct finding *f)
{
	char nip[NIP_DIGITS + 1];

	nip_format(x->person->nip, nip);
	return slice_equal(f->nip, slice_from_c(nip));
}

void explain_finding(struct explaining *x, enum note_kind kind, const struct finding *f)
{
	struct buf message = { 0 }, remedy = { 0 };

	finding_message(f, x->given->lang, false, &message);
	finding_remedy(f, x->given->lang, false, &remedy);
	if (message.failed || remedy.failed)
		x->law.arena->exhausted = true;
	explain_say(x, kind, FILL(W(FINDING), slice_from_c(code_name(f->code)), buf_slice(&message), buf_slice(&remedy)));
	buf_release(&message);
	buf_release(&remedy);
}

/* The rest: those that hold something stand where they do. A finding that names another ruling of the same account says
 * so in its detail, and that is somebody else's. */
void explain_findings(struct explaining *x)
{
	const struct findings *all = x->given->findings;
	bool any = false;

	explain_step(x, P_STEP_FINDINGS);
	for (size_t i = 0; i < all->count; i++) {
		struct finding f = all->items[i];

		if (!explain_is_about(x, &f) || code_level(f.code) == LEVEL_TAHAN)
			continue;
		if (f.code == N0511_ACCOUNT_SHARED)
			f.detail = W(ANOTHER_RULING);
		explain_finding(x, NOTE_PROSE, &f);
		any = true;
	}
	if (!any)
		TELL(PROSE, W(NO_FINDING));
}
