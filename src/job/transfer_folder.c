/* `nafkah transfer`: a finished list of transfers for a bank's channel. Nothing is computed and nothing deducted; what
 * the channel does not carry is left over by name and sum. */
#include <nafkah/job.h>

#include "transfer_private.h"

#include <inttypes.h>

/* What is still to be sent of each kind of folder. */
static enum status take_list(struct sending *s)
{
	static const char *const causes[] = { "sebab" };
	static const struct {
		const char *name;
		struct more_columns columns;
	} lists[FOLDER_KIND_COUNT] = {
		[FOLDER_MONTH] = { MONTH_LIST_NAME, { NULL, 0 } },
		[FOLDER_SENT] = { LEFT_LIST_NAME, { causes, 1 } },
		[FOLDER_RETURNED] = { RESEND_LIST_NAME, { NULL, 0 } },
	};
	enum folder_kind kind = s->source.kind;

	return transfer_source_list(s->c, &s->source, lists[kind].name, lists[kind].columns, &s->list);
}

static enum status refuse_nothing(struct sending *s, size_t held)
{
	cycle_note(s->c, N1020_NOTHING_TO_SEND, (struct slice){ 0 }, s->list.name,
	           arena_printf(&s->c->arena, "%zu / %zu", held, s->list.transfers.count));
	return STATUS_REJECT;
}

/* A wrong year is what is typed wrong most in January. */
static void note_pay_date(struct sending *s)
{
	char day[11], month[8];

	if (date_month(s->order.pay_date) + 1 >= s->source.period)
		return;
	date_format(s->order.pay_date, day);
	month_format(s->source.period, month);
	cycle_note(s->c, N1019_PAY_DATE_EARLY, (struct slice){ 0 }, slice_from_c(day), slice_from_c(month));
}

static enum status open_source(struct sending *s)
{
	enum status status = transfer_source_open(s->c, s->c->request->finished, &s->source);

	if (status == STATUS_OK)
		status = take_list(s);
	if (status == STATUS_OK)
		status = sending_inputs(s);
	if (status == STATUS_OK && s->list.transfers.count == 0)
		status = refuse_nothing(s, 0);
	return status == STATUS_OK ? sending_not_sent_before(s) : status;
}

static enum status prepare(struct sending *s)
{
	struct cycle *c = s->c;
	enum status status;

	s->order = (struct payment_order){
		.transfers = &s->list.transfers, .format = &s->format, .banks = &s->banks, .office = &s->office,
		.pay_date = c->request->pay_date, .list_file = s->list.name, .arena = &c->arena,
		.findings = c->findings,
	};
	s->carried = arena_array(&c->arena, s->list.transfers.count, sizeof *s->carried);
	if (s->carried == NULL)
		return STATUS_FAIL;
	note_pay_date(s);
	status = payments_prepare(&s->order, s->carried);
	if (status == STATUS_OK)
		status = payments_sum(&s->order, s->carried, &s->sums);
	if (status == STATUS_OK && s->sums.count == 0)
		status = refuse_nothing(s, s->list.transfers.count);
	return status;
}

static enum exit_status perform(struct sending *s)
{
	enum status status = open_source(s);

	if (status == STATUS_OK)
		status = prepare(s);
	if (status == STATUS_OK)
		status = sending_write(s);
	if (status == STATUS_OK && (s->c->findings->lost || s->c->arena.exhausted))
		status = STATUS_FAIL;
	if (status == STATUS_OK)
		status = folder_seal(s->c->folder);
	if (status == STATUS_OK)
		status = sending_not_sent_before(s); /* once more: another may have been published meanwhile */
	if (status != STATUS_OK)
		return cycle_failed(s->c, status);
	return cycle_publish(s->c, s->sums.count < s->list.transfers.count ? EXIT_ATTENTION : EXIT_DONE);
}

enum exit_status job_transfer(struct cycle *c, struct transfer_result *out)
{
	struct sending s = { .c = c };
	enum exit_status status = cycle_open_output(c);

	if (status != EXIT_DONE)
		return status;
	status = perform(&s);
	transfer_source_close(&s.source);
	*out = (struct transfer_result){
		.file = s.file_name, .format = s.format.title, .count = s.sums.count, .total = s.sums.total,
		.held = s.list.transfers.count - s.sums.count, .held_total = s.held_total, .trial = s.trial,
	};
	return status;
}
