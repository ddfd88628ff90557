/* Drafts of layouts for exports that no layout knows. Every draft must be a layout; what is certain must be in it, what
 * is not must be left open and said. */
#include "export.h"

#include <nafkah/draft.h>
#include <nafkah/formats.h>
#include <nafkah/scan.h>

#define HEAD "NIP;Nama;Kotor;Potongan;Bersih;Zakat\n"
#define BUDI "198503122010011005;BUDI SANTOSO;5.000.000;500.000;4.500.000;100.000\n"
#define ANI "198603122010012006;ANI;4.000.000;400.000;3.600.000;0\n"
#define SUMS ";9.000.000;900.000;8.100.000;100.000\n"
#define GAJI "DAFTAR GAJI;;;;;\n"

enum { WORDS = 5 };

static const struct {
	const char *what, *export;
	size_t open;
	const char *has[WORDS], *lacks[2];
	const char *scan; /* codes of a scan by the draft; NULL: not looked at */
} drafts[] = {
	{ "as it should be", GAJI HEAD BUDI ANI "JUMLAH;" SUMS, 0,
	  { "jenis=\"gaji\"", "pemisah=\"titik-koma\"", "<uang desimal=\",\" ribuan=\".\"/>",
	  "<jumlah wajib=\"ya\"><teks>jumlah</teks></jumlah>",
	    "peran=\"potongan-sukarela\" wajib=\"ya\"><nama>zakat" }, { "LENGKAPI", "sub-jumlah" }, "" },
	{ "no word says the kind", HEAD BUDI ANI, 1, { "LENGKAPI: jenis", "jenis=\"gaji\"" }, { "  <jumlah " }, "" },
	{ "two kinds", "GAJI DAN TPP;;;;;\n" HEAD BUDI ANI, 1, { "LENGKAPI: jenis" }, { NULL }, "" },
	{ "thr is no salary", "THR GAJI 2026;;;;;\n" HEAD BUDI ANI, 0, { "jenis=\"thr\"" }, { NULL }, "" },
	{ "the thirteenth", "GAJI KE-13;;;;;\n" HEAD BUDI ANI, 0, { "jenis=\"gaji13\"" }, { NULL }, "" },
	{ "the file is said to be tpp, its gross pay to be gaji",
	  "TPP;;;;\nNIP;Nama;Gaji Kotor;Potongan;Bersih\n198503122010011005;BUDI;5;1;4\n", 1, { "LENGKAPI: jenis" },
	  { NULL }, "" },

	{ "no gross pay", GAJI "NIP;Nama;Potongan;Bersih;Zakat\n198503122010011005;BUDI;1;4;0\n", 1,
	  { "LENGKAPI: tidak ada kolom yang dikenal sebagai kotor", "<nama>lengkapi_kotor</nama>" }, { NULL }, "N0121" },
	{ "no gross pay by name, one by figures", GAJI "NIP;Nama;Nilai;Potongan;Bersih\n198503122010011005;BUDI;5;1;4\n", 1,
	  { "menurut isinya", "<!-- <kolom peran=\"kotor\" wajib=\"ya\"><nama>nilai</nama></kolom> -->",
	  "<nama>lengkapi_kotor</nama>" },
	  { NULL }, "N0121" },
	{ "no NIP by name, one by content", GAJI "Nomor;Nama;Kotor;Potongan;Bersih\n198503122010011005;BUDI;5;1;4\n", 1,
	  { "<!-- <kolom peran=\"nip\" wajib=\"ya\"><nama>nomor</nama></kolom> -->", "<nama>lengkapi_nip</nama>" },
	  { NULL }, "N0121" },
	{ "two names for the net pay, both possible",
	  GAJI "NIP;Nama;Kotor;Potongan;Bersih;Diterima\n198503122010011005;BUDI;5;1;4;4\n", 1,
	  { "LENGKAPI: 2 kolom dapat berperan bersih", "<nama>bersih</nama></kolom> -->", "<nama>diterima</nama></kolom> -->",
	    "<nama>lengkapi_bersih</nama>" }, { NULL }, "N0121" },
	{ "two names for the net pay, one by figures",
	  GAJI "NIP;Nama;Kotor;Potongan;Bersih;Diterima\n198503122010011005;BUDI;5;1;4;3\n", 1,
	  { "LENGKAPI: beberapa kolom dapat berperan bersih", "\"Diterima\" (kolom 6)",
	  "  <kolom peran=\"bersih\" wajib=\"ya\"><nama>bersih<" },
	  { "lengkapi_" }, "" },
	{ "two columns for an optional role",
	  GAJI "NIP;Nama;SKPD;OPD;Kotor;Potongan;Bersih\n198503122010011005;BUDI;A;B;5;1;4\n", 1,
	  { "LENGKAPI: 2 kolom dapat berperan skpd", "<!-- <kolom peran=\"skpd\">" }, { "  <kolom peran=\"skpd\"",
	  "lengkapi_" }, "" },
	{ "a better name wins and says so",
	  GAJI "NIP;Nama;Kode SKPD;SKPD;Kotor;Potongan;Bersih\n198503122010011005;BUDI;1;B;5;1;4\n", 0,
	  { "<nama>skpd</nama>", "Bukan skpd: \"Kode SKPD\" (kolom 3)" }, { "LENGKAPI" }, "" },
	{ "a weak name that the figures confirm",
	  GAJI "NIP;Nama;Penerimaan;Potongan;Bersih\n198503122010011005;BUDI;5;1;4\n", 0, { "<nama>penerimaan</nama>" },
	  { "lengkapi_" }, "" },
	{ "a weak name that they do not", GAJI "NIP;Nama;Penerimaan;Potongan;Bersih\n198503122010011005;BUDI;6;1;4\n", 1,
	  { "LENGKAPI: nama kolom berikut hanya mungkin berarti kotor", "lengkapi_kotor" }, { "berlaku pada semua" },
	  "N0121" },
	{ "a name that the figures contradict", GAJI "NIP;Nama;Kotor;Potongan;Bersih\n198503122010011005;BUDI;6;1;4\n", 1,
	  { "LENGKAPI: kotor - potongan = bersih tidak berlaku pada 1 dari 1 baris (pertama baris 3)" }, { NULL }, "N0206" },
	{ "a voluntary name without amounts",
	  GAJI "NIP;Nama;Kotor;Potongan;Bersih;Zakat\n198503122010011005;BUDI;5;1;4;ya\n", 1,
	  { "LENGKAPI: bernama potongan sukarela, tetapi isinya bukan" },
	  { "peran=\"potongan-sukarela\" wajib=\"ya\"><nama>" }, "" },
	{ "a column twice", GAJI "NIP;Nama;Kotor;Potongan;Bersih;Zakat;Zakat\n198503122010011005;BUDI;5;1;4;0;0\n", 1,
	  { "LENGKAPI: dua kolom bernama sama" }, { NULL }, "N0124" },
	{ "nothing is known but where people stand",
	  "Kode,Orang,A,B,C\n198503122010011005,BUDI,5,1,4\n", 7, { "LENGKAPI: terlalu sedikit nama kolom",
	  "lengkapi_nama" }, { NULL }, "N0121" },

	{ "tab, CRLF, decimals",
	  "Gaji\tNIP\tNama\tKotor\tPotongan\tBersih\r\n1\t198503122010011005\tBUDI\t5,00\t1,50\t3,50\r\n", 0,
	  { "pemisah=\"tab\"", "<uang desimal=\",\"/>" }, { NULL }, "" },
	{ "pipes, no marks", "Gaji|NIP|Nama|Kotor|Potongan|Bersih\n1|198503122010011005|BUDI|5000000|1000|4999000\n", 0,
	  { "pemisah=\"pipa\"", "Gaya uang belum pasti", "<uang desimal=\".\"/>" }, { NULL }, "" },
	{ "two styles", GAJI "NIP;Nama;Kotor;Potongan;Bersih\n198503122010011005;BUDI;5.000;1.000;4.000\n"
	  "198603122010012006;ANI;5,000;1.000;4.000\n", 1, { "LENGKAPI: 1 nilai uang tidak ditulis dengan gaya",
	  "baris 4" }, { NULL }, "N0203" },
	{ "zero marks",
	  GAJI "NIP;Nama;Kotor;Potongan;Bersih;Zakat\n198503122010011005;BUDI;5;1;4;\n198603122010012006;ANI;4;-;4;-\n", 0,
	  { "nol=\"kosong tanda-hubung\"" }, { NULL }, "" },
	{ "a negative deduction", GAJI "NIP;Nama;Kotor;Potongan;Bersih\n198503122010011005;BUDI;5;-1;6\n", 0,
	  { "nilai negatif", "wajib=\"ya\" bertanda=\"ya\"><nama>potongan</nama>" }, { NULL }, "" },

	{ "months of the rows", "TglGaji;NIP;Nama;Kotor;Potongan;Bersih\n31/01/2026;198503122010011005;BUDI;5;1;4\n", 0,
	  { "peran=\"periode\" wajib=\"ya\" gaya=\"dmy\"", "Periode menurut berkas ini: 2026-01" }, { NULL }, "" },
	{ "two months", "TglGaji;NIP;Nama;Kotor;Potongan;Bersih\n20260131;198503122010011005;BUDI;5;1;4\n"
	  "20260228;198603122010012006;ANI;5;1;4\n", 1, { "LENGKAPI: kolom periode menyebut lebih dari satu bulan",
	  "gaya=\"ymd\"" }, { NULL }, "N0134" },
	{ "months in words", "Bulan Gaji;NIP;Nama;Kotor;Potongan;Bersih\nJanuari;198503122010011005;BUDI;5;1;4\n", 0,
	  { "isinya bukan bulan atau tanggal" }, { "peran=\"periode\"" }, "" },
	{ "who is married, in words", GAJI "NIP;Nama;Kotor;Potongan;Bersih;Status Kawin\n198503122010011005;BUDI;5;1;4;Kawin\n", 0,
	  { "<kolom peran=\"status-kawin\" kawin=\"kawin menikah\"><nama>status_kawin</nama>" }, { NULL }, "" },
	{ "... by SIMGAJI's code", GAJI "NIP;Nama;Kotor;Potongan;Bersih;KDSTAWIN\n198503122010011005;BUDI;5;1;4;1\n", 0,
	  { "<kolom peran=\"status-kawin\" kawin=\"1\"><nama>kdstawin</nama>" }, { NULL }, "" },
	{ "more than one row a person", "KDJNSTRANS;NIP;Nama;Gaji Kotor;Potongan;Bersih\n1;198503122010011005;BUDI;5;1;4\n"
	  "3;198503122010011005;BUDI;5;1;4\n", 0, { "<hitung kolom=\"kdjnstrans\" nilai=\"1\"/>" }, { NULL }, "" },
	{ "the same, and no column tells why", GAJI HEAD BUDI BUDI, 1,
	  { "LENGKAPI: 1 baris memuat NIP yang sudah ada (pertama baris 4)" }, { NULL }, "N0146" },
	{ "a damaged NIP", GAJI HEAD ANI "1.98503E+17;BUDI;5;1;4;0\n", 1, { "LENGKAPI: 1 NIP atau rekening rusak" }, { NULL }, NULL },

	{ "an account that is a formula", GAJI "NIP;Nama;Kotor;Potongan;Bersih;No Rek\n198503122010011005;BUDI;5;1;4;=1+1\n", 1,
	  { "LENGKAPI: 1 NIP atau rekening rusak" }, { NULL }, "N0144" },
	{ "a blank line inside", GAJI HEAD BUDI "\n" ANI, 1, { "LENGKAPI: 1 baris kosong di antara data (pertama baris 4)" },
	  { NULL }, "N0118" },
	{ "blank lines at the end", GAJI HEAD BUDI ANI ";;;;;\n\n", 0, { "<nama>bersih</nama>" }, { NULL }, "N0119" },

	{ "sub-totals", GAJI HEAD BUDI "JUMLAH GOL IV;;5.000.000;500.000;4.500.000;\n"
	  ANI "JUMLAH GOL III;;4.000.000;400.000;3.600.000;\n"
	  "JUMLAH;" SUMS, 0, { "<sub-jumlah cocok=\"awal\"><teks>jumlah_gol</teks></sub-jumlah>",
	  "<jumlah wajib=\"ya\"><teks>jumlah</teks></jumlah>" },
	  { NULL }, "" },
	{ "one word for sub-totals and total", GAJI HEAD BUDI "JUMLAH;;5.000.000;500.000;4.500.000;\n"
	  ANI "JUMLAH;;4.000.000;400.000;3.600.000;\n"
	  "JUMLAH;" SUMS, 1, { "LENGKAPI: baris 4 (\"jumlah\")" }, { "  <jumlah ", "<sub-jumlah" }, NULL },
	{ "a total that is wrong", GAJI HEAD BUDI ANI "TOTAL;;1;1;1;\n", 1, { "LENGKAPI: baris 5 (\"total\")" },
	  { "  <jumlah " }, "N0129" },
	{ "sums without a word", GAJI HEAD BUDI ANI ";" SUMS, 1, { "LENGKAPI: 1 baris memuat uang tanpa NIP" }, { NULL },
	  "N0129" },
	{ "titles of groups", GAJI HEAD "GOLONGAN IV;;;;;\n" BUDI "GOLONGAN III;;;;;\n" ANI, 0,
	  { "<judul-kelompok cocok=\"awal\"><teks>golongan</teks></judul-kelompok>" }, { NULL }, "N0198" },
	{ "signatures behind the total", GAJI HEAD BUDI ANI "JUMLAH;" SUMS ";;;;Contoh, 5 Januari 2026;\n;;;;Bendahara;\n", 0,
	  { "<akhir setelah-jumlah=\"ya\"/>" }, { NULL }, "N0198" },
	{ "signatures without a total", GAJI HEAD BUDI ANI ";;;;;Contoh, 5 Januari 2026\n;;;;;Bendahara\n", 1,
	  { "LENGKAPI: mulai baris 5", "<akhir cocok=\"awal\"><teks>contoh</teks></akhir>" }, { NULL }, "N0198" },
	{ "the same in a column of money", GAJI HEAD BUDI ANI ";;;;Contoh, 5 Januari 2026;\n", 2,
	  { "LENGKAPI: 1 baris memuat teks di kolom uang (pertama baris 5)" }, { NULL }, "N0129" },
	{ "somebody signs with a NIP in its column", GAJI HEAD BUDI ANI "JUMLAH;"
	  SUMS "199001012015031001;SEKRETARIS;;;;\n", 1,
	  { "LENGKAPI: 1 baris memuat NIP tanpa uang (pertama baris 6)" }, { NULL }, "N0197 N0198" },
	{ "a header a page", GAJI HEAD BUDI HEAD ANI, 1, { "LENGKAPI: 1 kepala berulang" }, { NULL }, "N0125" },
	{ "a row that is too long", GAJI HEAD BUDI "198603122010012006;ANI;1;1;0;0;;\n", 1,
	  { "LENGKAPI: 1 baris tidak mempunyai" }, { NULL }, "N0117" },
	{ "people without a NIP", GAJI HEAD BUDI "-;WALI KOTA;4.000.000;400.000;3.600.000;0\n", 0, { "2 baris orang" },
	  { NULL }, "N0139" },
	{ "a broken quote further down", GAJI HEAD BUDI "198603122010012006;\"ANI;1;1;0;0\n", 1,
	  { "LENGKAPI: berkas ini hanya terbaca sampai" }, { NULL }, NULL },

	{ "two levels, numbered columns",
	  "PEGAWAI;;TPP;;POTONGAN;;DIBAYAR;\nNIP;NAMA;POKOK;JUMLAH;ZAKAT;JUMLAH;DITERIMA;TTD\n1;2;3;4;5;6;7;8\n"
	  "198503122010011005;BUDI;3;5;1;1;4;\n", 0,
	  { "tingkat=\"2\"", "nomor-kolom=\"ya\"", "<nama>tpp_jumlah</nama>", "<nama>potongan_jumlah</nama>",
	  "<nama>dibayar_diterima</nama>" },
	  { "LENGKAPI" }, "N0198" },
	{ "an upper cell that is empty belongs to the one before it",
	  ";;TPP;;POTONGAN;;\nNIP;NAMA;POKOK;JUMLAH;ZAKAT;JUMLAH;DITERIMA\n"
	  "198503122010011005;BUDI;3;5;1;1;4\n", 1, { "<!-- <kolom peran=\"bersih\" wajib=\"ya\"><nama>potongan_diterima",
	  "lengkapi_bersih" }, { NULL }, "N0121" },
	{ "two levels, merged downwards",
	  "NIP;NAMA;TPP;;POTONGAN;;DITERIMA\n;;POKOK;JUMLAH;ZAKAT;JUMLAH;\n198503122010011005;BUDI;3;5;1;1;4\n", 0,
	  { "tingkat=\"2\"", "<nama>diterima</nama>", "<nama>tpp_jumlah</nama>" }, { "LENGKAPI" }, "" },
	{ "a department above the header is no level", "SKPD:;DINAS A;;;;\nGAJI;;;;;\n" HEAD BUDI, 0,
	  { "<nama>kotor</nama>" }, { "tingkat=" }, "" },

	{ "line ends in cells",
	  GAJI "NIP;Nama;Ruang;Alamat;Kotor;Potongan;Bersih\n198503122010011005;BUDI;\"1\n2\";\"Jl. A\nKota\";5;1;4\n", 0,
	  { "<alamat><nama>ruang</nama><nama>alamat</nama></alamat>", "Ada pindah baris di dalam sel kolom ruang" },
	  { NULL }, "" },
	{ "names that would end a comment",
	  GAJI "NIP;Nama;Kotor;Potongan;Bersih;a--b-->;\"<x>&\"\"\"\n198503122010011005;BUDI;5;1;4;0;0\n", 0,
	  { "a- -b- ->" }, { "a--b" }, NULL },
};

