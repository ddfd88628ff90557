/* The sentences of a simulation, and the values that stand in them. */
#include "simulate_private.h"
#include "words.h"

#include <inttypes.h>

static const char *const phrases[SIMULATE_PHRASE_COUNT][LANG_COUNT] = {
#define P(name, id, en) [S_##name] = { [LANG_ID] = (id), [LANG_EN] = (en) },
#include "simulate_phrases.h"
#undef P
};

struct slice sim_fill(struct sim *x, enum simulate_phrase p, const struct slice *values, size_t count)
{
	return words_fill(&x->arena, phrases[p][x->lang], values, count);
}

struct slice sim_rupiah(struct sim *x, int64_t rupiah)
{
	char text[48];

	return arena_copy(&x->arena, slice_from_c(money_rupiah(money_from_rupiah(rupiah), text)));
}

struct slice sim_amount(struct sim *x, int64_t rupiah)
{
	struct money_style style = { .decimal = ',', .group = '.' };
	char text[40];
	size_t len;

	if (rupiah == 0)
		return SLICE("-");
	len = money_format(money_from_rupiah(rupiah), style, 0, true, text);
	return arena_copy(&x->arena, (struct slice){ text, len });
}

struct slice sim_number(struct sim *x, int64_t n)
{
	return arena_printf(&x->arena, "%" PRId64, n);
}

struct slice sim_children(struct sim *x, size_t n)
{
	return n == 1 ? W(ONE_CHILD) : SAY(MORE_CHILDREN, sim_number(x, (int64_t)n));
}

struct slice sim_count_months(struct sim *x, size_t n)
{
	return n == 1 ? W(ONE_MONTH) : SAY(MORE_MONTHS, sim_number(x, (int64_t)n));
}

struct slice sim_ratio(struct sim *x, struct ratio r)
{
	return arena_printf(&x->arena, "%" PRId32 "/%" PRId32, r.num, r.den);
}

struct slice sim_month(struct sim *x, month_no m)
{
	char text[8];

	if (x->spelt)
		return arena_printf(&x->arena, "%s %" PRId32, month_word(m, x->lang), m / 12);
	month_format(m, text);
	return arena_copy(&x->arena, slice_from_c(text));
}

/* The first three letters of a name tell every month from the others, in both languages. */
struct slice sim_month_short(struct sim *x, month_no m)
{
	return x->spelt ? arena_printf(&x->arena, "%.3s %" PRId32, month_word(m, x->lang), m / 12) : sim_month(x, m);
}

struct slice sim_span(struct sim *x, month_no first, month_no last)
{
	return first == last ? sim_month(x, first) : SAY(SPAN, sim_month(x, first), sim_month(x, last));
}

/* Every line has a column of its own, unless there are too many: then every kind of right has. */
void sim_begin(struct sim *x, const struct simulation *s, enum lang lang, bool spelt)
{
	const struct person *p = s->months[s->month_count - 1].person;

	*x = (struct sim){ .s = s, .lang = lang, .spelt = spelt };
	for (size_t i = 0; p->line_count <= COLUMNS_MAX && i < p->line_count; i++)
		x->columns[x->column_count++] = (struct sim_column){ .line = i };
	for (unsigned hak = 0; p->line_count > COLUMNS_MAX && hak < HAK_COUNT; hak++) {
		bool any = false;

		for (size_t i = 0; i < p->line_count; i++)
			any = any || p->lines[i].award->hak == hak;
		if (any)
			x->columns[x->column_count++] = (struct sim_column){ .whole_kind = true, .hak = (enum hak)hak };
	}
}

const struct person *sim_last(const struct sim *x)
{
	return x->s->months[x->s->month_count - 1].person;
}

/* With the months that made it. */
struct slice sim_note(struct sim *x, const struct simulated_note *n)
{
	struct finding f = { .code = n->code, .value = n->value, .detail = n->detail };
	struct buf message = { 0 };
	struct slice said;

	finding_message(&f, x->lang, false, &message);
	x->arena.exhausted = x->arena.exhausted || message.failed;
	said = SAY(NOTE, buf_slice(&message), slice_from_c(code_name(n->code)), sim_span(x, n->first, n->last));
	buf_release(&message);
	return said;
}
