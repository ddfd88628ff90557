#include <nafkah/slice.h>

#include <string.h>

struct slice slice_from_c(const char *text)
{
	return (struct slice){ text, strlen(text) };
}

int slice_compare(struct slice a, struct slice b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common > 0 ? memcmp(a.ptr, b.ptr, common) : 0;

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool slice_starts_with(struct slice s, struct slice prefix)
{
	return s.len >= prefix.len && slice_equal(slice_sub(s, 0, prefix.len), prefix);
}

bool slice_starts_with_folded(struct slice s, struct slice prefix)
{
	if (s.len < prefix.len)
		return false;
	for (size_t i = 0; i < prefix.len; i++)
		if (ascii_lower(s.ptr[i]) != prefix.ptr[i])
			return false;
	return true;
}

struct slice slice_sub(struct slice s, size_t from, size_t len)
{
	if (from > s.len)
		from = s.len;
	if (len > s.len - from)
		len = s.len - from;
	return (struct slice){ s.ptr != NULL ? s.ptr + from : NULL, len };
}

struct slice slice_cut(struct slice *rest, char sep)
{
	const char *at = rest->len > 0 ? memchr(rest->ptr, sep, rest->len) : NULL;
	struct slice head = *rest;

	if (at == NULL) {
		*rest = (struct slice){ NULL, 0 };
		return head;
	}
	head.len = (size_t)(at - rest->ptr);
	*rest = (struct slice){ at + 1, rest->len - head.len - 1 };
	return head;
}

bool slice_to_u64(struct slice s, uint64_t *out)
{
	uint64_t value = 0;
	unsigned strange = 0;

	if (s.len == 0 || s.len > 18)
		return false;
	for (size_t i = 0; i < s.len; i++) { /* no branch in it: nearly all are digits */
		unsigned digit = (unsigned)(unsigned char)s.ptr[i] - '0';

		strange |= digit > 9;
		value = value * 10 + digit;
	}
	if (strange != 0)
		return false;
	*out = value;
	return true;
}

/* Length of the well-formed UTF-8 character at p (Unicode table 3-7), 0 if there is none within `left` bytes. */
static size_t utf8_char(const unsigned char *p, size_t left)
{
	unsigned char lo = 0x80, hi = 0xbf;
	size_t len;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	len = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (p[0] == 0xe0)
		lo = 0xa0;
	if (p[0] == 0xed)
		hi = 0x9f;
	if (p[0] == 0xf0)
		lo = 0x90;
	if (p[0] == 0xf4)
		hi = 0x8f;
	if (left < len || p[1] < lo || p[1] > hi)
		return 0;
	for (size_t i = 2; i < len; i++)
		if (p[i] < 0x80 || p[i] > 0xbf)
			return 0;
	return len;
}

size_t utf8_valid_prefix(struct slice s)
{
	size_t at = 0;

	while (at < s.len) {
		size_t step;
		uint64_t word;

		if (s.len - at >= sizeof word) {
			memcpy(&word, s.ptr + at, sizeof word);
			if ((word & UINT64_C(0x8080808080808080)) == 0) {
				at += sizeof word;
				continue;
			}
		}
		step = utf8_char((const unsigned char *)s.ptr + at, s.len - at);
		if (step == 0)
			break;
		at += step;
	}
	return at;
}
