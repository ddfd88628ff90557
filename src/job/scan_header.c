/* Which row is the header, of which layout, cut by which delimiter. Nothing is guessed: exactly one known layout must find
 * all of its required columns. */
#include "scan_private.h"

#define KNOWN_DELIMITERS ",;\t|"
enum { KNOWN_DELIMITER_COUNT = sizeof KNOWN_DELIMITERS - 1, ROWS_MAX = 100 };

/* What the search has seen. */
struct search {
	const struct layout *layout; /* the one that matched */
	char delimiter;
	size_t matches;
	struct slice others;         /* names of further layouts that matched the same row */
	const struct layout *unlisted; /* matched, but by a delimiter that it does not list */
	char unlisted_delimiter;
	const struct layout *nearest;  /* lacked the fewest columns; with the row it was held against */
	size_t nearest_missing, nearest_count;
	struct slice *nearest_folded;
	uint64_t nearest_line;
};

static bool layout_lists(const struct layout *l, char delimiter)
{
	for (size_t i = 0; i < l->delimiters.len; i++)
		if (l->delimiters.ptr[i] == delimiter)
			return true;
	return false;
}

static struct slice delimiter_name(char c)
{
	return c == ',' ? SLICE("koma (,)") : c == ';' ? SLICE("titik-koma (;)") : c == '\t' ? SLICE("tab") : SLICE("pipa (|)");
}

/* Folds the names of the present record; NULL: memory. */
static struct slice *fold_record(struct scanning *s)
{
	struct slice *folded = arena_array(s->setup->arena, s->record.field_count, sizeof *folded);

	for (size_t i = 0; folded != NULL && i < s->record.field_count; i++)
		folded[i] = header_fold(s->setup->arena, csv_value(s->csv, i));
	return folded;
}

static void hold_against(struct scanning *s, struct search *found, const struct layout *l, char delimiter,
                         struct slice *folded)
{
	size_t count = s->record.field_count, missing;
	struct header header;
	bool match = header_match(l, folded, count, &missing, &header, s->setup->arena);

	if (!match && missing < l->column_count && (found->nearest == NULL || missing < found->nearest_missing)) {
		found->nearest = l;
		found->nearest_missing = missing;
		found->nearest_folded = folded;
		found->nearest_count = count;
		found->nearest_line = s->record.line;
	}
	if (!match)
		return;
	if (!layout_lists(l, delimiter)) {
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

/* Holds the present record against every layout with every delimiter. */
static enum status try_record(struct scanning *s, struct search *found)
{
	for (size_t d = 0; d < KNOWN_DELIMITER_COUNT; d++) {
		enum status status = csv_resplit(s->csv, KNOWN_DELIMITERS[d], &s->record);
		struct slice *folded;

		if (status == STATUS_REJECT || (status == STATUS_OK && s->record.field_count < 2))
			continue;
		folded = status == STATUS_OK ? fold_record(s) : NULL;
		if (folded == NULL)
			return STATUS_FAIL;
		for (size_t i = 0; i < s->setup->layout_count; i++) {
			const struct layout *l = &s->setup->layouts[i];

			if (s->setup->wanted_layout.len == 0 || slice_equal(l->id, s->setup->wanted_layout))
				hold_against(s, found, l, KNOWN_DELIMITERS[d], folded);
		}
	}
	return csv_resplit(s->csv, CSV_DELIMITER_UNKNOWN, &s->record);
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
				seen = seen || slice_equal(c->names[n], found->nearest_folded[k]);
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
			if (slice_equal(l->columns[i].names[n], folded))
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

	if (found->unlisted != NULL) {
		scan_note(s, N0123_HEADER_DELIMITER, NO_COLUMN, delimiter_name(found->unlisted_delimiter), found->unlisted->id);
	} else if (found->nearest != NULL) {
		s->record.line = found->nearest_line;
		detail = arena_printf(s->setup->arena, "%.*s; kolom lain: %.*s", SLICE_ARG(found->nearest->id),
		                      SLICE_ARG(list_unknown(s, found)));
		scan_note(s, N0121_HEADER_NOT_FOUND, NO_COLUMN, list_missing(s, found), detail);
	} else {
		s->record.line = 0;
		scan_note(s, N0121_HEADER_NOT_FOUND, NO_COLUMN, SLICE("-"), s->setup->wanted_layout);
	}
	return STATUS_REJECT;
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
	enum status status = csv_resplit(s->csv, found->delimiter, &s->record);
	struct slice *names = arena_array(s->setup->arena, h->column_count, sizeof *names);
	size_t first, second;
	bool swallowed = false;

	if (status != STATUS_OK || names == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < h->column_count; i++) {
		names[i] = arena_copy(s->setup->arena, slice_trim(csv_value(s->csv, i)));
		swallowed = swallowed || s->record.fields[i].multiline; /* an unbalanced quote may have taken a row along */
	}
	h->names = names;
	h->line = s->record.line;
	s->out->layout = found->layout;
	s->out->delimiter = found->delimiter;
	if (swallowed) {
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
		status = csv_next(s->csv, &s->record);
		if (status == STATUS_END)
			break;
		if (status == STATUS_OK && !s->record.blank)
			status = try_record(s, &found);
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
