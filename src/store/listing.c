#include <nafkah/listing.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int by_bytes(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;

	return slice_compare(*x, *y);
}

static bool wanted(struct slice name, struct slice suffix)
{
	return name.len > suffix.len && name.ptr[0] != '.' &&
	       slice_equal(slice_sub(name, name.len - suffix.len, suffix.len), suffix);
}

static enum status read_names(DIR *dir, struct slice suffix, struct arena *a, struct slice **names, size_t *count)
{
	size_t room = 0;

	for (const struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
		struct slice name = slice_from_c(entry->d_name);

		if (!wanted(name, suffix))
			continue;
		if (*count == room) {
			struct slice *grown = arena_array(a, room == 0 ? 16 : room * 2, sizeof *grown);

			if (grown == NULL)
				return STATUS_FAIL;
			for (size_t i = 0; i < *count; i++)
				grown[i] = (*names)[i];
			*names = grown;
			room = room == 0 ? 16 : room * 2;
		}
		(*names)[(*count)++] = arena_copy(a, name);
	}
	return a->exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status folder_list(const char *path, struct slice suffix, struct arena *a, struct findings *findings,
                        struct slice **names, size_t *count)
{
	DIR *dir = opendir(path);
	enum status status;

	*names = NULL;
	*count = 0;
	if (dir == NULL) {
		bool absent = errno == ENOENT || errno == ENOTDIR;

		findings_add(findings, &(struct finding){
			.code = absent ? N0101_INPUT_NOT_FOUND : N0901_READ_FAILED, .value = slice_from_c(path),
			.detail = slice_from_c(strerrordesc_np(errno)),
		});
		return absent ? STATUS_REJECT : STATUS_FAIL;
	}
	status = read_names(dir, suffix, a, names, count);
	(void)closedir(dir);
	if (status == STATUS_OK && *count > 1)
		qsort(*names, *count, sizeof **names, by_bytes);
	return status;
}
