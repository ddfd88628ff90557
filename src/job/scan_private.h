/* The state of one scan, shared by its parts: header search, rows, total rows, departments. */
#ifndef NAFKAH_SCAN_PRIVATE_H
#define NAFKAH_SCAN_PRIVATE_H

#include <nafkah/preview.h>
#include <nafkah/scan.h>

struct scanning {
	const struct scan_setup *setup;
	struct scan *out;
	struct table table;
	struct table_row row;
	char delimiter;                         /* CSV */
	struct slice values[TABLE_COLUMNS_MAX]; /* of the present row: those of role_columns, or all */
	int16_t role_columns[ROLE_COUNT + SUKARELA_MAX + 1];
	size_t role_column_count;
	char plain[ROLE_COUNT + SUKARELA_MAX + 1][40]; /* stored numbers of the row in the layout's style, by role column */
	struct buf scratch;
	struct row_money since_subtotal;
	uint64_t subtotal_from, total_from;   /* offsets where the rows of the next sub-total and total begin */
	bool saw_total, estimated, ended;
	uint64_t blank_line;                  /* line of the first of the blank lines just passed, 0: none */
	uint64_t last_line;                   /* of the last data row */
	uint64_t *apart;                      /* rising lines behind the header that are no data rows, for merged cells */
	size_t apart_count, apart_room;
	uint32_t *department_slots;           /* index + 1 into departments */
	size_t department_room, last_department;
	month_no period;
	enum seen seen;                       /* what the present row was taken for, and whether it counts */
	bool counted;
};

/* Reads up to the header and leaves the reader behind it. */
enum status scan_find_header(struct scanning *s) NAFKAH_MUST_USE;

/* One row behind the header. */
enum status scan_row(struct scanning *s) NAFKAH_MUST_USE;

/* One row of a person, who may have no NIP (0). */
enum status scan_data_row(struct scanning *s, uint64_t nip) NAFKAH_MUST_USE;

/* Keeps a row of somebody with a ruling, and the cells that a deduction changes. */
enum status scan_take_match(struct scanning *s, struct person *p, const struct row_money *m, bool counted,
                            struct slice account, size_t department) NAFKAH_MUST_USE;

/* Holds the account of a row against those that payees are paid to (N0657). */
void scan_payees(struct scanning *s, uint64_t nip, struct slice account);

/* One total or sub-total row. */
enum status scan_total(struct scanning *s, bool subtotal) NAFKAH_MUST_USE;

/* The department of the present row, whose net pay is added; its index in *out. */
enum status scan_department(struct scanning *s, struct money net, size_t *out) NAFKAH_MUST_USE;

/* What a cell of a sheet holds; in a container without kinds, text. */
enum cell_kind scan_kind(const struct scanning *s, int column);

/* The cell of a column of money. */
enum status scan_cell(const struct scanning *s, int column, struct cell *out) NAFKAH_MUST_USE;

/* Remembers that the present row is no data row. False: memory. */
bool scan_apart(struct scanning *s);

/* Shows the present row in the preview. False: memory. */
bool preview_take(struct scanning *s, struct preview *p);

/* A finding about the present row, which gets its file, line and column. `column` may be NO_COLUMN. */
void scan_note_whole(struct scanning *s, const struct finding *f, int column);

/* The same from its parts. */
void scan_note(struct scanning *s, enum code code, int column, struct slice value, struct slice detail);

/* The same about a person's cell: masked in logs. */
void scan_note_personal(struct scanning *s, enum code code, int column, struct slice value, struct slice detail);

#endif
