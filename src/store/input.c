#include "store_private.h"

#include <nafkah/folder.h>
#include <nafkah/interrupt.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct input {
	int fd;
	struct findings *findings;
	struct arena arena; /* the name */
	struct slice name;
	enum code changed;
	struct stat first; /* as it was when it was opened */
	uint64_t done;     /* bytes of this pass */
	bool at_end;
	bool hash_known;
	struct sha256 hash;
	struct hasher *hasher;
	struct out_file *copy;
};

enum { ASIDE_MIN = 4 << 20 }; /* below that a thread costs more than it saves */

static enum status changed(const struct input *in)
{
	return store_finding(in->findings, in->changed, in->name, 0);
}

static enum status no_memory(const struct input *in)
{
	return store_finding(in->findings, N0903_NO_MEMORY, in->name, 0);
}

/* Our own files and sealed ones are something else only when somebody changed them. */
static enum status not_regular(const struct input *in)
{
	bool given = in->changed == N0103_INPUT_CHANGED;

	return store_finding(in->findings, given ? N0102_INPUT_NOT_REGULAR : in->changed, in->name, 0);
}

static enum status take_in(struct input *in, const struct input_origin *origin)
{
	in->name = arena_copy(&in->arena, origin->name);
	in->hasher = hasher_new();
	if (in->name.ptr == NULL || in->hasher == NULL)
		return store_finding(in->findings, N0903_NO_MEMORY, origin->name, 0);
	if (fstat(in->fd, &in->first) != 0)
		return store_finding(in->findings, N0901_READ_FAILED, in->name, errno);
	if (!S_ISREG(in->first.st_mode))
		return not_regular(in);
	if (origin->expected != NULL) {
		in->hash = *origin->expected;
		in->hash_known = true;
	}
	(void)posix_fadvise(in->fd, 0, 0, POSIX_FADV_SEQUENTIAL); /* advice only */
	return STATUS_OK;
}

enum status input_adopt(const struct input_origin *origin, struct findings *findings, struct input **out)
{
	struct input *in = calloc(1, sizeof *in);

	*out = NULL;
	if (in == NULL) {
		close(origin->fd);
		return store_finding(findings, N0903_NO_MEMORY, origin->name, 0);
	}
	in->fd = origin->fd;
	in->findings = findings;
	in->changed = origin->changed;
	enum status status = take_in(in, origin);
	if (status == STATUS_OK)
		*out = in;
	else
		input_close(in);
	return status;
}

static enum code open_failure(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
	case ELOOP:
		return N0101_INPUT_NOT_FOUND;
	case ENXIO: /* a socket, a device without a driver */
		return N0102_INPUT_NOT_REGULAR;
	default:
		return N0901_READ_FAILED;
	}
}

enum status input_open(const char *path, struct findings *findings, struct input **out)
{
	struct slice name = slice_from_c(path);
	struct input_origin origin = { .changed = N0103_INPUT_CHANGED, .name = path_base(name) };

	*out = NULL;
	if (slice_equal(name, SLICE("-"))) {
		enum status status = spool_stdin(findings, &origin.fd);
		return status == STATUS_OK ? input_adopt(&origin, findings, out) : status;
	}
	origin.fd = open_at(AT_FDCWD, path, STORE_OPEN_FLAGS);
	if (origin.fd < 0)
		return store_finding(findings, open_failure(errno), name, errno);
	return input_adopt(&origin, findings, out);
}

void input_close(struct input *in)
{
	if (in == NULL)
		return;
	close(in->fd);
	hasher_free(in->hasher);
	arena_release(&in->arena);
	free(in);
}

struct slice input_name(const struct input *in)
{
	return in->name;
}

uint64_t input_size(const struct input *in)
{
	return (uint64_t)in->first.st_size;
}

bool input_same_file(const struct input *a, const struct input *b)
{
	return a->first.st_dev == b->first.st_dev && a->first.st_ino == b->first.st_ino;
}

bool input_is_hashed(const struct input *in)
{
	return in->hash_known;
}

struct sha256 input_hash(const struct input *in)
{
	assert(in->hash_known);
	return in->hash;
}

