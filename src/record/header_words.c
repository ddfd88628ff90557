#include <nafkah/header_words.h>

/* Whole folded names, blanks between them. Those of the shipped layouts come first. */
static const struct {
	enum role role;
	enum header_rank rank;
	const char *names;
} names[] = {
	{ ROLE_NIP, HEADER_EXACT,
	  "nip_pegawai nip pegawai_nip nip_baru nip_asn nip_pns no_nip nomor_nip nomor_induk_pegawai no_induk_pegawai "
	  "nip_nippppk nip_ni_pppk" },
	{ ROLE_NAMA, HEADER_EXACT,
	  "nama_pegawai nama pegawai_nama nama_asn nama_pns nama_lengkap nama_penerima nama_lengkap_pegawai" },
	{ ROLE_SKPD, HEADER_EXACT, "skpd nama_skpd kdskpd opd nama_opd perangkat_daerah nama_perangkat_daerah" },
	{ ROLE_SKPD, HEADER_WORDS, "unit_organisasi kode_skpd kd_skpd id_skpd kode_opd kode_unit unit nama_unit" },
	{ ROLE_BANK, HEADER_EXACT, "kode_bank kd_bank kdbank rekening_kode_bank bank_kode kode_bank_pegawai" },
	{ ROLE_BANK, HEADER_WORDS, "bank nama_bank nm_bank bank_nama rekening_bank rekening_nama_bank" },
	{ ROLE_REKENING, HEADER_EXACT,
	  "nomor_rekening_bank_pegawai norek nomor_rekening no_rekening rekening_nomor rekening rekening_no no_rek "
	  "nomor_rekening_bank no_rekening_bank nomor_rekening_pegawai no_rekening_pegawai rekening_pegawai" },
	{ ROLE_KOTOR, HEADER_EXACT,
	  "jumlah_gaji_dan_tunjangan jumlah_tpp kotor tpp_jumlah tpp_bruto tpp_kotor jumlah_kotor gaji_kotor "
	  "jumlah_gaji_kotor penghasilan_kotor jumlah_penghasilan_kotor bruto jumlah_bruto gaji_bruto penghasilan_bruto "
	  "total_kotor total_bruto" },
	{ ROLE_POTONGAN, HEADER_EXACT,
	  "jumlah_potongan potongan potongan_jumlah total_potongan potongan_total jml_potongan jumlah_pot total_pot" },
	{ ROLE_BERSIH, HEADER_EXACT,
	  "jumlah_ditransfer jumlah_di_transfer bersih jumlah_diterima jumlah_bersih tpp_bersih gaji_bersih "
	  "penghasilan_bersih jumlah_penghasilan_bersih jumlah_yang_diterima yang_diterima diterima ditransfer "
	  "jumlah_dibayarkan jumlah_yang_dibayarkan dibayarkan netto neto jumlah_netto jumlah_neto gaji_netto "
	  "take_home_pay thp" },
	{ ROLE_SUKARELA, HEADER_EXACT, "zakat phutang pkoperasi pkorpri pirdhata psewa potongan_zakat" },
	{ ROLE_PERIODE, HEADER_EXACT,
	  "tglgaji periode periode_gaji bulan_gaji tanggal_gaji tgl_gaji bulan_tahun masa_gaji periode_pembayaran" },
	{ ROLE_PERIODE, HEADER_WORDS, "bulan bulan_pembayaran masa" },
	{ ROLE_STATUS_KAWIN, HEADER_EXACT, "status_pernikahan kdstawin status_kawin status_perkawinan stawin" },
	{ ROLE_JUMLAH_PASANGAN, HEADER_EXACT,
	  "jumlah_istri_suami jistri jumlah_suami_istri jumlah_istri jumlah_suami jumlah_pasangan jml_istri jml_pasangan" },
	{ ROLE_TUNJANGAN_PASANGAN, HEADER_EXACT,
	  "perhitungan_suami_istri tjistri tunjangan_istri tunjangan_suami_istri tunjangan_istri_suami tunjangan_pasangan "
	  "tunj_istri tunj_suami_istri" },
};

