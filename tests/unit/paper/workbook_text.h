/* For tests of new workbooks: what a sheet says, as CSV, with the kind of every cell that is no text before its value. */
#ifndef TESTS_WORKBOOK_TEXT_H
#define TESTS_WORKBOOK_TEXT_H

#include <nafkah/csv.h>
#include <nafkah/workbook.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* `kinds`: N for a number, F for a formula before the value. */
static inline void workbook_text(struct slice bytes, const char *sheet, bool kinds, struct buf *out)
{
	static const char marks[] = "TNDBFE";
	struct findings findings = { 0 };
	struct workbook *w = NULL;
	struct slice name = slice_from_c(sheet);
	struct table_row row;
	void *reader;
	enum status status;

	assert_int_equal(workbook_open(bytes, SLICE("test.xlsx"), &findings, &w), STATUS_OK);
	assert_int_equal(workbook_choose(w, &name, 1, true), STATUS_OK);
	reader = sheet_open(w);
	assert_non_null(reader);
	while ((status = sheet_ops.next(reader, &row)) == STATUS_OK) {
		for (size_t i = 0; i < row.count; i++) {
			enum cell_kind kind = sheet_ops.kind(reader, i);

			if (i > 0)
				buf_char(out, ',');
			if (kinds && kind != CELL_TEXT)
				buf_char(out, marks[kind]);
			csv_write_field(out, sheet_ops.value(reader, i));
		}
		buf_char(out, '\n');
	}
	assert_int_equal(status, STATUS_END);
	assert_int_equal(findings.count, 0);
	sheet_ops.free(reader);
	workbook_free(w);
	findings_release(&findings);
}

static inline void assert_sheet(struct slice bytes, const char *sheet, const char *expected)
{
	struct buf text = { 0 };

	workbook_text(bytes, sheet, true, &text);
	if (!slice_equal(buf_slice(&text), slice_from_c(expected)))
		fail_msg("%s:\n%.*s\ninstead of\n%s", sheet, SLICE_ARG(buf_slice(&text)), expected);
	buf_release(&text);
}

#endif
