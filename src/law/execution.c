#include <nafkah/execution.h>

#include <nafkah/right.h>
#include <nafkah/roster.h>
#include <nafkah/stake.h>

/* What is known while one case is judged. */
struct judged {
	const struct law *law;
	const struct case_file *file;
	month_no before;                    /* the folder before; MONTH_NONE: none */
	const struct execution_case *known; /* NULL: it did not have the ruling */
	struct execution *out;
};

static bool is_kept(const struct line *l)
{
	return l->child != NULL && l->child->custody == CUSTODY_FATHER;
}

static bool in_force(const struct case_file *c)
{
	return c->state != STATE_BELUM_BHT && c->state != STATE_BELUM_MULAI;
}

/* Somebody has to say first what became of the months before (N0606). */
static bool booked_is_unknown(const struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++)
		if (c->lines[i].booked != MONTH_NONE)
			return false;
	return c->line_count > 0;
}

static month_no due_since(const struct case_file *c)
{
	const struct ruling_dates *d = &c->ruling->dates;
	month_no since = d->paid_until != MONTH_NONE && d->paid_until >= d->start ? d->paid_until + 1 : d->start;

	if (c->state == STATE_BELUM_BHT || booked_is_unknown(c))
		return MONTH_NONE;
	for (size_t i = 0; i < c->line_count; i++)
		if (c->lines[i].right.last >= since)
			return since;
	return MONTH_NONE;
}

static void sum_month(const struct case_file *c, struct execution_month *m)
{
	*m = (struct execution_month){ 0 };
	for (size_t i = 0; i < c->line_count; i++) {
		const struct figures *f = &c->lines[i].sum;

		m->due += f->due;
		m->missed += f->missed;
		m->kept += f->kept;
		m->paid += f->earlier_due + f->earlier_arrears + f->paid_due + f->paid_arrears;
		m->written_off += f->written_off;
		m->waiting += f->waiting;
		m->arrears += f->arrears;
	}
}

/* ---- months without payment ---- */

/* Whether month m of the line's right is one that nobody paid elsewhere. */
static bool is_unbooked(const struct line *l, month_no m)
{
	return !is_kept(l) && l->booked != MONTH_NONE && l->booked < m && span_has(l->right, m);
}

/* The second part of a month finds it booked by the first. */
static bool has_right_now(const struct line *l, month_no period)
{
	return !is_kept(l) && span_has(l->right, period) && l->booked <= (l->first_part != NULL ? period : period - 1);
}

/* A line that waits has not been given the months it missed. */
static bool misses_months(const struct line *l, month_no period)
{
	for (month_no m = l->booked + 1; line_waits(l) && l->booked != MONTH_NONE && m < period && m <= l->right.last; m++)
		if (is_unbooked(l, m))
			return true;
	return false;
}

static bool owes_now(const struct line *l, month_no period)
{
	const struct figures *f = &l->sum;

	if (l->opening.arrears + f->missed + f->due > f->written_off)
		return true;
	return has_right_now(l, period) || misses_months(l, period);
}

/* P itself. The line that is owed something decides: what is not held fell short. */
static bool judge_now(const struct judged *j, struct unpaid_month *out)
{
	month_no period = j->law->period;
	const struct line *waits = NULL;

	if (!in_force(j->file) || j->file->state == STATE_SELESAI || j->out->month.paid > 0 || j->out->month.waiting > 0)
		return false;
	*out = (struct unpaid_month){ period, UNPAID_LIMIT, SLICE("") };
	for (size_t i = 0; i < j->file->line_count; i++) {
		const struct line *l = &j->file->lines[i];

		if (!owes_now(l, period))
			continue;
		if (!line_waits(l))
			return true;
		waits = waits != NULL ? waits : l;
	}
	if (waits == NULL)
		return false;
	out->why = j->file->state == STATE_TIDAK_DITEMUKAN ? UNPAID_NOT_FOUND : UNPAID_HELD;
	if (out->why == UNPAID_HELD)
		out->code = slice_from_c(code_name(line_waits_for(waits)));
	return true;
}

static bool was_owed(const struct case_file *c, month_no m, bool with_arrears)
{
	for (size_t i = 0; i < c->line_count; i++)
		if (is_unbooked(&c->lines[i], m) || (with_arrears && c->lines[i].opening.arrears > 0))
			return true;
	return false;
}

/* A month before P that the folder before has not. */
static bool judge_past(const struct judged *j, month_no m, struct unpaid_month *out)
{
	bool skipped = j->known != NULL && m > j->before;

	if (!in_force(j->file) || j->file->state == STATE_SELESAI)
		return false;
	if (!skipped && m >= j->out->processed)
		return false;
	*out = (struct unpaid_month){ m, skipped ? UNPAID_NOT_RUN : UNPAID_RECEIVED_LATE, SLICE("") };
	return was_owed(j->file, m, skipped);
}

/* The month in the list of the folder before; NULL: not in it. `*at` goes along with rising months. */
static const struct unpaid_month *known_month(const struct judged *j, month_no m, size_t *at)
{
	if (j->known == NULL)
		return NULL;
	while (*at < j->known->unpaid_count && j->known->unpaid[*at].month < m)
		++*at;
	return *at < j->known->unpaid_count && j->known->unpaid[*at].month == m ? &j->known->unpaid[*at] : NULL;
}

