#include "scratch.h"

#include <nafkah/folder.h>
#include <nafkah/input.h>

#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>

static struct findings found;

static void forget(void)
{
	findings_release(&found);
	found = (struct findings){ 0 };
}

static struct folder *must_create(const char *path)
{
	struct folder *f;

	assert_int_equal(folder_create(path, &found, &f), FOLDER_MADE);
	assert_non_null(f);
	return f;
}

static void must_write(struct folder *f, const char *path, const char *text)
{
	assert_int_equal(folder_write(f, slice_from_c(path), slice_from_c(text)), STATUS_OK);
}

/* The name of the only partial folder here, with its `/` and room behind it. */
static char *partial_path(const char *below)
{
	static char path[1024];
	DIR *list = opendir(".");
	const struct dirent *entry;

	assert_non_null(list);
	do
		assert_non_null(entry = readdir(list));
	while (strstr(entry->d_name, ".partial-") == NULL);
	snprintf(path, sizeof path, "%s/%s", entry->d_name, below);
	closedir(list);
	return path;
}

static unsigned mode_of(const char *path)
{
	struct stat s;

	assert_int_equal(lstat(path, &s), 0);
	return s.st_mode & 07777u;
}

/* What may stand where the folder should go; and is it still there? */
static void make_file(void)
{
	put("out", "mine");
}

static bool still_file(void)
{
	assert_content("out", "mine");
	return true;
}

static void make_full(void)
{
	assert_int_equal(mkdir("out", 0755), 0);
	put("out/a", "mine");
}

static bool still_full(void)
{
	assert_content("out/a", "mine");
	return entries_of("out") == 1;
}

static void make_empty(void)
{
	assert_int_equal(mkdir("out", 0755), 0);
}

static bool still_empty(void)
{
	return entries_of("out") == 0 && mode_of("out") == 0755;
}

static void make_link(void)
{
	assert_int_equal(mkdir("elsewhere", 0755), 0);
	assert_int_equal(symlink("elsewhere", "out"), 0);
}

static bool still_link(void)
{
	bool empty = entries_of("elsewhere") == 0 && rmdir("elsewhere") == 0;

	return empty && mode_of("out") == 0777;
}

static void make_dangling(void)
{
	assert_int_equal(symlink("nowhere", "out"), 0);
}

static bool still_dangling(void)
{
	return !is_there("nowhere") && mode_of("out") == 0777;
}

static void make_fifo(void)
{
	assert_int_equal(mkfifo("out", 0600), 0);
}

static bool still_there(void)
{
	return is_there("out");
}

static const struct {
	void (*make)(void);
	bool (*untouched)(void);
} occupants[] = {
	{ make_file, still_file }, { make_full, still_full },         { make_empty, still_empty },
	{ make_link, still_link }, { make_dangling, still_dangling }, { make_fifo, still_there },
};
enum { OCCUPANTS = sizeof occupants / sizeof occupants[0] };

static void clear_out(void)
{
	(void)unlink("out/a");
	assert_int_equal(remove("out"), 0);
	assert_int_equal(entries_of("."), 0);
}

/* E06 */
static void name_taken_at_start(void **state)
{
	static const char *const spellings[] = { "out", "out/", "./out//" };

	(void)state;
	for (size_t i = 0; i < OCCUPANTS * 3; i++) {
		struct folder *f = (struct folder *)&found;
		occupants[i / 3].make();
		assert_int_equal(folder_create(spellings[i % 3], &found, &f), FOLDER_EXISTS);
		assert_null(f);
		assert_only(&found, CODE_COUNT);
		assert_true(occupants[i / 3].untouched());
		clear_out();
	}
}

static void name_taken_during_the_run(void **state)
{
	(void)state;
	for (size_t i = 0; i < OCCUPANTS; i++) {
		struct folder *f = must_create("out");
		must_write(f, "bukti/a", "ours");
		occupants[i].make();
		assert_int_equal(folder_publish(f), PUBLISH_EXISTS);
		folder_free(f);
		assert_only(&found, CODE_COUNT);
		assert_true(occupants[i].untouched());
		clear_out();
	}
}

static void always_taken(void **state)
{
	static const char *const paths[] = { "/", "//", ".", "..", "./", "../", "/.", "/tmp", "/tmp/" };

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		struct folder *f;
		assert_int_equal(folder_create(paths[i], &found, &f), FOLDER_EXISTS);
		assert_only(&found, CODE_COUNT);
	}
}

