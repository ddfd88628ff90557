#include <nafkah/patch.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* An insertion stands before the patch of the bytes behind it. */
static int by_place(const void *a, const void *b)
{
	const struct patch *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

void patches_sort(struct patches *p)
{
	if (p->count > 1)
		qsort(p->items, p->count, sizeof *p->items, by_place);
}

struct patched {
	struct byte_source content;
	const struct patch *next, *last; /* still to come */
	char *block;
	struct slice rest; /* of the block, not yet given */
	uint64_t at;       /* of its first byte in the content */
	uint64_t skip;     /* what stands before this place was replaced */
	struct slice piece; /* what is left of it in patched_source */
	bool at_end;
};

static void assert_apart(const struct patches *p)
{
	for (size_t i = 0; i < p->count; i++) {
		assert(p->items[i].from <= p->items[i].to);
		assert(i == 0 || p->items[i - 1].to <= p->items[i].from);
		assert(i == 0 || by_place(&p->items[i - 1], &p->items[i]) < 0);
	}
}

struct patched *patched_new(struct byte_source content, const struct patches *patches)
{
	struct patched *p = calloc(1, sizeof *p);

	assert_apart(patches);
	if (p == NULL)
		return NULL;
	p->content = content;
	p->next = patches->items;
	p->last = patches->count > 0 ? patches->items + patches->count : patches->items;
	p->block = malloc(PATCHED_BLOCK);
	if (p->block == NULL) {
		free(p);
		p = NULL;
	}
	return p;
}

void patched_free(struct patched *p)
{
	if (p == NULL)
		return;
	free(p->block);
	free(p);
}

static struct slice take(struct patched *p, size_t len)
{
	struct slice taken = slice_sub(p->rest, 0, len);

	p->rest = slice_sub(p->rest, len, p->rest.len);
	p->at += len;
	return taken;
}

static enum status read_block(struct patched *p)
{
	size_t got = 0;
	enum status status = p->content.read(p->content.context, p->block, PATCHED_BLOCK, &got);

	if (status != STATUS_OK)
		return status;
	p->rest = (struct slice){ p->block, got };
	p->at_end = got == 0;
	assert(got > 0 || (p->next == p->last && p->skip <= p->at));
	return STATUS_OK;
}

/* Up to `to` or the end of the block. */
static struct slice take_until(struct patched *p, uint64_t to)
{
	return take(p, to - p->at < p->rest.len ? (size_t)(to - p->at) : p->rest.len);
}

enum status patched_next(struct patched *p, struct slice *piece)
{
	enum status status = STATUS_OK;

	*piece = (struct slice){ 0 };
	while (status == STATUS_OK && piece->len == 0 && !p->at_end) {
		if (p->next < p->last && p->next->from == p->at) {
			p->skip = p->next->to;
			*piece = p->next++->text;
		} else if (p->rest.len == 0) {
			status = read_block(p);
		} else if (p->at < p->skip) {
			(void)take_until(p, p->skip);
		} else {
			*piece = take_until(p, p->next < p->last ? p->next->from : UINT64_MAX);
		}
	}
	return status;
}

static enum status patched_read(void *context, char *into, size_t cap, size_t *got)
{
	struct patched *p = context;
	size_t filled = 0;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && filled < cap && !p->at_end) {
		size_t step = p->piece.len < cap - filled ? p->piece.len : cap - filled;

		if (step > 0)
			memcpy(into + filled, p->piece.ptr, step);
		filled += step;
		p->piece = slice_sub(p->piece, step, p->piece.len);
		if (p->piece.len == 0 && filled < cap)
			status = patched_next(p, &p->piece);
	}
	*got = status == STATUS_OK ? filled : 0;
	return status;
}

struct byte_source patched_source(struct patched *p)
{
	return (struct byte_source){ patched_read, p };
}
