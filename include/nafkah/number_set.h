/* A growing set of non-zero 64-bit numbers, each with the tag it was first added with: 12 bytes a slot. `{0}` is a
 * valid empty set. Owns its memory. */
#ifndef NAFKAH_NUMBER_SET_H
#define NAFKAH_NUMBER_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct number_entry; /* opaque */

struct number_set {
	struct number_entry *entries;
	size_t count, slots;
};

enum number_added { NUMBER_NEW, NUMBER_KNOWN, NUMBER_NO_MEMORY };

/* For a known number *first_tag gets the tag of its first time. */
enum number_added number_set_add(struct number_set *s, uint64_t number, uint32_t tag, uint32_t *first_tag);

/* Room for `count` numbers in all, in 15 bytes each; without it the table doubles whenever it is full. False: no memory,
 * the set is unchanged. */
bool number_set_reserve(struct number_set *s, uint64_t count) __attribute__((warn_unused_result));

/* The number will be added soon: its place is fetched from memory in the meantime. */
void number_set_expect(const struct number_set *s, uint64_t number);

void number_set_release(struct number_set *s);

#endif
