/* CSV bytes -> records, streaming, with the byte range of every field.
 *
 * libcsv (strict) is the judge of quoting: every field that opens with a quote is decoded by it, and a field that it
 * refuses refuses the file. Fields without a quote are split here, which is only a search for the delimiter. A test
 * and a fuzzer hold this against libcsv run over the whole text.
 *
 * The reader also refuses what no payroll may hold (text_guard.h says what exactly): other containers, UTF-16 and
 * UTF-32, NUL and control bytes (TAB only where it is the delimiter), bytes that are not UTF-8, a BOM anywhere but at
 * the very start (that one is skipped and noted), CR without LF; further mixed line ends, an unbalanced or stray quote,
 * fields above CSV_FIELD_MAX bytes, more than CSV_COLUMNS_MAX fields, records above CSV_RECORD_MAX. A refusal is one
 * finding with file, line and, as `detail`, the offset in bytes from the start of the file; quotes and long fields also
 * have the number of the field, from 1, as `column`. The first fault in the order of the text is the one reported,
 * whatever the sizes of the blocks in which the text came; what stood before it has been delivered.
 *
 *   N0105 empty (a lone BOM too)         N0106 control: value is the byte      N0107 BOM inside: value U+FEFF
 *   N0108 value UTF-16LE ...             N0109 value is the bytes              N0110 value gzip, xlsx, xls, html ...
 *   N0147 begins with a tag of XML       N0111 value CR, LF or CRLF: the first that deviates
 *   N0112 quote never closed: line and offset where it opened; also a quoted field that passes CSV_FIELD_MAX with a
 *         line end in it, so that one quote cannot swallow a file
 *   N0113 line and offset of the byte that libcsv refuses
 *   N0115 value is the limit, detail the offset of the field or record
 *   N0116 likewise, of the record; column 513
 *
 * Inside quotes LF and CRLF are both data whatever the file's line ends are (spreadsheets write LF there); such a field
 * is delivered with the flag `multiline`, and whether its column may hold one is for the caller to say. Blank lines are
 * delivered as records of one empty field with `blank` set, also the last ones.
 *
 * The caller owns the reader; a record and everything it points to live until the next csv_next or csv_resplit. Memory
 * is bounded by CSV_RECORD_MAX. */
#ifndef NAFKAH_CSV_H
#define NAFKAH_CSV_H

#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CSV_FIELD_MAX = 65536, /* bytes of one field, its quotes included */
	CSV_COLUMNS_MAX = 512,
	CSV_RECORD_MAX = 1048576 /* bytes of one record, line ends inside included */
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
	bool multiline; /* one of its fields is */
	size_t field_count;
	const struct csv_field *fields;
};

struct csv_reader; /* opaque */

/* Not yet known which: csv_next then delivers each record whole, as one field that is not quoted. It ends at the first
 * line end outside of quotes, which is where it ends with any delimiter that fits it; TABs pass, and whether quotes are
 * stray nobody can say yet. For the search of a header: try csv_resplit with every delimiter in question. */
#define CSV_DELIMITER_UNKNOWN '\0'

/* The delimiter is TAB, a printable ASCII character other than the quote, or CSV_DELIMITER_UNKNOWN. `file` (base name
 * for findings) and `findings` are borrowed and outlive the reader. NULL when memory is exhausted (a finding was made).
 * (Not csv_new and csv_free: libcsv has a csv_free.) */
struct csv_reader *csv_reader_new(struct byte_source source, char delimiter, struct slice file,
                                  struct findings *findings);
void csv_reader_free(struct csv_reader *r);

/* STATUS_OK: *record is filled. STATUS_END: no more. STATUS_REJECT: the file is refused and reading is over.
 * STATUS_FAIL: source or memory failed. Anything but OK is repeated by further calls, without another finding. */
enum status csv_next(struct csv_reader *r, struct csv_record *record) NAFKAH_MUST_USE;

/* Splits the current record (csv_next has just said STATUS_OK) anew with another delimiter and reads on with it.
 * STATUS_REJECT makes no finding: the text just does not fit this delimiter; record, split and delimiter stay as they
 * were. STATUS_FAIL: memory. */
enum status csv_resplit(struct csv_reader *r, char delimiter, struct csv_record *record) NAFKAH_MUST_USE;

/* The value of field i of the current record, quotes taken off and doubled quotes undone. Lives as the record does. */
struct slice csv_value(const struct csv_reader *r, size_t i);

/* What was seen up to the end of the current record. */
bool csv_had_bom(const struct csv_reader *r);
uint64_t csv_lines(const struct csv_reader *r); /* physical lines */
enum line_end csv_line_end(const struct csv_reader *r); /* of the first terminated record; all others have the same */

/* RFC 4180 writing for the program's own files: quotes only where needed (comma, quote, CR, LF), doubled inside. */
void csv_write_field(struct buf *out, struct slice value);

#endif
