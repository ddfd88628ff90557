/* sharedStrings.xml: the texts that cells name by number. */
#include "sheet_private.h"

#include <stdlib.h>

enum { STRINGS = 1, ITEM, TEXT, RUN, RUN_TEXT };

#define STRINGS_MAX ((size_t)256 << 20) /* bytes of all texts */

struct reader {
	struct workbook *w;
	struct shared_strings *out;
	struct buf raw; /* of one <t>, with its _xHHHH_ */
};

static void on_open(void *context, uint8_t element, const struct xml_start *start)
{
	struct reader *r = context;

	(void)start;
	if (element == TEXT || element == RUN_TEXT)
		buf_clear(&r->raw);
}

static void on_text(void *context, uint8_t element, struct slice text)
{
	struct reader *r = context;

	if (element != TEXT && element != RUN_TEXT)
		return;
	buf_append(&r->raw, text);
	if (r->raw.failed)
		part_no_memory(r->w->part);
	else if (r->raw.len > 2 * TABLE_FIELD_MAX)
		part_refuse_as(r->w->part, N0405_XML_TEXT_TOO_LONG, SLICE("<si>"), SLICE("64 KiB"));
}

static bool is_clean(struct slice s)
{
	size_t i = 0;

	while (i < s.len && !sheet_is_control(s.ptr[i]))
		i++;
	return i == s.len && s.len <= TABLE_FIELD_MAX;
}

/* Where the text of the ith one begins. */
static size_t start_of(const struct shared_strings *s, size_t i)
{
	return i > 0 ? s->ends[i - 1].at : 0;
}

static void on_close(void *context, uint8_t element)
{
	struct reader *r = context;
	struct shared_strings *s = r->out;

	if (element == TEXT || element == RUN_TEXT)
		sheet_unescape(buf_slice(&r->raw), &s->text);
	if (element != ITEM)
		return;
	if (s->text.failed || !part_room((void **)&s->ends, &s->cap, s->count, sizeof *s->ends)) {
		part_no_memory(r->w->part);
		return;
	}
	if (s->text.len > STRINGS_MAX) {
		part_refuse_as(r->w->part, N0162_XLSX_TOO_LARGE,
		               archive_entry(r->w->archive, r->w->entries.strings)->name, SLICE("256 MiB"));
		return;
	}
	s->ends[s->count] = (struct shared_end){
		(uint32_t)s->text.len, is_clean(slice_sub(buf_slice(&s->text), start_of(s, s->count), s->text.len)) };
	s->count++;
}

enum status shared_strings_read(struct workbook *w, struct shared_strings *out)
{
	static const struct part_rule rules[] = {
		{ ELEMENT_NONE, STRINGS, "sst" }, { ITEM, TEXT, "t" },  { ITEM, RUN, "r" },
		{ RUN, RUN_TEXT, "t" },           { STRINGS, ITEM, "si" },
	};
	static const struct part_kind kind = { .namespaces = SHEET_NAMESPACES,
		                               .rules = rules,
		                               .count = sizeof rules / sizeof *rules,
		                               .open = on_open,
		                               .close = on_close,
		                               .text = on_text };
	struct reader r = { .w = w, .out = out };
	enum status status = STATUS_OK;

	if (w->entries.strings != SIZE_MAX)
		status = part_read(w->archive, w->entries.strings, &kind, &r, w->file, w->findings, &w->part);
	buf_release(&r.raw);
	return status;
}

struct slice shared_strings_get(const struct shared_strings *s, size_t i, bool *clean)
{
	size_t from = start_of(s, i);

	*clean = s->ends[i].clean;
	return slice_sub(buf_slice(&s->text), from, s->ends[i].at - from);
}

void shared_strings_release(struct shared_strings *s)
{
	buf_release(&s->text);
	free(s->ends);
	*s = (struct shared_strings){ 0 };
}
