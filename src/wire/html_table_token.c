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
		struct slice s, behind;

		if (status == STATUS_OK)
			status = look_ahead(t, name.len + 1);
		if (status != STATUS_OK)
			return status;
		s = rest(t);
		behind = slice_sub(s, name.len, 1);
		if (slice_starts_with_folded(s, name) && behind.len > 0 && !html_is_name(behind.ptr[0]))
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
static enum status pass_markup(struct html_tokens *t, struct html_piece *p)
{
	uint64_t line = t->line;
	enum status status = look_ahead(t, 9);

	if (status != STATUS_OK)
		return status;
	if (slice_starts_with(rest(t), SLICE("<![CDATA[")))
		return refuse(&p->fault, line, "<![CDATA[");
	status = slice_starts_with(rest(t), SLICE("<!--")) ? pass_comment(t) : pass_until(t, SLICE(">"));
	if (status != STATUS_END)
		return status;
	return refuse(&p->fault, line, "comment without end");
}

static void take_name(struct html_piece *p)
{
	struct slice raw = p->raw;
	size_t at = p->token.kind == HTML_END ? 2 : 1, len = 0;

	while (at < raw.len && html_is_name(raw.ptr[at]) && len < HTML_NAME_MAX)
		p->token.name[len++] = ascii_lower(raw.ptr[at++]);
	p->token.name[len] = '\0';
	p->token.tag = html_tag_of(p->token.name);
}

/* Text and tags must be text in UTF-8; what is passed over need not. */
static bool check_bytes(struct html_piece *p)
{
	static const enum code codes[] = { [TEXT_CONTROL] = N0106_TEXT_CONTROL,
		                           [TEXT_BOM] = N0107_TEXT_BOM_INSIDE,
		                           [TEXT_NOT_UTF8] = N0109_TEXT_NOT_UTF8 };
	struct slice raw = p->raw;
	size_t at = 0;

	while (at < raw.len) {
		struct slice left = slice_sub(raw, at, raw.len);
		struct text_check check = text_check(left, true, true);

		if (check.fault == TEXT_CLEAN)
			return true;
		at += check.clean + (check.fault == TEXT_LONE_CR ? check.fault_len : 0);
		if (check.fault == TEXT_LONE_CR)
			continue;
		html_fault_at(&p->fault, codes[check.fault], p->token.line + lines_in(slice_sub(raw, 0, at)),
		              check.fault == TEXT_BOM ? SLICE("U+FEFF") : slice_sub(raw, at, check.fault_len), p->token.from + at);
		return false;
	}
	return true;
}

/* A tag at the front, whole. */
static enum status take_tag(struct html_tokens *t, struct html_piece *p)
{
	const char *wrong = NULL;
	enum status status = STATUS_OK;
	size_t len;

	while ((len = html_tag_length(rest(t), &wrong)) == 0 && wrong == NULL && !t->at_end && status == STATUS_OK)
		status = read_more(t);
	if (status != STATUS_OK)
		return status;
	if (len == 0)
		return refuse(&p->fault, t->line, wrong != NULL ? wrong : "tag without end");
	p->raw = slice_sub(rest(t), 0, len);
	p->token.kind = p->raw.ptr[1] == '/' ? HTML_END : HTML_START;
	take_name(p);
	advance(t, len);
	return STATUS_OK;
}

static enum status take_text(struct html_tokens *t, struct html_piece *p)
{
	bool strange = false;
	enum status status = STATUS_OK;
	size_t len = html_text_length(rest(t), t->at_end, &strange);

	while (len == 0 && !t->at_end && rest(t).len <= HTML_TEXT_MAX && !strange && status == STATUS_OK) {
		status = read_more(t);
		len = html_text_length(rest(t), t->at_end, &strange);
	}
	if (status != STATUS_OK)
		return status;
	if (strange && len == 0)
		return refuse(&p->fault, t->line, "'<' before no letter");
	if (len == 0 || len > HTML_TEXT_MAX)
		return refuse(&p->fault, t->line, "text over 64 KiB");
	p->token.kind = HTML_TEXT;
	p->raw = slice_sub(rest(t), 0, len);
	advance(t, len);
	return STATUS_OK;
}

/* Behind a start tag: a raw element is passed over as a whole. */
static enum status finish_raw(struct html_tokens *t, struct html_piece *p)
{
	for (size_t i = 0; i < COUNT(raw_elements) && p->token.kind == HTML_START; i++) {
		enum status status;

		if (!slice_equal(slice_from_c(p->token.name), raw_elements[i]))
			continue;
		p->token.kind = HTML_PASSED;
		p->raw = (struct slice){ 0 };
		status = pass_raw(t, raw_elements[i]);
		if (status != STATUS_END)
			return status;
		return refuse(&p->fault, p->token.line, raw_elements[i].ptr);
	}
	return STATUS_OK;
}

static enum status take_markup(struct html_tokens *t, struct html_piece *p)
{
	char next = rest(t).ptr[1];
	enum status status;

	if (next == '!' || next == '?') {
		p->token.kind = HTML_PASSED;
		return pass_markup(t, p);
	}
	if (next == '/' && (rest(t).len < 3 || !ascii_is_alpha(rest(t).ptr[2])))
		return refuse(&p->fault, t->line, "</ before no letter");
	status = take_tag(t, p);
	if (status == STATUS_OK && !check_bytes(p))
		status = STATUS_REJECT;
	return status == STATUS_OK ? finish_raw(t, p) : status;
}

static enum status start(struct html_tokens *t)
{
	enum status status = look_ahead(t, 3);

	t->started = true;
	if (status == STATUS_OK && slice_starts_with(rest(t), SLICE("\xef\xbb\xbf")))
		t->at += 3;
	return status;
}

enum status html_tokens_next(struct html_tokens *t, struct html_piece *p)
{
	enum status status = t->started ? STATUS_OK : start(t);

	if (status == STATUS_OK)
		status = look_ahead(t, 3);
	if (status != STATUS_OK)
		return status;
	if (rest(t).len == 0)
		return STATUS_END;
	*p = (struct html_piece){ .token = { .from = t->base + t->at, .line = t->line } };
	if (rest(t).ptr[0] == '<' && html_opening(rest(t), 0) == HTML_OPENING_TAG) {
		status = take_markup(t, p);
	} else {
		status = take_text(t, p);
		if (status == STATUS_OK && !check_bytes(p))
			status = STATUS_REJECT;
	}
	p->token.to = t->base + t->at;
	return status;
}
