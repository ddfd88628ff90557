#include "grid.h"

#include <nafkah/finding.h>

#include <inttypes.h>
#include <stdio.h>

enum { LONG_NUMBER = 9 /* digits */ };

size_t text_width(struct slice s)
{
	size_t width = 0;

	for (size_t i = 0; i < s.len; i++)
		width += ((unsigned char)s.ptr[i] & 0xc0) != 0x80 ? 1 : 0;
	return width;
}

void grid_put(struct grid *g, size_t column, struct slice text)
{
	g->cells[g->rows][column] = arena_copy(g->arena, text);
}

void grid_put_c(struct grid *g, size_t column, const char *text)
{
	grid_put(g, column, slice_from_c(text));
}

void grid_number(struct grid *g, size_t column, uint64_t number)
{
	g->cells[g->rows][column] = arena_printf(g->arena, "%" PRIu64, number);
}

/* A NIP, NIK or account may stand in any text. */
static bool has_long_number(struct slice s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++)
		digits += ascii_is_digit(s.ptr[i]) ? 1 : 0;
	return digits >= LONG_NUMBER;
}

void grid_text(struct grid *g, size_t column, struct slice s, size_t most)
{
	size_t left = most, len = 0;

	while (len < s.len && (left > 0 || ((unsigned char)s.ptr[len] & 0xc0) == 0x80))
		left -= ((unsigned char)s.ptr[len++] & 0xc0) != 0x80 ? 1 : 0;
	buf_clear(&g->text);
	append_escaped(&g->text, slice_sub(s, 0, len), has_long_number(s));
	if (len < s.len)
		buf_append(&g->text, SLICE("…"));
	g->lost = g->lost || g->text.failed;
	grid_put(g, column, buf_slice(&g->text));
}

void grid_masked(struct grid *g, size_t column, struct slice s)
{
	buf_clear(&g->text);
	append_escaped(&g->text, s, true);
	g->lost = g->lost || g->text.failed;
	grid_put(g, column, buf_slice(&g->text));
}

void grid_money(struct grid *g, size_t column, struct money m)
{
	static const struct money_style indonesian = { .decimal = ',', .group = '.' };
	char text[40];
	size_t len = money_format(m, indonesian, m.sen % SEN_PER_RUPIAH != 0 ? 2 : 0, true, text);

	grid_put(g, column, (struct slice){ text, len });
}

static void print_padded(struct slice s, size_t width, bool right, bool last)
{
	int gap = (int)(width - text_width(s));

	if (right)
		(void)printf("%*s%.*s%s", gap, "", SLICE_ARG(s), last ? "" : "  ");
	else
		(void)printf("%.*s%*s%s", SLICE_ARG(s), last ? 0 : gap, "", last ? "" : "  ");
}

void grid_print(struct grid *g)
{
	size_t widths[GRID_COLUMNS] = { 0 };

	for (size_t r = 0; r < g->rows; r++)
		for (size_t c = 0; c < g->columns; c++)
			if (text_width(g->cells[r][c]) > widths[c])
				widths[c] = text_width(g->cells[r][c]);
	for (size_t r = 0; r < g->rows; r++) {
		size_t last = g->columns - 1;

		while (last > 0 && g->cells[r][last].len == 0)
			last--;
		for (size_t c = 0; c <= last; c++)
			print_padded(g->cells[r][c], widths[c], (g->right >> c & 1) != 0, c == last);
		(void)putchar('\n');
	}
	(void)putchar('\n');
}

void grid_begin(struct grid *g, size_t columns, unsigned right)
{
	*g = (struct grid){ .arena = g->arena, .text = g->text, .lost = g->lost, .columns = columns, .right = right };
}
