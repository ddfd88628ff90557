/* The only file that includes libzip. It is given memory to read and a growing buffer to write: what it would do with
 * files (a temporary one without fsync) does not happen. */
#include "zip_archive.h"

#include <nafkah/buf.h>
#include <nafkah/workbook.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

enum {
	LEVEL = 2,            /* of deflate */
	RATIO_FROM = 1048576, /* what unpacks to less is never too much */
	PIECE = 1 << 20
};

struct archive {
	struct slice bytes, file;
	struct findings *findings;
	struct zip_directory directory;
	zip_t *zip;
};

struct archive_stream {
	const struct archive *archive;
	const struct zip_entry *entry;
	zip_file_t *file;
	uint64_t got, limit;
};

static enum status no_memory(const struct archive *a)
{
	findings_add(a->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = a->file });
	return STATUS_FAIL;
}

static enum status refuse(const struct archive *a, const struct zip_entry *e, enum code code, const char *detail)
{
	findings_add(a->findings, &(struct finding){ .code = code,
	                                             .file = a->file,
	                                             .value = e != NULL ? slice_sub(e->name, 0, 200) : a->file,
	                                             .detail = slice_from_c(detail) });
	return code_level(code) == LEVEL_GAGAL ? STATUS_FAIL : STATUS_REJECT;
}

/* Some of its failures to get memory come without a code, those of finding the directory (which was found) as the lack
 * of one, and zlib's as zlib's error. */
static bool is_no_memory(const zip_error_t *error)
{
	enum { ZLIB_MEMORY = -4 };
	int code = zip_error_code_zip(error);

	return code == ZIP_ER_MEMORY || code == ZIP_ER_OK || code == ZIP_ER_NOZIP ||
	       (code == ZIP_ER_ZLIB && zip_error_code_system(error) == ZLIB_MEMORY);
}

/* What libzip says went wrong. */
static enum status fault(const struct archive *a, const struct zip_entry *e, enum code code, const zip_error_t *error)
{
	zip_error_t own;
	enum status status;

	if (is_no_memory(error))
		return no_memory(a);
	zip_error_init_with_code(&own, zip_error_code_zip(error));
	status = refuse(a, e, code, zip_error_strerror(&own));
	zip_error_fini(&own);
	return status;
}

/* ---- reading ---- */

/* libzip must see the entries that were checked, and no others. */
static bool same_directory(const struct archive *a)
{
	if (zip_get_num_entries(a->zip, 0) != (zip_int64_t)a->directory.count)
		return false;
	for (size_t i = 0; i < a->directory.count; i++) {
		const struct zip_entry *e = &a->directory.items[i];
		zip_stat_t st;

		if (zip_stat_index(a->zip, i, ZIP_FL_ENC_RAW, &st) != 0 || st.size != e->size ||
		    st.comp_size != e->packed || st.crc != e->crc || st.comp_method != e->method ||
		    !slice_equal(slice_from_c(st.name), e->name))
			return false;
	}
	return true;
}

/* `source` is libzip's from here on, whatever happens. */
static enum status open_zip(const struct archive *a, zip_source_t *source, int flags, zip_error_t *error, zip_t **out)
{
	*out = source != NULL ? zip_open_from_source(source, flags | ZIP_CHECKCONS, error) : NULL;
	if (*out != NULL)
		return STATUS_OK;
	zip_source_free(source);
	return fault(a, NULL, N0161_XLSX_ARCHIVE, error);
}

static enum status open_for_reading(struct archive *a)
{
	zip_error_t error;
	enum status status;

	zip_error_init(&error);
	status = open_zip(a, zip_source_buffer_create(a->bytes.ptr, a->bytes.len, 0, &error), ZIP_RDONLY, &error,
	                  &a->zip);
	if (status == STATUS_OK && !same_directory(a))
		status = refuse(a, NULL, N0161_XLSX_ARCHIVE, "two directories");
	zip_error_fini(&error);
	return status;
}

enum status archive_open(struct slice bytes, struct slice file, struct findings *findings, struct archive **out)
{
	struct archive *a = calloc(1, sizeof *a);
	enum status status;

