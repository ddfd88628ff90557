/* Notes, and the values and arithmetic that stand in them. */
#include "explain_private.h"

#include <nafkah/division.h>

#include <inttypes.h>

static const char *const phrases[PHRASE_COUNT][LANG_COUNT] = {
#define P(name, id, en) [P_##name] = { [LANG_ID] = (id), [LANG_EN] = (en) },
#include "explain_phrases.h"
#undef P
};

const char *explain_phrase(enum phrase p, enum lang lang)
{
	return phrases[p][lang];
}

struct slice explain_word(const struct explaining *x, enum phrase p)
{
	return slice_from_c(explain_phrase(p, x->given->lang));
}

/* The place of "{n}" at the start of `s`, 0 when it is something else. */
static size_t placeholder(struct slice s)
{
	bool is = s.len >= 3 && s.ptr[0] == '{' && s.ptr[2] == '}' && s.ptr[1] >= '1' && s.ptr[1] <= '9';

	return is ? (size_t)(s.ptr[1] - '0') : 0;
}

struct slice explain_fill(const struct explaining *x, const struct slice *slices, size_t count)
{
	struct buf text = { 0 };
	struct slice rest = slices[0], filled;

	while (rest.len > 0) {
		size_t nth = placeholder(rest);

		if (nth > 0 && nth < count)
			append_escaped(&text, slices[nth], false);
		else
			buf_char(&text, rest.ptr[0]);
		rest = slice_sub(rest, nth > 0 && nth < count ? 3 : 1, rest.len);
	}
	if (text.failed)
		x->law.arena->exhausted = true;
	filled = arena_copy(x->law.arena, buf_slice(&text));
	buf_release(&text);
	return filled;
}

void explain_say(struct explaining *x, enum note_kind kind, struct slice text)
{
	struct note *n = arena_alloc(x->law.arena, sizeof *n);

	if (n == NULL)
		return;
	*n = (struct note){ .kind = kind, .text = text };
	if (x->to->last != NULL)
		x->to->last->next = n;
	else
		x->to->first = n;
	x->to->last = n;
}

void explain_step(struct explaining *x, enum phrase p)
{
	x->step++;
	explain_say(x, NOTE_STEP, arena_printf(x->law.arena, "%u. %s", x->step, explain_phrase(p, x->given->lang)));
}

void explain_law(struct explaining *x, enum parameter p)
{
	const struct parameter_words *words = &x->law.rules->words[p];
	struct slice name = slice_from_c(parameter_name(p));

	if (x->quoted[p] != 0 && x->quoted[p] != x->step)
		TELL(LAW, W(LAW_AGAIN), name, words->value, explain_number(x, x->quoted[p]));
	if (x->quoted[p] != 0)
		return;
	x->quoted[p] = x->step;
	TELL(LAW, W(LAW), name, words->value, words->law);
}

void explain_house_rule(struct explaining *x, const char *header)
{
	TELL(LAW, W(LAW_HOUSE), slice_from_c(header));
}

void explain_ruling_says(struct explaining *x, const struct ruling *r, uint64_t line)
{
	TELL(LAW, W(LAW_RULING), r->number, x->given->rulings->file, explain_number(x, (int64_t)line));
}

/* ---- values ---- */

struct slice explain_money(const struct explaining *x, struct money m)
{
	char text[48];

	return arena_copy(x->law.arena, slice_from_c(money_rupiah(m, text)));
}

struct slice explain_rupiah(const struct explaining *x, int64_t rupiah)
{
	return explain_money(x, money_from_rupiah(rupiah));
}

struct slice explain_number(const struct explaining *x, int64_t n)
{
	return arena_printf(x->law.arena, "%" PRId64, n);
}

struct slice explain_month(const struct explaining *x, month_no m)
{
	char text[8];

	if (m == MONTH_NONE)
		return W(UNKNOWN);
	if (m == MONTH_FOREVER)
		return W(FOREVER);
	month_format(m, text);
	return arena_copy(x->law.arena, slice_from_c(text));
}

struct slice explain_months_of(const struct explaining *x, struct span s)
{
	if (s.first > s.last)
		return W(NO_MONTH);
	return FILL(W(FROM_TO), explain_month(x, s.first), explain_month(x, s.last));
}

struct slice explain_day(const struct explaining *x, struct date d)
{
	char text[11];

	if (!date_is_set(d))
		return W(NO_DATE);
	date_format(d, text);
	return arena_copy(x->law.arena, slice_from_c(text));
}

/* ---- arithmetic ---- */

