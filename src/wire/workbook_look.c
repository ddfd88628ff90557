/* Whether a sheet holds data, and how many formulas. */
#include "workbook_private.h"

enum { WORKSHEET = 1, DATA, ROW, CELL, VALUE, INLINE, INLINE_TEXT, INLINE_RUN, FORMULA };

struct looker {
	struct workbook *w;
	struct look *out;
	bool only_data;
};

static void on_open(void *context, uint8_t element, const struct xml_start *start)
{
	struct looker *l = context;

	(void)start;
	l->out->formulas += element == FORMULA;
}

static void on_text(void *context, uint8_t element, struct slice text)
{
	struct looker *l = context;

	(void)text;
	if (element != VALUE && element != INLINE_TEXT)
		return;
	l->out->has_data = true;
	if (l->only_data)
		part_stop(l->w->part);
}

enum status workbook_look(struct workbook *w, size_t entry, bool only_data, struct look *out)
{
	static const struct part_rule rules[] = {
		{ ELEMENT_NONE, WORKSHEET, "worksheet" }, { CELL, VALUE, "v" },
		{ ROW, CELL, "c" },                       { DATA, ROW, "row" },
		{ CELL, FORMULA, "f" },                   { CELL, INLINE, "is" },
		{ INLINE, INLINE_TEXT, "t" },             { INLINE, INLINE_RUN, "r" },
		{ INLINE_RUN, INLINE_TEXT, "t" },         { WORKSHEET, DATA, "sheetData" },
	};
	static const struct part_kind kind = { .namespaces = SHEET_NAMESPACES,
		                               .rules = rules,
		                               .count = sizeof rules / sizeof *rules,
		                               .open = on_open,
		                               .text = on_text };
	struct looker l = { .w = w, .out = out, .only_data = only_data };

	*out = (struct look){ 0 };
	return part_read(w->archive, entry, &kind, &l, w->file, w->findings, &w->part);
}
