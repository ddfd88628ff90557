/* A simulation as text. */
#include "simulate_private.h"

#include <nafkah/text_table.h>

enum { LINE_WIDTH = 100 };

struct text {
	struct sim sim;
	struct buf *out;
	struct text_table table;
};

static void line(struct text *t, struct slice words)
{
	buf_append(t->out, words);
	buf_char(t->out, '\n');
}

static void heading(struct text *t, struct slice words)
{
	buf_char(t->out, '\n');
	line(t, words);
}

/* A sentence, indented and broken between words. */
static void indented(struct text *t, const char *indent, struct slice words)
{
	struct slice blank = slice_from_c(indent);
	size_t column = 0;

	while (words.ptr != NULL) {
		struct slice word = slice_cut(&words, ' ');

		if (column > 0 && column + 1 + word.len > LINE_WIDTH) {
			buf_char(t->out, '\n');
			column = 0;
		}
		buf_append(t->out, column == 0 ? blank : SLICE(" "));
		buf_append(t->out, word);
		column += word.len + (column == 0 ? blank.len : 1);
	}
	buf_char(t->out, '\n');
}

static void prose(struct text *t, struct slice words)
{
	indented(t, "  ", words);
}

/* ---- tables ---- */

static void cell(struct text *t, struct slice words)
{
	text_table_add(&t->table, words);
}

static void amount(struct text *t, int64_t rupiah)
{
	cell(t, sim_amount(&t->sim, rupiah));
}

static void cells(struct text *t, const struct slice *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cell(t, words[i]);
}

static void begin_table(struct text *t, const char *align)
{
	t->table = (struct text_table){ .arena = &t->sim.arena, .align = align };
}

static void end_table(struct text *t)
{
	text_table_write(&t->table, 2, t->out);
}

/* ---- the parts of the sheet ---- */

static void facts(struct text *t)
{
	struct sim_fact list[FACTS_MAX];
	size_t count = sim_facts(&t->sim, list);

	begin_table(t, "ll");
	for (size_t i = 0; i < count; i++)
		cells(t, VALUES(list[i].label, list[i].value));
	end_table(t);
}

static void right_figures(struct text *t, const struct simulated_sums *sums, bool kept)
{
	amount(t, sums->due);
	amount(t, sums->paid);
	amount(t, sums->arrears);
	if (kept)
		amount(t, sums->kept);
}

static void rights(struct text *t)
{
	struct sim *x = &t->sim;
	const struct person *p = sim_last(x);
	struct simulated_sums all = simulated_year_sums(x->s);
	bool kept = all.kept > 0;

	heading(t, SAY(RIGHTS, sim_count_months(x, x->s->month_count)));
	if (p->line_count == 0) {
		prose(t, W(NO_RIGHTS));
		return;
	}
	begin_table(t, kept ? "lllrrrr" : "lllrrr");
	cells(t, VALUES(W(RIGHT), W(TERMS), W(MONTHS), W(DUE), W(PAID), W(ARREARS)));
	if (kept)
		cell(t, W(KEPT));
	for (size_t i = 0; i < p->line_count; i++) {
		struct simulated_sums sums = simulated_line_sums(x->s, i);

		cells(t, VALUES(sim_right(x, &p->lines[i]), sim_terms(x, &p->lines[i]), sim_months(x, &p->lines[i])));
		right_figures(t, &sums, kept);
	}
	cells(t, VALUES(W(TOTAL), SLICE(""), SLICE("")));
	right_figures(t, &all, kept);
	end_table(t);
}

/* What was due where it was not what was paid. */
static void due_row(struct text *t, size_t m)
{
	struct sim *x = &t->sim;

	cells(t, VALUES(W(DUE_ROW), SLICE("")));
	for (size_t i = 0; i < x->column_count; i++) {
		struct simulated_sums sums = sim_column_sums(x, &x->columns[i], m);

		cell(t, sums.due != sums.paid ? sim_amount(x, sums.due) : SLICE(""));
	}
	text_table_end_row(&t->table);
}

static void month_row(struct text *t, size_t m)
{
	struct sim *x = &t->sim;
	const struct person *p = x->s->months[m].person;
	struct simulated_sums sums = simulated_month_sums(x->s, m);

	cell(t, sim_month(x, x->s->months[m].month));
	amount(t, money_floor_rupiah(p->base));
	for (size_t i = 0; i < x->column_count; i++)
		amount(t, sim_column_sums(x, &x->columns[i], m).paid);
	amount(t, sums.paid);
	amount(t, sums.arrears);
	cells(t, VALUES(sim_limit(x, p), sim_bound(x, p)));
	amount(t, sums.asn);
	if (sim_month_differs(x, m))
		due_row(t, m);
}

