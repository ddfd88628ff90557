#include <nafkah/payees.h>

#include <stdlib.h>

/* The digits as a number; leading zeros vanish, more than 19 digits wrap. 0: no digit but zeros. */
static uint64_t key_of(struct slice account)
{
	uint64_t key = 0;

	for (size_t i = 0; i < account.len; i++)
		if (ascii_is_digit(account.ptr[i]))
			key = key * 10 + (uint64_t)(account.ptr[i] - '0');
	return key;
}

static size_t slot_of(const struct payees *p, uint64_t key)
{
	return (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & (p->slot_count - 1);
}

/* Whether the register before, or the first part of this month, has nothing left of any line. */
static bool is_finished(const struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		const struct register_row *row = c->lines[i].first_part != NULL ? c->lines[i].first_part : c->lines[i].before;

		if (row == NULL || !row->finished)
			return false;
	}
	return c->line_count > 0;
}

static void add(struct payees *p, const struct ruling *r, const struct account *a, struct slice name)
{
	if (a->possible)
		p->items[p->count] = (struct payee){ key_of(a->number), p->count, r, a, a->holder.len > 0 ? a->holder : name };
	p->count += a->possible ? 1 : 0;
}

static void add_case(struct payees *p, const struct case_file *c)
{
	const struct ruling *r = c->ruling;

	if (is_finished(c))
		return;
	add(p, r, &r->ex.account, r->ex.name);
	for (size_t i = 0; i < r->child_count; i++)
		if (r->children[i].custody != CUSTODY_FATHER)
			add(p, r, &r->children[i].account, r->children[i].name);
}

static int by_key(const void *a, const void *b)
{
	const struct payee *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static bool index_keys(struct arena *a, struct payees *p)
{
	p->slot_count = 16;
	while (p->slot_count < p->count * 4)
		p->slot_count *= 2;
	p->slots = arena_array(a, p->slot_count, sizeof *p->slots);
	for (size_t i = 0; p->slots != NULL && i < p->count; i++) {
		size_t at = slot_of(p, p->items[i].key);

		if (i > 0 && p->items[i].key == p->items[i - 1].key)
			continue;
		while (p->slots[at] != 0)
			at = (at + 1) & (p->slot_count - 1);
		p->slots[at] = (uint32_t)i + 1;
	}
	return p->slots != NULL;
}

/* 16 bits for each payee. */
static bool mark_endings(struct arena *a, struct payees *p)
{
	unsigned bits = 10;

	while (bits < 40 && UINT64_C(1) << bits < (uint64_t)p->count * 16)
		bits++;
	p->ending_shift = 64 - bits;
	p->endings = arena_array(a, (size_t)1 << (bits - 6), sizeof *p->endings);
	for (size_t i = 0; p->endings != NULL && i < p->count; i++) {
		struct slice digits = p->items[i].account->number;
		char last[8];
		uint64_t at;

		for (size_t k = 0; k < sizeof last; k++)
			last[sizeof last - 1 - k] = k < digits.len ? digits.ptr[digits.len - 1 - k] : '0';
		at = payee_ending(p, last);
		p->endings[at / 64] |= UINT64_C(1) << at % 64;
	}
	return p->endings != NULL;
}

bool payees_build(struct arena *a, const struct roster *roster, struct payees *out)
{
	struct payees p = { 0 };
	size_t room = 0;

	for (size_t i = 0; i < roster->count; i++)
		for (size_t k = 0; k < roster->people[i].case_count; k++)
			room += 1 + roster->people[i].cases[k].ruling->child_count;
	p.items = arena_array(a, room, sizeof *p.items);
	if (p.items == NULL)
		return false;
	for (size_t i = 0; i < roster->count; i++)
		for (size_t k = 0; k < roster->people[i].case_count; k++)
			add_case(&p, &roster->people[i].cases[k]);
	if (p.count > 1)
		qsort(p.items, p.count, sizeof *p.items, by_key);
	if (!index_keys(a, &p) || !mark_endings(a, &p))
		return false;
	*out = p;
	return true;
}

const struct payee *payees_find(const struct payees *p, struct slice account, size_t *count)
{
	uint64_t key = key_of(account);
	size_t at, first;

	*count = 0;
	if (key == 0 || p->count == 0)
		return NULL;
	at = slot_of(p, key);
	while (p->slots[at] != 0 && p->items[p->slots[at] - 1].key != key)
		at = (at + 1) & (p->slot_count - 1);
	if (p->slots[at] == 0)
		return NULL;
	first = p->slots[at] - 1;
	while (first + *count < p->count && p->items[first + *count].key == key)
		++*count;
	return &p->items[first];
}
