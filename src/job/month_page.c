/* What the page says beyond the report: the office, the month before, the odd rupiah. */
#include <nafkah/cycle.h>

#include <nafkah/page.h>

static struct page_previous sums_of(const struct previous *before)
{
	struct page_previous sums = { .period = before->record.period };

	for (size_t i = 0; i < before->book.count; i++) {
		const struct register_row *row = &before->book.rows[i];

		sums.due += row->due;
		sums.paid += row->paid;
		sums.arrears += row->opening.arrears;
	}
	return sums;
}

enum status cycle_page(struct cycle *c, struct buf *out)
{
	const struct request *r = c->request;
	struct page_previous before = r->previous != NULL ? sums_of(&c->previous) : (struct page_previous){ 0 };
	struct page_extras extras = {
		.office = c->office_document.bytes.ptr != NULL ? &c->office : NULL,
		.previous = r->previous != NULL ? &before : NULL,
		.remainders = &c->remainders,
		.rulings_file = c->rulings_document.name,
		.court = c->rulings.court,
		.rulings_dated = c->rulings.dated,
		.second_part = r->continues != NULL,
		.has_more = r->has_more,
		.more = r->more,
		.program = SLICE("nafkah " NAFKAH_VERSION),
	};

	return page_write(&c->report, &extras, out);
}
