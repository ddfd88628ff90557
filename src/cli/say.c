/* What the command line itself says, in both languages, and the help. */
#include "cli.h"

#include <string.h>

static const char *const texts[SAY_COUNT][LANG_COUNT] = {
	[SAY_USAGE_HINT] = { "Coba: nafkah --help", "Try: nafkah --help" },
	[SAY_UNKNOWN_COMMAND] = { "perintah tidak dikenal", "unknown command" },
	[SAY_UNKNOWN_OPTION] = { "pilihan tidak dikenal", "unknown option" },
	[SAY_NEEDS_VALUE] = { "pilihan ini perlu nilai", "option needs a value" },
	[SAY_BAD_PERIOD] = { "periode harus YYYY-MM, misalnya 2026-01", "the period must be YYYY-MM, such as 2026-01" },
	[SAY_BAD_EXPECT] = { "--expect harus BARIS:RUPIAH, misalnya 40:215000000",
	                     "--expect must be ROWS:RUPIAH, such as 40:215000000" },
	[SAY_BAD_THREADS] = { "--threads harus bilangan 1 sampai 256", "--threads must be a number from 1 to 256" },
	[SAY_BAD_LANG] = { "bahasa harus id atau en", "language must be id or en" },
	[SAY_BAD_KIND] = { "jenis harus gaji, tpp, thr atau gaji13", "kind must be gaji, tpp, thr or gaji13" },
	[SAY_CONTINUES_ALONE] = { "tidak dapat dipakai bersama --continues: bagian pertama sudah menetapkannya",
	                          "cannot be used with --continues: the first part has fixed it" },
	[SAY_BAD_NAME] = { "nama berkas kosong atau memuat karakter kendali atau garis miring terbalik; ganti namanya",
	                   "file name is empty or has a control character or backslash; rename the file" },
	[SAY_MISSING] = { "pilihan wajib belum ada", "required option is missing" },
	[SAY_EITHER_FIRST] = { "tulis salah satu: --previous FOLDER-BULAN-LALU, --first bila belum pernah dijalankan, atau --continues; "
	                       "tanpa itu tunggakan akan hilang atau ganda",
	                       "give exactly one of --previous FOLDER-OF-LAST-MONTH, --first (first month ever) and --continues; "
	                       "otherwise arrears would be lost or doubled" },
	[SAY_TWO_NAMES] = { "dua masukan bernama sama; ganti nama salah satu", "two inputs have the same name; rename one" },
	[SAY_STDIN_TWICE] = { "masukan standar (-) hanya untuk satu penggajian", "standard input (-) serves one payroll only" },
	[SAY_STDIN_ONLY_PAYROLL] = { "masukan standar (-) hanya untuk penggajian", "standard input (-) is for a payroll only" },
	[SAY_NO_PAYROLL] = { "belum ada berkas penggajian", "no payroll file given" },
	[SAY_TOO_MANY_EXPECTED] = { "--expect lebih banyak daripada berkas penggajian", "more --expect than payrolls" },
	[SAY_OUT_INSIDE] = { "--out berada di dalam folder bulan lalu; pilih folder lain",
	                     "--out lies inside last month's folder; choose another" },
	[SAY_TWICE] = { "pilihan ini hanya boleh satu kali", "option may be given only once" },
	[SAY_STRAY] = { "argumen tidak dikenal", "unexpected argument" },
	[SAY_NO_FORMATS] = { "folder formats tidak ditemukan; tunjukkan dengan --formats FOLDER atau NAFKAH_FORMATS",
	                     "could not find the formats folder; name it with --formats FOLDER or NAFKAH_FORMATS" },
	[SAY_LINE] = { "baris", "line" },
	[SAY_COLUMN] = { "kolom", "column" },
	[SAY_MORE] = { "temuan sejenis tidak ditampilkan", "more findings of this code are not shown" },
	[SAY_PAYROLL] = { "Penggajian", "Payroll" },
	[SAY_ROWS] = { "baris", "rows" },
	[SAY_CHANGED] = { "berubah", "changed" },
	[SAY_TRANSFER] = { "Transfer", "Transfers" },
	[SAY_RULINGS] = { "Putusan", "Rulings" },
	[SAY_FINDINGS] = { "Temuan", "Findings" },
	[SAY_NONE] = { "tidak ada", "none" },
	[SAY_RESULT] = { "Hasil", "Result" },
	[SAY_CHECKED] = { "pemeriksaan saja, tidak ada yang ditulis", "check only, nothing was written" },
	[SAY_BEGIN] = { "penggajian, putusan", "payrolls, rulings" },
	[SAY_STDOUT] = { "pesan tidak dapat ditulis ke keluaran standar", "the message could not be written to standard output" },
	[SAY_LOOK_AT] = { "Lihat", "See" },
	[SAY_REFUSED] = { "DITOLAK: tidak ada yang ditulis. Perbaiki temuan \"tolak\" di atas, lalu jalankan lagi.",
	                  "REFUSED: nothing was written. Mend the findings of level \"tolak\" above, then run again." },
	[SAY_FAILED] = { "GAGAL: tidak ada yang ditulis; folder hasil tidak dibuat.",
	                 "FAILED: nothing was written; no output folder was made." },
	[SAY_EXISTS] = { "folder hasil sudah ada dan tidak disentuh; bulan ini sudah dijalankan. Pindahkan folder itu dulu bila "
	                 "bulan ini memang harus dijalankan ulang",
	                 "the output exists and was not touched: this month has been run. Move that folder away first if the month "
	                 "really must be run again" },
	[SAY_NOT_PROVEN] = { "hasil sudah ditulis, tetapi penyimpanannya ke disk atau pesannya tidak dapat dipastikan; periksa "
	                     "dengan sha256sum -c SHA256SUMS",
	                     "written, but not proven durable or the message was lost; check with sha256sum -c SHA256SUMS" },
	[SAY_BUG] = { "KESALAHAN PROGRAM: hukum kekekalan dilanggar; tidak ada yang ditulis. Laporkan beserta masukannya.",
	              "BUG: a law of conservation was broken; nothing was written. Please report it with its input." },
	[SAY_ATTENTION] = { "SELESAI, dengan hal yang ditahan atau menunggu seseorang: baca laporan.",
	                    "DONE, with something held or waiting for a person: read the report." },
	[SAY_DONE] = { "SELESAI.", "DONE." },
	[SAY_LAYOUTS] = { "Tata letak penggajian", "Payroll layouts" },
	[SAY_RULES] = { "Aturan", "Rules" },
	[SAY_VALID] = { "berkas ini sah", "this file is valid" },
	[SAY_ROOT] = { "pemakaian: nafkah formats [check BERKAS]", "usage: nafkah formats [check FILE]" },
	[SAY_BASE] = { "dasar penghasilan", "income base" },
	[SAY_BAD_NIP] = { "NIP harus 18 angka yang mungkin benar", "the NIP must be 18 digits that are possible" },
	[SAY_FOLDER_ALONE] = { "tidak dapat dipakai bersama folder hasil: bulan itu sudah menetapkannya",
	                       "cannot be used with a finished folder: that month has fixed it" },
	[SAY_DRAFT_OPEN] = { "draf ini belum lengkap: cari kata LENGKAPI di dalamnya",
	                     "the draft is not complete: look for LENGKAPI in it" },
	[SAY_NOT_FIRST] = { "--first berarti belum pernah dijalankan, tetapi di samping hasil ini ada hasil bulan yang lebih awal. "
	                    "Bila bulan ini lanjutannya, semua tunggakan terlupa: jangan mengirim hasil ini, pindahkan, lalu "
	                    "jalankan lagi dengan --previous",
	                    "--first means that no month was run before, but beside this result lies one of an earlier month. "
	                    "If this month follows it, all arrears are forgotten: send nothing of this result, move it away, "
	                    "and run again with --previous" },
};

