#include "page_private.h"

static void head(struct page *p)
{
	struct buf month = { 0 };

	words_month(p->r->period, &month);
	buf_char(&month, '\0');
	html_open(&p->h, "head");
	html_open(&p->h, "meta");
	html_attr_words(&p->h, "charset", "UTF-8");
	html_close(&p->h);
	/* What the page promises, the browser enforces: no script, nothing from outside. */
	html_open(&p->h, "meta");
	html_attr_words(&p->h, "http-equiv", "Content-Security-Policy");
	html_attr_words(&p->h, "content", "default-src 'none'; style-src 'unsafe-inline'");
	html_close(&p->h);
	html_open(&p->h, "meta");
	html_attr_words(&p->h, "name", "viewport");
	html_attr_words(&p->h, "content", "width=device-width, initial-scale=1");
	html_close(&p->h);
	html_open(&p->h, "title");
	html_words(&p->h, "Rekonsiliasi potongan nafkah ");
	html_words(&p->h, month.failed ? "" : month.ptr);
	html_close(&p->h);
	html_open(&p->h, "style");
	for (size_t i = 0; page_style[i] != NULL; i++)
		html_style(&p->h, page_style[i]);
	html_style(&p->h, "@page{@bottom-left{content:\"Rekonsiliasi potongan nafkah ");
	html_style(&p->h, month.failed ? "" : month.ptr);
	html_style(&p->h, "\"}}\n");
	html_close(&p->h);
	html_close(&p->h);
	p->h.out->failed = p->h.out->failed || month.failed;
	buf_release(&month);
}

static void title(struct page *p)
{
	struct buf dated = { 0 };

	html_element(&p->h, "h1", NULL, "Rekonsiliasi potongan nafkah");
	html_open_class(&p->h, "p", "periode");
	say_month(p, p->r->period);
	say_part(p);
	html_close(&p->h);
	html_open_class(&p->h, "p", "sumber");
	html_words(&p->h, "Putusan: ");
	html_text(&p->h, p->x->court);
	html_words(&p->h, ", daftar tanggal ");
	words_date(p->x->rulings_dated, &dated);
	html_text(&p->h, buf_slice(&dated));
	html_words(&p->h, " (");
	html_text(&p->h, p->x->rulings_file);
	html_words(&p->h, "). Aturan: ");
	html_text(&p->h, p->r->rules->title);
	html_words(&p->h, ".");
	html_close(&p->h);
	p->h.out->failed = p->h.out->failed || dated.failed;
	buf_release(&dated);
}

/* Links for the screen; on paper the order is enough. */
static void contents(struct page *p)
{
	static const struct { const char *anchor, *words; } links[] = {
		{ "#pengesahan", "Pengesahan" }, { "#skpd", "Per SKPD" },           { "#putusan", "Per putusan" },
		{ "#temuan", "Temuan" },         { "#pemeriksaan", "Pemeriksaan" }, { "#sisa", "Sisa pembagian" },
		{ "#aturan", "Aturan" },
	};

	html_open(&p->h, "nav");
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		html_open(&p->h, "a");
		html_attr_words(&p->h, "href", links[i].anchor);
		html_words(&p->h, links[i].words);
		html_close(&p->h);
	}
	html_close(&p->h);
}

static void body(struct page *p)
{
	page_letterhead(p);
	html_open(&p->h, "main");
	title(p);
	page_figures(p);
	contents(p);
	page_balance(p);
	page_waiting(p);
	page_compare(p);
	page_signatures(p);
	html_open_class(&p->h, "div", "rincian");
	page_departments(p);
	page_rulings(p);
	page_findings(p);
	page_checks(p);
	page_remainders(p);
	page_rules(p);
	html_close(&p->h);
	html_close(&p->h);
	html_open(&p->h, "footer");
	html_words(&p->h, "Disusun oleh ");
	html_text(&p->h, p->x->program);
	html_words(&p->h, ". Keutuhan halaman ini dan berkas di sampingnya dibuktikan dengan sha256sum -c SHA256SUMS.");
	html_close(&p->h);
}

static void write_page(struct page *p)
{
	html_begin(&p->h);
	html_open(&p->h, "html");
	html_attr_words(&p->h, "xmlns", "http://www.w3.org/1999/xhtml");
	html_attr_words(&p->h, "lang", "id");
	html_attr_words(&p->h, "xml:lang", "id");
	head(p);
	html_open(&p->h, "body");
	body(p);
	html_close(&p->h);
	html_close(&p->h);
}

enum status page_write(const struct report *r, const struct page_extras *x, struct buf *out)
{
	struct page p = { .r = r, .x = x, .h = { .out = out } };
	bool ready = page_sum(&p) && page_causes(&p);

	if (ready)
		write_page(&p);
	ready = ready && !p.overflow && !out->failed;
	arena_release(&p.arena);
	return ready ? STATUS_OK : STATUS_FAIL;
}
