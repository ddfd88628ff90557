/* A finished folder that is held against what would be written: nothing on disk changes. */
#include "folder_private.h"

#include <nafkah/interrupt.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct comparison {
	int fd; /* -1: there is no such file */
	struct compared *result;
	char *kept; /* the room behind result->computed */
	char block[STORE_BLOCK];
};

enum status folder_compare(const char *path, struct findings *findings, struct folder **out)
{
	struct folder *f = calloc(1, sizeof *f);
	enum status status = STATUS_OK;

	*out = NULL;
	if (f == NULL)
		return store_finding(findings, N0903_NO_MEMORY, slice_from_c(path), 0);
	*f = (struct folder){ .findings = findings, .parent = -1, .state = FOLDER_COMPARED };
	f->scratch = open_at(AT_FDCWD, spool_folder().ptr, O_RDONLY | O_DIRECTORY);
	f->root = f->dirs = arena_alloc(&f->arena, sizeof *f->root);
	if (f->root == NULL) {
		status = store_finding(findings, N0903_NO_MEMORY, slice_from_c(path), 0);
	} else {
		*f->root = (struct made_dir){ .name = ".", .fd = open_at(AT_FDCWD, path, O_RDONLY | O_DIRECTORY) };
		if (f->root->fd < 0)
			status = store_finding(findings, errno == ENOENT || errno == ENOTDIR ? N0101_INPUT_NOT_FOUND : N0901_READ_FAILED,
			                       slice_from_c(path), errno);
	}
	if (status == STATUS_OK)
		*out = f;
	else
		folder_free(f);
	return status;
}

/* Missing is whatever is no regular file. 0 or an errno value. */
static int open_existing(struct comparison *c, const struct folder *f, struct slice path)
{
	struct stat s;

	c->fd = open_beneath(f->root->fd, path);
	if (c->fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == ENXIO ? 0 : errno;
	if (fstat(c->fd, &s) != 0)
		return errno;
	if (!S_ISREG(s.st_mode)) {
		close(c->fd);
		c->fd = -1;
	}
	return 0;
}

int comparison_open(struct folder *f, struct made_file *made, struct comparison **out)
{
	struct comparison *c = malloc(sizeof *c);
	int error;

	*out = NULL;
	if (c == NULL)
		return ENOMEM;
	c->fd = -1;
	c->result = arena_alloc(&f->arena, sizeof *c->result);
	c->kept = arena_alloc(&f->arena, COMPARED_KEPT);
	error = c->result != NULL && c->kept != NULL ? open_existing(c, f, made->path) : ENOMEM;
	if (error != 0) {
		comparison_free(c);
		return error;
	}
	*c->result = (struct compared){ .path = made->path, .state = c->fd >= 0 ? COMPARED_SAME : COMPARED_MISSING };
	made->compared = c->result;
	*out = c;
	return 0;
}

/* As many bytes as there are, at most `len`. 0 or an errno value. */
static int read_existing(struct comparison *c, size_t len, size_t *got)
{
	*got = 0;
	while (*got < len) {
		ssize_t n = pread(c->fd, c->block + *got, len - *got, (off_t)(c->result->offset + *got));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		if (n == 0)
			break;
		*got += (size_t)n;
	}
	return 0;
}

static size_t in_common(const char *a, const char *b, size_t len)
{
	size_t same = 0;

	if (memcmp(a, b, len) == 0)
		return len;
	while (a[same] == b[same])
		same++;
	return same;
}

static void keep(struct comparison *c, const char *bytes, size_t len)
{
	struct compared *r = c->result;
	size_t room = COMPARED_KEPT - r->computed.len, more = len < room ? len : room;

	if (more > 0)
		memcpy(c->kept + r->computed.len, bytes, more);
	r->computed = (struct slice){ c->kept, r->computed.len + more };
}

int comparison_take(struct comparison *c, const char *bytes, size_t len)
{
	while (len > 0 && c->result->state == COMPARED_SAME) {
		size_t step = len < sizeof c->block ? len : sizeof c->block, got = 0, same;
		int error = interrupted_by ? WRITE_INTERRUPTED : read_existing(c, step, &got);

		if (error != 0)
			return error;
		same = in_common(c->block, bytes, got);
		c->result->offset += same;
		bytes += same;
		len -= same;
		if (same < step)
			c->result->state = COMPARED_OTHER;
	}
	if (len > 0 && c->result->state == COMPARED_OTHER)
		keep(c, bytes, len);
	return 0;
}

int comparison_end(struct comparison *c)
{
	size_t more = 0;
	int error = c->result->state == COMPARED_SAME ? read_existing(c, 1, &more) : 0;

	if (more > 0)
		c->result->state = COMPARED_OTHER;
	return error;
}

void comparison_free(struct comparison *c)
{
	if (c != NULL && c->fd >= 0)
		close(c->fd);
	free(c);
}

/* The list has the newest first. */
const struct compared *folder_compared_next(const struct folder *folder, const struct compared *f)
{
	const struct compared *next = NULL;

	for (const struct made_file *file = folder->files; file != NULL; file = file->older) {
		if (f != NULL && file->compared == f)
			break;
		next = file->closed ? file->compared : next;
	}
	return next;
}
