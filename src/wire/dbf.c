#include "dbf_private.h"

#include <nafkah/dbf.h>

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- the header ---- */

static enum status check_size(const struct dbf *d)
{
	uint64_t size = d->setup.size, head = d->shape.header_len;
	uint64_t room = size > head ? (size - head) / d->shape.record_len : 0;
	struct dbf_fault fault = { .found = true };

	if (size != 0 && room < d->shape.records)
		return dbf_cut(d, room);
	if (d->shape.records <= INT_MAX)
		return STATUS_OK;
	(void)snprintf(fault.words, sizeof fault.words, "records: %" PRIu32, d->shape.records);
	return dbf_not_usable(d, &fault);
}

static enum status check_otherwise(const struct dbf *d)
{
	struct dbf_fault fault = { .found = true };
	bool wide = d->setup.otherwise == ENCODING_UTF16LE || d->setup.otherwise == ENCODING_UTF16BE;

	if (d->shape.code_page_stated || !d->setup.has_otherwise || !wide)
		return STATUS_OK;
	(void)snprintf(fault.words, sizeof fault.words, "code page %s", encoding_name(d->setup.otherwise));
	return dbf_not_usable(d, &fault);
}

static enum status read_header(struct dbf *d)
{
	unsigned char head[DBF_HEAD];
	struct dbf_fault fault = { 0 };
	size_t got, rest;
	enum status status = dbf_records_header(d->source, head, sizeof head, &got);

	if (status != STATUS_OK)
		return status;
	if (got < sizeof head)
		return dbf_header_cut(d, got);
	if (!dbf_check_head(head, &d->shape, &fault))
		return dbf_not_usable(d, &fault);
	d->header = malloc(d->shape.header_len);
	if (d->header == NULL)
		return dbf_no_memory(d);
	memcpy(d->header, head, sizeof head);
	rest = d->shape.header_len - sizeof head;
	status = dbf_records_header(d->source, d->header + sizeof head, rest, &got);
	if (status == STATUS_OK && got < rest)
		return dbf_header_cut(d, sizeof head + got);
	if (status == STATUS_OK && !dbf_check_fields(d->header, &d->shape, &fault))
		return dbf_not_usable(d, &fault);
	return status;
}

static enum status start(struct dbf *d)
{
	enum status status = read_header(d);

	if (status == STATUS_OK)
		status = check_size(d);
	if (status == STATUS_OK)
		status = check_otherwise(d);
	if (status == STATUS_OK && !dbf_records_begin(d->source, &d->shape))
		status = dbf_no_memory(d);
	return status;
}

/* ---- records ---- */

static enum status end(struct dbf *d)
{
	uint64_t offset = dbf_record_offset(d, d->shape.records);
	char bytes[2];
	size_t got;
	enum status status = dbf_records_behind(d->source, bytes, &got);

	if (status != STATUS_OK)
		return status;
	if (got > 0 && bytes[0] != 0x1a)
		return dbf_trailing(d, offset);
	return got > 1 ? dbf_trailing(d, offset + 1) : STATUS_END;
}

static enum status take_record(struct dbf *d)
{
	uint64_t index = d->rows - 1;
	enum status status;

	if (index == d->shape.records)
		return end(d);
	status = dbf_records_next(d->source, &d->record);
	if (status == STATUS_END)
		return dbf_cut(d, index);
	if (status == STATUS_OK && d->record[0] != ' ' && d->record[0] != '*')
		return dbf_refuse_byte(d, N0183_DBF_RECORD, NULL, 0);
	return status == STATUS_OK ? dbf_take_cells(d) : status;
}

static enum status dbf_next(void *reader, struct table_row *row)
{
	struct dbf *d = reader;

	if (d->over == STATUS_OK)
		d->over = d->rows == 0 ? start(d) : take_record(d);
	if (d->over != STATUS_OK)
		return d->over;
	*row = (struct table_row){ .offset = d->rows == 0 ? DBF_HEAD : dbf_record_offset(d, d->rows - 1),
		                   .line = d->rows + 1,
		                   .count = d->shape.count,
		                   .deleted = d->record != NULL && d->record[0] == '*' };
	d->rows++;
	return STATUS_OK;
}

/* ---- cells ---- */

static struct slice dbf_value(const void *reader, size_t i)
{
	const struct dbf *d = reader;
	const struct dbf_cell *c = &d->cells[i];

