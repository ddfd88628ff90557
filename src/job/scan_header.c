/* Which row is the header, of which layout, cut by which delimiter. Nothing is guessed: exactly one known layout must find
 * all of its required columns. */
#include "scan_private.h"

#include <nafkah/csv.h>

#include <string.h>

#define KNOWN_DELIMITERS ",;\t|"
enum { KNOWN_DELIMITER_COUNT = sizeof KNOWN_DELIMITERS - 1, ROWS_MAX = 100 };

/* What the search has seen. */
struct search {
	const struct layout *layout; /* the one that matched */
	char delimiter;
	size_t matches;
	struct slice others;         /* names of further layouts that matched the same row */
	const struct layout *unlisted; /* matched, but by a delimiter or in a container that it does not list */
	char unlisted_delimiter;
	struct slice *above[KNOWN_DELIMITER_COUNT]; /* the row before, cut by each delimiter; NULL: it could not be */
	size_t above_count[KNOWN_DELIMITER_COUNT];
	const struct layout *nearest;  /* lacked the fewest columns; with the row it was held against */
	size_t nearest_missing, nearest_count;
	const struct slice *nearest_folded;
	uint64_t nearest_line;
};

/* A row as one of the delimiters cut it, and what stands above it. */
struct attempt {
	size_t delimiter; /* index; 0 in containers without any */
	struct slice *own, *both; /* folded; both: names of two levels, NULL where nothing stands above */
	size_t count, both_count;
};

static bool layout_takes(const struct scanning *s, const struct layout *l, char delimiter)
{
	const struct layout_container *c = &l->containers[s->out->container];

	if (s->out->container != CONTAINER_CSV)
		return c->allowed;
	return c->delimiters.len > 0 && memchr(c->delimiters.ptr, delimiter, c->delimiters.len) != NULL;
}

static struct slice container_word(enum container c)
{
	struct slice rest = SLICE(CONTAINER_WORDS), word;

	do
		word = slice_cut(&rest, ' ');
	while (c-- > 0);
	return word;
}

static struct slice delimiter_name(char c)
{
	return c == ',' ? SLICE("koma (,)") : c == ';' ? SLICE("titik-koma (;)") : c == '\t' ? SLICE("tab") : SLICE("pipa (|)");
}

/* Folds the names of the present row; NULL: memory. */
static struct slice *fold_row(struct scanning *s)
{
	struct slice *folded = arena_array(s->setup->arena, s->row.count, sizeof *folded);

	for (size_t i = 0; folded != NULL && i < s->row.count; i++)
		folded[i] = header_fold(s->setup->arena, s->table.ops->value(s->table.reader, i));
	return folded;
}

static void keep_nearest(struct scanning *s, struct search *found, const struct layout *l, const struct slice *folded,
                         size_t count, size_t missing)
{
	if (missing >= l->column_count || (found->nearest != NULL && missing >= found->nearest_missing))
		return;
	found->nearest = l;
	found->nearest_missing = missing;
	found->nearest_folded = folded;
	found->nearest_count = count;
	found->nearest_line = s->row.line;
}

static void hold_against(struct scanning *s, struct search *found, const struct layout *l, const struct attempt *a)
{
	const struct slice *folded = l->two_levels ? a->both : a->own;
	size_t count = l->two_levels ? a->both_count : a->count;
	char delimiter = KNOWN_DELIMITERS[a->delimiter];
	struct header header;
	size_t missing;

	if (folded == NULL)
		return;
	if (!header_match(l, folded, count, &missing, &header, s->setup->arena)) {
		keep_nearest(s, found, l, folded, count, missing);
		return;
	}
	if (!layout_takes(s, l, delimiter)) {
		found->unlisted = l;
		found->unlisted_delimiter = delimiter;
		return;
	}
	if (found->matches++ == 0) {
		found->layout = l;
		found->delimiter = delimiter;
		s->out->header = header;
	} else {
		found->others = arena_printf(s->setup->arena, "%.*s %.*s", SLICE_ARG(found->others), SLICE_ARG(l->id));
	}
}

