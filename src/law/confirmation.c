#include <nafkah/confirmation.h>

#include <nafkah/right.h>

static struct date later(struct date a, struct date b)
{
	return date_compare(a, b) >= 0 ? a : b;
}

size_t confirmations_room(const struct case_file *c)
{
	return 1 + c->ruling->child_count;
}

/* The last month of the rights, after the period, that rest on `child` or, with NULL, on the former wife. MONTH_NONE:
 * there is none. */
static month_no rests_until(const struct rules *rules, month_no period, const struct case_file *c,
                            const struct child *child)
{
	month_no until = MONTH_NONE;

	for (size_t i = 0; i < c->line_count; i++) {
		const struct line *l = &c->lines[i];

		if (l->child != child || span_empty(l->right) || l->right.last <= period || l->right.last <= until)
			continue;
		if (child != NULL || award_ends_by_remarriage(rules, l->award))
			until = l->right.last;
	}
	return until;
}

/* False: nothing is to be asked. */
static bool ask(const struct rules *rules, month_no period, const struct case_file *c, const struct child *child,
                struct confirmation *out)
{
	const struct ruling_dates *d = &c->ruling->dates;
	struct date known = later(later(d->final, d->pledged), d->received);
	struct date vouched = child != NULL ? child->confirmed.date : c->ruling->ex.confirmed.date;
	month_no until = rests_until(rules, period, c, child);

	if (until == MONTH_NONE || (!date_is_set(known) && !date_is_set(vouched)))
		return false;
	*out = (struct confirmation){
		.child = child, .stated = date_compare(vouched, known) >= 0, .last = later(vouched, known), .until = until,
	};
	out->due = date_add_years(out->last, 1);
	out->overdue = date_month(out->due) <= period;
	return true;
}

size_t confirmations_of_case(const struct rules *rules, month_no period, const struct case_file *c,
                             struct confirmation *out)
{
	const struct ruling *r = c->ruling;
	size_t count = 0;

	if (!date_is_set(r->ex.remarried.date) && !date_is_set(r->ex.died.date))
		count += ask(rules, period, c, NULL, &out[count]) ? 1 : 0;
	for (size_t i = 0; i < r->child_count; i++)
		if (!date_is_set(r->children[i].end.date))
			count += ask(rules, period, c, &r->children[i], &out[count]) ? 1 : 0;
	return count;
}

static bool is_awaited(const struct case_file *c)
{
	return c->computed || c->state == STATE_DITAHAN;
}

enum status confirmation_note(const struct law *law, const struct case_file *c)
{
	struct arena_mark mark = arena_mark(law->arena);
	struct confirmation *all = arena_array(law->arena, confirmations_room(c), sizeof *all);
	struct slice who = SLICE("");
	struct date first = { 0 };
	size_t count = all != NULL && is_awaited(c) ? confirmations_of_case(law->rules, law->period, c, all) : 0;
	char due[11];

	for (size_t i = 0; i < count; i++) {
		struct slice name = all[i].child != NULL ? all[i].child->id : SLICE("mantan");

		if (!all[i].overdue)
			continue;
		first = who.len == 0 || date_compare(all[i].due, first) < 0 ? all[i].due : first;
		who = arena_printf(law->arena, "%.*s%s%.*s", SLICE_ARG(who), who.len > 0 ? ", " : "", SLICE_ARG(name));
	}
	date_format(first, due);
	if (who.len > 0)
		law_note(law, c, N0656_CONFIRMATION_DUE, slice_from_c(due), who);
	arena_rewind(law->arena, mark);
	return law->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}
