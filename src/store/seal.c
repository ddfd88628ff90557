#include "store_private.h"

#include <nafkah/seal.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { SUMS_MAX = 64 << 20 };

struct sealed {
	int dir;
	struct findings *findings;
	struct arena arena; /* sums, entries */
	struct slice sums;
	struct sha256 hash;
	struct sealed_entry *entries; /* in byte order of their paths */
	size_t count;
};

#define SUMS SLICE("SHA256SUMS")

static enum status no_memory(const struct sealed *s)
{
	return store_finding(s->findings, N0903_NO_MEMORY, SUMS, 0);
}

/* Missing means `missing`; any other reason for not opening is a failure of the machine. */
static enum code open_failure(int error, enum code missing)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
	case ELOOP:
	case ENXIO:
	case ENAMETOOLONG:
		return missing;
	default:
		return N0901_READ_FAILED;
	}
}

static enum status open_sealed(struct sealed *s, struct slice path, const struct sha256 *expected, struct input **out)
{
	int fd = open_beneath(s->dir, path);

	*out = NULL;
	if (fd < 0)
		return store_finding(s->findings, open_failure(errno, N0701_PREVIOUS_SEAL), path, errno);
	struct input_origin origin = { .fd = fd, .name = path, .changed = N0701_PREVIOUS_SEAL, .expected = expected };
	return input_adopt(&origin, s->findings, out);
}

static enum status read_sums(struct sealed *s)
{
	struct input *in;
	enum status status = open_sealed(s, SUMS, NULL, &in);

	if (status != STATUS_OK)
		return status;
	if (input_size(in) > SUMS_MAX)
		status = store_finding(s->findings, N0701_PREVIOUS_SEAL, SUMS, EFBIG);
	else
		status = input_content(in, &s->arena, &s->sums);
	if (status == STATUS_OK)
		s->hash = input_hash(in);
	input_close(in);
	return status;
}

/* `64 lower-case hex digits`, two spaces, a path. sha256sum's other forms (binary mark, escaped names) are not ours. */
static bool parse_line(struct slice line, struct sealed_entry *e)
{
	struct slice path = slice_sub(line, SHA256_HEX + 2, line.len);

	if (line.len < SHA256_HEX + 2 || line.ptr[SHA256_HEX] != ' ' || line.ptr[SHA256_HEX + 1] != ' ')
		return false;
	for (size_t i = 0; i < SHA256_HEX; i++)
		if (!ascii_is_digit(line.ptr[i]) && (line.ptr[i] < 'a' || line.ptr[i] > 'f'))
			return false;
	memcpy(e->hash.hex, line.ptr, SHA256_HEX);
	e->path = path;
	return path_is_safe(path);
}

static enum status bad_line(const struct sealed *s, size_t line)
{
	findings_add(s->findings, &(struct finding){
		.code = N0701_PREVIOUS_SEAL,
		.file = SUMS,
		.line = line,
		.value = SUMS,
	});
	return STATUS_REJECT;
}

bool sums_find(struct slice sums, struct slice path, struct sha256 *out)
{
	struct sealed_entry e = { 0 };

	while (sums.len > 0) {
		if (!parse_line(slice_cut(&sums, '\n'), &e) || !slice_equal(e.path, path))
			continue;
		*out = e.hash;
		return true;
	}
	return false;
}

static size_t count_lines(struct slice text)
{
	size_t lines = 0;

	for (struct slice rest = text; rest.len > 0; lines++)
		(void)slice_cut(&rest, '\n');
	return lines;
}

static enum status parse_sums(struct sealed *s)
{
	struct slice rest = s->sums;
	size_t lines = count_lines(rest);

	/* A seal over nothing proves nothing, and one without its last line end was cut. */
	if (lines == 0 || rest.ptr[rest.len - 1] != '\n')
		return bad_line(s, lines);
	s->entries = arena_array(&s->arena, lines, sizeof *s->entries);
	if (s->entries == NULL)
		return no_memory(s);
	for (; s->count < lines; s->count++) {
		if (!parse_line(slice_cut(&rest, '\n'), &s->entries[s->count]))
			return bad_line(s, s->count + 1);
		s->entries[s->count].line = s->count + 1;
	}
	return STATUS_OK;
}

static int by_path(const void *a, const void *b)
{
	const struct sealed_entry *one = a, *two = b;

	return slice_compare(one->path, two->path);
}

static enum status sort_entries(struct sealed *s)
{
	enum status status = STATUS_OK;

	qsort(s->entries, s->count, sizeof *s->entries, by_path);
	for (size_t i = 1; i < s->count; i++)
		if (slice_equal(s->entries[i - 1].path, s->entries[i].path))
			status = store_finding(s->findings, N0701_PREVIOUS_SEAL, s->entries[i].path, EEXIST);
	return status;
}

static enum status check_file(struct sealed *s, const struct sealed_entry *e, char *block)
{
	struct input *in;
	size_t got = 0;
	enum status status = open_sealed(s, e->path, &e->hash, &in);

