/* The report's tables as sheets: what rekonsiliasi.xml says, in its order. */
#include "lists_private.h"

#include <nafkah/nip.h>

#define ELSEWHERE "rekonsiliasi.xml"

static struct slice words(const char *text)
{
	return slice_from_c(text);
}

static void sheet_rupiah(struct sheet *s, int64_t rupiah)
{
	sheet_money(s, money_from_rupiah(rupiah));
}

static void sheet_rows(struct sheet *s, uint64_t rows)
{
	sheet_rupiah(s, (int64_t)rows);
}

void rulings_sheet(struct book *b, const struct report *r)
{
	static const struct sheet_column columns[] = {
		{ "Nomor perkara", 28, SHEET_TEXT }, { "NIP", 21, SHEET_TEXT },          { "Status", 16, SHEET_TEXT },
		{ "Hak bulan ini (Rp)", 18, SHEET_SUM }, { "Dibayar (Rp)", 18, SHEET_SUM }, { "Tunggakan (Rp)", 18, SHEET_SUM },
	};
	struct sheet_plan plan = { "Putusan", columns, COUNT_OF(columns), 1, r->case_count, ELSEWHERE };
	struct sheet *s = book_sheet(b, &plan);
	char nip[NIP_DIGITS + 1];

	for (size_t i = 0; i < r->case_count; i++) {
		const struct case_file *c = r->cases[i];
		struct case_sums sums = case_sums(c);

		nip_format(c->ruling->nip, nip);
		sheet_text(s, c->ruling->number);
		sheet_text(s, words(nip));
		sheet_text(s, words(ruling_state_name(c->state)));
		sheet_rupiah(s, sums.due);
		sheet_rupiah(s, sums.paid + sums.earlier);
		sheet_rupiah(s, sums.arrears);
		sheet_end_row(s);
	}
	sheet_end(s, SLICE("Jumlah"));
}

void files_sheet(struct book *b, const struct report *r)
{
	static const struct sheet_column columns[] = {
		{ "Berkas", 32, SHEET_TEXT },      { "Jenis", 8, SHEET_TEXT },         { "Baris", 10, SHEET_SUM },
		{ "Baris dihitung", 10, SHEET_SUM }, { "Baris berubah", 10, SHEET_SUM }, { "Kotor (Rp)", 20, SHEET_SUM },
		{ "Potongan (Rp)", 20, SHEET_SUM }, { "Bersih (Rp)", 20, SHEET_SUM },  { "Potongan nafkah (Rp)", 18, SHEET_SUM },
		{ "Bersih sesudah (Rp)", 20, SHEET_SUM },
	};
	struct sheet_plan plan = { "Per berkas", columns, COUNT_OF(columns), 1, r->file_count, ELSEWHERE };
	struct sheet *s = book_sheet(b, &plan);

	for (size_t i = 0; i < r->file_count; i++) {
		const struct report_file *f = &r->files[i];

		sheet_text(s, f->name);
		sheet_text(s, words(kind_name(f->kind)));
		sheet_rows(s, f->rows);
		sheet_rows(s, f->counted);
		sheet_rows(s, f->changed);
		sheet_money(s, f->gross);
		sheet_money(s, f->cuts);
		sheet_money(s, f->net);
		sheet_rupiah(s, f->taken);
		sheet_money(s, f->net_after);
		sheet_end_row(s);
	}
	sheet_end(s, SLICE("Jumlah"));
}

