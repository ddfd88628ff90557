#include "html_table_private.h"

#include <nafkah/html_table.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 32768, BATCH_TOKENS = 4096 };

/* Tokens are fed to the parser in batches. By how many bytes it has consumed at an event the token is known in which the
 * event came, and a tag of which it did not tell is noticed. */
struct html_table {
	struct slice file;
	struct findings *findings;
	struct html_tokens *tokens;
	struct html_parser *parser;
	struct html_tree tree;
	struct html_token *batch;
	size_t count, walked; /* tokens of the batch; those whose events are all through */
	struct buf fed;       /* their bytes, with something short for what is passed over */
	uint64_t fed_before;  /* bytes of earlier batches */
	struct html_fault fault; /* of the tokens: behind the batch */
	enum status source;   /* how the tokens ended, STATUS_OK: not yet */
	enum status over;
	size_t text_len;      /* bytes of text told of since the last token of text */
	size_t nameless;      /* names missed since the last token */
	bool out_of_step;     /* parser and tokens: it got no memory, and told nobody */
	uint64_t rows;        /* delivered */
};

/* ---- events ---- */

static struct slice raw_of(const struct html_table *t, const struct html_token *token)
{
	return slice_sub(buf_slice(&t->fed), token->fed_from, token->fed_to - token->fed_from);
}

static void check_foreign(struct html_table *t, const struct html_token *token, struct slice raw)
{
	size_t at = 0;

	while (at < raw.len && (unsigned char)raw.ptr[at] < 0x80)
		at++;
	if (at < raw.len)
		html_fault_at(&t->tree.fault, N0109_TEXT_NOT_UTF8, token->line, slice_sub(raw, at, 1), token->from + at);
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
static void walk_text(struct html_table *t, const struct html_token *token)
{
	struct slice raw = raw_of(t, token);
	bool plain = memchr(raw.ptr, '&', raw.len) == NULL && t->tree.depth > 0;

	if (t->text_len > raw.len || (plain && t->text_len < raw.len))
		t->out_of_step = true;
	t->text_len = 0;
	if (t->tree.foreign)
		check_foreign(t, token, raw);
	html_tree_raw(&t->tree, token, raw);
}

/* These it passes over where it has one already. */
static bool may_pass(const struct html_token *token)
{
	return strcmp(token->name, "html") == 0 || strcmp(token->name, "head") == 0 || strcmp(token->name, "body") == 0;
}

/* Nothing more will be told of this token. */
static void walk(struct html_table *t, const struct html_token *token)
{
	if (t->nameless > 0 && t->nameless > names_missing(token, raw_of(t, token)))
		t->out_of_step = true;
	t->nameless = 0;
	if (token->kind == HTML_TEXT)
		walk_text(t, token);
	if (token->kind == HTML_START && !token->seen && !may_pass(token))
		t->out_of_step = true;
}

/* The token in which so many bytes are consumed; NULL: none. */
static struct html_token *token_at(struct html_table *t, uint64_t consumed)
{
	while (t->walked < t->count && t->fed_before + t->batch[t->walked].fed_to < consumed)
		walk(t, &t->batch[t->walked++]);
	if (t->walked < t->count && consumed >= t->fed_before + t->batch[t->walked].fed_from)
		return &t->batch[t->walked];
	t->out_of_step = true;
	return NULL;
}

static void on_start(void *context, const char *name, const char *const *attributes, uint64_t consumed)
{
	struct html_table *t = context;
	struct html_token *token = token_at(t, consumed);

	if (token == NULL)
		return;
	token->seen |= token->kind == HTML_START && strncmp(name, token->name, HTML_NAME_MAX) == 0;
	html_tree_start(&t->tree, name, attributes, token);
}

static void on_end(void *context, const char *name, uint64_t consumed)
{
	struct html_table *t = context;
	const struct html_token *token = token_at(t, consumed);

	if (token != NULL)
		html_tree_end(&t->tree, name, token);
}

static void on_text(void *context, struct slice text, uint64_t consumed)
{
	struct html_table *t = context;
	const struct html_token *token = token_at(t, consumed);

	t->text_len += text.len;
	if (token != NULL)
		html_tree_text(&t->tree, text, token);
}

static void on_nameless(void *context, uint64_t consumed)
{
	struct html_table *t = context;
	const struct html_token *token = token_at(t, consumed);

	/* '<' as the first of a text is not consumed yet. */
	if (token != NULL && token->kind != HTML_TEXT && consumed == t->fed_before + token->fed_to)
		walk(t, &t->batch[t->walked++]);
	t->nameless++;
}

/* ---- batches ---- */

/* These would end the document for the parser, which then ignores what follows. */
static bool ends_document(const struct html_token *token)
{
	return token->kind == HTML_END && (strcmp(token->name, "html") == 0 || strcmp(token->name, "body") == 0);
}

static void append(struct html_table *t, struct html_token token, struct slice raw)
{
	if (ends_document(&token))
		token.kind = HTML_PASSED;
	token.fed_from = t->fed.len;
	buf_append(&t->fed, token.kind == HTML_PASSED ? SLICE("<!---->") : raw);
	token.fed_to = t->fed.len;
	t->batch[t->count++] = token;
}

/* Ends with a text only where the tokens end: the parser holds a text back until it sees what follows. */
static void fill(struct html_table *t)
{
	bool text = false;

	t->fed_before += t->fed.len;
	buf_clear(&t->fed);
	t->count = t->walked = 0;
	while (t->source == STATUS_OK && (text || (t->fed.len < BATCH && t->count < BATCH_TOKENS - 1))) {
		struct html_token token;
		struct slice raw = { 0 };

		t->source = html_tokens_next(t->tokens, &token, &raw, &t->fault);
		if (t->source == STATUS_OK)
			append(t, token, raw);
		text = t->source == STATUS_OK && token.kind == HTML_TEXT;
	}
}

static enum status no_memory(const struct html_table *t)
{
	findings_add(t->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = t->file });
	return STATUS_FAIL;
}

