/* The office in whose name a month is reconciled, as its file states it (formats/schema/kantor.xsd): what stands on the
 * papers that people sign. It changes no figure. */
#ifndef NAFKAH_OFFICE_H
#define NAFKAH_OFFICE_H

#include <nafkah/ruling.h>

enum { OFFICE_LINES_MAX = 4, OFFICE_OFFICIALS_MAX = 4, OFFICE_TESTED_MAX = 32 };

struct official {
	struct slice post, name;
	uint64_t nip; /* 0: not stated */
};

/* Somebody put a file of this transfer format before the bank, which took it. */
struct format_tested {
	struct slice id, by;
	struct date date;
};

struct office {
	struct slice name;
	struct slice lines[OFFICE_LINES_MAX]; /* letterhead, above and below the name as the file has them */
	size_t line_count;
	struct official officials[OFFICE_OFFICIALS_MAX]; /* those who sign, at least one */
	size_t official_count;
	struct account account; /* the money is paid from it; not stated: {0} */
	struct format_tested tested[OFFICE_TESTED_MAX];
	size_t tested_count;
};

#endif
