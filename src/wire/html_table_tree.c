#include "html_table_private.h"

enum {
	HELD_ROWS = 256,         /* of a table in which no row has two cells with text: more than a title has */
	ROW_TEXT_MAX = 1048576   /* bytes of the values of one row */
};

void html_tree_release(struct html_tree *t)
{
	html_rows_release(&t->rows);
	buf_release(&t->cell.text);
	buf_release(&t->cell.raw);
}

/* ---- findings ---- */

static void refuse(struct html_tree *t, const struct html_token *token, const char *words)
{
	html_fault_make(&t->fault, N0188_HTML_NOT_USABLE, token->line, slice_from_c(words));
}

static void refuse_tables(struct html_tree *t, const struct html_token *token, const char *count)
{
	html_fault_make(&t->fault, N0187_HTML_TABLES, token != NULL ? token->line : 0, slice_from_c(count));
}

/* Text in a table that belongs to no cell. */
static void refuse_text(struct html_tree *t, const struct html_token *token, struct slice text)
{
	if (html_is_blank(text))
		return;
	html_fault_make(&t->fault, N0188_HTML_NOT_USABLE, token->line, text);
	t->fault.personal = true;
}

/* A buffer that failed says so until it is cleared only, so this is asked behind every event. */
static void note_memory(struct html_tree *t)
{
	t->no_memory |= t->rows.no_memory || t->rows.values.failed || t->cell.text.failed || t->cell.raw.failed;
}

/* The open table, NULL: none; and whether its rows are kept. */
static struct html_level *level(struct html_tree *t)
{
	return t->depth > 0 ? &t->levels[t->depth - 1] : NULL;
}

static bool is_captured(const struct html_tree *t)
{
	return t->depth > 0 && t->captured == t->depth;
}

/* ---- tables ---- */

static void open_table(struct html_tree *t, const struct html_token *token)
{
	struct html_level *outer = level(t);

	if (outer != NULL && !outer->cell) {
		refuse(t, token, "<table> in a table, outside of its cells");
		return;
	}
	if (is_captured(t) && t->decided) {
		refuse_tables(t, token, "2");
		return;
	}
	if (t->depth == HTML_TABLES_MAX) {
		refuse(t, token, "over 16 tables in one another");
		return;
	}
	if (is_captured(t)) { /* only a frame */
		html_rows_drop(&t->rows);
		t->captured = 0;
	}
	t->levels[t->depth++] = (struct html_level){ 0 };
	if (t->captured == 0 && !t->done) {
		t->captured = t->depth;
		html_rows_uncover(&t->rows);
	}
}

static void close_table(struct html_tree *t, const struct html_token *token)
{
	const struct html_level *l = level(t);

	if (l == NULL)
		return;
	if (l->row || l->cell) {
		refuse(t, token, "</table> in a row");
		return;
	}
	if (is_captured(t)) {
		t->done = t->decided;
		t->captured = 0;
		if (!t->done)
			html_rows_drop(&t->rows);
	}
	t->depth--;
}

static void open_section(struct html_tree *t, const char *name, const struct html_token *token)
{
	const struct html_level *l = level(t);

	if (l == NULL || l->row)
		refuse(t, token, name[1] == 'h' ? "<thead>" : name[1] == 'b' ? "<tbody>" : "<tfoot>");
	else if (is_captured(t))
		html_rows_uncover(&t->rows);
}

/* ---- rows ---- */

static void open_row(struct html_tree *t, const char *const *attributes, const struct html_token *token)
{
	struct html_level *l = level(t);

	if (l == NULL || l->row || l->caption) {
		refuse(t, token, l == NULL ? "<tr> outside of a table" : "<tr> in a row");
		return;
	}
	l->row = true;
	l->filled = 0;
	if (is_captured(t))
		html_rows_open(&t->rows, token->from, token->line, html_is_hidden(attributes));
}

