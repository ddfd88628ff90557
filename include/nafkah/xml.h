/* XML from outside -> a small checked tree; and XML out.
 *
 * Input is one document held in memory. Before the parser sees it, a linear pass refuses what may never occur: a tag
 * or a text above 64 KiB, a DOCTYPE, another encoding than UTF-8, XML 1.1. Then libxml2's SAX2 push parser checks well-formedness
 * (options: NONET only), and a table (struct xml_element) says what may stand where. Unknown, missing, repeated or
 * misplaced elements and attributes, character data where none belongs, processing instructions, CDATA, comments
 * inside a value, depth above 32, a foreign namespace and a value that its type refuses are findings with file, line,
 * column and path; all of them are reported, not only the first, except that a document which is not well-formed ends
 * at that place.
 *
 * The tree is handed out child by child of the root: `child` is called for every direct child of the root element
 * with its whole subtree, which lives until that call returns. So the size of a file of rulings never shows as a
 * tree in memory. A child that had a finding of level tolak is not handed out. */
#ifndef NAFKAH_XML_H
#define NAFKAH_XML_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a value must look like. Every type but XML_TEXT refuses the empty string. Blanks at either end are not
 * removed: " 3" is not a number. */
enum xml_type {
	XML_NONE,    /* an element that holds no text */
	XML_TEXT,    /* any text, may be empty */
	XML_WORD,    /* any text that is not empty and not only blanks */
	XML_ENUM,    /* one of `words`, separated by blanks in the table */
	XML_DATE,    /* YYYY-MM-DD that exists */
	XML_MONTH,   /* YYYY-MM */
	XML_WHOLE,   /* digits without leading zero (or "0"), between min and max */
	XML_RATIO,   /* N/D, 0 <= N <= D, 1 <= D <= 1000 */
	XML_ID,      /* [a-z0-9][a-z0-9-]* up to 64 bytes */
	XML_NIP,     /* 18 digits, not further checked here */
	XML_WORDS    /* one or more of `words`, blank-separated, none twice */
};

struct xml_value {
	enum xml_type type;
	const char *words; /* XML_ENUM, XML_WORDS */
	int64_t min, max;  /* XML_WHOLE; XML_TEXT and XML_WORD: max length in bytes, 0 for none */
};

struct xml_attribute {
	const char *name;
	bool required;
	struct xml_value value;
};

struct xml_element {
	const char *name;
	const struct xml_attribute *attributes; /* ends with a NULL name */
	const struct xml_child *children;       /* ends with a NULL element; in the order in which they must stand */
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
	const struct slice *values; /* parallel to kind->attributes; NULL ptr when absent */
	struct slice text;          /* of an element whose text type is not XML_NONE */
	const struct xml_node *first, *next; /* children in document order */
	const struct xml_node *parent;
};

/* Convenience over a node. `name` must be in the node's table row (asserted). */
struct slice xml_attr(const struct xml_node *n, const char *name); /* NULL ptr: absent */
const struct xml_node *xml_find(const struct xml_node *n, const char *element); /* first child of that name or NULL */
const struct xml_node *xml_next(const struct xml_node *n); /* next sibling of the same name or NULL */

/* "daftar-putusan/putusan[3]/amar/@penghasilan"-like path for findings of the caller, into `out`. `attribute` may be
 * NULL. */
void xml_path(const struct xml_node *n, const char *attribute, struct buf *out);

struct xml_document {
	const struct xml_element *root;
	const char *namespace_uri; /* required on the root; all elements live in it */
	/* Called with the root (attributes filled, no children) before its first child, may be NULL; then once a child.
	 * STATUS_OK goes on, STATUS_REJECT goes on and makes the result STATUS_REJECT, STATUS_FAIL stops. */
	enum status (*root_open)(void *context, const struct xml_node *root);
	enum status (*child)(void *context, const struct xml_node *child);
	void *context;
};

/* `file` is the base name for findings. */
enum status xml_read(struct slice bytes, const struct xml_document *doc, struct slice file,
                     struct findings *findings) NAFKAH_MUST_USE;

/* True when the bytes look like XML rather than a payroll: "<?xml" or "<" behind an optional BOM and blanks. */
bool xml_looks_like(struct slice first_bytes);

/* Which of several known roots a document has (for `formats check`): the local name and namespace of its root
 * element, copied into `arena`. STATUS_REJECT with a finding when it is not well-formed up to there. */
enum status xml_root_of(struct slice bytes, struct slice file, struct arena *arena, struct slice *name,
                        struct slice *namespace_uri, struct findings *findings) NAFKAH_MUST_USE;

/* Writing, indented by two spaces, UTF-8, LF, closing newline. Attribute order is call order. A failure is remembered and given by
 * xml_writer_close. Text may hold anything: bytes that XML cannot carry are written as \xNN text. */
struct xml_writer;
struct xml_writer *xml_writer_new(const char *root, const char *namespace_uri);
void xml_open(struct xml_writer *w, const char *element);
void xml_attribute_text(struct xml_writer *w, const char *name, struct slice value);
void xml_attribute_number(struct xml_writer *w, const char *name, int64_t value);
void xml_text(struct xml_writer *w, struct slice value);
void xml_close(struct xml_writer *w);
/* Ends the document, appends it to `out` and frees the writer. STATUS_FAIL: memory. */
enum status xml_writer_close(struct xml_writer *w, struct buf *out) NAFKAH_MUST_USE;

#endif
