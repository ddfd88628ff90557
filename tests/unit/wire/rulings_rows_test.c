/* Rulings in rows, from CSV and from a workbook. That they mean what the same rulings mean in XML, tests/cli/rulings shows for
 * every document of tests/files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "workbook_tools.h"

#include <nafkah/formats.h>
#include <nafkah/rulings_columns.h>

/* ---- CSV ---- */

#define NAMES \
	"pengadilan,tanggal_daftar,nomor,entri,status,jenis,tanggal_putusan,nip,nama_asn,nama_mantan,hubungan_mantan," \
	"hak,cara,bulan,per_bulan,jumlah,naik,id_anak,nama_anak,lahir_anak,asuh_anak,catatan\n"
#define LIST "PA,2026-01-05,"
#define CASE "1/Pdt.G/2025/PA.X,,"
#define TERMS "bht,cerai-talak,2025-10-02,198503122010011005,BUDI,SITI,istri,"
#define TOP LIST CASE TERMS
#define MORE ",," CASE ",,,,,,,"
#define IDDAH "iddah,pecahan,3,,,,,,,,\n"
#define CHILD ",,,,,,a1,AHMAD,2015-06-01,ibu,\n"
#define FOR_CHILD "nafkah-anak,nominal,,1500000,,,a1,,,,\n"
#define BARE ",,,,,,,,,,\n"

/* " konfirmasi 2026-01-05 [SK 1]", where one is stated. */
static void tell_confirmed(const struct ending *e, struct buf *out)
{
	char date[11];

	date_format(e->date, date);
	if (date_is_set(e->date))
		buf_printf(out, " konfirmasi %s [%.*s]", date, SLICE_ARG(e->proof));
}

/* Everything about rulings that the columns of NAMES can say, in one line. */
static void tell(const struct rulings *all, struct buf *out)
{
	char dated[11], born[11];

	date_format(all->dated, dated);
	buf_printf(out, "%.*s %s", SLICE_ARG(all->court), dated);
	for (size_t i = 0; i < all->count; i++) {
		const struct ruling *r = all->items[i];

		buf_printf(out, " | %.*s line %d nip %018llu %.*s %.*s", SLICE_ARG(r->number), (int)r->line, (unsigned long long)r->nip,
		           SLICE_ARG(r->asn_name), SLICE_ARG(r->ex.name));
		tell_confirmed(&r->ex.confirmed, out);
		for (size_t k = 0; k < r->award_count; k++)
			buf_printf(out, " %s %s %d %lld %lld %d%s%.*s", hak_name(r->awards[k].hak), cara_name(r->awards[k].cara),
			           (int)r->awards[k].months, (long long)r->awards[k].monthly, (long long)r->awards[k].lump,
			           (int)r->awards[k].raise, r->awards[k].child != NULL ? " anak " : "",
			           r->awards[k].child != NULL ? (int)r->awards[k].child->id.len : 0,
			           r->awards[k].child != NULL ? r->awards[k].child->id.ptr : "");
		for (size_t k = 0; k < r->child_count; k++) {
			date_format(r->children[k].born, born);
			buf_printf(out, " child %.*s %.*s %s", SLICE_ARG(r->children[k].id), SLICE_ARG(r->children[k].name), born);
			tell_confirmed(&r->children[k].confirmed, out);
		}
	}
}

static void assert_read(const char *name, struct slice bytes, const char *told)
{
	struct arena a = { 0 };
	struct findings findings = { 0 };
	struct rulings all = { 0 };
	struct buf out = { 0 };
	enum status status = rulings_read(bytes, SLICE("putusan.csv"), &a, &all, &findings);

	if (status != STATUS_OK || findings.per_level[LEVEL_TOLAK] > 0)
		fail_msg("%s: status %d, first finding %s", name, status, findings.count > 0 ? code_name(findings.items[0].code) : "-");
	tell(&all, &out);
	if (!slice_equal(buf_slice(&out), slice_from_c(told)))
		fail_msg("%s:\n%.*s\ninstead of\n%s", name, SLICE_ARG(buf_slice(&out)), told);
	buf_release(&out);
	findings_release(&findings);
	arena_release(&a);
}

#define HEAD "PA 2026-01-05 | 1/Pdt.G/2025/PA.X line 2 nip 198503122010011005 BUDI SITI"

