#include "csv_private.h"

#include <assert.h>

static void assert_delimiter(char d)
{
	assert(d == CSV_DELIMITER_UNKNOWN || d == '\t' || (d >= ' ' && d <= '~' && d != '"'));
}

struct csv_reader *csv_reader_new(struct byte_source source, char delimiter, struct slice file,
                                  struct findings *findings)
{
	struct csv_reader *r = calloc(1, sizeof *r);

	assert_delimiter(delimiter);
	if (r == NULL) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		return NULL;
	}
	*r = (struct csv_reader){ .source = source, .file = file, .findings = findings };
	r->place = (struct csv_place){ .line = 1, .next_line = 1 };
	r->split.delimiter = delimiter;
	r->split.judge = csv_judge_new();
	r->block.bytes = malloc(CSV_CAPACITY + CSV_SPLIT_PAD);
	if (r->split.judge == NULL || r->block.bytes == NULL) {
		(void)csv_no_memory(r);
		csv_reader_free(r);
		r = NULL;
	}
	return r;
}

void csv_reader_free(struct csv_reader *r)
{
	if (r == NULL)
		return;
	csv_judge_free(r->split.judge);
	buf_release(&r->split.values);
	free(r->block.bytes);
	free(r);
}

/* Checks what was read and not yet checked, and shows the splitter all that is good from the next record on. TAB passes
 * where it separates, and where nobody knows yet what does. */
static void check_block(struct csv_reader *r)
{
	struct csv_block *b = &r->block;
	bool tab = r->split.delimiter == '\t' || r->split.delimiter == CSV_DELIMITER_UNKNOWN;

	b->fault = text_check((struct slice){ b->bytes + b->clean, b->filled - b->clean }, tab, b->at_end);
	b->clean += b->fault.clean;
	memset(b->bytes + b->filled, 0, CSV_SPLIT_PAD);
	csv_split_over(&r->split, b->bytes + r->place.next, b->bytes + b->clean);
}

/* Reads until `least` more bytes are there or the file ends. */
static enum status read_more(struct csv_reader *r, size_t least)
{
	struct csv_block *b = &r->block;
	size_t want = b->filled + least;

	while (b->filled < want && !b->at_end) {
		size_t room = CSV_CAPACITY - b->filled, got = 0;
		room = room < CSV_BLOCK ? room : CSV_BLOCK;
		enum status status = r->source.read(r->source.context, b->bytes + b->filled, room, &got);
		if (status != STATUS_OK)
			return status;
		b->filled += got;
		b->at_end = got == 0;
	}
	return STATUS_OK;
}

/* Moves the record that goes on behind the block to the front and reads on. It is split again from its beginning then,
 * so with a source that gives little at a time more is asked for the longer it has become. */
static enum status fill(struct csv_reader *r)
{
	struct csv_block *b = &r->block;
	size_t shift = r->place.next;

	memmove(b->bytes, b->bytes + shift, b->filled - shift);
	b->filled -= shift;
	b->clean -= shift;
	b->base += shift;
	r->place.at = r->place.next = 0;
	enum status status = read_more(r, 1 + b->filled / 8);
	if (status == STATUS_OK)
		check_block(r);
	return status;
}

/* Looks at the first bytes of the file. */
static enum status start(struct csv_reader *r)
{
	struct csv_block *b = &r->block;
	enum status status = read_more(r, TEXT_HEAD);
	struct slice head = { b->bytes, b->filled };

	r->started = true;
	if (status != STATUS_OK)
		return status;
	struct text_kind kind = text_sniff(head);
	if (kind.name != NULL)
		return csv_refuse_whole(r, kind.code, slice_from_c(kind.name));
	r->bom = slice_starts_with(head, SLICE("\xef\xbb\xbf"));
	b->clean = r->place.at = r->place.next = r->bom ? 3 : 0;
	if (b->filled == b->clean)
		return csv_refuse_whole(r, N0105_INPUT_EMPTY, (struct slice){ 0 });
	check_block(r);
	return STATUS_OK;
}

static enum csv_limit limit_of(const struct csv_block *b)
{
	if (b->fault.fault != TEXT_CLEAN)
		return CSV_LIMIT_FAULT;
	return b->at_end ? CSV_LIMIT_FILE : CSV_LIMIT_MORE;
}