static void refuse_path(const char *path)
{
	struct folder *f = (struct folder *)&found;

	assert_int_equal(folder_create(path, &found, &f), FOLDER_FAILED);
	assert_null(f);
	assert_only(&found, N0904_OUTPUT_PARENT);
	forget();
}

/* E05, E20 */
static void impossible_paths(void **state)
{
	static const char *const paths[] = {
		"", "missing/out", "missing/..", "file/out", "file/.", "dangling/out", "loop/out", "new\nline",
		"escape\033[2J", "tab\there", "del\177",
	};
	char name[5000];

	(void)state;
	put("file", "x");
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	assert_int_equal(symlink("loop", "loop"), 0);
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
		refuse_path(paths[i]);
	memset(name, 'a', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	refuse_path(name);
	name[256] = '\0';
	refuse_path(name);
	for (size_t i = 1; i < sizeof name - 2; i += 2)
		name[i] = '/';
	name[256] = 'a';
	refuse_path(name);
	assert_int_equal(entries_of("."), 3);
}

static int create_without_right(void)
{
	struct folder *f;
	bool good = folder_create("closed/out", &found, &f) == FOLDER_FAILED && found.count == 1 &&
	            found.items[0].code == N0904_OUTPUT_PARENT && f == NULL;

	return good ? 0 : 1;
}

static void parent_without_right(void **state)
{
	static const mode_t modes[] = { 0, 0111, 0444, 0555, 0333, 0666 };

	(void)state;
	assert_int_equal(mkdir("closed", 0700), 0);
	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
		assert_int_equal(chmod("closed", modes[i]), 0);
		assert_in_child(create_without_right);
		assert_int_equal(chmod("closed", 0700), 0);
		assert_int_equal(entries_of("closed"), 0);
	}
}

static int publish_two_files(void)
{
	struct folder *f;

	if (folder_create("out", &found, &f) != FOLDER_MADE)
		return 1;
	if (folder_write(f, SLICE("bukti/aturan/x.xml"), SLICE("text")) != STATUS_OK)
		return 2;
	if (folder_seal(f) != STATUS_OK || folder_publish(f) != PUBLISH_DONE)
		return 3;
	folder_free(f);
	return found.count == 0 ? 0 : 4;
}

static int publish_under_umask_0(void)
{
	umask(0);
	return publish_two_files();
}

static int publish_under_umask_777(void)
{
	umask(0777);
	return publish_two_files();
}

