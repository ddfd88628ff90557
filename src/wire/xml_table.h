/* Short forms for the tables that say what may stand where in a document. Private to src/wire. */
#ifndef NAFKAH_XML_TABLE_H
#define NAFKAH_XML_TABLE_H

#include <nafkah/xml.h>

#define A(n, r, ...) { .name = (n), .required = (r), .value = { __VA_ARGS__ } }
#define END_ATTRIBUTES { .name = NULL }
#define END_CHILDREN { .element = NULL }
#define ONE(e) { &(e), 1, 1, 0 }
#define OPTIONAL(e) { &(e), 0, 1, 0 }
#define BETWEEN(e, lo, hi) { &(e), (lo), (hi), 0 }
#define ANY(e) { &(e), 0, 0, 0 }
#define ANY_ORDER(e) { &(e), 0, 0, 1 }

#define WORDS(w) .type = XML_ENUM, .words = (w)
#define LIST(w) .type = XML_WORDS, .words = (w)
#define DAY .type = XML_DATE
#define MONTH .type = XML_MONTH
#define FRACTION .type = XML_RATIO
#define TEXT(most) .type = XML_TEXT, .max = (most)
#define NAME(most) .type = XML_WORD, .max = (most)
#define NUMBER(lo, hi) .type = XML_WHOLE, .min = (lo), .max = (hi)

#endif
