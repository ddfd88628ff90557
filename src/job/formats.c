#include <nafkah/job.h>

#include <nafkah/draft.h>
#include <nafkah/formats.h>
#include <nafkah/listing.h>
#include <nafkah/xml.h>

static enum status check_document(struct cycle *c, const struct document *d)
{
	struct slice root, space;
	struct layout layout;
	struct rules rules;
	struct rulings rulings;
	struct office office;
	struct payment_format format;
	struct bank_table banks;
	struct return_format result;
	enum status status;

	if (!xml_looks_like(d->bytes)) /* the only one of them that may also be a table */
		return rulings_read(d->bytes, d->name, &c->arena, &rulings, c->findings);
	status = xml_root_of(d->bytes, d->name, &c->arena, &root, &space, c->findings);
	if (status != STATUS_OK)
		return status;
	if (slice_equal(space, SLICE("urn:nafkah:tata-letak:1")))
		return layout_read(d->bytes, d->name, &c->arena, &layout, c->findings);
	if (slice_equal(space, SLICE("urn:nafkah:aturan:1")))
		return rules_read(d->bytes, d->name, MONTH_NONE, &c->arena, &rules, c->findings);
	if (slice_equal(space, SLICE("urn:nafkah:putusan:1")))
		return rulings_read(d->bytes, d->name, &c->arena, &rulings, c->findings);
	if (slice_equal(space, SLICE("urn:nafkah:kantor:1")))
		return office_read(d->bytes, d->name, &c->arena, &office, c->findings);
	if (slice_equal(space, SLICE("urn:nafkah:format-transfer:1")))
		return payment_format_read(d->bytes, d->name, &c->arena, &format, c->findings);
	if (slice_equal(space, SLICE("urn:nafkah:bank:1")))
		return bank_table_read(d->bytes, d->name, &c->arena, &banks, c->findings);
	if (slice_equal(space, SLICE("urn:nafkah:format-balasan:1")))
		return return_format_read(d->bytes, d->name, &c->arena, &result, c->findings);
	cycle_note(c, N0415_XML_NAMESPACE, d->name, space,
	           SLICE("urn:nafkah:tata-letak:1, urn:nafkah:aturan:1, urn:nafkah:putusan:1, urn:nafkah:kantor:1, "
	                 "urn:nafkah:format-transfer:1, urn:nafkah:bank:1, urn:nafkah:format-balasan:1"));
	return STATUS_REJECT;
}

static enum exit_status exit_of(struct cycle *c, enum status status)
{
	if (status == STATUS_FAIL && c->findings->per_level[LEVEL_GAGAL] == 0)
		cycle_note(c, N0903_NO_MEMORY, (struct slice){ 0 }, (struct slice){ 0 }, (struct slice){ 0 });
	return status == STATUS_OK ? EXIT_DONE : status == STATUS_FAIL ? EXIT_ENVIRONMENT : EXIT_REFUSED;
}

enum exit_status job_formats_check(struct cycle *c, const char *path)
{
	struct document d;
	enum status status = document_read(c, path, &d);

	return exit_of(c, status == STATUS_OK ? check_document(c, &d) : status);
}

/* Only a layout can be tried on an export. */
static enum status read_layout(struct cycle *c, const char *path)
{
	struct document d;
	struct slice root = { 0 }, space = { 0 };
	enum status status = document_read(c, path, &d);

	if (status == STATUS_OK)
		status = xml_root_of(d.bytes, d.name, &c->arena, &root, &space, c->findings);
	if (status == STATUS_OK && !slice_equal(space, SLICE("urn:nafkah:tata-letak:1"))) {
		cycle_note(c, N0415_XML_NAMESPACE, d.name, space, SLICE("urn:nafkah:tata-letak:1"));
		return STATUS_REJECT;
	}
	c->layouts = arena_array(&c->arena, 1, sizeof *c->layouts);
	if (status != STATUS_OK || c->layouts == NULL)
		return status != STATUS_OK ? status : STATUS_FAIL;
	status = layout_read(d.bytes, d.name, &c->arena, &c->layouts[0], c->findings);
	c->layout_count = status == STATUS_OK ? 1 : 0;
	return status;
}

static enum status try_layout(struct cycle *c, const char *export, struct preview *preview)
{
	struct pay_file *f = arena_array(&c->arena, 1, sizeof *f);
	struct scan_setup setup = {
		.adjusted = true, .layouts = c->layouts, .layout_count = c->layout_count, .wanted_layout = c->layouts[0].id,
		.seen = c->seen, .checked = c->checked, .findings = c->findings, .arena = &c->arena, .preview = preview,
	};
	struct watched watched = { .progress = &c->progress };
	enum status status;

	if (f == NULL)
		return STATUS_FAIL;
	status = cycle_open(c, export, &f->input);
	if (status != STATUS_OK)
		return status;
	c->files = f;
	c->file_count = 1;
	f->name = arena_copy(&c->arena, cycle_input_name(f->input));
	setup.file = watched.name = f->name;
	setup.size = input_size(f->input);
	watched.input = f->input;
	return scan_payroll(&setup, (struct byte_source){ watched_read, &watched }, &f->scan);
}

enum exit_status job_formats_try(struct cycle *c, const char *path, const char *export, struct preview *preview)
{
	enum status status = read_layout(c, path);

	if (status == STATUS_OK)
		status = try_layout(c, export, preview);
	if (status != STATUS_OK || c->findings->lost)
		return cycle_failed(c, status);
	return c->findings->per_level[LEVEL_PERHATIAN] > 0 ? EXIT_ATTENTION : EXIT_DONE;
}

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
static enum status draft_input(struct cycle *c, struct input *in, struct slice sheet, struct buf *out,
                               struct draft_result *result)
{
	struct findings first = { 0 };
	struct draft_setup setup = {
		.file = cycle_input_name(in), .size = input_size(in), .sheet = sheet, .findings = &first, .arena = &c->arena,
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
		status = draft_input(c, in, sheet != NULL ? slice_from_c(sheet) : (struct slice){ 0 }, out, &result);
	input_close(in);
	if (status != STATUS_OK || c->findings->lost)
		return cycle_failed(c, status);
	return result.open > 0 ? EXIT_ATTENTION : EXIT_DONE;
}

static enum status list_rules(struct cycle *c, struct rules **rules, size_t *count)
{
	struct slice folder = arena_printf(&c->arena, "%s/rules", c->request->formats), *names;
	size_t found;
	enum status status = folder.ptr != NULL ? folder_list(folder.ptr, SLICE(".xml"), &c->arena, c->findings, &names, &found)
	                                        : STATUS_FAIL;

	*count = 0;
	if (status != STATUS_OK)
		return status;
	*rules = arena_array(&c->arena, found, sizeof **rules);
	for (size_t i = 0; status == STATUS_OK && i < found; i++) {
		struct slice path = arena_printf(&c->arena, "%.*s/%.*s", SLICE_ARG(folder), SLICE_ARG(names[i]));
		struct document d;

		status = *rules != NULL && path.ptr != NULL ? document_read(c, path.ptr, &d) : STATUS_FAIL;
		if (status == STATUS_OK)
			status = rules_read(d.bytes, d.name, MONTH_NONE, &c->arena, &(*rules)[*count], c->findings);
		if (status == STATUS_OK)
			++*count;
	}
	return status;
}

enum exit_status job_formats_list(struct cycle *c, struct rules **rules, size_t *count)
{
	enum status status = formats_check(c);

	if (status == STATUS_OK)
		status = catalog_load(c);
	if (status == STATUS_OK)
		status = list_rules(c, rules, count);
	return exit_of(c, status);
}
