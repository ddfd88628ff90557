/* Writing HTML that is well-formed XML, too (a polyglot: every element closed, every value quoted), into a buffer.
 *
 * Nothing reaches the page unescaped. There are two kinds of text, and which one it is decides the function:
 *   html_words  the program's own words, literals and formatted numbers: escaped
 *   html_text   anything that came from an input: escaped; and
 *               - characters that a reader cannot see or that turn the reading order (control characters, zero width,
 *                 bidirectional marks), that XML cannot carry, or bytes that are not UTF-8 are written as text:
 *                 \u202E, \xFF
 *               - what a spreadsheet would take for a formula when the page is copied into one (it begins, behind
 *                 blanks, with = + - @, or with TAB or CR) gets an apostrophe in front
 * Element and attribute names are literals of the program. */
#ifndef NAFKAH_HTML_H
#define NAFKAH_HTML_H

#include <nafkah/buf.h>
#include <nafkah/slice.h>

enum { HTML_DEPTH_MAX = 32 };

/* `{ .out = buffer }` is ready. Borrows the buffer; a failure is remembered there. */
struct html {
	struct buf *out;
	const char *open[HTML_DEPTH_MAX]; /* the open elements, outermost first */
	size_t depth;
	bool in_tag; /* the innermost start tag may still get attributes */
};

/* "<!DOCTYPE html>"; before anything else. */
void html_begin(struct html *h);

/* A whole page's beginning, up to <body>, which stays open: html with its language, head with the title and the style sheets, which
 * end with NULL (see html_style). What the page promises, the browser enforces: no script, nothing from outside. */
void html_begin_page(struct html *h, const char *lang, struct slice title, const char *const *sheets);

void html_open(struct html *h, const char *element);
void html_close(struct html *h); /* the innermost one; an empty void element (br, col, meta) becomes <br/> */

/* Only right after html_open. html_attr treats its value like html_text, the others are of the program's own. */
void html_attr(struct html *h, const char *name, struct slice value);
void html_attr_words(struct html *h, const char *name, const char *words);
void html_attr_number(struct html *h, const char *name, int64_t value);

void html_words(struct html *h, const char *words);
void html_text(struct html *h, struct slice from_input);

/* A style sheet: one of the program's own, which may not hold '<' or '&' (asserted). */
void html_style(struct html *h, const char *sheet);

/* <element class="class">words</element>; class may be NULL. */
void html_element(struct html *h, const char *element, const char *class, const char *words);
void html_element_text(struct html *h, const char *element, const char *class, struct slice from_input);

/* html_open with a class. */
void html_open_class(struct html *h, const char *element, const char *class);

#endif
