/* Pseudonyms: a dictionary from what somebody is known by to what he is called. */
#include "mask_private.h"

#include <nafkah/name.h>
#include <nafkah/nip.h>

#include <inttypes.h>

struct pseudonym {
	struct slice key, shown; /* no key: free */
};

static size_t hash_of(struct slice s)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.ptr[i]) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

/* The slot of the key, or the free one where it belongs; there is always one. */
static struct pseudonym *slot_of(struct pseudonym *slots, size_t room, struct slice key)
{
	size_t at = hash_of(key) & (room - 1);

	while (slots[at].key.ptr != NULL && !slice_equal(slots[at].key, key))
		at = (at + 1) & (room - 1);
	return &slots[at];
}

static bool grow(struct pseudonyms *p)
{
	size_t room = p->room > 0 ? p->room * 2 : 64;
	struct pseudonym *slots;

	if (p->count * 2 < p->room)
		return true;
	slots = arena_array(p->arena, room, sizeof *slots);
	if (slots == NULL)
		return false;
	for (size_t i = 0; i < p->room; i++)
		if (p->slots[i].key.ptr != NULL)
			*slot_of(slots, room, p->slots[i].key) = p->slots[i];
	p->slots = slots;
	p->room = room;
	return true;
}

static struct slice find(const struct pseudonyms *p, struct slice key)
{
	return p->room > 0 ? slot_of(p->slots, p->room, key)->shown : (struct slice){ NULL, 0 };
}

/* Both must live as long as the arena. */
static void put(struct pseudonyms *p, struct slice key, struct slice shown)
{
	struct pseudonym *slot;

	if (key.ptr == NULL || shown.ptr == NULL || !grow(p))
		return;
	slot = slot_of(p->slots, p->room, key);
	if (slot->key.ptr != NULL)
		return;
	*slot = (struct pseudonym){ key, shown };
	p->count++;
}

/* Nobody else is called so: "Anak 3 a1" may be taken where another entry knows another child by that id. */
static struct slice unique(struct pseudonyms *p, struct slice wanted)
{
	struct slice shown = wanted;

	for (unsigned n = 2; shown.ptr != NULL; n++) {
		struct slice key = arena_printf(p->arena, "!%.*s", SLICE_ARG(shown));

		if (key.ptr == NULL || find(p, key).ptr == NULL) {
			put(p, key, shown);
			break;
		}
		shown = arena_printf(p->arena, "%.*s-%u", SLICE_ARG(wanted), n);
	}
	return shown;
}

/* ---- civil servants ---- */

static struct slice number_of(struct pseudonyms *p, uint64_t nip)
{
	struct slice key = arena_printf(p->arena, "n%" PRIu64, nip), known = find(p, key);

	if (known.ptr == NULL) {
		known = arena_printf(p->arena, "%" PRIu64, ++p->asn);
		put(p, key, known);
	}
	return known;
}

uint64_t pseudonym_nip(struct pseudonyms *p, uint64_t nip)
{
	uint64_t number = 0;

	return slice_to_u64(number_of(p, nip), &number) ? number : 0;
}

struct slice pseudonym_asn(struct pseudonyms *p, uint64_t nip)
{
	return arena_printf(p->arena, "ASN %.*s", SLICE_ARG(number_of(p, nip)));
}

/* ---- former spouses and children ---- */

/* By the NIK, where it is stated; else a name counts for one person only within one civil servant's rulings. */
static struct slice spouse_number(struct pseudonyms *p, const struct ruling *r)
{
	struct slice key = r->ex.nik.len > 0 ? arena_printf(p->arena, "k%.*s", SLICE_ARG(r->ex.nik))
	                                     : arena_printf(p->arena, "m%" PRIu64 " %.*s", r->nip, SLICE_ARG(r->ex.name));
	struct slice known = find(p, key);

	if (known.ptr == NULL) {
		known = arena_printf(p->arena, "%" PRIu64, ++p->spouses);
		put(p, key, known);
	}
	return known;
}

struct slice pseudonym_spouse(struct pseudonyms *p, const struct ruling *r)
{
	return arena_printf(p->arena, "Mantan %.*s", SLICE_ARG(spouse_number(p, r)));
}

struct slice pseudonym_child(struct pseudonyms *p, const struct ruling *r, const struct child *c)
{
	struct slice parent = spouse_number(p, r), key, known;
	char born[11];

	date_format(c->born, born);
	key = arena_printf(p->arena, "c%.*s %s %.*s/%.*s", SLICE_ARG(parent), born, SLICE_ARG(c->id), SLICE_ARG(c->name));
	known = find(p, key);
	if (known.ptr == NULL) {
		known = unique(p, arena_printf(p->arena, "Anak %.*s %.*s", SLICE_ARG(parent), SLICE_ARG(c->id)));
		put(p, key, known);
	}
	return known;
}

/* ---- accounts ---- */

struct slice pseudonym_account(struct pseudonyms *p, struct slice bank, struct slice number)
{
	struct slice key, known;

	if (number.len == 0)
		return number;
	key = arena_printf(p->arena, "r%.*s|%.*s", SLICE_ARG(bank), SLICE_ARG(number));
	known = find(p, key);
	if (known.ptr == NULL) {
		known = arena_printf(p->arena, "REK-%04" PRIu64, ++p->accounts);
		put(p, key, known);
	}
	return known;
}

struct slice pseudonym_holder(struct pseudonyms *p, const struct ruling *r, const struct account *a)
{
	struct slice key, known;

	if (a->holder.len == 0)
		return a->holder;
	if (name_compare(a->holder, r->ex.name) == NAMES_EQUAL)
		return pseudonym_spouse(p, r);
	for (size_t i = 0; i < r->child_count; i++)
		if (name_compare(a->holder, r->children[i].name) == NAMES_EQUAL)
			return pseudonym_child(p, r, &r->children[i]);
	if (name_compare(a->holder, r->asn_name) == NAMES_EQUAL)
		return pseudonym_asn(p, r->nip);
	key = arena_printf(p->arena, "h%.*s|%.*s|%.*s", SLICE_ARG(a->bank), SLICE_ARG(a->number), SLICE_ARG(a->holder));
	known = find(p, key);
	if (known.ptr == NULL) {
		known = pseudonym_account(p, a->bank, a->number);
		known = unique(p, arena_printf(p->arena, "Pemilik %.*s", SLICE_ARG(known)));
		put(p, key, known);
	}
	return known;
}

/* ---- texts of findings ---- */

void pseudonym_learn(struct pseudonyms *p, struct slice perkara, struct slice real, struct slice shown)
{
	if (real.len > 0)
		put(p, arena_printf(p->arena, "t%.*s|%.*s", SLICE_ARG(perkara), SLICE_ARG(real)), shown);
}

struct slice pseudonym_known(const struct pseudonyms *p, struct slice perkara, struct slice real)
{
	struct slice key = arena_printf(p->arena, "t%.*s|%.*s", SLICE_ARG(perkara), SLICE_ARG(real));

	return key.ptr != NULL ? find(p, key) : (struct slice){ NULL, 0 };
}
