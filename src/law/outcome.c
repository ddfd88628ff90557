#include <nafkah/outcome.h>

#include <nafkah/right.h>
#include <nafkah/source.h>

static int64_t line_paid(const struct line *l)
{
	return l->sum.paid_due + l->sum.paid_arrears;
}

/* In both parts of the month. */
static int64_t line_paid_in_all(const struct line *l)
{
	return l->sum.earlier_due + l->sum.earlier_arrears + line_paid(l);
}

/* A month of the line's right that is neither past nor booked. */
static bool has_future(const struct line *l, month_no period)
{
	month_no after = l->booked_after > period ? l->booked_after : period;

	return !span_empty(l->right) && l->right.last > after;
}

static enum line_status status_of_line(const struct line *l, month_no period)
{
	switch (l->file->state) {
	case STATE_BELUM_BHT:
		return LINE_BELUM_BHT;
	case STATE_BELUM_MULAI:
		return LINE_BELUM_MULAI;
	case STATE_TIDAK_DITEMUKAN:
		return LINE_TIDAK_DITEMUKAN;
	case STATE_SELESAI:
		return LINE_SELESAI;
	case STATE_DITAHAN:
	case STATE_DIPOTONG:
	case STATE_SEBAGIAN:
	case STATE_NIHIL:
		break;
	}
	if (!l->file->computed || l->held)
		return LINE_DITAHAN;
	if (l->sum.arrears > 0 || l->sum.waiting > 0)
		return LINE_SEBAGIAN;
	if (line_paid_in_all(l) > 0)
		return LINE_DIPOTONG;
	if (l->sum.kept > 0)
		return LINE_DITERIMA_ASN;
	return has_future(l, period) ? LINE_NIHIL : LINE_SELESAI;
}

static void outcome_of_case(struct case_file *c)
{
	bool all_held = true, open = false, moved = false;

	if (!c->computed)
		return;
	for (size_t i = 0; i < c->line_count; i++) {
		const struct line *l = &c->lines[i];

		all_held = all_held && l->held;
		open = open || l->held || l->sum.arrears > 0 || l->sum.waiting > 0;
		moved = moved || l->sum.due > 0 || l->sum.missed > 0 || line_paid_in_all(l) > 0;
	}
	c->state = all_held ? STATE_DITAHAN : open ? STATE_SEBAGIAN : moved ? STATE_DIPOTONG : STATE_NIHIL;
	if (all_held && c->line_count > 0)
		c->held_by = c->lines[0].held_by;
}

void outcome_of_person(const struct law *law, struct person *p)
{
	for (size_t i = 0; i < p->case_count; i++)
		outcome_of_case(&p->cases[i]);
	for (size_t i = 0; i < p->line_count; i++)
		p->lines[i].status = status_of_line(&p->lines[i], law->period);
}

static bool line_conserved(const struct line *l)
{
	const struct figures *f = &l->sum;
	bool sign = f->due >= 0 && f->kept >= 0 && f->missed >= 0 && f->paid_due >= 0 && f->paid_arrears >= 0 &&
	            f->written_off >= 0 && f->waiting >= 0 && f->arrears >= 0;

	return sign && l->opening.arrears + f->missed + f->due ==
	                       line_paid_in_all(l) + f->written_off + f->waiting + f->arrears;
}

static bool rows_conserved(const struct person *p, int64_t *taken)
{
	for (size_t i = 0; i < p->row_count; i++) {
		*taken += p->rows[i].taken;
		if (p->rows[i].taken < 0 || p->rows[i].taken > row_available(&p->rows[i]))
			return false;
	}
	return true;
}

bool conserved(const struct law *law, const struct person *p)
{
	int64_t paid = 0, drawn = 0, taken = 0;
	bool whole = rows_conserved(p, &taken);

	for (size_t i = 0; i < p->line_count; i++) {
		whole = whole && line_conserved(&p->lines[i]);
		paid += line_paid(&p->lines[i]);
	}
	for (size_t i = 0; i < p->draw_count; i++)
		drawn += p->draws[i].due + p->draws[i].arrears;
	whole = whole && paid == drawn && paid == taken && paid == p->paid && paid <= p->limit;
	if (!whole && p->case_count > 0)
		law_note_rupiah(law, &p->cases[0], N9901_CONSERVATION, paid, SLICE("law"));
	return whole;
}
