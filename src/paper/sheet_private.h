/* What a new workbook says, kept beside it to be compared with what can be read from it. Private to src/paper. */
#ifndef NAFKAH_SHEET_PRIVATE_H
#define NAFKAH_SHEET_PRIVATE_H

#include <nafkah/sheet_writer.h>

enum { SAID_SHEETS_MAX = 8 };

/* Rows as lines, cells with U+001F between them, which no clean text holds; empty cells at the end of a row, and empty
 * rows, are not there. */
struct said {
	struct buf text;
	bool in_row;
	size_t row;    /* where the present row begins */
	size_t filled; /* behind its last cell that is not empty */
	const char *names[SAID_SHEETS_MAX];
	size_t begins[SAID_SHEETS_MAX];
	size_t sheets;
};

void said_sheet(struct said *s, const char *name);
void said_cell(struct said *s, struct slice value);
void said_row(struct said *s);
void said_release(struct said *s);

/* Whether the workbook in the file that `fd` holds says exactly this. */
bool said_is_there(const struct said *s, int fd);

/* Text as a reader is to see it: what XML cannot carry as \xNN, at most `most` bytes and then "…". */
void cell_clean(struct slice text, size_t most, struct buf *out);

/* Clean text as a cell must hold it: what looks like an escape of the format is escaped. */
void cell_pack(struct slice clean, struct buf *out);

#endif
