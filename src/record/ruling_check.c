/* What the schema of rulings cannot state: rules between fields, and between rulings. */
#include <nafkah/name.h>
#include <nafkah/nip.h>
#include <nafkah/ruling.h>

#include <stdlib.h>

struct check {
	const struct ruling *ruling;
	struct slice file;
	struct findings *findings;
};

static void note(const struct check *c, enum code code, uint64_t line, struct slice value, struct slice detail)
{
	char nip[NIP_DIGITS + 1];

	nip_format(c->ruling->nip, nip);
	findings_add(c->findings, &(struct finding){
		.code = code, .personal = true, .file = c->file, .line = line, .value = value, .detail = detail,
		.nip = slice_from_c(nip), .perkara = c->ruling->number,
	});
}

/* An award whose attributes do not fit its `cara`; the words say what is wrong. NULL: none. */
static const char *form_fault(const struct award *a)
{
	bool wife = a->hak == HAK_IDDAH || a->hak == HAK_MUTAH || a->hak == HAK_LAMPAU;
	bool amounts = a->monthly > 0 || a->lump > 0 || a->paid_before > 0 || a->raise > 0;

	if (wife && a->months == 0)
		return "bulan";
	if (a->cara == CARA_PECAHAN && (amounts || a->child != NULL))
		return "pecahan";
	if (a->hak == HAK_BAGIAN_GAJI && (a->cara != CARA_PECAHAN || a->months > 0))
		return "bagian-gaji";
	if (a->cara == CARA_NOMINAL && (a->monthly > 0) == (a->lump > 0))
		return "per-bulan, jumlah";
	if (a->hak == HAK_NAFKAH_ANAK && (a->lump > 0 || a->paid_before > 0 || a->months > 0))
		return "nafkah-anak";
	if (wife && a->raise > 0)
		return "naik";
	if (a->hak == HAK_LAMPAU && (a->span_from == MONTH_NONE) != (a->span_to == MONTH_NONE))
		return "dari, sampai";
	return NULL;
}

static size_t count_hak(const struct ruling *r, enum hak hak)
{
	size_t count = 0;

	for (size_t i = 0; i < r->award_count; i++)
		count += r->awards[i].hak == hak ? 1 : 0;
	return count;
}

static void check_wife_awards(const struct check *c)
{
	const struct ruling *r = c->ruling;
	static const enum hak wife[] = { HAK_IDDAH, HAK_MUTAH, HAK_LAMPAU, HAK_BAGIAN_GAJI };
	size_t kinds = 0;

	for (size_t i = 0; i < sizeof wife / sizeof *wife; i++) {
		size_t count = count_hak(r, wife[i]);

		kinds += count > 0 ? 1 : 0;
		if (count > 1)
			note(c, N0504_AWARD_TWICE, r->line, slice_from_c(hak_name(wife[i])), (struct slice){ 0 });
	}
	if (count_hak(r, HAK_BAGIAN_GAJI) > 0 && kinds > 1)
		note(c, N0503_AWARD_FORM, r->line, SLICE("bagian-gaji"), SLICE("bagian-gaji"));
}

/* How many awards cover a child: one for all counts, one for another child does not. */
static size_t covers(const struct ruling *r, const struct child *child)
{
	size_t count = 0;

	for (size_t i = 0; i < r->award_count; i++) {
		const struct award *a = &r->awards[i];

		count += a->hak == HAK_NAFKAH_ANAK && (a->child == NULL || a->child == child) ? 1 : 0;
	}
	return count;
}

static void check_children(const struct check *c)
{
	const struct ruling *r = c->ruling;
	struct slice none = { 0 };

	for (size_t i = 0; i < r->child_count; i++) {
		const struct child *child = &r->children[i];
		size_t awards = covers(r, child);

		for (size_t k = 0; k < i; k++)
			if (slice_equal(child->id, r->children[k].id))
				note(c, N0507_CHILD_ID_TWICE, child->line, child->id, none);
		if (awards > 1)
			note(c, N0505_CHILD_COVERED_TWICE, child->line, child->id, none);
		if (awards == 0 && r->award_count > 0)
			note(c, N0508_CHILD_WITHOUT_AWARD, child->line, child->id, none);
		if (date_is_set(child->end.date) && date_compare(child->end.date, child->born) < 0)
			note(c, N0502_END_BEFORE_START, child->line, SLICE("berhenti"), SLICE("lahir"));
		if (date_is_set(r->dates.ruled) && date_compare(child->born, r->dates.ruled) > 0)
			note(c, N0512_CHILD_BORN_AFTER_RULING, child->line, child->id, none);
	}
	if (r->child_count == 0 && count_hak(r, HAK_NAFKAH_ANAK) > 0)
		note(c, N0506_AWARD_CHILD_UNLISTED, r->line, SLICE("nafkah-anak"), none);
}

static void check_dates(const struct check *c)
{
	const struct ruling *r = c->ruling;
	const struct ruling_dates *d = &r->dates;

	if (date_is_set(d->final) && date_compare(d->final, d->ruled) < 0)
		note(c, N0513_DATES_OUT_OF_ORDER, r->line, SLICE("tanggal-bht"), SLICE("tanggal-putusan"));
	if (date_is_set(d->pledged) && date_compare(d->pledged, d->ruled) < 0)
		note(c, N0513_DATES_OUT_OF_ORDER, r->line, SLICE("tanggal-ikrar"), SLICE("tanggal-putusan"));
	if (date_is_set(r->over.date) && date_compare(r->over.date, d->ruled) < 0)
		note(c, N0502_END_BEFORE_START, r->line, SLICE("selesai"), SLICE("tanggal-putusan"));
	for (size_t i = 0; i < r->award_count; i++)
		if (r->awards[i].span_to != MONTH_NONE && r->awards[i].span_to < r->awards[i].span_from)
			note(c, N0502_END_BEFORE_START, r->awards[i].line, SLICE("sampai"), SLICE("dari"));
}

