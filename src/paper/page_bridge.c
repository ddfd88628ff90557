/* What moved the total since last month: cause by cause, the rulings that moved most, and accounts that changed. */
#include "page_private.h"

#include <nafkah/hold.h>

#include <stdlib.h>

enum { RULINGS_SHOWN = 20 };

static const struct {
	const char *label, *meaning;
} causes[BRIDGE_CAUSE_COUNT] = {
	[BRIDGE_BARU] = { "Hak baru", "mulai dibayar bulan ini" },
	[BRIDGE_BERAKHIR] = { "Hak berakhir", "masa, usia anak, kawin lagi, meninggal, atau selesai" },
	[BRIDGE_DILEPAS] = { "Dilepas", "bulan lalu ditahan atau ASN tidak ditemukan" },
	[BRIDGE_DITAHAN] = { "Ditahan", "sekarang ditahan atau ASN tidak ditemukan" },
	[BRIDGE_DASAR] = { "Penghasilan berubah", "pecahan dari penghasilan yang naik atau turun" },
	[BRIDGE_KENAIKAN] = { "Kenaikan tahunan", "nafkah anak naik menurut amar" },
	[BRIDGE_ANGSURAN] = { "Angsuran lain", "besarnya angsuran bulan ini lain" },
	[BRIDGE_PEMBAGIAN] = { "Pembagian lain", "anak atau putusan lain masuk atau keluar dari porsi bersama" },
	[BRIDGE_PUTUSAN] = { "Putusan atau aturan berubah", "isi, asuhan, atau akhir hak yang baru diketahui" },
	[BRIDGE_SUSULAN] = { "Susulan", "bulan terlewat yang dibayar, dibanding bulan lalu" },
	[BRIDGE_TUNGGAKAN] = { "Tunggakan dibayar", "tunggakan lain, dibanding bulan lalu" },
	[BRIDGE_BATAS] = { "Batas potongan", "hak yang tidak terbayar karena batas, dibanding bulan lalu" },
	[BRIDGE_MENUNGGU] = { "Menunggu", "hak yang menunggu bagian kedua bulan ini" },
};

/* ---- causes ---- */

static void open_row(struct page *p, const char *label)
{
	html_open(&p->h, "tr");
	open_heading(p, NULL, "row");
	html_words(&p->h, label);
}

static void total_row(struct page *p, const char *group, const char *label, month_no month, int64_t rupiah)
{
	html_open(&p->h, group);
	open_row(p, label);
	say_month(p, month);
	html_close(&p->h);
	cell_words(p, "");
	cell_rupiah(p, rupiah);
	html_close(&p->h);
	html_close(&p->h);
}

static void cause_row(struct page *p, enum bridge_cause c, const struct bridge_sums *s)
{
	open_row(p, causes[c].label);
	html_words(&p->h, " ");
	html_element(&p->h, "small", NULL, causes[c].meaning);
	html_close(&p->h);
	cell_count(p, s->lines[c]);
	cell_rupiah(p, s->by_cause[c]);
	html_close(&p->h);
}

static void table_of_causes(struct page *p, const struct bridge *b)
{
	static const char *const headings[] = { "Sebab", "#Hak", "#Rupiah", NULL };

	open_table(p, NULL, NULL, headings);
	total_row(p, "tbody", "Dibayar ", b->from, b->all.before);
	html_open(&p->h, "tbody");
	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++)
		if (b->all.lines[c] > 0)
			cause_row(p, (enum bridge_cause)c, &b->all);
	html_close(&p->h);
	total_row(p, "tfoot", "Dibayar ", p->r->period, b->all.after);
	close_table(p);
}

/* ---- rulings ---- */

static int64_t moved_by(const struct bridge_ruling *r)
{
	int64_t change = r->sums.after - r->sums.before; /* neither is below zero */

	return change < 0 ? -change : change;
}

static int by_change(const void *a, const void *b)
{
	const struct bridge_ruling *const *x = a, *const *y = b;

	if (moved_by(*x) != moved_by(*y))
		return moved_by(*x) < moved_by(*y) ? 1 : -1;
	return (*x > *y) - (*x < *y); /* one array: the order of the report */
}

/* Those that moved, most first. NULL: memory. */
static const struct bridge_ruling **moved(struct page *p, const struct bridge *b, size_t *count)
{
	const struct bridge_ruling **list = arena_array(&p->arena, b->ruling_count, sizeof *list);

	*count = 0;
	for (size_t i = 0; list != NULL && i < b->ruling_count; i++)
		if (bridge_moved(&b->rulings[i].sums))
			list[(*count)++] = &b->rulings[i];
	if (list != NULL && *count > 1)
		qsort(list, *count, sizeof *list, by_change);
	return list;
}

