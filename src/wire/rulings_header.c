/* Which row of a table of rulings names its columns, and which cell is which column's. */
#include "rulings_rows.h"

#include <nafkah/csv.h>
#include <nafkah/layout.h>

#include <string.h>

enum { HEADER_ROWS_MAX = 20, UNKNOWN_COLUMN = RULINGS_COLUMN_COUNT };

/* The row that comes nearest to a header. */
struct nearest {
	struct slice missing; /* the names that it lacks; NULL: no row was seen */
	size_t count;
	uint64_t line;
};

static size_t column_of(struct slice folded)
{
	size_t c = 0;

	while (c < RULINGS_COLUMN_COUNT && !slice_equal(slice_from_c(rulings_columns[c].name), folded))
		c++;
	return c;
}

/* Puts the cells of the present row into their columns. */
static void assign(struct rows *s)
{
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		s->at[c] = NO_CELL;
	for (size_t i = 0; i < s->row.count; i++) {
		size_t c = column_of(header_fold(&s->scratch, s->table->ops->value(s->table->reader, i)));

		if (c != UNKNOWN_COLUMN && s->at[c] == NO_CELL)
			s->at[c] = (int)i;
	}
	s->width = s->row.count;
	s->header_line = s->row.line;
}

/* Whether the row as it is cut now is the header. */
static bool is_header(struct rows *s, struct nearest *nearest)
{
	struct slice missing = SLICE("");
	size_t count = 0;

	assign(s);
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++) {
		if ((rulings_columns[c].flags & RULINGS_REQUIRED) == 0 || s->at[c] != NO_CELL)
			continue;
		missing = arena_printf(&s->whole, "%.*s%s%s", SLICE_ARG(missing), count > 0 ? ", " : "", rulings_columns[c].name);
		count++;
	}
	if (nearest->missing.ptr == NULL || count < nearest->count)
		*nearest = (struct nearest){ missing, count, s->row.line };
	return count == 0;
}

/* Tries the present row cut by each delimiter; STATUS_OK: it is the header, STATUS_END: it is not. */
static enum status try_row(struct rows *s, struct nearest *nearest)
{
	static const char delimiters[] = { ',', ';' };
	const struct table_ops *ops = s->table->ops;
	enum status status;

	if (ops->split == NULL)
		return is_header(s, nearest) ? STATUS_OK : STATUS_END;
	for (size_t d = 0; d < sizeof delimiters; d++) {
		status = ops->split(s->table->reader, delimiters[d], &s->row);
		if (status == STATUS_FAIL || (status == STATUS_OK && is_header(s, nearest)))
			return status;
	}
	status = ops->split(s->table->reader, CSV_DELIMITER_UNKNOWN, &s->row);
	return status == STATUS_OK ? STATUS_END : STATUS_FAIL;
}

static enum status refuse_header(struct rows *s, const struct nearest *nearest)
{
	s->row.line = nearest->line;
	rows_refuse(s, N0417_RULINGS_NOT_XML, NULL, nearest->missing, (struct slice){ 0 });
	return STATUS_REJECT;
}

/* Twins, and names that stand for nothing: a misspelt one would lose what stands below it. The rows are then not read:
 * what they say nobody can know. */
static enum status check_names(struct rows *s)
{
	const struct table_ops *ops = s->table->ops;
	uint64_t before = s->faults;

	if (ops->split != NULL && s->row.multiline)
		rows_refuse(s, N0114_CSV_LINE_END_IN_FIELD, NULL, (struct slice){ 0 }, (struct slice){ 0 });
	for (size_t i = 0; i < s->row.count; i++) {
		struct slice name = slice_trim(ops->value(s->table->reader, i));
		size_t c = column_of(header_fold(&s->scratch, name));

		if (name.len == 0)
			continue;
		if (c == UNKNOWN_COLUMN)
			rows_refuse(s, N0521_ROWS_COLUMN_UNKNOWN, NULL, name, (struct slice){ 0 });
		else if (s->at[c] != (int)i)
			rows_refuse(s, N0124_HEADER_COLUMN_TWICE, NULL, name,
			            slice_trim(ops->value(s->table->reader, (size_t)s->at[c])));
	}
	return s->faults == before ? STATUS_OK : STATUS_REJECT;
}

enum status rows_find_header(struct rows *s)
{
	struct nearest nearest = { 0 };
	enum status status = STATUS_END;

	for (size_t rows = 0; rows < HEADER_ROWS_MAX && status == STATUS_END; rows++) {
		status = s->table->ops->next(s->table->reader, &s->row);
		if (status == STATUS_END)
			break;
		if (status == STATUS_OK)
			status = s->row.blank ? STATUS_END : try_row(s, &nearest);
		if (s->whole.exhausted || s->scratch.exhausted)
			return STATUS_FAIL;
	}
	if (status == STATUS_END)
		return refuse_header(s, &nearest);
	return status == STATUS_OK ? check_names(s) : status;
}