/* The k-th account of a ruling: the former spouse's, then the children's. NULL at the end. */
static const struct account *account_at(const struct ruling *r, size_t k)
{
	return k == 0 ? &r->ex.account : k <= r->child_count ? &r->children[k - 1].account : NULL;
}

static void check_holders(const struct check *c)
{
	const struct ruling *r = c->ruling;

	for (size_t i = 1; i <= r->child_count; i++) {
		for (size_t k = 0; k < i; k++) {
			const struct account *a = account_at(r, k), *b = account_at(r, i);

			if (a->possible && b->possible && slice_equal(a->bank, b->bank) && slice_equal(a->number, b->number) &&
			    name_compare(a->holder, b->holder) != NAMES_EQUAL)
				note(c, N0509_HOLDER_NAMES_DIFFER, r->line, a->holder, b->holder);
		}
	}
}

void ruling_check(const struct ruling *r, struct slice file, struct findings *findings)
{
	struct check c = { r, file, findings };

	for (size_t i = 0; i < r->award_count; i++) {
		const char *fault = form_fault(&r->awards[i]);

		if (fault != NULL)
			note(&c, N0503_AWARD_FORM, r->awards[i].line, slice_from_c(hak_name(r->awards[i].hak)), slice_from_c(fault));
	}
	check_wife_awards(&c);
	check_children(&c);
	check_dates(&c);
	check_holders(&c);
}

static int by_ruling(const void *a, const void *b)
{
	const struct ruling *const *x = a, *const *y = b;

	return ruling_compare(*x, *y);
}

struct owned_account {
	const struct ruling *ruling;
	const struct account *account;
	struct slice digits; /* without leading zeros: a spreadsheet drops them */
};

static struct slice significant(struct slice digits)
{
	while (digits.len > 0 && digits.ptr[0] == '0')
		digits = slice_sub(digits, 1, digits.len);
	return digits;
}

/* By account; within one account in register order, so that the findings come in a fixed order. */
static int by_account(const void *a, const void *b)
{
	const struct owned_account *x = a, *y = b;
	int order = slice_compare(x->digits, y->digits);

	if (order == 0)
		order = slice_compare(x->account->bank, y->account->bank);
	return order != 0 ? order : ruling_compare(x->ruling, y->ruling);
}

static bool one_account(const struct owned_account *a, const struct owned_account *b)
{
	return slice_equal(a->digits, b->digits) && slice_equal(a->account->bank, b->account->bank);
}

static bool of_former_spouse(const struct owned_account *a)
{
	return a->account == &a->ruling->ex.account;
}

static bool one_spouse(const struct former_spouse *a, const struct former_spouse *b)
{
	if (a->nik.len > 0 && b->nik.len > 0)
		return slice_equal(a->nik, b->nik);
	return name_compare(a->name, b->name) != NAMES_DIFFER;
}

/* Whether two rulings pay different people to one account: any two civil servants' do as far as anybody knows, and one's do when
 * the holders or the former spouses are different. */
static bool pays_others(const struct owned_account *a, const struct owned_account *b)
{
	if (a->ruling->nip != b->ruling->nip)
		return true;
	if (a->ruling == b->ruling)
		return false; /* check_holders looks at one ruling */
	if (name_compare(a->account->holder, b->account->holder) == NAMES_DIFFER)
		return true;
	return of_former_spouse(a) && of_former_spouse(b) && !one_spouse(&a->ruling->ex, &b->ruling->ex);
}

/* Rulings that pay different people to one account: each is named, with another one beside it. */
static void note_shared(const struct rulings *all, struct findings *findings, const struct owned_account *group, size_t count)
{
	const struct ruling *told = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct ruling *r = group[i].ruling;
		size_t k = 0;

		while (k < count && (r == told || !pays_others(&group[i], &group[k])))
			k++;
		if (k == count)
			continue;
		note(&(struct check){ r, all->file, findings }, N0511_ACCOUNT_SHARED, r->line, group[i].account->number,
		     group[k].ruling->number);
		told = r;
	}
}

/* One account in rulings that pay different people. */
static void check_shared_accounts(const struct rulings *all, struct arena *scratch, struct findings *findings)
{
	struct owned_account *owned;
	size_t count = 0, room = 0;

	for (size_t i = 0; i < all->count; i++)
		room += 1 + all->items[i]->child_count;
	owned = arena_array(scratch, room, sizeof *owned);
	if (owned == NULL)
		return;
	for (size_t i = 0; i < all->count; i++)
		for (size_t k = 0; k <= all->items[i]->child_count; k++)
			if (account_at(all->items[i], k)->possible)
				owned[count++] = (struct owned_account){ all->items[i], account_at(all->items[i], k),
				                                         significant(account_at(all->items[i], k)->number) };
	qsort(owned, count, sizeof *owned, by_account);
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count && one_account(&owned[from], &owned[to]); to++)
			;
		note_shared(all, findings, owned + from, to - from);
	}
}

void rulings_check(struct rulings *all, struct arena *scratch, struct findings *findings)
{
	struct arena_mark mark = arena_mark(scratch);

	if (all->count > 1)
		qsort(all->items, all->count, sizeof(struct ruling *), by_ruling);
	for (size_t i = 1; i < all->count; i++)
		if (ruling_compare(all->items[i - 1], all->items[i]) == 0)
			note(&(struct check){ all->items[i], all->file, findings }, N0501_CASE_TWICE, all->items[i]->line,
			     all->items[i]->number, (struct slice){ 0 });
	check_shared_accounts(all, scratch, findings);
	arena_rewind(scratch, mark);
}
