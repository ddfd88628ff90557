/* Any bytes as the XML of a sheet: it is refused with one finding, or read; then one cell gets a new value, and the
 * workbook that is written reads as before but for that cell. Byte 0: which row. Byte 1: which cell. Byte 2: whether
 * the bytes are the rows only, and which value. */
#include "../unit/wire/workbook_tools.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The cell that is to change: of the nth row. Whether a cell of that row holds a line end may change with it. */
struct aim {
	size_t row, column;
	const char *value;
	bool hit;
	enum cell_kind kind;
};

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void describe_cell(struct buf *out, enum cell_kind kind, struct slice value)
{
	if (kind == CELL_TEXT && value.len == 0)
		buf_append(out, SLICE(" -"));
	else
		buf_printf(out, " %c<%.*s>", "TNDBFE"[kind], SLICE_ARG(value));
}

static void describe_row(struct buf *out, const void *reader, const struct table_row *row, const struct aim *aim,
                         size_t n)
{
	bool here = aim->hit && aim->row == n;
	size_t count = here && aim->column >= row->count ? aim->column + 1 : row->count;

	buf_printf(out, "%llu%s%s%s", (unsigned long long)row->line, row->hidden ? "h" : "",
	           row->multiline && aim->row != n ? "m" : "", count == 0 ? "b" : "");
	for (size_t i = 0; i < count; i++) {
		if (here && i == aim->column)
			describe_cell(out, aim->kind, slice_from_c(aim->value));
		else
			describe_cell(out, sheet_ops.kind(reader, i), sheet_ops.value(reader, i));
	}
	buf_char(out, '\n');
}

static void try_cell(struct aim *aim, const void *reader, size_t n, struct arena *a, struct patches *patches)
{
	struct place place;
	enum status status;

	if (aim->row != n || aim->hit)
		return;
	require(sheet_ops.place(reader, aim->column, a, &place));
	status = sheet_ops.replace(&place, slice_from_c(aim->value), a, &patches->items[0]);
	require(status == STATUS_OK || status == STATUS_REJECT);
	aim->hit = status == STATUS_OK;
	patches->count = aim->hit;
	aim->kind = sheet_ops.kind(reader, aim->column) == CELL_FORMULA ? CELL_FORMULA : place.kind;
}

/* Without `a` nothing is tried. */
static enum status read_sheet(struct workbook *w, struct aim *aim, struct arena *a, struct patches *patches,
                              struct buf *out)
{
	void *reader = sheet_open(w);
	struct table_row row;
	enum status status;
	size_t n = 0;

	while ((status = sheet_ops.next(reader, &row)) == STATUS_OK) {
		if (a != NULL)
			try_cell(aim, reader, n, a, patches);
		describe_row(out, reader, &row, aim, n);
		n++;
	}
	sheet_ops.free(reader);
	return status;
}

static void read_again(struct slice bytes, size_t row, const struct buf *expected)
{
	struct findings findings = { 0 };
	struct aim nowhere = { .row = row };
	struct buf again = { 0 };
	struct workbook *w;

	require(workbook_open(bytes, SLICE("fuzz"), &findings, &w) == STATUS_OK);
	require(workbook_choose(w, &(struct slice){ "Gaji", 4 }, 1, true) == STATUS_OK);
	require(read_sheet(w, &nowhere, NULL, NULL, &again) == STATUS_END && findings.count == 0);
	if (!slice_equal(buf_slice(&again), buf_slice(expected)))
		fprintf(stderr, "expected\n%.*s\nread\n%.*s\n", SLICE_ARG(*expected), SLICE_ARG(again));
	require(slice_equal(buf_slice(&again), buf_slice(expected)));
	buf_release(&again);
	workbook_free(w);
	findings_release(&findings);
}

static void try_workbook(struct slice bytes, struct aim *aim)
{
	struct findings findings = { 0 };
	struct arena arena = { 0 };
	struct patch item;
	struct patches patches = { &item, 0 };
	struct buf text = { 0 }, made = { 0 };
	struct workbook *w;
	enum status status;

	require(workbook_open(bytes, SLICE("fuzz"), &findings, &w) == STATUS_OK);
	require(workbook_choose(w, &(struct slice){ "Gaji", 4 }, 1, true) == STATUS_OK);
	status = read_sheet(w, aim, &arena, &patches, &text);
	require(status == STATUS_END ? findings.count == 0 : status == STATUS_REJECT && findings.count == 1);
	if (status == STATUS_END && aim->hit) {
		require(workbook_write(w, &patches, (struct byte_sink){ take_into, &made }) == STATUS_OK);
		read_again(buf_slice(&made), aim->row, &text);
	}
	buf_release(&made);
	buf_release(&text);
	workbook_free(w);
	arena_release(&arena);
	findings_release(&findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const values[] = { "123", "-4217300.5", "_x0041_<&", "0" };
	struct buf sheet = { 0 }, archive = { 0 };
	bool rows_only;

	if (size < 3)
		return 0;
	rows_only = (data[2] & 1) != 0;
	struct aim aim = { .row = data[0] % 8, .column = data[1] % 16, .value = values[data[2] / 2 % 4] };
	buf_append(&sheet, rows_only ? SLICE(SHEET_HEAD) : SLICE(""));
	buf_append(&sheet, (struct slice){ (const char *)data + 3, size - 3 });
	if (rows_only)
		buf_append(&sheet, SLICE(SHEET_TAIL));
	buf_char(&sheet, '\0');
	const struct book book = { .sheet = sheet.ptr,
		                   .stored = true,
		                   .strings = STRINGS("<si><t>a</t></si><si><t/></si><si><t>b_x000A_c</t></si>"),
		                   .styles = STYLES("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>") };
	book_make(&book, &archive);
	try_workbook(buf_slice(&archive), &aim);
	buf_release(&archive);
	buf_release(&sheet);
	return 0;
}
