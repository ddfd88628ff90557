/* A table of HTML, which older local systems serve under the name .xls: read by libxml2's HTML parser, fed as it comes; a new
 * value replaces the bytes of the cell's text and nothing else.
 * Every <tr> of the one <table> that holds data is a row (tables for the page's frame may stand around it; a second
 * table with data: N0187). A cell with colspan is so many cells, the further ones empty; rowspan reaches into the rows below,
 * which get empty cells there. Text of a cell: entities decoded, runs of blanks one blank, none at either end; <br> is a line end.
 *
 *   N0187 more than one table with data, a table inside a cell of data, or none
 *   N0188 not usable: end tags missing so that a cell's place is not known, a cell of over TABLE_FIELD_MAX, spans above
 *         TABLE_COLUMNS_MAX, text outside of cells (value: beginning of what stands there)
 *   N0106 N0109 for the text
 * A cell whose text does not stand in one piece (markup or comments inside it other than around the whole text) has a value
 * like any other, but cannot be given a new one: `place` says kind CELL_FORMULA. */
#ifndef NAFKAH_HTML_TABLE_H
#define NAFKAH_HTML_TABLE_H

#include <nafkah/table.h>

/* `content` is UTF-8 (a <meta> that claims another encoding is refused, N0109). NULL: memory (a finding was made). */
void *html_table_open(struct byte_source content, struct slice file, struct findings *findings);
extern const struct table_ops html_table_ops;

#endif
