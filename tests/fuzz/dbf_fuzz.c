/* Any bytes as a DBF, read in pieces of any size. Byte 0: size of a read less one; its top bit: with an encoding from
 * the layout. Byte 1: fewer than 9: a header is made, its fields by the bytes behind, so that records come about soon;
 * else those bytes are the file. */
#include "../unit/wire/dbf_tools.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void make(struct buf *out, const uint8_t *data, size_t size)
{
	static const char types[] = "NCDLF";
	struct dbf_column columns[8];
	size_t count = data[0] % 8 + 1, used = 1 + 2 * count;
	unsigned width = 1;
	struct slice rest;

	if (size < used + 1)
		return;
	for (size_t i = 0; i < count; i++) {
		char type = types[data[1 + 2 * i] % 5];
		unsigned w = type == 'D' ? 8 : type == 'L' ? 1 : 1 + data[2 + 2 * i] % 20;

		columns[i] = (struct dbf_column){ "KOLOM", type, w, type == 'N' && w > 4 ? data[1 + 2 * i] / 5 % 3 : 0 };
		width += w;
	}
	rest = (struct slice){ (const char *)data + used, size - used };
	rest.len -= rest.len % width;
	dbf_make(out, columns, count, rest, data[used - 1] % 4);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct dbf_reading how = { 0 };
	const char *broken;

	if (size < 2)
		return 0;
	how.pieces = 1 + (size_t)(data[0] & 0x7f);
	how.has_otherwise = (data[0] & 0x80) != 0;
	how.otherwise = (enum encoding)(data[0] % ENCODING_COUNT);
	if (data[1] < 9)
		make(&text, data + 1, size - 1);
	else
		buf_append(&text, (struct slice){ (const char *)data + 2, size - 2 });
	broken = dbf_law_broken(buf_slice(&text), how);
	if (broken != NULL) {
		fprintf(stderr, "dbf_fuzz: %s\n", broken);
		abort();
	}
	buf_release(&text);
	return 0;
}
