/* The workbook with new values in the chosen sheet. */
#include "workbook_private.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

static enum status count_formulas(struct workbook *w, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < w->sheets.count; i++) {
		struct workbook_sheet *sheet = &w->sheets.items[i];
		struct look look = { 0 };
		enum status status = STATUS_OK;

		if (sheet->entry != SIZE_MAX && !sheet->counted)
			status = workbook_look(w, sheet->entry, false, &look);
		if (status != STATUS_OK)
			return status;
		sheet->formulas += look.formulas;
		sheet->counted = true;
		*out += sheet->formulas;
	}
	return STATUS_OK;
}

/* An entry with patches. */
static struct archive_change change_of(const struct workbook *w, size_t entry, const struct patches *patches,
                                       struct patched *patched)
{
	struct archive_change change = { .entry = entry, .size = archive_entry(w->archive, entry)->size };

	for (size_t i = 0; i < patches->count; i++)
		change.size += patches->items[i].text.len - (patches->items[i].to - patches->items[i].from);
	change.content = patched_source(patched);
	return change;
}

static void note_formulas(struct workbook *w, uint64_t formulas)
{
	char count[24];

	(void)snprintf(count, sizeof count, "%" PRIu64, formulas);
	findings_add(w->findings, &(struct finding){
		.code = N0166_XLSX_FORMULAS, .file = w->file, .value = slice_from_c(count) });
}

/* The sheet, and with `main` what tells that formulas are to be computed. */
static enum status write_changes(struct workbook *w, const struct patches *patches, struct archive_stream *main,
                                 struct byte_sink out)
{
	const struct patches flag = { &w->calculation.patch, 1 };
	struct patched *sheet = patched_new(workbook_content(w), patches);
	struct patched *book = main != NULL ? patched_new(archive_stream_source(main), &flag) : NULL;
	struct archive_change changes[2];
	size_t count = 1;
	enum status status;

	if (sheet == NULL || (main != NULL && book == NULL)) {
		status = workbook_no_memory(w);
	} else {
		changes[0] = change_of(w, w->chosen->entry, patches, sheet);
		if (book != NULL)
			changes[count++] = change_of(w, w->entries.main, &flag, book);
		status = archive_write(w->archive, changes, count, out);
	}
	patched_free(sheet);
	patched_free(book);
	return status;
}

enum status workbook_write(struct workbook *w, const struct patches *patches, struct byte_sink out)
{
	struct archive_stream *main = NULL;
	uint64_t formulas = 0;
	enum status status = STATUS_OK;

	assert(w->chosen != NULL);
	if (patches->count == 0)
		return out.write(out.context, w->bytes.ptr, w->bytes.len);
	status = count_formulas(w, &formulas);
	if (status == STATUS_OK && formulas > 0)
		main = archive_stream_open(w->archive, w->entries.main, &status);
	if (status == STATUS_OK)
		status = write_changes(w, patches, main, out);
	archive_stream_close(main);
	if (status == STATUS_OK && formulas > 0)
		note_formulas(w, formulas);
	return status;
}
