/* A sealed folder looked at file by file. */
#include "scratch.h"

#include <nafkah/seal.h>

#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static struct findings found;

static int teardown(void **state)
{
	findings_release(&found);
	found = (struct findings){ 0 };
	return scratch_leave(state);
}

static struct sealed *must_open(const char *sums)
{
	struct sealed *s;

	assert_int_equal(mkdir("m", 0700), 0);
	put("m/SHA256SUMS", sums);
	assert_int_equal(sealed_open_unchecked("m", &found, &s), STATUS_OK);
	return s;
}

static void every_file_is_told_of(void **state)
{
	static const struct {
		const char *path;
		enum sealed_state state;
		const char *hash;
		size_t line;
	} wanted[] = {
		{ "abc", SEALED_HOLDS, ABC, 3 },   { "d/none", SEALED_MISSING, "", 6 }, { "empty", SEALED_HOLDS, EMPTY, 1 },
		{ "folder", SEALED_MISSING, "", 4 }, { "link", SEALED_MISSING, "", 5 },   { "other", SEALED_OTHER, ABC, 2 },
		{ "pipe", SEALED_MISSING, "", 7 },
	};
	struct sealed *s = must_open(EMPTY "  empty\n" EMPTY "  other\n" ABC "  abc\n" ABC "  folder\n" ABC "  link\n" ABC
	                                   "  d/none\n" EMPTY "  pipe\n");
	const struct sealed_entry *entries;
	size_t count;

	(void)state;
	put("m/empty", "");
	put("m/other", "abc");
	put("m/abc", "abc");
	assert_int_equal(mkdir("m/folder", 0700) | symlink("abc", "m/link") | mkfifo("m/pipe", 0600), 0);
	entries = sealed_entries(s, &count);
	assert_int_equal(count, sizeof wanted / sizeof *wanted);
	for (size_t i = 0; i < count; i++) {
		enum sealed_state state_of;
		struct sha256 hash;

		assert_slice(entries[i].path, wanted[i].path);
		assert_int_equal(entries[i].line, wanted[i].line);
		assert_ptr_equal(sealed_find(s, slice_from_c(wanted[i].path)), &entries[i]);
		assert_int_equal(sealed_look(s, &entries[i], &state_of, &hash), STATUS_OK);
		assert_int_equal(state_of, wanted[i].state);
		assert_string_equal(hash.hex, wanted[i].hash);
	}
	assert_null(sealed_find(s, SLICE("ab")));
	assert_null(sealed_find(s, SLICE("abcd")));
	assert_only(&found, CODE_COUNT);
	sealed_close(s);
}

static int unreadable_child(void)
{
	enum sealed_state state;
	struct sha256 hash;
	struct sealed *s;
	size_t count;

	if (sealed_open_unchecked("m", &found, &s) != STATUS_OK)
		return 1;
	return sealed_look(s, sealed_entries(s, &count), &state, &hash) == STATUS_FAIL &&
			       found.per_code[N0901_READ_FAILED] == 1
		       ? 0
		       : 2;
}

static void may_not_be_read(void **state)
{
	(void)state;
	sealed_close(must_open(ABC "  abc\n"));
	put("m/abc", "abc");
	assert_int_equal(chmod("m", 0755) | chmod("m/SHA256SUMS", 0644) | chmod("m/abc", 0), 0);
	assert_in_child(unreadable_child);
}

static void looked_up_in_a_text(void **state)
{
	struct slice sums = SLICE(EMPTY "  a\nnonsense\n" ABC "  a/b\n" ABC " *c\n" ABC "  ../d\n" ABC "  last");
	struct sha256 hash;

	(void)state;
	assert_true(sums_find(sums, SLICE("a"), &hash));
	assert_string_equal(hash.hex, EMPTY);
	assert_true(sums_find(sums, SLICE("a/b"), &hash));
	assert_string_equal(hash.hex, ABC);
	assert_true(sums_find(sums, SLICE("last"), &hash));
	assert_false(sums_find(sums, SLICE("b"), &hash));
	assert_false(sums_find(sums, SLICE("c"), &hash));
	assert_false(sums_find(sums, SLICE("*c"), &hash));
	assert_false(sums_find(sums, SLICE("../d"), &hash));
	assert_false(sums_find(sums, SLICE(""), &hash));
	assert_false(sums_find(SLICE(""), SLICE("a"), &hash));
}

#define LOOK_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_enter, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		LOOK_TEST(every_file_is_told_of), LOOK_TEST(may_not_be_read), LOOK_TEST(looked_up_in_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
