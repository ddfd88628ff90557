#include "dbf_private.h"

/* Without a branch, so that compilers make wide instructions of it. */
static bool is_printable(const char *bytes, size_t len)
{
	unsigned odd = 0;

	for (size_t i = 0; i < len; i++)
		odd |= (unsigned char)((unsigned char)bytes[i] - 0x20) > 0x5e;
	return odd == 0;
}

static struct slice trimmed(const struct dbf_field *f, struct slice s)
{
	s = dbf_trim_end(s);
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
			return dbf_refuse_byte(d, N0106_TEXT_CONTROL, f, f->at + i);
	if (!decode(d, text)) {
		if (d->values.failed)
			return dbf_no_memory(d);
		return dbf_refuse_byte(d, N0109_TEXT_NOT_UTF8, f, (size_t)(text.ptr - d->record) + strange_byte(d, text));
	}
	text = slice_sub(buf_slice(&d->values), at, d->values.len - at);
	*cell = dbf_cell_of(f->type, text, (uint32_t)at, true, &d->values);
	return STATUS_OK;
}

enum status dbf_take_cells(struct dbf *d)
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
	return status == STATUS_OK && d->values.failed ? dbf_no_memory(d) : status;
}
