/* P(name, Indonesian, English): every sentence of an explanation. Included by explain_private.h and explain_note.c
 * only. {1} to {9} are values, the same ones in both languages. An item is "label: figures"; arithmetic is written with
 * + - x : =. */

/* ---- head ---- */
P(TITLE, "Penjelasan potongan nafkah seorang ASN", "How one civil servant's deduction came about")
P(NIP, "NIP: {1}", "NIP: {1}")
P(NAME, "Nama: {1}", "Name: {1}")
P(PERIOD, "Bulan: {1}", "Month: {1}")
P(RULES, "Aturan: {1} versi {2}, {3}", "Rules: {1} version {2}, {3}")
P(RULES_FILE, "Berkas aturan: {1}, SHA-256 {2}", "Rule file: {1}, SHA-256 {2}")
P(RULINGS_FILE, "Berkas putusan: {1}, {2}, {3}, SHA-256 {4}", "Rulings file: {1}, {2}, {3}, SHA-256 {4}")
P(PAYROLL_FILE, "Penggajian: {1} ({2}, {3}), SHA-256 {4}", "Payroll: {1} ({2}, {3}), SHA-256 {4}")
P(INCOME_FILE, "Penghasilan: {1} ({2}, {3}), SHA-256 {4}", "Income: {1} ({2}, {3}), SHA-256 {4}")
P(MONTH_BEFORE, "Bulan sebelumnya: {1}, segel {2}", "Month before: {1}, seal {2}")
P(NO_MONTH_BEFORE, "Bulan sebelumnya: tidak ada, ini bulan pertama", "Month before: none, this is the first")
P(FIRST_PART, "Bagian pertama: segel {1}", "First part: seal {1}")
P(MORE_COMES, "Menyusul: penggajian {1} pada bulan ini juga", "Still to come: payroll {1}, this same month")
P(RESULT, "Dipotong: {1}", "Deducted: {1}")
P(HOW_TO_READ,
  "Tanda x berarti kali dan : berarti bagi; nomor dalam kurung siku menunjuk hak yang sama di semua langkah. "
  "Setiap langkah "
  "memakai angka yang tercetak sebelumnya, sehingga dapat dihitung ulang dengan kalkulator. Lembar ini memuat "
  "data pribadi.",
  "The sign x means times and : means divided by; a number in square brackets is the same right in every step. "
  "Each step uses "
  "figures printed before it, so that it can be computed again with a pocket calculator. This sheet holds "
  "personal data.")

/* ---- steps ---- */
P(STEP_RULINGS, "PUTUSAN", "RULINGS")
P(STEP_INCOME, "PENGHASILAN DASAR (B)", "INCOME BASE (B)")
P(STEP_ROWS, "BARIS GAJI YANG DIBERIKAN SEKARANG", "PAYROLL ROWS GIVEN NOW")
P(STEP_SHARES, "PORSI DARI PENGHASILAN DASAR", "SHARES OF THE BASE")
P(STEP_RIGHTS, "ISI DAN MASA SETIAP HAK", "TERMS AND MONTHS OF EACH RIGHT")
P(STEP_MONTHS, "HAK MENURUT BULAN", "WHAT EACH MONTH GIVES")
P(STEP_DUES, "YANG HARUS DIBAYAR", "WHAT IS TO BE PAID")
P(STEP_FIRST_PART, "YANG SUDAH DITETAPKAN BAGIAN PERTAMA", "WHAT THE FIRST PART HAS FIXED")
P(STEP_LIMIT, "BATAS POTONGAN", "LIMIT OF THE DEDUCTION")
P(STEP_TIERS, "URUTAN PEMBAYARAN", "ORDER OF PAYMENT")
P(STEP_WAITING, "YANG MENUNGGU PENGGAJIAN BERIKUTNYA", "WHAT WAITS FOR THE NEXT PAYROLL")
P(STEP_SOURCES, "SUMBER POTONGAN", "WHERE IT IS TAKEN FROM")
P(STEP_TRANSFERS, "TRANSFER", "TRANSFERS")
P(STEP_REGISTER, "CATATAN PELAKSANAAN", "THE REGISTER")
P(STEP_FINDINGS, "TEMUAN LAIN TENTANG ORANG INI", "OTHER FINDINGS ABOUT THIS PERSON")

