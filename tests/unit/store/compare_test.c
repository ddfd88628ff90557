/* A finished folder that is held against what would be written. */
#include "scratch.h"

#include <nafkah/folder.h>
#include <nafkah/input.h>

#include <signal.h>

static struct findings found;

static void forget(void)
{
	findings_release(&found);
	found = (struct findings){ 0 };
}

static struct folder *must_compare(const char *path)
{
	struct folder *f;

	assert_int_equal(folder_compare(path, &found, &f), STATUS_OK);
	assert_non_null(f);
	return f;
}

/* Everything about the folder "m" that a comparison could have touched. */
static void remember_state(struct stat states[static 2])
{
	assert_int_equal(stat("m", &states[0]), 0);
	assert_int_equal(stat("m/d", &states[1]), 0);
}

static void assert_untouched(const struct stat before[static 2])
{
	struct stat now[2];

	remember_state(now);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(before[i].st_mtim.tv_sec, now[i].st_mtim.tv_sec);
		assert_int_equal(before[i].st_mtim.tv_nsec, now[i].st_mtim.tv_nsec);
		assert_int_equal(before[i].st_nlink, now[i].st_nlink);
	}
}

enum { BIG = 600000 };

/* `length` bytes of a pattern, with another byte at `odd` (beyond the end: none). */
static char *pattern(size_t length, size_t odd)
{
	char *text = malloc(length + 1);

	assert_non_null(text);
	for (size_t i = 0; i < length; i++)
		text[i] = (char)('a' + i % 17);
	text[length] = '\0';
	if (odd < length)
		text[odd] = '#';
	return text;
}

struct example {
	size_t there, there_odd, computed, computed_odd; /* patterns; lengths and odd bytes */
	enum compared_state state;
	uint64_t offset;
	size_t kept;
};

#define NONE SIZE_MAX

static const struct example examples[] = {
	{ 0, NONE, 0, NONE, COMPARED_SAME, 0, 0 },
	{ 10, NONE, 10, NONE, COMPARED_SAME, 10, 0 },
	{ BIG, NONE, BIG, NONE, COMPARED_SAME, BIG, 0 },
	{ 0, NONE, 1, NONE, COMPARED_OTHER, 0, 1 },
	{ 1, NONE, 0, NONE, COMPARED_OTHER, 0, 0 },
	{ 10, NONE, 9, NONE, COMPARED_OTHER, 9, 0 },
	{ 9, NONE, 10, NONE, COMPARED_OTHER, 9, 1 },
	{ 10, 0, 10, NONE, COMPARED_OTHER, 0, 10 },
	{ 10, NONE, 10, 9, COMPARED_OTHER, 9, 1 },
	{ BIG, 262143, BIG, NONE, COMPARED_OTHER, 262143, COMPARED_KEPT },
	{ BIG, 262144, BIG, NONE, COMPARED_OTHER, 262144, COMPARED_KEPT },
	{ BIG, NONE, BIG, BIG - 1, COMPARED_OTHER, BIG - 1, 1 },
	{ BIG, NONE, BIG, BIG - COMPARED_KEPT, COMPARED_OTHER, BIG - COMPARED_KEPT, COMPARED_KEPT },
	{ 300000, NONE, BIG, NONE, COMPARED_OTHER, 300000, COMPARED_KEPT },
};

/* Written in pieces of this length, whatever the length, the answer is the same. */
static void check_example(const struct example *e, size_t piece)
{
	char *there = pattern(e->there, e->there_odd), *computed = pattern(e->computed, e->computed_odd);
	struct folder *f;
	struct out_file *o;
	const struct compared *c;

	put("m/file", there);
	f = must_compare("m");
	assert_int_equal(folder_file(f, SLICE("file"), &o), STATUS_OK);
	for (size_t at = 0; at < e->computed; at += piece)
		assert_int_equal(out_write(o, computed + at, e->computed - at < piece ? e->computed - at : piece), STATUS_OK);
	assert_int_equal(out_close(o, NULL), STATUS_OK);
	c = folder_compared_next(f, NULL);
	assert_non_null(c);
	assert_null(folder_compared_next(f, c));
	assert_int_equal(c->state, e->state);
	assert_int_equal(c->offset, e->offset);
	assert_int_equal(c->computed.len, e->kept);
	if (e->kept > 0)
		assert_memory_equal(c->computed.ptr, computed + e->offset, e->kept);
	folder_free(f);
	assert_content("m/keep", "kept");
	free(there);
	free(computed);
}

static void first_byte_that_differs(void **state)
{
	(void)state;
	assert_int_equal(mkdir("m", 0700), 0);
	put("m/keep", "kept");
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
		check_example(&examples[i], 7 * BIG);
		check_example(&examples[i], 100001);
	}
	assert_only(&found, CODE_COUNT);
}