const char *say(enum say what, enum lang lang)
{
	return texts[what][lang];
}

#define JSON_ID "  --json                   ringkasan sebagai satu objek JSON\n"
#define MONTH_OPTIONS_ID \
	"  --period YYYY-MM         bulan penggajian\n" \
	"  --rulings BERKAS         putusan (XML, formats/schema/putusan.xsd)\n" \
	"  --previous FOLDER        hasil bulan terakhir yang dijalankan, atau\n" \
	"  --first                  bulan pertama kali, atau\n" \
	"  --continues FOLDER       bagian pertama bulan ini: bayar yang masih menunggu\n" \
	"  --more JENIS             penggajian jenis ini menyusul bulan ini (misalnya tpp)\n" \
	"  --income [TATA=]BERKAS   dihitung untuk dasar penghasilan, tidak dipotong\n" \
	"  --rules ID|BERKAS        aturan (bawaan: skb-bontang)\n" \
	"  --office BERKAS          berkas kantor\n" \
	"  --expect BARIS:RUPIAH    isi penggajian ke-n menurut sumbernya\n" \
	"  --formats FOLDER         tata letak, aturan dan skema\n" \
	"  --threads N              paling banyak N inti bekerja (bawaan: semua); hasilnya selalu sama\n" \
	"  --lang id|en             bahasa pesan\n" \
	"  --quiet                  hanya penolakan dan kegagalan\n"