/* ---- what a step rests on ---- */
P(LAW, "Dasar: aturan {1} ({2}). {3}", "Basis: rule {1} ({2}). {3}")
P(LAW_AGAIN, "Dasar: aturan {1} ({2}), dikutip pada langkah {3}", "Basis: rule {1} ({2}), quoted in step {3}")
P(LAW_HOUSE, "Dasar: tata cara program, tertulis dalam include/nafkah/{1}",
  "Basis: procedure of the program, written down in include/nafkah/{1}")
P(LAW_RULING, "Dasar: putusan {1}, {2} baris {3}", "Basis: ruling {1}, {2} line {3}")

/* ---- small words ---- */
P(UNKNOWN, "tidak diketahui", "unknown")
P(FOREVER, "tanpa batas", "without end")
P(NO_MONTH, "tidak ada bulan", "no month")
P(FROM_TO, "{1} sampai {2}", "{1} to {2}")
P(NO_DATE, "belum ada", "none yet")
P(ROW, "{1} baris {2}", "{1} line {2}")
P(ROUNDED_DOWN, "{1} dibulatkan ke bawah menjadi {2}", "{1} rounded down to {2}")
P(ROUNDED_TO_UNIT, "{1} dibulatkan ke bawah (kelipatan {3}) menjadi {2}", "{1} rounded down (multiple of {3}) to {2}")
P(ROUNDED_UP, "{1} dibulatkan ke atas menjadi {2}", "{1} rounded up to {2}")
P(CAPPED, "{1} dibatasi menjadi {2}", "{1} capped at {2}")
P(LINE_IS, "{1}: {2}", "{1}: {2}")
P(LINE_REMARK, "{1}: {2}{3}", "{1}: {2}{3}")
P(OF_CASE, "{1}, perkara {2}", "{1}, case {2}")
P(ANOTHER_RULING, "yang tidak disebut di sini", "that is not named here")

/* ---- rulings ---- */
P(KIND_AND_STATUS, "jenis dan status: {1}, {2}", "kind and status: {1}, {2}")
P(RULED, "tanggal putusan: {1}", "ruled on: {1}")
P(FINAL, "berkekuatan hukum tetap (BHT): {1}", "final (BHT): {1}")
P(PLEDGED, "ikrar talak: {1}", "vow (ikrar): {1}")
P(RECEIVED, "diterima: {1}", "received: {1}")
P(START, "mulai potong: {1}", "first deduction: {1}")
P(PAID_UNTIL, "dibayar di luar program sampai: {1}", "paid outside the program up to: {1}")
P(JUDGED_INCOME, "penghasilan menurut putusan: {1}", "income that the judge found: {1}")
P(FORMER_WIFE, "mantan istri: {1}", "former wife: {1}")
P(FORMER_HUSBAND, "mantan suami: {1}", "former husband: {1}")
P(REMARRIED, "kawin lagi {1}", "remarried {1}")
P(DIED, "meninggal {1}", "died {1}")
P(CHILD, "anak {1}: {2}", "child {1}: {2}")
P(CHILD_TEXT, "{1}, lahir {2}, asuh {3}", "{1}, born {2}, custody {3}")
P(AT_SCHOOL, "bersekolah", "at school")
P(STOPPED, "berhenti {1} karena {2}", "ended {1} by {2}")
P(OVER, "selesai: {1} karena {2}, tunggakan lanjut ditagih", "ended: {1} by {2}, arrears are still collected")
P(OVER_WRITE_OFF, "selesai: {1} karena {2}, tunggakan dihapus", "ended: {1} by {2}, arrears are written off")
P(STATE, "keadaan bulan ini: {1}", "state this month: {1}")
P(NOT_FINAL_STATUS, "Putusan ini belum final: statusnya {1}. Tidak ada potongan dan transfer.",
  "The ruling is not final: its status is {1}. Nothing is deducted or transferred.")
