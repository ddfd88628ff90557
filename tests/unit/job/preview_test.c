/* What a scan shows of its rows to a person who proves a layout. */
#include "export.h"

#include <nafkah/formats.h>
#include <nafkah/preview.h>
#include <nafkah/scan.h>

static const char layout_text[] =
	"<tata-letak xmlns=\"urn:nafkah:tata-letak:1\" id=\"uji\" jenis=\"gaji\" judul=\"Uji\">"
	"<wadah jenis=\"csv\" pemisah=\"titik-koma\"/><kepala baris-maks=\"5\" nomor-kolom=\"ya\"/>"
	"<uang desimal=\",\" ribuan=\".\" nol=\"tanda-hubung\"/>"
	"<kolom peran=\"nip\" wajib=\"ya\"><nama>nip</nama></kolom>"
	"<kolom peran=\"nama\" wajib=\"ya\"><nama>nama</nama></kolom>"
	"<kolom peran=\"skpd\"><nama>opd</nama></kolom><kolom peran=\"rekening\"><nama>norek</nama></kolom>"
	"<kolom peran=\"periode\" wajib=\"ya\" gaya=\"iso\"><nama>bulan</nama></kolom>"
	"<kolom peran=\"kotor\" wajib=\"ya\"><nama>kotor</nama></kolom>"
	"<kolom peran=\"potongan\" wajib=\"ya\"><nama>potongan</nama></kolom>"
	"<kolom peran=\"bersih\" wajib=\"ya\"><nama>bersih</nama></kolom>"
	"<kolom peran=\"potongan-sukarela\" wajib=\"ya\"><nama>zakat</nama></kolom>"
	"<kolom peran=\"potongan-sukarela\" wajib=\"ya\"><nama>koperasi</nama></kolom>"
	"<hitung kolom=\"hitung\" nilai=\"1\"/><jumlah wajib=\"tidak\"><teks>jumlah</teks></jumlah>"
	"<sub-jumlah><teks>sub_jumlah</teks></sub-jumlah><judul-kelompok cocok=\"awal\"><teks>golongan</teks></judul-kelompok>"
	"<akhir cocok=\"awal\"><teks>mengetahui</teks></akhir>"
	"<penyesuaian tambah=\"potongan\" kurang=\"bersih\"/></tata-letak>";

#define HEAD "NIP;Nama;OPD;Norek;Bulan;Kotor;Potongan;Bersih;Zakat;Koperasi;Hitung\n"
#define BUDI "'19850312 201001 1 005; BUDI ;DINAS A;'0012;2026-01;5.000;1.000;4.000;-;300;1\n"

static enum status scan_text(const char *text, struct preview *p, struct scan *scan, struct findings *findings,
                             struct arena *a)
{
	struct number_set seen[KIND_COUNT] = { { 0 } };
	uint64_t checked[CHECK_COUNT] = { 0 };
	struct layout *layout = arena_alloc(a, sizeof *layout);
	struct export export;
	struct scan_setup setup = {
		.file = SLICE("x.csv"), .layouts = layout, .layout_count = 1, .wanted_layout = SLICE("uji"), .seen = seen,
		.checked = checked, .findings = findings, .arena = a, .preview = p,
	};
	enum status status;

	assert_int_equal(layout_read(SLICE(layout_text), SLICE("uji.xml"), a, layout, findings), STATUS_OK);
	status = scan_payroll(&setup, export_source(&export, text), scan);
	for (size_t k = 0; k < KIND_COUNT; k++)
		number_set_release(&seen[k]);
	return status;
}

