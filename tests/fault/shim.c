/* Loaded before libc: allocations fail, reads and writes do less than they were asked for. Built by campaign.py.
 *   SHIM_FAIL=N SHIM_HOW=once|from   the N-th allocation fails, or it and all behind it
 *   SHIM_COUNT=FILE                  the number of allocations is kept in FILE, of the process and its children together
 *   SHIM_SHORT=N SHIM_EINTR=1        read, pread, write and pwrite do at most N bytes, each after an EINTR */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static uint64_t own_count, *count = &own_count, fail_at;
static bool fail_on, ready, interrupt;
static size_t shorter;
static _Thread_local bool interrupted;

static uint64_t number_of(const char *name)
{
	const char *text = getenv(name);

	return text != NULL ? strtoull(text, NULL, 10) : 0;
}

/* The count is shared with children, so that what they allocate has numbers behind what the parent did. */
__attribute__((constructor)) static void begin(void)
{
	const char *how = getenv("SHIM_HOW"), *file = getenv("SHIM_COUNT");
	int fd = file != NULL ? open(file, O_RDWR | O_CREAT | O_TRUNC, 0600) : -1;

	if (fd >= 0 && ftruncate(fd, 4096) != 0)
		_exit(99);
	count = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | (fd < 0 ? MAP_ANONYMOUS : 0), fd, 0);
	if (count == MAP_FAILED)
		_exit(99);
	if (fd >= 0)
		(void)close(fd);
	fail_at = number_of("SHIM_FAIL");
	fail_on = how != NULL && strcmp(how, "from") == 0;
	shorter = number_of("SHIM_SHORT");
	interrupt = number_of("SHIM_EINTR") != 0;
	ready = true;
}

static bool fails(void)
{
	uint64_t n;

	if (!ready)
		return false;
	n = __atomic_add_fetch(count, 1, __ATOMIC_RELAXED);
	if (fail_at == 0 || (fail_on ? n < fail_at : n != fail_at))
		return false;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t size)
{
	return fails() ? NULL : __libc_realloc(p, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return fails() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **p, size_t alignment, size_t size)
{
	void *got = fails() ? NULL : __libc_memalign(alignment, size);

	if (got == NULL)
		return ENOMEM;
	*p = got;
	return 0;
}

/* Whether this call is to answer EINTR: every other one. */
static bool is_interrupted(void)
{
	if (!ready || !interrupt)
		return false;
	interrupted = !interrupted;
	if (interrupted)
		errno = EINTR;
	return interrupted;
}

static size_t cut(size_t n)
{
	return shorter > 0 && n > shorter ? shorter : n;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t read(int fd, void *p, size_t n)
{
	return is_interrupted() ? -1 : NEXT(read)(fd, p, cut(n));
}

ssize_t write(int fd, const void *p, size_t n)
{
	return is_interrupted() ? -1 : NEXT(write)(fd, p, cut(n));
}

ssize_t pread(int fd, void *p, size_t n, off_t at)
{
	return is_interrupted() ? -1 : NEXT(pread)(fd, p, cut(n), at);
}

ssize_t pread64(int fd, void *p, size_t n, off64_t at)
{
	return is_interrupted() ? -1 : NEXT(pread64)(fd, p, cut(n), at);
}

ssize_t pwrite(int fd, const void *p, size_t n, off_t at)
{
	return is_interrupted() ? -1 : NEXT(pwrite)(fd, p, cut(n), at);
}
