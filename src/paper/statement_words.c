/* The sentences of a statement, and the values that stand in them. */
#include "statement_private.h"
#include "words.h"

#include <nafkah/page.h>

#include <inttypes.h>

static const char *const phrases[STATEMENT_PHRASE_COUNT][LANG_COUNT] = {
#define P(name, id, en) [ST_##name] = { [LANG_ID] = (id), [LANG_EN] = (en) },
#include "statement_phrases.h"
#undef P
};

struct slice stated_fill(struct stated *x, enum statement_phrase p, const struct slice *values, size_t count)
{
	return words_fill(&x->arena, phrases[p][x->lang], values, count);
}

struct slice stated_input(struct stated *x, struct slice from_input)
{
	struct buf text = { 0 };
	struct slice copy;

	append_escaped(&text, from_input, false);
	x->arena.exhausted = x->arena.exhausted || text.failed;
	copy = arena_copy(&x->arena, buf_slice(&text));
	buf_release(&text);
	return copy;
}

struct slice stated_rupiah(struct stated *x, int64_t rupiah)
{
	bool below = rupiah < 0 && rupiah > INT64_MIN;
	struct slice digits = stated_amount(x, below ? -rupiah : rupiah);

	return rupiah == 0 ? SLICE("Rp0") : arena_printf(&x->arena, "%sRp%.*s", below ? "−" : "", SLICE_ARG(digits));
}

/* Any 64-bit number; a real minus sign, which no spreadsheet takes for a formula. */
struct slice stated_amount(struct stated *x, int64_t rupiah)
{
	char text[32];
	size_t at = sizeof text, digits = 0;
	uint64_t left = rupiah < 0 ? 0 - (uint64_t)rupiah : (uint64_t)rupiah;

	if (rupiah == 0)
		return SLICE("–");
	for (; left > 0; left /= 10) {
		if (digits > 0 && digits % 3 == 0)
			text[--at] = '.';
		text[--at] = (char)('0' + left % 10);
		digits++;
	}
	return arena_printf(&x->arena, "%s%.*s", rupiah < 0 ? "−" : "", (int)(sizeof text - at), text + at);
}

struct slice stated_number(struct stated *x, int64_t n)
{
	return arena_printf(&x->arena, "%" PRId64, n);
}

struct slice stated_month(struct stated *x, month_no m)
{
	return m == MONTH_NONE ? SLICE("–") : arena_printf(&x->arena, "%s %" PRId32, month_word(m, x->lang), m / 12);
}

struct slice stated_span(struct stated *x, month_no first, month_no last)
{
	return first == last ? stated_month(x, first) : SAY(SPAN, stated_month(x, first), stated_month(x, last));
}

struct slice stated_day(struct stated *x, struct date d)
{
	if (!date_is_set(d))
		return SLICE("–");
	return arena_printf(&x->arena, "%d %s %d", d.day, month_word(d.month - 1, x->lang), d.year);
}

/* ---- awards ---- */

static struct slice hak_text(struct stated *x, enum hak hak)
{
	static const enum statement_phrase names[HAK_COUNT] = {
		[HAK_NAFKAH_ANAK] = ST_NAFKAH_ANAK,
		[HAK_IDDAH] = ST_IDDAH,
		[HAK_MUTAH] = ST_MUTAH,
		[HAK_LAMPAU] = ST_LAMPAU,
		[HAK_BAGIAN_GAJI] = ST_BAGIAN_GAJI,
	};

	return stated_fill(x, names[hak], NULL, 0);
}

struct slice stated_line(struct stated *x, const struct statement_line *l)
{
	struct slice id = l->payee, text = hak_text(x, l->hak);

	(void)slice_cut(&id, ':');
	if (id.len > 0)
		text = SAY(NAFKAH_ANAK_OF, stated_input(x, id));
	return x->s->entry_count > 1 ? SAY(OF_ENTRY, text, stated_number(x, l->entry)) : text;
}

struct slice stated_award(struct stated *x, const struct award *a)
{
	return a->child != NULL ? SAY(NAFKAH_ANAK_OF, stated_input(x, a->child->id)) : hak_text(x, a->hak);
}

static struct slice share_text(struct stated *x, const struct award *a)
{
	if (a->hak == HAK_NAFKAH_ANAK)
		return W(SHARE_CHILDREN);
	if (a->hak == HAK_BAGIAN_GAJI)
		return W(SHARE_PAY);
	return a->months > 0 ? SAY(SHARE_WIFE_MONTHS, stated_number(x, a->months)) : W(SHARE_WIFE);
}

static struct slice child_amount(struct stated *x, const struct ruling *r, const struct award *a)
{
	struct slice text = stated_rupiah(x, a->monthly);

	text = a->child == NULL && r->child_count > 1 ? SAY(A_MONTH_ALL, text) : SAY(A_MONTH, text);
	return a->raise > 0 ? SAY(RISES, text, stated_number(x, a->raise)) : text;
}

struct slice stated_terms(struct stated *x, const struct ruling *r, const struct award *a)
{
	struct slice text;