P(NOT_FINAL_NO_DATE, "Putusan ini belum final: tanggal BHT belum ditulis. Tidak ada potongan dan transfer.",
  "The ruling is not final: no date of BHT is written. Nothing is deducted or transferred.")
P(NOT_FINAL_LATER, "Putusan ini baru final pada {1}, setelah bulan ini. Tidak ada potongan dan transfer.",
  "The ruling becomes final on {1}, after this month. Nothing is deducted or transferred.")
P(NOT_PLEDGED, "Ikrar talak baru diucapkan pada {1}, setelah bulan ini. Tidak ada potongan dan transfer.",
  "The vow is spoken on {1}, after this month. Nothing is deducted or transferred.")
P(NOT_STARTED, "Potongan baru mulai {1}. Bulan ini tidak ada potongan dan transfer.",
  "The first deduction is in {1}. Nothing is deducted or transferred this month.")
P(ALL_BOOKED, "Semua bulan dari setiap hak sudah dibukukan dan tidak ada tunggakan. Tidak ada lagi yang dipotong.",
  "Every month of every right is booked and nothing is in arrears. Nothing more is deducted.")
P(NOT_FOUND,
  "NIP ini tidak ada dalam penggajian yang disesuaikan, jadi tidak ada yang dapat dipotong. Bulan ini menjadi "
  "susulan bila ia "
  "muncul lagi. Apa yang harus dilakukan: lihat temuan N0610.",
  "This NIP is in no payroll that is adjusted, so nothing can be deducted. The month is made up for when it "
  "appears again. What "
  "to do: see finding N0610.")
P(RULING_HELD, "Putusan ini ditahan ({1}): tidak ada potongan dan transfer sampai sebabnya diperbaiki.",
  "The ruling is held ({1}): nothing is deducted or transferred until the cause is mended.")
P(COMPUTED, "Putusan ini final, sudah mulai, dan dihitung bulan ini.",
  "The ruling is final, has started, and is computed.")
P(ALL_HELD, "Putusan ini final, sudah mulai, dan dihitung, tetapi semua haknya ditahan: tidak ada potongan dan "
  "transfer.",
  "The ruling is final, has started, and is computed, but all its rights are held: nothing is deducted or transferred.")
P(FINDING, "{1} {2}. {3}", "{1} {2}. {3}")

/* ---- income ---- */
P(NO_ROW, "Tidak ada baris gaji dengan NIP ini.", "There is no payroll row with this NIP.")
P(ROW_ADJUSTED, "{1}: {2}, tata letak {3}, disesuaikan", "{1}: {2}, layout {3}, adjusted")
P(ROW_INCOME, "{1}: {2}, tata letak {3}, hanya dihitung", "{1}: {2}, layout {3}, counted only")
P(GROSS, "kotor, kolom {1}: {2}", "gross, column {1}: {2}")
P(CUTS, "potongan, kolom {1}: {2}", "deductions, column {1}: {2}")
P(NET, "bersih, kolom {1}: {2}", "net, column {1}: {2}")
P(VOLUNTARY, "potongan sukarela, kolom {1}: {2}", "voluntary, column {1}: {2}")
P(NO_VOLUNTARY, "potongan sukarela: {1}", "voluntary: {1}")
P(ROW_SUMS, "periksa: {1} - {2} = {3}, sama dengan bersih", "check: {1} - {2} = {3}, which is the net")
P(ROW_DOES_NOT_SUM, "periksa: {1} - {2} = {3}, padahal bersih tertulis {4}",
  "check: {1} - {2} = {3}, but the net says {4}")
P(KIND_NO_SOURCE, "Tidak dihitung: jenis {1} bukan sumber dalam aturan.",
  "Does not count: kind {1} is no source of the rules.")
P(ROW_NOT_COUNTED, "Tidak dihitung: hanya baris dengan {1} bernilai {2} yang dihitung.",
  "Does not count: only rows whose {1} is {2} do.")
