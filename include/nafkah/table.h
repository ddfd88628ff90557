/* A payroll as rows of cells, whatever contains it: CSV, the sheet of a workbook, DBF, a table of HTML.
 *
 * Places are counted in bytes of the *content*: the file itself for CSV, DBF and HTML (gzip taken off, text in UTF-8), the
 * XML of the sheet for a workbook. A new value of a cell is a patch of that content; everything else passes as it is.
 *
 * Values are text in UTF-8 without control bytes (line ends in a cell apart). A refusal is a finding with file and line; the
 * first fault ends the reading, what stood before it has been delivered. A row and its values live until the next call. */
#ifndef NAFKAH_TABLE_H
#define NAFKAH_TABLE_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/patch.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	TABLE_COLUMNS_MAX = 512,
	TABLE_FIELD_MAX = 65536 /* bytes of one value */
};

enum cell_kind {
	CELL_TEXT,    /* as written; an empty cell too */
	CELL_NUMBER,  /* stored as a number: its value is decimal text, "-" and "." only, no exponent, no trailing zeros behind "." */
	CELL_DATE,    /* stored as a date: the value is YYYY-MM-DD */
	CELL_BOOLEAN, /* "1" or "0" */
	CELL_FORMULA, /* the value is the cached one, as a number or text */
	CELL_ERROR    /* "#REF!" */
};

struct table_row {
	uint64_t offset;    /* of its first byte in the content; rises from row to row */
	uint64_t line;      /* of the file (CSV, HTML), row of the sheet, record number + 1 (DBF: its field names are line 1) */
	size_t count;       /* cells */
	bool blank;         /* no cell, or a blank line; a row of empty cells is not */
	bool multiline;     /* a cell of it holds a line end */
	bool unterminated;  /* CSV: the last line has no end */
	bool hidden;        /* XLSX: by a filter or by hand; HTML: display:none */
	bool deleted;       /* DBF: marked as deleted; its values are there all the same */
};

/* Where the value of a cell stands, and what a new one needs to know. */
struct place {
	uint64_t from, to;           /* the whole cell: quotes, tags of the cell, blanks that pad it */
	uint64_t core_from, core_to; /* the value without quotes and blanks; equal where it is empty */
	bool quoted;                 /* CSV */
	char delimiter;              /* CSV */
	struct slice tag;            /* XLSX: what the new <c> starts with; DBF: what a whole number gets behind it (".00"); lives in
	                              * the arena given to table_place */
	enum cell_kind kind;
};

/* Merged cells of a sheet, in rows of the sheet, from 1. */
struct merge {
	uint64_t first_row, last_row;
};

/* What a container must do. `reader` is what its own open function made. */
struct table_ops {
	void (*free)(void *reader);
	enum status (*next)(void *reader, struct table_row *row);
	struct slice (*value)(const void *reader, size_t i);
	enum cell_kind (*kind)(const void *reader, size_t i);
	/* false: memory */
	bool (*place)(const void *reader, size_t i, struct arena *a, struct place *out);
	/* CSV only, NULL elsewhere: cuts the present row anew by another delimiter, CSV_DELIMITER_UNKNOWN included, and reads on with it
	 * (csv_resplit). */
	enum status (*split)(void *reader, char delimiter, struct table_row *row);
	/* Physical lines or rows of the whole, header included; after the end. */
	uint64_t (*lines)(const void *reader);
	/* Merged cells, known after the end; NULL: the container has none. */
	size_t (*merges)(const void *reader, const struct merge **out);
	/* The bytes that make `value` (an amount as text) stand at `place`, as a patch whose text lives in `a`. STATUS_REJECT: it does
	 * not fit there (DBF), no finding is made; STATUS_FAIL: memory. */
	enum status (*replace)(const struct place *place, struct slice value, struct arena *a, struct patch *out);
};

struct table {
	const struct table_ops *ops;
	void *reader;
};

#endif