void input_hash_aside(struct input *in)
{
	if (input_size(in) >= ASIDE_MIN)
		hasher_aside(in->hasher);
}

void input_copy_to(struct input *in, struct out_file *copy)
{
	assert(copy == NULL || in->done == 0);
	in->copy = copy;
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool same_state(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       same_time(a->st_mtim, b->st_mtim) && same_time(a->st_ctim, b->st_ctim);
}

static enum status end_pass(struct input *in)
{
	struct stat now;
	struct sha256 hash;

	if (fstat(in->fd, &now) != 0)
		return store_finding(in->findings, N0901_READ_FAILED, in->name, errno);
	if (in->done != input_size(in) || !same_state(&in->first, &now))
		return changed(in);
	if (!hasher_final(in->hasher, &hash))
		return no_memory(in);
	if (in->hash_known && memcmp(hash.hex, in->hash.hex, SHA256_HEX) != 0)
		return changed(in);
	in->hash = hash;
	in->hash_known = true;
	in->at_end = true;
	return STATUS_OK;
}

/* As many bytes as fit; fewer only at the end of the file. */
static enum status read_full(struct input *in, char *into, size_t cap, size_t *got)
{
	size_t len = 0;

	while (len < cap) {
		if (interrupted_by)
			return STATUS_FAIL;
		ssize_t n = pread(in->fd, into + len, cap - len, (off_t)(in->done + len));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return store_finding(in->findings, N0901_READ_FAILED, in->name, errno);
		if (n == 0)
			break;
		len += (size_t)n;
	}
	*got = len;
	return STATUS_OK;
}

enum status input_read(struct input *in, char *into, size_t cap, size_t *got)
{
	size_t len = 0;

	assert(cap > 0);
	*got = 0;
	if (in->at_end)
		return STATUS_OK;
	enum status status = read_full(in, into, cap, &len);
	if (status != STATUS_OK)
		return status;
	if (len == 0)
		return end_pass(in);
	in->done += len;
	if (in->done > input_size(in)) /* it grows: do not follow it without end */
		return changed(in);
	if (!hasher_update(in->hasher, into, len))
		return no_memory(in);
	if (in->copy != NULL)
		status = out_copy(in->copy, into, len);
	if (status == STATUS_OK)
		*got = len;
	return status;
}

static enum status read_as_source(void *context, char *into, size_t cap, size_t *got)
{
	return input_read(context, into, cap, got);
}

struct byte_source input_source(struct input *in)
{
	return (struct byte_source){ read_as_source, in };
}

enum status input_rewind(struct input *in)
{
	in->done = 0;
	in->at_end = false;
	in->copy = NULL;
	return hasher_reset(in->hasher) ? STATUS_OK : no_memory(in);
}

enum status input_content(struct input *in, struct arena *arena, struct slice *out)
{
	enum status status = in->done > 0 || in->at_end ? input_rewind(in) : STATUS_OK;
	size_t size = (size_t)in->first.st_size, got = 0;
	char past_end;

	*out = (struct slice){ 0 };
	if (status != STATUS_OK)
		return status;
	char *bytes = arena_alloc(arena, size);
	if (bytes == NULL)
		return no_memory(in);
	if (size > 0)
		status = input_read(in, bytes, size, &got);
	if (status == STATUS_OK)
		status = input_read(in, &past_end, 1, &got);
	if (status == STATUS_OK)
		*out = (struct slice){ bytes, size };
	return status;
}

static enum status too_large(struct input *in, struct arena *arena, uint64_t limit)
{
	findings_add(in->findings, &(struct finding){
		.code = N0149_INPUT_TOO_LARGE,
		.file = in->name,
		.value = arena_printf(arena, "%llu", (unsigned long long)input_size(in)),
		.detail = arena_printf(arena, "%llu", (unsigned long long)limit),
	});
	return STATUS_REJECT;
}

enum status input_slurp(struct input *in, struct arena *arena, uint64_t limit, struct slice *out)
{
	*out = (struct slice){ 0 };
	if (input_size(in) > limit)
		return too_large(in, arena, limit);
	if (input_size(in) == 0)
		return store_finding(in->findings, N0105_INPUT_EMPTY, in->name, 0);
	return input_content(in, arena, out);
}
