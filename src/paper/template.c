#include <nafkah/template.h>

#include <nafkah/sheet_writer.h>

#include <string.h>

static const char *const meanings[RULINGS_COLUMN_COUNT] = {
	[RC_PENGADILAN] = "Pengadilan Agama yang daftarnya dimuat. Wajib pada baris pertama; baris lain sama atau kosong.",
	[RC_TANGGAL_DAFTAR] = "Tanggal daftar ini dibuat. Wajib pada baris pertama; baris lain sama atau kosong.",
	[RC_NOMOR] = "Nomor perkara, pada setiap baris. Semua baris satu perkara harus berurutan.",
	[RC_ENTRI] = "Kosong, kecuali amar diubah: entri lama diakhiri dengan sebab_selesai diganti, yang baru ditulis sebagai entri 2. "
	             "Ditulis pada setiap baris entri itu.",
	[RC_STATUS] = "Tahap perkara. Sebelum bht tidak ada yang dipotong; rujuk dan dicabut memerlukan tanggal_selesai.",
	[RC_JENIS] = "cerai-talak dimohonkan suami dan baru berlaku dengan ikrar; cerai-gugat digugat istri.",
	[RC_TANGGAL_PUTUSAN] = "Tanggal putusan dibacakan.",
	[RC_TANGGAL_BHT] = "Tanggal putusan berkekuatan hukum tetap.",
	[RC_TANGGAL_IKRAR] = "Tanggal ikrar talak; perlu untuk cerai-talak.",
	[RC_TANGGAL_TERIMA] = "Tanggal kantor menerima salinan putusan.",
	[RC_MULAI_POTONG] = "Bulan pemotongan pertama. Kosong: bulan sesudah yang paling akhir dari bht, ikrar dan terima.",
	[RC_DIBAYAR_SAMPAI] = "Bulan-bulan sampai dengan ini sudah diselesaikan di luar program; bila belum ada yang dibayar: bulan "
	                      "sebelum mulai_potong.",
	[RC_NIP] = "NIP pegawai yang dipotong, 18 angka, disimpan sebagai teks.",
	[RC_NAMA_ASN] = "Nama pegawai seperti dalam daftar gaji; gelar tidak berpengaruh.",
	[RC_NAMA_MANTAN] = "Nama mantan istri atau mantan suami.",
	[RC_NIK_MANTAN] = "NIK mantan, 16 angka, disimpan sebagai teks.",
	[RC_HUBUNGAN_MANTAN] = "Mantan itu istri atau suami pegawai.",
	[RC_BANK_MANTAN] = "Kode bank tiga angka, disimpan sebagai teks, misalnya 002 atau 124.",
	[RC_REKENING_MANTAN] = "Nomor rekening, disimpan sebagai teks. Tanpa rekening yang mungkin benar, pembayaran ditahan.",
	[RC_NAMA_REKENING_MANTAN] = "Nama pemilik rekening.",
	[RC_BUKTI_REKENING_MANTAN] = "Surat yang mendasari perubahan rekening; tanpa bukti, rekening yang berubah ditahan.",
	[RC_TANGGAL_KAWIN_LAGI] = "Tanggal mantan menikah lagi.",
	[RC_BUKTI_KAWIN_LAGI] = "Akta nikah atau surat lain tentang itu.",
	[RC_TANGGAL_MENINGGAL] = "Tanggal mantan meninggal.",
	[RC_BUKTI_MENINGGAL] = "Akta kematian atau surat lain tentang itu.",
	[RC_TANGGAL_KONFIRMASI_MANTAN] = "Tanggal terakhir dipastikan mantan belum menikah lagi; berlaku dua belas bulan.",
	[RC_BUKTI_KONFIRMASI_MANTAN] = "Surat keterangan tentang itu.",
	[RC_PEMBAYARAN] = "Hak mantan dibayar berurutan atau bersamaan menurut amar. Kosong: menurut aturan.",
	[RC_PENGHASILAN] = "Penghasilan yang ditetapkan hakim, rupiah.",
	[RC_TANGGAL_SELESAI] = "Tanggal entri ini berakhir seluruhnya.",
	[RC_SEBAB_SELESAI] = "Mengapa berakhir; meninggal berarti pegawainya. Wajib bila ada tanggal_selesai.",
	[RC_TUNGGAKAN] = "lanjut: tunggakan tetap ditagih; hapus: dihapus. Wajib bila ada tanggal_selesai.",
	[RC_BUKTI_SELESAI] = "Surat yang mendasarinya.",
	[RC_HAK] = "Hak yang ditetapkan pada baris ini. Kosong pada baris yang hanya menerangkan seorang anak, dan pada putusan tanpa hak.",
	[RC_CARA] = "pecahan: bagian menurut SKB, tanpa jumlah uang; nominal: rupiah menurut amar. Wajib pada setiap hak.",
	[RC_BULAN] = "Lamanya dalam bulan. Wajib untuk iddah, mutah dan lampau; bagi hak lain kosong.",
	[RC_PER_BULAN] = "Rupiah setiap bulan, tanpa sen. Nominal: isi per_bulan atau jumlah, tepat satu.",
	[RC_JUMLAH] = "Rupiah seluruhnya, dibagi atas bulan. Bukan untuk nafkah-anak.",
	[RC_DIBAYAR] = "Rupiah yang sudah dibayar sebelum pemotongan pertama. Bukan untuk nafkah-anak.",
	[RC_DARI] = "Hanya lampau: bulan pertama yang dilalaikan, bila amar menyebutnya; selalu bersama sampai.",
	[RC_SAMPAI] = "Hanya lampau: bulan terakhir yang dilalaikan.",
	[RC_NAIK] = "Hanya nafkah-anak nominal: kenaikan setahun dalam persen, bilangan bulat.",
	[RC_ID_ANAK] = "Tanda anak dalam perkara ini, misalnya a1. Dengan hak nafkah-anak: hak itu untuk anak ini saja; kosong: untuk semua "
	               "anak. Tanpa hak: baris ini menerangkan anak.",
	[RC_NAMA_ANAK] = "Nama anak. Setiap anak dari perkawinan itu diterangkan pada tepat satu baris, juga yang tanpa hak.",
	[RC_LAHIR_ANAK] = "Tanggal lahir anak.",
	[RC_ASUH_ANAK] = "Siapa yang mengasuh. Pada ayah, bagiannya tetap pada gaji; wali memerlukan rekening anak.",
	[RC_SEKOLAH_ANAK] = "ya: batas usia yang lebih tinggi, selama sekolah atau kuliah.",
	[RC_BANK_ANAK] = "Kode bank rekening anak atau walinya. Tanpa rekening sendiri dibayar ke rekening mantan.",
	[RC_REKENING_ANAK] = "Nomor rekening anak atau walinya, disimpan sebagai teks.",
	[RC_NAMA_REKENING_ANAK] = "Nama pemilik rekening itu.",
	[RC_BUKTI_REKENING_ANAK] = "Surat yang mendasari perubahan rekening.",
	[RC_TANGGAL_BERHENTI] = "Tanggal hak anak berhenti sebelum batas usia.",
	[RC_SEBAB_BERHENTI] = "Mengapa berhenti. Wajib bila ada tanggal_berhenti.",
	[RC_BUKTI_BERHENTI] = "Surat yang mendasarinya.",
	[RC_TANGGAL_KONFIRMASI_ANAK] = "Tanggal terakhir dipastikan anak masih tanggungan; berlaku dua belas bulan.",
	[RC_BUKTI_KONFIRMASI_ANAK] = "Surat keterangan tentang itu.",
	[RC_CATATAN] = "Catatan bebas untuk petugas; tidak dibaca program.",
};