struct slice explain_sum(const struct explaining *x, const int64_t *amounts, size_t count)
{
	struct slice text = SLICE("");
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++) {
		text = arena_printf(x->law.arena, "%.*s%s%.*s", SLICE_ARG(text), i > 0 ? " + " : "",
		                    SLICE_ARG(explain_rupiah(x, amounts[i])));
		sum += amounts[i];
	}
	if (count < 2)
		return explain_rupiah(x, sum);
	return arena_printf(x->law.arena, "%.*s = %.*s", SLICE_ARG(text), SLICE_ARG(explain_rupiah(x, sum)));
}

/* m * r as a pocket calculator shows it: two decimals, and a mark where there are more. */
static struct slice product(const struct explaining *x, struct money m, struct ratio r, bool *exact)
{
	struct money whole = { mul_div_floor(m.sen, r.num, r.den) };
	char text[48];

	*exact = division_rest(m.sen, r.num, r.den) == 0;
	return arena_printf(x->law.arena, "%s%s", money_rupiah(whole, text), *exact ? "" : "…");
}

struct slice explain_times(const struct explaining *x, struct money m, struct ratio r, int64_t result,
                           struct slice word)
{
	bool exact;
	struct slice shown = product(x, m, r, &exact), rounded = explain_rupiah(x, result);
	struct slice equation = arena_printf(x->law.arena, "%.*s x %d/%d = %.*s", SLICE_ARG(explain_money(x, m)), (int)r.num,
	                                     (int)r.den, SLICE_ARG(shown));

	if (exact && slice_equal(shown, rounded))
		return equation;
	return FILL(word, equation, rounded, explain_rupiah(x, x->law.rules->unit));
}

struct slice explain_share_down(const struct explaining *x, struct money m, struct ratio r)
{
	int64_t unit = x->law.rules->unit;

	return explain_times(x, m, r, money_share_floor(m, r, unit), unit > 1 ? W(ROUNDED_TO_UNIT) : W(ROUNDED_DOWN));
}

struct slice explain_share_up(const struct explaining *x, struct money m, struct ratio r)
{
	return explain_times(x, m, r, money_share_ceil(m, r), W(ROUNDED_UP));
}

struct slice explain_floor(const struct explaining *x, struct money m)
{
	struct slice shown = explain_money(x, m), whole = explain_rupiah(x, money_floor_rupiah(m));

	return slice_equal(shown, whole) ? shown : FILL(W(ROUNDED_DOWN), shown, whole);
}

void explain_division(struct explaining *x, int64_t amount, const int64_t *demands, int64_t *parts)
{
	const struct person *p = x->person;
	int64_t total = 0;

	for (size_t i = 0; i < p->line_count; i++)
		total += demands[i];
	if (divide_in_proportion(x->law.arena, amount, demands, p->line_count, parts) != STATUS_OK)
		x->law.arena->exhausted = true;
	for (size_t i = 0; i < p->line_count; i++) {
		int64_t whole = mul_div_floor(amount, demands[i], total);
		struct slice line = explain_line(x, &p->lines[i]), rest = explain_number(x, division_rest(amount, demands[i], total));
		struct slice equation = FILL(W(PROPORTION), explain_rupiah(x, amount), explain_rupiah(x, demands[i]),
		                             explain_rupiah(x, total), explain_rupiah(x, whole), rest);

		if (demands[i] == 0)
			continue;
		if (parts[i] > whole)
			TELL(ITEM, W(LINE_ODD), line, equation, explain_rupiah(x, parts[i]));
		else
			TELL(ITEM, W(LINE_IS), line, equation);
	}
	TELL(PROSE, W(PROPORTION_RULE));
}

/* ---- names ---- */

struct slice explain_line(const struct explaining *x, const struct line *l)
{
	struct slice hak = slice_from_c(hak_name(l->award->hak));
	int place = (int)(l - x->person->lines) + 1;

	if (l->child == NULL)
		return arena_printf(x->law.arena, "[%d] %.*s", place, SLICE_ARG(hak));
	return arena_printf(x->law.arena, "[%d] %.*s %.*s", place, SLICE_ARG(hak), SLICE_ARG(l->child->id));
}

const struct explain_file *explain_file_of(const struct explaining *x, const struct pay_row *row)
{
	return &x->given->files[row->file];
}

struct slice explain_row_name(const struct explaining *x, const struct pay_row *row)
{
	return FILL(W(ROW), explain_file_of(x, row)->name, explain_number(x, (int64_t)row->line));
}
