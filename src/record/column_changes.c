#include <nafkah/column_changes.h>

enum { NOT_PAIRED = -1 };

/* One side: its names that the other lacks, in their order. */
struct lack {
	struct columns of;
	size_t *at;   /* place in the file, by lack */
	ptrdiff_t *pair; /* the lack of the other side that is probably the same column */
	size_t count;
};

static bool has(struct columns c, struct slice name)
{
	for (size_t i = 0; i < c.count; i++)
		if (slice_equal(c.names[i], name))
			return true;
	return false;
}

static bool find_lacks(struct arena *a, struct columns of, struct columns other, struct lack *out)
{
	*out = (struct lack){ .of = of };
	out->at = arena_array(a, of.count, sizeof *out->at);
	out->pair = arena_array(a, of.count, sizeof *out->pair);
	for (size_t i = 0; out->at != NULL && out->pair != NULL && i < of.count; i++) {
		if (of.names[i].len == 0 || has(other, of.names[i]))
			continue;
		out->pair[out->count] = NOT_PAIRED;
		out->at[out->count++] = i;
	}
	return out->at != NULL && out->pair != NULL;
}

static struct slice name_of(const struct lack *l, size_t i)
{
	return l->of.names[l->at[i]];
}

static bool alike(struct slice a, struct slice b)
{
	size_t longer = a.len > b.len ? a.len : b.len, shorter = a.len < b.len ? a.len : b.len, first = 0, last = 0;

	while (first < shorter && a.ptr[first] == b.ptr[first])
		first++;
	while (first + last < shorter && a.ptr[a.len - 1 - last] == b.ptr[b.len - 1 - last])
		last++;
	return 3 * (first + last) >= 2 * longer;
}

static void pair_up(struct lack *came, struct lack *went, bool by_name)
{
	for (size_t i = 0; i < came->count; i++) {
		for (size_t k = 0; came->pair[i] == NOT_PAIRED && k < went->count; k++) {
			bool same = by_name ? alike(name_of(came, i), name_of(went, k)) : came->at[i] == went->at[k];

			if (!same || went->pair[k] != NOT_PAIRED)
				continue;
			came->pair[i] = (ptrdiff_t)k;
			went->pair[k] = (ptrdiff_t)i;
		}
	}
}

/* `old`: the side that the names of pairs come from; NULL: they are not told. */
static struct slice list(struct arena *a, const struct lack *l, const struct lack *old)
{
	struct slice text = l->count > 0 ? SLICE("") : SLICE("-");

	for (size_t i = 0; i < l->count && i < COLUMNS_TOLD; i++) {
		struct slice name = name_of(l, i);

		text = arena_printf(a, "%.*s%s%.*s", SLICE_ARG(text), i > 0 ? ", " : "", SLICE_ARG(name));
		if (old != NULL && l->pair[i] != NOT_PAIRED)
			text = arena_printf(a, "%.*s (~ %.*s)", SLICE_ARG(text), SLICE_ARG(name_of(old, (size_t)l->pair[i])));
	}
	return l->count > COLUMNS_TOLD ? arena_printf(a, "%.*s, ...", SLICE_ARG(text)) : text;
}

enum status columns_compare(struct arena *a, struct columns before, struct columns now, struct slice *came, struct slice *went)
{
	struct lack new, old;

	if (!find_lacks(a, now, before, &new) || !find_lacks(a, before, now, &old))
		return STATUS_FAIL;
	if (new.count + old.count == 0)
		return STATUS_END;
	pair_up(&new, &old, true);
	pair_up(&new, &old, false);
	*came = list(a, &new, &old);
	*went = list(a, &old, NULL);
	return a->exhausted ? STATUS_FAIL : STATUS_OK;
}
