/* Formats of bank results: what the schema takes, and what one part demands of another. */
#include <nafkah/return_format.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

#define HEAD "<format-balasan xmlns=\"urn:nafkah:format-balasan:1\" id=\"b\" judul=\"B\" sumber=\"S\" tanggal=\"2026-02-02\" teruji=\"belum\">"
#define CSV "<wadah jenis=\"csv\" pemisah=\"koma\"/>"
#define ROWS "<kepala baris-maks=\"5\"/>"
#define MONEY "<uang desimal=\",\" ribuan=\".\"/>"
#define KEY "<kolom peran=\"kunci\" wajib=\"ya\"><nama>ref</nama></kolom>"
#define STATUS "<kolom peran=\"status\" wajib=\"ya\"><nama>status</nama></kolom>"
#define PAID "<hasil arti=\"dibayar\"><teks>ok</teks></hasil>"
#define BACK "<hasil arti=\"dikembalikan\"><teks>gagal</teks></hasil>"
#define END "</format-balasan>"
#define START HEAD CSV ROWS MONEY
#define COLUMN(role, more, name) "<kolom peran=\"" role "\"" more "><nama>" name "</nama></kolom>"
#define ACCOUNT COLUMN("rekening", " wajib=\"ya\"", "acc")
#define AMOUNT COLUMN("jumlah", " wajib=\"ya\"", "amt")

struct case_row {
	const char *why, *text;
	enum code code; /* CODE_COUNT: taken */
};

static const struct case_row rows[] = {
	{ "the least", START KEY STATUS PAID BACK END, CODE_COUNT },
	{ "by account and amount", START ACCOUNT AMOUNT STATUS PAID BACK END, CODE_COUNT },
	{ "a date with its styles", START KEY STATUS COLUMN("tanggal", " gaya=\"iso dmy\"", "tgl") PAID BACK END, CODE_COUNT },
	{ "an empty status means nothing is known", START KEY STATUS PAID BACK
	  "<hasil arti=\"belum-diketahui\" kosong=\"ya\"><teks>p</teks></hasil>" END, CODE_COUNT },
	{ "totals", START KEY STATUS PAID BACK "<lewati><teks>total</teks></lewati>" END, CODE_COUNT },
	{ "a sheet", HEAD CSV "<wadah jenis=\"xlsx\" lembar=\"Hasil\"/>" ROWS MONEY KEY STATUS PAID BACK END, CODE_COUNT },
	{ "a status that need not be there", START KEY COLUMN("status", "", "status") PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "no status", START KEY ACCOUNT PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "neither key nor amount", START ACCOUNT STATUS PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "neither key nor account", START AMOUNT STATUS PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a key that need not be there", START COLUMN("kunci", "", "ref") STATUS PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "the key twice", START KEY COLUMN("kunci", "", "ref2") STATUS PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a name twice", START KEY STATUS COLUMN("alasan", "", "ref") PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a word of two meanings", START KEY STATUS PAID "<hasil arti=\"dikembalikan\"><teks>ok</teks></hasil>" END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a word twice", START KEY STATUS "<hasil arti=\"dibayar\"><teks>ok</teks><teks>ok</teks></hasil>" BACK END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a meaning twice", START KEY STATUS PAID BACK "<hasil arti=\"dibayar\"><teks>sukses</teks></hasil>" END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "nothing means paid", START KEY STATUS BACK "<hasil arti=\"belum-diketahui\"><teks>p</teks></hasil>" END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "nothing means returned", START KEY STATUS PAID "<hasil arti=\"belum-diketahui\"><teks>p</teks></hasil>" END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "an empty status means paid", START KEY STATUS "<hasil arti=\"dibayar\" kosong=\"ya\"><teks>ok</teks></hasil>" BACK END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a date without its style", START KEY STATUS COLUMN("tanggal", "", "tgl") PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a style of something else", START KEY STATUS COLUMN("alasan", " gaya=\"iso\"", "r") PAID BACK END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "one mark for two things", HEAD CSV ROWS "<uang desimal=\".\" ribuan=\".\"/>" KEY STATUS PAID BACK END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "csv without a delimiter", HEAD "<wadah jenis=\"csv\"/>" ROWS MONEY KEY STATUS PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a delimiter of a workbook", HEAD "<wadah jenis=\"xlsx\" pemisah=\"koma\"/>" ROWS MONEY KEY STATUS PAID BACK END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a sheet of csv", HEAD "<wadah jenis=\"csv\" pemisah=\"koma\" lembar=\"x\"/>" ROWS MONEY KEY STATUS PAID BACK END,
	  N1042_RETURN_FORMAT_INCONSISTENT },
	{ "csv twice", HEAD CSV CSV ROWS MONEY KEY STATUS PAID BACK END, N1042_RETURN_FORMAT_INCONSISTENT },
	{ "a container of payrolls only", HEAD "<wadah jenis=\"dbf\"/>" ROWS MONEY KEY STATUS PAID BACK END, N0414_XML_VALUE_BAD },
	{ "a name that is not folded", START KEY COLUMN("status", " wajib=\"ya\"", "Status") PAID BACK END, N0414_XML_VALUE_BAD },
	{ "a name that ends in a gap", START KEY COLUMN("status", " wajib=\"ya\"", "status_") PAID BACK END, N0414_XML_VALUE_BAD },
	{ "a word that is not folded", START KEY STATUS "<hasil arti=\"dibayar\"><teks>di bayar</teks></hasil>" BACK END, N0414_XML_VALUE_BAD },
	{ "an unknown role", START KEY STATUS COLUMN("email", "", "mail") PAID BACK END, N0414_XML_VALUE_BAD },
	{ "an unknown meaning", START KEY STATUS PAID BACK "<hasil arti=\"tertunda\"><teks>p</teks></hasil>" END, N0414_XML_VALUE_BAD },
	{ "a day that does not exist", "<format-balasan xmlns=\"urn:nafkah:format-balasan:1\" id=\"b\" judul=\"B\" sumber=\"S\" "
	  "tanggal=\"2026-02-30\" teruji=\"belum\">" CSV ROWS MONEY KEY STATUS PAID BACK END, N0414_XML_VALUE_BAD },
	{ "no source", "<format-balasan xmlns=\"urn:nafkah:format-balasan:1\" id=\"b\" judul=\"B\" tanggal=\"2026-02-02\" "
	  "teruji=\"belum\">" CSV ROWS MONEY KEY STATUS PAID BACK END, N0413_XML_ATTRIBUTE_MISSING },
	{ "no header", HEAD CSV MONEY KEY STATUS PAID BACK END, N0409_XML_ELEMENT_MISSING },
	{ "101 title rows", HEAD CSV "<kepala baris-maks=\"101\"/>" MONEY KEY STATUS PAID BACK END, N0414_XML_VALUE_BAD },
	{ "a column without a name", START KEY "<kolom peran=\"status\" wajib=\"ya\"/>" PAID BACK END, N0409_XML_ELEMENT_MISSING },
	{ "of another namespace", "<format-balasan xmlns=\"urn:nafkah:format-transfer:1\"/>", N0415_XML_NAMESPACE },
};

