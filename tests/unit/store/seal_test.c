#include "scratch.h"

#include <nafkah/folder.h>
#include <nafkah/seal.h>

#include <signal.h>

static struct findings found;

static void forget(void)
{
	findings_release(&found);
	found = (struct findings){ 0 };
}

#define BIG_LINES 40000

/* "m": two small files, an empty one, one of several blocks. */
static void make_month(void)
{
	static char big[BIG_LINES * 16];
	struct folder *f;
	struct out_file *o;

	assert_int_equal(folder_create("m", &found, &f), FOLDER_MADE);
	assert_int_equal(folder_write(f, SLICE("run.xml"), SLICE("<run/>\n")), STATUS_OK);
	assert_int_equal(folder_write(f, SLICE("bukti/aturan/x.xml"), SLICE("<aturan/>\n")), STATUS_OK);
	assert_int_equal(folder_write(f, SLICE("bukti/kosong"), SLICE("")), STATUS_OK);
	assert_int_equal(folder_file(f, SLICE("bukti/besar"), &o), STATUS_OK);
	for (size_t i = 0; i < sizeof big; i++)
		big[i] = "0123456789abcde\n"[i % 16];
	assert_int_equal(out_write(o, big, sizeof big), STATUS_OK);
	assert_int_equal(out_close(o, NULL), STATUS_OK);
	assert_int_equal(folder_seal(f), STATUS_OK);
	assert_int_equal(folder_publish(f), PUBLISH_DONE);
	folder_free(f);
}

static enum status open_month(void)
{
	struct sealed *s;
	enum status status = sealed_open("m", &found, &s);

	assert_int_equal(s != NULL, status == STATUS_OK);
	sealed_close(s);
	return status;
}

static void run_quietly(char *const words[])
{
	pid_t child = fork();
	int ended = -1;

	assert_true(child >= 0);
	if (child == 0) {
		if (chdir("m") == 0)
			execvp(words[0], words);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &ended, 0), child);
	assert_int_equal(ended, 0);
}

static void round_trip(void **state)
{
	char *words[] = { (char[]){ "sha256sum" }, (char[]){ "--check" }, (char[]){ "--strict" }, (char[]){ "--quiet" },
		          (char[]){ "SHA256SUMS" }, NULL };
	struct arena arena = { 0 };
	struct sha256 hash;
	struct sealed *s;
	struct slice text;

	(void)state;
	make_month();
	run_quietly(words);
	put("m/unnamed", "left alone");
	assert_int_equal(sealed_open("m", &found, &s), STATUS_OK);
	assert_int_equal(sealed_file(s, "run.xml", &arena, &text), STATUS_OK);
	assert_slice(text, "<run/>\n");
	assert_int_equal(sealed_file(s, "bukti/kosong", &arena, &text), STATUS_OK);
	assert_int_equal(text.len, 0);
	assert_int_equal(sealed_file(s, "bukti/besar", &arena, &text), STATUS_OK);
	assert_int_equal(text.len, BIG_LINES * 16);
	assert_true(sha256_of(sealed_sums(s), &hash));
	assert_string_equal(sealed_hash(s).hex, hash.hex);
	assert_only(&found, CODE_COUNT);
	sealed_close(s);
	sealed_close(NULL);
	arena_release(&arena);
}

/* Only what the seal names can be read through it, however it is spelled. */
static void unnamed_files(void **state)
{
	static const char *const names[] = {
		"unnamed", "SHA256SUMS", "", ".", "..", "./run.xml", "bukti", "bukti/", "bukti//besar",
		"/etc/passwd", "../x",
	};
	struct arena arena = { 0 };
	struct sealed *s;
	struct slice text;

	(void)state;
	make_month();
	put("m/unnamed", "left alone");
	assert_int_equal(sealed_open("m", &found, &s), STATUS_OK);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_int_equal(sealed_file(s, names[i], &arena, &text), STATUS_END);
	assert_only(&found, CODE_COUNT);
	sealed_close(s);
	arena_release(&arena);
}