static month_no first_to_judge(const struct judged *j)
{
	month_no first = j->law->period;

	if (j->out->due_since != MONTH_NONE)
		return j->out->due_since;
	if (j->known != NULL && j->known->unpaid_count > 0 && j->known->unpaid[0].month < first)
		first = j->known->unpaid[0].month;
	return first;
}

static enum status list_unpaid(const struct judged *j)
{
	struct execution *out = j->out;
	month_no period = j->law->period;
	size_t at = 0, room = 0;

	for (month_no m = first_to_judge(j); m <= period; m++) {
		const struct unpaid_month *known = known_month(j, m, &at);
		struct unpaid_month found, *grown;

		if (known == NULL && !(m < period ? judge_past(j, m, &found) : judge_now(j, &found)))
			continue;
		grown = arena_grow(j->law->arena, out->unpaid, out->unpaid_count, &room, sizeof *grown);
		if (grown == NULL)
			return STATUS_FAIL;
		out->unpaid = grown;
		out->unpaid[out->unpaid_count++] = known != NULL ? *known : found;
	}
	return STATUS_OK;
}

/* ---- what needs confirming ---- */

static enum status list_overdue(const struct judged *j)
{
	struct execution *out = j->out;
	size_t count = 0;

	out->overdue = arena_array(j->law->arena, confirmations_room(j->file), sizeof *out->overdue);
	if (out->overdue == NULL)
		return STATUS_FAIL;
	if (in_force(j->file) && j->file->state != STATE_SELESAI)
		count = confirmations_of_case(j->law->rules, j->law->period, j->file, out->overdue);
	for (size_t i = 0; i < count; i++)
		if (out->overdue[i].overdue)
			out->overdue[out->overdue_count++] = out->overdue[i];
	return STATUS_OK;
}

/* ---- what was paid too much ---- */

/* The second part of a month finds it in the first. */
static bool is_listed(const struct execution *out, const struct overpaid_line *wanted)
{
	for (size_t i = 0; i < out->overpaid_count; i++) {
		const struct overpaid_line *o = &out->overpaid[i];

		if (o->what.months.first == wanted->what.months.first && slice_equal(o->hak, wanted->hak) &&
		    slice_equal(o->payee, wanted->payee))
			return true;
	}
	return false;
}

static enum status list_overpaid(const struct judged *j)
{
	struct execution *out = j->out;
	size_t known = j->known != NULL ? j->known->overpaid_count : 0;

	out->overpaid = arena_array(j->law->arena, known + j->file->line_count, sizeof *out->overpaid);
	if (out->overpaid == NULL)
		return STATUS_FAIL;
	for (; out->overpaid_count < known; out->overpaid_count++)
		out->overpaid[out->overpaid_count] = j->known->overpaid[out->overpaid_count];
	for (size_t i = 0; i < j->file->line_count; i++) {
		const struct line *l = &j->file->lines[i];
		struct overpaid_line found = {
			slice_from_c(hak_name(l->award->hak)), line_payee(j->law->arena, l->child), l->overpaid,
		};

		if (l->overpaid.rupiah > 0 && !is_listed(out, &found))
			out->overpaid[out->overpaid_count++] = found;
	}
	return j->law->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

/* ---- the case ---- */

static void carry_on(struct judged *j)
{
	struct execution *out = j->out;
	const struct execution_month *m = &out->month;

	if (j->known != NULL) {
		out->processed = j->known->processed;
		out->first_paid = j->known->first_paid;
		out->total = j->known->total;
	}
	if (out->processed == MONTH_NONE && in_force(j->file))
		out->processed = j->law->period;
	if (out->first_paid == MONTH_NONE && m->paid > 0)
		out->first_paid = j->law->period;
	out->total.due += m->due + m->missed;
	out->total.paid += m->paid;
	out->total.written_off += m->written_off;
}

enum status execution_of_case(const struct law *law, const struct case_file *c, const struct execution_book *before,
                              struct execution *out)
{
	struct judged j = { .law = law, .file = c, .out = out };
	enum status status;

	if (before != NULL) {
		j.before = before->period;
		j.known = execution_find(before, c->ruling->key);
	}
	*out = (struct execution){ .file = c, .due_since = due_since(c) };
	sum_month(c, &out->month);
	carry_on(&j);
	status = list_unpaid(&j);
	if (status == STATUS_OK)
		status = list_overdue(&j);
	return status == STATUS_OK ? list_overpaid(&j) : status;
}

bool execution_late(const struct execution *e, month_no period, int32_t *months)
{
	*months = 0;
	for (size_t i = 0; i < e->unpaid_count; i++)
		if (e->first_paid == MONTH_NONE || e->unpaid[i].month < e->first_paid)
			++*months;
	return e->due_since != MONTH_NONE && e->due_since <= period;
}

bool line_ended(const struct line *l, month_no period, struct slice *why)
{
	*why = l->ended_by.len > 0 ? l->ended_by : SLICE("jangka-waktu");
	return l->right.last > 0 && l->right.last <= period;
}
