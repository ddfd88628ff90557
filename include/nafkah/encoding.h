/* Text encodings other than UTF-8, by iconv and only for the names below. Every conversion here can be undone: text that
 * went to UTF-8 and back is the same bytes, and text that could not be is refused. */
#ifndef NAFKAH_ENCODING_H
#define NAFKAH_ENCODING_H

#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>

#include <stdbool.h>

enum encoding { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_WINDOWS_1252, ENCODING_CP437, ENCODING_CP850 };
#define ENCODING_COUNT 6

const char *encoding_name(enum encoding e); /* "UTF-16LE" ... */

/* A stage that turns text into UTF-8. A BOM comes out as U+FEFF. N0109 with the offset in the file (`detail`) and the bytes
 * (`value`) where the text is not in `from`: a lone surrogate, half a character at the end, a byte that the code page does not
 * have. Not for ENCODING_UTF8. NULL: memory, or iconv lacks it (a finding was made). */
struct recode;
struct recode *recode_to_utf8(struct byte_source text, enum encoding from, struct slice file, struct findings *findings);
struct byte_source recode_source(struct recode *r);

/* And the way back: a sink that takes UTF-8, cut anywhere. */
struct recode *recode_from_utf8(struct byte_sink text, enum encoding to, struct slice file, struct findings *findings);
struct byte_sink recode_sink(struct recode *r);
/* STATUS_REJECT when the last character is not whole. */
enum status recode_end(struct recode *r) NAFKAH_MUST_USE;

void recode_free(struct recode *r);

/* One value of an 8-bit encoding, appended as UTF-8. False: a byte that the code page does not have, or memory (out->failed). */
bool recode_value(enum encoding from, struct slice value, struct buf *out);

#endif
