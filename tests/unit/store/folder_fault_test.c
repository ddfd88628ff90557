/* Every system call of a whole publication fails once, in turn. The folder is then absent, with a reason on record,
 * or complete. The C library's functions are replaced by symbols of this program. */
#include "scratch.h"

#include <nafkah/folder.h>
#include <nafkah/input.h>
#include <nafkah/seal.h>

#include <dlfcn.h>
#include <errno.h>

enum call { OPENAT, MKDIRAT, FLOCK, FSTAT, FCHMOD, WRITE, PREAD, FSYNC, CLOSE, RENAMEAT2, GETRANDOM, CALLS };

static struct {
	bool armed;
	enum call call;
	int nth, error;
	int seen[CALLS];
	bool one_byte; /* reads and writes move one byte at a time */
	bool no_bytes; /* reads find the end too early */
	void (*before_lock)(void); /* what another process does just then, once */
} plan;

/* True: the call is to fail now, errno is set. */
static bool fails(enum call call)
{
	if (!plan.armed || ++plan.seen[call] != plan.nth || call != plan.call)
		return false;
	errno = plan.error;
	return true;
}

#define REAL(type, name, ...)                                     \
	static type (*real)(__VA_ARGS__);                         \
	if (real == NULL) {                                       \
		void *found = dlsym(RTLD_NEXT, name);             \
		memcpy(&real, &found, sizeof found);              \
	}

int faulty_openat(int dir, const char *name, int flags, mode_t mode) __asm__("openat");
int faulty_openat(int dir, const char *name, int flags, mode_t mode)
{
	REAL(int, "openat", int, const char *, int, ...)
	return fails(OPENAT) ? -1 : real(dir, name, flags, mode);
}

int faulty_mkdirat(int dir, const char *name, mode_t mode) __asm__("mkdirat");
int faulty_mkdirat(int dir, const char *name, mode_t mode)
{
	REAL(int, "mkdirat", int, const char *, mode_t)
	return fails(MKDIRAT) ? -1 : real(dir, name, mode);
}

int faulty_flock(int fd, int how) __asm__("flock");
int faulty_flock(int fd, int how)
{
	REAL(int, "flock", int, int)
	void (*meanwhile)(void) = plan.armed ? plan.before_lock : NULL;
	plan.before_lock = NULL;
	if (meanwhile != NULL)
		meanwhile();
	return fails(FLOCK) ? -1 : real(fd, how);
}

int faulty_fstat(int fd, struct stat *s) __asm__("fstat");
int faulty_fstat(int fd, struct stat *s)
{
	REAL(int, "fstat", int, struct stat *)
	return fails(FSTAT) ? -1 : real(fd, s);
}

int faulty_fchmod(int fd, mode_t mode) __asm__("fchmod");
int faulty_fchmod(int fd, mode_t mode)
{
	REAL(int, "fchmod", int, mode_t)
	return fails(FCHMOD) ? -1 : real(fd, mode);
}

ssize_t faulty_write(int fd, const void *bytes, size_t len) __asm__("write");
ssize_t faulty_write(int fd, const void *bytes, size_t len)
{
	REAL(ssize_t, "write", int, const void *, size_t)
	return fails(WRITE) ? -1 : real(fd, bytes, plan.armed && plan.one_byte && len > 0 ? 1 : len);
}

ssize_t faulty_pread(int fd, void *into, size_t len, off_t at) __asm__("pread");
ssize_t faulty_pread(int fd, void *into, size_t len, off_t at)
{
	REAL(ssize_t, "pread", int, void *, size_t, off_t)
	if (plan.armed && plan.no_bytes)
		return 0;
	return fails(PREAD) ? -1 : real(fd, into, plan.armed && plan.one_byte && len > 0 ? 1 : len, at);
}

int faulty_fsync(int fd) __asm__("fsync");
int faulty_fsync(int fd)
{
	REAL(int, "fsync", int)
	return fails(FSYNC) ? -1 : real(fd);
}

/* As on Linux, the descriptor is gone even when it fails. */
int faulty_close(int fd) __asm__("close");
int faulty_close(int fd)
{
	REAL(int, "close", int)
	int result = real(fd);
	return fails(CLOSE) ? -1 : result;
}