static void check_modes(int (*publish)(void))
{
	assert_in_child(publish);
	assert_int_equal(mode_of("out"), 0700);
	assert_int_equal(mode_of("out/bukti"), 0700);
	assert_int_equal(mode_of("out/bukti/aturan"), 0700);
	assert_int_equal(mode_of("out/bukti/aturan/x.xml"), 0600);
	assert_int_equal(mode_of("out/SHA256SUMS"), 0600);
	assert_int_equal(rename("out", "seen"), 0);
	assert_int_equal(nftw("seen", scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
	assert_int_equal(entries_of("."), 0);
}

/* E19 */
static void modes_whatever_the_umask(void **state)
{
	(void)state;
	check_modes(publish_two_files);
	check_modes(publish_under_umask_0);
	check_modes(publish_under_umask_777);
	assert_int_equal(chmod(".", 02777), 0); /* a set-group-ID parent hands that on */
	check_modes(publish_under_umask_0);
}

static void sealed_in_byte_order(void **state)
{
	struct folder *f = must_create("out");

	(void)state;
	must_write(f, "a/b", "abc");
	must_write(f, "B", "");
	must_write(f, "b", "");
	must_write(f, "a.b", "abc");
	assert_int_equal(folder_seal(f), STATUS_OK);
	assert_int_equal(folder_publish(f), PUBLISH_DONE);
	folder_free(f);
	assert_content("out/SHA256SUMS", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  B\n"
					 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.b\n"
					 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/b\n"
					 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n");
	assert_int_equal(entries_of("."), 1);
	assert_int_equal(entries_of("out"), 5);
}

static void longest_name(void **state)
{
	char name[256];

	(void)state;
	for (size_t i = 0; i + 3 < sizeof name; i += 3)
		memcpy(name + i, "\xe2\x82\xac", 3);
	name[255] = '\0';
	struct folder *f = must_create(name);
	must_write(f, "a", "x");
	assert_int_equal(folder_publish(f), PUBLISH_DONE);
	folder_free(f);
	assert_int_equal(entries_of("."), 1);
	assert_int_equal(entries_of(name), 1);
}

static void unpublished_leaves_nothing(void **state)
{
	(void)state;
	struct folder *f = must_create("out");
	struct out_file *o;
	must_write(f, "bukti/aturan/a", "x");
	must_write(f, "penggajian/a", "x");
	assert_int_equal(folder_file(f, SLICE("half"), &o), STATUS_OK);
	assert_int_equal(out_write(o, "abc", 3), STATUS_OK);
	out_abandon(o);
	out_abandon(NULL);
	folder_free(f);
	folder_free(NULL);
	assert_int_equal(entries_of("."), 0);
	assert_only(&found, CODE_COUNT);
}

/* What others put into our folder, or behind its names, is theirs. */
static void roll_back_takes_only_ours(void **state)
{
	(void)state;
	assert_int_equal(mkdir("precious", 0700), 0);
	put("precious/a", "keep");
	struct folder *f = must_create("out");
	must_write(f, "bukti/a", "x");
	must_write(f, "b", "x");
	assert_int_equal(rename(partial_path("bukti"), "moved"), 0);
	assert_int_equal(symlink("../precious", partial_path("bukti")), 0);
	assert_int_equal(unlink(partial_path("b")), 0);
	assert_int_equal(symlink("../precious/a", partial_path("b")), 0);
	put(partial_path("alien"), "keep");
	folder_free(f);
	assert_content("precious/a", "keep");
	assert_content(partial_path("alien"), "keep");
	assert_int_equal(entries_of("moved"), 0); /* held by descriptor */
}

/* E13 */
static void two_runs_at_once(void **state)
{
	(void)state;
	struct folder *a = must_create("out"), *b = must_create("out");
	assert_only(&found, N0908_LEFTOVER_KEPT);
	forget();
	must_write(a, "who", "a");
	must_write(b, "who", "b");
	assert_int_equal(folder_publish(b), PUBLISH_DONE);
	assert_int_equal(folder_publish(a), PUBLISH_EXISTS);
	assert_int_equal(entries_of("."), 1);
	folder_free(a);
	folder_free(b);
	assert_content("out/who", "b");
	assert_int_equal(entries_of("."), 1);
	assert_only(&found, CODE_COUNT);
}

#define LEFT ".out.partial-0123abcd"

static void make_leftover(const char *name)
{
	char path[128];

	assert_int_equal(mkdir(name, 0700), 0);
	snprintf(path, sizeof path, "%s/bukti", name);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/bukti/a", name);
	put(path, "x");
	snprintf(path, sizeof path, "%s/link", name);
	assert_int_equal(symlink("../precious", path), 0);
}

static void pass_by(enum code code)
{
	folder_free(must_create("out"));
	assert_only(&found, code);
	forget();
}

/* E12 */
static void leftover_removed(void **state)
{
	(void)state;
	assert_int_equal(mkdir("precious", 0700), 0);
	put("precious/a", "keep");
	make_leftover(LEFT);
	pass_by(N0906_LEFTOVER);
	assert_false(is_there(LEFT));
	assert_content("precious/a", "keep");
	assert_int_equal(entries_of("."), 1);
}

static void leftover_in_use(void **state)
{
	(void)state;
	make_leftover(LEFT);
	int fd = open(LEFT, O_RDONLY | O_DIRECTORY);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	pass_by(N0908_LEFTOVER_KEPT);
	assert_int_equal(entries_of(LEFT), 2);
	assert_content(LEFT "/bukti/a", "x");
	close(fd);
	pass_by(N0906_LEFTOVER);
}

static void leftover_of_another_kind(void **state)
{
	static const char *const others[] = {
		".out.partial-", ".out.partial-0123abc", ".out.partial-0123abcde", ".out.partial-0123abcg",
		".out.partial-0123ABCD", "out.partial-0123abcd", ".outs.partial-0123abcd", ".ou.partial-0123abcd",
	};

	(void)state;
	assert_int_equal(mkdir("precious", 0700), 0);
	put("precious/a", "keep");
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		make_leftover(others[i]);
	pass_by(CODE_COUNT);
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_int_equal(entries_of(others[i]), 2);
	put(LEFT, "a file");
	pass_by(N0908_LEFTOVER_KEPT);
	assert_content(LEFT, "a file");
	assert_int_equal(unlink(LEFT), 0);
	assert_int_equal(symlink("precious", LEFT), 0);
	pass_by(N0908_LEFTOVER_KEPT);
	assert_content("precious/a", "keep");
}

static void leftover_of_another_user(void **state)
{
	(void)state;
	make_leftover(LEFT);
	if (geteuid() != 0)
		skip();
	assert_int_equal(chown(LEFT, NOBODY, NOBODY), 0);
	pass_by(N0908_LEFTOVER_KEPT);
	assert_int_equal(entries_of(LEFT), 2);
}

/* E10: at every step, nothing is said and nothing is left. */
static void interrupted(void **state)
{
	(void)state;
	for (int step = 0; step < 4; step++) {
		struct out_file *o;
		struct folder *f = must_create("out");
		must_write(f, "bukti/a", "x");
		assert_int_equal(folder_file(f, SLICE("b"), &o), STATUS_OK);
		interrupted_by = step == 0 ? SIGTERM : 0;
		assert_int_equal(out_write(o, "x", 1), step == 0 ? STATUS_FAIL : STATUS_OK);
		interrupted_by = step == 1 ? SIGTERM : interrupted_by;
		assert_int_equal(out_close(o, NULL), step <= 1 ? STATUS_FAIL : STATUS_OK);
		interrupted_by = step == 2 ? SIGTERM : interrupted_by;
		assert_int_equal(folder_seal(f), step <= 2 ? STATUS_FAIL : STATUS_OK);
		interrupted_by = step == 3 ? SIGTERM : interrupted_by;
		assert_int_equal(folder_publish(f), PUBLISH_FAILED);
		folder_free(f);
		interrupted_by = 0;
		assert_int_equal(entries_of("."), 0);
		assert_only(&found, CODE_COUNT);
	}
}

/* E07 */
static void parent_replaced(void **state)
{
	(void)state;
	assert_int_equal(mkdir("parent", 0700), 0);
	assert_int_equal(mkdir("trap", 0700), 0);
	struct folder *f = must_create("parent/out");
	must_write(f, "a", "x");
	assert_int_equal(rename("parent", "moved"), 0);
	assert_int_equal(symlink("trap", "parent"), 0);
	must_write(f, "b/c", "y");
	assert_int_equal(folder_publish(f), PUBLISH_DONE);
	folder_free(f);
	assert_int_equal(entries_of("trap"), 0);
	assert_content("moved/out/b/c", "y");
	assert_int_equal(entries_of("moved"), 1);
}

static void parent_removed(void **state)
{
	(void)state;
	assert_int_equal(mkdir("parent", 0700), 0);
	assert_int_equal(mkdir("parent/sub", 0700), 0);
	assert_int_equal(chdir("parent/sub"), 0);
	assert_int_equal(rmdir("../sub"), 0);
	struct folder *f;
	assert_int_equal(folder_create("out", &found, &f), FOLDER_FAILED);
	assert_only(&found, N0904_OUTPUT_PARENT);
	forget();
}

static void partial_removed_by_others(void **state)
{
	(void)state;
	struct folder *f = must_create("out");
	assert_int_equal(rmdir(partial_path("")), 0);
	assert_int_equal(folder_write(f, SLICE("a"), SLICE("x")), STATUS_FAIL);
	assert_int_equal(folder_publish(f), PUBLISH_FAILED);
	folder_free(f);
	assert_only(&found, N0902_WRITE_FAILED);
	forget();
	f = must_create("out");
	assert_int_equal(rmdir(partial_path("")), 0);
	assert_int_equal(folder_publish(f), PUBLISH_FAILED);
	folder_free(f);
	assert_only(&found, N0902_WRITE_FAILED);
	forget();
}

static const char *const clashes[][2] = {
	{ "a", "a" }, { "a/b", "a/b" }, { "a", "a/b" }, { "a/b", "a" }, { "a/b/c", "a/b" },
};

/* A caller that gives two contents one name never publishes. */
static void one_name_twice(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof clashes / sizeof clashes[0]; i++) {
		struct folder *f = must_create("out");
		must_write(f, clashes[i][0], "first");
		assert_int_equal(folder_write(f, slice_from_c(clashes[i][1]), SLICE("second")), STATUS_FAIL);
		assert_int_equal(folder_seal(f), STATUS_FAIL);
		assert_int_equal(folder_publish(f), PUBLISH_FAILED);
		folder_free(f);
		assert_only(&found, N0902_WRITE_FAILED);
		forget();
		assert_int_equal(entries_of("."), 0);
	}
}

/* E04: the caller ignores SIGXFSZ. */
static int write_beyond_limit(void)
{
	char block[4096] = { 0 };
	struct folder *f;
	struct out_file *o;
	enum status status = STATUS_OK;

	if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 10000, 10000 }) != 0)
		return 1;
	if (folder_create("out", &found, &f) != FOLDER_MADE || folder_file(f, SLICE("big"), &o) != STATUS_OK)
		return 2;
	for (int i = 0; i < 4 && status == STATUS_OK; i++)
		status = out_write(o, block, sizeof block);
	if (status != STATUS_FAIL || out_write(o, block, 1) != STATUS_FAIL || out_close(o, NULL) != STATUS_FAIL)
		return 3;
	folder_free(f);
	return found.count == 1 && found.items[0].code == N0902_WRITE_FAILED ? 0 : 4;
}

