/* The only file that includes shapelib, which reads the records through hooks over a source that only goes forward.
 *
 * Its DBFOpenLL is not used. It takes nine pieces of memory and looks at none of them (each one refused ended in a
 * segmentation fault), believes the number of records, and looks for a .cpg file. So its handle, a public struct, is
 * filled here from a header that has been checked, in memory that has been checked; dbf_test.c holds the two against
 * each other. Nor is DBFReadStringAttribute, which takes memory in the same way, ends at a NUL, and drops blanks in
 * front: DBFReadTuple gives the record as it stands and takes none. */
#include "dbf_private.h"

#include <shapefil.h>

#include <stdlib.h>

enum { BLOCK = 65536 };

/* Bytes that came and were not yet taken. */
struct stream {
	struct byte_source source;
	char *bytes;
	size_t at, filled;
	uint64_t taken;
	bool at_end;
	enum status status;
};

struct dbf_records {
	struct stream stream;
	DBFInfo handle;
	int next;
};

static void take(struct stream *s, char *into, size_t len, size_t *got)
{
	*got = 0;
	while (*got < len && s->status == STATUS_OK) {
		size_t some = s->filled - s->at < len - *got ? s->filled - s->at : len - *got;

		memcpy(into + *got, s->bytes + s->at, some);
		s->at += some;
		*got += some;
		if (*got == len || s->at_end)
			break;
		s->at = s->filled = 0;
		s->status = s->source.read(s->source.context, s->bytes, BLOCK, &s->filled);
		s->at_end = s->filled == 0;
	}
	s->taken += *got;
}

static struct stream *stream_of(SAFile file)
{
	return (struct stream *)(void *)file;
}

static SAOffset hook_read(void *into, SAOffset size, SAOffset count, SAFile file)
{
	size_t got = 0;

	if (count == 1)
		take(stream_of(file), into, size, &got);
	return count == 1 && got == size;
}

/* Only to where the stream is. */
static SAOffset hook_seek(SAFile file, SAOffset offset, int whence)
{
	return whence == SEEK_SET && offset == stream_of(file)->taken ? 0 : 1;
}

static void hook_error(const char *message)
{
	(void)message;
}

struct dbf_records *dbf_records_new(struct byte_source content)
{
	struct dbf_records *r = calloc(1, sizeof *r);

	if (r == NULL)
		return NULL;
	r->stream = (struct stream){ .source = content, .bytes = malloc(BLOCK) };
	if (r->stream.bytes == NULL) {
		free(r);
		return NULL;
	}
	return r;
}

void dbf_records_free(struct dbf_records *r)
{
	if (r == NULL)
		return;
	free(r->handle.pszCurrentRecord);
	free(r->stream.bytes);
	free(r);
}

enum status dbf_records_header(struct dbf_records *r, void *into, size_t len, size_t *got)
{
	take(&r->stream, into, len, got);
	return r->stream.status;
}

bool dbf_records_begin(struct dbf_records *r, const struct dbf_shape *shape)
{
	r->handle = (DBFInfo){
		.sHooks = { .FRead = hook_read, .FSeek = hook_seek, .Error = hook_error },
		.fp = (SAFile)(void *)&r->stream,
		.nRecords = (int)shape->records,
		.nRecordLength = (int)shape->record_len,
		.nHeaderLength = (int)shape->header_len,
		.nCurrentRecord = -1,
		.pszCurrentRecord = malloc(shape->record_len),
	};
	return r->handle.pszCurrentRecord != NULL;
}

enum status dbf_records_next(struct dbf_records *r, const char **record)
{
	*record = DBFReadTuple(&r->handle, r->next);
	if (*record == NULL)
		return r->stream.status != STATUS_OK ? r->stream.status : STATUS_END;
	r->next++;
	return STATUS_OK;
}

enum status dbf_records_behind(struct dbf_records *r, char bytes[2], size_t *got)
{
	take(&r->stream, bytes, 2, got);
	return r->stream.status;
}
