/* What the files of the CSV reader share and nobody else sees: the judge (libcsv), the splitter, and the
 * reader's own state. */
#ifndef NAFKAH_CSV_PRIVATE_H
#define NAFKAH_CSV_PRIVATE_H

#include <nafkah/buf.h>
#include <nafkah/csv.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>
#include <nafkah/text_guard.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- csv_judge.c: libcsv, strict, trimming nothing, for one field at a time */

struct csv_judge; /* opaque, owned by whoever made it */

enum csv_verdict {
	CSV_FIELD_GOOD,
	CSV_FIELD_STRAY, /* refused at *at */
	CSV_FIELD_OPEN,  /* ends inside quotes */
	CSV_FIELD_NO_MEMORY
};

struct csv_judge *csv_judge_new(void); /* NULL: no memory */
void csv_judge_free(struct csv_judge *j);

/* Decodes a field that opens with a quote. On CSV_FIELD_GOOD *value is its content and lives until the next call. */
enum csv_verdict csv_judge_field(struct csv_judge *j, struct slice raw, char delimiter, struct slice *value,
                                 size_t *at);

/* ---- csv_split.c: one record out of bytes in memory */

/* What stands behind the bytes that the splitter may see. */
enum csv_limit {
	CSV_LIMIT_MORE, /* nobody knows yet */
	CSV_LIMIT_FILE, /* nothing: the end of the file */
	CSV_LIMIT_FAULT /* bytes that are no text: the record cannot become whole */
};

enum csv_split {
	CSV_SPLIT_RECORD,
	CSV_SPLIT_MORE,  /* the record goes on behind CSV_LIMIT_MORE: come again with more */
	CSV_SPLIT_STOP,  /* it runs into CSV_LIMIT_FAULT with no fault of its own before that */
	CSV_SPLIT_FAULT, /* `fault` says which */
	CSV_SPLIT_NO_MEMORY
};

/* Readable bytes that must follow the bytes handed to csv_split_over; what they hold does not matter. */
enum { CSV_SPLIT_PAD = 64 };

/* No outcome depends on more than so many bytes from the start of a record. */
enum { CSV_SPLIT_WINDOW = CSV_RECORD_MAX + 2 };

/* The value of a quoted field: a range of the decoded values. */
struct csv_range {
	uint32_t from, to;
};

/* Bytes yet to be searched, and the marks found in the last chunk of them. Bit i: chunk[i] is one; those already taken
 * are cleared. */
struct csv_scan {
	const char *chunk, *limit;
	uint64_t delimiters, others; /* others: quotes and LF */
};

struct csv_fault {
	enum code code;
	size_t at;    /* from the start of the record */
	size_t field; /* its number from 1; 0: not one field's fault */
	size_t limit; /* that was passed; 0: none */
};

struct csv_splitter {
	char delimiter;
	struct csv_judge *judge;
	struct csv_scan scan;
	struct buf values; /* the decoded fields of the record, one behind the other */
	struct csv_range decoded[CSV_COLUMNS_MAX];
	struct csv_field fields[CSV_COLUMNS_MAX];
	size_t count;
	size_t raw_len, next; /* without and with its line end */
	size_t inner_lines;   /* line feeds inside the record */
	enum line_end end;
	struct csv_fault fault;
};

/* The bytes to split are now these (they moved, grew, or have another delimiter). */
void csv_split_over(struct csv_splitter *s, const char *from, const char *limit);

/* Splits the record that begins at `at`, which is where the last one ended or what csv_split_over said. */
enum csv_split csv_split(struct csv_splitter *s, const char *at, enum csv_limit limit);

/* ---- csv.c: the reader */

enum { CSV_BLOCK = 262144 };

/* A record is never longer than the window when more is read behind it. */
enum { CSV_CAPACITY = CSV_SPLIT_WINDOW + CSV_BLOCK };

/* bytes[0..filled) were read, [0..clean) are known to be text; base is the place of bytes[0] in the file. */
struct csv_block {
	char *bytes;
	size_t clean, filled;
	uint64_t base;
	bool at_end;
	struct text_check fault; /* of the bytes behind `clean` */
};

/* The current record: from `at`, the next one from `next` on, both in the block. */
struct csv_place {
	size_t at, next;
	uint64_t line, next_line;
};

struct csv_reader {
	struct byte_source source;
	struct slice file;
	struct findings *findings;
	struct csv_block block;
	struct csv_place place;
	struct csv_splitter split;
	bool started, bom;
	enum line_end line_end;
	enum status over; /* STATUS_OK while there may be more */
};

/* ---- csv_refuse.c: the reader's findings */

/* A fault at block.bytes[at], which does not stand before the current record. */
struct csv_refusal {
	enum code code;
	size_t at, field; /* field 0: not one field's fault */
	struct slice value;
};

/* All return what the reader then says: STATUS_REJECT, or STATUS_FAIL for lack of memory. */
enum status csv_refuse(const struct csv_reader *r, const struct csv_refusal *fault);
enum status csv_refuse_whole(const struct csv_reader *r, enum code code, struct slice value);
enum status csv_refuse_text(const struct csv_reader *r);  /* what stands behind block.clean */
enum status csv_refuse_split(const struct csv_reader *r); /* split.fault */
enum status csv_no_memory(const struct csv_reader *r);

#endif
