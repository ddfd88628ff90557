#include <nafkah/crosscheck.h>

#include <nafkah/hold.h>
#include <nafkah/name.h>
#include <nafkah/overpaid.h>
#include <nafkah/register.h>

#include <inttypes.h>

static struct date later(struct date a, struct date b)
{
	return date_compare(a, b) >= 0 ? a : b;
}

/* The day of the divorce; not set while it is not known. */
static struct date divorced_on(const struct ruling *r)
{
	struct date none = { 0 };

	if (!date_is_set(r->dates.final) || (r->divorce == CERAI_TALAK && !date_is_set(r->dates.pledged)))
		return none;
	return r->divorce == CERAI_TALAK ? later(r->dates.final, r->dates.pledged) : r->dates.final;
}

month_no divorce_month(const struct ruling *r)
{
	return date_month(divorced_on(r));
}

static bool is_divorced(const struct law *law, const struct ruling *r)
{
	bool together = slice_equal(r->over.cause, SLICE("rujuk")) || slice_equal(r->over.cause, SLICE("dicabut"));
	month_no m = divorce_month(r);

	return r->status == RULING_BHT && !together && m != MONTH_NONE && m < law->period;
}

/* The ruling of the latest divorce that took effect before this month; NULL: none. */
static const struct case_file *last_divorce(const struct law *law, const struct person *p)
{
	const struct case_file *last = NULL;

	for (size_t i = 0; i < p->case_count; i++)
		if (is_divorced(law, p->cases[i].ruling) &&
		    (last == NULL || divorce_month(p->cases[i].ruling) > divorce_month(last->ruling)))
			last = &p->cases[i];
	return last;
}

/* "3 x Rp400.000 = Rp1.200.000" */
static struct slice over_months(const struct law *law, int64_t rupiah, month_no months)
{
	char once[48], in_all[48];

	if (rupiah > RUPIAH_MAX || months > 1000)
		return arena_printf(law->arena, "%" PRId32 " x", months);
	return arena_printf(law->arena, "%" PRId32 " x %s = %s", months, money_rupiah(money_from_rupiah(rupiah), once),
	                    money_rupiah(money_from_rupiah(rupiah * months), in_all));
}

static int64_t allowance_of(const struct person *p)
{
	struct money sum = { 0 };

	for (size_t i = 0; i < p->row_count; i++)
		if (p->rows[i].counted && !money_add(sum, p->rows[i].family.allowance, &sum))
			break;
	return money_floor_rupiah(sum);
}

/* What a row says that only a married person's should; empty: nothing. */
static struct slice marriage_in(const struct law *law, const struct pay_row *row)
{
	const struct family *f = &row->family;

	if (!row->counted || (!f->married && f->spouses == 0))
		return SLICE("");
	if (f->spouses == 0)
		return arena_printf(law->arena, "status-kawin %.*s", SLICE_ARG(f->status));
	if (!f->married)
		return arena_printf(law->arena, "jumlah-pasangan %" PRIu64, f->spouses);
	return arena_printf(law->arena, "status-kawin %.*s, jumlah-pasangan %" PRIu64, SLICE_ARG(f->status), f->spouses);
}

static void note_married(const struct law *law, const struct person *p, const struct case_file *c)
{
	char since[11];

	date_format(divorced_on(c->ruling), since);
	for (size_t i = 0; i < p->row_count; i++) {
		struct slice said = marriage_in(law, &p->rows[i]);

		if (said.len == 0)
			continue;
		law_note(law, c, N0652_STILL_MARRIED, said, slice_from_c(since));
		return;
	}
}

/* The allowance says that he counts as married; one finding is enough. */
static void check_family(const struct law *law, const struct person *p)
{
	const struct case_file *c = last_divorce(law, p);
	int64_t allowance = allowance_of(p);

	if (c == NULL)
		return;
	if (allowance > 0)
		law_note_rupiah(law, c, N0651_SPOUSE_ALLOWANCE, allowance,
		                over_months(law, allowance, law->period - divorce_month(c->ruling)));
	else
		note_married(law, p, c);
}

static bool has_begun(const struct case_file *c)
{
	return c->state != STATE_BELUM_BHT && c->state != STATE_BELUM_MULAI;
}

