/* What the next twelve months bring, month by month. */
#include "page_private.h"

#include <nafkah/calendar.h>

static void say_date(struct page *p, struct date d)
{
	struct buf text = { 0 };

	words_date(d, &text);
	html_text(&p->h, buf_slice(&text));
	p->h.out->failed = p->h.out->failed || text.failed;
	buf_release(&text);
}

static void say_years(struct page *p, const char *before, int32_t years)
{
	html_words(&p->h, before);
	say_count(p, (uint64_t)years);
	html_words(&p->h, " tahun");
}

static void open_aside(struct page *p)
{
	html_open_class(&p->h, "span", "samping");
}

static void say_end(struct page *p, const struct calendar_event *e)
{
	bool remarried = slice_equal(e->cause, SLICE("kawin-lagi"));

	html_words(&p->h, "bulan terakhir: ");
	if (slice_equal(e->cause, SLICE(CAUSE_TERM)))
		html_words(&p->h, "masa hak habis");
	else if (remarried)
		html_words(&p->h, "kawin lagi");
	else
		html_text(&p->h, e->cause);
}

/* The first limit passes for a child at school: whether it is, somebody has to say in time. */
static void say_age(struct page *p, const struct calendar_event *e)
{
	const struct rules *rules = p->r->rules;

	say_years(p, "genap ", e->age);
	html_words(&p->h, " pada ");
	say_date(p, e->day);
	if (slice_equal(e->cause, SLICE(CAUSE_SCHOOL))) {
		say_years(p, "; hak berlanjut sampai ", rules->age_limit_school);
		html_words(&p->h, " karena sekolah");
		return;
	}
	html_words(&p->h, ": bulan terakhir");
	if (e->child->at_school || rules->age_limit_school <= rules->age_limit)
		return;
	open_aside(p);
	say_years(p, "Bila saat itu masih sekolah, tulis sekolah=\"ya\" dalam berkas putusan: batasnya menjadi ",
	          rules->age_limit_school);
	html_close(&p->h);
}

static void say_rise(struct page *p, const struct calendar_event *e)
{
	if (slice_equal(e->cause, SLICE(CAUSE_DIVISION))) {
		html_words(&p->h, "dibagi ulang: hak anak lain sudah berakhir");
		return;
	}
	html_words(&p->h, "kenaikan tahunan ");
	say_count(p, (uint64_t)e->line->award->raise);
	html_words(&p->h, "%");
}

static void say_confirmation(struct page *p, const struct calendar_event *e)
{
	bool overdue = slice_equal(e->cause, SLICE(CAUSE_OVERDUE));

	html_words(&p->h, overdue ? "konfirmasi sudah lewat, jatuh tempo " : "konfirmasi jatuh tempo ");
	say_date(p, e->day);
}

static void say_event(struct page *p, const struct calendar_event *e)
{
	switch (e->kind) {
	case CALENDAR_BEGINS:
		html_words(&p->h, "hak mulai");
		break;
	case CALENDAR_ENDS:
		say_end(p, e);
		break;
	case CALENDAR_AGE:
		say_age(p, e);
		break;
	case CALENDAR_RISE:
		say_rise(p, e);
		break;
	case CALENDAR_CONFIRMATION:
		say_confirmation(p, e);
		break;
	}
}

/* Whether a row tells of `b` along with `a`, the one before it: confirmations of one ruling that are due on one day. */
static bool stand_together(const struct calendar_event *a, const struct calendar_event *b)
{
	return a->kind == CALENDAR_CONFIRMATION && b->kind == CALENDAR_CONFIRMATION && a->month == b->month &&
	       a->file == b->file && date_compare(a->day, b->day) == 0;
}

static void say_right(struct page *p, const struct calendar_event *e)
{
	html_words(&p->h, hak_label(e->line->award->hak));
	if (e->child == NULL)
		return;
	html_words(&p->h, " ");
	html_text(&p->h, e->child->name);
}

/* "Belum menikah lagi: SITI. Masih tanggungan: AHMAD, NURUL" */
static void say_confirmed(struct page *p, const struct calendar_event *e, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool again = i > 0 && e[i - 1].child != NULL;

		html_words(&p->h, again ? ", " : i > 0 ? ". " : "");
		if (!again)
			html_words(&p->h, e[i].child != NULL ? "Masih tanggungan: " : "Belum menikah lagi: ");
		html_text(&p->h, e[i].child != NULL ? e[i].child->name : e[i].file->ruling->ex.name);
	}
}

/* One row; returns the number of events it tells of. */
static size_t event_row(struct page *p, const struct calendar_event *e, size_t left)
{
	size_t together = 1;

	while (together < left && stand_together(e, &e[together]))
		together++;
	html_open(&p->h, "tr");
	open_heading(p, NULL, "row");
	html_text(&p->h, e->file->ruling->number);
	html_element_text(&p->h, "span", "asn", e->file->ruling->asn_name);
	html_close(&p->h);
	html_open(&p->h, "td");
	if (e->line != NULL)
		say_right(p, e);
	else
		say_confirmed(p, e, together);
	html_close(&p->h);
	html_open(&p->h, "td");
	say_event(p, e);
	html_close(&p->h);
	cell_rupiah_or_dash(p, e->before);
	cell_rupiah_or_dash(p, e->after);
	html_close(&p->h);
	return together;
}

/* The events of one month; returns their number. */
static size_t month_rows(struct page *p, const struct calendar_event *e, size_t left)
{
	size_t count = 0, told = 0;

	while (count < left && e[count].month == e->month)
		count++;
	html_open(&p->h, "tbody");
	html_open_class(&p->h, "tr", "kelompok");
	open_heading(p, NULL, "rowgroup");
	html_attr_number(&p->h, "colspan", 5);
	say_month(p, e->month);
	html_close(&p->h);
	html_close(&p->h);
	while (told < count)
		told += event_row(p, &e[told], count - told);
	html_close(&p->h);
	return count;
}

static void say_span(struct page *p, const struct calendar *c)
{
	html_open_class(&p->h, "p", "catatan");
	say_month(p, c->first);
	html_words(&p->h, " sampai ");
	say_month(p, c->last);
	html_words(&p->h, ", sejauh diketahui dari berkas putusan dan aturan sekarang; hak yang ditahan ikut. Sebelum dan "
	                  "sesudah: rupiah sebulan dari hak nominal; bagian dari penghasilan belum diketahui.");
	html_close(&p->h);
}

void page_calendar(struct page *p)
{
	static const char *const headings[] = { "Putusan", "Hak atau konfirmasi", "Peristiwa", "#Sebelum", "#Sesudah", NULL };
	const struct calendar *c = p->r->calendar;

	if (c == NULL)
		return;
	open_section(p, "kalender", "Kalender dua belas bulan");
	say_span(p, c);
	if (c->count == 0) {
		html_element(&p->h, "p", NULL,
		             "Tidak ada hak yang mulai, berakhir, atau naik, dan tidak ada konfirmasi yang jatuh tempo.");
	} else {
		open_table(p, "lebar kalender", NULL, headings);
		for (size_t i = 0; i < c->count;)
			i += month_rows(p, &c->events[i], c->count - i);
		close_table(p);
	}
	close_section(p);
}
