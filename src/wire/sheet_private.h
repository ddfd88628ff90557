/* What the files of the sheet's reader share. */
#ifndef NAFKAH_WIRE_SHEET_PRIVATE_H
#define NAFKAH_WIRE_SHEET_PRIVATE_H

#include "workbook_private.h"

#include <nafkah/table.h>

enum { SHEET_ROWS_MAX = 1048576, SHEET_COLUMNS_MAX = 16384, NUMBER_MAX = 512, NUMBER_DIGITS = 15 };

/* ---- values (sheet_value.c) ---- */

/* A line end, or what no value may hold. */
static inline bool sheet_is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f;
}

/* Appends `s` with _xHHHH_ as the character that it means. */
void sheet_unescape(struct slice s, struct buf *out);

/* The decimal number that a cell stores ("4.21730033E6") as plain text, rounded to the 15 digits that a spreadsheet
 * holds. False: it is no number, or one beyond reason. */
bool sheet_number(struct slice stored, char out[static NUMBER_MAX], size_t *len);

/* A day counted from 1900 (with its 29 February) or 1904, `number` as sheet_number gives it. False: not a day. */
bool sheet_date(struct slice number, bool from_1904, char out[static 11]);

/* "AQ12" -> 43, 12, both from 1; without a row ("AQ") row is 0. */
bool sheet_reference(struct slice s, uint32_t *column, uint32_t *row);

/* "A1:B7" or "A1" */
struct sheet_range {
	uint32_t first_column, first_row, last_column, last_row;
};
bool sheet_range(struct slice s, struct sheet_range *out);

/* "AQ" into `out`; the length. */
size_t sheet_column_name(uint32_t column, char out[static 4]);

/* ---- the reader ---- */

/* Flat, because a row has hundreds. */
struct sheet_cell {
	uint64_t from, to;             /* the element */
	uint64_t value_from, value_to; /* of a formula: its <v>, or where that belongs */
	const char *shared;            /* the value, when a shared string is; else: */
	uint32_t text, len;            /* in sheet.text; len counts for both */
	uint32_t style;
	const char *prefix;            /* of the element; lives as long as the part */
	uint16_t column;               /* from 0 */
	uint8_t kind;                  /* enum cell_kind */
	char type;                     /* 'n' 's' 't' (text of a formula) 'i' (inline) 'b' 'e' 'd' */
	bool has_style, has_reference;
	bool clean;                    /* its text was looked through already */
};

struct sheet_row {
	uint64_t offset, line;
	uint64_t inside;       /* behind its start tag; 0: an empty element, which takes no cell */
	const char *prefix;
	size_t first, count;   /* of its cells */
	size_t text;           /* where its values begin in sheet.text */
	bool hidden, multiline;
};

/* The cell that is being read. */
struct sheet_open_cell {
	struct sheet_cell cell;
	unsigned values, formulas, inlines; /* how many <v>, <f>, <is> */
	struct buf raw;                     /* the text of <v> ... */
	struct buf piece;                   /* ... and of one <t> */
	struct buf text;                    /* of <is>, unescaped */
	char name[24];                      /* "AQ12", for findings */
};

/* The reader: a piece of the part is read at a time, and the rows that it completes wait in `rows`. */
struct sheet {
	struct workbook *w;
	struct part *part;
	struct shared_strings strings;
	struct { struct sheet_cell *items; size_t count, cap; } cells;
	struct {
		struct sheet_row *items;
		size_t count, cap, next;
		bool open; /* the last one is being read */
	} rows;
	struct { struct merge *items; size_t count, cap; } merges;
	struct { struct sheet_range *items; size_t count, cap; } arrays; /* ranges that one formula fills */
	struct buf text;
	struct sheet_open_cell open;
	struct {
		const struct sheet_row *row;
		uint16_t at[TABLE_COLUMNS_MAX]; /* cell of the row + 1, by column */
	} current;
	struct {
		uint32_t column; /* of the row that is read, from 1 */
		uint64_t row;
		bool data;       /* <sheetData> was seen */
	} last;
	struct {
		uint64_t formulas, lines;
	} totals;
	enum status status;
};

/* A cell as its element is read (sheet_cell.c): <c>, <f>, <v>, <is>, text into one of its buffers, </c>. */
void sheet_cell_open(struct sheet *s, const struct xml_start *start);
void sheet_cell_formula(struct sheet *s, const struct xml_start *start);
void sheet_cell_value(struct sheet *s);
void sheet_cell_inline(struct sheet *s);
void sheet_cell_text(struct sheet *s, struct buf *into, struct slice text);
void sheet_cell_close(struct sheet *s);

/* table_ops.place and .replace (sheet_place.c). */
bool sheet_place(const void *reader, size_t i, struct arena *a, struct place *out);
enum status sheet_replace(const struct place *place, struct slice value, struct arena *a, struct patch *out);

/* The cell of the current row in column i, or NULL. */
const struct sheet_cell *sheet_cell_at(const struct sheet *s, size_t i);

#endif
