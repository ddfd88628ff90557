/* The folders of a statement as months that follow one another: what lies between them, and whether each opens with what
 * the one before it left. */
#include "statement_private.h"

#include <stdlib.h>

/* ---- order ---- */

static bool is_second(const struct month_folder *f)
{
	return f->record.continues_seal.len > 0;
}

static int by_month(const void *a, const void *b)
{
	const struct month_folder *x = a, *y = b;

	if (x->record.period != y->record.period)
		return x->record.period < y->record.period ? -1 : 1;
	if (is_second(x) != is_second(y))
		return is_second(x) ? 1 : -1;
	return strcmp(x->path, y->path);
}

static bool is_first_of(const struct month_folder *first, const struct month_folder *second)
{
	return is_second(second) && slice_equal(second->record.continues_seal, slice_from_c(first->seal.hex));
}

static void note_twice(struct stating *s, const struct month_folder *f, const struct month_folder *other)
{
	char month[8];

	month_format(f->record.period, month);
	cycle_note(s->c, N0774_STATEMENT_PERIOD_TWICE, slice_from_c(f->path), slice_from_c(month), slice_from_c(other->path));
}

enum status statement_order(struct stating *s)
{
	enum status status = STATUS_OK;
	size_t kept = 0;

	qsort(s->folders, s->count, sizeof *s->folders, by_month);
	for (size_t i = 0; i < s->count; i++) {
		struct month_folder *before = kept > 0 ? &s->folders[kept - 1] : NULL;

		if (before == NULL || before->record.period != s->folders[i].record.period) {
			s->folders[kept++] = s->folders[i];
		} else if (is_first_of(before, &s->folders[i])) {
			*before = s->folders[i]; /* its register is the whole month's */
		} else {
			note_twice(s, &s->folders[i], before);
			status = STATUS_REJECT;
		}
	}
	s->count = kept;
	return status;
}

/* ---- months ---- */

static bool add(int64_t *sum, int64_t amount)
{
	return !__builtin_add_overflow(*sum, amount, sum);
}

static bool add_row(struct statement_sums *to, const struct register_row *r)
{
	return add(&to->opening, r->opening_arrears) && add(&to->due, r->due) && add(&to->missed, r->missed) &&
	       add(&to->kept, r->kept) && add(&to->paid, r->paid) && add(&to->written_off, r->written_off) &&
	       add(&to->waiting, r->waiting) && add(&to->arrears, r->opening.arrears);
}

/* Adds what moved, and goes on to what is owed now. */
static bool add_moved(struct statement_sums *to, const struct statement_sums *month)
{
	to->arrears = month->arrears;
	return add(&to->due, month->due) && add(&to->missed, month->missed) && add(&to->kept, month->kept) &&
	       add(&to->paid, month->paid) && add(&to->written_off, month->written_off) && add(&to->waiting, month->waiting);
}

static const struct register_row *row_of(const struct month_folder *f, const struct statement_line *l)
{
	return register_find(&f->book, l->key, l->bare ? SLICE("") : slice_from_c(hak_name(l->hak)), l->payee);
}

/* The second part may be missing where the first waits for it. */
static bool waits(const struct month_folder *f)
{
	return f->record.has_more;
}

static enum status fill_month(struct stating *s, const struct month_folder *f, struct statement_month *m)
{
	size_t lines = s->out->line_count;

	*m = (struct statement_month){
		.month = f->record.period, .state = waits(f) ? MONTH_PROVISIONAL : MONTH_GIVEN, .more = f->record.more,
		.seal = slice_from_c(f->seal.hex), .rows = arena_array(&s->c->arena, lines, sizeof *m->rows),
	};
	for (size_t i = 0; m->rows != NULL && i < lines; i++) {
		const struct register_row *row = row_of(f, &s->lines[i]);
		struct statement_sums one = { 0 };

		m->rows[i] = row;
		if (row == NULL)
			continue;
		m->row_count++;
		if (!add_row(&one, row) || !add_row(&m->sums, row) || !add_moved(&s->lines[i].total, &one))
			return STATUS_REJECT;
	}
	return m->rows != NULL ? STATUS_OK : STATUS_FAIL;
}

