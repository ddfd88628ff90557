/* A table for a terminal or a text file: each column as wide as its widest cell, two blanks between, no blank at a
 * line's end. A character counts as one place; what comes from an input must be escaped before (append_escaped). */
#ifndef NAFKAH_TEXT_TABLE_H
#define NAFKAH_TEXT_TABLE_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>

enum { TEXT_TABLE_COLUMNS_MAX = 16 };

/* `{ .arena = a, .align = "lrr" }` is ready: one letter a column, l or r. Cells are borrowed; the list of them lives in
 * the arena, which remembers a failure. */
struct text_table {
	struct arena *arena;
	const char *align;
	struct slice *cells;
	size_t count, room;
};

/* The next cell, row by row from left to right. */
void text_table_add(struct text_table *t, struct slice cell);

/* Fills the row up with empty cells. */
void text_table_end_row(struct text_table *t);

/* Writes the rows, each behind `indent` blanks, and forgets them. */
void text_table_write(struct text_table *t, size_t indent, struct buf *out);

#endif
