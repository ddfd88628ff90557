#include <nafkah/law.h>

#include <nafkah/confirmation.h>
#include <nafkah/due.h>
#include <nafkah/hold.h>
#include <nafkah/income.h>
#include <nafkah/limit.h>
#include <nafkah/nip.h>
#include <nafkah/outcome.h>
#include <nafkah/right.h>
#include <nafkah/source.h>
#include <nafkah/state.h>

#include <inttypes.h>
#include <stdio.h>

void law_note(const struct law *law, const struct case_file *c, enum code code, struct slice value, struct slice detail)
{
	char nip[NIP_DIGITS + 1];

	nip_format(c->ruling->nip, nip);
	findings_add(law->findings, &(struct finding){
		.code = code,
		.personal = true,
		.file = law->rulings_file,
		.line = c->ruling->line,
		.value = value,
		.detail = detail,
		.nip = slice_from_c(nip),
		.perkara = c->ruling->number,
	});
}

void law_note_rupiah(const struct law *law, const struct case_file *c, enum code code, int64_t rupiah, struct slice detail)
{
	char text[24];

	(void)snprintf(text, sizeof text, "%" PRId64, rupiah);
	law_note(law, c, code, slice_from_c(text), detail);
}

void law_note_growth(const struct law *law, const struct line *l)
{
	if (l->sum.arrears > l->opening.arrears && l->opening.grew && l->opening.grew_before)
		law_note_rupiah(law, l->file, N0647_ARREARS_GROWING, l->sum.arrears, slice_from_c(hak_name(l->award->hak)));
}

/* Amounts that grew out of proportion, and arrears that a person should look at. */
static void note_line(const struct law *law, const struct line *l)
{
	const struct person *p = l->file->person;
	struct slice hak = slice_from_c(hak_name(l->award->hak));

	if (l->sum.written_off > 0)
		law_note_rupiah(law, l->file, N0649_ARREARS_WRITTEN_OFF, l->sum.written_off, hak);
	law_note_growth(law, l);
	if (l->award->cara == CARA_NOMINAL && l->sum.due > 0 && p->base.sen > 0 && l->sum.due / 10 >= money_floor_rupiah(p->base))
		law_note_rupiah(law, l->file, N0648_TEN_TIMES_PAY, l->sum.due, hak);
}

/* The missed months of a ruling: how much in all, and from when. */
static void note_missed(const struct law *law, const struct case_file *c)
{
	month_no from = MONTH_FOREVER;
	int64_t missed = 0;
	char text[8];

	for (size_t i = 0; i < c->line_count; i++) {
		const struct figures *f = &c->lines[i].sum;

		missed += f->missed;
		if (f->missed > 0 && f->missed_from < from)
			from = f->missed_from;
	}
	month_format(from, text);
	if (missed > 0)
		law_note_rupiah(law, c, N0642_MISSED_MONTHS, missed, slice_from_c(text));
}

/* His net pay over all counted rows after the deduction, whole rupiah. */
static int64_t cash_left(const struct person *p)
{
	int64_t cash = -p->paid;

	for (size_t i = 0; i < p->row_count; i++)
		if (p->rows[i].counted)
			cash += money_floor_rupiah(p->rows[i].net);
	return cash;
}

static void note_person(const struct law *law, const struct person *p)
{
	const struct case_file *first = NULL;
	int64_t cash = cash_left(p);

	for (size_t i = 0; i < p->case_count && first == NULL; i++)
		if (p->cases[i].computed)
			first = &p->cases[i];
	if (first == NULL)
		return;
	limit_note(law, p, first);
	if (p->paid > 0 && cash < p->asn_share)
		law_note_rupiah(law, first, N0646_CASH_BELOW_SHARE, cash, (struct slice){ 0 });
}

enum status law_person(const struct law *law, struct person *p)
{
	enum status status;

	for (size_t i = 0; i < p->case_count; i++) {
		right_of_case(law->rules, &p->cases[i]);
		state_of_case(law, &p->cases[i]);
		hold_register(law, &p->cases[i]);
		if (p->cases[i].computed)
			hold_lines(law, &p->cases[i]);
	}
	if (!income_of_person(law, p)) {
		law_note(law, &p->cases[0], N0204_MONEY_SUM_OVERFLOW, (struct slice){ 0 }, (struct slice){ 0 });
		return STATUS_REJECT;
	}
	status = due_of_person(law, p);
	if (status == STATUS_OK)
		status = limit_of_person(law, p);
	if (status == STATUS_OK)
		status = source_of_person(law, p);
	if (status != STATUS_OK)
		return status;
	outcome_of_person(law, p);
	for (size_t i = 0; status == STATUS_OK && i < p->case_count; i++) {
		note_missed(law, &p->cases[i]);
		status = confirmation_note(law, &p->cases[i]);
	}
	for (size_t i = 0; i < p->line_count; i++)
		note_line(law, &p->lines[i]);
	note_person(law, p);
	return status == STATUS_OK && conserved(law, p) ? STATUS_OK : STATUS_FAIL;
}
