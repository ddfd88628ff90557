#include "store_private.h"

#include <nafkah/interrupt.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

enum { SIGNAL_CHECK_MS = 500 };

struct slice spool_folder(void)
{
	const char *path = getenv("TMPDIR");

	return path != NULL && path[0] == '/' ? slice_from_c(path) : SLICE("/tmp");
}

/* For file systems without O_TMPFILE. */
static int named_and_unlinked(const char *folder)
{
	struct buf path = { 0 };
	int fd = -1;

	buf_printf(&path, "%s/nafkah-XXXXXX", folder);
	buf_char(&path, '\0');
	if (path.failed)
		errno = ENOMEM;
	else
		fd = mkostemp(path.ptr, O_CLOEXEC);
	if (fd >= 0 && unlink(path.ptr) != 0) {
		int error = errno;
		close(fd);
		errno = error;
		fd = -1;
	}
	buf_release(&path);
	return fd;
}

static int unlinked_file(const char *folder)
{
	int fd = open_at(AT_FDCWD, folder, O_TMPFILE | O_RDWR | O_EXCL);

	return fd >= 0 ? fd : named_and_unlinked(folder);
}

/* read(2) that also waits for a descriptor which somebody else made non-blocking. It never sleeps for long, because a
 * signal that comes just before the call would otherwise go unnoticed until the terminal sends something. */
static ssize_t read_waiting(int fd, char *into, size_t cap)
{
	for (;;) {
		struct pollfd ready = { .fd = fd, .events = POLLIN };
		int count = poll(&ready, 1, SIGNAL_CHECK_MS);
		if (interrupted_by)
			return -1;
		if (count == 0 || (count < 0 && errno == EINTR))
			continue;
		ssize_t n = count < 0 ? -1 : read(fd, into, cap);
		if (n >= 0 || (errno != EINTR && errno != EAGAIN))
			return n;
	}
}

static enum status copy_stdin(struct findings *findings, int to, char *block)
{
	for (;;) {
		ssize_t n = read_waiting(STDIN_FILENO, block, STORE_BLOCK);
		if (interrupted_by)
			return STATUS_FAIL;
		if (n < 0)
			return store_finding(findings, errno == EISDIR ? N0102_INPUT_NOT_REGULAR : N0901_READ_FAILED,
					SLICE("-"), errno);
		if (n == 0)
			return STATUS_OK;
		int error = write_all(to, block, (size_t)n);
		if (error == WRITE_INTERRUPTED)
			return STATUS_FAIL;
		if (error != 0)
			return store_finding(findings, N0902_WRITE_FAILED, spool_folder(), error);
	}
}

enum status spool_stdin(struct findings *findings, int *fd)
{
	char *block = malloc(STORE_BLOCK);
	enum status status;

	*fd = -1;
	if (block == NULL)
		return store_finding(findings, N0903_NO_MEMORY, SLICE("-"), 0);
	int spool = unlinked_file(spool_folder().ptr);
	if (spool < 0)
		status = store_finding(findings, N0902_WRITE_FAILED, spool_folder(), errno);
	else
		status = copy_stdin(findings, spool, block);
	free(block);
	if (status == STATUS_OK)
		*fd = spool;
	else if (spool >= 0)
		close(spool);
	return status;
}