static const char *const rules[] = {
	"Isi lembar putusan: satu baris untuk setiap hak, dan satu baris tanpa hak untuk setiap anak.",
	("Kolom perkara (status sampai bukti_selesai) diisi pada baris pertama perkara. Baris berikutnya mengulang semuanya persis sama, "
	 "atau mengosongkan semuanya; sebagian saja ditolak."),
	"Judul kolom jangan diubah; urutan kolom bebas, dan kolom yang tidak wajib boleh dihapus.",
	"Tanggal ditulis YYYY-MM-DD, bulan YYYY-MM. Rumus tidak diterima: tempel sebagai nilai.",
	"Periksa sebelum dipakai: nafkah formats check BERKAS. Simpan sebagai XLSX, atau sebagai CSV (UTF-8).",
};

/* One invented ruling: the columns that its rows fill. */
struct example {
	enum rulings_column column;
	const char *value;
};

static const struct example first_row[] = {
	{ RC_PENGADILAN, "Pengadilan Agama Bontang" }, { RC_TANGGAL_DAFTAR, "2026-01-05" },
	{ RC_NOMOR, "123/Pdt.G/2025/PA.Botg" }, { RC_STATUS, "bht" }, { RC_JENIS, "cerai-talak" },
	{ RC_TANGGAL_PUTUSAN, "2025-10-02" }, { RC_TANGGAL_BHT, "2025-10-20" }, { RC_TANGGAL_IKRAR, "2025-11-03" },
	{ RC_TANGGAL_TERIMA, "2025-12-08" }, { RC_NIP, "198503122010011005" }, { RC_NAMA_ASN, "BUDI SANTOSO" },
	{ RC_NAMA_MANTAN, "SITI AMINAH" }, { RC_HUBUNGAN_MANTAN, "istri" }, { RC_BANK_MANTAN, "124" },
	{ RC_REKENING_MANTAN, "0012345678" }, { RC_NAMA_REKENING_MANTAN, "SITI AMINAH" }, { RC_HAK, "iddah" }, { RC_CARA, "pecahan" },
	{ RC_BULAN, "3" }, { RC_CATATAN, "contoh rekaan" },
};
static const struct example second_row[] = {
	{ RC_NOMOR, "123/Pdt.G/2025/PA.Botg" }, { RC_HAK, "mutah" }, { RC_CARA, "nominal" }, { RC_BULAN, "12" },
	{ RC_JUMLAH, "18000000" }, { RC_DIBAYAR, "6000000" }, { RC_CATATAN, "contoh rekaan" },
};
static const struct example third_row[] = {
	{ RC_NOMOR, "123/Pdt.G/2025/PA.Botg" }, { RC_HAK, "nafkah-anak" }, { RC_CARA, "nominal" }, { RC_PER_BULAN, "1500000" },
	{ RC_NAIK, "10" }, { RC_ID_ANAK, "a1" }, { RC_CATATAN, "contoh rekaan" },
};
static const struct example fourth_row[] = {
	{ RC_NOMOR, "123/Pdt.G/2025/PA.Botg" }, { RC_ID_ANAK, "a1" }, { RC_NAMA_ANAK, "AHMAD" }, { RC_LAHIR_ANAK, "2015-06-01" },
	{ RC_ASUH_ANAK, "ibu" }, { RC_SEKOLAH_ANAK, "ya" }, { RC_CATATAN, "contoh rekaan" },
};
#define ROW(r) { (r), sizeof(r) / sizeof *(r) }
static const struct {
	const struct example *cells;
	size_t count;
} example_rows[] = { ROW(first_row), ROW(second_row), ROW(third_row), ROW(fourth_row) };
enum { EXAMPLE_ROWS = sizeof example_rows / sizeof *example_rows };

