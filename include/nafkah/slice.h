/* Text as pointer and length. A slice owns nothing: whoever hands one out says how long its bytes live.
 * Bytes need no terminating NUL and may hold any value. All comparisons are by byte, never by locale.
 * What is asked for every cell of a payroll is defined here, so that no call is paid for it. */
#ifndef NAFKAH_SLICE_H
#define NAFKAH_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
	const char *ptr;
	size_t len;
};

/* A slice over a string literal. */
#define SLICE(literal) ((struct slice){ (literal), sizeof(literal) - 1 })

/* For printf's "%.*s". Only for slices that are known to be shorter than INT_MAX. */
#define SLICE_ARG(s) (int)(s).len, (s).ptr

/* A slice over a NUL-terminated string that the program itself made (never over input). */
struct slice slice_from_c(const char *text);

static inline bool slice_equal(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Order by bytes, the shorter first where one begins the other. */
int slice_compare(struct slice a, struct slice b);

/* ASCII only: what isdigit and friends would be without a locale. */
static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static inline char ascii_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

/* Without the blanks (space, TAB) at both ends. */
static inline struct slice slice_trim(struct slice s)
{
	while (s.len > 0 && ascii_is_blank(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len > 0 && ascii_is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool slice_starts_with(struct slice s, struct slice prefix);

/* The same without regard to the case of ASCII letters; `prefix` is in lower case. */
bool slice_starts_with_folded(struct slice s, struct slice prefix);

/* The part from `from` (clamped) of `len` bytes (clamped). */
struct slice slice_sub(struct slice s, size_t from, size_t len);

/* Cuts `*rest` at the first `sep`: returns what stands before it and moves `*rest` behind it. Without a `sep` the
 * whole is returned and `*rest` becomes empty with a NULL pointer, which ends a loop. */
struct slice slice_cut(struct slice *rest, char sep);

/* Digits only, at most 18 of them, no sign: false for anything else, the empty slice included. */
bool slice_to_u64(struct slice s, uint64_t *out);

/* Length of the valid UTF-8 prefix of `s` (== s.len when all of it is valid). Overlong forms, surrogates and
 * values above U+10FFFF are not valid. */
size_t utf8_valid_prefix(struct slice s);

#endif
