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
	return write_text(c, SLICE("pelaksanaan.csv"), &text);
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

static enum status write_workbook(struct cycle *c, struct slice name, const struct lists *lists,
                                  enum status (*make)(const struct lists *, struct findings *, struct buf *))
{
	struct buf file = { 0 };
	enum status status = make(lists, c->findings, &file);

	if (status == STATUS_OK)
		return write_text(c, name, &file);
	buf_release(&file);
	return status;
}

/* What has just been written, once more for people. */
static enum status write_workbooks(struct cycle *c)
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
		status = write_workbook(c, SLICE("transfer.xlsx"), &lists, lists_transfers);
	if (status == STATUS_OK)
		status = write_workbook(c, SLICE("rekonsiliasi.xlsx"), &lists, lists_reconciliation);
	buf_release(&transfers);
	buf_release(&rows);
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
	if (status == STATUS_OK)
		status = evidence_write(c);
	return status == STATUS_OK ? folder_seal(c->folder) : status;
}
