/* styles.xml: which cell formats show a date. */
#include "workbook_private.h"

#include <stdlib.h>

enum { SHEET_STYLES = 1, FORMATS, FORMAT, CELL_FORMATS, CELL_FORMAT };

enum { STYLES_MAX = 1000000, CUSTOM_MAX = 100000 };

struct reader {
	struct workbook *w;
	uint64_t *customs; /* numbers of the formats of this workbook that show a date */
	size_t custom_count, custom_cap, style_cap;
};

static bool is_built_in(uint64_t id)
{
	return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/* "[h]", "[mm]": time that went by. */
static bool is_elapsed(struct slice bracket)
{
	char c = bracket.len > 2 && bracket.ptr[0] == '[' ? ascii_lower(bracket.ptr[1]) : 0;

	if (c != 'h' && c != 'm' && c != 's')
		return false;
	return bracket.ptr[2] == ']' || ascii_lower(bracket.ptr[2]) == c;
}

/* Whether a format like "dd/mm/yyyy" shows a day, a month or a year. What stands in quotes or brackets or behind a
 * backslash, and the blank or fill behind '_' and '*', are text; "m" beside hours or seconds is minutes. */
static bool shows_date(struct slice code)
{
	bool day_or_year = false, month = false, time = false;
	char until = 0;

	for (size_t i = 0; i < code.len; i++) {
		char c = ascii_lower(code.ptr[i]);

		if (until != 0) {
			until = c == until ? 0 : until;
		} else if (c == '"' || c == '[') {
			time |= is_elapsed(slice_sub(code, i, 3));
			until = c == '[' ? ']' : '"';
		} else if (c == '\\' || c == '_' || c == '*') {
			i++;
		} else {
			day_or_year |= c == 'd' || c == 'y';
			month |= c == 'm';
			time |= c == 'h' || c == 's';
		}
	}
	return day_or_year || (month && !time);
}

static bool is_date(const struct reader *r, uint64_t id)
{
	for (size_t i = 0; i < r->custom_count; i++)
		if (r->customs[i] == id)
			return true;
	return is_built_in(id);
}

static void add_custom(struct reader *r, const struct xml_start *start)
{
	struct slice id = { 0 }, code = { 0 };
	uint64_t number;

	if (!part_attribute(start, "numFmtId", &id) || !slice_to_u64(id, &number) ||
	    !part_attribute(start, "formatCode", &code) || r->custom_count == CUSTOM_MAX) {
		part_refuse(r->w->part, SLICE("numFmt"));
		return;
	}
	if (!shows_date(code))
		return;
	if (!part_room((void **)&r->customs, &r->custom_cap, r->custom_count, sizeof *r->customs)) {
		part_no_memory(r->w->part);
		return;
	}
	r->customs[r->custom_count++] = number;
}

static void add_style(struct reader *r, const struct xml_start *start)
{
	struct styles *styles = &r->w->styles;
	struct slice id = { 0 };
	uint64_t number = 0;

	if ((part_attribute(start, "numFmtId", &id) && !slice_to_u64(id, &number)) || styles->count == STYLES_MAX) {
		part_refuse(r->w->part, SLICE("xf"));
		return;
	}
	if (!part_room((void **)&styles->dates, &r->style_cap, styles->count, sizeof *styles->dates)) {
		part_no_memory(r->w->part);
		return;
	}
	styles->dates[styles->count++] = is_date(r, number);
}

static void on_open(void *context, uint8_t element, const struct xml_start *start)
{
	if (element == FORMAT)
		add_custom(context, start);
	else if (element == CELL_FORMAT)
		add_style(context, start);
}

enum status workbook_read_styles(struct workbook *w)
{
	static const struct part_rule rules[] = {
		{ ELEMENT_NONE, SHEET_STYLES, "styleSheet" },
		{ CELL_FORMATS, CELL_FORMAT, "xf" },
		{ FORMATS, FORMAT, "numFmt" },
		{ SHEET_STYLES, FORMATS, "numFmts" },
		{ SHEET_STYLES, CELL_FORMATS, "cellXfs" },
	};
	static const struct part_kind kind = { .namespaces = SHEET_NAMESPACES,
		                               .rules = rules,
		                               .count = sizeof rules / sizeof *rules,
		                               .open = on_open };
	struct reader r = { .w = w };
	enum status status = STATUS_OK;

	if (w->entries.styles != SIZE_MAX)
		status = part_read(w->archive, w->entries.styles, &kind, &r, w->file, w->findings, &w->part);
	free(r.customs);
	return status;
}
