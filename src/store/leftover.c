#include "folder_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* A folder of ours is three deep; nothing deeper is touched. */
enum { REMOVE_DEPTH = 8 };

static DIR *list_folder(int dir)
{
	int fd = open_at(dir, ".", O_RDONLY | O_DIRECTORY);
	DIR *list = fd >= 0 ? fdopendir(fd) : NULL;

	if (list == NULL && fd >= 0) {
		int error = errno;
		close(fd);
		errno = error;
	}
	return list;
}

static bool is_dot(const char *name)
{
	return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

static bool same_device(int a, int b)
{
	struct stat one, two;

	return fstat(a, &one) == 0 && fstat(b, &two) == 0 && one.st_dev == two.st_dev;
}

static int empty_folder(int dir, int depth);

static int remove_folder(int dir, const char *name, int depth)
{
	int fd = open_at(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);

	if (fd < 0)
		return errno;
	int error = depth > 0 && same_device(dir, fd) ? empty_folder(fd, depth - 1) : EXDEV;
	close(fd);
	if (error == 0 && unlinkat(dir, name, AT_REMOVEDIR) != 0)
		error = errno;
	return error;
}

static int remove_entry(int dir, const char *name, int depth)
{
	if (unlinkat(dir, name, 0) == 0)
		return 0;
	return errno == EISDIR ? remove_folder(dir, name, depth) : errno;
}

static int empty_folder(int dir, int depth)
{
	DIR *list = list_folder(dir);
	int error = 0;

	if (list == NULL)
		return errno;
	while (error == 0) {
		errno = 0;
		const struct dirent *entry = readdir(list);
		if (entry == NULL) {
			error = errno;
			break;
		}
		if (!is_dot(entry->d_name))
			error = remove_entry(dir, entry->d_name, depth);
	}
	closedir(list);
	return error;
}

/* The lock says that no run is building it. A run that published between our open and our lock has let go of it too,
 * so the name must still lead to it: what was published is never taken for a leftover. */
static int claim(int parent, const char *name, int fd)
{
	struct stat there;

	if (fstat(fd, &there) != 0)
		return errno;
	if (there.st_uid != geteuid())
		return EPERM;
	int error = partial_lock(fd);
	if (error == 0 && !entry_is(parent, name, fd))
		error = ENOENT;
	return error;
}

static int remove_leftover(int parent, const char *name)
{
	int fd = open_at(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);

	if (fd < 0)
		return errno;
	int error = claim(parent, name, fd);
	if (error == 0)
		error = empty_folder(fd, REMOVE_DEPTH);
	if (error == 0 && unlinkat(parent, name, AT_REMOVEDIR) != 0)
		error = errno;
	close(fd);
	return error;
}

static bool is_lower_hex(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]) && (s.ptr[i] < 'a' || s.ptr[i] > 'f'))
			return false;
	return true;
}

static bool is_leftover_name(struct slice name, struct slice prefix)
{
	return name.len == prefix.len + PARTIAL_RANDOM_HEX && slice_starts_with(name, prefix) &&
	       is_lower_hex(slice_sub(name, prefix.len, PARTIAL_RANDOM_HEX));
}

static void clear_one(struct folder *f, const char *name)
{
	int error = remove_leftover(f->parent, name);

	if (error == ENOENT) /* another run was first */
		return;
	(void)store_finding(f->findings, error == 0 ? N0906_LEFTOVER : N0908_LEFTOVER_KEPT, slice_from_c(name), error);
}

/* 0 or an errno value. */
static int clear_all(struct folder *f, DIR *list, struct slice prefix)
{
	for (;;) {
		errno = 0;
		const struct dirent *entry = readdir(list);
		if (entry == NULL)
			return errno;
		if (is_leftover_name(slice_from_c(entry->d_name), prefix))
			clear_one(f, entry->d_name);
	}
}

enum folder_made leftovers_clear(struct folder *f, struct slice path)
{
	struct buf prefix = { 0 };
	int error = ENOMEM;

	partial_prefix(f, &prefix);
	DIR *list = prefix.failed ? NULL : list_folder(f->parent);
	if (list != NULL)
		error = clear_all(f, list, buf_slice(&prefix));
	else if (!prefix.failed)
		error = errno;
	if (list != NULL)
		closedir(list);
	buf_release(&prefix);
	if (error == 0)
		return FOLDER_MADE;
	(void)store_finding(f->findings, error == ENOMEM ? N0903_NO_MEMORY : N0904_OUTPUT_PARENT, path, error);
	return FOLDER_FAILED;
}

static bool is_made(const struct folder *f, struct slice name)
{
	for (const struct made_dir *d = f->dirs; d != NULL; d = d->older)
		if (slice_equal(d->path, name))
			return true;
	return folder_find(f, name) != NULL;
}

int strays_clear(struct folder *f)
{
	DIR *list = list_folder(f->root->fd);
	int error = list != NULL ? 0 : errno;

	while (error == 0) {
		errno = 0;
		const struct dirent *entry = readdir(list);
		if (entry == NULL) {
			error = errno;
			break;
		}
		if (!is_dot(entry->d_name) && !is_made(f, slice_from_c(entry->d_name)) && unlinkat(f->root->fd, entry->d_name, 0) != 0)
			error = errno;
	}
	if (list != NULL)
		closedir(list);
	return error;
}
