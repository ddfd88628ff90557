#include <nafkah/overpaid.h>

#include <nafkah/due.h>
#include <nafkah/register.h>
#include <nafkah/right.h>

/* Whether the month before took the right for one that stood. */
static bool stood(const struct register_row *row)
{
	switch (row->status) {
	case LINE_DIPOTONG:
	case LINE_SEBAGIAN:
	case LINE_NIHIL:
	case LINE_DITERIMA_ASN:
		return row->due > 0 || row->cause.len == 0;
	case LINE_BELUM_BHT:
	case LINE_BELUM_MULAI:
	case LINE_DITAHAN:
	case LINE_TIDAK_DITEMUKAN:
	case LINE_SELESAI:
		break;
	}
	return false;
}

/* Whether the month before could not say that its ruling was over, which it is. */
static bool waited(const struct line *l)
{
	enum line_status before = l->before->status;

	return l->file->state == STATE_SELESAI && (before == LINE_DITAHAN || before == LINE_TIDAK_DITEMUKAN);
}

/* The months between the end of the right and what is booked; empty where the end was known, or none came too late. */
static struct span behind_end(const struct line *l)
{
	struct span none = { 1, 0 }, out;

	if (l->before == NULL || l->ended_by.len == 0 || (l->child != NULL && l->child->custody == CUSTODY_FATHER))
		return none;
	if (!stood(l->before) && !waited(l))
		return none;
	out.first = (l->right.last >= l->right.first ? l->right.last : l->right.first - 1) + 1;
	out.last = l->before->opening.booked;
	if (!span_empty(l->term) && l->term.last < out.last)
		out.last = l->term.last;
	return out;
}

/* Of the last month booked the register tells; what a hold booked before is computed like the others. */
static bool is_told(const struct line *l, month_no m)
{
	return m == l->before->opening.booked && stood(l->before);
}

/* Another such person, whose rights go on as far as they were booked. False: memory. */
static bool go_on(const struct law *law, const struct person *p, struct person *out)
{
	*out = *p;
	out->cases = arena_array(law->arena, p->case_count, sizeof *out->cases);
	out->lines = arena_array(law->arena, p->line_count, sizeof *out->lines);
	if (out->cases == NULL || out->lines == NULL)
		return false;
	for (size_t i = 0; i < p->case_count; i++) {
		out->cases[i] = p->cases[i];
		out->cases[i].person = out;
		out->cases[i].lines = out->lines + (p->cases[i].lines - p->lines);
	}
	for (size_t i = 0; i < p->line_count; i++) {
		struct line *l = &out->lines[i];
		struct span more = p->lines[i].overpaid.months;

		*l = p->lines[i];
		l->file = out->cases + (p->lines[i].file - p->cases);
		if (span_empty(more))
			continue;
		l->right.last = more.last;
		l->file->computed = true;
		if (l->file->ruling->child_count > 0)
			out->shares = law->rules->with_children;
	}
	return true;
}

/* Adds what month m gave to each line behind its end. `parts` has room for every line. */
static enum status add_month(const struct law *law, struct person *p, const struct person *on, month_no m, int64_t *parts)
{
	bool compute = false;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < p->line_count; i++)
		compute = compute || (span_has(p->lines[i].overpaid.months, m) && !is_told(&p->lines[i], m));
	if (compute)
		status = due_of_month(law, on, m, parts);
	for (size_t i = 0; status == STATUS_OK && i < p->line_count; i++) {
		struct line *l = &p->lines[i];

		if (span_has(l->overpaid.months, m))
			l->overpaid.rupiah += is_told(l, m) ? l->before->due : parts[i];
	}
	return status;
}

/* All months of the lines that have some. */
static struct span all_months(const struct person *p)
{
	struct span all = { MONTH_FOREVER, MONTH_NONE };

	for (size_t i = 0; i < p->line_count; i++) {
		struct span one = p->lines[i].overpaid.months;

		if (span_empty(one))
			continue;
		all.first = one.first < all.first ? one.first : all.first;
		all.last = one.last > all.last ? one.last : all.last;
	}
	return all;
}

enum status overpaid_of_person(const struct law *law, struct person *p)
{
	struct arena_mark mark = arena_mark(law->arena);
	int64_t *parts;
	struct person on;
	struct span all;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < p->line_count; i++)
		p->lines[i].overpaid = (struct overpaid){ .months = behind_end(&p->lines[i]) };
	all = all_months(p);
	if (!span_empty(all)) {
		parts = arena_array(law->arena, p->line_count, sizeof *parts);
		status = parts != NULL && go_on(law, p, &on) ? STATUS_OK : STATUS_FAIL;
		for (month_no m = all.first; status == STATUS_OK && m <= all.last; m++)
			status = add_month(law, p, &on, m, parts);
	}
	arena_rewind(law->arena, mark);
	for (size_t i = 0; i < p->line_count; i++)
		if (p->lines[i].overpaid.rupiah == 0)
			p->lines[i].overpaid = (struct overpaid){ 0 };
	return status;
}
