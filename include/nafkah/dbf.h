/* dBASE tables (DBF) as SIMGAJI writes them: fields C N F D L, fixed records, read through shapelib from a stream.
 * dBASE III+, dBASE IV and FoxPro without memo (0x03) and Visual FoxPro (0x30); the others are refused by name.
 * The field names are the first row. A `N` or `F` field is CELL_NUMBER (blank: empty CELL_TEXT; what is no number,
 * such as the asterisks that dBASE writes when one does not fit: CELL_ERROR), `D` CELL_DATE (blank: empty CELL_TEXT;
 * no day: CELL_ERROR), `L` and `C` CELL_TEXT without the blanks behind.
 * Text is decoded by the code page byte of the header where it means 437, 850 or 1252 (0x57, "ANSI", is taken for
 * 1252), or by `otherwise` where that is 0; where neither says anything, text is ASCII.
 *
 *   N0180 not a DBF that can be used: memo fields, encrypted or transaction flags, a field type or a header that
 *          makes no sense (value: what), a code page that is not known, more than TABLE_COLUMNS_MAX fields; a header
 *          that is cut
 *   N0181 cut: fewer records than the header says (value, detail: found, stated). Where `size` is known, before any
 *          row
 *   N0182 bytes behind the last record other than one 0x1A (detail: the offset)
 *   N0183 a record that is neither live (blank) nor deleted (*) (value: the byte, detail: its offset)
 *   N0105 nothing at all   N0106 N0109 for the values (column: the field, value: the byte, detail: its offset)
 * A new value is written right-aligned in its field, with the field's decimals; in a text field it stays at the left
 * where the old one was. One that does not fit is refused by `replace`. A row's `line` is the number of the record
 * plus 1. */
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

/* NULL: memory (a finding was made). Nothing is read before the first `next`. What the setup borrows outlives the
 * reader. */
void *dbf_open(const struct dbf_setup *setup);
extern const struct table_ops dbf_ops;

/* The first bytes look like a DBF header: version byte, a date, sizes that fit. `head` holds at least 32 bytes or the
 * whole. */
bool dbf_looks_like(struct slice head);

#endif