/* ---- between the months ---- */

static void note_missing(struct stating *s, month_no month, const char *part)
{
	char text[8];

	month_format(month, text);
	cycle_note(s->c, N0772_STATEMENT_MONTH_MISSING, (struct slice){ 0 },
	           part != NULL ? arena_printf(&s->c->arena, "%s (%s)", text, part) : slice_from_c(text), (struct slice){ 0 });
}

/* Whether the months between were never run: the later folder names the earlier one as what it builds on. */
static bool builds_on(const struct month_folder *f, const struct month_folder *before)
{
	return slice_equal(f->record.previous_seal, slice_from_c(before->seal.hex));
}

static void note_jump(struct stating *s, const struct month_folder *f, const struct statement_line *l, int64_t opening,
                      int64_t left)
{
	char now[48], before[48];
	struct slice value;

	(void)money_rupiah(money_from_rupiah(opening), now);
	(void)money_rupiah(money_from_rupiah(left), before);
	value = arena_printf(&s->c->arena, "%s %.*s %s", hak_name(l->hak), SLICE_ARG(l->payee), now);
	cycle_note(s->c, N0773_STATEMENT_CHAIN, slice_from_c(f->path), value, slice_from_c(before));
}

/* Line by line: one may open with more and another with less. Across a missing folder nothing can be said. */
static void check_opening(struct stating *s, const struct statement_month *before, const struct statement_month *m,
                          const struct month_folder *f)
{
	for (size_t i = 0; i < s->out->line_count; i++) {
		int64_t left = before->rows[i] != NULL ? before->rows[i]->opening.arrears : 0;
		int64_t opening = m->rows[i] != NULL ? m->rows[i]->opening_arrears : 0;

		if (left != opening)
			note_jump(s, f, &s->lines[i], opening, left);
	}
}

/* The months between two folders, as rows of their own. True: none of them has a folder that was not given. */
static bool fill_between(struct stating *s, const struct month_folder *f, const struct month_folder *before)
{
	bool not_run = builds_on(f, before);
	bool whole = not_run || (f->record.period == before->record.period + 1 && !waits(before));

	if (waits(before))
		note_missing(s, before->record.period, kind_name(before->record.more));
	for (month_no m = before->record.period + 1; m < f->record.period; m++) {
		s->months[s->out->month_count++] =
			(struct statement_month){ .month = m, .state = not_run ? MONTH_NOT_RUN : MONTH_ABSENT };
		if (!not_run)
			note_missing(s, m, NULL);
	}
	return whole;
}

static enum status fill_months(struct stating *s)
{
	struct statement *out = s->out;
	const struct statement_month *before = NULL;
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < s->count; i++) {
		bool whole = before != NULL && fill_between(s, &s->folders[i], &s->folders[i - 1]);
		struct statement_month *m = &s->months[out->month_count++];

		status = fill_month(s, &s->folders[i], m);
		if (status != STATUS_OK)
			return status;
		m->jump = before != NULL ? m->sums.opening - before->sums.arrears : 0;
		if (whole)
			check_opening(s, before, m, &s->folders[i]);
		if (before == NULL)
			out->total.opening = m->sums.opening;
		if (!add(&out->jumps, m->jump) || !add_moved(&out->total, &m->sums))
			status = STATUS_REJECT;
		before = m;
	}
	return status;
}

enum status statement_chain(struct stating *s)
{
	month_no first = s->folders[0].record.period, last = s->folders[s->count - 1].record.period;
	enum status status;

	s->months = arena_array(&s->c->arena, (size_t)(last - first) + 1, sizeof *s->months);
	if (s->months == NULL)
		return STATUS_FAIL;
	status = fill_months(s);
	s->out->months = s->months;
	if (status == STATUS_REJECT) /* sums that 64 bits do not hold: no register of this program */
		cycle_note(s->c, N0701_PREVIOUS_SEAL, (struct slice){ 0 }, SLICE(REGISTER_NAME), (struct slice){ 0 });
	return status;
}