static void rows_become_rulings(void **state)
{
	static const struct {
		const char *name, *text, *told;
	} rows[] = {
		{ "one award", NAMES TOP IDDAH, HEAD " iddah pecahan 3 0 0 0" },
		{ "the last line without its end", NAMES TOP "iddah,pecahan,3,,,,,,,,", HEAD " iddah pecahan 3 0 0 0" },
		{ "no award", NAMES TOP BARE, HEAD },
		{ "a row for the ruling, then its awards", NAMES TOP BARE MORE IDDAH, HEAD " iddah pecahan 3 0 0 0" },
		{ "everything repeated", NAMES TOP IDDAH TOP CHILD, HEAD " iddah pecahan 3 0 0 0 child a1 AHMAD 2015-06-01" },
		{ "nothing repeated", NAMES TOP IDDAH MORE CHILD, HEAD " iddah pecahan 3 0 0 0 child a1 AHMAD 2015-06-01" },
		{ "the list only in the first row", NAMES TOP IDDAH ",," CASE TERMS CHILD,
		  HEAD " iddah pecahan 3 0 0 0 child a1 AHMAD 2015-06-01" },
		{ "a child behind its award", NAMES TOP FOR_CHILD MORE CHILD,
		  HEAD " nafkah-anak nominal 0 1500000 0 0 anak a1 child a1 AHMAD 2015-06-01" },
		{ "a child described by its award", NAMES TOP "nafkah-anak,nominal,,1500000,,10,a1,AHMAD,2015-06-01,ibu,\n",
		  HEAD " nafkah-anak nominal 0 1500000 0 10 anak a1 child a1 AHMAD 2015-06-01" },
		{ "an empty list", NAMES LIST ",,,,,,,,,,,,,,,,,,,\n", "PA 2026-01-05" },
		{ "a list stated in a row of its own", NAMES LIST ",,,,,,,,,,,,,,,,,,,\n,," CASE TERMS IDDAH,
		  "PA 2026-01-05 | 1/Pdt.G/2025/PA.X line 3 nip 198503122010011005 BUDI SITI iddah pecahan 3 0 0 0" },
		{ "blank and empty rows, a row with a note only",
		  "\n" NAMES TOP IDDAH ",,,,,,,,,,,,,,,,,,,,,\n\n ,,,,,,,,,,,,,,,,,,,,,lihat berkas\n\n",
		  "PA 2026-01-05 | 1/Pdt.G/2025/PA.X line 3 nip 198503122010011005 BUDI SITI iddah pecahan 3 0 0 0" },
		{ "title rows above", "DAFTAR PUTUSAN\nTahun 2026;;\n" NAMES TOP IDDAH,
		  "PA 2026-01-05 | 1/Pdt.G/2025/PA.X line 4 nip 198503122010011005 BUDI SITI iddah pecahan 3 0 0 0" },
		{ "names folded, columns in another order, blanks round values",
		  "\xef\xbb\xbfHak;Cara;Per-Bulan;NIP;Nama ASN;Nama Mantan;Hubungan Mantan;Nomor;Status;Jenis;Pengadilan;Tanggal Daftar;Bulan\r\n"
		  " iddah ;nominal;1500000;1985 0312 201001 1 005; BUDI;SITI ;istri; 1/Pdt.G/2025/PA.X;bht;cerai-talak;PA;2026-01-05;3\r\n",
		  HEAD " iddah nominal 3 1500000 0 0" },
		{ "I23 a NIP that a spreadsheet was kept from spoiling",
		  NAMES LIST CASE "bht,cerai-talak,2025-10-02,\"=\"\"198503122010011005\"\"\",BUDI,SITI,istri," IDDAH,
		  HEAD " iddah pecahan 3 0 0 0" },
		{ "I25 text that begins like a formula", NAMES LIST CASE "bht,cerai-talak,2025-10-02,'198503122010011005,=BUDI,@SITI,istri," IDDAH,
		  "PA 2026-01-05 | 1/Pdt.G/2025/PA.X line 2 nip 198503122010011005 =BUDI @SITI iddah pecahan 3 0 0 0" },
		{ "not remarried, and still dependent, as of a day",
		  "pengadilan,tanggal_daftar,nomor,status,jenis,nip,nama_asn,nama_mantan,hubungan_mantan,tanggal_konfirmasi_mantan,"
		  "bukti_konfirmasi_mantan,hak,cara,bulan,id_anak,nama_anak,lahir_anak,asuh_anak,tanggal_konfirmasi_anak,bukti_konfirmasi_anak\n"
		  LIST "1/Pdt.G/2025/PA.X,bht,cerai-talak,198503122010011005,BUDI,SITI,istri,2026-01-05,SK 1,iddah,pecahan,3,,,,,,\n"
		  ",,1/Pdt.G/2025/PA.X,,,,,,,,,,,,a1,AHMAD,2015-06-01,ibu,2026-01-06,SK 2\n",
		  HEAD " konfirmasi 2026-01-05 [SK 1] iddah pecahan 3 0 0 0 child a1 AHMAD 2015-06-01 konfirmasi 2026-01-06 [SK 2]" },
		{ "the same as XML",
		  "<daftar-putusan xmlns=\"urn:nafkah:putusan:1\" pengadilan=\"PA\" tanggal=\"2026-01-05\">\n<putusan nomor=\"1/Pdt.G/2025/PA.X\">"
		  "<status>bht</status><jenis>cerai-talak</jenis><asn nip=\"198503122010011005\" nama=\"BUDI\"/>"
		  "<mantan nama=\"SITI\" hubungan=\"istri\"><konfirmasi tanggal=\"2026-01-05\" bukti=\"SK 1\"/></mantan>"
		  "<anak id=\"a1\" nama=\"AHMAD\" lahir=\"2015-06-01\" asuh=\"ibu\"><konfirmasi tanggal=\"2026-01-06\"/></anak>"
		  "<amar><iddah cara=\"pecahan\" bulan=\"3\"/></amar></putusan></daftar-putusan>",
		  HEAD " konfirmasi 2026-01-05 [SK 1] iddah pecahan 3 0 0 0 child a1 AHMAD 2015-06-01 konfirmasi 2026-01-06 []" },
		{ "two cases, and a second entry",
		  NAMES TOP IDDAH LIST "1/Pdt.G/2025/PA.X,2," TERMS BARE LIST "2/Pdt.G/2025/PA.X,," TERMS BARE,
		  HEAD " iddah pecahan 3 0 0 0 | 1/Pdt.G/2025/PA.X#2 line 3 nip 198503122010011005 BUDI SITI"
		       " | 2/Pdt.G/2025/PA.X line 4 nip 198503122010011005 BUDI SITI" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_read(rows[i].name, slice_from_c(rows[i].text), rows[i].told);
}

struct refusal {
	const char *name, *text;
	enum code code;
	uint64_t line;
	const char *column, *value, *detail; /* NULL: whatever */
};

static bool same(struct slice s, const char *expected)
{
	return expected == NULL || slice_equal(s, slice_from_c(expected));
}

static void assert_refused(const struct refusal *r, struct slice bytes)
{
	struct arena a = { 0 };
	struct findings findings = { 0 };
	struct rulings all = { 0 };
	enum status status = rulings_read(bytes, SLICE("putusan.csv"), &a, &all, &findings);
	bool found = false;

	if (status != STATUS_REJECT)
		fail_msg("%s: status %d", r->name, status);
	for (size_t i = 0; i < findings.count; i++) {
		const struct finding *f = &findings.items[i];

		if (code_level(f->code) < LEVEL_TOLAK)
			continue;
		if (f->code != r->code || f->line != r->line || !same(f->column, r->column) || !same(f->value, r->value) ||
		    !same(f->detail, r->detail))
			fail_msg("%s: %s line %d column <%.*s> value <%.*s> detail <%.*s>", r->name, code_name(f->code), (int)f->line,
			         SLICE_ARG(f->column), SLICE_ARG(f->value), SLICE_ARG(f->detail));
		found = true;
	}
	if (!found)
		fail_msg("%s: no finding", r->name);
	findings_release(&findings);
	arena_release(&a);
}

#define ALL_REQUIRED \
	"pengadilan, tanggal_daftar, nomor, status, jenis, nip, nama_asn, nama_mantan, hubungan_mantan, hak, cara"

static void whatever_contradicts_is_refused(void **state)
{
	static const struct refusal rows[] = {
		/* which file it is */
		{ "H09 a payroll", "nip_pegawai,nama_pegawai\n198503122010011005,BUDI\n", N0417_RULINGS_NOT_XML, 1, "", ALL_REQUIRED, "" },
		{ "I11 a required column is missing", "pengadilan,tanggal_daftar,nomor,status,jenis,nip,nama_asn,nama_mantan,hak,cara\nx\n",
		  N0417_RULINGS_NOT_XML, 1, "", "hubungan_mantan", "" },
		{ "I10 another delimiter", "pengadilan|tanggal_daftar|nomor\n", N0417_RULINGS_NOT_XML, 1, "", ALL_REQUIRED, "" },
		{ "a header too far down", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n" NAMES TOP IDDAH, N0417_RULINGS_NOT_XML, 0, "", "", "" },
		{ "I12 a column twice", "Nomor," NAMES, N0124_HEADER_COLUMN_TWICE, 1, "", "nomor", "Nomor" },
		{ "a misspelt column", "tanggal_ikrarr," NAMES, N0521_ROWS_COLUMN_UNKNOWN, 1, "", "tanggal_ikrarr", "" },
		{ "I18 a header only", NAMES, N0522_ROWS_VALUE_MISSING, 1, "pengadilan", "pengadilan", NULL },
		{ "I18 nothing", "", N0105_INPUT_EMPTY, 0, NULL, NULL, NULL },
		{ "I05 a control byte", NAMES TOP "iddah,pecahan,3,,,,,,,,a\x01\n", N0106_TEXT_CONTROL, 2, NULL, NULL, NULL },
		{ "I08 not UTF-8", NAMES TOP "iddah,pecahan,3,,,,,,,,a\xff\n", N0109_TEXT_NOT_UTF8, 2, NULL, NULL, NULL },
		{ "I03 an open quote", NAMES TOP "iddah,pecahan,3,,,,,,,,\"a\n", N0112_CSV_QUOTE_OPEN, 2, NULL, NULL, NULL },
		{ "I04 a line end in a field", NAMES TOP "iddah,pecahan,3,,,,,,,,\"a\nb\"\n", N0114_CSV_LINE_END_IN_FIELD, 2, "", "", "" },
		{ "I14 too few fields", NAMES TOP "iddah,pecahan,3\n", N0117_CSV_FIELD_COUNT, 2, NULL, "14", "22" },
		{ "G07 an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N0110_CONTAINER_UNSUPPORTED, 0, NULL, "xls (OLE2)", NULL },
		/* the list */
		{ "no court", NAMES ",2026-01-05," CASE TERMS IDDAH, N0522_ROWS_VALUE_MISSING, 2, "pengadilan", "pengadilan", NULL },
		{ "no date of the list", NAMES "PA,," CASE TERMS IDDAH, N0522_ROWS_VALUE_MISSING, 2, "tanggal_daftar", "tanggal_daftar", NULL },
		{ "another court below", NAMES TOP IDDAH "PN,," CASE ",,,,,,," CHILD, N0523_ROWS_DIFFER, 3, "pengadilan", "PN", "2" },
		{ "R04 no such day", NAMES "PA,2026-02-30," CASE TERMS IDDAH, N0414_XML_VALUE_BAD, 2, "tanggal_daftar", "2026-02-30", "YYYY-MM-DD" },
		/* the ruling */
		{ "no case", NAMES LIST ",," TERMS IDDAH, N0522_ROWS_VALUE_MISSING, 2, "nomor", "nomor", NULL },
		{ "no case in a further row", NAMES TOP IDDAH ",,,,,,,,,,," CHILD, N0522_ROWS_VALUE_MISSING, 3, "nomor", "nomor", NULL },
		{ "a case without a letter or digit", NAMES LIST "/./,," TERMS IDDAH, N0414_XML_VALUE_BAD, 2, "nomor", "/./", NULL },
		{ "R04 day before month", NAMES LIST CASE "bht,cerai-talak,02/10/2025,198503122010011005,BUDI,SITI,istri," IDDAH,
		  N0414_XML_VALUE_BAD, 2, "tanggal_putusan", "02/10/2025", "YYYY-MM-DD" },
		{ "a status that is none", NAMES LIST CASE "BHT,cerai-talak,,198503122010011005,BUDI,SITI,istri," IDDAH, N0414_XML_VALUE_BAD, 2,
		  "status", "BHT", NULL },
		{ "no kind of divorce", NAMES LIST CASE "bht,,,198503122010011005,BUDI,SITI,istri," IDDAH, N0522_ROWS_VALUE_MISSING, 2, "jenis",
		  "jenis", "cerai-talak cerai-gugat" },
		{ "no name of the ASN", NAMES LIST CASE "bht,cerai-talak,,198503122010011005,,SITI,istri," IDDAH, N0522_ROWS_VALUE_MISSING, 2,
		  "nama_asn", "nama_asn", NULL },
		{ "no relation", NAMES LIST CASE "bht,cerai-talak,,198503122010011005,BUDI,SITI,," IDDAH, N0522_ROWS_VALUE_MISSING, 2,
		  "hubungan_mantan", "hubungan_mantan", NULL },
		{ "I23 a NIP that a spreadsheet spoilt", NAMES LIST CASE "bht,cerai-talak,,1.98503E+17,BUDI,SITI,istri," IDDAH,
		  N0141_NIP_DAMAGED, 2, "nip", "1.98503E+17", "" },
		{ "I09 a NIP of other digits", NAMES LIST CASE "bht,cerai-talak,,19850312201001100\xd9\xa5,BUDI,SITI,istri," IDDAH,
		  N0143_KEY_NOT_ASCII, 2, "nip", NULL, "" },
		{ "I25 a NIP that is a formula", NAMES LIST CASE "bht,cerai-talak,,=A1,BUDI,SITI,istri," IDDAH, N0144_KEY_FORMULA, 2, "nip", "=A1", "" },
		{ "no NIP", NAMES LIST CASE "bht,cerai-talak,,-,BUDI,SITI,istri," IDDAH, N0414_XML_VALUE_BAD, 2, "nip", "-", "18 digit" },
		{ "I24 an impossible NIP", NAMES LIST CASE "bht,cerai-talak,,198513122010011005,BUDI,SITI,istri," IDDAH,
		  N0510_RULING_NIP_INVALID, 2, "nip", "198513122010011005", "" },
		/* R02, R15 contradictions */
		{ "another status in a further row", NAMES TOP IDDAH LIST CASE "rujuk,cerai-talak,2025-10-02,198503122010011005,BUDI,SITI,istri," CHILD,
		  N0523_ROWS_DIFFER, 3, "status", "rujuk", "2" },
		{ "one cell of a further row was cleared",
		  NAMES TOP IDDAH LIST CASE "bht,cerai-talak,,198503122010011005,BUDI,SITI,istri," CHILD, N0523_ROWS_DIFFER, 3, "tanggal_putusan", "", "2" },
		{ "the same case again, further down", NAMES TOP IDDAH LIST "2/Pdt.G/2025/PA.X,," TERMS BARE TOP IDDAH, N0501_CASE_TWICE, 4, NULL,
		  "1/Pdt.G/2025/PA.X", NULL },
		{ "the same case with another spelling", NAMES TOP IDDAH LIST "01/PDT.G/2025/PA X,," TERMS IDDAH, N0501_CASE_TWICE, 3, NULL, NULL, NULL },
		{ "a row that adds nothing", NAMES TOP IDDAH MORE BARE, N0501_CASE_TWICE, 3, "nomor", "1/Pdt.G/2025/PA.X", "" },
		{ "an award twice", NAMES TOP IDDAH MORE IDDAH, N0504_AWARD_TWICE, 2, NULL, "iddah", NULL },
		{ "a child described twice", NAMES TOP IDDAH MORE CHILD MORE CHILD, N0507_CHILD_ID_TWICE, 4, NULL, "a1", NULL },
		/* awards */
		{ "an award that is none", NAMES TOP "kiswah,pecahan,3,,,,,,,,\n", N0414_XML_VALUE_BAD, 2, "hak", "kiswah",
		  "iddah mutah lampau nafkah-anak bagian-gaji" },
		{ "no form", NAMES TOP "iddah,,3,,,,,,,,\n", N0522_ROWS_VALUE_MISSING, 2, "cara", "cara", "pecahan nominal" },
		{ "a form without an award", NAMES TOP ",nominal,,1500000,,,a1,AHMAD,2015-06-01,ibu,\n", N0522_ROWS_VALUE_MISSING, 2, "hak", "hak", NULL },
		{ "R14 no amount", NAMES TOP "iddah,nominal,3,,,,,,,,\n", N0503_AWARD_FORM, 2, NULL, "iddah", "per-bulan, jumlah" },
		{ "R14 amount zero", NAMES TOP "iddah,nominal,3,0,,,,,,,\n", N0414_XML_VALUE_BAD, 2, "per_bulan", "0", NULL },
		{ "R14 a negative amount", NAMES TOP "iddah,nominal,3,-5,,,,,,,\n", N0414_XML_VALUE_BAD, 2, "per_bulan", "-5", NULL },
		{ "M04 an amount in groups", NAMES TOP "iddah,nominal,3,1.500.000,,,,,,,\n", N0414_XML_VALUE_BAD, 2, "per_bulan", "1.500.000", NULL },
		{ "a fraction with an amount", NAMES TOP "iddah,pecahan,3,5,,,,,,,\n", N0503_AWARD_FORM, 2, NULL, "iddah", "pecahan" },
		{ "a rise of iddah", NAMES TOP "iddah,pecahan,3,,,10,,,,,\n", N0524_ROWS_VALUE_STRAY, 2, "naik", "10", "hak iddah" },
		{ "a term of nafkah-anak", NAMES TOP "nafkah-anak,nominal,3,5,,,a1,AHMAD,2015-06-01,ibu,\n", N0524_ROWS_VALUE_STRAY, 2, "bulan", "3", "hak nafkah-anak" },
		/* children */
		{ "iddah of a child", NAMES TOP "iddah,pecahan,3,,,,a1,,,,\n", N0524_ROWS_VALUE_STRAY, 2, "id_anak", "a1", "hak iddah" },
		{ "a child without an id", NAMES TOP ",,,,,,,AHMAD,2015-06-01,ibu,\n", N0522_ROWS_VALUE_MISSING, 2, "id_anak", "id_anak", NULL },
		{ "a child without a birth", NAMES TOP ",,,,,,a1,AHMAD,,ibu,\n", N0522_ROWS_VALUE_MISSING, 2, "lahir_anak", "lahir_anak", "YYYY-MM-DD" },
		{ "a child with an id of blanks inside", NAMES TOP ",,,,,,a 1,AHMAD,2015-06-01,ibu,\n", N0414_XML_VALUE_BAD, 2, "id_anak", "a 1", NULL },
		{ "an award for a child that nobody describes", NAMES TOP FOR_CHILD MORE ",,,,,,a2,AHMAD,2015-06-01,ibu,\n",
		  N0506_AWARD_CHILD_UNLISTED, 2, NULL, "a1", NULL },
		{ "a fraction for one child", NAMES TOP "nafkah-anak,pecahan,,,,,a1,AHMAD,2015-06-01,ibu,\n", N0503_AWARD_FORM, 2, NULL, "nafkah-anak", "pecahan" },
		/* beside the columns */
		{ "a value without a heading",
		  "pengadilan,tanggal_daftar,nomor,status,jenis,nip,nama_asn,nama_mantan,hubungan_mantan,hak,cara,bulan,\n"
		  "PA,2026-01-05,1/Pdt.G/2025/PA.X,bht,cerai-talak,198503122010011005,BUDI,SITI,istri,iddah,pecahan,3,x\n",
		  N0524_ROWS_VALUE_STRAY, 2, "", "x", "kolom 13 tanpa judul" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_refused(&rows[i], slice_from_c(rows[i].text));
}

/* ---- workbooks: what a cell's kind says beside its value ---- */

#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(number) "<c><v>" number "</v></c>"
#define D(serial) "<c s=\"1\"><v>" serial "</v></c>"
#define F(number) "<c><f>1+2</f><v>" number "</v></c>"
#define E(error) "<c t=\"e\"><v>" error "</v></c>"
#define NONE "<c/>"
#define DATES STYLES("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
#define SHEET_NAMES \
	"<row r=\"1\">" T("pengadilan") T("tanggal_daftar") T("nomor") T("status") T("jenis") T("mulai_potong") T("nip") T("nama_asn") \
	T("nama_mantan") T("hubungan_mantan") T("bank_mantan") T("rekening_mantan") T("nama_rekening_mantan") T("hak") T("cara") T("bulan") \
	T("per_bulan") T("catatan") "</row>"
#define SHEET_ROW(dated, start, nip, bank, account, months, monthly, note) \
	"<row r=\"2\">" T("PA") dated T("1/Pdt.G/2025/PA.X") T("bht") T("cerai-talak") start nip T("BUDI") T("SITI") T("istri") bank account \
	T("SITI") T("iddah") T("nominal") months monthly note "</row>"
#define NIP T("198503122010011005")

static void make_sheet(const char *rows, struct buf *out)
{
	struct buf sheet = { 0 };
	struct book book = { .styles = DATES };

	buf_printf(&sheet, "%s%s", DECL "<worksheet xmlns=\"" MAIN_URI "\">", rows);
	buf_append(&sheet, SLICE("</worksheet>"));
	buf_char(&sheet, '\0');
	book.sheet = sheet.ptr;
	book_make(&book, out);
	buf_release(&sheet);
}

#define DATA(rows) "<sheetData>" SHEET_NAMES rows "</sheetData>"

static void a_workbook_says_the_same(void **state)
{
	static const struct {
		const char *name, *rows;
	} rows[] = {
		{ "text", DATA(SHEET_ROW(T("2026-01-05"), T("2026-01"), NIP, T("124"), T("0012345678"), T("3"), T("1500000"), "")) },
		{ "numbers", DATA(SHEET_ROW(T("2026-01-05"), T("2026-01"), NIP, T("124"), T("0012345678"), N("3"), N("1500000"), "")) },
		{ "dates", DATA(SHEET_ROW(D("46027"), D("46023"), NIP, T("124"), T("0012345678"), N("3"), N("1.5E6"), "")) },
		{ "a note of any kind", DATA(SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), T("0012345678"), N("3"), N("1500000"), F("3"))) },
		{ "a merged title",
		  "<sheetData>" SHEET_NAMES SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), T("0012345678"), N("3"), N("1500000"), "")
		  "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf bytes = { 0 };

		make_sheet(rows[i].rows, &bytes);
		assert_read(rows[i].name, buf_slice(&bytes), HEAD " iddah nominal 3 1500000 0 0");
		buf_release(&bytes);
	}
}

static void a_workbook_is_refused_for_its_cells(void **state)
{
	static const struct refusal rows[] = {
		{ "G12 NIP as a number", DATA(SHEET_ROW(T("2026-01-05"), NONE, N("198503122010011000"), T("124"), T("0012345678"), N("3"), N("5"), "")),
		  N0191_KEY_IS_NUMBER, 2, "nip", NULL, "" },
		{ "G12 bank as a number", DATA(SHEET_ROW(T("2026-01-05"), NONE, NIP, N("2"), T("0012345678"), N("3"), N("5"), "")), N0191_KEY_IS_NUMBER, 2,
		  "bank_mantan", "2", "" },
		{ "G12 account as a number", DATA(SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), N("12345678"), N("3"), N("5"), "")), N0191_KEY_IS_NUMBER,
		  2, "rekening_mantan", "12345678", "" },
		{ "G11 an amount that is a formula", DATA(SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), T("0012345678"), N("3"), F("5"), "")),
		  N0192_CELL_IS_FORMULA, 2, "per_bulan", "5", "" },
		{ "G11 an error", DATA(SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), T("0012345678"), E("#REF!"), N("5"), "")), N0193_CELL_IS_ERROR, 2, "bulan",
		  "#REF!", "" },
		{ "G13 a text date of another style", DATA(SHEET_ROW(T("5/1/2026"), NONE, NIP, T("124"), T("0012345678"), N("3"), N("5"), "")), N0414_XML_VALUE_BAD,
		  2, "tanggal_daftar", "5/1/2026", "YYYY-MM-DD" },
		{ "G13 a date without its format", DATA(SHEET_ROW(N("46027"), NONE, NIP, T("124"), T("0012345678"), N("3"), N("5"), "")), N0414_XML_VALUE_BAD, 2,
		  "tanggal_daftar", "46027", "YYYY-MM-DD" },
		{ "a month that is another day than the first", DATA(SHEET_ROW(T("2026-01-05"), D("46024"), NIP, T("124"), T("0012345678"), N("3"), N("5"), "")),
		  N0414_XML_VALUE_BAD, 2, "mulai_potong", "2026-01-02", "YYYY-MM" },
		{ "half a month", DATA(SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), T("0012345678"), N("3.5"), N("5"), "")), N0414_XML_VALUE_BAD, 2, "bulan",
		  "3.5", "1..600" },
		{ "a value right of the names", DATA(SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), T("0012345678"), N("3"), N("5"), NONE T("x"))),
		  N0524_ROWS_VALUE_STRAY, 2, "", "x", "kolom 19 tanpa judul" },
		{ "G10 merged rows",
		  "<sheetData>" SHEET_NAMES SHEET_ROW(T("2026-01-05"), NONE, NIP, T("124"), T("0012345678"), N("3"), N("5"), "")
		  "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>",
		  N0194_CELLS_MERGED, 2, "", "2-3", "" },
		{ "no workbook", NULL, N0161_XLSX_ARCHIVE, 0, NULL, NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf bytes = { 0 };

		if (rows[i].text != NULL)
			make_sheet(rows[i].text, &bytes);
		else
			buf_append(&bytes, SLICE("PK\3\4 and nothing else"));
		assert_refused(&rows[i], buf_slice(&bytes));
		buf_release(&bytes);
	}
}

