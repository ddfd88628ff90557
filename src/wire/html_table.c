#include "html_table_private.h"

#include <nafkah/html_table.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct html_table {
	struct slice file;
	struct findings *findings;
	struct html_feed *feed;
	uint64_t rows; /* delivered */
	enum status over;
};

static enum status no_memory(const struct html_table *t)
{
	findings_add(t->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = t->file });
	return STATUS_FAIL;
}

static enum status refuse(const struct html_table *t, const struct html_fault *f)
{
	char where[24];
	size_t len = f->has_offset ? (size_t)snprintf(where, sizeof where, "%" PRIu64, f->offset) : 0;

	findings_add(t->findings, &(struct finding){ .code = f->code,
	                                             .file = t->file,
	                                             .line = f->line,
	                                             .personal = f->personal,
	                                             .value = { f->value, f->len },
	                                             .detail = { where, len } });
	return STATUS_REJECT;
}

/* ---- rows ---- */

/* How many are whole and were not delivered. */
static size_t rows_ready(const struct html_tree *tree)
{
	const struct html_rows *r = &tree->rows;

	return tree->decided ? r->count - r->open - r->taken : 0;
}

static enum status need_row(struct html_table *t)
{
	struct html_tree *tree = &t->feed->tree;

	while (rows_ready(tree) == 0) {
		enum status status;

		if (tree->fault.found)
			return refuse(t, &tree->fault);
		html_rows_forget(&tree->rows);
		status = html_feed_next(t->feed);
		if (status == STATUS_REJECT)
			return refuse(t, &t->feed->fault);
		if (status == STATUS_FAIL)
			return t->feed->no_memory ? no_memory(t) : STATUS_FAIL;
		if (status == STATUS_END && !tree->fault.found)
			return STATUS_END;
	}
	return STATUS_OK;
}

static enum status html_next(void *reader, struct table_row *row)
{
	struct html_table *t = reader;
	const struct html_row *found;

	if (t->over == STATUS_OK)
		t->over = need_row(t);
	if (t->over != STATUS_OK)
		return t->over;
	found = &t->feed->tree.rows.rows[t->feed->tree.rows.taken++];
	t->rows++;
	*row = (struct table_row){ .offset = found->offset,
		                   .line = found->line,
		                   .count = found->count,
		                   .blank = found->count == 0,
		                   .multiline = found->multiline,
		                   .hidden = found->hidden };
	return STATUS_OK;
}

/* NULL: the row has no such cell. */
static const struct html_cell *cell_of(const struct html_table *t, size_t i)
{
	const struct html_row *row = &t->feed->tree.rows.rows[t->feed->tree.rows.taken - 1];

	return i < row->count ? &t->feed->tree.rows.cells[row->first + i] : NULL;
}

static struct slice html_value(const void *reader, size_t i)
{
	const struct html_table *t = reader;
	const struct html_cell *c = cell_of(t, i);

	if (c == NULL || c->value_from == c->value_to)
		return SLICE("");
	return slice_sub(buf_slice(&t->feed->tree.rows.values), c->value_from, c->value_to - c->value_from);
}

static enum cell_kind html_kind(const void *reader, size_t i)
{
	(void)reader;
	(void)i;
	return CELL_TEXT;
}

static bool html_place(const void *reader, size_t i, struct arena *a, struct place *out)
{
	const struct html_cell *c = cell_of(reader, i);

	(void)a;
	*out = (struct place){ .kind = CELL_FORMULA };
	if (c == NULL)
		return true;
	out->from = c->from;
	out->to = c->to;
	out->core_from = c->core_from;
	out->core_to = c->core_to;
	out->kind = c->writable ? CELL_TEXT : CELL_FORMULA;
	return true;
}

static uint64_t html_lines(const void *reader)
{
	const struct html_table *t = reader;

	return t->rows;
}

/* ---- new values ---- */

static struct slice escape(struct slice c)
{
	switch (c.ptr[0]) {
	case '&':
		return SLICE("&amp;");
	case '<':
		return SLICE("&lt;");
	case '>':
		return SLICE("&gt;");
	default:
		return c;
	}
}

static struct slice escaped(struct slice value, struct arena *a)
{
	struct buf text = { 0 };
	struct slice copy = { 0 };

	for (size_t i = 0; i < value.len; i++)
		buf_append(&text, escape(slice_sub(value, i, 1)));
	if (!text.failed)
		copy = arena_copy(a, buf_slice(&text));
	buf_release(&text);
	return copy;
}

static enum status html_replace(const struct place *place, struct slice value, struct arena *a, struct patch *out)
{
	if (place->kind == CELL_FORMULA)
		return STATUS_REJECT;
	*out = (struct patch){ place->core_from, place->core_to, escaped(value, a) };
	return out->text.ptr != NULL ? STATUS_OK : STATUS_FAIL;
}

/* ---- the whole ---- */

static void html_free(void *reader)
{
	struct html_table *t = reader;

	if (t == NULL)
		return;
	html_feed_free(t->feed);
	free(t);
}

void *html_table_open(struct byte_source content, struct slice file, struct findings *findings)
{
	struct html_table *t = calloc(1, sizeof *t);

	if (t != NULL)
		*t = (struct html_table){ .file = file, .findings = findings, .feed = html_feed_new(content) };
	if (t == NULL || t->feed == NULL) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		html_free(t);
		t = NULL;
	}
	return t;
}

const struct table_ops html_table_ops = {
	.free = html_free, .next = html_next, .value = html_value, .kind = html_kind, .place = html_place,
	.lines = html_lines, .replace = html_replace,
};