static void close_row(struct html_tree *t, const struct html_token *token)
{
	struct html_level *l = level(t);

	if (l == NULL || !l->row)
		return;
	if (l->cell) {
		refuse(t, token, "</tr> in a cell");
		return;
	}
	l->row = false;
	if (!is_captured(t)) {
		if (l->filled >= 2)
			refuse_tables(t, token, "2");
		return;
	}
	html_rows_close(&t->rows);
	if (l->filled >= 2 || t->rows.count > HELD_ROWS || t->rows.values.len > ROW_TEXT_MAX)
		t->decided = true;
}

/* ---- cells ---- */

static void open_captured(struct html_tree *t, const char *const *attributes, const struct html_token *token)
{
	struct html_open_cell *c = &t->cell;
	size_t columns = html_span(attributes, "colspan"), rows = html_span(attributes, "rowspan");

	if (columns == 0 || rows == 0) {
		refuse(t, token, columns == 0 ? "colspan" : "rowspan");
		return;
	}
	if (!html_rows_cell(&t->rows, columns, rows)) {
		if (!t->rows.no_memory)
			refuse(t, token, t->rows.column + columns > TABLE_COLUMNS_MAX ? "over 512 columns" : "spans that overlap");
		return;
	}
	buf_clear(&c->text);
	buf_clear(&c->raw);
	*c = (struct html_open_cell){ .columns = columns, .from = token->from, .text = c->text, .raw = c->raw };
	c->core_from = c->core_to = token->to;
	c->fixed = html_has_value_beside_text(attributes);
}

static void open_cell(struct html_tree *t, const char *const *attributes, const struct html_token *token)
{
	struct html_level *l = level(t);

	if (l == NULL || !l->row || l->cell) {
		refuse(t, token, l == NULL || !l->row ? "cell outside of a row" : "cell in a cell: an end tag is missing");
		return;
	}
	l->cell = true;
	l->cell_filled = false;
	if (is_captured(t))
		open_captured(t, attributes, token);
}

/* The new value can stand for the old one where that is found in the content as it is, in one piece. */
static bool is_written_plainly(struct html_open_cell *c, struct slice value)
{
	if (c->pieces != 1)
		return c->pieces == 0 && value.len == 0;
	buf_clear(&c->text);
	html_append_value(&c->text, buf_slice(&c->raw));
	return slice_equal(buf_slice(&c->text), value);
}

static void close_captured(struct html_tree *t, const struct html_token *token)
{
	struct html_open_cell *c = &t->cell;
	struct html_row *row = &t->rows.rows[t->rows.count - 1];
	struct html_cell *cell = html_rows_last(&t->rows, c->columns);
	size_t from = t->rows.values.len, row_from = t->rows.cells[row->first].value_from;
	bool at_once = token->from == c->from; /* "<td/>": what stands behind it is not in it */
	bool own_tag = at_once || (token->kind == HTML_END && token->tag == HTML_TAG_CELL);
	struct slice value;

	html_append_value(&t->rows.values, buf_slice(&c->text));
	note_memory(t);
	value = slice_sub(buf_slice(&t->rows.values), from, t->rows.values.len);
	if (html_has_control(value))
		html_fault_at(&t->fault, N0106_TEXT_CONTROL, token->line, SLICE("&#127;"), c->from);
	if (value.len > TABLE_FIELD_MAX || t->rows.values.len - row_from > ROW_TEXT_MAX)
		refuse(t, token, value.len > TABLE_FIELD_MAX ? "cell over 64 KiB" : "row over 1 MiB");
	row->multiline |= value.len > 0 && memchr(value.ptr, '\n', value.len) != NULL;
	*cell = (struct html_cell){ .from = c->from,
		                    .to = own_tag ? token->to : token->from,
		                    .core_from = c->core_from,
		                    .core_to = c->core_to,
		                    .value_from = (uint32_t)from,
		                    .value_to = (uint32_t)t->rows.values.len,
		                    .writable = !c->fixed && !at_once && is_written_plainly(c, value) };
	for (size_t i = 1; i < c->columns; i++)
		cell[i].value_from = cell[i].value_to = (uint32_t)t->rows.values.len;
}

