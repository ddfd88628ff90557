/* The first screen: what moved, whom it touches, before and after. */
#include "page_private.h"

#include <string.h>

static void open_figure(struct page *p, const char *heading)
{
	html_open(&p->h, "div");
	html_element(&p->h, "h3", NULL, heading);
	html_open_class(&p->h, "p", "besar");
}

/* Ends the large words and begins the small ones. */
static void then_small(struct page *p)
{
	html_close(&p->h);
	html_open(&p->h, "p");
}

static void close_figure(struct page *p)
{
	html_close(&p->h);
	html_close(&p->h);
}

static void figure_of_money(struct page *p)
{
	const char *between = ": ";

	open_figure(p, "Uang yang dipindahkan");
	say_rupiah(p, p->r->transfers->total);
	then_small(p);
	say_spelt(p, p->r->transfers->total);
	then_small(p);
	say_count(p, p->r->transfers->count);
	html_words(&p->h, " transfer");
	for (unsigned k = 0; k < KIND_COUNT; k++) {
		if (p->sums.transfers_of_kind[k] == 0)
			continue;
		html_words(&p->h, between);
		html_words(&p->h, kind_label((enum kind)k));
		html_words(&p->h, " ");
		say_rupiah(p, p->sums.by_kind[k]);
		between = ", ";
	}
	close_figure(p);
}

static void figure_of_people(struct page *p)
{
	open_figure(p, "Orang yang terkena");
	say_count(p, p->sums.deducted);
	html_words(&p->h, " ASN dipotong");
	then_small(p);
	say_count(p, p->sums.spouses);
	html_words(&p->h, " mantan dan ");
	say_count(p, p->sums.children);
	html_words(&p->h, " anak menerima, ke ");
	say_count(p, p->sums.accounts);
	html_words(&p->h, " rekening");
	then_small(p);
	say_count(p, p->r->case_count);
	html_words(&p->h, " putusan diperiksa terhadap ");
	say_count(p, p->sums.rows);
	html_words(&p->h, " baris gaji");
	close_figure(p);
}

static void figure_of_lost(struct page *p)
{
	then_small(p);
	html_words(&p->h, "Tidak ditemukan: ");
	say_count(p, p->sums.lost_cases);
	html_words(&p->h, " putusan, ");
	say_stake(p, p->sums.lost_stake, any_unknown(p->lost, p->lost_count));
}

static void figure_of_held(struct page *p)
{
	open_figure(p, "Ditahan");
	if (p->sums.held_cases > 0) {
		say_count(p, p->sums.held_cases);
		html_words(&p->h, " putusan");
		then_small(p);
		html_words(&p->h, "seluruhnya atau sebagian, tidak menggerakkan uang sampai penyebabnya selesai");
		then_small(p);
		html_words(&p->h, "Yang tertahan: ");
		say_stake(p, p->sums.held_stake, any_unknown(p->held, p->held_count));
	} else {
		html_words(&p->h, "Tidak ada");
	}
	if (p->sums.lost_cases > 0)
		figure_of_lost(p);
	if (p->sums.held_cases + p->sums.lost_cases == 0) {
		then_small(p);
		html_words(&p->h, "Semua hak yang jatuh bulan ini dapat diproses.");
	}
	close_figure(p);
}

/* How much each office has to do: "Pengadilan Agama 4". */
static void list_offices(struct page *p, const struct cause *causes, size_t count)
{
	bool first = true;

	for (size_t i = 0; i < count; i++) {
		const char *office = code_office(causes[i].code);
		uint64_t sum = 0;
		bool before = false;

		for (size_t k = 0; k < count; k++) {
			bool same = strcmp(code_office(causes[k].code), office) == 0;

			before = before || (same && k < i);
			sum += same ? causes[k].count : 0;
		}
		if (before)
			continue;
		html_words(&p->h, first ? "" : ", ");
		html_words(&p->h, office);
		html_words(&p->h, " ");
		say_count(p, sum);
		first = false;
	}
}

static uint64_t matters(const struct cause *causes, size_t count)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += causes[i].count;
	return sum;
}

static void figure_of_work(struct page *p)
{
	size_t count = p->held_count + p->lost_count; /* which stand together */
	uint64_t work = matters(p->held, count), look = matters(p->attention, p->attention_count);

	open_figure(p, "Perlu tindakan");
	say_count(p, work);
	html_words(&p->h, " hal");
	then_small(p);
	if (work > 0)
		list_offices(p, p->held, count);
	else
		html_words(&p->h, "Tidak ada kantor yang harus bertindak.");
	then_small(p);
	html_words(&p->h, "Selain itu ");
	say_count(p, look);
	html_words(&p->h, " hal cukup diperhatikan.");
	close_figure(p);
}

