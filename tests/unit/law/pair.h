/* Two months: an office of words, the register that it would leave, and a later office of words that goes on from it, with the
 * bridge from one to the other. */
#ifndef TESTS_LAW_PAIR_H
#define TESTS_LAW_PAIR_H

#include "office.h"

#include <nafkah/bridge.h>
#include <nafkah/stake.h>

struct pair {
	struct office *then, *now;
	struct register_row rows[ROOM];
	struct register_book book;
	struct register_base base;
	struct bridge_start start;
	const struct case_file *cases[ROOM];
	struct bridge bridge;
	enum status status;
};

static inline int64_t paid_of(const struct line *l)
{
	return l->sum.earlier_due + l->sum.earlier_arrears + l->sum.paid_due + l->sum.paid_arrears;
}

/* What the register would say of a line. */
static inline struct register_row row_of(struct arena *a, const struct line *l)
{
	const struct figures *f = &l->sum;
	struct register_row r = {
		.number = l->file->ruling->number, .key = l->file->ruling->key, .hak = slice_from_c(hak_name(l->award->hak)),
		.payee = line_payee(a, l->child), .opening_arrears = l->opening.arrears, .due = f->due, .kept = f->kept,
		.missed = f->missed, .paid = paid_of(l), .written_off = f->written_off, .waiting = f->waiting, .status = l->status,
		.finished = l->status == LINE_SELESAI,
	};

	r.opening = (struct opening){
		.known = true, .booked = l->booked_after, .arrears = f->arrears, .cara = slice_from_c(cara_name(l->award->cara)),
		.nilai = l->terms, .bank = l->bank, .account = l->account,
	};
	if (l->status == LINE_DITAHAN)
		r.cause = slice_from_c(code_name(line_waits_for(l)));
	return r;
}

static inline void keep_register(struct pair *p)
{
	struct person *person = p->then->person;
	bool computed = false;

	for (size_t i = 0; i < person->line_count; i++)
		p->rows[p->book.count++] = row_of(&p->then->arena, &person->lines[i]);
	for (size_t i = 0; i < person->case_count; i++)
		computed = computed || person->cases[i].computed;
	p->book.rows = p->rows;
	register_sort(&p->book);
	p->base = (struct register_base){ person->nip, person->base };
	p->start = (struct bridge_start){
		.period = p->then->law.period, .book = &p->book, .bases = &p->base, .base_count = computed ? 1 : 0,
	};
}

static inline void go_on(struct pair *p)
{
	struct person *person = p->now->person;

	for (size_t i = 0; i < person->line_count; i++) {
		struct line *l = &person->lines[i];

		l->before = register_find(&p->book, l->file->ruling->key, slice_from_c(hak_name(l->award->hak)),
		                          line_payee(&p->now->arena, l->child));
		l->opening = l->before != NULL ? l->before->opening : (struct opening){ 0 };
	}
}

static inline struct pair *pair_open(const char *then, const char *now, bool more)
{
	struct pair *p = calloc(1, sizeof *p);

	assert_non_null(p);
	p->then = office_open(then);
	p->now = office_open(now);
	p->now->law.more = more;
	assert_int_equal(law_person(&p->then->law, p->then->person), STATUS_OK);
	keep_register(p);
	go_on(p);
	assert_int_equal(law_person(&p->now->law, p->now->person), STATUS_OK);
	for (size_t i = 0; i < p->now->person->case_count; i++)
		p->cases[i] = &p->now->person->cases[i];
	p->status = bridge_build(&p->now->law, &p->start, p->cases, p->now->person->case_count, &p->bridge);
	return p;
}

static inline void pair_close(struct pair *p)
{
	office_close(p->then);
	office_close(p->now);
	free(p);
}

#endif
