/* What waits for somebody: cause, office, rulings, rupiah. */
#include "page_private.h"

/* "at least" where nobody can say the rest. */
void say_stake(struct page *p, int64_t rupiah, bool unknown)
{
	if (unknown && rupiah == 0) {
		html_words(&p->h, "belum dapat dihitung");
		return;
	}
	say_rupiah(p, rupiah);
	if (unknown)
		html_words(&p->h, " atau lebih");
}

bool any_unknown(const struct cause *causes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (causes[i].unknown)
			return true;
	return false;
}

static void cause_places(struct page *p, const struct cause *c)
{
	html_open(&p->h, "td");
	for (size_t i = 0; i < c->shown_count; i++) {
		html_words(&p->h, i > 0 ? ", " : "");
		html_text(&p->h, c->shown[i]);
	}
	if (c->count > c->shown_count) {
		html_words(&p->h, c->shown_count > 0 ? " dan " : "");
		say_count(p, c->count - c->shown_count);
		html_words(&p->h, c->shown_count > 0 ? " lagi" : " hal");
	}
	html_close(&p->h);
}

/* The code, as a link to its findings. The second part of a month does not repeat those of the first. */
static void say_code(struct page *p, enum code code)
{
	struct buf anchor = { 0 };

	if (p->r->findings->per_code[code] == 0) {
		html_words(&p->h, code_name(code));
		return;
	}
	buf_printf(&anchor, "#%s", code_name(code));
	html_open(&p->h, "a");
	html_attr(&p->h, "href", buf_slice(&anchor));
	html_words(&p->h, code_name(code));
	html_close(&p->h);
	p->h.out->failed = p->h.out->failed || anchor.failed;
	buf_release(&anchor);
}

static void cause_row(struct page *p, const struct cause *c)
{
	html_open(&p->h, "tr");
	open_heading(p, NULL, "row");
	html_words(&p->h, code_label(c->code));
	html_words(&p->h, " ");
	say_code(p, c->code);
	html_close(&p->h);
	cell_words(p, code_office(c->code));
	cause_places(p, c);
	html_open_class(&p->h, "td", "n");
	if (c->has_rupiah)
		say_stake(p, c->rupiah, c->unknown);
	else
		html_words(&p->h, c->counted_elsewhere ? "tercakup pada sebab lain" : "–");
	html_close(&p->h);
	html_close(&p->h);
}

static void group_heading(struct page *p, const char *words)
{
	html_open_class(&p->h, "tr", "kelompok");
	open_heading(p, NULL, "rowgroup");
	html_attr_number(&p->h, "colspan", 4);
	html_words(&p->h, words);
	html_close(&p->h);
	html_close(&p->h);
}

static void cause_group(struct page *p, const char *heading, const struct cause *causes, size_t count)
{
	if (count == 0)
		return;
	html_open(&p->h, "tbody");
	group_heading(p, heading);
	for (size_t i = 0; i < count; i++)
		cause_row(p, &causes[i]);
	html_close(&p->h);
}

static void total_of_held(struct page *p)
{
	html_open(&p->h, "tbody");
	html_open_class(&p->h, "tr", "jumlah");
	open_heading(p, NULL, "row");
	html_attr_number(&p->h, "colspan", 3);
	html_words(&p->h, "Jumlah yang ditahan");
	html_close(&p->h);
	html_open_class(&p->h, "td", "n");
	say_stake(p, p->sums.held_stake, any_unknown(p->held, p->held_count));
	html_close(&p->h);
	html_close(&p->h);
	html_close(&p->h);
}

void page_waiting(struct page *p)
{
	static const char *const headings[] = { "Sebab", "Yang bertindak", "Putusan atau berkas", "#Rupiah", NULL };

	open_section(p, "menunggu", "Yang ditahan dan yang perlu diperhatikan");
	if (p->held_count + p->lost_count + p->attention_count == 0) {
		html_element(&p->h, "p", NULL, "Tidak ada yang ditahan dan tidak ada yang perlu diperhatikan.");
		close_section(p);
		return;
	}
	open_table(p, "lebar sebab", NULL, headings);
	cause_group(p, "Ditahan: uangnya tidak bergerak sampai kantor yang disebut bertindak", p->held, p->held_count);
	if (p->held_count > 0)
		total_of_held(p);
	cause_group(p, "Tidak ditemukan: ASN-nya tidak ada dalam daftar gaji, jadi tidak ada yang dapat dipotong", p->lost,
	            p->lost_count);
	cause_group(p, "Perlu diperhatikan: uangnya tetap bergerak", p->attention, p->attention_count);
	close_table(p);
	if (p->held_count + p->lost_count > 0)
		html_element(&p->h, "p", "catatan",
		             "Rupiah yang ditahan atau yang ASN-nya tidak ditemukan adalah perkiraan: yang akan terutang bulan ini bila "
		             "sebabnya selesai, menurut penghasilan bulan ini dan sebelum batas potongan. Setiap rupiah dihitung satu "
		             "kali, pada sebab yang pertama. Tindakan untuk setiap putusan ada pada bagian Temuan.");
	close_section(p);
}
