/* A finished folder's SHA256SUMS: checked before a folder is trusted. */
#ifndef NAFKAH_SEAL_H
#define NAFKAH_SEAL_H

#include <nafkah/arena.h>
#include <nafkah/finding.h>
#include <nafkah/hash.h>
#include <nafkah/input.h>
#include <nafkah/status.h>

struct sealed; /* opaque: an open folder whose seal was checked */

/* Opens the folder (N0101 when there is none) and checks every file that SHA256SUMS names, by hash, in fixed memory.
 * N0701 names each file that is missing, differs, is no regular file or lies behind a link, and a SHA256SUMS that is
 * missing itself, over 64 MiB, or not made of lines `64 hex digits, two spaces, relative path` (then with the line
 * number) or names a file twice. Files that the seal does not name are left alone. */
enum status sealed_open(const char *path, struct findings *findings, struct sealed **out) NAFKAH_MUST_USE;

/* As sealed_open, but no file is checked: for a folder that is judged file by file. */
enum status sealed_open_unchecked(const char *path, struct findings *findings, struct sealed **out) NAFKAH_MUST_USE;

struct sealed_entry {
	struct slice path;
	struct sha256 hash;
	size_t line; /* of SHA256SUMS, from 1 */
};

/* What the seal names, in byte order of the paths; lives as long as `s`. */
const struct sealed_entry *sealed_entries(const struct sealed *s, size_t *count);
const struct sealed_entry *sealed_find(const struct sealed *s, struct slice path); /* NULL: it does not name it */

enum sealed_state {
	SEALED_HOLDS,
	SEALED_OTHER,  /* another content */
	SEALED_MISSING /* or no regular file, or behind a link */
};

/* What has become of a file; *found is the hash of its content, where it has one. No finding is made of it. STATUS_REJECT:
 * it changed while it was read (N0103); STATUS_FAIL: it could not be read. */
enum status sealed_look(struct sealed *s, const struct sealed_entry *e, enum sealed_state *state,
                        struct sha256 *found) NAFKAH_MUST_USE;

/* Looks a path up in the text of any SHA256SUMS. */
bool sums_find(struct slice sums, struct slice path, struct sha256 *out);

/* The hash of the SHA256SUMS file itself: what the next month chains to. */
struct sha256 sealed_hash(const struct sealed *s);

/* The content of a file that the seal names, read again and checked again against the seal (N0701). STATUS_END when
 * the seal does not name it, without a finding. Lives in `arena`. */
enum status sealed_file(struct sealed *s, const char *path, struct arena *arena, struct slice *out) NAFKAH_MUST_USE;

/* The same as a stream, for files too big for memory: at its end the content is held against the seal (N0701).
 * The caller closes it, at any time. */
enum status sealed_input(struct sealed *s, const char *path, struct input **out) NAFKAH_MUST_USE;

/* The SHA256SUMS text itself; lives as long as `s`. */
struct slice sealed_sums(const struct sealed *s);

void sealed_close(struct sealed *s);

#endif
