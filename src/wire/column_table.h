/* Rows of a small table by the names of its columns, whatever contains it: what banks send back, and lists that people
 * write. The form that the file has is the one whose required columns its header has. Private to src/wire. */
#ifndef NAFKAH_COLUMN_TABLE_H
#define NAFKAH_COLUMN_TABLE_H

#include <nafkah/content.h>

enum { WANTED_COLUMNS_MAX = 16 };

struct wanted_column {
	bool required;
	const struct slice *names; /* folded; the first that is found counts */
	size_t name_count;
};

struct wanted_table {
	struct slice id;
	const struct layout_container *containers; /* CONTAINER_COUNT of them */
	size_t header_rows_max;
	const struct wanted_column *columns;
	size_t column_count;       /* up to WANTED_COLUMNS_MAX */
};

struct column_setup {
	struct slice bytes, file;
	const struct wanted_table *wanted;
	size_t wanted_count;
	enum code unknown;         /* no form fits: the columns that the nearest lacks, and its id */
	bool chosen;               /* the user named the form: there is one, and its sheet must be there */
	struct arena *arena;       /* as long as the table */
	struct findings *findings;
};

struct column_cell {
	struct slice text;         /* without blanks round it, ="..." or an apostrophe; lives until the next row */
	enum cell_kind kind;
};

/* `{0}` is valid. */
struct column_table {
	struct column_setup setup;
	struct content *content;
	struct table table;
	struct table_row row;
	enum container container;
	const struct wanted_table *form; /* that the file has */
	size_t header_count;
	uint64_t header_line;
	int at[WANTED_COLUMNS_MAX]; /* of each wanted column; NO_SUCH_COLUMN */
	struct column_cell cells[WANTED_COLUMNS_MAX];
	bool refused;               /* the present row has a finding and is of no use */
	struct arena scratch;
};

enum { NO_SUCH_COLUMN = -1 };

/* Finds the header. STATUS_REJECT: `unknown` when no form fits, N1044 when several do, N0124, N0190, or what ails the
 * file. */
enum status column_table_open(const struct column_setup *setup, struct column_table *out) NAFKAH_MUST_USE;
void column_table_close(struct column_table *t);

/* The next row that is not empty, in t->row and t->cells, or a refused one (N0117, N0192, N0193); rows whose first cell
 * that is not empty folds to one of `skipped` are left out when the cells of `bare` (columns, ending with
 * NO_SUCH_COLUMN) are empty. STATUS_REJECT: the file cannot be read on. */
enum status column_table_next(struct column_table *t, struct words skipped, const int *bare) NAFKAH_MUST_USE;

#endif
