#include "xml_check.h"

static bool has_room(const struct xml_frame *f, size_t row)
{
	return f->kind->children[row].max == 0 || f->counts[row] < f->kind->children[row].max;
}

/* Rows of one choice run share their place in the sequence. */
static bool same_place(const struct xml_child *rows, size_t a, size_t b)
{
	return a == b || (rows[a].choice != 0 && rows[a].choice == rows[b].choice);
}

static size_t first_of_place(const struct xml_frame *f)
{
	size_t row = f->row;

	while (row > 0 && same_place(f->kind->children, row - 1, f->row))
		row--;
	return row;
}

enum xml_fit xml_model_admit(struct xml_frame *parent, struct slice name, size_t *row)
{
	const struct xml_child *rows = parent->kind->children;
	bool known = false;

	if (rows == NULL)
		return XML_UNKNOWN;
	for (size_t i = first_of_place(parent); rows[i].element != NULL; i++)
		if (xml_same_name(rows[i].element->name, name) && has_room(parent, i)) {
			parent->counts[i]++;
			parent->row = *row = i;
			return XML_FITS;
		}
	for (size_t i = 0; rows[i].element != NULL; i++)
		if (xml_same_name(rows[i].element->name, name) && (!known || has_room(parent, i))) {
			known = true;
			*row = i;
		}
	if (!known)
		return XML_UNKNOWN;
	parent->counts[*row]++;
	return parent->counts[*row] > rows[*row].max && rows[*row].max != 0 ? XML_REPEATED : XML_MISPLACED;
}

void xml_model_allowed(const struct xml_frame *parent, struct buf *out)
{
	const struct xml_child *rows = parent->kind->children;
	size_t named = 0, needed = SIZE_MAX;

	for (size_t i = rows != NULL ? first_of_place(parent) : 0; rows != NULL && rows[i].element != NULL; i++) {
		if (needed != SIZE_MAX && !same_place(rows, needed, i))
			break;
		if (!has_room(parent, i))
			continue;
		if (named++ > 0)
			buf_char(out, ' ');
		buf_append(out, slice_from_c(rows[i].element->name));
		if (parent->counts[i] < rows[i].min)
			needed = i;
	}
	if (named == 0) {
		buf_append(out, SLICE("</"));
		buf_append(out, parent->name);
		buf_char(out, '>');
	}
}

bool xml_model_missing(const struct xml_frame *f, size_t from, size_t *row)
{
	const struct xml_child *rows = f->kind->children;

	for (size_t i = from; rows != NULL && rows[i].element != NULL; i++)
		if (f->counts[i] < rows[i].min) {
			*row = i;
			return true;
		}
	return false;
}