static bool has(struct slice text, const char *part)
{
	return memmem(text.ptr, text.len, part, strlen(part)) != NULL;
}

/* Prints a fault with the draft; returns how many there are. */
static size_t look_at(size_t i, struct slice text, size_t open)
{
	size_t faults = 0;

	if (open != drafts[i].open)
		faults++, print_message("%s: %zu decisions are open\n", drafts[i].what, open);
	for (size_t k = 0; k < WORDS && drafts[i].has[k] != NULL; k++)
		if (!has(text, drafts[i].has[k]))
			faults++, print_message("%s: lacks %s\n", drafts[i].what, drafts[i].has[k]);
	for (size_t k = 0; k < 2 && drafts[i].lacks[k] != NULL; k++)
		if (has(text, drafts[i].lacks[k]))
			faults++, print_message("%s: has %s\n", drafts[i].what, drafts[i].lacks[k]);
	return faults;
}

/* The draft as a layout, on its own export. */
static size_t read_with(size_t i, struct slice text, struct arena *a)
{
	struct findings findings = { 0 };
	struct layout layout;
	struct number_set seen[KIND_COUNT] = { { 0 } };
	uint64_t checked[CHECK_COUNT] = { 0 };
	struct export export;
	struct scan scan;
	size_t faults = 0;
	char codes[64];

	if (layout_read(text, SLICE("draf.xml"), a, &layout, &findings) != STATUS_OK)
		faults++, print_message("%s: is no layout: %s\n", drafts[i].what, codes_of(&findings, codes, sizeof codes));
	if (faults == 0 && drafts[i].scan != NULL) {
		struct scan_setup setup = {
			.file = SLICE("x.csv"), .layouts = &layout, .layout_count = 1, .wanted_layout = layout.id, .seen = seen,
			  .checked = checked,
			.findings = &findings, .arena = a,
		};
		enum status status = scan_payroll(&setup, export_source(&export, drafts[i].export), &scan);

		assert_int_not_equal(status, STATUS_FAIL);
		if (strcmp(codes_of(&findings, codes, sizeof codes), drafts[i].scan) != 0)
			faults++, print_message("%s: the scan finds %s\n", drafts[i].what, codes);
	}
	for (size_t k = 0; k < KIND_COUNT; k++)
		number_set_release(&seen[k]);
	findings_release(&findings);
	return faults;
}

