#include "draft_private.h"

#include <nafkah/job.h>

/* What a file may be while nobody knows its layout. */
static void permit(struct draft *d)
{
	struct layout *l = &d->permissive;

	l->id = SLICE("draf");
	for (unsigned i = 0; i < CONTAINER_COUNT; i++) {
		l->containers[i] = (struct layout_container){
			.allowed = true, .delimiters = SLICE(DRAFT_DELIMITERS), .utf16 = true, .has_encoding = d->setup->has_encoding,
			.encoding = d->setup->encoding,
		};
	}
	l->containers[CONTAINER_XLSX].sheet = d->setup->sheet;
}

static enum status make(struct draft *d, struct content *content, struct buf *out)
{
	enum status status = content_table(content, &d->table);

	if (status == STATUS_OK)
		status = draft_read_sample(d);
	if (status == STATUS_OK)
		status = draft_find_header(d);
	if (status == STATUS_OK)
		draft_choose_roles(d);
	if (status == STATUS_OK)
		status = draft_read_rows(d);
	if (status == STATUS_OK)
		draft_write(d, out);
	table_close(&d->table);
	return status == STATUS_OK && (out->failed || d->arena->exhausted) ? STATUS_FAIL : status;
}

enum status draft_make(const struct draft_setup *setup, struct byte_source source, struct buf *out, struct draft_result *result)
{
	struct draft *d = arena_alloc(setup->arena, sizeof *d);
	struct content_setup opening = { .file = source, .name = setup->file, .size = setup->size, .findings = setup->findings };
	struct content *content = NULL;
	enum status status;

	*result = (struct draft_result){ 0 };
	if (d == NULL)
		return STATUS_FAIL;
	d->setup = setup;
	d->arena = setup->arena;
	permit(d);
	opening.layouts = &d->permissive;
	opening.layout_count = 1;
	opening.wanted_layout = d->permissive.id;
	status = content_open(&opening, &content);
	if (status == STATUS_OK) {
		d->container = result->container = content_container(content);
		result->knows_container = true;
		status = make(d, content, out);
	}
	content_close(content);
	number_set_release(&d->seen);
	buf_release(&d->scratch);
	buf_release(&d->body);
	result->open = d->open;
	return status;
}

/* ---- the command ---- */

static enum status attempt(struct cycle *c, struct input *in, const struct draft_setup *setup, struct buf *out,
                           struct draft_result *result)
{
	struct watched watched = { .progress = &c->progress, .input = in, .name = setup->file };

	return draft_make(setup, (struct byte_source){ watched_read, &watched }, out, result);
}

/* Whether the text was no UTF-8, and nothing else was wrong. */
static bool wants_encoding(const struct findings *fs, const struct draft_result *result)
{
	return result->knows_container && (result->container == CONTAINER_CSV || result->container == CONTAINER_DBF) &&
	       fs->per_code[N0109_TEXT_NOT_UTF8] > 0 && fs->per_code[N0109_TEXT_NOT_UTF8] == fs->per_level[LEVEL_TOLAK];
}

static void pass_on(const struct findings *from, struct findings *to)
{
	for (size_t i = 0; i < from->count; i++)
		findings_add(to, &from->items[i]);
	to->lost = to->lost || from->lost;
}

/* As UTF-8 first; else as what older systems write, which is only a guess. */
static enum status draft_input(struct cycle *c, struct input *in, const char *sheet, struct buf *out, struct draft_result *result)
{
	struct findings first = { 0 };
	struct draft_setup setup = {
		.file = cycle_input_name(in), .size = input_size(in), .sheet = sheet != NULL ? slice_from_c(sheet) : (struct slice){ 0 },
		.findings = &first, .arena = &c->arena,
	};
	enum status status = attempt(c, in, &setup, out, result);

	if (status != STATUS_FAIL && wants_encoding(&first, result)) {
		buf_clear(out);
		setup.has_encoding = true;
		setup.encoding = result->container == CONTAINER_DBF ? ENCODING_CP437 : ENCODING_WINDOWS_1252;
		setup.findings = c->findings;
		status = input_rewind(in);
		if (status == STATUS_OK)
			status = attempt(c, in, &setup, out, result);
	} else {
		pass_on(&first, c->findings);
	}
	findings_release(&first);
	return status;
}

enum exit_status job_formats_draft(struct cycle *c, const char *export, const char *sheet, struct buf *out)
{
	struct draft_result result;
	struct input *in = NULL;
	enum status status = cycle_open(c, export, &in);

	if (status == STATUS_OK)
		status = draft_input(c, in, sheet, out, &result);
	input_close(in);
	if (status != STATUS_OK || c->findings->lost)
		return cycle_failed(c, status);
	return result.open > 0 ? EXIT_ATTENTION : EXIT_DONE;
}
