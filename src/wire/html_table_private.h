/* What the files of the HTML reader share and nobody else sees: tokens of the text, libxml2's parser over them, the
 * rows that were found, and the tables in which they stand. */
#ifndef NAFKAH_WIRE_HTML_TABLE_PRIVATE_H
#define NAFKAH_WIRE_HTML_TABLE_PRIVATE_H

#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>
#include <nafkah/table.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	HTML_TAG_MAX = 16384,          /* bytes from '<' to '>' */
	HTML_ATTRIBUTES_MAX = 128,     /* of one tag; the parser looks for repeated ones pair by pair */
	HTML_TEXT_MAX = TABLE_FIELD_MAX, /* bytes between two tags, as written */
	HTML_LONG_NAME = 64,           /* of an element or attribute; the parser cuts longer ones in two at 100 */
	HTML_NAME_MAX = 15,            /* kept of it */
	HTML_DEPTH_MAX = 256,          /* open elements */
	HTML_TABLES_MAX = 16           /* tables in tables */
};

/* The first thing that was refused. */
struct html_fault {
	bool found;
	enum code code;
	uint64_t line;
	bool has_offset, personal;
	uint64_t offset;
	size_t len;
	char value[48];
};

/* Remembers the first, with the beginning of `value`. */
void html_fault_make(struct html_fault *fault, enum code code, uint64_t line, struct slice value);
/* The same with a place in the content. */
void html_fault_at(struct html_fault *fault, enum code code, uint64_t line, struct slice value, uint64_t offset);

/* ---- html_table_tag.c: where a token ends */

static inline bool html_is_space(char c)
{
	return ascii_is_blank(c) || c == '\n' || c == '\r';
}

/* Of what names of elements and attributes are made. */
static inline bool html_is_name(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == ':' || c == '_' || c == '.' || c == '-';
}

/* Whether markup begins at s[at] == '<'. STRANGE: for some readers it does, for others not. */
enum html_opening { HTML_OPENING_NONE, HTML_OPENING_TAG, HTML_OPENING_UNKNOWN, HTML_OPENING_STRANGE };
enum html_opening html_opening(struct slice s, size_t at);

/* Up to the next markup; 0: it is not in `s`, and more may come (or at once). *strange: that markup is. */
size_t html_text_length(struct slice s, bool at_end, bool *strange);

/* The length of the tag at the front; 0: it goes on behind `s`, or *wrong says what is wrong with it. */
size_t html_tag_length(struct slice s, const char **wrong);

/* Elements that decide where a cell stands, or what its text means. */
enum html_tag {
	HTML_TAG_OTHER,
	HTML_TAG_TABLE,
	HTML_TAG_ROW,
	HTML_TAG_CELL,
	HTML_TAG_SECTION,
	HTML_TAG_CAPTION,
	HTML_TAG_BREAK,
	HTML_TAG_META
};
enum html_tag html_tag_of(const char *name); /* in lower case */

/* ---- html_table_token.c: the text cut at its tags */

enum html_kind {
	HTML_TEXT,
	HTML_START,
	HTML_END,
	HTML_PASSED /* comment, DOCTYPE, instruction, script or style with all that is in it */
};

struct html_token {
	enum html_kind kind;
	enum html_tag tag;
	bool seen;          /* the parser told of it */
	uint64_t from, to;  /* in the content */
	uint64_t line;      /* of its first byte */
	size_t fed_from, fed_to; /* in the bytes that the parser gets */
	char name[HTML_NAME_MAX + 1]; /* of a tag, in lower case, cut where it is longer */
};

struct html_tokens; /* opaque */

struct html_tokens *html_tokens_new(struct byte_source content); /* NULL: memory */
void html_tokens_free(struct html_tokens *t);

struct html_piece {
	struct html_token token;
	struct slice raw; /* its bytes, until the next call; of HTML_PASSED: none */
	struct html_fault fault;
};

/* STATUS_OK: the next token. STATUS_END. STATUS_REJECT: p->fault says why; STATUS_FAIL: the source did. */
enum status html_tokens_next(struct html_tokens *t, struct html_piece *p) NAFKAH_MUST_USE;

/* ---- html_table_parser.c: libxml2 */

/* What the parser tells. Names and attributes are in lower case; `attributes` are pairs of name and value (NULL:
 * none) and end with NULL. `consumed` counts the bytes fed, up to the end of what is told or to somewhere in
 * its tag. */
struct html_events {
	void (*start)(void *context, const char *name, const char *const *attributes, uint64_t consumed);
	void (*end)(void *context, const char *name, uint64_t consumed);
	void (*text)(void *context, struct slice text, uint64_t consumed);
	/* It missed a name: behind '&' or '<' that are text, or because it got no memory for it, of which it tells in
	 * no other way. */
	void (*nameless)(void *context, uint64_t consumed);
	void *context;
};

enum html_trouble { HTML_NO_TROUBLE, HTML_NO_MEMORY, HTML_REFERENCE, HTML_STOPPED };

struct html_parser; /* opaque */

struct html_parser *html_parser_new(const struct html_events *events); /* NULL: memory */
void html_parser_free(struct html_parser *p);
/* More of the text, not empty; the events come during the call. */
enum html_trouble html_parser_feed(struct html_parser *p, struct slice bytes);

/* ---- html_table_value.c: text as written -> value */

/* A line end from <br>, in the text that was collected of a cell. */
#define HTML_BREAK '\x01'

