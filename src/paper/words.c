#include "words.h"

const char *month_word(month_no m, enum lang lang)
{
	static const char *const names[12][LANG_COUNT] = {
		{ "Januari", "January" }, { "Februari", "February" }, { "Maret", "March" },
		{ "April", "April" },     { "Mei", "May" },           { "Juni", "June" },
		{ "Juli", "July" },       { "Agustus", "August" },    { "September", "September" },
		{ "Oktober", "October" }, { "November", "November" }, { "Desember", "December" },
	};

	return names[m % 12][lang];
}

/* The place of "{n}" at the start of `s`, 0 when it is something else. */
static size_t placeholder(struct slice s)
{
	bool is = s.len >= 3 && s.ptr[0] == '{' && s.ptr[2] == '}' && s.ptr[1] >= '1' && s.ptr[1] <= '9';

	return is ? (size_t)(s.ptr[1] - '0') : 0;
}

struct slice words_fill(struct arena *a, const char *sentence, const struct slice *values, size_t count)
{
	struct slice rest = slice_from_c(sentence), filled;
	struct buf text = { 0 };

	while (rest.len > 0) {
		size_t nth = placeholder(rest);
		bool known = nth > 0 && nth <= count;

		if (known)
			buf_append(&text, values[nth - 1]);
		else
			buf_char(&text, rest.ptr[0]);
		rest = slice_sub(rest, known ? 3 : 1, rest.len);
	}
	a->exhausted = a->exhausted || text.failed;
	filled = arena_copy(a, buf_slice(&text));
	buf_release(&text);
	return filled;
}

/* Characters, not bytes. */
static size_t width_of(struct slice s)
{
	size_t width = 0;

	for (size_t i = 0; i < s.len; i++)
		width += ((unsigned char)s.ptr[i] & 0xc0) != 0x80 ? 1 : 0;
	return width;
}

void words_wrap(struct slice sentence, const char *indent, size_t width, struct buf *out)
{
	struct slice blank = slice_from_c(indent);
	size_t column = 0;

	while (sentence.ptr != NULL) {
		struct slice word = slice_cut(&sentence, ' ');

		if (column > 0 && column + 1 + width_of(word) > width) {
			buf_char(out, '\n');
			column = 0;
		}
		buf_append(out, column == 0 ? blank : SLICE(" "));
		buf_append(out, word);
		column += width_of(word) + (column == 0 ? blank.len : 1);
	}
	buf_char(out, '\n');
}
