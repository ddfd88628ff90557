#include <nafkah/number_set.h>

#include <stdlib.h>

/* Slot of the number, or the free slot where it belongs. */
static size_t find_slot(const struct number_set *s, uint64_t number)
{
	size_t at = (size_t)((number * UINT64_C(0x9e3779b97f4a7c15)) >> 24) & (s->slots - 1);

	while (s->numbers[at] != 0 && s->numbers[at] != number)
		at = (at + 1) & (s->slots - 1);
	return at;
}

/* Doubles the table when it is three quarters full. False: no memory, the set is unchanged. */
static int grow(struct number_set *s)
{
	struct number_set bigger = { .slots = s->slots == 0 ? 1024 : s->slots * 2, .count = s->count };

	if (s->count < s->slots / 4 * 3)
		return 1;
	bigger.numbers = calloc(bigger.slots, sizeof *bigger.numbers);
	bigger.tags = calloc(bigger.slots, sizeof *bigger.tags);
	if (bigger.numbers == NULL || bigger.tags == NULL) {
		number_set_release(&bigger);
		return 0;
	}
	for (size_t i = 0; i < s->slots; i++) {
		size_t at;

		if (s->numbers[i] == 0)
			continue;
		at = find_slot(&bigger, s->numbers[i]);
		bigger.numbers[at] = s->numbers[i];
		bigger.tags[at] = s->tags[i];
	}
	number_set_release(s);
	*s = bigger;
	return 1;
}

enum number_added number_set_add(struct number_set *s, uint64_t number, uint32_t tag, uint32_t *first_tag)
{
	size_t at;

	if (!grow(s))
		return NUMBER_NO_MEMORY;
	at = find_slot(s, number);
	if (s->numbers[at] == number) {
		*first_tag = s->tags[at];
		return NUMBER_KNOWN;
	}
	s->numbers[at] = number;
	s->tags[at] = tag;
	s->count++;
	return NUMBER_NEW;
}

void number_set_release(struct number_set *s)
{
	free(s->numbers);
	free(s->tags);
	*s = (struct number_set){ 0 };
}
