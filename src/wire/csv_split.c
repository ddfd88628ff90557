#include "csv_private.h"

#include <endian.h>

enum { CHUNK = CSV_SPLIT_PAD };

/* Bit i is set when p[i] is the delimiter, a quote or a line feed. The first loop is one that compilers turn into wide
 * compares, the second gathers the lowest bit of each byte. */
static uint64_t chunk_marks(const char *p, char delimiter)
{
	unsigned char hit[CHUNK];
	uint64_t marks = 0;

	for (int i = 0; i < CHUNK; i++)
		hit[i] = (unsigned char)((p[i] == delimiter) | (p[i] == '"') | (p[i] == '\n'));
	for (unsigned i = 0; i < CHUNK; i += 8) {
		uint64_t word;
		memcpy(&word, hit + i, sizeof word);
		marks |= (le64toh(word) * UINT64_C(0x0102040810204080) >> 56) << i;
	}
	return marks;
}

static void scan_load(struct csv_scan *scan, char delimiter)
{
	size_t left = (size_t)(scan->limit - scan->chunk);

	scan->marks = chunk_marks(scan->chunk, delimiter);
	if (left < CHUNK)
		scan->marks &= (UINT64_C(1) << left) - 1;
}

/* The next mark, or the limit. */
static inline const char *scan_next(struct csv_scan *scan, char delimiter)
{
	const char *at;

	while (scan->marks == 0) {
		if (scan->limit - scan->chunk <= CHUNK)
			return scan->limit;
		scan->chunk += CHUNK;
		scan_load(scan, delimiter);
	}
	at = scan->chunk + __builtin_ctzll(scan->marks);
	scan->marks &= scan->marks - 1;
	return at;
}

void csv_split_over(struct csv_splitter *s, const char *from, const char *limit)
{
	s->scan = (struct csv_scan){ .chunk = from, .limit = limit };
	scan_load(&s->scan, s->delimiter);
}

/* A fault that shows when the splitter has come to `trigger`. A record that is too long by then is that above all. */
static enum csv_split fault(struct csv_splitter *s, size_t trigger, struct csv_fault what)
{
	static const struct csv_fault too_long = { .code = N0115_CSV_FIELD_TOO_LONG, .limit = CSV_RECORD_MAX };

	s->fault = trigger > CSV_RECORD_MAX ? too_long : what;
	return CSV_SPLIT_FAULT;
}

/* The field from `start` on is longer than fields may be. */
static enum csv_split field_too_long(struct csv_splitter *s, const char *record, size_t start, bool quoted)
{
	struct csv_fault what = { N0115_CSV_FIELD_TOO_LONG, start, s->count + 1, CSV_FIELD_MAX };
	struct slice head = { record + start, CSV_FIELD_MAX }, value;
	size_t stray;

	if (quoted) {
		enum csv_verdict verdict = csv_judge_field(s->judge, head, s->delimiter, &value, &stray);
		if (verdict == CSV_FIELD_NO_MEMORY)
			return CSV_SPLIT_NO_MEMORY;
		if (verdict == CSV_FIELD_STRAY) {
			what = (struct csv_fault){ N0113_CSV_QUOTE_STRAY, start + stray, s->count + 1, 0 };
		} else if (memchr(head.ptr, '\n', head.len) != NULL) {
			what = (struct csv_fault){ N0112_CSV_QUOTE_OPEN, start, s->count + 1, 0 };
		}
	}
	return fault(s, start + CSV_FIELD_MAX, what);
}

/* Has libcsv decode the quoted field from `start` to `to`. */
static enum csv_split judge(struct csv_splitter *s, const char *record, size_t start, size_t to)
{
	struct csv_fault what = { N0113_CSV_QUOTE_STRAY, start, s->count + 1, 0 };
	struct slice value;
	size_t stray;

