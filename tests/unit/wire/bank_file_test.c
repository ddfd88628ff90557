/* A bank's file as results. Where something is not certain it is refused. */
#include <nafkah/bank_file.h>

#include <nafkah/buf.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define K "0123456789abcdef0123"

#define FORMAT(id, money, columns) "<format-balasan xmlns=\"urn:nafkah:format-balasan:1\" id=\"" id "\" judul=\"J\" sumber=\"S\" " \
	"tanggal=\"2026-02-02\" teruji=\"ya\"><wadah jenis=\"csv\" pemisah=\"koma titik-koma\"/><kepala baris-maks=\"3\"/>" money columns \
	"<hasil arti=\"dibayar\"><teks>ok</teks></hasil><hasil arti=\"dikembalikan\"><teks>gagal_total</teks></hasil>"
#define COLUMN(role, more, name) "<kolom peran=\"" role "\"" more "><nama>" name "</nama></kolom>"
#define MUST " wajib=\"ya\""

/* One that knows keys, one that does not. */
static const char keyed[] = FORMAT("kunci", "<uang desimal=\",\" ribuan=\".\"/>", COLUMN("kunci", MUST, "ref")
	COLUMN("rekening", "", "rek") COLUMN("jumlah", "", "jml") COLUMN("status", MUST, "status") COLUMN("alasan", "", "ket")
	COLUMN("tanggal", " gaya=\"iso ymd dmy\"", "tgl") COLUMN("rujukan-bank", "", "no_bank"))
	"<hasil arti=\"belum-diketahui\" kosong=\"ya\"><teks>proses</teks></hasil></format-balasan>";
static const char keyless[] = FORMAT("rekening", "<uang desimal=\".\" ribuan=\",\"/>", COLUMN("rekening", MUST, "account")
	COLUMN("jumlah", MUST, "amount") COLUMN("status", MUST, "hasil")) "<lewati><teks>total</teks></lewati></format-balasan>";

struct reading {
	struct arena arena;
	struct findings findings;
	struct return_format formats[2];
	struct bank_file file;
	enum status status;
};

static void read_file(struct reading *rd, const char *text, size_t first, size_t count)
{
	struct bank_file_setup setup = {
		.bytes = slice_from_c(text), .file = SLICE("b.csv"), .formats = rd->formats + first, .format_count = count,
		.chosen = count == 1, .arena = &rd->arena, .findings = &rd->findings,
	};

	assert_int_equal(return_format_read(slice_from_c(keyed), SLICE("k.xml"), &rd->arena, &rd->formats[0], &rd->findings), STATUS_OK);
	assert_int_equal(return_format_read(slice_from_c(keyless), SLICE("r.xml"), &rd->arena, &rd->formats[1], &rd->findings),
	                 STATUS_OK);
	rd->status = bank_file_read(&setup, &rd->file);
}

static void release(struct reading *rd)
{
	findings_release(&rd->findings);
	arena_release(&rd->arena);
}

struct case_row {
	const char *why, *text;
	size_t results;
	enum code code; /* CODE_COUNT: read */
	uint64_t line;
};

