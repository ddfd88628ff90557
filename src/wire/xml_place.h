/* Byte offset -> line and column of a document in memory. The cursor only goes forward, so that all places of one
 * document together cost one pass over it. Lines end at LF; columns count characters; both start at 1. */
#ifndef NAFKAH_WIRE_XML_PLACE_H
#define NAFKAH_WIRE_XML_PLACE_H

#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct xml_place {
	struct slice bytes; /* borrowed, valid UTF-8 up to where the cursor goes */
	size_t offset;
	uint64_t line, column;
};

struct xml_place xml_place_start(struct slice bytes);

/* Moves to `offset` (clamped to the end); stays where it is when that lies behind it. */
void xml_place_move(struct xml_place *p, size_t offset);

/* One of XML's four blanks: space, TAB, LF, CR. */
static inline bool xml_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Characters of valid UTF-8. */
size_t xml_characters(struct slice s);

#endif
