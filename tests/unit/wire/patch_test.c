#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "stage_tools.h"

#include <nafkah/patch.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { B = PATCHED_BLOCK, CONTENT = 2 * B + 1000 };

#define T(literal) { literal, sizeof(literal) - 1 }

/* The content is "0123456789". */
static const struct {
	const char *name;
	struct patch patches[4];
	size_t count;
	const char *result;
} rows[] = {
	{ "none", { { 0, 0, { 0 } } }, 0, "0123456789" },
	{ "of the same length", { { 3, 5, T("ab") } }, 1, "012ab56789" },
	{ "longer", { { 3, 5, T("abcde") } }, 1, "012abcde56789" },
	{ "shorter", { { 3, 7, T("a") } }, 1, "012a789" },
	{ "put in", { { 3, 3, T("a") } }, 1, "012a3456789" },
	{ "taken out", { { 3, 5, T("") } }, 1, "01256789" },
	{ "nothing for nothing", { { 3, 3, T("") } }, 1, "0123456789" },
	{ "put in at the start", { { 0, 0, T("a") } }, 1, "a0123456789" },
	{ "put in at the very end", { { 10, 10, T("a") } }, 1, "0123456789a" },
	{ "the first byte", { { 0, 1, T("a") } }, 1, "a123456789" },
	{ "the last byte", { { 9, 10, T("a") } }, 1, "012345678a" },
	{ "the last byte taken out", { { 9, 10, T("") } }, 1, "012345678" },
	{ "everything", { { 0, 10, T("a") } }, 1, "a" },
	{ "everything taken out", { { 0, 10, T("") } }, 1, "" },
	{ "one behind the other", { { 3, 5, T("ab") }, { 5, 6, T("c") } }, 2, "012abc6789" },
	{ "put in before a patch", { { 3, 3, T("a") }, { 3, 5, T("b") } }, 2, "012ab56789" },
	{ "put in behind a patch", { { 3, 5, T("a") }, { 5, 5, T("b") } }, 2, "012ab56789" },
	{ "the last byte, then put in", { { 9, 10, T("a") }, { 10, 10, T("b") } }, 2, "012345678ab" },
	{ "out of order", { { 8, 9, T("z") }, { 3, 5, T("y") }, { 3, 3, T("x") }, { 0, 1, T("") } }, 4, "12xy567z9" },
};

static void check(struct slice content, const struct patches *patches, struct slice expected, size_t in, size_t out)
{
	struct feed feed = { .rest = content, .size = in, .fail_at = NEVER };
	struct outcome o = { 0 };
	struct patched *p = patched_new(feed_source(&feed), patches);

	assert_non_null(p);
	outcome_read(&o, patched_source(p), out);
	assert_int_equal(o.end, STATUS_OK);
	assert_true(slice_equal(buf_slice(&o.text), expected));
	assert_true(feed.over);
	patched_free(p);
	outcome_release(&o);
}

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct patch items[4];
		struct patches patches = { items, rows[i].count };

		memcpy(items, rows[i].patches, sizeof items);
		patches_sort(&patches);
		for (size_t in = 0; in < COUNT(piece_sizes); in++)
			for (size_t out = 0; out < COUNT(piece_sizes); out++)
				check(SLICE("0123456789"), &patches, slice_from_c(rows[i].result), piece_sizes[in],
				      piece_sizes[out]);
	}
}

/* Digits that repeat with no power of two. */
static char *make_content(size_t len)
{
	char *content = malloc(len);

	assert_non_null(content);
	for (size_t i = 0; i < len; i++)
		content[i] = (char)('0' + i % 7);
	return content;
}

static void make_expected(struct buf *out, struct slice content, const struct patches *patches)
{
	uint64_t at = 0;

	for (size_t i = 0; i < patches->count; i++) {
		const struct patch *p = &patches->items[i];
		buf_append(out, slice_sub(content, at, p->from - at));
		buf_append(out, p->text);
		at = p->to;
	}
	buf_append(out, slice_sub(content, at, content.len));
}

/* A patch at, before, behind and across the borders of blocks, whole blocks, and all of that in one file. */
static void test_borders_of_blocks(void **state)
{
	char *bytes = make_content(CONTENT);
	struct slice content = { bytes, CONTENT };
	struct patch items[] = {
		{ 0, 0, T("A") }, { 10, 20, T("BCD") }, { 20, 21, T("") }, { B - 2, B - 1, T("E") },
		{ B - 1, B + 1, T("FG") }, { B + 1, B + 1, T("H") }, { B + 5, B + 5, T("") },
		{ 2 * B - 3, 2 * B, T("I") }, { 2 * B, 2 * B, T("J") },
		{ 2 * B, 2 * B + 1, T("K") }, { CONTENT - 1, CONTENT, T("L") }, { CONTENT, CONTENT, T("M") },
	};
	struct patch across[] = { { 5, B, T("x") }, { B, 2 * B, T("y") }, { 2 * B + 1, CONTENT, T("z") } };
	struct patch most[] = { { B / 2, 2 * B + 500, T("a") } };
	struct patches lists[] = { { items, COUNT(items) }, { across, COUNT(across) }, { most, COUNT(most) } };

	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++) {
		struct buf expected = { 0 };
		make_expected(&expected, content, &lists[i]);
		check(content, &lists[i], buf_slice(&expected), SIZE_MAX, SIZE_MAX);
		check(content, &lists[i], buf_slice(&expected), 1, SIZE_MAX);
		check(content, &lists[i], buf_slice(&expected), 0, 0);
		check(content, &lists[i], buf_slice(&expected), B - 1, 4096);
		buf_release(&expected);
	}
	free(bytes);
}

