#include "html_table_private.h"

#include <string.h>

enum html_opening html_opening(struct slice s, size_t at)
{
	char next;

	if (at + 1 >= s.len)
		return HTML_OPENING_UNKNOWN;
	next = s.ptr[at + 1];
	if (ascii_is_alpha(next) || next == '/' || next == '!' || next == '?')
		return HTML_OPENING_TAG;
	/* For some readers a tag, for others text. */
	return next == '_' || next == ':' || next == '.' ? HTML_OPENING_STRANGE : HTML_OPENING_NONE;
}

size_t html_text_length(struct slice s, bool at_end, bool *strange)
{
	size_t at = 0;

	while (at < s.len) {
		const char *tag = memchr(s.ptr + at, '<', s.len - at);
		enum html_opening o;

		if (tag == NULL)
			break;
		at = (size_t)(tag - s.ptr);
		o = html_opening(s, at);
		if (o == HTML_OPENING_UNKNOWN && !at_end)
			return 0;
		*strange |= o == HTML_OPENING_STRANGE;
		if (o == HTML_OPENING_TAG || o == HTML_OPENING_STRANGE)
			return at;
		at++;
	}
	return at_end ? s.len : 0;
}

/* Where the parts of a tag begin and end. Quotes count behind '=' only; anywhere else readers differ. */
enum part { PART_BETWEEN, PART_NAME, PART_AFTER_NAME, PART_EQUALS, PART_PLAIN, PART_SINGLE, PART_DOUBLE };

static enum part part_after(enum part part, char c)
{
	switch (part) {
	case PART_SINGLE:
		return c == '\'' ? PART_BETWEEN : part;
	case PART_DOUBLE:
		return c == '"' ? PART_BETWEEN : part;
	case PART_EQUALS:
		return c == '"' ? PART_DOUBLE : c == '\'' ? PART_SINGLE : html_is_space(c) ? part : PART_PLAIN;
	case PART_PLAIN:
		return html_is_space(c) ? PART_BETWEEN : part;
	case PART_NAME:
	case PART_AFTER_NAME:
		if (html_is_space(c))
			return PART_AFTER_NAME;
		break;
	case PART_BETWEEN:
		if (html_is_space(c))
			return part;
		break;
	}
	if (c == '=')
		return PART_EQUALS;
	return c == '/' ? PART_BETWEEN : PART_NAME;
}

static bool in_quotes(enum part part)
{
	return part == PART_SINGLE || part == PART_DOUBLE;
}

/* What `c` would make of a tag that other readers take for something else; NULL: nothing. */
static const char *strange_in_tag(enum part part, enum part next, char c, char behind)
{
	if (in_quotes(part))
		return NULL;
	if (c == '<')
		return "'<' in a tag";
	if ((c == '"' || c == '\'') && !in_quotes(next))
		return "stray quote in a tag";
	if (next == PART_NAME && (!html_is_name(c) || (part != PART_NAME && (ascii_is_digit(c) || c == '-'))))
		return "name of an attribute";
	if ((next == PART_EQUALS && part == PART_BETWEEN) || (c == '/' && next == PART_BETWEEN && behind != '>'))
		return "attribute without a name";
	return NULL;
}

size_t html_tag_length(struct slice s, const char **wrong)
{
	enum part part = PART_BETWEEN;
	size_t attributes = 0, name = 0, at = 1;

	at += s.len > 1 && s.ptr[1] == '/';
	while (at < s.len && html_is_name(s.ptr[at]))
		at++;
	if (at > HTML_LONG_NAME || (at < s.len && !html_is_space(s.ptr[at]) && s.ptr[at] != '>' && s.ptr[at] != '/'))
		*wrong = "name of an element";
	for (; at + 1 < s.len && at < HTML_TAG_MAX && *wrong == NULL; at++) {
		enum part next = part_after(part, s.ptr[at]);

		if (s.ptr[at] == '>' && !in_quotes(part))
			return at + 1;
		*wrong = strange_in_tag(part, next, s.ptr[at], s.ptr[at + 1]);
		if (next == PART_NAME && part != PART_NAME) {
			attributes++;
			name = at;
		}
		if (next == PART_NAME && at - name > HTML_LONG_NAME)
			*wrong = "name of an attribute";
		part = next;
		if (attributes > HTML_ATTRIBUTES_MAX)
			*wrong = "over 128 attributes in a tag";
	}
	if (at < s.len && s.ptr[at] == '>' && !in_quotes(part) && *wrong == NULL)
		return at + 1;
	if (at == HTML_TAG_MAX && *wrong == NULL)
		*wrong = "tag over 16 KiB";
	return 0;
}

enum html_tag html_tag_of(const char *name)
{
	static const struct {
		const char *name;
		enum html_tag tag;
	} tags[] = {
		{ "td", HTML_TAG_CELL },       { "tr", HTML_TAG_ROW },        { "th", HTML_TAG_CELL },
		{ "br", HTML_TAG_BREAK },      { "table", HTML_TAG_TABLE },   { "thead", HTML_TAG_SECTION },
		{ "tbody", HTML_TAG_SECTION }, { "tfoot", HTML_TAG_SECTION }, { "caption", HTML_TAG_CAPTION },
		{ "meta", HTML_TAG_META },
	};

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (strcmp(name, tags[i].name) == 0)
			return tags[i].tag;
	return HTML_TAG_OTHER;
}
