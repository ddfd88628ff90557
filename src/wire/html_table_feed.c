#include "html_table_private.h"

#include <stdlib.h>
#include <string.h>

enum { BATCH = 32768, BATCH_TOKENS = 4096 };

/* ---- events ---- */

static struct slice raw_of(const struct html_feed *f, const struct html_token *token)
{
	return slice_sub(buf_slice(&f->fed), token->fed_from, token->fed_to - token->fed_from);
}

static void check_foreign(struct html_feed *f, const struct html_token *token, struct slice raw)
{
	size_t at = 0;

	while (at < raw.len && (unsigned char)raw.ptr[at] < 0x80)
		at++;
	if (at < raw.len)
		html_fault_at(&f->tree.fault, N0109_TEXT_NOT_UTF8, token->line, slice_sub(raw, at, 1), token->from + at);
}

static bool begins_name(char c)
{
	return ascii_is_alpha(c) || c == '_' || c == ':' || c == '#' || (unsigned char)c >= 0x80;
}

/* How many names the parser cannot find in it: behind '&', and in a text behind '<'. A name of other letters may stand
 * behind '&', or not. */
static size_t names_missing(const struct html_token *token, struct slice raw)
{
	size_t count = 0;

	for (size_t i = 0; i < raw.len; i++) {
		char next = i + 1 < raw.len ? raw.ptr[i + 1] : '<';

		count += raw.ptr[i] == '<' && token->kind == HTML_TEXT;
		count += raw.ptr[i] == '&' && (!begins_name(next) || (unsigned char)next >= 0x80);
	}
	return count;
}

/* What the parser told of a text must be that text: as long without references, not longer with them. Blanks outside of
 * tables it may pass over. */
static void walk_text(struct html_feed *f, const struct html_token *token)
{
	struct slice raw = raw_of(f, token);
	bool plain = memchr(raw.ptr, '&', raw.len) == NULL && f->tree.depth > 0;

	if (f->text_len > raw.len || (plain && f->text_len < raw.len))
		f->out_of_step = true;
	f->text_len = 0;
	if (f->tree.foreign)
		check_foreign(f, token, raw);
	html_tree_raw(&f->tree, token, raw);
}

/* These it passes over where it has one already. */
static bool may_pass(const struct html_token *token)
{
	return strcmp(token->name, "html") == 0 || strcmp(token->name, "head") == 0 || strcmp(token->name, "body") == 0;
}

/* Nothing more will be told of this token. */
static void walk(struct html_feed *f, const struct html_token *token)
{
	if (f->nameless > 0 && f->nameless > names_missing(token, raw_of(f, token)))
		f->out_of_step = true;
	f->nameless = 0;
	if (token->kind == HTML_TEXT)
		walk_text(f, token);
	if (token->kind == HTML_START && !token->seen && !may_pass(token))
		f->out_of_step = true;
}

/* The token in which so many bytes are consumed; NULL: none. */
static struct html_token *token_at(struct html_feed *f, uint64_t consumed)
{
	while (f->walked < f->count && f->fed_before + f->batch[f->walked].fed_to < consumed)
		walk(f, &f->batch[f->walked++]);
	if (f->walked < f->count && consumed >= f->fed_before + f->batch[f->walked].fed_from)
		return &f->batch[f->walked];
	f->out_of_step = true;
	return NULL;
}

static void on_start(void *context, const char *name, const char *const *attributes, uint64_t consumed)
{
	struct html_feed *f = context;
	struct html_token *token = token_at(f, consumed);

	if (token == NULL)
		return;
	token->seen |= token->kind == HTML_START && strncmp(name, token->name, HTML_NAME_MAX) == 0;
	html_tree_start(&f->tree, name, attributes, token);
}

static void on_end(void *context, const char *name, uint64_t consumed)
{
	struct html_feed *f = context;
	const struct html_token *token = token_at(f, consumed);

	if (token != NULL)
		html_tree_end(&f->tree, name, token);
}

/* Text ends where it was told of, except for '<', which is not consumed by then. */
static bool is_text_of(const struct html_feed *f, const struct html_token *token, struct slice text, uint64_t consumed)
{
	uint64_t end = consumed - f->fed_before;
	bool less = slice_equal(text, SLICE("<"));

	if (token->kind == HTML_TEXT)
		return end + less >= token->fed_from + text.len;
	return less && end == token->fed_to && f->walked + 1 < f->count && token[1].kind == HTML_TEXT;
}

