#include <nafkah/source.h>

#include <nafkah/limit.h>

int64_t row_available(const struct pay_row *row)
{
	int64_t whole = money_floor_rupiah(row->net);

	return row->adjusted && row->counted && whole > 0 ? whole : 0;
}

/* His counted adjusted rows in the order of the sources. */
static size_t rows_in_order(const struct law *law, struct person *p, struct pay_row **ordered)
{
	size_t count = 0;

	for (size_t k = 0; k < law->rules->source_count; k++)
		for (size_t i = 0; i < p->row_count; i++)
			if (p->rows[i].adjusted && p->rows[i].counted && p->rows[i].kind == law->rules->sources[k])
				ordered[count++] = &p->rows[i];
	return count;
}

/* Takes `amount` for one line from the rows; `draws` is that line's stretch of the grid. */
static void draw_amount(struct draw *draws, struct pay_row **rows, size_t row_count, int64_t amount, bool due)
{
	for (size_t i = 0; i < row_count && amount > 0; i++) {
		int64_t left = row_available(rows[i]) - rows[i]->taken;
		int64_t take = amount < left ? amount : left;

		rows[i]->taken += take;
		amount -= take;
		if (due)
			draws[i].due += take;
		else
			draws[i].arrears += take;
	}
}

/* Keeps the draws that move money, in line order. */
static size_t compact(struct draw *grid, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (grid[i].due + grid[i].arrears > 0)
			grid[kept++] = grid[i];
	return kept;
}

enum status source_of_person(const struct law *law, struct person *p)
{
	struct pay_row **rows = arena_array(law->arena, p->row_count, sizeof *rows);
	size_t row_count = rows != NULL ? rows_in_order(law, p, rows) : 0;
	struct draw *grid = arena_array(law->arena, p->line_count * row_count, sizeof *grid);

	if (rows == NULL || grid == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < p->line_count * row_count; i++)
		grid[i] = (struct draw){ .line = &p->lines[i / row_count], .row = rows[i % row_count] };
	for (int tier = 0; tier < TIER_COUNT; tier++) {
		for (size_t i = 0; i < p->line_count; i++) {
			const struct line *l = &p->lines[i];

			if ((l->child != NULL) == (tier % 2 == 0))
				draw_amount(grid + i * row_count, rows, row_count,
				            tier < 2 ? l->sum.paid_due : l->sum.paid_arrears, tier < 2);
		}
	}
	p->draws = grid;
	p->draw_count = compact(grid, p->line_count * row_count);
	return STATUS_OK;
}
