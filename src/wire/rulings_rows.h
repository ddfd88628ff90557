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
	bool refused[RULINGS_COLUMN_COUNT];       /* a finding says already why a cell is not what its type wants */
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

/* Cleans the NIP in `cells`; where it is none that a type could judge, a finding says why. */
void rows_read_nip(struct rows *s);

/* A cell at its place in the tree below `base`, the element of its column's part; what it must look like its type
 * says. And every cell of a part that is not empty. */
void rows_place(struct rows *s, struct branch *base, enum rulings_column c);
void rows_place_part(struct rows *s, struct branch *base, enum rulings_part part);

/* What the schema demands and no cell said: of this element's attributes (a text that may be empty is), of all below
 * it. */
void rows_require_attributes(struct rows *s, struct branch *b);
void rows_require(struct rows *s, struct branch *b);

/* N0522 about a cell of the present row. */
void rows_refuse_empty(struct rows *s, enum rulings_column c);

/* A finding about a column of the present row. */
void rows_refuse(struct rows *s, enum code code, const char *column, struct slice value, struct slice detail);
void rows_refuse_value(struct rows *s, enum code code, enum rulings_column c, struct slice detail);

#endif
