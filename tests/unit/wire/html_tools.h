/* Reading HTML for the tests and the fuzzer, and what must hold of any text. */
#ifndef NAFKAH_HTML_TOOLS_H
#define NAFKAH_HTML_TOOLS_H

#include "table_tools.h"

#include <nafkah/html_table.h>

static inline bool html_read(struct delivered *d, struct slice content, size_t size)
{
	struct piecewise pieces = { content, size, STATUS_OK };
	struct table t = { &html_table_ops, html_table_open(piecewise_source(&pieces), SLICE("gaji.xls"), &d->findings) };

	return deliver_all(d, t, content);
}

/* Takes cell `column` of row `row`, gives it another value, and reads all again: nothing but that cell may be
 * another. */
struct change {
	size_t row, column;
	struct slice old;
	struct patch patch;
	bool made;
};

static inline bool html_find_change(struct change *c, struct slice content, struct slice value, struct arena *a)
{
	struct piecewise pieces = { content, SIZE_MAX, STATUS_OK };
	struct findings findings = { 0 };
	void *reader = html_table_open(piecewise_source(&pieces), SLICE("x"), &findings);
	struct table_row row = { 0 };
	struct place place;
	bool there = reader != NULL;

	for (size_t i = 0; there && i <= c->row; i++)
		there = html_table_ops.next(reader, &row) == STATUS_OK;
	if (there && c->column < row.count) {
		c->old = arena_copy(a, html_table_ops.value(reader, c->column));
		c->made = html_table_ops.place(reader, c->column, a, &place) &&
		          html_table_ops.replace(&place, value, a, &c->patch) == STATUS_OK;
	}
	there = there && c->column < row.count;
	html_table_ops.free(reader);
	findings_release(&findings);
	return there;
}

/* The same as the transcript with the old value of that cell put back in. */
static inline void html_reread(struct delivered *d, struct slice content, const struct change *c, bool *changed)
{
	struct piecewise pieces = { content, SIZE_MAX, STATUS_OK };
	void *reader = html_table_open(piecewise_source(&pieces), SLICE("x"), &d->findings);
	struct table_row row;

	*changed = false;
	while (reader != NULL && (d->end = html_table_ops.next(reader, &row)) == STATUS_OK) {
		for (size_t i = 0; i < row.count; i++) {
			bool here = d->rows == c->row && i == c->column;
			struct slice value = html_table_ops.value(reader, i);
			struct arena a = { 0 };
			struct place p;
			bool fixed = !html_table_ops.place(reader, i, &a, &p) || p.kind == CELL_FORMULA;

			*changed |= here && slice_equal(value, SLICE("4.217.300"));
			buf_char(&d->transcript, fixed ? '{' : '<');
			buf_append(&d->transcript, here ? c->old : value);
			buf_char(&d->transcript, fixed ? '}' : '>');
			arena_release(&a);
		}
		buf_append(&d->transcript, row.hidden ? SLICE("hidden/") : row.blank ? SLICE("blank/") : SLICE("/"));
		d->rows++;
	}
	html_table_ops.free(reader);
}

/* NULL: holds. A change may fill a cell that was empty, so it may alter which tables hold data: only texts in which
 * that cannot be are asked. */
static inline const char *html_change_broken(struct slice content, const struct delivered *whole, size_t row,
                                             size_t column)
{
	struct change c = { .row = row, .column = column };
	struct delivered again = { 0 };
	struct buf patched = { 0 };
	struct arena a = { 0 };
	const char *broken = NULL;
	bool changed;

	if (html_find_change(&c, content, SLICE("4.217.300"), &a) && c.made && c.old.len > 0) {
		patch_into(&patched, content, &c.patch);
		html_reread(&again, buf_slice(&patched), &c, &changed);
		if (again.end != whole->end || !slice_equal(buf_slice(&again.transcript), buf_slice(&whole->transcript)))
			broken = "a new value changed more than its cell";
		else if (!changed)
			broken = "a new value did not arrive";
	}
	delivered_release(&again);
	buf_release(&patched);
	arena_release(&a);
	return broken;
}

/* Everything that must hold of a text. NULL: it does. */
static inline const char *html_law_broken(struct slice content, size_t size)
{
	struct delivered whole = { 0 }, pieces = { 0 };
	const char *broken = NULL;

	if (!html_read(&whole, content, SIZE_MAX) || !html_read(&pieces, content, size))
		broken = "a place makes no sense";
	if (broken == NULL && !delivered_equal(&whole, &pieces))
		broken = "the size of the pieces shows";
	if (broken == NULL && (whole.end == STATUS_REJECT) != (whole.findings.count == 1))
		broken = "refused without a finding, or a finding without a refusal";
	if (broken == NULL && whole.end == STATUS_FAIL)
		broken = "failed";
	for (size_t i = 0; broken == NULL && whole.end == STATUS_END && i < 4; i++)
		broken = html_change_broken(content, &whole, i, (i + size) % 3);
	delivered_release(&whole);
	delivered_release(&pieces);
	return broken;
}

#endif
