/* dBASE tables (DBF) as SIMGAJI writes them: fields C N F D L, fixed records, read through shapelib from a stream.
 * The field names are the first row. A `N` or `F` field is CELL_NUMBER (blank: empty CELL_TEXT; asterisks, what dBASE writes when
 * a number does not fit: CELL_ERROR), `D` CELL_DATE (blank: empty), `L` and `C` CELL_TEXT without the blanks behind.
 * Text is decoded by the code page byte of the header (0x01 0x02 0x03 0x57 0xC8 ... ), or by `otherwise` where that is 0.
 *
 *   N0180 not a DBF that can be used: memo fields, encrypted or transaction flags, a field type or a header that makes no sense
 *         (value: what), a code page that is not known
 *   N0181 cut: fewer records than the header says (value, detail: found, stated), also a header claiming more than the file can hold
 *   N0182 bytes behind the last record other than one 0x1A
 *   N0183 a record that is neither live (blank) nor deleted (*); detail: the byte
 *   N0106 N0109 for the values, as in text
 * A new value is written right-aligned in its field; one that does not fit is refused by `replace`. */
#ifndef NAFKAH_DBF_H
#define NAFKAH_DBF_H

#include <nafkah/encoding.h>
#include <nafkah/table.h>

struct dbf_setup {
	struct byte_source content;
	uint64_t size; /* of the content in bytes; 0: not known */
	bool has_otherwise;
	enum encoding otherwise; /* from the layout */
	struct slice file;
	struct findings *findings;
};

/* NULL: memory (a finding was made). Nothing is read before the first `next`. */
void *dbf_open(const struct dbf_setup *setup);
extern const struct table_ops dbf_ops;

/* The first bytes look like a DBF header: version byte, a date, sizes that fit. `head` holds at least 32 bytes or the whole. */
bool dbf_looks_like(struct slice head);

#endif
