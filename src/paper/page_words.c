#include "page_private.h"
#include "words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define NOTHING "–"

const char *kind_label(enum kind k)
{
	static const char *const labels[KIND_COUNT] = {
		[KIND_GAJI] = "Gaji", [KIND_TPP] = "TPP", [KIND_THR] = "THR", [KIND_GAJI13] = "Gaji ke-13",
	};

	return labels[k];
}

const char *hak_label(enum hak h)
{
	static const char *const labels[HAK_COUNT] = {
		[HAK_NAFKAH_ANAK] = "Nafkah anak", [HAK_IDDAH] = "Nafkah iddah", [HAK_MUTAH] = "Mut’ah",
		[HAK_LAMPAU] = "Nafkah lampau", [HAK_BAGIAN_GAJI] = "Bagian gaji",
	};

	return labels[h];
}

const char *state_meaning(enum ruling_state s)
{
	static const char *const meanings[RULING_STATE_COUNT] = {
		[STATE_BELUM_BHT] = "belum berkekuatan hukum tetap; tidak ada yang dipotong",
		[STATE_BELUM_MULAI] = "bulan pertama potongan belum tiba",
		[STATE_SELESAI] = "semua hak sudah berakhir dan lunas",
		[STATE_DITAHAN] = "tidak ada uang yang bergerak sampai penyebabnya diselesaikan",
		[STATE_TIDAK_DITEMUKAN] = "ASN tidak ada dalam daftar gaji yang disesuaikan",
		[STATE_DIPOTONG] = "hak bulan ini dibayar penuh, tidak ada sisa",
		[STATE_SEBAGIAN] = "dibayar sebagian: ada tunggakan, hak yang ditahan, atau yang menunggu",
		[STATE_NIHIL] = "tidak ada hak yang jatuh pada bulan ini",
	};

	return meanings[s];
}

void words_month(month_no m, struct buf *out)
{
	buf_printf(out, "%s %" PRId32, month_word(m, LANG_ID), m / 12);
}

void words_date(struct date d, struct buf *out)
{
	buf_printf(out, "%d %s %d", d.day, month_word(d.month - 1, LANG_ID), d.year);
}

void words_count(uint64_t n, struct buf *out)
{
	char digits[24];
	size_t len = (size_t)snprintf(digits, sizeof digits, "%" PRIu64, n);

	for (size_t i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			buf_char(out, '.');
		buf_char(out, digits[i]);
	}
}

/* A hyphen in front would be the start of a formula in a spreadsheet; the real minus sign is not. */
void words_rupiah(int64_t rupiah, struct buf *out)
{
	buf_append(out, rupiah < 0 ? SLICE("−Rp") : SLICE("Rp"));
	words_count(rupiah < 0 ? 0 - (uint64_t)rupiah : (uint64_t)rupiah, out);
}

void words_money(struct money m, struct buf *out)
{
	int64_t sen = m.sen % SEN_PER_RUPIAH, rupiah = m.sen / SEN_PER_RUPIAH;

	if (m.sen < 0 && rupiah == 0)
		buf_append(out, SLICE("−"));
	words_rupiah(rupiah, out);
	if (sen != 0)
		buf_printf(out, ",%02" PRId64, sen < 0 ? -sen : sen);
}

/* ---- into the page ---- */

/* Says what `text` holds, and frees it. */
static void say_and_free(struct page *p, struct buf *text)
{
	buf_char(text, '\0');
	if (text->failed)
		p->h.out->failed = true;
	else
		html_words(&p->h, text->ptr);
	buf_release(text);
}

void say_count(struct page *p, uint64_t n)
{
	struct buf text = { 0 };

	words_count(n, &text);
	say_and_free(p, &text);
}

void say_rupiah(struct page *p, int64_t rupiah)
{
	struct buf text = { 0 };

	words_rupiah(rupiah, &text);
	say_and_free(p, &text);
}

void say_money(struct page *p, struct money m)
{
	struct buf text = { 0 };

	words_money(m, &text);
	say_and_free(p, &text);
}

void say_month(struct page *p, month_no m)
{
	struct buf text = { 0 };

	words_month(m, &text);
	say_and_free(p, &text);
}

void say_part(struct page *p)
{
	if (p->x->second_part) {
		html_words(&p->h, ", bagian kedua");
	} else if (p->x->has_more) {
		html_words(&p->h, ", bagian pertama (");
		html_words(&p->h, kind_label(p->x->more));
		html_words(&p->h, " menyusul)");
	}
}

void say_spelt(struct page *p, int64_t rupiah)
{
	struct buf text = { 0 };

	buf_char(&text, '(');
	terbilang(rupiah, &text);
	buf_append(&text, SLICE(" rupiah)"));
	say_and_free(p, &text);
}

void cell_count(struct page *p, uint64_t n)
{
	html_open_class(&p->h, "td", "n");
	say_count(p, n);
	html_close(&p->h);
}

void cell_rupiah(struct page *p, int64_t rupiah)
{
	html_open_class(&p->h, "td", "n");
	say_rupiah(p, rupiah);
	html_close(&p->h);
}

void cell_rupiah_or_dash(struct page *p, int64_t rupiah)
{
	if (rupiah == 0)
		html_element(&p->h, "td", "n", NOTHING);
	else
		cell_rupiah(p, rupiah);
}

void cell_money(struct page *p, struct money m)
{
	html_open_class(&p->h, "td", "n");
	say_money(p, m);
	html_close(&p->h);
}

void cell_words(struct page *p, const char *words)
{
	html_element(&p->h, "td", NULL, words);
}

void cell_text(struct page *p, struct slice from_input)
{
	html_element_text(&p->h, "td", NULL, from_input);
}

void open_heading(struct page *p, const char *class, const char *scope)
{
	html_open_class(&p->h, "th", class);
	html_attr_words(&p->h, "scope", scope);
}

void open_section(struct page *p, const char *id, const char *heading)
{
	html_open(&p->h, "section");
	html_attr_words(&p->h, "id", id);
	html_element(&p->h, "h2", NULL, heading);
}

void close_section(struct page *p)
{
	html_close(&p->h);
}

void open_table(struct page *p, const char *class, const char *caption, const char *const *headings)
{
	html_open_class(&p->h, "table", class);
	if (caption != NULL)
		html_element(&p->h, "caption", NULL, caption);
	html_open(&p->h, "thead");
	html_open(&p->h, "tr");
	for (; *headings != NULL; headings++) {
		bool number = **headings == '#';

		html_open_class(&p->h, "th", number ? "n" : NULL);
		html_attr_words(&p->h, "scope", "col");
		html_words(&p->h, *headings + (number ? 1 : 0));
		html_close(&p->h);
	}
	html_close(&p->h);
	html_close(&p->h);
}

void close_table(struct page *p)
{
	html_close(&p->h);
}
