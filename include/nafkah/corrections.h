/* Accounts that a person corrects for payments that came back: a table of the columns kunci, bank, rekening,
 * nama_rekening, bukti. */
#ifndef NAFKAH_CORRECTIONS_H
#define NAFKAH_CORRECTIONS_H

#include <nafkah/ruling.h>

struct correction {
	uint64_t line;
	struct slice key;
	struct account account; /* possible, with proof */
};

struct corrections {
	struct correction *items; /* in the order of the file, each key once */
	size_t count;
};

/* CSV (comma or semicolon) or a workbook. Lives in `a`. STATUS_REJECT: N1056, N1058, N0191, or it is no such table. */
enum status corrections_read(struct slice bytes, struct slice file, struct arena *a, struct corrections *out,
                             struct findings *findings) NAFKAH_MUST_USE;

#endif
