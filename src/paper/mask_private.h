/* Who is called what. Private to src/paper/mask*.c. */
#ifndef NAFKAH_MASK_PRIVATE_H
#define NAFKAH_MASK_PRIVATE_H

#include <nafkah/mask.h>

struct pseudonym;

/* `{ .arena = a }` is empty. Keys and pseudonyms live in the arena, which remembers a failure. */
struct pseudonyms {
	struct arena *arena;
	struct pseudonym *slots; /* open addressing */
	size_t count, room;
	uint64_t asn, spouses, accounts; /* how many of each there are */
};

/* The pseudonym of a person or account; a new one gets the next number. */
uint64_t pseudonym_nip(struct pseudonyms *p, uint64_t nip);
struct slice pseudonym_asn(struct pseudonyms *p, uint64_t nip);
struct slice pseudonym_spouse(struct pseudonyms *p, const struct ruling *r);
struct slice pseudonym_child(struct pseudonyms *p, const struct ruling *r, const struct child *c);
struct slice pseudonym_account(struct pseudonyms *p, struct slice bank, struct slice number); /* none for none */
/* Of a person of the ruling by that name, else of the account. */
struct slice pseudonym_holder(struct pseudonyms *p, const struct ruling *r, const struct account *a);

/* Texts of findings. That `real`, in a finding about this case (empty: about any), is shown as `shown`; the first one
 * stays. */
void pseudonym_learn(struct pseudonyms *p, struct slice perkara, struct slice real, struct slice shown);
/* A NULL pointer: it is not known. */
struct slice pseudonym_known(const struct pseudonyms *p, struct slice perkara, struct slice real);

/* What stands for a text that may name somebody whom nobody knows. */
#define MASKED_TEXT "(disamarkan)"

/* The findings with their texts masked; false: memory. */
bool mask_findings(const struct pseudonyms *p, const struct findings *from, struct findings *out);

#endif
