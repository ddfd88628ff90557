#include <nafkah/state.h>

#include <nafkah/name.h>
#include <nafkah/nip.h>
#include <nafkah/right.h>

static month_no booked_of(const struct line *l, month_no period)
{
	const struct ruling_dates *dates = &l->file->ruling->dates;

	if (l->opening.booked != MONTH_NONE)
		return l->opening.booked;
	if (dates->paid_until != MONTH_NONE)
		return dates->paid_until;
	return dates->start >= period ? dates->start - 1 : MONTH_NONE;
}

static bool is_final(const struct ruling *r, month_no period)
{
	if (r->status != RULING_BHT && r->status != RULING_RUJUK && r->status != RULING_DICABUT)
		return false;
	if (!date_is_set(r->dates.final) || date_month(r->dates.final) > period)
		return false;
	return r->divorce != CERAI_TALAK || date_month(r->dates.pledged) <= period;
}

/* Whether a month of the line's right is still to be booked, or money is still owed. */
static bool line_is_open(const struct line *l)
{
	month_no booked = l->booked != MONTH_NONE ? l->booked : l->file->ruling->dates.start - 1;

	return l->opening.arrears > 0 || (!span_empty(l->right) && l->right.last > booked);
}

static bool any_open(const struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++)
		if (line_is_open(&c->lines[i]))
			return true;
	return false;
}

static bool is_found(const struct person *p)
{
	for (size_t i = 0; i < p->row_count; i++)
		if (p->rows[i].counted && p->rows[i].adjusted)
			return true;
	return false;
}

/* One ruling fault: `c` is held by the first, all are reported. */
static void fault(const struct law *law, struct case_file *c, enum code code, struct slice value, struct slice detail)
{
	if (c->state != STATE_DITAHAN)
		c->held_by = code;
	c->state = STATE_DITAHAN;
	law_note(law, c, code, value, detail);
}

static void fault_dates(const struct law *law, struct case_file *c)
{
	const struct ruling_dates *d = &c->ruling->dates;
	bool talak = c->ruling->divorce == CERAI_TALAK;
	month_no divorced = date_month(d->final);
	char start[8], final[8];

	if (talak && !date_is_set(d->pledged))
		fault(law, c, N0601_IKRAR_MISSING, (struct slice){ 0 }, (struct slice){ 0 });
	if (talak && date_month(d->pledged) > divorced)
		divorced = date_month(d->pledged);
	if (d->start >= divorced)
		return;
	month_format(d->start, start);
	month_format(divorced, final);
	fault(law, c, N0602_START_BEFORE_FINAL, slice_from_c(start), slice_from_c(final));
}

static void fault_terms(const struct law *law, struct case_file *c)
{
	const struct ruling *r = c->ruling;
	struct slice none = { 0 };

	if ((r->status == RULING_RUJUK || r->status == RULING_DICABUT) && !date_is_set(r->over.date))
		fault(law, c, N0603_STATUS_WITHOUT_END, r->status == RULING_RUJUK ? SLICE("rujuk") : SLICE("dicabut"), none);
	if (nip_is_female(r->nip) != (r->ex.relation == EX_HUSBAND))
		fault(law, c, N0604_SEX_CONTRADICTS, r->ex.relation == EX_WIFE ? SLICE("istri") : SLICE("suami"), none);
	if (law->rules->basis_month == BASIS_JUDGED && r->judged_income == 0)
		fault(law, c, N0605_INCOME_MISSING, none, none);
	for (size_t i = 0; i < r->child_count; i++) {
		char born[11];

		date_format(r->children[i].born, born);
		if (date_month(r->children[i].born) > law->period)
			fault(law, c, N0607_CHILD_NOT_BORN, r->children[i].id, slice_from_c(born));
	}
}

static void fault_booked(const struct law *law, struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		char start[8], before[8];

		if (c->lines[i].booked != MONTH_NONE)
			continue;
		month_format(c->ruling->dates.start, start);
		month_format(c->ruling->dates.start - 1, before);
		fault(law, c, N0606_BOOKED_UNKNOWN, slice_from_c(start), slice_from_c(before));
		return;
	}
}

void state_check_rows(const struct law *law, struct case_file *c)
{
	const struct person *p = c->person;
	enum name_match worst = NAMES_EQUAL;
	struct slice name = { 0 };
	bool sums = true;

	for (size_t i = 0; i < p->row_count; i++) {
		const struct pay_row *row = &p->rows[i];
		bool his = row->counted && row->adjusted;
		enum name_match match = his ? name_compare(c->ruling->asn_name, row->name) : NAMES_EQUAL;

		sums = sums && row->sums;
		if (match > worst) {
			worst = match;
			name = row->name;
		}
	}
	if (worst == NAMES_DIFFER)
		fault(law, c, N0608_NAME_DIFFERS, c->ruling->asn_name, name);
	if (worst == NAMES_SHARE_WORD)
		law_note(law, c, N0609_NAME_DIFFERS_SLIGHTLY, c->ruling->asn_name, name);
	if (!sums)
		fault(law, c, N0205_ROW_ARITHMETIC_HOLD, (struct slice){ 0 }, (struct slice){ 0 });
}

void state_of_case(const struct law *law, struct case_file *c)
{
	bool final = is_final(c->ruling, law->period);

	for (size_t i = 0; i < c->line_count; i++)
		c->lines[i].booked = final ? booked_of(&c->lines[i], law->period) : c->lines[i].opening.booked;
	c->computed = false;
	if (!final) {
		c->state = STATE_BELUM_BHT;
	} else if (c->ruling->dates.start > law->period) {
		c->state = STATE_BELUM_MULAI;
	} else if (!any_open(c)) {
		c->state = STATE_SELESAI;
	} else {
		c->state = STATE_NIHIL;
		fault_dates(law, c);
		fault_terms(law, c);
		fault_booked(law, c);
		state_check_rows(law, c);
		c->computed = c->state != STATE_DITAHAN && is_found(c->person);
		if (c->state != STATE_DITAHAN && !c->computed) {
			c->state = STATE_TIDAK_DITEMUKAN;
			law_note(law, c, N0610_NOT_FOUND, (struct slice){ 0 }, (struct slice){ 0 });
		}
	}
}
