/* Lists of transfers, read back: what this program writes is taken, everything else is refused with its line. */
#include <nafkah/credit_transfers.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

#define HEAD "no,kunci,periode,sumber,bank,rekening,nama_rekening,jumlah,nomor_perkara,nip,nama_asn,rincian"
#define HEAD14 HEAD ",tanggal_putusan,bukti_rekening"
#define K1 "0123456789abcdef0123"
#define K2 "aaaaaaaaaaaaaaaaaaaa"
#define REST ",124,0012345678,SITI AMINAH,2333333,123/Pdt.G/2025/PA.Botg,198503122010011005,BUDI SANTOSO,iddah 1/3=2333333"
#define L1 "1," K1 ",2026-01,gaji" REST

struct case_row {
	const char *why, *text;
	size_t lines; /* that are read; 0: refused */
	uint64_t at;  /* line of the finding */
};

static const struct case_row rows[] = {
	{ "a month's list", HEAD "\n" L1 "\n", 1, 0 },
	{ "two lines", HEAD "\n" L1 "\n2," K2 ",2026-01,tpp" REST "\n", 2, 0 },
	{ "a derived list keeps the numbers of the month", HEAD14 "\n7," K1 ",2026-01,gaji" REST ",2025-10-02,\"Surat 1, 2\"\n", 1, 0 },
	{ "no date, no proof", HEAD14 "\n7," K1 ",2026-01,gaji" REST ",,\n", 1, 0 },
	{ "12 columns below 14 headings", HEAD14 "\n" L1 "\n", 0, 2 },
	{ "14 columns below 12 headings", HEAD "\n" L1 ",,\n", 0, 2 },
	{ "another heading", "no,kunci,periode,sumber,bank,rekening,nama,jumlah,nomor_perkara,nip,nama_asn,rincian\n" L1 "\n", 0, 1 },
	{ "a heading in capitals", "NO,kunci,periode,sumber,bank,rekening,nama_rekening,jumlah,nomor_perkara,nip,nama_asn,rincian\n", 0, 1 },
	{ "a semicolon instead of a comma", "no;kunci;periode\n", 0, 1 },
	{ "13 headings", HEAD ",tanggal_putusan\n", 0, 1 },
	{ "a column more than asked for", HEAD14 ",sebab\n", 0, 1 },
	{ "empty", "", 0, 0 },
	{ "a key twice", HEAD "\n" L1 "\n2," K1 ",2026-01,gaji" REST "\n", 0, 0 },
	{ "a key of 19", HEAD "\n1,0123456789abcdef012,2026-01,gaji" REST "\n", 0, 2 },
	{ "a key in capitals", HEAD "\n1,0123456789ABCDEF0123,2026-01,gaji" REST "\n", 0, 2 },
	{ "a key that a spreadsheet made a number", HEAD "\n1,1.23457E+19,2026-01,gaji" REST "\n", 0, 2 },
	{ "number 0", HEAD "\n0," K1 ",2026-01,gaji" REST "\n", 0, 2 },
	{ "a number with a leading zero", HEAD "\n01," K1 ",2026-01,gaji" REST "\n", 0, 2 },
	{ "the same number again", HEAD "\n" L1 "\n1," K2 ",2026-01,gaji" REST "\n", 0, 3 },
	{ "numbers that fall", HEAD "\n2," K2 ",2026-01,gaji" REST "\n" L1 "\n", 0, 3 },
	{ "two months", HEAD "\n" L1 "\n2," K2 ",2026-02,gaji" REST "\n", 0, 3 },
	{ "a month as spreadsheets write it", HEAD "\n1," K1 ",Jan-26,gaji" REST "\n", 0, 2 },
	{ "an unknown kind", HEAD "\n1," K1 ",2026-01,bonus" REST "\n", 0, 2 },
	{ "a bank without its zero", HEAD "\n1," K1 ",2026-01,gaji,2,0012345678,S,1,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "an account of 4 digits", HEAD "\n1," K1 ",2026-01,gaji,002,1234,S,1,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "an account of 21 digits", HEAD "\n1," K1 ",2026-01,gaji,002,123456789012345678901,S,1,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "an account with a blank", HEAD "\n1," K1 ",2026-01,gaji,002,0012 45678,S,1,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "an account that became a number", HEAD "\n1," K1 ",2026-01,gaji,002,1.2E+10,S,1,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "an amount of 0", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,0,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "a negative amount", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,-1,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "an amount with sen", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,1.00,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "an amount above 10^16", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,10000000000000001,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "a total above 10^16", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,10000000000000000,1/P,198503122010011005,B,x\n2," K2
	  ",2026-01,gaji,002,12345,S,1,1/P,198503122010011005,B,x\n", 0, 3 },
	{ "an amount of 19 digits", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,9999999999999999999,1/P,198503122010011005,B,x\n", 0, 2 },
	{ "no case", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,1,,198503122010011005,B,x\n", 0, 2 },
	{ "a NIP of 17 digits", HEAD "\n1," K1 ",2026-01,gaji,002,12345,S,1,1/P,19850312201001100,B,x\n", 0, 2 },
	{ "a day that does not exist", HEAD14 "\n7," K1 ",2026-01,gaji" REST ",2025-02-30,\n", 0, 2 },
	{ "a blank line", HEAD "\n\n" L1 "\n", 0, 2 },
	{ "an open quote", HEAD "\n1," K1 ",2026-01,gaji,002,12345,\"S,1,1/P,198503122010011005,B,x\n", 0, 2 },
};

static void lists_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = { 0 };
		struct findings fs = { 0 };
		struct credit_transfers t = { 0 };
		enum status status = credit_transfers_read(slice_from_c(rows[i].text), SLICE("transfer.csv"), &a, &t, &fs);

		if (status != (rows[i].lines > 0 ? STATUS_OK : STATUS_REJECT) || t.count != rows[i].lines)
			fail_msg("%s: status %d, %zu lines", rows[i].why, (int)status, t.count);
		if (rows[i].lines == 0 && (fs.count == 0 || fs.items[0].line != rows[i].at))
			fail_msg("%s: %zu findings, the first at line %d", rows[i].why, fs.count, fs.count > 0 ? (int)fs.items[0].line : -1);
		findings_release(&fs);
		arena_release(&a);
	}
}

