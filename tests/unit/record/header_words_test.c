/* What column names of an unknown export are taken for, by `formats draft`. */
#include "cells.h"

#include <nafkah/header_words.h>

#define UNKNOWN "-"

static const struct {
	const char *name, *role;
	enum header_rank rank;
} meanings[] = {
	{ "nip_pegawai", "nip", HEADER_EXACT },
	{ "belanja_nip_pegawai", "nip", HEADER_EXACT },
	{ "nip_pejabat_fungsional", UNKNOWN, HEADER_UNKNOWN },
	{ "nip_pasangan", UNKNOWN, HEADER_UNKNOWN },
	{ "nip_lama", UNKNOWN, HEADER_UNKNOWN },
	{ "niplama", UNKNOWN, HEADER_UNKNOWN },
	{ "nama_nip", UNKNOWN, HEADER_UNKNOWN },
	{ "nipah", UNKNOWN, HEADER_UNKNOWN },
	{ "nama", "nama", HEADER_EXACT },
	{ "nama_penerima_tpp", "nama", HEADER_WORDS },
	{ "nama_di_sk", "nama", HEADER_WEAK },
	{ "nama_bank", "bank", HEADER_WORDS },
	{ "nama_jabatan", UNKNOWN, HEADER_UNKNOWN },
	{ "nama_pemilik_rekening", UNKNOWN, HEADER_UNKNOWN },
	{ "nama_pasangan", UNKNOWN, HEADER_UNKNOWN },
	{ "nama_skpd", "skpd", HEADER_EXACT },
	{ "kdskpd", "skpd", HEADER_EXACT },
	{ "kode_skpd", "skpd", HEADER_WORDS },
	{ "satuan_kerja", "skpd", HEADER_WORDS },
	{ "kdsatker", UNKNOWN, HEADER_UNKNOWN },
	{ "jumlah_gaji_dan_tunjangan", "kotor", HEADER_EXACT },
	{ "tpp_jumlah", "kotor", HEADER_EXACT },
	{ "gaji_kotor_bulan_ini", "kotor", HEADER_WORDS },
	{ "jumlah_thr", "kotor", HEADER_WEAK },
	{ "penerimaan", "kotor", HEADER_WEAK },
	{ "tunjangan_keluarga", UNKNOWN, HEADER_UNKNOWN },
	{ "jumlah_tunjangan_keluarga", UNKNOWN, HEADER_UNKNOWN },
	{ "penghasilan_kena_pajak", UNKNOWN, HEADER_UNKNOWN },
	{ "pajak_penghasilan_bruto", UNKNOWN, HEADER_UNKNOWN },
	{ "jumlah", UNKNOWN, HEADER_UNKNOWN },
	{ "jumlah_potongan", "potongan", HEADER_EXACT },
	{ "jml_pot_bulan_ini", "potongan", HEADER_WORDS },
	{ "potongan_lain", "potongan", HEADER_WEAK },
	{ "potongan_iwp", UNKNOWN, HEADER_UNKNOWN },
	{ "potongan_pph_21", UNKNOWN, HEADER_UNKNOWN },
	{ "jumlah_setelah_potongan", UNKNOWN, HEADER_UNKNOWN },
	{ "jumlah_di_transfer", "bersih", HEADER_EXACT },
	{ "gaji_diterima", "bersih", HEADER_WORDS },
	{ "take_home", "bersih", HEADER_WORDS },
	{ "tanggal_diterima", UNKNOWN, HEADER_UNKNOWN },
	{ "zakat", "potongan-sukarela", HEADER_EXACT },
	{ "potongan_zakat", "potongan-sukarela", HEADER_EXACT },
	{ "phutang", "potongan-sukarela", HEADER_EXACT },
	{ "pkorpri", "potongan-sukarela", HEADER_EXACT },
	{ "angsuran_pinjaman_koperasi", "potongan-sukarela", HEADER_WORDS },
	{ "iuran_dharma_wanita", "potongan-sukarela", HEADER_WORDS },
	{ "potongan_bank_kaltimtara", "potongan-sukarela", HEADER_WORDS },
	{ "sewa_rumah", "potongan-sukarela", HEADER_WORDS },
	{ "tunjangan_sewa_rumah", UNKNOWN, HEADER_UNKNOWN },
	{ "iuran_simpanan_tapera", UNKNOWN, HEADER_UNKNOWN },
	{ "kd_zakat", UNKNOWN, HEADER_UNKNOWN },
	{ "no_pinjaman", UNKNOWN, HEADER_UNKNOWN },
	{ "bulog", UNKNOWN, HEADER_UNKNOWN },
	{ "piwp", UNKNOWN, HEADER_UNKNOWN },
	{ "kode_bank", "bank", HEADER_EXACT },
	{ "norek", "rekening", HEADER_EXACT },
	{ "nomor_rekening_gaji", "rekening", HEADER_WORDS },
	{ "kode_rekening_belanja", UNKNOWN, HEADER_UNKNOWN },
	{ "tglgaji", "periode", HEADER_EXACT },
	{ "bulan", "periode", HEADER_WORDS },
	{ "tgllhr", UNKNOWN, HEADER_UNKNOWN },
	{ "kdstawin", "status-kawin", HEADER_EXACT },
	{ "sts_kawin", "status-kawin", HEADER_WORDS },
	{ "jistri", "jumlah-pasangan", HEADER_EXACT },
	{ "janak", UNKNOWN, HEADER_UNKNOWN },
	{ "tjistri", "tunjangan-pasangan", HEADER_EXACT },
	{ "tunjangan_istri_dan_anak", UNKNOWN, HEADER_UNKNOWN },
	{ "", UNKNOWN, HEADER_UNKNOWN },
	{ "belanja_", UNKNOWN, HEADER_UNKNOWN },
};

