#include "html_table_private.h"

/* Bytes of the blank at the front of `s`, 0: none stands there. U+00A0 is one. */
static size_t blank_at_front(struct slice s)
{
	if (s.len == 0)
		return 0;
	if (ascii_is_blank(s.ptr[0]) || s.ptr[0] == '\n' || s.ptr[0] == '\r')
		return 1;
	return s.len >= 2 && s.ptr[0] == '\xc2' && s.ptr[1] == '\xa0' ? 2 : 0;
}

/* Passes over blanks and breaks, and says what they come to. */
static size_t pass_blanks(struct slice s, size_t *breaks)
{
	size_t at = 0, len;

	while (at < s.len) {
		struct slice left = slice_sub(s, at, s.len);

		len = left.ptr[0] == HTML_BREAK ? 1 : blank_at_front(left);
		if (len == 0)
			break;
		*breaks += left.ptr[0] == HTML_BREAK;
		at += len;
	}
	return at;
}

void html_append_value(struct buf *out, struct slice text)
{
	size_t start = out->len;

	while (text.len > 0) {
		size_t breaks = 0, blanks = pass_blanks(text, &breaks), from = blanks;

		if (blanks == text.len)
			break;
		if (blanks > 0 && out->len > start && breaks == 0)
			buf_char(out, ' ');
		for (size_t i = 0; i < breaks && out->len > start; i++)
			buf_char(out, '\n');
		while (from < text.len && text.ptr[from] != HTML_BREAK && blank_at_front(slice_sub(text, from, text.len)) == 0)
			from++;
		buf_append(out, slice_sub(text, blanks, from - blanks));
		text = slice_sub(text, from, text.len);
	}
}

bool html_is_blank(struct slice text)
{
	size_t breaks = 0;

	return pass_blanks(text, &breaks) == text.len;
}

bool html_has_control(struct slice value)
{
	for (size_t i = 0; i < value.len; i++)
		if (((unsigned char)value.ptr[i] < 0x20 && value.ptr[i] != '\n') || value.ptr[i] == 0x7f)
			return true;
	return false;
}

/* How blanks are written that must not be lost. */
static const struct slice entities[] = {
	{ "&nbsp;", 6 }, { "&#160;", 6 }, { "&#xa0;", 6 }, { "&#xA0;", 6 }, { "&#XA0;", 6 }, { "&#32;", 5 },
};

static size_t entity_at_front(struct slice s)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities && s.len > 0 && s.ptr[0] == '&'; i++)
		if (slice_starts_with(s, entities[i]))
			return entities[i].len;
	return 0;
}

static size_t entity_at_end(struct slice s)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities && s.len > 0 && s.ptr[s.len - 1] == ';'; i++)
		if (s.len >= entities[i].len && slice_equal(slice_sub(s, s.len - entities[i].len, s.len), entities[i]))
			return entities[i].len;
	return 0;
}

static size_t blank_at_end(struct slice s)
{
	struct slice two = slice_sub(s, s.len >= 2 ? s.len - 2 : 0, 2);

	if (slice_equal(two, SLICE("\xc2\xa0")))
		return 2;
	return blank_at_front(slice_sub(s, s.len > 0 ? s.len - 1 : 0, 1));
}

struct slice html_core(struct slice raw)
{
	size_t len;

	while ((len = blank_at_front(raw)) > 0 || (len = entity_at_front(raw)) > 0)
		raw = slice_sub(raw, len, raw.len);
	while ((len = blank_at_end(raw)) > 0 || (len = entity_at_end(raw)) > 0)
		raw.len -= len;
	return raw;
}