static void flip(void)
{
	int fd = open("m/bukti/besar", O_WRONLY);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, "1", 1, 16 * (BIG_LINES - 1)), 1);
	close(fd);
}

static void lengthen(void)
{
	append("m/bukti/besar", "x");
}

static void shorten(void)
{
	assert_int_equal(truncate("m/bukti/besar", 16 * BIG_LINES - 1), 0);
}

static void delete(void)
{
	assert_int_equal(unlink("m/bukti/besar"), 0);
}

static void fill_empty(void)
{
	put("m/bukti/kosong", "x");
}

static void make_dir_of_it(void)
{
	delete();
	assert_int_equal(mkdir("m/bukti/besar", 0700), 0);
}

static void make_fifo_of_it(void)
{
	delete();
	assert_int_equal(mkfifo("m/bukti/besar", 0600), 0);
}

/* The content is right, but it lies outside the folder. */
static void link_file(void)
{
	assert_int_equal(rename("m/bukti/besar", "besar"), 0);
	assert_int_equal(symlink("../../besar", "m/bukti/besar"), 0);
}

static void link_inside(void)
{
	assert_int_equal(rename("m/bukti/besar", "m/besar"), 0);
	assert_int_equal(symlink("../besar", "m/bukti/besar"), 0);
}

static void link_folder(void)
{
	assert_int_equal(rename("m/bukti/aturan", "aturan"), 0);
	assert_int_equal(symlink("../../aturan", "m/bukti/aturan"), 0);
}

static void file_for_folder(void)
{
	assert_int_equal(rename("m/bukti/aturan", "aturan"), 0);
	put("m/bukti/aturan", "x");
}

static void no_sums(void)
{
	assert_int_equal(unlink("m/SHA256SUMS"), 0);
}

static void linked_sums(void)
{
	assert_int_equal(rename("m/SHA256SUMS", "sums"), 0);
	assert_int_equal(symlink("../sums", "m/SHA256SUMS"), 0);
}

static void folder_for_sums(void)
{
	no_sums();
	assert_int_equal(mkdir("m/SHA256SUMS", 0700), 0);
}

static void huge_sums(void)
{
	assert_int_equal(truncate("m/SHA256SUMS", (64 << 20) + 1), 0);
}

static const struct {
	void (*tamper)(void);
	const char *named;
} tamperings[] = {
	{ flip, "bukti/besar" },
	{ lengthen, "bukti/besar" },
	{ shorten, "bukti/besar" },
	{ delete, "bukti/besar" },
	{ fill_empty, "bukti/kosong" },
	{ make_dir_of_it, "bukti/besar" },
	{ make_fifo_of_it, "bukti/besar" },
	{ link_file, "bukti/besar" },
	{ link_inside, "bukti/besar" },
	{ link_folder, "bukti/aturan/x.xml" },
	{ file_for_folder, "bukti/aturan/x.xml" },
	{ no_sums, "SHA256SUMS" },
	{ linked_sums, "SHA256SUMS" },
	{ folder_for_sums, "SHA256SUMS" },
	{ huge_sums, "SHA256SUMS" },
};

