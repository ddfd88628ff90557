#include "html_table_private.h"

#include <stdlib.h>

void html_rows_release(struct html_rows *r)
{
	free(r->rows);
	free(r->cells);
	buf_release(&r->values);
	*r = (struct html_rows){ 0 };
}

void html_rows_drop(struct html_rows *r)
{
	r->count = r->taken = r->cell_count = 0;
	r->open = false;
	buf_clear(&r->values);
}

void html_rows_forget(struct html_rows *r)
{
	struct html_row *row;
	uint32_t base;

	if (r->taken == 0 || r->taken + r->open < r->count)
		return;
	if (!r->open) {
		html_rows_drop(r);
		return;
	}
	row = &r->rows[r->count - 1];
	base = row->first < r->cell_count ? r->cells[row->first].value_from : (uint32_t)r->values.len;
	r->cell_count -= row->first;
	if (r->cell_count > 0)
		memmove(r->cells, r->cells + row->first, r->cell_count * sizeof *r->cells);
	for (size_t i = 0; i < r->cell_count; i++) {
		r->cells[i].value_from -= base;
		r->cells[i].value_to -= base;
	}
	r->values.len -= base;
	if (r->values.len > 0)
		memmove(r->values.ptr, r->values.ptr + base, r->values.len);
	row->first = 0;
	r->rows[0] = *row;
	r->count = 1;
	r->taken = 0;
}

void html_rows_uncover(struct html_rows *r)
{
	memset(r->covered, 0, sizeof r->covered);
}

/* Room for one more item; NULL: memory. */
static void *grown(struct html_rows *r, void *items, size_t count, size_t *cap, size_t size)
{
	size_t more = *cap < 16 ? 16 : 2 * *cap;
	void *moved;

	if (count < *cap)
		return items;
	moved = realloc(items, more * size);
	if (moved == NULL)
		r->no_memory = true;
	else
		*cap = more;
	return moved;
}

void html_rows_open(struct html_rows *r, uint64_t offset, uint64_t line, bool hidden)
{
	struct html_row *rows = grown(r, r->rows, r->count, &r->cap, sizeof *rows);

	if (rows == NULL)
		return;
	r->rows = rows;
	r->rows[r->count++] = (struct html_row){ .offset = offset, .line = line, .first = r->cell_count, .hidden = hidden };
	r->column = 0;
	r->open = true;
}

/* An empty cell that cannot be written. */
static bool append_empty(struct html_rows *r)
{
	struct html_cell *cells = grown(r, r->cells, r->cell_count, &r->cell_cap, sizeof *cells);
	uint32_t at = (uint32_t)r->values.len;

	if (cells == NULL)
		return false;
	r->cells = cells;
	r->cells[r->cell_count++] = (struct html_cell){ .value_from = at, .value_to = at };
	return true;
}

static bool pass_covered(struct html_rows *r)
{
	while (r->column < TABLE_COLUMNS_MAX && r->covered[r->column] > 0) {
		r->covered[r->column++]--;
		if (!append_empty(r))
			return false;
	}
	return true;
}

bool html_rows_cell(struct html_rows *r, size_t columns, size_t rows)
{
	if (!pass_covered(r) || columns > TABLE_COLUMNS_MAX - r->column)
		return false;
	for (size_t i = 0; i < columns; i++) {
		if (r->covered[r->column] > 0 || !append_empty(r))
			return false;
		r->covered[r->column++] = (uint16_t)(rows - 1);
	}
	return true;
}

struct html_cell *html_rows_last(struct html_rows *r, size_t columns)
{
	return &r->cells[r->cell_count - columns];
}

/* A row that ends early still has the cells that reach into it from above, and empty ones up to them. */
void html_rows_close(struct html_rows *r)
{
	struct html_row *row = &r->rows[r->count - 1];
	size_t last = TABLE_COLUMNS_MAX;

	while (last > r->column && r->covered[last - 1] == 0)
		last--;
	for (; r->column < last; r->column++) {
		if (r->covered[r->column] > 0)
			r->covered[r->column]--;
		if (!append_empty(r))
			return;
	}
	row->count = r->cell_count - row->first;
	r->open = false;
}
