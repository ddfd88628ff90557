/* For the tests of the CSV reader: a source that gives its bytes in pieces, and transcripts, which say what a text
 * holds in a form that two readers can be compared by. */
#ifndef NAFKAH_CSV_TOOLS_H
#define NAFKAH_CSV_TOOLS_H

#include <nafkah/buf.h>
#include <nafkah/csv.h>

#include <csv.h>
#include <string.h>

struct pieces {
	struct slice rest;
	size_t size; /* bytes a read gives at most */
	enum status at_end;
};

static inline enum status pieces_read(void *context, char *into, size_t cap, size_t *got)
{
	struct pieces *p = context;
	size_t len = p->size < cap ? p->size : cap;

	len = len < p->rest.len ? len : p->rest.len;
	if (len > 0)
		memcpy(into, p->rest.ptr, len);
	p->rest = slice_sub(p->rest, len, p->rest.len);
	*got = len;
	return len > 0 ? STATUS_OK : p->at_end;
}

static inline struct byte_source pieces_source(struct pieces *p)
{
	return (struct byte_source){ pieces_read, p };
}

static inline void transcript_field(struct buf *out, struct slice value)
{
	buf_printf(out, "%zu:", value.len);
	buf_append(out, value);
}

/* What a reader delivered and how it ended. */
struct reading {
	struct buf transcript;
	size_t records;
	enum status end;
	struct findings findings;
};

static inline void reading_release(struct reading *x)
{
	buf_release(&x->transcript);
	findings_release(&x->findings);
}

static inline void transcript_record(struct reading *x, const struct csv_reader *r, const struct csv_record *record)
{
	for (size_t i = 0; i < record->field_count && !record->blank; i++)
		transcript_field(&x->transcript, csv_value(r, i));
	buf_char(&x->transcript, '\n');
	x->records++;
}

/* Reads `text` in pieces of `size` bytes. */
static inline void reading_ours(struct reading *x, struct slice text, size_t size, char delimiter)
{
	struct pieces pieces = { text, size, STATUS_OK };
	struct csv_reader *r = csv_reader_new(pieces_source(&pieces), delimiter, SLICE("gaji.csv"), &x->findings);
	struct csv_record record;

	x->end = STATUS_FAIL;
	while (r != NULL && (x->end = csv_next(r, &record)) == STATUS_OK)
		transcript_record(x, r, &record);
	csv_reader_free(r);
}

/* The same without knowing the delimiter, which is tried on each record by itself; STATUS_REJECT where it fits none. */
static inline void reading_searching(struct reading *x, struct slice text, size_t size, char delimiter)
{
	struct pieces pieces = { text, size, STATUS_OK };
	struct csv_reader *r = csv_reader_new(pieces_source(&pieces), CSV_DELIMITER_UNKNOWN, SLICE("x"), &x->findings);
	struct csv_record record;

	x->end = STATUS_FAIL;
	while (r != NULL && (x->end = csv_next(r, &record)) == STATUS_OK) {
		x->end = csv_resplit(r, delimiter, &record);
		if (x->end != STATUS_OK)
			break;
		transcript_record(x, r, &record);
		x->end = csv_resplit(r, CSV_DELIMITER_UNKNOWN, &record);
		if (x->end != STATUS_OK)
			break;
	}
	csv_reader_free(r);
}

/* libcsv over the whole text. Rows that it began and did not end are not in `whole` bytes of the transcript. */
struct oracle {
	struct buf transcript;
	size_t records, whole;
	int last_end;
	bool refused;
	size_t refused_at; /* text.len: at the end */
};

static inline int oracle_space(unsigned char c)
{
	(void)c;
	return 0;
}

static inline void oracle_field(void *bytes, size_t len, void *context)
{
	struct oracle *o = context;

	transcript_field(&o->transcript, (struct slice){ bytes, len });
	o->last_end = 0;
}

/* With CSV_REPALL_NL the LF of a CRLF comes as a row of its own, a blank line as one without fields. */
static inline void oracle_row(int c, void *context)
{
	struct oracle *o = context;
	bool second_half = c == '\n' && o->last_end == '\r';

	o->last_end = second_half ? 0 : c;
	if (second_half)
		return;
	buf_char(&o->transcript, '\n');
	o->whole = o->transcript.len;
	o->records++;
}