/* Holds the present row, as it is cut now, against every layout. */
static enum status try_cut(struct scanning *s, struct search *found, size_t delimiter)
{
	struct attempt a = { .delimiter = delimiter, .own = fold_row(s), .count = s->row.count };

	if (a.own == NULL)
		return STATUS_FAIL;
	if (found->above[delimiter] != NULL)
		a.both = header_join(s->setup->arena, found->above[delimiter], found->above_count[delimiter], a.own, a.count, &a.both_count);
	for (size_t i = 0; i < s->setup->layout_count; i++) {
		const struct layout *l = &s->setup->layouts[i];

		if (s->setup->wanted_layout.len == 0 || slice_equal(l->id, s->setup->wanted_layout))
			hold_against(s, found, l, &a);
	}
	found->above[delimiter] = a.own;
	found->above_count[delimiter] = a.count;
	return s->setup->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status try_row(struct scanning *s, struct search *found)
{
	enum status status = STATUS_OK;

	if (s->table.ops->split == NULL)
		return try_cut(s, found, 0);
	for (size_t d = 0; status != STATUS_FAIL && d < KNOWN_DELIMITER_COUNT; d++) {
		status = s->table.ops->split(s->table.reader, KNOWN_DELIMITERS[d], &s->row);
		if (status == STATUS_OK && s->row.count >= 2)
			status = try_cut(s, found, d);
		else
			found->above[d] = NULL;
	}
	return status == STATUS_FAIL ? status : s->table.ops->split(s->table.reader, CSV_DELIMITER_UNKNOWN, &s->row);
}

/* The required columns that a row lacks, or the names in it that the layout does not know. */
static struct slice list_missing(struct scanning *s, const struct search *found)
{
	struct slice list = SLICE("");

	for (size_t i = 0; i < found->nearest->column_count; i++) {
		const struct layout_column *c = &found->nearest->columns[i];
		bool seen = !c->required;

		for (size_t n = 0; n < c->name_count; n++)
			for (size_t k = 0; k < found->nearest_count; k++)
				seen = seen || layout_names(found->nearest, c->names[n], found->nearest_folded[k]);
		if (!seen)
			list = arena_printf(s->setup->arena, "%.*s%s%.*s", SLICE_ARG(list), list.len > 0 ? ", " : "",
			                    SLICE_ARG(c->names[0]));
	}
	return list;
}

static bool layout_knows(const struct layout *l, struct slice folded)
{
	for (size_t i = 0; i < l->column_count; i++)
		for (size_t n = 0; n < l->columns[i].name_count; n++)
			if (layout_names(l, l->columns[i].names[n], folded))
				return true;
	return folded.len == 0 || words_have(l->address, folded) || slice_equal(l->count_column, folded);
}

static struct slice list_unknown(struct scanning *s, const struct search *found)
{
	struct slice list = SLICE("");

	for (size_t i = 0; i < found->nearest_count && list.len < 400; i++)
		if (!layout_knows(found->nearest, found->nearest_folded[i]))
			list = arena_printf(s->setup->arena, "%.*s%s%.*s", SLICE_ARG(list), list.len > 0 ? ", " : "",
			                    SLICE_ARG(found->nearest_folded[i]));
	return list;
}

static enum status refuse_header(struct scanning *s, const struct search *found)
{
	struct slice detail;

