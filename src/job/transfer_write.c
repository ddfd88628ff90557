/* The folder that `transfer` writes. */
#include "transfer_private.h"

#include <nafkah/hash.h>

#include <stdio.h>
#include <string.h>

static const char *const left_columns[] = { "sebab" };

static enum status write_buf(struct sending *s, struct slice name, struct buf *text)
{
	enum status status = text->failed ? STATUS_FAIL : folder_write(s->c->folder, name, buf_slice(text));

	buf_release(text);
	return status;
}

/* ---- the channel's file ---- */

/* The same payments of the same folder on the same day have the same name before the bank, others have another. */
static enum status message_id(struct sending *s, struct slice *out)
{
	struct buf text = { 0 };
	struct sha256 hash;
	char day[11];
	bool good;

	date_format(s->order.pay_date, day);
	buf_printf(&text, "%s|%s|%.*s", s->source.seal.hex, day, SLICE_ARG(s->format.id));
	for (size_t i = 0; i < s->list.transfers.count; i++)
		if (!s->carried[i].held)
			buf_printf(&text, "|%.*s", SLICE_ARG(s->list.transfers.items[i].key));
	good = !text.failed && sha256_of(buf_slice(&text), &hash);
	buf_release(&text);
	*out = good ? arena_printf(&s->c->arena, "NAFKAH-%.28s", hash.hex) : (struct slice){ 0 };
	return out->ptr != NULL ? STATUS_OK : STATUS_FAIL;
}

static enum status make_pain(struct sending *s, struct buf *out)
{
	struct slice id;
	enum status status = message_id(s, &id);

	return status == STATUS_OK ? pain_write(&s->order, s->carried, id, out) : status;
}

static enum status make_file(struct sending *s, struct buf *out)
{
	char scratch[40];

	switch (s->format.shape) {
	case SHAPE_DELIMITED:
	case SHAPE_FIXED:
		return payment_file_write(&s->order, s->carried, out);
	case SHAPE_WORKBOOK:
		(void)snprintf(scratch, sizeof scratch, "/proc/self/fd/%d", folder_descriptor(s->c->folder));
		return payment_book_write(&s->order, s->carried, scratch, out);
	case SHAPE_PAIN_09:
	case SHAPE_PAIN_03:
		break;
	}
	return make_pain(s, out);
}

static bool is_ours(struct slice name)
{
	static const char *const ours[] = {
		SENT_LIST_NAME, LEFT_LIST_NAME, SENT_RECORD_NAME, "lampiran-transfer.html", "SHA256SUMS", "bukti",
	};

	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		if (slice_equal(name, slice_from_c(ours[i])))
			return true;
	return false;
}

static enum status write_file(struct sending *s)
{
	struct buf text = { 0 };
	enum status status;

	s->file_name = payment_file_name(&s->order, s->trial);
	if (s->file_name.ptr == NULL)
		return STATUS_FAIL;
	if (is_ours(s->file_name) || !folder_takes(s->file_name)) {
		cycle_note(s->c, N1022_PAYMENT_FORMAT_INCONSISTENT, s->format_document.name, s->file_name,
		           SLICE("nama-berkas"));
		return STATUS_REJECT;
	}
	status = make_file(s, &text);
	if (status == STATUS_OK && !sha256_of(buf_slice(&text), &s->file_hash))
		status = STATUS_FAIL;
	if (status == STATUS_OK)
		return write_buf(s, s->file_name, &text);
	buf_release(&text);
	return status;
}

/* ---- lists ---- */

/* The lines that are held, or those that are not, with the codes that hold them. STATUS_FAIL: memory. */
static enum status select_lines(struct sending *s, bool held, struct credit_transfers *out, struct slice **causes)
{
	size_t all = s->list.transfers.count;

