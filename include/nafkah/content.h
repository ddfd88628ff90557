/* A payroll file opened up to its table: recognised by its first bytes, gzip taken off, text in UTF-8, a workbook's sheet
 * chosen; and written again with patches as the same kind of file.
 *
 * What it is: gzip round text or DBF, a zip archive (a workbook, or refused), DBF, HTML, otherwise CSV, whose reader
 * refuses by name what is none. UTF-16 is read where a layout in question lists it, Windows-1252 where the layout that the
 * user named says so. A workbook is held in memory packed; everything else streams. */
#ifndef NAFKAH_CONTENT_H
#define NAFKAH_CONTENT_H

#include <nafkah/layout.h>
#include <nafkah/table.h>

#define XLSX_PACKED_MAX ((uint64_t)256 << 20) /* N0162 */

struct content_setup {
	struct byte_source file;
	struct slice name; /* base name; with the rest borrowed as long as the content lives */
	uint64_t size;     /* of the file in bytes; 0: not known */
	const struct layout *layouts;
	size_t layout_count;
	struct slice wanted_layout; /* empty: any */
	struct findings *findings;
};

struct content; /* opaque */

/* STATUS_REJECT: refused; STATUS_FAIL. Findings say why. *out is NULL then. */
enum status content_open(const struct content_setup *setup, struct content **out) NAFKAH_MUST_USE;
void content_close(struct content *c);

enum container content_container(const struct content *c);

/* The rows, once; closed by table_close before the content is. */
enum status content_table(struct content *c, struct table *out) NAFKAH_MUST_USE;
void table_close(struct table *t);

/* Or, instead of the rows: the content itself, in which places are counted. It lives as long as `c`. */
struct byte_source content_bytes(struct content *c);

/* Or, instead of the rows: the whole file again with `patches` made (places as the table's rows gave them). */
enum status content_write(struct content *c, const struct patches *patches, struct byte_sink out) NAFKAH_MUST_USE;

/* By container: how a new value is written at a place. */
enum status content_replace(enum container container, const struct place *place, struct slice value, struct arena *a,
                            struct patch *out) NAFKAH_MUST_USE;

#endif
