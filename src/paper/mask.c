/* The copies of a month's structures that carry pseudonyms. */
#include "mask_private.h"

#include <nafkah/nip.h>

#include <string.h>

struct masking {
	const struct mask_of *of;
	struct arena *arena;
	struct pseudonyms names;
	struct person *people;  /* parallel to those of the roster */
};

/* ---- one ruling ---- */

static struct account mask_account(struct masking *m, const struct ruling *r, const struct account *a)
{
	struct account masked = *a;

	masked.number = pseudonym_account(&m->names, a->bank, a->number);
	masked.holder = pseudonym_holder(&m->names, r, a);
	masked.proof = (struct slice){ 0 };
	pseudonym_learn(&m->names, r->number, a->number, masked.number);
	pseudonym_learn(&m->names, (struct slice){ 0 }, a->number, masked.number);
	pseudonym_learn(&m->names, r->number, a->holder, masked.holder);
	return masked;
}

/* Its proof is a document about a person. */
static void forget_proof(struct ending *e)
{
	e->proof = (struct slice){ 0 };
}

static void learn_name(struct masking *m, const struct ruling *r, struct slice real, struct slice shown)
{
	pseudonym_learn(&m->names, r->number, real, shown);
}

static struct child *mask_children(struct masking *m, const struct ruling *r)
{
	struct child *children = arena_array(m->arena, r->child_count, sizeof *children);

	for (size_t i = 0; children != NULL && i < r->child_count; i++) {
		children[i] = r->children[i];
		children[i].name = pseudonym_child(&m->names, r, &r->children[i]);
		children[i].account = mask_account(m, r, &r->children[i].account);
		forget_proof(&children[i].end);
		forget_proof(&children[i].confirmed);
		learn_name(m, r, r->children[i].name, children[i].name);
	}
	return children;
}

static struct award *mask_awards(struct masking *m, const struct ruling *r, const struct child *children)
{
	struct award *awards = arena_array(m->arena, r->award_count, sizeof *awards);

	for (size_t i = 0; awards != NULL && i < r->award_count; i++) {
		awards[i] = r->awards[i];
		if (r->awards[i].child != NULL)
			awards[i].child = &children[r->awards[i].child - r->children];
	}
	return awards;
}

static void learn_numbers(struct masking *m, const struct ruling *r)
{
	char nip[NIP_DIGITS + 1], shown[NIP_DIGITS + 1];
	struct slice pseudonym;

	nip_format(r->nip, nip);
	nip_format(pseudonym_nip(&m->names, r->nip), shown);
	pseudonym = arena_copy(m->arena, slice_from_c(shown));
	pseudonym_learn(&m->names, (struct slice){ 0 }, arena_copy(m->arena, slice_from_c(nip)), pseudonym);
	pseudonym_learn(&m->names, (struct slice){ 0 }, r->ex.nik, SLICE(MASKED_TEXT));
}

static struct ruling *mask_ruling(struct masking *m, const struct ruling *r)
{
	struct ruling *masked = arena_alloc(m->arena, sizeof *masked);

	if (masked == NULL)
		return NULL;
	*masked = *r;
	masked->nip = pseudonym_nip(&m->names, r->nip);
	masked->asn_name = pseudonym_asn(&m->names, r->nip);
	masked->ex.name = pseudonym_spouse(&m->names, r);
	masked->ex.nik = (struct slice){ 0 };
	learn_numbers(m, r);
	learn_name(m, r, r->asn_name, masked->asn_name);
	learn_name(m, r, r->ex.name, masked->ex.name);
	masked->ex.account = mask_account(m, r, &r->ex.account);
	masked->children = mask_children(m, r);
	masked->awards = masked->children != NULL ? mask_awards(m, r, masked->children) : NULL;
	forget_proof(&masked->ex.remarried);
	forget_proof(&masked->ex.died);
	forget_proof(&masked->ex.confirmed);
	forget_proof(&masked->over);
	return masked->awards != NULL ? masked : NULL;
}

/* ---- one civil servant ---- */

static struct case_file *case_copy(const struct masking *m, const struct case_file *c)
{
	return &m->people[c->person - m->of->roster->people].cases[c - c->person->cases];
}

static struct line *line_copy(const struct masking *m, const struct line *l)
{
	const struct person *p = l != NULL ? l->file->person : NULL;

	return l != NULL ? &m->people[p - m->of->roster->people].lines[l - p->lines] : NULL;
}

static const struct child *child_copy(const struct case_file *masked, const struct ruling *r, const struct child *c)
{
	return c != NULL ? &masked->ruling->children[c - r->children] : NULL;
}

static void mask_line(struct masking *m, const struct line *l, struct line *out)
{
	const struct ruling *r = l->file->ruling;

	*out = *l;
	out->file = case_copy(m, l->file);
	out->award = &out->file->ruling->awards[l->award - r->awards];
	out->child = child_copy(out->file, r, l->child);
	out->account = pseudonym_account(&m->names, l->bank, l->account);
	out->opening.account = pseudonym_account(&m->names, l->opening.bank, l->opening.account);
	pseudonym_learn(&m->names, r->number, l->account, out->account);
	pseudonym_learn(&m->names, (struct slice){ 0 }, l->account, out->account);
	pseudonym_learn(&m->names, r->number, l->opening.account, out->opening.account);
	pseudonym_learn(&m->names, (struct slice){ 0 }, l->opening.account, out->opening.account);
	out->before = NULL;
	out->first_part = NULL;
}

