#include "xml_check.h"

#include <assert.h>
#include <string.h>

struct slice xml_attr(const struct xml_node *n, const char *name)
{
	size_t i = 0;

	assert(n->kind->attributes != NULL);
	while (n->kind->attributes[i].name != NULL && strcmp(n->kind->attributes[i].name, name) != 0)
		i++;
	assert(n->kind->attributes[i].name != NULL);
	return n->values[i];
}

static const struct xml_node *first_named(const struct xml_node *n, const char *name)
{
	while (n != NULL && strcmp(n->kind->name, name) != 0)
		n = n->next;
	return n;
}

static bool may_hold(const struct xml_element *kind, const char *element)
{
	for (const struct xml_child *c = kind->children; c != NULL && c->element != NULL; c++)
		if (strcmp(c->element->name, element) == 0)
			return true;
	return false;
}

const struct xml_node *xml_find(const struct xml_node *n, const char *element)
{
	assert(may_hold(n->kind, element));
	return first_named(n->first, element);
}

const struct xml_node *xml_next(const struct xml_node *n)
{
	return first_named(n->next, n->kind->name);
}

void xml_path_step(struct buf *out, struct slice name, uint64_t ordinal)
{
	buf_append(out, name);
	if (ordinal > 0)
		buf_printf(out, "[%llu]", (unsigned long long)ordinal);
}

void xml_path(const struct xml_node *n, const char *attribute, struct buf *out)
{
	const struct xml_node *way[XML_DEPTH_MAX];
	size_t depth = 0;

	for (; n != NULL && depth < XML_DEPTH_MAX; n = n->parent)
		way[depth++] = n;
	while (depth-- > 0) {
		xml_path_step(out, slice_from_c(way[depth]->kind->name), way[depth]->ordinal);
		if (depth > 0)
			buf_char(out, '/');
	}
	if (attribute != NULL) {
		buf_append(out, SLICE("/@"));
		buf_append(out, slice_from_c(attribute));
	}
}
