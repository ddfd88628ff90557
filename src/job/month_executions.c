/* How each ruling is carried out: from what the folder before says of it, and this month. */
#include <nafkah/cycle.h>

#include <nafkah/execution_paper.h>
#include <nafkah/execution_xml.h>

#include <inttypes.h>

static enum status unreadable(struct cycle *c, struct slice detail)
{
	cycle_note(c, N0705_PREVIOUS_UNREADABLE, SLICE(EXECUTION_NAME), SLICE(EXECUTION_NAME), detail);
	return STATUS_REJECT;
}

enum status executions_load(struct cycle *c, struct slice bytes)
{
	struct previous *p = &c->previous;
	enum status status = execution_read(bytes, SLICE(EXECUTION_NAME), &c->arena, &p->executions, c->findings);

	if (status != STATUS_OK)
		return status;
	if (p->executions.period != p->record.period)
		return unreadable(c, SLICE("run.xml"));
	if (!execution_agrees(&p->executions, &p->book))
		return unreadable(c, SLICE(REGISTER_NAME));
	if (c->request->continues != NULL)
		execution_step_back(&p->executions);
	return STATUS_OK;
}

static const struct execution_book *book_before(const struct cycle *c)
{
	return c->request->previous != NULL || c->request->continues != NULL ? &c->previous.executions : NULL;
}

/* From the first folder of the chain on: what was due is paid, dropped, waiting or owed. */
static bool conserved(struct cycle *c, const struct execution *e)
{
	const struct execution_sums *t = &e->total;
	int64_t settled = t->paid + t->written_off + e->month.waiting + e->month.arrears;

	if (t->due == settled && (t->paid > 0) == (e->first_paid != MONTH_NONE))
		return true;
	findings_add(c->findings, &(struct finding){
		.code = N9901_CONSERVATION, .file = SLICE(EXECUTION_NAME), .value = arena_printf(&c->arena, "%" PRId64, t->due),
		.detail = arena_printf(&c->arena, "%" PRId64, settled), .perkara = e->file->ruling->number,
	});
	return false;
}

enum status cycle_executions(struct cycle *c)
{
	struct law law = {
		.rules = &c->rules, .period = c->request->period, .rulings_file = c->rulings_document.name,
		.findings = c->findings, .arena = &c->arena, .more = c->request->has_more,
	};
	enum status status = STATUS_OK;

	c->executions = arena_array(&c->arena, c->case_count, sizeof *c->executions);
	if (c->executions == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; status == STATUS_OK && i < c->case_count; i++) {
		status = execution_of_case(&law, c->cases[i], book_before(c), &c->executions[i]);
		if (status == STATUS_OK && !conserved(c, &c->executions[i]))
			status = STATUS_FAIL;
	}
	return status;
}

enum status executions_write(const struct cycle *c, struct buf *out)
{
	const struct execution_book *before = book_before(c);
	struct execution_list list = {
		.period = c->request->period, .since = before != NULL ? before->since : c->request->period,
		.court = c->rulings.court, .items = c->executions, .count = c->case_count,
	};

	return execution_write(&list, out);
}
