#include <nafkah/arena.h>

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
	struct arena_block *below;
	size_t size, used;
	alignas(max_align_t) char bytes[];
};

enum { BLOCK_MIN = 16 * 1024 };

/* The address sanitizer cannot see inside a block, so under it every allocation gets a block of its own. */
#if defined(__SANITIZE_ADDRESS__)
#define ONE_BLOCK_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_BLOCK_EACH 1
#endif
#endif
#ifndef ONE_BLOCK_EACH
#define ONE_BLOCK_EACH 0
#endif

static struct arena_block *block_push(struct arena *a, size_t need)
{
	size_t size = ONE_BLOCK_EACH || need > BLOCK_MIN ? need : BLOCK_MIN;
	struct arena_block *b = size <= SIZE_MAX - sizeof *b ? malloc(sizeof *b + size) : NULL;

	if (b == NULL) {
		a->exhausted = true;
		return NULL;
	}
	*b = (struct arena_block){ .below = a->top, .size = size };
	a->top = b;
	return b;
}

void *arena_alloc(struct arena *a, size_t size)
{
	size_t align = alignof(max_align_t);
	struct arena_block *b = a->top;
	void *at;

	if (size > SIZE_MAX / 2) {
		a->exhausted = true;
		return NULL;
	}
	size = size == 0 ? align : (size + align - 1) / align * align;
	if (b == NULL || ONE_BLOCK_EACH || b->size - b->used < size)
		b = block_push(a, size);
	if (b == NULL)
		return NULL;
	at = b->bytes + b->used;
	b->used += size;
	memset(at, 0, size);
	return at;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size) {
		a->exhausted = true;
		return NULL;
	}
	return arena_alloc(a, count * size);
}

struct slice arena_copy(struct arena *a, struct slice s)
{
	char *at = arena_alloc(a, s.len + 1);

	if (at == NULL)
		return (struct slice){ NULL, 0 };
	if (s.len > 0)
		memcpy(at, s.ptr, s.len);
	return (struct slice){ at, s.len };
}

struct slice arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	int len;
	char *at = NULL;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	if (len >= 0)
		at = arena_alloc(a, (size_t)len + 1);
	if (at != NULL)
		(void)vsnprintf(at, (size_t)len + 1, format, again);
	va_end(again);
	va_end(args);
	if (len < 0)
		a->exhausted = true;
	return (struct slice){ at, at != NULL ? (size_t)len : 0 };
}

void *arena_grow(struct arena *a, void *items, size_t count, size_t *room, size_t size)
{
	size_t more = *room == 0 ? 8 : *room * 2;
	void *grown;

	if (count < *room)
		return items;
	grown = arena_array(a, more, size);
	if (grown != NULL && count > 0)
		memcpy(grown, items, count * size);
	if (grown != NULL)
		*room = more;
	return grown;
}

struct arena_mark arena_mark(const struct arena *a)
{
	return (struct arena_mark){ a->top, a->top != NULL ? a->top->used : 0 };
}

void arena_rewind(struct arena *a, struct arena_mark mark)
{
	while (a->top != mark.block) {
		struct arena_block *gone = a->top;

		a->top = gone->below;
		free(gone);
	}
	if (a->top != NULL)
		a->top->used = mark.used;
}

void arena_release(struct arena *a)
{
	arena_rewind(a, (struct arena_mark){ NULL, 0 });
	a->exhausted = false;
}
