/* A file that is read: opened once, held by descriptor, hashed while it is read, never trusted to stay as it was.
 * Missing files, folders, devices and FIFOs are refused (N0101, N0102); a file that cannot be opened or read for
 * another reason fails the run (N0901). "-" is standard input, spooled once to an unlinked file.
 * An input whose size, modification time or content differs between its first and its last byte, or between two
 * passes, is refused (N0103). EINTR and short reads are handled here. When interrupted_by is set, reading returns
 * STATUS_FAIL without a finding.
 * The spool of "-" lies in $TMPDIR when that is an absolute path, else in /tmp. */
#ifndef NAFKAH_INPUT_H
#define NAFKAH_INPUT_H

#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/hash.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct out_file;
struct input; /* opaque */

/* `path` is a C string from the command line. */
enum status input_open(const char *path, struct findings *findings, struct input **out) NAFKAH_MUST_USE;
void input_close(struct input *in);

struct slice input_name(const struct input *in); /* base name, "-" for standard input; lives as long as the input */
uint64_t input_size(const struct input *in);
bool input_same_file(const struct input *a, const struct input *b); /* one inode */

/* Reads on from where the last call stopped, `cap` bytes unless the file ends before. *got is 0 at the end of the file
 * (only there is a pass complete) and after every failure; the end checks that the file is still
 * what it was, and completes the hash. While a copy is set, every byte read goes there as well. */
enum status input_read(struct input *in, char *into, size_t cap, size_t *got) NAFKAH_MUST_USE;

/* The same as a source of bytes. */
struct byte_source input_source(struct input *in);

/* The copy that evidence keeps: of the pass that has not begun yet, and only of that one. It is written by out_copy: close
 * it by out_close_copy with the hash of this input. Borrowed; may be NULL. */
void input_copy_to(struct input *in, struct out_file *copy);

/* The hashing is done by a thread of its own from here on, where the file is large enough to be worth one. */
void input_hash_aside(struct input *in);

/* Complete after input_read has reached the end once. */
struct sha256 input_hash(const struct input *in);
bool input_is_hashed(const struct input *in);

/* Starts another pass over the same bytes; at its end the content must hash to the same value. */
enum status input_rewind(struct input *in) NAFKAH_MUST_USE;

/* The whole content, at most `limit` bytes (more is refused as N0149, value and detail are
 * the size and the limit), hashed, from the first byte whatever was read before; empty is refused as N0105. Lives until
 * the arena is released. */
enum status input_slurp(struct input *in, struct arena *arena, uint64_t limit, struct slice *out) NAFKAH_MUST_USE;

/* Where unlinked files lie: $TMPDIR when that is an absolute path, else /tmp. With a NUL behind it. */
struct slice spool_folder(void);

#endif
