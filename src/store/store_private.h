/* What the files of src/store share and nobody else sees. */
#ifndef NAFKAH_STORE_PRIVATE_H
#define NAFKAH_STORE_PRIVATE_H

#include <nafkah/arena.h>
#include <nafkah/finding.h>
#include <nafkah/hash.h>
#include <nafkah/input.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

/* Streams are read through buffers of this size. */
enum { STORE_BLOCK = 262144 };

/* The C library's own words for an errno value, whatever the locale; lives for ever. */
struct slice errno_text(int error);

/* Makes a finding about `name` (file and value) with errno's text as detail (0: none). Returns STATUS_REJECT for a
 * code of level tolak, else STATUS_FAIL. */
enum status store_finding(struct findings *findings, enum code code, struct slice name, int error);

/* A relative path of non-empty components, none of them "." or "..", without control bytes or backslash: one line of
 * SHA256SUMS can hold it, and it cannot leave its folder. */
bool path_is_safe(struct slice path);

/* What stands before the last slash (empty if there is none), and what stands behind it. */
struct slice path_folder(struct slice path);
struct slice path_base(struct slice path);

/* openat(2), close-on-exec, mode 0600 where it creates; EINTR is repeated. */
int open_at(int dir, const char *name, int flags);

/* Opens a file for reading below `dir`, following no link on the way. `path` is safe. -1 and errno on failure. */
int open_beneath(int dir, struct slice path);

/* Everything but a regular file opens without waiting; fstat says afterwards what it was. */
#define STORE_OPEN_FLAGS (O_RDONLY | O_NONBLOCK | O_NOCTTY)

/* One write of all bytes: EINTR and short writes handled, stops when a signal came. 0 or an errno value;
 * WRITE_INTERRUPTED for the signal. */
enum { WRITE_INTERRUPTED = -1 };
int write_all(int fd, const char *bytes, size_t len);

/* fsync, once. Only EINTR, which says that nothing was tried, is repeated. 0 or an errno value. */
int sync_once(int fd);

/* Copies standard input into an unlinked file of mode 0600 and hands out its descriptor. */
enum status spool_stdin(struct findings *findings, int *fd);

struct input_origin {
	int fd;                        /* adopted: closed by input_close, or at once if the adoption fails */
	struct slice name;             /* copied */
	enum code changed;             /* the finding when the content is not what it should be */
	const struct sha256 *expected; /* what it should be; NULL: what the first pass sees */
};
enum status input_adopt(const struct input_origin *origin, struct findings *findings, struct input **out);

/* As input_slurp, but the content may be empty and has no limit. */
enum status input_content(struct input *in, struct arena *arena, struct slice *out);

#endif
