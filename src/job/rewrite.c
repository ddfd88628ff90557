/* The second pass: the adjusted payroll. Untouched bytes are copied, a few cells are replaced; then the file is read back
 * and summed again. */
#include <nafkah/cycle.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 262144, PATCH_MAX = 48, LARGE = 4 << 20 };

/* Bytes [from, to) of the input become `text`. */
struct patch {
	uint64_t from, to;
	char text[PATCH_MAX];
	size_t len;
};

struct patches {
	struct patch *items;
	size_t count;
};

/* A cell's new amount, written as the old one was. A grouped number may need quotes that the old one did not. */
static void add_patch(const struct scan *s, struct patches *out, const struct cell *cell, struct money value)
{
	struct patch *p = &out->items[out->count++];
	char number[40];
	size_t len = money_format(value, s->layout->money, cell->style.decimals, cell->style.grouped, number);
	bool quote = !cell->quoted && memchr(number, s->delimiter, len) != NULL;

	*p = (struct patch){ .from = quote ? cell->from : cell->core_from, .to = quote ? cell->to : cell->core_to };
	if (quote)
		p->text[p->len++] = '"';
	memcpy(p->text + p->len, number, len);
	p->len += len;
	if (quote)
		p->text[p->len++] = '"';
}

static struct money moved(struct money value, int64_t rupiah)
{
	struct money sum = value;
	bool fits = money_add(value, money_from_rupiah(rupiah), &sum);

	assert(fits);
	return fits ? sum : value;
}

static void patch_rows(const struct scan *s, struct patches *out)
{
	for (size_t i = 0; i < s->match_count; i++) {
		const struct match *m = &s->matches[i];

		if (m->placed->taken == 0)
			continue;
		add_patch(s, out, &m->cuts, moved(m->row.cuts, m->placed->taken));
		add_patch(s, out, &m->net, moved(m->row.net, -m->placed->taken));
	}
}

static int64_t taken_between(const struct scan *s, uint64_t from, uint64_t to)
{
	int64_t taken = 0;

	for (size_t i = 0; i < s->match_count; i++)
		if (s->matches[i].offset >= from && s->matches[i].offset < to)
			taken += s->matches[i].placed->taken;
	return taken;
}

static void patch_totals(const struct scan *s, struct patches *out)
{
	for (size_t i = 0; i < s->total_count; i++) {
		const struct total_row *t = &s->totals[i];
		int64_t taken = taken_between(s, t->from, t->offset);

		if (taken > 0 && t->states_cuts)
			add_patch(s, out, &t->cuts, moved(t->cuts_value, taken));
		if (taken > 0 && t->states_net)
			add_patch(s, out, &t->net, moved(t->net_value, -taken));
	}
}

static int by_place(const void *a, const void *b)
{
	const struct patch *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

static bool make_patches(struct cycle *c, const struct pay_file *f, struct patches *out)
{
	const struct scan *s = &f->scan;

	out->count = 0;
	out->items = arena_array(&c->arena, 2 * (s->match_count + s->total_count), sizeof *out->items);
	if (out->items == NULL)
		return false;
	patch_rows(s, out);
	patch_totals(s, out);
	qsort(out->items, out->count, sizeof *out->items, by_place);
	return true;
}

/* Writes the part of a block that no patch touches, and the patches that begin in it. A patch may reach into the next
 * block: `skip` says up to where the input is dropped. */
static enum status write_block(struct out_file *o, const char *block, size_t len, uint64_t offset, struct patches *left,
                               uint64_t *skip)
{
	uint64_t end = offset + len, at = offset > *skip ? offset : *skip < end ? *skip : end;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && left->count > 0 && left->items->from < end) {
		const struct patch *p = left->items++;

		left->count--;
		assert(p->from >= at && p->to >= p->from);
		status = out_write(o, block + (at - offset), (size_t)(p->from - at));
		if (status == STATUS_OK)
			status = out_write(o, p->text, p->len);
		*skip = p->to;
		at = p->to < end ? p->to : end;
	}
	return status == STATUS_OK ? out_write(o, block + (at - offset), (size_t)(end - at)) : status;
}

