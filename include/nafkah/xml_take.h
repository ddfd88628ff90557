/* Values of a checked tree (xml.h) as typed values. The table has refused every other form already, so these do not fail;
 * an absent attribute gives the stated default. */
#ifndef NAFKAH_XML_TAKE_H
#define NAFKAH_XML_TAKE_H

#include <nafkah/date.h>
#include <nafkah/money.h>
#include <nafkah/xml.h>

int64_t xml_take_whole(const struct xml_node *n, const char *name, int64_t absent);
struct ratio xml_take_ratio(const struct xml_node *n, const char *name); /* absent: 0/1 */
struct date xml_take_date(const struct xml_node *n, const char *name);   /* absent: {0} */
month_no xml_take_month(const struct xml_node *n, const char *name);     /* absent: MONTH_NONE */
/* A sum of rupiah, signed, with up to two decimals, up to what 64 bits of sen hold (an amount of an input is smaller).
 * False: it has another form, which no table refuses. */
bool xml_take_money(const struct xml_node *n, const char *name, struct money *out) NAFKAH_MUST_USE;
bool xml_take_yes(const struct xml_node *n, const char *name);           /* absent: false; "ya" is true */

/* Place of `word` among blank-separated `words`; -1 when it is none of them. */
int word_index(const char *words, struct slice word);

/* The next of several words separated by one blank; empty at the end. */
struct slice next_of_words(struct slice *rest);

/* The same for an attribute; `absent` when it is absent. */
int xml_take_word(const struct xml_node *n, const char *name, const char *words, int absent);

/* What separates the fields of a text file: as words of an attribute, and the characters that they name, in the same order. */
#define DELIMITER_WORDS "koma titik-koma tab pipa"
#define DELIMITER_BYTES ",;\t|"
/* The characters that a list of such words names; lives in `a`. */
struct slice xml_take_delimiters(struct arena *a, const struct xml_node *n, const char *name);

/* N0414 for a value that only code can judge. `expected` says what it must look like; `personal`, that it is masked in logs. */
void xml_refuse_as(const struct xml_node *n, const char *attribute, struct slice value, const char *expected, bool personal,
                   struct slice file, struct findings *findings);

#endif
