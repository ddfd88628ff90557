/* A ZIP archive in memory: its entries as streams, and the archive again with some entries replaced. By libzip, behind
 * zip_directory.h, which refuses what libzip lets pass. Nothing is ever unpacked to disk.
 *
 * N0160, N0161 as zip_directory_read has them; N0161 with the entry for packed bytes that are damaged, a wrong size or
 * CRC; N0162 for an entry that unpacks to more than its limit; N0902 when libzip cannot write. */
#ifndef NAFKAH_WIRE_ZIP_ARCHIVE_H
#define NAFKAH_WIRE_ZIP_ARCHIVE_H

#include "zip_directory.h"

#include <nafkah/bytes.h>

#include <stdbool.h>

struct archive; /* opaque */

/* `bytes`, `file` and `findings` are borrowed. */
enum status archive_open(struct slice bytes, struct slice file, struct findings *findings,
                         struct archive **out) NAFKAH_MUST_USE;
void archive_close(struct archive *a);

size_t archive_count(const struct archive *a);
const struct zip_entry *archive_entry(const struct archive *a, size_t i);

/* Names of parts are the same without regard to case. */
bool archive_same_name(struct slice a, struct slice b);
bool archive_find(const struct archive *a, struct slice name, size_t *out);

/* One entry unpacked, several at a time. Its end has checked size and CRC. NULL: a finding was made, and *status says
 * which kind. The archive outlives the stream. */
struct archive_stream *archive_stream_open(const struct archive *a, size_t entry, enum status *status);
void archive_stream_close(struct archive_stream *s);
struct byte_source archive_stream_source(struct archive_stream *s);

/* An entry that gets another content, of exactly `size` bytes. */
struct archive_change {
	size_t entry;
	uint64_t size;
	struct byte_source content;
};

/* The archive with `changes`: the other entries keep their packed bytes; order, names, times and attributes stay. */
enum status archive_write(const struct archive *a, const struct archive_change *changes, size_t count,
                          struct byte_sink out) NAFKAH_MUST_USE;

#endif