static void cell_causes(struct page *p, const struct bridge_sums *s)
{
	bool first = true;

	html_open(&p->h, "td");
	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++) {
		if (s->lines[c] == 0)
			continue;
		html_words(&p->h, first ? "" : "; ");
		html_words(&p->h, causes[c].label);
		html_words(&p->h, " ");
		say_rupiah(p, s->by_cause[c]);
		first = false;
	}
	html_close(&p->h);
}

static void ruling_row(struct page *p, const struct bridge_ruling *r)
{
	html_open(&p->h, "tr");
	open_heading(p, NULL, "row");
	html_text(&p->h, r->number);
	html_open_class(&p->h, "span", "asn");
	if (r->file != NULL)
		html_text(&p->h, r->file->ruling->asn_name);
	else
		html_words(&p->h, "tidak lagi dalam berkas putusan");
	html_close(&p->h);
	html_close(&p->h);
	cell_rupiah(p, r->sums.before);
	cell_rupiah(p, r->sums.after);
	cell_rupiah(p, r->sums.after - r->sums.before);
	cell_causes(p, &r->sums);
	html_close(&p->h);
}

static void table_of_rulings(struct page *p, const struct bridge_ruling *const *list, size_t count)
{
	static const char *const headings[] = { "Putusan", "#Bulan lalu", "#Bulan ini", "#Perubahan", "Sebab", NULL };

	html_element(&p->h, "h3", NULL, "Putusan yang berubah, yang terbesar lebih dulu");
	open_table(p, "lebar", NULL, headings);
	html_open(&p->h, "tbody");
	for (size_t i = 0; i < count && i < RULINGS_SHOWN; i++)
		ruling_row(p, list[i]);
	html_close(&p->h);
	close_table(p);
	if (count <= RULINGS_SHOWN)
		return;
	html_open_class(&p->h, "p", "catatan");
	html_words(&p->h, "Masih ada ");
	say_count(p, count - RULINGS_SHOWN);
	html_words(&p->h, " putusan lain yang berubah; semuanya ada dalam rekonsiliasi.xml.");
	html_close(&p->h);
}

/* ---- accounts ---- */

static bool is_told(const struct line *l)
{
	return account_changed(l) && line_account(l)->stated;
}

/* The change of an owner's account is told once, with the first of his lines. */
static bool first_told(const struct case_file *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (line_owner(&c->lines[k]) == line_owner(&c->lines[i]) && is_told(&c->lines[k]))
			return false;
	return is_told(&c->lines[i]);
}

static void say_account(struct page *p, struct slice bank, struct slice number)
{
	html_words(&p->h, "bank ");
	html_text(&p->h, bank);
	html_words(&p->h, ", rekening ");
	html_text(&p->h, number);
}

static void say_acceptance(struct page *p, const struct line *l)
{
	const struct account *a = line_account(l);
	bool accepted = slice_equal(l->account, a->number) && slice_equal(l->bank, a->bank);

	html_words(&p->h, accepted ? "; diterima" : "; belum diterima");
	if (!accepted || a->proof.len == 0)
		return;
	html_words(&p->h, " dengan bukti ");
	html_text(&p->h, a->proof);
}

static void account_item(struct page *p, const struct line *l)
{
	const struct account *a = line_account(l);
	const struct child *owner = line_owner(l);

	html_open(&p->h, "li");
	html_text(&p->h, l->file->ruling->number);
	html_words(&p->h, ", ");
	html_text(&p->h, owner != NULL ? owner->name : l->file->ruling->ex.name);
	html_words(&p->h, ": dari ");
	say_account(p, l->opening.bank, l->opening.account);
	html_words(&p->h, " menjadi ");
	say_account(p, a->bank, a->number);
	say_acceptance(p, l);
	html_close(&p->h);
}

static void list_accounts(struct page *p)
{
	bool open = false;

	for (size_t i = 0; i < p->r->case_count; i++) {
		const struct case_file *c = p->r->cases[i];

		for (size_t k = 0; k < c->line_count; k++) {
			if (!first_told(c, k))
				continue;
			if (!open) {
				html_element(&p->h, "h3", NULL, "Rekening penerima yang berganti");
				html_open(&p->h, "ul");
			}
			open = true;
			account_item(p, &c->lines[k]);
		}
	}
	if (open)
		html_close(&p->h);
}

void page_bridge(struct page *p)
{
	const struct bridge *b = p->r->bridge;
	const struct bridge_ruling **list;
	size_t count;

	if (b == NULL)
		return;
	list = moved(p, b, &count);
	p->h.out->failed = p->h.out->failed || list == NULL;
	open_section(p, "jembatan", "Dari bulan lalu ke bulan ini");
	table_of_causes(p, b);
	if (count > 0)
		table_of_rulings(p, list, count);
	else
		html_element(&p->h, "p", NULL, "Tidak ada yang berubah: setiap hak dibayar seperti bulan lalu.");
	list_accounts(p);
	close_section(p);
}
