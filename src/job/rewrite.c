/* The second pass: the adjusted payroll. Untouched bytes are copied, a few cells are replaced; then the file is read back
 * and summed again. */
#include <nafkah/cycle.h>

enum { LARGE = 4 << 20 };

static enum status out_sink(void *context, const void *bytes, size_t len)
{
	return out_write(context, bytes, len);
}

static enum status read_back(struct cycle *c, const struct pay_file *f, struct slice path)
{
	struct findings found = { 0 };
	uint64_t checked[CHECK_COUNT] = { 0 };
	struct scan_setup setup = {
		.file = f->name, .period = c->request->period, .layouts = f->scan.layout, .layout_count = 1,
		.wanted_layout = f->argument->layout, .rules = &c->rules, .checked = checked, .findings = &found, .arena = &c->arena,
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
	if (status == STATUS_REJECT || (status == STATUS_OK && !patches_moved(f, &scan.tally))) {
		cycle_note(c, N9901_CONSERVATION, f->name, path, found.count > 0 ? slice_from_c(code_name(found.items[0].code)) : SLICE("sum"));
		status = STATUS_FAIL;
	}
	input_close(in);
	findings_release(&found);
	return status;
}

/* The bytes to copy from: the private copy, or the input (or evidence) itself once more. */
static enum status open_source(struct cycle *c, struct pay_file *f, struct input **copy)
{
	*copy = NULL;
	if (c->request->no_evidence || c->evidence != NULL)
		return input_rewind(f->input);
	return folder_reopen(c->folder, arena_printf(&c->arena, "bukti/penggajian/%.*s", SLICE_ARG(f->name)), copy);
}

/* Opens the file up as the first pass did, and writes it again with its patches. */
static enum status copy_patched(struct cycle *c, const struct pay_file *f, struct input *in, struct out_file *o)
{
	struct content_setup setup = {
		.file = input_source(in), .name = f->name, .size = input_size(in), .layouts = f->scan.layout, .layout_count = 1,
		.wanted_layout = f->argument->layout, .findings = c->findings,
	};
	struct content *content;
	enum status status = content_open(&setup, &content);

	if (status == STATUS_OK)
		status = content_write(content, &f->patches, (struct byte_sink){ out_sink, o });
	content_close(content);
	return status;
}

enum status rewrite_payroll(struct cycle *c, struct pay_file *f)
{
	struct slice path = arena_printf(&c->arena, "penggajian/%.*s", SLICE_ARG(f->name));
	struct out_file *o = NULL;
	struct input *copy;
	enum status status = open_source(c, f, &copy);

	if (status == STATUS_OK)
		status = folder_file(c->folder, path, &o);
	if (status == STATUS_OK && c->request->threads > 1 && input_size(f->input) >= LARGE)
		out_hash_aside(o);
	if (status == STATUS_OK)
		status = copy_patched(c, f, copy != NULL ? copy : f->input, o);
	input_close(copy);
	if (status != STATUS_OK) {
		out_abandon(o);
		return status;
	}
	status = out_close(o, NULL);
	return status == STATUS_OK && c->evidence == NULL ? read_back(c, f, path) : status;
}
