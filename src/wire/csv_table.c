#include <nafkah/csv_table.h>

#include <nafkah/csv.h>

struct csv_table {
	struct csv_reader *csv;
	struct csv_record record;
	char delimiter;
};

void *csv_table_open(struct byte_source source, char delimiter, struct slice file, struct findings *findings)
{
	struct csv_table *t = calloc(1, sizeof *t);

	if (t == NULL) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		return NULL;
	}
	t->delimiter = delimiter;
	t->csv = csv_reader_new(source, delimiter, file, findings);
	if (t->csv != NULL)
		return t;
	free(t);
	return NULL;
}

static void table_free(void *reader)
{
	struct csv_table *t = reader;

	if (t == NULL)
		return;
	csv_reader_free(t->csv);
	free(t);
}

static void deliver(const struct csv_table *t, struct table_row *row)
{
	const struct csv_record *r = &t->record;

	*row = (struct table_row){
		.offset = r->offset, .line = r->line, .count = r->field_count, .blank = r->blank, .multiline = r->multiline,
		.unterminated = r->end == LINE_END_NONE,
	};
}

static enum status table_next(void *reader, struct table_row *row)
{
	struct csv_table *t = reader;
	enum status status = csv_next(t->csv, &t->record);

	if (status == STATUS_OK)
		deliver(t, row);
	return status;
}

static enum status table_split(void *reader, char delimiter, struct table_row *row)
{
	struct csv_table *t = reader;
	enum status status = csv_resplit(t->csv, delimiter, &t->record);

	if (status != STATUS_OK)
		return status;
	t->delimiter = delimiter;
	deliver(t, row);
	return STATUS_OK;
}

static struct slice table_value(const void *reader, size_t i)
{
	const struct csv_table *t = reader;

	return i < t->record.field_count ? csv_value(t->csv, i) : SLICE("");
}

static enum cell_kind table_kind(const void *reader, size_t i)
{
	(void)reader;
	(void)i;
	return CELL_TEXT;
}

static bool table_place(const void *reader, size_t i, struct arena *a, struct place *out)
{
	const struct csv_table *t = reader;
	const struct csv_field *f = &t->record.fields[i];
	struct slice raw = slice_sub(t->record.raw, f->from, f->to - f->from);
	struct slice core = slice_trim(f->quoted ? slice_sub(raw, 1, raw.len - 2) : raw);
	uint64_t base = t->record.offset, core_from = base + (uint64_t)(core.ptr - t->record.raw.ptr);

	(void)a;
	*out = (struct place){
		.from = base + f->from, .to = base + f->to, .core_from = core_from, .core_to = core_from + core.len,
		.quoted = f->quoted, .delimiter = t->delimiter,
	};
	return true;
}

static uint64_t table_lines(const void *reader)
{
	const struct csv_table *t = reader;

	return csv_lines(t->csv);
}

/* A grouped number may need quotes that the old one did not. */
static enum status table_replace(const struct place *place, struct slice value, struct arena *a, struct patch *out)
{
	bool quote = !place->quoted && value.len > 0 && memchr(value.ptr, place->delimiter, value.len) != NULL;

	*out = (struct patch){
		.from = quote ? place->from : place->core_from,
		.to = quote ? place->to : place->core_to,
		.text = quote ? arena_printf(a, "\"%.*s\"", SLICE_ARG(value)) : arena_copy(a, value),
	};
	return out->text.ptr != NULL ? STATUS_OK : STATUS_FAIL;
}

const struct table_ops csv_table_ops = {
	.free = table_free, .next = table_next, .value = table_value, .kind = table_kind, .place = table_place,
	.split = table_split, .lines = table_lines, .replace = table_replace,
};