/* Behind a batch. A text at its end, which is the end of all, was not told of yet. */
static void settle(struct html_table *t, enum html_trouble trouble)
{
	const struct html_token *token = t->walked < t->count ? &t->batch[t->walked] : NULL;
	bool text_last = t->count > 0 && t->batch[t->count - 1].kind == HTML_TEXT;

	if (trouble != HTML_NO_TROUBLE) {
		html_fault_make(&t->tree.fault, N0188_HTML_NOT_USABLE, token != NULL ? token->line : 0,
		                trouble == HTML_REFERENCE ? SLICE("&#") : SLICE("markup"));
		return;
	}
	while (t->walked + text_last < t->count)
		walk(t, &t->batch[t->walked++]);
	if (!text_last && (t->nameless > 0 || t->text_len > 0))
		t->out_of_step = true;
}

/* Goes on by one batch. STATUS_END: there is no more. */
static enum status go_on(struct html_table *t)
{
	enum html_trouble trouble = HTML_NO_TROUBLE;

	if (t->source == STATUS_END)
		html_tree_finish(&t->tree);
	if (t->source != STATUS_OK)
		return t->source;
	fill(t);
	if (t->source == STATUS_FAIL)
		return STATUS_FAIL;
	if (t->count > 0 && !t->fed.failed)
		trouble = html_parser_feed(t->parser, buf_slice(&t->fed));
	if (trouble != HTML_NO_MEMORY && !t->fed.failed)
		settle(t, trouble);
	if (trouble == HTML_NO_MEMORY || t->fed.failed || t->out_of_step || html_tree_no_memory(&t->tree))
		return no_memory(t);
	return STATUS_OK;
}

static enum status refuse(const struct html_table *t, const struct html_fault *f)
{
	char where[24];
	size_t len = f->has_offset ? (size_t)snprintf(where, sizeof where, "%" PRIu64, f->offset) : 0;

	findings_add(t->findings, &(struct finding){ .code = f->code,
	                                             .file = t->file,
	                                             .line = f->line,
	                                             .personal = f->personal,
	                                             .value = { f->value, f->len },
	                                             .detail = { where, len } });
	return STATUS_REJECT;
}

/* ---- rows ---- */

static size_t rows_ready(const struct html_table *t)
{
	const struct html_rows *r = &t->tree.rows;

	return t->tree.decided ? r->count - r->open - r->taken : 0;
}

