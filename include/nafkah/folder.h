/* The output folder: absent or complete. It is built beside its final place as `.NAME.partial-XXXXXX` (mode 0700,
 * files 0600 whatever the umask), every file is synced when it is closed, and one renameat2(RENAME_NOREPLACE)
 * publishes it, followed by a sync of the parent. The parent is held by descriptor from the start. Nothing existing
 * is ever overwritten or followed (O_EXCL, O_NOFOLLOW). A failed fsync is final and is never retried.
 *
 * A lock (flock) on the partial folder tells a live run from a leftover: folder_create removes leftovers of the same
 * name when their lock is free and they belong to this user (N0906, value: the name), and reports the others (N0908,
 * value: the name, detail: why it was kept). Both depend on what happened before, so they belong on the terminal and
 * not in a report that must be the same everywhere.
 *
 * When interrupted_by is set, the next step returns STATUS_FAIL (PUBLISH_FAILED) without a finding. After any failure
 * the folder can only be freed: folder_publish refuses. Not thread-safe, except that different out_files may be written
 * (not opened or closed) by different threads as long as nobody else adds findings. */
#ifndef NAFKAH_FOLDER_H
#define NAFKAH_FOLDER_H

#include <nafkah/finding.h>
#include <nafkah/hash.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct folder;   /* opaque */
struct out_file; /* opaque: one file being written, hashed as it goes */

enum folder_made {
	FOLDER_MADE,
	FOLDER_EXISTS, /* something of that name is there, even a dangling link: untouched */
	FOLDER_FAILED  /* a finding says why */
};

/* Checks that `path` can be published later (parent is a folder that can be listed and written, name is free, not
 * over-long, without control bytes: else N0904) before any work is done, and makes the partial folder. */
enum folder_made folder_create(const char *path, struct findings *findings, struct folder **out) NAFKAH_MUST_USE;

/* A new file at a relative path such as "bukti/aturan/skb-bontang.xml"; folders on the way are made. Components "."
 * and "..", empty ones, absolute paths, control bytes and backslashes are refused by assertion (the seal could not hold
 * them): names are checked by the caller. */
enum status folder_file(struct folder *f, struct slice path, struct out_file **out) NAFKAH_MUST_USE;
/* Whether it takes a path: for names that come from a file. */
bool folder_takes(struct slice path);

/* All or nothing, EINTR and short writes handled; ENOSPC, EFBIG, EIO and the rest: N0902. */
enum status out_write(struct out_file *o, const void *bytes, size_t len) NAFKAH_MUST_USE;

/* The hashing is done by a thread of its own from here on: for large files. */
void out_hash_aside(struct out_file *o);

/* Syncs, closes and remembers path, size and hash for the seal. Frees `o` whatever happens. `hash`
 * may be NULL. */
enum status out_close(struct out_file *o, struct sha256 *hash) NAFKAH_MUST_USE;
void out_abandon(struct out_file *o); /* after a failure; NULL is fine */

/* For a copy whose bytes somebody else hashes as they go by: nothing but out_copy writes it, and its hash is told when it
 * is closed. folder_reopen then holds the content against that. */
enum status out_copy(struct out_file *o, const void *bytes, size_t len) NAFKAH_MUST_USE;
enum status out_close_copy(struct out_file *o, const struct sha256 *hash) NAFKAH_MUST_USE;

/* A whole small file in one call. */
enum status folder_write(struct folder *f, struct slice path, struct slice content) NAFKAH_MUST_USE;

/* The partial folder itself, open for as long as `f` lives: a place for temporary files that have no name while they exist.
 * Of a folder that is compared it is the one where "-" is spooled (input.h), and -1 where that cannot be opened. */
int folder_descriptor(const struct folder *f);

/* Opens a closed file of the partial folder again for reading (rewrite from the private copy, reading back). At its
 * end the content is held against what was written: other bytes are N0907. */
struct input;
enum status folder_reopen(struct folder *f, struct slice path, struct input **out) NAFKAH_MUST_USE;

/* Writes SHA256SUMS over every file closed so far, in byte order of their paths, in the form of sha256sum(1). */
enum status folder_seal(struct folder *f) NAFKAH_MUST_USE;

enum publish {
	PUBLISH_DONE,
	PUBLISH_NOT_DURABLE, /* published, but the last sync of the parent failed */
	PUBLISH_EXISTS,      /* another run was first; ours was removed */
	PUBLISH_FAILED       /* nothing published, partial removed, a finding says why */
};
enum publish folder_publish(struct folder *f) NAFKAH_MUST_USE;

/* Removes an unpublished partial folder and frees. NULL is fine. */
void folder_free(struct folder *f);

/* ---- a finished folder that is held against what would be written ---- */

/* Opens a folder for comparison: from now on folder_file opens the file that is there (or none), out_write and out_copy
 * compare and write nothing, folder_reopen reads what is there. Nothing on disk changes; sealing and publishing are asserted
 * against. A folder that is not there is N0101, one that cannot be read N0901. */
enum status folder_compare(const char *path, struct findings *findings, struct folder **out) NAFKAH_MUST_USE;

enum { COMPARED_KEPT = 512 };

enum compared_state {
	COMPARED_SAME,
	COMPARED_OTHER,
	COMPARED_MISSING /* or no regular file, or behind a link */
};

struct compared {
	struct slice path;
	enum compared_state state;
	uint64_t offset;       /* of the first byte that differs; the length of the shorter where one begins the other */
	struct slice computed; /* what would be written from there on, at most COMPARED_KEPT bytes */
};

/* How the files that were closed compared, in the order in which they were opened: the one after `f`, the first for NULL; NULL at
 * the end. Live as long as the folder. */
const struct compared *folder_compared_next(const struct folder *folder, const struct compared *f);

#endif