	*out = NULL;
	if (a == NULL) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		return STATUS_FAIL;
	}
	*a = (struct archive){ .bytes = bytes, .file = file, .findings = findings };
	status = zip_directory_read(bytes, file, findings, &a->directory);
	if (status == STATUS_OK)
		status = open_for_reading(a);
	if (status == STATUS_OK)
		*out = a;
	else
		archive_close(a);
	return status;
}

void archive_close(struct archive *a)
{
	if (a == NULL)
		return;
	if (a->zip != NULL)
		zip_discard(a->zip);
	free(a->directory.items);
	free(a);
}

size_t archive_count(const struct archive *a)
{
	return a->directory.count;
}

const struct zip_entry *archive_entry(const struct archive *a, size_t i)
{
	return &a->directory.items[i];
}

bool archive_same_name(struct slice a, struct slice b)
{
	size_t i = 0;

	while (i < a.len && i < b.len && ascii_lower(a.ptr[i]) == ascii_lower(b.ptr[i]))
		i++;
	return i == a.len && i == b.len;
}

bool archive_find(const struct archive *a, struct slice name, size_t *out)
{
	for (size_t i = 0; i < a->directory.count; i++) {
		if (archive_same_name(a->directory.items[i].name, name)) {
			*out = i;
			return true;
		}
	}
	return false;
}

static uint64_t limit_of(const struct zip_entry *e)
{
	uint64_t limit = e->packed < XLSX_PART_MAX / XLSX_RATIO_MAX ? e->packed * XLSX_RATIO_MAX : XLSX_PART_MAX;

	return limit > RATIO_FROM ? limit : RATIO_FROM;
}

struct archive_stream *archive_stream_open(const struct archive *a, size_t entry, enum status *status)
{
	struct archive_stream *s = calloc(1, sizeof *s);

	if (s == NULL) {
		*status = no_memory(a);
		return NULL;
	}
	*s = (struct archive_stream){ .archive = a, .entry = &a->directory.items[entry] };
	s->limit = limit_of(s->entry);
	s->file = zip_fopen_index(a->zip, entry, 0);
	*status = STATUS_OK;
	if (s->file == NULL) {
		*status = fault(a, s->entry, N0161_XLSX_ARCHIVE, zip_get_error(a->zip));
		free(s);
		s = NULL;
	}
	return s;
}

void archive_stream_close(struct archive_stream *s)
{
	if (s == NULL)
		return;
	(void)zip_fclose(s->file);
	free(s);
}

static enum status too_large(const struct archive_stream *s)
{
	char limit[32];

	(void)snprintf(limit, sizeof limit, "%" PRIu64, s->limit);
	return refuse(s->archive, s->entry, N0162_XLSX_TOO_LARGE, limit);
}

static enum status read_stream(void *context, char *into, size_t cap, size_t *got)
{
	struct archive_stream *s = context;
	zip_int64_t n = zip_fread(s->file, into, cap);

	*got = 0;
	if (n < 0)
		return fault(s->archive, s->entry, N0161_XLSX_ARCHIVE, zip_file_get_error(s->file));
	s->got += (uint64_t)n;
	if (s->got > s->limit)
		return too_large(s);
	if (s->got > s->entry->size || (n == 0 && s->got != s->entry->size))
		return refuse(s->archive, s->entry, N0161_XLSX_ARCHIVE, "another size than stated");
	*got = (size_t)n;
	return STATUS_OK;
}

struct byte_source archive_stream_source(struct archive_stream *s)
{
	return (struct byte_source){ read_stream, s };
}

/* ---- writing ---- */

/* What libzip asks for a changed entry. */
struct change_reader {
	const struct archive_change *change;
	uint64_t got;
	bool over;
	enum status status; /* of the content */
	zip_error_t error;
};

