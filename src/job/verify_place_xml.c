/* Places in XML: our own lists (an attribute on a line) and the sheet of a workbook (a cell); and in DBF. */
#include "verify_place.h"

/* ---- XML of our own: one element a line ---- */

static bool read_line(const struct place_request *r, struct place_reader *in, struct buf *line, size_t *at,
                      uint64_t *number)
{
	int c = 0;

	*number = 1;
	while (in->offset < r->offset && (c = place_byte(in)) >= 0) {
		if (line->len < PLACE_TEXT_MAX)
			buf_char(line, (char)c);
		if (c == '\n') {
			buf_clear(line);
			++*number;
		}
	}
	*at = line->len;
	while ((c = place_byte(in)) >= 0 && c != '\n' && line->len < PLACE_TEXT_MAX)
		buf_char(line, (char)c);
	return in->offset >= r->offset && !line->failed;
}

static size_t last_of(struct slice text, size_t before, char c)
{
	while (before > 0 && text.ptr[before - 1] != c)
		before--;
	return before; /* behind it, or 0 */
}

static size_t next_of(struct slice text, size_t from, char c)
{
	while (from < text.len && text.ptr[from] != c)
		from++;
	return from;
}

/* Behind the quote that opened the attribute in which `at` stands; 0: it stands in none. */
static size_t value_begin(struct slice text, size_t at)
{
	size_t tag = last_of(text, at, '<'), quotes = 0, begin = 0;

	for (size_t i = tag; i < at; i++) {
		if (text.ptr[i] != '"')
			continue;
		quotes++;
		begin = i + 1;
	}
	return quotes % 2 == 1 ? begin : 0;
}

/* name="..." : the name before the value that begins at `begin`. */
static struct slice attribute_name(struct slice text, size_t begin)
{
	size_t end = begin >= 2 ? begin - 2 : 0, from = last_of(text, end, ' ');

	return slice_sub(text, from, end - from);
}

static bool attribute_is_personal(struct slice name)
{
	static const char *const personal[] = { "nip", "nilai", "nama-asn", "nama-mantan" };

	for (size_t i = 0; i < sizeof personal / sizeof *personal; i++)
		if (slice_equal(name, slice_from_c(personal[i])))
			return true;
	return false;
}

static struct slice up_to_quote(struct slice s)
{
	return slice_sub(s, 0, next_of(s, 0, '"'));
}

/* `<putusan nomor="..."`, which tells one line from its neighbours. */
static struct slice first_attribute(struct slice text, size_t at, struct arena *a)
{
	size_t tag = last_of(text, at, '<'), open = next_of(text, tag, '"'), close = next_of(text, open + 1, '"');

	if (close >= text.len || tag == 0)
		return SLICE("");
	return place_show(a, slice_sub(text, tag, close + 1 - tag), false);
}

bool place_xml(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out)
{
	struct buf line = { 0 };
	size_t at = 0, begin;
	bool good = read_line(r, in, &line, &at, &out->line);
	struct slice text = buf_slice(&line);

	begin = good ? value_begin(text, at) : 0;
	if (begin > 0) {
		struct slice name = attribute_name(text, begin), common = slice_sub(text, begin, at - begin);
		struct slice whole = arena_printf(a, "%.*s%.*s", SLICE_ARG(common), SLICE_ARG(r->computed));
		bool personal = attribute_is_personal(name);

		out->column = arena_copy(a, name);
		out->row = first_attribute(text, at, a);
		out->found = place_show(a, up_to_quote(slice_sub(text, begin, text.len)), personal);
		out->expected = place_show(a, up_to_quote(whole), personal);
	}
	buf_release(&line);
	return good;
}

/* ---- the sheet of a workbook ---- */

/* The local name of a tag: `x:c r="A1"` is a "c". */
static struct slice local_name(struct slice tag)
{
	size_t end = 0;

	while (end < tag.len && tag.ptr[end] != ' ' && tag.ptr[end] != '>' && tag.ptr[end] != '/')
		end++;
	tag = slice_sub(tag, 0, end);
	return slice_sub(tag, last_of(tag, tag.len, ':'), tag.len);
}

static struct slice attribute(struct slice tag, const char *opening)
{
	struct slice wanted = slice_from_c(opening);

	for (size_t i = 0; i + wanted.len < tag.len; i++)
		if (slice_starts_with(slice_sub(tag, i, tag.len), wanted))
			return up_to_quote(slice_sub(tag, i + wanted.len, tag.len));
	return SLICE("");
}

/* "BC12" is row 12, column 54 (from 0). */
static bool cell_of(struct slice reference, uint64_t *row, size_t *column)
{
	size_t i = 0;

	*column = 0;
	for (; i < reference.len && i < 3 && reference.ptr[i] >= 'A' && reference.ptr[i] <= 'Z'; i++)
		*column = *column * 26 + (size_t)(reference.ptr[i] - 'A') + 1;
	return (*column)-- > 0 && slice_to_u64(slice_sub(reference, i, reference.len), row);
}

/* Where the reading stands: in a row, and in its last cell. */
struct sheet_place {
	uint64_t row;
	size_t column;
	bool in_cell;
};

static void take_tag(struct slice tag, struct sheet_place *at)
{
	struct slice name = local_name(tag), reference = attribute(tag, " r=\"");
	uint64_t row = 0;

	if (slice_equal(name, SLICE("row"))) {
		at->row = slice_to_u64(reference, &row) ? row : at->row + 1;
		at->in_cell = false;
	} else if (slice_equal(name, SLICE("c")) && cell_of(reference, &row, &at->column)) {
		at->row = row;
		at->in_cell = true;
	}
}