static void total_row(struct text *t)
{
	struct sim *x = &t->sim;
	struct simulated_sums all = simulated_year_sums(x->s);

	cells(t, VALUES(W(TOTAL), SLICE("")));
	for (size_t i = 0; i < x->column_count; i++)
		amount(t, sim_column_total(x, &x->columns[i]));
	amount(t, all.paid);
	amount(t, all.arrears);
	cells(t, VALUES(SLICE(""), SLICE("")));
	amount(t, all.asn);
}

static void months(struct text *t)
{
	static const char *const aligns[COLUMNS_MAX + 1] = {
		"lrrrrlr", "lrrrrrlr", "lrrrrrrlr", "lrrrrrrrlr", "lrrrrrrrrlr", "lrrrrrrrrrlr", "lrrrrrrrrrrlr",
	};
	struct sim *x = &t->sim;

	heading(t, W(BY_MONTH));
	begin_table(t, aligns[x->column_count]);
	cells(t, VALUES(W(MONTH), W(BASE_SHORT)));
	for (size_t i = 0; i < x->column_count; i++)
		cell(t, sim_column_name(x, &x->columns[i]));
	cells(t, VALUES(W(PAID), W(ARREARS), W(LIMIT), W(BY), W(LEFT)));
	for (size_t m = 0; m < x->s->month_count; m++)
		month_row(t, m);
	total_row(t);
	end_table(t);
	prose(t, W(TABLE_NOTE));
}

static void households(struct text *t)
{
	struct sim *x = &t->sim;
	struct sim_household rows[HOUSEHOLDS_MAX];
	size_t count = sim_households(x, rows);

	heading(t, W(HOUSEHOLDS));
	begin_table(t, "lrrrrr");
	cell(t, W(HOUSEHOLD));
	for (size_t k = 0; k < HOUSEHOLD_FIGURES; k++)
		cell(t, sim_household_heading(x, k));
	for (size_t i = 0; i < count; i++) {
		cell(t, rows[i].name);
		for (size_t k = 0; k < HOUSEHOLD_FIGURES; k++)
			amount(t, rows[i].figures[k]);
	}
	end_table(t);
}

static void notes(struct text *t)
{
	struct sim *x = &t->sim;

	if (x->s->note_count == 0)
		return;
	heading(t, W(NOTES));
	for (size_t i = 0; i < x->s->note_count; i++)
		prose(t, sim_note(x, &x->s->notes[i]));
}

/* The words are those of the rule file: an input. */
static struct slice escaped(struct text *t, struct slice words)
{
	struct buf text = { 0 };
	struct slice copy;

	append_escaped(&text, words, false);
	t->sim.arena.exhausted = t->sim.arena.exhausted || text.failed;
	copy = arena_copy(&t->sim.arena, buf_slice(&text));
	buf_release(&text);
	return copy;
}

static void parameters(struct text *t)
{
	struct sim *x = &t->sim;

	heading(t, SAY(PARAMETERS, escaped(t, x->s->rules_file)));
	for (unsigned p = 0; p < PARAMETER_COUNT; p++) {
		const struct parameter_words *words = &x->s->months[0].rules->words[p];

		if (!simulated_uses(x->s, (enum parameter)p))
			continue;
		prose(t, arena_printf(&x->arena, "%s %.*s", parameter_name((enum parameter)p),
		                      SLICE_ARG(escaped(t, words->value))));
		indented(t, "      ", escaped(t, words->law));
	}
	if (sim_other_version(x).len > 0)
		prose(t, sim_other_version(x));
}

enum status simulate_write_text(const struct simulation *s, enum lang lang, struct buf *out)
{
	struct text t = { .out = out };
	struct sim *x = &t.sim;
	enum status status;

	sim_begin(x, s, lang, false);
	line(&t, W(MARK));
	line(&t, W(TITLE));
	line(&t, SAY(SPAN, sim_month(x, s->months[0].month), sim_month(x, s->months[s->month_count - 1].month)));
	line(&t, escaped(&t, sim_rules(x)));
	heading(&t, W(FACTS));
	facts(&t);
	rights(&t);
	households(&t);
	months(&t);
	notes(&t);
	parameters(&t);
	buf_char(out, '\n');
	prose(&t, W(CLOSING));
	status = x->arena.exhausted || out->failed ? STATUS_FAIL : STATUS_OK;
	arena_release(&x->arena);
	return status;
}
