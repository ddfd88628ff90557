/* P(name, Indonesian, English): every sentence of a simulation. Included by simulate_private.h and simulate_words.c only.
 * {1} to {9} are values, the same ones in both languages. */

P(MARK, "SIMULASI, BUKAN PUTUSAN", "A SIMULATION, NOT A RULING")
P(TITLE, "Simulasi hak atas gaji ASN sesudah perceraian",
  "What a divorce would take from a civil servant’s pay: a simulation")
P(SPAN, "{1} sampai {2}", "{1} to {2}")
P(RULES, "Aturan: {1} ({2}, versi {3})", "Rules: {1} ({2}, version {3})")
P(OTHER_VERSION, "Sejak {1} berlaku versi {2} dari aturan ini; angka bulan-bulan itu memakainya.",
  "From {1} on version {2} of these rules is in force; the figures of those months use it.")
P(CLOSING,
  "Simulasi, bukan putusan. Dihitung dengan cara yang sama seperti pemotongan yang sebenarnya, dari keadaan yang "
  "disebutkan di atas dan penghasilan yang sama setiap bulan. Hak baru ada dengan putusan yang berkekuatan hukum tetap.",
  "A simulation, not a ruling. It is computed the way real deductions are, from the facts stated above and the same "
  "income every month. A right exists only once a ruling is final.")

/* ---- facts ---- */
P(FACTS, "Keadaan yang dihitung", "The facts")
P(INCOME_GROSS, "Penghasilan sebulan, kotor", "Monthly income, gross")
P(INCOME_AFTER, "Penghasilan sebulan, setelah iuran wajib", "Monthly income after mandatory contributions")
P(VOLUNTARY, "Sudah terpotong sukarela", "Already taken voluntarily")
P(VOLUNTARY_LEFT, "{1} (pinjaman, koperasi, zakat); dibawa pulang tanpa putusan {2}",
  "{1} (loans, cooperative, zakat); taken home without a ruling {2}")
P(BASE, "Penghasilan dasar", "Income base")
P(BASE_VALUE, "{1} (aturan dasar: {2})", "{1} (rule dasar: {2})")
P(JUDGED, "Penghasilan menurut hakim", "Income that the judge found")
P(SHARES, "Porsi", "Shares")
P(SHARES_WITH, "ASN {1}, mantan {2}, anak {3}", "ASN (civil servant) {1}, former spouse {2}, children {3}")
P(SHARES_WITHOUT, "ASN {1}, mantan {2}", "ASN (civil servant) {1}, former spouse {2}")
P(FAMILY, "Keluarga", "Family")
P(EX_WIFE, "mantan istri", "former wife")
P(EX_HUSBAND, "mantan suami", "former husband")
P(EX_INCOME, "{1} berpenghasilan {2}", "{1} earning {2}")
P(NO_CHILDREN, "{1}, tanpa anak", "{1}, no children")
P(CHILDREN, "{1}, {2}", "{1}, {2}")
P(ONE_CHILD, "1 anak", "1 child")
P(MORE_CHILDREN, "{1} anak", "{1} children")
P(CHILD, "{1} lahir {2}, asuh {3}", "{1} born {2}, custody {3}")
P(AT_SCHOOL, "{1}, sekolah", "{1}, at school")
P(CASE, "Perkara", "Case")
P(CASE_VALUE, "{1}, mulai potong {2}", "{1}, deductions from {2} on")
P(REMARRIES, "{1}, mantan kawin lagi {2}", "{1}, the former spouse remarries {2}")
P(PAYMENT, "{1}, dibayar {2}", "{1}, paid {2}")

