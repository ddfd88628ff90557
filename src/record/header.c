/* Finding a layout's columns in a row of a file. */
#include <nafkah/payroll.h>

static int find_column(const struct layout *l, const struct slice *names, size_t name_count, const struct slice *folded,
                       size_t count)
{
	for (size_t n = 0; n < name_count; n++)
		for (size_t i = 0; i < count; i++)
			if (layout_names(l, names[n], folded[i]))
				return (int)i;
	return NO_COLUMN;
}

/* Puts column `at` into its role; false when there is no room for it. */
static bool assign(struct header *h, const struct layout_column *c, int at)
{
	if (c->role != ROLE_SUKARELA) {
		h->of_role[c->role] = (int16_t)at;
		return true;
	}
	if (at == NO_COLUMN)
		return true;
	if (h->voluntary_count == SUKARELA_MAX)
		return false;
	h->voluntary[h->voluntary_count++] = (int16_t)at;
	return true;
}

static size_t match_columns(struct header *h, const struct slice *folded, size_t count)
{
	const struct layout *l = h->layout;
	size_t missing = 0;

	for (size_t i = 0; i < l->column_count; i++) {
		const struct layout_column *c = &l->columns[i];
		int at = find_column(l, c->names, c->name_count, folded, count);

		if ((at == NO_COLUMN && c->required) || !assign(h, c, at))
			missing++;
	}
	h->count_column = NO_COLUMN;
	if (l->count_column.len > 0) {
		h->count_column = (int16_t)find_column(l, &l->count_column, 1, folded, count);
		missing += h->count_column == NO_COLUMN ? 1 : 0;
	}
	return missing;
}

bool header_match(const struct layout *layout, const struct slice *folded, size_t count, size_t *missing,
                  struct header *out, struct arena *a)
{
	struct header h = { .layout = layout, .column_count = count, .folded = folded };

	for (size_t r = 0; r < ROLE_COUNT; r++)
		h.of_role[r] = NO_COLUMN;
	*missing = match_columns(&h, folded, count);
	if (*missing > 0)
		return false;
	h.may_hold_lines = arena_array(a, count, sizeof *h.may_hold_lines);
	h.is_signed = arena_array(a, count, sizeof *h.is_signed);
	if (a->exhausted)
		return false;
	for (size_t i = 0; i < count; i++)
		h.may_hold_lines[i] = find_column(layout, layout->address.items, layout->address.count, &folded[i], 1) != NO_COLUMN;
	for (size_t i = 0; i < layout->column_count; i++) {
		const struct layout_column *c = &layout->columns[i];
		int at = find_column(layout, c->names, c->name_count, folded, count);

		if (at != NO_COLUMN)
			h.is_signed[at] = c->is_signed || c->role == ROLE_BERSIH;
	}
	*out = h;
	return true;
}

struct slice *header_join(struct arena *a, const struct slice *upper, size_t upper_count, const struct slice *lower,
                          size_t lower_count, size_t *count)
{
	struct slice *both, over = SLICE("");

	*count = upper_count > lower_count ? upper_count : lower_count;
	both = arena_array(a, *count, sizeof *both);
	for (size_t i = 0; both != NULL && i < *count; i++) {
		struct slice own = i < upper_count ? upper[i] : SLICE(""), under = i < lower_count ? lower[i] : SLICE("");

		if (own.len > 0)
			over = own;
		if (under.len == 0)
			both[i] = own;
		else
			both[i] = over.len == 0 ? under : arena_printf(a, "%.*s_%.*s", SLICE_ARG(over), SLICE_ARG(under));
	}
	return both;
}

bool header_has_twin(const struct slice *folded, size_t count, size_t *first, size_t *second)
{
	for (*second = 1; *second < count; ++*second)
		for (*first = 0; *first < *second; ++*first)
			if (folded[*first].len > 0 && slice_equal(folded[*first], folded[*second]))
				return true;
	return false;
}
