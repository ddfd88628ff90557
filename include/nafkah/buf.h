/* A growing run of bytes that owns its memory. `{0}` is a valid empty buffer. Appending never fails visibly: on
 * exhaustion `failed` is set, further appends do nothing, and the one check at the end suffices. */
#ifndef NAFKAH_BUF_H
#define NAFKAH_BUF_H

#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>

struct buf {
	char *ptr;
	size_t len, cap;
	bool failed;
};

void buf_append(struct buf *b, struct slice s);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What was appended so far; valid until the next append or release. */
struct slice buf_slice(const struct buf *b);

/* Forgets the content, keeps the memory. */
void buf_clear(struct buf *b);
void buf_release(struct buf *b);

#endif
