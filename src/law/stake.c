#include <nafkah/stake.h>

#include <nafkah/due.h>
#include <nafkah/register.h>

bool line_waits(const struct line *l)
{
	if (l->file->computed)
		return l->held;
	return l->file->state == STATE_DITAHAN || l->file->state == STATE_TIDAK_DITEMUKAN;
}

enum code line_waits_for(const struct line *l)
{
	if (l->held)
		return l->held_by;
	return l->file->state == STATE_TIDAK_DITEMUKAN ? N0610_NOT_FOUND : l->file->held_by;
}

static bool somebody_waits(const struct person *p)
{
	for (size_t i = 0; i < p->line_count; i++)
		if (line_waits(&p->lines[i]))
			return true;
	return false;
}

/* Another such person, with every hold lifted and nothing computed yet. False: memory. */
static bool release(const struct law *law, const struct person *p, struct person *out)
{
	*out = *p;
	out->cases = arena_array(law->arena, p->case_count, sizeof *out->cases);
	out->lines = arena_array(law->arena, p->line_count, sizeof *out->lines);
	if (out->cases == NULL || out->lines == NULL)
		return false;
	out->kept = 0;
	for (size_t i = 0; i < p->case_count; i++) {
		struct case_file *c = &out->cases[i];

		*c = p->cases[i];
		c->person = out;
		c->lines = out->lines + (p->cases[i].lines - p->lines);
		c->computed = c->computed || c->state == STATE_DITAHAN || c->state == STATE_TIDAK_DITEMUKAN;
		if (c->computed && c->ruling->child_count > 0)
			out->shares = law->rules->with_children;
	}
	for (size_t i = 0; i < p->line_count; i++) {
		struct line *l = &out->lines[i];

		*l = p->lines[i];
		l->file = out->cases + (p->lines[i].file - p->cases);
		l->held = false;
		l->sum = (struct figures){ 0 };
		if (l->booked == MONTH_NONE)
			l->booked = law->period - 1;
	}
	return true;
}

static enum status what_if(const struct law *law, struct person *p)
{
	struct person released;
	enum status status = release(law, p, &released) ? due_of_person(law, &released) : STATUS_FAIL;

	for (size_t i = 0; status == STATUS_OK && i < p->line_count; i++) {
		const struct line *l = &released.lines[i];

		if (line_waits(&p->lines[i]))
			p->lines[i].stake = l->opening.arrears + l->sum.missed + l->sum.due - l->sum.written_off;
	}
	return status;
}

bool stake_is_least(const struct rules *rules, const struct line *l)
{
	if (l->first_part != NULL)
		return l->first_part->has_stake && l->first_part->stake_more;
	if (l->award->cara != CARA_PECAHAN)
		return false;
	return rules->basis_month == BASIS_JUDGED ? l->file->ruling->judged_income == 0 : l->file->person->base.sen == 0;
}

/* The first part fixed the dues: of what it did not hold, this is what is owed. */
static int64_t stake_of_second_part(const struct line *l)
{
	return l->first_part->has_stake ? l->first_part->stake : l->sum.arrears;
}

enum status stake_of_person(const struct law *law, struct person *p)
{
	struct arena_mark mark = arena_mark(law->arena);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < p->line_count; i++)
		p->lines[i].stake = 0;
	if (!somebody_waits(p))
		return STATUS_OK;
	for (size_t i = 0; i < p->line_count; i++)
		if (line_waits(&p->lines[i]) && p->lines[i].first_part != NULL)
			p->lines[i].stake = stake_of_second_part(&p->lines[i]);
	if (p->lines[0].first_part == NULL)
		status = what_if(law, p);
	arena_rewind(law->arena, mark);
	return status;
}
