/* The checks that ran, the odd rupiah, and the rules. */
#include "page_private.h"

#include <stdlib.h>

void page_checks(struct page *p)
{
	static const char *const headings[] = { "Pemeriksaan", "#Yang dilihat", "#Temuan", "Hasil", NULL };

	open_section(p, "pemeriksaan", "Pemeriksaan yang dijalankan");
	open_table(p, "lebar", NULL, headings);
	html_open(&p->h, "tbody");
	for (size_t i = 0; i < p->r->check_count; i++) {
		const struct report_check *c = &p->r->checks[i];

		html_open(&p->h, "tr");
		open_heading(p, NULL, "row");
		html_words(&p->h, c->name);
		html_close(&p->h);
		cell_count(p, c->rows);
		cell_count(p, c->findings);
		cell_words(p, c->rows == 0 ? "tidak ada yang dapat diperiksa" : c->findings > 0 ? "lihat temuan" : "sesuai");
		html_close(&p->h);
	}
	html_close(&p->h);
	close_table(p);
	close_section(p);
}

/* ---- the odd rupiah ---- */

static const char *odd_label(enum odd_why why)
{
	static const char *const labels[ODD_WHY_COUNT] = {
		[ODD_CHILDREN] = "dibagi rata kepada anak-anak; sisanya kepada yang tertua",
		[ODD_POOL] = "beberapa putusan berbagi satu porsi; sisanya kepada pecahan terbesar",
		[ODD_LIMIT] = "dibatasi dan dibagi sebanding; sisanya kepada pecahan terbesar",
		[ODD_LAST] = "jumlah seluruhnya dicicil; sisanya pada cicilan terakhir",
		[ODD_SHARES] = "porsi pecahan dibulatkan ke bawah; sisanya tetap pada ASN",
	};

	return labels[why];
}

static void odd_row(struct page *p, const struct odd_rupiah *o)
{
	html_open(&p->h, "tr");
	open_heading(p, NULL, "row");
	html_text(&p->h, o->file->ruling->number);
	html_close(&p->h);
	html_open(&p->h, "td");
	if (o->line == NULL) {
		html_text(&p->h, o->file->ruling->asn_name);
		html_words(&p->h, " (ASN)");
	} else {
		html_text(&p->h, o->line->child != NULL ? o->line->child->name : o->file->ruling->ex.name);
		html_words(&p->h, o->line->child != NULL ? " (anak)" : " (mantan)");
	}
	html_close(&p->h);
	html_open(&p->h, "td");
	if (o->line != NULL) {
		html_words(&p->h, hak_label(o->line->award->hak));
		html_words(&p->h, ", ");
	}
	say_month(p, o->month);
	html_words(&p->h, ": ");
	html_words(&p->h, odd_label(o->why));
	html_close(&p->h);
	cell_rupiah(p, o->rupiah);
	html_close(&p->h);
}

static int by_ruling(const void *a, const void *b)
{
	const struct odd_rupiah *const *x = a, *const *y = b;
	int order = ruling_compare((*x)->file->ruling, (*y)->file->ruling);

	return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* In the order of the register. */
static const struct odd_rupiah **in_order(struct page *p, const struct remainders *all)
{
	const struct odd_rupiah **out = arena_array(&p->arena, all->count, sizeof *out);

	for (size_t i = 0; out != NULL && i < all->count; i++)
		out[i] = &all->items[i];
	if (out != NULL)
		qsort(out, all->count, sizeof *out, by_ruling);
	p->h.out->failed = p->h.out->failed || out == NULL;
	return out;
}

void page_remainders(struct page *p)
{
	static const char *const headings[] = { "Putusan", "Diterima oleh", "Pembagian", "#Sisa", NULL };
	const struct remainders *all = p->x->remainders;
	const struct odd_rupiah **ordered = all != NULL && all->count > 0 ? in_order(p, all) : NULL;

	open_section(p, "sisa", "Register sisa pembagian");
	html_element(&p->h, "p", NULL,
	             "Setiap rupiah yang tersisa dari sebuah pembagian, dan siapa yang menerimanya. Tidak ada rupiah yang "
	             "hilang.");
	if (ordered == NULL) {
		html_element(&p->h, "p", NULL, "Bulan ini semua pembagian habis tanpa sisa.");
		close_section(p);
		return;
	}
	open_table(p, "lebar sisa", NULL, headings);
	html_open(&p->h, "tbody");
	for (size_t i = 0; i < all->count; i++)
		odd_row(p, ordered[i]);
	html_close(&p->h);
	close_table(p);
	close_section(p);
}

/* ---- the rules ---- */

void page_rules(struct page *p)
{
	static const char *const headings[] = { "Parameter", "Nilai", "Dasar hukum", NULL };

	open_section(p, "aturan", "Aturan yang dipakai");
	html_open(&p->h, "p");
	html_text(&p->h, p->r->rules->title);
	html_words(&p->h, " (");
	html_text(&p->h, p->r->rules->id);
	html_words(&p->h, "), versi yang berlaku mulai ");
	say_month(p, p->r->rules->version);
	html_words(&p->h, ", ditinjau sampai ");
	say_month(p, p->r->rules->reviewed_until);
	html_words(&p->h, ".");
	html_close(&p->h);
	open_table(p, "lebar aturan", NULL, headings);
	html_open(&p->h, "tbody");
	for (unsigned i = 0; i < PARAMETER_COUNT; i++) {
		html_open(&p->h, "tr");
		open_heading(p, NULL, "row");
		html_words(&p->h, parameter_name((enum parameter)i));
		html_close(&p->h);
		cell_text(p, p->r->rules->words[i].value);
		cell_text(p, p->r->rules->words[i].law);
		html_close(&p->h);
	}
	html_close(&p->h);
	close_table(p);
	close_section(p);
}
