#include "scratch.h"

#include <nafkah/folder.h>
#include <nafkah/input.h>

#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>

static struct findings found;

static void forget(void)
{
	findings_release(&found);
	found = (struct findings){ 0 };
}

static struct input *must_open(const char *path)
{
	struct input *in;

	assert_int_equal(input_open(path, &found, &in), STATUS_OK);
	return in;
}

/* Reads to the end, one small block after the other. */
static enum status read_all(struct input *in)
{
	char block[3];
	size_t got = 0;
	enum status status;

	do
		status = input_read(in, block, sizeof block, &got);
	while (status == STATUS_OK && got > 0);
	return status;
}

static void make_fifo(void)
{
	assert_int_equal(mkfifo("x", 0600), 0);
}

static void make_folder(void)
{
	assert_int_equal(mkdir("x", 0700), 0);
}

static void make_loop(void)
{
	assert_int_equal(symlink("x", "x"), 0);
}

static void make_dangling(void)
{
	assert_int_equal(symlink("nowhere", "x"), 0);
}

static void make_device(void)
{
	assert_int_equal(symlink("/dev/zero", "x"), 0);
}

static void make_socket(void)
{
	struct sockaddr_un name = { .sun_family = AF_UNIX, .sun_path = "x" };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (const struct sockaddr *)&name, sizeof name), 0);
	close(fd);
}

static void make_nothing(void)
{
}

static void make_file(void)
{
	put("x", "text");
}

static const struct {
	const char *path;
	void (*make)(void);
	enum code code;
} refusals[] = {
	{ "x", make_nothing, N0101_INPUT_NOT_FOUND },  { "", make_nothing, N0101_INPUT_NOT_FOUND },
	{ "x/y", make_file, N0101_INPUT_NOT_FOUND },   { "x/", make_file, N0101_INPUT_NOT_FOUND },
	{ "x", make_loop, N0101_INPUT_NOT_FOUND },     { "x", make_dangling, N0101_INPUT_NOT_FOUND },
	{ "x", make_folder, N0102_INPUT_NOT_REGULAR }, { "x", make_fifo, N0102_INPUT_NOT_REGULAR },
	{ "x", make_device, N0102_INPUT_NOT_REGULAR }, { "x", make_socket, N0102_INPUT_NOT_REGULAR },
};

/* E24 */
static void what_is_no_file(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
		struct input *in = (struct input *)&found;
		refusals[i].make();
		assert_int_equal(input_open(refusals[i].path, &found, &in), STATUS_REJECT);
		assert_null(in);
		assert_only(&found, refusals[i].code);
		forget();
		(void)remove("x");
	}
}

static int open_forbidden(void)
{
	struct input *in;
	bool good = input_open("secret", &found, &in) == STATUS_FAIL && found.count == 1 &&
	            found.items[0].code == N0901_READ_FAILED && in == NULL;

	return good ? 0 : 1;
}

static void forbidden_and_too_long(void **state)
{
	char name[5000];
	struct input *in;

	(void)state;
	put("secret", "text");
	assert_int_equal(chmod("secret", 0), 0);
	assert_in_child(open_forbidden);
	memset(name, 'a', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	assert_int_equal(input_open(name, &found, &in), STATUS_FAIL);
	assert_only(&found, N0901_READ_FAILED);
	forget();
}

static void hash_name_size(void **state)
{
	(void)state;
	assert_int_equal(mkdir("d", 0700), 0);
	put("d/x.csv", "abc");
	struct input *in = must_open("d/x.csv");
	assert_slice(input_name(in), "x.csv");
	assert_int_equal(input_size(in), 3);
	assert_int_equal(read_all(in), STATUS_OK);
	assert_string_equal(input_hash(in).hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_int_equal(read_all(in), STATUS_OK); /* still at the end */
	assert_int_equal(input_rewind(in), STATUS_OK);
	assert_int_equal(read_all(in), STATUS_OK);
	assert_only(&found, CODE_COUNT);
	input_close(in);
	input_close(NULL);
}

static void one_inode(void **state)
{
	(void)state;
	put("x", "text");
	put("y", "text");
	assert_int_equal(symlink("x", "z"), 0);
	struct input *x = must_open("x"), *y = must_open("y"), *z = must_open("./z");
	assert_true(input_same_file(x, z));
	assert_false(input_same_file(x, y));
	input_close(x);
	input_close(y);
	input_close(z);
}

static void change_append(void)
{
	append("x", "more");
}

static void change_truncate(void)
{
	assert_int_equal(truncate("x", 5), 0);
}

static void change_same_size(void)
{
	int fd = open("x", O_WRONLY);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, "ABCDEF", 6, 0), 6);
	close(fd);
}

static void change_and_set_time_back(void)
{
	struct stat before;

	assert_int_equal(stat("x", &before), 0);
	change_same_size();
	assert_int_equal(utimensat(AT_FDCWD, "x", (struct timespec[]){ before.st_atim, before.st_mtim }, 0), 0);
}

