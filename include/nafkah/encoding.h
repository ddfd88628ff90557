/* Text encodings other than UTF-8, by iconv and only for those of container.h. Every conversion here can be undone:
 * text that went to UTF-8 and back is the same bytes, and text that could not be is refused. Nothing is replaced or
 * left out. */
#ifndef NAFKAH_ENCODING_H
#define NAFKAH_ENCODING_H

#include <nafkah/buf.h>
#include <nafkah/bytes.h>
#include <nafkah/container.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>

#include <stdbool.h>

const char *encoding_name(enum encoding e); /* "UTF-16LE" ... */

/* A stage that turns text into UTF-8. A BOM comes out as U+FEFF. What is no text in `from` is refused (N0156; value:
 * the bytes, detail: the encoding and their offset in the file, "UTF-16LE, byte 17"): a lone surrogate, half a
 * character at the end, a byte that the code page does not have. What stood before it has been delivered; pieces do
 * not matter. Not for ENCODING_UTF8. NULL: memory, or this machine's iconv lacks it (N0903, N0901). */
struct recode;
struct recode *recode_to_utf8(struct byte_source text, enum encoding from, struct slice file,
                              struct findings *findings);
struct byte_source recode_source(struct recode *r);

/* And the way back: a sink that takes UTF-8, cut anywhere. What `to` cannot say, and what is not UTF-8, is refused
 * (N0156; the offset is that in the UTF-8). */
struct recode *recode_from_utf8(struct byte_sink text, enum encoding to, struct slice file,
                                struct findings *findings);
struct byte_sink recode_sink(struct recode *r);
/* STATUS_REJECT when the last character is not whole. Nothing may be written after it. */
enum status recode_end(struct recode *r) NAFKAH_MUST_USE;

void recode_free(struct recode *r);

/* One value of an 8-bit encoding, appended as UTF-8. False: a byte that the code page does not have, or memory or iconv
 * (out->failed); nothing was appended then. */
bool recode_value(enum encoding from, struct slice value, struct buf *out);

#endif