#define JSON_EN "  --json                   the summary as one JSON object\n"
#define MONTH_OPTIONS_EN \
	"  --period YYYY-MM         the month of the payroll\n" \
	"  --rulings FILE           rulings (XML, formats/schema/putusan.xsd)\n" \
	"  --previous DIR           the result of the last month that was run, or\n" \
	"  --first                  the first month ever, or\n" \
	"  --continues DIR          the first part of this month: pay what waits\n" \
	"  --more KIND              a payroll of this kind follows later this month (such as tpp)\n" \
	"  --income [LAYOUT=]FILE   counts for the income base, is not adjusted\n" \
	"  --rules ID|FILE          rules (default: skb-bontang)\n" \
	"  --office FILE            office file\n" \
	"  --expect ROWS:RUPIAH     what the n-th payroll must hold, as its source says\n" \
	"  --formats DIR            layouts, rules and schemas\n" \
	"  --threads N              use at most N cores (default: all); the result is the same\n" \
	"  --lang id|en             language of messages\n" \
	"  --quiet                  refusals and failures only\n"
#define EXITS_ID \
	"Status keluar: 0 selesai; 1 selesai, ada yang ditahan atau menunggu orang; 2 salah pakai;\n" \
	"3 masukan ditolak; 4 disk, memori atau izin gagal; 5 tertulis tetapi belum pasti tersimpan;\n" \
	"6 hasil sudah ada; 70 kesalahan program. Hanya 0, 1 dan 5 meninggalkan folder hasil.\n"
#define EXITS_EN \
	"Exit status: 0 done; 1 done, something is held or waits for a person; 2 wrong usage;\n" \
	"3 input refused; 4 disk, memory or permission failed; 5 written but not proven durable;\n" \
	"6 the output exists; 70 a bug. Only 0, 1 and 5 leave an output folder.\n"