P(INCOME_GROSS, "penghasilan (kotor): {1}", "income (gross): {1}")
P(INCOME_NET, "penghasilan (bersih): {1}", "income (net): {1}")
P(INCOME_AFTER, "penghasilan (bersih + potongan sukarela): {1} + {2} = {3}",
  "income (net + voluntary): {1} + {2} = {3}")
P(PART_BASE, "Jumlah semua baris yang dihitung", "All rows that count")
P(BASE, "B: {1}", "B: {1}")
P(BASE_NEGATIVE, "B, karena kurang dari nol: {1}", "B, because that is below zero: {1}")

/* ---- shares ---- */
P(WITH_CHILDREN, "Porsi dengan anak: putusan {1} mencantumkan anak.", "Shares with children: ruling {1} lists some.")
P(WITHOUT_CHILDREN, "Porsi tanpa anak: tidak ada putusan yang dihitung mencantumkan anak.",
  "Shares without children: no ruling that is computed lists any.")
P(SHARE_ASN, "porsi ASN: {1}", "share of the ASN: {1}")
P(SHARE_WIFE, "porsi mantan istri: {1}", "share of former wives: {1}")
P(SHARE_CHILDREN, "porsi anak: {1}", "share of children: {1}")
P(POOL_JUDGED, "pecahan dihitung dari penghasilan menurut putusan, yang terbesar: {1}",
  "fractions are taken from the income that judges found, the largest: {1}")

/* ---- rights ---- */
P(AWARD_CHILDREN_SHARE, "amar: pecahan, porsi anak", "award: fraction, the children's share")
P(AWARD_WIFE_SHARE, "amar: pecahan, porsi mantan istri", "award: fraction, the former wife's share")
P(AWARD_WIFE_SHARE_MONTHS, "amar: pecahan, porsi mantan istri selama {1} bulan",
  "award: fraction, the former wife's share for {1} months")
P(AWARD_CHILD, "amar: {1} sebulan untuk anak ini", "award: {1} a month for this child")
P(AWARD_CHILD_RAISED, "amar: {1} sebulan untuk anak ini, naik {2}% setahun",
  "award: {1} a month for this child, +{2}% a year")
P(AWARD_CHILDREN, "amar: {1} sebulan untuk semua anak bersama", "award: {1} a month for all children together")
P(AWARD_CHILDREN_RAISED, "amar: {1} sebulan untuk semua anak bersama, naik {2}% setahun",
  "award: {1} a month for all children together, +{2}% a year")
P(AWARD_LUMP, "amar: {1} dalam {2} bulan", "award: {1} in {2} months")
P(AWARD_MONTHLY, "amar: {1} x {2} = {3}", "award: {1} x {2} = {3}")
P(PAID_BEFORE, "dikurangi yang sudah dibayar: {1} - {2} = {3}", "less what was paid before: {1} - {2} = {3}")
P(PAID_IN_FULL, "Sudah lunas sebelum mulai; tidak ada angsuran.",
  "Paid in full before it began; there is no instalment.")
P(INSTALMENTS_LUMP, "angsuran: {1} : {2} bulan, dibulatkan ke bawah menjadi {3}",
  "instalment: {1} : {2} months, rounded down to {3}")
P(INSTALMENTS_MONTHLY, "angsuran: {1} sebulan, {2} bulan", "instalment: {1} a month, {2} months")
P(LAST_INSTALMENT, "angsuran terakhir: {1} - {2} x {3} = {4}", "last instalment: {1} - {2} x {3} = {4}")
P(NEGLECTED, "masa yang dilalaikan: {1}", "neglected span: {1}")
P(TERM_SEQUENTIAL, "masa (berurutan): {1}, {2} bulan", "term (one after another): {1}, {2} months")
P(TERM_CONCURRENT, "masa (bersamaan): {1}, {2} bulan", "term (side by side): {1}, {2} months")
P(RIGHT, "bulan yang menjadi hak: {1}", "months of the right: {1}")
P(RIGHT_ENDS, "bulan yang menjadi hak: {1}, berakhir karena {2}", "months of the right: {1}, ended by {2}")
P(BOOKED, "sudah dibukukan sampai: {1}", "booked up to: {1}")
P(OPENING, "tunggakan awal: {1}", "opening arrears: {1}")
P(PAID_TO, "dibayarkan kepada {1}: bank {2} rekening {3} atas nama {4}", "paid to {1}: bank {2} account {3} of {4}")
P(NO_ACCOUNT, "dibayarkan kepada {1}: belum ada rekening", "paid to {1}: there is no account")
P(KEPT_BY_ASN, "bagian anak ini: tidak ditransfer, tetap pada ASN yang mengasuhnya",
  "this child's part: not transferred, stays with the ASN in whose custody the child is")
