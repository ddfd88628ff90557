/* What `transfer` is told beside the folder: the office, the bank's format, the table of banks. */
#include "transfer_private.h"

#include <nafkah/formats.h>
#include <nafkah/job.h>
#include <nafkah/listing.h>

static enum status load_office(struct sending *s)
{
	struct cycle *c = s->c;
	enum status status;

	if (c->request->office != NULL)
		status = document_read(c, c->request->office, &s->office_document);
	else
		status = transfer_source_office(c, &s->source, &s->office_document);
	if (status == STATUS_END)
		return STATUS_OK; /* nobody has said who pays */
	if (status != STATUS_OK)
		return status;
	return office_read(s->office_document.bytes, s->office_document.name, &c->arena, &s->office, c->findings);
}

/* ---- the format ---- */

static bool is_id(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]) && (s.ptr[i] < 'a' || s.ptr[i] > 'z') && s.ptr[i] != '-')
			return false;
	return s.len > 0;
}

static const char *folder_of(struct cycle *c)
{
	return arena_printf(&c->arena, "%s/transfer", c->request->formats).ptr;
}

/* The path of a known format; what is not known is refused with what is. */
static enum status known_format(struct cycle *c, struct slice id, const char **path)
{
	struct slice file = arena_printf(&c->arena, "%.*s.xml", SLICE_ARG(id)), known = SLICE(""), *names;
	const char *folder = folder_of(c);
	size_t count;
	enum status status = c->arena.exhausted ? STATUS_FAIL
	                                        : folder_list(folder, SLICE(".xml"), &c->arena, c->findings, &names,
	                                                      &count);

	for (size_t i = 0; status == STATUS_OK && i < count; i++) {
		if (slice_equal(names[i], file)) {
			*path = arena_printf(&c->arena, "%s/%.*s", folder, SLICE_ARG(file)).ptr;
			return *path != NULL ? STATUS_OK : STATUS_FAIL;
		}
		known = arena_printf(&c->arena, "%.*s%s%.*s", SLICE_ARG(known), i > 0 ? ", " : "",
		                     (int)names[i].len - 4, names[i].ptr);
	}
	if (status != STATUS_OK)
		return status;
	cycle_note(c, N1021_PAYMENT_FORMAT_UNKNOWN, (struct slice){ 0 }, id, known);
	return STATUS_REJECT;
}

static enum status load_format(struct sending *s)
{
	struct cycle *c = s->c;
	const char *path = c->request->format;
	struct slice wanted = slice_from_c(path);
	enum status status = is_id(wanted) ? known_format(c, wanted, &path) : STATUS_OK;

	if (status == STATUS_OK)
		status = document_read(c, path, &s->format_document);
	if (status == STATUS_OK)
		status = payment_format_read(s->format_document.bytes, s->format_document.name, &c->arena, &s->format,
		                             c->findings);
	if (status != STATUS_OK || !is_id(wanted) || slice_equal(s->format.id, wanted))
		return status;
	cycle_note(c, N1022_PAYMENT_FORMAT_INCONSISTENT, s->format_document.name, s->format.id, wanted);
	return STATUS_REJECT;
}

/* ---- banks ---- */

static enum status load_banks(struct sending *s)
{
	struct cycle *c = s->c;
	const char *path = c->request->banks;
	enum status status;

	if (path == NULL)
		path = arena_printf(&c->arena, "%s/bank/bank.xml", c->request->formats).ptr;
	status = path != NULL ? document_read(c, path, &s->banks_document) : STATUS_FAIL;
	if (status == STATUS_OK)
		status = bank_table_read(s->banks_document.bytes, s->banks_document.name, &c->arena, &s->banks,
		                         c->findings);
	if (status == STATUS_OK && !s->banks.confirmed)
		cycle_note(c, N1003_BANK_TABLE_UNCONFIRMED, (struct slice){ 0 }, s->banks_document.name,
		           (struct slice){ 0 });
	return status;
}

static bool is_tested(const struct sending *s)
{
	for (size_t i = 0; i < s->office.tested_count; i++)
		if (slice_equal(s->office.tested[i].id, s->format.id))
			return true;
	return false;
}

enum status sending_inputs(struct sending *s)
{
	enum status status = load_office(s), format = STATUS_FAIL, banks = STATUS_FAIL;

	if (status != STATUS_FAIL)
		format = load_format(s);
	if (format != STATUS_FAIL)
		banks = load_banks(s);
	if (format == STATUS_FAIL || banks == STATUS_FAIL)
		return STATUS_FAIL;
	if (status != STATUS_OK || format != STATUS_OK || banks != STATUS_OK)
		return STATUS_REJECT;
	s->trial = !is_tested(s);
	if (s->trial)
		cycle_note(s->c, N1004_FORMAT_UNTESTED, (struct slice){ 0 }, s->format.id, (struct slice){ 0 });
	return STATUS_OK;
}

/* ---- `formats` ---- */

static enum status read_known(struct cycle *c, struct slice name, struct payment_format *out)
{
	struct slice path = arena_printf(&c->arena, "%s/%.*s", folder_of(c), SLICE_ARG(name));
	struct document d;
	enum status status = path.ptr != NULL ? document_read(c, path.ptr, &d) : STATUS_FAIL;

	return status == STATUS_OK ? payment_format_read(d.bytes, d.name, &c->arena, out, c->findings) : status;
}

enum exit_status job_transfer_formats(struct cycle *c, struct payment_format **out, size_t *count)
{
	struct findings ignored = { 0 };
	struct slice *names;
	size_t found = 0;
	const char *folder = folder_of(c);
	enum status status = STATUS_FAIL;

	if (folder != NULL)
		status = folder_list(folder, SLICE(".xml"), &c->arena, &ignored, &names, &found);
	findings_release(&ignored);
	*count = 0;
	if (status == STATUS_REJECT)
		return EXIT_DONE; /* an installation without any */
	*out = arena_array(&c->arena, found, sizeof **out);
	for (size_t i = 0; status == STATUS_OK && *out != NULL && i < found; i++) {
		status = read_known(c, names[i], &(*out)[*count]);
		if (status == STATUS_OK)
			++*count;
	}
	if (status != STATUS_OK || *out == NULL)
		return cycle_failed(c, *out == NULL ? STATUS_FAIL : status);
	return EXIT_DONE;
}
