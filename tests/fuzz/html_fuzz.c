/* Any bytes as a table of HTML, read in pieces of any size: no piece shows, every place lies where it says, and a new
 * value changes its own cell and no other. Byte 0: size of a read less one. Bytes 1 and on: the text, in which a few
 * bytes that HTML has no use for stand for tags, so that tables come about soon. */
#include "../unit/wire/html_tools.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const tags[16] = {
	[0x01] = "<table>", [0x02] = "</table>", [0x03] = "<tr>",         [0x04] = "</tr>",        [0x05] = "<td>",
	[0x06] = "</td>",   [0x07] = "<th>",     [0x08] = "<td colspan=2>", [0x0b] = "<td rowspan=2>", [0x0c] = "<br>",
	[0x0e] = "<!-- -->", [0x0f] = "<b>",
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	const char *broken;

	for (size_t i = 1; i < size; i++) {
		if (data[i] < 16 && tags[data[i]] != NULL)
			buf_append(&text, slice_from_c(tags[data[i]]));
		else
			buf_char(&text, (char)data[i]);
	}
	broken = html_law_broken(buf_slice(&text), size > 0 ? 1 + (size_t)data[0] : 1);
	if (broken != NULL) {
		fprintf(stderr, "html_fuzz: %s\n", broken);
		abort();
	}
	buf_release(&text);
	return 0;
}
