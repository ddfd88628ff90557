/* The rows of an export that is drafted: the first are kept, cut by every delimiter that may be meant; others pass. */
#include "draft_private.h"

#include <nafkah/csv.h>

static struct slice short_copy(struct draft *d, struct slice text)
{
	text = slice_trim(text);
	if (text.len > DRAFT_TEXT)
		text.len = utf8_valid_prefix(slice_sub(text, 0, DRAFT_TEXT));
	return arena_copy(d->arena, text);
}

/* The present row as it is cut now. */
static bool copy_row(struct draft *d, struct draft_row *out)
{
	size_t count = d->row.count < TABLE_COLUMNS_MAX ? d->row.count : TABLE_COLUMNS_MAX;
	struct draft_cell *cells = arena_array(d->arena, count, sizeof *cells);

	*out = (struct draft_row){ .line = d->row.line, .count = count, .cells = cells, .multiline = d->row.multiline };
	for (size_t i = 0; cells != NULL && i < count; i++) {
		cells[i].text = short_copy(d, d->table.ops->value(d->table.reader, i));
		cells[i].kind = d->table.ops->kind(d->table.reader, i);
	}
	return !d->arena->exhausted;
}

static enum status cut_row(struct draft *d, size_t cut, struct draft_row *out)
{
	enum status status = d->table.ops->split(d->table.reader, DRAFT_DELIMITERS[cut], &d->row);

	if (status == STATUS_REJECT) {
		*out = (struct draft_row){ .line = d->row.line, .uncut = true };
		return STATUS_OK;
	}
	return status == STATUS_OK && copy_row(d, out) ? STATUS_OK : STATUS_FAIL;
}

static enum status take_row(struct draft *d)
{
	size_t n = d->sample_count++;
	enum status status = STATUS_OK;

	for (size_t cut = 0; cut < DRAFT_CUTS; cut++)
		d->sample[cut][n] = (struct draft_row){ .line = d->row.line, .deleted = d->row.deleted };
	if (d->row.blank || d->row.deleted)
		return STATUS_OK;
	if (d->table.ops->split == NULL)
		return copy_row(d, &d->sample[0][n]) ? STATUS_OK : STATUS_FAIL;
	for (size_t cut = 0; status == STATUS_OK && cut < DRAFT_CUTS; cut++)
		status = cut_row(d, cut, &d->sample[cut][n]);
	return status == STATUS_OK ? d->table.ops->split(d->table.reader, CSV_DELIMITER_UNKNOWN, &d->row) : status;
}

/* What a refusal leaves to be drafted from. */
static enum status end_of(struct draft *d, enum status status)
{
	d->ended = true;
	d->refused = status == STATUS_REJECT;
	return status == STATUS_FAIL ? STATUS_FAIL : STATUS_END;
}

enum status draft_read_sample(struct draft *d)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && d->sample_count < DRAFT_SAMPLE) {
		status = d->table.ops->next(d->table.reader, &d->row);
		if (status != STATUS_OK) {
			status = end_of(d, status);
			break;
		}
		d->last_line = d->row.line;
		status = take_row(d);
	}
	if (status == STATUS_END)
		status = d->sample_count == 0 && d->refused ? STATUS_REJECT : STATUS_OK;
	return status;
}

/* A row that the reader delivers, as it lies in the reader's memory. */
static enum status view_row(struct draft *d, struct draft_row *row)
{
	enum status status = STATUS_OK;

	*row = (struct draft_row){ .line = d->row.line, .cells = d->cells, .deleted = d->row.deleted };
	if (d->row.blank || d->row.deleted)
		return STATUS_OK;
	if (d->table.ops->split != NULL && !d->split) {
		status = d->table.ops->split(d->table.reader, DRAFT_DELIMITERS[d->cut], &d->row);
		row->uncut = status == STATUS_REJECT;
		if (row->uncut)
			return STATUS_OK;
		d->split = status == STATUS_OK;
	}
	row->count = d->row.count < TABLE_COLUMNS_MAX ? d->row.count : TABLE_COLUMNS_MAX;
	row->multiline = d->row.multiline;
	for (size_t i = 0; status == STATUS_OK && i < row->count; i++) {
		d->cells[i].text = slice_trim(d->table.ops->value(d->table.reader, i));
		d->cells[i].kind = d->table.ops->kind(d->table.reader, i);
	}
	return status;
}

enum status draft_next(struct draft *d, struct draft_row *row)
{
	enum status status;

	if (d->at < d->sample_count) {
		*row = d->sample[d->cut][d->at++];
		return STATUS_OK;
	}
	if (d->ended)
		return STATUS_END;
	status = d->table.ops->next(d->table.reader, &d->row);
	if (status != STATUS_OK)
		return end_of(d, status);
	d->last_line = d->row.line;
	return view_row(d, row);
}
