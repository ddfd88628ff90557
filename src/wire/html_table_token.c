#include "html_table_private.h"

#include <nafkah/text_guard.h>

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 65536, CAPACITY = 2 * BLOCK + HTML_TEXT_MAX };

/* bytes[at..filled) were read and not yet handed out. */
struct html_tokens {
	struct byte_source source;
	char *bytes;
	size_t at, filled;
	uint64_t base; /* of bytes[0] in the content */
	uint64_t line; /* of bytes[at] */
	bool at_end, started;
};

/* Elements in which nothing is markup but their own end tag. None of them holds data. */
static const struct slice raw_elements[] = {
	{ "script", 6 }, { "style", 5 },   { "title", 5 },    { "textarea", 8 },  { "xmp", 3 },
	{ "iframe", 6 }, { "noembed", 7 }, { "noframes", 8 }, { "plaintext", 9 },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

void html_fault_make(struct html_fault *fault, enum code code, uint64_t line, struct slice value)
{
	if (fault->found)
		return;
	*fault = (struct html_fault){ .found = true, .code = code, .line = line };
	fault->len = value.len < sizeof fault->value ? value.len : utf8_valid_prefix(slice_sub(value, 0, sizeof fault->value));
	if (fault->len > 0)
		memcpy(fault->value, value.ptr, fault->len);
}

void html_fault_at(struct html_fault *fault, enum code code, uint64_t line, struct slice value, uint64_t offset)
{
	if (fault->found)
		return;
	html_fault_make(fault, code, line, value);
	fault->has_offset = true;
	fault->offset = offset;
}

static enum status refuse(struct html_fault *fault, uint64_t line, const char *words)
{
	html_fault_make(fault, N0188_HTML_NOT_USABLE, line, slice_from_c(words));
	return STATUS_REJECT;
}

struct html_tokens *html_tokens_new(struct byte_source content)
{
	struct html_tokens *t = calloc(1, sizeof *t);

	if (t == NULL)
		return NULL;
	t->source = content;
	t->line = 1;
	t->bytes = malloc(CAPACITY);
	if (t->bytes == NULL) {
		free(t);
		t = NULL;
	}
	return t;
}

void html_tokens_free(struct html_tokens *t)
{
	if (t == NULL)
		return;
	free(t->bytes);
	free(t);
}

static struct slice rest(const struct html_tokens *t)
{
	return (struct slice){ t->bytes + t->at, t->filled - t->at };
}

/* Reads on, with a source that gives little at a time the more the longer the token has become. */
static enum status read_more(struct html_tokens *t)
{
	size_t left = t->filled - t->at, want = left + 1 + left / 8;

	if (t->at > 0) {
		memmove(t->bytes, t->bytes + t->at, left);
		t->base += t->at;
		t->at = 0;
		t->filled = left;
	}
	while (t->filled < want && !t->at_end) {
		size_t room = CAPACITY - t->filled < BLOCK ? CAPACITY - t->filled : BLOCK, got = 0;
		enum status status = t->source.read(t->source.context, t->bytes + t->filled, room, &got);

		if (status != STATUS_OK)
			return status;
		t->filled += got;
		t->at_end = got == 0;
	}
	return STATUS_OK;
}

static size_t lines_in(struct slice s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += s.ptr[i] == '\n';
	return count;
}

static void advance(struct html_tokens *t, size_t len)
{
	t->line += lines_in(slice_sub(rest(t), 0, len));
	t->at += len;
}

/* ---- where a token ends: its length; 0: not in what is there ---- */

static bool is_blank(char c)
{
	return ascii_is_blank(c) || c == '\n' || c == '\r';
}

/* Whether markup begins at s[at] == '<'. */
enum opening { OPENING_NONE, OPENING_TAG, OPENING_UNKNOWN, OPENING_STRANGE };

static enum opening opening(struct slice s, size_t at)
{
	char next;

	if (at + 1 >= s.len)
		return OPENING_UNKNOWN;
	next = s.ptr[at + 1];
	if (ascii_is_alpha(next) || next == '/' || next == '!' || next == '?')
		return OPENING_TAG;
	/* For some readers a tag, for others text. */
	return next == '_' || next == ':' || next == '.' ? OPENING_STRANGE : OPENING_NONE;
}

/* Up to the next markup. */
static size_t text_length(const struct html_tokens *t, bool *strange)
{
	struct slice s = rest(t);
	size_t at = 0;

	while (at < s.len) {
		const char *tag = memchr(s.ptr + at, '<', s.len - at);
		enum opening o;

		if (tag == NULL)
			break;
		at = (size_t)(tag - s.ptr);
		o = opening(s, at);
		if (o == OPENING_UNKNOWN && !t->at_end)
			return 0;
		*strange |= o == OPENING_STRANGE;
		if (o == OPENING_TAG || o == OPENING_STRANGE)
			return at;
		at++;
	}
	return t->at_end ? s.len : 0;
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
		return c == '"' ? PART_DOUBLE : c == '\'' ? PART_SINGLE : is_blank(c) ? part : PART_PLAIN;
	case PART_PLAIN:
		return is_blank(c) ? PART_BETWEEN : part;
	case PART_NAME:
	case PART_AFTER_NAME:
		if (is_blank(c))
			return PART_AFTER_NAME;
		break;
	case PART_BETWEEN:
		if (is_blank(c))
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

static bool is_name(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == ':' || c == '_' || c == '.' || c == '-';
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
	if (next == PART_NAME && (!is_name(c) || (part != PART_NAME && (ascii_is_digit(c) || c == '-'))))
		return "name of an attribute";
	if ((next == PART_EQUALS && part == PART_BETWEEN) || (c == '/' && next == PART_BETWEEN && behind != '>'))
		return "attribute without a name";
	return NULL;
}

/* The length of the tag at the front; 0: it goes on, or *wrong says what is wrong with it. */
static size_t tag_length(struct slice s, const char **wrong)
{
	enum part part = PART_BETWEEN;
	size_t attributes = 0, name = 0, at = 1;

	at += s.len > 1 && s.ptr[1] == '/';
	while (at < s.len && is_name(s.ptr[at]))
		at++;
	if (at > HTML_LONG_NAME || (at < s.len && !is_blank(s.ptr[at]) && s.ptr[at] != '>' && s.ptr[at] != '/'))
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

/* ---- tokens ---- */

/* Without regard to the case of ASCII letters; `word` is in lower case. */
static bool has_word(struct slice s, struct slice word)
{
	if (s.len < word.len)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (ascii_lower(s.ptr[i]) != word.ptr[i])
			return false;
	return true;
}

/* Passes over everything up to and with `end`. STATUS_END: it does not come. */
static enum status pass_until(struct html_tokens *t, struct slice end)
{
	for (;;) {
		struct slice s = rest(t);
		const char *found = s.len > 0 ? memmem(s.ptr, s.len, end.ptr, end.len) : NULL;
		enum status status;

		if (found != NULL) {
			advance(t, (size_t)(found - s.ptr) + end.len);
			return STATUS_OK;
		}
		if (t->at_end)
			return STATUS_END;
		advance(t, s.len < end.len ? 0 : s.len - end.len + 1);
		status = read_more(t);
		if (status != STATUS_OK)
			return status;
	}
}

/* Makes at least `len` bytes present, unless the content ends. */
static enum status look_ahead(struct html_tokens *t, size_t len)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && rest(t).len < len && !t->at_end)
		status = read_more(t);
	return status;
}

/* Behind the start tag of a raw element: passes over all up to and with its end tag. */
static enum status pass_raw(struct html_tokens *t, struct slice name)
{
	for (;;) {
		enum status status = pass_until(t, SLICE("</"));
		struct slice s;

		if (status == STATUS_OK)
			status = look_ahead(t, name.len + 1);
		if (status != STATUS_OK)
			return status;
		s = rest(t);
		if (has_word(s, name) && s.len > name.len && (is_blank(s.ptr[name.len]) || memchr("/>", s.ptr[name.len], 2) != NULL))
			return pass_until(t, SLICE(">"));
	}
}

static enum status pass_comment(struct html_tokens *t)
{
	advance(t, 4);
	enum status status = look_ahead(t, 2);
	struct slice s = rest(t);

	if (status != STATUS_OK)
		return status;
	if (slice_starts_with(s, SLICE(">")) || slice_starts_with(s, SLICE("->"))) {
		advance(t, s.ptr[0] == '>' ? 1 : 2);
		return STATUS_OK;
	}
	return pass_until(t, SLICE("-->"));
}

/* "<!" or "<?" stands at the front. */
static enum status pass_markup(struct html_tokens *t, struct html_fault *fault)
{
	uint64_t line = t->line;
	enum status status = look_ahead(t, 9);

	if (status != STATUS_OK)
		return status;
	if (slice_starts_with(rest(t), SLICE("<![CDATA[")))
		return refuse(fault, line, "<![CDATA[");
	status = slice_starts_with(rest(t), SLICE("<!--")) ? pass_comment(t) : pass_until(t, SLICE(">"));
	if (status != STATUS_END)
		return status;
	return refuse(fault, line, "comment without end");
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

	for (size_t i = 0; i < COUNT(tags); i++)
		if (strcmp(name, tags[i].name) == 0)
			return tags[i].tag;
	return HTML_TAG_OTHER;
}

static void take_name(struct html_token *token, struct slice raw)
{
	size_t at = token->kind == HTML_END ? 2 : 1, len = 0;

	while (at < raw.len && !is_blank(raw.ptr[at]) && raw.ptr[at] != '>' && raw.ptr[at] != '/' && len < HTML_NAME_MAX)
		token->name[len++] = ascii_lower(raw.ptr[at++]);
	token->name[len] = '\0';
	token->tag = html_tag_of(token->name);
}

/* Text and tags must be text in UTF-8; what is passed over need not. */
static bool check_bytes(const struct html_token *token, struct slice raw, struct html_fault *fault)
{
	static const enum code codes[] = { [TEXT_CONTROL] = N0106_TEXT_CONTROL,
		                           [TEXT_BOM] = N0107_TEXT_BOM_INSIDE,
		                           [TEXT_NOT_UTF8] = N0109_TEXT_NOT_UTF8 };
	size_t at = 0;

	while (at < raw.len) {
		struct slice left = slice_sub(raw, at, raw.len);
		struct text_check check = text_check(left, true, true);

		if (check.fault == TEXT_CLEAN)
			return true;
		at += check.clean + (check.fault == TEXT_LONE_CR ? check.fault_len : 0);
		if (check.fault == TEXT_LONE_CR)
			continue;
		html_fault_at(fault, codes[check.fault], token->line + lines_in(slice_sub(raw, 0, at)),
		              check.fault == TEXT_BOM ? SLICE("U+FEFF") : slice_sub(raw, at, check.fault_len), token->from + at);
		return false;
	}
	return true;
}

/* A tag at the front, whole. */
static enum status take_tag(struct html_tokens *t, struct html_token *token, struct slice *raw, struct html_fault *fault)
{
	const char *wrong = NULL;
	enum status status = STATUS_OK;
	size_t len;

	while ((len = tag_length(rest(t), &wrong)) == 0 && wrong == NULL && !t->at_end && status == STATUS_OK)
		status = read_more(t);
	if (status != STATUS_OK)
		return status;
	if (len == 0)
		return refuse(fault, t->line, wrong != NULL ? wrong : "tag without end");
	*raw = slice_sub(rest(t), 0, len);
	token->kind = raw->ptr[1] == '/' ? HTML_END : HTML_START;
	take_name(token, *raw);
	advance(t, len);
	return STATUS_OK;
}

static enum status take_text(struct html_tokens *t, struct html_token *token, struct slice *raw, struct html_fault *fault)
{
	bool strange = false;
	enum status status = STATUS_OK;
	size_t len;

	while ((len = text_length(t, &strange)) == 0 && !t->at_end && rest(t).len <= HTML_TEXT_MAX && !strange && status == STATUS_OK)
		status = read_more(t);
	if (status != STATUS_OK)
		return status;
	if ((strange && len == 0) || len > HTML_TEXT_MAX || (len == 0 && !t->at_end))
		return refuse(fault, t->line, strange && len == 0 ? "'<' before no letter" : "text over 64 KiB");
	token->kind = HTML_TEXT;
	*raw = slice_sub(rest(t), 0, len);
	advance(t, len);
	return STATUS_OK;
}

/* Behind a start tag: a raw element is passed over as a whole. */
static enum status finish_raw(struct html_tokens *t, struct html_token *token, struct slice *raw, struct html_fault *fault)
{
	for (size_t i = 0; i < COUNT(raw_elements) && token->kind == HTML_START; i++) {
		enum status status;

		if (!slice_equal(slice_from_c(token->name), raw_elements[i]))
			continue;
		token->kind = HTML_PASSED;
		*raw = (struct slice){ 0 };
		status = pass_raw(t, raw_elements[i]);
		if (status != STATUS_END)
			return status;
		return refuse(fault, token->line, raw_elements[i].ptr);
	}
	return STATUS_OK;
}

static enum status take_markup(struct html_tokens *t, struct html_token *token, struct slice *raw, struct html_fault *fault)
{
	char next = rest(t).ptr[1];
	enum status status;

	if (next == '!' || next == '?') {
		token->kind = HTML_PASSED;
		*raw = (struct slice){ 0 };
		return pass_markup(t, fault);
	}
	if (next == '/' && (rest(t).len < 3 || !ascii_is_alpha(rest(t).ptr[2])))
		return refuse(fault, t->line, "</ before no letter");
	status = take_tag(t, token, raw, fault);
	if (status == STATUS_OK && !check_bytes(token, *raw, fault))
		status = STATUS_REJECT;
	return status == STATUS_OK ? finish_raw(t, token, raw, fault) : status;
}

static enum status start(struct html_tokens *t)
{
	enum status status = look_ahead(t, 3);

	t->started = true;
	if (status == STATUS_OK && slice_starts_with(rest(t), SLICE("\xef\xbb\xbf")))
		t->at += 3;
	return status;
}

enum status html_tokens_next(struct html_tokens *t, struct html_token *token, struct slice *raw, struct html_fault *fault)
{
	enum status status = t->started ? STATUS_OK : start(t);

	if (status == STATUS_OK)
		status = look_ahead(t, 3);
	if (status != STATUS_OK)
		return status;
	if (rest(t).len == 0)
		return STATUS_END;
	*token = (struct html_token){ .from = t->base + t->at, .line = t->line };
	if (rest(t).ptr[0] == '<' && opening(rest(t), 0) == OPENING_TAG) {
		status = take_markup(t, token, raw, fault);
	} else {
		status = take_text(t, token, raw, fault);
		if (status == STATUS_OK && !check_bytes(token, *raw, fault))
			status = STATUS_REJECT;
	}
	token->to = t->base + t->at;
	return status;
}
