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
	[SAY_EXISTS] = { "folder hasil sudah ada dan tidak disentuh; perintah ini sudah dijalankan. Pindahkan folder itu dulu "
	                 "bila memang harus dijalankan ulang",
	                 "the output exists and was not touched: this has been run. Move that folder away first if it really must "
	                 "be run again" },
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
	[SAY_ROOT] = { "pemakaian: nafkah formats [check BERKAS [EKSPOR] | draft EKSPOR [LEMBAR] | template rulings]",
	               "usage: nafkah formats [check FILE [EXPORT] | draft EXPORT [SHEET] | template rulings]" },
	[SAY_TO_FILE] = { "ini buku kerja, bukan teks untuk terminal; tulis ke berkas",
	                  "this is a workbook, not text for a terminal; write it to a file" },
	[SAY_BASE] = { "dasar penghasilan", "income base" },
	[SAY_BAD_NIP] = { "NIP harus 18 angka yang mungkin benar", "the NIP must be 18 digits that are possible" },
	[SAY_FOLDER_ALONE] = { "tidak dapat dipakai bersama folder hasil: bulan itu sudah menetapkannya",
	                       "cannot be used with a finished folder: that month has fixed it" },
	[SAY_DRAFT_OPEN] = { "draf ini belum lengkap: cari kata LENGKAPI di dalamnya",
	                     "the draft is not complete: look for LENGKAPI in it" },
	[SAY_NOT_CONFINED] = { "kernel ini tidak dapat membatasi berkas yang boleh dibuka program (Landlock); pekerjaan tetap berjalan",
	                       "this kernel cannot confine the program to its files (Landlock); the work goes on" },
	[SAY_AS_ROOT] = { "dijalankan sebagai root; hasilnya hanya akan terbaca oleh root. Pakailah pengguna biasa",
	               "run as root; only root will be able to read the result. Use an ordinary user" },
	[SAY_NOT_FIRST] = { "--first berarti belum pernah dijalankan, tetapi di samping hasil ini ada hasil bulan yang lebih awal. "
	                    "Bila bulan ini lanjutannya, semua tunggakan terlupa: jangan mengirim hasil ini, pindahkan, lalu "
	                    "jalankan lagi dengan --previous",
	                    "--first means that no month was run before, but beside this result lies one of an earlier month. "
	                    "If this month follows it, all arrears are forgotten: send nothing of this result, move it away, "
	                    "and run again with --previous" },
	[SAY_BAD_MONTHS] = { "--months harus bilangan 1 sampai 300", "--months must be a number from 1 to 300" },
	[SAY_BAD_INCOME] = { "harus RUPIAH atau JENIS=RUPIAH, dipisah koma, setiap jenis satu kali, misalnya 9000000,tpp=4000000",
	                     "must be RUPIAH or KIND=RUPIAH, separated by commas, each kind once, such as 9000000,tpp=4000000" },
	[SAY_BAD_CHILDREN] = { "anak ditulis dengan tanggal lahir YYYY-MM-DD, boleh /ibu /ayah /wali /sekolah di belakangnya, dipisah koma, "
	                       "paling banyak 20",
	                       "children are dates of birth YYYY-MM-DD, with /ibu /ayah /wali /sekolah behind them if need be, separated "
	                       "by commas, at most 20" },
	[SAY_BAD_AWARD] = { "hak ditulis BULAN (pecahan), BULANxRUPIAH, RUPIAH/BULAN, boleh -DIBAYAR di belakangnya, atau tidak; misalnya 3, "
	                    "3x1500000, 18000000/12-6000000",
	                    "an award is MONTHS (a fraction), MONTHSxRUPIAH, RUPIAH/MONTHS, with -PAID behind it if need be, or tidak (none); "
	                    "such as 3, 3x1500000, 18000000/12-6000000" },
	[SAY_BAD_CHILD_AWARD] = { "nafkah anak ditulis pecahan, RUPIAH, RUPIAH+PERSEN%, anak demi anak (a1=RUPIAH,a2=RUPIAH+PERSEN%), atau tidak",
	                          "child maintenance is pecahan (a fraction), RUPIAH, RUPIAH+PERCENT%, child by child "
	                          "(a1=RUPIAH,a2=RUPIAH+PERCENT%), or tidak (none)" },
	[SAY_BAD_WORD] = { "kata ini tidak dikenal; --help menyebut pilihannya", "unknown word; --help names the choices" },
	[SAY_CARRIED] = { "Dibawa", "Carried" },
	[SAY_LEFT] = { "Belum terkirim", "Left over" },
	[SAY_TRIAL] = { "Berkas uji: belum diuji dengan bank", "Trial file: not tested with the bank" },
	[SAY_PAYMENT_FORMATS] = { "Format transfer", "Transfer formats" },
	[SAY_PAID] = { "Dibayar", "Paid" },
	[SAY_RETURNED] = { "Dikembalikan", "Returned" },
	[SAY_UNKNOWN_YET] = { "Belum diketahui", "Not known yet" },
	[SAY_RESEND] = { "Kirim ulang", "To send again" },
	[SAY_RETURN_FORMATS] = { "Format hasil bank", "Formats of bank results" },
	[SAY_BAD_DAY] = { "tanggal harus YYYY-MM-DD", "the date must be YYYY-MM-DD" },
	[SAY_BAD_RUPIAH] = { "harus jumlah rupiah bulat, misalnya 8000000", "must be whole rupiah, such as 8000000" },
	[SAY_VOLUNTARY_MORE] = { "--voluntary lebih besar daripada penghasilannya", "--voluntary is more than the income" },
	[SAY_ONE_FORM] = { "pilih salah satu: --json atau --html", "choose one: --json or --html" },
	[SAY_SHARE_ALONE] = { "berdiri sendiri, tanpa --iddah, --mutah, --lampau", "stands alone, without --iddah, --mutah, --lampau" },
	[SAY_RULINGS_USAGE] = { "pemakaian: nafkah rulings diff LAMA BARU", "usage: nafkah rulings diff OLD NEW" },
};

