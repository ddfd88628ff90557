#include "letterhead.h"

#include <nafkah/nip.h>

/* The lines as the office has them; the one that is its name stands out, on top where none is. */
void letterhead_write(struct html *h, const struct office *o)
{
	bool named = false;

	if (o == NULL)
		return;
	html_open_class(h, "header", "kop");
	for (size_t i = 0; i < o->line_count; i++)
		named = named || slice_equal(o->lines[i], o->name);
	if (!named)
		html_element_text(h, "p", "nama", o->name);
	for (size_t i = 0; i < o->line_count; i++)
		html_element_text(h, "p", slice_equal(o->lines[i], o->name) ? "nama" : NULL, o->lines[i]);
	html_close(h);
}

/* A line to write on. */
static void blank(struct html *h, const char *class)
{
	html_element(h, "p", class, "");
}

static void signature(struct html *h, const struct official *o)
{
	char nip[NIP_DIGITS + 1];

	html_open(h, "div");
	if (o != NULL)
		html_element_text(h, "p", "jabatan", o->post);
	else
		blank(h, "jabatan garis");
	blank(h, "ruang");
	if (o != NULL)
		html_element_text(h, "p", "nama", o->name);
	else
		blank(h, "nama garis");
	html_open_class(h, "p", "nip");
	html_words(h, "NIP ");
	if (o != NULL && o->nip != 0) {
		nip_format(o->nip, nip);
		html_words(h, nip);
	}
	html_close(h);
	html_close(h);
}

void letterhead_sign(struct html *h, const struct office *o)
{
	html_element(h, "p", "tempat", "………………………………, ………………………………");
	html_open_class(h, "div", "tanda-tangan");
	for (size_t i = 0; i < (o != NULL ? o->official_count : 2); i++)
		signature(h, o != NULL ? &o->officials[i] : NULL);
	html_close(h);
}
