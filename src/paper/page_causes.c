/* What waits for somebody: the findings gathered by their cause, with the rupiah at stake. */
#include "page_private.h"

#include <nafkah/stake.h>

#include <stdlib.h>

static int by_number(const void *a, const void *b)
{
	const struct case_file *const *x = a, *const *y = b;

	return slice_compare((*x)->ruling->number, (*y)->ruling->number);
}

const struct case_file *page_case(const struct page *p, const struct finding *f)
{
	struct ruling wanted_ruling = { .number = f->perkara };
	struct case_file wanted = { .ruling = &wanted_ruling };
	const struct case_file *key = &wanted, **found;

	if (f->perkara.len == 0 || p->r->case_count == 0)
		return NULL;
	found = bsearch(&key, p->by_number, p->r->case_count, sizeof *p->by_number, by_number);
	return found != NULL ? *found : NULL;
}

static void show(struct cause *c, struct slice what)
{
	if (c->shown_count < CAUSE_SHOWN && what.len > 0)
		c->shown[c->shown_count++] = what;
}

/* What each line that waits has at stake, under the one cause that holds it. */
static void gather_lines(struct page *p, struct cause *all)
{
	for (size_t i = 0; i < p->r->case_count; i++) {
		const struct case_file *c = p->r->cases[i];

		for (size_t k = 0; k < c->line_count; k++) {
			const struct line *l = &c->lines[k];
			struct cause *cause;

			if (!line_waits(l))
				continue;
			cause = &all[line_waits_for(l)];
			cause->has_rupiah = true;
			cause->unknown = cause->unknown || stake_is_least(p->r->rules, l);
			page_add(p, &cause->rupiah, l->stake);
			if (cause->last == c)
				continue;
			cause->last = c;
			cause->count++;
			show(cause, c->ruling->number);
		}
	}
}

static int64_t arrears_of(const struct person *person)
{
	int64_t sum = 0;

	for (size_t i = 0; i < person->line_count; i++)
		sum += person->lines[i].sum.arrears;
	return sum;
}

static int64_t value_of(const struct finding *f)
{
	bool negative = f->value.len > 0 && f->value.ptr[0] == '-';
	uint64_t value;

	if (!slice_to_u64(slice_sub(f->value, negative ? 1 : 0, f->value.len), &value))
		return 0;
	return negative ? -(int64_t)value : (int64_t)value;
}

/* The rupiah that a finding which holds nothing speaks of. */
static bool rupiah_of(const struct finding *f, const struct case_file *c, int64_t *out)
{
	if (c == NULL)
		return false;
	if (f->code == N0643_LIMIT_BY_SHARE || f->code == N0644_LIMIT_BY_NET || f->code == N0645_PAY_NOT_POSITIVE)
		*out = arrears_of(c->person);
	else if (f->code == N0642_MISSED_MONTHS || f->code == N0647_ARREARS_GROWING || f->code == N0648_TEN_TIMES_PAY)
		*out = value_of(f);
	else if (f->code == N0646_CASH_BELOW_SHARE)
		*out = c->person->asn_share - value_of(f);
	else
		return false;
	return true;
}

/* Where a finding without a ruling was made; of what jumped since last month the figures, too, which stand on the first page. */
static struct slice place_of(struct page *p, const struct finding *f)
{
	if (f->code != N0715_TOTAL_JUMPS && f->code != N0716_ROWS_MORE)
		return f->file;
	return arena_printf(&p->arena, "%.*s: %.*s, bulan lalu %.*s", SLICE_ARG(f->file), SLICE_ARG(f->value), SLICE_ARG(f->detail));
}

/* A cause that holds no line by itself: it only has findings. Two of one ruling count once. */
static void gather_finding(struct page *p, struct cause *cause, const struct finding *f)
{
	const struct case_file *c = page_case(p, f);
	int64_t rupiah;

	if (rupiah_of(f, c, &rupiah)) {
		cause->has_rupiah = true;
		page_add(p, &cause->rupiah, rupiah);
	}
	if (c != NULL && cause->last == c)
		return;
	cause->last = c;
	cause->count++;
	show(cause, c != NULL ? c->ruling->number : place_of(p, f));
}

enum cause_class { CAUSE_HOLDS, CAUSE_NOT_FOUND, CAUSE_ATTENTION, CAUSE_REMARK };

static enum cause_class class_of(const struct cause *c)
{
	enum level level = code_level(c->code);

	if (c->code == N0610_NOT_FOUND)
		return CAUSE_NOT_FOUND;
	return level == LEVEL_TAHAN ? CAUSE_HOLDS : level == LEVEL_CATATAN ? CAUSE_REMARK : CAUSE_ATTENTION;
}

/* No money moves on it. */
static bool stops(const struct cause *c)
{
	return class_of(c) == CAUSE_HOLDS || class_of(c) == CAUSE_NOT_FOUND;
}

static void gather_findings(struct page *p, struct cause *all)
{
	const struct findings *fs = p->r->findings;
	bool by_line[CODE_COUNT];

	for (unsigned i = 0; i < CODE_COUNT; i++)
		by_line[i] = all[i].count > 0;
	for (size_t i = 0; i < fs->count; i++) {
		struct cause *cause = &all[fs->items[i].code];

		if (by_line[cause->code])
			continue;
		gather_finding(p, cause, &fs->items[i]);
		cause->counted_elsewhere = stops(cause);
	}
	for (unsigned i = 0; i < CODE_COUNT; i++)
		if (fs->per_code[i] > FINDINGS_KEPT_PER_CODE && !stops(&all[i]))
			all[i].count = fs->per_code[i];
}

static int by_rupiah(const void *a, const void *b)
{
	const struct cause *x = a, *y = b;

	if (x->rupiah != y->rupiah)
		return x->rupiah < y->rupiah ? 1 : -1;
	if (x->unknown != y->unknown)
		return x->unknown ? -1 : 1;
	return (x->code > y->code) - (x->code < y->code);
}

/* Those of one class, most rupiah first; gives how many. */
static size_t select_causes(const struct cause *all, enum cause_class wanted, struct cause *out)
{
	size_t count = 0;

	for (unsigned i = 0; i < CODE_COUNT; i++)
		if (all[i].count > 0 && code_label(all[i].code) != NULL && class_of(&all[i]) == wanted)
			out[count++] = all[i];
	qsort(out, count, sizeof *out, by_rupiah);
	return count;
}

bool page_causes(struct page *p)
{
	struct cause *all = arena_array(&p->arena, CODE_COUNT, sizeof *all);

	p->by_number = arena_array(&p->arena, p->r->case_count, sizeof *p->by_number);
	p->held = arena_array(&p->arena, CODE_COUNT, sizeof *p->held); /* room for all: a code has one class */
	if (all == NULL || p->by_number == NULL || p->held == NULL)
		return false;
	for (size_t i = 0; i < p->r->case_count; i++)
		p->by_number[i] = p->r->cases[i];
	qsort(p->by_number, p->r->case_count, sizeof *p->by_number, by_number);
	for (unsigned i = 0; i < CODE_COUNT; i++)
		all[i].code = (enum code)i;
	gather_lines(p, all);
	gather_findings(p, all);
	p->held_count = select_causes(all, CAUSE_HOLDS, p->held);
	p->lost = p->held + p->held_count;
	p->lost_count = select_causes(all, CAUSE_NOT_FOUND, p->lost);
	p->attention = p->lost + p->lost_count;
	p->attention_count = select_causes(all, CAUSE_ATTENTION, p->attention);
	return !p->arena.exhausted;
}
