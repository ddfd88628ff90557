/* An adjusted payroll whose bytes are not those that were computed: where its content differs, once gzip or the
 * archive is taken off, and whether anything but the packing does. */
#include "verify_place.h"
#include "verify_private.h"

#include <nafkah/workbook.h>

enum { BLOCK = 65536 };

/* A payroll opened up: the input whose bytes it is made of is borrowed. */
static enum status open_content(struct judging *j, const struct pay_file *f, struct input *in, struct content **out)
{
	struct content_setup setup = {
		.file = input_source(in), .name = f->name, .size = input_size(in),
		.layouts = f->scan.layout, .layout_count = 1, .wanted_layout = f->argument->layout, .findings = &j->scratch,
	};

	return content_open(&setup, out);
}

/* What two contents have in common. */
struct comparing {
	struct byte_source left, right;
	char a[BLOCK], b[BLOCK];
	uint64_t offset; /* of the first byte that differs */
	struct slice computed;
	bool same;
};

static enum status compare(struct comparing *w)
{
	size_t left = BLOCK, right = BLOCK, same = 0;
	enum status status = STATUS_OK;

	w->same = true;
	while (status == STATUS_OK && w->same && left == BLOCK) {
		status = bytes_fill(w->left, w->a, BLOCK, &left);
		if (status == STATUS_OK)
			status = bytes_fill(w->right, w->b, BLOCK, &right);
		w->same = status == STATUS_OK && left == right && memcmp(w->a, w->b, left) == 0;
		w->offset += w->same ? left : 0;
	}
	if (status != STATUS_OK || w->same)
		return status;
	while (same < left && same < right && w->a[same] == w->b[same])
		same++;
	w->offset += same;
	w->computed = slice_sub((struct slice){ w->b, right }, same, COMPARED_KEPT);
	return status;
}

static enum shape shape_of(enum container container)
{
	switch (container) {
	case CONTAINER_CSV:
		return SHAPE_CSV;
	case CONTAINER_XLSX:
		return SHAPE_SHEET;
	case CONTAINER_DBF:
		return SHAPE_DBF;
	case CONTAINER_HTML:
		return SHAPE_LINES;
	}
	return SHAPE_OPAQUE;
}

/* Reads the folder's file once more, up to the difference. */
static enum status place(struct judging *j, struct cycle *c, const struct pay_file *f, struct slice path,
                         const struct comparing *w, struct difference *out)
{
	struct place_found found;
	struct input *in = NULL;
	struct content *content = NULL;
	enum status status = folder_reopen(c->folder, path, &in);

	if (status == STATUS_OK)
		status = open_content(j, f, in, &content);
	if (status == STATUS_OK) {
		struct place_request r = {
			.shape = shape_of(f->scan.container), .content = content_bytes(content), .offset = w->offset,
			.computed = w->computed, .header = &f->scan.header,
		};
		out->placed = place_find(&r, j->arena, &found);
		out->line = found.line;
		out->column = found.column;
		out->row = found.row;
		out->found = found.found;
		out->expected = found.expected;
		out->offset = w->offset;
	}
	content_close(content);
	input_close(in);
	return status == STATUS_REJECT ? STATUS_OK : status;
}

/* The folder's content against the evidence's, patched. */
static enum status compare_contents(struct judging *j, struct cycle *c, struct pay_file *f, struct slice path,
                                    struct comparing *w)
{
	struct content *existing = NULL, *original = NULL;
	struct patched *patched = NULL;
	struct input *in = NULL;
	enum status status = folder_reopen(c->folder, path, &in);

	if (status == STATUS_OK)
		status = open_content(j, f, in, &existing);
	if (status == STATUS_OK && input_rewind(f->input) != STATUS_OK)
		status = STATUS_FAIL;
	if (status == STATUS_OK)
		status = open_content(j, f, f->input, &original);
	if (status == STATUS_OK) {
		patched = patched_new(content_bytes(original), &f->patches);
		status = patched != NULL ? STATUS_OK : STATUS_FAIL;
	}
	if (status == STATUS_OK) {
		w->left = content_bytes(existing);
		w->right = patched_source(patched);
		status = compare(w);
	}
	patched_free(patched);
	content_close(original);
	content_close(existing);
	input_close(in);
	return status;
}

static enum status into_buf(void *context, const void *bytes, size_t len)
{
	struct buf *b = context;

	buf_append(b, (struct slice){ bytes, len });
	return b->failed ? STATUS_FAIL : STATUS_OK;
}

/* The other parts of a workbook. */
static enum status compare_workbooks(struct judging *j, struct cycle *c, struct pay_file *f, struct slice path,
                                     struct content_difference *out)
{
	struct buf computed = { 0 };
	struct content *original = NULL;
	struct slice existing, differs;
	struct input *in = NULL;
	enum status status = folder_reopen(c->folder, path, &in);

	if (status == STATUS_OK)
		status = input_slurp(in, j->arena, XLSX_PACKED_MAX, &existing);
	if (status == STATUS_OK && input_rewind(f->input) != STATUS_OK)
		status = STATUS_FAIL;
	if (status == STATUS_OK)
		status = open_content(j, f, f->input, &original);
	if (status == STATUS_OK)
		status = content_write(original, &f->patches, (struct byte_sink){ into_buf, &computed });
	if (status == STATUS_OK)
		status = workbook_same(existing, buf_slice(&computed), f->name, &j->scratch, &differs);
	if (status == STATUS_OK && differs.len > 0) {
		out->same = false;
		out->where.column = arena_copy(j->arena, differs);
	}
	content_close(original);
	input_close(in);
	buf_release(&computed);
	return status;
}

static bool is_packed(struct cycle *c, const struct pay_file *f, struct slice path)
{
	struct input *in = NULL;
	char head[2];
	size_t got = 0;
	bool packed = f->scan.container == CONTAINER_XLSX;

	if (!packed && folder_reopen(c->folder, path, &in) == STATUS_OK)
		packed = input_read(in, head, sizeof head, &got) == STATUS_OK && got == 2 && head[0] == '\x1f' && head[1] == '\x8b';
	input_close(in);
	return packed;
}

enum status judge_payroll(struct judging *j, struct cycle *c, struct pay_file *f, struct slice path,
                          struct content_difference *out)
{
	struct comparing *w = calloc(1, sizeof *w);
	enum status status = w != NULL ? compare_contents(j, c, f, path, w) : STATUS_FAIL;

	*out = (struct content_difference){ .readable = status == STATUS_OK };
	out->same = status == STATUS_OK && w->same && is_packed(c, f, path);
	if (status == STATUS_OK && !w->same)
		status = place(j, c, f, path, w, &out->where);
	else if (out->same && f->scan.container == CONTAINER_XLSX)
		status = compare_workbooks(j, c, f, path, out);
	free(w);
	return status == STATUS_REJECT ? STATUS_OK : status;
}