static inline void reading_libcsv(struct oracle *o, struct slice text, char delimiter)
{
	size_t bom = slice_starts_with(text, SLICE("\xef\xbb\xbf")) ? 3 : 0;
	struct csv_parser p;

	text = slice_sub(text, bom, text.len);
	csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	csv_set_space_func(&p, oracle_space);
	csv_set_delim(&p, (unsigned char)delimiter);
	o->refused_at = bom + csv_parse(&p, text.ptr, text.len, oracle_field, oracle_row, o);
	o->refused = csv_error(&p) != CSV_SUCCESS;
	if (!o->refused)
		o->refused = csv_fini(&p, oracle_field, oracle_row, o) != 0;
	csv_free(&p);
}

/* The first thing in which the two differ though they may not, or NULL. Ours may refuse more: what is no text in UTF-8
 * of like lines, what is too long (a quoted field that is too long counts as open), what is no CSV at all. */
static inline const char *difference(const struct reading *ours, const struct oracle *theirs, struct slice text)
{
	const struct finding *f = ours->findings.items;
	struct slice delivered = buf_slice(&ours->transcript);

	if (ours->end != STATUS_END && ours->end != STATUS_REJECT)
		return "ended as neither read nor refused";
	if (ours->findings.count != (ours->end == STATUS_REJECT))
		return "not one finding for a refusal";
	if (delivered.len > theirs->whole || !slice_starts_with(buf_slice(&theirs->transcript), delivered))
		return "delivered other fields";
	if (ours->end == STATUS_END && theirs->refused)
		return "accepted what libcsv refuses";
	if (ours->end == STATUS_END)
		return ours->records == theirs->records ? NULL : "delivered fewer records";
	if (f->code == N0113_CSV_QUOTE_STRAY) {
		struct buf at = { 0 };
		buf_printf(&at, "%zu", theirs->refused_at);
		bool same = theirs->refused && slice_equal(f->detail, buf_slice(&at));
		buf_release(&at);
		return same ? NULL : "refused a quote elsewhere than libcsv";
	}
	if (f->code == N0112_CSV_QUOTE_OPEN && text.len <= CSV_FIELD_MAX)
		return theirs->refused && theirs->refused_at == text.len ? NULL : "sees a quote open, libcsv does not";
	return NULL;
}

/* The same two readings, whatever the pieces were. */
static inline bool reading_equal(const struct reading *a, const struct reading *b)
{
	const struct finding *f = a->findings.items, *g = b->findings.items;

	if (a->end != b->end || !slice_equal(buf_slice(&a->transcript), buf_slice(&b->transcript)) ||
	    a->findings.count != b->findings.count)
		return false;
	return a->findings.count == 0 ||
	       (f->code == g->code && f->line == g->line && slice_equal(f->value, g->value) &&
	        slice_equal(f->detail, g->detail) && slice_equal(f->column, g->column));
}

/* Everything that must hold of a text, read in pieces of `size`. NULL: it does. */
static inline const char *csv_law_broken(struct slice text, size_t size, char delimiter)
{
	struct reading whole = { 0 }, pieces = { 0 }, searching = { 0 };
	struct oracle theirs = { 0 };
	const char *broken;

	reading_ours(&whole, text, SIZE_MAX, delimiter);
	reading_ours(&pieces, text, size, delimiter);
	reading_searching(&searching, text, size, delimiter);
	reading_libcsv(&theirs, text, delimiter);
	broken = difference(&whole, &theirs, text);
	if (broken == NULL && !reading_equal(&whole, &pieces))
		broken = "the size of the pieces shows";
	if (broken == NULL && whole.end == STATUS_END && !reading_equal(&whole, &searching))
		broken = "a record is another one when the delimiter is searched for";
	if (broken == NULL && whole.end == STATUS_REJECT && searching.end != STATUS_REJECT)
		broken = "refused, but not when the delimiter is searched for";
	reading_release(&whole);
	reading_release(&pieces);
	reading_release(&searching);
	buf_release(&theirs.transcript);
	return broken;
}

#endif
