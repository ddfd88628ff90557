#include "folder_private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

enum { PARTIAL_TRIES = 16 };

static enum folder_made refuse_parent(struct folder *f, struct slice path, int error)
{
	(void)store_finding(f->findings, N0904_OUTPUT_PARENT, path, error);
	return FOLDER_FAILED;
}

static enum folder_made no_memory(struct folder *f, struct slice path)
{
	(void)store_finding(f->findings, N0903_NO_MEMORY, path, 0);
	return FOLDER_FAILED;
}

enum status folder_broken(struct folder *f, struct slice path, int error)
{
	f->broken = true;
	return store_finding(f->findings, N0902_WRITE_FAILED, path, error);
}

bool entry_is(int parent, const char *name, int fd)
{
	struct stat there, ours;

	return fstatat(parent, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && fstat(fd, &ours) == 0 &&
	       there.st_dev == ours.st_dev && there.st_ino == ours.st_ino;
}

int partial_lock(int fd)
{
	while (flock(fd, LOCK_EX | LOCK_NB) != 0)
		if (errno != EINTR)
			return errno;
	return 0;
}

/* "a/b/" is parent "a", name "b"; "b" is in "."; "/" is "." in "/" and therefore always taken. */
static struct slice split_path(struct slice path, struct slice *parent)
{
	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	struct slice name = path_base(path);
	if (name.len == path.len)
		*parent = SLICE(".");
	else
		*parent = path.len - name.len == 1 ? SLICE("/") : path_folder(path);
	return name.len == 0 && path.len > 0 ? SLICE(".") : name;
}

static int name_fault(struct slice name)
{
	if (name.len == 0)
		return ENOENT;
	if (name.len > NAME_MAX)
		return ENAMETOOLONG;
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] < 0x20 || name.ptr[i] == 0x7f)
			return EINVAL;
	return 0;
}

static enum folder_made open_parent(struct folder *f, struct slice path)
{
	struct slice parent, name = split_path(path, &parent);
	int fault = name_fault(name);

	if (fault != 0)
		return refuse_parent(f, path, fault);
	memcpy(f->name, name.ptr, name.len);
	parent = arena_copy(&f->arena, parent);
	if (parent.ptr == NULL)
		return no_memory(f, path);
	/* Not O_PATH: it must be possible to read it (leftovers) and to sync it. */
	f->parent = open_at(AT_FDCWD, parent.ptr, O_RDONLY | O_DIRECTORY);
	return f->parent >= 0 ? FOLDER_MADE : refuse_parent(f, path, errno);
}

static enum folder_made check_free(struct folder *f, struct slice path)
{
	struct stat there;

	if (fstatat(f->parent, f->name, &there, AT_SYMLINK_NOFOLLOW) == 0)
		return FOLDER_EXISTS;
	return errno == ENOENT ? FOLDER_MADE : refuse_parent(f, path, errno);
}

void partial_prefix(const struct folder *f, struct buf *out)
{
	struct slice name = slice_from_c(f->name);
	size_t others = 1 + sizeof PARTIAL_MARK - 1 + PARTIAL_RANDOM_HEX;

	if (name.len > NAME_MAX - others) {
		name.len = NAME_MAX - others;
		name.len = utf8_valid_prefix(name); /* some file systems take no half characters */
	}
	buf_char(out, '.');
	buf_append(out, name);
	buf_append(out, SLICE(PARTIAL_MARK));
}

static bool choose_partial_name(struct folder *f)
{
	struct buf name = { 0 };
	uint32_t random;
	ssize_t n;

	do
		n = getrandom(&random, sizeof random, 0);
	while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof random)
		return false;
	partial_prefix(f, &name);
	buf_printf(&name, "%0*lx", PARTIAL_RANDOM_HEX, (unsigned long)random);
	bool ok = !name.failed && name.len <= NAME_MAX;
	if (ok) {
		memcpy(f->partial, name.ptr, name.len);
		f->partial[name.len] = '\0';
	} else {
		errno = ENOMEM;
	}
	buf_release(&name);
	return ok;
}