static void make_month(void)
{
	assert_int_equal(mkdir("m", 0700), 0);
	assert_int_equal(mkdir("m/d", 0700), 0);
	put("m/a", "one\n");
	put("m/d/b", "two\n");
	assert_int_equal(symlink("a", "m/link"), 0);
	assert_int_equal(mkfifo("m/pipe", 0600), 0);
}

/* In the order in which they were opened; whatever is no regular file in the folder is missing. */
static void files_in_order(void **state)
{
	static const struct {
		const char *path, *text;
		enum compared_state state;
	} wanted[] = {
		{ "d/b", "two\n", COMPARED_SAME }, { "a", "One\n", COMPARED_OTHER },  { "d/none", "x", COMPARED_MISSING },
		{ "no/b", "x", COMPARED_MISSING }, { "link", "one\n", COMPARED_MISSING }, { "d", "", COMPARED_MISSING },
		{ "pipe", "", COMPARED_MISSING },  { "a/b", "x", COMPARED_MISSING },
	};
	const struct compared *c = NULL;
	struct stat before[2];
	struct folder *f;

	(void)state;
	make_month();
	remember_state(before);
	f = must_compare("m/");
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		assert_int_equal(folder_write(f, slice_from_c(wanted[i].path), slice_from_c(wanted[i].text)), STATUS_OK);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		c = folder_compared_next(f, c);
		assert_non_null(c);
		assert_slice(c->path, wanted[i].path);
		assert_int_equal(c->state, wanted[i].state);
	}
	assert_null(folder_compared_next(f, c));
	folder_free(f);
	assert_untouched(before);
	assert_content("m/a", "one\n");
	assert_only(&found, CODE_COUNT);
}

/* What is opened again is what lies there, not what was computed. */
static void reads_what_is_there(void **state)
{
	struct arena arena = { 0 };
	struct slice text;
	struct input *in;
	struct folder *f;

	(void)state;
	make_month();
	f = must_compare("m");
	assert_int_equal(folder_write(f, SLICE("a"), SLICE("other")), STATUS_OK);
	assert_int_equal(folder_reopen(f, SLICE("a"), &in), STATUS_OK);
	assert_int_equal(input_slurp(in, &arena, 100, &text), STATUS_OK);
	assert_slice(text, "one\n");
	input_close(in);
	assert_true(folder_descriptor(f) >= 0); /* a place for temporary files that is not the folder */
	struct stat there, scratch;
	assert_int_equal(fstat(folder_descriptor(f), &scratch), 0);
	assert_int_equal(stat("m", &there), 0);
	assert_true(there.st_ino != scratch.st_ino || there.st_dev != scratch.st_dev);
	folder_free(f);
	arena_release(&arena);
	assert_only(&found, CODE_COUNT);
}

static void no_folder(void **state)
{
	static const char *const paths[] = { "none", "m/a", "m/pipe" };
	struct folder *f;

	(void)state;
	make_month();
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		assert_int_equal(folder_compare(paths[i], &found, &f), STATUS_REJECT);
		assert_null(f);
		assert_only(&found, N0101_INPUT_NOT_FOUND);
		forget();
	}
}

/* A file that may not be read is no answer. */
static int unreadable_child(void)
{
	struct folder *f;
	struct out_file *o;
	enum status status = folder_compare("m", &found, &f);

	if (status != STATUS_OK || folder_file(f, SLICE("a"), &o) != STATUS_FAIL || found.count != 1 ||
	    found.items[0].code != N0901_READ_FAILED)
		return 1;
	folder_free(f);
	return folder_compare("m/d", &found, &f) == STATUS_FAIL && found.per_code[N0901_READ_FAILED] == 2 ? 0 : 2;
}

static void may_not_be_read(void **state)
{
	(void)state;
	make_month();
	assert_int_equal(chmod("m", 0755), 0);
	assert_int_equal(chmod("m/a", 0), 0);
	assert_int_equal(chmod("m/d", 0), 0);
	assert_in_child(unreadable_child);
	assert_int_equal(chmod("m/d", 0700), 0);
}

static void a_signal_stops_it(void **state)
{
	struct folder *f;
	struct out_file *o;

	(void)state;
	make_month();
	f = must_compare("m");
	assert_int_equal(folder_file(f, SLICE("a"), &o), STATUS_OK);
	interrupted_by = SIGTERM;
	assert_int_equal(out_write(o, "one\n", 4), STATUS_FAIL);
	interrupted_by = 0;
	out_abandon(o);
	assert_null(folder_compared_next(f, NULL));
	folder_free(f);
	assert_content("m/a", "one\n");
	assert_only(&found, CODE_COUNT);
}

static int teardown(void **state)
{
	forget();
	return scratch_leave(state);
}

#define COMPARE_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_enter, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		COMPARE_TEST(first_byte_that_differs), COMPARE_TEST(files_in_order), COMPARE_TEST(reads_what_is_there),
		COMPARE_TEST(no_folder), COMPARE_TEST(may_not_be_read), COMPARE_TEST(a_signal_stops_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
