#include "workbook_part.h"

#include <stdlib.h>
#include <string.h>

bool part_attribute(const struct xml_start *start, const char *name, struct slice *value)
{
	for (size_t i = 0; i < start->attributes; i++) {
		struct xml_start_attribute a = xml_start_attribute(start, i);

		if (a.name[0] == name[0] && a.uri[0] == '\0' && strcmp(a.name, name) == 0) {
			*value = a.value;
			return true;
		}
	}
	return false;
}

bool part_is_true(struct slice value)
{
	return slice_equal(value, SLICE("1")) || slice_equal(value, SLICE("true"));
}

struct slice part_copy(struct arena *arena, struct slice value)
{
	const struct slice reference = SLICE("#38;");
	char *text = arena_alloc(arena, value.len + 1);
	size_t len = 0;

	for (size_t i = 0; text != NULL && i < value.len; i++) {
		text[len++] = value.ptr[i];
		if (value.ptr[i] == '&' && slice_starts_with(slice_sub(value, i + 1, reference.len), reference))
			i += reference.len;
	}
	return (struct slice){ text, len };
}

bool part_room(void **items, size_t *cap, size_t count, size_t size)
{
	size_t wanted = *cap < 64 ? 64 : *cap + *cap / 2;
	void *grown;

	if (count < *cap)
		return true;
	grown = wanted <= SIZE_MAX / size ? realloc(*items, wanted * size) : NULL;
	if (grown == NULL)
		return false;
	*items = grown;
	*cap = wanted;
	return true;
}