const char *template_meaning(enum rulings_column c)
{
	return meanings[c];
}

static bool is_amount(struct xml_value v)
{
	return v.type == XML_WHOLE && v.max > 1000;
}

static struct sheet_column column_of(enum rulings_column c)
{
	struct xml_value v = rulings_column_value(c);
	size_t name = strlen(rulings_columns[c].name);
	struct sheet_column column = { .heading = rulings_columns[c].name, .kind = SHEET_TEXT, .width = 14 };

	if (v.type == XML_WHOLE)
		column.kind = is_amount(v) ? SHEET_AMOUNT : SHEET_COUNT;
	if (v.type == XML_TEXT || v.type == XML_WORD || v.type == XML_NIP)
		column.width = (rulings_columns[c].flags & RULINGS_KEY) != 0 ? 20 : 26;
	if (name + 2 > column.width)
		column.width = (unsigned)name + 2;
	return column;
}

/* The words of a column to choose from. */
static struct slice choices_of(enum rulings_column c)
{
	struct xml_value v = rulings_column_value(c);

	return v.type == XML_ENUM ? slice_from_c(v.words) : (struct slice){ 0 };
}

static struct sheet *columns_sheet(struct book *b, struct sheet_plan *plan)
{
	struct sheet *s = book_sheet(b, plan);

	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		if (choices_of((enum rulings_column)c).len > 0)
			sheet_choices(s, c, choices_of((enum rulings_column)c), "Pilih salah satu kata dari daftar.");
	return s;
}