/* E15 */
static int open_beyond_limit(void)
{
	struct folder *f;

	if (setrlimit(RLIMIT_NOFILE, &(struct rlimit){ 7, 7 }) != 0)
		return 1;
	if (folder_create("out", &found, &f) != FOLDER_MADE)
		return found.count == 1 ? 0 : 2;
	enum status status = folder_write(f, SLICE("a/b/c/d/e"), SLICE("x"));
	enum publish result = folder_publish(f);
	folder_free(f);
	return status == STATUS_FAIL && result == PUBLISH_FAILED && found.count == 1 ? 0 : 3;
}

static void limits(void **state)
{
	(void)state;
	assert_in_child(write_beyond_limit);
	assert_int_equal(entries_of("."), 0);
	assert_in_child(open_beyond_limit);
	assert_int_equal(entries_of("."), 0);
}

static enum status read_back(struct folder *f)
{
	struct arena arena = { 0 };
	struct slice text;
	struct input *in;
	enum status status = folder_reopen(f, SLICE("b/a"), &in);

	if (status == STATUS_OK)
		status = input_slurp(in, &arena, 100, &text);
	if (status == STATUS_OK)
		assert_slice(text, "written");
	input_close(in);
	arena_release(&arena);
	return status;
}

static void tamper_rewrite(void)
{
	put(partial_path("b/a"), "wRitten");
}