	switch (csv_judge_field(s->judge, (struct slice){ record + start, to - start }, s->delimiter, &value, &stray)) {
	case CSV_FIELD_GOOD:
		break;
	case CSV_FIELD_STRAY:
		what.at += stray;
		return fault(s, to, what);
	case CSV_FIELD_OPEN:
		what.code = N0112_CSV_QUOTE_OPEN;
		return fault(s, to, what);
	case CSV_FIELD_NO_MEMORY:
		return CSV_SPLIT_NO_MEMORY;
	}
	s->decoded[s->count].from = (uint32_t)s->values.len;
	buf_append(&s->values, value);
	s->decoded[s->count].to = (uint32_t)s->values.len;
	return s->values.failed ? CSV_SPLIT_NO_MEMORY : CSV_SPLIT_RECORD;
}

/* Enters a field that ends at a delimiter, a line end or the end of the file. */
static inline enum csv_split add_field(struct csv_splitter *s, const char *record, struct csv_field f)
{
	if (f.to - f.from > CSV_FIELD_MAX)
		return field_too_long(s, record, f.from, f.quoted);
	if (f.quoted) {
		enum csv_split judged = judge(s, record, f.from, f.to);
		if (judged != CSV_SPLIT_RECORD)
			return judged;
	}
	s->fields[s->count++] = f;
	return CSV_SPLIT_RECORD;
}

/* The record is complete with the line feed, or the end of the file, at `at`. */
static enum csv_split finish(struct csv_splitter *s, const char *record, const char *at)
{
	bool ended = at < s->scan.limit;
	bool cr = ended && at > record && at[-1] == '\r';

	s->raw_len = (size_t)(at - record) - cr;
	s->next = (size_t)(at - record) + ended;
	s->end = !ended ? LINE_END_NONE : cr ? LINE_END_CRLF : LINE_END_LF;
	if (s->raw_len > CSV_RECORD_MAX)
		return fault(s, s->raw_len, (struct csv_fault){ 0 });
	return CSV_SPLIT_RECORD;
}

/* The bytes are used up, and they do not end the file. */
static enum csv_split at_limit(struct csv_splitter *s, const char *record, enum csv_limit limit)
{
	size_t len = (size_t)(s->scan.limit - record);

	if (len >= CSV_SPLIT_WINDOW || (limit == CSV_LIMIT_FAULT && len > CSV_RECORD_MAX))
		return fault(s, len, (struct csv_fault){ 0 });
	return limit == CSV_LIMIT_FAULT ? CSV_SPLIT_STOP : CSV_SPLIT_MORE;
}

static enum csv_split field_at_limit(struct csv_splitter *s, const char *record, struct csv_field f,
                                     enum csv_limit limit)
{
	size_t to = (size_t)(s->scan.limit - record);
	enum csv_split outcome;

	if (to - f.from > CSV_FIELD_MAX)
		return field_too_long(s, record, f.from, f.quoted);
	outcome = at_limit(s, record, limit);
	if (outcome == CSV_SPLIT_STOP && f.quoted) {
		enum csv_split judged = judge(s, record, f.from, to);
		bool worse = judged == CSV_SPLIT_FAULT && s->fault.code == N0113_CSV_QUOTE_STRAY;
		if (worse || judged == CSV_SPLIT_NO_MEMORY)
			outcome = judged;
	}
	return outcome;
}

/* Behind a quote that opened a field: the mark that ends the field, or the limit. Quotes are in pairs up to there, and
 * whether they stand where they may is for the judge. */
static const char *quoted_end(struct csv_splitter *s, bool *multiline)
{
	bool inside = true;
	const char *at;

	while ((at = scan_next(&s->scan, s->delimiter)) < s->scan.limit) {
		if (*at == '"') {
			inside = !inside;
		} else if (!inside) {
			break;
		} else if (*at == '\n') {
			*multiline = true;
			s->inner_lines++;
		}
	}
	return at;
}

static enum csv_split stray_quote(struct csv_splitter *s, const char *record, size_t start, size_t at)
{
	if (at - start > CSV_FIELD_MAX)
		return field_too_long(s, record, start, false);
	return fault(s, at, (struct csv_fault){ N0113_CSV_QUOTE_STRAY, at, s->count + 1, 0 });
}

/* Enters fields without a quote as far as they end at a delimiter, and returns where the next field starts. What this
 * does not do is left to split_fields; it is here for speed only. */
