/* Worked examples: an office in words, and what the law makes of it in words.
 *
 * `shown` says what is compared. One capital letter:
 *   S  state of each ruling, ":Nxxxx" behind it where a ruling fault holds it
 *   F  codes of the findings, in the order in which they were made
 *   L  asn_share/ceiling/available/limit/paid of the person ("-" for no ceiling)
 *   W  draws: line index, kind, due+arrears
 * else small letters, one field each, joined by ":" within a line and by " " between lines:
 *   d due  k kept  m missed  f first missed month  p paid  v paid towards dues  o paid towards arrears
 *   w written off  q waiting  a arrears  b booked after  r months of the right  t term  e ended by
 *   s status  h held by  c account  g terms, "=" behind them where the register keeps last month's */
#ifndef TESTS_LAW_EXAMPLE_H
#define TESTS_LAW_EXAMPLE_H

#include "office.h"

#include <inttypes.h>
#include <stdio.h>

struct example {
	const char *why, *given, *shown, *expected;
};

static inline void show_span(struct buf *out, struct span s)
{
	char first[8], last[8];

	month_format(s.first, first);
	month_format(s.last, last);
	if (s.first > s.last)
		buf_printf(out, "-");
	else
		buf_printf(out, "%s..%s", first, s.last == MONTH_FOREVER ? "" : last);
}

static inline void show_amount(const struct line *l, char field, struct buf *out)
{
	const struct figures *f = &l->sum;
	int64_t amount = field == 'd' ? f->due : field == 'k' ? f->kept : field == 'm' ? f->missed :
	                 field == 'p' ? f->paid_due + f->paid_arrears :
	                 field == 'v' ? f->paid_due : field == 'o' ? f->paid_arrears :
	                 field == 'w' ? f->written_off : field == 'q' ? f->waiting : f->arrears;

	buf_printf(out, "%" PRId64, amount);
}

static inline void show_field(const struct line *l, char field, struct buf *out)
{
	char text[8];

	month_format(field == 'f' ? l->sum.missed_from : l->booked_after, text);
	if (field == 'b' || field == 'f')
		buf_printf(out, "%s", text);
	else if (field == 'r' || field == 't')
		show_span(out, field == 'r' ? l->right : l->term);
	else if (field == 'e')
		buf_printf(out, "%.*s", SLICE_ARG(l->ended_by));
	else if (field == 's')
		buf_printf(out, "%s", line_status_name(l->status));
	else if (field == 'h')
		buf_printf(out, "%s", l->held ? code_name(l->held_by) : "-");
	else if (field == 'g')
		buf_printf(out, "%.*s%s", SLICE_ARG(l->terms), l->keeps_terms ? "=" : "");
	else if (field == 'c')
		buf_printf(out, "%.*s", SLICE_ARG(l->account));
	else
		show_amount(l, field, out);
}

static inline void show_cases(const struct office *o, struct buf *out)
{
	for (size_t i = 0; i < o->person->case_count; i++) {
		const struct case_file *c = &o->person->cases[i];

		buf_printf(out, "%s%s", i > 0 ? " " : "", ruling_state_name(c->state));
		if (c->state == STATE_DITAHAN && !c->computed)
			buf_printf(out, ":%s", code_name(c->held_by));
	}
}

static inline void show_person(const struct person *p, struct buf *out)
{
	buf_printf(out, "%" PRId64 "/", p->asn_share);
	if (p->ceiling == INT64_MAX)
		buf_printf(out, "-");
	else
		buf_printf(out, "%" PRId64, p->ceiling);
	buf_printf(out, "/%" PRId64 "/%" PRId64 "/%" PRId64, p->available, p->limit, p->paid);
}

static inline void show(const struct office *o, const char *shown, struct buf *out)
{
	const struct person *p = o->person;

	if (shown[0] == 'S')
		show_cases(o, out);
	if (shown[0] == 'L')
		show_person(p, out);
	for (size_t i = 0; shown[0] == 'F' && i < o->findings.count; i++)
		buf_printf(out, "%s%s", i > 0 ? " " : "", code_name(o->findings.items[i].code));
	for (size_t i = 0; shown[0] == 'W' && i < p->draw_count; i++)
		buf_printf(out, "%s%td %s %" PRId64 "+%" PRId64, i > 0 ? ", " : "", p->draws[i].line - p->lines,
		           kind_name(p->draws[i].row->kind), p->draws[i].due, p->draws[i].arrears);
	for (size_t i = 0; shown[0] >= 'a' && i < p->line_count; i++)
		for (const char *field = shown; *field != '\0'; field++) {
			buf_printf(out, "%s", field > shown ? ":" : i > 0 ? " " : "");
			show_field(&p->lines[i], *field, out);
		}
	buf_char(out, '\0');
}

/* Each example must also keep the laws of conservation. */
static inline void run_examples(const struct example *list, size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct office *o = office_open(list[i].given);
		struct buf got = { 0 };
		enum status status = law_person(&o->law, o->person);

		show(o, list[i].shown, &got);
		if (status != STATUS_OK || strcmp(got.ptr, list[i].expected) != 0) {
			print_error("%s\n  given    %s\n  expected %s\n  got      %s (status %d)\n", list[i].why, list[i].given,
			            list[i].expected, got.ptr, (int)status);
			wrong++;
		}
		buf_release(&got);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

#define RUN(list) run_examples(list, sizeof(list) / sizeof *(list))

#endif