static void remove_all_here(void **state)
{
	const char *path = *state;

	assert_int_equal(chdir("/"), 0);
	assert_int_equal(nftw(path, scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(chdir(path), 0);
}

/* H05 */
static void tampered_folder(void **state)
{
	for (size_t i = 0; i < sizeof tamperings / sizeof tamperings[0]; i++) {
		make_month();
		tamperings[i].tamper();
		assert_int_equal(open_month(), STATUS_REJECT);
		assert_only(&found, N0701_PREVIOUS_SEAL);
		assert_slice(found.items[0].value, tamperings[i].named);
		assert_int_equal(found.items[0].line, 0);
		forget();
		remove_all_here(state);
	}
}

static void all_differences_are_named(void **state)
{
	(void)state;
	make_month();
	flip();
	fill_empty();
	link_folder();
	assert_int_equal(open_month(), STATUS_REJECT);
	assert_int_equal(found.count, 3);
	forget();
}

#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static const struct {
	const char *text;
	unsigned line; /* where it is refused; 0: accepted */
} sums[] = {
	{ EMPTY "  e\n", 0 },
	{ EMPTY "  d/e\n" EMPTY "  d e\n", 0 },
	{ EMPTY "  e\n" EMPTY "  d/e\n", 0 }, /* in any order */
	{ EMPTY "  ...\n", 0 },
	{ "", 1 },
	{ "\n", 1 },
	{ EMPTY "  e", 1 },
	{ EMPTY "  e\n\n", 2 },
	{ "\n" EMPTY "  e\n", 1 },
	{ EMPTY "  e\n" EMPTY, 2 },
	{ EMPTY "\n", 1 },
	{ EMPTY "  \n", 1 },
	{ EMPTY " e\n", 1 },
	{ EMPTY " *e\n", 1 },
	{ EMPTY "\te\n", 1 },
	{ "\\" EMPTY "  e\n", 1 },
	{ " " EMPTY "  e\n", 1 },
	{ "\xef\xbb\xbf" EMPTY "  e\n", 1 },
	{ "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855  e\n", 1 },
	{ "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  e\n", 1 },
	{ "3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  e\n", 1 },
	{ "00e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  e\n", 1 },
	{ "SHA256 (e) = " EMPTY "\n", 1 },
	{ EMPTY "  ../m/e\n", 1 },
	{ EMPTY "  d/../e\n", 1 },
	{ EMPTY "  ..\n", 1 },
	{ EMPTY "  .\n", 1 },
	{ EMPTY "  ./e\n", 1 },
	{ EMPTY "  d/./e\n", 1 },
	{ EMPTY "  d//e\n", 1 },
	{ EMPTY "  d/\n", 1 },
	{ EMPTY "  /e\n", 1 },
	{ EMPTY "  e\r\n", 1 },
	{ EMPTY "  e\t\n", 1 },
	{ EMPTY "  e\177\n", 1 },
	{ EMPTY "  d\\e\n", 1 },
	{ EMPTY "  e\n" EMPTY "  ../e\n" EMPTY "  d/e\n", 2 },
};

static void lines_of_the_seal(void **state)
{
	(void)state;
	assert_int_equal(mkdir("m", 0700), 0);
	assert_int_equal(mkdir("m/d", 0700), 0);
	put("m/e", "");
	put("m/d/e", "");
	put("m/d e", "");
	put("m/...", "");
	for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
		put("m/SHA256SUMS", sums[i].text);
		enum status status = open_month();
		if ((status == STATUS_OK) != (sums[i].line == 0))
			print_error("row %zu\n", i);
		assert_int_equal(status, sums[i].line == 0 ? STATUS_OK : STATUS_REJECT);
		assert_only(&found, sums[i].line == 0 ? CODE_COUNT : N0701_PREVIOUS_SEAL);
		if (sums[i].line > 0 && sums[i].text[0] != '\0')
			assert_int_equal(found.items[0].line, sums[i].line);
		forget();
	}
}

static void a_file_named_twice(void **state)
{
	(void)state;
	assert_int_equal(mkdir("m", 0700), 0);
	put("m/e", "");
	put("m/f", "");
	put("m/SHA256SUMS", EMPTY "  e\n" EMPTY "  f\n" EMPTY "  e\n");
	assert_int_equal(open_month(), STATUS_REJECT);
	assert_only(&found, N0701_PREVIOUS_SEAL);
	assert_slice(found.items[0].value, "e");
	forget();
}

static void a_nul_in_the_seal(void **state)
{
	(void)state;
	assert_int_equal(mkdir("m", 0700), 0);
	put("m/e", "");
	put("m/SHA256SUMS", EMPTY "  e-\n");
	int fd = open("m/SHA256SUMS", O_WRONLY);
	assert_int_equal(pwrite(fd, "", 1, 67), 1);
	close(fd);
	assert_int_equal(open_month(), STATUS_REJECT);
	assert_only(&found, N0701_PREVIOUS_SEAL);
	forget();
}