static void close_cell(struct html_tree *t, const struct html_token *token)
{
	struct html_level *l = level(t);

	if (l == NULL || !l->cell)
		return;
	l->cell = false;
	l->filled += l->cell_filled;
	if (is_captured(t))
		close_captured(t, token);
}

/* ---- events ---- */

static void check_meta(struct html_tree *t, const char *const *attributes, const struct html_token *token)
{
	struct slice name;
	enum html_charset charset = html_charset_of(attributes, &name);

	t->foreign |= charset == HTML_CHARSET_ASCII;
	if (charset == HTML_CHARSET_OTHER)
		html_fault_at(&t->fault, N0109_TEXT_NOT_UTF8, token->line, name, token->from);
}

void html_tree_start(struct html_tree *t, const char *name, const char *const *attributes,
                     const struct html_token *token)
{
	struct html_level *l = level(t);

	if (t->fault.found || t->no_memory)
		return;
	if (++t->elements > HTML_DEPTH_MAX) {
		refuse(t, token, "over 256 elements in one another");
		return;
	}
	switch (html_tag_of(name)) {
	case HTML_TAG_TABLE:
		open_table(t, token);
		break;
	case HTML_TAG_SECTION:
		open_section(t, name, token);
		break;
	case HTML_TAG_ROW:
		open_row(t, attributes, token);
		break;
	case HTML_TAG_CELL:
		open_cell(t, attributes, token);
		break;
	case HTML_TAG_CAPTION:
		if (l != NULL && !l->row)
			l->caption = true;
		break;
	case HTML_TAG_BREAK:
		if (l != NULL && l->cell && is_captured(t))
			buf_char(&t->cell.text, HTML_BREAK);
		break;
	case HTML_TAG_META:
		check_meta(t, attributes, token);
		break;
	case HTML_TAG_OTHER:
		break;
	}
	note_memory(t);
}

void html_tree_end(struct html_tree *t, const char *name, const struct html_token *token)
{
	enum html_tag tag = html_tag_of(name);

	if (t->fault.found || t->no_memory)
		return;
	t->elements -= t->elements > 0;
	if (tag == HTML_TAG_TABLE)
		close_table(t, token);
	else if (tag == HTML_TAG_ROW)
		close_row(t, token);
	else if (tag == HTML_TAG_CELL)
		close_cell(t, token);
	else if (tag == HTML_TAG_CAPTION && level(t) != NULL)
		level(t)->caption = false;
	note_memory(t);
}

void html_tree_text(struct html_tree *t, struct slice text, const struct html_token *token)
{
	struct html_level *l = level(t);

	if (t->fault.found || t->no_memory || l == NULL || l->caption)
		return;
	if (!l->cell) {
		refuse_text(t, token, text);
		return;
	}
	l->cell_filled |= !html_is_blank(text);
	if (!is_captured(t))
		return;
	if (t->cell.text.len + text.len > 2 * TABLE_FIELD_MAX)
		refuse(t, token, "cell over 64 KiB");
	else
		buf_append(&t->cell.text, text);
	note_memory(t);
}

void html_tree_raw(struct html_tree *t, const struct html_token *token, struct slice raw)
{
	const struct html_level *l = level(t);
	struct html_open_cell *c = &t->cell;
	struct slice core = html_core(raw);

	if (t->fault.found || t->no_memory || l == NULL || !l->cell || !is_captured(t) || core.len == 0)
		return;
	if (c->pieces++ > 0)
		return;
	c->core_from = token->from + (uint64_t)(core.ptr - raw.ptr);
	c->core_to = c->core_from + core.len;
	buf_append(&c->raw, core);
	note_memory(t);
}

void html_tree_finish(struct html_tree *t)
{
	if (t->fault.found)
		return;
	if (t->depth > 0)
		html_fault_make(&t->fault, N0188_HTML_NOT_USABLE, 0, SLICE("</table> is missing"));
	else if (!t->done)
		refuse_tables(t, NULL, "0");
}
