#include "scan_private.h"

#include <nafkah/csv.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Exactly so many lines is where spreadsheets cut a file off. */
static const uint64_t spreadsheet_limits[] = { 65536, 1048576 };

static void note_file(struct scanning *s, enum code code, uint64_t value)
{
	char text[24];

	(void)snprintf(text, sizeof text, "%" PRIu64, value);
	s->row.line = 0;
	scan_note(s, code, NO_COLUMN, slice_from_c(text), s->out->layout->id);
}

/* Blank, or all of its cells are (in CSV: as many as there are columns). */
static bool is_blank(const struct scanning *s)
{
	if (s->row.blank)
		return true;
	if (s->out->container == CONTAINER_CSV && s->row.count != s->out->header.column_count)
		return false;
	for (size_t i = 0; i < s->role_column_count; i++) /* quick: nearly every row has a name */
		if (slice_trim(s->table.ops->value(s->table.reader, (size_t)s->role_columns[i])).len > 0)
			return false;
	for (size_t i = 0; i < s->row.count; i++)
		if (slice_trim(s->table.ops->value(s->table.reader, i)).len > 0)
			return false;
	return true;
}

/* A blank line is only known to stand inside when a row follows it. */
static bool blank_line(struct scanning *s)
{
	uint64_t line = s->row.line;

	if (is_blank(s)) {
		s->blank_line = s->blank_line != 0 ? s->blank_line : line;
		return true;
	}
	if (s->blank_line == 0)
		return false;
	if (!s->ended && !(s->saw_total && s->out->layout->ends_at_total)) {
		s->row.line = s->blank_line;
		scan_note(s, N0118_CSV_BLANK_LINE, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
		s->row.line = line;
	}
	s->blank_line = 0;
	return false;
}

bool scan_apart(struct scanning *s)
{
	if (s->apart_count == s->apart_room) {
		size_t room = s->apart_room == 0 ? 64 : s->apart_room * 2;
		uint64_t *grown = realloc(s->apart, room * sizeof *grown);

		if (grown == NULL)
			return false;
		s->apart = grown;
		s->apart_room = room;
	}
	s->apart[s->apart_count++] = s->row.line;
	return true;
}

static enum status scan_rows(struct scanning *s)
{
	enum status status;

	for (;;) {
		status = s->table.ops->next(s->table.reader, &s->row);
		if (status != STATUS_OK)
			break;
		s->out->tally.deleted += s->row.deleted ? 1 : 0;
		if (s->row.deleted || blank_line(s))
			continue;
		s->out->tally.hidden += s->row.hidden ? 1 : 0;
		s->out->unterminated = s->row.unterminated;
		s->seen = SEEN_REFUSED;
		status = scan_row(s);
		if (status == STATUS_OK && s->setup->preview != NULL && !preview_take(s, s->setup->preview))
			status = STATUS_FAIL;
		if (status != STATUS_OK)
			break;
	}
	return status == STATUS_END ? STATUS_OK : status;
}

/* Whether a row in [first, last] is a person's. */
static bool holds_data(const struct scanning *s, uint64_t first, uint64_t last)
{
	uint64_t apart = 0;

	first = first > s->out->header.line ? first : s->out->header.line + 1;
	last = last < s->last_line ? last : s->last_line;
	if (first > last)
		return false;
	for (size_t i = 0; i < s->apart_count; i++)
		apart += s->apart[i] >= first && s->apart[i] <= last ? 1 : 0;
	return apart < last - first + 1;
}

/* A merged cell hides values of people, or gives one's value to several. */
static void check_merges(struct scanning *s)
{
	const struct merge *merges = NULL;
	size_t count = s->table.ops->merges != NULL ? s->table.ops->merges(s->table.reader, &merges) : 0;
	char rows[48];

	for (size_t i = 0; i < count; i++) {
		if (!holds_data(s, merges[i].first_row, merges[i].last_row))
			continue;
		s->row.line = merges[i].first_row;
		(void)snprintf(rows, sizeof rows, "%" PRIu64 "-%" PRIu64, merges[i].first_row, merges[i].last_row);
		scan_note(s, N0194_CELLS_MERGED, NO_COLUMN, slice_from_c(rows), (struct slice){ 0 });
	}
}

/* What only the whole file shows. */
static void check_whole(struct scanning *s)
{
	const struct scan *out = s->out;
	uint64_t lines = s->table.ops->lines(s->table.reader);

	check_merges(s);
	if (out->tally.rows == 0)
		note_file(s, N0126_NO_ROWS, 0);
	if (out->layout->total_required && !s->saw_total)
		note_file(s, N0131_TOTAL_MISSING, out->tally.rows);
	if (out->unterminated)
		note_file(s, N0127_LAST_ROW_UNTERMINATED, lines);
	if (s->blank_line != 0)
		note_file(s, N0119_CSV_BLANK_LINE_END, s->blank_line);
	if (out->tally.without_nip > 0)
		note_file(s, N0139_ROWS_WITHOUT_NIP, out->tally.without_nip);
	if (out->tally.hidden > 0)
		note_file(s, N0195_ROWS_HIDDEN, out->tally.hidden);
	if (out->tally.deleted > 0)
		note_file(s, N0196_ROWS_DELETED, out->tally.deleted);
	if (out->tally.passed > 0)
		note_file(s, N0198_ROWS_PASSED, out->tally.passed);
	for (size_t i = 0; i < sizeof spreadsheet_limits / sizeof *spreadsheet_limits; i++)
		if (lines == spreadsheet_limits[i])
			note_file(s, N0120_CSV_ROW_LIMIT, spreadsheet_limits[i]);
}

static enum status scan_content(struct scanning *s, struct content *content)
{
	enum status status = content_table(content, &s->table);

	s->out->container = content_container(content);
	s->delimiter = CSV_DELIMITER_UNKNOWN;
	if (status == STATUS_OK)
		status = scan_find_header(s);
	if (status == STATUS_OK)
		status = scan_rows(s);
	if (status == STATUS_OK)
		check_whole(s);
	table_close(&s->table);
	return status;
}

enum status scan_payroll(const struct scan_setup *setup, struct byte_source source, struct scan *out)
{
	struct scanning s = { .setup = setup, .out = out, .period = setup->period };
	struct content_setup opening = {
		.file = source, .name = setup->file, .size = setup->size, .layouts = setup->layouts, .layout_count = setup->layout_count,
		.wanted_layout = setup->wanted_layout, .findings = setup->findings,
	};
	uint64_t refused = setup->findings->per_level[LEVEL_TOLAK];
	struct content *content;
	enum status status;

	*out = (struct scan){ 0 };
	status = content_open(&opening, &content);
	if (status == STATUS_OK)
		status = scan_content(&s, content);
	if (status == STATUS_OK && setup->findings->per_level[LEVEL_TOLAK] > refused)
		status = STATUS_REJECT;
	content_close(content);
	free(s.apart);
	buf_release(&s.scratch);
	return status;
}
