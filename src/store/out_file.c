#include "folder_private.h"

#include <nafkah/interrupt.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct out_file {
	struct folder *folder;
	struct made_file *made;
	struct hasher *hasher;
	struct comparison *comparison; /* in a folder that is compared: instead of fd */
	int fd;
	bool failed; /* said once */
};

static enum status no_memory(struct folder *f, struct slice path)
{
	f->broken = true;
	return store_finding(f->findings, N0903_NO_MEMORY, path, 0);
}

static enum status spoil(struct out_file *o, int error)
{
	o->failed = true;
	return folder_broken(o->folder, o->made->path, error);
}

/* The file that is compared could not be read. */
static enum status unread(struct out_file *o, int error)
{
	o->failed = o->folder->broken = true;
	return store_finding(o->folder->findings, error == ENOMEM ? N0903_NO_MEMORY : N0901_READ_FAILED, o->made->path, error);
}

static enum status stop(struct out_file *o)
{
	o->failed = o->folder->broken = true;
	return STATUS_FAIL;
}

static struct made_file *remember(struct folder *f, struct made_dir *dir, struct slice path)
{
	struct made_file *made = arena_alloc(&f->arena, sizeof *made);
	struct slice kept = arena_copy(&f->arena, path);

	if (made == NULL || kept.ptr == NULL)
		return NULL;
	*made = (struct made_file){ .dir = dir, .path = kept, .name = path_base(kept).ptr };
	return made;
}

static void list(struct folder *f, struct made_file *made)
{
	made->older = f->files;
	f->files = made;
	f->file_count++;
}

static enum status open_for_comparison(struct folder *f, struct out_file *o)
{
	int error = comparison_open(f, o->made, &o->comparison);

	if (error != 0)
		return unread(o, error);
	list(f, o->made);
	return STATUS_OK;
}

static enum status create(struct folder *f, struct out_file *o)
{
	struct made_file *made = o->made;

	if (f->state == FOLDER_COMPARED)
		return open_for_comparison(f, o);
	o->fd = open_at(made->dir->fd, made->name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
	if (o->fd < 0)
		return spoil(o, errno);
	list(f, made);
	return fchmod(o->fd, S_IRUSR | S_IWUSR) == 0 ? STATUS_OK : spoil(o, errno); /* whatever the umask */
}

bool folder_takes(struct slice path)
{
	return path_is_safe(path);
}

enum status folder_file(struct folder *f, struct slice path, struct out_file **out)
{
	assert(path_is_safe(path));
	assert(f->state == FOLDER_BUILDING || f->state == FOLDER_COMPARED);
	*out = NULL;
	struct made_dir *dir = f->state == FOLDER_COMPARED ? f->root : folder_dir(f, path_folder(path));
	if (dir == NULL)
		return STATUS_FAIL;
	struct out_file *o = calloc(1, sizeof *o);
	if (o == NULL)
		return no_memory(f, path);
	*o = (struct out_file){ .folder = f, .made = remember(f, dir, path), .hasher = hasher_new(), .fd = -1 };
	enum status status = o->made != NULL && o->hasher != NULL ? create(f, o) : no_memory(f, path);
	if (status == STATUS_OK)
		*out = o;
	else
		out_abandon(o);
	return status;
}

void out_hash_aside(struct out_file *o)
{
	hasher_aside(o->hasher);
}

enum status out_copy(struct out_file *o, const void *bytes, size_t len)
{
	if (o->failed)
		return STATUS_FAIL;
	int error = o->comparison != NULL ? comparison_take(o->comparison, bytes, len) : write_all(o->fd, bytes, len);
	if (error == WRITE_INTERRUPTED)
		return stop(o);
	if (error != 0)
		return o->comparison != NULL ? unread(o, error) : spoil(o, error);
	return STATUS_OK;
}

enum status out_write(struct out_file *o, const void *bytes, size_t len)
{
	enum status status = out_copy(o, bytes, len);

	if (status != STATUS_OK || hasher_update(o->hasher, bytes, len))
		return status;
	o->failed = true;
	return no_memory(o->folder, o->made->path);
}

/* `known`: the hash of what was written, NULL where it was hashed here. */
static enum status finish(struct out_file *o, const struct sha256 *known, struct sha256 *hash)
{
	if (o->failed)
		return STATUS_FAIL;
	if (interrupted_by)
		return stop(o);
	int error = o->comparison != NULL ? comparison_end(o->comparison) : sync_once(o->fd);
	if (error != 0)
		return o->comparison != NULL ? unread(o, error) : spoil(o, error);
	if (known != NULL)
		*hash = *known;
	if (known != NULL || hasher_final(o->hasher, hash))
		return STATUS_OK;
	o->failed = true;
	return no_memory(o->folder, o->made->path);
}

static enum status close_as(struct out_file *o, const struct sha256 *known, struct sha256 *hash)
{
	struct sha256 found = { 0 };
	enum status status = finish(o, known, &found);
	int error = o->fd < 0 || close(o->fd) == 0 || errno == EINTR ? 0 : errno; /* Linux closes in spite of EINTR */

	o->fd = -1;
	if (error != 0 && status == STATUS_OK)
		status = spoil(o, error);
	if (status == STATUS_OK) {
		o->made->hash = found;
		o->made->closed = true;
	}
	if (hash != NULL)
		*hash = found;
	comparison_free(o->comparison);
	hasher_free(o->hasher);
	free(o);
	return status;
}

enum status out_close(struct out_file *o, struct sha256 *hash)
{
	return close_as(o, NULL, hash);
}

enum status out_close_copy(struct out_file *o, const struct sha256 *hash)
{
	return close_as(o, hash, NULL);
}

void out_abandon(struct out_file *o)
{
	if (o == NULL)
		return;
	o->folder->broken = true;
	if (o->fd >= 0)
		close(o->fd);
	comparison_free(o->comparison);
	hasher_free(o->hasher);
	free(o);
}

enum status folder_write(struct folder *f, struct slice path, struct slice content)
{
	struct out_file *o;
	enum status status = folder_file(f, path, &o);

	if (status != STATUS_OK)
		return status;
	status = out_write(o, content.ptr, content.len);
	if (status == STATUS_OK)
		return out_close(o, NULL);
	out_abandon(o);
	return status;
}

struct made_file *folder_find(const struct folder *f, struct slice path)
{
	struct made_file *file = f->files;

	while (file != NULL && !(file->closed && slice_equal(file->path, path)))
		file = file->older;
	return file;
}

enum status folder_reopen(struct folder *f, struct slice path, struct input **out)
{
	struct made_file *file = folder_find(f, path);

	assert(file != NULL);
	*out = NULL;
	bool ours = f->state != FOLDER_COMPARED; /* and of what is there already, nothing is known */
	int fd = ours ? open_at(file->dir->fd, file->name, STORE_OPEN_FLAGS | O_NOFOLLOW) : open_beneath(f->root->fd, path);
	if (fd < 0)
		return store_finding(f->findings, N0901_READ_FAILED, path, errno);
	struct input_origin origin = {
		.fd = fd,
		.name = file->path,
		.changed = ours ? N0907_OUTPUT_OTHER_BYTES : N0103_INPUT_CHANGED,
		.expected = ours ? &file->hash : NULL,
	};
	return input_adopt(&origin, f->findings, out);
}
