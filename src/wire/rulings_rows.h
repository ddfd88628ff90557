/* What the parts of the reader of rulings in rows share. Private to src/wire. */
#ifndef NAFKAH_RULINGS_ROWS_H
#define NAFKAH_RULINGS_ROWS_H

#include "branch.h"
#include "rulings_private.h"

#include <nafkah/rulings_columns.h>
#include <nafkah/table.h>

#define NO_CELL (-1)

/* The ruling whose rows are being read. */
struct case_in_rows {
	struct branch *ruling; /* NULL: none yet */
	uint64_t line;         /* of its first row */
	struct slice first[RULINGS_COLUMN_COUNT]; /* what that said */
	bool refused;
};

struct rows {
	struct rulings_taking *taking;
	const struct table *table;
	struct table_row row;
	struct slice cells[RULINGS_COLUMN_COUNT]; /* of the present row, without blanks round them; empty: nothing is said */
	struct arena whole;    /* lives as long as the reading */
	struct arena scratch;  /* the present case */
	struct arena of_row;   /* the present row */
	int at[RULINGS_COLUMN_COUNT]; /* the cell of each column, or NO_CELL */
	size_t width;          /* cells of the header */
	uint64_t header_line;
	struct branch *list;   /* from the first row that is not empty */
	struct case_in_rows present;
	uint64_t faults;       /* findings that refuse */
	uint64_t hidden;
};

/* Reads up to the header and finds the columns; N0417 where there is none. */
enum status rows_find_header(struct rows *s) NAFKAH_MUST_USE;

/* Fills `cells` from the present row; false: nothing stands in it. */
bool rows_read_cells(struct rows *s);

/* Cleans the NIP in `cells`; false: it is none, and a finding says why. */
bool rows_read_nip(struct rows *s);

/* A finding about a column of the present row. */
void rows_refuse(struct rows *s, enum code code, const char *column, struct slice value, struct slice detail);
void rows_refuse_value(struct rows *s, enum code code, enum rulings_column c, struct slice detail);

#endif
