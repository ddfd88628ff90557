/* A simulation as one page of A4 that needs nothing beside it. */
#include "simulate_private.h"

#include <nafkah/html.h>

struct page {
	struct sim sim;
	struct html h;
};

static void element(struct page *p, const char *name, const char *class, struct slice words)
{
	html_element_text(&p->h, name, class, words);
}

static void open_section(struct page *p, struct slice title)
{
	html_open(&p->h, "section");
	element(p, "h2", NULL, title);
}

/* ---- tables ---- */

static void heading(struct page *p, const char *class, struct slice words)
{
	html_open_class(&p->h, "th", class);
	html_attr_words(&p->h, "scope", "col");
	html_text(&p->h, words);
	html_close(&p->h);
}

static void row_heading(struct page *p, struct slice words)
{
	html_open(&p->h, "th");
	html_attr_words(&p->h, "scope", "row");
	html_text(&p->h, words);
	html_close(&p->h);
}

/* A negative amount's hyphen would look like a formula; there is none here but the dash of nothing. */
static void amount_text(struct page *p, int64_t rupiah)
{
	if (rupiah == 0)
		html_words(&p->h, "–");
	else
		html_text(&p->h, sim_amount(&p->sim, rupiah));
}

static void amount(struct page *p, int64_t rupiah)
{
	html_open_class(&p->h, "td", "n");
	amount_text(p, rupiah);
	html_close(&p->h);
}

static void open_table(struct page *p, const char *class)
{
	html_open_class(&p->h, "table", class);
}

static void open_head(struct page *p)
{
	html_open(&p->h, "thead");
	html_open(&p->h, "tr");
}

static void close_head(struct page *p)
{
	html_close(&p->h);
	html_close(&p->h);
	html_open(&p->h, "tbody");
}

/* Table body, table and section. */
static void close_all(struct page *p)
{
	html_close(&p->h);
	html_close(&p->h);
	html_close(&p->h);
}

/* ---- the parts of the page ---- */

static void facts(struct page *p)
{
	struct sim *x = &p->sim;
	struct sim_fact list[FACTS_MAX];
	size_t count = sim_facts(x, list);

	open_section(p, W(FACTS));
	open_table(p, "fakta");
	html_open(&p->h, "tbody");
	for (size_t i = 0; i < count; i++) {
		html_open(&p->h, "tr");
		row_heading(p, list[i].label);
		element(p, "td", NULL, list[i].value);
		html_close(&p->h);
	}
	close_all(p);
}

static void right_figures(struct page *p, const struct simulated_sums *sums, bool kept)
{
	amount(p, sums->due);
	amount(p, sums->paid);
	amount(p, sums->arrears);
	if (kept)
		amount(p, sums->kept);
	html_close(&p->h);
}

static void rights_head(struct page *p, bool kept)
{
	struct sim *x = &p->sim;

	open_table(p, NULL);
	open_head(p);
	heading(p, NULL, W(RIGHT));
	heading(p, NULL, W(TERMS));
	heading(p, NULL, W(MONTHS));
	heading(p, "n", W(DUE));
	heading(p, "n", W(PAID));
	heading(p, "n", W(ARREARS));
	if (kept)
		heading(p, "n", W(KEPT));
	close_head(p);
}

static void rights(struct page *p)
{
	struct sim *x = &p->sim;
	const struct person *who = sim_last(x);
	struct simulated_sums all = simulated_year_sums(x->s);

	open_section(p, SAY(RIGHTS, sim_count_months(x, x->s->month_count)));
	if (who->line_count == 0)
		element(p, "p", NULL, W(NO_RIGHTS));
	rights_head(p, all.kept > 0);
	for (size_t i = 0; i < who->line_count; i++) {
		struct simulated_sums sums = simulated_line_sums(x->s, i);

		html_open(&p->h, "tr");
		row_heading(p, sim_right(x, &who->lines[i]));
		element(p, "td", NULL, sim_terms(x, &who->lines[i]));
		element(p, "td", "tanggal", sim_months(x, &who->lines[i]));
		right_figures(p, &sums, all.kept > 0);
	}
	html_open_class(&p->h, "tr", "jumlah");
	row_heading(p, W(TOTAL));
	element(p, "td", NULL, SLICE(""));
	element(p, "td", NULL, SLICE(""));
	right_figures(p, &all, all.kept > 0);
	close_all(p);
}

static void households(struct page *p)
{
	struct sim *x = &p->sim;
	struct sim_household rows[HOUSEHOLDS_MAX];
	size_t count = sim_households(x, rows);

	open_section(p, W(HOUSEHOLDS));
	open_table(p, NULL);
	open_head(p);
	heading(p, NULL, W(HOUSEHOLD));
	for (size_t k = 0; k < HOUSEHOLD_FIGURES; k++)
		heading(p, "n", sim_household_heading(x, k));
	close_head(p);
	for (size_t i = 0; i < count; i++) {
		html_open_class(&p->h, "tr", i + 1 == count ? "jumlah" : NULL);
		row_heading(p, rows[i].name);
		for (size_t k = 0; k < HOUSEHOLD_FIGURES; k++)
			amount(p, rows[i].figures[k]);
		html_close(&p->h);
	}
	html_close(&p->h);
	html_close(&p->h);
	sim_chart(x, &p->h);
	html_close(&p->h);
}

