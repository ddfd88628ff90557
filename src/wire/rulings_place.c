/* The tree that the rows of one case grow: every cell at its place, and what is lacking in the end. */
#include "rulings_rows.h"
#include "xml_value.h"

void rows_place(struct rows *s, struct branch *base, enum rulings_column c)
{
	const struct rulings_column_kind *k = &rulings_columns[c];
	struct slice path = slice_from_c(k->element), value;
	struct xml_value type = rulings_column_value(c);
	struct buf expected = { 0 };

	if (c == RC_NIP && !s->refused[c])
		rows_read_nip(s);
	value = arena_copy(&s->scratch, s->cells[c]);
	while (path.len > 0)
		base = branch_reach(&s->scratch, base, slice_cut(&path, '/'), s->row.line);
	if (base == NULL || value.ptr == NULL)
		return;
	if (k->attribute == NULL)
		base->node.text = value;
	else
		*branch_value(base, k->attribute) = value;
	if (s->refused[c] || xml_value_ok(&type, value))
		return;
	xml_value_expected(&type, &expected);
	rows_refuse_value(s, N0414_XML_VALUE_BAD, c, buf_slice(&expected));
	s->scratch.exhausted |= expected.failed;
	buf_release(&expected);
}

void rows_place_part(struct rows *s, struct branch *base, enum rulings_part part)
{
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		if (rulings_columns[c].part == part && s->cells[c].len > 0)
			rows_place(s, base, (enum rulings_column)c);
}

static void refuse_missing(struct rows *s, const char *column, const struct xml_value *type, uint64_t line)
{
	struct buf expected = { 0 };
	uint64_t present = s->row.line;

	xml_value_expected(type, &expected);
	s->row.line = line;
	rows_refuse(s, N0522_ROWS_VALUE_MISSING, column, slice_from_c(column), buf_slice(&expected));
	s->row.line = present;
	s->scratch.exhausted |= expected.failed;
	buf_release(&expected);
}

void rows_refuse_empty(struct rows *s, enum rulings_column c)
{
	struct xml_value type = rulings_column_value(c);

	refuse_missing(s, rulings_columns[c].name, &type, s->row.line);
}

void rows_require_attributes(struct rows *s, struct branch *b)
{
	const struct xml_attribute *a = b->node.kind->attributes;

	for (size_t i = 0; a != NULL && a[i].name != NULL; i++) {
		if (!a[i].required || b->values[i].ptr != NULL)
			continue;
		if (a[i].value.type == XML_TEXT)
			b->values[i] = SLICE("");
		else
			refuse_missing(s, rulings_column_name(&b->node, a[i].name), &a[i].value, b->node.line);
	}
}

static void require_texts(struct rows *s, const struct branch *b)
{
	for (const struct xml_child *c = b->node.kind->children; c != NULL && c->element != NULL; c++) {
		struct xml_node absent = { .kind = c->element, .parent = &b->node };

		if (c->min > 0 && c->element->text.type != XML_NONE && xml_find(&b->node, c->element->name) == NULL)
			refuse_missing(s, rulings_column_name(&absent, NULL), &c->element->text, b->node.line);
	}
}

void rows_require(struct rows *s, struct branch *b)
{
	rows_require_attributes(s, b);
	require_texts(s, b);
	for (struct branch *child = b->first; child != NULL; child = child->next)
		rows_require(s, child);
}