static void heading_alone_is_an_empty_list(void **state)
{
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct credit_transfers t = { .count = 9 };

	(void)state;
	assert_int_equal(credit_transfers_read(SLICE(HEAD "\n"), SLICE("transfer.csv"), &a, &t, &fs), STATUS_OK);
	assert_int_equal(t.count, 0);
	assert_null(credit_transfers_find(&t, SLICE(K1)));
	assert_int_equal(fs.count, 0);
	arena_release(&a);
}

static void refusal_is_N1001_and_masked(void **state)
{
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct credit_transfers t;

	(void)state;
	assert_int_equal(credit_transfers_read(SLICE(HEAD "\n1," K1 ",2026-01,gaji,002,1234,S,1,1/P,198503122010011005,B,x\n"),
	                                       SLICE("transfer.csv"), &a, &t, &fs), STATUS_REJECT);
	assert_int_equal(fs.items[0].code, N1001_TRANSFERS_UNREADABLE);
	assert_true(fs.items[0].personal);
	assert_true(slice_equal(fs.items[0].column, SLICE("rekening")) && slice_equal(fs.items[0].value, SLICE("1234")));
	findings_release(&fs);
	arena_release(&a);
}

#define LONG14 HEAD14 "\n3," K1 ",2026-01,gaji,124,0012345678,\"SITI, S.Pd\",2333333,123/Pdt.G/2025/PA.Botg#2," \
	"198503122010011005,BUDI,\"a=1; b=\"\"2\"\"\",2025-10-02,Surat 7\n9," K2 ",2026-01,tpp,002,12345,S,1,1/P,198503122010011005,B,,,\n"

static void what_is_kept_and_written(void **state)
{
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct credit_transfers t;
	struct buf out = { 0 };
	const struct credit_transfer *x;

	(void)state;
	assert_int_equal(credit_transfers_read(SLICE(LONG14), SLICE("terkirim.csv"), &a, &t, &fs), STATUS_OK);
	assert_int_equal(t.total, 2333334);
	x = credit_transfers_find(&t, SLICE(K1));
	assert_ptr_equal(x, &t.items[0]);
	assert_true(x->no == 3 && x->kind == KIND_GAJI && x->period == 12 * 2026 && x->amount == 2333333);
	assert_true(slice_equal(x->holder, SLICE("SITI, S.Pd")) && slice_equal(x->items, SLICE("a=1; b=\"2\"")));
	assert_true(x->ruled.year == 2025 && x->ruled.month == 10 && x->ruled.day == 2 && slice_equal(x->proof, SLICE("Surat 7")));
	assert_ptr_equal(credit_transfers_find(&t, SLICE(K2)), &t.items[1]);
	assert_null(credit_transfers_find(&t, SLICE("bbbbbbbbbbbbbbbbbbbb")));
	credit_transfers_write(&t, &out);
	assert_true(slice_equal(buf_slice(&out), SLICE(LONG14)));
	buf_release(&out);
	findings_release(&fs);
	arena_release(&a);
}

#define MORE HEAD14 ",status,alasan\n3," K1 ",2026-01,gaji" REST ",,,dibayar,\n4," K2 ",2026-01,gaji" REST ",,,dikembalikan,\"a, b\"\n"

static void further_columns(void **state)
{
	static const char *const names[] = { "status", "alasan" };
	struct more_columns columns = { names, 2 };
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct credit_transfers t;
	const struct slice *values;
	struct buf out = { 0 };

	(void)state;
	assert_int_equal(credit_transfers_read_more(SLICE(MORE), SLICE("s.csv"), columns, &a, &t, &values, &fs), STATUS_OK);
	assert_true(slice_equal(values[0], SLICE("dibayar")) && slice_equal(values[1], SLICE("")));
	assert_true(slice_equal(values[2], SLICE("dikembalikan")) && slice_equal(values[3], SLICE("a, b")));
	credit_transfers_write_more(&t, columns, values, &out);
	assert_true(slice_equal(buf_slice(&out), SLICE(MORE)));
	assert_int_equal(credit_transfers_read_more(SLICE(HEAD "\n"), SLICE("s.csv"), columns, &a, &t, &values, &fs), STATUS_REJECT);
	assert_int_equal(credit_transfers_read_more(SLICE(HEAD14 ",alasan,status\n"), SLICE("s.csv"), columns, &a, &t, &values, &fs),
	                 STATUS_REJECT);
	buf_release(&out);
	findings_release(&fs);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_judged),
		cmocka_unit_test(heading_alone_is_an_empty_list),
		cmocka_unit_test(refusal_is_N1001_and_masked),
		cmocka_unit_test(what_is_kept_and_written),
		cmocka_unit_test(further_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
