/* Corrected accounts: only what is whole and has a document is taken. */
#include <nafkah/corrections.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define K1 "0123456789abcdef0123"
#define K2 "aaaaaaaaaaaaaaaaaaaa"
#define HEAD "kunci,bank,rekening,nama_rekening,bukti\n"

struct case_row {
	const char *why, *text;
	size_t lines;
	enum code code; /* CODE_COUNT: taken */
	uint64_t line;
};

static const struct case_row rows[] = {
	{ "one", HEAD K1 ",124,0012345678,SITI,Surat 1\n", 1, CODE_COUNT, 0 },
	{ "two, as spreadsheets here write them", "Kunci;Bank;Rekening;Nama Rekening;Bukti;Catatan\n" K1
	  ";124;0012345678;SITI;S1;x\n" K2 ";002;0340-1000 9001.507;ANI;S2;\n", 2, CODE_COUNT, 0 },
	{ "none", HEAD, 0, CODE_COUNT, 0 },
	{ "no proof", HEAD K1 ",124,0012345678,SITI,\n", 0, N1058_CORRECTION_WITHOUT_PROOF, 2 },
	{ "a proof of blanks", HEAD K1 ",124,0012345678,SITI,  \n", 0, N1058_CORRECTION_WITHOUT_PROOF, 2 },
	{ "no column for the proof", "kunci,bank,rekening,nama_rekening\n" K1 ",124,0012345678,SITI\n", 0, N1056_CORRECTION_UNREADABLE, 0 },
	{ "a key of 19", HEAD "0123456789abcdef012,124,0012345678,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "a key in capitals", HEAD "0123456789ABCDEF0123,124,0012345678,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "a key that became a number", HEAD "1.2E+19,124,0012345678,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "a bank of two digits", HEAD K1 ",24,0012345678,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "an account of four", HEAD K1 ",124,1234,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "an account of 21", HEAD K1 ",124,123456789012345678901,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "an account of one digit only", HEAD K1 ",124,0000000000,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "an account with a letter", HEAD K1 ",124,00123456O8,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "no holder", HEAD K1 ",124,0012345678,,S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "a holder of two lines", HEAD K1 ",124,0012345678,\"SI\nTI\",S\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "a proof of two lines", HEAD K1 ",124,0012345678,SITI,\"S\n1\"\n", 0, N1056_CORRECTION_UNREADABLE, 2 },
	{ "a key twice", HEAD K1 ",124,0012345678,SITI,S\n" K1 ",124,0012345679,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 3 },
	{ "the same again", HEAD K1 ",124,0012345678,SITI,S\n" K1 ",124,0012345678,SITI,S\n", 0, N1056_CORRECTION_UNREADABLE, 3 },
	{ "a short row", HEAD K1 ",124,0012345678,SITI\n", 0, N0117_CSV_FIELD_COUNT, 2 },
	{ "nothing", "", 0, N0105_INPUT_EMPTY, 0 },
};

static void lists_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = { 0 };
		struct findings fs = { 0 };
		struct corrections k = { 0 };
		enum status status = corrections_read(slice_from_c(rows[i].text), SLICE("k.csv"), &a, &k, &fs);
		enum code code = fs.count > 0 ? fs.items[0].code : CODE_COUNT;

		if (code != rows[i].code || status != (code == CODE_COUNT ? STATUS_OK : STATUS_REJECT) || k.count != rows[i].lines ||
		    (fs.count > 0 && fs.items[0].line != rows[i].line))
			fail_msg("%s: status %d, %zu lines, finding %s in line %d", rows[i].why, (int)status, k.count,
			         code < CODE_COUNT ? code_name(code) : "-", fs.count > 0 ? (int)fs.items[0].line : -1);
		findings_release(&fs);
		arena_release(&a);
	}
}

static void what_is_read(void **state)
{
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct corrections k = { 0 };

	(void)state;
	assert_int_equal(corrections_read(SLICE("\n" HEAD K2 ",'002,\"0340-1000 9001.507\", ANI , S 2 \n"), SLICE("k.csv"), &a, &k, &fs),
	                 STATUS_OK);
	assert_int_equal(k.count, 1);
	assert_true(slice_equal(k.items->key, SLICE(K2)) && k.items->line == 3);
	assert_true(slice_equal(k.items->account.bank, SLICE("002")) && slice_equal(k.items->account.number, SLICE("034010009001507")));
	assert_true(slice_equal(k.items->account.holder, SLICE("ANI")) && slice_equal(k.items->account.proof, SLICE("S 2")));
	findings_release(&fs);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_judged),
		cmocka_unit_test(what_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
