/* gzip (RFC 1952) as a stage, by zlib's inflate and deflate.
 *
 * Reading: any number of members, each with its own CRC and length; Z_STREAM_END is demanded. Refused:
 *   N0151 cut anywhere but between two members, where nothing shows it (detail: the length of what is there)
 *   N0152 damaged data, wrong CRC or length, no gzip at all (value: zlib's words, detail: how far it had read)
 *   N0153 other bytes behind the last member, be they NULs (detail: where they begin)
 *   N0154 gzip inside gzip (value: "gzip")
 *   N0155 a text of over GZIP_RATIO_FREE bytes that is more than GZIP_RATIO_MAX times as long as what was packed
 *         (value: GZIP_RATIO_MAX); what was packed is counted in steps of GZIP_STEP bytes
 * Offsets are those of the packed file. What stood before the fault has been delivered, and which fault it is does not
 * depend on the pieces in which bytes come and go. Memory is bounded whatever the text.
 *
 * Writing: the same text gives the same bytes, however it was cut: one member, so that no cut of it goes unseen and
 * a reader that knows only one has all; no name, no time, OS "unknown", level GZIP_LEVEL. Every GZIP_BLOCK bytes of
 * text are packed without regard to the others (Z_FULL_FLUSH). */
#ifndef NAFKAH_GZIP_H
#define NAFKAH_GZIP_H

#include <nafkah/bytes.h>
#include <nafkah/finding.h>
#include <nafkah/slice.h>

enum {
	GZIP_BLOCK = 1048576,
	GZIP_LEVEL = 2,
	GZIP_RATIO_MAX = 200,
	GZIP_RATIO_FREE = 1048576,
	GZIP_STEP = 32768 /* bytes of the packed file that are looked at at once */
};

struct gunzip;
/* `file` (base name) and `findings` are borrowed. NULL: memory (a finding was made). */
struct gunzip *gunzip_new(struct byte_source packed, struct slice file, struct findings *findings);
void gunzip_free(struct gunzip *g);
struct byte_source gunzip_source(struct gunzip *g);

struct gzip;
/* As above. The sink gets nothing before the first block is full or gzip_end is called. */
struct gzip *gzip_new(struct byte_sink packed, struct slice file, struct findings *findings);
void gzip_free(struct gzip *g);
struct byte_sink gzip_sink(struct gzip *g);
/* Writes what is left. Nothing may be written after it. */
enum status gzip_end(struct gzip *g) NAFKAH_MUST_USE;

#endif
