#include <nafkah/hold.h>

#include <nafkah/nip.h>

const struct child *line_owner(const struct line *l)
{
	if (l->child != NULL && (l->child->account.stated || l->child->custody == CUSTODY_GUARDIAN))
		return l->child;
	return NULL;
}

const struct account *line_account(const struct line *l)
{
	const struct child *owner = line_owner(l);

	return owner != NULL ? &owner->account : &l->file->ruling->ex.account;
}

bool account_is_of_asn(const struct account *a, const struct person *p)
{
	for (size_t i = 0; i < p->row_count; i++)
		if (account_digits_equal(a->number, p->rows[i].account))
			return true;
	return false;
}

bool account_changed(const struct line *l)
{
	const struct account *a = line_account(l);

	return l->opening.account.len > 0 &&
	       (!slice_equal(l->opening.account, a->number) || !slice_equal(l->opening.bank, a->bank));
}

/* Whether any line of the owner was paid to another account last month. */
static bool owner_changed(const struct case_file *c, const struct child *owner)
{
	for (size_t i = 0; i < c->line_count; i++)
		if (line_owner(&c->lines[i]) == owner && account_changed(&c->lines[i]))
			return true;
	return false;
}

/* What speaks against paying the owner of `l`; CODE_COUNT when nothing does. */
static enum code payee_fault(const struct law *law, const struct line *l)
{
	const struct case_file *c = l->file;
	const struct account *a = line_account(l);
	const struct child *owner = line_owner(l);
	struct date died = c->ruling->ex.died.date;

	if (!a->stated)
		return N0631_ACCOUNT_MISSING;
	if (!a->possible)
		return N0632_ACCOUNT_IMPOSSIBLE;
	if (account_is_of_asn(a, c->person))
		return N0633_ACCOUNT_IS_OWN;
	if (a->proof.len == 0 && owner_changed(c, owner))
		return N0634_ACCOUNT_CHANGED;
	if (owner == NULL && date_is_set(died) && law->period > date_month(died))
		return N0635_PAYEE_DEAD;
	return CODE_COUNT;
}

static bool terms_changed(const struct line *l)
{
	return l->opening.cara.len > 0 && (!slice_equal(l->opening.cara, slice_from_c(cara_name(l->award->cara))) ||
	                                   !slice_equal(l->opening.nilai, l->terms));
}

/* Before a ruling starts its terms may still be corrected. */
static bool has_started(const struct case_file *c)
{
	return c->state != STATE_BELUM_BHT && c->state != STATE_BELUM_MULAI && c->state != STATE_SELESAI;
}

/* The change of one owner's account is told once, with the first of his lines that it concerns. */
static bool first_changed(const struct case_file *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (line_owner(&c->lines[k]) == line_owner(&c->lines[i]) && account_changed(&c->lines[k]))
			return false;
	return account_changed(&c->lines[i]);
}

void hold_register(const struct law *law, struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		struct line *l = &c->lines[i];
		enum code fault = payee_fault(law, l);
		bool moved = account_changed(l) && (fault == N0633_ACCOUNT_IS_OWN || fault == N0634_ACCOUNT_CHANGED);
		bool accepted = line_account(l)->possible && !moved;

		l->bank = accepted ? line_account(l)->bank : l->opening.bank;
		l->account = accepted ? line_account(l)->number : l->opening.account;
		l->keeps_terms = has_started(c) && terms_changed(l);
		if (accepted && first_changed(c, i))
			law_note(law, c, N0636_ACCOUNT_CHANGED_DOCUMENTED, l->account, l->opening.account);
	}
}

/* What speaks against one award as such; CODE_COUNT when nothing does. */
static enum code award_fault(const struct law *law, const struct line *l)
{
	const struct award *a = l->award;
	int32_t span = a->span_to - a->span_from + 1;

	if ((a->hak == HAK_IDDAH && a->months > law->rules->max_iddah) ||
	    (a->hak == HAK_MUTAH && a->months > law->rules->max_mutah))
		return N0621_TERM_TOO_LONG;
	if (a->hak == HAK_LAMPAU && a->span_from != MONTH_NONE && a->months > span)
		return N0622_SPAN_TOO_LONG;
	if (nip_is_female(l->file->ruling->nip) && (a->hak != HAK_NAFKAH_ANAK || a->cara != CARA_NOMINAL))
		return N0623_ASN_IS_FEMALE;
	return CODE_COUNT;
}

static void hold(struct line *l, enum code by)
{
	if (!l->held)
		l->held_by = by;
	l->held = true;
}

/* Lines of one award stand together: the first one reports. */
static void hold_awards(const struct law *law, struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		struct line *l = &c->lines[i];
		enum code fault = award_fault(law, l);
		bool first = i == 0 || c->lines[i - 1].award != l->award;

		if (fault != CODE_COUNT)
			hold(l, fault);
		if (fault != CODE_COUNT && first)
			law_note(law, c, fault, slice_from_c(hak_name(l->award->hak)), l->terms);
		if (!terms_changed(l))
			continue;
		law_note(law, c, N0624_TERMS_CHANGED, l->terms, l->opening.nilai);
		for (size_t k = 0; k < c->line_count; k++)
			if (c->lines[k].award == l->award)
				hold(&c->lines[k], N0624_TERMS_CHANGED);
	}
}

/* Whether a payee fault holds this line: a kept part needs no account. */
static bool needs_payee(const struct line *l)
{
	return l->child == NULL || l->child->custody != CUSTODY_FATHER || l->opening.arrears > 0;
}

static bool reported_before(const struct case_file *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (needs_payee(&c->lines[k]) && line_owner(&c->lines[k]) == line_owner(&c->lines[i]))
			return true;
	return false;
}

static void hold_payees(const struct law *law, struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		struct line *l = &c->lines[i];
		enum code fault = payee_fault(law, l);
		const struct child *owner = line_owner(l);

		if (fault == CODE_COUNT || !needs_payee(l))
			continue;
		hold(l, fault);
		if (!reported_before(c, i))
			law_note(law, c, fault, line_account(l)->number, owner != NULL ? owner->id : SLICE("mantan"));
	}
}

void hold_lines(const struct law *law, struct case_file *c)
{
	hold_awards(law, c);
	hold_payees(law, c);
}

void hold_own_accounts(const struct law *law, struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		struct line *l = &c->lines[i];

		if (l->held || !needs_payee(l) || !account_is_of_asn(line_account(l), c->person))
			continue;
		hold(l, N0633_ACCOUNT_IS_OWN);
		law_note(law, c, N0633_ACCOUNT_IS_OWN, line_account(l)->number, slice_from_c(hak_name(l->award->hak)));
	}
}
