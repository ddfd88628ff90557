/* Payrolls of which a folder keeps the hash only, looked for among other files. */
#include "verify_private.h"

/* Whether the content of a file is the one wanted. */
static enum status is_wanted(struct judging *j, const char *path, struct slice hash, bool *same)
{
	struct input *in = NULL;
	size_t got = 1;
	char *block = malloc(1 << 18);
	enum status status = block != NULL ? input_open(path, &j->scratch, &in) : STATUS_FAIL;
	struct sha256 found;

	*same = false;
	while (status == STATUS_OK && got > 0)
		status = input_read(in, block, 1 << 18, &got);
	if (status == STATUS_OK) {
		found = input_hash(in);
		*same = slice_equal(slice_from_c(found.hex), hash);
	}
	input_close(in);
	free(block);
	return status;
}

/* In one folder, by size and then by hash. */
static enum status search_in(struct judging *j, const char *folder, const struct run_file *wanted, const char **path)
{
	struct walk_entry *entries;
	size_t count;
	enum status status = walk_folder(folder, j->arena, &j->scratch, &entries, &count);

	for (size_t i = 0; status == STATUS_OK && *path == NULL && i < count; i++) {
		struct slice at = arena_printf(j->arena, "%s/%.*s", folder, SLICE_ARG(entries[i].path));
		bool same = false;

		if (entries[i].kind != WALK_FILE || entries[i].size != wanted->size)
			continue;
		status = at.ptr != NULL ? is_wanted(j, at.ptr, wanted->hash, &same) : STATUS_FAIL;
		if (same)
			*path = at.ptr;
	}
	return status;
}

static enum status search(struct judging *j, const struct run_file *wanted, const char **path)
{
	const struct request *r = j->v->request;
	enum status status = STATUS_OK;

	*path = NULL;
	for (size_t i = 0; status != STATUS_FAIL && *path == NULL && i < r->input_folder_count; i++)
		status = search_in(j, r->input_folders[i], wanted, path);
	return status == STATUS_FAIL ? status : STATUS_OK; /* a file that changes is not the one */
}

enum status judge_inputs(struct judging *j, struct stand_in **out, size_t *count, bool *complete)
{
	const struct run_record *r = &j->check->record;
	struct stand_in *items = arena_array(j->arena, r->file_count, sizeof *items);
	enum status status = items != NULL ? STATUS_OK : STATUS_FAIL;

	*out = items;
	*count = 0;
	*complete = true;
	for (size_t i = 0; status == STATUS_OK && i < r->file_count; i++) {
		const struct run_file *f = &r->files[i];
		const char *path = NULL;

		if (f->kept)
			continue;
		status = search(j, f, &path);
		if (path != NULL) {
			items[(*count)++] = (struct stand_in){ evidence_of(j->arena, f), path };
			continue;
		}
		j->check->missing = arena_printf(j->arena, "%.*s%s%.*s", SLICE_ARG(j->check->missing), *complete ? "" : ", ",
		                                 SLICE_ARG(f->name));
		*complete = false;
	}
	return j->arena->exhausted ? STATUS_FAIL : status;
}