	if (a->cara == CARA_PECAHAN)
		text = share_text(x, a);
	else if (a->hak == HAK_NAFKAH_ANAK)
		text = child_amount(x, r, a);
	else if (a->lump > 0)
		text = SAY(LUMP, stated_rupiah(x, a->lump), stated_number(x, a->months));
	else
		text = SAY(MONTHLY, stated_rupiah(x, a->monthly), stated_number(x, a->months));
	if (a->paid_before > 0)
		text = SAY(PAID_BEFORE, text, stated_rupiah(x, a->paid_before));
	return a->span_from != MONTH_NONE ? SAY(NEGLECTED, text, stated_span(x, a->span_from, a->span_to)) : text;
}

/* ---- statuses ---- */

struct slice stated_status(struct stated *x, enum line_status s)
{
	static const enum statement_phrase names[LINE_STATUS_COUNT] = {
		[LINE_BELUM_BHT] = ST_S_BELUM_BHT, [LINE_BELUM_MULAI] = ST_S_BELUM_MULAI,
		[LINE_DITAHAN] = ST_S_DITAHAN,     [LINE_TIDAK_DITEMUKAN] = ST_S_TIDAK_DITEMUKAN,
		[LINE_DIPOTONG] = ST_S_DIPOTONG,   [LINE_SEBAGIAN] = ST_S_SEBAGIAN,
		[LINE_NIHIL] = ST_S_NIHIL,         [LINE_DITERIMA_ASN] = ST_S_DITERIMA_ASN,
		[LINE_SELESAI] = ST_S_SELESAI,
	};

	return stated_fill(x, names[s], NULL, 0);
}

struct slice stated_cause(struct stated *x, struct slice word)
{
	static const struct {
		const char *word;
		enum statement_phrase said;
	} causes[] = {
		{ "kawin-lagi", ST_C_KAWIN_LAGI }, { "meninggal", ST_C_MENINGGAL }, { "usia", ST_C_USIA },
		{ "menikah", ST_C_MENIKAH },       { "bekerja", ST_C_BEKERJA },     { "putusan", ST_C_PUTUSAN },
		{ "rujuk", ST_C_RUJUK },           { "dicabut", ST_C_DICABUT },     { "diganti", ST_C_DIGANTI },
	};

	for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
		if (slice_equal(word, slice_from_c(causes[i].word)))
			return stated_fill(x, causes[i].said, NULL, 0);
	return stated_input(x, word);
}

/* What holds a line, in English; the page of the month says it in Indonesian only. */
static const char *const labels[CODE_COUNT] = {
	[N0205_ROW_ARITHMETIC_HOLD] = "a row of his pay does not add up",
	[N0601_IKRAR_MISSING] = "no date of the pledge (ikrar talak)",
	[N0602_START_BEFORE_FINAL] = "deductions begin before the ruling is final",
	[N0603_STATUS_WITHOUT_END] = "reconciled or withdrawn, but no end is stated",
	[N0604_SEX_CONTRADICTS] = "the NIP contradicts husband or wife",
	[N0605_INCOME_MISSING] = "the income that the judge found is missing",
	[N0606_BOOKED_UNKNOWN] = "nobody said which months were paid before",
	[N0607_CHILD_NOT_BORN] = "a child is born after this month",
	[N0608_NAME_DIFFERS] = "the name is not the one on the payroll",
	[N0610_NOT_FOUND] = "the civil servant is not on the payroll",
	[N0621_TERM_TOO_LONG] = "the term is longer than the rules allow",
	[N0622_SPAN_TOO_LONG] = "more months than the neglected span has",
	[N0623_ASN_IS_FEMALE] = "a right that is not taken from a woman’s pay",
	[N0624_TERMS_CHANGED] = "the terms have changed since last month",
	[N0631_ACCOUNT_MISSING] = "the payee has no account yet",
	[N0632_ACCOUNT_IMPOSSIBLE] = "the account number is impossible",
	[N0633_ACCOUNT_IS_OWN] = "the account is the civil servant’s own",
	[N0634_ACCOUNT_CHANGED] = "the account changed without a document",
	[N0635_PAYEE_DEAD] = "the payee has died",
};

static enum code code_of(struct slice word)
{
	for (unsigned c = 0; c < CODE_COUNT; c++)
		if (slice_equal(word, slice_from_c(code_name((enum code)c))))
			return (enum code)c;
	return CODE_COUNT;
}

struct slice stated_reason(struct stated *x, const struct register_row *row)
{
	struct slice status = stated_status(x, row->status);
	enum code code = code_of(row->cause);
	const char *label;

	if (row->cause.len == 0)
		return status;
	if (code == CODE_COUNT || code_label(code) == NULL)
		return SAY(BECAUSE, status, stated_cause(x, row->cause));
	label = x->lang == LANG_EN && labels[code] != NULL ? labels[code] : code_label(code);
	return SAY(WAITS_FOR, status, slice_from_c(label), row->cause, slice_from_c(code_office(code)));
}