static const struct {
	const char *row;
	enum seen seen;
	bool counted;
	const char *nip, *name;
	int64_t gross, voluntary; /* rupiah; -1: not understood, -2: nothing is said */
} rows[] = {
	{ BUDI, SEEN_DATA, true, "198503122010011005", "BUDI", 5000, 300 },
	{ "198603122010012006;ANI;;;2026-01;4.000;-;4.000;100;50;3\n", SEEN_DATA, false, "198603122010012006", "ANI", 4000,
	  150 },
	{ "-;WALI KOTA;;;2026-01;4.000;-;4.000;-;-;1\n", SEEN_DATA, true, "-", "WALI KOTA", 4000, 0 },
	{ "198603122010012006;ANI;;;2026-01;4,000;-;4.000;-;-;1\n", SEEN_DATA, true, "198603122010012006", "ANI", -1, 0 },
	{ "198603122010012006;ANI;;;2026-01;4.000;-;4.000;;-;1\n", SEEN_DATA, true, "198603122010012006", "ANI", 4000, -1 },
	{ "1.98603E+17;ANI;;;2026-01;4.000;-;4.000;-;-;1\n", SEEN_REFUSED, false, "1.98603E+17", "ANI", -2, -2 },
	{ "198603122010012006;ANI;2026-01;4.000;-;4.000\n", SEEN_REFUSED, false, "198603122010012006", "ANI", -2, -2 },
	{ ";TOTAL;;;;4.000;;;;;\n", SEEN_REFUSED, false, "", "TOTAL", -2, -2 },
	{ "1;2;3;;;;;;;;\n", SEEN_NUMBERS, false, "", "", -2, -2 },
	{ ";;Golongan IV;;;;;;;;\n", SEEN_TITLE, false, "", "Golongan IV", -2, -2 },
	{ ";Sub Jumlah;;;;0;0;0;;;\n", SEEN_SUBTOTAL, false, "", "Sub Jumlah", 0, -2 },
	{ ";JUMLAH;;;;;;0;;;\n", SEEN_TOTAL, false, "", "JUMLAH", -2, -2 },
	{ ";;;;;;;;Mengetahui, NIP 1985;;\n", SEEN_END, false, "", "Mengetahui, NIP 1985", -2, -2 },
};

static void check_amount(size_t i, const struct preview_amount *a, int64_t rupiah)
{
	bool right = rupiah == -2   ? a->as == AMOUNT_SEEN_EMPTY
	             : rupiah == -1 ? a->as == AMOUNT_SEEN_WRONG
	                            : a->as == AMOUNT_SEEN && a->money.sen == rupiah * SEN_PER_RUPIAH;

	if (!right)
		fail_msg("row %zu: an amount is seen as %d, %lld", i, (int)a->as, (long long)a->money.sen);
}

static void rows_are_shown_as_they_were_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena arena = { 0 };
		struct findings findings = { 0 };
		struct preview p = { 0 };
		struct scan scan;
		const struct preview_row *row = &p.rows[0];

		(void)scan_text(arena_printf(&arena, "%s%s", HEAD, rows[i].row).ptr, &p, &scan, &findings, &arena);
		assert_int_equal(p.count, 1);
		if (row->line != 2 || row->seen != rows[i].seen || row->counted != rows[i].counted ||
		    !slice_equal(row->nip, slice_from_c(rows[i].nip)) || !slice_equal(row->name, slice_from_c(rows[i].name)))
			fail_msg("row %zu: %d, '%.*s' '%.*s'", i, (int)row->seen, SLICE_ARG(row->nip), SLICE_ARG(row->name));
		check_amount(i, &row->gross, rows[i].gross);
		check_amount(i, &row->voluntary, rows[i].voluntary);
		findings_release(&findings);
		arena_release(&arena);
	}
}

static void a_person_is_shown_whole(void **state)
{
	struct arena arena = { 0 };
	struct findings findings = { 0 };
	struct preview p = { 0 };
	struct scan scan;

	(void)state;
	assert_int_equal(scan_text(HEAD BUDI, &p, &scan, &findings, &arena), STATUS_OK);
	assert_true(slice_equal(p.rows[0].department, SLICE("DINAS A")));
	assert_true(slice_equal(p.rows[0].account, SLICE("0012")));
	assert_int_equal(p.rows[0].cuts.money.sen, 100000);
	assert_int_equal(p.rows[0].net.money.sen, 400000);
	assert_int_equal(p.voluntary.sen, 30000);
	assert_int_equal(p.taken.sen, 30000);
	assert_int_equal(p.delimiter, ';');
	findings_release(&findings);
	arena_release(&arena);
}

