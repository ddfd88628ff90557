/* A table of HTML, which older local systems serve under the name .xls: read by libxml2's HTML parser, fed as it
 * comes; a new value replaces the bytes of the cell's text and nothing else.
 * Every <tr> of the one <table> that holds data is a row. A table holds data where a row of it has two cells with
 * text, or it has over 256 rows; the rows before that one, titles, come with it. Tables for the page's frame may
 * stand around it, and tables without data beside it. Text outside of tables, in a <caption>, scripts, styles and
 * comments are passed over. A cell with colspan is so many cells, the further ones empty; rowspan reaches into the
 * rows below of its section, which get empty cells there. End tags may be missing where HTML and libxml2 agree on
 * what that means.
 * Text of a cell: entities decoded, runs of blanks (U+00A0 is one) one blank, none at either end; <br> is a line end.
 * All cells are CELL_TEXT. A row is hidden by display:none in its style. A row's `line` is that of its <tr> in the
 * file; `lines` counts rows.
 *
 *   N0187 more than one table with data, a table inside a cell of data (value 2), or none (0)
 *   N0188 not usable (value: what): end tags missing so that a cell's place is not known, a cell outside of a row, no
 *          </table>, a cell of over TABLE_FIELD_MAX, a row over 1 MiB, spans above TABLE_COLUMNS_MAX or that overlap,
 *          text in a table outside of its cells (value: its beginning), markup that readers understand in different
 *          ways, a reference to a character that is none
 *   N0106 N0107 N0109 for text and tags (detail: the offset); also N0109 where a <meta> claims another encoding
 *          (value: its name), but for one that extends ASCII, which is N0109 at the first byte that is not ASCII
 * A value can be given a new one where it stands in the file as it is, but for runs of blanks: in one piece, without
 * markup, comments or entities inside (they may be around it), and in a cell without an attribute that a spreadsheet
 * would believe instead (x:num, sdval). Other cells, those that spans add too, are read like any, but `place` says
 * kind CELL_FORMULA. */
#ifndef NAFKAH_HTML_TABLE_H
#define NAFKAH_HTML_TABLE_H

#include <nafkah/table.h>

/* `content` is UTF-8. NULL: memory (a finding was made). `file` and `findings` are borrowed and outlive the reader. */
void *html_table_open(struct byte_source content, struct slice file, struct findings *findings);
extern const struct table_ops html_table_ops;

#endif
