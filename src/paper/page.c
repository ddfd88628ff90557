#include "page_private.h"

#include <assert.h>

enum { SHEETS_MAX = 12 };

/* Up to <body>; the month stands in the title and at the foot of every printed sheet. */
static void begin(struct page *p)
{
	struct buf title = { 0 }, foot = { 0 };
	const char *sheets[SHEETS_MAX] = { NULL };
	size_t count = 0;

	buf_append(&title, SLICE("Rekonsiliasi potongan nafkah "));
	words_month(p->r->period, &title);
	buf_printf(&foot, "@page{@bottom-left{content:\"%.*s\"}}\n", SLICE_ARG(buf_slice(&title)));
	buf_char(&foot, '\0');
	for (; page_style[count] != NULL; count++) {
		assert(count + 2 < SHEETS_MAX);
		sheets[count] = page_style[count];
	}
	sheets[count] = foot.failed ? "" : foot.ptr;
	html_begin_page(&p->h, "id", buf_slice(&title), sheets);
	p->h.out->failed = p->h.out->failed || title.failed || foot.failed;
	buf_release(&title);
	buf_release(&foot);
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
	if (p->x->masked)
		html_element(&p->h, "p", "sumber", "Salinan samaran: nama, NIP, dan rekening diganti; angka, nomor perkara, dan kode tetap.");
	p->h.out->failed = p->h.out->failed || dated.failed;
	buf_release(&dated);
}

/* Links for the screen; on paper the order is enough. */
static void contents(struct page *p)
{
	static const struct { const char *anchor, *words; } links[] = {
		{ "#pengesahan", "Pengesahan" }, { "#skpd", "Per SKPD" },           { "#putusan", "Per putusan" },
		{ "#kalender", "Kalender" },
		{ "#temuan", "Temuan" },         { "#pemeriksaan", "Pemeriksaan" }, { "#sisa", "Sisa pembagian" },
		{ "#aturan", "Aturan" },
	};

	html_open(&p->h, "nav");
	for (size_t i = p->x->masked ? 1 : 0; i < sizeof links / sizeof *links; i++) {
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
	page_bridge(p);
	if (!p->x->masked)
		page_signatures(p);
	html_open_class(&p->h, "div", "rincian");
	page_departments(p);
	page_rulings(p);
	page_calendar(p);
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
	begin(p);
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
