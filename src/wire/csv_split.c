#include "csv_private.h"

#include <endian.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { CHUNK = CSV_SPLIT_PAD };

/* Bit i of *delimiters is set when p[i] is the delimiter, of *others when it is a quote or a line feed. */
#if defined(__SSE2__) /* every x86-64: four times as fast as what compilers make of the plain C below */
static inline uint64_t marks_of(__m128i hits, unsigned from)
{
	return (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << from;
}

static inline __m128i others_in(__m128i bytes)
{
	return _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
}

static inline void chunk_marks(const char *p, char delimiter, uint64_t *delimiters, uint64_t *others)
{
	const __m128i wanted = _mm_set1_epi8(delimiter);
	__m128i part[CHUNK / 16];

	memcpy(part, p, CHUNK);
	*delimiters = marks_of(_mm_cmpeq_epi8(part[0], wanted), 0) | marks_of(_mm_cmpeq_epi8(part[1], wanted), 16) |
	              marks_of(_mm_cmpeq_epi8(part[2], wanted), 32) | marks_of(_mm_cmpeq_epi8(part[3], wanted), 48);
	*others = marks_of(others_in(part[0]), 0) | marks_of(others_in(part[1]), 16) | marks_of(others_in(part[2]), 32) |
	          marks_of(others_in(part[3]), 48);
}
#else
/* Gathers the lowest bit of each byte. */
static uint64_t marks_of(const unsigned char hits[static CHUNK])
{
	uint64_t marks = 0;

	for (unsigned i = 0; i < CHUNK; i += 8) {
		uint64_t word;
		memcpy(&word, hits + i, sizeof word);
		marks |= (le64toh(word) * UINT64_C(0x0102040810204080) >> 56) << i;
	}
	return marks;
}

static void chunk_marks(const char *p, char delimiter, uint64_t *delimiters, uint64_t *others)
{
	unsigned char hits[CHUNK], more[CHUNK];

	for (int i = 0; i < CHUNK; i++) { /* compilers turn it into wide compares */
		hits[i] = (unsigned char)(p[i] == delimiter);
		more[i] = (unsigned char)((p[i] == '"') | (p[i] == '\n'));
	}
	*delimiters = marks_of(hits);
	*others = marks_of(more);
}
#endif

static inline void scan_load(struct csv_scan *scan, char delimiter)
{
	size_t left = (size_t)(scan->limit - scan->chunk);

	chunk_marks(scan->chunk, delimiter, &scan->delimiters, &scan->others);
	if (left < CHUNK) {
		scan->delimiters &= (UINT64_C(1) << left) - 1;
		scan->others &= (UINT64_C(1) << left) - 1;
	}
}

/* Goes to the next chunk. False: there is none. */
static inline bool scan_further(struct csv_scan *scan, char delimiter)
{
	if (scan->limit - scan->chunk <= CHUNK)
		return false;
	scan->chunk += CHUNK;
	scan_load(scan, delimiter);
	return true;
}

/* The next mark, or the limit. */
static inline const char *scan_next(struct csv_scan *scan, char delimiter)
{
	uint64_t marks;
	const char *at;

	while ((marks = scan->delimiters | scan->others) == 0)
		if (!scan_further(scan, delimiter))
			return scan->limit;
	at = scan->chunk + __builtin_ctzll(marks);
	marks &= marks - 1;
	scan->delimiters &= marks;
	scan->others &= marks;
	return at;
}

/* The next quote or line feed, or the limit; delimiters on the way are data. */
static inline const char *scan_next_other(struct csv_scan *scan, char delimiter)
{
	uint64_t behind;
	const char *at;

	while (scan->others == 0)
		if (!scan_further(scan, delimiter))
			return scan->limit;
	at = scan->chunk + __builtin_ctzll(scan->others);
	behind = ~(scan->others ^ (scan->others - 1));
	scan->delimiters &= behind;
	scan->others &= behind;
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
	s->decoded[s->count] = (struct csv_range){ .from = (uint32_t)s->values.len };
	buf_append(&s->values, value);
	s->decoded[s->count].to = (uint32_t)s->values.len;
	return s->values.failed ? CSV_SPLIT_NO_MEMORY : CSV_SPLIT_RECORD;
}

/* Enters a field that ends at a delimiter, a line end or the end of the file. Every quoted one goes through libcsv. */
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
static inline const char *quoted_end(struct csv_splitter *s, bool *multiline)
{
	const char *at, *limit = s->scan.limit;

	while ((at = scan_next_other(&s->scan, s->delimiter)) < limit) {
		if (*at == '\n') {
			*multiline = true;
			s->inner_lines++;
			continue;
		}
		at = scan_next(&s->scan, s->delimiter);
		if (at == limit || *at != '"')
			break;
	}
	return at;
}

static enum csv_split stray_quote(struct csv_splitter *s, const char *record, size_t start, size_t at)
{
	if (at - start > CSV_FIELD_MAX)
		return field_too_long(s, record, start, false);
	return fault(s, at, (struct csv_fault){ N0113_CSV_QUOTE_STRAY, at, s->count + 1, 0 });
}

/* The bits below the lowest one of `marks`. */
static inline uint64_t below_lowest(uint64_t marks)
{
	return marks == 0 ? ~UINT64_C(0) : (marks & (0 - marks)) - 1;
}

/* Enters fields without a quote as far as they end at a delimiter, and returns where the next field starts. What this
 * does not do is left to split_fields; it is here for speed only. */
static const char *plain_fields(struct csv_splitter *s, const char *record, const char *start)
{
	struct csv_scan scan = s->scan;
	struct csv_field *f = s->fields + s->count, *enough = s->fields + CSV_COLUMNS_MAX - CHUNK;
	uint32_t from = (uint32_t)(start - record);

	while (f < enough && scan.chunk + CHUNK - record <= CSV_FIELD_MAX) {
		uint64_t before = below_lowest(scan.others), ends = scan.delimiters & before;
		uint32_t chunk = (uint32_t)(scan.chunk - record);

		for (; ends != 0; ends &= ends - 1) {
			uint32_t to = chunk + (uint32_t)__builtin_ctzll(ends);
			*f++ = (struct csv_field){ .from = from, .to = to };
			from = to + 1;
		}
		scan.delimiters &= ~before;
		if (scan.others != 0 || !scan_further(&scan, s->delimiter))
			break;
	}
	s->scan = scan;
	s->count = (size_t)(f - s->fields);
	return record + from;
}

static enum csv_split split_fields(struct csv_splitter *s, const char *record, enum csv_limit limit)
{
	const struct csv_fault too_many = { N0116_CSV_TOO_MANY_COLUMNS, 0, CSV_COLUMNS_MAX + 1, CSV_COLUMNS_MAX };
	const char *start = record, *end = s->scan.limit;

	for (;;) {
		if (*start != '"')
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
