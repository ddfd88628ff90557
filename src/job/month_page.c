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

/* What the page says of any month, whoever stands in it. */
static struct page_extras extras_of(const struct cycle *c)
{
	const struct request *r = c->request;

	return (struct page_extras){
		.rulings_file = c->rulings_document.name,
		.court = c->rulings.court,
		.rulings_dated = c->rulings.dated,
		.second_part = r->continues != NULL,
		.has_more = r->has_more,
		.more = r->more,
		.program = SLICE("nafkah " NAFKAH_VERSION),
	};
}

enum status cycle_page(struct cycle *c, struct buf *out)
{
	struct page_previous before = c->request->previous != NULL ? sums_of(&c->previous) : (struct page_previous){ 0 };
	struct page_extras extras = extras_of(c);

	extras.office = c->office_document.bytes.ptr != NULL ? &c->office : NULL;
	extras.previous = c->request->previous != NULL ? &before : NULL;
	extras.remainders = &c->remainders;
	return page_write(&c->report, &extras, out);
}

enum status cycle_masked_page(struct cycle *c, const struct report *report, const struct remainders *remainders,
                              struct buf *out)
{
	struct page_previous before = c->request->previous != NULL ? sums_of(&c->previous) : (struct page_previous){ 0 };
	struct page_extras extras = extras_of(c);

	extras.previous = c->request->previous != NULL ? &before : NULL;
	extras.remainders = remainders;
	extras.masked = true;
	return page_write(report, &extras, out);
}
