#include <nafkah/roster.h>

#include <inttypes.h>
#include <stdlib.h>

struct slice line_payee(struct arena *a, const struct child *child)
{
	return child != NULL ? arena_printf(a, "anak:%.*s", SLICE_ARG(child->id)) : SLICE("mantan");
}

static struct slice fraction_terms(struct arena *a, const struct award *award, const struct ruling *ruling,
                                   const struct rules *rules)
{
	const struct shares *s = ruling->child_count > 0 ? &rules->with_children : &rules->without_children;
	struct ratio f = award->hak == HAK_NAFKAH_ANAK ? s->children : s->wife;

	return arena_printf(a, "%" PRId32 "/%" PRId32, f.num, f.den);
}

struct slice award_terms(struct arena *a, const struct award *award, const struct ruling *ruling, const struct rules *rules)
{
	struct slice paid = SLICE("");

	if (award->cara == CARA_PECAHAN)
		return fraction_terms(a, award, ruling, rules);
	if (award->hak == HAK_NAFKAH_ANAK && award->raise > 0)
		return arena_printf(a, "%" PRId64 "+%" PRId32 "%%", award->monthly, award->raise);
	if (award->hak == HAK_NAFKAH_ANAK)
		return arena_printf(a, "%" PRId64, award->monthly);
	if (award->paid_before > 0)
		paid = arena_printf(a, "-%" PRId64, award->paid_before);
	if (award->lump > 0)
		return arena_printf(a, "%" PRId64 "/%" PRId32 "%.*s", award->lump, award->months, SLICE_ARG(paid));
	return arena_printf(a, "%" PRId32 "x%" PRId64 "%.*s", award->months, award->monthly, SLICE_ARG(paid));
}

/* Line order of one civil servant's rulings. */
static int by_line_order(const void *a, const void *b)
{
	const struct ruling *const *x = a, *const *y = b;

	if ((*x)->nip != (*y)->nip)
		return (*x)->nip < (*y)->nip ? -1 : 1;
	if (date_compare((*x)->dates.final, (*y)->dates.final) != 0)
		return date_compare((*x)->dates.final, (*y)->dates.final);
	return ruling_compare(*x, *y);
}

/* The award that covers a child, if one does. */
static const struct award *award_for(const struct ruling *r, const struct child *child)
{
	for (size_t i = 0; i < r->award_count; i++)
		if (r->awards[i].hak == HAK_NAFKAH_ANAK && (r->awards[i].child == NULL || r->awards[i].child == child))
			return &r->awards[i];
	return NULL;
}

static int by_birth(const void *a, const void *b)
{
	const struct child *const *x = a, *const *y = b;
	int order = date_compare((*x)->born, (*y)->born);

	return order != 0 ? order : (*x > *y) - (*x < *y); /* one array: the order of the file */
}

static void line_open(struct arena *a, struct line *l, const struct rules *rules, const struct register_book *book)
{
	const struct ruling *r = l->file->ruling;
	struct slice payee = line_payee(a, l->child);

	l->before = book != NULL ? register_find(book, r->key, slice_from_c(hak_name(l->award->hak)), payee) : NULL;

	l->terms = award_terms(a, l->award, r, rules);
	if (l->before != NULL)
		l->opening = l->before->opening;
}

/* Fills the lines of one case from `lines` on; returns how many. */
static size_t case_lines(struct arena *a, struct case_file *c, struct line *lines, const struct rules *rules,
                         const struct register_book *book)
{
	const struct ruling *r = c->ruling;
	const struct child **born = arena_array(a, r->child_count, sizeof *born);
	size_t count = 0;

	for (size_t i = 0; born != NULL && i < r->child_count; i++)
		born[i] = &r->children[i];
	if (born != NULL)
		qsort(born, r->child_count, sizeof *born, by_birth);
	for (size_t i = 0; born != NULL && i < r->child_count; i++)
		if (award_for(r, born[i]) != NULL)
			lines[count++] = (struct line){ .file = c, .award = award_for(r, born[i]), .child = born[i] };
	for (unsigned hak = HAK_IDDAH; hak < HAK_COUNT; hak++)
		for (size_t i = 0; i < r->award_count; i++)
			if (r->awards[i].hak == hak)
				lines[count++] = (struct line){ .file = c, .award = &r->awards[i] };
	for (size_t i = 0; i < count; i++)
		line_open(a, &lines[i], rules, book);
	return count;
}

/* One person from his rulings, which stand in line order. */
static bool person_fill(struct arena *a, struct person *p, const struct ruling **rulings, size_t count,
                        const struct rules *rules, const struct register_book *book)
{
	size_t room = 0;

	for (size_t i = 0; i < count; i++)
		room += rulings[i]->child_count + rulings[i]->award_count;
	*p = (struct person){ .nip = rulings[0]->nip, .case_count = count };
	p->cases = arena_array(a, count, sizeof *p->cases);
	p->lines = arena_array(a, room, sizeof *p->lines);
	if (p->cases == NULL || p->lines == NULL)
		return false;
	for (size_t i = 0; i < count; i++) {
		struct case_file *c = &p->cases[i];

		*c = (struct case_file){ .ruling = rulings[i], .person = p, .lines = p->lines + p->line_count };
		c->line_count = case_lines(a, c, c->lines, rules, book);
		p->line_count += c->line_count;
	}
	return !a->exhausted;
}

static size_t slot_of(const struct roster *r, uint64_t nip)
{
	return (size_t)((nip * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & (r->slot_count - 1);
}

static bool roster_index(struct arena *a, struct roster *r)
{
	r->slot_count = 16;
	while (r->slot_count < r->count * 4)
		r->slot_count *= 2;
	r->slots = arena_array(a, r->slot_count, sizeof *r->slots);
	for (size_t i = 0; r->slots != NULL && i < r->count; i++) {
		size_t at = slot_of(r, r->people[i].nip);

		while (r->slots[at] != 0)
			at = (at + 1) & (r->slot_count - 1);
		r->slots[at] = (uint32_t)i + 1;
	}
	return r->slots != NULL;
}

struct person *roster_find(const struct roster *r, uint64_t nip)
{
	size_t at = slot_of(r, nip);

	for (; r->slots[at] != 0; at = (at + 1) & (r->slot_count - 1))
		if (r->people[r->slots[at] - 1].nip == nip)
			return &r->people[r->slots[at] - 1];
	return NULL;
}

bool roster_build(struct arena *a, const struct rulings *rulings, const struct rules *rules,
                  const struct register_book *book, struct roster *out)
{
	const struct ruling **sorted = arena_array(a, rulings->count, sizeof *sorted);
	struct roster r = { 0 };

	r.people = arena_array(a, rulings->count, sizeof *r.people);
	if (sorted == NULL || r.people == NULL)
		return false;
	for (size_t i = 0; i < rulings->count; i++)
		sorted[i] = rulings->items[i];
	qsort(sorted, rulings->count, sizeof *sorted, by_line_order);
	for (size_t i = 0, end; i < rulings->count; i = end) {
		for (end = i + 1; end < rulings->count && sorted[end]->nip == sorted[i]->nip; end++)
			;
		if (!person_fill(a, &r.people[r.count++], sorted + i, end - i, rules, book))
			return false;
	}
	if (!roster_index(a, &r))
		return false;
	*out = r;
	return true;
}