static void hidden_rows_are_read_and_counted(void **state)
{
	struct arena a = { 0 };
	struct findings findings = { 0 };
	struct rulings all = { 0 };
	struct buf bytes = { 0 };

	(void)state;
	make_sheet("<sheetData>" SHEET_NAMES "<row r=\"2\" hidden=\"1\">" T("PA") T("2026-01-05") T("1/Pdt.G/2025/PA.X") T("bht") T("cerai-talak") NONE NIP
	           T("BUDI") T("SITI") T("istri") "</row></sheetData>", &bytes);
	assert_int_equal(rulings_read(buf_slice(&bytes), SLICE("putusan.xlsx"), &a, &all, &findings), STATUS_OK);
	assert_int_equal(all.count, 1);
	assert_int_equal(findings.per_code[N0195_ROWS_HIDDEN], 1);
	buf_release(&bytes);
	findings_release(&findings);
	arena_release(&a);
}

/* ---- the columns ---- */

/* Every attribute and text of the document's table has a column, and every column one of them. */
static size_t name_all(const struct xml_node *n)
{
	const struct xml_attribute *attribute = n->kind->attributes;
	size_t named = 0;

	for (size_t i = 0; attribute != NULL && attribute[i].name != NULL; i++) {
		if (rulings_column_name(n, attribute[i].name) == NULL)
			fail_msg("no column for %s/@%s", n->kind->name, attribute[i].name);
		named++;
	}
	if (n->kind->text.type != XML_NONE) {
		assert_non_null(rulings_column_name(n, NULL));
		named++;
	}
	for (const struct xml_child *c = n->kind->children; c != NULL && c->element != NULL; c++) {
		struct xml_node child = { .kind = c->element, .parent = n };

		named += name_all(&child);
	}
	return named;
}

extern const struct xml_element rulings_root;

static void every_part_of_the_document_has_a_column(void **state)
{
	struct xml_node root = { .kind = &rulings_root };

	(void)state;
	assert_int_equal(name_all(&root), 69);
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++) {
		assert_non_null(rulings_columns[c].name);
		if (rulings_columns[c].part != PART_NOTE)
			assert_int_not_equal(rulings_column_value((enum rulings_column)c).type, XML_NONE);
		for (size_t k = 0; k < c; k++)
			assert_string_not_equal(rulings_columns[c].name, rulings_columns[k].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_become_rulings),
		cmocka_unit_test(whatever_contradicts_is_refused),
		cmocka_unit_test(a_workbook_says_the_same),
		cmocka_unit_test(a_workbook_is_refused_for_its_cells),
		cmocka_unit_test(hidden_rows_are_read_and_counted),
		cmocka_unit_test(every_part_of_the_document_has_a_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
