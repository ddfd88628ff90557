/* samaran/: report, page and register once more, with pseudonyms (--mask). */
#include <nafkah/cycle.h>

#include <nafkah/mask.h>
#include <nafkah/register_paper.h>

/* Member by member: what a report learns to tell later is told here only once it is masked. */
static struct report report_of(const struct cycle *c, const struct masked *m)
{
	const struct report *r = &c->report;

	return (struct report){
		.period = r->period, .rules = r->rules, .files = r->files, .file_count = r->file_count,
		.departments = r->departments, .department_count = r->department_count, .transfers = r->transfers,
		.cases = m->cases, .case_count = r->case_count, .findings = &m->findings, .checks = r->checks,
		.check_count = r->check_count, .calendar = r->calendar != NULL ? &m->calendar : NULL,
		.bridge = r->bridge != NULL ? &m->bridge : NULL,
	};
}

static enum status write_text(struct cycle *c, struct slice path, enum status made, struct buf *text)
{
	enum status status = made == STATUS_OK && text->failed ? STATUS_FAIL : made;

	if (status == STATUS_OK)
		status = folder_write(c->folder, path, buf_slice(text));
	buf_release(text);
	return status;
}

static enum status write_all(struct cycle *c, const struct masked *m)
{
	struct report report = report_of(c, m);
	struct buf text = { 0 };
	enum status status;

	register_write(m->cases, c->case_count, c->request->period, &text);
	status = write_text(c, SLICE("samaran/" REGISTER_NAME), STATUS_OK, &text);
	if (status == STATUS_OK)
		status = write_text(c, SLICE("samaran/rekonsiliasi.xml"), report_write_xml(&report, &text), &text);
	if (status == STATUS_OK)
		status = write_text(c, SLICE("samaran/rekonsiliasi.html"), cycle_masked_page(c, &report, &m->remainders, &text),
		                    &text);
	return status;
}

enum status masked_write(struct cycle *c)
{
	struct mask_of of = {
		.roster = &c->roster, .cases = c->cases, .case_count = c->case_count, .findings = c->findings,
		.remainders = &c->remainders, .calendar = c->report.calendar, .bridge = c->report.bridge,
	};
	struct masked masked;
	enum status status = mask_month(&of, &c->arena, &masked);

	return status == STATUS_OK ? write_all(c, &masked) : status;
}