int faulty_renameat2(int from, const char *a, int to, const char *b, unsigned flags) __asm__("renameat2");
int faulty_renameat2(int from, const char *a, int to, const char *b, unsigned flags)
{
	REAL(int, "renameat2", int, const char *, int, const char *, unsigned)
	assert_int_equal(flags, RENAME_NOREPLACE);
	return fails(RENAMEAT2) ? -1 : real(from, a, to, b, flags);
}

ssize_t faulty_getrandom(void *into, size_t len, unsigned flags) __asm__("getrandom");
ssize_t faulty_getrandom(void *into, size_t len, unsigned flags)
{
	REAL(ssize_t, "getrandom", void *, size_t, unsigned)
	return fails(GETRANDOM) ? -1 : real(into, len, flags);
}

static struct findings found;

static enum status read_back(struct folder *f)
{
	struct arena arena = { 0 };
	struct slice text;
	struct input *in;
	enum status status = folder_reopen(f, SLICE("bukti/a"), &in);

	if (status == STATUS_OK)
		status = input_slurp(in, &arena, 100, &text);
	input_close(in);
	arena_release(&arena);
	return status;
}

static enum publish build_and_publish(struct folder *f)
{
	if (folder_write(f, SLICE("bukti/a"), SLICE("the evidence")) != STATUS_OK)
		return PUBLISH_FAILED;
	if (folder_write(f, SLICE("b"), SLICE("the result")) != STATUS_OK)
		return PUBLISH_FAILED;
	if (read_back(f) != STATUS_OK || folder_seal(f) != STATUS_OK)
		return PUBLISH_FAILED;
	return folder_publish(f);
}

/* One whole run while the plan holds. */
static enum publish run(void)
{
	struct folder *f;
	enum publish result = PUBLISH_FAILED;

	memset(plan.seen, 0, sizeof plan.seen);
	plan.armed = true;
	enum folder_made made = folder_create("out", &found, &f);
	if (made == FOLDER_MADE)
		result = build_and_publish(f);
	folder_free(f);
	plan.armed = false;
	assert_int_not_equal(made, FOLDER_EXISTS);
	return result;
}

static void clear(void)
{
	assert_int_equal(nftw("out", scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
	findings_release(&found);
	found = (struct findings){ 0 };
}

static void assert_complete(void)
{
	struct sealed *s;

	assert_int_equal(entries_of("."), 1);
	assert_int_equal(entries_of("out"), 3);
	assert_content("out/b", "the result");
	assert_int_equal(sealed_open("out", &found, &s), STATUS_OK);
	sealed_close(s);
	assert_only(&found, CODE_COUNT);
}

static void assert_absent(void)
{
	assert_int_equal(entries_of("."), 0);
	assert_int_equal(found.count, 1);
	assert_int_equal(code_level(found.items[0].code), LEVEL_GAGAL);
	findings_release(&found);
	found = (struct findings){ 0 };
}

/* Returns false when the run has no nth call of this kind. */
static bool fail_nth(enum call call, int nth, int error)
{
	plan.call = call;
	plan.nth = nth;
	plan.error = error;
	enum publish result = run();
	bool reached = plan.seen[call] >= nth;
	if (result == PUBLISH_FAILED) {
		assert_absent();
	} else {
		assert_complete();
		clear();
	}
	if (reached && call == FSYNC) /* never retried, and nothing goes on after it */
		assert_int_equal(plan.seen[FSYNC], nth);
	return reached;
}

/* E01, E02 */
static void each_call_fails_once(void **state)
{
	static const int errors[] = { EIO, ENOSPC, EACCES };

	(void)state;
	for (enum call call = 0; call < CALLS; call++) {
		for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
			int nth = 1;
			while (fail_nth(call, nth, errors[i]))
				nth++;
			assert_true(nth > 1);
		}
	}
}

/* What must never be taken for success. */
static void what_fails_the_run(void **state)
{
	static const enum call calls[] = { MKDIRAT, FLOCK, FCHMOD, WRITE, PREAD, RENAMEAT2, GETRANDOM };

	(void)state;
	for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
		plan.call = calls[i];
		plan.nth = 1;
		plan.error = EIO;
		assert_int_equal(run(), PUBLISH_FAILED);
		assert_absent();
	}
}

