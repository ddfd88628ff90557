#include "folder_private.h"

#include <nafkah/interrupt.h>

#include <assert.h>
#include <errno.h>

static int by_path(const void *a, const void *b)
{
	const struct made_file *const *one = a, *const *two = b;

	return slice_compare((*one)->path, (*two)->path);
}

/* NULL without memory. */
static const struct made_file **sorted_files(struct folder *f)
{
	const struct made_file **files = arena_array(&f->arena, f->file_count + 1, sizeof *files);
	size_t n = 0;

	if (files == NULL)
		return NULL;
	for (const struct made_file *file = f->files; file != NULL; file = file->older) {
		assert(file->closed);
		files[n++] = file;
	}
	qsort(files, n, sizeof *files, by_path);
	return files;
}

static enum status write_sums(struct folder *f, const struct made_file **files, size_t count)
{
	struct buf text = { 0 };
	enum status status;

	for (size_t i = 0; i < count; i++) {
		buf_append(&text, (struct slice){ files[i]->hash.hex, SHA256_HEX });
		buf_append(&text, SLICE("  "));
		buf_append(&text, files[i]->path);
		buf_char(&text, '\n');
	}
	if (text.failed)
		status = store_finding(f->findings, N0903_NO_MEMORY, SLICE("SHA256SUMS"), 0);
	else
		status = folder_write(f, SLICE("SHA256SUMS"), buf_slice(&text));
	buf_release(&text);
	return status;
}

enum status folder_seal(struct folder *f)
{
	size_t count = f->file_count;

	assert(f->state == FOLDER_BUILDING);
	if (f->broken)
		return STATUS_FAIL;
	int error = strays_clear(f);
	if (error != 0)
		return folder_broken(f, slice_from_c(f->name), error);
	const struct made_file **files = sorted_files(f);
	if (files == NULL)
		return store_finding(f->findings, N0903_NO_MEMORY, SLICE("SHA256SUMS"), 0);
	return write_sums(f, files, count);
}

static bool sync_dirs(struct folder *f)
{
	for (const struct made_dir *d = f->dirs; d != NULL; d = d->older) {
		int error = sync_once(d->fd);
		if (error != 0) {
			(void)folder_broken(f, d->path.len > 0 ? d->path : slice_from_c(f->name), error);
			return false;
		}
	}
	return true;
}

/* 0 or an errno value. */
static int rename_once(struct folder *f)
{
	int error;

	do
		error = renameat2(f->parent, f->partial, f->parent, f->name, RENAME_NOREPLACE) == 0 ? 0 : errno;
	while (error == EINTR);
	/* Over a network a rename can succeed and its answer get lost; rolling back would empty what is published. */
	if (error != 0 && entry_is(f->parent, f->name, f->root->fd))
		error = 0;
	return error;
}

static enum publish after_rename(struct folder *f, int error)
{
	switch (error) {
	case 0:
		f->state = FOLDER_PUBLISHED;
		return sync_once(f->parent) == 0 ? PUBLISH_DONE : PUBLISH_NOT_DURABLE;
	case EEXIST:
		return PUBLISH_EXISTS;
	case EINVAL:
	case ENOSYS:
	case EOPNOTSUPP:
		(void)store_finding(f->findings, N0905_RENAME_UNSUPPORTED, slice_from_c(f->name), error);
		return PUBLISH_FAILED;
	default:
		(void)folder_broken(f, slice_from_c(f->name), error);
		return PUBLISH_FAILED;
	}
}

enum publish folder_publish(struct folder *f)
{
	enum publish result = PUBLISH_FAILED;

	assert(f->state == FOLDER_BUILDING);
	if (!f->broken && sync_dirs(f) && !interrupted_by)
		result = after_rename(f, rename_once(f));
	if (f->state == FOLDER_BUILDING)
		folder_roll_back(f);
	return result;
}
