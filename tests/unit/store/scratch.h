/* What the tests of src/store share: a scratch folder that every test starts in, and looks at findings. */
#ifndef SCRATCH_H
#define SCRATCH_H

#include <nafkah/finding.h>
#include <nafkah/interrupt.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SCRATCH_PATH = 64, SCRATCH_TEXT = 4096, NOBODY = 65534 };

static inline int scratch_enter(void **state)
{
	char *path = malloc(SCRATCH_PATH);

	assert_non_null(path);
	snprintf(path, SCRATCH_PATH, "/tmp/nafkah-test-XXXXXX");
	assert_non_null(mkdtemp(path));
	assert_int_equal(chdir(path), 0);
	*state = path;
	interrupted_by = 0;
	return 0;
}

static inline int scratch_remove_one(const char *path, const struct stat *s, int type, struct FTW *at)
{
	(void)s;
	(void)type;
	(void)at;
	return remove(path);
}

static inline int scratch_leave(void **state)
{
	int result = chdir("/") == 0 ? nftw(*state, scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS) : -1;

	free(*state);
	return result;
}

#define SCRATCH_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_enter, scratch_leave)

static inline void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static inline void append(const char *path, const char *text)
{
	FILE *file = fopen(path, "a");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static inline void assert_content(const char *path, const char *text)
{
	char found[SCRATCH_TEXT] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	size_t n = fread(found, 1, sizeof found - 1, file);
	fclose(file);
	found[n] = '\0';
	assert_string_equal(found, text);
}

static inline bool is_there(const char *path)
{
	struct stat s;

	return lstat(path, &s) == 0;
}

static inline size_t entries_of(const char *path)
{
	DIR *list = opendir(path);
	size_t n = 0;

	assert_non_null(list);
	while (readdir(list) != NULL)
		n++;
	closedir(list);
	return n - 2;
}

/* Exactly one finding, of this code (CODE_COUNT: none at all). */
static inline void assert_only(const struct findings *fs, enum code code)
{
	if (fs->count > 0 && code == CODE_COUNT)
		print_error("unexpected %s\n", code_name(fs->items[0].code));
	assert_int_equal(fs->count, code == CODE_COUNT ? 0 : 1);
	if (code != CODE_COUNT)
		assert_string_equal(code_name(fs->items[0].code), code_name(code));
}

static inline void assert_slice(struct slice s, const char *text)
{
	assert_int_equal(s.len, strlen(text));
	assert_memory_equal(s.ptr, text, s.len);
}

/* Runs `check` in a child, as the user nobody when we are root, in the scratch folder that is opened to all for it. It
 * says how it ended by its return value: 0 is good. */
static inline void assert_in_child(int (*check)(void))
{
	struct stat here;
	assert_int_equal(stat(".", &here), 0);
	assert_int_equal(chmod(".", (here.st_mode & 07777u) | S_IRWXU | S_IRWXG | S_IRWXO), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (geteuid() == 0 && setresuid(NOBODY, NOBODY, NOBODY) != 0)
			_exit(99);
		_exit(check());
	}
	int ended = -1;
	assert_int_equal(waitpid(child, &ended, 0), child);
	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), 0);
}

#endif