static void no_folder(void **state)
{
	static const char *const paths[] = { "missing", "", "file", "file/", "dangling", "fifo", "loop" };

	(void)state;
	put("file", "x");
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_int_equal(mkfifo("fifo", 0600), 0);
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		struct sealed *s = (struct sealed *)&found;
		assert_int_equal(sealed_open(paths[i], &found, &s), STATUS_REJECT);
		assert_null(s);
		assert_only(&found, N0101_INPUT_NOT_FOUND);
		forget();
	}
}

static int open_forbidden_file(void)
{
	struct sealed *s;
	bool good = sealed_open("m", &found, &s) == STATUS_FAIL && found.count == 1 &&
	            found.items[0].code == N0901_READ_FAILED && s == NULL;

	return good ? 0 : 1;
}

/* No permission is a failure of the machine and no verdict on the folder. */
static void forbidden(void **state)
{
	(void)state;
	assert_int_equal(mkdir("m", 0755), 0);
	put("m/SHA256SUMS", EMPTY "  e\n");
	put("m/e", "");
	assert_int_equal(chmod("m/e", 0), 0);
	assert_in_child(open_forbidden_file);
	assert_int_equal(chmod("m/SHA256SUMS", 0), 0);
	assert_in_child(open_forbidden_file);
	assert_int_equal(chmod("m", 0), 0);
	assert_in_child(open_forbidden_file);
	assert_int_equal(chmod("m", 0700), 0);
}

static void changed_after_it_was_checked(void **state)
{
	struct arena arena = { 0 };
	struct sealed *s;
	struct slice text = SLICE("?");

	for (size_t i = 0; i < sizeof tamperings / sizeof tamperings[0]; i++) {
		if (strcmp(tamperings[i].named, "bukti/besar") != 0)
			continue;
		make_month();
		assert_int_equal(sealed_open("m", &found, &s), STATUS_OK);
		tamperings[i].tamper();
		assert_int_equal(sealed_file(s, "bukti/besar", &arena, &text), STATUS_REJECT);
		assert_int_equal(text.len, 0);
		assert_only(&found, N0701_PREVIOUS_SEAL);
		sealed_close(s);
		forget();
		remove_all_here(state);
	}
	arena_release(&arena);
}

static void as_a_stream(void **state)
{
	char block[4096];
	struct input *in;
	struct sealed *s;
	size_t got, sum = 0;
	enum status status;

	(void)state;
	make_month();
	assert_int_equal(sealed_open("m", &found, &s), STATUS_OK);
	assert_int_equal(sealed_input(s, "missing", &in), STATUS_END);
	assert_null(in);
	assert_int_equal(sealed_input(s, "bukti/besar", &in), STATUS_OK);
	do {
		status = input_read(in, block, sizeof block, &got);
		sum += got;
	} while (status == STATUS_OK && got > 0);
	assert_int_equal(status, STATUS_OK);
	assert_int_equal(sum, BIG_LINES * 16);
	flip();
	assert_int_equal(input_rewind(in), STATUS_OK);
	do
		status = input_read(in, block, sizeof block, &got);
	while (status == STATUS_OK && got > 0);
	assert_int_equal(status, STATUS_REJECT);
	assert_only(&found, N0701_PREVIOUS_SEAL);
	input_close(in);
	sealed_close(s);
	forget();
}

static void interrupted(void **state)
{
	(void)state;
	make_month();
	interrupted_by = SIGINT;
	assert_int_equal(open_month(), STATUS_FAIL);
	assert_only(&found, CODE_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(round_trip),
		SCRATCH_TEST(unnamed_files),
		SCRATCH_TEST(tampered_folder),
		SCRATCH_TEST(all_differences_are_named),
		SCRATCH_TEST(lines_of_the_seal),
		SCRATCH_TEST(a_file_named_twice),
		SCRATCH_TEST(a_nul_in_the_seal),
		SCRATCH_TEST(no_folder),
		SCRATCH_TEST(forbidden),
		SCRATCH_TEST(changed_after_it_was_checked),
		SCRATCH_TEST(as_a_stream),
		SCRATCH_TEST(interrupted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
