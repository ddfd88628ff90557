/* Private to src/cli: a table of short texts on stdout. */
#ifndef NAFKAH_GRID_H
#define NAFKAH_GRID_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/money.h>

#include <stdbool.h>

enum { GRID_COLUMNS = 11, GRID_ROOM = 64 };

/* Cells are put into the row `rows`, which its caller counts up. Texts live in the arena. */
struct grid {
	struct slice cells[GRID_ROOM][GRID_COLUMNS];
	size_t rows, columns;
	unsigned right; /* bits of the columns that stand to the right */
	struct arena *arena;
	struct buf text; /* scratch; released by the owner */
	bool lost;       /* memory ran out for a text */
};

/* Forgets the rows. */
void grid_begin(struct grid *g, size_t columns, unsigned right);
void grid_put(struct grid *g, size_t column, struct slice text);
void grid_put_c(struct grid *g, size_t column, const char *text);
void grid_number(struct grid *g, size_t column, uint64_t number);
void grid_money(struct grid *g, size_t column, struct money m);

/* At most `most` characters of a text from a file, escaped; masked when a NIP, NIK or account may stand in it. */
void grid_text(struct grid *g, size_t column, struct slice s, size_t most);

/* The last 4 characters. */
void grid_masked(struct grid *g, size_t column, struct slice s);

void grid_print(struct grid *g);

/* In characters. */
size_t text_width(struct slice s);

#endif
