/* What becomes of a line by what the bank says: every transition, and that nothing is lost. */
#include <nafkah/bank_result.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define K "0123456789abcdef0123"

static const struct sent_line one_line = { { K, 20 }, { "0012345678", 10 }, { "198503122010011005", 18 }, { "1/P", 3 }, 750000 };

/* A line, known as `was` since 2 February, and a result of 5 February. */
struct applied {
	enum status status;
	struct line_fate fate;
	uint64_t changed;
	enum code code; /* CODE_COUNT: none */
};

static struct applied apply(enum fate was, enum fate says)
{
	struct findings fs = { 0 };
	struct arena a = { 0 };
	struct results_place at = { SLICE("b.csv"), SLICE("t.csv"), &a, &fs };
	struct bank_result r = {
		.line = 7, .key = SLICE(K), .fate = says, .date = { 2026, 2, 5 }, .reason = SLICE("tutup"), .reference = SLICE("R2"),
	};
	struct applied out = {
		.fate = { .fate = was, .date = { 2026, 2, 2 }, .reason = SLICE("lama"), .reference = SLICE("R1"), .attempt = 3, .now = true },
	};
	size_t line_of = 0;

	out.status = fates_apply(&at, (struct sent_lines){ &one_line, 1 }, (struct bank_results){ &r, 1 }, &line_of, &out.fate,
	                         &out.changed);
	assert_true(fs.count <= 1);
	out.code = fs.count > 0 ? fs.items[0].code : CODE_COUNT;
	assert_true(fs.count == 0 || (fs.items[0].line == 7 && slice_equal(fs.items[0].nip, one_line.nip)));
	findings_release(&fs);
	arena_release(&a);
	return out;
}

static void every_transition(void **state)
{
	static const struct {
		enum fate was, says, becomes;
		bool takes; /* date, reason and reference of the news */
		enum code code;
		bool refused, now;
		uint64_t changed;
	} rows[] = {
		{ FATE_UNKNOWN, FATE_UNKNOWN, FATE_UNKNOWN, true, CODE_COUNT, false, false, 0 },
		{ FATE_UNKNOWN, FATE_PAID, FATE_PAID, true, CODE_COUNT, false, false, 1 },
		{ FATE_UNKNOWN, FATE_RETURNED, FATE_RETURNED, true, N1055_RETURNED_BY_BANK, false, true, 1 },
		{ FATE_PAID, FATE_UNKNOWN, FATE_PAID, false, CODE_COUNT, false, false, 0 },
		{ FATE_PAID, FATE_PAID, FATE_PAID, false, CODE_COUNT, false, false, 0 },
		{ FATE_PAID, FATE_RETURNED, FATE_RETURNED, true, N1053_RETURNED_LATE, false, true, 1 },
		{ FATE_RETURNED, FATE_UNKNOWN, FATE_RETURNED, false, CODE_COUNT, false, false, 0 },
		{ FATE_RETURNED, FATE_PAID, FATE_RETURNED, false, N1052_PAID_AFTER_RETURN, true, false, 0 },
		{ FATE_RETURNED, FATE_RETURNED, FATE_RETURNED, false, CODE_COUNT, false, false, 0 },
	};

	(void)state;
	assert_int_equal(COUNT(rows), FATE_COUNT * FATE_COUNT);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct applied x = apply(rows[i].was, rows[i].says);

		if (x.fate.fate != rows[i].becomes || x.code != rows[i].code || x.fate.now != rows[i].now ||
		    x.changed != rows[i].changed || (x.status == STATUS_REJECT) != rows[i].refused)
			fail_msg("%s, then %s: %s, code %s", fate_name(rows[i].was), fate_name(rows[i].says), fate_name(x.fate.fate),
			         x.code < CODE_COUNT ? code_name(x.code) : "none");
		assert_int_equal(x.fate.date.day, rows[i].takes ? 5 : 2);
		assert_true(slice_equal(x.fate.reason, rows[i].takes ? SLICE("tutup") : SLICE("lama")));
		assert_true(slice_equal(x.fate.reference, rows[i].takes ? SLICE("R2") : SLICE("R1")));
		assert_int_equal(x.fate.attempt, 3);
	}
}

