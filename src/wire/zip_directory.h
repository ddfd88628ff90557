/* The central directory of a ZIP archive, held against the local headers. libzip reads and writes the entries; it does
 * not tell where they lie, and so not that two of them share bytes, and it passes their times through the time zone. */
#ifndef NAFKAH_WIRE_ZIP_DIRECTORY_H
#define NAFKAH_WIRE_ZIP_DIRECTORY_H

#include <nafkah/finding.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stddef.h>
#include <stdint.h>

enum { ZIP_ENTRIES_MAX = 10000, ZIP_STORED = 0, ZIP_DEFLATED = 8 };

struct zip_entry {
	struct slice name;    /* as its bytes stand in the directory */
	uint64_t record;      /* offset of its record in the directory */
	uint64_t local, end;  /* offset of its local header; behind its packed bytes */
	uint64_t packed, size;
	uint32_t crc;
	uint16_t method, flags;
};

/* Entries in the order of the directory. `items` is the caller's to free; names point into the archive. */
struct zip_directory {
	struct zip_entry *items;
	size_t count;
};

/* STATUS_OK: names are relative, without "..", and no two are equal even without regard to case; each local header has
 * the name of its entry; no two entries share bytes; all are stored or deflated and none is encrypted.
 * STATUS_REJECT: N0160 (no ZIP archive, or an encrypted one) or N0161. */
enum status zip_directory_read(struct slice bytes, struct slice file, struct findings *findings,
                               struct zip_directory *out) NAFKAH_MUST_USE;

/* Where the four bytes of an entry's time and date stand, in its local header and in its record. */
enum { ZIP_LOCAL_TIME = 10, ZIP_RECORD_TIME = 12, ZIP_TIME_LEN = 4 };

#endif