/* Words of a name, blanks between them: it has one of `one`, one of `also` where there are any, none of `without`. */
static const struct {
	enum role role;
	enum header_rank rank;
	const char *one, *also, *without;
} rules[] = {
	{ ROLE_SUKARELA, HEADER_WORDS,
	  "zakat infaq infak sedekah koperasi hutang utang pinjaman korpri sewa simpanan arisan dharmawanita dwp "
	  "angsuran cicilan kredit baznas irdhata",
	  "", "tapera kd kode id no nomor nama jenis tanggal tgl keterangan tunjangan tunj pajak pph pph21" },
	{ ROLE_SUKARELA, HEADER_WORDS, "dharma", "wanita", "kd kode nama" },
	{ ROLE_SUKARELA, HEADER_WORDS, "bank", "potongan pot", "kd kode nama" },
	{ ROLE_NIP, HEADER_WORDS, "nip", "", "pasangan suami istri anak lama atasan bendahara pejabat kepala nama" },
	{ ROLE_NAMA, HEADER_WORDS, "nama", "pegawai asn pns pppk lengkap penerima karyawan",
	  "bank rekening pemilik jabatan pasangan suami istri nip" },
	{ ROLE_NAMA, HEADER_WEAK, "nama", "",
	  "bank rekening pemilik jabatan pasangan suami istri anak ayah ibu nip skpd opd unit satuan kerja golongan "
	  "pangkat instansi satker dinas kegiatan program ruang" },
	{ ROLE_SKPD, HEADER_WORDS, "unit satuan", "kerja", "kode kd id" },
	{ ROLE_SKPD, HEADER_WORDS, "skpd opd", "", "" },
	{ ROLE_SKPD, HEADER_WEAK, "instansi organisasi satker dinas unit", "", "kode kd id jabatan" },
	{ ROLE_BERSIH, HEADER_WORDS, "bersih netto neto diterima diterimakan ditransfer dibayarkan terima", "",
	  "potongan pot pajak pph pph21 tanggal tgl" },
	{ ROLE_POTONGAN, HEADER_WORDS, "jumlah total jml", "potongan pot", "setelah sebelum sesudah" },
	{ ROLE_KOTOR, HEADER_WORDS, "kotor bruto", "", "pajak pph pph21 potongan" },
	{ ROLE_BERSIH, HEADER_WORDS, "take", "home", "" },
	{ ROLE_BERSIH, HEADER_WEAK, "dibayar bayar transfer pulang", "", "potongan pot pajak pph pph21 tanggal tgl bulan" },
	{ ROLE_POTONGAN, HEADER_WEAK, "pengurangan pengurang deduksi potongan", "",
	  "setelah sebelum sesudah iwp pph pph21 bpjs pajak taspen tapera askes" },
	{ ROLE_KOTOR, HEADER_WEAK, "penerimaan pendapatan penghasilan", "", "potongan pot pajak pph pph21 kena" },
	{ ROLE_KOTOR, HEADER_WEAK, "jumlah total jml", "gaji penghasilan tpp thr tunjangan pendapatan",
	  "potongan pot keluarga anak istri suami pasangan jam hari bulan pajak pph pph21" },
	{ ROLE_REKENING, HEADER_WORDS, "rekening norek rek", "", "nama pemilik kode kd belanja jenis" },
	{ ROLE_STATUS_KAWIN, HEADER_WORDS, "kawin nikah pernikahan perkawinan", "status kode kd sts", "" },
	{ ROLE_TUNJANGAN_PASANGAN, HEADER_WORDS, "tunjangan tunj", "istri suami pasangan", "anak" },
};

/* Columns that tell rows of the month's salary from other rows of the same person. */
static const struct {
	const char *name, *value;
} counts[] = { { "kdjnstrans", "1" } };

static bool list_has(const char *list, struct slice word)
{
	struct slice rest = slice_from_c(list);

	while (rest.ptr != NULL)
		if (slice_equal(slice_cut(&rest, ' '), word))
			return true;
	return false;
}

/* Whether one of the words of the name stands in the list. */
static bool has_one_of(struct slice folded, const char *list)
{
	while (folded.ptr != NULL)
		if (list_has(list, slice_cut(&folded, '_')))
			return true;
	return false;
}

static struct slice without_prefix(struct slice folded)
{
	struct slice prefix = SLICE("belanja_");

	return slice_starts_with(folded, prefix) ? slice_sub(folded, prefix.len, folded.len) : folded;
}

static bool follows(size_t rule, struct slice folded)
{
	const char *also = rules[rule].also;

	return has_one_of(folded, rules[rule].one) && (also[0] == '\0' || has_one_of(folded, also)) &&
	       !has_one_of(folded, rules[rule].without);
}

struct header_meaning header_meaning(struct slice folded)
{
	struct slice name = without_prefix(folded);
	struct header_meaning best = { .rank = HEADER_UNKNOWN };

	if (name.len == 0)
		return best;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (list_has(names[i].names, name))
			return (struct header_meaning){ names[i].rank, names[i].role };
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (follows(i, name) && (best.rank == HEADER_UNKNOWN || rules[i].rank < best.rank))
			best = (struct header_meaning){ rules[i].rank, rules[i].role };
	return best;
}

bool header_is_address(struct slice folded)
{
	return has_one_of(folded, "alamat");
}

const char *header_count_value(struct slice folded)
{
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (slice_equal(folded, slice_from_c(counts[i].name)))
			return counts[i].value;
	return NULL;
}

/* Whether `part` stands in the text. */
static bool mentions(struct slice text, const char *part)
{
	struct slice wanted = slice_from_c(part);

	for (size_t i = 0; i + wanted.len <= text.len; i++)
		if (slice_starts_with(slice_sub(text, i, text.len), wanted))
			return true;
	return false;
}

unsigned header_kinds(struct slice folded)
{
	unsigned kinds = 0;

	if (has_one_of(folded, "tpp") || mentions(folded, "tambahan_penghasilan"))
		kinds |= 1u << KIND_TPP;
	if (has_one_of(folded, "thr") || mentions(folded, "hari_raya"))
		kinds |= 1u << KIND_THR;
	if (mentions(folded, "gaji13") || mentions(folded, "gaji_13") || mentions(folded, "gaji_ke_13") ||
	    mentions(folded, "gaji_ketiga") || mentions(folded, "gaji_ke_tiga"))
		kinds |= 1u << KIND_GAJI13;
	if (mentions(folded, "gaji") && (kinds & (1u << KIND_THR | 1u << KIND_GAJI13)) == 0)
		kinds |= 1u << KIND_GAJI;
	return kinds;
}

bool header_begins_subtotal(struct slice folded)
{
	return slice_starts_with(folded, SLICE("sub"));
}
