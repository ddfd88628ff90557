/* A register (pelaksanaan.csv) from its text. */
#include <nafkah/cycle.h>

#include <nafkah/csv.h>

#include <inttypes.h>

struct reading {
	struct csv_reader *csv;
	struct slice name;
	struct arena *arena;
	struct findings *findings;
};

static enum status unreadable(const struct reading *rd, uint64_t line)
{
	findings_add(rd->findings, &(struct finding){
		.code = N0705_PREVIOUS_UNREADABLE, .file = rd->name, .value = rd->name,
		.detail = arena_printf(rd->arena, "%" PRIu64, line),
	});
	return STATUS_REJECT;
}

static bool is_heading(const struct reading *rd, const struct csv_record *record)
{
	bool same = record->field_count == REG_COLUMN_COUNT;

	for (size_t i = 0; same && i < REG_COLUMN_COUNT; i++)
		same = slice_equal(csv_value(rd->csv, i), slice_from_c(register_headings[i]));
	return same;
}

static size_t count_lines(struct slice bytes)
{
	size_t lines = 0;

	for (size_t i = 0; i < bytes.len; i++)
		lines += bytes.ptr[i] == '\n' ? 1 : 0;
	return lines;
}

static enum status read_rows(const struct reading *rd, struct register_book *book)
{
	struct csv_record record;
	enum status status = csv_next(rd->csv, &record);

	if (status == STATUS_OK && !is_heading(rd, &record))
		return unreadable(rd, 1);
	for (status = csv_next(rd->csv, &record); status == STATUS_OK; status = csv_next(rd->csv, &record)) {
		struct slice values[REG_COLUMN_COUNT];

		if (record.field_count != REG_COLUMN_COUNT)
			return unreadable(rd, record.line);
		for (size_t i = 0; i < REG_COLUMN_COUNT; i++)
			values[i] = csv_value(rd->csv, i);
		if (!register_row_read(rd->arena, values, &book->rows[book->count]))
			return unreadable(rd, record.line);
		book->count++;
	}
	return status == STATUS_END ? STATUS_OK : status;
}

enum status register_read(struct slice bytes, struct slice name, struct arena *a, struct register_book *out,
                          struct findings *findings)
{
	struct slice rest = bytes;
	struct reading rd = { csv_reader_new(bytes_of(&rest), ',', name, findings), name, a, findings };
	enum status status = STATUS_FAIL;

	out->rows = arena_array(a, count_lines(bytes), sizeof *out->rows);
	if (rd.csv != NULL && out->rows != NULL)
		status = read_rows(&rd, out);
	csv_reader_free(rd.csv);
	if (status == STATUS_OK && a->exhausted)
		status = STATUS_FAIL;
	if (status == STATUS_OK)
		register_sort(out);
	return status;
}
