#include "scan_private.h"

#include <inttypes.h>
#include <stdio.h>

/* Exactly so many lines is where spreadsheets cut a file off. */
static const uint64_t spreadsheet_limits[] = { 65536, 1048576 };

static void note_file(struct scanning *s, enum code code, uint64_t value)
{
	char text[24];

	(void)snprintf(text, sizeof text, "%" PRIu64, value);
	s->record.line = 0;
	scan_note(s, code, NO_COLUMN, slice_from_c(text), s->out->layout->id);
}

/* A blank line is only known to stand inside when a row follows it. */
static bool blank_line(struct scanning *s)
{
	uint64_t line = s->record.line;

	if (s->record.blank) {
		s->blank_line = s->blank_line != 0 ? s->blank_line : line;
		return true;
	}
	if (s->blank_line == 0)
		return false;
	s->record.line = s->blank_line;
	scan_note(s, N0118_CSV_BLANK_LINE, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
	s->record.line = line;
	s->blank_line = 0;
	return false;
}

static enum status scan_rows(struct scanning *s)
{
	enum status status;

	for (;;) {
		status = csv_next(s->csv, &s->record);
		if (status != STATUS_OK)
			break;
		if (blank_line(s))
			continue;
		s->out->unterminated = s->record.end == LINE_END_NONE;
		status = scan_row(s);
		if (status != STATUS_OK)
			break;
	}
	return status == STATUS_END ? STATUS_OK : status;
}

/* What only the whole file shows. */
static void check_whole(struct scanning *s)
{
	const struct scan *out = s->out;

	if (out->tally.rows == 0)
		note_file(s, N0126_NO_ROWS, 0);
	if (out->layout->total_required && !s->saw_total)
		note_file(s, N0131_TOTAL_MISSING, out->tally.rows);
	if (out->unterminated)
		note_file(s, N0127_LAST_ROW_UNTERMINATED, csv_lines(s->csv));
	if (s->blank_line != 0)
		note_file(s, N0119_CSV_BLANK_LINE_END, s->blank_line);
	if (out->tally.without_nip > 0)
		note_file(s, N0139_ROWS_WITHOUT_NIP, out->tally.without_nip);
	for (size_t i = 0; i < sizeof spreadsheet_limits / sizeof *spreadsheet_limits; i++)
		if (csv_lines(s->csv) == spreadsheet_limits[i])
			note_file(s, N0120_CSV_ROW_LIMIT, spreadsheet_limits[i]);
}

enum status scan_payroll(const struct scan_setup *setup, struct byte_source source, struct scan *out)
{
	struct scanning s = { .setup = setup, .out = out };
	uint64_t refused = setup->findings->per_level[LEVEL_TOLAK];
	enum status status = STATUS_FAIL;

	*out = (struct scan){ 0 };
	s.csv = csv_reader_new(source, CSV_DELIMITER_UNKNOWN, setup->file, setup->findings);
	if (s.csv != NULL)
		status = scan_find_header(&s);
	if (status == STATUS_OK)
		status = scan_rows(&s);
	if (status == STATUS_OK)
		check_whole(&s);
	if (status == STATUS_OK && setup->findings->per_level[LEVEL_TOLAK] > refused)
		status = STATUS_REJECT;
	csv_reader_free(s.csv);
	buf_release(&s.scratch);
	return status;
}