static void example_row(struct sheet *s, const struct sheet_column *columns, const struct example *cells, size_t count)
{
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++) {
		struct slice value = { 0 };
		uint64_t number;

		for (size_t i = 0; i < count; i++)
			if (cells[i].column == (enum rulings_column)c)
				value = slice_from_c(cells[i].value);
		if (columns[c].kind == SHEET_TEXT || !slice_to_u64(value, &number))
			sheet_text(s, value);
		else
			sheet_money(s, money_from_rupiah((int64_t)number));
	}
	sheet_end_row(s);
}

static const char *needed(enum rulings_column c)
{
	static const char *const words[] = {
		[PART_LIST] = "ya", [PART_CASE] = "ya", [PART_RULING] = "ya", [PART_AWARD] = "bila ada hak", [PART_CHILD] = "bila ada anak",
		[PART_NOTE] = "",
	};

	if (c == RC_ID_ANAK || c == RC_NAMA_ANAK || c == RC_LAHIR_ANAK || c == RC_ASUH_ANAK)
		return words[PART_CHILD];
	return (rulings_columns[c].flags & RULINGS_REQUIRED) != 0 && c != RC_HAK ? words[rulings_columns[c].part] : "";
}

static void expected(struct sheet *s, enum rulings_column c)
{
	struct xml_value v = rulings_column_value(c);
	struct buf text = { 0 };

	switch (v.type) {
	case XML_DATE:
		buf_append(&text, SLICE("tanggal YYYY-MM-DD"));
		break;
	case XML_MONTH:
		buf_append(&text, SLICE("bulan YYYY-MM"));
		break;
	case XML_WHOLE:
		buf_printf(&text, "bilangan %lld sampai %lld", (long long)v.min, (long long)v.max);
		break;
	case XML_ENUM:
		buf_append(&text, slice_from_c(v.words));
		break;
	case XML_NIP:
		buf_append(&text, SLICE("18 angka"));
		break;
	case XML_NONE:
	case XML_TEXT:
	case XML_WORD:
	case XML_RATIO:
	case XML_ID:
	case XML_WORDS:
		buf_append(&text, SLICE("teks"));
		break;
	}
	sheet_text(s, buf_slice(&text));
	buf_release(&text);
}

static void guide_sheet(struct book *b)
{
	static const struct sheet_column columns[] = {
		{ "Kolom", 26, SHEET_TEXT }, { "Wajib", 14, SHEET_TEXT }, { "Isi", 44, SHEET_WRAP }, { "Penjelasan", 90, SHEET_WRAP },
	};
	static const struct sheet_plan plan = { "petunjuk", columns, sizeof columns / sizeof *columns, .frozen = 1 };
	struct sheet *s = book_sheet(b, &plan);

	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		sheet_text(s, SLICE("(cara mengisi)"));
		sheet_text(s, (struct slice){ 0 });
		sheet_text(s, (struct slice){ 0 });
		sheet_text(s, slice_from_c(rules[i]));
		sheet_end_row(s);
	}
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++) {
		sheet_text(s, slice_from_c(rulings_columns[c].name));
		sheet_text(s, slice_from_c(needed((enum rulings_column)c)));
		expected(s, (enum rulings_column)c);
		sheet_text(s, slice_from_c(meanings[c]));
		sheet_end_row(s);
	}
	sheet_end(s, (struct slice){ 0 });
}

static bool fill(struct book *b, const void *context)
{
	struct sheet_column columns[RULINGS_COLUMN_COUNT];
	struct sheet_plan plan = { "putusan", columns, RULINGS_COLUMN_COUNT, .frozen = RC_ENTRI };
	struct sheet *s;

	(void)context;
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		columns[c] = column_of((enum rulings_column)c);
	sheet_end(columns_sheet(b, &plan), (struct slice){ 0 });
	guide_sheet(b);
	plan.name = "contoh";
	s = columns_sheet(b, &plan);
	for (size_t i = 0; i < EXAMPLE_ROWS; i++)
		example_row(s, columns, example_rows[i].cells, example_rows[i].count);
	sheet_end(s, (struct slice){ 0 });
	return true;
}

enum status template_rulings(const char *scratch, struct findings *findings, struct buf *out)
{
	struct book_plan plan = { .name = SLICE("putusan.xlsx"), .title = "Daftar putusan", .scratch = scratch, .fill = fill };

	return book_make(&plan, findings, out);
}
