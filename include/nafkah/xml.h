/* XML from outside -> a small checked tree; and XML out.
 *
 * Input is one document held in memory. Before the parser sees it, a linear pass refuses what may never occur: a tag,
 * a text or a comment above 64 KiB, more than 128 attributes in a tag, a DOCTYPE, another encoding than UTF-8, another
 * version than 1.0; it ends at the first of these. Then libxml2's SAX2 push parser checks well-formedness (options:
 * NONET only), and a table (struct xml_element) says what may stand where. Unknown, missing, repeated or misplaced
 * elements and attributes (xml:lang and xsi:* are unknown attributes too; namespace declarations are none), character
 * data where none belongs, processing instructions, CDATA, comments inside a value, a foreign namespace and a value
 * that its type refuses are findings; all of them are reported, not only the first, except that reading ends where
 * the document is not well-formed, is deeper than 32 elements or has another root than the expected one.
 *
 * The tree is handed out child by child of the root: `child` is called for every direct child of the root element
 * with its whole subtree, which lives until that call returns. So the size of a file of rulings never shows as a
 * tree in memory. A child that had a finding of level tolak is not handed out; when the root's own attributes had
 * one, nothing is. A later part of the document may still be refused: unless xml_read gives STATUS_OK, the caller
 * drops what it was handed.
 *
 * Findings carry file, line (of the start tag; where the parser stopped, for N0401), the path in `column`, and
 *   code    value                                detail
 *   N0401   what is wrong, in libxml2's words
 *   N0402   "<!DOCTYPE"
 *   N0403   the element that is too deep         "32"
 *   N0404   beginning of the tag                 "64 KiB" or "128"
 *   N0405   beginning of the text                "64 KiB"
 *   N0406   "<?NAME?>", "<!-- -->", "<![CDATA["
 *   N0407   the encoding or version found        "UTF-8" or "1.0"
 *   N0408   the element                          the elements that may stand there, or the end tag
 *   N0409   the missing element                  its parent
 *   N0410   the element                          how often it may stand
 *   N0412   the attribute, with its prefix       the attributes that the element may have, or "-"
 *   N0413   the missing attribute                what its value must look like
 *   N0414   the value                            what it must look like
 *   N0415   the namespace found                  the one expected
 *   N0416   beginning of the text                the element
 * N0414 of free text and NIPs, and N0405 and N0416, are marked personal. */
#ifndef NAFKAH_XML_H
#define NAFKAH_XML_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/finding.h>
#include <nafkah/money.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	XML_DEPTH_MAX = 32,
	XML_TAG_MAX = 65536,  /* bytes from '<' to '>' */
	XML_TEXT_MAX = 65536, /* bytes between two tags, as written */
	XML_ATTRIBUTES_MAX = 128
};

/* What a value must look like. Every type but XML_TEXT refuses the empty string. Blanks at either end are not
 * removed: " 3" is not a number. */
enum xml_type {
	XML_NONE,    /* an element that holds no text */
	XML_TEXT,    /* any text, may be empty */
	XML_WORD,    /* any text that is not empty and not only blanks */
	XML_ENUM,    /* one of `words`, separated by blanks in the table */
	XML_DATE,    /* YYYY-MM-DD that exists */
	XML_MONTH,   /* YYYY-MM */
	XML_WHOLE,   /* up to 18 digits without leading zero (or "0"), between min and max */
	XML_RATIO,   /* N/D without leading zeros, 0 <= N <= D, 1 <= D <= 1000 */
	XML_ID,      /* [a-z0-9][a-z0-9-]* up to 64 bytes */
	XML_NIP,     /* 18 digits, not further checked here */
	XML_WORDS    /* one or more of `words`, with one space between, none twice */
};

struct xml_value {
	enum xml_type type;
	const char *words; /* XML_ENUM, XML_WORDS */
	int64_t min, max;  /* XML_WHOLE; XML_TEXT and XML_WORD: max length in characters, 0 for none */
};

struct xml_attribute {
	const char *name;
	bool required;
	struct xml_value value;
};

struct xml_element {
	const char *name;
	const struct xml_attribute *attributes; /* ends with a NULL name; NULL for none */
	const struct xml_child *children;       /* in the order in which they must stand; ends and NULL as above */
	struct xml_value text;                  /* XML_NONE for elements with children */
};

