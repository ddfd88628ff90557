#include <nafkah/walk.h>

#include "store_private.h"

#include <errno.h>
#include <fts.h>

struct listing {
	struct arena *arena;
	struct findings *findings;
	struct walk_entry *items;
	size_t count, room, root_len;
};

static int by_path(const void *a, const void *b)
{
	const struct walk_entry *one = a, *two = b;

	return slice_compare(one->path, two->path);
}

static bool grow(struct listing *l)
{
	size_t room = l->room == 0 ? 64 : l->room * 2;
	struct walk_entry *grown = arena_array(l->arena, room, sizeof *grown);

	if (grown == NULL)
		return false;
	if (l->count > 0)
		memcpy(grown, l->items, l->count * sizeof *grown);
	l->items = grown;
	l->room = room;
	return true;
}

static enum status add(struct listing *l, const FTSENT *e, enum walk_kind kind)
{
	struct slice path = slice_sub(slice_from_c(e->fts_path), l->root_len, e->fts_pathlen);
	bool file = kind == WALK_FILE;

	if (l->count == l->room && !grow(l))
		return store_finding(l->findings, N0903_NO_MEMORY, path, 0);
	l->items[l->count++] = (struct walk_entry){ arena_copy(l->arena, path), kind, file ? (uint64_t)e->fts_statp->st_size : 0 };
	return l->arena->exhausted ? store_finding(l->findings, N0903_NO_MEMORY, path, 0) : STATUS_OK;
}

static enum status unreadable(struct listing *l, const FTSENT *e)
{
	bool absent = e->fts_level == FTS_ROOTLEVEL && (e->fts_errno == ENOENT || e->fts_errno == ENOTDIR);

	return store_finding(l->findings, absent ? N0101_INPUT_NOT_FOUND : N0901_READ_FAILED, slice_from_c(e->fts_path),
	                     e->fts_errno);
}

static enum status take(struct listing *l, const FTSENT *e)
{
	switch (e->fts_info) {
	case FTS_D:
		return e->fts_level > FTS_ROOTLEVEL ? add(l, e, WALK_FOLDER) : STATUS_OK;
	case FTS_DP:
		return STATUS_OK;
	case FTS_F:
		if (e->fts_level > FTS_ROOTLEVEL)
			return add(l, e, WALK_FILE);
		return store_finding(l->findings, N0101_INPUT_NOT_FOUND, slice_from_c(e->fts_path), ENOTDIR);
	case FTS_DNR:
	case FTS_ERR:
	case FTS_NS:
		return unreadable(l, e);
	default:
		return e->fts_level > FTS_ROOTLEVEL
		               ? add(l, e, WALK_OTHER)
		               : store_finding(l->findings, N0101_INPUT_NOT_FOUND, slice_from_c(e->fts_path), ENOTDIR);
	}
}

static enum status read_all(struct listing *l, FTS *fts)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK) {
		errno = 0;
		const FTSENT *e = fts_read(fts);
		if (e == NULL)
			return errno == 0 ? STATUS_OK : store_finding(l->findings, N0901_READ_FAILED, SLICE("fts"), errno);
		status = take(l, e);
	}
	return status;
}

enum status walk_folder(const char *folder, struct arena *a, struct findings *findings, struct walk_entry **out, size_t *count)
{
	struct slice path = slice_from_c(folder);
	struct listing l = { .arena = a, .findings = findings };
	char *root = arena_alloc(a, path.len + 1), *roots[] = { root, NULL };
	enum status status;
	FTS *fts;

	*out = NULL;
	*count = 0;
	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	l.root_len = path.len + (path.len == 1 && path.ptr[0] == '/' ? 0 : 1);
	if (root == NULL)
		return store_finding(findings, N0903_NO_MEMORY, path, 0);
	memcpy(root, path.ptr, path.len);
	fts = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR | FTS_XDEV, NULL);
	status = fts != NULL ? read_all(&l, fts)
	                     : store_finding(findings, errno == ENOMEM ? N0903_NO_MEMORY : N0101_INPUT_NOT_FOUND, path, errno);
	if (fts != NULL)
		(void)fts_close(fts);
	if (l.count > 1)
		qsort(l.items, l.count, sizeof *l.items, by_path);
	*out = l.items;
	*count = l.count;
	return status;
}
