/* Where the money goes, a bar for each run of months that are alike, in whole units of the drawing. */
#include "simulate_private.h"

#include <nafkah/html.h>

enum { WIDTH = 720, LABEL = 186, BAR = WIDTH - LABEL, HEIGHT = 9, STEP = 12, TEXT_DOWN = 8, LEGEND = 14 };

/* What one month of the run pays to the children, to the former spouse, and leaves to him. */
enum part { PART_CHILDREN, PART_FORMER, PART_ASN };
enum { PARTS = 3 };

static const char *const classes[PARTS] = { [PART_CHILDREN] = "anak", [PART_FORMER] = "mantan", [PART_ASN] = "asn" };

static void parts_of(const struct sim *x, size_t month, int64_t parts[static PARTS])
{
	const struct person *p = x->s->months[month].person;

	parts[PART_CHILDREN] = parts[PART_FORMER] = 0;
	for (size_t i = 0; i < p->line_count; i++)
		parts[p->lines[i].child != NULL ? PART_CHILDREN : PART_FORMER] += p->lines[i].sum.paid_due +
		                                                                  p->lines[i].sum.paid_arrears;
	parts[PART_ASN] = simulated_month_sums(x->s, month).asn;
}

static void text_at(struct html *h, int across, int y, struct slice words)
{
	html_open(h, "text");
	html_attr_number(h, "x", across);
	html_attr_number(h, "y", y);
	html_text(h, words);
	html_close(h);
}

static void box(struct html *h, enum part part, int64_t across, int y, int64_t width)
{
	html_open_class(h, "rect", classes[part]);
	html_attr_number(h, "x", across);
	html_attr_number(h, "y", y);
	html_attr_number(h, "width", width);
	html_attr_number(h, "height", HEIGHT);
	html_close(h);
}

static void bar(struct sim *x, struct html *h, size_t month, size_t count, int y)
{
	int64_t parts[PARTS], whole = simulated_month_sums(x->s, month).asn_without, before = 0;

	parts_of(x, month, parts);
	text_at(h, 0, y + TEXT_DOWN, sim_span(x, x->s->months[month].month, x->s->months[month + count - 1].month));
	for (unsigned k = 0; k < PARTS && whole > 0; k++) {
		int64_t from = mul_div_floor(BAR, before, whole), to = mul_div_floor(BAR, before + parts[k], whole);

		if (parts[k] > 0)
			box(h, (enum part)k, LABEL + from, y, to - from);
		before += parts[k];
	}
}

static void legend(struct sim *x, struct html *h, int y)
{
	const struct slice words[PARTS] = {
		[PART_CHILDREN] = W(PART_CHILDREN),
		[PART_FORMER] = W(PART_FORMER),
		[PART_ASN] = W(PART_ASN),
	};

	for (unsigned k = 0; k < PARTS; k++) {
		html_open_class(h, "rect", classes[k]);
		html_attr_number(h, "x", LABEL + (int)k * 120);
		html_attr_number(h, "y", y);
		html_attr_number(h, "width", HEIGHT);
		html_attr_number(h, "height", HEIGHT);
		html_close(h);
		text_at(h, LABEL + (int)k * 120 + 15, y + TEXT_DOWN, words[k]);
	}
}

static int runs_of(const struct simulation *s)
{
	int runs = 0;

	for (size_t m = 0; m < s->month_count; m += simulated_equal_months(s, m))
		runs++;
	return runs;
}

void sim_chart(struct sim *x, struct html *h)
{
	int runs = runs_of(x->s), y = LEGEND;

	if (runs > CHART_RUNS_MAX || simulated_month_sums(x->s, 0).asn_without <= 0)
		return;
	html_open(h, "figure");
	html_open(h, "svg");
	html_attr_words(h, "xmlns", "http://www.w3.org/2000/svg");
	html_attr(h, "viewBox", arena_printf(&x->arena, "0 0 %d %d", WIDTH, y + runs * STEP));
	html_attr_words(h, "role", "img");
	html_attr(h, "aria-label", W(CHART));
	text_at(h, 0, TEXT_DOWN, W(CHART));
	legend(x, h, 0);
	for (size_t m = 0; m < x->s->month_count; m += simulated_equal_months(x->s, m)) {
		bar(x, h, m, simulated_equal_months(x->s, m), y);
		y += STEP;
	}
	html_close(h);
	html_close(h);
}
