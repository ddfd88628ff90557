/* Rights that were given up: what is tried in a process of its own, and what comes of it. */
#include <nafkah/confine.h>

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { NO_LANDLOCK = 77, NOT_CONFINED = 78 };

static char scratch[] = "/tmp/nafkah-confine-XXXXXX";

/* 0, or the error of the call. */
static int tried(int result)
{
	int error = result < 0 ? errno : 0;

	if (result > 2)
		(void)close(result);
	return error;
}

static int reads(const char *path) { return tried(open(path, O_RDONLY)); }
static int creates(const char *path) { return tried(open(path, O_WRONLY | O_CREAT | O_EXCL, 0600)); }
static int opens_socket(const char *path) { (void)path; return tried(socket(AF_INET, SOCK_STREAM, 0)); }
static int opens_local_socket(const char *path) { (void)path; return tried(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int makes_folder(const char *path) { return tried(mkdir(path, 0700)); }
static int removes(const char *path) { return tried(unlink(path)); }
static int links(const char *path) { return tried(symlink("/etc/passwd", path)); }

static int renames(const char *path)
{
	return tried(rename(path, "in/other"));
}

static int publishes(const char *path)
{
	return tried(rename(path, "out/published"));
}

static int starts(const char *path)
{
	char *const arguments[] = { (char *)(uintptr_t)path, NULL };

	return tried(execve(path, arguments, arguments));
}

static int keeps_core(const char *path)
{
	struct rlimit now;

	(void)path;
	return getrlimit(RLIMIT_CORE, &now) == 0 && now.rlim_max == 0 ? 0 : EEXIST;
}

static const struct {
	int (*act)(const char *path);
	const char *path;
	int error; /* 0: it works */
	bool by_files; /* refused by Landlock */
} rows[] = {
	{ reads, "in/file", 0, false },          { reads, "alone", 0, false },
	{ reads, "in/sub/deep", 0, false },      { reads, "other/file", EACCES, true },
	{ reads, "/etc/passwd", EACCES, true },  { reads, "in/link-out", EACCES, true },
	{ reads, "other", EACCES, true },        { reads, "out/../other/file", EACCES, true },
	{ creates, "out/new", 0, false },        { creates, "in/new", EACCES, true },
	{ creates, "other/new", EACCES, true },  { makes_folder, "out/folder", 0, false },
	{ makes_folder, "in/folder", EACCES, true }, { removes, "in/file", EACCES, true },
	{ removes, "out/old", 0, false },        { links, "out/link", EACCES, true },
	{ renames, "out/old", EACCES, true },     { starts, "/bin/true", EPERM, false },
	{ publishes, "out/old", 0, false },
	{ opens_socket, NULL, EPERM, false },    { opens_local_socket, NULL, EPERM, false },
	{ keeps_core, NULL, 0, false },
};

static void touch(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
}

static int prepare(void **state)
{
	static const char *const folders[] = { "in", "in/sub", "out", "other" };
	static const char *const files[] = { "in/file", "in/sub/deep", "alone", "other/file", "out/old" };

	(void)state;
	assert_non_null(mkdtemp(scratch));
	assert_int_equal(chdir(scratch), 0);
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		assert_int_equal(mkdir(folders[i], 0700), 0);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		touch(files[i]);
	return symlink("../other/file", "in/link-out");
}

static int clear(void **state)
{
	char command[64];

	(void)state;
	(void)snprintf(command, sizeof command, "rm -rf %s", scratch);
	return system(command);
}

static _Noreturn void act_confined(size_t row)
{
	struct confinement c;
	enum confined confined;

	confine_begin(&c);
	confine_read(&c, "in");
	confine_read(&c, "alone");
	confine_read(&c, "not there");
	confine_read(&c, NULL);
	confine_write(&c, "out");
	confined = confine_end(&c);
	if (confined == CONFINED_NOT)
		_exit(NOT_CONFINED);
	if (confined == CONFINED_CALLS && rows[row].by_files)
		_exit(NO_LANDLOCK);
	_exit(rows[row].act(rows[row].path));
}

static void what_was_not_allowed_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int ended;
		pid_t child = fork();

		if (child == 0)
			act_confined(i);
		assert_int_equal(waitpid(child, &ended, 0), child);
		assert_true(WIFEXITED(ended));
		if (WEXITSTATUS(ended) == NOT_CONFINED || WEXITSTATUS(ended) == NO_LANDLOCK)
			skip();
		if (WEXITSTATUS(ended) != rows[i].error)
			fail_msg("row %zu: %s, expected %s", i, strerror(WEXITSTATUS(ended)), strerror(rows[i].error));
		touch("out/old");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_not_allowed_is_refused, prepare, clear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