	if (i >= d->shape.count)
		return SLICE("");
	if (d->record == NULL)
		return d->shape.fields[i].name;
	return (struct slice){ (c->decoded ? d->values.ptr : d->record) + c->from, c->to - c->from };
}

static enum cell_kind dbf_kind(const void *reader, size_t i)
{
	const struct dbf *d = reader;

	return d->record == NULL || i >= d->shape.count ? CELL_TEXT : d->cells[i].kind;
}

/* ".00" for a field of two decimals: what a whole number gets behind it. */
static struct slice decimals_of(const struct dbf_field *f, struct arena *a)
{
	static const char zeros[] = ".00000000000000000000000000000000";

	return arena_copy(a, (struct slice){ zeros, f->decimals > 0 ? 1u + f->decimals : 0u });
}

static bool dbf_place(const void *reader, size_t i, struct arena *a, struct place *out)
{
	const struct dbf *d = reader;
	const struct dbf_field *f = &d->shape.fields[i];
	uint64_t base = dbf_record_offset(d, d->rows - 2) + f->at;
	struct slice field, core;

	if (d->record == NULL) {
		base = DBF_HEAD + (uint64_t)i * DBF_FIELD;
		*out = (struct place){ .from = base, .to = base + DBF_NAME_MAX, .core_from = base, .core_to = base + f->name.len };
		return true;
	}
	field = (struct slice){ d->record + f->at, f->width };
	core = dbf_trim_end(field);
	while (core.len > 0 && core.ptr[0] == ' ')
		core = slice_sub(core, 1, core.len);
	*out = (struct place){ .from = base, .to = base + f->width, .kind = d->cells[i].kind, .tag = decimals_of(f, a) };
	out->core_from = base + (uint64_t)(core.ptr - field.ptr);
	out->core_to = out->core_from + core.len;
	return out->tag.ptr != NULL;
}

static uint64_t dbf_lines(const void *reader)
{
	const struct dbf *d = reader;

	return d->rows;
}

/* ---- new values ---- */

/* A text that stands at the left of its field and does not fill it stays there; everything else goes to the right, as
 * dBASE writes numbers. */
static bool keeps_left(const struct place *p)
{
	bool text = p->kind == CELL_TEXT && p->tag.len == 0 && p->core_to > p->core_from;

	return text && p->core_from == p->from && p->core_to < p->to;
}

static enum status dbf_replace(const struct place *place, struct slice value, struct arena *a, struct patch *out)
{
	const char *point = value.len > 0 ? memchr(value.ptr, '.', value.len) : NULL;
	struct slice zeros = point == NULL ? place->tag : (struct slice){ 0 };
	uint64_t width = place->to - place->from;
	size_t blanks;
	char *text;

	if (value.len + zeros.len > width)
		return STATUS_REJECT;
	if (point != NULL && place->kind == CELL_NUMBER && value.len - (size_t)(point - value.ptr) > place->tag.len)
		return STATUS_REJECT;
	text = arena_alloc(a, width);
	if (text == NULL)
		return STATUS_FAIL;
	memset(text, ' ', width);
	blanks = keeps_left(place) ? 0 : width - value.len - zeros.len;
	memcpy(text + blanks, value.ptr, value.len);
	if (zeros.len > 0)
		memcpy(text + blanks + value.len, zeros.ptr, zeros.len);
	*out = (struct patch){ place->from, place->to, { text, width } };
	return STATUS_OK;
}

/* ---- the whole ---- */

static void dbf_free(void *reader)
{
	struct dbf *d = reader;

	if (d == NULL)
		return;
	dbf_records_free(d->source);
	buf_release(&d->values);
	free(d->header);
	free(d);
}

void *dbf_open(const struct dbf_setup *setup)
{
	struct dbf *d = calloc(1, sizeof *d);

	if (d != NULL) {
		d->setup = *setup;
		d->source = dbf_records_new(setup->content);
	}
	if (d == NULL || d->source == NULL) {
		findings_add(setup->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = setup->file });
		dbf_free(d);
		d = NULL;
	}
	return d;
}

const struct table_ops dbf_ops = {
	.free = dbf_free, .next = dbf_next, .value = dbf_value, .kind = dbf_kind, .place = dbf_place,
	.lines = dbf_lines, .replace = dbf_replace,
};