static zip_int64_t read_change(struct change_reader *c, char *into, zip_uint64_t cap)
{
	size_t got = 0;

	if (!c->over)
		c->status = c->change->content.read(c->change->content.context, into, cap, &got);
	c->got += got;
	c->over = got == 0;
	if (c->status == STATUS_OK && (c->got > c->change->size || (got == 0 && c->got != c->change->size))) {
		zip_error_set(&c->error, ZIP_ER_INTERNAL, 0);
		return -1;
	}
	if (c->status != STATUS_OK) {
		zip_error_set(&c->error, ZIP_ER_READ, 0);
		return -1;
	}
	return (zip_int64_t)got;
}

static zip_int64_t stat_size(void *data, zip_uint64_t len, uint64_t size, zip_error_t *error)
{
	zip_stat_t *st = ZIP_SOURCE_GET_ARGS(zip_stat_t, data, len, error);

	if (st == NULL)
		return -1;
	zip_stat_init(st);
	st->valid = ZIP_STAT_SIZE;
	st->size = size;
	return (zip_int64_t)sizeof *st;
}

static zip_int64_t on_change(void *context, void *data, zip_uint64_t len, zip_source_cmd_t command)
{
	struct change_reader *c = context;

	switch ((int)command) {
	case ZIP_SOURCE_SUPPORTS:
		return ZIP_SOURCE_SUPPORTS_READABLE;
	case ZIP_SOURCE_READ:
		return read_change(c, data, len);
	case ZIP_SOURCE_STAT:
		return stat_size(data, len, c->change->size, &c->error);
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&c->error, data, len);
	case ZIP_SOURCE_OPEN:
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_FREE:
		return 0;
	default:
		zip_error_set(&c->error, ZIP_ER_OPNOTSUPP, 0);
		return -1;
	}
}

/* The archive that is rewritten: reads what there is, writes into a buffer of its own. */
struct rewriter {
	struct slice old;
	uint64_t read_at, write_at;
	struct buf *made;
	zip_error_t error;
};

static zip_int64_t read_old(struct rewriter *w, void *into, zip_uint64_t cap)
{
	struct slice part = slice_sub(w->old, w->read_at, cap);

	if (part.len > 0)
		memcpy(into, part.ptr, part.len);
	w->read_at += part.len;
	return (zip_int64_t)part.len;
}

/* libzip goes back to the local header of an entry once it knows its packed size. */
static zip_int64_t write_made(struct rewriter *w, const void *bytes, zip_uint64_t len)
{
	struct slice rest = { bytes, len };
	size_t over = w->made->len > w->write_at ? w->made->len - w->write_at : 0;

	over = over < len ? over : len;
	if (over > 0)
		memcpy(w->made->ptr + w->write_at, bytes, over);
	buf_append(w->made, slice_sub(rest, over, len));
	if (w->made->failed) {
		zip_error_set(&w->error, ZIP_ER_MEMORY, 0);
		return -1;
	}
	w->write_at += len;
	return (zip_int64_t)len;
}

static zip_int64_t seek(struct rewriter *w, uint64_t *at, uint64_t limit, void *data, zip_uint64_t len)
{
	zip_int64_t to = zip_source_seek_compute_offset(*at, limit, data, len, &w->error);

	if (to < 0)
		return -1;
	*at = (uint64_t)to;
	return 0;
}

static zip_int64_t on_archive(void *context, void *data, zip_uint64_t len, zip_source_cmd_t command)
{
	struct rewriter *w = context;

	switch ((int)command) {
	case ZIP_SOURCE_SUPPORTS:
		return ZIP_SOURCE_SUPPORTS_WRITABLE;
	case ZIP_SOURCE_OPEN:
		w->read_at = 0;
		return 0;
	case ZIP_SOURCE_READ:
		return read_old(w, data, len);
	case ZIP_SOURCE_SEEK:
		return seek(w, &w->read_at, w->old.len, data, len);
	case ZIP_SOURCE_TELL:
		return (zip_int64_t)w->read_at;
	case ZIP_SOURCE_WRITE:
		return write_made(w, data, len);
	case ZIP_SOURCE_SEEK_WRITE:
		return seek(w, &w->write_at, w->made->len, data, len);
	case ZIP_SOURCE_TELL_WRITE:
		return (zip_int64_t)w->write_at;
	case ZIP_SOURCE_STAT:
		return stat_size(data, len, w->old.len, &w->error);
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&w->error, data, len);
	case ZIP_SOURCE_BEGIN_WRITE:
	case ZIP_SOURCE_COMMIT_WRITE:
	case ZIP_SOURCE_ROLLBACK_WRITE:
	case ZIP_SOURCE_REMOVE:
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_FREE:
		return 0;
	default:
		zip_error_set(&w->error, ZIP_ER_OPNOTSUPP, 0);
		return -1;
	}
}

