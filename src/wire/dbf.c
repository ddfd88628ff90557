#include "dbf_private.h"

#include <nafkah/dbf.h>

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

struct dbf {
	struct dbf_setup setup;
	struct dbf_records *source;
	struct dbf_shape shape;
	unsigned char *header;
	const char *record; /* the present one; NULL: the field names */
	uint64_t rows;      /* delivered, the field names among them */
	struct dbf_cell cells[TABLE_COLUMNS_MAX];
	struct buf values;
	enum status over;
};

/* ---- findings ---- */

static enum status no_memory(const struct dbf *d)
{
	findings_add(d->setup.findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = d->setup.file });
	return STATUS_FAIL;
}

static enum status not_usable(const struct dbf *d, const struct dbf_fault *fault)
{
	findings_add(d->setup.findings, &(struct finding){ .code = N0180_DBF_NOT_USABLE,
	                                                   .file = d->setup.file,
	                                                   .value = slice_from_c(fault->words) });
	return STATUS_REJECT;
}

static enum status header_cut(const struct dbf *d, size_t len)
{
	struct dbf_fault fault = { .found = true };

	if (len == 0) {
		findings_add(d->setup.findings, &(struct finding){ .code = N0105_INPUT_EMPTY, .file = d->setup.file });
		return STATUS_REJECT;
	}
	(void)snprintf(fault.words, sizeof fault.words, "header cut: %zu", len);
	return not_usable(d, &fault);
}

static enum status cut(const struct dbf *d, uint64_t found)
{
	char have[24], stated[24];

	(void)snprintf(have, sizeof have, "%" PRIu64, found);
	(void)snprintf(stated, sizeof stated, "%" PRIu32, d->shape.records);
	findings_add(d->setup.findings, &(struct finding){ .code = N0181_DBF_CUT,
	                                                   .file = d->setup.file,
	                                                   .value = slice_from_c(have),
	                                                   .detail = slice_from_c(stated) });
	return STATUS_REJECT;
}

/* Where the present record begins; with no present record, where the next one would. */
static uint64_t record_offset(const struct dbf *d, uint64_t index)
{
	return d->shape.header_len + index * d->shape.record_len;
}

static enum status trailing(const struct dbf *d, uint64_t offset)
{
	char where[24];

	(void)snprintf(where, sizeof where, "%" PRIu64, offset);
	findings_add(d->setup.findings, &(struct finding){ .code = N0182_DBF_TRAILING,
	                                                   .file = d->setup.file,
	                                                   .detail = slice_from_c(where) });
	return STATUS_REJECT;
}

/* A byte of the present record that may not stand in `field`. */
static enum status refuse_byte(const struct dbf *d, enum code code, const struct dbf_field *field, size_t at)
{
	char where[24];

	(void)snprintf(where, sizeof where, "%" PRIu64, record_offset(d, d->rows - 1) + at);
	findings_add(d->setup.findings, &(struct finding){ .code = code,
	                                                   .file = d->setup.file,
	                                                   .line = d->rows + 1,
	                                                   .column = field != NULL ? field->name : (struct slice){ 0 },
	                                                   .value = { d->record + at, 1 },
	                                                   .detail = slice_from_c(where) });
	return STATUS_REJECT;
}

/* ---- the header ---- */

static enum status check_size(const struct dbf *d)
{
	uint64_t size = d->setup.size, head = d->shape.header_len;
	uint64_t room = size > head ? (size - head) / d->shape.record_len : 0;
	struct dbf_fault fault = { .found = true };

	if (size != 0 && room < d->shape.records)
		return cut(d, room);
	if (d->shape.records <= INT_MAX)
		return STATUS_OK;
	(void)snprintf(fault.words, sizeof fault.words, "records: %" PRIu32, d->shape.records);
	return not_usable(d, &fault);
}

static enum status check_otherwise(const struct dbf *d)
{
	struct dbf_fault fault = { .found = true };
	bool wide = d->setup.otherwise == ENCODING_UTF16LE || d->setup.otherwise == ENCODING_UTF16BE;

	if (d->shape.code_page_stated || !d->setup.has_otherwise || !wide)
		return STATUS_OK;
	(void)snprintf(fault.words, sizeof fault.words, "code page %s", encoding_name(d->setup.otherwise));
	return not_usable(d, &fault);
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
		return header_cut(d, got);
	if (!dbf_check_head(head, &d->shape, &fault))
		return not_usable(d, &fault);
	d->header = malloc(d->shape.header_len);
	if (d->header == NULL)
		return no_memory(d);
	memcpy(d->header, head, sizeof head);
	rest = d->shape.header_len - sizeof head;
	status = dbf_records_header(d->source, d->header + sizeof head, rest, &got);
	if (status == STATUS_OK && got < rest)
		return header_cut(d, sizeof head + got);
	if (status == STATUS_OK && !dbf_check_fields(d->header, &d->shape, &fault))
		return not_usable(d, &fault);
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
		status = no_memory(d);
	return status;
}

/* ---- records ---- */

/* Without a branch, so that compilers make wide instructions of it. */
static bool is_printable(const char *bytes, size_t len)
{
	unsigned odd = 0;

	for (size_t i = 0; i < len; i++)
		odd |= (unsigned char)((unsigned char)bytes[i] - 0x20) > 0x5e;
	return odd == 0;
}