	if (status != STATUS_OK)
		return status;
	do
		status = input_read(in, block, STORE_BLOCK, &got);
	while (status == STATUS_OK && got > 0);
	input_close(in);
	return status;
}

/* Every file is looked at, so that one run names all that differ. */
static enum status check_files(struct sealed *s)
{
	char *block = malloc(STORE_BLOCK);
	enum status worst = STATUS_OK;

	if (block == NULL)
		return no_memory(s);
	for (size_t i = 0; i < s->count && worst != STATUS_FAIL; i++) {
		enum status status = check_file(s, &s->entries[i], block);
		if (status != STATUS_OK)
			worst = status;
	}
	free(block);
	return worst;
}

static enum status open_dir(struct sealed *s, const char *path)
{
	s->dir = open_at(AT_FDCWD, path, O_RDONLY | O_DIRECTORY);
	if (s->dir >= 0)
		return STATUS_OK;
	return store_finding(s->findings, open_failure(errno, N0101_INPUT_NOT_FOUND), slice_from_c(path), errno);
}

static enum status open_folder(const char *path, bool check, struct findings *findings, struct sealed **out)
{
	struct sealed *s = calloc(1, sizeof *s);

	*out = NULL;
	if (s == NULL)
		return store_finding(findings, N0903_NO_MEMORY, slice_from_c(path), 0);
	s->findings = findings;
	enum status status = open_dir(s, path);
	if (status == STATUS_OK)
		status = read_sums(s);
	if (status == STATUS_OK)
		status = parse_sums(s);
	if (status == STATUS_OK)
		status = sort_entries(s);
	if (status == STATUS_OK && check)
		status = check_files(s);
	if (status == STATUS_OK)
		*out = s;
	else
		sealed_close(s);
	return status;
}

enum status sealed_open(const char *path, struct findings *findings, struct sealed **out)
{
	return open_folder(path, true, findings, out);
}

enum status sealed_open_unchecked(const char *path, struct findings *findings, struct sealed **out)
{
	return open_folder(path, false, findings, out);
}

const struct sealed_entry *sealed_entries(const struct sealed *s, size_t *count)
{
	*count = s->count;
	return s->entries;
}

const struct sealed_entry *sealed_find(const struct sealed *s, struct slice path)
{
	struct sealed_entry wanted = { .path = path };

	return bsearch(&wanted, s->entries, s->count, sizeof wanted, by_path);
}

/* The hash of a whole input. */
static enum status hash_of(struct sealed *s, struct input *in, struct sha256 *out)
{
	char *block = malloc(STORE_BLOCK);
	enum status status = STATUS_OK;
	size_t got = 1;

	if (block == NULL)
		return no_memory(s);
	while (status == STATUS_OK && got > 0)
		status = input_read(in, block, STORE_BLOCK, &got);
	free(block);
	if (status == STATUS_OK)
		*out = input_hash(in);
	return status;
}

enum status sealed_look(struct sealed *s, const struct sealed_entry *e, enum sealed_state *state, struct sha256 *found)
{
	struct input_origin origin = { .fd = open_beneath(s->dir, e->path), .name = e->path, .changed = N0103_INPUT_CHANGED };
	struct input *in = NULL;
	struct stat there;
	enum status status;

	*state = SEALED_MISSING;
	*found = (struct sha256){ "" };
	if (origin.fd < 0 && open_failure(errno, N0701_PREVIOUS_SEAL) == N0701_PREVIOUS_SEAL)
		return STATUS_OK;
	if (origin.fd < 0)
		return store_finding(s->findings, N0901_READ_FAILED, e->path, errno);
	if (fstat(origin.fd, &there) == 0 && !S_ISREG(there.st_mode)) {
		close(origin.fd);
		return STATUS_OK;
	}
	status = input_adopt(&origin, s->findings, &in);
	if (status == STATUS_OK)
		status = hash_of(s, in, found);
	input_close(in);
	if (status == STATUS_OK)
		*state = memcmp(found->hex, e->hash.hex, SHA256_HEX) == 0 ? SEALED_HOLDS : SEALED_OTHER;
	return status;
}

struct sha256 sealed_hash(const struct sealed *s)
{
	return s->hash;
}

enum status sealed_input(struct sealed *s, const char *path, struct input **out)
{
	const struct sealed_entry *e = sealed_find(s, slice_from_c(path));

	*out = NULL;
	return e != NULL ? open_sealed(s, e->path, &e->hash, out) : STATUS_END;
}

enum status sealed_file(struct sealed *s, const char *path, struct arena *arena, struct slice *out)
{
	struct input *in;
	enum status status = sealed_input(s, path, &in);

	*out = (struct slice){ 0 };
	if (status != STATUS_OK)
		return status;
	status = input_content(in, arena, out);
	input_close(in);
	return status;
}

struct slice sealed_sums(const struct sealed *s)
{
	return s->sums;
}

void sealed_close(struct sealed *s)
{
	if (s == NULL)
		return;
	if (s->dir >= 0)
		close(s->dir);
	arena_release(&s->arena);
	free(s);
}