static void change_replace(void)
{
	put("y", "abcdefghijkl");
	assert_int_equal(rename("y", "x"), 0);
}

static void change_remove(void)
{
	assert_int_equal(unlink("x"), 0);
}

static void (*const changes[])(void) = {
	change_append, change_truncate, change_same_size, change_and_set_time_back, change_replace, change_remove,
};

/* The clock that stamps files ticks every few milliseconds: a change within the tick of the last one leaves no trace
 * in the times, only in what is read. */
static void let_a_tick_pass(void)
{
	assert_int_equal(usleep(20000), 0);
}

static struct input *half_read(size_t len)
{
	char block[32];
	size_t got;

	put("x", "abcdefghijkl");
	let_a_tick_pass();
	struct input *in = must_open("x");
	if (len > 0)
		assert_int_equal(input_read(in, block, len, &got), STATUS_OK);
	return in;
}

/* E23 */
static void changed_while_read(void **state)
{
	static const size_t places[] = { 0, 6, 12 };

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof changes[0] * 3; i++) {
		struct input *in = half_read(places[i % 3]);
		changes[i / 3]();
		assert_int_equal(read_all(in), STATUS_REJECT);
		assert_only(&found, N0103_INPUT_CHANGED);
		input_close(in);
		forget();
	}
}

static void changed_between_passes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		struct input *in = half_read(0);
		assert_int_equal(read_all(in), STATUS_OK);
		assert_int_equal(input_rewind(in), STATUS_OK);
		changes[i]();
		assert_int_equal(read_all(in), STATUS_REJECT);
		assert_only(&found, N0103_INPUT_CHANGED);
		input_close(in);
		forget();
	}
}

static void changed_while_slurped(void **state)
{
	struct arena arena = { 0 };
	struct slice text = SLICE("?");

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		struct input *in = half_read(4);
		changes[i]();
		assert_int_equal(input_slurp(in, &arena, 100, &text), STATUS_REJECT);
		assert_int_equal(text.len, 0);
		assert_only(&found, N0103_INPUT_CHANGED);
		input_close(in);
		forget();
	}
	arena_release(&arena);
}

/* Files of /proc say that they are empty and are not. */
static void larger_than_it_says(void **state)
{
	(void)state;
	struct input *in = must_open("/proc/self/status");
	assert_int_equal(read_all(in), STATUS_REJECT);
	assert_only(&found, N0103_INPUT_CHANGED);
	input_close(in);
	forget();
}

static const struct {
	const char *text;
	uint64_t limit;
	enum status status;
	enum code code;
} slurps[] = {
	{ "abcdef", 6, STATUS_OK, CODE_COUNT },
	{ "abcdef", 5, STATUS_REJECT, N0149_INPUT_TOO_LARGE },
	{ "abcdef", 0, STATUS_REJECT, N0149_INPUT_TOO_LARGE },
	{ "", 6, STATUS_REJECT, N0105_INPUT_EMPTY },
	{ "", 0, STATUS_REJECT, N0105_INPUT_EMPTY },
};

static void slurp(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof slurps / sizeof slurps[0]; i++) {
		struct slice text;
		put("x", slurps[i].text);
		struct input *in = must_open("x");
		assert_int_equal(input_slurp(in, &arena, slurps[i].limit, &text), slurps[i].status);
		assert_only(&found, slurps[i].code);
		assert_slice(text, slurps[i].status == STATUS_OK ? slurps[i].text : "");
		input_close(in);
		forget();
	}
	arena_release(&arena);
}

static void interrupted(void **state)
{
	char block[4];
	size_t got = 4;

	(void)state;
	struct input *in = half_read(3);
	interrupted_by = SIGTERM;
	assert_int_equal(input_read(in, block, sizeof block, &got), STATUS_FAIL);
	assert_int_equal(got, 0);
	assert_only(&found, CODE_COUNT);
	input_close(in);
}

static void copy_slurped(struct folder *folder)
{
	struct arena arena = { 0 };
	struct out_file *copy;
	struct sha256 hash;
	struct slice text;

	struct input *in = half_read(0);
	assert_int_equal(folder_file(folder, SLICE("slurped"), &copy), STATUS_OK);
	input_copy_to(in, copy);
	assert_int_equal(input_slurp(in, &arena, 100, &text), STATUS_OK);
	hash = input_hash(in);
	assert_int_equal(out_close_copy(copy, &hash), STATUS_OK);
	input_close(in);
	arena_release(&arena);
}

