#include <nafkah/cycle.h>

#include <nafkah/register_paper.h>

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
		status = evidence_write(c);
	return status == STATUS_OK ? folder_seal(c->folder) : status;
}
