/* XLSX workbooks: libzip for the archive, libxml2 for its parts. The packed file is held in memory; sheets stream.
 *
 * Reading understands shared, inline and formula strings, rich text (its runs joined, phonetic text left out), missing `r`
 * of rows and cells, gaps (empty cells), _xHHHH_ escapes, dates by number format in the 1900 system (with its 29 February 1900)
 * and the 1904 one, the strict namespaces, any prefixes, sheets at any path that the relations name.
 * A stored number is given as decimal text of at most 15 significant digits, which is what a spreadsheet holds: what Excel
 * writes as 4217300.3300000001 is 4217300.33.
 *
 * Refused: encrypted files (they are OLE2; not seen here), signed ones, macros (.xlsm), .ods and archives that are no workbook
 * (N0160, value: what it is; the cure is "simpan sebagai .xlsx"); an archive whose directory does not match: overlapping,
 * duplicate, absolute or ".." names, a wrong size or CRC, a method other than stored and deflated (N0161, value: the entry; nothing
 * is ever unpacked to disk); more than XLSX_RATIO_MAX times or XLSX_PART_MAX bytes of a part (N0162); a part that is missing or is
 * not what it must be, with its name, and row and cell of the sheet (N0163); DOCTYPE, a depth, a tag or a text beyond xml.h's
 * limits, another encoding than UTF-8 (N0402 to N0405, N0407); a control byte in a value (N0106), a value in column 513 (N0116).
 *   N0164 several sheets have data and none is named (value: their names), N0165 the named one is not there
 *   N0166 formulas stand in the workbook: they are computed anew when it is opened (note; value: how many) -- made by workbook_write
 */
#ifndef NAFKAH_WORKBOOK_H
#define NAFKAH_WORKBOOK_H

#include <nafkah/table.h>

enum { XLSX_RATIO_MAX = 200 };
#define XLSX_PART_MAX ((uint64_t)4 << 30)

struct workbook; /* opaque */

/* `bytes` are borrowed and outlive the workbook. */
enum status workbook_open(struct slice bytes, struct slice file, struct findings *findings, struct workbook **out) NAFKAH_MUST_USE;
void workbook_free(struct workbook *w); /* not workbook_close: libxlsxwriter has one */

/* Chooses the sheet: the one that is named in `names` (exactly one of them may be there), or without names, or where none of
 * them is there and `must` is false, the only one with a cell that is not empty. */
enum status workbook_choose(struct workbook *w, const struct slice *names, size_t count, bool must) NAFKAH_MUST_USE;

/* The chosen sheet's XML from its first byte: the content. One at a time. Its end has checked size and CRC. */
struct byte_source workbook_content(struct workbook *w);

/* The chosen sheet as a table; the workbook outlives it. NULL: memory (a finding was made).
 *
 * Rows that the file does not have are not delivered: `line` tells. A row has as many cells as its last one says, formats without a
 * value included; `lines` is the number of the last row with a value.
 * Of a cell, `place` covers the whole element, of a formula its stored value only: the formula stays. `place.kind` says what a new
 * value must be, which for an empty cell is not what `kind` says:
 *   CELL_NUMBER, CELL_FORMULA  a plain number ("4217300.5"); so for empty cells and gaps, too
 *   CELL_TEXT                  any text; the cell becomes inline text, and a formula that gives text keeps doing so
 * STATUS_REJECT for other values, for cells that take no amount (days and formats that show one, booleans, errors), and for a gap whose left neighbour is
 * missing, too: two new cells would stand at one place. */
void *sheet_open(struct workbook *w);
extern const struct table_ops sheet_ops;

/* The whole workbook with the chosen sheet patched, everything else as it was (entries keep their packed bytes, order, time and
 * attributes): into `out`, when all of it is made. Where formulas stand anywhere, workbook.xml gets fullCalcOnLoad. The same input
 * gives the same bytes; without patches they are those that were opened. */
enum status workbook_write(struct workbook *w, const struct patches *patches, struct byte_sink out) NAFKAH_MUST_USE;

/* Whether two packed workbooks have the same entries in the same order with the same content, once unpacked. *differs is the name
 * of the first entry that does not, or empty; it points into one of the two. STATUS_REJECT: one of them is no sound archive. */
enum status workbook_same(struct slice a, struct slice b, struct slice file, struct findings *findings, struct slice *differs) NAFKAH_MUST_USE;

#endif