static void months_head(struct page *p)
{
	struct sim *x = &p->sim;

	open_table(p, "bulan");
	open_head(p);
	heading(p, NULL, W(MONTH));
	heading(p, "n", W(BASE_SHORT));
	for (size_t i = 0; i < x->column_count; i++)
		heading(p, "n", sim_column_name(x, &x->columns[i]));
	heading(p, "n", W(PAID));
	heading(p, "n", W(ARREARS));
	heading(p, "n", W(LIMIT));
	heading(p, NULL, W(BY));
	heading(p, "n", W(LEFT));
	close_head(p);
}

/* What is paid, and below it what is due where that is another amount. */
static void paid_cell(struct page *p, struct simulated_sums sums)
{
	struct sim *x = &p->sim;

	html_open_class(&p->h, "td", "n");
	amount_text(p, sums.paid);
	if (sums.due != sums.paid) {
		html_open_class(&p->h, "span", "hak");
		html_text(&p->h, W(DUE_ROW));
		html_words(&p->h, " ");
		amount_text(p, sums.due);
		html_close(&p->h);
	}
	html_close(&p->h);
}

static void month_row(struct page *p, size_t m)
{
	struct sim *x = &p->sim;
	const struct person *who = x->s->months[m].person;
	struct simulated_sums sums = simulated_month_sums(x->s, m);

	html_open(&p->h, "tr");
	row_heading(p, sim_month_short(x, x->s->months[m].month));
	amount(p, money_floor_rupiah(who->base));
	for (size_t i = 0; i < x->column_count; i++)
		paid_cell(p, sim_column_sums(x, &x->columns[i], m));
	amount(p, sums.paid);
	amount(p, sums.arrears);
	element(p, "td", "n", sim_limit(x, who));
	element(p, "td", "penentu", sim_bound(x, who));
	amount(p, sums.asn);
	html_close(&p->h);
}

static void total_row(struct page *p)
{
	struct sim *x = &p->sim;
	struct simulated_sums all = simulated_year_sums(x->s);

	html_open_class(&p->h, "tr", "jumlah");
	row_heading(p, W(TOTAL));
	element(p, "td", NULL, SLICE(""));
	for (size_t i = 0; i < x->column_count; i++)
		amount(p, sim_column_total(x, &x->columns[i]));
	amount(p, all.paid);
	amount(p, all.arrears);
	element(p, "td", NULL, SLICE(""));
	element(p, "td", NULL, SLICE(""));
	amount(p, all.asn);
	html_close(&p->h);
}

static void months(struct page *p)
{
	struct sim *x = &p->sim;

	open_section(p, W(BY_MONTH));
	months_head(p);
	for (size_t m = 0; m < x->s->month_count; m++)
		month_row(p, m);
	total_row(p);
	html_close(&p->h);
	html_close(&p->h);
	element(p, "p", "catatan", W(TABLE_NOTE));
	html_close(&p->h);
}

static void notes(struct page *p)
{
	struct sim *x = &p->sim;

	if (x->s->note_count == 0)
		return;
	open_section(p, W(NOTES));
	html_open(&p->h, "ul");
	for (size_t i = 0; i < x->s->note_count; i++)
		element(p, "li", NULL, sim_note(x, &x->s->notes[i]));
	html_close(&p->h);
	html_close(&p->h);
}

static void parameters(struct page *p)
{
	struct sim *x = &p->sim;

	html_open_class(&p->h, "section", "rujukan"); /* moves to the next sheet whole, if it must */
	element(p, "h2", NULL, SAY(PARAMETERS, x->s->rules_file));
	html_open_class(&p->h, "ul", "parameter");
	for (unsigned k = 0; k < PARAMETER_COUNT; k++) {
		const struct parameter_words *words = &x->s->months[0].rules->words[k];

		if (!simulated_uses(x->s, (enum parameter)k))
			continue;
		html_open(&p->h, "li");
		html_element(&p->h, "b", NULL, parameter_name((enum parameter)k));
		html_words(&p->h, " ");
		html_text(&p->h, words->value);
		html_words(&p->h, " – ");
		html_text(&p->h, words->law);
		html_close(&p->h);
	}
	html_close(&p->h);
	if (sim_other_version(x).len > 0)
		element(p, "p", NULL, sim_other_version(x));
	html_close(&p->h);
}

/* ---- the page ---- */

enum status simulate_write_html(const struct simulation *s, enum lang lang, struct buf *out)
{
	static const char *const sheets[] = { sim_style, NULL };
	struct page p = { .h = { .out = out } };
	struct sim *x = &p.sim;
	enum status status;

	sim_begin(x, s, lang, true);
	html_begin_page(&p.h, x->lang == LANG_ID ? "id" : "en", W(TITLE), sheets);
	element(&p, "p", "tanda", W(MARK));
	element(&p, "h1", NULL, W(TITLE));
	element(&p, "p", "masa", sim_span(x, s->months[0].month, s->months[s->month_count - 1].month));
	element(&p, "p", "sumber", sim_rules(x));
	facts(&p);
	rights(&p);
	households(&p);
	months(&p);
	notes(&p);
	parameters(&p);
	element(&p, "footer", NULL, W(CLOSING));
	while (p.h.depth > 0)
		html_close(&p.h);
	status = x->arena.exhausted || out->failed ? STATUS_FAIL : STATUS_OK;
	arena_release(&x->arena);
	return status;
}
