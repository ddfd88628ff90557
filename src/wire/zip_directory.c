#include "zip_directory.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lengths of the fixed parts, and what of them is used here (APPNOTE.TXT 4.3). */
enum {
	LOCAL_LEN = 30, LOCAL_NAME = 26, LOCAL_EXTRA = 28,
	RECORD_LEN = 46, RECORD_FLAGS = 8, RECORD_METHOD = 10, RECORD_CRC = 16, RECORD_PACKED = 20, RECORD_SIZE = 24,
	RECORD_NAME = 28, RECORD_EXTRA = 30, RECORD_COMMENT = 32, RECORD_DISK = 34, RECORD_LOCAL = 42,
	END_LEN = 22, END_DISKS = 4, END_HERE = 8, END_COUNT = 10, END_SIZE = 12, END_OFFSET = 16, END_COMMENT = 20,
	COMMENT_MAX = 65535,
	FLAG_ENCRYPTED = 1 | 1 << 6 | 1 << 13,
	EXTRA_ZIP64 = 1
};

struct reading {
	struct slice bytes, file;
	struct findings *findings;
	struct zip_directory directory;
	size_t from, to; /* of the records */
};

static uint16_t u16(struct slice s, size_t at)
{
	return (uint16_t)((unsigned char)s.ptr[at] | (unsigned)(unsigned char)s.ptr[at + 1] << 8);
}

static uint32_t u32(struct slice s, size_t at)
{
	return u16(s, at) | (uint32_t)u16(s, at + 2) << 16;
}

static uint64_t u64(struct slice s, size_t at)
{
	return u32(s, at) | (uint64_t)u32(s, at + 4) << 32;
}

static enum status refuse(const struct reading *r, enum code code, struct slice value, const char *detail)
{
	findings_add(r->findings, &(struct finding){
		.code = code, .file = r->file, .value = value, .detail = slice_from_c(detail) });
	return STATUS_REJECT;
}

static enum status refuse_entry(const struct reading *r, const struct zip_entry *e, const char *detail)
{
	return refuse(r, N0161_XLSX_ARCHIVE, slice_sub(e->name, 0, 200), detail);
}

static enum status refuse_whole(const struct reading *r, const char *detail)
{
	return refuse(r, N0161_XLSX_ARCHIVE, r->file, detail);
}

/* The end record, whose comment ends the file. */
static bool find_end(const struct reading *r, size_t *at)
{
	struct slice b = r->bytes;
	size_t lowest = b.len > END_LEN + COMMENT_MAX ? b.len - END_LEN - COMMENT_MAX : 0;

	for (size_t i = b.len >= END_LEN ? b.len - END_LEN + 1 : 0; i-- > lowest;) {
		if (memcmp(b.ptr + i, "PK\5\6", 4) == 0 && i + END_LEN + u16(b, i + END_COMMENT) == b.len) {
			*at = i;
			return true;
		}
	}
	return false;
}

static enum status read_end(struct reading *r)
{
	struct slice b = r->bytes;
	size_t at, count;

	if (b.len < 4 || (memcmp(b.ptr, "PK\3\4", 4) != 0 && memcmp(b.ptr, "PK\5\6", 4) != 0))
		return refuse(r, N0160_XLSX_NOT_USABLE, SLICE("not ZIP"), "");
	if (!find_end(r, &at))
		return refuse_whole(r, "cut, or bytes behind the end");
	count = u16(b, at + END_COUNT);
	r->from = u32(b, at + END_OFFSET);
	r->to = r->from + u32(b, at + END_SIZE);
	if (u32(b, at + END_DISKS) != 0 || u16(b, at + END_HERE) != count)
		return refuse_whole(r, "one of several parts");
	if (r->to != at || r->from > r->to)
		return refuse_whole(r, "directory is not where it should be");
	if (count == 0 || count > ZIP_ENTRIES_MAX)
		return refuse_whole(r, count == 0 ? "no entries" : "more than 10000 entries");
	r->directory.count = count;
	return STATUS_OK;
}

/* Sizes and offset that do not fit the record, or that the writer put here for caution. */
static bool read_zip64(struct slice extra, struct zip_entry *e)
{
	uint64_t *const wide[] = { &e->size, &e->packed, &e->local };
	struct slice field = { 0 };

	while (extra.len >= 4 && field.ptr == NULL) {
		size_t len = u16(extra, 2);

		if (u16(extra, 0) == EXTRA_ZIP64 && len <= extra.len - 4)
			field = slice_sub(extra, 4, len);
		extra = slice_sub(extra, 4 + len, extra.len);
	}
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		if (*wide[i] != UINT32_MAX)
			continue;
		if (field.len < 8)
			return false;
		*wide[i] = u64(field, 0);
		field = slice_sub(field, 8, field.len);
	}
	return true;
}

static bool segment_is_up(struct slice segment)
{
	return slice_equal(segment, SLICE("..")) || slice_equal(segment, SLICE("."));
}

static bool name_is_safe(struct slice name)
{
	struct slice rest = name;

	if (name.len == 0 || memchr(name.ptr, 0, name.len) != NULL || strchr("/\\", name.ptr[0]) != NULL ||
	    memchr(name.ptr, ':', name.len) != NULL)
		return false;
	while (rest.ptr != NULL) {
		struct slice slashes = slice_cut(&rest, '/');

		while (slashes.ptr != NULL)
			if (segment_is_up(slice_cut(&slashes, '\\')))
				return false;
	}
	return true;
}

/* Its local header: where the packed bytes end. */
static enum status read_local(const struct reading *r, struct zip_entry *e)
{
	struct slice b = r->bytes;
	uint64_t data;

