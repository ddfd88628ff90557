/* What the page says of a finding in few words, and the office that must act on it. Codes that refuse a run, and
 * those of the machine, never reach a page. */
#include <nafkah/page.h>

#define PA "Pengadilan Agama"
#define BKPSDM "BKPSDM"
#define BENDAHARA "Bendahara gaji"
#define BANK "Bank"
#define BPKAD "BPKAD"
#define HUKUM "Bagian hukum"

static const struct {
	const char *office, *label;
} codes[CODE_COUNT] = {
	[N0119_CSV_BLANK_LINE_END] = { BENDAHARA, "Baris kosong di akhir berkas" },
	[N0120_CSV_ROW_LIMIT] = { BENDAHARA, "Jumlah baris tepat di batas lembar sebar" },
	[N0127_LAST_ROW_UNTERMINATED] = { BENDAHARA, "Baris terakhir tanpa ganti baris" },
	[N0132_ROWS_FEWER] = { BENDAHARA, "Baris jauh lebih sedikit daripada bulan lalu" },
	[N0133_SAME_AS_LAST_MONTH] = { BENDAHARA, "Berkas sama dengan bulan lalu" },
	[N0138_KIND_PASSED_THROUGH] = { HUKUM, "Jenis berkas bukan sumber penghasilan dasar" },
	[N0139_ROWS_WITHOUT_NIP] = { BENDAHARA, "Baris tanpa NIP disalin apa adanya" },
	[N0140_CHECK_SAW_NOTHING] = { BPKAD, "Pemeriksaan tidak melihat satu baris pun" },
	[N0142_NIP_STRANGE] = { BENDAHARA, "NIP pada daftar gaji tidak mungkin benar" },
	[N0146_NIP_TWICE] = { BENDAHARA, "NIP muncul dua kali dalam daftar gaji" },
	[N0166_XLSX_FORMULAS] = { BENDAHARA, "Rumus dihitung ulang saat berkas dibuka" },
	[N0195_ROWS_HIDDEN] = { BENDAHARA, "Baris tersembunyi ikut dihitung" },
	[N0196_ROWS_DELETED] = { BENDAHARA, "Rekaman terhapus disalin apa adanya" },
	[N0198_ROWS_PASSED] = { BENDAHARA, "Baris judul dan penutup disalin apa adanya" },
	[N0205_ROW_ARITHMETIC_HOLD] = { BENDAHARA, "Hitungan baris gaji ASN salah" },
	[N0206_ROW_ARITHMETIC] = { BENDAHARA, "Hitungan baris gaji pegawai lain salah" },
	[N0508_CHILD_WITHOUT_AWARD] = { PA, "Anak terdaftar tanpa nafkah anak" },
	[N0509_HOLDER_NAMES_DIFFER] = { BANK, "Satu rekening dengan dua nama pemilik" },
	[N0511_ACCOUNT_SHARED] = { BANK, "Satu rekening dalam beberapa putusan" },
	[N0512_CHILD_BORN_AFTER_RULING] = { PA, "Anak lahir setelah tanggal putusan" },
	[N0513_DATES_OUT_OF_ORDER] = { PA, "Urutan tanggal putusan tidak biasa" },
	[N0601_IKRAR_MISSING] = { PA, "Cerai talak tanpa tanggal ikrar" },
	[N0602_START_BEFORE_FINAL] = { PA, "Potongan mulai sebelum putusan BHT" },
	[N0603_STATUS_WITHOUT_END] = { PA, "Rujuk atau dicabut tanpa keterangan selesai" },
	[N0604_SEX_CONTRADICTS] = { BKPSDM, "NIP bertentangan dengan suami atau istri" },
	[N0605_INCOME_MISSING] = { PA, "Amar tanpa penghasilan yang ditetapkan hakim" },
	[N0606_BOOKED_UNKNOWN] = { BENDAHARA, "Belum diketahui bulan mana yang sudah dibayar" },
	[N0607_CHILD_NOT_BORN] = { PA, "Anak lahir setelah bulan ini" },
	[N0608_NAME_DIFFERS] = { BKPSDM, "Nama ASN lain dari nama pada daftar gaji" },
	[N0609_NAME_DIFFERS_SLIGHTLY] = { BKPSDM, "Nama ASN tidak persis sama" },
	[N0610_NOT_FOUND] = { BKPSDM, "ASN tidak ada dalam daftar gaji" },
	[N0621_TERM_TOO_LONG] = { HUKUM, "Masa hak lebih lama daripada aturan" },
	[N0622_SPAN_TOO_LONG] = { PA, "Bulan nafkah lampau melebihi masanya" },
	[N0623_ASN_IS_FEMALE] = { HUKUM, "Hak yang tidak dipotong dari gaji ASN perempuan" },
	[N0624_TERMS_CHANGED] = { PA, "Isi amar berubah sejak bulan lalu" },
	[N0631_ACCOUNT_MISSING] = { PA, "Penerima belum mempunyai rekening" },
	[N0632_ACCOUNT_IMPOSSIBLE] = { BANK, "Nomor rekening tidak mungkin benar" },
	[N0633_ACCOUNT_IS_OWN] = { PA, "Rekening penerima milik ASN sendiri" },
	[N0634_ACCOUNT_CHANGED] = { PA, "Rekening berganti tanpa bukti" },
	[N0635_PAYEE_DEAD] = { PA, "Penerima sudah meninggal" },
	[N0636_ACCOUNT_CHANGED_DOCUMENTED] = { BPKAD, "Rekening berganti dengan bukti" },
	[N0641_IN_ONE_KIND_ONLY] = { BENDAHARA, "ASN tidak ada dalam salah satu daftar" },
	[N0642_MISSED_MONTHS] = { BPKAD, "Bulan terlewat dibayar susulan" },
	[N0643_LIMIT_BY_SHARE] = { BPKAD, "Potongan dibatasi porsi ASN, sisanya tunggakan" },
	[N0644_LIMIT_BY_NET] = { BENDAHARA, "Gaji bersih tidak cukup, sisanya tunggakan" },
	[N0645_PAY_NOT_POSITIVE] = { BENDAHARA, "Tidak ada gaji yang dapat dipotong" },
	[N0646_CASH_BELOW_SHARE] = { BENDAHARA, "ASN menerima kurang dari porsinya" },
	[N0647_ARREARS_GROWING] = { BKPSDM, "Tunggakan naik tiga bulan berturut-turut" },
	[N0648_TEN_TIMES_PAY] = { PA, "Hak sepuluh kali penghasilan atau lebih" },
	[N0649_ARREARS_WRITTEN_OFF] = { BPKAD, "Tunggakan dihapus" },
	[N0651_SPOUSE_ALLOWANCE] = { BKPSDM, "Tunjangan suami/istri sesudah perceraian" },
	[N0652_STILL_MARRIED] = { BKPSDM, "Masih tercatat kawin sesudah perceraian" },
	[N0653_RECEIVED_LATE] = { PA, "Putusan terlambat diterima" },
	[N0654_PAID_AFTER_END] = { PA, "Kelebihan: dibayar sesudah hak berakhir" },
	[N0655_PAYEE_IS_PAYER] = { BANK, "Penerima bernama sama dengan ASN" },
	[N0656_CONFIRMATION_DUE] = { PA, "Konfirmasi tahunan jatuh tempo" },
	[N0657_ACCOUNT_OF_OTHER_ASN] = { BANK, "Rekening penerima milik pegawai lain" },
	[N0706_MONTHS_SKIPPED] = { BPKAD, "Ada bulan yang belum dijalankan" },
	[N0714_HELD_SINCE_FIRST_PART] = { BPKAD, "Menunggu tindakan sejak bagian pertama" },
	[N0715_TOTAL_JUMPS] = { BENDAHARA, "Jumlah uang jauh berbeda dari bulan lalu" },
	[N0716_ROWS_MORE] = { BENDAHARA, "Baris jauh lebih banyak daripada bulan lalu" },
	[N0717_COLUMNS_CHANGED] = { BENDAHARA, "Kolom berkas berubah sejak bulan lalu" },
	[N0803_RULES_REVIEW_DUE] = { HUKUM, "Aturan perlu ditinjau ulang" },
	[N1002_BANK_UNKNOWN] = { BPKAD, "Bank tidak ada dalam tabel bank kantor" },
	[N1003_BANK_TABLE_UNCONFIRMED] = { BPKAD, "Tabel bank belum dipastikan" },
	[N1004_FORMAT_UNTESTED] = { BANK, "Format transfer belum diuji dengan bank" },
	[N1005_TEXT_SHORTENED] = { BENDAHARA, "Teks dipendekkan untuk bank" },
	[N1006_TEXT_DOES_NOT_FIT] = { BENDAHARA, "Teks tidak muat dalam berkas bank" },
	[N1007_CHARACTERS_REPLACED] = { BENDAHARA, "Tanda diganti untuk bank" },
	[N1008_CHARACTERS_IMPOSSIBLE] = { BENDAHARA, "Tanda tidak diterima bank" },
	[N1009_ACCOUNT_LENGTH] = { BANK, "Panjang nomor rekening lain dari milik banknya" },
	[N1010_NO_RAIL] = { BANK, "Tidak ada jalur untuk jumlah ini" },
	[N1012_OTHER_BANK] = { BPKAD, "Saluran ini hanya ke bank sendiri" },
	[N1013_HOLDER_STRANGE] = { BANK, "Nama pemilik rekening ganjil" },
	[N1015_HOLDER_TITLED] = { BANK, "Nama pemilik rekening dengan gelar" },
	[N1016_FIELD_EMPTY] = { BPKAD, "Isian yang diminta bank kosong" },
	[N1017_REFERENCE_TWICE] = { BPKAD, "Rujukan bank sama dengan baris lain" },
	[N1019_PAY_DATE_EARLY] = { BENDAHARA, "Tanggal bayar jauh sebelum bulannya" },
};

const char *code_office(enum code c)
{
	return codes[c].office;
}

const char *code_label(enum code c)
{
	return codes[c].label;
}
