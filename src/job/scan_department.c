/* Sums by department. An office has some hundreds; an input that names more than DEPARTMENTS_MAX different ones is summed
 * under the empty name from there on, so that memory stays bounded. */
#include "scan_private.h"


enum { DEPARTMENTS_MAX = 20000, SLOTS = 65536 };

static size_t slot_of(const struct scanning *s, struct slice name)
{
	uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
	size_t at;

	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)name.ptr[i]) * UINT64_C(1099511628211);
	at = (size_t)(hash >> 20) & (SLOTS - 1);
	while (s->department_slots[at] != 0 && !slice_equal(s->out->departments[s->department_slots[at] - 1].name, name))
		at = (at + 1) & (SLOTS - 1);
	return at;
}

static bool room_for_one(struct scanning *s)
{
	struct department *grown;

	if (s->department_slots == NULL)
		s->department_slots = arena_array(s->setup->arena, SLOTS, sizeof *s->department_slots);
	if (s->department_slots == NULL)
		return false;
	grown = arena_grow(s->setup->arena, s->out->departments, s->out->department_count, &s->department_room, sizeof *grown);
	if (grown == NULL)
		return false;
	s->out->departments = grown;
	return true;
}

/* Its index, as the last department. */
static enum status enter(struct scanning *s, struct slice name)
{
	size_t at;

	if (!room_for_one(s))
		return STATUS_FAIL;
	if (s->out->department_count >= DEPARTMENTS_MAX)
		name = SLICE("");
	at = slot_of(s, name);
	if (s->department_slots[at] == 0) {
		s->out->departments[s->out->department_count++] = (struct department){ .name = arena_copy(s->setup->arena, name) };
		s->department_slots[at] = (uint32_t)s->out->department_count;
	}
	s->last_department = s->department_slots[at] - 1;
	return STATUS_OK;
}

/* Rows of one department mostly stand together. */
static bool is_last(const struct scanning *s, struct slice name)
{
	return s->out->department_count > 0 && s->out->department_count < DEPARTMENTS_MAX &&
	       slice_equal(s->out->departments[s->last_department].name, name);
}

enum status scan_department(struct scanning *s, struct money net, size_t *out)
{
	int column = s->out->header.of_role[ROLE_SKPD];
	struct slice name = column == NO_COLUMN ? SLICE("") : slice_trim(s->values[column]);
	struct department *d;

	if (!is_last(s, name) && enter(s, name) != STATUS_OK)
		return STATUS_FAIL;
	*out = s->last_department;
	d = &s->out->departments[*out];
	d->rows++;
	return money_add(d->net, net, &d->net) && !s->setup->arena->exhausted ? STATUS_OK : STATUS_FAIL;
}
