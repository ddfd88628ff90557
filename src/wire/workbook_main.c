/* workbook.xml: the sheets and their order, the system of dates, and where it says how to compute. */
#include "workbook_private.h"
#include "xml_place.h"

#include <stdlib.h>
#include <string.h>

enum { WORKBOOK = 1, PROPERTIES, SHEETS, SHEET, CALCULATION, BEFORE_CALCULATION };

enum { SHEETS_MAX = 1024 };

static const char *const relation_namespaces[] = {
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"http://purl.oclc.org/ooxml/officeDocument/relationships",
};

static bool relation_id(const struct xml_start *start, struct slice *out)
{
	for (size_t i = 0; i < start->attributes; i++) {
		struct xml_start_attribute a = xml_start_attribute(start, i);

		if (strcmp(a.name, "id") == 0 &&
		    (strcmp(a.uri, relation_namespaces[0]) == 0 || strcmp(a.uri, relation_namespaces[1]) == 0)) {
			*out = a.value;
			return true;
		}
	}
	return false;
}

static void add_sheet(struct workbook *w, const struct xml_start *start)
{
	struct slice name = { 0 }, id = { 0 };

	if (!part_attribute(start, "name", &name) || !relation_id(start, &id) || w->sheets.count == SHEETS_MAX) {
		part_refuse(w->part, SLICE("sheet"));
		return;
	}
	if (!part_room((void **)&w->sheets.items, &w->sheets.cap, w->sheets.count, sizeof *w->sheets.items)) {
		part_no_memory(w->part);
		return;
	}
	w->sheets.items[w->sheets.count++] = (struct workbook_sheet){
		.name = part_copy(&w->arena, name), .id = part_copy(&w->arena, id), .entry = SIZE_MAX
	};
	if (w->arena.exhausted)
		part_no_memory(w->part);
}

/* ---- fullCalcOnLoad ---- */

/* Of a start tag that is well-formed: where the attribute `name` stands, quotes included. False: it is not there. */
static bool find_attribute(struct slice tag, struct slice name, size_t *from, size_t *to)
{
	size_t i = 0;

	while (i < tag.len && !xml_is_space(tag.ptr[i]))
		i++;
	while (i < tag.len) {
		size_t equals, open;
		const char *close;

		while (i < tag.len && xml_is_space(tag.ptr[i]))
			i++;
		for (equals = i; equals < tag.len && tag.ptr[equals] != '=' && !xml_is_space(tag.ptr[equals]);)
			equals++;
		for (open = equals; open < tag.len && tag.ptr[open] != '"' && tag.ptr[open] != '\'';)
			open++;
		close = open + 1 < tag.len ? memchr(tag.ptr + open + 1, tag.ptr[open], tag.len - open - 1) : NULL;
		if (close == NULL)
			return false;
		*from = i;
		*to = i = (size_t)(close - tag.ptr) + 1;
		if (slice_equal(slice_sub(tag, *from, equals - *from), name))
			return true;
	}
	return false;
}

static void see_calculation(struct workbook *w)
{
	uint64_t at = part_tag(w->part), end = part_at(w->part);
	size_t from, to;
	struct patch *patch = &w->calculation.patch;

	w->calculation.stated = true;
	*patch = (struct patch){ end, end, SLICE(" fullCalcOnLoad=\"1\"") };
	if (find_attribute(part_bytes(w->part, at, end), SLICE("fullCalcOnLoad"), &from, &to))
		*patch = (struct patch){ at + from, at + to, SLICE("fullCalcOnLoad=\"1\"") };
}

/* <calcPr> stands behind these, and before all else. */
static void pass_calculation(struct workbook *w)
{
	uint64_t at = part_at(w->part);

	if (!w->calculation.stated)
		w->calculation.patch = (struct patch){ at, at, w->calculation.element };
}

/* ---- the part ---- */

static void open_root(struct workbook *w, const struct xml_start *start)
{
	w->calculation.element = arena_printf(&w->arena, "<%s%scalcPr fullCalcOnLoad=\"1\"/>", start->prefix,
	                                     start->prefix[0] != '\0' ? ":" : "");
	if (w->arena.exhausted)
		part_no_memory(w->part);
}

