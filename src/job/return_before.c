/* A payment that was sent again has the key that it always had, so the result of its first sending could be taken for that of the
 * second: the money would count as returned once more, and be sent a third time. */
#include "return_private.h"

#include <inttypes.h>

static enum status take_earlier(struct returning *r, const struct return_record *before)
{
	struct earlier_result *all = arena_array(&r->c->arena, before->earlier_count + 1, sizeof *all);

	if (all == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < before->earlier_count; i++)
		all[r->earlier_count++] = before->earlier[i];
	all[r->earlier_count++] = (struct earlier_result){ before->bank_file.hash, before->attempt };
	r->earlier = all;
	return STATUS_OK;
}

/* A transfer folder keeps the record of the return that it was made of. */
static enum status read_kept(struct returning *r)
{
	struct return_record kept;
	struct slice bytes;
	enum status status = sealed_file(r->source.sealed, RETURN_RECORD_KEPT, &r->c->arena, &bytes);

	if (status != STATUS_OK)
		return status == STATUS_END ? STATUS_OK : status;
	status = return_record_read(bytes, SLICE(RETURN_RECORD_NAME), &r->c->arena, &kept, r->c->findings);
	return status == STATUS_OK ? take_earlier(r, &kept) : status;
}

static enum status load(struct returning *r)
{
	switch (r->source.kind) {
	case FOLDER_SENT:
		r->pay_date = r->source.sent.pay_date;
		return read_kept(r);
	case FOLDER_RETURNED:
		r->pay_date = r->source.returned.pay_date;
		return take_earlier(r, &r->source.returned);
	case FOLDER_MONTH:
		break;
	}
	return STATUS_OK;
}

static enum status check_file(struct returning *r)
{
	for (size_t i = 0; r->file.results.count > 0 && i < r->earlier_count; i++) {
		const struct earlier_result *e = &r->earlier[i];

		if (e->attempt >= r->attempt || !slice_equal(e->hash, slice_from_c(r->bank_document.hash.hex)))
			continue;
		cycle_note(r->c, N1065_RESULT_FILE_OLD, (struct slice){ 0 }, r->bank_document.name,
		           arena_printf(&r->c->arena, "%" PRIu64, e->attempt));
		return STATUS_REJECT;
	}
	return STATUS_OK;
}

static enum status refuse_date(struct returning *r, const struct bank_result *b)
{
	char found[11], sent[11];

	date_format(b->date, found);
	date_format(r->pay_date, sent);
	findings_add(r->c->findings, &(struct finding){
		.code = N1066_RESULT_BEFORE_SENDING, .file = r->bank_document.name, .line = b->line,
		.value = slice_from_c(found), .detail = slice_from_c(sent),
	});
	return STATUS_REJECT;
}

/* Only where the money was sent before: a first sending has no other result. */
static enum status check_dates(struct returning *r)
{
	enum status status = STATUS_OK;
	uint64_t undated = 0;

	for (size_t i = 0; r->attempt > 1 && i < r->file.results.count; i++) {
		const struct bank_result *b = &r->file.results.items[i];

		if (!date_is_set(b->date))
			undated += b->fate != FATE_UNKNOWN ? 1 : 0;
		else if (date_compare(b->date, r->pay_date) < 0)
			status = refuse_date(r, b);
	}
	if (undated > 0)
		cycle_note(r->c, N1067_RESULTS_WITHOUT_DATE, r->bank_document.name, arena_printf(&r->c->arena, "%" PRIu64, undated),
		           arena_printf(&r->c->arena, "%" PRIu64, r->attempt));
	return r->c->arena.exhausted ? STATUS_FAIL : status;
}

enum status returning_not_of_before(struct returning *r)
{
	enum status status = load(r);

	if (status == STATUS_OK)
		status = check_file(r);
	return status == STATUS_OK ? check_dates(r) : status;
}
