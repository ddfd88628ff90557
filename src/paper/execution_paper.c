#include <nafkah/execution_paper.h>

#include <nafkah/nip.h>
#include <nafkah/stake.h>
#include <nafkah/transfer.h>
#include <nafkah/xml.h>

/* What is not known is left out. */
static void attribute_month(struct xml_writer *w, const char *name, month_no m)
{
	char text[8];

	month_format(m, text);
	if (m != MONTH_NONE)
		xml_attribute_text(w, name, slice_from_c(text));
}

static void attribute_date(struct xml_writer *w, const char *name, struct date d)
{
	char text[11];

	date_format(d, text);
	if (date_is_set(d))
		xml_attribute_text(w, name, slice_from_c(text));
}

static void attribute_payee(struct xml_writer *w, const struct child *child)
{
	struct buf text = { 0 };

	buf_append(&text, child != NULL ? SLICE("anak:") : SLICE("mantan"));
	if (child != NULL)
		buf_append(&text, child->id);
	xml_attribute_text(w, "penerima", buf_slice(&text));
	if (text.failed)
		xml_fail(w);
	buf_release(&text);
}

/* Of a ruling that waits as a whole. */
static void attribute_cause(struct xml_writer *w, const struct case_file *c)
{
	if (c->state == STATE_DITAHAN)
		xml_attribute_text(w, "sebab", slice_from_c(code_name(c->held_by)));
	if (c->state == STATE_TIDAK_DITEMUKAN)
		xml_attribute_text(w, "sebab", slice_from_c(code_name(N0610_NOT_FOUND)));
}

static void write_head(struct xml_writer *w, const struct execution *e, month_no period)
{
	const struct ruling *r = e->file->ruling;
	char nip[NIP_DIGITS + 1];
	int32_t late;

	nip_format(r->nip, nip);
	xml_attribute_text(w, "nomor", r->number);
	xml_attribute_text(w, "nip", slice_from_c(nip));
	xml_attribute_text(w, "nama-asn", r->asn_name);
	xml_attribute_text(w, "nama-mantan", r->ex.name);
	xml_attribute_text(w, "status", slice_from_c(ruling_state_name(e->file->state)));
	attribute_cause(w, e->file);
	attribute_date(w, "putusan", r->dates.ruled);
	attribute_date(w, "bht", r->dates.final);
	attribute_date(w, "ikrar", r->dates.pledged);
	attribute_date(w, "diterima", r->dates.received);
	attribute_month(w, "mulai", r->dates.start);
	attribute_month(w, "wajib-sejak", e->due_since);
	attribute_month(w, "diproses-sejak", e->processed);
	attribute_month(w, "pertama-dipotong", e->first_paid);
	if (execution_late(e, period, &late))
		xml_attribute_number(w, "terlambat", late);
}

static void write_sums(struct xml_writer *w, const struct execution *e)
{
	const struct execution_month *m = &e->month;

	xml_open(w, "bulan-ini");
	xml_attribute_number(w, "hak", m->due);
	xml_attribute_number(w, "susulan", m->missed);
	xml_attribute_number(w, "disimpan-asn", m->kept);
	xml_attribute_number(w, "dibayar", m->paid);
	xml_attribute_number(w, "dihapus", m->written_off);
	xml_attribute_number(w, "menunggu", m->waiting);
	xml_attribute_number(w, "tunggakan", m->arrears);
	xml_close(w);
	xml_open(w, "sampai-kini");
	xml_attribute_number(w, "hak", e->total.due);
	xml_attribute_number(w, "dibayar", e->total.paid);
	xml_attribute_number(w, "dihapus", e->total.written_off);
	xml_attribute_number(w, "tunggakan", m->arrears);
	xml_close(w);
}

static void write_line(struct xml_writer *w, const struct line *l, month_no period)
{
	const struct figures *f = &l->sum;
	struct slice why;
	int32_t nth, of;

	xml_open(w, "hak");
	xml_attribute_text(w, "jenis", slice_from_c(hak_name(l->award->hak)));
	attribute_payee(w, l->child);
	xml_attribute_text(w, "status", slice_from_c(line_status_name(l->status)));
	if (line_waits(l))
		xml_attribute_text(w, "sebab", slice_from_c(code_name(line_waits_for(l))));
	if (line_place(l, period, &nth, &of)) {
		xml_attribute_number(w, "bulan-ke", nth);
		xml_attribute_number(w, "dari-bulan", of);
	}
	xml_attribute_number(w, "hak", f->due);
	xml_attribute_number(w, "susulan", f->missed);
	xml_attribute_number(w, "dibayar", f->earlier_due + f->earlier_arrears + f->paid_due + f->paid_arrears);
	xml_attribute_number(w, "tunggakan", f->arrears);
	if (line_ended(l, period, &why)) {
		attribute_month(w, "berakhir", l->right.last);
		xml_attribute_text(w, "karena", why);
	}
	xml_close(w);
}

static void write_unpaid(struct xml_writer *w, const struct unpaid_month *u)
{
	xml_open(w, "tanpa-bayar");
	attribute_month(w, "bulan", u->month);
	xml_attribute_text(w, "sebab", slice_from_c(unpaid_why_name(u->why)));
	if (u->code.len > 0)
		xml_attribute_text(w, "kode", u->code);
	xml_close(w);
}

static void write_overdue(struct xml_writer *w, const struct confirmation *k)
{
	xml_open(w, "perlu-konfirmasi");
	xml_attribute_text(w, "perihal", k->child != NULL ? SLICE("tanggungan") : SLICE("kawin-lagi"));
	attribute_payee(w, k->child);
	if (k->stated)
		attribute_date(w, "terakhir", k->last);
	attribute_date(w, "jatuh-tempo", k->due);
	xml_close(w);
}

static void write_overpaid(struct xml_writer *w, const struct overpaid_line *o)
{
	xml_open(w, "kelebihan");
	xml_attribute_text(w, "hak", o->hak);
	xml_attribute_text(w, "penerima", o->payee);
	attribute_month(w, "dari", o->what.months.first);
	attribute_month(w, "sampai", o->what.months.last);
	xml_attribute_number(w, "rupiah", o->what.rupiah);
	xml_close(w);
}

static void write_case(struct xml_writer *w, const struct execution *e, month_no period)
{
	xml_open(w, "perkara");
	write_head(w, e, period);
	write_sums(w, e);
	for (size_t i = 0; i < e->file->line_count; i++)
		write_line(w, &e->file->lines[i], period);
	for (size_t i = 0; i < e->unpaid_count; i++)
		write_unpaid(w, &e->unpaid[i]);
	for (size_t i = 0; i < e->overdue_count; i++)
		write_overdue(w, &e->overdue[i]);
	for (size_t i = 0; i < e->overpaid_count; i++)
		write_overpaid(w, &e->overpaid[i]);
	xml_close(w);
}

enum status execution_write(const struct execution_list *list, struct buf *out)
{
	struct xml_writer *w = xml_writer_new("pelaksanaan", "urn:nafkah:pelaksanaan:1");

	attribute_month(w, "periode", list->period);
	xml_attribute_text(w, "pengadilan", list->court);
	attribute_month(w, "sejak", list->since);
	for (size_t i = 0; i < list->count; i++)
		write_case(w, &list->items[i], list->period);
	return xml_writer_close(w, out);
}