/* One place in an element's content model: exactly xs:sequence with minOccurs/maxOccurs, and xs:choice for a run of
 * rows with the same non-zero `choice` number (any order, any number: used where order does not matter). */
struct xml_child {
	const struct xml_element *element;
	uint32_t min, max; /* max 0: unbounded. In a choice run: bounds on each element's number within the run */
	int choice;
};

struct xml_node {
	const struct xml_element *kind;
	uint64_t line, column; /* of the '<' of its start tag, from 1; column counts characters */
	uint64_t ordinal;      /* among its siblings of the same name, from 1; 0 where only one may stand */
	const struct slice *values; /* parallel to kind->attributes; NULL ptr when absent */
	struct slice text;          /* of an element whose text type is not XML_NONE */
	const struct xml_node *first, *next; /* children in document order */
	const struct xml_node *parent;
};

/* Convenience over a node. `name` and `element` must be in the node's table row (asserted). */
struct slice xml_attr(const struct xml_node *n, const char *name); /* NULL ptr: absent */
const struct xml_node *xml_find(const struct xml_node *n, const char *element); /* first child of that name or NULL */
const struct xml_node *xml_next(const struct xml_node *n); /* next sibling of the same name or NULL */

/* "daftar-putusan/putusan[3]/amar/@penghasilan"-like path for findings of the caller, into `out`. `attribute` may be
 * NULL. */
void xml_path(const struct xml_node *n, const char *attribute, struct buf *out);

struct xml_document {
	const struct xml_element *root;
	const char *namespace_uri; /* required on the root; all elements live in it */
	/* Called with the root (attributes filled, no children) before its first child; then once a child. Both may be
	 * NULL. STATUS_OK goes on, STATUS_REJECT goes on and makes the result STATUS_REJECT, STATUS_FAIL stops. */
	enum status (*root_open)(void *context, const struct xml_node *root);
	enum status (*child)(void *context, const struct xml_node *child);
	void *context;
};

/* `file` is the base name for findings. */
enum status xml_read(struct slice bytes, const struct xml_document *doc, struct slice file,
                     struct findings *findings) NAFKAH_MUST_USE;

/* True when the bytes look like XML rather than rows: "<" behind an optional BOM and blanks, in wide characters too. */
bool xml_looks_like(struct slice first_bytes);

/* Which of several known roots a document has (for `formats check`): the local name and namespace of its root
 * element, copied into `arena`. STATUS_REJECT with a finding when it is not well-formed up to there. */
enum status xml_root_of(struct slice bytes, struct slice file, struct arena *arena, struct slice *name,
                        struct slice *namespace_uri, struct findings *findings) NAFKAH_MUST_USE;

/* Writing, indented by two spaces, UTF-8, LF, closing newline. Attribute order is call order. A failure is remembered
 * and given by xml_writer_close. Text may hold anything: bytes that XML cannot carry are written as \xNN text.
 * An element holds text (in any number of calls) or elements, not both; attributes come before either; at most 32
 * levels (asserted). Two writers that are open at once are closed in the opposite order. */
struct xml_writer;
struct xml_writer *xml_writer_new(const char *root, const char *namespace_uri);
void xml_open(struct xml_writer *w, const char *element);
void xml_attribute_text(struct xml_writer *w, const char *name, struct slice value);
void xml_attribute_number(struct xml_writer *w, const char *name, int64_t value);
void xml_attribute_money(struct xml_writer *w, const char *name, struct money m); /* rupiah, with sen where there are some */
void xml_text(struct xml_writer *w, struct slice value);
void xml_close(struct xml_writer *w);
/* What the caller had to write could not be made: the document is given up. */
void xml_fail(struct xml_writer *w);
/* Ends the document, appends it to `out` and frees the writer. STATUS_FAIL: memory (xml_writer_new may have given NULL
 * already, which every call here takes); `out` is then marked as failed, so that the caller's one check of it suffices,
 * and nothing was appended. */
enum status xml_writer_close(struct xml_writer *w, struct buf *out) NAFKAH_MUST_USE;

#endif
