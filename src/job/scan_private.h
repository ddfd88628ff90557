/* The state of one scan, shared by its parts: header search, rows, total rows, departments. */
#ifndef NAFKAH_SCAN_PRIVATE_H
#define NAFKAH_SCAN_PRIVATE_H

#include <nafkah/scan.h>

struct scanning {
	const struct scan_setup *setup;
	struct scan *out;
	struct csv_reader *csv;
	struct csv_record record;
	struct slice values[CSV_COLUMNS_MAX]; /* of the present record: those of role_columns, or all */
	int16_t role_columns[ROLE_COUNT + SUKARELA_MAX + 1];
	size_t role_column_count;
	struct buf scratch;
	struct row_money since_subtotal;
	uint64_t subtotal_from, total_from;   /* offsets where the rows of the next sub-total and total begin */
	bool saw_total, estimated;
	uint64_t blank_line;                  /* line of the first of the blank lines just passed, 0: none */
	uint32_t *department_slots;           /* index + 1 into departments */
	size_t department_room, last_department;
};

/* Reads up to the header and leaves the reader behind it. */
enum status scan_find_header(struct scanning *s) NAFKAH_MUST_USE;

/* One record behind the header. */
enum status scan_row(struct scanning *s) NAFKAH_MUST_USE;

/* One total or sub-total row. */
enum status scan_total(struct scanning *s, bool subtotal) NAFKAH_MUST_USE;

/* The department of the present row, whose net pay is added; its index in *out. */
enum status scan_department(struct scanning *s, struct money net, size_t *out) NAFKAH_MUST_USE;

/* Where the value of a column stands in the file. */
struct cell scan_cell(const struct scanning *s, int column);

/* A finding about the present record. `column` may be NO_COLUMN. */
void scan_note(struct scanning *s, enum code code, int column, struct slice value, struct slice detail);

/* The same about a person's cell: masked in logs. */
void scan_note_personal(struct scanning *s, enum code code, int column, struct slice value, struct slice detail);

#endif