int folder_make_dir(struct folder *f, struct made_dir *d)
{
	int above = d->above != NULL ? d->above->fd : f->parent;
	/* A umask of 0777 would make a folder that we could not even open to correct it. */
	mode_t before = umask(S_IRWXG | S_IRWXO);
	int error = mkdirat(above, d->name, S_IRWXU) == 0 ? 0 : errno;

	umask(before);
	if (error != 0)
		return error;
	d->older = f->dirs;
	f->dirs = d;
	d->fd = open_at(above, d->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	if (d->fd < 0)
		return errno;
	return fchmod(d->fd, S_IRWXU) == 0 ? 0 : errno; /* default ACLs and set-group-ID of the parent */
}

static void drop_dirs(struct folder *f)
{
	for (; f->dirs != NULL; f->dirs = f->dirs->older)
		if (f->dirs->fd >= 0)
			close(f->dirs->fd);
	f->root = NULL;
}

/* What another run took for its own is gone, or that run removes it; the rest is an empty folder of ours. */
static void abandon_partial(struct folder *f)
{
	if (f->dirs != NULL)
		(void)unlinkat(f->parent, f->partial, AT_REMOVEDIR);
	drop_dirs(f);
}

/* Between mkdir and flock another run may take the new folder for a leftover: then it holds the lock, or the folder
 * is gone, and another name is tried. 0, EAGAIN for that, or an errno value. */
static int try_partial(struct folder *f)
{
	if (!choose_partial_name(f))
		return errno;
	*f->root = (struct made_dir){ .name = f->partial, .fd = -1 };
	int error = folder_make_dir(f, f->root);
	if (error == EEXIST || (error == ENOENT && f->dirs != NULL))
		return EAGAIN;
	if (error != 0)
		return error;
	error = partial_lock(f->root->fd);
	if (error == 0 && !entry_is(f->parent, f->partial, f->root->fd))
		error = EAGAIN;
	return error;
}

static enum folder_made make_partial(struct folder *f, struct slice path)
{
	int error = EAGAIN;

	for (int i = 0; i < PARTIAL_TRIES && error == EAGAIN; i++) {
		abandon_partial(f);
		f->root = arena_alloc(&f->arena, sizeof *f->root);
		if (f->root == NULL)
			return no_memory(f, path);
		error = try_partial(f);
	}
	switch (error) {
	case 0:
		return FOLDER_MADE;
	case EACCES:
	case EPERM:
	case EROFS:
	case ENOENT: /* the parent was removed meanwhile */
		return refuse_parent(f, path, error);
	default:
		(void)folder_broken(f, path, error);
		return FOLDER_FAILED;
	}
}

enum folder_made folder_create(const char *path, struct findings *findings, struct folder **out)
{
	struct slice name = slice_from_c(path);
	struct folder *f = calloc(1, sizeof *f);

	*out = NULL;
	if (f == NULL) {
		(void)store_finding(findings, N0903_NO_MEMORY, name, 0);
		return FOLDER_FAILED;
	}
	f->findings = findings;
	f->parent = -1;
	enum folder_made made = open_parent(f, name);
	if (made == FOLDER_MADE)
		made = check_free(f, name);
	if (made == FOLDER_MADE)
		made = leftovers_clear(f, name);
	if (made == FOLDER_MADE)
		made = make_partial(f, name);
	if (made == FOLDER_MADE)
		*out = f;
	else
		folder_free(f);
	return made;
}

static struct made_dir *find_dir(const struct folder *f, struct slice path)
{
	struct made_dir *d = f->dirs;

	while (d != NULL && !slice_equal(d->path, path))
		d = d->older;
	return d;
}

struct made_dir *folder_dir(struct folder *f, struct slice path)
{
	struct made_dir *found = find_dir(f, path);

	if (found != NULL)
		return found;
	struct made_dir *above = folder_dir(f, path_folder(path));
	struct made_dir *d = above != NULL ? arena_alloc(&f->arena, sizeof *d) : NULL;
	struct slice kept = d != NULL ? arena_copy(&f->arena, path) : (struct slice){ 0 };
	if (kept.ptr == NULL) {
		f->broken = true;
		if (above != NULL)
			(void)store_finding(f->findings, N0903_NO_MEMORY, path, 0);
		return NULL;
	}
	*d = (struct made_dir){ .above = above, .path = kept, .name = path_base(kept).ptr, .fd = -1 };
	int error = folder_make_dir(f, d);
	if (error == 0)
		return d;
	(void)folder_broken(f, path, error);
	return NULL;
}

void folder_roll_back(struct folder *f)
{
	for (struct made_file *file = f->files; file != NULL; file = file->older)
		(void)unlinkat(file->dir->fd, file->name, 0);
	for (struct made_dir *d = f->dirs; d != NULL; d = d->older)
		(void)unlinkat(d->above != NULL ? d->above->fd : f->parent, d->name, AT_REMOVEDIR);
	f->state = FOLDER_GONE;
}

int folder_descriptor(const struct folder *f)
{
	return f->state == FOLDER_COMPARED ? f->scratch : f->root->fd;
}

void folder_free(struct folder *f)
{
	if (f == NULL)
		return;
	if (f->state == FOLDER_BUILDING)
		folder_roll_back(f);
	drop_dirs(f); /* releases the lock */
	if (f->parent >= 0)
		close(f->parent);
	if (f->state == FOLDER_COMPARED && f->scratch >= 0)
		close(f->scratch);
	arena_release(&f->arena);
	free(f);
}
