/* The lists of a month as workbooks: they say what the CSV and the report say. */
#include "workbook_text.h"

#include <nafkah/lists.h>

#include <stdlib.h>

#define TRANSFER_CSV \
	"no,kunci,periode,sumber,bank,rekening,nama_rekening,jumlah,nomor_perkara,nip,nama_asn,rincian\n" \
	"1,0123456789abcdef0123,2026-01,gaji,002,0012345678,\"SITI, \"\"S\"\"\",1500000,1/Pdt.G/2025/PA.X,198503122010011005,=BUDI,iddah 1/3=1500000\n" \
	"2,e123456789abcdef0123,2026-01,tpp,124,00012345678901234567,\"\"\"A\"\"\",1,1/Pdt.G/2025/PA.X#2,198503122010011005,BUDI,x=1+0; y=0\n"
#define TRANSFER_SHEET \
	"No,Kunci,Periode,Sumber,Bank,Rekening,Nama rekening,Jumlah (Rp),Nomor perkara,NIP,Nama ASN,Rincian\n" \
	"N1,0123456789abcdef0123,2026-01,gaji,002,0012345678,\"SITI, \"\"S\"\"\",N1500000,1/Pdt.G/2025/PA.X,198503122010011005,=BUDI,iddah 1/3=1500000\n" \
	"N2,e123456789abcdef0123,2026-01,tpp,124,00012345678901234567,\"\"\"A\"\"\",N1,1/Pdt.G/2025/PA.X#2,198503122010011005,BUDI,x=1+0; y=0\n" \
	"Jumlah,,,,,,,F1500001,,,,\n"

#define REGISTER_NAMES \
	"Periode,Nomor perkara,NIP,Hak,Penerima,Cara,Nilai,Bulan ke,Dari bulan,Hak bulan ini (Rp),Disimpan ASN (Rp),Tunggakan awal (Rp)," \
	"Susulan (Rp),Dibayar (Rp),Dihapus (Rp),Menunggu (Rp),Tunggakan akhir (Rp),Dibukukan sampai,Bank,Rekening,Status,Sebab\n"

static const struct report_file files[] = {
	{ .name = { "gaji.csv", 8 }, .kind = KIND_GAJI, .rows = 46, .counted = 45, .changed = 2, .gross = { 100000050 }, .cuts = { 50 },
	  .net = { 100000000 }, .net_after = { 99000000 }, .taken = 10000 },
	{ .name = { "tpp.csv", 7 }, .kind = KIND_TPP, .rows = 4, .counted = 4, .gross = { 200 }, .net = { 200 }, .net_after = { 200 } },
};
static const struct report_department departments[] = {
	{ .name = { "Dinas Pendidikan", 16 }, .kind = KIND_GAJI, .rows = 46, .net = { 100000000 }, .net_after = { 99000000 }, .taken = 10000 },
};
static const struct report_check checks[] = { { "nip", 46, 1 } };

static void give(struct findings *all)
{
	findings_add(all, &(struct finding){
		.code = N0608_NAME_DIFFERS, .file = SLICE("putusan.csv"), .line = 7, .column = SLICE("nama_asn"), .value = SLICE("BUDI"),
		.detail = SLICE("AGUS"), .perkara = SLICE("1/Pdt.G/2025/PA.X"),
	});
	findings_add(all, &(struct finding){ .code = N0906_LEFTOVER, .value = SLICE(".hasil.partial-1") });
	for (int i = 0; i < FINDINGS_KEPT_PER_CODE + 3; i++)
		findings_add(all, &(struct finding){ .code = N0142_NIP_STRANGE, .value = SLICE("1") });
}

static struct lists lists_of(const struct report *r, const char *rows)
{
	return (struct lists){ .transfers = SLICE(TRANSFER_CSV), .rows = slice_from_c(rows), .report = r, .scratch = "/tmp" };
}

static void the_transfer_list_is_the_csv(void **state)
{
	struct report report = { 0 };
	struct lists l = lists_of(&report, "");
	struct findings findings = { 0 };
	struct buf out = { 0 };

	(void)state;
	assert_int_equal(lists_transfers(&l, &findings, &out), STATUS_OK);
	assert_sheet(buf_slice(&out), "Transfer", TRANSFER_SHEET);
	buf_clear(&out);
	l.transfers = SLICE("no,kunci,periode,sumber,bank,rekening,nama_rekening,jumlah,nomor_perkara,nip,nama_asn,rincian\n");
	assert_int_equal(lists_transfers(&l, &findings, &out), STATUS_OK);
	assert_sheet(buf_slice(&out), "Transfer",
	             "No,Kunci,Periode,Sumber,Bank,Rekening,Nama rekening,Jumlah (Rp),Nomor perkara,NIP,Nama ASN,Rincian\nJumlah,,,,,,,N0,,,,\n");
	buf_release(&out);
}