	*out = (struct credit_transfers){ .items = arena_array(&s->c->arena, all, sizeof *out->items) };
	*causes = arena_array(&s->c->arena, all, sizeof **causes);
	if (out->items == NULL || *causes == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < all; i++) {
		if (s->carried[i].held != held)
			continue;
		if (held)
			(*causes)[out->count] = slice_from_c(code_name(s->carried[i].held_by));
		out->items[out->count++] = s->list.transfers.items[i];
		out->total += s->list.transfers.items[i].amount;
	}
	return STATUS_OK;
}

static enum status write_lists(struct sending *s)
{
	struct credit_transfers sent, left;
	struct slice *causes, *none;
	struct buf text = { 0 };
	enum status status = select_lines(s, false, &sent, &none);

	if (status == STATUS_OK)
		status = select_lines(s, true, &left, &causes);
	if (status != STATUS_OK)
		return status;
	s->held_total = left.total;
	credit_transfers_write(&sent, &text);
	status = write_buf(s, SLICE(SENT_LIST_NAME), &text);
	if (status != STATUS_OK)
		return status;
	text = (struct buf){ 0 };
	credit_transfers_write_more(&left, (struct more_columns){ left_columns, 1 }, causes, &text);
	return write_buf(s, SLICE(LEFT_LIST_NAME), &text);
}

/* ---- evidence and record ---- */

static enum status keep(struct sending *s, const char *folder, const struct document *d)
{
	if (d->bytes.ptr == NULL)
		return STATUS_OK;
	return folder_write(s->c->folder, arena_printf(&s->c->arena, "bukti/%s/%.*s", folder, SLICE_ARG(d->name)),
	                    d->bytes);
}

static enum status write_evidence(struct sending *s)
{
	enum status status = keep(s, "format", &s->format_document);

	if (status == STATUS_OK)
		status = keep(s, "bank", &s->banks_document);
	if (status == STATUS_OK)
		status = keep(s, "kantor", &s->office_document);
	return status == STATUS_OK ? transfer_source_keep(s->c, &s->source, &s->list) : status;
}

static struct sent_file file_of(const struct document *d)
{
	return (struct sent_file){ d->name, slice_from_c(d->hash.hex) };
}

static enum status write_record(struct sending *s)
{
	struct sha256 list_hash;
	struct sent_record r = {
		.program_version = SLICE(NAFKAH_VERSION), .period = s->source.period, .court = s->source.court,
		.pay_date = s->order.pay_date, .trial = s->trial, .origins = s->source.origins,
		.format_id = s->format.id, .format = file_of(&s->format_document), .banks = file_of(&s->banks_document),
		.banks_source = s->banks.source, .banks_dated = s->banks.dated, .banks_confirmed = s->banks.confirmed,
		.office = file_of(&s->office_document),
		.file = { s->file_name, slice_from_c(s->file_hash.hex) }, .count = s->sums.count,
		.total = s->sums.total,
		.account_total = s->sums.account_total, .held_count = s->list.transfers.count - s->sums.count,
		.held_total = s->held_total,
	};
	struct buf text = { 0 };
	enum status status;

	if (!sha256_of(s->list.bytes, &list_hash))
		return STATUS_FAIL;
	r.list = (struct sent_file){ s->list.name, slice_from_c(list_hash.hex) };
	status = sent_record_write(&r, &text);
	if (status == STATUS_OK)
		return write_buf(s, SLICE(SENT_RECORD_NAME), &text);
	buf_release(&text);
	return status;
}

static enum status write_attachment(struct sending *s)
{
	struct buf text = { 0 };
	enum status status = attachment_write(&s->order, s->carried, s->trial, SLICE("nafkah " NAFKAH_VERSION), &text);

	if (status == STATUS_OK)
		return write_buf(s, SLICE("lampiran-transfer.html"), &text);
	buf_release(&text);
	return status;
}

enum status sending_write(struct sending *s)
{
	enum status status = write_file(s);

	if (status == STATUS_OK)
		status = write_lists(s);
	if (status == STATUS_OK)
		status = write_attachment(s);
	if (status == STATUS_OK)
		status = write_evidence(s);
	return status == STATUS_OK ? write_record(s) : status;
}