void departments_sheet(struct book *b, const struct report *r)
{
	static const struct sheet_column columns[] = {
		{ "SKPD", 44, SHEET_TEXT },        { "Jenis", 8, SHEET_TEXT },          { "Baris", 10, SHEET_SUM },
		{ "Bersih (Rp)", 20, SHEET_SUM },  { "Potongan nafkah (Rp)", 18, SHEET_SUM }, { "Bersih sesudah (Rp)", 20, SHEET_SUM },
	};
	struct sheet_plan plan = { "Per SKPD", columns, COUNT_OF(columns), 1, r->department_count, ELSEWHERE };
	struct sheet *s = book_sheet(b, &plan);

	for (size_t i = 0; i < r->department_count; i++) {
		const struct report_department *d = &r->departments[i];

		sheet_text(s, d->name);
		sheet_text(s, words(kind_name(d->kind)));
		sheet_rows(s, d->rows);
		sheet_money(s, d->net);
		sheet_rupiah(s, d->taken);
		sheet_money(s, d->net_after);
		sheet_end_row(s);
	}
	sheet_end(s, SLICE("Jumlah"));
}

static void sheet_rupiah_or_nothing(struct sheet *s, int64_t rupiah)
{
	if (rupiah > 0)
		sheet_rupiah(s, rupiah);
	else
		sheet_text(s, (struct slice){ 0 });
}

static void event_row(struct sheet *s, const struct calendar_event *e)
{
	char month[8], day[11], nip[NIP_DIGITS + 1];

	month_format(e->month, month);
	date_format(e->day, day);
	nip_format(e->file->ruling->nip, nip);
	sheet_text(s, words(month));
	sheet_text(s, words(calendar_kind_name(e->kind)));
	sheet_text(s, e->file->ruling->number);
	sheet_text(s, words(nip));
	sheet_text(s, words(e->line != NULL ? hak_name(e->line->award->hak) : ""));
	sheet_text(s, e->child != NULL ? e->child->id : SLICE("mantan"));
	sheet_text(s, words(day));
	sheet_rupiah_or_nothing(s, e->before);
	sheet_rupiah_or_nothing(s, e->after);
	sheet_text(s, e->cause);
	sheet_end_row(s);
}

void calendar_sheet(struct book *b, const struct report *r)
{
	static const struct sheet_column columns[] = {
		{ "Bulan", 9, SHEET_TEXT },          { "Peristiwa", 12, SHEET_TEXT },     { "Nomor perkara", 28, SHEET_TEXT },
		{ "NIP", 21, SHEET_TEXT },           { "Hak", 13, SHEET_TEXT },           { "Penerima", 12, SHEET_TEXT },
		{ "Tanggal", 12, SHEET_TEXT },       { "Sebelum (Rp)", 16, SHEET_AMOUNT }, { "Sesudah (Rp)", 16, SHEET_AMOUNT },
		{ "Sebab", 14, SHEET_TEXT },
	};
	size_t count = r->calendar != NULL ? r->calendar->count : 0;
	struct sheet_plan plan = { "Kalender", columns, COUNT_OF(columns), 1, count, ELSEWHERE };
	struct sheet *s = book_sheet(b, &plan);

	for (size_t i = 0; i < count; i++)
		event_row(s, &r->calendar->events[i]);
	sheet_end(s, (struct slice){ 0 });
}

/* Last month's total, what moved it, this month's total. */
void bridge_sheet(struct book *b, const struct report *r)
{
	static const struct sheet_column columns[] = {
		{ "Sebab", 24, SHEET_TEXT }, { "Baris register", 14, SHEET_COUNT }, { "Rupiah (Rp)", 20, SHEET_SUM },
	};
	const struct bridge_sums *all;
	struct sheet_plan plan = { "Bulan lalu", columns, COUNT_OF(columns), 1, BRIDGE_CAUSE_COUNT + 1, ELSEWHERE };
	struct sheet *s;

	if (r->bridge == NULL)
		return;
	all = &r->bridge->all;
	s = book_sheet(b, &plan);
	sheet_text(s, SLICE("dibayar bulan lalu"));
	sheet_text(s, (struct slice){ 0 });
	sheet_rupiah(s, all->before);
	sheet_end_row(s);
	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++) {
		sheet_text(s, words(bridge_cause_name((enum bridge_cause)c)));
		sheet_count(s, all->lines[c]);
		sheet_rupiah(s, all->by_cause[c]);
		sheet_end_row(s);
	}
	sheet_end(s, SLICE("dibayar bulan ini"));
}

