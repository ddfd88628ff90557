#include <nafkah/number_set.h>

#include <stdlib.h>

enum { SLOTS_FIRST = 1024 };
#define SLOTS_MAX (UINT64_C(1) << 32)

/* In halves, because only so 12 bytes can stand one behind the other: a number and its tag cost one look into memory.
 * 0, 0: free. */
struct number_entry {
	uint32_t low, high, tag;
};

static uint64_t spread(uint64_t number)
{
	number *= UINT64_C(0x9e3779b97f4a7c15);
	number ^= number >> 32;
	return number * UINT64_C(0xd6e8feb86659fd93);
}

/* The upper half of the hash, as a fraction of all slots. */
static size_t first_slot(const struct number_set *s, uint64_t number)
{
	return (size_t)((spread(number) >> 32) * s->slots >> 32);
}

/* Slot of the number, or the free slot where it belongs. */
static struct number_entry *find(const struct number_set *s, uint64_t number)
{
	uint32_t low = (uint32_t)number, high = (uint32_t)(number >> 32);
	size_t at = first_slot(s, number);

	for (;; at = at + 1 < s->slots ? at + 1 : 0) {
		struct number_entry *e = &s->entries[at];

		if ((e->low == low && e->high == high) || (e->low == 0 && e->high == 0))
			return e;
	}
}

/* So many numbers fit: above that the search for a free slot becomes long. */
static size_t room(size_t slots)
{
	return slots / 16 * 13;
}

static bool resize(struct number_set *s, uint64_t slots)
{
	struct number_set bigger = { .slots = (size_t)slots, .count = s->count };

	bigger.entries = slots < SLOTS_MAX ? calloc(bigger.slots, sizeof *bigger.entries) : NULL;
	if (bigger.entries == NULL)
		return false;
	for (size_t i = 0; i < s->slots; i++) {
		uint64_t number = (uint64_t)s->entries[i].high << 32 | s->entries[i].low;

		if (number != 0)
			*find(&bigger, number) = s->entries[i];
	}
	free(s->entries);
	*s = bigger;
	return true;
}

bool number_set_reserve(struct number_set *s, uint64_t count)
{
	return count <= room(s->slots) || resize(s, count < SLOTS_MAX ? (count / 13 + 1) * 16 : SLOTS_MAX);
}

enum number_added number_set_add(struct number_set *s, uint64_t number, uint32_t tag, uint32_t *first_tag)
{
	struct number_entry *e;

	if (s->count == room(s->slots) && !resize(s, s->slots == 0 ? SLOTS_FIRST : (uint64_t)s->slots * 2))
		return NUMBER_NO_MEMORY;
	e = find(s, number);
	if (e->low != 0 || e->high != 0) {
		*first_tag = e->tag;
		return NUMBER_KNOWN;
	}
	*e = (struct number_entry){ (uint32_t)number, (uint32_t)(number >> 32), tag };
	s->count++;
	return NUMBER_NEW;
}

void number_set_expect(const struct number_set *s, uint64_t number)
{
	if (s->slots > 0)
		__builtin_prefetch(&s->entries[first_slot(s, number)], 1);
}

void number_set_release(struct number_set *s)
{
	free(s->entries);
	*s = (struct number_set){ 0 };
}
