/* Every department, and every ruling with its lines: who is owed, who got what. */
#include "page_private.h"

#include <nafkah/hold.h>
#include <nafkah/nip.h>
#include <nafkah/stake.h>

/* ---- departments ---- */

struct department_sum {
	uint64_t rows;
	struct money net, net_after;
	int64_t taken;
};

static void department_figures(struct page *p, const struct department_sum *s)
{
	cell_count(p, s->rows);
	cell_money(p, s->net);
	cell_rupiah_or_dash(p, s->taken);
	cell_money(p, s->net_after);
}

static void department_row(struct page *p, const struct report_department *d, struct department_sum *all)
{
	struct department_sum s = { d->rows, d->net, d->net_after, d->taken };

	html_open(&p->h, "tr");
	open_heading(p, NULL, "row");
	if (d->name.len > 0)
		html_text(&p->h, d->name);
	else
		html_words(&p->h, "(tanpa nama SKPD)");
	html_close(&p->h);
	department_figures(p, &s);
	html_close(&p->h);
	all->rows += s.rows;
	page_add(p, &all->net.sen, s.net.sen);
	page_add(p, &all->net_after.sen, s.net_after.sen);
	page_add(p, &all->taken, s.taken);
}

static void departments_of_kind(struct page *p, enum kind kind)
{
	struct department_sum all = { 0 };

	html_open(&p->h, "tbody");
	html_open_class(&p->h, "tr", "kelompok");
	open_heading(p, NULL, "rowgroup");
	html_attr_number(&p->h, "colspan", 5);
	html_words(&p->h, kind_label(kind));
	html_close(&p->h);
	html_close(&p->h);
	for (size_t i = 0; i < p->r->department_count; i++)
		if (p->r->departments[i].kind == kind)
			department_row(p, &p->r->departments[i], &all);
	html_open_class(&p->h, "tr", "jumlah");
	open_heading(p, NULL, "row");
	html_words(&p->h, "Jumlah ");
	html_words(&p->h, kind_label(kind));
	html_close(&p->h);
	department_figures(p, &all);
	html_close(&p->h);
	html_close(&p->h);
}

void page_departments(struct page *p)
{
	static const char *const headings[] = { "SKPD", "#Baris", "#Bersih sebelum", "#Potongan nafkah", "#Bersih sesudah",
		                                NULL };
	bool there[KIND_COUNT] = { false };

	for (size_t i = 0; i < p->r->department_count; i++)
		there[p->r->departments[i].kind] = true;
	open_section(p, "skpd", "Per SKPD");
	open_table(p, "lebar", NULL, headings);
	for (unsigned k = 0; k < KIND_COUNT; k++)
		if (there[k])
			departments_of_kind(p, (enum kind)k);
	close_table(p);
	close_section(p);
}

/* ---- rulings ---- */

static void table_of_states(struct page *p)
{
	static const char *const headings[] = { "Status", "#Putusan", "Artinya", NULL };

	open_table(p, NULL, NULL, headings);
	html_open(&p->h, "tbody");
	for (unsigned s = 0; s < RULING_STATE_COUNT; s++) {
		if (p->sums.states[s] == 0)
			continue;
		html_open(&p->h, "tr");
		open_heading(p, NULL, "row");
		html_words(&p->h, ruling_state_name((enum ruling_state)s));
		html_close(&p->h);
		cell_count(p, p->sums.states[s]);
		cell_words(p, state_meaning((enum ruling_state)s));
		html_close(&p->h);
	}
	html_close(&p->h);
	close_table(p);
}

/* opening, due and missed, paid, left: in the order of the columns. */
struct account_of_line {
	int64_t opening, due, paid, left;
};

static struct account_of_line account_of(const struct line *l)
{
	const struct figures *f = &l->sum;

	return (struct account_of_line){
		.opening = l->opening.arrears,
		.due = f->due + f->missed,
		.paid = f->earlier_due + f->earlier_arrears + f->paid_due + f->paid_arrears,
		.left = f->arrears,
	};
}

static void account_cells(struct page *p, const struct account_of_line *a)
{
	cell_rupiah_or_dash(p, a->opening);
	cell_rupiah_or_dash(p, a->due);
	cell_rupiah_or_dash(p, a->paid);
	cell_rupiah_or_dash(p, a->left);
}

/* "bulan 2 dari 3" */
static void say_place(struct page *p, const struct line *l)
{
	int32_t nth, of;

	if (!line_place(l, p->r->period, &nth, &of))
		return;
	html_words(&p->h, ", bulan ");
	say_count(p, (uint64_t)nth);
	html_words(&p->h, " dari ");
	say_count(p, (uint64_t)of);
}

/* Whether there is anything to pay, or to hold, this month: then it matters to whom. */
static bool moves(const struct line *l)
{
	struct account_of_line a = account_of(l);

	return a.opening + a.due + a.paid + a.left > 0 || l->stake > 0 || l->sum.waiting > 0;
}