/* Appends `text` with every run of blanks as one, none at either end, HTML_BREAK as LF. */
void html_append_value(struct buf *out, struct slice text);
/* Without blanks at either end, those written as entities among them. */
struct slice html_core(struct slice raw);
bool html_is_blank(struct slice text);
bool html_has_control(struct slice value);

/* ---- html_table_rows.c: rows that were found and not yet delivered */

struct html_cell {
	uint64_t from, to, core_from, core_to;
	uint32_t value_from, value_to;
	bool writable;
};

struct html_row {
	uint64_t offset, line;
	size_t first, count;
	bool hidden, multiline;
};

struct html_rows {
	struct html_row *rows;
	size_t count, cap, taken;
	struct html_cell *cells;
	size_t cell_count, cell_cap;
	struct buf values;
	/* the row that is being built: its next column, and how many rows each column is still covered from above */
	size_t column;
	uint16_t covered[TABLE_COLUMNS_MAX];
	bool open, no_memory;
};

void html_rows_release(struct html_rows *r);
/* Forgets all rows that were not taken. */
void html_rows_drop(struct html_rows *r);
/* Forgets the rows that were taken, once all are but one that is still open; that one stays. */
void html_rows_forget(struct html_rows *r);
/* No column is covered: a table or a section of it begins. */
void html_rows_uncover(struct html_rows *r);
void html_rows_open(struct html_rows *r, uint64_t offset, uint64_t line, bool hidden);
/* A cell in the next column that is not covered, and the empty ones that its span takes. False: they would reach over
 * another cell's, or beyond the last column (or memory: no_memory). */
bool html_rows_cell(struct html_rows *r, size_t columns, size_t rows);
/* The cell that was opened last by html_rows_cell; valid until the next call. */
struct html_cell *html_rows_last(struct html_rows *r, size_t columns);
void html_rows_close(struct html_rows *r);

/* ---- html_table_attribute.c: pairs of name and value, as the parser gives them */

/* 1 where it is absent; 0: no number from 1 to TABLE_COLUMNS_MAX. */
size_t html_span(const char *const *attributes, const char *name);
/* A spreadsheet believes these rather than the text, so a new text alone would change nothing for it. */
bool html_has_value_beside_text(const char *const *attributes);
/* "display:none" in a style, with or without blanks. */
bool html_is_hidden(const char *const *attributes);

/* What a <meta> says of the encoding: nothing or UTF-8, one that extends ASCII, another. */
enum html_charset { HTML_CHARSET_UTF8, HTML_CHARSET_ASCII, HTML_CHARSET_OTHER };
enum html_charset html_charset_of(const char *const *attributes, struct slice *name);

/* ---- html_table_tree.c: which table, row and cell is open, and what goes into the rows */

struct html_level {
	bool row, cell, caption, cell_filled;
	size_t filled; /* cells of the row with text in them */
};

/* The open cell of the table that is captured. */
struct html_open_cell {
	size_t columns, pieces;
	uint64_t from, core_from, core_to;
	bool fixed; /* cannot be given a new value */
	struct buf text, raw;
};

struct html_tree {
	struct html_level levels[HTML_TABLES_MAX];
	size_t depth, captured; /* captured: number of the level from 1 whose rows are kept; 0: none */
	size_t elements;
	bool decided, done;     /* the captured one holds data; that one has ended */
	bool no_memory;
	bool foreign;           /* a <meta> claims an encoding of which UTF-8 is no part beyond ASCII */
	struct html_rows rows;
	struct html_open_cell cell;
	struct html_fault fault;
};

void html_tree_release(struct html_tree *t);
/* The token is the one in which the event came. */
void html_tree_start(struct html_tree *t, const char *name, const char *const *attributes,
                     const struct html_token *token);
void html_tree_end(struct html_tree *t, const char *name, const struct html_token *token);
void html_tree_text(struct html_tree *t, struct slice text, const struct html_token *token);
/* A text as written, after its events. */
void html_tree_raw(struct html_tree *t, const struct html_token *token, struct slice raw);
/* Nothing more comes. */
void html_tree_finish(struct html_tree *t);

/* ---- html_table_feed.c: tokens -> parser -> tree */

/* Tokens are fed to the parser in batches. By how many bytes it has consumed at an event the token is known in which
 * the event came, and a tag of which it did not tell is noticed. */
struct html_feed {
	struct html_tokens *tokens;
	struct html_parser *parser;
	struct html_tree tree;
	struct html_token *batch;
	size_t count, walked;    /* tokens of the batch; those whose events are all through */
	struct buf fed;          /* their bytes, with something short for what is passed over */
	uint64_t fed_before;     /* bytes of earlier batches */
	struct html_fault fault; /* of the tokens: behind the batch */
	enum status source;      /* how the tokens ended, STATUS_OK: not yet */
	size_t text_len;         /* bytes of text told of since the last token of text */
	size_t nameless;         /* names missed since the last token */
	bool out_of_step;        /* parser and tokens: it got no memory, and told nobody */
	bool no_memory;
};

struct html_feed *html_feed_new(struct byte_source content); /* NULL: memory */
void html_feed_free(struct html_feed *f);

/* Goes on by one batch. STATUS_END: there is no more, and tree.fault says whether that is well. STATUS_REJECT: `fault`.
 * STATUS_FAIL: no_memory, or the source failed. */
enum status html_feed_next(struct html_feed *f) NAFKAH_MUST_USE;

#endif
