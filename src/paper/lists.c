#include "lists_private.h"

#include <string.h>

static const struct sheet_column transfer_columns[] = {
	{ "No", 6, SHEET_COUNT },          { "Kunci", 23, SHEET_TEXT },
	{ "Periode", 9, SHEET_TEXT },      { "Sumber", 8, SHEET_TEXT },
	{ "Bank", 6, SHEET_TEXT },         { "Rekening", 20, SHEET_TEXT },
	{ "Nama rekening", 28, SHEET_TEXT }, { "Jumlah (Rp)", 16, SHEET_SUM },
	{ "Nomor perkara", 26, SHEET_TEXT }, { "NIP", 21, SHEET_TEXT },
	{ "Nama ASN", 28, SHEET_TEXT },    { "Rincian", 60, SHEET_WRAP },
};

static const struct sheet_column register_columns[] = {
	{ "Periode", 9, SHEET_TEXT },         { "Nomor perkara", 26, SHEET_TEXT },
	{ "NIP", 21, SHEET_TEXT },            { "Hak", 13, SHEET_TEXT },
	{ "Penerima", 12, SHEET_TEXT },       { "Cara", 10, SHEET_TEXT },
	{ "Nilai", 22, SHEET_TEXT },          { "Bulan ke", 7, SHEET_COUNT },
	{ "Dari bulan", 7, SHEET_COUNT },     { "Hak bulan ini (Rp)", 15, SHEET_SUM },
	{ "Disimpan ASN (Rp)", 15, SHEET_SUM }, { "Tunggakan awal (Rp)", 15, SHEET_SUM },
	{ "Susulan (Rp)", 15, SHEET_SUM },    { "Dibayar (Rp)", 15, SHEET_SUM },
	{ "Dihapus (Rp)", 15, SHEET_SUM },    { "Menunggu (Rp)", 15, SHEET_SUM },
	{ "Tunggakan akhir (Rp)", 15, SHEET_SUM }, { "Dibukukan sampai", 11, SHEET_TEXT },
	{ "Bank", 6, SHEET_TEXT },            { "Rekening", 20, SHEET_TEXT },
	{ "Status", 15, SHEET_TEXT },         { "Sebab", 14, SHEET_TEXT },
};

/* The value in the quotes that `rest` begins with; moves behind them. */
static void take_quoted(struct slice *rest, struct buf *value)
{
	*rest = slice_sub(*rest, 1, rest->len);
	buf_append(value, slice_cut(rest, '"'));
	while (rest->len > 0 && rest->ptr[0] == '"') { /* the first of a pair was cut off */
		*rest = slice_sub(*rest, 1, rest->len);
		buf_char(value, '"');
		buf_append(value, slice_cut(rest, '"'));
	}
}

static void take_plain(struct slice *rest, struct buf *value)
{
	size_t len = 0;

	while (len < rest->len && rest->ptr[len] != ',' && rest->ptr[len] != '\n')
		len++;
	buf_append(value, slice_sub(*rest, 0, len));
	*rest = slice_sub(*rest, len, rest->len);
}

/* Moves `rest` behind the next field of what csv_write_field wrote, its value into `value`. False: it was the row's
 * last. */
static bool next_field(struct slice *rest, struct buf *value)
{
	bool more;

	buf_clear(value);
	if (rest->len > 0 && rest->ptr[0] == '"')
		take_quoted(rest, value);
	else
		take_plain(rest, value);
	more = rest->len > 0 && rest->ptr[0] == ',';
	*rest = slice_sub(*rest, 1, rest->len);
	return more;
}

static void put_field(struct sheet *s, enum sheet_kind kind, struct slice value)
{
	uint64_t number;

	if (kind == SHEET_COUNT && slice_to_u64(value, &number))
		sheet_count(s, number);
	else if (kind == SHEET_SUM && slice_to_u64(value, &number))
		sheet_money(s, money_from_rupiah((int64_t)number));
	else
		sheet_text(s, value);
}

static uint64_t count_rows(struct slice csv)
{
	uint64_t lines = 0;

	for (size_t i = 0; i < csv.len; i++)
		lines += csv.ptr[i] == '\n' ? 1 : 0;
	return lines > 0 ? lines - 1 : 0; /* no field of these lists holds a line end */
}

/* A CSV of the program's own, its header aside, under the names of the plan's columns. */
static bool csv_sheet(struct book *b, struct sheet_plan plan, struct slice csv)
{
	struct buf value = { 0 };
	struct sheet *s;
	bool good;

	plan.rows = count_rows(csv);
	s = book_sheet(b, &plan);
	(void)slice_cut(&csv, '\n');
	while (csv.len > 0) {
		size_t i = 0;

		while (next_field(&csv, &value) && i + 1 < plan.count)
			put_field(s, plan.columns[i++].kind, buf_slice(&value));
		put_field(s, plan.columns[i].kind, buf_slice(&value));
		sheet_end_row(s);
	}
	sheet_end(s, SLICE("Jumlah"));
	good = !value.failed;
	buf_release(&value);
	return good;
}

static bool fill_transfers(struct book *b, const void *context)
{
	static const struct sheet_plan plan = {
		"Transfer", transfer_columns, COUNT_OF(transfer_columns), .frozen = 2, .elsewhere = "transfer.csv",
	};
	const struct lists *l = context;

	return csv_sheet(b, plan, l->transfers);
}

static bool fill_reconciliation(struct book *b, const void *context)
{
	static const struct sheet_plan plan = {
		"Pelaksanaan", register_columns, COUNT_OF(register_columns), .frozen = 2, .elsewhere = "pelaksanaan.csv",
	};
	const struct lists *l = context;

	if (!csv_sheet(b, plan, l->rows))
		return false;
	rulings_sheet(b, l->report);
	bridge_sheet(b, l->report);
	files_sheet(b, l->report);
	departments_sheet(b, l->report);
	calendar_sheet(b, l->report);
	findings_sheet(b, l->report);
	checks_sheet(b, l->report);
	return true;
}

enum status lists_transfers(const struct lists *l, struct findings *findings, struct buf *out)
{
	struct book_plan plan = {
		.name = SLICE("transfer.xlsx"), .title = "Daftar transfer", .scratch = l->scratch, .fill = fill_transfers, .context = l,
	};

	return book_make(&plan, findings, out);
}

enum status lists_reconciliation(const struct lists *l, struct findings *findings, struct buf *out)
{
	struct book_plan plan = {
		.name = SLICE("rekonsiliasi.xlsx"), .title = "Rekonsiliasi", .scratch = l->scratch, .fill = fill_reconciliation,
		.context = l,
	};

	return book_make(&plan, findings, out);
}
