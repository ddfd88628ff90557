#include <nafkah/execution_book.h>

#include <stdlib.h>

const char *unpaid_why_name(enum unpaid_why w)
{
	static const char *const names[UNPAID_WHY_COUNT] = {
		[UNPAID_HELD] = "ditahan", [UNPAID_NOT_FOUND] = "tidak-ditemukan",         [UNPAID_LIMIT] = "batas",
		[UNPAID_NOT_RUN] = "tanpa-proses", [UNPAID_RECEIVED_LATE] = "diterima-terlambat",
	};

	return names[w];
}

static int by_key(const void *a, const void *b)
{
	const struct execution_case *x = a, *y = b;

	return slice_compare(x->key, y->key);
}

void execution_sort(struct execution_book *book)
{
	if (book->count > 1)
		qsort(book->cases, book->count, sizeof *book->cases, by_key);
}

const struct execution_case *execution_find(const struct execution_book *book, struct slice key)
{
	struct execution_case wanted = { .key = key };

	return book->count > 0 ? bsearch(&wanted, book->cases, book->count, sizeof *book->cases, by_key) : NULL;
}

static void step_back(struct execution_case *e, month_no period)
{
	e->total.due -= e->month.due;
	e->total.paid -= e->month.paid;
	e->total.written_off -= e->month.written_off;
	e->month = (struct execution_sums){ 0 };
	if (e->processed == period)
		e->processed = MONTH_NONE;
	if (e->first_paid == period)
		e->first_paid = MONTH_NONE;
	if (e->unpaid_count > 0 && e->unpaid[e->unpaid_count - 1].month == period)
		e->unpaid_count--;
}

void execution_step_back(struct execution_book *book)
{
	for (size_t i = 0; i < book->count; i++)
		step_back(&book->cases[i], book->period);
}

bool execution_agrees(const struct execution_book *book, const struct register_book *lines)
{
	size_t at = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct execution_case *e = &book->cases[i];
		int64_t arrears = 0, waiting = 0;
		size_t first = at;

		for (; at < lines->count && slice_equal(lines->rows[at].key, e->key); at++) {
			arrears += lines->rows[at].opening.arrears;
			waiting += lines->rows[at].waiting;
		}
		if (at == first || arrears != e->arrears || waiting != e->waiting)
			return false;
	}
	return at == lines->count;
}