static void on_open(void *context, uint8_t element, const struct xml_start *start)
{
	struct workbook *w = context;
	struct slice value;

	if (element == WORKBOOK)
		open_root(w, start);
	else if (element == PROPERTIES)
		w->from_1904 = part_attribute(start, "date1904", &value) && part_is_true(value);
	else if (element == SHEET)
		add_sheet(w, start);
	else if (element == CALCULATION)
		see_calculation(w);
}

static void on_close(void *context, uint8_t element)
{
	if (element == SHEETS || element == BEFORE_CALCULATION)
		pass_calculation(context);
}

/* Two names for one part would be patched twice. */
static bool is_taken(const struct workbook *w, size_t entry)
{
	for (size_t i = 0; i < w->sheets.count; i++)
		if (w->sheets.items[i].entry == entry)
			return true;
	return entry == w->entries.main || entry == w->entries.strings || entry == w->entries.styles;
}

static enum status relate_sheet(struct workbook *w, struct workbook_sheet *sheet, const struct relations *r)
{
	const struct relation *of = NULL;

	for (size_t i = 0; i < r->count && of == NULL; i++)
		of = slice_equal(r->items[i].id, sheet->id) ? &r->items[i] : NULL;
	if (of == NULL || of->entry == SIZE_MAX)
		return workbook_refuse_part(w, of != NULL ? of->target : sheet->id, "missing");
	if (!slice_equal(of->type, SLICE("worksheet")))
		return STATUS_OK;
	if (is_taken(w, of->entry))
		return workbook_refuse_part(w, of->target, "two names for it");
	sheet->entry = of->entry;
	return STATUS_OK;
}

/* Sheets and parts by their relations. */
static enum status relate(struct workbook *w, const struct relations *r)
{
	const struct relation *strings = relations_find(r, "sharedStrings"), *styles = relations_find(r, "styles");

	w->entries.strings = strings != NULL ? strings->entry : SIZE_MAX;
	w->entries.styles = styles != NULL ? styles->entry : SIZE_MAX;
	if (strings != NULL && strings->entry == SIZE_MAX)
		return workbook_refuse_part(w, strings->target, "missing");
	if (styles != NULL && styles->entry == SIZE_MAX)
		return workbook_refuse_part(w, styles->target, "missing");
	for (size_t i = 0; i < w->sheets.count; i++) {
		enum status status = relate_sheet(w, &w->sheets.items[i], r);

		if (status != STATUS_OK)
			return status;
	}
	return STATUS_OK;
}

enum status workbook_read_main(struct workbook *w)
{
	static const struct part_rule rules[] = {
		{ ELEMENT_NONE, WORKBOOK, "workbook" },
		{ WORKBOOK, PROPERTIES, "workbookPr" },
		{ WORKBOOK, SHEETS, "sheets" },
		{ WORKBOOK, CALCULATION, "calcPr" },
		{ WORKBOOK, BEFORE_CALCULATION, "functionGroups" },
		{ WORKBOOK, BEFORE_CALCULATION, "externalReferences" },
		{ WORKBOOK, BEFORE_CALCULATION, "definedNames" },
		{ SHEETS, SHEET, "sheet" },
	};
	static const struct part_kind kind = { .namespaces = SHEET_NAMESPACES,
		                               .rules = rules,
		                               .count = sizeof rules / sizeof *rules,
		                               .open = on_open,
		                               .close = on_close };
	struct relations relations = { 0 };
	enum status status = part_read(w->archive, w->entries.main, &kind, w, w->file, w->findings, &w->part);

	if (status == STATUS_OK && w->sheets.count == 0)
		status = workbook_refuse_part(w, archive_entry(w->archive, w->entries.main)->name, "no sheets");
	if (status == STATUS_OK)
		status = relations_read(w, archive_entry(w->archive, w->entries.main)->name, &relations);
	if (status == STATUS_OK)
		status = relate(w, &relations);
	free(relations.items);
	return status;
}
