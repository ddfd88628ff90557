/* Bars as inline SVG, laid out in whole units of the drawing, so that the same figures give the same bytes. */
#include "page_private.h"

enum {
	WIDTH = 460, LABEL_WIDTH = 112, BAR_MAX = 210, BAR_HEIGHT = 15, BAR_STEP = 20, GROUP_GAP = 8, TOP = 4,
	TEXT_DOWN = 12 /* from the top of a bar to the base line of its text */
};

static int height_of(const struct bar *bars, size_t count)
{
	int y = TOP;

	for (size_t i = 0; i < count; i++)
		y += BAR_STEP + (i > 0 && bars[i].label != NULL ? GROUP_GAP : 0);
	return y + TOP;
}

static void draw_text(struct page *p, const char *class, int x, int y)
{
	html_open_class(&p->h, "text", class);
	html_attr_number(&p->h, "x", x);
	html_attr_number(&p->h, "y", y);
}

static void draw_bar(struct page *p, const struct bar *b, int64_t largest, int y)
{
	/* What is not nothing is seen, however small beside the largest. */
	int64_t width = b->value > 0 ? 1 + mul_div_floor(BAR_MAX - 1, b->value, largest) : 0;

	if (b->label != NULL) {
		draw_text(p, "label", LABEL_WIDTH - 8, y + TEXT_DOWN);
		html_words(&p->h, b->label);
		html_close(&p->h);
	}
	html_open_class(&p->h, "rect", b->outline ? "hollow" : "full");
	html_attr_number(&p->h, "x", LABEL_WIDTH);
	html_attr_number(&p->h, "y", y);
	html_attr_number(&p->h, "width", width);
	html_attr_number(&p->h, "height", BAR_HEIGHT);
	html_close(&p->h);
	draw_text(p, "value", LABEL_WIDTH + (int)width + 6, y + TEXT_DOWN);
	say_rupiah(p, b->value);
	html_close(&p->h);
}

static void open_drawing(struct page *p, const char *title, int height)
{
	struct buf box = { 0 };

	buf_printf(&box, "0 0 %d %d", WIDTH, height);
	buf_char(&box, '\0');
	html_open_class(&p->h, "svg", "grafik");
	html_attr_words(&p->h, "xmlns", "http://www.w3.org/2000/svg");
	html_attr_words(&p->h, "viewBox", box.failed ? "" : box.ptr);
	html_attr_words(&p->h, "role", "img");
	html_attr_words(&p->h, "aria-label", title);
	p->h.out->failed = p->h.out->failed || box.failed;
	buf_release(&box);
}

void chart_bars(struct page *p, const char *title, const struct bar *bars, size_t count)
{
	int y = TOP, height = height_of(bars, count);
	int64_t largest = 1;

	for (size_t i = 0; i < count; i++)
		largest = bars[i].value > largest ? bars[i].value : largest;
	html_open(&p->h, "figure");
	html_element(&p->h, "figcaption", NULL, title);
	open_drawing(p, title, height);
	for (size_t i = 0; i < count; i++) {
		y += i > 0 && bars[i].label != NULL ? GROUP_GAP : 0;
		draw_bar(p, &bars[i], largest, y);
		y += BAR_STEP;
	}
	html_open_class(&p->h, "line", "sumbu");
	html_attr_number(&p->h, "x1", LABEL_WIDTH);
	html_attr_number(&p->h, "x2", LABEL_WIDTH);
	html_attr_number(&p->h, "y1", 0);
	html_attr_number(&p->h, "y2", height);
	html_close(&p->h);
	html_close(&p->h);
	html_close(&p->h);
}
