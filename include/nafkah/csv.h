/* CSV bytes -> records, streaming, with the byte range of every field.
 *
 * libcsv (strict) is the judge of quoting: every field that holds a quote is decoded by it, and a field that it
 * refuses refuses the file. Fields without a quote are split here, which is only a search for the delimiter. A test
 * and a fuzzer hold this against libcsv run over the whole text.
 *
 * The reader also refuses what no payroll may hold: NUL and control bytes (TAB only where it is the delimiter), bytes
 * that are not UTF-8, a BOM anywhere but at the very start (that one is skipped and noted in `bom`), UTF-16 and
 * UTF-32 (by their BOM or their NULs), CR without LF and mixed line ends, an unbalanced or stray quote, fields above
 * CSV_FIELD_MAX bytes, more than CSV_COLUMNS_MAX fields. Every refusal is a finding with file, line and, where it
 * helps, byte offset.
 *
 * A line end inside a quoted field is delivered (field flag `multiline`); whether the column may hold one is for the
 * caller to say. Blank lines are delivered as records of one empty field with `blank` set.
 *
 * The caller owns the reader; a record and everything it points to live until the next csv_next. Memory is bounded by
 * the longest record, which is bounded by the limits above. */
#ifndef NAFKAH_CSV_H
#define NAFKAH_CSV_H

#include <nafkah/finding.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CSV_FIELD_MAX = 65536,
	CSV_COLUMNS_MAX = 512,
	CSV_RECORD_MAX = 1048576 /* bytes of one record, line ends inside included */
};

/* Where the bytes come from: fills up to `cap` bytes, sets *got (0 at the end). A finding has been made when the
 * status is not STATUS_OK. */
struct byte_source {
	enum status (*read)(void *context, char *into, size_t cap, size_t *got);
	void *context;
};

struct csv_field {
	uint32_t from, to; /* byte range inside the record's raw text, quotes included */
	bool quoted, multiline;
};

enum line_end { LINE_END_NONE, LINE_END_LF, LINE_END_CRLF };

struct csv_record {
	uint64_t offset; /* of raw.ptr[0] in the input, counted from the first byte of the file, BOM included */
	uint64_t line;   /* of its first byte, from 1 */
	struct slice raw; /* without its line end */
	enum line_end end; /* LINE_END_NONE only on an unterminated last record */
	bool blank;
	size_t field_count;
	const struct csv_field *fields;
};

struct csv_reader; /* opaque */

/* `file` (base name for findings) and `findings` are borrowed and outlive the reader. The delimiter may be set or
 * changed between records: header search does. NULL when memory is exhausted (a finding was made). */
struct csv_reader *csv_new(struct byte_source source, char delimiter, struct slice file, struct findings *findings);
void csv_free(struct csv_reader *r);

/* STATUS_OK: *record is filled. STATUS_END: no more. STATUS_REJECT: the file is refused and reading is over.
 * STATUS_FAIL: source or memory failed. */
enum status csv_next(struct csv_reader *r, struct csv_record *record) NAFKAH_MUST_USE;

/* Splits the current record anew with another delimiter (for a header search over the delimiters of several layouts)
 * and reads on with it. STATUS_REJECT makes no finding here: the text just does not fit this delimiter. */
enum status csv_resplit(struct csv_reader *r, char delimiter, struct csv_record *record) NAFKAH_MUST_USE;

/* The value of field i of the current record, quotes taken off and doubled quotes undone. Lives until csv_next. */
struct slice csv_value(struct csv_reader *r, size_t i);

/* What was seen so far. */
bool csv_had_bom(const struct csv_reader *r);
uint64_t csv_lines(const struct csv_reader *r); /* physical lines */
enum line_end csv_line_end(const struct csv_reader *r);

/* RFC 4180 writing for the program's own files: quotes only where needed, doubled inside. */
void csv_write_field(struct buf *out, struct slice value);

#endif
