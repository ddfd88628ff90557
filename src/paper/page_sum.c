/* The sums of the page, each over what the report holds. */
#include "page_private.h"

#include <nafkah/hold.h>
#include <nafkah/stake.h>

void page_add(struct page *p, int64_t *sum, int64_t amount)
{
	if (__builtin_add_overflow(*sum, amount, sum))
		p->overflow = true;
}

static int64_t paid_now(const struct line *l)
{
	return l->sum.paid_due + l->sum.paid_arrears;
}

static void sum_line(struct page *p, const struct line *l)
{
	struct page_sums *s = &p->sums;
	const struct figures *f = &l->sum;

	page_add(p, &s->opening, l->opening.arrears);
	page_add(p, &s->missed, f->missed);
	page_add(p, &s->due, f->due);
	page_add(p, &s->earlier, f->earlier_due + f->earlier_arrears);
	page_add(p, &s->paid, paid_now(l));
	page_add(p, &s->written_off, f->written_off);
	page_add(p, &s->waiting, f->waiting);
	page_add(p, &s->arrears, f->arrears);
	page_add(p, &s->by_hak[l->award->hak], paid_now(l));
	page_add(p, l->file->state == STATE_TIDAK_DITEMUKAN ? &s->lost_stake : &s->held_stake, line_waits(l) ? l->stake : 0);
}

static bool first_paid_of_owner(const struct case_file *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (paid_now(&c->lines[k]) > 0 && line_owner(&c->lines[k]) == line_owner(&c->lines[i]))
			return false;
	return true;
}

/* Who of a ruling got something, and whether something of it waits. */
static void count_people(struct page_sums *s, const struct case_file *c)
{
	bool spouse = false, waits = false;

	if (c == c->person->cases && c->person->paid > 0)
		s->deducted++;
	for (size_t i = 0; i < c->line_count; i++) {
		waits = waits || line_waits(&c->lines[i]);
		if (paid_now(&c->lines[i]) == 0)
			continue;
		spouse = spouse || c->lines[i].child == NULL;
		s->children += c->lines[i].child != NULL ? 1 : 0;
		s->accounts += first_paid_of_owner(c, i) ? 1 : 0;
	}
	s->spouses += spouse ? 1 : 0;
	if (c->state == STATE_TIDAK_DITEMUKAN)
		s->lost_cases++;
	else
		s->held_cases += waits ? 1 : 0;
}

static void sum_files(struct page *p)
{
	struct page_sums *s = &p->sums;

	for (size_t i = 0; i < p->r->file_count; i++) {
		const struct report_file *f = &p->r->files[i];

		s->rows += f->rows;
		s->changed += f->changed;
		page_add(p, &s->net.sen, f->net.sen);
		page_add(p, &s->net_after.sen, f->net_after.sen);
		page_add(p, &s->taken, f->taken);
	}
}

bool page_sum(struct page *p)
{
	struct page_sums *s = &p->sums;

	sum_files(p);
	for (size_t i = 0; i < p->r->case_count; i++) {
		const struct case_file *c = p->r->cases[i];

		s->states[c->state]++;
		count_people(s, c);
		for (size_t k = 0; k < c->line_count; k++)
			sum_line(p, &c->lines[k]);
	}
	for (size_t i = 0; i < p->r->transfers->count; i++) {
		const struct transfer *t = &p->r->transfers->items[i];

		s->transfers_of_kind[t->kind]++;
		page_add(p, &s->by_kind[t->kind], t->amount);
	}
	return !p->overflow;
}