const char *say(enum say what, enum lang lang)
{
	return texts[what][lang];
}

#define JSON_ID "  --json                   ringkasan sebagai satu objek JSON\n"
#define MONTH_OPTIONS_ID \
	"  --period YYYY-MM         bulan penggajian\n" \
	"  --rulings BERKAS         putusan (XML, CSV atau XLSX; formats/README.md)\n" \
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
	"  --rulings FILE           rulings (XML, CSV or XLSX; formats/README.md)\n" \
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
	    "  --no-evidence            jangan salin penggajian ke bukti/, cukup hash-nya\n"
	    "  --mask                   tulis juga samaran/: laporan dan register dengan nama, NIP dan rekening samaran\n\n" EXITS_ID,
	    "Usage: nafkah run --period YYYY-MM --rulings FILE --out DIR (--previous DIR | --first | --continues DIR)\n"
	    "                  [OPTION]... [LAYOUT=]PAYROLL...\n"
	    "Deducts what rulings order from salary and additional income, and writes one folder: adjusted payrolls,\n"
	    "transfer list, register, report and evidence. All of it is written, or nothing.\n\n" MONTH_OPTIONS_EN JSON_EN
	    "  --out DIR                output folder, must not exist\n"
	    "  --no-evidence            keep payrolls in bukti/ by hash only, not as copies\n"
	    "  --mask                   also write samaran/: report and register with pseudonyms for names, NIP and accounts\n\n"
	    EXITS_EN } },
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
	{ "simulate",
	  { "Pemakaian: nafkah simulate --start YYYY-MM --income RUPIAH[,tpp=RUPIAH] [PILIHAN]...\n"
	    "Simulasi, bukan putusan: berapa hak dan potongan setiap bulan, dan apa yang tersisa bagi kedua rumah tangga, untuk satu\n"
	    "penghasilan dan satu keluarga. Tanpa nama dan tanpa NIP. Dihitung oleh mesin yang sama dengan run. Tidak menulis berkas.\n\n"
	    "  --start YYYY-MM          bulan pertama potongan\n"
	    "  --income RUPIAH[,JENIS=RUPIAH]  penghasilan sebulan setelah iuran wajib (pajak, IWP, BPJS), sebelum potongan sukarela;\n"
	    "                           jenis: gaji (bawaan), tpp, ...; dengan dasar kotor: penghasilan kotor\n"
	    "  --voluntary RUPIAH[,JENIS=RUPIAH]  bagian dari --income yang sudah terpotong pinjaman, koperasi, zakat\n"
	    "  --children LAHIR[/ASUH][/sekolah],...  tanggal lahir setiap anak; asuh: ibu (bawaan), ayah, wali; namanya a1, a2, ...\n"
	    "  --iddah HAK  --mutah HAK  --lampau HAK  BULAN (pecahan) | BULANxRUPIAH | RUPIAH/BULAN [-DIBAYAR] | tidak\n"
	    "  --nafkah-anak HAK        pecahan | RUPIAH[+PERSEN%] | a1=RUPIAH[+PERSEN%],... | tidak\n"
	    "  --bagian-gaji            PP 10/1983: bagian istri tanpa batas waktu, tanpa hak istri yang lain\n"
	    "                           Tanpa pilihan hak: pecahan SKB, iddah dan mut'ah selama aturan membolehkan\n"
	    "  --pembayaran berurutan|bersamaan  hak istri satu demi satu, atau sekaligus (bawaan: aturan)\n"
	    "  --penghasilan RUPIAH     penghasilan menurut hakim, bila aturan memakai bulan-dasar putusan (bawaan: --income)\n"
	    "  --penghasilan-mantan RUPIAH  penghasilan mantan sendiri; hanya ditampilkan\n"
	    "  --kawin-lagi YYYY-MM-DD  seandainya mantan kawin lagi pada tanggal itu\n"
	    "  --jenis cerai-talak|cerai-gugat   --asn suami|istri (bawaan: suami)\n"
	    "  --months N               banyaknya bulan (bawaan: 12)\n"
	    "  --rules ID|BERKAS        aturan (bawaan: skb-bontang)\n"
	    "  --html                   satu halaman untuk dicetak (A4), bukan teks\n" JSON_ID
	    "  --formats FOLDER  --lang id|en  --quiet\n\n"
	    "Status keluar: 0 selesai; 1 selesai, ada yang akan ditahan; 2 salah pakai; 3 aturan atau hak ditolak.\n",
	    "Usage: nafkah simulate --start YYYY-MM --income RUPIAH[,tpp=RUPIAH] [OPTION]...\n"
	    "A simulation, not a ruling: what is due and deducted each month, and what is left to both households, for one income\n"
	    "and one family. Takes no name and no NIP. Computed by the same engine as run. Writes no file.\n\n"
	    "  --start YYYY-MM          the first month of deductions\n"
	    "  --income RUPIAH[,KIND=RUPIAH]  monthly income after mandatory contributions (tax, IWP, BPJS), before voluntary\n"
	    "                           deductions; kinds: gaji (default), tpp, ...; where the rules' dasar is kotor: gross income\n"
	    "  --voluntary RUPIAH[,KIND=RUPIAH]  what of --income loans, the cooperative, zakat take already\n"
	    "  --children BORN[/CUSTODY][/sekolah],...  each child's date of birth; custody: ibu (default), ayah, wali (mother, father,\n"
	    "                           guardian); sekolah: at school. They are called a1, a2, ...\n"
	    "  --iddah AWARD  --mutah AWARD  --lampau AWARD  MONTHS (a fraction) | MONTHSxRUPIAH | RUPIAH/MONTHS [-PAID] | tidak (none)\n"
	    "  --nafkah-anak AWARD      pecahan (a fraction) | RUPIAH[+PERCENT%] | a1=RUPIAH[+PERCENT%],... | tidak (none)\n"
	    "  --bagian-gaji            PP 10/1983: the wife's share without a term, and nothing else for her\n"
	    "                           Without any award: the SKB's fractions, iddah and mut'ah for as long as the rules allow\n"
	    "  --pembayaran berurutan|bersamaan  the wife's awards one after another, or at once (default: the rules)\n"
	    "  --penghasilan RUPIAH     the income that the judge found, where the rules take it (default: --income)\n"
	    "  --penghasilan-mantan RUPIAH  what the former spouse earns; only shown\n"
	    "  --kawin-lagi YYYY-MM-DD  as if the former spouse remarried on that day\n"
	    "  --jenis cerai-talak|cerai-gugat   --asn suami|istri (the civil servant is the husband or the wife; default: suami)\n"
	    "  --months N               number of months (default: 12)\n"
	    "  --rules ID|FILE          rules (default: skb-bontang)\n"
	    "  --html                   one page to be printed (A4) instead of text\n" JSON_EN
	    "  --formats DIR  --lang id|en  --quiet\n\n"
	    "Exit status: 0 done; 1 done, something would be held; 2 wrong usage; 3 rules or awards refused.\n" } },
	{ "rulings",
	  { "Pemakaian: nafkah rulings diff LAMA BARU\n"
	    "Membandingkan dua berkas putusan dari pengadilan sebelum uang bergerak: perkara yang baru, berubah, berakhir, dan hilang.\n"
	    "Yang perlu dilihat seseorang bertanda (!): perkara atau hak yang hilang, amar yang berubah tanpa entri baru, rekening yang\n"
	    "berganti tanpa bukti baru, dan yang tidak berubah dengan sendirinya. NIP, NIK, nama, dan rekening disamarkan.\n\n" JSON_ID
	    "  --formats FOLDER  --lang id|en  --quiet\n\n"
	    "Status keluar: 0 tidak ada yang perlu dilihat; 1 ada; 2 salah pakai; 3 sebuah berkas ditolak.\n",
	    "Usage: nafkah rulings diff OLD NEW\n"
	    "Holds two files of rulings from the court against each other before any money moves: cases that are new, changed, ended\n"
	    "and gone. What needs a person is marked (!): a case or right that is gone, an amar changed without a new entry, an account\n"
	    "changed without a new document, and what does not change by itself. NIP, NIK, names and accounts are masked.\n\n" JSON_EN
	    "  --formats DIR  --lang id|en  --quiet\n\n"
	    "Exit status: 0 nothing needs a person; 1 something does; 2 wrong usage; 3 a file was refused.\n" } },
	{ "verify",
	  { "Pemakaian: nafkah verify [--inputs FOLDER]... [PILIHAN]... FOLDER...\n"
	    "Membuktikan bahwa folder hasil masih seperti saat ditulis: segelnya utuh, tidak ada berkas yang kurang atau lebih,\n"
	    "buktinya adalah yang dipakai bulan itu, dan bulan itu, dihitung ulang dari bukti itu, memberi isi yang sama. Bila\n"
	    "tidak, disebut berkas, baris dan kolom pertama yang berbeda serta penyebabnya: masukan, aturan, tata letak, hasil\n"
	    "atau program. Beberapa folder dibuktikan juga sebagai satu rantai: setiap bulan dibuka dengan penutupan bulan\n"
	    "sebelumnya, menurut hash. Tidak menulis apa pun.\n\n"
	    "  --inputs FOLDER          tempat penggajian asli untuk bulan yang dibuat dengan --no-evidence; dicocokkan\n"
	    "                           menurut hash, apa pun namanya; boleh lebih dari satu\n"
	    "  --threads N              paling banyak N inti bekerja (bawaan: semua)\n"
	    "  --json                   hasilnya sebagai satu objek JSON\n"
	    "  --lang id|en             bahasa pesan\n"
	    "  --quiet                  hanya yang berbeda dan kegagalan\n\n"
	    "Status keluar: 0 semuanya identik; 3 ada yang berbeda, atau rantainya putus; 1 tidak ada yang berbeda, tetapi tidak\n"
	    "semua terbukti: penggajian tidak tersimpan sehingga hanya segel yang diperiksa, atau satu folder rantai tidak\n"
	    "diberikan; 4 disk, memori atau izin gagal; 2 salah pakai.\n"
	    "Folder dari versi program yang lain: penggajian, transfer.csv, pelaksanaan.csv dan angka rekonsiliasi.xml dibandingkan\n"
	    "sampai byte terakhir; halaman dan buku kerja menurut segelnya.\n",
	    "Usage: nafkah verify [--inputs DIR]... [OPTION]... DIR...\n"
	    "Proves that finished folders are still what was written: the seal holds, no file is missing or was added, the\n"
	    "evidence is what the month was run with, and the month, computed again from that evidence, gives the same\n"
	    "content. If not, the first file, row and column that differ are named with the cause: input, rule, layout, output\n"
	    "or program. Several folders are proven to be one chain as well: each month opens with the closing of the month\n"
	    "before, by hash. Writes nothing.\n\n"
	    "  --inputs DIR             where the payrolls of a month made with --no-evidence lie; matched by hash,\n"
	    "                           whatever their names; may be given several times\n"
	    "  --threads N              use at most N cores (default: all)\n"
	    "  --json                   the result as one JSON object\n"
	    "  --lang id|en             language of messages\n"
	    "  --quiet                  only what differs, and failures\n\n"
	    "Exit status: 0 all of it is identical; 3 something differs, or the chain is broken; 1 nothing differs, but not all\n"
	    "is proven: payrolls were not kept so that only the seal was checked, or a folder of the chain was not given;\n"
	    "4 disk, memory or permission failed; 2 wrong usage.\n"
	    "Folders of another version of the program: payrolls, transfer.csv, pelaksanaan.csv and the figures of rekonsiliasi.xml\n"
	    "are compared to the byte; pages and workbooks by their seal.\n" } },
	{ "transfer",
	  { "Pemakaian: nafkah transfer FOLDER --format ID --pay-date YYYY-MM-DD --out FOLDER2 [PILIHAN]...\n"
	    "Menulis daftar transfer sebuah bulan yang sudah selesai untuk saluran bank kantor. FOLDER adalah hasil nafkah run;\n"
	    "hasil nafkah transfer, untuk yang belum terkirim; atau hasil nafkah return, untuk yang dikembalikan bank. Tidak ada\n"
	    "yang dihitung atau dipotong lagi. FOLDER2 berisi berkas untuk bank, lampiran SP2D (lampiran-transfer.html),\n"
	    "terkirim.csv, belum-terkirim.csv dengan sebabnya, kirim.xml, dan bukti.\n\n"
	    "  --format ID              format transfer bank; nafkah formats mendaftarnya. Boleh juga nama berkas format\n"
	    "  --pay-date YYYY-MM-DD    tanggal bayar; satu-satunya tanggal dalam berkas untuk bank\n"
	    "  --out FOLDER2            folder baru\n"
	    "  --office BERKAS          berkas kantor dengan rekening yang membayar dan format yang sudah diuji (bawaan: yang\n"
	    "                           tersimpan dalam FOLDER)\n"
	    "  --banks BERKAS           tabel bank milik kantor: kode, panjang rekening, jalur, batas jalur\n"
	    "  --formats FOLDER         folder tata letak, aturan, dan format\n"
	    "  --lang id|en             bahasa pesan\n"
	    "  --quiet                  hanya penolakan dan kegagalan\n\n"
	    "Nama berkas berawalan UJI- selama belum ada yang menulis dalam berkas kantor bahwa bank sudah menerima format itu.\n"
	    "Status keluar: 0 selesai; 1 selesai, sebagian menunggu dalam belum-terkirim.csv; 2 salah pakai; 3 ditolak, tidak ada\n"
	    "yang ditulis; 4 disk, memori atau izin gagal; 5 tertulis, tetapi sinkronisasi terakhir gagal; 6 FOLDER2 sudah ada.\n",
	    "Usage: nafkah transfer DIR --format ID --pay-date YYYY-MM-DD --out DIR2 [OPTION]...\n"
	    "Writes the transfer list of a finished month for the office's bank channel. DIR is a result of nafkah run; of nafkah\n"
	    "transfer, for what its channel did not carry; or of nafkah return, for what the bank returned. Nothing is computed\n"
	    "or deducted again. DIR2 has the file for the bank, the attachment to the SP2D (lampiran-transfer.html),\n"
	    "terkirim.csv, belum-terkirim.csv with reasons, kirim.xml, and the evidence.\n\n"
	    "  --format ID              the bank's transfer format; nafkah formats lists them. A file of a format does as well\n"
	    "  --pay-date YYYY-MM-DD    when it is to be paid; the only date in the file for the bank\n"
	    "  --out DIR2               a new folder\n"
	    "  --office FILE            the office file, with the account that pays and the formats that were tested (default:\n"
	    "                           the one that DIR keeps)\n"
	    "  --banks FILE             the office's own table of banks: codes, lengths of accounts, rails, limits of rails\n"
	    "  --formats DIR            the folder of layouts, rules and formats\n"
	    "  --lang id|en             language of messages\n"
	    "  --quiet                  refusals and failures only\n\n"
	    "The file's name begins with UJI- until the office file says that the bank has taken that format.\n"
	    "Exit status: 0 done; 1 done, some of it waits in belum-terkirim.csv; 2 wrong usage; 3 refused, nothing was written;\n"
	    "4 disk, memory or permission failed; 5 written, but the last sync failed; 6 DIR2 exists already.\n" } },
	{ "return",
	  { "Pemakaian: nafkah return FOLDER BERKAS-BANK --out FOLDER2 [PILIHAN]...\n"
	    "Membaca hasil dari bank dan menandai setiap pembayaran: dibayar, dikembalikan dengan alasannya, atau belum\n"
	    "diketahui. FOLDER adalah hasil nafkah transfer; hasil nafkah run yang daftarnya diunggah sendiri; atau hasil nafkah\n"
	    "return, bila ada kabar baru. Tidak ada yang dihitung atau dipotong lagi, dan FOLDER tidak berubah. FOLDER2 berisi\n"
	    "status-transfer.csv, kirim-ulang.csv (yang dikembalikan menurut berkas ini), pelaksanaan-bank.csv, balasan.xml, dan\n"
	    "bukti. kirim-ulang.csv dikirim dengan nafkah transfer FOLDER2.\n\n"
	    "  --out FOLDER2            folder baru\n"
	    "  --format ID              format hasil bank; nafkah formats mendaftarnya. Boleh juga nama berkas format (bawaan:\n"
	    "                           dikenali dari judul kolomnya)\n"
	    "  --corrections BERKAS     rekening yang diperbaiki: kunci,bank,rekening,nama_rekening,bukti (CSV atau XLSX)\n"
	    "  --formats FOLDER         folder tata letak, aturan, dan format\n"
	    "  --lang id|en             bahasa pesan\n"
	    "  --quiet                  hanya penolakan dan kegagalan\n\n"
	    "Status keluar: 0 semua dibayar; 1 selesai, ada yang dikembalikan atau belum diketahui; 2 salah pakai; 3 ditolak, tidak\n"
	    "ada yang ditulis; 4 disk, memori atau izin gagal; 5 tertulis, tetapi sinkronisasi terakhir gagal; 6 FOLDER2 sudah ada.\n",
	    "Usage: nafkah return DIR BANKFILE --out DIR2 [OPTION]...\n"
	    "Reads what came back from the bank and marks every payment: paid, returned with its reason, or not known yet. DIR is\n"
	    "a result of nafkah transfer; of nafkah run, whose list somebody uploaded; or of nafkah return, when there is news.\n"
	    "Nothing is computed or deducted again, and DIR stays as it is. DIR2 has status-transfer.csv, kirim-ulang.csv (what\n"
	    "this file returned), pelaksanaan-bank.csv, balasan.xml, and the evidence. kirim-ulang.csv is sent with nafkah\n"
	    "transfer DIR2.\n\n"
	    "  --out DIR2               a new folder\n"
	    "  --format ID              how the bank's result looks; nafkah formats lists them. A file of a format does as well\n"
	    "                           (default: told by the names of its columns)\n"
	    "  --corrections FILE       corrected accounts: kunci,bank,rekening,nama_rekening,bukti (CSV or XLSX)\n"
	    "  --formats DIR            the folder of layouts, rules and formats\n"
	    "  --lang id|en             language of messages\n"
	    "  --quiet                  refusals and failures only\n\n"
	    "Exit status: 0 all is paid; 1 done, something was returned or is not known yet; 2 wrong usage; 3 refused, nothing was\n"
	    "written; 4 disk, memory or permission failed; 5 written, but the last sync failed; 6 DIR2 exists already.\n" } },
	{ "statement",
	  { "Pemakaian: nafkah statement --case NOMOR [--html] [PILIHAN]... FOLDER...\n"
	    "Satu perkara selama beberapa bulan, untuk mantan, pengadilan, atau BKPSDM: hak, susulan, yang dibayar, dihapus, dan\n"
	    "menunggu, tunggakan, dan status setiap bulan dengan sebabnya, lalu jumlahnya. Tanpa data perkara lain, tanpa nomor\n"
	    "rekening dan NIK. FOLDER adalah folder hasil, dalam urutan apa pun; segelnya diperiksa. Bulan yang foldernya tidak\n"
	    "diberikan disebut, begitu juga bulan yang tidak dibuka dengan penutupan bulan sebelumnya. Tidak menulis berkas.\n\n"
	    "  --case NOMOR             nomor perkara; dengan #2 hanya entri kedua, tanpa itu semua entri\n"
	    "  --html                   satu halaman untuk dicetak (A4), bukan teks\n"
	    "  --lang id|en             bahasa halaman dan pesan\n"
	    "  --quiet                  hanya penolakan dan kegagalan\n\n"
	    "Status keluar: 0 selesai, juga bila ada yang masih menunggu; 2 salah pakai; 3 tidak ada folder yang memuat perkara itu,\n"
	    "sebuah folder tidak utuh, atau satu bulan diberikan dua kali; 4 disk, memori atau izin gagal.\n",
	    "Usage: nafkah statement --case NOMOR [--html] [OPTION]... DIR...\n"
	    "One case over several months, for the former spouse, the court or the personnel office: what was due, made up for,\n"
	    "paid, written off and waiting, the arrears, and the status of each month with its reason, then the sums. No data of\n"
	    "any other case, no account number, no NIK. DIRs are finished folders in any order; their seals are checked. A month\n"
	    "whose folder was not given is named, and so is one that does not open with the closing of the month before. Writes\n"
	    "no file.\n\n"
	    "  --case NOMOR             the case number; with #2 only the second entry, without it all entries\n"
	    "  --html                   one page to be printed (A4) instead of text\n"
	    "  --lang id|en             language of the page and of messages\n"
	    "  --quiet                  refusals and failures only\n\n"
	    "Exit status: 0 done, also when something waits; 2 wrong usage; 3 no folder has that case, a folder is not intact, or\n"
	    "one month was given twice; 4 disk, memory or permission failed.\n" } },
	{ "formats",
	  { "Pemakaian: nafkah formats [--formats FOLDER]\n"
	    "           nafkah formats check BERKAS [EKSPOR]\n"
	    "           nafkah formats draft EKSPOR [LEMBAR]\n"
	    "           nafkah formats template rulings >BERKAS.xlsx\n"
	    "Mendaftar tata letak, aturan, dan format transfer yang dikenal.\n\n"
	    "  check    memeriksa satu berkas tata letak, aturan, putusan, kantor, format transfer atau tabel bank; dengan\n"
	    "           contoh EKSPOR juga menunjukkan apa yang dibaca tata letak itu dari kolom dan baris pertamanya. NIP dan\n"
	    "           rekening disamarkan\n"
	    "  draft    menulis rancangan tata letak untuk EKSPOR yang belum dikenal; yang belum pasti bertanda LENGKAPI.\n"
	    "           LEMBAR memilih lembar buku kerja\n"
	    "  template menulis buku kerja (XLSX) untuk mengisi putusan, dengan petunjuk setiap kolom, ke keluaran standar\n\n"
	    "Status keluar: 0 selesai; 1 ada yang harus dilihat atau dilengkapi seseorang; 2 salah pemakaian; 3 ditolak, atau\n"
	    "tidak ada yang dapat dibaca; 4 mesin gagal.\n",
	    "Usage: nafkah formats [--formats DIR]\n"
	    "       nafkah formats check FILE [EXPORT]\n"
	    "       nafkah formats draft EXPORT [SHEET]\n"
	    "       nafkah formats template rulings >FILE.xlsx\n"
	    "Lists the layouts, rules and transfer formats that are known.\n\n"
	    "  check    checks one file of a layout, rules, rulings, office, transfer format or banks; with a sample EXPORT also\n"
	    "           shows what the layout reads from its columns and first rows. NIP and accounts are masked\n"
	    "  draft    writes a first layout for an EXPORT that is not known; what is not certain is marked LENGKAPI.\n"
	    "           SHEET chooses the sheet of a workbook\n"
	    "  template writes a workbook (XLSX) to fill in rulings, every column explained, to standard output\n\n"
	    "Exit status: 0 done; 1 somebody should look or complete; 2 wrong usage; 3 refused, or nothing could be read;\n"
	    "4 the machine failed.\n" } },
	{ NULL,
	  { "nafkah: pemotongan gaji dan TPP ASN menurut putusan Pengadilan Agama\n\n"
	    "  nafkah run       jalankan satu bulan dan tulis hasilnya\n"
	    "  nafkah check     temuan dan jumlah yang sama, tanpa menulis\n"
	    "  nafkah explain   bagaimana potongan satu orang terjadi, langkah demi langkah\n"
	    "  nafkah verify    apakah folder hasil masih utuh dan terhitung sama\n"
	    "  nafkah transfer  daftar transfer sebuah bulan untuk saluran bank\n"
	    "  nafkah return    apa yang terjadi dengan transfer menurut bank, dan apa yang dikirim ulang\n"
	    "  nafkah statement satu perkara selama beberapa bulan: hak, yang dibayar, tunggakan\n"
	    "  nafkah simulate  hak dan potongan untuk satu penghasilan dan keluarga, sebelum ada putusan\n"
	    "  nafkah rulings   rulings diff LAMA BARU: apa yang berubah antara dua berkas putusan\n"
	    "  nafkah formats   tata letak dan aturan yang dikenal; memeriksa dan merancang tata letak\n\n"
	    "nafkah PERINTAH --help menjelaskan satu perintah; nafkah --version menyebut versi.\n\n" EXITS_ID,
	    "nafkah: deductions from civil servants' pay as religious courts rule\n\n"
	    "  nafkah run       run one month and write the result\n"
	    "  nafkah check     the same findings and totals, writes nothing\n"
	    "  nafkah explain   how one person's deduction came about, step by step\n"
	    "  nafkah verify    whether finished folders are intact and compute the same\n"
	    "  nafkah transfer  the transfer list of a month for a bank's channel\n"
	    "  nafkah return    what the bank says became of the transfers, and what is to be sent again\n"
	    "  nafkah statement one case over several months: due, paid, owed\n"
	    "  nafkah simulate  what is due and deducted for an income and a family, before any ruling\n"
	    "  nafkah rulings   rulings diff OLD NEW: what changed between two files of rulings\n"
	    "  nafkah formats   layouts and rules that are known; proves and drafts layouts\n\n"
	    "nafkah COMMAND --help explains one command; nafkah --version tells the version.\n\n" EXITS_EN } },
};

const char *help_text(const char *command, enum lang lang)
{
	size_t i = 0;

	while (helps[i].command != NULL && (command == NULL || strcmp(helps[i].command, command) != 0))
		i++;
	return helps[i].text[lang];
}
