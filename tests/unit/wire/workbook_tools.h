/* For the tests of workbooks: archives put together by libzip from text, and what a sheet reads as, as text. */
#ifndef NAFKAH_WORKBOOK_TOOLS_H
#define NAFKAH_WORKBOOK_TOOLS_H

#include <nafkah/workbook.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define MAIN_URI "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT_URI "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define RELATION_URI "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT_RELATION_URI "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
#define DECL "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* ---- archives ---- */

struct file_entry {
	const char *name;
	const char *text; /* NULL: no such entry */
	bool stored;
	size_t len; /* 0: up to the NUL */
};

static inline void archive_fail(const char *what)
{
	fprintf(stderr, "workbook_tools: %s\n", what);
	abort();
}

static inline void archive_read_back(zip_source_t *source, struct buf *out)
{
	char bytes[4096];
	zip_int64_t got;

	if (zip_source_open(source) != 0)
		archive_fail("open");
	while ((got = zip_source_read(source, bytes, sizeof bytes)) > 0)
		buf_append(out, (struct slice){ bytes, (size_t)got });
	if (got < 0 || out->failed)
		archive_fail("read");
	(void)zip_source_close(source);
	zip_source_free(source);
}

static inline void archive_add(zip_t *zip, const struct file_entry *e)
{
	zip_source_t *text = zip_source_buffer(zip, e->text, e->len > 0 ? e->len : strlen(e->text), 0);
	zip_int64_t i = zip_file_add(zip, e->name, text, ZIP_FL_ENC_UTF_8);

	if (i < 0)
		archive_fail(e->name);
	(void)zip_set_file_compression(zip, (zip_uint64_t)i, e->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
	(void)zip_file_set_dostime(zip, (zip_uint64_t)i, 0x6000, 0x5c21, 0); /* 2026-01-01 12:00 */
}

/* The archive of these entries, in this order. */
static inline void archive_make(const struct file_entry *entries, size_t count, struct buf *out)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip;

	zip_source_keep(source);
	zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	if (zip == NULL)
		archive_fail("zip");
	for (size_t i = 0; i < count; i++)
		if (entries[i].text != NULL)
			archive_add(zip, &entries[i]);
	if (zip_close(zip) != 0)
		archive_fail("close");
	archive_read_back(source, out);
}

/* The text of one entry. False: it is not there or damaged. */
static inline bool archive_get(struct slice archive, const char *name, struct buf *out)
{
	zip_source_t *source = zip_source_buffer_create(archive.ptr, archive.len, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	zip_file_t *file = zip != NULL ? zip_fopen(zip, name, 0) : NULL;
	char bytes[4096];
	zip_int64_t got = -1;

	buf_clear(out);
	if (zip == NULL)
		zip_source_free(source);
	while (file != NULL && (got = zip_fread(file, bytes, sizeof bytes)) > 0)
		buf_append(out, (struct slice){ bytes, (size_t)got });
	if (file != NULL)
		(void)zip_fclose(file);
	if (zip != NULL)
		zip_discard(zip);
	return got == 0;
}

/* ---- workbooks ---- */

/* Whole parts; NULL: the usual one, and for strings, styles and more: none. */
struct book {
	const char *sheet, *strings, *styles;
	const char *workbook, *relations, *package, *types;
	const char *sheet_path; /* of the first sheet; NULL: xl/worksheets/sheet1.xml */
	struct file_entry more[4];
	bool stored;
	size_t sheet_len; /* 0: up to the NUL */
};

#define SHEET_HEAD "<worksheet xmlns=\"" MAIN_URI "\"><sheetData>"
#define SHEET_TAIL "</sheetData></worksheet>"
#define SHEET(rows) DECL SHEET_HEAD rows SHEET_TAIL
#define STRINGS(items) DECL "<sst xmlns=\"" MAIN_URI "\">" items "</sst>"
#define STYLES(inner) DECL "<styleSheet xmlns=\"" MAIN_URI "\">" inner "</styleSheet>"
#define WORKBOOK(inner) DECL "<workbook xmlns=\"" MAIN_URI "\" xmlns:r=\"" RELATION_URI "\">" inner "</workbook>"
#define RELATIONS(inner)                                                                                               \
	DECL "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" inner            \
	     "</Relationships>"
#define RELATION(id, type, target)                                                                                     \
	"<Relationship Id=\"" id "\" Type=\"" RELATION_URI "/" type "\" Target=\"" target "\"/>"
#define TYPES(inner)                                                                                                   \
	DECL "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"                          \
	     "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"  \
	     "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" inner "</Types>"
#define ONE_SHEET "<sheets><sheet name=\"Gaji\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"

static inline const char *or_else(const char *text, const char *usual)
{
	return text != NULL ? text : usual;
}

static inline const char *usual_relations(const struct book *b)
{
	if (b->strings != NULL && b->styles != NULL)
		return RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml") RELATION(
			"rId8", "styles", "styles.xml") RELATION("rId9", "sharedStrings", "sharedStrings.xml"));
	if (b->strings != NULL)
		return RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
		                         RELATION("rId9", "sharedStrings", "sharedStrings.xml"));
	if (b->styles != NULL)
		return RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
		                         RELATION("rId8", "styles", "styles.xml"));
	return RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml"));
}

