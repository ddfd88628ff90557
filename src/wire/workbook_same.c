#include "zip_archive.h"

#include <nafkah/workbook.h>

#include <string.h>

enum { BLOCK = 16384 };

static enum status compare(struct byte_source a, struct byte_source b, bool *same)
{
	char left[BLOCK], right[BLOCK];
	size_t left_len = 0, right_len = 0;
	enum status status;

	do {
		status = bytes_fill(a, left, BLOCK, &left_len);
		if (status == STATUS_OK)
			status = bytes_fill(b, right, BLOCK, &right_len);
		*same = status == STATUS_OK && left_len == right_len && memcmp(left, right, left_len) == 0;
	} while (*same && left_len == BLOCK);
	return status;
}

static enum status compare_entry(const struct archive *a, const struct archive *b, size_t i, bool *same)
{
	enum status status = STATUS_OK, other = STATUS_OK;
	struct archive_stream *left, *right;

	*same = slice_equal(archive_entry(a, i)->name, archive_entry(b, i)->name);
	if (!*same)
		return STATUS_OK;
	left = archive_stream_open(a, i, &status);
	right = archive_stream_open(b, i, &other);
	if (left != NULL && right != NULL)
		status = compare(archive_stream_source(left), archive_stream_source(right), same);
	else
		status = status != STATUS_OK ? status : other;
	archive_stream_close(left);
	archive_stream_close(right);
	return status;
}

static enum status compare_archives(const struct archive *a, const struct archive *b, struct slice *differs)
{
	size_t count = archive_count(a) < archive_count(b) ? archive_count(a) : archive_count(b);
	const struct archive *longer = archive_count(a) > count ? a : b;
	enum status status = STATUS_OK;
	bool same = true;

	for (size_t i = 0; status == STATUS_OK && same && i < count; i++) {
		status = compare_entry(a, b, i, &same);
		if (!same)
			*differs = archive_entry(a, i)->name;
	}
	if (status == STATUS_OK && same && archive_count(longer) > count)
		*differs = archive_entry(longer, count)->name;
	return status;
}

enum status workbook_same(struct slice a, struct slice b, struct slice file, struct findings *findings,
                          struct slice *differs)
{
	struct archive *left = NULL, *right = NULL;
	enum status status = archive_open(a, file, findings, &left);

	*differs = SLICE("");
	if (status == STATUS_OK)
		status = archive_open(b, file, findings, &right);
	if (status == STATUS_OK)
		status = compare_archives(left, right, differs);
	archive_close(left);
	archive_close(right);
	return status;
}