static void formats_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = { 0 };
		struct findings fs = { 0 };
		struct return_format f;
		enum status status = return_format_read(slice_from_c(rows[i].text), SLICE("b.xml"), &a, &f, &fs);
		bool told = rows[i].code == CODE_COUNT || fs.per_code[rows[i].code] > 0;

		if (status != (rows[i].code == CODE_COUNT ? STATUS_OK : STATUS_REJECT) || !told)
			fail_msg("%s: status %d, first finding %s", rows[i].why, (int)status, fs.count > 0 ? code_name(fs.items[0].code) : "-");
		findings_release(&fs);
		arena_release(&a);
	}
}

static void what_is_read(void **state)
{
	static const char text[] = HEAD "<wadah jenis=\"csv\" pemisah=\"titik-koma tab\"/><wadah jenis=\"xlsx\" lembar=\"Hasil\"/>"
		"<kepala baris-maks=\"7\"/><uang desimal=\".\" ribuan=\"spasi\"/>" KEY COLUMN("tanggal", " gaya=\"ymd dmy\"", "tgl") STATUS
		"<hasil arti=\"belum-diketahui\" kosong=\"ya\"><teks>p</teks></hasil>" BACK "<hasil arti=\"dibayar\"><teks>ok</teks>"
		"<teks>sukses</teks></hasil><lewati><teks>total</teks></lewati>" END;
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct return_format f;

	(void)state;
	assert_int_equal(return_format_read(slice_from_c(text), SLICE("b.xml"), &a, &f, &fs), STATUS_OK);
	assert_int_equal(fs.count, 0);
	assert_true(slice_equal(f.id, SLICE("b")) && slice_equal(f.source, SLICE("S")) && f.dated.month == 2 && !f.tested);
	assert_true(slice_equal(f.containers[CONTAINER_CSV].delimiters, SLICE(";\t")));
	assert_true(slice_equal(f.containers[CONTAINER_XLSX].sheet, SLICE("Hasil")) && !f.containers[CONTAINER_HTML].allowed);
	assert_int_equal(f.header_rows_max, 7);
	assert_true(f.money.decimal == '.' && f.money.group == ' ');
	assert_int_equal(f.date_styles, PERIOD_YMD | PERIOD_DMY);
	assert_true(f.columns[RETURN_KEY].required && !f.columns[RETURN_DATE].required && f.columns[RETURN_DATE].stated);
	assert_false(f.columns[RETURN_REASON].stated);
	assert_int_equal(f.meaning[FATE_PAID].count, 2);
	assert_true(slice_equal(f.meaning[FATE_RETURNED].items[0], SLICE("gagal")) && f.empty_is_unknown);
	assert_true(f.skipped.begins && f.skipped.count == 1);
	assert_string_equal(return_role_name(RETURN_REFERENCE), "rujukan-bank");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formats_are_judged),
		cmocka_unit_test(what_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
