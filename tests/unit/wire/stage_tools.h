/* For the tests of the stages through which bytes flow: a source that gives its bytes in pieces and a sink, both of
 * which can fail at any place and insist on not being called again after that; and what came of reading a source to
 * its end. */
#ifndef NAFKAH_STAGE_TOOLS_H
#define NAFKAH_STAGE_TOOLS_H

#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define NEVER SIZE_MAX

/* Pieces of this size; 0: of 1, 2, 3 ... bytes. */
static const size_t piece_sizes[] = { 1, 2, 3, 5, 64, 0, SIZE_MAX };

static inline size_t piece_size(size_t size, size_t *last)
{
	*last = size > 0 ? size : *last + 1;
	return *last;
}

struct feed {
	struct slice rest;
	size_t size, last;
	size_t fail_at; /* so many bytes are given before it fails */
	enum status failure;
	size_t given;
	bool over;
};

static inline enum status feed_read(void *context, char *into, size_t cap, size_t *got)
{
	struct feed *f = context;
	size_t len = piece_size(f->size, &f->last);

	assert(!f->over && cap > 0);
	len = len < cap ? len : cap;
	len = len < f->rest.len ? len : f->rest.len;
	len = len < f->fail_at - f->given ? len : f->fail_at - f->given;
	if (len > 0)
		memcpy(into, f->rest.ptr, len);
	f->rest = slice_sub(f->rest, len, f->rest.len);
	f->given += len;
	*got = len;
	f->over = len == 0;
	return f->given == f->fail_at && len == 0 ? f->failure : STATUS_OK;
}

static inline struct byte_source feed_source(struct feed *f)
{
	return (struct byte_source){ feed_read, f };
}

struct drain {
	struct buf got;
	size_t fail_at; /* so many bytes are taken before it fails */
	bool over;
};

static inline enum status drain_write(void *context, const void *bytes, size_t len)
{
	struct drain *d = context;
	size_t room = d->fail_at - d->got.len;

	assert(!d->over);
	buf_append(&d->got, (struct slice){ bytes, len < room ? len : room });
	d->over = len > room;
	return d->over ? STATUS_FAIL : STATUS_OK;
}

static inline struct byte_sink drain_sink(struct drain *d)
{
	return (struct byte_sink){ drain_write, d };
}

/* What was read and how it ended: STATUS_OK at the end of the text. */
struct outcome {
	struct buf text;
	enum status end;
	struct findings findings;
};

static inline void outcome_release(struct outcome *o)
{
	buf_release(&o->text);
	findings_release(&o->findings);
}

static inline void outcome_read(struct outcome *o, struct byte_source source, size_t size)
{
	size_t last = 0, got = 1;

	o->end = STATUS_OK;
	while (o->end == STATUS_OK && got > 0) {
		size_t cap = piece_size(size, &last) < 65536 ? last : 65536;
		char *into = malloc(cap); /* of its own, so that a sanitizer sees what goes beyond it */

		assert(into != NULL);
		o->end = source.read(source.context, into, cap, &got);
		if (o->end == STATUS_OK)
			buf_append(&o->text, (struct slice){ into, got });
		free(into);
	}
}

/* Into the sink, in pieces. */
static inline enum status feed_sink(struct byte_sink sink, struct slice text, size_t size)
{
	size_t last = 0;
	enum status status = STATUS_OK;

	for (size_t at = 0; status == STATUS_OK && at < text.len;) {
		struct slice piece = slice_sub(text, at, piece_size(size, &last));
		char *copy = malloc(piece.len);

		assert(copy != NULL);
		memcpy(copy, piece.ptr, piece.len);
		status = sink.write(sink.context, copy, piece.len);
		free(copy);
		at += piece.len;
	}
	return status;
}

/* The same in every respect. */
static inline bool outcome_equal(const struct outcome *a, const struct outcome *b)
{
	const struct finding *f = a->findings.items, *g = b->findings.items;

	if (a->end != b->end || !slice_equal(buf_slice(&a->text), buf_slice(&b->text)) ||
	    a->findings.count != b->findings.count)
		return false;
	return a->findings.count == 0 ||
	       (f->code == g->code && slice_equal(f->value, g->value) && slice_equal(f->detail, g->detail));
}

#endif
