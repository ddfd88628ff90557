/* Rows of a payroll as a layout understands them: header search, and a row's figures. Works on the values of one
 * record at a time and keeps nothing of it. */
#ifndef NAFKAH_PAYROLL_H
#define NAFKAH_PAYROLL_H

#include <nafkah/layout.h>

enum { SUKARELA_MAX = 24, NO_COLUMN = -1 };

/* Which column of a file has which role. */
struct header {
	const struct layout *layout;
	uint64_t line;
	size_t column_count;
	int16_t of_role[ROLE_COUNT];   /* NO_COLUMN where the file lacks it; ROLE_SUKARELA: see below */
	int16_t voluntary[SUKARELA_MAX];
	size_t voluntary_count;
	int16_t count_column;
	bool *may_hold_lines, *is_signed; /* per column */
	const struct slice *names;     /* as written, per column */
	const struct slice *folded;    /* as compared, per column */
};

/* Whether the row is a header of `layout`; *missing gets the number of required columns that it lacks. A full match
 * fills *out (arrays in `a`). Names that occur twice are not looked at here. */
bool header_match(const struct layout *layout, const struct slice *folded, size_t count, size_t *missing,
                  struct header *out, struct arena *a);

/* Folded names of a header of two rows: "upper_lower". An empty upper cell over a lower name belongs to what is merged to its
 * left. NULL: memory. */
struct slice *header_join(struct arena *a, const struct slice *upper, size_t upper_count, const struct slice *lower,
                          size_t lower_count, size_t *count);

/* First pair of equal, non-empty folded names; false if there is none. */
bool header_has_twin(const struct slice *folded, size_t count, size_t *first, size_t *second);

enum row_class { ROW_DATA, ROW_TOTAL, ROW_SUBTOTAL, ROW_TITLE, ROW_END };

/* By the first cell with a letter in it, folded, against the layout's words for totals; a title of a group has no amounts;
 * the end may be told by any cell. Only rows without a NIP. */
enum row_class row_classify(const struct header *h, const struct slice *values, struct buf *scratch);

/* Looks like a total although the layout names none (I26: such a row is refused, never paid). */
bool row_looks_total(const struct slice *values, size_t count, struct buf *scratch);

struct row_money {
	struct money gross, cuts, net, voluntary;
};

enum amount_fault { AMOUNT_OK, AMOUNT_NEGATIVE, AMOUNT_TOO_LARGE, AMOUNT_NOT_A_NUMBER, AMOUNT_NOT_ASCII, AMOUNT_OVERFLOW };

/* One amount cell, blanks round it ignored. */
enum amount_fault amount_read(const struct layout *l, bool is_signed, struct slice cell, struct money *out);

/* The four sums of a row. On a fault *column says which column it stands in. */
enum amount_fault row_money_read(const struct header *h, const struct slice *values, struct row_money *out, int *column);

/* kotor - potongan = bersih. */
bool row_money_sums(const struct row_money *m);

/* The month that a period cell states; false when it is in none of the column's styles. */
bool period_read(unsigned styles, struct slice cell, month_no *out);

/* How a cell wrote its amount, so that its new amount can be written alike. */
struct cell_style {
	int decimals;
	bool grouped;
};
struct cell_style cell_style_of(const struct layout *l, struct slice cell);

#endif
