/* Elements and comments of a draft, by hand: a person reads it, one element a line and comments where they are needed,
 * and the writer of wire has neither. */
#include "draft_private.h"

#include <stdarg.h>
#include <stdio.h>

enum { COMMENT_WIDTH = 110 };

/* U+FFFE and U+FFFF, which XML cannot hold. */
static bool is_no_character(struct slice s, size_t at)
{
	struct slice c = slice_sub(s, at, 3);

	return slice_equal(c, SLICE("\xef\xbf\xbe")) || slice_equal(c, SLICE("\xef\xbf\xbf"));
}

void draft_attribute(struct buf *out, struct slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (is_no_character(text, i)) {
			buf_char(out, '?');
			i += 2;
		} else if (c == '&' || c == '<' || c == '>' || c == '"') {
			buf_printf(out, "&%s;", c == '&' ? "amp" : c == '<' ? "lt" : c == '>' ? "gt" : "quot");
		} else {
			buf_char(out, c);
		}
	}
}

void draft_comment(struct buf *out, struct slice text, size_t indent)
{
	size_t width = indent + 5, word = 0;
	char before = ' ';

	buf_printf(out, "%*s<!-- ", (int)indent, "");
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == ' ') {
			for (word = i + 1; word < text.len && text.ptr[word] != ' '; word++)
				;
			if (width + (word - i) > COMMENT_WIDTH) {
				buf_printf(out, "\n%*s", (int)indent + 5, "");
				width = indent + 5;
				continue;
			}
		}
		if (c == '-' && before == '-')
			buf_char(out, ' ');
		if (is_no_character(text, i)) {
			c = '?';
			i += 2;
		}
		buf_char(out, c);
		before = c;
		width++;
	}
	buf_append(out, SLICE(" -->\n"));
}

void draft_put(struct draft *d, const char *format, ...)
{
	char line[1024];
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(line, sizeof line, format, args);
	va_end(args);
	if (len < 0 || (size_t)len >= sizeof line)
		d->body.failed = true;
	else
		buf_append(&d->body, (struct slice){ line, (size_t)len });
}

void draft_say_scratch(struct draft *d)
{
	draft_comment(&d->body, buf_slice(&d->scratch), d->in_root ? 2 : 0);
	draft_clear(d);
}

void draft_say(struct draft *d, bool open, const char *format, ...)
{
	char line[1024] = "";
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(line, sizeof line, format, args);
	va_end(args);
	draft_clear(d);
	if (open) {
		d->open++;
		buf_append(&d->scratch, SLICE("LENGKAPI: "));
	}
	buf_append(&d->scratch, slice_from_c(line));
	d->scratch.failed = d->scratch.failed || len < 0;
	draft_say_scratch(d);
}

void draft_list_column(struct draft *d, struct buf *out, int column)
{
	struct slice shown = d->columns[column].shown;

	if (shown.len > DRAFT_TEXT)
		shown.len = utf8_valid_prefix(slice_sub(shown, 0, DRAFT_TEXT));
	buf_printf(out, "\"%.*s\" (kolom %d)", SLICE_ARG(shown), column + 1);
}

void draft_list_columns(struct draft *d, struct buf *out, const int16_t *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_append(out, SLICE(", "));
		draft_list_column(d, out, columns[i]);
	}
}