static enum status copy_patched(struct input *in, struct out_file *o, struct patches *patches)
{
	char *block = malloc(BLOCK);
	uint64_t offset = 0, skip = 0;
	enum status status = block != NULL ? STATUS_OK : STATUS_FAIL;
	size_t got = 1;

	while (status == STATUS_OK && got > 0) {
		status = input_read(in, block, BLOCK, &got);
		if (status == STATUS_OK && got > 0)
			status = write_block(o, block, got, offset, patches, &skip);
		offset += got;
	}
	/* A patch at the very end of an unterminated last row begins where no block does. */
	for (; status == STATUS_OK && patches->count > 0; patches->items++, patches->count--)
		status = out_write(o, patches->items->text, patches->items->len);
	free(block);
	return status;
}

/* What was written must hold the same rows, the same gross pay, and cuts and net pay that moved by what was taken. */
static bool sums_moved(const struct pay_file *f, const struct tally *after)
{
	const struct tally *before = &f->scan.tally;

	return after->rows == before->rows && after->counted == before->counted && after->gross.sen == before->gross.sen &&
	       after->cuts.sen == moved(before->cuts, f->taken).sen && after->net.sen == moved(before->net, -f->taken).sen;
}

static enum status read_back(struct cycle *c, const struct pay_file *f, struct slice path)
{
	struct findings found = { 0 };
	uint64_t checked[CHECK_COUNT] = { 0 };
	struct scan_setup setup = {
		.file = f->name, .period = c->request->period, .layouts = f->scan.layout, .layout_count = 1, .rules = &c->rules,
		.checked = checked, .findings = &found, .arena = &c->arena,
	};
	struct watched watched = { .progress = &c->progress, .name = path };
	struct input *in = NULL;
	struct scan scan;
	enum status status = folder_reopen(c->folder, path, &in);

	if (status == STATUS_OK && c->request->threads > 1)
		input_hash_aside(in);
	watched.input = in;
	if (status == STATUS_OK)
		status = scan_payroll(&setup, (struct byte_source){ watched_read, &watched }, &scan);
	if (status == STATUS_REJECT || (status == STATUS_OK && !sums_moved(f, &scan.tally))) {
		cycle_note(c, N9901_CONSERVATION, f->name, path, found.count > 0 ? slice_from_c(code_name(found.items[0].code)) : SLICE("sum"));
		status = STATUS_FAIL;
	}
	input_close(in);
	findings_release(&found);
	return status;
}

/* The bytes to copy from: the private copy, or the input itself once more. */
static enum status open_source(struct cycle *c, struct pay_file *f, struct input **copy)
{
	*copy = NULL;
	if (c->request->no_evidence)
		return input_rewind(f->input);
	return folder_reopen(c->folder, arena_printf(&c->arena, "bukti/penggajian/%.*s", SLICE_ARG(f->name)), copy);
}

enum status rewrite_payroll(struct cycle *c, struct pay_file *f)
{
	struct slice path = arena_printf(&c->arena, "penggajian/%.*s", SLICE_ARG(f->name));
	struct out_file *o = NULL;
	struct input *copy;
	struct patches patches;
	enum status status = open_source(c, f, &copy);

	if (status == STATUS_OK && !make_patches(c, f, &patches))
		status = STATUS_FAIL;
	if (status == STATUS_OK)
		status = folder_file(c->folder, path, &o);
	if (status == STATUS_OK && c->request->threads > 1 && input_size(f->input) >= LARGE)
		out_hash_aside(o);
	if (status == STATUS_OK)
		status = copy_patched(copy != NULL ? copy : f->input, o, &patches);
	input_close(copy);
	if (status != STATUS_OK) {
		out_abandon(o);
		return status;
	}
	status = out_close(o, NULL);
	return status == STATUS_OK ? read_back(c, f, path) : status;
}
