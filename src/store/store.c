#include "store_private.h"

#include <nafkah/interrupt.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

/* One call writes at most this much, so that a signal is noticed soon. */
enum { WRITE_STEP = 1 << 20 };

struct slice errno_text(int error)
{
	const char *text = error == 0 ? "" : strerrordesc_np(error);

	return slice_from_c(text == NULL ? "unknown error" : text);
}

enum status store_finding(struct findings *findings, enum code code, struct slice name, int error)
{
	findings_add(findings, &(struct finding){
		.code = code,
		.file = path_base(name),
		.value = name,
		.detail = errno_text(error),
	});
	return code_level(code) == LEVEL_TOLAK ? STATUS_REJECT : STATUS_FAIL;
}

static bool component_is_safe(struct slice c)
{
	return c.len > 0 && !slice_equal(c, SLICE(".")) && !slice_equal(c, SLICE(".."));
}

bool path_is_safe(struct slice path)
{
	for (size_t i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.ptr[i];
		if (c < 0x20 || c == 0x7f || c == '\\')
			return false;
	}
	if (path.len == 0)
		return false;
	for (struct slice rest = path; rest.ptr != NULL;)
		if (!component_is_safe(slice_cut(&rest, '/')))
			return false;
	return true;
}

struct slice path_folder(struct slice path)
{
	size_t i = path.len;

	while (i > 0 && path.ptr[i - 1] != '/')
		i--;
	return slice_sub(path, 0, i == 0 ? 0 : i - 1);
}

struct slice path_base(struct slice path)
{
	size_t i = path.len;

	while (i > 0 && path.ptr[i - 1] != '/')
		i--;
	return slice_sub(path, i, path.len);
}

int open_at(int dir, const char *name, int flags)
{
	int fd;

	do
		fd = openat(dir, name, flags | O_CLOEXEC, S_IRUSR | S_IWUSR);
	while (fd < 0 && errno == EINTR);
	return fd;
}

static int open_component(int dir, struct slice name, int flags)
{
	char terminated[NAME_MAX + 1];

	if (name.len > NAME_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(terminated, name.ptr, name.len);
	terminated[name.len] = '\0';
	return open_at(dir, terminated, flags | O_NOFOLLOW);
}

int open_beneath(int dir, struct slice path)
{
	struct slice rest = path;
	int at = dir;

	while (at >= 0 && rest.ptr != NULL) {
		struct slice name = slice_cut(&rest, '/');
		int next = open_component(at, name, rest.ptr == NULL ? STORE_OPEN_FLAGS : O_PATH | O_DIRECTORY);
		int error = errno;
		if (at != dir)
			close(at);
		errno = error;
		at = next;
	}
	return at;
}

int write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		if (interrupted_by)
			return WRITE_INTERRUPTED;
		ssize_t n = write(fd, bytes, len < WRITE_STEP ? len : WRITE_STEP);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n < 0 ? errno : EIO;
		bytes += n;
		len -= (size_t)n;
	}
	return 0;
}

int sync_once(int fd)
{
	while (fsync(fd) != 0)
		if (errno != EINTR)
			return errno;
	return 0;
}