static unsigned chance(uint64_t *seed, unsigned below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(*seed >> 33) % below;
}

/* Sorted and apart by construction. */
static size_t random_patches(uint64_t *seed, struct patch *items, size_t max, size_t len)
{
	static const char letters[] = "abcdefgh";
	size_t count = 0, at = 0;

	while (count < max) {
		struct patch p = { .from = at + chance(seed, 6), .text = { letters, chance(seed, sizeof letters) } };
		p.to = p.from + chance(seed, 4);
		if (p.to > len)
			break;
		items[count++] = p;
		at = p.to + (p.to == p.from);
	}
	return count;
}

static void test_random_patches(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct patch items[12];
		struct slice content = slice_sub(SLICE("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 0, chance(&seed, 37));
		struct patches patches = { items, random_patches(&seed, items, COUNT(items), content.len) };
		struct buf expected = { 0 };

		make_expected(&expected, content, &patches);
		for (size_t i = patches.count; i > 1; i--) { /* out of order, which patches_sort mends */
			struct patch kept = items[i - 1];
			size_t other = chance(&seed, (unsigned)i);
			items[i - 1] = items[other];
			items[other] = kept;
		}
		patches_sort(&patches);
		check(content, &patches, buf_slice(&expected), 1 + chance(&seed, 9), 1 + chance(&seed, 9));
		buf_release(&expected);
	}
}

/* Nothing is copied: a piece is all that stands between two patches in a block, or is a patch's own text. */
static void test_pieces_are_long(void **state)
{
	char *bytes = make_content(CONTENT);
	struct feed feed = { .rest = { bytes, CONTENT }, .size = SIZE_MAX, .fail_at = NEVER };
	struct patch items[] = { { 100, 103, T("abc") }, { B - 1, B + 1, T("de") } };
	struct patches patches = { items, COUNT(items) };
	static const size_t lengths[] = { 100, 3, B - 104, 2, B - 1, 1000, 0, 0 };
	struct patched *p = patched_new(feed_source(&feed), &patches);
	struct slice piece;

	(void)state;
	for (size_t i = 0; i < COUNT(lengths); i++) {
		assert_int_equal(patched_next(p, &piece), STATUS_OK);
		assert_int_equal(piece.len, lengths[i]);
		if (i == 1 || i == 3)
			assert_ptr_equal(piece.ptr, items[i / 2].text.ptr);
	}
	patched_free(p);
	free(bytes);
}

static void test_content_that_fails(void **state)
{
	struct patch items[] = { { 2, 4, T("abc") }, { 6, 6, T("d") }, { 10, 10, T("e") } };
	struct patches patches = { items, COUNT(items) };
	static const enum status failures[] = { STATUS_REJECT, STATUS_FAIL };

	(void)state;
	for (size_t at = 0; at <= 10; at++)
		for (size_t i = 0; i < COUNT(piece_sizes) * COUNT(failures); i++) {
			struct feed feed = { .rest = SLICE("0123456789"), .size = piece_sizes[i / 2], .fail_at = at,
				             .failure = failures[i % 2] };
			struct outcome o = { 0 };
			struct patched *p = patched_new(feed_source(&feed), &patches);
			outcome_read(&o, patched_source(p), piece_sizes[(at + i) % COUNT(piece_sizes)]);
			assert_int_equal(o.end, feed.failure);
			assert_true(slice_starts_with(SLICE("01abc45d6789e"), buf_slice(&o.text)));
			patched_free(p);
			outcome_release(&o);
		}
}

/* True: the program stops rather than write that. */
static bool aborts(struct patch *items, size_t count)
{
	struct feed feed = { .rest = SLICE("0123456789"), .size = 3, .fail_at = NEVER };
	struct patches patches = { items, count };
	struct outcome o = { 0 };
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		(void)signal(SIGABRT, SIG_DFL);
		(void)close(STDERR_FILENO);
		outcome_read(&o, patched_source(patched_new(feed_source(&feed), &patches)), 4);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void test_patches_that_are_wrong(void **state)
{
	struct patch beyond[] = { { 8, 11, T("a") } }, behind[] = { { 11, 11, T("a") } };
	struct patch turned[] = { { 5, 4, T("a") } }, overlap[] = { { 2, 5, T("a") }, { 4, 6, T("b") } };
	struct patch inside[] = { { 2, 5, T("a") }, { 3, 3, T("b") } };
	struct patch order[] = { { 5, 6, T("a") }, { 2, 3, T("b") } }, twice[] = { { 2, 2, T("a") }, { 2, 2, T("b") } };
	struct patch last[] = { { 2, 3, T("a") }, { 2, 2, T("b") } }, good[] = { { 2, 2, T("a") }, { 2, 3, T("b") } };

	(void)state;
	assert_true(aborts(beyond, 1));
	assert_true(aborts(behind, 1));
	assert_true(aborts(turned, 1));
	assert_true(aborts(overlap, 2));
	assert_true(aborts(inside, 2));
	assert_true(aborts(order, 2));
	assert_true(aborts(twice, 2));
	assert_true(aborts(last, 2));
	assert_false(aborts(good, 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_borders_of_blocks),
		cmocka_unit_test(test_random_patches),
		cmocka_unit_test(test_pieces_are_long),
		cmocka_unit_test(test_content_that_fails),
		cmocka_unit_test(test_patches_that_are_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
