#include "scratch.h"

#include <nafkah/walk.h>

static struct findings found;
static struct arena arena;

static int teardown(void **state)
{
	findings_release(&found);
	arena_release(&arena);
	found = (struct findings){ 0 };
	return scratch_leave(state);
}

struct wanted {
	const char *path;
	enum walk_kind kind;
	uint64_t size;
};

static void assert_walk(const char *folder, const struct wanted *wanted, size_t count)
{
	struct walk_entry *entries;
	size_t n;

	assert_int_equal(walk_folder(folder, &arena, &found, &entries, &n), STATUS_OK);
	assert_int_equal(n, count);
	for (size_t i = 0; i < n; i++) {
		assert_slice(entries[i].path, wanted[i].path);
		assert_int_equal(entries[i].path.ptr[entries[i].path.len], '\0');
		assert_int_equal(entries[i].kind, wanted[i].kind);
		assert_int_equal(entries[i].size, wanted[i].size);
	}
	assert_only(&found, CODE_COUNT);
}

static void everything_in_order(void **state)
{
	static const struct wanted wanted[] = {
		{ ".hidden", WALK_FILE, 1 },   { "b", WALK_FOLDER, 0 },   { "b-file", WALK_FILE, 3 },
		{ "b/c", WALK_FOLDER, 0 },     { "b/c/d", WALK_FILE, 5 }, { "empty", WALK_FOLDER, 0 },
		{ "line\nend", WALK_FILE, 0 }, { "link", WALK_OTHER, 0 }, { "loop", WALK_OTHER, 0 },
		{ "nowhere", WALK_OTHER, 0 },  { "pipe", WALK_OTHER, 0 },
	};
	static const char *const folders[] = { "f", "f/", "f//", "./f", "to-f", "to-f/" };

	(void)state;
	assert_int_equal(mkdir("f", 0700) | mkdir("f/b", 0700) | mkdir("f/b/c", 0700) | mkdir("f/empty", 0700), 0);
	put("f/.hidden", "1");
	put("f/b-file", "123");
	put("f/b/c/d", "12345");
	put("f/line\nend", "");
	assert_int_equal(symlink("b/c/d", "f/link") | symlink(".", "f/loop") | symlink("x", "f/nowhere") |
				 symlink("f", "to-f"),
			 0);
	assert_int_equal(mkfifo("f/pipe", 0600), 0);
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		assert_walk(folders[i], wanted, sizeof wanted / sizeof *wanted);
	assert_walk("f/empty", NULL, 0);
}

static void more_than_first_room(void **state)
{
	struct walk_entry *entries;
	char name[16];
	size_t n;

	(void)state;
	for (int i = 0; i < 300; i++) {
		snprintf(name, sizeof name, "%03d", (i * 7) % 300);
		put(name, "");
	}
	assert_int_equal(walk_folder(".", &arena, &found, &entries, &n), STATUS_OK);
	assert_int_equal(n, 300);
	for (int i = 0; i < 300; i++) {
		snprintf(name, sizeof name, "%03d", i);
		assert_slice(entries[i].path, name);
	}
}

static void no_folder(void **state)
{
	static const char *const paths[] = { "none", "none/", "file", "pipe", "broken", "" };
	struct walk_entry *entries;
	size_t n;

	(void)state;
	put("file", "x");
	assert_int_equal(mkfifo("pipe", 0600) | symlink("none", "broken"), 0);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		assert_int_equal(walk_folder(paths[i], &arena, &found, &entries, &n), STATUS_REJECT);
		assert_only(&found, N0101_INPUT_NOT_FOUND);
		findings_release(&found);
	}
}

static int unreadable_child(void)
{
	struct walk_entry *entries;
	size_t n;

	if (walk_folder(".", &arena, &found, &entries, &n) != STATUS_FAIL || found.per_code[N0901_READ_FAILED] != 1)
		return 1;
	return walk_folder("d", &arena, &found, &entries, &n) == STATUS_FAIL && found.per_code[N0901_READ_FAILED] == 2 ? 0 : 2;
}

static void may_not_be_read(void **state)
{
	(void)state;
	assert_int_equal(mkdir("d", 0), 0);
	assert_in_child(unreadable_child);
}

/* As deep as any path of ours ever is, and no deeper than descriptors last. */
static void depth(void **state)
{
	char path[300] = "d";
	struct walk_entry *entries;
	size_t n;

	(void)state;
	assert_int_equal(mkdir(path, 0700), 0);
	for (size_t i = 1; i < 100; i++) {
		assert_int_equal(mkdir(strcat(path, "/d"), 0700), 0);
		if (i == 64)
			assert_int_equal(walk_folder("d", &arena, &found, &entries, &n), STATUS_OK);
	}
	assert_only(&found, CODE_COUNT);
	assert_int_equal(walk_folder("d", &arena, &found, &entries, &n), STATUS_FAIL);
	assert_only(&found, N0901_READ_FAILED);
}

#define WALK_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_enter, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WALK_TEST(everything_in_order), WALK_TEST(more_than_first_room), WALK_TEST(no_folder), WALK_TEST(may_not_be_read),
		WALK_TEST(depth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