static const struct case_row rows[] = {
	{ "keys", "ref,status\n" K ",OK\n", 1, CODE_COUNT, 0 },
	{ "semicolons, another order, a column more", "STATUS;Email; Ref \nok;a@b;" K "\n", 1, CODE_COUNT, 0 },
	{ "title rows", "Hasil unggahan\n\nref,status\n" K ",ok\n", 1, CODE_COUNT, 0 },
	{ "blank lines and empty rows", "ref,status\n\n,\n" K ",ok\n\n", 1, CODE_COUNT, 0 },
	{ "no row", "ref,status\n", 0, CODE_COUNT, 0 },
	{ "accounts", "account,amount,hasil\n123,1000,ok\n", 1, CODE_COUNT, 0 },
	{ "a total", "no,account,amount,hasil\n1,123,1000,ok\nTotal 1,,1000,\n", 1, CODE_COUNT, 0 },
	{ "a total with a status", "no,account,amount,hasil\n1,123,1000,ok\nTotal 1,,1000,lunas\n", 0, N1046_RESULT_WORD_UNKNOWN, 3 },
	{ "a key behind an apostrophe", "ref,status\n'" K ",ok\n", 1, CODE_COUNT, 0 },
	{ "a header that nobody knows", "a,b\n1,2\n", 0, N1043_RESULT_HEADER_UNKNOWN, 0 },
	{ "a header without its status", "ref,ket\n" K ",ok\n", 0, N1043_RESULT_HEADER_UNKNOWN, 0 },
	{ "a header too far down", "x\ny\nz\nref,status\n" K ",ok\n", 0, N1043_RESULT_HEADER_UNKNOWN, 0 },
	{ "a delimiter that is not listed", "ref|status\n" K "|ok\n", 0, N1043_RESULT_HEADER_UNKNOWN, 0 },
	{ "a header of both", "ref,status,account,amount,hasil\n" K ",ok,1,2,ok\n", 0, N1044_RESULT_HEADER_AMBIGUOUS, 1 },
	{ "two columns of one name", "ref,status,Status\n" K ",ok,ok\n", 0, N0124_HEADER_COLUMN_TWICE, 1 },
	{ "nothing at all", "", 0, N0105_INPUT_EMPTY, 0 },
	{ "a word that nobody knows", "ref,status\n" K ",selesai\n", 0, N1046_RESULT_WORD_UNKNOWN, 2 },
	{ "half a word", "ref,status\n" K ",gagal\n", 0, N1046_RESULT_WORD_UNKNOWN, 2 },
	{ "an empty status that means nothing", "account,amount,hasil\n123,1000,\n", 0, N1046_RESULT_WORD_UNKNOWN, 2 },
	{ "an empty status that means: not yet", "ref,status\n" K ",\n", 1, CODE_COUNT, 0 },
	{ "a key that became a number", "ref,status\n1.23E+19,ok\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "a key with a letter of no key", "ref,status\n0123456789abcdeg0123,ok\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "an account with letters", "account,amount,hasil\nA123,1000,ok\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "an amount of the other style", "ref,jml,status\n" K ",\"1,000.00\",ok\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "an amount with its currency", "ref,jml,status\n" K ",Rp1.000,ok\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "an amount above all", "account,amount,hasil\n123,99999999999999999,ok\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "a day that does not exist", "ref,status,tgl\n" K ",ok,2026-02-30\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "a day in the American way", "ref,status,tgl\n" K ",ok,02/28/2026\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "a day with two marks", "ref,status,tgl\n" K ",ok,28-02/2026\n", 0, N1045_RESULT_UNREADABLE, 2 },
	{ "a row that is too short", "ref,status,ket\n" K ",ok\n", 0, N0117_CSV_FIELD_COUNT, 2 },
	{ "a row that is too long", "ref,status\n" K ",ok,\n", 0, N0117_CSV_FIELD_COUNT, 2 },
	{ "an open quote", "ref,status\n" K ",\"ok\n", 0, N0112_CSV_QUOTE_OPEN, 2 },
	{ "a workbook of long ago", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, N0110_CONTAINER_UNSUPPORTED, 0 },
	{ "HTML, which neither takes", "<html><table><tr><td>ref</td><td>status</td></tr></table></html>", 0, N0190_CONTAINER_NOT_ALLOWED, 0 },
};

static void files_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading rd = { 0 };
		enum code code;

		read_file(&rd, rows[i].text, 0, 2);
		code = rd.findings.count > 0 ? rd.findings.items[0].code : CODE_COUNT;
		if (code != rows[i].code || rd.status != (code == CODE_COUNT ? STATUS_OK : STATUS_REJECT) ||
		    rd.file.results.count != rows[i].results || (code != CODE_COUNT && rd.findings.items[0].line != rows[i].line))
			fail_msg("%s: status %d, %zu results, finding %s in line %d", rows[i].why, (int)rd.status, rd.file.results.count,
			         code < CODE_COUNT ? code_name(code) : "-", rd.findings.count > 0 ? (int)rd.findings.items[0].line : -1);
		release(&rd);
	}
}