/* The copy takes what is read in the pass that it was set for, and nothing of the next one. */
static void copied_once(void **state)
{
	struct folder *folder;
	struct out_file *copy;
	struct sha256 hash;

	(void)state;
	assert_int_equal(folder_create("out", &found, &folder), FOLDER_MADE);
	assert_int_equal(folder_file(folder, SLICE("copy"), &copy), STATUS_OK);
	struct input *in = half_read(0);
	input_copy_to(in, copy);
	assert_int_equal(read_all(in), STATUS_OK);
	assert_int_equal(input_rewind(in), STATUS_OK);
	assert_int_equal(read_all(in), STATUS_OK);
	hash = input_hash(in);
	assert_int_equal(out_close_copy(copy, &hash), STATUS_OK);
	input_close(in);
	assert_int_equal(folder_reopen(folder, SLICE("copy"), &in), STATUS_OK);
	assert_int_equal(read_all(in), STATUS_OK);
	input_close(in);
	copy_slurped(folder);
	assert_int_equal(folder_publish(folder), PUBLISH_DONE);
	folder_free(folder);
	assert_content("out/copy", "abcdefghijkl");
	assert_content("out/slurped", "abcdefghijkl");
	assert_only(&found, CODE_COUNT);
}

/* Standard input becomes the reading end of a pipe with this text in it; the old one is returned. */
static int feed_stdin(const char *text, int flags)
{
	int ends[2], before = dup(STDIN_FILENO);

	assert_int_equal(pipe2(ends, flags), 0);
	assert_int_equal(write(ends[1], text, strlen(text)), strlen(text));
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	close(ends[1]);
	return before;
}

static void restore_stdin(int before)
{
	if (before < 0) {
		close(STDIN_FILENO);
		return;
	}
	assert_int_equal(dup2(before, STDIN_FILENO), STDIN_FILENO);
	close(before);
}

static void standard_input(void **state)
{
	static const char *const folders[] = { NULL, "relative", "." };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct arena arena = { 0 };
		struct slice text;
		int before = feed_stdin("a,b\n1,2\n", i == 1 ? O_NONBLOCK : 0);
		char *here = realpath(".", NULL);
		if (folders[i] != NULL)
			setenv("TMPDIR", i == 2 ? here : folders[i], 1);
		struct input *in = must_open("-");
		assert_slice(input_name(in), "-");
		assert_int_equal(input_size(in), 8);
		assert_int_equal(entries_of("."), 0);
		assert_int_equal(input_slurp(in, &arena, 100, &text), STATUS_OK);
		assert_slice(text, "a,b\n1,2\n");
		assert_int_equal(input_rewind(in), STATUS_OK);
		assert_int_equal(read_all(in), STATUS_OK);
		input_close(in);
		arena_release(&arena);
		restore_stdin(before);
		unsetenv("TMPDIR");
		free(here);
	}
}

/* The other end writes late, and the descriptor does not wait by itself. */
static void slow_standard_input(void **state)
{
	int ends[2], before = dup(STDIN_FILENO);

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		usleep(30000);
		_exit(write(ends[1], "late", 4) == 4 ? 0 : 1);
	}
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	close(ends[1]);
	struct input *in = must_open("-");
	assert_int_equal(input_size(in), 4);
	input_close(in);
	assert_int_equal(waitpid(child, NULL, 0), child);
	restore_stdin(before);
}

static void point_stdin_at(const char *path, int flags)
{
	int fd = open(path, flags);

	assert_true(fd >= 0);
	if (fd == STDIN_FILENO)
		return;
	assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
	close(fd);
}

static void bad_standard_input(void **state)
{
	struct input *in;
	int before = dup(STDIN_FILENO);

	(void)state;
	point_stdin_at(".", O_RDONLY | O_DIRECTORY);
	assert_int_equal(input_open("-", &found, &in), STATUS_REJECT);
	assert_only(&found, N0102_INPUT_NOT_REGULAR);
	forget();
	point_stdin_at("/dev/null", O_WRONLY);
	assert_int_equal(input_open("-", &found, &in), STATUS_FAIL);
	assert_only(&found, N0901_READ_FAILED);
	forget();
	point_stdin_at("/dev/zero", O_RDONLY);
	setenv("TMPDIR", "/nonexistent", 1);
	assert_int_equal(input_open("-", &found, &in), STATUS_FAIL);
	assert_only(&found, N0902_WRITE_FAILED);
	forget();
	unsetenv("TMPDIR");
	interrupted_by = SIGINT;
	assert_int_equal(input_open("-", &found, &in), STATUS_FAIL);
	assert_only(&found, CODE_COUNT);
	assert_null(in);
	restore_stdin(before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(what_is_no_file),
		SCRATCH_TEST(forbidden_and_too_long),
		SCRATCH_TEST(hash_name_size),
		SCRATCH_TEST(one_inode),
		SCRATCH_TEST(changed_while_read),
		SCRATCH_TEST(changed_between_passes),
		SCRATCH_TEST(changed_while_slurped),
		SCRATCH_TEST(larger_than_it_says),
		SCRATCH_TEST(slurp),
		SCRATCH_TEST(interrupted),
		SCRATCH_TEST(copied_once),
		SCRATCH_TEST(standard_input),
		SCRATCH_TEST(slow_standard_input),
		SCRATCH_TEST(bad_standard_input),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
