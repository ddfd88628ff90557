/* The folder that `return` writes. */
#include "return_private.h"

#include <nafkah/bank_execution.h>
#include <nafkah/hash.h>

static enum status write_buf(struct returning *r, struct slice name, struct buf *text)
{
	enum status status = text->failed ? STATUS_FAIL : folder_write(r->c->folder, name, buf_slice(text));

	buf_release(text);
	return status;
}

/* ---- lists ---- */

static enum status write_lists(struct returning *r)
{
	const struct slice *values = returning_values(r);
	struct buf text = { 0 };
	enum status status;

	if (values == NULL)
		return STATUS_FAIL;
	credit_transfers_write_more(&r->list.transfers, return_columns, values, &text);
	status = write_buf(r, SLICE(STATUS_LIST_NAME), &text);
	if (status != STATUS_OK)
		return status;
	text = (struct buf){ 0 };
	credit_transfers_write(&r->resend, &text);
	return write_buf(r, SLICE(RESEND_LIST_NAME), &text);
}

static enum status write_execution(struct returning *r)
{
	struct buf text = { 0 };
	enum status status = bank_execution_write(&r->list.transfers, r->fates, &r->c->arena, &text);

	if (status == STATUS_OK)
		return write_buf(r, SLICE("pelaksanaan-bank.csv"), &text);
	buf_release(&text);
	return status;
}

/* ---- evidence and record ---- */

static enum status keep(struct returning *r, const char *folder, struct slice name, struct slice bytes)
{
	struct slice path = arena_printf(&r->c->arena, "bukti/%s/%.*s", folder, SLICE_ARG(name));

	if (bytes.ptr == NULL)
		return STATUS_OK;
	return path.ptr != NULL ? folder_write(r->c->folder, path, bytes) : STATUS_FAIL;
}

static enum status write_evidence(struct returning *r)
{
	enum status status = keep(r, "hasil-bank", r->bank_document.name, r->bank_document.bytes);

	if (status == STATUS_OK)
		status = keep(r, "format", r->file.format->file, r->file.format->text);
	if (status == STATUS_OK)
		status = keep(r, "perbaikan", r->corrections_document.name, r->corrections_document.bytes);
	if (status == STATUS_OK)
		status = keep(r, "kantor", r->office_document.name, r->office_document.bytes);
	return status == STATUS_OK ? transfer_source_keep(r->c, &r->source, &r->list) : status;
}

static struct sent_file file_of(const struct document *d)
{
	return (struct sent_file){ d->name, slice_from_c(d->hash.hex) };
}

static enum status write_record(struct returning *r)
{
	struct sha256 list_hash;
	struct return_record record = {
		.program_version = SLICE(NAFKAH_VERSION), .period = r->source.period, .court = r->source.court,
		.origins = r->source.origins, .format_id = r->file.format->id, .format = { r->file.format->file, r->file.format->hash },
		.bank_file = file_of(&r->bank_document), .corrections = file_of(&r->corrections_document),
		.office = file_of(&r->office_document), .sums = r->sums, .attempt = r->attempt, .pay_date = r->pay_date,
		.earlier = r->earlier, .earlier_count = r->earlier_count,
	};
	struct buf text = { 0 };
	enum status status;

	if (!sha256_of(r->list.bytes, &list_hash))
		return STATUS_FAIL;
	record.list = (struct sent_file){ r->list.name, slice_from_c(list_hash.hex) };
	status = return_record_write(&record, &text);
	if (status == STATUS_OK)
		return write_buf(r, SLICE(RETURN_RECORD_NAME), &text);
	buf_release(&text);
	return status;
}

enum status returning_write(struct returning *r)
{
	enum status status = write_lists(r);

	if (status == STATUS_OK)
		status = write_execution(r);
	if (status == STATUS_OK)
		status = write_evidence(r);
	return status == STATUS_OK ? write_record(r) : status;
}
