/* Work in a process of its own: what counts, and everything that does not. */
#include <nafkah/apart.h>
#include <nafkah/interrupt.h>

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static bool put(int fd, const char *text)
{
	size_t len = strlen(text);

	return write(fd, text, len) == (ssize_t)len;
}

/* How often this process has done the work. */
static int rounds;

static bool good(void *context, int fd)
{
	return put(fd, context);
}

static bool nothing(void *context, int fd)
{
	(void)context;
	(void)fd;
	return true;
}

static bool by_name(void *context, int fd)
{
	char path[40];
	FILE *f;

	(void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	f = fopen(path, "wb");
	return f != NULL && fputs(context, f) >= 0 && fclose(f) == 0;
}

static bool large(void *context, int fd)
{
	for (int i = 0; i < 5000; i++)
		if (!put(fd, context))
			return false;
	return true;
}

static bool fails(void *context, int fd)
{
	(void)put(fd, context);
	return false;
}

static bool fails_the_second_time(void *context, int fd)
{
	return put(fd, context) && ++rounds < 2;
}

static bool other_bytes(void *context, int fd)
{
	return put(fd, context) && put(fd, ++rounds == 1 ? "a" : "b");
}

static bool more_bytes(void *context, int fd)
{
	return put(fd, context) && (++rounds == 1 || put(fd, "b"));
}

static bool other_at_the_end(void *context, int fd)
{
	return large(context, fd) && put(fd, ++rounds == 1 ? "a" : "b");
}

static bool crashes(void *context, int fd)
{
	(void)put(fd, context);
	(void)raise(SIGSEGV);
	return true;
}

static bool aborts(void *context, int fd)
{
	(void)put(fd, context);
	abort();
}

static bool ends(void *context, int fd)
{
	(void)put(fd, context);
	_exit(3);
}

static bool chatters(void *context, int fd)
{
	(void)fprintf(stderr, "[ERROR] noise of a library\n");
	return put(fd, context);
}

static void only_what_is_the_same_twice_counts(void **state)
{
	static const struct {
		apart_work *work;
		bool good;
		size_t len;
	} rows[] = {
		{ good, true, 4 }, { nothing, true, 0 }, { by_name, true, 4 }, { large, true, 20000 }, { chatters, true, 4 },
		{ fails, false, 0 }, { fails_the_second_time, false, 0 }, { other_bytes, false, 0 }, { more_bytes, false, 0 },
		{ other_at_the_end, false, 0 }, { crashes, false, 0 }, { aborts, false, 0 }, { ends, false, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = { 0 };
		char text[] = "abcd";

		buf_append(&out, SLICE("before "));
		if (apart_do(rows[i].work, text, &out) != rows[i].good || out.len != 7 + rows[i].len)
			fail_msg("row %zu: %zu bytes", i, out.len);
		assert_int_equal(rounds, 0); /* nothing of it happened here */
		buf_release(&out);
	}
}

static void a_caller_that_ignores_its_children_learns_it(void **state)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before, after;
	struct buf out = { 0 };
	char text[] = "abcd";

	(void)state;
	assert_int_equal(sigaction(SIGCHLD, &ignore, &before), 0);
	assert_true(apart_do(good, text, &out));
	assert_false(apart_do(crashes, text, &out));
	assert_int_equal(sigaction(SIGCHLD, &before, &after), 0);
	assert_true(after.sa_handler == SIG_IGN);
	assert_int_equal(out.len, 4);
	buf_release(&out);
}

static bool signals_its_parent(void *context, int fd)
{
	return kill(getppid(), SIGUSR1) == 0 && put(fd, context);
}

static void on_signal(int number)
{
	interrupted_by = number;
}

static void a_signal_waits_for_the_work_and_drops_it(void **state)
{
	struct sigaction catch = { .sa_handler = on_signal };
	struct buf out = { 0 };
	char text[] = "abcd";

	(void)state;
	assert_int_equal(sigaction(SIGUSR1, &catch, NULL), 0);
	assert_false(apart_do(signals_its_parent, text, &out));
	assert_int_equal(interrupted_by, SIGUSR1);
	interrupted_by = 0;
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no child is left */
	assert_int_equal(out.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_is_the_same_twice_counts),
		cmocka_unit_test(a_caller_that_ignores_its_children_learns_it),
		cmocka_unit_test(a_signal_waits_for_the_work_and_drops_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
