#include <nafkah/cycle.h>

#include <nafkah/lists.h>
#include <nafkah/register_paper.h>

#include <stdio.h>

static enum status write_text(struct cycle *c, struct slice path, struct buf *text)
{
	enum status status = text->failed ? STATUS_FAIL : folder_write(c->folder, path, buf_slice(text));

	buf_release(text);
	return status;
}

static enum status write_lists(struct cycle *c)
{
	struct buf text = { 0 };
	enum status status;

	transfers_write(&c->transfers, c->request->period, &text);
	status = write_text(c, SLICE("transfer.csv"), &text);
	if (status != STATUS_OK)
		return status;
	register_write(c->cases, c->case_count, c->request->period, &text);
	status = write_text(c, SLICE(REGISTER_NAME), &text);
	if (status != STATUS_OK)
		return status;
	status = executions_write(c, &text);
	if (status != STATUS_OK) {
		buf_release(&text);
		return status;
	}
	return write_text(c, SLICE(EXECUTION_NAME), &text);
}

static enum status write_report(struct cycle *c)
{
	struct buf text = { 0 };
	enum status status = report_write_xml(&c->report, &text);

	if (status != STATUS_OK) {
		buf_release(&text);
		return status;
	}
	status = write_text(c, SLICE("rekonsiliasi.xml"), &text);
	if (status != STATUS_OK)
		return status;
	status = cycle_page(c, &text);
	if (status != STATUS_OK) {
		buf_release(&text);
		return status;
	}
	return write_text(c, SLICE("rekonsiliasi.html"), &text);
}

/* What was written already, once more for people. */
static const struct workbook_plan {
	const char *name;
	enum status (*make)(const struct lists *, struct findings *, struct buf *);
} workbooks[] = {
	{ "transfer.xlsx", lists_transfers },
	{ "rekonsiliasi.xlsx", lists_reconciliation },
};

static enum status make_workbook(struct cycle *c, const struct workbook_plan *plan, struct buf *out)
{
	struct buf transfers = { 0 }, rows = { 0 };
	struct lists lists = { .report = &c->report };
	char scratch[40];
	enum status status = STATUS_FAIL;

	(void)snprintf(scratch, sizeof scratch, "/proc/self/fd/%d", folder_descriptor(c->folder));
	transfers_write(&c->transfers, c->request->period, &transfers);
	register_write(c->cases, c->case_count, c->request->period, &rows);
	lists.transfers = buf_slice(&transfers);
	lists.rows = buf_slice(&rows);
	lists.scratch = scratch;
	if (!transfers.failed && !rows.failed)
		status = plan->make(&lists, c->findings, out);
	buf_release(&transfers);
	buf_release(&rows);
	return status;
}

enum status cycle_workbook(struct cycle *c, struct slice name, struct buf *out)
{
	for (size_t i = 0; i < sizeof workbooks / sizeof *workbooks; i++)
		if (slice_equal(name, slice_from_c(workbooks[i].name)))
			return make_workbook(c, &workbooks[i], out);
	return STATUS_END;
}

static enum status write_workbooks(struct cycle *c)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < sizeof workbooks / sizeof *workbooks; i++) {
		struct buf file = { 0 };

		status = make_workbook(c, &workbooks[i], &file);
		if (status == STATUS_OK)
			status = write_text(c, slice_from_c(workbooks[i].name), &file);
		else
			buf_release(&file);
	}
	return status;
}

enum status cycle_write(struct cycle *c)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < c->file_count; i++)
		if (c->files[i].adjusted)
			status = rewrite_payroll(c, &c->files[i]);
	if (status == STATUS_OK)
		status = write_lists(c);
	if (status == STATUS_OK)
		status = write_report(c);
	if (status == STATUS_OK)
		status = write_workbooks(c);
	if (status == STATUS_OK && c->request->mask)
		status = masked_write(c);
	if (status == STATUS_OK)
		status = evidence_write(c);
	return status == STATUS_OK && c->evidence == NULL ? folder_seal(c->folder) : status;
}
