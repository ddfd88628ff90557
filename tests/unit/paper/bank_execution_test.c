/* pelaksanaan-bank.csv: lines of one case and payee are one row, whose parts are what was sent. */
#include <nafkah/bank_execution.h>

#include <nafkah/hash.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define NIP "198503122010011005"
#define LINE(n, k, kind_, sum, case_, it) { .no = n, .key = { k, sizeof(k) - 1 }, .period = 12 * 2026, .kind = kind_, .amount = sum, \
	.number = { case_, sizeof(case_) - 1 }, .nip = { NIP, 18 }, .items = { it, sizeof(it) - 1 } }

/* Keys as a run makes them: SHA-256 of month, kind, case and payee. */
static struct credit_transfer lines[] = {
	LINE(1, "", KIND_GAJI, 1000, "9/Pdt.G/2025/PA.X", "nafkah-anak a1=600; iddah 1/3=400"),
	LINE(2, "ffffffffffffffffffff", KIND_GAJI, 30, "10/Pdt.G/2025/PA.X", "nafkah-anak a1=30"),
	LINE(3, "", KIND_GAJI, 500, "9/Pdt.G/2025/PA.X", "nafkah-anak a2 2/3=500"),
	LINE(4, "", KIND_TPP, 70, "9/Pdt.G/2025/PA.X", "iddah 1/3=70"),
};

static void rows_are_cases_and_payees(void **state)
{
	static const struct line_fate fates[] = {
		{ .fate = FATE_PAID }, { .fate = FATE_UNKNOWN }, { .fate = FATE_RETURNED }, { .fate = FATE_RETURNED },
	};
	static const char *const payees[] = { "2026-01|gaji|9/pdtg/2025/pax|mantan", NULL, "2026-01|gaji|9/pdtg/2025/pax|anak:a2",
	                                      "2026-01|tpp|9/pdtg/2025/pax|mantan" };
	struct sha256 hashes[4];
	struct credit_transfers t = { .items = lines, .count = 4 };
	struct arena a = { 0 };
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		if (payees[i] == NULL)
			continue;
		assert_true(sha256_of(slice_from_c(payees[i]), &hashes[i]));
		lines[i].key = (struct slice){ hashes[i].hex, 20 };
	}
	assert_int_equal(bank_execution_write(&t, fates, &a, &out), STATUS_OK);
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, "periode,nomor_perkara,nip,penerima,dikirim,dibayar,dikembalikan,belum_diketahui\n"
	                             "2026-01,10/Pdt.G/2025/PA.X," NIP ",,30,0,0,30\n"
	                             "2026-01,9/Pdt.G/2025/PA.X," NIP ",anak:a2,500,0,500,0\n"
	                             "2026-01,9/Pdt.G/2025/PA.X," NIP ",mantan,1070,1000,70,0\n");
	buf_release(&out);
	arena_release(&a);
}

static void no_line_is_a_heading(void **state)
{
	struct credit_transfers t = { 0 };
	struct arena a = { 0 };
	struct buf out = { 0 };

	(void)state;
	assert_int_equal(bank_execution_write(&t, NULL, &a, &out), STATUS_OK);
	assert_int_equal(out.ptr[out.len - 1], '\n');
	buf_release(&out);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_cases_and_payees),
		cmocka_unit_test(no_line_is_a_heading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
