#include "branch.h"

#include <assert.h>
#include <string.h>

struct branch *branch_root(struct arena *a, const struct xml_element *kind, uint64_t line)
{
	struct branch *b = arena_alloc(a, sizeof *b);
	size_t count = 0;

	while (kind->attributes != NULL && kind->attributes[count].name != NULL)
		count++;
	if (b == NULL)
		return NULL;
	b->values = arena_array(a, count, sizeof *b->values);
	if (b->values == NULL)
		return NULL;
	b->node = (struct xml_node){ .kind = kind, .line = line, .values = b->values };
	return b;
}

static const struct xml_element *kind_of(const struct xml_element *parent, struct slice name)
{
	const struct xml_child *c = parent->children;

	while (c->element != NULL && !slice_equal(slice_from_c(c->element->name), name))
		c++;
	assert(c->element != NULL);
	return c->element;
}

struct branch *branch_add(struct arena *a, struct branch *parent, struct slice name, uint64_t line)
{
	struct branch *b = parent != NULL ? branch_root(a, kind_of(parent->node.kind, name), line) : NULL;

	if (b == NULL)
		return NULL;
	b->node.parent = &parent->node;
	if (parent->last != NULL) {
		parent->last->next = b;
		parent->last->node.next = &b->node;
	} else {
		parent->first = b;
		parent->node.first = &b->node;
	}
	parent->last = b;
	return b;
}

struct branch *branch_reach(struct arena *a, struct branch *parent, struct slice name, uint64_t line)
{
	struct branch *b = parent != NULL ? parent->first : NULL;

	while (b != NULL && !slice_equal(slice_from_c(b->node.kind->name), name))
		b = b->next;
	return b != NULL ? b : branch_add(a, parent, name, line);
}

struct slice *branch_value(const struct branch *b, const char *attribute)
{
	const struct xml_attribute *a = b->node.kind->attributes;

	for (size_t i = 0; a != NULL && a[i].name != NULL; i++)
		if (strcmp(a[i].name, attribute) == 0)
			return &b->values[i];
	return NULL;
}
