/* Every sentence that a finding can say, in Indonesian and English, in the order of finding_codes.h.
 *
 * A message is one sentence without a full stop; it says what was found, not where: file, line and column are printed
 * before it. Indonesian ones begin with a capital, English ones do not. A remedy is one or more whole sentences that
 * say what to do; only plain notes may lack one. {nilai} and {lain} stand for the finding's value and detail. */
#include <nafkah/finding.h>

struct text {
	enum hides hides;
	const char *message[LANG_COUNT], *remedy[LANG_COUNT];
};

#define TEXT_THAT(what, code, id, id_remedy, en, en_remedy)                  \
	[code] = {                                                           \
		.hides = (what),                                             \
		.message = { [LANG_ID] = (id), [LANG_EN] = (en) },           \
		.remedy = { [LANG_ID] = (id_remedy), [LANG_EN] = (en_remedy) } \
	}

/* What of a finding that is marked personal names a person: value and detail, the value only, or neither. */
#define TEXT(...) TEXT_THAT(HIDES_BOTH, __VA_ARGS__)
#define TEXT_VALUE(...) TEXT_THAT(HIDES_VALUE, __VA_ARGS__)
#define TEXT_OPEN(...) TEXT_THAT(HIDES_NOTHING, __VA_ARGS__)

/* Ends the remedy of every hold. */
#define SUSULAN " Hak yang tertahan dibayar susulan setelah penahanan dilepas."
#define MADE_UP " What is held back is made up for once the hold is released."

/* The same for what a bank's channel cannot carry: the money was deducted, and is still to be sent. */
#define BELUM_TERKIRIM " Pembayaran ini menunggu dalam belum-terkirim.csv dan dikirim kemudian dari sana."
#define LEFT_TO_SEND " This payment waits in belum-terkirim.csv and is sent from there later."

/* How the terms of an entry change: it ends, and another one begins. */
#define ENTRI_BARU "akhiri entri ini dengan <selesai sebab=\"diganti\"> dan tulis amar yang benar sebagai entri=\"2\""
#define NEW_ENTRY "end this entry with <selesai sebab=\"diganti\"> and write the right amar as entri=\"2\""

