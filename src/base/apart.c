#include <nafkah/apart.h>

#include <nafkah/interrupt.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 2, BLOCK = 16384 };

/* What stands from `offset` on, up to a whole block; less only at the end. */
static bool read_block(int fd, off_t offset, char *block, size_t *got)
{
	*got = 0;
	while (*got < BLOCK) {
		ssize_t n = pread(fd, block + *got, BLOCK - *got, offset + (off_t)*got);

		if (n == 0)
			return true;
		if (n < 0 && errno != EINTR)
			return false;
		*got += n > 0 ? (size_t)n : 0;
	}
	return true;
}

static bool same_content(int a, int b)
{
	char one[BLOCK], two[BLOCK];
	size_t got_one = BLOCK, got_two;

	for (off_t at = 0; got_one == BLOCK; at += BLOCK)
		if (!read_block(a, at, one, &got_one) || !read_block(b, at, two, &got_two) || got_one != got_two ||
		    memcmp(one, two, got_one) != 0)
			return false;
	return true;
}

static bool append_content(int fd, struct buf *out)
{
	size_t before = out->len, got = BLOCK;
	char block[BLOCK];
	bool good = true;

	for (off_t at = 0; good && got == BLOCK; at += BLOCK) {
		good = read_block(fd, at, block, &got);
		if (good)
			buf_append(out, (struct slice){ block, got });
	}
	if (!good || out->failed)
		out->len = before;
	return good && !out->failed;
}

/* A crash is a way to fail here: nobody handles it, and it leaves no copy of what was in memory. */
static bool crash_quietly(void)
{
	static const int crashes[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };
	struct sigaction usual = { .sa_handler = SIG_DFL };
	struct rlimit none = { 0, 0 };
	bool good = setrlimit(RLIMIT_CORE, &none) == 0;

	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		good = good && sigaction(crashes[i], &usual, NULL) == 0;
	return good;
}

/* The process of the work. The kernel kills it when its parent ends; one that ended before is seen here. */
static _Noreturn void work_apart(apart_work *work, void *context, const int *files, pid_t parent)
{
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	bool good = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent && crash_quietly() && nowhere >= 0 &&
	            dup2(nowhere, STDERR_FILENO) >= 0;

	for (int i = 0; good && i < ROUNDS; i++)
		good = work(context, files[i]);
	_exit(good && same_content(files[0], files[1]) ? 0 : 1);
}

/* Whether it ended well. A signal to this process waits for it, too: killed, it could leave a temporary file behind that
 * nobody knows of. */
static bool await(pid_t child)
{
	int ended = -1;

	while (waitpid(child, &ended, 0) != child)
		if (errno != EINTR)
			return false;
	return !interrupted_by && WIFEXITED(ended) && WEXITSTATUS(ended) == 0;
}

/* Whoever started this process may have had it ignore the end of its children, and then nobody says how they ended. */
static bool do_in_child(apart_work *work, void *context, const int *files)
{
	struct sigaction usual = { .sa_handler = SIG_DFL }, before;
	pid_t parent = getpid(), child;
	bool good = false;

	if (sigaction(SIGCHLD, &usual, &before) != 0)
		return false;
	child = fork();
	if (child == 0)
		work_apart(work, context, files, parent);
	if (child > 0)
		good = await(child);
	(void)sigaction(SIGCHLD, &before, NULL);
	return good;
}

bool apart_do(apart_work *work, void *context, struct buf *out)
{
	int files[ROUNDS];
	bool good = true;

	for (int i = 0; i < ROUNDS; i++) {
		files[i] = memfd_create("nafkah", MFD_CLOEXEC);
		good = good && files[i] >= 0;
	}
	good = good && do_in_child(work, context, files) && append_content(files[0], out);
	for (int i = 0; i < ROUNDS; i++)
		if (files[i] >= 0)
			(void)close(files[i]);
	return good;
}
