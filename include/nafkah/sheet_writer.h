/* A new workbook (XLSX) by libxlsxwriter, for people to read, sort and print. The same content gives the same bytes:
 * no clock, no name of a machine. Rows are streamed through temporary files.
 *
 * Text is never a formula, whatever it begins with. NIP, accounts and case numbers are text cells in columns of text.
 * An amount of up to 15 digits, which is what a spreadsheet holds, is a number; a larger one is text. Control bytes,
 * bytes that are no UTF-8 and characters that XML cannot carry are written as \xNN, and what is longer than a cell is
 * cut and ends in "…".
 *
 * A sheet of more than LISTED_ROWS_MAX rows is no list that people read, and would cost more time than the month
 * itself: it has none of them but says so, and its sums. Never a part of a list: somebody could take it for the whole.
 *
 * The library does not survive a lack of memory and does not look at what its writes return (apart.h). So a workbook
 * is made in a process of its own, twice, and what it holds is read back and compared cell by cell. */
#ifndef NAFKAH_SHEET_WRITER_H
#define NAFKAH_SHEET_WRITER_H

#include <nafkah/buf.h>
#include <nafkah/finding.h>
#include <nafkah/money.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LISTED_ROWS_MAX = 5000 };

struct book;  /* opaque; with its sheets alive only inside a book_fill */
struct sheet;

enum sheet_kind {
	SHEET_TEXT,
	SHEET_WRAP,   /* text that may be long: broken into lines */
	SHEET_COUNT,  /* whole number */
	SHEET_AMOUNT, /* rupiah, with sen where there are some */
	SHEET_SUM     /* as SHEET_AMOUNT, and summed in the last row */
};

struct sheet_column {
	const char *heading;
	unsigned width; /* in characters */
	enum sheet_kind kind;
};

struct sheet_plan {
	const char *name;
	const struct sheet_column *columns;
	size_t count;   /* of columns */
	size_t frozen;  /* of them, beside the heading row */
	uint64_t rows;  /* that will come */
	const char *elsewhere; /* where they stand if they are too many: "pelaksanaan.csv" */
};

/* Begins a sheet: its heading row, frozen, and printed on top of each page. A sheet is complete before the next one
 * begins. */
struct sheet *book_sheet(struct book *b, const struct sheet_plan *plan);

/* The next cell of the present row. */
void sheet_text(struct sheet *s, struct slice text);
void sheet_count(struct sheet *s, uint64_t number);
void sheet_money(struct sheet *s, struct money amount);
void sheet_end_row(struct sheet *s);

/* Ends the sheet. With a label the last row has it in the first column, and in each column of SHEET_SUM the sum: a
 * formula with its value. */
void sheet_end(struct sheet *s, struct slice label);

/* Lets the cells of a column from row 2 on have one of these words only, which blanks part; `message` is shown where
 * another is typed. Neither is longer than 255 bytes. */
void sheet_choices(struct sheet *s, size_t column, struct slice words, const char *message);

/* Puts the content into the book. False: memory; the book is then given up. */
typedef bool book_fill(struct book *b, const void *context);

/* What makes a workbook. */
struct book_plan {
	struct slice name; /* of the file, for findings */
	const char *title;
	const char *scratch; /* a folder for temporary files; they have no name there while they exist */
	book_fill *fill;
	const void *context;
};

/* Appends the workbook. STATUS_FAIL: N0902, or a signal. */
enum status book_make(const struct book_plan *plan, struct findings *findings, struct buf *out) NAFKAH_MUST_USE;

#endif