P(LINE_HELD, "ditahan: {1}, tidak ada potongan dan transfer", "held: {1}, nothing is deducted or transferred")
P(HELD_BEFORE, "Sebabnya dan caranya melepas: lihat laporan bagian pertama bulan ini.",
  "The cause and how to release it: see the report of the first part of this month.")

/* ---- months ---- */
P(THIS_MONTH, "{1} (bulan ini)", "{1} (this month)")
P(MISSED_MONTHS, "{1} ({2} bulan yang terlewat)", "{1} ({2} missed months)")
P(NO_RIGHT, "{1}, di luar bulan yang menjadi hak", "{1}, outside the months of the right")
P(INSTALMENT, "angsuran {1}", "instalment {1}")
P(INSTALMENT_LAST, "angsuran terakhir {1}", "last instalment {1}")
P(SPLIT, "{1} : {2} anak = {3} sisa {4}, untuk anak ke-{5}", "{1} : {2} children = {3} rest {4}, for child no. {5}")
P(SPLIT_ODD, "{1}, yang mendapat satu rupiah sisanya: {2}", "{1}, who gets a rupiah of the rest: {2}")
P(REMARK_HELD, " (ditahan, tidak dibukukan)", " (held, not booked)")
P(REMARK_BOOKED, " (sudah dibukukan)", " (booked already)")
P(REMARK_KEPT, " (disimpan ASN)", " (kept by the ASN)")
P(POOL_WIVES, "bagian pecahan mantan istri dari semua putusan: {1}", "fractions of former wives of all rulings: {1}")
P(POOL_CHILDREN, "bagian pecahan anak dari semua putusan: {1}", "fractions of children of all rulings: {1}")
P(POOL_FITS, "terhadap porsinya: {1} tidak lebih dari {2}, berlaku penuh",
  "against their share: {1} is not above {2}, given in full")
P(POOL_EXCEEDED, "terhadap porsinya: {1} lebih dari {2}, jadi {2} dibagi sebanding",
  "against their share: {1} is above {2}, so {2} is divided in proportion")
P(PROPORTION, "{1} x {2} : {3} = {4} sisa {5}", "{1} x {2} : {3} = {4} rest {5}")
P(LINE_ODD, "{1}: {2}, mendapat satu rupiah lebih: {3}", "{1}: {2}, gets a rupiah more: {3}")
P(PROPORTION_RULE,
  "Hasil bagi dibulatkan ke bawah sampai rupiah penuh; rupiah yang masih tersisa diberikan satu-satu kepada sisa "
  "terbesar, bila "
  "sama menurut urutan nomor.",
  "Quotients are rounded down to whole rupiah; the rupiah that are left go one each to the largest rests, ties in "
  "the order of the "
  "numbers.")

/* ---- dues ---- */
P(DUE, "hak bulan ini: {1}", "due this month: {1}")
P(DUE_HELD, "hak bulan ini: {1}, karena ditahan", "due this month: {1}, because it is held")
P(DUE_BOOKED, "hak bulan ini: {1}, karena bulan ini sudah dibukukan",
  "due this month: {1}, because the month is booked already")