/* "kepada SITI AMINAH, bank 124, rekening 0012345678"; an account that is another's, such as a guardian's, says whose. */
static void say_payee(struct page *p, const struct line *l)
{
	const struct account *a = line_account(l);
	const struct child *owner = line_owner(l);
	struct slice name = owner != NULL ? owner->name : l->file->ruling->ex.name;

	html_open_class(&p->h, "span", "penerima");
	html_words(&p->h, "kepada ");
	html_text(&p->h, name);
	if (a->stated && a->possible) {
		html_words(&p->h, ", bank ");
		html_text(&p->h, a->bank);
		html_words(&p->h, ", rekening ");
		html_text(&p->h, a->number);
	}
	if (a->stated && a->holder.len > 0 && !slice_equal(a->holder, name)) {
		html_words(&p->h, ", atas nama ");
		html_text(&p->h, a->holder);
	}
	html_close(&p->h);
}

/* What moved in a way that the four columns do not show. */
static void say_aside(struct page *p, const char *what, int64_t rupiah)
{
	if (rupiah == 0)
		return;
	html_open_class(&p->h, "span", "samping");
	html_words(&p->h, what);
	html_words(&p->h, " ");
	say_rupiah(p, rupiah);
	html_close(&p->h);
}

static void line_status(struct page *p, const struct line *l)
{
	html_open(&p->h, "td");
	html_words(&p->h, line_status_name(l->status));
	if (line_waits(l)) {
		html_words(&p->h, " ");
		html_words(&p->h, code_name(line_waits_for(l)));
	}
	say_aside(p, l->file->state == STATE_TIDAK_DITEMUKAN ? "terutang bila ditemukan" : "tertahan", l->stake);
	say_aside(p, "dihapus", l->sum.written_off);
	say_aside(p, "menunggu", l->sum.waiting);
	say_aside(p, "tetap pada ASN", l->sum.kept);
	html_close(&p->h);
}

static void line_row(struct page *p, const struct line *l)
{
	struct account_of_line a = account_of(l);

	html_open(&p->h, "tr");
	open_heading(p, "hak", "row");
	html_words(&p->h, hak_label(l->award->hak));
	if (l->child != NULL) {
		html_words(&p->h, " ");
		html_text(&p->h, l->child->name);
	}
	say_place(p, l);
	if (moves(l) && line_owner(l) != NULL)
		say_payee(p, l);
	html_close(&p->h);
	line_status(p, l);
	account_cells(p, &a);
	html_close(&p->h);
}

/* The former spouse stands with the ruling, for all lines that are paid there. */
static void say_spouse(struct page *p, const struct case_file *c)
{
	for (size_t i = 0; i < c->line_count; i++) {
		if (moves(&c->lines[i]) && line_owner(&c->lines[i]) == NULL) {
			say_payee(p, &c->lines[i]);
			return;
		}
	}
}

static void ruling_row(struct page *p, const struct case_file *c)
{
	struct account_of_line all = { 0 };
	char nip[NIP_DIGITS + 1];

	for (size_t i = 0; i < c->line_count; i++) {
		struct account_of_line a = account_of(&c->lines[i]);

		page_add(p, &all.opening, a.opening);
		page_add(p, &all.due, a.due);
		page_add(p, &all.paid, a.paid);
		page_add(p, &all.left, a.left);
	}
	nip_format(c->ruling->nip, nip);
	html_open_class(&p->h, "tr", "putusan");
	open_heading(p, NULL, "rowgroup");
	html_text(&p->h, c->ruling->number);
	html_open_class(&p->h, "span", "asn");
	html_text(&p->h, c->ruling->asn_name);
	html_words(&p->h, ", NIP ");
	html_words(&p->h, nip);
	html_close(&p->h);
	say_spouse(p, c);
	html_close(&p->h);
	html_element(&p->h, "td", "status", ruling_state_name(c->state));
	account_cells(p, &all);
	html_close(&p->h);
}

void page_rulings(struct page *p)
{
	static const char *const headings[] = { "Putusan, hak, dan penerima", "Status", "#Tunggakan awal", "#Hak dan susulan",
		                                "#Dibayar", "#Tunggakan akhir", NULL };

	open_section(p, "putusan", "Per putusan");
	table_of_states(p);
	open_table(p, "lebar daftar", NULL, headings);
	for (size_t i = 0; i < p->r->case_count; i++) {
		const struct case_file *c = p->r->cases[i];

		html_open(&p->h, "tbody");
		ruling_row(p, c);
		for (size_t k = 0; k < c->line_count; k++)
			line_row(p, &c->lines[k]);
		html_close(&p->h);
	}
	close_table(p);
	close_section(p);
}
