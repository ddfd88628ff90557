/* From the first byte that differs to a line and a column that a person can look up. Private to src/job/verify*.c. */
#ifndef NAFKAH_VERIFY_PLACE_H
#define NAFKAH_VERIFY_PLACE_H

#include <nafkah/arena.h>
#include <nafkah/bytes.h>
#include <nafkah/payroll.h>

enum shape { SHAPE_OPAQUE, SHAPE_CSV, SHAPE_XML, SHAPE_LINES, SHAPE_SHEET, SHAPE_DBF };

struct place_request {
	enum shape shape;
	struct byte_source content;  /* as it is found, from its first byte */
	uint64_t offset;             /* in it, of the first byte that differs */
	struct slice computed;       /* what should stand from there on, or its beginning */
	const struct header *header; /* of a payroll; NULL: a list of our own, whose first line names the columns */
};

/* Results live in the arena; what is not known stays empty. */
struct place_found {
	uint64_t line;
	struct slice column, row, found, expected;
};

/* False: memory, or the content could not be read up to there. */
bool place_find(const struct place_request *r, struct arena *a, struct place_found *out);

/* ---- its parts ---- */

struct place_reader {
	struct byte_source source;
	size_t got, at;
	uint64_t offset; /* of the next byte */
	bool failed;
	char block[65536];
};

/* The next byte, or -1 at the end or after a failure. */
int place_byte(struct place_reader *r);

enum { PLACE_TEXT_MAX = 65536 }; /* no more of a line is looked at */

/* `text` as it may be shown: escaped, cut, masked where it is personal. */
struct slice place_show(struct arena *a, struct slice text, bool personal);

bool place_csv(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out);
bool place_xml(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out);
bool place_sheet(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out);
bool place_dbf(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out);

/* Whether the values of a column may name a person. `index` counts the columns of the header, where there is one. */
bool place_is_personal(const struct header *h, size_t index, struct slice name);

#endif