/* The sentences of a finding: what was found, and what to do. */
static void sheet_sentences(struct sheet *s, const struct finding *f)
{
	struct buf text = { 0 };

	finding_message(f, LANG_ID, false, &text);
	sheet_text(s, buf_slice(&text));
	buf_clear(&text);
	finding_remedy(f, LANG_ID, false, &text);
	sheet_text(s, buf_slice(&text));
	buf_release(&text);
}

static void finding_row(struct sheet *s, const struct finding *f)
{
	sheet_text(s, words(code_name(f->code)));
	sheet_text(s, words(level_name(code_level(f->code))));
	sheet_text(s, f->perkara);
	sheet_text(s, f->file);
	if (f->line > 0)
		sheet_count(s, f->line);
	else
		sheet_text(s, (struct slice){ 0 });
	sheet_text(s, f->column);
	sheet_text(s, f->value);
	sheet_sentences(s, f);
	sheet_end_row(s);
}

/* So many of a code that are not listed. */
static void more_row(struct sheet *s, enum code code, uint64_t count)
{
	struct buf text = { 0 };

	sheet_text(s, words(code_name(code)));
	sheet_text(s, words(level_name(code_level(code))));
	for (int i = 0; i < 5; i++)
		sheet_text(s, (struct slice){ 0 });
	buf_printf(&text, "%llu temuan sejenis lagi tidak dirinci", (unsigned long long)count);
	sheet_text(s, buf_slice(&text));
	sheet_end_row(s);
	buf_release(&text);
}

static uint64_t count_findings(const struct report *r)
{
	uint64_t count = 0;

	for (size_t i = 0; i < r->findings->count; i++)
		count += report_tells(r->findings->items[i].code) ? 1 : 0;
	return count;
}

void findings_sheet(struct book *b, const struct report *r)
{
	static const struct sheet_column columns[] = {
		{ "Kode", 8, SHEET_TEXT },   { "Tingkat", 11, SHEET_TEXT }, { "Nomor perkara", 26, SHEET_TEXT },
		{ "Berkas", 20, SHEET_TEXT }, { "Baris", 8, SHEET_COUNT },  { "Kolom", 20, SHEET_TEXT },
		{ "Nilai", 22, SHEET_TEXT }, { "Temuan", 60, SHEET_WRAP },  { "Tindakan", 80, SHEET_WRAP },
	};
	struct sheet_plan plan = { "Temuan", columns, COUNT_OF(columns), 1, count_findings(r), ELSEWHERE };
	struct sheet *s = book_sheet(b, &plan);
	uint64_t listed[CODE_COUNT] = { 0 };

	for (size_t i = 0; i < r->findings->count; i++) {
		const struct finding *f = &r->findings->items[i];

		listed[f->code]++;
		if (report_tells(f->code))
			finding_row(s, f);
	}
	for (unsigned c = 0; c < CODE_COUNT; c++)
		if (r->findings->per_code[c] > listed[c] && report_tells((enum code)c))
			more_row(s, (enum code)c, r->findings->per_code[c] - listed[c]);
	sheet_end(s, (struct slice){ 0 });
}

void checks_sheet(struct book *b, const struct report *r)
{
	static const struct sheet_column columns[] = {
		{ "Pemeriksaan", 32, SHEET_TEXT }, { "Baris diperiksa", 14, SHEET_COUNT }, { "Temuan", 10, SHEET_COUNT },
	};
	struct sheet_plan plan = { "Pemeriksaan", columns, COUNT_OF(columns), 1, r->check_count, ELSEWHERE };
	struct sheet *s = book_sheet(b, &plan);

	for (size_t i = 0; i < r->check_count; i++) {
		sheet_text(s, words(r->checks[i].name));
		sheet_count(s, r->checks[i].rows);
		sheet_count(s, r->checks[i].findings);
		sheet_end_row(s);
	}
	sheet_end(s, (struct slice){ 0 });
}