static void drafts_say_what_is_open(void **state)
{
	size_t faulty = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(drafts); i++) {
		struct arena arena = { 0 };
		struct findings findings = { 0 };
		struct draft_setup setup = { .file = SLICE("x.csv"), .findings = &findings, .arena = &arena };
		struct draft_result result;
		struct export export;
		struct buf out = { 0 };

		if (draft_make(&setup, export_source(&export, drafts[i].export), &out, &result) != STATUS_OK)
			fail_msg("%s: no draft", drafts[i].what);
		if (look_at(i, buf_slice(&out), result.open) + read_with(i, buf_slice(&out), &arena) > 0)
			faulty++, print_message("%.*s\n", SLICE_ARG(buf_slice(&out)));
		buf_release(&out);
		findings_release(&findings);
		arena_release(&arena);
	}
	assert_int_equal(faulty, 0);
}

static const struct {
	const char *what, *export, *codes;
} refusals[] = {
	{ "empty", "", "N0105" },
	{ "prose", "Dengan hormat,\nbersama ini kami kirim daftar gaji.\n", "N0121" },
	{ "people without a header", "198503122010011005;BUDI;5;1;4\n198603122010012006;ANI;5;1;4\n", "N0121" },
	{ "XML", "<?xml version=\"1.0\"?><daftar/>", "N0147" },
	{ "an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "N0110" },
	{ "a control byte in the first line", "NIP;Na\x01ma;Kotor;Potongan;Bersih\n", "N0106" },
	{ "a broken quote in the header", "NIP;\"Nama;Kotor;Potongan;Bersih\n", "N0112" },
	{ "too few names, nobody below", "NIP;Nama;Tempat;Tanggal;Ukuran\n1;2;3;4;5\n", "N0121" },
};

static void what_is_no_table_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refusals); i++) {
		struct arena arena = { 0 };
		struct findings findings = { 0 };
		struct draft_setup setup = { .file = SLICE("x.csv"), .findings = &findings, .arena = &arena };
		struct draft_result result;
		struct export export;
		struct buf out = { 0 };
		char codes[64];

		if (draft_make(&setup, export_source(&export, refusals[i].export), &out, &result) != STATUS_REJECT || out.len > 0)
			fail_msg("%s: is drafted", refusals[i].what);
		if (strcmp(codes_of(&findings, codes, sizeof codes), refusals[i].codes) != 0)
			fail_msg("%s: %s", refusals[i].what, codes);
		buf_release(&out);
		findings_release(&findings);
		arena_release(&arena);
	}
}

