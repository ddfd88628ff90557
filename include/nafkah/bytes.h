/* Bytes that flow: where they come from, and where they go. Stages (gzip, encodings, the entries of a workbook) are
 * put between the two and look like either from outside. */
#ifndef NAFKAH_BYTES_H
#define NAFKAH_BYTES_H

#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stddef.h>

/* Fills up to `cap` bytes, sets *got (0 at the end). A finding has been made when the status is not STATUS_OK. Not
 * called again after the end or a failure. */
struct byte_source {
	enum status (*read)(void *context, char *into, size_t cap, size_t *got);
	void *context;
};

/* Takes all of it or fails; a finding has been made when the status is not STATUS_OK. Not called again after that. */
struct byte_sink {
	enum status (*write)(void *context, const void *bytes, size_t len);
	void *context;
};

/* Bytes in memory as a source; *rest is what has not been read yet, and outlives the source. */
struct byte_source bytes_of(struct slice *rest);

/* Reads until `cap` bytes are there; *len is less only at the end and after a failure. */
enum status bytes_fill(struct byte_source from, char *into, size_t cap, size_t *len) NAFKAH_MUST_USE;

#endif
