/* For the tests of the readers behind table.h: a source that gives its bytes in pieces, and what a reader delivered as
 * text that can be compared. */
#ifndef NAFKAH_TABLE_TOOLS_H
#define NAFKAH_TABLE_TOOLS_H

#include <nafkah/table.h>

#include <string.h>

struct piecewise {
	struct slice rest;
	size_t size; /* bytes a read gives at most */
	enum status at_end;
};

static inline enum status piecewise_read(void *context, char *into, size_t cap, size_t *got)
{
	struct piecewise *p = context;
	size_t len = p->size < cap ? p->size : cap;

	len = len < p->rest.len ? len : p->rest.len;
	if (len > 0)
		memcpy(into, p->rest.ptr, len);
	p->rest = slice_sub(p->rest, len, p->rest.len);
	*got = len;
	return len > 0 ? STATUS_OK : p->at_end;
}

static inline struct byte_source piecewise_source(struct piecewise *p)
{
	return (struct byte_source){ piecewise_read, p };
}

/* What was delivered: values in < >, in { } where `place` says CELL_FORMULA, behind each row '/'. */
struct delivered {
	struct buf transcript;
	struct buf places;
	size_t rows;
	enum status end;
	uint64_t lines;
	struct findings findings;
};

static inline void delivered_release(struct delivered *d)
{
	buf_release(&d->transcript);
	buf_release(&d->places);
	findings_release(&d->findings);
}

/* Asked of every cell. */
static inline bool place_is_sane(const struct place *p, struct slice content)
{
	if (p->to == 0)
		return p->kind == CELL_FORMULA;
	return p->from <= p->core_from && p->core_from <= p->core_to && p->core_to <= p->to && p->to <= content.len;
}

static inline bool deliver_row(struct delivered *d, const struct table *t, const struct table_row *row,
                               struct slice content)
{
	bool sane = true;

	for (size_t i = 0; i < row->count; i++) {
		struct arena a = { 0 };
		struct place p;
		bool fixed;

		sane &= t->ops->place(t->reader, i, &a, &p) && place_is_sane(&p, content);
		fixed = p.kind == CELL_FORMULA;
		buf_char(&d->transcript, fixed ? '{' : '<');
		buf_append(&d->transcript, t->ops->value(t->reader, i));
		buf_char(&d->transcript, fixed ? '}' : '>');
		buf_printf(&d->places, "%d %d %llu-%llu %llu-%llu\n", (int)t->ops->kind(t->reader, i), (int)p.kind,
		           (unsigned long long)p.from, (unsigned long long)p.to, (unsigned long long)p.core_from,
		           (unsigned long long)p.core_to);
		arena_release(&a);
	}
	buf_printf(&d->places, "line %llu offset %llu\n", (unsigned long long)row->line, (unsigned long long)row->offset);
	if (row->deleted || row->hidden || row->blank)
		buf_append(&d->transcript, row->deleted ? SLICE("deleted") : row->hidden ? SLICE("hidden") : SLICE("blank"));
	buf_char(&d->transcript, '/');
	d->rows++;
	return sane;
}

/* Reads to the end and frees the reader. False: a place makes no sense. */
static inline bool deliver_all(struct delivered *d, struct table t, struct slice content)
{
	struct table_row row;
	bool sane = true;

	d->end = STATUS_FAIL;
	while (t.reader != NULL && (d->end = t.ops->next(t.reader, &row)) == STATUS_OK)
		sane &= deliver_row(d, &t, &row, content);
	if (t.reader != NULL) {
		sane &= t.ops->next(t.reader, &row) == d->end;
		d->lines = t.ops->lines(t.reader);
		t.ops->free(t.reader);
	}
	return sane && !d->transcript.failed && !d->places.failed;
}

static inline bool delivered_equal(const struct delivered *a, const struct delivered *b)
{
	const struct finding *f = a->findings.items, *g = b->findings.items;

	if (a->end != b->end || a->rows != b->rows || a->lines != b->lines || a->findings.count != b->findings.count ||
	    !slice_equal(buf_slice(&a->transcript), buf_slice(&b->transcript)) ||
	    !slice_equal(buf_slice(&a->places), buf_slice(&b->places)))
		return false;
	return a->findings.count == 0 || (f->code == g->code && f->line == g->line && slice_equal(f->value, g->value) &&
	                                  slice_equal(f->detail, g->detail) && slice_equal(f->column, g->column));
}

/* The content with one patch made. */
static inline void patch_into(struct buf *out, struct slice content, const struct patch *p)
{
	buf_clear(out);
	buf_append(out, slice_sub(content, 0, (size_t)p->from));
	buf_append(out, p->text);
	buf_append(out, slice_sub(content, (size_t)p->to, content.len));
}

#endif