P(KEPT_FRACTION, "disimpan ASN, mengurangi batas: {1}", "kept by the ASN, lowers the limit: {1}")
P(KEPT, "disimpan ASN: {1}", "kept by the ASN: {1}")
P(MISSED, "susulan untuk bulan yang terlewat: {1}", "made up for missed months: {1}")
P(WRITTEN_OFF, "dihapus: {1} karena {2}", "written off: {1} by {2}")
P(ARREARS, "tunggakan yang ditagih: {1} + {2} - {3} = {4}", "arrears to collect: {1} + {2} - {3} = {4}")
P(ARREARS_HELD, "tunggakan yang tertahan: {1}", "arrears held back: {1}")
P(FIRST_PART_FIXED,
  "Dasar, porsi, hak dan batas bulan ini ditetapkan bagian pertama (segel {1}) dan tidak dihitung ulang; jalankan "
  "nafkah explain "
  "pada folder itu untuk penjelasannya.",
  "Base, shares, dues and limit of this month were fixed by the first part (seal {1}) and are not computed again; "
  "run nafkah "
  "explain on that folder for them.")
P(WAITED, "menunggu dari bagian pertama: {1}", "waited from the first part: {1}")
P(EARLIER, "dibayar bagian pertama: {1} + {2} = {3}", "paid by the first part: {1} + {2} = {3}")

/* ---- limit ---- */
P(NO_CEILING, "batas menurut porsi: tidak ada", "limit by share: none")
P(BASE_LESS_SHARE, "B dikurangi porsi ASN: {1} - {2} = {3}", "B less the share of the ASN: {1} - {2} = {3}")
P(LESS_KEPT, "dikurangi yang disimpan ASN: {1} - {2} = {3}", "less what the ASN keeps: {1} - {2} = {3}")
P(CEILING, "batas menurut porsi (T): {1}", "limit by share (T): {1}")
P(CEILING_ZERO, "batas menurut porsi (T), karena kurang dari nol: {1}",
  "limit by share (T), because that is below zero: {1}")
P(CEILING_WAITING, "batas (T), yang masih menunggu dari bagian pertama: {1}",
  "limit (T), what still waits from the first part: {1}")
P(ROW_HOLDS, "tersedia pada {1}: {2}", "held by {1}: {2}")
P(ROW_HOLDS_NOTHING, "tersedia pada {1}: {2} kurang dari nol, jadi Rp0", "held by {1}: {2} is below zero, so Rp0")
P(AVAILABLE, "tersedia seluruhnya: {1}", "held in all: {1}")
P(LIMIT, "batas potongan, yang lebih kecil dari {1} dan {2}: {3}", "limit, the smaller of {1} and {2}: {3}")
P(LIMIT_AVAILABLE, "batas potongan, yang tersedia: {1}", "limit, what is held: {1}")
P(DEMAND, "yang harus dibayar: {1}", "to be paid: {1}")
P(NOT_BOUND, "Tidak ada batas yang mengikat: semua dibayar.", "No limit binds: all of it is paid.")
P(BOUND_BY_SHARE, "Yang mengikat: porsi ASN (T). Yang tidak muat menjadi tunggakan.",
  "What binds: the share of the ASN (T). What does not fit becomes arrears.")
P(BOUND_BY_NET, "Yang mengikat: gaji bersih yang tersedia. Yang tidak muat menjadi tunggakan atau menunggu.",
  "What binds: the net pay that is held. What does not fit becomes arrears or waits.")
P(BOUND_BY_WAITING, "Yang mengikat: T dari bagian pertama. Yang tidak muat menjadi tunggakan.",
  "What binds: T of the first part. What does not fit becomes arrears.")

/* ---- tiers ---- */
P(TIERS_RULE,
  "Tingkat dibayar berurutan sampai batas habis. Tingkat yang tidak muat dibagi sebanding; sisanya menjadi tunggakan.",
  "Tiers are paid in order until the limit is used up. A tier that does not fit is divided in proportion; the "
  "rest is arrears.")
P(TIER_1, "Tingkat 1, nafkah anak bulan ini", "Tier 1, children's dues of this month")
P(TIER_2, "Tingkat 2, hak mantan istri bulan ini", "Tier 2, former wives' dues of this month")
P(TIER_3, "Tingkat 3, tunggakan nafkah anak", "Tier 3, children's arrears")
P(TIER_4, "Tingkat 4, tunggakan mantan istri", "Tier 4, former wives' arrears")
P(TIER_DEMAND, "diminta: {1}", "asked for: {1}")
P(TIER_FITS, "dibayar penuh, sisa batas: {1} - {2} = {3}", "paid in full, left of the limit: {1} - {2} = {3}")
P(TIER_EXCEEDS, "tidak muat: {1} lebih dari {2}, jadi {2} dibagi sebanding",
  "does not fit: {1} is above {2}, so {2} is divided")
