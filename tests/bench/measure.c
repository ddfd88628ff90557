/* measure COMMAND ARGUMENTS...: runs the command and writes one line "WALL CPU PEAK STATUS" to descriptor 3: seconds by
 * the monotonic clock, seconds of user and system time, KiB of resident memory at the most, exit status (128 + signal).
 * Small on purpose: a process begins with the peak of the one that started it, so an interpreter would be measured. */
#define _GNU_SOURCE
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { REPORT_FD = 3, STATUS_CANNOT_RUN = 127 };

static int64_t now_us(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int64_t us_of(struct timeval t)
{
	return (int64_t)t.tv_sec * 1000000 + t.tv_usec;
}

int main(int argc, char **argv)
{
	int64_t began = now_us(), wall, cpu;
	struct rusage used;
	int status, code;
	pid_t child = argc > 1 ? vfork() : -1;

	if (child == 0) {
		(void)close(REPORT_FD);
		(void)execvp(argv[1], argv + 1);
		_exit(STATUS_CANNOT_RUN);
	}
	if (child < 0 || wait4(child, &status, 0, &used) != child)
		return STATUS_CANNOT_RUN;
	wall = now_us() - began;
	cpu = us_of(used.ru_utime) + us_of(used.ru_stime);
	code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	(void)dprintf(REPORT_FD, "%" PRId64 ".%06" PRId64 " %" PRId64 ".%06" PRId64 " %ld %d\n", wall / 1000000,
	              wall % 1000000, cpu / 1000000, cpu % 1000000, used.ru_maxrss, code);
	return code;
}
