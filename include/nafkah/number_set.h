/* A growing set of non-zero 64-bit numbers, each with the tag it was first added with: 12 bytes a slot. `{0}` is a
 * valid empty set. Owns its memory. */
#ifndef NAFKAH_NUMBER_SET_H
#define NAFKAH_NUMBER_SET_H

#include <stddef.h>
#include <stdint.h>

struct number_set {
	uint64_t *numbers;
	uint32_t *tags;
	size_t count, slots; /* slots: a power of two or 0 */
};

enum number_added { NUMBER_NEW, NUMBER_KNOWN, NUMBER_NO_MEMORY };

/* For a known number *first_tag gets the tag of its first time. */
enum number_added number_set_add(struct number_set *s, uint64_t number, uint32_t tag, uint32_t *first_tag);

void number_set_release(struct number_set *s);

#endif
