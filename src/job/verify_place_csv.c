#include "verify_place.h"

/* The record in which the difference stands. */
struct record {
	struct buf text, header;
	uint64_t line; /* physical, of the byte that differs */
	uint64_t begins; /* of the record */
	size_t at;     /* of that byte in the record */
	char delimiter;
};

/* A record ends with a line end outside quotes. */
static bool ends(int c, bool *quoted)
{
	*quoted = c == '"' ? !*quoted : *quoted;
	return c == '\n' && !*quoted;
}

static void take(struct record *rec, int c)
{
	if (rec->text.len < PLACE_TEXT_MAX)
		buf_char(&rec->text, (char)c);
}

static void end_record(struct record *rec, uint64_t header_line)
{
	if (rec->begins == header_line)
		buf_append(&rec->header, buf_slice(&rec->text));
	buf_clear(&rec->text);
	rec->begins = rec->line;
}

static bool read_record(const struct place_request *r, struct place_reader *in, struct record *rec)
{
	uint64_t header_line = r->header != NULL ? r->header->line : 1;
	bool quoted = false;
	int c = 0;

	rec->line = rec->begins = 1;
	while (in->offset < r->offset && (c = place_byte(in)) >= 0) {
		take(rec, c);
		rec->line += c == '\n' ? 1 : 0;
		if (ends(c, &quoted))
			end_record(rec, header_line);
	}
	if (in->offset < r->offset)
		return false;
	rec->at = rec->text.len;
	while ((c = place_byte(in)) >= 0 && !ends(c, &quoted))
		take(rec, c);
	if (rec->begins == header_line)
		buf_append(&rec->header, buf_slice(&rec->text));
	return !rec->text.failed && !rec->header.failed;
}

/* The header holds more of it than of any other. */
static char delimiter_of(struct slice header)
{
	static const char known[] = ",;\t|";
	size_t most = 0;
	char best = ',';

	for (size_t d = 0; d < sizeof known - 1; d++) {
		size_t count = 0;

		for (size_t i = 0; i < header.len; i++)
			count += header.ptr[i] == known[d] ? 1 : 0;
		if (count > most) {
			most = count;
			best = known[d];
		}
	}
	return best;
}

/* Where the field that `at` stands in begins, and how many stand before it. A delimiter belongs to the field that
 * it ends. */
static size_t field_at(struct slice text, size_t at, char delimiter, size_t *index)
{
	bool quoted = false;
	size_t begin = 0;

	*index = 0;
	for (size_t i = 0; i < at && i < text.len; i++) {
		quoted = text.ptr[i] == '"' ? !quoted : quoted;
		if (text.ptr[i] != delimiter || quoted)
			continue;
		begin = i + 1;
		(*index)++;
	}
	return begin;
}

/* Up to the end of the field that `text` begins in. */
static struct slice field_of(struct slice text, char delimiter)
{
	bool quoted = false;
	size_t i = 0;

	for (; i < text.len; i++) {
		quoted = text.ptr[i] == '"' ? !quoted : quoted;
		if (!quoted && (text.ptr[i] == delimiter || text.ptr[i] == '\n'))
			break;
	}
	return slice_sub(text, 0, i);
}

static struct slice unquoted(struct slice s)
{
	return s.len >= 2 && s.ptr[0] == '"' && s.ptr[s.len - 1] == '"' ? slice_sub(s, 1, s.len - 2) : s;
}

static struct slice nth_field(struct slice text, size_t index, char delimiter)
{
	struct slice field = field_of(text, delimiter);

	for (; index > 0 && field.len < text.len && text.ptr[field.len] == delimiter; index--) {
		text = slice_sub(text, field.len + 1, text.len);
		field = field_of(text, delimiter);
	}
	return index == 0 ? unquoted(field) : SLICE("");
}

static struct slice column_name(const struct place_request *r, const struct record *rec, size_t index)
{
	struct slice header = buf_slice(&rec->header);

	if (r->header != NULL)
		return index < r->header->column_count ? r->header->names[index] : SLICE("");
	while (header.len > 0 && (header.ptr[header.len - 1] == '\n' || header.ptr[header.len - 1] == '\r'))
		header.len--;
	return nth_field(header, index, rec->delimiter);
}

/* The first three fields: by them a person finds the row again when lines have moved. */
static struct slice first_fields(const struct place_request *r, const struct record *rec, struct arena *a)
{
	struct slice text = buf_slice(&rec->text), row = SLICE("");

	for (size_t i = 0; i < 3; i++) {
		struct slice field = nth_field(text, i, rec->delimiter);
		bool personal = place_is_personal(r->header, i, column_name(r, rec, i));

		if (field.len == 0)
			continue;
		field = place_show(a, field, personal);
		row = arena_printf(a, "%.*s%s%.*s", SLICE_ARG(row), row.len > 0 ? ", " : "", SLICE_ARG(field));
	}
	return row;
}

/* The field as it should be: what both have in common, and what was computed from there on. */
static struct slice expected_field(struct slice common, struct slice computed, char delimiter, struct arena *a)
{
	struct slice whole = arena_printf(a, "%.*s%.*s", SLICE_ARG(common), SLICE_ARG(computed));

	return field_of(whole, delimiter);
}

static void describe(const struct place_request *r, struct record *rec, struct arena *a, struct place_found *out)
{
	struct slice text = buf_slice(&rec->text), found, expected;
	uint64_t header_line = r->header != NULL ? r->header->line : 1;
	size_t index, begin;
	bool personal;

	rec->delimiter = delimiter_of(buf_slice(&rec->header));
	begin = field_at(text, rec->at, rec->delimiter, &index);
	found = field_of(slice_sub(text, begin, text.len), rec->delimiter);
	expected = expected_field(slice_sub(text, begin, rec->at - begin), r->computed, rec->delimiter, a);
	if (slice_equal(found, expected)) { /* a field more or less, or a line end */
		found = slice_sub(text, begin, text.len);
		expected = arena_printf(a, "%.*s%.*s", SLICE_ARG(slice_sub(text, begin, rec->at - begin)), SLICE_ARG(r->computed));
	}
	out->column = arena_copy(a, column_name(r, rec, index));
	personal = rec->begins != header_line && place_is_personal(r->header, index, out->column);
	out->found = place_show(a, found, personal);
	out->expected = place_show(a, expected, personal);
	if (rec->begins > header_line)
		out->row = first_fields(r, rec, a);
}

bool place_csv(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out)
{
	struct record rec = { 0 };
	bool good = read_record(r, in, &rec);

	if (good) {
		out->line = rec.line;
		describe(r, &rec, a, out);
	}
	buf_release(&rec.text);
	buf_release(&rec.header);
	return good;
}