static void on_text(void *context, struct slice text, uint64_t consumed)
{
	struct html_feed *f = context;
	const struct html_token *token = token_at(f, consumed);

	f->text_len += text.len;
	if (token != NULL && is_text_of(f, token, text, consumed))
		html_tree_text(&f->tree, text, token);
	else
		f->out_of_step = true;
}

static void on_nameless(void *context, uint64_t consumed)
{
	struct html_feed *f = context;
	const struct html_token *token = token_at(f, consumed);

	/* '<' as the first of a text is not consumed yet. */
	if (token != NULL && token->kind != HTML_TEXT && consumed == f->fed_before + token->fed_to)
		walk(f, &f->batch[f->walked++]);
	f->nameless++;
}

/* ---- batches ---- */

/* These would end the document for the parser, which then ignores what follows. */
static bool ends_document(const struct html_token *token)
{
	return token->kind == HTML_END && (strcmp(token->name, "html") == 0 || strcmp(token->name, "body") == 0);
}

static void append(struct html_feed *f, struct html_token token, struct slice raw)
{
	if (ends_document(&token))
		token.kind = HTML_PASSED;
	token.fed_from = f->fed.len;
	buf_append(&f->fed, token.kind == HTML_PASSED ? SLICE("<!---->") : raw);
	token.fed_to = f->fed.len;
	f->batch[f->count++] = token;
}

/* Ends with a text only where the tokens end: the parser holds a text back until it sees what follows. */
static void fill(struct html_feed *f)
{
	bool text = false;

	f->fed_before += f->fed.len;
	buf_clear(&f->fed);
	f->count = f->walked = 0;
	while (f->source == STATUS_OK && (text || (f->fed.len < BATCH && f->count < BATCH_TOKENS - 1))) {
		struct html_piece piece;

		f->source = html_tokens_next(f->tokens, &piece);
		if (f->source == STATUS_OK)
			append(f, piece.token, piece.raw);
		if (f->source == STATUS_REJECT)
			f->fault = piece.fault;
		text = f->source == STATUS_OK && piece.token.kind == HTML_TEXT;
	}
}

/* Behind a batch. A text at its end, which is the end of all, was not told of yet. */
static void settle(struct html_feed *f, enum html_trouble trouble)
{
	const struct html_token *token = f->walked < f->count ? &f->batch[f->walked] : NULL;
	bool text_last = f->count > 0 && f->batch[f->count - 1].kind == HTML_TEXT;

	if (trouble != HTML_NO_TROUBLE) {
		html_fault_make(&f->tree.fault, N0188_HTML_NOT_USABLE, token != NULL ? token->line : 0,
		                trouble == HTML_REFERENCE ? SLICE("&#") : SLICE("markup"));
		return;
	}
	while (f->walked + text_last < f->count)
		walk(f, &f->batch[f->walked++]);
	if (!text_last && (f->nameless > 0 || f->text_len > 0))
		f->out_of_step = true;
}

enum status html_feed_next(struct html_feed *f)
{
	enum html_trouble trouble = HTML_NO_TROUBLE;

	if (f->source == STATUS_END)
		html_tree_finish(&f->tree);
	if (f->source != STATUS_OK)
		return f->source;
	fill(f);
	if (f->source == STATUS_FAIL)
		return STATUS_FAIL;
	if (f->count > 0 && !f->fed.failed)
		trouble = html_parser_feed(f->parser, buf_slice(&f->fed));
	if (trouble != HTML_NO_MEMORY && !f->fed.failed)
		settle(f, trouble);
	f->no_memory = trouble == HTML_NO_MEMORY || f->fed.failed || f->out_of_step || f->tree.no_memory;
	return f->no_memory ? STATUS_FAIL : STATUS_OK;
}

void html_feed_free(struct html_feed *f)
{
	if (f == NULL)
		return;
	html_parser_free(f->parser);
	html_tokens_free(f->tokens);
	html_tree_release(&f->tree);
	buf_release(&f->fed);
	free(f->batch);
	free(f);
}

struct html_feed *html_feed_new(struct byte_source content)
{
	struct html_feed *f = calloc(1, sizeof *f);
	struct html_events events = { on_start, on_end, on_text, on_nameless, f };

	if (f == NULL)
		return NULL;
	f->batch = calloc(BATCH_TOKENS, sizeof *f->batch);
	f->tokens = html_tokens_new(content);
	f->parser = html_parser_new(&events);
	if (f->batch == NULL || f->tokens == NULL || f->parser == NULL) {
		html_feed_free(f);
		f = NULL;
	}
	return f;
}