/* ---- rights ---- */
P(RIGHTS, "Hak, sampai kapan, dan jumlahnya selama {1} itu (rupiah)", "Rights, until when, and their sums over {1} (rupiah)")
P(RIGHT, "Hak", "Right")
P(TERMS, "Isi", "Terms")
P(MONTHS, "Bulan haknya", "Months of the right")
P(DUE, "Hak", "Due")
P(PAID, "Dibayar", "Paid")
P(ARREARS, "Tunggakan", "Arrears")
P(KEPT, "Tinggal di gaji", "Stays in the pay")
P(TOTAL, "Jumlah", "Total")
P(NO_RIGHTS, "Tidak ada hak yang disebutkan.", "No right was stated.")
P(IDDAH, "iddah", "iddah")
P(MUTAH, "mut’ah", "mut’ah")
P(LAMPAU, "nafkah lampau", "past maintenance")
P(BAGIAN_GAJI, "bagian gaji", "share of the pay")
P(NAFKAH_ANAK, "nafkah anak", "child maintenance")
P(CHILD_LINE, "anak {1}", "child {1}")
P(FRACTION, "{1} dari dasar", "{1} of the base")
P(FRACTION_CHILDREN, "{1} dari dasar, untuk {2}", "{1} of the base, for {2}")
P(INSTALMENTS, "{1} dalam {2}", "{1} in {2}")
P(MONTHLY, "{1} x {2}", "{1} x {2}")
P(LESS_PAID, "{1}, sudah dibayar {2}", "{1}, {2} already paid")
P(A_MONTH, "{1} sebulan", "{1} a month")
P(A_MONTH_ALL, "{1} sebulan untuk {2}", "{1} a month for {2}")
P(RISES, "{1}, naik {2} % setahun", "{1}, rising {2} % a year")
P(NO_MONTH, "tidak ada", "none")
P(WITH_CAUSE, "{1} ({2})", "{1} ({2})")
P(ONE_MONTH, "1 bulan", "1 month")
P(MORE_MONTHS, "{1} bulan", "{1} months")
P(UNTIL_AGE, "usia {1} tahun", "age {1}")
P(UNTIL_REMARRIAGE, "kawin lagi", "remarriage")
P(OPEN_REMARRIAGE, "sejak {1}, sampai kawin lagi", "from {1} until remarriage")
P(HELD, "{1}, DITAHAN", "{1}, HELD")

/* ---- months ---- */
P(BY_MONTH, "Bulan demi bulan, dalam rupiah", "Month by month, in rupiah")
P(MONTH, "Bulan", "Month")
P(BASE_SHORT, "Dasar", "Base")
P(DUE_ROW, "hak", "due")
P(LIMIT, "Batas", "Limit")
P(BY, "Penentu", "Set by")
P(LEFT, "Sisa ASN", "Left to ASN")
P(BOUND_SHARE, "porsi ASN", "ASN’s share")
P(BOUND_NET, "uang di gaji", "net pay")
P(BINDS, "{1} (!)", "{1} (!)")
P(TABLE_NOTE,
  "Setiap angka di bawah nama hak ialah yang dibayar; bila haknya lebih besar atau sisa bulan lalu ikut terbayar, hak bulan "
  "itu tertulis di bawahnya. Batas ialah yang paling banyak dapat dipotong; (!) berarti ada yang tidak terbayar.",
  "Each figure below a right is what is paid; where what is due is another amount, it stands below. The limit is the most "
  "that can be deducted; (!) means that something stays unpaid.")

/* ---- households ---- */
P(HOUSEHOLDS, "Kedua rumah tangga, dalam rupiah", "Both households, in rupiah")
P(HOUSEHOLD, "Rumah tangga", "Household")
P(WITHOUT_MONTH, "Sebulan tanpa putusan", "A month without a ruling")
P(FIRST_MONTH, "Bulan pertama", "First month")
P(LAST_MONTH, "Bulan terakhir", "Last month")
P(WITHOUT_ALL, "{1} tanpa putusan", "{1} without a ruling")
P(WITH_ALL, "{1} dengan putusan", "{1} with one")
P(HOUSE_ASN, "ASN", "ASN")
P(HOUSE_WITH, "{1} dan {2}", "{1} and {2}")
P(HOUSE_GUARDIAN, "wali dan {1}", "guardian and {1}")
P(CHART, "Ke mana gaji itu pergi", "Where the pay goes")
P(PART_CHILDREN, "anak", "children")
P(PART_FORMER, "mantan", "former spouse")
P(PART_ASN, "ASN", "ASN")

/* ---- notes and parameters ---- */
P(NOTES, "Yang perlu diperhatikan", "To be looked at")
P(NOTE, "{1} [{2}; {3}]", "{1} [{2}; {3}]")
P(PARAMETERS, "Parameter dan dasar hukumnya, seperti tertulis dalam {1}",
  "Parameters and their legal basis, as {1} states them")
