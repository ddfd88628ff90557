#include "workbook_private.h"

#include <stdlib.h>

enum status workbook_no_memory(struct workbook *w)
{
	findings_add(w->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = w->file });
	return STATUS_FAIL;
}

enum status workbook_refuse_part(struct workbook *w, struct slice part, const char *words)
{
	findings_add(w->findings, &(struct finding){ .code = N0163_XLSX_PART,
	                                             .file = w->file,
	                                             .value = slice_sub(part, 0, 200),
	                                             .detail = slice_from_c(words) });
	return STATUS_REJECT;
}

/* Sheets and shared strings, which are long, are read where they are needed. */
static bool is_read_later(const struct workbook *w, size_t entry)
{
	for (size_t i = 0; i < w->sheets.count; i++)
		if (w->sheets.items[i].entry == entry)
			return true;
	return entry == w->entries.strings;
}

/* What is copied without a look is read once all the same, so that a file damaged on its way does not pass. */
static enum status check_rest(struct workbook *w)
{
	char bytes[16384];
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < archive_count(w->archive); i++) {
		struct archive_stream *s = is_read_later(w, i) ? NULL : archive_stream_open(w->archive, i, &status);
		size_t got = s != NULL;

		while (got > 0 && status == STATUS_OK)
			status = archive_stream_source(s).read(s, bytes, sizeof bytes, &got);
		archive_stream_close(s);
	}
	return status;
}

static enum status open_parts(struct workbook *w)
{
	enum status status = archive_open(w->bytes, w->file, w->findings, &w->archive);

	if (status == STATUS_OK)
		status = package_identify(w);
	if (status == STATUS_OK)
		status = workbook_read_main(w);
	if (status == STATUS_OK)
		status = workbook_read_styles(w);
	if (status == STATUS_OK)
		status = check_rest(w);
	return status;
}

enum status workbook_open(struct slice bytes, struct slice file, struct findings *findings, struct workbook **out)
{
	struct workbook *w = calloc(1, sizeof *w);
	enum status status;

	*out = NULL;
	if (w == NULL) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		return STATUS_FAIL;
	}
	*w = (struct workbook){ .bytes = bytes, .file = file, .findings = findings };
	w->entries.strings = w->entries.styles = SIZE_MAX;
	status = open_parts(w);
	if (status == STATUS_OK)
		*out = w;
	else
		workbook_free(w);
	return status;
}

void workbook_free(struct workbook *w)
{
	if (w == NULL)
		return;
	archive_stream_close(w->content);
	archive_close(w->archive);
	arena_release(&w->arena);
	free(w->sheets.items);
	free(w->styles.dates);
	free(w);
}

/* ---- the sheet ---- */

static bool is_named(struct slice name, const struct slice *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_equal(name, names[i]))
			return true;
	return false;
}

/* The names of the sheets as a finding shows them; of those with data only where `data` is given. */
static void list_sheets(const struct workbook *w, const bool *data, struct buf *out)
{
	for (size_t i = 0; i < w->sheets.count; i++) {
		if (data != NULL && !data[i])
			continue;
		buf_append(out, out->len > 0 ? SLICE(", \"") : SLICE("\""));
		buf_append(out, w->sheets.items[i].name);
		buf_char(out, '"');
	}
}

static enum status refuse_sheets(struct workbook *w, enum code code, struct slice wanted, const bool *data)
{
	struct buf list = { 0 };

	list_sheets(w, data, &list);
	findings_add(w->findings, &(struct finding){ .code = code,
	                                             .file = w->file,
	                                             .value = wanted.len > 0 ? wanted : buf_slice(&list),
	                                             .detail = wanted.len > 0 ? buf_slice(&list) : wanted });
	w->findings->lost |= list.failed;
	buf_release(&list);
	return STATUS_REJECT;
}

/* The only sheet with data; none: the first one, whose emptiness is then found as that of any table. */
static enum status choose_by_data(struct workbook *w)
{
	bool *data = calloc(w->sheets.count, sizeof *data);
	struct workbook_sheet *found = NULL;
	size_t count = 0;
	enum status status = data != NULL ? STATUS_OK : workbook_no_memory(w);

	for (size_t i = 0; status == STATUS_OK && i < w->sheets.count; i++) {
		struct workbook_sheet *sheet = &w->sheets.items[i];
		struct look look = { 0 };

		if (sheet->entry != SIZE_MAX)
			status = workbook_look(w, sheet->entry, true, &look);
		data[i] = look.has_data;
		count += look.has_data;
		if (look.has_data || (found == NULL && sheet->entry != SIZE_MAX))
			found = sheet;
	}
	if (status == STATUS_OK && count > 1)
		status = refuse_sheets(w, N0164_XLSX_SHEETS, (struct slice){ 0 }, data);
	else if (status == STATUS_OK && found == NULL)
		status = workbook_refuse_part(w, archive_entry(w->archive, w->entries.main)->name, "no sheet with cells");
	else if (status == STATUS_OK)
		w->chosen = found;
	free(data);
	return status;
}

enum status workbook_choose(struct workbook *w, const struct slice *names, size_t count, bool must)
{
	struct workbook_sheet *found = NULL;
	size_t matches = 0;

	for (size_t i = 0; i < w->sheets.count; i++) {
		if (w->sheets.items[i].entry != SIZE_MAX && is_named(w->sheets.items[i].name, names, count)) {
			found = &w->sheets.items[i];
			matches++;
		}
	}
	if (matches > 1)
		return refuse_sheets(w, N0164_XLSX_SHEETS, (struct slice){ 0 }, NULL);
	if (matches == 0 && must && count > 0)
		return refuse_sheets(w, N0165_XLSX_SHEET_MISSING, names[0], NULL);
	if (matches == 0)
		return choose_by_data(w);
	w->chosen = found;
	return STATUS_OK;
}

/* ---- the chosen sheet's bytes ---- */

static enum status read_content(void *context, char *into, size_t cap, size_t *got)
{
	struct workbook *w = context;
	enum status status = STATUS_OK;

	if (w->content == NULL)
		w->content = archive_stream_open(w->archive, w->chosen->entry, &status);
	*got = 0;
	return w->content != NULL ? archive_stream_source(w->content).read(w->content, into, cap, got) : status;
}

struct byte_source workbook_content(struct workbook *w)
{
	archive_stream_close(w->content);
	w->content = NULL;
	return (struct byte_source){ read_content, w };
}
