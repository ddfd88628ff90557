/* Letterhead and signatures. */
#include "letterhead.h"
#include "page_private.h"

void page_letterhead(struct page *p)
{
	letterhead_write(&p->h, p->x->office);
}

static void agreement(struct page *p)
{
	const struct office *o = p->x->office;

	html_open(&p->h, "p");
	html_words(&p->h, "Potongan nafkah bulan ");
	say_month(p, p->r->period);
	say_part(p);
	html_words(&p->h, p->x->second_part || p->x->has_more ? ", sebesar " : " sebesar ");
	html_open(&p->h, "strong");
	say_rupiah(p, p->r->transfers->total);
	html_close(&p->h);
	html_words(&p->h, " ");
	say_spelt(p, p->r->transfers->total);
	html_words(&p->h, " disetujui untuk dibayarkan menurut transfer.csv, ");
	say_count(p, p->r->transfers->count);
	html_words(&p->h, " baris");
	if (o != NULL && o->account.stated) {
		html_words(&p->h, ", dari rekening ");
		html_text(&p->h, o->account.number);
		html_words(&p->h, " (bank ");
		html_text(&p->h, o->account.bank);
		html_words(&p->h, ") atas nama ");
		html_text(&p->h, o->account.holder);
	}
	html_words(&p->h, ".");
	html_close(&p->h);
}

/* What each payroll's money comes to, in words: each is paid out by itself. */
static void payments(struct page *p)
{
	size_t kinds = 0;

	for (unsigned k = 0; k < KIND_COUNT; k++)
		kinds += p->sums.transfers_of_kind[k] > 0 ? 1 : 0;
	if (kinds < 2)
		return;
	html_open(&p->h, "ul");
	for (unsigned k = 0; k < KIND_COUNT; k++) {
		if (p->sums.transfers_of_kind[k] == 0)
			continue;
		html_open(&p->h, "li");
		html_words(&p->h, kind_label((enum kind)k));
		html_words(&p->h, ": ");
		say_count(p, p->sums.transfers_of_kind[k]);
		html_words(&p->h, " baris, ");
		say_rupiah(p, p->sums.by_kind[k]);
		html_words(&p->h, " ");
		say_spelt(p, p->sums.by_kind[k]);
		html_close(&p->h);
	}
	html_close(&p->h);
}

void page_signatures(struct page *p)
{
	html_open_class(&p->h, "section", "pengesahan");
	html_attr_words(&p->h, "id", "pengesahan");
	html_element(&p->h, "h2", NULL, "Pengesahan");
	agreement(p);
	payments(p);
	letterhead_sign(&p->h, p->x->office);
	html_close(&p->h);
}