/* The first ten, then the first of each class that is not among them. */
static void later_classes_are_shown_once(void **state)
{
	struct arena arena = { 0 };
	struct findings findings = { 0 };
	struct preview p = { 0 };
	struct scan scan;
	struct buf text = { 0 };

	(void)state;
	buf_append(&text, SLICE(HEAD));
	for (unsigned i = 0; i < 30; i++)
		buf_printf(&text, "1985031220100110%02u;P%u;;;2026-01;5;1;4;-;-;%u\n", i + 10, i, i % 2);
	buf_append(&text,
	  SLICE(";Sub Jumlah;;;;150;30;120;;;\n;Sub Jumlah;;;;0;0;0;;;\n;JUMLAH;;;;150;30;120;;;\n;Mengetahui;;;;;;;;;\n"));
	buf_append(&text, SLICE(";Bendahara;;;;;;;;;\n;SITI;;;;;;;;;\n"));
	buf_char(&text, '\0');
	assert_int_equal(scan_text(text.ptr, &p, &scan, &findings, &arena), STATUS_OK);
	assert_int_equal(p.count, PREVIEW_FIRST + 4);
	assert_int_equal(p.rows[9].line, 11);
	assert_int_equal(p.rows[10].seen, SEEN_SUBTOTAL);
	assert_int_equal(p.rows[11].seen, SEEN_TOTAL);
	assert_int_equal(p.rows[12].seen, SEEN_END);
	assert_int_equal(p.rows[13].seen, SEEN_BEHIND_END);
	assert_int_equal(p.rows_seen[SEEN_DATA], 30);
	assert_int_equal(p.rows_seen[SEEN_SUBTOTAL], 2);
	assert_int_equal(p.rows_seen[SEEN_BEHIND_END], 2);
	assert_int_equal(scan.tally.counted, 15);
	assert_int_equal(p.gross.sen, 15 * 500);
	buf_release(&text);
	findings_release(&findings);
	arena_release(&arena);
}

static const struct {
	const char *months[3];
	const char *codes, *period;
} periods[] = {
	{ { "2026-01", "2026-01-31", "2026-01" }, "", "2026-01" },
	{ { "2026-01", "2026-02", "2026-01" }, "N0134", "2026-01" },
	{ { "Januari", "2026-02", "2026-02" }, "N0135", "2026-02" },
	{ { "2026-02", "", "2026-13" }, "N0135 N0135", "2026-02" },
};

/* Nobody has said which month it is: the first row does. */
static void the_first_row_says_the_month(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(periods); i++) {
		struct arena arena = { 0 };
		struct findings findings = { 0 };
		struct preview p = { 0 };
		struct scan scan;
		char codes[64], month[8];
		struct slice text = SLICE(HEAD);

		for (unsigned k = 0; k < 3; k++)
			text = arena_printf(&arena, "%.*s19850312201001100%u;P;;;%s;5;1;4;-;-;1\n", SLICE_ARG(text), k + 1,
			  periods[i].months[k]);
		(void)scan_text(text.ptr, &p, &scan, &findings, &arena);
		month_format(p.period, month);
		assert_string_equal(month, periods[i].period);
		assert_string_equal(codes_of(&findings, codes, sizeof codes), periods[i].codes);
		findings_release(&findings);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_shown_as_they_were_understood),
		cmocka_unit_test(a_person_is_shown_whole),
		cmocka_unit_test(later_classes_are_shown_once),
		cmocka_unit_test(the_first_row_says_the_month),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