void page_figures(struct page *p)
{
	html_open(&p->h, "section");
	html_attr_words(&p->h, "id", "ringkasan");
	html_attr_words(&p->h, "class", "angka");
	figure_of_money(p);
	figure_of_people(p);
	figure_of_held(p);
	figure_of_work(p);
	html_close(&p->h);
}

/* ---- before and after ---- */

static void balance_rows(struct page *p)
{
	html_open(&p->h, "tbody");
	for (size_t i = 0; i < p->r->file_count; i++) {
		const struct report_file *f = &p->r->files[i];

		html_open(&p->h, "tr");
		open_heading(p, NULL, "row");
		html_words(&p->h, kind_label(f->kind));
		html_words(&p->h, " ");
		html_element_text(&p->h, "small", NULL, f->name);
		html_close(&p->h);
		cell_count(p, f->rows);
		cell_count(p, f->changed);
		cell_money(p, f->net);
		cell_rupiah(p, f->taken);
		cell_money(p, f->net_after);
		html_close(&p->h);
	}
	html_close(&p->h);
	html_open(&p->h, "tfoot");
	html_open(&p->h, "tr");
	open_heading(p, NULL, "row");
	html_words(&p->h, "Jumlah");
	html_close(&p->h);
	cell_count(p, p->sums.rows);
	cell_count(p, p->sums.changed);
	cell_money(p, p->sums.net);
	cell_rupiah(p, p->sums.taken);
	cell_money(p, p->sums.net_after);
	html_close(&p->h);
	html_close(&p->h);
}

static void open_proof(struct page *p, bool holds)
{
	html_open(&p->h, "li");
	html_element(&p->h, "strong", NULL, holds ? "seimbang" : "TIDAK SEIMBANG");
	html_words(&p->h, " ");
}

/* "Rp1 (dibayar)"; `sign` stands in front where it is not the first. */
static void term(struct page *p, const char *sign, int64_t rupiah, const char *what)
{
	html_words(&p->h, sign);
	say_rupiah(p, rupiah);
	html_words(&p->h, " ");
	html_element(&p->h, "small", NULL, what);
}

static void proof_of_payrolls(struct page *p)
{
	const struct page_sums *s = &p->sums;
	struct money rest;
	bool fits = money_sub(s->net, money_from_rupiah(s->taken), &rest);

	open_proof(p, fits && rest.sen == s->net_after.sen);
	say_money(p, s->net);
	html_words(&p->h, " ");
	html_element(&p->h, "small", NULL, "bersih sebelum");
	term(p, " − ", s->taken, "potongan");
	html_words(&p->h, " = ");
	say_money(p, s->net_after);
	html_words(&p->h, " ");
	html_element(&p->h, "small", NULL, "bersih sesudah");
	html_close(&p->h);
}

static void proof_of_transfers(struct page *p)
{
	const struct page_sums *s = &p->sums;

	open_proof(p, s->taken == p->r->transfers->total && s->taken == s->paid);
	term(p, "", s->taken, "dipotong dari gaji");
	term(p, " = ", p->r->transfers->total, "daftar transfer");
	term(p, " = ", s->paid, "dibayar menurut register");
	html_close(&p->h);
}

static void proof_of_register(struct page *p)
{
	const struct page_sums *s = &p->sums;
	int64_t owed = s->opening, settled = 0;

	page_add(p, &owed, s->missed);
	page_add(p, &owed, s->due);
	page_add(p, &settled, s->earlier);
	page_add(p, &settled, s->paid);
	page_add(p, &settled, s->written_off);
	page_add(p, &settled, s->waiting);
	page_add(p, &settled, s->arrears);
	open_proof(p, owed == settled);
	term(p, "", s->opening, "tunggakan awal");
	term(p, " + ", s->missed, "susulan");
	term(p, " + ", s->due, "hak bulan ini");
	term(p, " = ", s->paid, "dibayar");
	if (s->earlier > 0)
		term(p, " + ", s->earlier, "dibayar pada bagian pertama");
	if (s->written_off > 0)
		term(p, " + ", s->written_off, "dihapus");
	if (s->waiting > 0)
		term(p, " + ", s->waiting, "menunggu bagian kedua");
	term(p, " + ", s->arrears, "tunggakan akhir");
	html_close(&p->h);
}

void page_balance(struct page *p)
{
	static const char *const headings[] = { "Daftar", "#Baris", "#Berubah", "#Bersih sebelum", "#Potongan nafkah",
		                                "#Bersih sesudah", NULL };

	open_section(p, "neraca", "Sebelum dan sesudah");
	open_table(p, "lebar", NULL, headings);
	balance_rows(p);
	close_table(p);
	html_open_class(&p->h, "ul", "bukti");
	proof_of_payrolls(p);
	proof_of_transfers(p);
	proof_of_register(p);
	html_close(&p->h);
	close_section(p);
}
