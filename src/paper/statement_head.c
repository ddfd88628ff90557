/* The head of a statement: the case, its people, its dates and awards. */
#include "statement_private.h"

#include <nafkah/nip.h>

static void fact(struct stated *x, struct slice label, struct slice value)
{
	stated_piece(x, PIECE_FACT, "ll", VALUES(label, value));
}

static void one(struct stated *x, enum piece_kind kind, struct slice words)
{
	stated_piece(x, kind, "l", &words, 1);
}

/* ---- people: as the last entry knows them ---- */

static void tell_asn(struct stated *x, const struct ruling *r)
{
	char nip[NIP_DIGITS + 1];

	nip_format(r->nip, nip);
	fact(x, W(ASN), SAY(ASN_VALUE, stated_input(x, r->asn_name), slice_from_c(nip)));
}

static void tell_spouse(struct stated *x, const struct former_spouse *ex)
{
	struct slice text = stated_input(x, ex->name);

	if (date_is_set(ex->remarried.date))
		text = SAY(REMARRIED, text, stated_day(x, ex->remarried.date));
	if (date_is_set(ex->died.date))
		text = SAY(DIED, text, stated_day(x, ex->died.date));
	fact(x, ex->relation == EX_WIFE ? W(EX_WIFE) : W(EX_HUSBAND), text);
}

static struct slice custody_text(struct stated *x, enum custody custody)
{
	if (custody == CUSTODY_MOTHER)
		return W(CUSTODY_MOTHER);
	return custody == CUSTODY_FATHER ? W(CUSTODY_FATHER) : W(CUSTODY_GUARDIAN);
}

static void tell_child(struct stated *x, const struct child *c)
{
	struct slice text = SAY(CHILD_VALUE, stated_input(x, c->name), stated_day(x, c->born), custody_text(x, c->custody));

	if (c->at_school)
		text = SAY(CHILD_SCHOOL, text);
	if (date_is_set(c->end.date))
		text = SAY(CHILD_END, text, stated_day(x, c->end.date), stated_cause(x, c->end.cause));
	fact(x, SAY(CHILD, stated_input(x, c->id)), text);
}

static void tell_people(struct stated *x)
{
	const struct ruling *last = x->s->entries[x->s->entry_count - 1];

	fact(x, W(COURT), SAY(COURT_VALUE, stated_input(x, x->s->court), stated_day(x, x->s->dated)));
	tell_asn(x, last);
	tell_spouse(x, &last->ex);
	for (size_t i = 0; i < last->child_count; i++)
		tell_child(x, &last->children[i]);
}

/* ---- entries ---- */

static void tell_day(struct stated *x, struct slice label, struct date d)
{
	if (date_is_set(d))
		fact(x, label, stated_day(x, d));
}

static void tell_dates(struct stated *x, const struct ruling *r)
{
	static const char *const statuses[] = { "mediasi", "izin", "proses", "putus", "banding", "bht", "rujuk", "dicabut" };
	const struct ruling_dates *d = &r->dates;
	struct slice end = stated_cause(x, r->over.cause);

	fact(x, W(STATUS_OF_CASE),
	     arena_printf(&x->arena, "%s, %s", r->divorce == CERAI_TALAK ? "cerai talak" : "cerai gugat", statuses[r->status]));
	tell_day(x, W(RULED), d->ruled);
	tell_day(x, W(FINAL), d->final);
	tell_day(x, W(PLEDGED), d->pledged);
	tell_day(x, W(RECEIVED), d->received);
	if (d->start != MONTH_NONE)
		fact(x, W(START), stated_month(x, d->start));
	if (d->paid_until != MONTH_NONE)
		fact(x, W(PAID_UNTIL), stated_month(x, d->paid_until));
	if (date_is_set(r->over.date))
		fact(x, W(OVER), r->write_off ? SAY(OVER_WRITTEN_OFF, stated_day(x, r->over.date), end)
		                              : SAY(OVER_VALUE, stated_day(x, r->over.date), end));
}

static void tell_entry(struct stated *x, const struct ruling *r)
{
	one(x, PIECE_HEADING, SAY(ENTRY, stated_input(x, r->number)));
	tell_dates(x, r);
	for (size_t i = 0; i < r->award_count; i++)
		fact(x, stated_award(x, &r->awards[i]), stated_terms(x, r, &r->awards[i]));
}

/* Whatever is only the first part of its month. */
static void tell_provisional(struct stated *x)
{
	for (size_t i = 0; i < x->s->month_count; i++) {
		const struct statement_month *m = &x->s->months[i];

		if (m->state == MONTH_PROVISIONAL)
			one(x, PIECE_MARK, SAY(PROVISIONAL, stated_month(x, m->month), slice_from_c(kind_name(m->more))));
	}
}

void stated_head(struct stated *x)
{
	const struct statement *s = x->s;
	struct slice number = s->entries[0]->number, bare = s->entry_count > 1 ? slice_cut(&number, '#') : number;

	one(x, PIECE_TITLE, W(TITLE));
	one(x, PIECE_SUBTITLE, SAY(SUBTITLE, stated_input(x, bare),
	                           stated_span(x, s->months[0].month, s->months[s->month_count - 1].month)));
	tell_provisional(x);
	one(x, PIECE_HEADING, W(PEOPLE));
	tell_people(x);
	for (size_t i = 0; i < s->entry_count; i++)
		tell_entry(x, s->entries[i]);
}
