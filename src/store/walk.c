/* By descriptors, without nftw and fts: the first has no context, the second falls over when memory ends. */
#include <nafkah/walk.h>

#include "store_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { DEPTH_MAX = 64 }; /* each level holds a descriptor */

struct listing {
	struct arena *arena;
	struct findings *findings;
	struct walk_entry *items;
	size_t count, room;
	dev_t device;
};

static int by_path(const void *a, const void *b)
{
	const struct walk_entry *one = a, *two = b;

	return slice_compare(one->path, two->path);
}

static enum status unreadable(struct listing *l, struct slice path, int error)
{
	return store_finding(l->findings, error == ENOMEM ? N0903_NO_MEMORY : N0901_READ_FAILED, path, error);
}

static bool has_room(struct listing *l)
{
	size_t room = l->room == 0 ? 64 : l->room * 2;
	struct walk_entry *grown;

	if (l->count < l->room)
		return true;
	grown = arena_array(l->arena, room, sizeof *grown);
	if (grown == NULL)
		return false;
	if (l->count > 0)
		memcpy(grown, l->items, l->count * sizeof *grown);
	l->items = grown;
	l->room = room;
	return true;
}

static enum walk_kind kind_of(const struct stat *s)
{
	if (S_ISREG(s->st_mode))
		return WALK_FILE;
	return S_ISDIR(s->st_mode) ? WALK_FOLDER : WALK_OTHER;
}

static enum status walk_into(struct listing *l, int parent, struct slice path, int depth);

/* One entry of the folder that `dir` holds; `path` is its own, from the root on. */
static enum status take(struct listing *l, int dir, struct slice path, int depth)
{
	struct stat s;

	if (path.ptr == NULL || !has_room(l))
		return unreadable(l, path, ENOMEM);
	if (fstatat(dir, path_base(path).ptr, &s, AT_SYMLINK_NOFOLLOW) != 0)
		return unreadable(l, path, errno);
	l->items[l->count++] = (struct walk_entry){
		.path = path, .kind = kind_of(&s), .size = S_ISREG(s.st_mode) ? (uint64_t)s.st_size : 0,
	};
	return S_ISDIR(s.st_mode) && s.st_dev == l->device ? walk_into(l, dir, path, depth + 1) : STATUS_OK;
}

static enum status read_all(struct listing *l, DIR *dir, struct slice path, int depth)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK) {
		errno = 0;
		const struct dirent *entry = readdir(dir);
		if (entry == NULL)
			return errno == 0 ? STATUS_OK : unreadable(l, path, errno);
		struct slice name = slice_from_c(entry->d_name);
		if (slice_equal(name, SLICE(".")) || slice_equal(name, SLICE("..")))
			continue;
		name = path.len == 0 ? arena_copy(l->arena, name)
		                     : arena_printf(l->arena, "%.*s/%.*s", SLICE_ARG(path), SLICE_ARG(name));
		status = take(l, dirfd(dir), name, depth);
	}
	return status;
}

/* Takes `fd` over. */
static enum status walk_open(struct listing *l, int fd, struct slice path, int depth)
{
	DIR *dir = fdopendir(fd);
	enum status status;

	if (dir == NULL) {
		status = unreadable(l, path, errno);
		close(fd);
		return status;
	}
	status = read_all(l, dir, path, depth);
	closedir(dir);
	return status;
}

static enum status walk_into(struct listing *l, int parent, struct slice path, int depth)
{
	int fd;

	if (depth > DEPTH_MAX)
		return unreadable(l, path, ENAMETOOLONG);
	fd = open_at(parent, path_base(path).ptr, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	return fd >= 0 ? walk_open(l, fd, path, depth) : unreadable(l, path, errno);
}

static enum status open_root(struct listing *l, const char *folder, int *fd)
{
	struct stat s;

	*fd = open_at(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY);
	if (*fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return store_finding(l->findings, N0101_INPUT_NOT_FOUND, slice_from_c(folder), errno);
	if (*fd < 0)
		return unreadable(l, slice_from_c(folder), errno);
	if (fstat(*fd, &s) != 0) {
		enum status status = unreadable(l, slice_from_c(folder), errno);
		close(*fd);
		return status;
	}
	l->device = s.st_dev;
	return STATUS_OK;
}

enum status walk_folder(const char *folder, struct arena *a, struct findings *findings, struct walk_entry **out,
                        size_t *count)
{
	struct listing l = { .arena = a, .findings = findings };
	int fd;
	enum status status = open_root(&l, folder, &fd);

	if (status == STATUS_OK)
		status = walk_open(&l, fd, SLICE(""), 0);
	if (l.count > 1)
		qsort(l.items, l.count, sizeof *l.items, by_path);
	*out = l.items;
	*count = l.count;
	return status;
}