static void tamper_append(void)
{
	append(partial_path("b/a"), "!");
}

static void tamper_cut(void)
{
	assert_int_equal(truncate(partial_path("b/a"), 3), 0);
}

static void tamper_remove(void)
{
	assert_int_equal(unlink(partial_path("b/a")), 0);
}

static void tamper_link(void)
{
	tamper_remove();
	put("copy", "written");
	assert_int_equal(symlink("../../copy", partial_path("b/a")), 0);
}

static void tamper_folder(void)
{
	tamper_remove();
	assert_int_equal(mkdir(partial_path("b/a"), 0700), 0);
}

static const struct {
	void (*tamper)(void);
	enum code code;
} tamperings[] = {
	{ tamper_rewrite, N0907_OUTPUT_OTHER_BYTES }, { tamper_append, N0907_OUTPUT_OTHER_BYTES },
	{ tamper_cut, N0907_OUTPUT_OTHER_BYTES },     { tamper_folder, N0907_OUTPUT_OTHER_BYTES },
	{ tamper_remove, N0901_READ_FAILED },         { tamper_link, N0901_READ_FAILED },
};

static void read_back_what_was_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof tamperings / sizeof tamperings[0]; i++) {
		struct folder *f = must_create("out");
		must_write(f, "b/a", "written");
		assert_int_equal(read_back(f), STATUS_OK);
		tamperings[i].tamper();
		assert_int_equal(read_back(f), STATUS_FAIL);
		assert_only(&found, tamperings[i].code);
		assert_slice(found.items[0].value, "b/a");
		(void)rmdir(partial_path("b/a"));
		folder_free(f);
		forget();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(name_taken_at_start),
		SCRATCH_TEST(name_taken_during_the_run),
		SCRATCH_TEST(always_taken),
		SCRATCH_TEST(impossible_paths),
		SCRATCH_TEST(parent_without_right),
		SCRATCH_TEST(modes_whatever_the_umask),
		SCRATCH_TEST(sealed_in_byte_order),
		SCRATCH_TEST(longest_name),
		SCRATCH_TEST(unpublished_leaves_nothing),
		SCRATCH_TEST(roll_back_takes_only_ours),
		SCRATCH_TEST(two_runs_at_once),
		SCRATCH_TEST(leftover_removed),
		SCRATCH_TEST(leftover_in_use),
		SCRATCH_TEST(leftover_of_another_kind),
		SCRATCH_TEST(leftover_of_another_user),
		SCRATCH_TEST(interrupted),
		SCRATCH_TEST(parent_replaced),
		SCRATCH_TEST(parent_removed),
		SCRATCH_TEST(partial_removed_by_others),
		SCRATCH_TEST(one_name_twice),
		SCRATCH_TEST(limits),
		SCRATCH_TEST(read_back_what_was_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
