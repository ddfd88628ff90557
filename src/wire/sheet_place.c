/* Where a cell stands, and the element that takes its place. */
#include "sheet_private.h"

#include <string.h>

/* "<x:c" */
static void append_name(struct buf *out, const char *prefix, char name)
{
	buf_char(out, '<');
	buf_append(out, slice_from_c(prefix));
	if (prefix[0] != '\0')
		buf_char(out, ':');
	buf_char(out, name);
}

/* Puts a cell behind the one before it. Where that is missing, too, nothing fits: two new cells would stand at one
 * place. */
static void place_gap(const struct sheet *s, size_t i, struct buf *tag, struct place *out)
{
	const struct sheet_row *row = s->current.row;
	const struct sheet_cell *before = i > 0 ? sheet_cell_at(s, i - 1) : NULL;
	char column[4];

	out->kind = CELL_NUMBER;
	out->from = out->to = before != NULL ? before->to : row->inside;
	if (i >= TABLE_COLUMNS_MAX || row->inside == 0 || (i > 0 && before == NULL))
		return;
	(void)sheet_column_name((uint32_t)i + 1, column);
	append_name(tag, before != NULL ? before->prefix : row->prefix, 'c');
	buf_printf(tag, " r=\"%s%llu\"", column, (unsigned long long)row->line);
}

/* A formula stays, in this cell or in the one that fills it; the stored value is replaced, or put behind the formula.
 * One whose result is neither a number nor text takes no amount. */
static void place_formula(const struct sheet_cell *c, struct buf *tag, struct place *out)
{
	out->from = c->value_from;
	out->to = c->value_to;
	out->kind = c->type == 't' ? CELL_TEXT : CELL_FORMULA;
	if (c->value_to > 0 && (c->type == 'n' || c->type == 't'))
		append_name(tag, c->prefix, 'v');
}

/* A number in it would read as a day. */
static bool shows_date(const struct sheet *s, const struct sheet_cell *c)
{
	return c->style < s->w->styles.count && s->w->styles.dates[c->style];
}

static void place_cell(const struct sheet *s, const struct sheet_cell *c, struct buf *tag, struct place *out)
{
	char column[4];

	out->from = c->from;
	out->to = c->to;
	out->kind = c->len == 0 && c->kind == CELL_TEXT ? CELL_NUMBER : (enum cell_kind)c->kind;
	if (out->kind == CELL_NUMBER && shows_date(s, c))
		return;
	append_name(tag, c->prefix, 'c');
	(void)sheet_column_name(c->column + 1u, column);
	if (c->has_reference)
		buf_printf(tag, " r=\"%s%llu\"", column, (unsigned long long)s->current.row->line);
	if (c->has_style)
		buf_printf(tag, " s=\"%u\"", (unsigned)c->style);
}

bool sheet_place(const void *reader, size_t i, struct arena *a, struct place *out)
{
	const struct sheet *s = reader;
	const struct sheet_cell *c = sheet_cell_at(s, i);
	struct buf tag = { 0 };

	*out = (struct place){ 0 };
	if (c == NULL)
		place_gap(s, i, &tag, out);
	else if (c->kind == CELL_FORMULA)
		place_formula(c, &tag, out);
	else
		place_cell(s, c, &tag, out);
	out->core_from = c != NULL && c->len > 0 ? out->from : out->to;
	out->core_to = out->to;
	out->tag = arena_copy(a, buf_slice(&tag));
	bool good = !tag.failed && out->tag.ptr != NULL;
	buf_release(&tag);
	return good;
}

/* ---- the new one ---- */

static bool is_plain_number(struct slice s)
{
	struct slice rest = s.len > 0 && s.ptr[0] == '-' ? slice_sub(s, 1, s.len) : s, whole = slice_cut(&rest, '.');

	if (rest.ptr != NULL && rest.len == 0)
		return false;
	for (size_t i = 0; i < rest.len; i++)
		if (!ascii_is_digit(rest.ptr[i]))
			return false;
	for (size_t i = 0; i < whole.len; i++)
		if (!ascii_is_digit(whole.ptr[i]))
			return false;
	return whole.len > 0 && s.len <= 32;
}

static void append_text(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		struct slice rest = slice_sub(s, i, s.len);
		char c = s.ptr[i];

		if (c == '&')
			buf_append(out, SLICE("&amp;"));
		else if (c == '<')
			buf_append(out, SLICE("&lt;"));
		else if (c == '>')
			buf_append(out, SLICE("&gt;"));
		else if (slice_starts_with(rest, SLICE("_x")))
			buf_append(out, SLICE("_x005F_"));
		else
			buf_char(out, c);
	}
}

/* "x:" of "<x:c r=..." */
static struct slice prefix_of(struct slice tag)
{
	struct slice name = slice_sub(tag, 1, tag.len);
	const char *colon;

	name = slice_cut(&name, ' ');
	colon = name.len > 0 ? memchr(name.ptr, ':', name.len) : NULL;
	return slice_sub(name, 0, colon != NULL ? (size_t)(colon - name.ptr) + 1 : 0);
}

static void append_value(struct buf *out, struct slice prefix, struct slice value)
{
	buf_printf(out, "<%.*sv>", SLICE_ARG(prefix));
	append_text(out, value);
	buf_printf(out, "</%.*sv>", SLICE_ARG(prefix));
}

static void append_cell(struct buf *out, const struct place *place, struct slice prefix, struct slice value)
{
	bool text = place->kind == CELL_TEXT;

	buf_append(out, place->tag);
	buf_append(out, text ? SLICE(" t=\"inlineStr\">") : SLICE(">"));
	if (text) {
		buf_printf(out, "<%.*sis><%.*st xml:space=\"preserve\">", SLICE_ARG(prefix), SLICE_ARG(prefix));
		append_text(out, value);
		buf_printf(out, "</%.*st></%.*sis>", SLICE_ARG(prefix), SLICE_ARG(prefix));
	} else {
		append_value(out, prefix, value);
	}
	buf_printf(out, "</%.*sc>", SLICE_ARG(prefix));
}

enum status sheet_replace(const struct place *place, struct slice value, struct arena *a, struct patch *out)
{
	struct slice prefix;
	struct buf text = { 0 };
	enum status status = STATUS_FAIL;

	if (place->tag.len == 0 || utf8_valid_prefix(value) != value.len ||
	    (place->kind != CELL_TEXT && place->kind != CELL_NUMBER && place->kind != CELL_FORMULA) ||
	    (place->kind != CELL_TEXT && !is_plain_number(value)))
		return STATUS_REJECT;
	prefix = prefix_of(place->tag);
	if (place->tag.ptr[prefix.len + 1] == 'v')
		append_value(&text, prefix, value);
	else
		append_cell(&text, place, prefix, value);
	*out = (struct patch){ place->from, place->to, arena_copy(a, buf_slice(&text)) };
	if (!text.failed && out->text.ptr != NULL)
		status = STATUS_OK;
	buf_release(&text);
	return status;
}
