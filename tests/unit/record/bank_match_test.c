/* Which line a result is about. When in doubt, none. */
#include <nafkah/bank_result.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

#define K1 "0123456789abcdef0123"
#define K2 "0123456789abcdef0124" /* as K1 but for the last */
#define K3 "aaaaaaaaaaaaaaaaaaaa"
#define K4 "bbbbbbbbbbbbbbbbbbbb"

#define L(k, acc, sum) { { k, 20 }, { acc, sizeof(acc) - 1 }, { "198503122010011005", 18 }, { "1/P", 3 }, sum }
static const struct sent_line sent[] = {
	L(K3, "0012345678", 750000), L(K1, "0099887766", 750000), L(K2, "0012345678", 1000), L(K4, "0099887766", 750000),
	L("cccccccccccccccccccc", "5550001", 42),
};

#define R(k, acc, sum) RL(0, k, acc, sum)
#define RL(at, k, acc, sum) { .line = (at), .key = { k, sizeof(k) - 1 }, .account = { acc, sizeof(acc) - 1 }, .has_amount = (sum) != 0, \
	.amount = { (sum) }, .fate = FATE_PAID }

struct case_row {
	const char *why;
	struct bank_result r;
	int line; /* -1: refused */
	enum code code;
};

static const struct case_row rows[] = {
	{ "a whole key", R(K1, "", 0), 1, CODE_COUNT },
	{ "with account and amount", R(K1, "0099887766", 75000000), 1, CODE_COUNT },
	{ "an account without its zeros", R(K1, "99887766", 0), 1, CODE_COUNT },
	{ "19 characters of a key", R("aaaaaaaaaaaaaaaaaaa", "", 0), 0, CODE_COUNT },
	{ "account and amount", R("", "12345678", 75000000), 0, CODE_COUNT },
	{ "account and another amount of it", R("", "0012345678", 100000), 2, CODE_COUNT },
	{ "19 characters of two keys", R("0123456789abcdef012", "", 0), -1, N1048_RESULT_OF_SEVERAL },
	{ "19 characters of two keys and an account", R("0123456789abcdef012", "0099887766", 75000000), -1, N1048_RESULT_OF_SEVERAL },
	{ "10 characters of a key", R("aaaaaaaaaa", "", 0), 0, CODE_COUNT },
	{ "9 characters of a key", R("aaaaaaaaa", "", 0), -1, N1047_RESULT_NOT_SENT },
	{ "10 characters of two keys", R("0123456789", "", 0), -1, N1048_RESULT_OF_SEVERAL },
	{ "10 characters that are not the first", R("bcdef01234", "", 0), -1, N1047_RESULT_NOT_SENT },
	{ "21 characters", R(K3 "a", "", 0), -1, N1047_RESULT_NOT_SENT },
	{ "a key of nobody", R("dddddddddddddddddddd", "", 0), -1, N1047_RESULT_NOT_SENT },
	{ "a key of nobody with account and amount of somebody", R("dddddddddddddddddddd", "0012345678", 75000000), -1,
	  N1047_RESULT_NOT_SENT },
	{ "account and amount of two lines", R("", "0099887766", 75000000), -1, N1048_RESULT_OF_SEVERAL },
	{ "account of one line, another amount", R("", "5550001", 4300), -1, N1049_RESULT_AMOUNT_OTHER },
	{ "account of two lines, another amount", R("", "0012345678", 4300), -1, N1047_RESULT_NOT_SENT },
	{ "an account above all", R("", "99999999", 4300), -1, N1047_RESULT_NOT_SENT },
	{ "an account below all", R("", "1", 4300), -1, N1047_RESULT_NOT_SENT },
	{ "an account without an amount", R("", "5550001", 0), -1, N1047_RESULT_NOT_SENT },
	{ "an amount without an account", R("", "", 75000000), -1, N1047_RESULT_NOT_SENT },
	{ "nothing", R("", "", 0), -1, N1047_RESULT_NOT_SENT },
	{ "the right key, another account", R(K1, "0012345678", 0), -1, N1050_RESULT_ACCOUNT_OTHER },
	{ "the right key, an account with a digit less", R(K1, "009988776", 0), -1, N1050_RESULT_ACCOUNT_OTHER },
	{ "the right key, another amount", R(K1, "", 75000100), -1, N1049_RESULT_AMOUNT_OTHER },
	{ "the right key, a sen more", R(K1, "", 75000001), -1, N1049_RESULT_AMOUNT_OTHER },
	{ "account and amount, a sen more", R("", "5550001", 4201), -1, N1049_RESULT_AMOUNT_OTHER },
};