static enum status need_row(struct html_table *t)
{
	while (rows_ready(t) == 0) {
		enum status status;

		if (t->tree.fault.found)
			return refuse(t, &t->tree.fault);
		html_rows_forget(&t->tree.rows);
		status = go_on(t);
		if (status == STATUS_REJECT)
			return refuse(t, &t->fault);
		if (status != STATUS_OK && (status != STATUS_END || !t->tree.fault.found))
			return status;
	}
	return STATUS_OK;
}

static enum status html_next(void *reader, struct table_row *row)
{
	struct html_table *t = reader;
	const struct html_row *found;

	if (t->over == STATUS_OK)
		t->over = need_row(t);
	if (t->over != STATUS_OK)
		return t->over;
	found = &t->tree.rows.rows[t->tree.rows.taken++];
	t->rows++;
	*row = (struct table_row){ .offset = found->offset,
		                   .line = found->line,
		                   .count = found->count,
		                   .blank = found->count == 0,
		                   .multiline = found->multiline,
		                   .hidden = found->hidden };
	return STATUS_OK;
}

/* NULL: the row has no such cell. */
static const struct html_cell *cell_of(const struct html_table *t, size_t i)
{
	const struct html_row *row = &t->tree.rows.rows[t->tree.rows.taken - 1];

	return i < row->count ? &t->tree.rows.cells[row->first + i] : NULL;
}

static struct slice html_value(const void *reader, size_t i)
{
	const struct html_table *t = reader;
	const struct html_cell *c = cell_of(t, i);

	if (c == NULL || c->value_from == c->value_to)
		return SLICE("");
	return slice_sub(buf_slice(&t->tree.rows.values), c->value_from, c->value_to - c->value_from);
}

static enum cell_kind html_kind(const void *reader, size_t i)
{
	(void)reader;
	(void)i;
	return CELL_TEXT;
}

static bool html_place(const void *reader, size_t i, struct arena *a, struct place *out)
{
	const struct html_cell *c = cell_of(reader, i);

	(void)a;
	*out = (struct place){ .kind = CELL_FORMULA };
	if (c == NULL)
		return true;
	out->from = c->from;
	out->to = c->to;
	out->core_from = c->core_from;
	out->core_to = c->core_to;
	out->kind = c->writable ? CELL_TEXT : CELL_FORMULA;
	return true;
}

static uint64_t html_lines(const void *reader)
{
	const struct html_table *t = reader;

	return t->rows;
}

/* ---- new values ---- */

static struct slice escaped(struct slice value, struct arena *a)
{
	struct buf text = { 0 };
	struct slice copy = { 0 };

	for (size_t i = 0; i < value.len; i++) {
		char c = value.ptr[i];

		buf_append(&text, c == '&' ? SLICE("&amp;") : c == '<' ? SLICE("&lt;") : c == '>' ? SLICE("&gt;") : slice_sub(value, i, 1));
	}
	if (!text.failed)
		copy = arena_copy(a, buf_slice(&text));
	buf_release(&text);
	return copy;
}

static enum status html_replace(const struct place *place, struct slice value, struct arena *a, struct patch *out)
{
	if (place->kind == CELL_FORMULA)
		return STATUS_REJECT;
	*out = (struct patch){ place->core_from, place->core_to, escaped(value, a) };
	return out->text.ptr != NULL ? STATUS_OK : STATUS_FAIL;
}

/* ---- the whole ---- */

static void html_free(void *reader)
{
	struct html_table *t = reader;

	if (t == NULL)
		return;
	html_parser_free(t->parser);
	html_tokens_free(t->tokens);
	html_tree_release(&t->tree);
	buf_release(&t->fed);
	free(t->batch);
	free(t);
}

void *html_table_open(struct byte_source content, struct slice file, struct findings *findings)
{
	struct html_table *t = calloc(1, sizeof *t);

	if (t != NULL) {
		struct html_events events = { on_start, on_end, on_text, on_nameless, t };

		t->file = file;
		t->findings = findings;
		t->batch = calloc(BATCH_TOKENS, sizeof *t->batch);
		t->tokens = html_tokens_new(content);
		t->parser = html_parser_new(&events);
	}
	if (t == NULL || t->batch == NULL || t->tokens == NULL || t->parser == NULL) {
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
		html_free(t);
		t = NULL;
	}
	return t;
}

const struct table_ops html_table_ops = {
	.free = html_free, .next = html_next, .value = html_value, .kind = html_kind, .place = html_place,
	.lines = html_lines, .replace = html_replace,
};
