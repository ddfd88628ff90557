/* `nafkah return`: what the bank says became of transfers. Nothing is computed and nothing deducted; each line of the
 * list stands in the result once, and what came back by this file stands in the list that may be sent again. */
#include <nafkah/job.h>

#include "return_private.h"

#include <inttypes.h>

/* ---- what the file says ---- */

static enum status apply(struct returning *r)
{
	struct cycle *c = r->c;
	struct results_place at = { r->bank_document.name, r->list.name, &c->arena, c->findings };
	size_t *line_of = arena_array(&c->arena, r->file.results.count, sizeof *line_of);
	enum status status = line_of != NULL ? results_match(&at, r->lines, r->file.results, line_of) : STATUS_FAIL;

	if (status == STATUS_OK)
		status = fates_apply(&at, r->lines, r->file.results, line_of, r->fates, &r->changed);
	if (status != STATUS_OK)
		return status;
	if (fates_sum(r->lines, r->fates, &r->sums))
		return STATUS_OK;
	cycle_note(c, N9901_CONSERVATION, (struct slice){ 0 }, r->list.name, SLICE(STATUS_LIST_NAME));
	return STATUS_FAIL;
}

static struct slice rupiah_text(struct returning *r, int64_t rupiah)
{
	char text[48];

	return arena_copy(&r->c->arena, slice_from_c(money_rupiah(money_from_rupiah(rupiah), text)));
}

static struct slice count_text(struct returning *r, uint64_t count)
{
	return arena_printf(&r->c->arena, "%" PRIu64, count);
}

/* What is left to do, beside what each returned line has been told. */
static void note_sums(struct returning *r)
{
	uint64_t before = r->sums.lines[FATE_RETURNED] - r->resend.count;

	if (r->sums.lines[FATE_UNKNOWN] > 0)
		cycle_note(r->c, N1054_RESULTS_MISSING, r->bank_document.name, count_text(r, r->sums.lines[FATE_UNKNOWN]),
		           rupiah_text(r, r->sums.rupiah[FATE_UNKNOWN]));
	if (before > 0)
		cycle_note(r->c, N1063_RETURNED_BEFORE, r->bank_document.name, count_text(r, before),
		           rupiah_text(r, r->sums.rupiah[FATE_RETURNED] - r->resend.total));
	if (r->changed == 0)
		cycle_note(r->c, N1064_RESULTS_NOTHING_NEW, r->bank_document.name, count_text(r, r->file.results.count),
		           (struct slice){ 0 });
}

/* ---- all of it ---- */

static enum status read_all(struct returning *r)
{
	enum status status = transfer_source_open(r->c, r->c->request->finished, &r->source);

	if (status == STATUS_OK)
		status = returning_lines(r);
	if (status == STATUS_OK)
		status = returning_inputs(r);
	if (status == STATUS_OK)
		status = returning_not_of_before(r);
	if (status == STATUS_OK)
		status = apply(r);
	if (status == STATUS_OK)
		status = returning_resend(r);
	if (status == STATUS_OK)
		note_sums(r);
	return status;
}

static enum exit_status perform(struct returning *r)
{
	enum status status = read_all(r);

	if (status == STATUS_OK)
		status = returning_write(r);
	if (status == STATUS_OK && (r->c->findings->lost || r->c->arena.exhausted))
		status = STATUS_FAIL;
	if (status == STATUS_OK)
		status = folder_seal(r->c->folder);
	if (status != STATUS_OK)
		return cycle_failed(r->c, status);
	return cycle_publish(r->c, r->sums.lines[FATE_PAID] < r->lines.count ? EXIT_ATTENTION : EXIT_DONE);
}

enum exit_status job_return(struct cycle *c, struct return_result *out)
{
	struct returning r = { .c = c };
	enum exit_status status = cycle_open_output(c);

	if (status != EXIT_DONE)
		return status;
	status = perform(&r);
	transfer_source_close(&r.source);
	*out = (struct return_result){
		.format = r.file.format != NULL ? r.file.format->title : (struct slice){ NULL, 0 }, .sums = r.sums,
		.resend = r.resend.count, .resend_total = r.resend.total,
	};
	return status;
}
