#include "draft_private.h"

/* What a file may be while nobody knows its layout. */
static void permit(struct draft *d)
{
	struct layout *l = &d->permissive;

	l->id = SLICE("draf");
	for (unsigned i = 0; i < CONTAINER_COUNT; i++) {
		l->containers[i] = (struct layout_container){
			.allowed = true, .delimiters = SLICE(DRAFT_DELIMITERS), .utf16 = true,
			.has_encoding = d->setup->has_encoding, .encoding = d->setup->encoding,
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

enum status draft_make(const struct draft_setup *setup, struct byte_source source, struct buf *out,
                       struct draft_result *result)
{
	struct draft *d = arena_alloc(setup->arena, sizeof *d);
	struct content_setup opening = {
		.file = source, .name = setup->file, .size = setup->size, .findings = setup->findings, .layout_count = 1,
	};
	struct content *content = NULL;
	enum status status;

	*result = (struct draft_result){ 0 };
	if (d == NULL)
		return STATUS_FAIL;
	d->setup = setup;
	d->arena = setup->arena;
	permit(d);
	opening.layouts = &d->permissive;
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