static struct slice without_blanks_behind(struct slice s)
{
	while (s.len > 0 && s.ptr[s.len - 1] == ' ')
		s.len--;
	return s;
}

static struct slice trimmed(const struct dbf_field *f, struct slice s)
{
	s = without_blanks_behind(s);
	while (f->type != 'C' && s.len > 0 && s.ptr[0] == ' ')
		s = slice_sub(s, 1, s.len);
	return s;
}

/* Appends the text in UTF-8. */
static bool decode(struct dbf *d, struct slice text)
{
	enum encoding from = d->shape.code_page_stated ? d->shape.code_page : d->setup.otherwise;

	if (!d->shape.code_page_stated && !d->setup.has_otherwise)
		return false;
	if (from != ENCODING_UTF8)
		return recode_value(from, text, &d->values);
	if (utf8_valid_prefix(text) < text.len)
		return false;
	buf_append(&d->values, text);
	return !d->values.failed;
}

static bool is_control(unsigned char c)
{
	return c < 0x20 || c == 0x7f;
}

/* The first byte that has no meaning by itself, or without a code page at all. */
static size_t strange_byte(struct dbf *d, struct slice text)
{
	size_t at = d->values.len, i = 0;

	if (d->shape.code_page_stated || d->setup.otherwise != ENCODING_UTF8 || !d->setup.has_otherwise)
		while (i < text.len && ((unsigned char)text.ptr[i] < 0x80 || decode(d, slice_sub(text, i, 1))))
			i++;
	else
		i = utf8_valid_prefix(text);
	d->values.len = at;
	return i;
}

/* A field with bytes other than printable ASCII. */
static enum status take_strange(struct dbf *d, const struct dbf_field *f, struct slice text, struct dbf_cell *cell)
{
	size_t at = d->values.len;

	for (size_t i = 0; i < f->width; i++)
		if (is_control((unsigned char)d->record[f->at + i]))
			return refuse_byte(d, N0106_TEXT_CONTROL, f, f->at + i);
	if (!decode(d, text)) {
		if (d->values.failed)
			return no_memory(d);
		return refuse_byte(d, N0109_TEXT_NOT_UTF8, f, (size_t)(text.ptr - d->record) + strange_byte(d, text));
	}
	text = slice_sub(buf_slice(&d->values), at, d->values.len - at);
	*cell = dbf_cell_of(f->type, text, (uint32_t)at, true, &d->values);
	return STATUS_OK;
}

static enum status take_cells(struct dbf *d)
{
	bool plain = is_printable(d->record, d->shape.record_len);
	enum status status = STATUS_OK;

	buf_clear(&d->values);
	for (size_t i = 0; i < d->shape.count && status == STATUS_OK; i++) {
		const struct dbf_field *f = &d->shape.fields[i];
		struct slice text = trimmed(f, (struct slice){ d->record + f->at, f->width });

		if (plain || is_printable(d->record + f->at, f->width))
			d->cells[i] = dbf_cell_of(f->type, text, (uint32_t)(text.ptr - d->record), false, &d->values);
		else
			status = take_strange(d, f, text, &d->cells[i]);
	}
	return status == STATUS_OK && d->values.failed ? no_memory(d) : status;
}

static enum status end(struct dbf *d)
{
	uint64_t offset = record_offset(d, d->shape.records);
	char bytes[2];
	size_t got;
	enum status status = dbf_records_behind(d->source, bytes, &got);

	if (status != STATUS_OK)
		return status;
	if (got > 0 && bytes[0] != 0x1a)
		return trailing(d, offset);
	return got > 1 ? trailing(d, offset + 1) : STATUS_END;
}

static enum status take_record(struct dbf *d)
{
	uint64_t index = d->rows - 1;
	enum status status;

	if (index == d->shape.records)
		return end(d);
	status = dbf_records_next(d->source, &d->record);
	if (status == STATUS_END)
		return cut(d, index);
	if (status == STATUS_OK && d->record[0] != ' ' && d->record[0] != '*')
		return refuse_byte(d, N0183_DBF_RECORD, NULL, 0);
	return status == STATUS_OK ? take_cells(d) : status;
}

static enum status dbf_next(void *reader, struct table_row *row)
{
	struct dbf *d = reader;

	if (d->over == STATUS_OK)
		d->over = d->rows == 0 ? start(d) : take_record(d);
	if (d->over != STATUS_OK)
		return d->over;
	*row = (struct table_row){ .offset = d->rows == 0 ? DBF_HEAD : record_offset(d, d->rows - 1),
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
	uint64_t base = record_offset(d, d->rows - 2) + f->at;
	struct slice field, core;

	if (d->record == NULL) {
		base = DBF_HEAD + (uint64_t)i * DBF_FIELD;
		*out = (struct place){ .from = base, .to = base + DBF_NAME_MAX, .core_from = base, .core_to = base + f->name.len };
		return true;
	}
	field = (struct slice){ d->record + f->at, f->width };
	core = without_blanks_behind(field);
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

/* A text that stands at the left of its field and does not fill it stays there; everything else goes to the right, as dBASE
 * writes numbers. */
static bool keeps_left(const struct place *p)
{
	return p->kind == CELL_TEXT && p->tag.len == 0 && p->core_from == p->from && p->core_to > p->core_from && p->core_to < p->to;
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
