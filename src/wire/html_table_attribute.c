#include "html_table_private.h"

#include <string.h>

static struct slice attribute(const char *const *attributes, const char *name)
{
	for (; attributes[0] != NULL; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1] != NULL ? slice_from_c(attributes[1]) : SLICE("");
	return (struct slice){ 0 };
}

size_t html_span(const char *const *attributes, const char *name)
{
	struct slice text = slice_trim(attribute(attributes, name));
	uint64_t value = 0;

	if (text.ptr == NULL)
		return 1;
	return slice_to_u64(text, &value) && value <= TABLE_COLUMNS_MAX ? (size_t)value : 0;
}

bool html_has_value_beside_text(const char *const *attributes)
{
	static const char *const names[] = {
		"x:num", "x:fmla", "x:bool", "x:err", "sdval", "data-sheets-value", "data-sheets-formula",
	};

	for (; attributes[0] != NULL; attributes += 2)
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (strcmp(attributes[0], names[i]) == 0 && attributes[1] != NULL && attributes[1][0] != '\0')
				return true;
	return false;
}

bool html_is_hidden(const char *const *attributes)
{
	static const struct slice word = { "display:none", 12 };
	struct slice style = attribute(attributes, "style");
	size_t matched = 0;

	for (size_t i = 0; i < style.len && matched < word.len; i++) {
		char c = ascii_lower(style.ptr[i]);

		if (c == word.ptr[matched])
			matched++;
		else if (!ascii_is_blank(c))
			matched = c == word.ptr[0];
	}
	return matched == word.len;
}

/* What stands behind `word`, which is in lower case, in `s`, which need not be; NULL: it is not in it. */
static struct slice after_word(struct slice s, struct slice word)
{
	for (size_t at = 0; at + word.len <= s.len; at++) {
		size_t same = 0;

		while (same < word.len && ascii_lower(s.ptr[at + same]) == word.ptr[same])
			same++;
		if (same == word.len)
			return slice_sub(s, at + word.len, s.len);
	}
	return (struct slice){ 0 };
}

static bool is_word(struct slice s, struct slice word)
{
	return s.len == word.len && after_word(s, word).ptr != NULL;
}

/* Encodings that are ASCII below 0x80, by how their names begin. */
static bool is_ascii_below(struct slice name)
{
	static const struct slice known[] = { { "windows-125", 11 }, { "iso-8859-", 9 }, { "us-ascii", 8 }, { "ascii", 5 },
		                              { "cp125", 5 } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (is_word(slice_sub(name, 0, known[i].len), known[i]))
			return true;
	return false;
}

enum html_charset html_charset_of(const char *const *attributes, struct slice *name)
{
	struct slice rest;

	*name = attribute(attributes, "charset");
	if (name->ptr == NULL)
		*name = after_word(attribute(attributes, "content"), SLICE("charset="));
	rest = *name;
	*name = slice_trim(slice_cut(&rest, ';'));
	if (name->len == 0 || is_word(*name, SLICE("utf-8")) || is_word(*name, SLICE("utf8")))
		return HTML_CHARSET_UTF8;
	return is_ascii_below(*name) ? HTML_CHARSET_ASCII : HTML_CHARSET_OTHER;
}