/* E26: the files and folders are safe, the entry in the parent may not be. */
static void last_sync_fails(void **state)
{
	(void)state;
	plan.call = FSYNC;
	plan.error = EIO;
	plan.nth = 0;
	assert_int_equal(run(), PUBLISH_DONE);
	clear();
	int all = plan.seen[FSYNC];
	assert_int_equal(all, 6); /* three files, two folders, the parent */
	for (plan.nth = 1; plan.nth < all; plan.nth++) {
		assert_int_equal(run(), PUBLISH_FAILED);
		assert_absent();
	}
	assert_int_equal(run(), PUBLISH_NOT_DURABLE);
	assert_complete();
	clear();
}

/* E25 */
static void rename_not_supported(void **state)
{
	static const int errors[] = { EINVAL, ENOSYS, EOPNOTSUPP };

	(void)state;
	for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		plan.call = RENAMEAT2;
		plan.nth = 1;
		plan.error = errors[i];
		assert_int_equal(run(), PUBLISH_FAILED);
		assert_int_equal(plan.seen[RENAMEAT2], 1);
		assert_only(&found, N0905_RENAME_UNSUPPORTED);
		assert_absent();
	}
}

/* E03 */
static void interrupted_calls(void **state)
{
	static const enum call calls[] = { OPENAT, FLOCK, WRITE, PREAD, CLOSE, RENAMEAT2, GETRANDOM, FSYNC };

	(void)state;
	for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
		plan.call = calls[i];
		plan.error = EINTR;
		for (plan.nth = 1;; plan.nth++) {
			assert_int_equal(run(), PUBLISH_DONE);
			assert_complete();
			clear();
			if (plan.seen[calls[i]] < plan.nth)
				break;
		}
	}
}

static void short_reads_and_writes(void **state)
{
	(void)state;
	plan.nth = 0;
	plan.one_byte = true;
	assert_int_equal(run(), PUBLISH_DONE);
	plan.one_byte = false;
	assert_true(plan.seen[WRITE] > 100);
	assert_true(plan.seen[PREAD] > 10);
	assert_complete();
	clear();
}

/* A network file system may report an end that the file's size contradicts. */
static void end_too_early(void **state)
{
	struct input *in;
	char byte;
	size_t got;

	(void)state;
	put("x", "text");
	assert_int_equal(input_open("x", &found, &in), STATUS_OK);
	plan.armed = plan.no_bytes = true;
	assert_int_equal(input_read(in, &byte, 1, &got), STATUS_REJECT);
	plan.armed = plan.no_bytes = false;
	assert_only(&found, N0103_INPUT_CHANGED);
	input_close(in);
	findings_release(&found);
	found = (struct findings){ 0 };
}

#define LEFT ".out.partial-0123abcd"

static void publish_left(void)
{
	assert_int_equal(rename(LEFT, "other"), 0);
}

/* A run that ends between our look at its folder and our lock on it has published: that is no leftover. */
static void published_just_before_the_lock(void **state)
{
	(void)state;
	assert_int_equal(mkdir(LEFT, 0700), 0);
	put(LEFT "/a", "published");
	plan.nth = 0;
	plan.before_lock = publish_left;
	assert_int_equal(run(), PUBLISH_DONE);
	assert_content("other/a", "published");
	assert_only(&found, CODE_COUNT);
}

static void remove_partial(void)
{
	DIR *list = opendir(".");
	const struct dirent *entry;

	while ((entry = readdir(list)) != NULL)
		if (strstr(entry->d_name, ".partial-") != NULL)
			assert_int_equal(rmdir(entry->d_name), 0);
	closedir(list);
}

/* E13: another run takes our folder for a leftover before we have locked it. */
static void removed_just_before_the_lock(void **state)
{
	(void)state;
	plan.nth = 0;
	plan.before_lock = remove_partial;
	assert_int_equal(run(), PUBLISH_DONE);
	assert_int_equal(plan.seen[MKDIRAT], 3); /* the second partial folder, and one below it */
	assert_complete();
	clear();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(each_call_fails_once),
		SCRATCH_TEST(what_fails_the_run),
		SCRATCH_TEST(last_sync_fails),
		SCRATCH_TEST(rename_not_supported),
		SCRATCH_TEST(interrupted_calls),
		SCRATCH_TEST(short_reads_and_writes),
		SCRATCH_TEST(end_too_early),
		SCRATCH_TEST(published_just_before_the_lock),
		SCRATCH_TEST(removed_just_before_the_lock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