static const char *plain_fields(struct csv_splitter *s, const char *record, const char *start)
{
	struct csv_scan scan = s->scan;
	struct csv_field *f = s->fields + s->count, *last = s->fields + CSV_COLUMNS_MAX - 1;
	char delimiter = s->delimiter;

	while (f < last) {
		while (scan.marks == 0 && scan.limit - scan.chunk > CHUNK) {
			scan.chunk += CHUNK;
			scan_load(&scan, delimiter);
		}
		if (scan.marks == 0)
			break;
		const char *at = scan.chunk + __builtin_ctzll(scan.marks);
		if (*at != delimiter || at - start > CSV_FIELD_MAX)
			break;
		scan.marks &= scan.marks - 1;
		*f++ = (struct csv_field){ .from = (uint32_t)(start - record), .to = (uint32_t)(at - record) };
		start = at + 1;
	}
	s->scan = scan;
	s->count = (size_t)(f - s->fields);
	return start;
}

static enum csv_split split_fields(struct csv_splitter *s, const char *record, enum csv_limit limit)
{
	const struct csv_fault too_many = { N0116_CSV_TOO_MANY_COLUMNS, 0, CSV_COLUMNS_MAX + 1, CSV_COLUMNS_MAX };
	const char *start = record, *end = s->scan.limit;

	for (;;) {
		start = plain_fields(s, record, start);
		const char *at = scan_next(&s->scan, s->delimiter);
		struct csv_field f = { .from = (uint32_t)(start - record) };
		bool last;

		if (at < end && *at == '"') {
			if (at != start)
				return stray_quote(s, record, f.from, (size_t)(at - record));
			f.quoted = true;
			at = quoted_end(s, &f.multiline);
		}
		if (at == end && limit != CSV_LIMIT_FILE)
			return field_at_limit(s, record, f, limit);
		last = at == end || *at == '\n';
		f.to = (uint32_t)(at - record) - (last && at < end && at > start && at[-1] == '\r');
		enum csv_split added = add_field(s, record, f);
		if (added != CSV_SPLIT_RECORD)
			return added;
		if (last)
			return finish(s, record, at);
		if (s->count == CSV_COLUMNS_MAX)
			return fault(s, (size_t)(at - record), too_many);
		start = at + 1;
	}
}

/* As field_too_long, where nobody knows what is a field. */
static enum csv_split quotes_too_long(struct csv_splitter *s, const char *record, const char *open)
{
	struct csv_fault what = { N0115_CSV_FIELD_TOO_LONG, (size_t)(open - record), 0, CSV_FIELD_MAX };

	if (memchr(open, '\n', CSV_FIELD_MAX) != NULL) {
		what.code = N0112_CSV_QUOTE_OPEN;
		what.limit = 0;
	}
	return fault(s, what.at + CSV_FIELD_MAX, what);
}

/* The record as one field, its end found by the parity of its quotes. */
static enum csv_split split_whole(struct csv_splitter *s, const char *record, enum csv_limit limit)
{
	const char *open = NULL, *at, *end = s->scan.limit;

	while ((at = scan_next(&s->scan, s->delimiter)) < end && !(*at == '\n' && open == NULL)) {
		if (*at == '\n')
			s->inner_lines++;
		else if (open != NULL && at - open > CSV_FIELD_MAX)
			break;
		else
			open = open == NULL ? at : NULL;
	}
	if (open != NULL && at - open > CSV_FIELD_MAX)
		return quotes_too_long(s, record, open);
	if (at == end && limit != CSV_LIMIT_FILE)
		return at_limit(s, record, limit);
	if (open != NULL)
		return fault(s, (size_t)(at - record),
		             (struct csv_fault){ N0112_CSV_QUOTE_OPEN, (size_t)(open - record), 0, 0 });
	enum csv_split outcome = finish(s, record, at);
	s->fields[0] = (struct csv_field){ .to = (uint32_t)s->raw_len, .multiline = s->inner_lines > 0 };
	s->count = 1;
	return outcome;
}

enum csv_split csv_split(struct csv_splitter *s, const char *at, enum csv_limit limit)
{
	s->count = 0;
	s->inner_lines = 0;
	buf_clear(&s->values);
	return s->delimiter == CSV_DELIMITER_UNKNOWN ? split_whole(s, at, limit) : split_fields(s, at, limit);
}
