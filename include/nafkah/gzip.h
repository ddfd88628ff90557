/* gzip (RFC 1952) as a stage, by zlib's inflate and deflate.
 *
 * Reading: any number of members, each with its own CRC and length; Z_STREAM_END is demanded. Refused: cut anywhere
 * (N0151), a wrong CRC or length or damaged data (N0152), other bytes behind the last member (N0153), gzip inside gzip
 * (N0154), a text more than GZIP_RATIO_MAX times as long as what was packed, once it is over 1 MiB (N0155; value: the
 * ratio). `detail` is the offset in the packed file. Memory is bounded whatever the text.
 *
 * Writing: the same text gives the same bytes: members of GZIP_MEMBER bytes of text, no name, no time, OS "unknown",
 * level GZIP_LEVEL. An empty text is one empty member. */
#ifndef NAFKAH_GZIP_H
#define NAFKAH_GZIP_H

#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>

enum { GZIP_MEMBER = 1048576, GZIP_LEVEL = 2, GZIP_RATIO_MAX = 200 };

struct gunzip;
/* `file` (base name) and `findings` are borrowed. NULL: memory (a finding was made). */
struct gunzip *gunzip_new(struct byte_source packed, struct slice file, struct findings *findings);
void gunzip_free(struct gunzip *g);
struct byte_source gunzip_source(struct gunzip *g);

struct gzip;
struct gzip *gzip_new(struct byte_sink packed, struct slice file, struct findings *findings);
void gzip_free(struct gzip *g);
struct byte_sink gzip_sink(struct gzip *g);
/* Writes what is left. Nothing may be written after it. */
enum status gzip_end(struct gzip *g) NAFKAH_MUST_USE;

#endif