static void what_is_read(void **state)
{
	static const char text[] = "ref,rek,jml,status,ket,tgl,no_bank\n"
		"0123456789ABCDEF0123,0012-345.678,\"1.234.567,50\",Gagal  TOTAL,\" Rekening, tutup \",20260205,R1\n"
		K ",00123****78,,ok,,05-02-2026 10:11:12,\n"
		",\"=\"\"0099887766\"\"\",,,\"dua\nbaris\",2026-02-05T10:11,\n";
	struct reading rd = { 0 };
	const struct bank_result *r;

	(void)state;
	read_file(&rd, text, 0, 2);
	assert_int_equal(rd.status, STATUS_OK);
	assert_int_equal(rd.findings.count, 0);
	assert_ptr_equal(rd.file.format, &rd.formats[0]);
	assert_int_equal(rd.file.results.count, 3);
	r = rd.file.results.items;
	assert_true(slice_equal(r[0].key, SLICE(K)) && slice_equal(r[0].account, SLICE("0012345678")));
	assert_true(r[0].has_amount && r[0].amount.sen == 123456750 && r[0].fate == FATE_RETURNED && r[0].line == 2);
	assert_true(slice_equal(r[0].reason, SLICE("Rekening, tutup")) && slice_equal(r[0].reference, SLICE("R1")));
	assert_true(r[0].date.year == 2026 && r[0].date.month == 2 && r[0].date.day == 5);
	assert_true(r[1].fate == FATE_PAID && !r[1].has_amount && r[1].date.day == 5 && r[1].reason.len == 0);
	assert_int_equal(r[1].account.len, 0); /* the bank shows only some of it */
	assert_true(r[2].fate == FATE_UNKNOWN && r[2].key.len == 0 && slice_equal(r[2].account, SLICE("0099887766")));
	assert_true(slice_equal(r[2].reason, SLICE("dua baris")) && r[2].date.month == 2);
	release(&rd);
}

/* A file of both headers is the one that the user says; a row at the other end of it has all its faults told. */
static void the_user_may_choose(void **state)
{
	static const char both[] = "ref,status,account,amount,hasil\n" K ",ok,1,2,gagal total\n";
	static const char faulty[] = "ref,status,tgl\n" K ",lunas,kemarin\nx,ok,\n" K ",ok,2026-02-01\n";
	struct reading rd = { 0 };

	(void)state;
	read_file(&rd, both, 0, 1);
	assert_true(rd.status == STATUS_OK && rd.file.results.items[0].fate == FATE_PAID);
	read_file(&rd, both, 1, 1);
	assert_true(rd.status == STATUS_OK && rd.file.results.items[0].fate == FATE_RETURNED);
	read_file(&rd, faulty, 0, 2);
	assert_int_equal(rd.status, STATUS_REJECT);
	assert_int_equal(rd.findings.count, 3);
	release(&rd);
}

static void long_texts_are_cut_between_characters(void **state)
{
	struct buf text = { 0 };
	struct reading rd = { 0 };

	(void)state;
	buf_append(&text, SLICE("ref,status,ket\n" K ",ok,x"));
	for (size_t i = 0; i < 400; i++)
		buf_append(&text, SLICE("\xc3\xa9"));
	buf_append(&text, SLICE("\n"));
	buf_char(&text, '\0');
	read_file(&rd, text.ptr, 0, 2);
	assert_int_equal(rd.status, STATUS_OK);
	assert_int_equal(rd.file.results.items[0].reason.len, 499);
	assert_int_equal(utf8_valid_prefix(rd.file.results.items[0].reason), 499);
	buf_release(&text);
	release(&rd);
}

static void accounts_are_masked_in_findings(void **state)
{
	struct reading rd = { 0 };

	(void)state;
	read_file(&rd, "account,amount,hasil\n12345678A,1000,ok\n", 0, 2);
	assert_true(rd.findings.count == 1 && rd.findings.items[0].personal);
	assert_true(slice_equal(rd.findings.items[0].column, SLICE("account")));
	release(&rd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_judged),
		cmocka_unit_test(what_is_read),
		cmocka_unit_test(the_user_may_choose),
		cmocka_unit_test(long_texts_are_cut_between_characters),
		cmocka_unit_test(accounts_are_masked_in_findings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