/* Whatever was said: said again it changes nothing, and nothing comes back twice. */
static void news_are_told_once(void **state)
{
	(void)state;
	for (unsigned was = 0; was < FATE_COUNT; was++) {
		for (unsigned says = 0; says < FATE_COUNT; says++) {
			struct applied first = apply((enum fate)was, (enum fate)says), second;

			if (first.status != STATUS_OK)
				continue;
			second = apply(first.fate.fate, (enum fate)says);
			assert_int_equal(second.status, STATUS_OK);
			assert_int_equal(second.fate.fate, first.fate.fate);
			assert_int_equal(second.changed, 0);
			assert_false(second.fate.now);
		}
	}
}

static void lines_without_a_result_stay(void **state)
{
	struct findings fs = { 0 };
	struct results_place at = { SLICE("b.csv"), SLICE("t.csv"), NULL, &fs };
	struct line_fate fates[3] = { { .fate = FATE_PAID }, { .fate = FATE_RETURNED, .now = true }, { .fate = FATE_UNKNOWN } };
	struct sent_line lines[3] = { one_line, one_line, one_line };
	uint64_t changed = 9;

	(void)state;
	assert_int_equal(fates_apply(&at, (struct sent_lines){ lines, 3 }, (struct bank_results){ NULL, 0 }, NULL, fates, &changed),
	                 STATUS_OK);
	assert_int_equal(changed, 0);
	assert_true(fates[0].fate == FATE_PAID && fates[1].fate == FATE_RETURNED && fates[2].fate == FATE_UNKNOWN);
	assert_false(fates[1].now);
	assert_int_equal(fs.count, 0);
}

static void sums_are_what_was_sent(void **state)
{
	struct sent_line lines[3] = { { .amount = 5 }, { .amount = 70 }, { .amount = 900 } };
	struct line_fate fates[3] = { { .fate = FATE_PAID }, { .fate = FATE_RETURNED }, { .fate = FATE_PAID } };
	struct sent_lines all = { lines, 3 };
	struct fate_sums sums;

	(void)state;
	assert_true(fates_sum(all, fates, &sums));
	assert_true(sums.lines[FATE_PAID] == 2 && sums.lines[FATE_RETURNED] == 1 && sums.lines[FATE_UNKNOWN] == 0);
	assert_true(sums.rupiah[FATE_PAID] == 905 && sums.rupiah[FATE_RETURNED] == 70 && sums.rupiah[FATE_UNKNOWN] == 0);
	lines[1].amount = INT64_MAX - 5;
	assert_false(fates_sum(all, fates, &sums));
	lines[2].amount = 0;
	assert_true(fates_sum(all, fates, &sums));
	assert_true(fates_sum((struct sent_lines){ NULL, 0 }, NULL, &sums));
	assert_int_equal(sums.lines[FATE_PAID], 0);
}

static void words(void **state)
{
	static const char *const none[] = { "", "Dibayar", "dibayar ", "belum_diketahui", "dikembalikan2", "tahan" };
	struct slice rest = SLICE(FATE_WORDS);
	enum fate f;

	(void)state;
	for (unsigned i = 0; i < FATE_COUNT; i++) {
		struct slice word = slice_cut(&rest, ' ');

		assert_true(slice_equal(word, slice_from_c(fate_name((enum fate)i))));
		assert_true(fate_parse(word, &f));
		assert_int_equal(f, i);
	}
	for (size_t i = 0; i < COUNT(none); i++)
		assert_false(fate_parse(slice_from_c(none[i]), &f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_transition),
		cmocka_unit_test(news_are_told_once),
		cmocka_unit_test(lines_without_a_result_stay),
		cmocka_unit_test(sums_are_what_was_sent),
		cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