/* A name on a payroll may be written otherwise than in the ruling: it is his all the same. */
static void mask_rows(struct masking *m, const struct person *p, struct person *out)
{
	out->rows = arena_array(m->arena, p->row_count, sizeof *out->rows);
	for (size_t i = 0; out->rows != NULL && i < p->row_count; i++) {
		out->rows[i] = p->rows[i];
		out->rows[i].name = pseudonym_asn(&m->names, p->nip);
		out->rows[i].account = (struct slice){ 0 };
		for (size_t k = 0; k < p->case_count; k++)
			learn_name(m, p->cases[k].ruling, p->rows[i].name, out->rows[i].name);
	}
}

/* Room for the copies, so that they can point to each other. */
static bool copy_people(struct masking *m)
{
	const struct roster *from = m->of->roster;

	m->people = arena_array(m->arena, from->count, sizeof *m->people);
	for (size_t i = 0; m->people != NULL && i < from->count; i++) {
		const struct person *p = &from->people[i];
		struct person *out = &m->people[i];

		*out = *p;
		out->cases = arena_array(m->arena, p->case_count, sizeof *out->cases);
		out->lines = arena_array(m->arena, p->line_count, sizeof *out->lines);
		out->draws = NULL;
		out->draw_count = 0;
	}
	return !m->arena->exhausted;
}

/* In register order, so that the numbers are. */
static bool mask_case(struct masking *m, const struct case_file *c)
{
	struct case_file *out = case_copy(m, c);
	struct person *person = &m->people[c->person - m->of->roster->people];

	*out = *c;
	out->person = person;
	out->ruling = mask_ruling(m, c->ruling);
	out->lines = c->lines != NULL ? person->lines + (c->lines - c->person->lines) : NULL;
	for (size_t i = 0; out->ruling != NULL && i < c->line_count; i++)
		mask_line(m, &c->lines[i], &out->lines[i]);
	return out->ruling != NULL;
}

/* ---- what points to cases and lines ---- */

static bool mask_remainders(const struct masking *m, struct remainders *out)
{
	const struct remainders *from = m->of->remainders;

	*out = (struct remainders){ .count = from->count, .items = arena_array(m->arena, from->count, sizeof *out->items) };
	for (size_t i = 0; out->items != NULL && i < from->count; i++) {
		out->items[i] = from->items[i];
		out->items[i].file = case_copy(m, from->items[i].file);
		out->items[i].line = line_copy(m, from->items[i].line);
	}
	return out->items != NULL;
}

static bool mask_calendar(const struct masking *m, struct calendar *out)
{
	const struct calendar *from = m->of->calendar;

	if (from == NULL)
		return true;
	*out = *from;
	out->events = arena_array(m->arena, from->count, sizeof *out->events);
	for (size_t i = 0; out->events != NULL && i < from->count; i++) {
		const struct calendar_event *e = &from->events[i];

		out->events[i] = *e;
		out->events[i].file = case_copy(m, e->file);
		out->events[i].line = line_copy(m, e->line);
		out->events[i].child = child_copy(out->events[i].file, e->file->ruling, e->child);
	}
	return out->events != NULL;
}

static bool mask_bridge(const struct masking *m, struct bridge *out)
{
	const struct bridge *from = m->of->bridge;

	if (from == NULL)
		return true;
	*out = *from;
	out->rulings = arena_array(m->arena, from->ruling_count, sizeof *out->rulings);
	for (size_t i = 0; out->rulings != NULL && i < from->ruling_count; i++) {
		out->rulings[i] = from->rulings[i];
		if (from->rulings[i].file != NULL) /* else it has left the file of rulings */
			out->rulings[i].file = case_copy(m, from->rulings[i].file);
	}
	return out->rulings != NULL;
}

static bool mask_cases(struct masking *m, struct masked *out)
{
	out->cases = arena_array(m->arena, m->of->case_count, sizeof *out->cases);
	for (size_t i = 0; out->cases != NULL && i < m->of->case_count; i++) {
		if (!mask_case(m, m->of->cases[i]))
			return false;
		out->cases[i] = case_copy(m, m->of->cases[i]);
	}
	for (size_t i = 0; out->cases != NULL && i < m->of->roster->count; i++) {
		m->people[i].nip = pseudonym_nip(&m->names, m->of->roster->people[i].nip);
		mask_rows(m, &m->of->roster->people[i], &m->people[i]);
	}
	return out->cases != NULL;
}

enum status mask_month(const struct mask_of *of, struct arena *a, struct masked *out)
{
	struct masking m = { .of = of, .arena = a, .names = { .arena = a } };
	bool done = false;

	*out = (struct masked){ 0 };
	if (copy_people(&m) && mask_cases(&m, out))
		done = mask_findings(&m.names, of->findings, &out->findings) && mask_remainders(&m, &out->remainders) &&
		       mask_calendar(&m, &out->calendar) && mask_bridge(&m, &out->bridge);
	return done && !a->exhausted ? STATUS_OK : STATUS_FAIL;
}