static const struct {
	const char *command, *text[LANG_COUNT];
} helps[] = {
	{ "run",
	  { "Pemakaian: nafkah run --period YYYY-MM --rulings BERKAS --out FOLDER (--previous FOLDER | --first | --continues FOLDER)\n"
	    "                      [PILIHAN]... [TATA-LETAK=]PENGGAJIAN...\n"
	    "Memotong gaji dan TPP menurut putusan, dan menulis satu folder: penggajian yang disesuaikan, daftar\n"
	    "transfer, register pelaksanaan, laporan dan bukti. Semua tertulis, atau tidak sama sekali.\n\n" MONTH_OPTIONS_ID JSON_ID
	    "  --out FOLDER             folder hasil, belum boleh ada\n"
	    "  --no-evidence            jangan salin penggajian ke bukti/, cukup hash-nya\n\n" EXITS_ID,
	    "Usage: nafkah run --period YYYY-MM --rulings FILE --out DIR (--previous DIR | --first | --continues DIR)\n"
	    "                  [OPTION]... [LAYOUT=]PAYROLL...\n"
	    "Deducts what rulings order from salary and additional income, and writes one folder: adjusted payrolls,\n"
	    "transfer list, register, report and evidence. All of it is written, or nothing.\n\n" MONTH_OPTIONS_EN JSON_EN
	    "  --out DIR                output folder, must not exist\n"
	    "  --no-evidence            keep payrolls in bukti/ by hash only, not as copies\n\n" EXITS_EN } },
	{ "check",
	  { "Pemakaian: nafkah check --period YYYY-MM --rulings BERKAS (--previous FOLDER | --first | --continues FOLDER)\n"
	    "                        [PILIHAN]... [TATA-LETAK=]PENGGAJIAN...\n"
	    "Temuan dan jumlah yang sama seperti run, tanpa menulis apa pun.\n\n" MONTH_OPTIONS_ID JSON_ID "\n" EXITS_ID,
	    "Usage: nafkah check --period YYYY-MM --rulings FILE (--previous DIR | --first | --continues DIR)\n"
	    "                    [OPTION]... [LAYOUT=]PAYROLL...\n"
	    "The same findings and totals as run; writes nothing.\n\n" MONTH_OPTIONS_EN JSON_EN "\n" EXITS_EN } },
	{ "explain",
	  { "Pemakaian: nafkah explain --nip NIP [--html] FOLDER\n"
	    "           nafkah explain --nip NIP [--html] --period YYYY-MM --rulings BERKAS\n"
	    "                          (--previous FOLDER | --first | --continues FOLDER) [PILIHAN]... [TATA-LETAK=]PENGGAJIAN...\n"
	    "Menjelaskan langkah demi langkah bagaimana potongan satu orang terjadi, dengan dasar setiap langkah, sehingga\n"
	    "dapat dihitung ulang dengan kalkulator: dari folder hasil (dihitung ulang dari buktinya dan dicocokkan), atau\n"
	    "dari berkas yang sama seperti run. Tidak menulis berkas. Keluarannya memuat data pribadi orang itu.\n\n"
	    "  --nip NIP                ASN yang dijelaskan\n"
	    "  --html                   satu halaman untuk dicetak (A4), bukan teks\n" MONTH_OPTIONS_ID "\n" EXITS_ID,
	    "Usage: nafkah explain --nip NIP [--html] DIR\n"
	    "       nafkah explain --nip NIP [--html] --period YYYY-MM --rulings FILE\n"
	    "                      (--previous DIR | --first | --continues DIR) [OPTION]... [LAYOUT=]PAYROLL...\n"
	    "Tells step by step how one person's deduction came about, with the basis of each step, so that it can be\n"
	    "computed again with a pocket calculator: from a finished folder (computed again from its evidence, and held\n"
	    "against it), or from the files that run takes. Writes no file. The output holds that person's data.\n\n"
	    "  --nip NIP                the civil servant to explain\n"
	    "  --html                   one page to be printed (A4) instead of text\n" MONTH_OPTIONS_EN "\n" EXITS_EN } },
	{ "formats",
	  { "Pemakaian: nafkah formats [--formats FOLDER] [check BERKAS]\n"
	    "Mendaftar tata letak dan aturan yang dikenal, atau memeriksa satu berkas tata letak, aturan atau putusan.\n",
	    "Usage: nafkah formats [--formats DIR] [check FILE]\n"
	    "Lists the layouts and rules that are known, or checks one file of a layout, rules or rulings.\n" } },
	{ NULL,
	  { "nafkah: pemotongan gaji dan TPP ASN menurut putusan Pengadilan Agama\n\n"
	    "  nafkah run       jalankan satu bulan dan tulis hasilnya\n"
	    "  nafkah check     temuan dan jumlah yang sama, tanpa menulis\n"
	    "  nafkah explain   bagaimana potongan satu orang terjadi, langkah demi langkah\n"
	    "  nafkah formats   tata letak dan aturan yang dikenal; formats check BERKAS\n\n"
	    "nafkah PERINTAH --help menjelaskan satu perintah; nafkah --version menyebut versi.\n\n" EXITS_ID,
	    "nafkah: deductions from civil servants' pay as religious courts rule\n\n"
	    "  nafkah run       run one month and write the result\n"
	    "  nafkah check     the same findings and totals, writes nothing\n"
	    "  nafkah explain   how one person's deduction came about, step by step\n"
	    "  nafkah formats   layouts and rules that are known; formats check FILE\n\n"
	    "nafkah COMMAND --help explains one command; nafkah --version tells the version.\n\n" EXITS_EN } },
};

const char *help_text(const char *command, enum lang lang)
{
	size_t i = 0;

	while (helps[i].command != NULL && (command == NULL || strcmp(helps[i].command, command) != 0))
		i++;
	return helps[i].text[lang];
}
