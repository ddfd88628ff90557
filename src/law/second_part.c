/* The second part of a month: what the first part wrote is taken up again, and what waited is paid. */
#include <nafkah/hold.h>
#include <nafkah/law.h>
#include <nafkah/limit.h>
#include <nafkah/outcome.h>
#include <nafkah/register.h>
#include <nafkah/right.h>
#include <nafkah/source.h>
#include <nafkah/stake.h>
#include <nafkah/state.h>

/* The finding code of a cause in the register. */
static enum code code_of(struct slice cause)
{
	for (unsigned c = 0; c < CODE_COUNT; c++)
		if (slice_equal(cause, slice_from_c(code_name((enum code)c))))
			return (enum code)c;
	return N0610_NOT_FOUND;
}

/* Dues are paid before arrears, and a line's arrears only when all dues are covered: so what was paid went to the due first. */
static void resume_line(struct line *l)
{
	const struct register_row *r = l->first_part;
	int64_t to_due = r->paid < r->due ? r->paid : r->due;

	l->opening = r->opening;
	l->opening.arrears = r->opening_arrears;
	l->sum = (struct figures){
		.due = r->due, .kept = r->kept, .missed = r->missed, .earlier_due = to_due, .earlier_arrears = r->paid - to_due,
		.written_off = r->written_off, .waiting = r->waiting,
	};
	l->booked = r->opening.booked;
	l->booked_after = r->opening.booked;
	l->bank = r->opening.bank;
	l->account = r->opening.account;
	l->keeps_terms = !slice_equal(r->opening.nilai, l->terms);
	l->held = r->status == LINE_DITAHAN;
	l->held_by = l->held ? code_of(r->cause) : N0610_NOT_FOUND;
}

/* Whether the first part computed the line's ruling: a line that is over says so only by having had something to settle. */
static bool was_computed(const struct register_row *r)
{
	if (r->status == LINE_SELESAI)
		return r->opening_arrears > 0 || r->missed > 0 || r->due > 0;
	return r->status == LINE_DIPOTONG || r->status == LINE_SEBAGIAN || r->status == LINE_NIHIL ||
	       r->status == LINE_DITERIMA_ASN;
}

static enum ruling_state state_of_status(enum line_status s)
{
	return s == LINE_BELUM_BHT           ? STATE_BELUM_BHT
	       : s == LINE_BELUM_MULAI       ? STATE_BELUM_MULAI
	       : s == LINE_TIDAK_DITEMUKAN   ? STATE_TIDAK_DITEMUKAN
	       : s == LINE_SELESAI           ? STATE_SELESAI
	                                     : STATE_DITAHAN;
}

/* A ruling that was not computed gives all of its lines one status; where they differ, it was. */
static void resume_case(const struct law *law, struct case_file *c)
{
	right_of_case(law->rules, c);
	c->computed = false;
	for (size_t i = 0; i < c->line_count; i++) {
		struct line *l = &c->lines[i];

		resume_line(l);
		c->computed = c->computed || was_computed(l->first_part) ||
		              l->first_part->status != c->lines[0].first_part->status;
		c->state = state_of_status(l->first_part->status);
		if (l->held)
			c->held_by = l->held_by;
	}
}

/* What the new rows say against a case that was computed: then nothing more is paid on it this month. */
static void check_case(const struct law *law, struct case_file *c)
{
	if (!c->computed)
		return;
	c->state = STATE_NIHIL;
	state_check_rows(law, c);
	for (size_t i = 0; c->state == STATE_DITAHAN && i < c->line_count; i++) {
		if (!c->lines[i].held)
			c->lines[i].held_by = c->held_by;
		c->lines[i].held = true;
	}
	hold_own_accounts(law, c);
}

/* The share bound what waits; the first part has said so. What is new is pay that does not hold even that. */
static void note_limit(const struct law *law, const struct person *p)
{
	for (size_t i = 0; p->ceiling > p->available && i < p->case_count; i++) {
		if (!p->cases[i].computed)
			continue;
		limit_note(law, p, &p->cases[i]);
		return;
	}
}

static bool waited_before(const struct line *l)
{
	return line_waits(l) && (l->first_part->status == LINE_DITAHAN || l->first_part->status == LINE_TIDAK_DITEMUKAN);
}

/* The rights of `c` that wait for `code` since the first part: "iddah, nafkah-anak a1". */
static struct slice rights_that_waited(const struct law *law, const struct case_file *c, enum code code)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < c->line_count; i++) {
		const struct line *l = &c->lines[i];

		if (!waited_before(l) || line_waits_for(l) != code)
			continue;
		text = arena_printf(law->arena, "%.*s%s%s%s%.*s", SLICE_ARG(text), text.len > 0 ? ", " : "", hak_name(l->award->hak),
		                    l->child != NULL ? " " : "", l->child != NULL ? (int)l->child->id.len : 0,
		                    l->child != NULL ? l->child->id.ptr : "");
	}
	return text;
}

/* The first part has reported what it held; what of it still waits is named again, once for each cause. */
static void note_holds(const struct law *law, const struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		bool told = !waited_before(&c->lines[i]);

		for (size_t k = 0; k < i; k++)
			told = told || (waited_before(&c->lines[k]) && line_waits_for(&c->lines[k]) == line_waits_for(&c->lines[i]));
		if (!told)
			law_note(law, c, N0714_HELD_SINCE_FIRST_PART, slice_from_c(code_name(line_waits_for(&c->lines[i]))),
			         rights_that_waited(law, c, line_waits_for(&c->lines[i])));
	}
}

enum status law_continue(const struct law *law, struct person *p)
{
	enum status status;

	for (size_t i = 0; i < p->case_count; i++) {
		resume_case(law, &p->cases[i]);
		if (p->cases[i].line_count == 0)
			state_of_case(law, &p->cases[i]); /* without awards nothing was fixed */
		check_case(law, &p->cases[i]);
	}
	p->shares = law->rules->with_children; /* the base stays unknown here: the first part has used it up */
	p->available = 0;
	for (size_t i = 0; i < p->row_count; i++)
		p->available += row_available(&p->rows[i]);
	for (size_t i = 0; i < p->line_count; i++)
		p->lines[i].sum.waiting = 0; /* the ceiling takes it from first_part */
	status = limit_of_second_part(law, p);
	if (status == STATUS_OK)
		status = source_of_person(law, p);
	if (status != STATUS_OK)
		return status;
	outcome_of_person(law, p);
	for (size_t i = 0; i < p->case_count; i++)
		note_holds(law, &p->cases[i]);
	for (size_t i = 0; i < p->line_count; i++)
		law_note_growth(law, &p->lines[i]);
	note_limit(law, p);
	return conserved(law, p) ? STATUS_OK : STATUS_FAIL;
}
