/* Memory that is freed by scope. Allocations live until the arena is released or rewound to an earlier mark.
 * `{0}` is a valid empty arena. An arena never moves what it has handed out. Not thread-safe.
 * Allocation returns NULL when memory is exhausted and remembers it in `exhausted`, so that a builder may check once
 * at its end; nothing else is ever returned for "no memory". */
#ifndef NAFKAH_ARENA_H
#define NAFKAH_ARENA_H

#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *top;
	bool exhausted;
};

struct arena_mark {
	struct arena_block *block;
	size_t used;
};

/* `size` zeroed bytes, aligned for any type. Size 0 is allowed and gives a unique non-NULL pointer. */
void *arena_alloc(struct arena *a, size_t size);

/* `count` zeroed objects of `size` bytes, checked against overflow. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* Room for one more behind the `count` items of an array that has *room (0: none yet): the items themselves, or a copy
 * twice as large. NULL: memory. */
void *arena_grow(struct arena *a, void *items, size_t count, size_t *room, size_t size);

/* A copy of `s` that lives as long as the arena, with a NUL behind it that is not counted.
 * On exhaustion the result is empty with a NULL pointer. */
struct slice arena_copy(struct arena *a, struct slice s);

/* printf into the arena. Same rule on exhaustion. */
struct slice arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

struct arena_mark arena_mark(const struct arena *a);
void arena_rewind(struct arena *a, struct arena_mark mark);
void arena_release(struct arena *a);

#endif
