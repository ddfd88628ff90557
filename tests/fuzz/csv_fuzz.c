/* Any bytes, read in pieces of any size: our reader against libcsv over the whole text, and against itself.
 * Byte 0: size of a read less one. Byte 1: delimiter. Byte 2: what stands before the text, so that its own bytes are
 * not all in the first read, which is never shorter than TEXT_HEAD. */
#include "../unit/wire/csv_tools.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void rows_before(struct buf *text, unsigned choice)
{
	for (int i = 0; i < 65 && choice > 0; i++)
		buf_append(text, choice == 1 ? SLICE("1234567\n") : SLICE("123456\r\n"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = { ',', ';', '\t', '|', ' ', 'a' };
	struct buf text = { 0 };
	const char *broken;

	if (size < 3)
		return 0;
	rows_before(&text, data[2] % 3);
	buf_append(&text, (struct slice){ (const char *)data + 3, size - 3 });
	broken = csv_law_broken(buf_slice(&text), 1 + (size_t)data[0], delimiters[data[1] % sizeof delimiters]);
	if (broken != NULL) {
		fprintf(stderr, "csv_fuzz: %s\n", broken);
		abort();
	}
	buf_release(&text);
	return 0;
}
