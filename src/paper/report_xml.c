#include <nafkah/report.h>

#include <nafkah/nip.h>
#include <nafkah/xml.h>

#include "calendar_paper.h"

#include <inttypes.h>
#include <stdio.h>

struct case_sums case_sums(const struct case_file *c)
{
	struct case_sums s = { 0 };

	for (size_t i = 0; i < c->line_count; i++) {
		const struct figures *f = &c->lines[i].sum;

		s.due += f->due;
		s.paid += f->paid_due + f->paid_arrears;
		s.arrears += f->arrears;
		s.earlier += f->earlier_due + f->earlier_arrears;
		s.waiting += f->waiting;
	}
	return s;
}

static void attribute_count(struct xml_writer *w, const char *name, uint64_t value)
{
	xml_attribute_number(w, name, (int64_t)value);
}

static void write_files(const struct report *r, struct xml_writer *w)
{
	for (size_t i = 0; i < r->file_count; i++) {
		const struct report_file *f = &r->files[i];

		xml_open(w, "berkas");
		xml_attribute_text(w, "jenis", slice_from_c(kind_name(f->kind)));
		xml_attribute_text(w, "nama", f->name);
		attribute_count(w, "baris", f->rows);
		attribute_count(w, "baris-dihitung", f->counted);
		attribute_count(w, "baris-berubah", f->changed);
		xml_attribute_money(w, "kotor", f->gross);
		xml_attribute_money(w, "potongan", f->cuts);
		xml_attribute_money(w, "bersih", f->net);
		xml_attribute_number(w, "potongan-nafkah", f->taken);
		xml_attribute_money(w, "bersih-sesudah", f->net_after);
		xml_close(w);
	}
	for (size_t i = 0; i < r->department_count; i++) {
		const struct report_department *d = &r->departments[i];

		xml_open(w, "skpd");
		xml_attribute_text(w, "nama", d->name);
		xml_attribute_text(w, "jenis", slice_from_c(kind_name(d->kind)));
		attribute_count(w, "baris", d->rows);
		xml_attribute_money(w, "bersih", d->net);
		xml_attribute_number(w, "potongan-nafkah", d->taken);
		xml_attribute_money(w, "bersih-sesudah", d->net_after);
		xml_close(w);
	}
}

static void write_cases(const struct report *r, struct xml_writer *w)
{
	char nip[NIP_DIGITS + 1];

	for (size_t i = 0; i < r->case_count; i++) {
		const struct case_file *c = r->cases[i];
		struct case_sums s = case_sums(c);

		nip_format(c->ruling->nip, nip);
		xml_open(w, "putusan");
		xml_attribute_text(w, "nomor", c->ruling->number);
		xml_attribute_text(w, "nip", slice_from_c(nip));
		xml_attribute_text(w, "status", slice_from_c(ruling_state_name(c->state)));
		xml_attribute_number(w, "hak", s.due);
		xml_attribute_number(w, "dibayar", s.paid + s.earlier);
		xml_attribute_number(w, "tunggakan", s.arrears);
		xml_close(w);
	}
}

static void write_bridge_sums(const struct bridge_sums *s, struct xml_writer *w)
{
	xml_attribute_number(w, "sebelum", s->before);
	xml_attribute_number(w, "sesudah", s->after);
	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++) {
		if (s->lines[c] == 0)
			continue;
		xml_open(w, "sebab");
		xml_attribute_text(w, "nama", slice_from_c(bridge_cause_name((enum bridge_cause)c)));
		xml_attribute_number(w, "jumlah", s->by_cause[c]);
		attribute_count(w, "baris", s->lines[c]);
		xml_close(w);
	}
}

/* From what was paid in the month before to what is paid now, in all and by ruling. */
static void write_bridge(const struct bridge *b, struct xml_writer *w)
{
	char month[8];

	month_format(b->from, month);
	xml_open(w, "jembatan");
	xml_attribute_text(w, "dari", slice_from_c(month));
	write_bridge_sums(&b->all, w);
	for (size_t i = 0; i < b->ruling_count; i++) {
		if (!bridge_moved(&b->rulings[i].sums))
			continue;
		xml_open(w, "putusan");
		xml_attribute_text(w, "nomor", b->rulings[i].number);
		write_bridge_sums(&b->rulings[i].sums, w);
		xml_close(w);
	}
	xml_close(w);
}

static void write_finding(const struct finding *f, struct xml_writer *w)
{
	struct buf text = { 0 };
	char line[24] = "";

	if (f->line > 0)
		(void)snprintf(line, sizeof line, "%" PRIu64, f->line);
	if (f->perkara.len > 0) {
		append_escaped(&text, f->perkara, false);
		buf_append(&text, SLICE(": "));
	}
	finding_message(f, LANG_ID, false, &text);
	xml_open(w, "temuan");
	xml_attribute_text(w, "kode", slice_from_c(code_name(f->code)));
	xml_attribute_text(w, "tingkat", slice_from_c(level_name(code_level(f->code))));
	xml_attribute_text(w, "berkas", f->file);
	xml_attribute_text(w, "baris", slice_from_c(line));
	xml_attribute_text(w, "kolom", f->column);
	xml_attribute_text(w, "nilai", f->value);
	xml_text(w, buf_slice(&text));
	xml_close(w);
	if (text.failed)
		xml_fail(w);
	buf_release(&text);
}

bool report_tells(enum code code)
{
	return code != N0906_LEFTOVER && code != N0908_LEFTOVER_KEPT;
}

static void write_findings(const struct report *r, struct xml_writer *w)
{
	uint64_t listed[CODE_COUNT] = { 0 };

	for (size_t i = 0; i < r->findings->count; i++) {
		const struct finding *f = &r->findings->items[i];

		listed[f->code]++;
		if (report_tells(f->code))
			write_finding(f, w);
	}
	for (unsigned c = 0; c < CODE_COUNT; c++) {
		if (r->findings->per_code[c] <= listed[c] || !report_tells((enum code)c))
			continue;
		xml_open(w, "temuan-lain");
		xml_attribute_text(w, "kode", slice_from_c(code_name((enum code)c)));
		attribute_count(w, "jumlah", r->findings->per_code[c] - listed[c]);
		xml_close(w);
	}
}

enum status report_write_xml(const struct report *r, struct buf *out)
{
	struct xml_writer *w = xml_writer_new("rekonsiliasi", "urn:nafkah:rekonsiliasi:1");
	char month[8], version[8];

	month_format(r->period, month);
	month_format(r->rules->version, version);
	xml_attribute_text(w, "periode", slice_from_c(month));
	xml_attribute_text(w, "aturan", r->rules->id);
	xml_attribute_text(w, "versi-aturan", slice_from_c(version));
	write_files(r, w);
	xml_open(w, "transfer");
	attribute_count(w, "baris", r->transfers->count);
	xml_attribute_number(w, "total", r->transfers->total);
	xml_close(w);
	write_cases(r, w);
	if (r->bridge != NULL)
		write_bridge(r->bridge, w);
	if (r->calendar != NULL)
		calendar_write(r->calendar, w);
	write_findings(r, w);
	for (size_t i = 0; i < r->check_count; i++) {
		xml_open(w, "pemeriksaan");
		xml_attribute_text(w, "nama", slice_from_c(r->checks[i].name));
		attribute_count(w, "baris", r->checks[i].rows);
		attribute_count(w, "temuan", r->checks[i].findings);
		xml_close(w);
	}
	return xml_writer_close(w, out);
}