static void results_find_their_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = { 0 };
		struct findings fs = { 0 };
		struct results_place at = { SLICE("b.csv"), SLICE("t.csv"), &a, &fs };
		size_t line = 99;
		enum status status = results_match(&at, (struct sent_lines){ sent, COUNT(sent) }, (struct bank_results){ &rows[i].r, 1 },
		                                   &line);
		enum code code = fs.count > 0 ? fs.items[0].code : CODE_COUNT;

		if ((status == STATUS_OK ? (int)line : -1) != rows[i].line || code != rows[i].code)
			fail_msg("%s: status %d, line %zu, code %s", rows[i].why, (int)status, line, code < CODE_COUNT ? code_name(code) : "-");
		findings_release(&fs);
		arena_release(&a);
	}
}

/* Several results; the number of findings. */
static size_t match(const struct bank_result *results, size_t count, enum code expected)
{
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct results_place at = { SLICE("b.csv"), SLICE("t.csv"), &a, &fs };
	size_t line_of[8], found;
	enum status status = results_match(&at, (struct sent_lines){ sent, COUNT(sent) }, (struct bank_results){ results, count },
	                                   line_of);

	assert_int_equal(status, fs.count > 0 ? STATUS_REJECT : STATUS_OK);
	for (size_t i = 0; i < fs.count; i++)
		assert_int_equal(fs.items[i].code, expected);
	found = fs.count;
	findings_release(&fs);
	arena_release(&a);
	return found;
}

static void one_line_has_one_result(void **state)
{
	const struct bank_result same[] = {
		RL(2, K1, "", 0), RL(3, K1, "0099887766", 0), RL(4, K3, "", 0), RL(5, "", "12345678", 75000000),
	};
	struct bank_result other[] = { RL(2, K1, "", 0), RL(3, K3, "", 0), RL(4, K1, "", 0) };

	(void)state;
	assert_int_equal(match(same, COUNT(same), CODE_COUNT), 0);
	assert_int_equal(match(other, COUNT(other), CODE_COUNT), 0);
	other[2].fate = FATE_RETURNED;
	assert_int_equal(match(other, COUNT(other), N1051_RESULTS_CONTRADICT), 1);
	other[2].fate = FATE_PAID;
	other[2].reason = SLICE("x");
	assert_int_equal(match(other, COUNT(other), N1051_RESULTS_CONTRADICT), 1);
	other[2].reason = (struct slice){ NULL, 0 };
	other[2].date = (struct date){ 2026, 2, 5 };
	assert_int_equal(match(other, COUNT(other), N1051_RESULTS_CONTRADICT), 1);
	other[2].date = (struct date){ 0 };
	other[2].reference = SLICE("R");
	assert_int_equal(match(other, COUNT(other), N1051_RESULTS_CONTRADICT), 1);
}

static void every_refusal_is_told(void **state)
{
	const struct bank_result r[] = {
		R("dddddddddddddddddddd", "", 0), R(K1, "", 0), R("eeeeeeeeeeeeeeeeeeee", "", 0), R("", "77", 100),
	};

	(void)state;
	assert_int_equal(match(r, COUNT(r), N1047_RESULT_NOT_SENT), 3);
	assert_int_equal(match(r, 0, CODE_COUNT), 0);
}

/* Keys are no secret and the remedy needs them; accounts are masked. */
static void accounts_are_personal(void **state)
{
	static const struct bank_result r[] = { R(K1, "12", 0), R("", "77", 100), R(K1, "", 100) };
	static const bool personal[] = { true, true, false };

	(void)state;
	for (size_t i = 0; i < COUNT(r); i++) {
		struct arena a = { 0 };
		struct findings fs = { 0 };
		struct results_place at = { SLICE("b.csv"), SLICE("t.csv"), &a, &fs };
		size_t line;

		assert_int_equal(results_match(&at, (struct sent_lines){ sent, COUNT(sent) }, (struct bank_results){ &r[i], 1 }, &line),
		                 STATUS_REJECT);
		assert_int_equal(fs.items[0].personal, personal[i]);
		findings_release(&fs);
		arena_release(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(results_find_their_line),
		cmocka_unit_test(one_line_has_one_result),
		cmocka_unit_test(every_refusal_is_told),
		cmocka_unit_test(accounts_are_personal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
