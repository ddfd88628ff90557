/* What the files of the DBF reader share and nobody else sees: the header that was checked, the values of cells, and
 * the records as they come. */
#ifndef NAFKAH_WIRE_DBF_PRIVATE_H
#define NAFKAH_WIRE_DBF_PRIVATE_H

#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/dbf.h>
#include <nafkah/encoding.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>
#include <nafkah/table.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DBF_HEAD = 32, DBF_FIELD = 32, DBF_NAME_MAX = 11 };

/* ---- dbf_header.c: nothing in a header is believed that something else in it speaks against */

struct dbf_field {
	struct slice name; /* in the header's bytes */
	char type;         /* C N F D L */
	uint8_t decimals;
	uint32_t at, width; /* in the record, whose mark is byte 0 */
};

struct dbf_shape {
	uint32_t records, header_len, record_len;
	bool code_page_stated;
	enum encoding code_page;
	size_t count;
	struct dbf_field fields[TABLE_COLUMNS_MAX];
};

/* Why a header cannot be used, as the value of N0180. */
struct dbf_fault {
	bool found;
	char words[64];
};

/* Checks the first DBF_HEAD bytes and takes sizes and code page from them. */
bool dbf_check_head(const unsigned char *head, struct dbf_shape *shape, struct dbf_fault *fault);

/* Checks the whole header, of shape->header_len bytes, and takes the fields from it. */
bool dbf_check_fields(const unsigned char *header, struct dbf_shape *shape, struct dbf_fault *fault);

/* ---- dbf_value.c: the bytes of a field -> a value */

/* A value stands in the record, or (`decoded`) in the buffer of values. */
struct dbf_cell {
	enum cell_kind kind;
	bool decoded;
	uint32_t from, to;
};

/* `text` is the field in UTF-8 without the blanks round it, and stands at `from` in what `decoded` says. What a number
 * needs that does not stand there as it must is appended to `values`. */
struct dbf_cell dbf_cell_of(char type, struct slice text, uint32_t from, bool decoded, struct buf *values);

/* ---- dbf_records.c: shapelib over bytes that only come forward */

struct dbf_records; /* opaque */

/* NULL: memory. */
struct dbf_records *dbf_records_new(struct byte_source content);
void dbf_records_free(struct dbf_records *r);

/* The next `len` bytes before the records begin; fewer only at the end of the content. */
enum status dbf_records_header(struct dbf_records *r, void *into, size_t len, size_t *got) NAFKAH_MUST_USE;

/* The header was read, `shape` says what follows. False: memory. */
bool dbf_records_begin(struct dbf_records *r, const struct dbf_shape *shape);

/* The next record, record_len bytes, which live until the next call. STATUS_END: the content ends before it does. */
enum status dbf_records_next(struct dbf_records *r, const char **record) NAFKAH_MUST_USE;

/* What stands behind the last record: *got is 0, 1 or 2 and says how many bytes of it are in `bytes`. */
enum status dbf_records_behind(struct dbf_records *r, char bytes[2], size_t *got) NAFKAH_MUST_USE;

/* ---- dbf.c: the reader */

struct dbf {
	struct dbf_setup setup;
	struct dbf_records *source;
	struct dbf_shape shape;
	unsigned char *header;
	const char *record; /* the present one; NULL: the field names */
	uint64_t rows;      /* delivered, the field names among them */
	struct dbf_cell cells[TABLE_COLUMNS_MAX];
	struct buf values;
	enum status over;
};

static inline uint64_t dbf_record_offset(const struct dbf *d, uint64_t index)
{
	return d->shape.header_len + index * d->shape.record_len;
}

static inline struct slice dbf_trim_end(struct slice s)
{
	while (s.len > 0 && s.ptr[s.len - 1] == ' ')
		s.len--;
	return s;
}

/* ---- dbf_decode.c: the cells of the present record */

enum status dbf_take_cells(struct dbf *d) NAFKAH_MUST_USE;

/* ---- dbf_refuse.c: the reader's findings. All return what the reader then says */

enum status dbf_no_memory(const struct dbf *d);
enum status dbf_not_usable(const struct dbf *d, const struct dbf_fault *fault);
enum status dbf_header_cut(const struct dbf *d, size_t len);
enum status dbf_cut(const struct dbf *d, uint64_t found);
enum status dbf_trailing(const struct dbf *d, uint64_t offset);
/* A byte of the present record, which is not yet counted in `rows`; field: NULL for its mark. */
enum status dbf_refuse_byte(const struct dbf *d, enum code code, const struct dbf_field *field, size_t at);

#endif
