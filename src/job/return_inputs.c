/* What `return` is told beside the folder: how results of banks look, what this bank says, and which accounts a person corrects. */
#include "return_private.h"

#include <nafkah/job.h>
#include <nafkah/listing.h>

/* ---- formats ---- */

static bool is_id(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]) && (s.ptr[i] < 'a' || s.ptr[i] > 'z') && s.ptr[i] != '-')
			return false;
	return s.len > 0;
}

static enum status read_format(struct returning *r, const char *path, struct return_format *out)
{
	struct cycle *c = r->c;
	struct document d;
	enum status status = path != NULL ? document_read(c, path, &d) : STATUS_FAIL;

	if (status == STATUS_OK)
		status = return_format_read(d.bytes, d.name, &c->arena, out, c->findings);
	if (status == STATUS_OK)
		out->hash = arena_copy(&c->arena, slice_from_c(d.hash.hex));
	return status;
}

static enum status take_format(struct returning *r, const char *path)
{
	struct return_format *f = &r->formats[r->format_count];
	enum status status = read_format(r, path, f);

	for (size_t i = 0; status == STATUS_OK && i < r->format_count; i++) {
		if (!slice_equal(r->formats[i].id, f->id))
			continue;
		cycle_note(r->c, N1042_RETURN_FORMAT_INCONSISTENT, f->file, f->id, SLICE("id"));
		status = STATUS_REJECT;
	}
	r->format_count += status == STATUS_OK ? 1 : 0;
	return status;
}

/* Every format of the installation, or the one of this id. */
static enum status take_known(struct returning *r, struct slice wanted, struct slice *known)
{
	const char *folder = arena_printf(&r->c->arena, "%s/balasan", r->c->request->formats).ptr;
	struct slice *names;
	size_t count = 0;
	enum status worst = STATUS_OK, status = STATUS_FAIL;

	if (folder != NULL)
		status = folder_list(folder, SLICE(".xml"), &r->c->arena, r->c->findings, &names, &count);
	if (status != STATUS_OK)
		return status;
	r->formats = arena_array(&r->c->arena, count, sizeof *r->formats);
	for (size_t i = 0; r->formats != NULL && i < count; i++) {
		struct slice id = slice_sub(names[i], 0, names[i].len - 4);

		*known = arena_printf(&r->c->arena, "%.*s%s%.*s", SLICE_ARG(*known), i > 0 ? ", " : "", SLICE_ARG(id));
		if (wanted.len > 0 && !slice_equal(wanted, id))
			continue;
		status = take_format(r, arena_printf(&r->c->arena, "%s/%.*s", folder, SLICE_ARG(names[i])).ptr);
		worst = status == STATUS_OK ? worst : status;
	}
	return r->formats == NULL || r->c->arena.exhausted ? STATUS_FAIL : worst;
}

static enum status load_formats(struct returning *r)
{
	struct cycle *c = r->c;
	struct slice wanted = slice_from_c(c->request->format != NULL ? c->request->format : ""), known = SLICE("");
	enum status status;

	if (wanted.len > 0 && !is_id(wanted)) {
		r->formats = arena_alloc(&c->arena, sizeof *r->formats);
		return r->formats != NULL ? take_format(r, c->request->format) : STATUS_FAIL;
	}
	status = take_known(r, wanted, &known);
	if (status != STATUS_OK)
		return status;
	if (r->format_count == 0) {
		cycle_note(c, N1041_RETURN_FORMAT_UNKNOWN, (struct slice){ 0 }, wanted.len > 0 ? wanted : SLICE("-"),
		           known.len > 0 ? known : SLICE("-"));
		return STATUS_REJECT;
	}
	if (wanted.len == 0 || slice_equal(r->formats->id, wanted))
		return STATUS_OK;
	cycle_note(c, N1042_RETURN_FORMAT_INCONSISTENT, r->formats->file, r->formats->id, wanted);
	return STATUS_REJECT;
}

/* `formats` */
enum exit_status job_return_formats(struct cycle *c, struct return_format **out, size_t *count)
{
	struct returning r = { .c = c };
	struct findings ignored = { 0 };
	struct slice known = SLICE(""), folder = arena_printf(&c->arena, "%s/balasan", c->request->formats), *names;
	enum status status = STATUS_FAIL;

	if (folder.ptr != NULL)
		status = folder_list(folder.ptr, SLICE(".xml"), &c->arena, &ignored, &names, count);
	findings_release(&ignored);
	*count = 0;
	if (status == STATUS_REJECT)
		return EXIT_DONE; /* an installation without any */
	if (status == STATUS_OK)
		status = take_known(&r, SLICE(""), &known);
	*out = r.formats;
	*count = r.format_count;
	return status == STATUS_OK ? EXIT_DONE : cycle_failed(c, status);
}

/* ---- files ---- */

static enum status load_bank_file(struct returning *r)
{
	struct cycle *c = r->c;
	enum status status = document_read(c, c->request->bank_file, &r->bank_document);
	struct bank_file_setup setup = {
		.bytes = r->bank_document.bytes, .file = r->bank_document.name, .formats = r->formats,
		.format_count = r->format_count, .chosen = c->request->format != NULL, .arena = &c->arena, .findings = c->findings,
	};

	if (status == STATUS_OK)
		status = bank_file_read(&setup, &r->file);
	if (status == STATUS_OK && !r->file.format->tested)
		cycle_note(c, N1062_RETURN_FORMAT_UNTESTED, (struct slice){ 0 }, r->file.format->id, (struct slice){ 0 });
	return status;
}

static enum status load_corrections(struct returning *r)
{
	struct cycle *c = r->c;
	struct document *d = &r->corrections_document;
	enum status status;

	if (c->request->corrections == NULL)
		return STATUS_OK;
	status = document_read(c, c->request->corrections, d);
	return status == STATUS_OK ? corrections_read(d->bytes, d->name, &c->arena, &r->corrections, c->findings) : status;
}

static enum status load_office(struct returning *r)
{
	enum status status = transfer_source_office(r->c, &r->source, &r->office_document);

	return status == STATUS_END ? STATUS_OK : status; /* it keeps none */
}

enum status returning_inputs(struct returning *r)
{
	enum status status = load_formats(r), corrections;

	if (status == STATUS_OK)
		status = load_bank_file(r);
	corrections = status != STATUS_FAIL ? load_corrections(r) : STATUS_FAIL;
	if (status == STATUS_OK)
		status = corrections;
	return status == STATUS_OK ? load_office(r) : status;
}