static const struct text texts[CODE_COUNT] = {
	/* N01: the payroll as a file and as text */
	TEXT(N0101_INPUT_NOT_FOUND,
	     "Berkas atau folder \"{nilai}\" tidak ditemukan ({lain})",
	     "Periksa nama dan letaknya, lalu jalankan lagi.",
	     "file or folder \"{nilai}\" not found ({lain})",
	     "Check its name and place, then run again."),
	TEXT(N0102_INPUT_NOT_REGULAR,
	     "Masukan \"{nilai}\" bukan berkas biasa",
	     "Sebutkan nama sebuah berkas, bukan folder atau perangkat. Hanya satu daftar gaji boleh dibaca dari "
	     "masukan standar (-).",
	     "input \"{nilai}\" is not a regular file",
	     "Name a file, not a folder or a device. Only one payroll may be read from standard input (-)."),
	TEXT(N0103_INPUT_CHANGED,
	     "Berkas \"{nilai}\" berubah selagi dibaca",
	     "Tutup berkas itu di Excel atau aplikasi lain, tunggu sampai penyalinan selesai, lalu jalankan lagi.",
	     "file \"{nilai}\" changed while it was read",
	     "Close it in Excel or any other application, wait until copying is over, then run again."),
	TEXT(N0104_INPUT_TWICE,
	     "Berkas ini sama dengan \"{nilai}\", jadi diberikan dua kali",
	     "Sebutkan setiap berkas satu kali saja. Periksa apakah seharusnya berkas lain yang diberikan.",
	     "this file is the same as \"{nilai}\", so it was given twice",
	     "Name each file once. Check whether another file was meant."),
	TEXT(N0105_INPUT_EMPTY,
	     "Berkas ini kosong",
	     "Ekspor atau salin ulang berkas itu dari sumbernya.",
	     "this file is empty",
	     "Export or copy it again from its source."),
	TEXT(N0106_TEXT_CONTROL,
	     "Ada karakter kendali {nilai} pada posisi byte {lain}",
	     "Berkas ini mungkin rusak atau bukan CSV. Ekspor ulang dari aplikasi gaji sebagai CSV UTF-8.",
	     "control character {nilai} at byte {lain}",
	     "The file may be damaged or not a CSV. Export it again from the payroll application as CSV UTF-8."),
	TEXT(N0107_TEXT_BOM_INSIDE,
	     "Ada penanda awal berkas (BOM, {nilai}) di tengah berkas, pada posisi byte {lain}",
	     "Berkas ini tampaknya gabungan dua berkas. Berikan kedua berkas aslinya secara terpisah, atau ekspor "
	     "ulang.",
	     "byte order mark ({nilai}) inside the file, at byte {lain}",
	     "The file seems to be two files joined. Give the two original files separately, or export again."),
	TEXT(N0108_TEXT_UTF16,
	     "Berkas ini tersimpan sebagai {nilai}, bukan UTF-8",
	     "Ekspor ulang dari aplikasi gaji sebagai CSV UTF-8. Bila terpaksa lewat Excel, pilih Simpan Sebagai \"CSV "
	     "UTF-8\" dan pastikan kolom NIP dan rekening tetap berjenis Teks.",
	     "this file is stored as {nilai}, not UTF-8",
	     "Export it again from the payroll application as CSV UTF-8. If it must be Excel, choose Save As \"CSV "
	     "UTF-8\" and make sure that the columns of NIP and account stay of type Text."),
	TEXT(N0109_TEXT_NOT_UTF8,
	     "Ada byte {nilai} yang bukan UTF-8, pada posisi byte {lain}",
	     "Ekspor ulang seluruh berkas sebagai CSV UTF-8. Program ini tidak menebak atau mengganti huruf.",
	     "bytes {nilai} at byte {lain} are not UTF-8",
	     "Export the whole file again as CSV UTF-8. The program neither guesses nor replaces letters."),
	TEXT(N0110_CONTAINER_UNSUPPORTED,
	     "Berkas berjenis {nilai} tidak dapat dibaca sebagai daftar gaji",
	     "Ekspor daftar gaji sebagai CSV, XLSX atau DBF dari aplikasi gaji. Bila hanya ada berkas lembar sebar jenis "
	     "lain (XLS, ODS), buka di aplikasinya dan simpan sebagai XLSX setelah memastikan kolom NIP dan rekening "
	     "berjenis Teks.",
	     "a file of type {nilai} cannot be read as a payroll",
	     "Export the payroll as CSV, XLSX or DBF from the payroll application. If there is only a spreadsheet of another "
	     "type (XLS, ODS), open it there and save it as XLSX after making sure that the columns of NIP and account are "
	     "of type Text."),
	TEXT(N0111_LINE_END_MIXED,
	     "Akhir baris tidak seragam: ada {nilai} pada posisi byte {lain}",
	     "Seluruh berkas harus memakai LF atau CRLF. Berkas ini mungkin gabungan beberapa berkas: ekspor ulang "
	     "seluruhnya dari satu sumber.",
	     "line ends differ: {nilai} at byte {lain}",
	     "The whole file must use either LF or CRLF. It may be several files joined: export all of it again from "
	     "one source."),
	TEXT(N0112_CSV_QUOTE_OPEN,
	     "Tanda kutip ganda dibuka pada posisi byte {lain} tetapi tidak pernah ditutup",
	     "Cari tanda kutip ganda di dalam nama atau alamat pada baris itu, perbaiki di aplikasi gaji, lalu ekspor "
	     "ulang.",
	     "quote opened at byte {lain} is never closed",
	     "Look for a double quote in a name or an address of that row, correct it in the payroll application, then "
	     "export again."),
	TEXT(N0113_CSV_QUOTE_STRAY,
	     "Tanda kutip ganda tidak pada tempatnya, pada posisi byte {lain}",
	     "Isian yang memuat tanda kutip ganda harus diapit tanda kutip ganda, dan yang di dalamnya ditulis dua "
	     "kali. Perbaiki isian itu di aplikasi gaji, lalu ekspor ulang.",
	     "quote out of place, at byte {lain}",
	     "A field that holds a double quote must stand in double quotes, with the one inside written twice. "
	     "Correct it in the payroll application, then export again."),
	TEXT(N0114_CSV_LINE_END_IN_FIELD,
	     "Isian ini memuat ganti baris",
	     "Hapus ganti baris (Alt+Enter) pada isian itu di aplikasi gaji, lalu ekspor ulang. Hanya kolom alamat "
	     "yang disebut tata letak boleh memuatnya, dan tidak bila isinya tampak seperti baris pegawai lain.",
	     "this field holds a line end",
	     "Remove the line end (Alt+Enter) from the field in the payroll application, then export again. Only the "
	     "address columns that the layout names may hold one, and not where the content looks like another "
	     "person's row."),
	TEXT(N0115_CSV_FIELD_TOO_LONG,
	     "Isian atau baris mulai posisi byte {lain} lebih panjang dari {nilai} byte",
	     "Biasanya sebuah tanda kutip ganda tidak ditutup sehingga baris berikutnya ikut tertelan. Periksa baris "
	     "itu, lalu ekspor ulang.",
	     "field or row from byte {lain} is longer than {nilai} bytes",
	     "Usually a double quote was not closed, so that the rows behind it were swallowed. Check that row, then "
	     "export again."),
	TEXT(N0116_CSV_TOO_MANY_COLUMNS,
	     "Baris pada posisi byte {lain} memiliki lebih dari {nilai} kolom",
	     "Berkas ini bukan daftar gaji, atau pemisah kolomnya keliru. Periksa berkas itu, lalu ekspor ulang.",
	     "row at byte {lain} has more than {nilai} columns",
	     "The file is not a payroll, or its delimiter is wrong. Check it, then export again."),
	TEXT(N0117_CSV_FIELD_COUNT,
	     "Baris ini memiliki {nilai} kolom, sedangkan judulnya {lain} kolom",
	     "Periksa apakah ada pemisah kolom tanpa tanda kutip di dalam nama atau alamat, atau baris yang terpotong. "
	     "Perbaiki di aplikasi gaji, lalu ekspor ulang.",
	     "this row has {nilai} columns where the header has {lain}",
	     "Look for an unquoted delimiter in a name or an address, or a row that was cut. Correct it in the payroll "
	     "application, then export again."),
	TEXT(N0118_CSV_BLANK_LINE,
	     "Ada baris kosong di antara data",
	     "Pastikan tidak ada baris pegawai yang hilang di situ, lalu ekspor ulang tanpa baris kosong.",
	     "blank line among the data",
	     "Make sure that no person's row is missing there, then export again without blank lines."),
	TEXT(N0119_CSV_BLANK_LINE_END,
	     "Berkas diakhiri baris kosong, mulai baris {nilai}",
	     "",
	     "the file ends with blank lines, from line {nilai}",
	     ""),
	TEXT(N0120_CSV_ROW_LIMIT,
	     "Berkas ini {nilai} baris, tepat di batas tempat lembar sebar memotong berkas",
	     "Cocokkan jumlah pegawai dengan rekap resmi. Bila kurang, ekspor ulang sebagai CSV tanpa membukanya di "
	     "Excel.",
	     "this file has exactly {nilai} lines, which is where spreadsheets cut a file off",
	     "Compare the number of people with the official summary. If some are missing, export again as CSV without "
	     "opening it in Excel."),
	TEXT(N0121_HEADER_NOT_FOUND,
	     "Baris judul tidak dikenali; kolom wajib yang tidak ada: {nilai}; tata letak: {lain}",
	     "Periksa apakah berkasnya benar. Bila nama kolom berubah, tambahkan nama itu sebagai <nama> pada tata "
	     "letak di formats/payroll. Bila ini ekspor baru, buat tata letak baru menurut formats/README.md.",
	     "header row not recognised; required columns that are missing: {nilai}; layout: {lain}",
	     "Check whether it is the right file. If a column was renamed, add its name as a <nama> to the layout in "
	     "formats/payroll. If it is a new export, write a new layout as formats/README.md says."),
	TEXT(N0122_HEADER_AMBIGUOUS,
	     "Baris judul cocok dengan lebih dari satu tata letak: {nilai} {lain}",
	     "Tulis tata letak yang benar di depan nama berkas, misalnya {nilai}=BERKAS.",
	     "the header row matches more than one layout: {nilai} {lain}",
	     "Write the right layout in front of the file name, for example {nilai}=FILE."),
	TEXT(N0123_HEADER_DELIMITER,
	     "Kolom berkas ini tampaknya dipisah dengan {nilai}, yang tidak ada dalam tata letak {lain}",
	     "Ekspor ulang dengan pemisah yang disebut tata letak {lain}, atau tambahkan pemisah itu pada <wadah "
	     "pemisah> di dalamnya. Excel memilih koma atau titik-koma menurut setelan wilayah Windows. Program ini "
	     "tidak mengganti pemisah sendiri.",
	     "the columns seem to be separated by {nilai}, which layout {lain} does not list",
	     "Export again with a delimiter that layout {lain} lists, or add this one to its <wadah pemisah>. Excel "
	     "chooses comma or semicolon by the regional settings of Windows. The program never switches by itself."),
	TEXT(N0124_HEADER_COLUMN_TWICE,
	     "Kolom \"{nilai}\" sudah ada sebagai \"{lain}\"",
	     "Ubah atau hapus salah satu judul itu di sumbernya, lalu ekspor ulang. Program ini tidak memilih sendiri "
	     "kolom mana yang benar.",
	     "column \"{nilai}\" is there already as \"{lain}\"",
	     "Rename or remove one of the two headings at the source, then export again. The program does not choose "
	     "which of them is right."),
	TEXT(N0125_HEADER_REPEATED,
	     "Baris judul muncul lagi di tengah data",
	     "Berkas ini tampaknya gabungan dua berkas. Berikan kedua berkas aslinya secara terpisah.",
	     "the header row appears again among the data",
	     "The file seems to be two files joined. Give the two original files separately."),
	TEXT(N0126_NO_ROWS,
	     "Tidak ada satu baris pegawai pun di bawah judul (tata letak {lain})",
	     "Ekspor ulang daftar gaji bulan ini. Daftar gaji tanpa pegawai pasti keliru.",
	     "no row of a person below the header (layout {lain})",
	     "Export this month's payroll again. A payroll without people is never right."),
	TEXT(N0127_LAST_ROW_UNTERMINATED,
	     "Baris terakhir (baris {nilai}) tidak diakhiri ganti baris",
	     "",
	     "the last line (line {nilai}) has no line end",
	     ""),
	TEXT(N0128_LAST_ROW_CUT,
	     "Baris terakhir tampaknya terpotong: kotor dikurangi potongan tidak sama dengan bersih {nilai}",
	     "Salin atau ekspor ulang berkas itu. Jangan menambal baris terakhir dengan tangan.",
	     "the last row seems to be cut: gross less deductions is not net {nilai}",
	     "Copy or export the file again. Do not mend the last row by hand."),
	TEXT(N0129_TOTAL_UNDECLARED,
	     "Ada baris jumlah yang tidak disebut tata letak {lain}",
	     "Ekspor ulang tanpa baris jumlah, atau sebutkan katanya pada <jumlah> atau <sub-jumlah> di tata letak "
	     "{lain}, agar baris itu diperiksa dan dihitung ulang.",
	     "total row that layout {lain} does not declare",
	     "Export again without total rows, or name its word in <jumlah> or <sub-jumlah> of layout {lain}, so that "
	     "the row is checked and recomputed."),
	TEXT(N0130_TOTAL_MISMATCH,
	     "Jumlah yang tertulis {nilai} bukan jumlah baris-barisnya {lain} (dalam kurung: selisihnya)",
	     "Cari baris yang hilang, ganda, atau diubah dengan tangan, lalu ekspor ulang daftar gaji.",
	     "the stated total {nilai} is not the sum of its rows {lain} (in parentheses: the difference)",
	     "Look for a row that is missing, double or changed by hand, then export the payroll again."),
	TEXT(N0131_TOTAL_MISSING,
	     "Tidak ada baris jumlah setelah {nilai} baris, padahal tata letak {lain} mewajibkannya",
	     "Berkas ini mungkin terpotong. Ekspor ulang dan pastikan baris jumlah ikut.",
	     "no total row behind {nilai} rows, though layout {lain} requires one",
	     "The file may have been cut. Export it again and make sure that the total row is there."),
	TEXT(N0132_ROWS_FEWER,
	     "Berkas ini hanya {nilai} baris, bulan lalu {lain} baris",
	     "Pastikan berkas tidak terpotong dan semua SKPD termuat.",
	     "this file has only {nilai} rows, last month {lain}",
	     "Make sure that the file was not cut and that all departments are in it."),
	TEXT(N0133_SAME_AS_LAST_MONTH,
	     "Berkas \"{nilai}\" sama persis dengan berkas bulan lalu",
	     "Pastikan yang diberikan adalah daftar gaji bulan ini, bukan bulan lalu.",
	     "file \"{nilai}\" equals last month's byte for byte",
	     "Make sure that this month's payroll was given and not last month's."),
	TEXT(N0134_PERIOD_MISMATCH,
	     "Periode \"{nilai}\" pada baris ini bukan {lain}",
	     "Berikan daftar gaji untuk {lain}, atau perbaiki --period bila bulannya salah ketik.",
	     "period \"{nilai}\" of this row is not {lain}",
	     "Give the payroll for {lain}, or correct --period if the month was mistyped."),
	TEXT(N0135_PERIOD_UNREADABLE,
	     "Periode \"{nilai}\" tidak dapat dibaca (seharusnya {lain})",
	     "Perbaiki isian itu di aplikasi gaji, lalu ekspor ulang. Bentuk tanggal yang diterima disebut pada "
	     "atribut gaya di tata letak.",
	     "period \"{nilai}\" cannot be read (expected {lain})",
	     "Correct it in the payroll application, then export again. The attribute gaya of the layout lists the "
	     "forms of dates that are accepted."),
	TEXT(N0136_EXPECT_MISMATCH,
	     "Isi berkas (baris:rupiah bersih) {nilai}, sedangkan --expect menyebut {lain}",
	     "Cocokkan dengan rekap resmi. Berkasnya keliru atau tidak lengkap, atau --expect salah ketik.",
	     "the file holds (rows:net rupiah) {nilai}, but --expect says {lain}",
	     "Compare with the official summary. The file is wrong or incomplete, or --expect was mistyped."),
	TEXT(N0137_KIND_MISSING,
	     "Tidak ada berkas berjenis {nilai}, padahal aturan memakainya sebagai sumber penghasilan dasar",
	     "Tambahkan daftar {nilai} bulan ini. Bila {nilai} dibayar belakangan, berikan daftar terakhirnya dengan "
	     "--income. Bila kantor ini tidak memakai {nilai}, minta bagian hukum mengubah <sumber> dalam berkas "
	     "aturan.",
	     "no file of kind {nilai}, though the rules name it as a source of the base",
	     "Add this month's {nilai}. If {nilai} is paid later, give the last one with --income. If this office does "
	     "not use {nilai}, have the legal section change <sumber> in the rule file."),
	TEXT(N0138_KIND_PASSED_THROUGH,
	     "Jenis {nilai} bukan sumber penghasilan dasar; berkas ini disalin tanpa perubahan",
	     "Bila seharusnya ikut dihitung, minta bagian hukum menambahkannya pada <sumber> dalam berkas aturan.",
	     "kind {nilai} is no source of the base; this file is copied unchanged",
	     "If it should count, have the legal section add it to <sumber> in the rule file."),
	TEXT(N0139_ROWS_WITHOUT_NIP,
	     "Ada {nilai} baris tanpa NIP yang sah; baris itu disalin tanpa perubahan",
	     "",
	     "{nilai} rows without a valid NIP; they are copied unchanged",
	     ""),
	TEXT(N0140_CHECK_SAW_NOTHING,
	     "Pemeriksaan \"{nilai}\" tidak melihat satu baris pun",
	     "Pastikan berkas dan tata letaknya benar. Pemeriksaan yang tidak melihat apa-apa tidak membuktikan "
	     "apa-apa.",
	     "check \"{nilai}\" saw no row at all",
	     "Make sure that the files and their layouts are right. A check that saw nothing proves nothing."),
	TEXT_VALUE(N0141_NIP_DAMAGED,
	     "NIP \"{nilai}\" sudah dirusak oleh lembar sebar seperti Excel",
	     "Excel menyimpan NIP sebagai bilangan dan hanya menjaga 15 dari 18 angkanya; sisanya menjadi 000 atau "
	     "tertulis 1,98503E+17 dan tidak dapat dipulihkan. Ekspor ulang dari aplikasi gaji dan jangan menyimpannya "
	     "dari Excel. Bila terpaksa, buka lewat Data > Dari Teks/CSV dengan kolom NIP dan rekening berjenis Teks.",
	     "NIP \"{nilai}\" was damaged by a spreadsheet such as Excel",
	     "Excel stores a NIP as a number and keeps only 15 of its 18 digits; the rest becomes 000 or is shown as "
	     "1.98503E+17 and cannot be restored. Export again from the payroll application and do not save it from "
	     "Excel. If you must, open it through Data > From Text/CSV with the columns of NIP and account as Text."),
	TEXT_VALUE(N0142_NIP_STRANGE,
	     "NIP \"{nilai}\" bukan NIP yang mungkin; baris ini disalin tanpa perubahan",
	     "Perbaiki NIP itu di aplikasi gaji. Selama belum diperbaiki, putusan tidak dapat menemukan pegawai ini.",
	     "NIP \"{nilai}\" is not a possible one; this row is copied unchanged",
	     "Correct the NIP in the payroll application. Until then no ruling can find this person."),
	TEXT_VALUE(N0143_KEY_NOT_ASCII,
	     "Isian \"{nilai}\" memuat karakter yang mirip angka atau tidak terlihat",
	     "Ketik ulang isian itu di aplikasi gaji dengan angka biasa 0-9 tanpa spasi khusus, lalu ekspor ulang.",
	     "field \"{nilai}\" holds characters that look like digits or cannot be seen",
	     "Type it again in the payroll application with plain digits 0-9 and no special blanks, then export "
	     "again."),
	TEXT_VALUE(N0144_KEY_FORMULA,
	     "Isian \"{nilai}\" tampak seperti rumus lembar sebar",
	     "NIP dan rekening harus berupa angka biasa. Ekspor ulang dari aplikasi gaji tanpa rumus pada kolom itu.",
	     "field \"{nilai}\" looks like a spreadsheet formula",
	     "NIP and account must be plain digits. Export again from the payroll application without formulas in that "
	     "column."),
	TEXT_VALUE(N0145_NIP_TWICE_RULING,
	     "NIP {nilai} ada dalam putusan tetapi muncul dua kali pada jenis gaji ini; yang pertama pada baris {lain}",
	     "Baris {lain} itu ada di berkas ini atau berkas lain yang sejenis. Periksa apakah satu daftar diberikan "
	     "dua kali, juga lewat --income. Bila tidak, tanyakan kepada bendahara gaji ASN itu baris mana yang benar, "
	     "perbaiki di aplikasi gaji, lalu ekspor ulang.",
	     "NIP {nilai} is in a ruling but appears twice in this kind of payroll; first on line {lain}",
	     "That line {lain} is in this file or in another one of its kind. Check whether one payroll was given "
	     "twice, --income included. If not, ask the treasurer of this ASN which row is right, correct it in the "
	     "payroll application, then export again."),
	TEXT_VALUE(N0146_NIP_TWICE,
	     "NIP {nilai} muncul dua kali pada jenis gaji ini; yang pertama pada baris {lain}",
	     "Tanyakan kepada bendahara gaji apakah pegawai ini memang dibayar dua kali. Tidak ada putusan atas "
	     "namanya, jadi kedua baris disalin tanpa perubahan.",
	     "NIP {nilai} appears twice in this kind of payroll; first on line {lain}",
	     "Ask the treasurer whether this person is really paid twice. No ruling names him or her, so both rows are "
	     "copied unchanged."),
	TEXT(N0147_PAYROLL_IS_XML,
	     "Berkas ini XML, bukan daftar gaji",
	     "Mungkin daftar gaji dan berkas putusan tertukar. Berkas putusan diberikan dengan --rulings.",
	     "this file is XML, not a payroll",
	     "Payroll and rulings file may have been swapped. The rulings file is given with --rulings."),
	TEXT(N0149_INPUT_TOO_LARGE,
	     "Berkas ini {nilai} byte, lebih besar dari batas {lain} byte",
	     "Periksa apakah berkas yang diberikan benar.",
	     "this file has {nilai} bytes, more than the limit of {lain} bytes",
	     "Check whether the right file was given."),
	TEXT(N0150_KIND_IN_BOTH,
	     "Berkas {nilai} ini diberikan lewat --income, padahal \"{lain}\" juga {nilai} dan ikut dipotong",
	     "Berikan satu jenis dengan satu cara saja. Bila {nilai} dipotong bulan ini, hapus berkas --income itu; "
	     "bila {nilai} baru dibayar belakangan, hapus \"{lain}\" dari daftar gaji.",
	     "this file of kind {nilai} is given as --income, but \"{lain}\" is {nilai}, too, and is adjusted",
	     "Give a kind in one way only. If {nilai} is adjusted this month, drop this --income file; if {nilai} is "
	     "paid later, drop \"{lain}\" from the payrolls."),

	/* N02: money in payroll rows */
	TEXT(N0151_GZIP_CUT,
	     "Berkas gzip terpotong pada posisi byte {lain}",
	     "Berkas tidak terunduh atau tidak tersalin utuh. Unduh atau salin ulang, lalu jalankan lagi.",
	     "gzip file is cut at byte {lain}",
	     "The file was not downloaded or copied as a whole. Fetch it again, then run again."),
	TEXT(N0152_GZIP_DAMAGED,
	     "Isi gzip rusak pada posisi byte {lain}: {nilai}",
	     "Berkas berubah setelah dimampatkan. Minta atau unduh ulang berkasnya; jangan diperbaiki dengan tangan.",
	     "damaged gzip data at byte {lain}: {nilai}",
	     "The file changed after it was packed. Fetch it again; do not repair it by hand."),
	TEXT(N0153_GZIP_TRAILING,
	     "Ada byte lain di belakang isi gzip, mulai posisi {lain}",
	     "Mampatkan ulang dari berkas aslinya, atau berikan berkas yang belum dimampatkan.",
	     "other bytes behind the gzip data, from byte {lain} on",
	     "Pack the original file again, or give the file unpacked."),
	TEXT(N0154_GZIP_NESTED,
	     "Isi gzip ini bukan daftar gaji melainkan {nilai}",
	     "Mampatkan CSV, DBF atau tabel HTML satu kali saja; berkas XLSX diberikan apa adanya.",
	     "this gzip file holds {nilai}, not a payroll",
	     "Pack CSV, DBF or an HTML table once only; give an XLSX file as it is."),
	TEXT(N0155_GZIP_RATIO,
	     "Isi gzip menjadi lebih dari {nilai} kali lebih panjang; itu bukan daftar gaji",
	     "Buka mampatannya di tempat aman dan periksa isinya sebelum dipakai.",
	     "the gzip data grows more than {nilai} times; that is no payroll",
	     "Unpack it in a safe place and look at it before it is used."),
	TEXT(N0156_TEXT_NOT_IN_ENCODING,
	     "Karakter {nilai} tidak ada dalam penyandian {lain}",
	     "Tata letak menyebut penyandian itu, tetapi berkasnya rusak atau memakai penyandian lain. Ekspor ulang "
	     "seluruh berkas; bila penyandiannya memang lain, perbaiki tata letaknya. Program ini tidak menebak atau "
	     "mengganti huruf.",
	     "character {nilai} is not in the encoding {lain}",
	     "The layout names that encoding, but the file is damaged or in another one. Export the whole file again; "
	     "if it is in another encoding, correct the layout. The program neither guesses nor replaces letters."),
	TEXT(N0160_XLSX_NOT_USABLE,
	     "Berkas ini {nilai}, bukan buku kerja XLSX biasa",
	     "Buka di aplikasi lembar sebar, lalu simpan sebagai XLSX (tanpa sandi, makro atau tanda tangan digital).",
	     "this file is {nilai}, not an ordinary XLSX workbook",
	     "Open it in a spreadsheet and save it as XLSX (without password, macros or digital signature)."),
	TEXT(N0161_XLSX_ARCHIVE,
	     "Arsip XLSX rusak pada bagian {nilai}: {lain}",
	     "Berkas tidak tersalin utuh atau diubah. Ekspor atau simpan ulang sebagai XLSX.",
	     "damaged XLSX archive at {nilai}: {lain}",
	     "The file was not copied as a whole or was changed. Export it or save it as XLSX again."),
	TEXT(N0162_XLSX_TOO_LARGE,
	     "Bagian {nilai} menjadi terlalu besar saat dibuka (batas {lain})",
	     "Itu bukan daftar gaji biasa. Hapus isi yang tidak perlu, simpan ulang, atau ekspor sebagai CSV.",
	     "part {nilai} grows too large when it is unpacked (limit {lain})",
	     "That is no ordinary payroll. Remove what is not needed and save it again, or export as CSV."),
	TEXT(N0163_XLSX_PART,
	     "Bagian {nilai} dari XLSX tidak dapat dibaca: {lain}",
	     "Buka di aplikasi lembar sebar dan simpan ulang sebagai XLSX.",
	     "part {nilai} of the XLSX cannot be read: {lain}",
	     "Open it in a spreadsheet and save it as XLSX again."),
	TEXT(N0164_XLSX_SHEETS,
	     "Lebih dari satu lembar berisi data: {nilai}",
	     "Sisakan satu lembar yang berisi data, atau sebutkan namanya pada lembar=\"...\" di tata letak.",
	     "more than one sheet holds data: {nilai}",
	     "Leave one sheet with data, or name it in lembar=\"...\" of the layout."),
	TEXT(N0165_XLSX_SHEET_MISSING,
	     "Tidak ada lembar bernama {nilai}; yang ada: {lain}",
	     "Beri lembar itu nama yang disebut tata letak, atau ubah lembar=\"...\" di tata letak.",
	     "there is no sheet named {nilai}; there are: {lain}",
	     "Give the sheet the name that the layout states, or change lembar=\"...\" in the layout."),
	TEXT(N0166_XLSX_FORMULAS,
	     "Ada {nilai} rumus pada buku kerja ini yang dihitung ulang saat dibuka",
	     "Tidak perlu tindakan. Program lain yang membaca nilai tersimpan tanpa menghitung ulang akan melihat "
	     "nilai lama.",
	     "{nilai} formulas of this workbook are computed anew when it is opened",
	     "Nothing to do. A program that reads stored values without computing will see the former ones."),
	TEXT(N0180_DBF_NOT_USABLE,
	     "Berkas DBF ini tidak dapat dipakai: {nilai}",
	     "Ekspor ulang dari SIMGAJI, atau buka dan simpan ulang sebagai DBF (dBASE IV) atau CSV.",
	     "this DBF cannot be used: {nilai}",
	     "Export it from SIMGAJI again, or open it and save it as DBF (dBASE IV) or CSV."),
	TEXT(N0181_DBF_CUT,
	     "DBF terpotong: {nilai} rekaman dari {lain}",
	     "Berkas tidak tersalin utuh. Salin atau ekspor ulang.",
	     "DBF is cut: {nilai} of {lain} records",
	     "The file was not copied as a whole. Copy or export it again."),
	TEXT(N0182_DBF_TRAILING,
	     "Ada byte lain di belakang rekaman terakhir DBF, mulai posisi {lain}",
	     "Ekspor ulang. Rekaman yang tidak dihitung kepala berkas tidak boleh dilewati begitu saja.",
	     "other bytes behind the last record of the DBF, from byte {lain} on",
	     "Export it again. Records that the header does not count must not be passed over."),
	TEXT(N0183_DBF_RECORD,
	     "Tanda rekaman DBF {nilai} tidak dikenal (harus kosong atau *)",
	     "Berkas rusak. Salin atau ekspor ulang.",
	     "unknown DBF record mark {nilai} (must be blank or *)",
	     "The file is damaged. Copy or export it again."),
	TEXT(N0187_HTML_TABLES,
	     "Halaman ini memuat {nilai} tabel berisi data; harus tepat satu",
	     "Ekspor ulang hanya daftar gajinya, atau simpan sebagai XLSX.",
	     "this page holds {nilai} tables with data; it must be exactly one",
	     "Export the payroll alone, or save it as XLSX."),
	TEXT(N0188_HTML_NOT_USABLE,
	     "Tabel HTML tidak dapat dibaca di sini: {nilai}",
	     "Buka di aplikasi lembar sebar dan simpan sebagai XLSX.",
	     "the HTML table cannot be read here: {nilai}",
	     "Open it in a spreadsheet and save it as XLSX."),
	TEXT(N0190_CONTAINER_NOT_ALLOWED,
	     "Tata letak {lain} tidak menerima berkas berjenis {nilai}",
	     "Ekspor dalam jenis yang disebut <wadah> di tata letak itu, atau tambahkan <wadah jenis=\"...\"> ke tata "
	     "letak.",
	     "layout {lain} does not take a file of type {nilai}",
	     "Export in a type that <wadah> of the layout names, or add <wadah jenis=\"...\"> to the layout."),
	TEXT(N0191_KEY_IS_NUMBER,
	     "NIP atau nomor rekening tersimpan sebagai angka: {nilai}",
	     "Lembar sebar hanya menyimpan 15 digit, sisanya menjadi nol. Jadikan kolom itu berjenis Teks sebelum "
	     "data masuk, lalu ekspor ulang dari aplikasi gaji; mengubah jenisnya sesudahnya tidak memulihkan digit "
	     "yang hilang.",
	     "NIP or account is stored as a number: {nilai}",
	     "A spreadsheet keeps 15 digits, the rest becomes zeros. Make the column of type Text before the data "
	     "comes in, and export again; changing the type afterwards does not bring digits back."),
	TEXT(N0192_CELL_IS_FORMULA,
	     "Sel ini berisi rumus; nilai yang tersimpan mungkin sudah lama",
	     "Salin kolom itu lalu Tempel Spesial sebagai Nilai, simpan, dan jalankan lagi. Untuk baris jumlah, tata "
	     "letak boleh menulis rumus-jumlah=\"hitung\".",
	     "this cell holds a formula; its stored value may be old",
	     "Copy the column and paste it as values, save and run again. For total rows the layout may say "
	     "rumus-jumlah=\"hitung\"."),
	TEXT(N0193_CELL_IS_ERROR,
	     "Sel ini berisi kesalahan {nilai}",
	     "Perbaiki rumus atau isinya di aplikasi asal, lalu ekspor ulang.",
	     "this cell holds the error {nilai}",
	     "Correct the formula or the content where it comes from, then export again."),
	TEXT(N0194_CELLS_MERGED,
	     "Sel digabung di antara baris pegawai: baris {nilai}",
	     "Pisahkan sel itu (Unmerge) sehingga setiap pegawai mempunyai satu baris penuh, lalu simpan ulang.",
	     "merged cells among the rows of people: rows {nilai}",
	     "Unmerge the cells so that every person has one full row, then save again."),
	TEXT(N0195_ROWS_HIDDEN,
	     "Ada {nilai} baris tersembunyi (disaring atau disembunyikan) yang ikut dihitung",
	     "Tidak perlu tindakan bila memang pegawai yang dibayar. Periksa bila tidak disengaja.",
	     "{nilai} hidden rows (by a filter or by hand) are counted",
	     "Nothing to do if they are people who are paid. Look at them if this was not meant."),
	TEXT(N0196_ROWS_DELETED,
	     "Ada {nilai} rekaman bertanda terhapus yang disalin apa adanya dan tidak dihitung",
	     "Tidak perlu tindakan.",
	     "{nilai} records that are marked as deleted are copied as they are and not counted",
	     "Nothing to do."),
	TEXT(N0197_ROW_BEHIND_END,
	     "Baris ini tampak seperti baris pegawai, padahal berada di belakang akhir daftar",
	     "Pindahkan baris itu ke atas jumlah, atau perbaiki kata pada <akhir> di tata letak {lain}.",
	     "this looks like the row of a person, but stands behind the end of the list",
	     "Move the row above the total, or correct the word in <akhir> of layout {lain}."),
	TEXT(N0198_ROWS_PASSED,
	     "Ada {nilai} baris judul, nomor kolom atau penutup yang disalin apa adanya",
	     "Tidak perlu tindakan.",
	     "{nilai} rows of titles, column numbers or closing lines are copied as they are",
	     "Nothing to do."),
	TEXT(N0199_VALUE_TOO_WIDE,
	     "Nilai baru {nilai} tidak muat atau tidak dapat ditulis pada sel ini",
	     "Perlebar kolom itu di aplikasi asal (DBF), atau tulis sel itu tanpa markah di dalamnya (HTML), lalu "
	     "ekspor ulang.",
	     "the new value {nilai} does not fit or cannot be written into this cell",
	     "Make the column wider where it comes from (DBF), or write the cell without markup inside (HTML), then "
	     "export again."),
	TEXT(N0201_MONEY_NEGATIVE,
	     "Jumlah uang \"{nilai}\" negatif",
	     "Perbaiki isian itu di aplikasi gaji, lalu ekspor ulang. Bila kolom itu memang boleh negatif, tulis "
	     "bertanda=\"ya\" pada kolomnya di tata letak.",
	     "amount \"{nilai}\" is negative",
	     "Correct it in the payroll application, then export again. If the column may really be negative, write "
	     "bertanda=\"ya\" on it in the layout."),
	TEXT(N0202_MONEY_TOO_LARGE,
	     "Jumlah uang \"{nilai}\" terlalu besar",
	     "Periksa isian itu. Mungkin tanda desimal dan ribuan tidak sesuai dengan <uang> di tata letak.",
	     "amount \"{nilai}\" is too large",
	     "Check it. The decimal and thousands marks may not be those of <uang> in the layout."),
	TEXT(N0203_MONEY_NOT_A_NUMBER,
	     "Isian \"{nilai}\" bukan jumlah uang dalam bentuk yang disebut tata letak",
	     "Perbaiki isian itu, atau sesuaikan desimal, ribuan, dan nol pada <uang> di tata letak. Program ini tidak "
	     "menebak arti titik dan koma.",
	     "field \"{nilai}\" is not an amount in the form that the layout states",
	     "Correct it, or adapt desimal, ribuan and nol of <uang> in the layout. The program does not guess what a "
	     "point or a comma means."),
	TEXT(N0204_MONEY_SUM_OVERFLOW,
	     "Penjumlahan uang melampaui batas yang dapat dihitung",
	     "Cari jumlah yang tidak masuk akal, misalnya tanda desimal yang hilang, lalu ekspor ulang.",
	     "the amounts add up to more than can be computed",
	     "Look for an absurd amount, such as one that lost its decimal mark, then export again."),
	TEXT(N0205_ROW_ARITHMETIC_HOLD,
	     "Hitungan baris gaji ASN ini salah: kotor dikurangi potongan tidak sama dengan bersih",
	     "Minta bendahara gaji ASN itu memperbaiki barisnya di aplikasi gaji, lalu jalankan dengan ekspor yang "
	     "baru." SUSULAN,
	     "a payroll row of this ASN does not add up: gross less deductions is not net",
	     "Ask the treasurer of this ASN to correct the row in the payroll application, then run with a new export."
	     MADE_UP),
	TEXT(N0206_ROW_ARITHMETIC,
	     "Kotor dikurangi potongan tidak sama dengan bersih {nilai}",
	     "Beri tahu bendahara gaji. Baris ini tidak dipakai untuk menghitung putusan, jadi disalin tanpa "
	     "perubahan.",
	     "gross less deductions is not net {nilai}",
	     "Tell the treasurer. No ruling is computed from this row, so it is copied unchanged."),
	TEXT(N0207_TOTAL_ARITHMETIC,
	     "Pada baris jumlah ini kotor dikurangi potongan tidak sama dengan bersih {nilai}",
	     "Cari baris yang hilang atau diubah dengan tangan, lalu ekspor ulang daftar gaji.",
	     "on this total row gross less deductions is not net {nilai}",
	     "Look for a row that is missing or was changed by hand, then export the payroll again."),

	/* N04: XML */
	TEXT(N0401_XML_MALFORMED,
	     "XML rusak atau terpotong: {nilai}",
	     "Perbaiki di sekitar baris itu: tag yang belum ditutup, tanda < atau & di dalam teks, atau berkas yang "
	     "terpotong.",
	     "XML is malformed or cut: {nilai}",
	     "Correct it near that line: a tag that is not closed, a < or & in a text, or a file that was cut."),
	TEXT(N0402_XML_DOCTYPE,
	     "Berkas memuat {nilai}, yang tidak diizinkan",
	     "Hapus bagian itu. Program ini tidak pernah membuka berkas atau alamat lain dari dalam XML.",
	     "the file holds {nilai}, which is not allowed",
	     "Remove that part. The program never opens another file or address from inside XML."),
	TEXT(N0403_XML_DEPTH,
	     "Elemen <{nilai}> bersarang lebih dari {lain} tingkat",
	     "Periksa apakah berkasnya benar dan setiap tag ditutup.",
	     "element <{nilai}> is nested more than {lain} levels deep",
	     "Check whether it is the right file and every tag is closed."),
	TEXT(N0404_XML_TAG_TOO_LONG,
	     "Tag ini terlalu panjang atau terlalu banyak atributnya (batas {lain}): {nilai}",
	     "Periksa apakah tanda kutip sebuah atribut belum ditutup.",
	     "this tag is too long or has too many attributes (limit {lain}): {nilai}",
	     "Check whether the quote of an attribute was not closed."),
	TEXT_VALUE(N0405_XML_TEXT_TOO_LONG,
	     "Teks atau komentar ini terlalu panjang (batas {lain}): {nilai}",
	     "Persingkat teks itu, dan periksa apakah ada tag yang hilang.",
	     "this text or comment is too long (limit {lain}): {nilai}",
	     "Shorten it, and check whether a tag is missing."),
	TEXT(N0406_XML_FORBIDDEN_NODE,
	     "Bagian {nilai} tidak diizinkan di sini",
	     "Hapus bagian itu dan tulis nilainya sebagai teks biasa. Komentar hanya boleh berada di antara elemen.",
	     "{nilai} is not allowed here",
	     "Remove it and write the value as plain text. Comments may only stand between elements."),
	TEXT(N0407_XML_ENCODING,
	     "Pengodean atau versi XML \"{nilai}\" tidak diterima; harus {lain}",
	     "Simpan ulang berkas itu sebagai UTF-8 dengan baris pertama <?xml version=\"1.0\" encoding=\"UTF-8\"?>.",
	     "encoding or version \"{nilai}\" of XML is not accepted; it must be {lain}",
	     "Save the file again as UTF-8 with the first line <?xml version=\"1.0\" encoding=\"UTF-8\"?>."),
	TEXT(N0408_XML_ELEMENT_UNEXPECTED,
	     "Elemen <{nilai}> tidak boleh di sini; yang boleh: {lain}",
	     "Periksa ejaan dan urutannya. Daftar elemen menurut urutannya ada di formats/README.md.",
	     "element <{nilai}> may not stand here; what may: {lain}",
	     "Check its spelling and its place. The elements in their order are listed in formats/README.md."),
	TEXT(N0409_XML_ELEMENT_MISSING,
	     "Elemen <{nilai}> tidak ada di dalam <{lain}>",
	     "Tambahkan <{nilai}> di dalam <{lain}>, pada urutan yang disebut formats/README.md.",
	     "element <{nilai}> is missing in <{lain}>",
	     "Add <{nilai}> to <{lain}>, in the order that formats/README.md states."),
	TEXT(N0410_XML_ELEMENT_REPEATED,
	     "Elemen <{nilai}> lebih banyak daripada yang diizinkan ({lain})",
	     "Pastikan mana yang benar, lalu hapus yang lain.",
	     "element <{nilai}> stands there more often than allowed ({lain})",
	     "Find out which is right, then remove the other."),
	TEXT(N0412_XML_ATTRIBUTE_UNKNOWN,
	     "Atribut \"{nilai}\" tidak dikenal; yang dikenal: {lain}",
	     "Perbaiki ejaan atribut itu, atau hapus.",
	     "attribute \"{nilai}\" is unknown; known are: {lain}",
	     "Correct its spelling, or remove it."),
	TEXT(N0413_XML_ATTRIBUTE_MISSING,
	     "Atribut \"{nilai}\" belum ditulis",
	     "Tulis {nilai}=\"...\" dengan isi seperti ini: {lain}.",
	     "attribute \"{nilai}\" is missing",
	     "Write {nilai}=\"...\" with a value like this: {lain}."),
	TEXT_VALUE(N0414_XML_VALUE_BAD,
	     "Nilai \"{nilai}\" tidak diterima; yang diterima: {lain}",
	     "Perbaiki nilai itu, tanpa spasi di depan atau di belakangnya. Tanggal ditulis YYYY-MM-DD, bulan YYYY-MM, "
	     "rupiah tanpa titik dan koma.",
	     "value \"{nilai}\" is not accepted; what is: {lain}",
	     "Correct it, without blanks before or behind. Dates are written YYYY-MM-DD, months YYYY-MM, rupiah "
	     "without points and commas."),
	TEXT(N0415_XML_NAMESPACE,
	     "Namespace XML \"{nilai}\" tidak dikenal; yang dikenal: {lain}",
	     "Periksa apakah berkasnya benar, lalu tulis atribut xmlns itu pada elemen paling luar. Nomor versi lain "
	     "di akhir namespace memerlukan versi program yang lain.",
	     "XML namespace \"{nilai}\" is unknown; known: {lain}",
	     "Check whether it is the right file, then write that attribute xmlns on the outermost element. Another "
	     "version number at the end of the namespace needs another version of the program."),
	TEXT_VALUE(N0416_XML_TEXT_UNEXPECTED,
	     "Teks \"{nilai}\" tidak boleh berada di dalam <{lain}>",
	     "Hapus teks itu, atau pindahkan ke atribut atau elemen yang benar.",
	     "text \"{nilai}\" may not stand in <{lain}>",
	     "Remove it, or move it to the right attribute or element."),
	TEXT_OPEN(N0417_RULINGS_NOT_XML,
	     "Berkas ini bukan daftar putusan: bukan XML, dan sebagai tabel tidak memiliki kolom {nilai}",
	     "Mungkin tertukar dengan berkas penggajian: putusan diberikan dengan --rulings, penggajian tanpa nama pilihan. "
	     "Judul kolom tabel putusan, dipisah koma atau titik-koma, ada dalam formats/README.md; lembar isiannya ditulis "
	     "oleh nafkah formats template rulings.",
	     "this file is no list of rulings: not XML, and as a table it lacks the columns {nilai}",
	     "It may have been swapped with a payroll: rulings are given with --rulings, payrolls without an option. The "
	     "columns of a table of rulings, with comma or semicolon between them, are in formats/README.md; nafkah formats "
	     "template rulings writes a workbook to fill in."),

	/* N05: the rulings as written */
	TEXT_OPEN(N0501_CASE_TWICE,
	     "Perkara {nilai} tercantum dua kali",
	     "Hapus salah satu; dalam tabel, semua baris satu perkara harus berurutan. Bila amarnya berubah, akhiri entri lama "
	     "dengan <selesai sebab=\"diganti\"> dan tulis yang baru sebagai entri=\"2\".",
	     "case {nilai} is listed twice",
	     "Remove one of them; in a table all rows of a case stand together. If the amar has changed, end the old entry with "
	     "<selesai sebab=\"diganti\"> and write the new one as entri=\"2\"."),
	TEXT_OPEN(N0502_END_BEFORE_START,
	     "Isian {nilai} lebih awal daripada {lain}",
	     "Cocokkan {nilai} dan {lain} dengan salinan putusan, lalu perbaiki yang keliru.",
	     "{nilai} is earlier than {lain}",
	     "Compare {nilai} and {lain} with the copy of the ruling, then correct the wrong one."),
	TEXT_OPEN(N0503_AWARD_FORM,
	     "Bentuk hak {nilai} keliru pada: {lain}",
	     "Tulis hak pecahan tanpa jumlah uang, dan hak nominal dengan tepat satu dari per-bulan dan jumlah. Untuk "
	     "iddah, mutah, dan lampau tulis juga bulan; dari dan sampai ditulis berdua; naik hanya untuk nafkah-anak. "
	     "Hak nafkah-anak pecahan berlaku untuk semua anak. Hak bagian-gaji selalu pecahan, tanpa bulan, dan tanpa "
	     "hak mantan yang lain.",
	     "award {nilai} has the wrong form: {lain}",
	     "Write a pecahan award without an amount, a nominal one with exactly one of per-bulan and jumlah. For "
	     "iddah, mutah and lampau write bulan, too; dari and sampai go together; naik is for nafkah-anak only. A "
	     "nafkah-anak as pecahan is for all children. A bagian-gaji is always pecahan, without bulan, and without "
	     "another award of the former wife."),
	TEXT_OPEN(N0504_AWARD_TWICE,
	     "Hak {nilai} tertulis lebih dari satu kali",
	     "Tulis setiap hak mantan satu kali saja, sesuai dengan amar.",
	     "award {nilai} is written more than once",
	     "Write each award of the former spouse once, as the amar has it."),
	TEXT_OPEN(N0505_CHILD_COVERED_TWICE,
	     "Anak \"{nilai}\" tercakup oleh lebih dari satu nafkah-anak",
	     "Tulis satu nafkah-anak untuk semua anak, atau satu nafkah-anak nominal dengan anak=\"...\" untuk tiap "
	     "anak, tidak keduanya.",
	     "child \"{nilai}\" is covered by more than one nafkah-anak",
	     "Write one nafkah-anak for all children, or one nominal nafkah-anak with anak=\"...\" for each child, not "
	     "both."),
	TEXT_OPEN(N0506_AWARD_CHILD_UNLISTED,
	     "Tidak ada <anak> untuk \"{nilai}\" dalam putusan ini",
	     "Tambahkan <anak> itu, atau perbaiki anak=\"...\" pada nafkah-anak. Huruf besar dan kecil dibedakan.",
	     "no <anak> for \"{nilai}\" in this ruling",
	     "Add that <anak>, or correct anak=\"...\" of the nafkah-anak. Capital and small letters differ."),
	TEXT_OPEN(N0507_CHILD_ID_TWICE,
	     "Dua anak memakai id \"{nilai}\"",
	     "Beri setiap anak dalam satu putusan id yang berbeda. Jangan mengubah id anak yang sudah tercatat bulan "
	     "lalu.",
	     "two children have the id \"{nilai}\"",
	     "Give each child of a ruling an id of its own. Do not change the id of a child that last month's register "
	     "has."),
	TEXT_OPEN(N0508_CHILD_WITHOUT_AWARD,
	     "Anak \"{nilai}\" terdaftar tetapi tidak mendapat nafkah-anak",
	     "Cocokkan dengan amar. Bila terlewat, tambahkan haknya; bila memang tidak diberi, tidak perlu tindakan.",
	     "child \"{nilai}\" is listed but has no nafkah-anak",
	     "Compare with the amar. If it was forgotten, add the award; if none was given, nothing is to be done."),
	TEXT(N0509_HOLDER_NAMES_DIFFER,
	     "Satu rekening ditulis dengan dua nama pemilik: \"{nilai}\" dan \"{lain}\"",
	     "Tanyakan nama pemiliknya kepada bank, lalu samakan nama pada kedua <rekening>.",
	     "one account is written with two holders: \"{nilai}\" and \"{lain}\"",
	     "Ask the bank for the holder's name, then make it the same in both <rekening>."),
	TEXT_VALUE(N0510_RULING_NIP_INVALID,
	     "NIP \"{nilai}\" dalam putusan bukan NIP yang sah",
	     "Minta NIP yang benar kepada BKPSDM. NIP yang berakhir 000 biasanya rusak karena disimpan Excel sebagai "
	     "bilangan.",
	     "NIP \"{nilai}\" in the ruling is not a valid one",
	     "Ask the personnel office (BKPSDM) for the right NIP. One that ends in 000 was usually damaged by Excel, "
	     "which stored it as a number."),
	TEXT_VALUE(N0511_ACCOUNT_SHARED,
	     "Rekening {nilai} juga dipakai dalam putusan lain, perkara {lain}",
	     "Tanyakan kepada PA atau bank apakah rekening itu memang milik penerima pada kedua putusan. Bila tidak, "
	     "perbaiki <rekening> yang keliru.",
	     "account {nilai} is also used in another ruling, case {lain}",
	     "Ask the religious court (PA) or the bank whether it really is the payee's account in both rulings. If "
	     "not, correct the wrong <rekening>."),
	TEXT_OPEN(N0512_CHILD_BORN_AFTER_RULING,
	     "Anak \"{nilai}\" lahir setelah tanggal putusan",
	     "Pastikan tanggal lahir dan tanggal putusan benar.",
	     "child \"{nilai}\" was born after the date of the ruling",
	     "Make sure that the date of birth and that of the ruling are right."),
	TEXT_OPEN(N0513_DATES_OUT_OF_ORDER,
	     "Urutan tanggal tidak biasa: {nilai} mendahului {lain}",
	     "Cocokkan {nilai} dan {lain} dengan salinan putusan; perbaiki bila keliru.",
	     "unusual order of dates: {nilai} precedes {lain}",
	     "Compare {nilai} and {lain} with the copy of the ruling; correct them if they are wrong."),
	TEXT_OPEN(N0521_ROWS_COLUMN_UNKNOWN,
	     "Kolom \"{nilai}\" tidak dikenal dalam tabel putusan",
	     "Perbaiki ejaannya seperti dalam formats/README.md, atau hapus kolom itu. Catatan bebas ditulis dalam kolom catatan.",
	     "column \"{nilai}\" is unknown in a table of rulings",
	     "Correct its spelling as in formats/README.md, or remove the column. Free notes go into the column catatan."),
	TEXT_OPEN(N0522_ROWS_VALUE_MISSING,
	     "Kolom {nilai} belum diisi",
	     "Isi dengan: {lain}.",
	     "column {nilai} is empty",
	     "Fill in: {lain}."),
	TEXT_VALUE(N0523_ROWS_DIFFER,
	     "Isi \"{nilai}\" berbeda dari baris {lain}",
	     "Baris lanjutan satu perkara mengulang semua kolom putusannya persis sama, atau mengosongkan semuanya. Samakan "
	     "dengan baris {lain}, atau perbaiki baris itu.",
	     "value \"{nilai}\" differs from row {lain}",
	     "The further rows of a case repeat all columns of its ruling exactly, or leave all of them empty. Make it the "
	     "same as in row {lain}, or correct that row."),
	TEXT_VALUE(N0524_ROWS_VALUE_STRAY,
	     "Isi \"{nilai}\" tidak punya tempat di sini: {lain}",
	     "Kosongkan sel itu, atau pindahkan isinya ke kolom atau baris yang benar.",
	     "value \"{nilai}\" has no place here: {lain}",
	     "Clear the cell, or move its content to the right column or row."),

	/* N06: what a month makes of a ruling */
	TEXT_OPEN(N0601_IKRAR_MISSING,
	     "Cerai talak ini belum mempunyai tanggal ikrar",
	     "Tanyakan kepada PA kapan ikrar talak diucapkan, lalu tulis <tanggal-ikrar>. Selama belum diucapkan, "
	     "putusan tetap ditahan." SUSULAN,
	     "this cerai-talak has no date of the vow (ikrar)",
	     "Ask the religious court (PA) when the vow was spoken, then write <tanggal-ikrar>. Until it is spoken the "
	     "ruling stays held." MADE_UP),
	TEXT_OPEN(N0602_START_BEFORE_FINAL,
	     "Potongan mulai {nilai}, sebelum BHT atau ikrar pada {lain}",
	     "Cocokkan tanggalnya dengan PA. Ubah <mulai-potong> menjadi {lain} atau sesudahnya, atau perbaiki "
	     "<tanggal-bht> dan <tanggal-ikrar>." SUSULAN,
	     "deduction starts in {nilai}, before the ruling was final (BHT or ikrar) in {lain}",
	     "Compare the dates with the religious court (PA). Change <mulai-potong> to {lain} or later, or correct "
	     "<tanggal-bht> and <tanggal-ikrar>." MADE_UP),
	TEXT_OPEN(N0603_STATUS_WITHOUT_END,
	     "Status putusan \"{nilai}\" tetapi <selesai> belum ditulis",
	     "Tanyakan tanggalnya kepada PA, lalu tulis <selesai tanggal=\"...\" sebab=\"{nilai}\" tunggakan=\"...\"/> "
	     "dengan tunggakan=\"lanjut\" (tetap ditagih) atau \"hapus\"." SUSULAN,
	     "the ruling's status is \"{nilai}\" but it has no <selesai>",
	     "Ask the religious court (PA) for the date, then write <selesai tanggal=\"...\" sebab=\"{nilai}\" "
	     "tunggakan=\"...\"/> with tunggakan=\"lanjut\" (still collected) or \"hapus\" (written off)." MADE_UP),
	TEXT_OPEN(N0604_SEX_CONTRADICTS,
	     "Mantan tertulis sebagai {nilai}, bertentangan dengan jenis kelamin pada NIP ASN",
	     "Cocokkan NIP dengan BKPSDM (angka ke-15: 1 laki-laki, 2 perempuan) dan hubungan=\"...\" dengan salinan "
	     "putusan, lalu perbaiki yang keliru dalam berkas putusan." SUSULAN,
	     "the former spouse is written as {nilai}, against the sex in the ASN's NIP",
	     "Compare the NIP with the personnel office (BKPSDM; digit 15: 1 male, 2 female) and hubungan=\"...\" with "
	     "the copy of the ruling, then correct the wrong one in the rulings file." MADE_UP),
	TEXT_OPEN(N0605_INCOME_MISSING,
	     "Aturan memakai penghasilan menurut putusan, tetapi amar ini tidak menyebutnya",
	     "Tulis <amar penghasilan=\"...\"> dalam rupiah menurut salinan putusan. Bila tidak tercantum, tanyakan "
	     "kepada PA." SUSULAN,
	     "the rules use the income that the judge found, but this amar states none",
	     "Write <amar penghasilan=\"...\"> in rupiah from the copy of the ruling. If it is not there, ask the "
	     "religious court (PA)." MADE_UP),
	TEXT_OPEN(N0606_BOOKED_UNKNOWN,
	     "Belum diketahui sampai bulan mana hak sejak {nilai} sudah dibayar di luar program ini",
	     "Tanyakan kepada bendahara gaji ASN dan PA. Tulis <dibayar-sampai> tepat sebelum <asn>, berisi bulan "
	     "terakhir yang sudah dibayar. Bila belum ada yang dibayar, tulis <dibayar-sampai>{lain}</dibayar-sampai>."
	     SUSULAN,
	     "not known up to which month the rights since {nilai} were paid outside this program",
	     "Ask the treasurer of the ASN and the religious court (PA). Write <dibayar-sampai> right before <asn>, "
	     "with the last month that was paid. If nothing was paid, write <dibayar-sampai>{lain}</dibayar-sampai>."
	     MADE_UP),
	TEXT_OPEN(N0607_CHILD_NOT_BORN,
	     "Anak \"{nilai}\" lahir pada {lain}, setelah bulan ini",
	     "Cocokkan dengan akta kelahiran, lalu perbaiki lahir=\"...\". Bila tanggalnya benar, penahanan lepas "
	     "sendiri pada bulan kelahiran." SUSULAN,
	     "child \"{nilai}\" is born on {lain}, after this month",
	     "Compare with the birth certificate, then correct lahir=\"...\". If the date is right, the hold is "
	     "released by itself in the month of birth." MADE_UP),
	TEXT(N0608_NAME_DIFFERS,
	     "Nama ASN dalam putusan \"{nilai}\" sama sekali lain dari nama pada daftar gaji \"{lain}\"",
	     "Tanyakan kepada BKPSDM siapa pemilik NIP itu. Bila NIP keliru, perbaiki <asn nip>; bila namanya keliru, "
	     "tulis <asn nama> seperti pada daftar gaji." SUSULAN,
	     "the ASN's name in the ruling \"{nilai}\" has nothing in common with the payroll's \"{lain}\"",
	     "Ask the personnel office (BKPSDM) whose NIP it is. If the NIP is wrong, correct <asn nip>; if the name "
	     "is, write <asn nama> as in the payroll." MADE_UP),
	TEXT(N0609_NAME_DIFFERS_SLIGHTLY,
	     "Nama ASN dalam putusan \"{nilai}\" tidak persis sama dengan nama pada daftar gaji \"{lain}\"",
	     "Pastikan orangnya sama. Bila ya, tulis <asn nama> seperti pada daftar gaji.",
	     "the ASN's name in the ruling \"{nilai}\" is not quite the one in the payroll \"{lain}\"",
	     "Make sure that it is the same person. If so, write <asn nama> as in the payroll."),
	TEXT_OPEN(N0610_NOT_FOUND,
	     "NIP ASN ini tidak ada dalam daftar gaji mana pun yang disesuaikan, jadi tidak ada yang dipotong",
	     "Tanyakan kepada BKPSDM: pindah, pensiun, berhenti, atau meninggal? Periksa juga apakah NIP dalam putusan "
	     "keliru, atau masih ada daftar gaji lain yang belum diberikan. Bila meninggal, tulis <selesai "
	     "sebab=\"meninggal\">; bila pindah, beri tahu PA. Bila ia muncul lagi, bulan yang terlewat dibayar "
	     "susulan.",
	     "the NIP of this ASN is in no payroll that is adjusted, so nothing is deducted",
	     "Ask the personnel office (BKPSDM): moved, retired, left or died? Check also whether the NIP in the "
	     "ruling is wrong, or whether another payroll file is still missing. If he or she died, write <selesai "
	     "sebab=\"meninggal\">; if moved, tell the religious court (PA). If the NIP appears again, the missed "
	     "months are made up for."),
	TEXT_OPEN(N0621_TERM_TOO_LONG,
	     "Masa {nilai} ({lain}) lebih lama dari bulan-maksimum dalam aturan",
	     "Cocokkan bulan=\"...\" dengan salinan putusan. Bila salah tulis, perbaiki; bila sudah tercatat bulan "
	     "lalu, " ENTRI_BARU ". Bila amar memang lebih lama, tanyakan kepada PA dan minta bagian hukum menambah "
	     "versi aturan dengan bulan-maksimum yang sesuai." SUSULAN,
	     "the term of {nilai} ({lain}) is longer than bulan-maksimum of the rules",
	     "Compare bulan=\"...\" with the copy of the ruling. If it was miswritten, correct it; if last month's "
	     "register has it already, " NEW_ENTRY ". If the amar really is longer, ask the religious court (PA) and "
	     "have the legal section add a version of the rules with a fitting bulan-maksimum." MADE_UP),
	TEXT_OPEN(N0622_SPAN_TOO_LONG,
	     "Jumlah bulan {nilai} ({lain}) melebihi masa dari dan sampai",
	     "Cocokkan bulan, dari, dan sampai dengan salinan putusan, atau tanyakan kepada PA. Perbaiki yang keliru; "
	     "bila bulan=\"...\" sudah tercatat bulan lalu, " ENTRI_BARU "." SUSULAN,
	     "the months of {nilai} ({lain}) exceed the span of dari and sampai",
	     "Compare bulan, dari and sampai with the copy of the ruling, or ask the religious court (PA). Correct the "
	     "wrong one; if last month's register has bulan=\"...\" already, " NEW_ENTRY "." MADE_UP),
	TEXT_OPEN(N0623_ASN_IS_FEMALE,
	     "Gaji ASN perempuan tidak dipotong untuk {nilai} ({lain}); hanya untuk nafkah-anak nominal",
	     "Cocokkan NIP dengan BKPSDM (angka ke-15: 2 perempuan) dan perbaiki bila keliru. Bila benar, tanyakan "
	     "kepada PA dan bagian hukum: pembagian gaji dalam PP 10/1983 mengikat PNS pria. Bila amar memuat nafkah "
	     "anak nominal, " ENTRI_BARU "." SUSULAN,
	     "the salary of a female ASN is not cut for {nilai} ({lain}); only for nominal nafkah-anak",
	     "Compare the NIP with the personnel office (BKPSDM; digit 15: 2 female) and correct it if it is wrong. If "
	     "it is right, ask the religious court (PA) and the legal section: the division of the salary in PP "
	     "10/1983 binds men. If the amar holds nominal child maintenance, " NEW_ENTRY "." MADE_UP),
	TEXT_OPEN(N0624_TERMS_CHANGED,
	     "Isi hak berubah: sekarang {nilai}, bulan lalu {lain}",
	     "Kembalikan isi semula. Bila amar memang berubah menurut PA, atau dulu salah tulis, " ENTRI_BARU " dengan "
	     "mulai-potong dan dibayar tersendiri." SUSULAN,
	     "the terms of an award have changed: now {nilai}, last month {lain}",
	     "Restore what stood there. If the amar has changed according to the religious court (PA), or was "
	     "miswritten before, " NEW_ENTRY " with its own mulai-potong and dibayar." MADE_UP),
	TEXT_VALUE(N0631_ACCOUNT_MISSING,
	     "Penerima \"{lain}\" belum mempunyai rekening",
	     "Minta rekening penerima lewat PA, lalu tulis <rekening bank=\"...\" nomor=\"...\" nama=\"...\"/>. Anak "
	     "dengan asuh=\"wali\" memerlukan rekening sendiri." SUSULAN,
	     "payee \"{lain}\" has no account",
	     "Ask for the payee's account through the religious court (PA), then write <rekening bank=\"...\" "
	     "nomor=\"...\" nama=\"...\"/>. A child with asuh=\"wali\" needs one of its own." MADE_UP),
	TEXT_VALUE(N0632_ACCOUNT_IMPOSSIBLE,
	     "Rekening \"{nilai}\" untuk \"{lain}\" tidak mungkin benar",
	     "Tanyakan nomor yang benar kepada bank atau PA, lalu perbaiki <rekening>: kode bank 3 angka, nomor 5 "
	     "sampai 20 angka. Excel sering menghilangkan nol di depan." SUSULAN,
	     "account \"{nilai}\" for \"{lain}\" cannot be right",
	     "Ask the bank or the religious court (PA) for the right one, then correct <rekening>: a bank code of 3 "
	     "digits, a number of 5 to 20 digits. Excel often drops leading zeros." MADE_UP),
	TEXT_VALUE(N0633_ACCOUNT_IS_OWN,
	     "Rekening {nilai} untuk \"{lain}\" adalah rekening ASN itu sendiri",
	     "Minta rekening milik penerima lewat PA, ganti <rekening>, dan isi bukti=\"...\" dengan nomor suratnya."
	     SUSULAN,
	     "account {nilai} for \"{lain}\" is the ASN's own",
	     "Ask for the payee's account through the religious court (PA), replace <rekening>, and put the number of "
	     "the letter into bukti=\"...\"." MADE_UP),
	TEXT_VALUE(N0634_ACCOUNT_CHANGED,
	     "Rekening untuk \"{lain}\" berubah menjadi {nilai} tanpa bukti",
	     "Tanyakan kepada penerima lewat PA apakah rekeningnya memang berganti. Bila ya, isi bukti=\"...\" pada "
	     "<rekening> dengan nomor suratnya; bila tidak, kembalikan rekening semula." SUSULAN,
	     "the account for \"{lain}\" changed to {nilai} without a document",
	     "Ask the payee through the religious court (PA) whether the account really changed. If so, put the number "
	     "of the letter into bukti=\"...\" of <rekening>; if not, restore the former account." MADE_UP),
	TEXT_VALUE(N0635_PAYEE_DEAD,
	     "Mantan sudah meninggal; rekening \"{nilai}\" ({lain}) tidak menerima transfer lagi",
	     "Untuk nafkah anak: pada <anak> tulis asuh=\"wali\" dan <rekening> walinya dengan bukti. Untuk tunggakan "
	     "kepada mantan: tanyakan kepada PA siapa ahli warisnya; setelah ditetapkan, tulis <selesai> dengan "
	     "tunggakan=\"lanjut\", hapus <meninggal>, tulis <rekening> ahli waris dengan bukti, dan lanjutkan nafkah "
	     "anak sebagai entri=\"2\"." SUSULAN,
	     "the former spouse has died; account \"{nilai}\" ({lain}) gets no more transfers",
	     "For child maintenance: in <anak> write asuh=\"wali\" and the guardian's <rekening> with bukti. For what "
	     "is still owed to the former spouse: ask the religious court (PA) who the heirs are; then write <selesai> "
	     "with tunggakan=\"lanjut\", remove <meninggal>, write the heirs' <rekening> with bukti, and go on with "
	     "child maintenance as entri=\"2\"." MADE_UP),
	TEXT(N0636_ACCOUNT_CHANGED_DOCUMENTED,
	     "Rekening penerima diganti dengan bukti, dari {lain} menjadi {nilai}",
	     "Periksa buktinya sebelum daftar transfer dikirim ke bank.",
	     "the payee's account was changed with a document, from {lain} to {nilai}",
	     "Look at the document before the transfer list goes to the bank."),
	TEXT_OPEN(N0641_IN_ONE_KIND_ONLY,
	     "ASN ini tidak ada dalam daftar {nilai}; penghasilan dasarnya dihitung tanpa {nilai}",
	     "Bila ia seharusnya menerima {nilai}, tanyakan kepada bendaharanya dan pastikan semua berkas sudah "
	     "diberikan.",
	     "this ASN is in no payroll of kind {nilai}; the base is computed without {nilai}",
	     "If he or she should get {nilai}, ask the treasurer and make sure that all files were given."),
	TEXT_OPEN(N0642_MISSED_MONTHS,
	     "Hak bulan yang terlewat sejak {lain}, {rupiah}, ditambahkan sebagai susulan",
	     "Periksa penyebabnya: putusan terlambat, penahanan, atau bulan yang tidak dijalankan. Susulan dihitung "
	     "dari penghasilan bulan ini.",
	     "rights of months missed since {lain}, {rupiah}, were added to be made up for",
	     "Check the cause: a late ruling, a hold, or a month that was not run. They are computed from this month's "
	     "income."),
	TEXT_OPEN(N0643_LIMIT_BY_SHARE,
	     "Potongan dibatasi menjadi {rupiah} agar ASN tetap menerima porsinya",
	     "Tidak perlu tindakan. Sisanya menjadi tunggakan dan ditagih bulan berikutnya.",
	     "the deduction is limited to {rupiah} so that the ASN keeps the share of an ASN",
	     "Nothing is to be done. The rest becomes arrears and is collected in the months to come."),
	TEXT_OPEN(N0644_LIMIT_BY_NET,
	     "Potongan dibatasi menjadi {rupiah} karena gaji bersih tidak cukup",
	     "Sisanya menjadi tunggakan. Bila gaji bersih habis oleh pinjaman atau potongan sukarela lain, bicarakan "
	     "dengan bendahara gajinya.",
	     "the deduction is limited to {rupiah} because net pay does not hold more",
	     "The rest becomes arrears. If loans or other voluntary deductions use up the net pay, talk to the "
	     "treasurer."),
	TEXT_OPEN(N0645_PAY_NOT_POSITIVE,
	     "Tidak ada gaji yang dapat dipotong bulan ini (penghasilan dasar {rupiah})",
	     "Periksa baris gajinya dengan bendahara gaji. Hak yang terutang menjadi tunggakan.",
	     "no pay to deduct from this month (base {rupiah})",
	     "Check the payroll row with the treasurer. What is due becomes arrears."),
	TEXT_OPEN(N0646_CASH_BELOW_SHARE,
	     "Setelah semua potongan ASN ini menerima {rupiah}, kurang dari porsinya",
	     "Periksa potongan sukarela (pinjaman, koperasi, zakat) dengan ASN itu dan bendahara gajinya.",
	     "after all deductions this ASN is left with {rupiah}, less than the share of an ASN",
	     "Check the voluntary deductions (loans, cooperative, zakat) with the ASN and the treasurer."),
	TEXT_OPEN(N0647_ARREARS_GROWING,
	     "Tunggakan {lain} naik tiga bulan berturut-turut menjadi {rupiah}",
	     "Bicarakan dengan BKPSDM dan PA, karena penghasilan ASN tidak cukup untuk hak ini.",
	     "arrears of {lain} grew three months running, to {rupiah}",
	     "Talk to the personnel office (BKPSDM) and the religious court (PA): the income does not suffice for this "
	     "right."),
	TEXT_OPEN(N0648_TEN_TIMES_PAY,
	     "Hak {lain} bulan ini {rupiah}, sepuluh kali penghasilan ASN atau lebih",
	     "Cocokkan dengan amar: mungkin kelebihan angka nol, atau jumlah seluruhnya tertulis sebagai per-bulan. "
	     "Bila keliru, " ENTRI_BARU ".",
	     "{lain} of this month is {rupiah}, ten times the ASN's income or more",
	     "Compare with the amar: there may be a zero too many, or the whole sum written as per-bulan. If it is "
	     "wrong, " NEW_ENTRY "."),
	TEXT_OPEN(N0649_ARREARS_WRITTEN_OFF,
	     "Tunggakan {lain} sebesar {rupiah} dihapus menurut <selesai tunggakan=\"hapus\">",
	     "",
	     "arrears of {lain}, {rupiah}, are written off by <selesai tunggakan=\"hapus\">",
	     ""),
	TEXT_OPEN(N0651_SPOUSE_ALLOWANCE,
	     "Tunjangan suami/istri {rupiah} masih dibayar setelah perceraian berlaku; bila jumlahnya sama setiap bulan: {lain}",
	     "Minta SKPD dan BKPSDM memperbarui data keluarga (KP4), kecuali ASN ini sudah kawin lagi. Tunjangan yang telanjur "
	     "dibayar diselesaikan oleh bendahara gaji; program ini tidak memotongnya.",
	     "a spouse allowance of {rupiah} is still paid after the divorce took effect; if it was the same every month: {lain}",
	     "Have the department and the personnel office (BKPSDM) bring the family data (KP4) up to date, unless this ASN has "
	     "married again. What was overpaid is settled by the treasurer; this program takes none of it."),
	TEXT_OPEN(N0652_STILL_MARRIED,
	     "Daftar gaji masih mencatat ASN ini kawin ({nilai}), padahal perceraian berlaku sejak {lain}",
	     "Minta SKPD dan BKPSDM memperbarui data keluarga (KP4), kecuali ASN ini sudah kawin lagi. Periksa juga tunjangan "
	     "beras dan pajaknya.",
	     "the payroll still has this ASN as married ({nilai}), although the divorce took effect on {lain}",
	     "Have the department and the personnel office (BKPSDM) bring the family data (KP4) up to date, unless this ASN has "
	     "married again. Look at the rice allowance and the tax, too."),
	TEXT_OPEN(N0653_RECEIVED_LATE,
	     "Putusan baru diterima pada {nilai}, padahal perceraian sudah berlaku sejak {lain}",
	     "Sepakati dengan PA agar salinan putusan dikirim segera setelah BHT atau ikrar. Hak dimulai setelah putusan diterima; "
	     "untuk bulan sebelumnya tanyakan kepada PA.",
	     "the ruling was received only on {nilai}, although the divorce took effect on {lain}",
	     "Agree with the religious court (PA) that a copy is sent as soon as the ruling is final or the pledge spoken. Rights "
	     "begin after the ruling was received; ask the court about the months before."),
	TEXT_OPEN(N0654_PAID_AFTER_END,
	     "Kelebihan {rupiah} dibukukan sesudah hak berakhir, karena akhirnya baru diketahui sekarang; hak, bulan, dan sebab: {lain}",
	     "Periksa buktinya, lalu minta PA dan para pihak memutuskan apakah dikembalikan. Program ini tidak "
	     "memperhitungkannya dengan hak lain.",
	     "{rupiah} was booked behind the end of a right, which has become known only now; right, months and cause: {lain}",
	     "Check the document, then let the religious court (PA) and the parties decide whether it is paid back. This program "
	     "offsets it against nothing."),
	TEXT_VALUE(N0655_PAYEE_IS_PAYER,
	     "Nama \"{nilai}\" pada <{lain}> sama dengan nama ASN yang dipotong",
	     "Tanyakan kepada bank atau PA milik siapa rekening itu sebenarnya. Bila milik ASN sendiri, minta rekening penerima "
	     "lewat PA.",
	     "the name \"{nilai}\" in <{lain}> is that of the ASN who pays",
	     "Ask the bank or the religious court (PA) whose account it really is. If it is the ASN's own, ask for the payee's "
	     "account through the court."),
	TEXT_OPEN(N0656_CONFIRMATION_DUE,
	     "Konfirmasi tahunan untuk {lain} sudah jatuh tempo pada {nilai}",
	     "Minta keterangan dari PA, KUA, atau SKPD bahwa mantan belum menikah lagi dan anak masih menjadi tanggungan, lalu "
	     "tulis <konfirmasi tanggal=\"...\" bukti=\"...\"/> dalam berkas putusan. Potongan tetap berjalan.",
	     "the yearly confirmation for {lain} fell due on {nilai}",
	     "Ask the religious court (PA), the marriage registry (KUA) or the office of the ASN (SKPD) to confirm that the former "
	     "spouse has not remarried and the child is still dependent, then write <konfirmasi tanggal=\"...\" "
	     "bukti=\"...\"/> in the rulings file. Deductions go on."),
	TEXT(N0657_ACCOUNT_OF_OTHER_ASN,
	     "Rekening {nilai} milik pegawai {lain} menurut daftar gaji, tetapi dalam putusan menjadi rekening penerima",
	     "Tanyakan kepada bank siapa pemilik rekening itu, lalu perbaiki <rekening> pada putusan atau daftar gajinya.",
	     "account {nilai} is that of civil servant {lain} in the payroll, but that of a payee in the ruling",
	     "Ask the bank who owns the account, then correct <rekening> of the ruling or the payroll."),

	/* N07: the folder of the month before */
	TEXT(N0701_PREVIOUS_SEAL,
	     "Folder hasil tidak utuh: \"{nilai}\" hilang, berubah, atau tidak sah",
	     "Ambil folder aslinya dari cadangan. Jangan menyunting atau menyimpan isinya dengan Excel.",
	     "the folder is not intact: \"{nilai}\" is missing, changed or not valid",
	     "Take the original folder from a backup. Do not edit its files or save them from Excel."),
	TEXT(N0702_PREVIOUS_RULES,
	     "Bulan lalu dihitung dengan aturan \"{nilai}\", sekarang diminta \"{lain}\"",
	     "Jalankan lagi dengan --rules {nilai}. Perubahan aturan ditulis sebagai versi baru dalam berkas aturan "
	     "yang sama.",
	     "last month was computed with the rules \"{nilai}\", now \"{lain}\" is asked for",
	     "Run again with --rules {nilai}. A change of the rules is written as a new version in the same rule "
	     "file."),
	TEXT(N0703_PREVIOUS_PERIOD,
	     "Folder --previous berisi periode {nilai}, yang tidak lebih awal dari {lain}",
	     "Berikan folder bulan terakhir yang dijalankan sebelum {lain}, atau perbaiki --period.",
	     "the folder of --previous is of period {nilai}, which is not before {lain}",
	     "Give the folder of the last month that was run before {lain}, or correct --period."),
	TEXT_OPEN(N0704_RIGHT_VANISHED,
	     "Hak yang bulan lalu belum selesai hilang dari berkas putusan: {nilai} (tunggakan: {lain})",
	     "Kembalikan putusan, hak, dan anak itu dengan nomor dan id yang sama. Sebuah hak berhenti dengan "
	     "<selesai>, <berhenti>, atau <kawin-lagi>, bukan dengan dihapus.",
	     "a right that was not over last month is gone from the rulings file: {nilai} (arrears: {lain})",
	     "Restore that ruling, award and child with the same number and id. A right is ended with <selesai>, "
	     "<berhenti> or <kawin-lagi>, not by removing it."),
	TEXT(N0705_PREVIOUS_UNREADABLE,
	     "Isi folder bulan lalu tidak dapat dipakai: \"{nilai}\" (pada {lain})",
	     "Pastikan --previous menunjuk folder hasil nafkah yang asli, dan ambil dari cadangan bila perlu. Bila "
	     "folder itu dari versi program yang lain, pakai versi itu.",
	     "the folder of the month before cannot be used: \"{nilai}\" (at {lain})",
	     "Make sure that --previous names an original folder of nafkah, from a backup if need be. If it was made "
	     "by another version of the program, use that version."),
	TEXT(N0706_MONTHS_SKIPPED,
	     "Bulan terakhir yang dijalankan {nilai}, sekarang {lain}; bulan di antaranya dihitung sebagai susulan",
	     "Bila folder bulan di antaranya ada, berikan yang terakhir sebagai --previous. Bila belum dijalankan, "
	     "jalankan dahulu secara berurutan agar dihitung dari penghasilan bulannya sendiri.",
	     "the last month that was run is {nilai}, this one is {lain}; the months between are made up for",
	     "If there is a folder of a month between, give the last one as --previous. If they were not run, run them "
	     "first, in order, so that each is computed from its own income."),
	TEXT(N0707_PREVIOUS_WAITS,
	     "Folder bulan lalu masih menunggu penggajian {nilai}; bulan itu belum selesai",
	     "Jalankan dulu bagian keduanya dengan --continues, lalu pakai folder bagian kedua itu sebagai --previous.",
	     "last month's folder still waits for the payroll {nilai}; that month is not finished",
	     "Run its second part with --continues first, then give the folder of that part as --previous."),
	TEXT(N0708_CONTINUES_NOT_ANNOUNCED,
	     "Folder \"{nilai}\" tidak mengumumkan penggajian lanjutan",
	     "Beri folder yang dijalankan dengan --more. Bulan yang sudah selesai tidak dilanjutkan.",
	     "folder \"{nilai}\" announced no further payroll",
	     "Give the folder that was run with --more. A finished month is not continued."),
	TEXT(N0709_CONTINUES_PERIOD,
	     "Folder yang dilanjutkan adalah bulan {nilai}, bukan {lain}",
	     "Samakan --period dengan bulan folder itu.",
	     "the folder to continue is of {nilai}, not {lain}",
	     "Make --period the month of that folder."),
	TEXT(N0710_CONTINUES_INPUTS,
	     "Berkas {nilai} bukan yang dipakai pada bagian pertama bulan ini",
	     "Pakai salinan di dalam folder itu ({lain}): hak dan batas bulan ini sudah ditetapkan olehnya. Perubahan berlaku "
	     "mulai bulan depan.",
	     "file {nilai} is not the one that the first part of this month used",
	     "Use the copy inside that folder ({lain}): it has fixed this month's dues and limits. Changes count from next month."),
	TEXT(N0711_CONTINUES_KIND,
	     "Penggajian ini berjenis {nilai}, padahal yang diumumkan adalah {lain}",
	     "Berikan hanya penggajian {lain}.",
	     "this payroll is of kind {nilai}, but {lain} was announced",
	     "Give the payroll of kind {lain} only."),
	TEXT(N0712_CONTINUED_ALREADY,
	     "Folder ini sudah dilanjutkan oleh \"{nilai}\"",
	     "Jangan membayar dua kali. Bila lanjutan itu keliru dan belum dikirim ke bank, pindahkan foldernya dulu.",
	     "this folder was continued by \"{nilai}\" already",
	     "Do not pay twice. If that part was wrong and has not gone to the bank, move its folder away first."),
	TEXT(N0713_MORE_KIND,
	     "Penggajian {nilai} tidak dapat diumumkan dengan --more ({lain})",
	     "Jenis yang diumumkan harus termasuk sumber dalam aturan dan belum diberikan sebagai penggajian.",
	     "payroll {nilai} cannot be announced with --more ({lain})",
	     "The announced kind must be a source in the rules, and not be given as a payroll already."),
	TEXT_OPEN(N0714_HELD_SINCE_FIRST_PART,
	     "Masih menunggu tindakan sejak bagian pertama bulan ini karena {nilai}: {lain}",
	     "Penjelasan dan tindakannya ada dalam laporan bagian pertama. Yang dibereskan sekarang dibayar bulan depan sebagai "
	     "susulan.",
	     "still waits for somebody since the first part of this month because of {nilai}: {lain}",
	     "The report of the first part explains it and says what to do. What is settled now is made up for next month."),
	TEXT(N0715_TOTAL_JUMPS,
	     "Jumlah berkas ini berbeda lebih dari 10 persen; sekarang {nilai}; bulan lalu {lain}",
	     "Tanyakan sebabnya kepada bendahara gaji sebelum daftar transfer dikirim ke bank: rapel, SKPD yang belum masuk atau "
	     "termuat dua kali, atau berkas bulan dan jenis lain.",
	     "the totals of this file differ by more than 10 percent; now {nilai}; last month {lain}",
	     "Ask the payroll treasurer why before the transfer list goes to the bank: back pay, departments that are missing or in "
	     "it twice, or a file of another month or kind."),
	TEXT(N0716_ROWS_MORE,
	     "Berkas ini {nilai} baris, bulan lalu hanya {lain} baris",
	     "Tanyakan kepada bendahara gaji apakah pegawainya memang bertambah. Pastikan tidak ada SKPD yang termuat dua kali dan "
	     "tidak ada berkas lain yang tergabung.",
	     "this file has {nilai} rows, last month only {lain}",
	     "Ask the payroll treasurer whether there are more people indeed. Make sure that no department is in it twice and that "
	     "no other file was joined to it."),
	TEXT(N0717_COLUMNS_CHANGED,
	     "Kolom berkas ini lain dari bulan lalu; bertambah: {nilai}; hilang: {lain}",
	     "Tanda (~ nama) berarti mungkin hanya berganti nama. Bila yang berganti nama adalah potongan sukarela, ia tidak lagi "
	     "dihitung sebagai potongan sukarela: minta pembuat tata letak menambahkan nama barunya dan mencobanya dengan nafkah "
	     "formats check.",
	     "the columns of this file are not those of last month; new: {nilai}; gone: {lain}",
	     "Where (~ name) stands behind a column, it probably only has another name now. A voluntary deduction under a new name "
	     "counts as one no more: have the author of the layout add the new name and try it with nafkah formats check."),
	TEXT_VALUE(N0721_NO_RULING_OF_NIP,
	     "Tidak ada putusan untuk NIP {nilai} dalam {lain}",
	     "Periksa NIP itu angka demi angka, dan pastikan berkas putusan atau folder bulan yang benar yang diberikan.",
	     "there is no ruling for NIP {nilai} in {lain}",
	     "Compare the NIP digit by digit, and make sure that the rulings file or the folder of the right month was given."),
	TEXT(N0722_NO_PAYROLL_COPY,
	     "Folder ini tidak menyimpan salinan penggajian \"{nilai}\" (dibuat dengan --no-evidence)",
	     "Jalankan dengan berkas aslinya: --period, --rulings, --previous atau --first, dan berkas penggajian bulan itu.",
	     "this folder keeps no copy of the payroll \"{nilai}\" (it was made with --no-evidence)",
	     "Run with the original files: --period, --rulings, --previous or --first, and the payrolls of that month."),
	TEXT_VALUE(N0723_COMPUTED_OTHERWISE,
	     "Perhitungan ulang untuk NIP {nilai} tidak sama dengan {lain} dalam folder ini",
	     "Jangan memakai penjelasan ini. Folder itu dari versi program yang lain, atau isinya diubah lalu disegel lagi: ambil "
	     "folder aslinya dari cadangan, atau pakai versi program yang tertulis dalam run.xml.",
	     "computing again for NIP {nilai} does not give what {lain} of this folder says",
	     "Do not use this explanation. The folder is of another version of the program, or was changed and sealed again: take "
	     "the original from a backup, or use the version of the program that run.xml names."),

	TEXT(N0751_SEALED_OTHERWISE,
	     "Isi berkas ini bukan yang disegel: SHA-256 {nilai}, dalam segel {lain}",
	     "Berkas ini diubah, rusak, atau terpotong setelah ditulis. Jangan memakainya; ambil folder aslinya dari cadangan.",
	     "the content of this file is not what was sealed: SHA-256 {nilai}, in the seal {lain}",
	     "It was changed, damaged or cut after it was written. Do not use it; take the original folder from a backup."),
	TEXT(N0752_RESULT_OTHERWISE,
	     "Tertulis \"{nilai}\", hitungan ulang memberi \"{lain}\"",
	     "Isi ini tidak berasal dari bukti folder ini: ia diubah setelah ditulis. Bila segelnya tetap cocok, segel itu dibuat lagi "
	     "oleh yang mengubahnya. Ambil folder aslinya dari cadangan, dan periksa apa yang sudah dibayar menurut folder ini. Angka "
	     "dalam kurung siku adalah panjang isi yang disamarkan.",
	     "written is \"{nilai}\", computing again gives \"{lain}\"",
	     "This does not come from the evidence of this folder: it was changed after it was written. If the seal holds all the "
	     "same, it was made again by whoever changed it. Take the original folder from a backup, and check what was paid by this "
	     "one. A number in square brackets is the length of what is masked."),
	TEXT(N0753_FILE_MISSING,
	     "Berkas \"{nilai}\" tidak ada, padahal termasuk hasil atau bukti bulan ini",
	     "Folder ini tidak lengkap. Ambil folder aslinya dari cadangan.",
	     "file \"{nilai}\" is not there, although it belongs to the result or the evidence of this month",
	     "This folder is not complete. Take the original from a backup."),
	TEXT(N0754_FILE_EXTRA,
	     "Ada \"{nilai}\", yang tidak dihasilkan oleh bulan ini",
	     "Sesuatu ditambahkan ke dalam folder hasil. Pindahkan ke luar bila tidak berbahaya; bila disegel juga, folder ini diubah "
	     "dengan sengaja.",
	     "there is \"{nilai}\", which this month did not produce",
	     "Something was put into the finished folder. Move it out if it is harmless; if it is sealed as well, the folder was "
	     "changed on purpose."),
	TEXT(N0755_EVIDENCE_OTHERWISE,
	     "Bukti ini bukan yang dipakai bulan itu: hash-nya bukan yang dicatat {nilai}",
	     "Bulan ini tidak dapat dihitung ulang dari bukti yang diubah. Ambil folder aslinya dari cadangan.",
	     "this evidence is not what the month was run with: its hash is not the one that {nilai} states",
	     "The month cannot be computed again from evidence that was changed. Take the original folder from a backup."),
	TEXT(N0756_FILE_NOT_SEALED,
	     "Berkas \"{nilai}\" tidak disebut dalam SHA256SUMS",
	     "Segel folder ini diubah: barisnya dihapus atau diganti. Ambil folder aslinya dari cadangan.",
	     "file \"{nilai}\" is not named in SHA256SUMS",
	     "The seal of this folder was changed: its line was removed or replaced. Take the original folder from a backup."),
	TEXT(N0757_VERSION_OTHERWISE,
	     "Tertulis \"{nilai}\", versi program ini menghitung \"{lain}\"",
	     "Segel berkas ini utuh, tetapi folder ini dari versi program yang lain. Jalankan verify dengan versi yang tertulis dalam "
	     "run.xml: bila itu pun menemukan perbedaan, isinya diubah. Angka dalam kurung siku adalah panjang isi yang disamarkan.",
	     "written is \"{nilai}\", this version of the program computes \"{lain}\"",
	     "The seal of this file holds, but the folder is of another version of the program. Run verify with the version that "
	     "run.xml names: if that finds a difference too, the content was changed. A number in square brackets is the length of "
	     "what is masked."),
	TEXT(N0758_OTHER_VERSION,
	     "Folder ini ditulis oleh versi {nilai}, program ini versi {lain}: halaman dan buku kerja diperiksa menurut segelnya saja",
	     "",
	     "this folder was written by version {nilai}, this program is version {lain}: pages and workbooks go by their seal only",
	     ""),
	TEXT(N0759_SEAL_ONLY,
	     "Hanya segel yang diperiksa: penggajian tidak tersimpan dan tidak ditemukan ({nilai})",
	     "Sebutkan folder tempat penggajian asli itu dengan --inputs; namanya boleh lain, isinya harus sama.",
	     "only the seal was checked: payrolls were not kept and not found ({nilai})",
	     "Name the folder where the original payrolls lie with --inputs; their names may differ, their content may not."),
	TEXT(N0760_VERSION_REFUSES,
	     "Hanya segel yang diperiksa: versi program ini menolak bukti yang dipakai versi {nilai} ({lain})",
	     "Jalankan verify dengan versi program yang tertulis dalam run.xml.",
	     "only the seal was checked: this version of the program refuses the evidence that version {nilai} took ({lain})",
	     "Run verify with the version of the program that run.xml names."),
	TEXT(N0761_EVIDENCE_REFUSED,
	     "Bulan ini tidak dapat terjadi dari buktinya: hitungan ulang ditolak ({nilai})",
	     "Bukti atau run.xml diubah, lalu disegel lagi. Ambil folder aslinya dari cadangan.",
	     "this month cannot have come from its evidence: computing again is refused ({nilai})",
	     "The evidence or run.xml was changed and sealed again. Take the original folder from a backup."),
	TEXT(N0762_CHAIN_BROKEN,
	     "Pembukaan bulan ini bukan penutupan \"{nilai}\" ({lain})",
	     "Folder ini dijalankan dengan --previous atau --continues yang lain, atau salah satu folder diubah setelah itu. Cari folder "
	     "yang segelnya tertulis dalam run.xml; tunggakan yang dibawa dari folder ini tidak dapat dipercaya sampai ditemukan.",
	     "the opening of this month is not the closing of \"{nilai}\" ({lain})",
	     "This folder was run with another --previous or --continues, or one of the two was changed afterwards. Find the folder "
	     "whose seal run.xml names; until then the arrears that were carried over cannot be relied on."),
	TEXT(N0763_CHAIN_ABSENT,
	     "Folder {nilai} yang dilanjutkan bulan ini tidak diberikan",
	     "Berikan juga folder itu; tanpa itu rantainya tidak terbukti.",
	     "the folder of {nilai} that this month builds on was not given",
	     "Give that folder as well; without it the chain is not proven."),
	TEXT(N0764_CHAIN_BEGINS_LATER,
	     "Rantai ini baru dimulai di sini; folder {nilai} sebelumnya tidak diberikan",
	     "",
	     "the chain begins only here; the folder of {nilai} before it was not given",
	     ""),
	TEXT(N0765_CHAIN_FORKED,
	     "Folder ini dan \"{nilai}\" melanjutkan folder yang sama",
	     "Hanya satu yang boleh berlaku. Pastikan mana yang dibayarkan, dan keluarkan yang lain dari arsip.",
	     "this folder and \"{nilai}\" go on from the same folder",
	     "Only one of them may stand. Find out which one was paid, and take the other out of the archive."),
	TEXT(N0766_CHAIN_RESTARTS,
	     "Bulan ini dimulai dengan --first, padahal ada folder yang lebih dulu: \"{nilai}\"",
	     "Tunggakan bulan sebelumnya tidak dibawa ke bulan ini. Jalankan ulang dengan --previous, atau periksa folder kantor lain "
	     "secara terpisah.",
	     "this month began with --first although there is an earlier folder: \"{nilai}\"",
	     "Arrears of the month before were not carried over. Run it again with --previous, or verify folders of another office "
	     "apart."),
	TEXT(N0767_FOLDER_TWICE,
	     "Folder ini sama dengan \"{nilai}\"",
	     "",
	     "this folder is the same as \"{nilai}\"",
	     ""),
	TEXT(N0768_SEAL_UNREADABLE,
	     "Segel ini tidak ada, atau bukan yang ditulis program ini",
	     "SHA256SUMS harus tetap seperti saat ditulis. Ambil folder aslinya dari cadangan.",
	     "this seal is missing, or is not what the program wrote",
	     "SHA256SUMS must stay as it was written. Take the original folder from a backup."),
	TEXT(N0769_RECORD_UNREADABLE,
	     "Berkas ini tidak ada atau tidak dapat dibaca, sehingga tidak diketahui apa yang dijalankan",
	     "Ambil folder aslinya dari cadangan; folder yang bukan hasil nafkah run tidak dapat diverifikasi.",
	     "this file is missing or cannot be read, so that it is not known what was run",
	     "Take the original folder from a backup; a folder that nafkah run did not write cannot be verified."),
	TEXT(N0770_BYTE_OTHERWISE,
	     "Mulai byte ke-{nilai}, berkas ini bukan hasil hitungan ulang",
	     "Isi ini tidak berasal dari bukti folder ini: ia diubah setelah ditulis. Ambil folder aslinya dari cadangan. Bila hanya "
	     "buku kerja (.xlsx) atau kemasan yang lain, mungkin pustaka komputer ini lain dari yang menulisnya.",
	     "from byte {nilai} on this file is not what computing again gives",
	     "This does not come from the evidence of this folder: it was changed after it was written. Take the original folder "
	     "from a backup. If only workbooks (.xlsx) or packing differ, the libraries of this computer may be others than those "
	     "that wrote it."),
	TEXT(N0771_STATEMENT_CASE_ABSENT,
	     "Tidak satu pun folder ini memuat perkara \"{nilai}\"",
	     "Periksa nomor perkaranya pada putusan, dan berikan folder hasil bulan-bulan perkara itu.",
	     "none of these folders has case \"{nilai}\"",
	     "Check the case number against the ruling, and give the folders of the months of that case."),
	TEXT(N0772_STATEMENT_MONTH_MISSING,
	     "Tidak ada folder untuk bulan {nilai}",
	     "Berikan juga folder hasil bulan itu; bila hilang, ambil dari cadangan atau minta kepada BPKAD. Yang terjadi pada bulan "
	     "itu tidak termasuk dalam jumlah.",
	     "there is no folder of {nilai}",
	     "Give the folder of that month as well; if it is lost, take it from a backup or ask BPKAD. What happened in that month is "
	     "not in the sums."),
	TEXT(N0773_STATEMENT_CHAIN,
	     "Tunggakan awal {nilai} bukan tunggakan akhir bulan sebelumnya, {lain}",
	     "Salah satu folder bukan yang dilanjutkan bulan itu. Jalankan nafkah verify atas folder-folder ini, dan minta penjelasan "
	     "kepada BPKAD sebelum memakai angkanya.",
	     "the opening arrears of {nilai} are not the closing arrears of the month before, {lain}",
	     "One of the folders is not the one that this month went on from. Run nafkah verify on these folders, and ask BPKAD before "
	     "using the figures."),
	TEXT(N0774_STATEMENT_PERIOD_TWICE,
	     "Dua folder untuk bulan {nilai}; yang lain \"{lain}\"",
	     "Berikan satu folder untuk setiap bulan, atau kedua bagian bulan yang dibayar dalam dua bagian (--more, lalu "
	     "--continues).",
	     "two folders of {nilai}; the other is \"{lain}\"",
	     "Give one folder of each month, or both parts of a month that was paid in two (--more, then --continues)."),

	/* N08: rules and layouts */
	TEXT(N0801_RULES_UNKNOWN,
	     "Aturan \"{nilai}\" tidak dikenal; yang terpasang: {lain}",
	     "Perbaiki --rules, atau sebutkan letak berkas aturannya.",
	     "rules \"{nilai}\" are unknown; installed are: {lain}",
	     "Correct --rules, or give the path of the rule file."),
	TEXT(N0802_RULES_NOT_YET,
	     "Aturan ini berlaku mulai {lain}, sesudah periode {nilai}",
	     "Periksa --period, atau minta bagian hukum menambahkan versi aturan untuk {nilai}.",
	     "these rules are in force from {lain} on, after period {nilai}",
	     "Check --period, or have the legal section add a version of the rules for {nilai}."),
	TEXT(N0803_RULES_REVIEW_DUE,
	     "Aturan ini ditinjau hanya sampai {nilai}, sebelum periode {lain}",
	     "Minta bagian hukum memastikan parameternya masih berlaku, lalu ubah ditinjau-sampai dalam berkas aturan.",
	     "these rules were reviewed up to {nilai} only, before period {lain}",
	     "Have the legal section make sure that they still hold, then change ditinjau-sampai in the rule file."),
	TEXT(N0804_LAYOUT_UNKNOWN,
	     "Tata letak \"{nilai}\" tidak dikenal; yang terpasang: {lain}",
	     "Perbaiki kata di depan tanda = pada nama berkas, atau pasang tata letaknya di formats/payroll.",
	     "layout \"{nilai}\" is unknown; installed are: {lain}",
	     "Correct the word before = in front of the file name, or put the layout into formats/payroll."),
	TEXT(N0805_LAYOUT_INCONSISTENT,
	     "Tata letak ini tidak selaras: \"{nilai}\" tidak memenuhi {lain}",
	     "Perbaiki tata letak itu menurut formats/README.md.",
	     "this layout is inconsistent: \"{nilai}\" does not meet {lain}",
	     "Correct it as formats/README.md says."),
	TEXT(N0806_RULES_INCONSISTENT,
	     "Berkas aturan ini tidak selaras: \"{nilai}\" tidak memenuhi {lain}",
	     "Perbaiki berkas aturan itu menurut formats/README.md bersama bagian hukum.",
	     "this rule file is inconsistent: \"{nilai}\" does not meet {lain}",
	     "Correct it as formats/README.md says, together with the legal section."),
	TEXT(N0807_FORMATS_ABSENT,
	     "Folder formats \"{nilai}\" tidak ada atau tidak memuat {lain}",
	     "Perbaiki --formats (atau NAFKAH_FORMATS): folder yang memuat payroll/, rules/ dan schema/. Tanpa pilihan itu dipakai "
	     "folder yang terpasang bersama program.",
	     "the formats folder \"{nilai}\" does not exist or has no {lain}",
	     "Correct --formats (or NAFKAH_FORMATS): the folder that holds payroll/, rules/ and schema/. Without it the one that was "
	     "installed with the program is used."),
	TEXT(N0811_INCOME_NOT_A_SOURCE,
	     "Penghasilan {nilai} tidak dipakai oleh aturan ini (sumber: {lain})",
	     "Tinggalkan {nilai} dari --income, atau pakai --rules dengan aturan yang memuatnya dalam sumber.",
	     "pay of kind {nilai} is not taken by these rules (sumber: {lain})",
	     "Leave {nilai} out of --income, or name with --rules rules that have it in sumber."),

	/* N09: the machine */
	TEXT(N0901_READ_FAILED,
	     "Tidak dapat membaca \"{nilai}\": {lain}",
	     "Periksa izin berkas dan medianya (disk, jaringan, flash disk), lalu jalankan lagi.",
	     "could not read \"{nilai}\": {lain}",
	     "Check the permissions and the medium (disk, network, flash drive), then run again."),
	TEXT(N0902_WRITE_FAILED,
	     "Tidak dapat menulis \"{nilai}\": {lain}",
	     "Periksa ruang disk, kuota, dan izin, lalu jalankan lagi. Tidak ada hasil yang ditulis.",
	     "could not write \"{nilai}\": {lain}",
	     "Check disk space, quota and permissions, then run again. No result was written."),
	TEXT(N0903_NO_MEMORY,
	     "Memori tidak cukup",
	     "Tutup program lain atau pakai komputer dengan memori lebih besar, lalu jalankan lagi.",
	     "out of memory",
	     "Close other programs or use a computer with more memory, then run again."),
	TEXT(N0904_OUTPUT_PARENT,
	     "Folder hasil \"{nilai}\" tidak dapat dibuat: {lain}",
	     "Pastikan folder induknya ada dan boleh ditulisi, lalu jalankan lagi.",
	     "could not make the output folder \"{nilai}\": {lain}",
	     "Make sure that its parent folder exists and may be written to, then run again."),
	TEXT(N0905_RENAME_UNSUPPORTED,
	     "Sistem berkas ini tidak dapat menerbitkan \"{nilai}\" tanpa risiko menimpa: {lain}",
	     "Pilih --out pada disk lain, misalnya disk setempat dengan ext4, lalu salin folder hasilnya.",
	     "this file system cannot publish \"{nilai}\" without the risk of overwriting: {lain}",
	     "Choose --out on another disk, such as a local one with ext4, then copy the finished folder."),
	TEXT(N0906_LEFTOVER,
	     "Sisa proses yang terputus, \"{nilai}\", sudah dihapus",
	     "",
	     "leftover of an interrupted run, \"{nilai}\", was removed",
	     ""),
	TEXT(N0907_OUTPUT_OTHER_BYTES,
	     "Berkas \"{nilai}\" terbaca lain dari yang ditulis",
	     "Disk atau memori komputer ini mungkin rusak. Jalankan di komputer lain. Tidak ada hasil yang ditulis.",
	     "file \"{nilai}\" reads other than it was written",
	     "The disk or memory of this computer may be faulty. Run on another one. No result was written."),
	TEXT(N0908_LEFTOVER_KEPT,
	     "Sisa proses lain, \"{nilai}\", dibiarkan: {lain}",
	     "Bila tidak ada proses nafkah lain yang sedang berjalan, hapus folder itu dengan tangan.",
	     "leftover of another run, \"{nilai}\", was left alone: {lain}",
	     "If no other run of nafkah is going on, remove that folder by hand."),

	/* N10: the bank */
	TEXT_VALUE(N1001_TRANSFERS_UNREADABLE,
	     "Daftar transfer berisi \"{nilai}\", padahal seharusnya {lain}",
	     "Ambil folder aslinya dari cadangan. Daftar transfer tidak boleh disunting atau disimpan dari Excel.",
	     "the list of transfers has \"{nilai}\" where {lain} is expected",
	     "Take the original folder from a backup. A list of transfers must not be edited or saved from Excel."),
	TEXT_OPEN(N1002_BANK_UNKNOWN,
	     "Bank dengan kode \"{nilai}\" tidak ada dalam tabel bank ({lain})",
	     "Periksa kode bank itu pada buku tabungan atau tanyakan kepada bank, lalu tambahkan pada tabel bank kantor "
	     "(--banks)." BELUM_TERKIRIM,
	     "a bank with the code \"{nilai}\" is not in the table of banks ({lain})",
	     "Check the code on the savings book or ask the bank, then add it to the office's own table (--banks)." LEFT_TO_SEND),
	TEXT_OPEN(N1003_BANK_TABLE_UNCONFIRMED,
	     "Tabel bank \"{nilai}\" belum dipastikan oleh kantor",
	     "Daftar kode bank yang beredar saling bertentangan. Cocokkan tabel itu dengan bank kantor, tulis sumber dan "
	     "tanggalnya, ubah menjadi dipastikan=\"ya\", lalu berikan dengan --banks.",
	     "the table of banks \"{nilai}\" was not confirmed by the office",
	     "Public lists of bank codes contradict one another. Hold the table against what the office's bank says, write its "
	     "source and date, change it to dipastikan=\"ya\", then give it with --banks."),
	TEXT_OPEN(N1004_FORMAT_UNTESTED,
	     "Format transfer \"{nilai}\" belum diuji dengan bank, jadi ini berkas uji",
	     "Unggah berkas yang diawali UJI- pada menu uji bank. Bila diterima, tulis <uji-format id=\"{nilai}\" oleh=\"...\" "
	     "tanggal=\"...\"/> dalam berkas kantor, hapus folder uji ini, lalu jalankan lagi.",
	     "the transfer format \"{nilai}\" was not tested with the bank, so this is a trial file",
	     "Upload the file whose name begins with UJI- where the bank takes trials. Once it is accepted, write <uji-format "
	     "id=\"{nilai}\" oleh=\"...\" tanggal=\"...\"/> into the office file, delete the folder of the trial, then run again."),
	TEXT(N1005_TEXT_SHORTENED,
	     "Teks \"{nilai}\" terlalu panjang untuk saluran bank dan ditulis \"{lain}\"",
	     "",
	     "the text \"{nilai}\" is too long for the bank's channel and was written \"{lain}\"",
	     ""),
	TEXT_VALUE(N1006_TEXT_DOES_NOT_FIT,
	     "Isi \"{nilai}\" tidak muat dalam kolom saluran bank ({lain})",
	     "Pakai format lain untuk pembayaran ini, atau tanyakan kepada bank apakah kolomnya boleh lebih panjang." BELUM_TERKIRIM,
	     "the value \"{nilai}\" does not fit in the field of the bank's channel ({lain})",
	     "Use another format for this payment, or ask the bank whether the field may be longer." LEFT_TO_SEND),
	TEXT(N1007_CHARACTERS_REPLACED,
	     "Teks \"{nilai}\" memuat tanda yang tidak diterima saluran bank dan ditulis \"{lain}\"",
	     "",
	     "the text \"{nilai}\" has characters that the bank's channel does not take and was written \"{lain}\"",
	     ""),
	TEXT_VALUE(N1008_CHARACTERS_IMPOSSIBLE,
	     "Teks \"{nilai}\" memuat tanda yang tidak diterima saluran bank ({lain})",
	     "Pakai format lain untuk pembayaran ini. Bila bank menerima tanda penggantinya, tulis itu dalam format "
	     "transfer." BELUM_TERKIRIM,
	     "the text \"{nilai}\" has characters that the bank's channel does not take ({lain})",
	     "Use another format for this payment. If the bank takes something in their place, write that into the "
	     "format." LEFT_TO_SEND),
	TEXT_VALUE(N1009_ACCOUNT_LENGTH,
	     "Nomor rekening \"{nilai}\" panjangnya tidak mungkin di bank ini ({lain})",
	     "Cocokkan nomor rekening dengan buku tabungan. Bila nomornya benar, perbaiki panjang rekening dalam tabel bank "
	     "kantor." BELUM_TERKIRIM,
	     "the account number \"{nilai}\" has a length that this bank does not use ({lain})",
	     "Hold the account number against the savings book. If it is right, mend the lengths in the office's table of "
	     "banks." LEFT_TO_SEND),
	TEXT_OPEN(N1010_NO_RAIL,
	     "Tidak ada jalur yang membawa {rupiah} ke bank ini: {lain}",
	     "Pakai format dengan jalur lain untuk pembayaran ini, atau perbaiki batas dan jalur dalam tabel bank "
	     "kantor." BELUM_TERKIRIM,
	     "no rail carries {rupiah} to this bank: {lain}",
	     "Use a format with another rail for this payment, or mend limits and rails in the office's table of "
	     "banks." LEFT_TO_SEND),
	TEXT_OPEN(N1011_SENT_ALREADY,
	     "Folder \"{nilai}\" sudah memuat transfer yang sama, atau isinya tidak dapat dipastikan ({lain})",
	     "Jangan membayar dua kali. Bila berkas dalam folder itu tidak pernah dikirim ke bank, pindahkan atau hapus foldernya.",
	     "the folder \"{nilai}\" already has the same transfers, or nobody can say what it has ({lain})",
	     "Do not pay twice. If that folder's file was never sent to the bank, move or delete it."),
	TEXT_OPEN(N1012_OTHER_BANK,
	     "Saluran ini hanya membayar ke bank {lain}, sedangkan rekening ini di bank {nilai}",
	     "Pakai format lain untuk pembayaran ini." BELUM_TERKIRIM,
	     "this channel pays to bank {lain} only, and this account is at bank {nilai}",
	     "Use another format for this payment." LEFT_TO_SEND),
	TEXT_VALUE(N1013_HOLDER_STRANGE,
	     "Nama pemilik rekening \"{nilai}\" sering ditolak bank ({lain})",
	     "Cocokkan dengan nama pada buku tabungan dan perbaiki dalam daftar putusan sebelum bulan berikutnya.",
	     "banks often refuse a holder's name like \"{nilai}\" ({lain})",
	     "Hold it against the name on the savings book and mend the list of rulings before the next month."),
	TEXT_OPEN(N1014_PAYING_ACCOUNT_MISSING,
	     "Format transfer \"{nilai}\" memuat rekening kantor yang membayar, tetapi rekening itu belum ditulis",
	     "Tulis <rekening bank=\"...\" nomor=\"...\" nama=\"...\"/> dalam berkas kantor, lalu berikan dengan --office.",
	     "the transfer format \"{nilai}\" states the office's paying account, and none is given",
	     "Write <rekening bank=\"...\" nomor=\"...\" nama=\"...\"/> into the office file and give it with --office."),
	TEXT_VALUE(N1015_HOLDER_TITLED,
	     "Nama pemilik rekening \"{nilai}\" tidak seperti pada buku tabungan ({lain})",
	     "",
	     "the holder's name \"{nilai}\" is not as on a savings book ({lain})",
	     ""),
	TEXT_OPEN(N1016_FIELD_EMPTY,
	     "Kolom \"{nilai}\" wajib diisi bagi saluran bank, tetapi kosong ({lain})",
	     "Lengkapi tabel bank kantor atau daftar putusan, atau pakai format lain untuk pembayaran ini." BELUM_TERKIRIM,
	     "the bank's channel demands the field \"{nilai}\", and it is empty ({lain})",
	     "Complete the office's table of banks or the list of rulings, or use another format for this "
	     "payment." LEFT_TO_SEND),
	TEXT_OPEN(N1017_REFERENCE_TWICE,
	     "Rujukan \"{nilai}\" dalam kolom {lain} sama dengan rujukan pembayaran lain",
	     "Jawaban bank tidak akan dapat dibedakan, jadi pembayaran ini dikirim tersendiri." BELUM_TERKIRIM,
	     "the reference \"{nilai}\" in the field {lain} is that of another payment as well",
	     "The bank's answer could not be told apart, so this payment is sent by itself." LEFT_TO_SEND),
	TEXT_OPEN(N1018_PAYING_BANK_OTHER,
	     "Format transfer ini milik bank {nilai}, sedangkan rekening kantor di bank {lain}",
	     "Pilih --format bank tempat rekening kantor, atau perbaiki rekening dalam berkas kantor.",
	     "this transfer format is of bank {nilai}, and the office's account is at bank {lain}",
	     "Choose the --format of the bank that keeps the office's account, or mend the account in the office file."),
	TEXT_OPEN(N1019_PAY_DATE_EARLY,
	     "Tanggal bayar {nilai} lebih dari satu bulan sebelum bulan gaji {lain}",
	     "Periksa tahun dan bulan pada --pay-date.",
	     "the pay date {nilai} is more than a month before the month {lain} that is paid",
	     "Check year and month of --pay-date."),
	TEXT_OPEN(N1020_NOTHING_TO_SEND,
	     "Tidak ada pembayaran yang dapat ditulis dari \"{nilai}\" ({lain})",
	     "Periksa folder dan formatnya; pembayaran yang tertahan disebut satu per satu.",
	     "no payment of \"{nilai}\" can be written ({lain})",
	     "Check folder and format; payments that are held are named one by one."),
	TEXT_OPEN(N1021_PAYMENT_FORMAT_UNKNOWN,
	     "Format transfer \"{nilai}\" tidak dikenal; yang dikenal: {lain}",
	     "Pilih salah satu, atau tambahkan berkas formatnya (formats/README.md).",
	     "transfer format \"{nilai}\" is not known; known are: {lain}",
	     "Choose one of them, or add the file of the format (formats/README.md)."),
	TEXT_OPEN(N1022_PAYMENT_FORMAT_INCONSISTENT,
	     "Format transfer tidak dapat dipakai: \"{nilai}\" ({lain})",
	     "Perbaiki berkas format transfer; formats/README.md menjelaskan bagian-bagiannya.",
	     "the transfer format cannot be used: \"{nilai}\" ({lain})",
	     "Mend the file of the transfer format; formats/README.md explains its parts."),
	TEXT_OPEN(N1023_BANK_TABLE_INCONSISTENT,
	     "Tabel bank tidak dapat dipakai: \"{nilai}\" ({lain})",
	     "Perbaiki tabel bank; formats/README.md menjelaskan bagian-bagiannya.",
	     "the table of banks cannot be used: \"{nilai}\" ({lain})",
	     "Mend the table of banks; formats/README.md explains its parts."),
	TEXT_OPEN(N1024_NOT_A_SOURCE_OF_TRANSFERS,
	     "Folder \"{nilai}\" bukan hasil bulan, hasil transfer, atau hasil bank: tidak ada {lain}",
	     "Berikan folder yang ditulis nafkah run, nafkah transfer, atau nafkah return.",
	     "folder \"{nilai}\" is no finished month, transfer or return: there is no {lain}",
	     "Give a folder that nafkah run, nafkah transfer or nafkah return wrote."),
	TEXT_OPEN(N1041_RETURN_FORMAT_UNKNOWN,
	     "Format hasil bank \"{nilai}\" tidak dikenal; yang dikenal: {lain}",
	     "Pilih salah satu, atau tambahkan berkas formatnya dalam formats/balasan (formats/README.md).",
	     "format \"{nilai}\" of bank results is not known; known are: {lain}",
	     "Choose one of them, or add the file of the format to formats/balasan (formats/README.md)."),
	TEXT_OPEN(N1042_RETURN_FORMAT_INCONSISTENT,
	     "Format hasil bank tidak dapat dipakai: \"{nilai}\" ({lain})",
	     "Perbaiki berkas format dalam formats/balasan; formats/README.md menjelaskan bagian-bagiannya.",
	     "the format of bank results cannot be used: \"{nilai}\" ({lain})",
	     "Mend the file of the format in formats/balasan; formats/README.md explains its parts."),
	TEXT_OPEN(N1043_RESULT_HEADER_UNKNOWN,
	     "Berkas ini bukan hasil bank yang dikenal; kolom yang tidak ditemukan: {nilai} ({lain})",
	     "Ambil hasil unggahan itu langsung dari saluran bank, tanpa disimpan ulang. Bila bank menamai kolomnya "
	     "lain, tambahkan nama itu pada formatnya dalam formats/balasan.",
	     "this is no known result of a bank; columns that were not found: {nilai} ({lain})",
	     "Take the result of the upload from the bank's channel as it is, not saved again. Where the bank calls a "
	     "column otherwise, add that name to the format in formats/balasan."),
	TEXT_OPEN(N1044_RESULT_HEADER_AMBIGUOUS,
	     "Berkas ini cocok dengan beberapa format hasil bank: {nilai}",
	     "Sebutkan formatnya dengan --format.",
	     "this file fits several formats of bank results: {nilai}",
	     "Name the format with --format."),
	TEXT_VALUE(N1045_RESULT_UNREADABLE,
	     "Hasil bank berisi \"{nilai}\", padahal seharusnya {lain}",
	     "Ambil lagi hasil itu dari saluran bank. Jangan disunting dan jangan disimpan ulang dari Excel: nomor "
	     "rekening dan kunci rusak karenanya.",
	     "the result of the bank has \"{nilai}\" where {lain} is expected",
	     "Take the result from the bank's channel once more. Do not edit it and do not save it again from Excel: "
	     "accounts and keys break by that."),
	TEXT_OPEN(N1046_RESULT_WORD_UNKNOWN,
	     "Kata status \"{nilai}\" tidak ada dalam format \"{lain}\"",
	     "Tanyakan kepada bank apakah kata itu berarti dibayar, dikembalikan, atau belum selesai, lalu tambahkan "
	     "pada formatnya dalam formats/balasan. Program tidak menebak.",
	     "status word \"{nilai}\" is not in format \"{lain}\"",
	     "Ask the bank whether it means paid, returned or not finished, then add it to the format in "
	     "formats/balasan. The program does not guess."),
	TEXT_VALUE(N1047_RESULT_NOT_SENT,
	     "Hasil untuk \"{nilai}\" tidak ada dalam {lain}",
	     "Periksa apakah hasil ini milik folder itu: hasil kiriman ulang diterapkan pada folder transfer yang "
	     "mengirimnya. Baris milik pembayaran lain tidak boleh ada di dalamnya.",
	     "a result for \"{nilai}\", which is not in {lain}",
	     "Check that the result belongs to that folder: the result of a re-send goes to the transfer folder that "
	     "sent it. Lines of other payments may not be in it."),
	TEXT_VALUE(N1048_RESULT_OF_SEVERAL,
	     "Hasil untuk \"{nilai}\" cocok dengan {lain} baris yang dikirim",
	     "Minta hasil dengan nomor rujukan (kunci) dari bank; rekening dan jumlah saja tidak cukup untuk "
	     "membedakan baris-baris itu.",
	     "the result for \"{nilai}\" fits {lain} lines that were sent",
	     "Ask the bank for a result with the reference (kunci); account and amount alone cannot tell those lines "
	     "apart."),
	TEXT_OPEN(N1049_RESULT_AMOUNT_OTHER,
	     "Hasil bank menyebut Rp{nilai}, padahal yang dikirim Rp{lain}",
	     "Tanyakan kepada bank apa yang terjadi dengan pembayaran itu. Berkasnya diterapkan setelah jumlahnya "
	     "sesuai.",
	     "the result of the bank says Rp{nilai}, and what was sent is Rp{lain}",
	     "Ask the bank what happened to that payment. The file is taken once the amount agrees."),
	TEXT(N1050_RESULT_ACCOUNT_OTHER,
	     "Hasil bank menyebut rekening \"{nilai}\", padahal yang dikirim ke \"{lain}\"",
	     "Tanyakan kepada bank ke rekening mana uang itu dikirim. Berkasnya diterapkan setelah rekeningnya sesuai.",
	     "the result of the bank says account \"{nilai}\", and what was sent went to \"{lain}\"",
	     "Ask the bank to which account the money went. The file is taken once the account agrees."),
	TEXT_OPEN(N1051_RESULTS_CONTRADICT,
	     "Hasil kedua untuk kunci {nilai} berbeda dari baris {lain}",
	     "Tanyakan kepada bank hasil mana yang berlaku, lalu ambil berkas dengan satu hasil per pembayaran.",
	     "a second result for key {nilai} differs from line {lain}",
	     "Ask the bank which of them holds, then take a file with one result for each payment."),
	TEXT_OPEN(N1052_PAID_AFTER_RETURN,
	     "Hasil bank menyebut kunci {nilai} dibayar, padahal sudah dikembalikan ({lain})",
	     "Pembayaran yang dikembalikan mungkin sudah dikirim ulang: terapkan hasil kiriman ulang pada folder "
	     "transfernya. Bila tidak dikirim ulang, tanyakan kepada bank ke mana uang itu.",
	     "the result of the bank says key {nilai} is paid, which was returned before ({lain})",
	     "A returned payment may have been sent again: a result of that goes to the transfer folder that sent it. "
	     "If it was not, ask the bank where the money is."),
	TEXT_VALUE(N1053_RETURNED_LATE,
	     "Pembayaran ke \"{nilai}\" yang sudah dibayar dikembalikan bank kemudian: {lain}",
	     "Pastikan uang itu masuk kembali pada rekening kantor, perbaiki rekeningnya (--corrections), lalu kirim "
	     "kirim-ulang.csv dengan nafkah transfer. Tidak ada potongan baru.",
	     "the payment to \"{nilai}\" was paid, and the bank returned it later: {lain}",
	     "See that the money is back on the office's account, correct the payee's account (--corrections), then "
	     "send kirim-ulang.csv with nafkah transfer. Nothing is deducted again."),
	TEXT_OPEN(N1054_RESULTS_MISSING,
	     "Hasil {nilai} pembayaran belum diketahui ({lain})",
	     "Jangan mengirimnya lagi. Minta hasilnya dari bank, lalu jalankan nafkah return pada folder hasil ini dengan "
	     "berkas itu.",
	     "the result of {nilai} payments is not known yet ({lain})",
	     "Do not send them again. Ask the bank for the result, then run nafkah return on this result with that "
	     "file."),
	TEXT_VALUE(N1055_RETURNED_BY_BANK,
	     "Bank mengembalikan pembayaran ke \"{nilai}\": {lain}",
	     "Minta nomor rekening yang benar dengan buktinya dari penerima atau pengadilan, jalankan lagi dengan "
	     "--corrections ke folder lain, lalu kirim kirim-ulang.csv dengan nafkah transfer. Tidak ada potongan "
	     "baru.",
	     "the bank returned the payment to \"{nilai}\": {lain}",
	     "Ask the payee or the court for the right account with its proof, run again with --corrections into "
	     "another folder, then send kirim-ulang.csv with nafkah transfer. Nothing is deducted again."),
	TEXT_VALUE(N1056_CORRECTION_UNREADABLE,
	     "Daftar perbaikan tidak dapat dipakai: \"{nilai}\" (seharusnya {lain})",
	     "Isi kolom kunci,bank,rekening,nama_rekening,bukti; kunci disalin dari kirim-ulang.csv, bank dan "
	     "rekening sebagai teks.",
	     "the list of corrections cannot be used: \"{nilai}\" ({lain} is expected)",
	     "Fill the columns kunci,bank,rekening,nama_rekening,bukti; the key is copied from kirim-ulang.csv, bank "
	     "and account are text."),
	TEXT_OPEN(N1057_CORRECTION_NOT_RETURNED,
	     "Perbaikan untuk kunci {nilai}, yang tidak dikembalikan menurut berkas ini ({lain})",
	     "Hanya rekening pembayaran yang dikembalikan dapat diperbaiki, bersama berkas bank yang "
	     "mengembalikannya. Hapus baris itu dari daftar perbaikan, atau jalankan lagi nafkah return yang pertama "
	     "dengannya.",
	     "a correction for key {nilai}, which this file did not return ({lain})",
	     "Only the account of a payment that came back can be corrected, together with the file of the bank that "
	     "returned it. Take the line out of the corrections, or run the first nafkah return again with it."),
	TEXT_OPEN(N1058_CORRECTION_WITHOUT_PROOF,
	     "Perbaikan rekening untuk kunci {nilai} tanpa bukti",
	     "Tulis nomor dokumennya pada kolom bukti: surat pengadilan, salinan buku tabungan, atau surat penerima.",
	     "a corrected account for key {nilai} has no proof",
	     "Write the number of the document into the column bukti: a letter of the court, a copy of the savings "
	     "book, or a letter of the payee."),
	TEXT(N1059_CORRECTION_OWN_ACCOUNT,
	     "Perbaikan menyebut rekening \"{nilai}\", yang juga rekening ASN sendiri",
	     "Minta rekening atas nama penerima hak; uang ini tidak boleh kembali kepada ASN.",
	     "a correction names account \"{nilai}\", which is the civil servant's own",
	     "Ask for an account of the payee; this money must not go back to the civil servant."),
	TEXT_OPEN(N1060_CORRECTION_OWN_UNCHECKED,
	     "Tidak diperiksa apakah rekening perbaikan milik ASN sendiri: {nilai}",
	     "Cocokkan sendiri rekening itu dengan daftar gaji, atau letakkan folder bulan (dengan bukti) di samping "
	     "folder ini lalu jalankan lagi.",
	     "it was not checked whether a corrected account is the civil servant's own: {nilai}",
	     "Hold the account against the payroll yourself, or put the folder of the month (with evidence) beside "
	     "this one and run again."),
	TEXT_OPEN(N1061_CORRECTION_FOR_RULINGS,
	     "Rekening perkara ini diperbaiki hanya untuk kiriman ulang ini",
	     "Perbaiki juga rekening itu dalam daftar putusan, dengan bukti yang sama, sebelum bulan berikutnya "
	     "dijalankan; bila tidak, bulan depan dikirim lagi ke rekening lama.",
	     "the account of this case was corrected for this re-send only",
	     "Correct the account in the file of rulings as well, with the same proof, before the next month is run; "
	     "otherwise the next month goes to the old account again."),
	TEXT_OPEN(N1062_RETURN_FORMAT_UNTESTED,
	     "Format hasil bank \"{nilai}\" belum diuji dengan berkas asli dari bank",
	     "Cocokkan beberapa baris status-transfer.csv dengan yang terlihat pada saluran bank. Bila benar, salin "
	     "format itu dengan teruji=\"ya\".",
	     "format \"{nilai}\" of bank results was not held against a real file of the bank",
	     "Hold some lines of status-transfer.csv against what the channel of the bank shows. Once they agree, "
	     "keep the format with teruji=\"ya\"."),
	TEXT_OPEN(N1063_RETURNED_BEFORE,
	     "Sebanyak {nilai} pembayaran sudah dikembalikan sebelumnya ({lain}) dan tidak diulang dalam "
	     "kirim-ulang.csv",
	     "",
	     "{nilai} payments were returned before ({lain}) and are not repeated in kirim-ulang.csv",
	     ""),
	TEXT_OPEN(N1064_RESULTS_NOTHING_NEW,
	     "Berkas bank ini tidak mengubah status satu pembayaran pun ({nilai} hasil)",
	     "",
	     "this file of the bank changes the status of no payment ({nilai} results)",
	     ""),
	TEXT_OPEN(N1065_RESULT_FILE_OLD,
	     "Berkas hasil bank \"{nilai}\" sudah diterapkan pada kiriman ke-{lain}",
	     "Ambil hasil kiriman ulang ini dari saluran bank. Hasil kiriman yang lama menyebut pembayaran yang sama dengan "
	     "kunci yang sama; bila diterapkan di sini, uang itu dapat terkirim dua kali. Bila ini memang hasil baru dengan isi "
	     "yang persis sama, ambil dengan kolom tanggalnya.",
	     "the bank's file \"{nilai}\" was applied to sending {lain} already",
	     "Take the result of this re-send from the bank's channel. The result of an earlier sending tells of the same "
	     "payments by the same keys; applied here, money could be sent twice. Where this is a new result that reads the "
	     "same, take it with its column of dates."),
	TEXT_OPEN(N1066_RESULT_BEFORE_SENDING,
	     "Hasil ini bertanggal {nilai}, sebelum tanggal bayar kiriman ulang ini ({lain})",
	     "Periksa apakah berkas ini hasil kiriman yang lama. Bila bank membayar lebih awal daripada tanggal bayar yang "
	     "ditulis, pindahkan folder transfer itu, buat lagi dengan tanggal bayar yang benar, lalu terapkan padanya.",
	     "this result is of {nilai}, before the pay date of this re-send ({lain})",
	     "See whether this file is the result of an earlier sending. Where the bank paid earlier than the pay date says, move "
	     "that transfer folder away, make it again with the right pay date, and apply the file to that one."),
	TEXT_OPEN(N1067_RESULTS_WITHOUT_DATE,
	     "Sebanyak {nilai} hasil tanpa tanggal untuk pembayaran yang dikirim ke-{lain} kalinya",
	     "Kuncinya sama dengan kiriman sebelumnya, jadi hanya tanggal yang membedakan hasilnya. Pastikan berkas ini diambil "
	     "setelah kiriman ulang, dari unggahan yang benar.",
	     "{nilai} results without a date for payments that were sent {lain} times",
	     "Their keys are those of the earlier sending, so that only a date tells the results apart. Make sure that this file "
	     "was taken after the re-send, and of the right upload."),

	/* N99: bugs */
	TEXT_OPEN(N9901_CONSERVATION,
	     "Perhitungan uang tidak seimbang ({lain}: {nilai}); ini kesalahan program",
	     "Jangan memakai angka apa pun dari proses ini; tidak ada hasil yang ditulis. Laporkan kode ini kepada "
	     "pembuat program.",
	     "the money does not balance ({lain}: {nilai}); this is a bug in the program",
	     "Do not use any figure of this run; no result was written. Report this code to the makers of the "
	     "program."),
};

const char *code_text(enum code c, enum lang lang)
{
	return texts[c].message[lang] != NULL ? texts[c].message[lang] : "";
}

const char *code_remedy(enum code c, enum lang lang)
{
	return texts[c].remedy[lang] != NULL ? texts[c].remedy[lang] : "";
}

enum hides code_hides(enum code c)
{
	return texts[c].hides;
}