	if (e->local > r->from || r->from - e->local < LOCAL_LEN || memcmp(b.ptr + e->local, "PK\3\4", 4) != 0)
		return refuse_entry(r, e, "no local header");
	data = e->local + LOCAL_LEN + u16(b, e->local + LOCAL_NAME) + u16(b, e->local + LOCAL_EXTRA);
	if (data > r->from || e->packed > r->from - data)
		return refuse_entry(r, e, "cut");
	if (!slice_equal(e->name, slice_sub(b, e->local + LOCAL_LEN, u16(b, e->local + LOCAL_NAME))))
		return refuse_entry(r, e, "two names");
	e->end = data + e->packed;
	return STATUS_OK;
}

static enum status check_entry(const struct reading *r, struct zip_entry *e)
{
	if (!name_is_safe(e->name))
		return refuse_entry(r, e, "name of an entry");
	if ((e->flags & FLAG_ENCRYPTED) != 0)
		return refuse(r, N0160_XLSX_NOT_USABLE, SLICE("ZIP (encrypted)"), "");
	if (e->method != ZIP_STORED && e->method != ZIP_DEFLATED)
		return refuse_entry(r, e, "packed by another method than deflate");
	if (e->method == ZIP_STORED && e->packed != e->size)
		return refuse_entry(r, e, "two sizes");
	return read_local(r, e);
}

/* The record at *at, which is moved behind it. */
static enum status read_record(struct reading *r, size_t *at, struct zip_entry *e)
{
	struct slice b = slice_sub(r->bytes, 0, r->to);
	size_t name, extra;

	if (r->to - *at < RECORD_LEN || memcmp(b.ptr + *at, "PK\1\2", 4) != 0)
		return refuse_whole(r, "directory is cut");
	name = u16(b, *at + RECORD_NAME);
	extra = u16(b, *at + RECORD_EXTRA);
	*e = (struct zip_entry){ .name = slice_sub(b, *at + RECORD_LEN, name),
		                 .record = *at,
		                 .local = u32(b, *at + RECORD_LOCAL),
		                 .packed = u32(b, *at + RECORD_PACKED),
		                 .size = u32(b, *at + RECORD_SIZE),
		                 .crc = u32(b, *at + RECORD_CRC),
		                 .method = u16(b, *at + RECORD_METHOD),
		                 .flags = u16(b, *at + RECORD_FLAGS) };
	if (r->to - *at - RECORD_LEN < name + extra + u16(b, *at + RECORD_COMMENT) || u16(b, *at + RECORD_DISK) != 0)
		return refuse_whole(r, "directory is cut");
	if (!read_zip64(slice_sub(b, *at + RECORD_LEN + name, extra), e))
		return refuse_entry(r, e, "size is not known");
	*at += RECORD_LEN + name + extra + u16(b, *at + RECORD_COMMENT);
	return check_entry(r, e);
}

static int compare_local(const void *a, const void *b)
{
	const struct zip_entry *const *x = a, *const *y = b;

	return ((*x)->local > (*y)->local) - ((*x)->local < (*y)->local);
}

static int compare_names(const void *a, const void *b)
{
	const struct zip_entry *const *x = a, *const *y = b;
	struct slice s = (*x)->name, t = (*y)->name;
	size_t i = 0;

	while (i < s.len && i < t.len && ascii_lower(s.ptr[i]) == ascii_lower(t.ptr[i]))
		i++;
	if (i < s.len && i < t.len)
		return (unsigned char)ascii_lower(s.ptr[i]) < (unsigned char)ascii_lower(t.ptr[i]) ? -1 : 1;
	return (s.len > t.len) - (s.len < t.len);
}

static enum status check_pairs(const struct reading *r, const struct zip_entry **sorted)
{
	size_t count = r->directory.count;

	for (size_t i = 0; i < count; i++)
		sorted[i] = &r->directory.items[i];
	qsort(sorted, count, sizeof *sorted, compare_local);
	for (size_t i = 1; i < count; i++)
		if (sorted[i]->local < sorted[i - 1]->end)
			return refuse_entry(r, sorted[i], "overlaps another entry");
	qsort(sorted, count, sizeof *sorted, compare_names);
	for (size_t i = 1; i < count; i++)
		if (compare_names(&sorted[i], &sorted[i - 1]) == 0)
			return refuse_entry(r, sorted[i], "stands there twice");
	return STATUS_OK;
}

static enum status read_records(struct reading *r)
{
	size_t at = r->from;
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < r->directory.count; i++)
		status = read_record(r, &at, &r->directory.items[i]);
	if (status == STATUS_OK && at != r->to)
		status = refuse_whole(r, "other bytes in the directory");
	return status;
}

enum status zip_directory_read(struct slice bytes, struct slice file, struct findings *findings,
                               struct zip_directory *out)
{
	struct reading r = { .bytes = bytes, .file = file, .findings = findings };
	const struct zip_entry **sorted = NULL;
	enum status status = read_end(&r);

	*out = (struct zip_directory){ 0 };
	if (status != STATUS_OK)
		return status;
	r.directory.items = calloc(r.directory.count, sizeof *r.directory.items);
	sorted = calloc(r.directory.count, sizeof *sorted);
	if (r.directory.items == NULL || sorted == NULL) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		status = STATUS_FAIL;
	}
	if (status == STATUS_OK)
		status = read_records(&r);
	if (status == STATUS_OK)
		status = check_pairs(&r, sorted);
	if (status == STATUS_OK)
		*out = r.directory;
	else
		free(r.directory.items);
	free(sorted);
	return status;
}
