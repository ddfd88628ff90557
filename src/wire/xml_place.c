#include "xml_place.h"

#include <string.h>

struct xml_place xml_place_start(struct slice bytes)
{
	return (struct xml_place){ .bytes = bytes, .line = 1, .column = 1 };
}

size_t xml_characters(struct slice s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ((unsigned char)s.ptr[i] & 0xc0) != 0x80;
	return count;
}

void xml_place_move(struct xml_place *p, size_t offset)
{
	if (offset > p->bytes.len)
		offset = p->bytes.len;
	while (p->offset < offset) {
		struct slice gap = slice_sub(p->bytes, p->offset, offset - p->offset);
		const char *end = memchr(gap.ptr, '\n', gap.len);

		if (end == NULL) {
			p->column += xml_characters(gap);
			p->offset = offset;
		} else {
			p->line++;
			p->column = 1;
			p->offset += (size_t)(end - gap.ptr) + 1;
		}
	}
}