static void names_mean_roles(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(meanings); i++) {
		struct header_meaning m = header_meaning(slice_from_c(meanings[i].name));
		const char *role = m.rank == HEADER_UNKNOWN ? UNKNOWN : role_name(m.role);

		if (m.rank != meanings[i].rank || strcmp(role, meanings[i].role) != 0)
			fail_msg("%s: %s, rank %d", meanings[i].name, role, (int)m.rank);
	}
}

static const struct {
	const char *text;
	unsigned kinds;
} kinds[] = {
	{ "daftar_gaji_asn", 1u << KIND_GAJI },
	{ "fgaji_csv", 1u << KIND_GAJI },
	{ "daftar_tpp_asn", 1u << KIND_TPP },
	{ "tambahan_penghasilan_pegawai", 1u << KIND_TPP },
	{ "tjtpp", 0 },
	{ "daftar_gaji_dan_tpp", 1u << KIND_GAJI | 1u << KIND_TPP },
	{ "thr_gaji_2026", 1u << KIND_THR },
	{ "tunjangan_hari_raya", 1u << KIND_THR },
	{ "gaji_ke_13", 1u << KIND_GAJI13 },
	{ "gaji13", 1u << KIND_GAJI13 },
	{ "gaji_ketiga_belas", 1u << KIND_GAJI13 },
	{ "januari_2026", 0 },
	{ "", 0 },
};

static void texts_speak_of_kinds(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (header_kinds(slice_from_c(kinds[i].text)) != kinds[i].kinds)
			fail_msg("%s: %x", kinds[i].text, header_kinds(slice_from_c(kinds[i].text)));
}

static void other_columns(void **state)
{
	(void)state;
	assert_true(header_is_address(SLICE("alamat_rumah")));
	assert_false(header_is_address(SLICE("alamatnya")));
	assert_string_equal(header_count_value(SLICE("kdjnstrans")), "1");
	assert_null(header_count_value(SLICE("kdjns")));
	assert_true(header_begins_subtotal(SLICE("sub_jumlah")));
	assert_false(header_begins_subtotal(SLICE("jumlah_sub")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_mean_roles),
		cmocka_unit_test(texts_speak_of_kinds),
		cmocka_unit_test(other_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
