#include <nafkah/buf.h>

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for `more` bytes and a NUL behind them. */
static bool buf_reserve(struct buf *b, size_t more)
{
	size_t cap = b->cap < 64 ? 64 : b->cap;
	char *grown;

	if (b->failed || more > SIZE_MAX / 4 - b->len) {
		b->failed = true;
		return false;
	}
	if (b->cap - b->len > more)
		return true;
	while (cap - b->len <= more)
		cap *= 2;
	grown = realloc(b->ptr, cap);
	if (grown == NULL) {
		b->failed = true;
		return false;
	}
	b->ptr = grown;
	b->cap = cap;
	return true;
}

void buf_append(struct buf *b, struct slice s)
{
	if (s.len == 0 || !buf_reserve(b, s.len))
		return;
	memcpy(b->ptr + b->len, s.ptr, s.len);
	b->len += s.len;
}

void buf_char(struct buf *b, char c)
{
	buf_append(b, (struct slice){ &c, 1 });
}

void buf_printf(struct buf *b, const char *format, ...)
{
	va_list args, again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	if (len < 0) {
		b->failed = true;
	} else if (buf_reserve(b, (size_t)len)) {
		(void)vsnprintf(b->ptr + b->len, (size_t)len + 1, format, again);
		b->len += (size_t)len;
	}
	va_end(again);
	va_end(args);
}

struct slice buf_slice(const struct buf *b)
{
	return (struct slice){ b->ptr, b->len };
}

void buf_clear(struct buf *b)
{
	b->len = 0;
	b->failed = false;
}

void buf_release(struct buf *b)
{
	free(b->ptr);
	*b = (struct buf){ 0 };
}