/* What stands in names, words and the name of the file must not spoil the text. */
static void hostile_names(void **state)
{
	struct arena arena = { 0 };
	struct findings findings = { 0 };
	struct draft_setup setup = {
		.file = SLICE("a--><!--\"&<>\x01\xff\xef\xbf\xbf.csv"), .sheet = SLICE("\"&<"), .has_encoding = true,
		.encoding = ENCODING_WINDOWS_1252, .findings = &findings, .arena = &arena,
	};
	struct draft_result result;
	struct export export;
	struct buf out = { 0 };
	struct layout layout;

	(void)state;
	assert_int_equal(draft_make(&setup, export_source(&export, GAJI "NIP;Nama;Kotor;Potongan;Bersih;\xc3-->\n"
	                                                                "198503122010011005;BUDI;5;1;4;\n--;;;;;\n"), &out,
	  &result), STATUS_OK);
	assert_int_equal(result.open, 1); /* the encoding that nobody has confirmed */
	assert_int_equal(layout_read(buf_slice(&out), SLICE("draf.xml"), &arena, &layout, &findings), STATUS_OK);
	assert_true(layout.containers[CONTAINER_CSV].has_encoding);
	buf_release(&out);
	findings_release(&findings);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drafts_say_what_is_open),
		cmocka_unit_test(what_is_no_table_is_refused),
		cmocka_unit_test(hostile_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