static inline void book_make(const struct book *b, struct buf *out)
{
	const struct file_entry entries[] = {
		{ "[Content_Types].xml",
		  or_else(b->types, TYPES("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET_TYPE "\"/>")),
		  b->stored, 0 },
		{ "_rels/.rels", or_else(b->package, RELATIONS(RELATION("rId1", "officeDocument", "xl/workbook.xml"))),
		  b->stored, 0 },
		{ "xl/workbook.xml", or_else(b->workbook, WORKBOOK(ONE_SHEET)), b->stored, 0 },
		{ "xl/_rels/workbook.xml.rels", or_else(b->relations, usual_relations(b)), b->stored, 0 },
		{ or_else(b->sheet_path, "xl/worksheets/sheet1.xml"), b->sheet, b->stored, b->sheet_len },
		{ "xl/sharedStrings.xml", b->strings, b->stored, 0 },
		{ "xl/styles.xml", b->styles, b->stored, 0 },
		b->more[0],
		b->more[1],
		b->more[2],
		b->more[3],
	};

	archive_make(entries, COUNT(entries), out);
}

/* ---- reading ---- */

/* What came of reading a workbook: one line a row, "7h: T<a> - N<1>" (h: hidden, m: several lines in a cell, b: blank;
 * the kind of each cell, - for an empty one), then "merge 3-4" for each. */
struct sheet_reading {
	struct buf text;
	size_t rows;
	uint64_t lines, last_offset;
	enum status end; /* STATUS_END: read to the end */
	struct findings findings;
};

static inline void reading_release(struct sheet_reading *r)
{
	buf_release(&r->text);
	findings_release(&r->findings);
}

static inline void transcript_row(struct sheet_reading *r, const void *reader, const struct table_row *row)
{
	buf_printf(&r->text, "%s%llu%s%s%s:", r->rows > 0 ? "\n" : "", (unsigned long long)row->line,
	           row->hidden ? "h" : "", row->multiline ? "m" : "", row->blank ? "b" : "");
	for (size_t i = 0; i < row->count; i++) {
		struct slice value = sheet_ops.value(reader, i);

		buf_append(&r->text, SLICE(" "));
		if (value.len == 0 && sheet_ops.kind(reader, i) == CELL_TEXT)
			buf_char(&r->text, '-');
		else
			buf_printf(&r->text, "%c<%.*s>", "TNDBFE"[sheet_ops.kind(reader, i)], SLICE_ARG(value));
	}
	if (r->rows > 0 && row->offset <= r->last_offset)
		buf_append(&r->text, SLICE(" OFFSET"));
	r->last_offset = row->offset;
	r->rows++;
}

