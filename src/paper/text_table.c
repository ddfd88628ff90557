#include <nafkah/text_table.h>

#include <assert.h>

static size_t columns_of(const struct text_table *t)
{
	size_t columns = strlen(t->align);

	assert(columns > 0 && columns <= TEXT_TABLE_COLUMNS_MAX);
	return columns;
}

void text_table_add(struct text_table *t, struct slice cell)
{
	struct slice *grown;

	if (t->count == t->room) {
		t->room = t->room * 2 + 64;
		grown = arena_array(t->arena, t->room, sizeof *grown);
		if (grown != NULL && t->count > 0)
			memcpy(grown, t->cells, t->count * sizeof *grown);
		t->cells = grown;
	}
	if (t->cells == NULL)
		t->room = t->count = 0; /* the arena remembers */
	else
		t->cells[t->count++] = cell;
}

void text_table_end_row(struct text_table *t)
{
	while (t->count % columns_of(t) != 0)
		text_table_add(t, SLICE(""));
}

/* Characters, not bytes. */
static size_t width_of(struct slice s)
{
	size_t width = 0;

	for (size_t i = 0; i < s.len; i++)
		width += ((unsigned char)s.ptr[i] & 0xc0) != 0x80 ? 1 : 0;
	return width;
}

static void blanks(struct buf *out, size_t count)
{
	for (; count > 0; count--)
		buf_char(out, ' ');
}

static void trim_end(struct buf *out)
{
	while (out->len > 0 && out->ptr[out->len - 1] == ' ')
		out->len--;
}

void text_table_write(struct text_table *t, size_t indent, struct buf *out)
{
	size_t columns = columns_of(t), widths[TEXT_TABLE_COLUMNS_MAX] = { 0 };

	for (size_t i = 0; i < t->count; i++)
		if (width_of(t->cells[i]) > widths[i % columns])
			widths[i % columns] = width_of(t->cells[i]);
	for (size_t i = 0; i < t->count; i++) {
		size_t column = i % columns, gap = widths[column] - width_of(t->cells[i]);
		bool right = t->align[column] == 'r';

		blanks(out, column == 0 ? indent : 2);
		blanks(out, right ? gap : 0);
		buf_append(out, t->cells[i]);
		blanks(out, right ? 0 : gap);
		if (column + 1 < columns)
			continue;
		trim_end(out);
		buf_char(out, '\n');
	}
	t->count = 0;
}