	if (found->unlisted != NULL && s->out->container != CONTAINER_CSV) {
		scan_note(s, N0190_CONTAINER_NOT_ALLOWED, NO_COLUMN, container_word(s->out->container), found->unlisted->id);
	} else if (found->unlisted != NULL) {
		scan_note(s, N0123_HEADER_DELIMITER, NO_COLUMN, delimiter_name(found->unlisted_delimiter), found->unlisted->id);
	} else if (found->nearest != NULL) {
		s->row.line = found->nearest_line;
		detail = arena_printf(s->setup->arena, "%.*s; kolom lain: %.*s", SLICE_ARG(found->nearest->id),
		                      SLICE_ARG(list_unknown(s, found)));
		scan_note(s, N0121_HEADER_NOT_FOUND, NO_COLUMN, list_missing(s, found), detail);
	} else {
		s->row.line = 0;
		scan_note(s, N0121_HEADER_NOT_FOUND, NO_COLUMN, SLICE("-"), s->setup->wanted_layout);
	}
	return STATUS_REJECT;
}

/* The header is cut as its layout wants it; in other containers it is. */
static enum status cut_header(struct scanning *s, char delimiter)
{
	if (s->table.ops->split == NULL)
		return STATUS_OK;
	s->delimiter = delimiter;
	return s->table.ops->split(s->table.reader, delimiter, &s->row);
}

static void add_role_column(struct scanning *s, int16_t column)
{
	if (column != NO_COLUMN)
		s->role_columns[s->role_column_count++] = column;
}

/* The columns that every row is asked for. */
static void list_role_columns(struct scanning *s)
{
	const struct header *h = &s->out->header;

	for (size_t i = 0; i < ROLE_COUNT; i++)
		add_role_column(s, h->of_role[i]);
	for (size_t i = 0; i < h->voluntary_count; i++)
		add_role_column(s, h->voluntary[i]);
	add_role_column(s, h->count_column);
}

/* The header is found: names are kept as written, twins are refused. */
static enum status accept_header(struct scanning *s, const struct search *found)
{
	struct header *h = &s->out->header;
	struct slice *names = arena_array(s->setup->arena, h->column_count, sizeof *names);
	enum status status = cut_header(s, found->delimiter);
	size_t first, second;

	if (status != STATUS_OK || names == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < h->column_count; i++) {
		names[i] = arena_copy(s->setup->arena, slice_trim(s->table.ops->value(s->table.reader, i)));
		if (names[i].len == 0)
			names[i] = h->folded[i]; /* the upper level alone names it */
	}
	h->names = names;
	h->line = s->row.line;
	s->out->layout = found->layout;
	if (s->out->container == CONTAINER_CSV && s->row.multiline) { /* an unbalanced quote may have taken a row along */
		scan_note(s, N0114_CSV_LINE_END_IN_FIELD, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
		return STATUS_REJECT;
	}
	list_role_columns(s);
	if (!header_has_twin(h->folded, h->column_count, &first, &second))
		return STATUS_OK;
	scan_note(s, N0124_HEADER_COLUMN_TWICE, (int)second, names[second], names[first]);
	return STATUS_REJECT;
}

static size_t rows_to_search(const struct scan_setup *setup)
{
	size_t most = 0;

	for (size_t i = 0; i < setup->layout_count; i++)
		if (setup->layouts[i].header_rows_max > most)
			most = setup->layouts[i].header_rows_max;
	return most < ROWS_MAX ? most : ROWS_MAX;
}

enum status scan_find_header(struct scanning *s)
{
	struct search found = { .others = SLICE("") };
	size_t most = rows_to_search(s->setup);
	enum status status;

	for (size_t row = 0; row < most && found.matches == 0; row++) {
		status = s->table.ops->next(s->table.reader, &s->row);
		if (status == STATUS_END)
			break;
		if (status == STATUS_OK && !s->row.blank)
			status = try_row(s, &found);
		if (status != STATUS_OK)
			return status;
	}
	if (found.matches == 0)
		return refuse_header(s, &found);
	if (found.matches == 1)
		return accept_header(s, &found);
	scan_note(s, N0122_HEADER_AMBIGUOUS, NO_COLUMN, found.layout->id, slice_trim(found.others));
	return STATUS_REJECT;
}