/* The last cell whose tag begins before the byte that differs, and the text in which that byte stands. */
struct sheet_text {
	struct buf tag, text;
	size_t at;   /* of the byte in `text` */
	bool inside; /* a tag */
	bool in_tag; /* that is where the byte stands */
};

static void take_byte(struct sheet_text *t, int c, struct sheet_place *at)
{
	struct buf *into = t->inside ? &t->tag : &t->text;

	if (c == '<')
		buf_clear(&t->tag);
	else if (c == '>' && t->inside)
		take_tag(buf_slice(&t->tag), at);
	else if (into->len < PLACE_TEXT_MAX)
		buf_char(into, (char)c);
	if (c == '>' && t->inside)
		buf_clear(&t->text);
	t->inside = c == '<' || (t->inside && c != '>');
}

static bool read_sheet(const struct place_request *r, struct place_reader *in, struct sheet_text *t,
                       struct sheet_place *at)
{
	int c = 0, end;

	while (in->offset < r->offset && (c = place_byte(in)) >= 0)
		take_byte(t, c, at);
	if (in->offset < r->offset)
		return false;
	t->in_tag = t->inside;
	t->at = t->text.len;
	end = t->inside ? '>' : '<';
	while ((c = place_byte(in)) >= 0 && c != end)
		take_byte(t, c, at);
	if (t->in_tag && c == end)
		take_byte(t, c, at);
	return !t->tag.failed && !t->text.failed;
}

static struct slice up_to(struct slice s, char end)
{
	return slice_sub(s, 0, next_of(s, 0, end));
}

bool place_sheet(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out)
{
	struct sheet_place at = { 0 };
	struct sheet_text t = { 0 };
	bool good = read_sheet(r, in, &t, &at);
	struct slice text = buf_slice(&t.text), common = slice_sub(text, 0, t.at);
	bool known = good && at.in_cell && r->header != NULL && at.column < r->header->column_count;

	out->line = good ? at.row : 0;
	if (known)
		out->column = arena_copy(a, r->header->names[at.column]);
	if (known && !t.in_tag) {
		struct slice whole = arena_printf(a, "%.*s%.*s", SLICE_ARG(common), SLICE_ARG(r->computed));
		bool personal = place_is_personal(r->header, at.column, SLICE(""));

		out->found = place_show(a, text, personal);
		out->expected = place_show(a, up_to(whole, '<'), personal);
	}
	buf_release(&t.tag);
	buf_release(&t.text);
	return good;
}

/* ---- DBF ---- */

enum { DBF_FIELD = 32 };

static unsigned little_endian(const char *bytes, size_t count)
{
	unsigned value = 0;

	while (count-- > 0)
		value = value << 8 | (unsigned char)bytes[count];
	return value;
}

/* A field of the records. Their first byte says whether they are deleted. */
struct dbf_field {
	size_t index, begin, length;
};

/* The one in which byte `at` of a record stands. */
static struct dbf_field dbf_field_at(struct slice head, size_t at)
{
	struct dbf_field f = { .begin = 0, .length = 1 };

	for (size_t i = DBF_FIELD; f.begin + f.length <= at && i + DBF_FIELD <= head.len; i += DBF_FIELD) {
		if (head.ptr[i] == '\r')
			break;
		f.index = i / DBF_FIELD - 1;
		f.begin += f.length;
		f.length = (unsigned char)head.ptr[i + 16];
	}
	return f;
}

static bool read_bytes(struct place_reader *in, size_t count, struct buf *out)
{
	int c = 0;

	while (count-- > 0 && (c = place_byte(in)) >= 0)
		buf_char(out, (char)c);
	return !out->failed;
}

static bool skip_to(struct place_reader *in, uint64_t offset)
{
	while (in->offset < offset)
		if (place_byte(in) < 0)
			return false;
	return true;
}

static void describe_field(const struct place_request *r, struct dbf_field f, struct slice text, size_t at,
                           struct arena *a, struct place_found *out)
{
	struct slice whole = arena_printf(a, "%.*s%.*s", (int)at, text.ptr, SLICE_ARG(r->computed));
	bool personal = place_is_personal(r->header, f.index, SLICE(""));

	out->column = arena_copy(a, r->header->names[f.index]);
	out->found = place_show(a, text, personal);
	out->expected = place_show(a, slice_sub(whole, 0, f.length), personal);
}

bool place_dbf(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out)
{
	struct buf head = { 0 }, text = { 0 };
	size_t length = 0, header = 0;
	bool good = read_bytes(in, DBF_FIELD, &head);

	if (good && head.len == DBF_FIELD) {
		header = little_endian(head.ptr + 8, 2);
		length = little_endian(head.ptr + 10, 2);
		good = header < DBF_FIELD || read_bytes(in, header - DBF_FIELD, &head);
	}
	if (good && length > 0 && r->offset >= header) {
		struct dbf_field f = dbf_field_at(buf_slice(&head), (size_t)((r->offset - header) % length));
		uint64_t record = (r->offset - header) / length, begin = header + record * length + f.begin;

		out->line = record + 2;
		good = skip_to(in, begin) && read_bytes(in, f.length, &text);
		if (good && f.begin > 0 && text.len > 0 && r->header != NULL && f.index < r->header->column_count)
			describe_field(r, f, buf_slice(&text), (size_t)(r->offset - begin), a, out);
	}
	buf_release(&head);
	buf_release(&text);
	return good;
}