static void count_lines(struct slice text, const char *begin, size_t expected)
{
	size_t count = 0;

	while (text.ptr != NULL)
		count += slice_starts_with(slice_cut(&text, '\n'), slice_from_c(begin)) ? 1 : 0;
	assert_int_equal(count, expected);
}

static void the_tables_are_those_of_the_report(void **state)
{
	struct findings all = { 0 }, findings = { 0 };
	struct report report = {
		.files = files, .file_count = 2, .departments = departments, .department_count = 1, .findings = &all, .checks = checks,
		.check_count = 1,
	};
	struct lists l = lists_of(&report,
	                          "heading\n2026-01,1/Pdt.G/2025/PA.X,198503122010011005,iddah,mantan,pecahan,1/3,1,3,1500000,0,5,0,1500005,0,0,0,2026-01,002,"
	                          "0012345678,dipotong,\n2026-01,2/Pdt.G/2025/PA.X,198503122010011005,,,,,,,0,0,0,0,0,0,0,0,,,,belum-bht,\n");
	struct buf out = { 0 }, text = { 0 };

	(void)state;
	give(&all);
	assert_int_equal(lists_reconciliation(&l, &findings, &out), STATUS_OK);
	assert_sheet(buf_slice(&out), "Pelaksanaan",
	             REGISTER_NAMES
	             "2026-01,1/Pdt.G/2025/PA.X,198503122010011005,iddah,mantan,pecahan,1/3,N1,N3,N1500000,N0,N5,N0,N1500005,N0,N0,N0,2026-01,002,"
	             "0012345678,dipotong\n"
	             "2026-01,2/Pdt.G/2025/PA.X,198503122010011005,,,,,,,N0,N0,N0,N0,N0,N0,N0,N0,,,,belum-bht\n"
	             "Jumlah,,,,,,,,,F1500000,F0,F5,F0,F1500005,F0,F0,F0,,,,,\n");
	assert_sheet(buf_slice(&out), "Putusan", "Nomor perkara,NIP,Status,Hak bulan ini (Rp),Dibayar (Rp),Tunggakan (Rp)\nJumlah,,,N0,N0,N0\n");
	assert_sheet(buf_slice(&out), "Per berkas",
	             "Berkas,Jenis,Baris,Baris dihitung,Baris berubah,Kotor (Rp),Potongan (Rp),Bersih (Rp),Potongan nafkah (Rp),Bersih sesudah (Rp)\n"
	             "gaji.csv,gaji,N46,N45,N2,N1000000.5,N0.5,N1000000,N10000,N990000\ntpp.csv,tpp,N4,N4,N0,N2,N0,N2,N0,N2\n"
	             "Jumlah,,F50,F49,F2,F1000002.5,F0.5,F1000002,F10000,F990002\n");
	assert_sheet(buf_slice(&out), "Per SKPD",
	             "SKPD,Jenis,Baris,Bersih (Rp),Potongan nafkah (Rp),Bersih sesudah (Rp)\nDinas Pendidikan,gaji,N46,N1000000,N10000,N990000\n"
	             "Jumlah,,F46,F1000000,F10000,F990000\n");
	assert_sheet(buf_slice(&out), "Pemeriksaan", "Pemeriksaan,Baris diperiksa,Temuan\nnip,N46,N1\n");
	workbook_text(buf_slice(&out), "Temuan", false, &text);
	count_lines(buf_slice(&text), "N0608,tahan,1/Pdt.G/2025/PA.X,putusan.csv,7,nama_asn,BUDI,", 1);
	count_lines(buf_slice(&text), "N0142,perhatian,,,,,1,", FINDINGS_KEPT_PER_CODE);
	count_lines(buf_slice(&text), "N0142,perhatian,,,,,,3 temuan sejenis", 1);
	count_lines(buf_slice(&text), "N0906", 0);
	buf_release(&out);
	buf_release(&text);
	findings_release(&all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_transfer_list_is_the_csv),
		cmocka_unit_test(the_tables_are_those_of_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