P(TIER_NOTHING_LEFT, "tidak dibayar, sisa batas: {1}", "not paid, left of the limit: {1}")
P(TIER_UNLIMITED, "tanpa batas: semuanya", "without limit: all of it")
P(NOTHING_TO_PAY, "Tidak ada yang harus dibayar.", "Nothing is to be paid.")
P(WAITING_RULE,
  "Yang belum terbayar sampai T menunggu penggajian {1}; tingkat-tingkatnya diisi sekali lagi dengan sisa T. "
  "Selebihnya tunggakan.",
  "What is not paid up to T waits for the payroll {1}; the tiers are filled once more with what is left of T. The "
  "rest is arrears.")
P(WAITING_LEFT, "sisa T: {1} - {2} = {3}", "left of T: {1} - {2} = {3}")
P(NOTHING_WAITS, "Tidak ada yang menunggu.", "Nothing waits.")

/* ---- sources and transfers ---- */
P(SOURCES_RULE, "Yang dibayar diambil tingkat demi tingkat, menurut urutan nomor, dari baris gaji menurut urutan "
  "sumber.",
  "What is paid is taken tier by tier, in the order of the numbers, from the payroll rows in the order of the sources.")
P(SOURCE_ROW, "{1}, hasilnya penggajian/{2}", "{1}, written to penggajian/{2}")
P(DRAW_DUE, "hak {1}", "due {1}")
P(DRAW_ARREARS, "tunggakan {1}", "arrears {1}")
P(DRAW_BOTH, "hak {1} + tunggakan {2} = {3}", "due {1} + arrears {2} = {3}")
P(TAKEN, "potongan nafkah: {1}", "taken: {1}")
P(CUTS_AFTER, "potongan baru, kolom {1}: {2} + {3} = {4}", "deductions now, column {1}: {2} + {3} = {4}")
P(NET_AFTER, "bersih baru, kolom {1}: {2} - {3} = {4}", "net now, column {1}: {2} - {3} = {4}")
P(TRANSFER, "Transfer no {1} dari {2}: bank {3} rekening {4} atas nama {5}",
  "Transfer no {1} from {2}: bank {3} account {4} of {5}")
P(TRANSFER_CASE, "perkara dan penerima: {1}, {2}", "case and payee: {1}, {2}")
P(TRANSFER_SUM, "jumlah: {1}", "amount: {1}")
P(TRANSFER_ITEMS, "rincian: {1}", "items: {1}")
P(TRANSFER_KEY, "kunci: {1}", "key: {1}")
P(NO_TRANSFER, "Tidak ada transfer.", "There is no transfer.")

/* ---- register ---- */
P(BALANCE_RULE,
  "Neraca setiap hak: tunggakan awal + susulan + hak bulan ini sama dengan dibayar + dihapus + menunggu + "
  "tunggakan akhir.",
  "Balance of each right: opening arrears + made up + due this month are paid + written off + waiting + closing "
  "arrears.")
P(BALANCE, "neraca: {1} + {2} + {3} = {4} + {5} + {6} + {7}", "balance: {1} + {2} + {3} = {4} + {5} + {6} + {7}")
P(LINE_STATUS, "status: {1}, dibukukan sampai {2}", "status: {1}, booked up to {2}")
P(KEEPS_TERMS, "isi hak tetap tercatat seperti bulan lalu: {1} {2}", "terms stay registered as last month: {1} {2}")
P(CASH_LEFT, "Dipotong seluruhnya {1}; bersih dari semua baris yang dihitung, sesudah potongan, {2}.",
  "Deducted in all {1}; the net of all rows that count, after it, is {2}.")
P(NO_FINDING, "Tidak ada.", "None.")
