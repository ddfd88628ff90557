/* Where the money went, and this month against the one before. */
#include "page_private.h"

static void chart_of_rights(struct page *p)
{
	struct bar bars[HAK_COUNT];
	size_t count = 0;

	for (unsigned h = 0; h < HAK_COUNT; h++)
		if (p->sums.by_hak[h] > 0)
			bars[count++] = (struct bar){ hak_label((enum hak)h), p->sums.by_hak[h], false };
	if (count > 0)
		chart_bars(p, "Menurut hak", bars, count);
	else
		html_element(&p->h, "p", NULL, "Bulan ini tidak ada uang yang dipindahkan.");
}

/* This month's three figures beside last month's. */
enum { COMPARED = 3 };
struct compared {
	const char *label;
	int64_t before, now;
};

static void compare(const struct page *p, struct compared out[static COMPARED])
{
	const struct page_previous *b = p->x->previous;

	out[0] = (struct compared){ "Hak bulan ini", b->due, p->sums.due };
	out[1] = (struct compared){ "Dibayar", b->paid, p->sums.paid + p->sums.earlier };
	out[2] = (struct compared){ "Tunggakan akhir", b->arrears, p->sums.arrears };
}

static void chart_of_months(struct page *p, const struct compared *c)
{
	struct bar bars[2 * COMPARED];
	struct buf title = { 0 };

	for (size_t i = 0; i < COMPARED; i++) {
		bars[2 * i] = (struct bar){ c[i].label, c[i].before, true };
		bars[2 * i + 1] = (struct bar){ NULL, c[i].now, false };
	}
	words_month(p->x->previous->period, &title);
	buf_append(&title, SLICE(" (kosong) dan "));
	words_month(p->r->period, &title);
	buf_append(&title, SLICE(" (penuh)"));
	buf_char(&title, '\0');
	if (!title.failed)
		chart_bars(p, title.ptr, bars, 2 * COMPARED);
	p->h.out->failed = p->h.out->failed || title.failed;
	buf_release(&title);
}

static void cell_change(struct page *p, int64_t before, int64_t now)
{
	html_open_class(&p->h, "td", "n");
	if (now == before) {
		html_words(&p->h, "tetap");
	} else {
		html_words(&p->h, now > before ? "naik " : "turun ");
		say_rupiah(p, now > before ? now - before : before - now);
	}
	html_close(&p->h);
}

static void table_of_months(struct page *p, const struct compared *c)
{
	static const char *const headings[] = { "", "#Bulan lalu", "#Bulan ini", "#Perubahan", NULL };

	open_table(p, NULL, NULL, headings);
	html_open(&p->h, "tbody");
	for (size_t i = 0; i < COMPARED; i++) {
		html_open(&p->h, "tr");
		open_heading(p, NULL, "row");
		html_words(&p->h, c[i].label);
		html_close(&p->h);
		cell_rupiah(p, c[i].before);
		cell_rupiah(p, c[i].now);
		cell_change(p, c[i].before, c[i].now);
		html_close(&p->h);
	}
	html_close(&p->h);
	close_table(p);
}

/* What was paid is not yet all of the month. */
static void say_waiting(struct page *p)
{
	html_open_class(&p->h, "p", "catatan");
	html_words(&p->h, "Yang dibayar bulan ini belum termasuk ");
	say_rupiah(p, p->sums.waiting);
	html_words(&p->h, " yang menunggu bagian kedua.");
	html_close(&p->h);
}

void page_compare(struct page *p)
{
	struct compared c[COMPARED];

	open_section(p, "perbandingan", "Ke mana uang pergi, dan bulan ini terhadap bulan lalu");
	html_open_class(&p->h, "div", "sejajar");
	html_open(&p->h, "div");
	chart_of_rights(p);
	html_close(&p->h);
	html_open(&p->h, "div");
	if (p->x->previous != NULL) {
		compare(p, c);
		chart_of_months(p, c);
		html_close(&p->h);
		html_close(&p->h);
		table_of_months(p, c);
		if (p->sums.waiting > 0)
			say_waiting(p);
	} else {
		html_element(&p->h, "p", NULL,
		             p->x->second_part ? "Ini bagian kedua bulan ini; perbandingan dengan bulan lalu ada pada laporan bagian "
		                                 "pertama."
		                               : "Ini bulan pertama yang dijalankan; belum ada bulan lalu untuk dibandingkan.");
		html_close(&p->h);
		html_close(&p->h);
	}
	close_section(p);
}