/* Whether no month before this one saw the ruling begun. A further entry is not received again. */
static bool begins_now(const struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		const struct register_row *row = c->lines[i].before;

		if (row != NULL && row->status != LINE_BELUM_BHT && row->status != LINE_BELUM_MULAI)
			return false;
	}
	return has_begun(c) && c->line_count > 0 && c->ruling->entry == 1;
}

/* A copy that comes in the month after is not late: courts send them by post. */
enum { USUAL_MONTHS = 1 };

static void check_receipt(const struct law *law, const struct case_file *c)
{
	struct date received = c->ruling->dates.received, divorced = divorced_on(c->ruling);
	month_no late = date_month(received) - date_month(divorced);
	char came[11], since[11];

	if (!begins_now(c) || !date_is_set(received) || !date_is_set(divorced) || late <= USUAL_MONTHS)
		return;
	date_format(received, came);
	date_format(divorced, since);
	law_note(law, c, N0653_RECEIVED_LATE, slice_from_c(came), slice_from_c(since));
}

/* Whether a name is the civil servant's, by the ruling or by his rows; one of titles alone is nobody's. */
static bool is_his_name(const struct case_file *c, struct slice name)
{
	const struct person *p = c->person;

	if (name_compare(name, SLICE("")) == NAMES_EQUAL)
		return false;
	if (name_compare(name, c->ruling->asn_name) == NAMES_EQUAL)
		return true;
	for (size_t i = 0; i < p->row_count; i++)
		if (name_compare(name, p->rows[i].name) == NAMES_EQUAL)
			return true;
	return false;
}

/* A kept part is paid to nobody. */
static bool has_payee(const struct line *l)
{
	return l->child == NULL || l->child->custody != CUSTODY_FATHER;
}

/* Whether line `i` is the first of its payee. */
static bool is_first_of_payee(const struct case_file *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (has_payee(&c->lines[k]) && line_owner(&c->lines[k]) == line_owner(&c->lines[i]))
			return false;
	return has_payee(&c->lines[i]);
}

static void check_holder(const struct law *law, const struct line *l)
{
	const struct account *a = line_account(l);
	const struct child *owner = line_owner(l);

	if (!a->stated || account_is_of_asn(a, l->file->person) || !is_his_name(l->file, a->holder))
		return;
	law_note(law, l->file, N0655_PAYEE_IS_PAYER, a->holder,
	         owner != NULL ? arena_printf(law->arena, "anak %.*s/rekening", SLICE_ARG(owner->id))
	                       : SLICE("mantan/rekening"));
}

static void check_payees(const struct law *law, const struct case_file *c)
{
	if (!has_begun(c) || c->state == STATE_SELESAI)
		return;
	if (is_his_name(c, c->ruling->ex.name))
		law_note(law, c, N0655_PAYEE_IS_PAYER, c->ruling->ex.name, SLICE("mantan"));
	for (size_t i = 0; i < c->line_count; i++)
		if (is_first_of_payee(c, i))
			check_holder(law, &c->lines[i]);
}

static void note_overpaid(const struct law *law, const struct line *l)
{
	const struct overpaid *o = &l->overpaid;
	char first[8], last[8];

	if (o->rupiah == 0)
		return;
	month_format(o->months.first, first);
	month_format(o->months.last, last);
	law_note_rupiah(law, l->file, N0654_PAID_AFTER_END, o->rupiah,
	                arena_printf(law->arena, "%s%s%.*s, %" PRId32 " (%s - %s), %.*s", hak_name(l->award->hak),
	                             l->child != NULL ? " " : "", l->child != NULL ? (int)l->child->id.len : 0,
	                             l->child != NULL ? l->child->id.ptr : "",
	                             o->months.last - o->months.first + 1, first, last, SLICE_ARG(l->ended_by)));
}

enum status crosscheck_person(const struct law *law, struct person *p)
{
	enum status status = overpaid_of_person(law, p);

	check_family(law, p);
	for (size_t i = 0; i < p->case_count; i++) {
		check_receipt(law, &p->cases[i]);
		check_payees(law, &p->cases[i]);
	}
	for (size_t i = 0; i < p->line_count; i++)
		note_overpaid(law, &p->lines[i]);
	return law->arena->exhausted ? STATUS_FAIL : status;
}