/* Goes to the record behind the current one. */
static enum status split_next(struct csv_reader *r)
{
	for (;;) {
		struct csv_block *b = &r->block;
		if (b->at_end && r->place.next == b->filled)
			return STATUS_END;
		r->place.at = r->place.next;
		r->place.line = r->place.next_line;
		switch (csv_split(&r->split, b->bytes + r->place.at, limit_of(b))) {
		case CSV_SPLIT_RECORD:
			return STATUS_OK;
		case CSV_SPLIT_MORE:
			break;
		case CSV_SPLIT_STOP:
			return csv_refuse_text(r);
		case CSV_SPLIT_FAULT:
			return csv_refuse_split(r);
		case CSV_SPLIT_NO_MEMORY:
			return csv_no_memory(r);
		}
		enum status status = fill(r);
		if (status != STATUS_OK)
			return status;
	}
}

/* All line ends of a file are the same; the last line may have none. */
static enum status check_line_end(struct csv_reader *r)
{
	enum line_end end = r->split.end;

	if (end == LINE_END_NONE || end == r->line_end)
		return STATUS_OK;
	if (r->line_end == LINE_END_NONE) {
		r->line_end = end;
		return STATUS_OK;
	}
	return csv_refuse(r, &(struct csv_refusal){ .code = N0111_LINE_END_MIXED,
	                                            .at = r->place.at + r->split.raw_len,
	                                            .value = end == LINE_END_LF ? SLICE("LF") : SLICE("CRLF") });
}

static void deliver(const struct csv_reader *r, struct csv_record *record)
{
	*record = (struct csv_record){
		.offset = r->block.base + r->place.at,
		.line = r->place.line,
		.raw = { r->block.bytes + r->place.at, r->split.raw_len },
		.end = r->split.end,
		.blank = r->split.raw_len == 0,
		.multiline = r->split.inner_lines > 0,
		.field_count = r->split.count,
		.fields = r->split.fields,
	};
}

enum status csv_next(struct csv_reader *r, struct csv_record *record)
{
	if (r->over == STATUS_OK && !r->started)
		r->over = start(r);
	if (r->over == STATUS_OK)
		r->over = split_next(r);
	if (r->over == STATUS_OK)
		r->over = check_line_end(r);
	if (r->over != STATUS_OK)
		return r->over;
	r->place.next = r->place.at + r->split.next;
	r->place.next_line = r->place.line + r->split.inner_lines + 1;
	deliver(r, record);
	return STATUS_OK;
}

/* True when the current record, and nothing more or less, is a record with the delimiter that is set now. */
static enum status split_again(struct csv_reader *r)
{
	const char *at = r->block.bytes + r->place.at, *next = r->block.bytes + r->place.next;

	csv_split_over(&r->split, at, next);
	switch (csv_split(&r->split, at, CSV_LIMIT_FILE)) {
	case CSV_SPLIT_RECORD:
		return at + r->split.next == next ? STATUS_OK : STATUS_REJECT;
	case CSV_SPLIT_NO_MEMORY:
		return csv_no_memory(r);
	case CSV_SPLIT_MORE:
	case CSV_SPLIT_STOP:
	case CSV_SPLIT_FAULT:
		break;
	}
	return STATUS_REJECT;
}

enum status csv_resplit(struct csv_reader *r, char delimiter, struct csv_record *record)
{
	char before = r->split.delimiter;
	bool tabs = memchr(r->block.bytes + r->place.at, '\t', r->split.raw_len) != NULL;
	enum status status;

	assert_delimiter(delimiter);
	assert(r->started && r->over == STATUS_OK);
	r->split.delimiter = delimiter;
	status = split_again(r);
	if (status == STATUS_OK && tabs && delimiter != '\t' && delimiter != CSV_DELIMITER_UNKNOWN)
		status = STATUS_REJECT;
	if (status == STATUS_REJECT) {
		r->split.delimiter = before;
		if (split_again(r) != STATUS_OK)
			status = STATUS_FAIL;
	}
	/* What stands behind the record was checked with the other delimiter in mind. */
	r->block.clean = r->place.next;
	check_block(r);
	if (status == STATUS_FAIL)
		r->over = status;
	else
		deliver(r, record);
	return status;
}

struct slice csv_value(const struct csv_reader *r, size_t i)
{
	const struct csv_field *f = &r->split.fields[i];
	const struct csv_range *d = &r->split.decoded[i];

	assert(i < r->split.count);
	if (!f->quoted)
		return (struct slice){ r->block.bytes + r->place.at + f->from, f->to - f->from };
	if (d->from == d->to)
		return SLICE("");
	return (struct slice){ r->split.values.ptr + d->from, d->to - d->from };
}

bool csv_had_bom(const struct csv_reader *r)
{
	return r->bom;
}

uint64_t csv_lines(const struct csv_reader *r)
{
	return r->place.next_line - 1;
}

enum line_end csv_line_end(const struct csv_reader *r)
{
	return r->line_end;
}
