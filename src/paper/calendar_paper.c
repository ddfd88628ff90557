#include "calendar_paper.h"

static void attribute_positive(struct xml_writer *w, const char *name, int64_t number)
{
	if (number > 0)
		xml_attribute_number(w, name, number);
}

static void attribute_payee(struct xml_writer *w, const struct child *child)
{
	struct buf text = { 0 };

	buf_append(&text, child != NULL ? SLICE("anak:") : SLICE("mantan"));
	if (child != NULL)
		buf_append(&text, child->id);
	if (text.failed)
		xml_fail(w);
	xml_attribute_text(w, "penerima", buf_slice(&text));
	buf_release(&text);
}

static void write_event(const struct calendar_event *e, struct xml_writer *w)
{
	char month[8], day[11];

	month_format(e->month, month);
	date_format(e->day, day);
	xml_open(w, "peristiwa");
	xml_attribute_text(w, "bulan", slice_from_c(month));
	xml_attribute_text(w, "jenis", slice_from_c(calendar_kind_name(e->kind)));
	xml_attribute_text(w, "nomor", e->file->ruling->number);
	if (e->line != NULL)
		xml_attribute_text(w, "hak", slice_from_c(hak_name(e->line->award->hak)));
	attribute_payee(w, e->child);
	if (date_is_set(e->day))
		xml_attribute_text(w, "tanggal", slice_from_c(day));
	attribute_positive(w, "usia", e->age);
	attribute_positive(w, "sebelum", e->before);
	attribute_positive(w, "sesudah", e->after);
	if (e->cause.len > 0)
		xml_attribute_text(w, "sebab", e->cause);
	xml_close(w);
}

void calendar_write(const struct calendar *c, struct xml_writer *w)
{
	char last[8];

	month_format(c->last, last);
	xml_open(w, "kalender");
	xml_attribute_text(w, "sampai", slice_from_c(last));
	for (size_t i = 0; i < c->count; i++)
		write_event(&c->events[i], w);
	xml_close(w);
}