static inline void transcript_merges(struct sheet_reading *r, const void *reader)
{
	const struct merge *merges;
	size_t count = sheet_ops.merges(reader, &merges);

	for (size_t i = 0; i < count && i < 10; i++)
		buf_printf(&r->text, "\nmerge %llu-%llu", (unsigned long long)merges[i].first_row,
		           (unsigned long long)merges[i].last_row);
}

static inline void reading_sheet(struct sheet_reading *r, struct workbook *w)
{
	struct table_row row;
	void *reader = sheet_open(w);

	r->end = STATUS_FAIL;
	while (reader != NULL && (r->end = sheet_ops.next(reader, &row)) == STATUS_OK)
		transcript_row(r, reader, &row);
	if (reader != NULL && r->end == STATUS_END) {
		transcript_merges(r, reader);
		r->lines = sheet_ops.lines(reader);
	}
	sheet_ops.free(reader);
}

static inline void reading_book(struct sheet_reading *r, struct slice bytes, const char *name)
{
	struct slice named = name != NULL ? slice_from_c(name) : (struct slice){ 0 };
	struct workbook *w;

	*r = (struct sheet_reading){ 0 };
	r->end = workbook_open(bytes, SLICE("gaji.xlsx"), &r->findings, &w);
	if (r->end == STATUS_OK)
		r->end = workbook_choose(w, &named, name != NULL, name != NULL);
	if (r->end == STATUS_OK)
		reading_sheet(r, w);
	workbook_free(w);
}

/* ---- writing ---- */

/* A new value for the cell of one row. */
struct new_value {
	uint64_t line;
	size_t column; /* from 0 */
	const char *value;
};

static inline enum status take_into(void *context, const void *bytes, size_t len)
{
	buf_append(context, (struct slice){ bytes, len });
	return STATUS_OK;
}

/* Reads the chosen sheet and makes the patches. STATUS_OK, or how it ended. */
static inline enum status patches_make(struct workbook *w, const struct new_value *values, size_t count,
                                       struct arena *a, struct patches *out)
{
	void *reader = sheet_open(w);
	enum status status = reader != NULL ? STATUS_OK : STATUS_FAIL, last = STATUS_OK;
	struct table_row row;

	while (status == STATUS_OK && (last = sheet_ops.next(reader, &row)) == STATUS_OK) {
		for (size_t i = 0; i < count && status == STATUS_OK; i++) {
			struct place place;

			if (values[i].line != row.line)
				continue;
			if (!sheet_ops.place(reader, values[i].column, a, &place))
				status = STATUS_FAIL;
			else
				status = sheet_ops.replace(&place, slice_from_c(values[i].value), a,
				                           &out->items[out->count]);
			out->count += status == STATUS_OK;
		}
	}
	sheet_ops.free(reader);
	patches_sort(out);
	return status != STATUS_OK ? status : last == STATUS_END ? STATUS_OK : last;
}

/* The workbook with these values, into `out`. */
static inline enum status book_patch(struct slice bytes, const char *name, const struct new_value *values, size_t count,
                                     struct findings *findings, struct buf *out)
{
	struct slice named = name != NULL ? slice_from_c(name) : (struct slice){ 0 };
	struct patch items[64];
	struct patches patches = { items, 0 };
	struct arena arena = { 0 };
	struct workbook *w;
	enum status status = workbook_open(bytes, SLICE("gaji.xlsx"), findings, &w);

	if (status == STATUS_OK)
		status = workbook_choose(w, &named, name != NULL, name != NULL);
	if (status == STATUS_OK)
		status = patches_make(w, values, count, &arena, &patches);
	if (status == STATUS_OK)
		status = workbook_write(w, &patches, (struct byte_sink){ take_into, out });
	workbook_free(w);
	arena_release(&arena);
	return status;
}

#endif