static bool replace_all(zip_t *zip, struct change_reader *readers, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t entry = readers[i].change->entry;
		zip_source_t *source = zip_source_function(zip, on_change, &readers[i]);

		if (source == NULL)
			return false;
		if (zip_file_replace(zip, entry, source, 0) != 0) {
			zip_source_free(source);
			return false;
		}
		if (zip_set_file_compression(zip, entry, ZIP_CM_DEFAULT, LEVEL) != 0)
			return false;
	}
	return true;
}

/* Why the archive could not be written: a content's own failure has been told of already. */
static enum status write_fault(const struct archive *a, zip_t *zip, const struct change_reader *readers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (readers[i].status != STATUS_OK)
			return readers[i].status;
	return fault(a, NULL, N0902_WRITE_FAILED, zip_get_error(zip));
}

static enum status make(const struct archive *a, struct change_reader *readers, size_t count, struct rewriter *w)
{
	zip_error_t error;
	zip_t *zip = NULL;
	enum status status;

	zip_error_init(&error);
	status = open_zip(a, zip_source_function_create(on_archive, w, &error), 0, &error, &zip);
	if (status == STATUS_OK && (!replace_all(zip, readers, count) || zip_close(zip) != 0)) {
		status = write_fault(a, zip, readers, count);
		zip_discard(zip);
	}
	zip_error_fini(&error);
	return status;
}

/* libzip stamps the clock on what was replaced and takes all other times through the time zone. */
static enum status restore_times(const struct archive *a, struct buf *made)
{
	struct zip_directory now;
	enum status status = zip_directory_read(buf_slice(made), a->file, a->findings, &now);
	bool same = status == STATUS_OK && now.count == a->directory.count;

	for (size_t i = 0; same && i < now.count; i++) {
		const struct zip_entry *e = &now.items[i], *was = &a->directory.items[i];
		const char *time = a->bytes.ptr + was->record + ZIP_RECORD_TIME;

		same = slice_equal(e->name, was->name);
		memcpy(made->ptr + e->local + ZIP_LOCAL_TIME, time, ZIP_TIME_LEN);
		memcpy(made->ptr + e->record + ZIP_RECORD_TIME, time, ZIP_TIME_LEN);
	}
	if (status == STATUS_OK && !same)
		status = refuse(a, NULL, N0902_WRITE_FAILED, "entries");
	free(now.items);
	return status;
}

static enum status hand_over(struct slice bytes, struct byte_sink out)
{
	enum status status = STATUS_OK;

	for (size_t at = 0; status == STATUS_OK && at < bytes.len; at += PIECE) {
		struct slice piece = slice_sub(bytes, at, PIECE);

		status = out.write(out.context, piece.ptr, piece.len);
	}
	return status;
}

enum status archive_write(const struct archive *a, const struct archive_change *changes, size_t count,
                          struct byte_sink out)
{
	struct change_reader *readers = calloc(count + 1, sizeof *readers);
	struct buf made = { 0 };
	struct rewriter w = { .old = a->bytes, .made = &made };
	enum status status;

	if (readers == NULL)
		return no_memory(a);
	for (size_t i = 0; i < count; i++)
		readers[i] = (struct change_reader){ .change = &changes[i] };
	status = make(a, readers, count, &w);
	if (status == STATUS_OK)
		status = restore_times(a, &made);
	if (status == STATUS_OK)
		status = hand_over(buf_slice(&made), out);
	buf_release(&made);
	free(readers);
	return status;
}
