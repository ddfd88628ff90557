/* Letterhead and signatures. */
#include "page_private.h"

#include <nafkah/nip.h>

/* The lines as the office has them; the one that is its name stands out, on top where none is. */
void page_letterhead(struct page *p)
{
	const struct office *o = p->x->office;
	bool named = false;

	if (o == NULL)
		return;
	html_open_class(&p->h, "header", "kop");
	for (size_t i = 0; i < o->line_count; i++)
		named = named || slice_equal(o->lines[i], o->name);
	if (!named)
		html_element_text(&p->h, "p", "nama", o->name);
	for (size_t i = 0; i < o->line_count; i++)
		html_element_text(&p->h, "p", slice_equal(o->lines[i], o->name) ? "nama" : NULL, o->lines[i]);
	html_close(&p->h);
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

/* A line to write on. */
static void blank(struct page *p, const char *class)
{
	html_element(&p->h, "p", class, "");
}

static void signature(struct page *p, const struct official *o)
{
	char nip[NIP_DIGITS + 1];

	html_open(&p->h, "div");
	if (o != NULL)
		html_element_text(&p->h, "p", "jabatan", o->post);
	else
		blank(p, "jabatan garis");
	blank(p, "ruang");
	if (o != NULL)
		html_element_text(&p->h, "p", "nama", o->name);
	else
		blank(p, "nama garis");
	html_open_class(&p->h, "p", "nip");
	html_words(&p->h, "NIP ");
	if (o != NULL && o->nip != 0) {
		nip_format(o->nip, nip);
		html_words(&p->h, nip);
	}
	html_close(&p->h);
	html_close(&p->h);
}

void page_signatures(struct page *p)
{
	const struct office *o = p->x->office;

	html_open_class(&p->h, "section", "pengesahan");
	html_attr_words(&p->h, "id", "pengesahan");
	html_element(&p->h, "h2", NULL, "Pengesahan");
	agreement(p);
	payments(p);
	html_element(&p->h, "p", "tempat", "………………………………, ………………………………");
	html_open_class(&p->h, "div", "tanda-tangan");
	for (size_t i = 0; i < (o != NULL ? o->official_count : 2); i++)
		signature(p, o != NULL ? &o->officials[i] : NULL);
	html_close(&p->h);
	html_close(&p->h);
}
