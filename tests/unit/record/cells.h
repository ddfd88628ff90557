/* What the tests of record share: cmocka, and counting of findings by code. */
#ifndef TESTS_RECORD_CELLS_H
#define TESTS_RECORD_CELLS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <nafkah/finding.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* The codes of all findings in the order in which they were made: "N0503 N0504". */
static inline void codes_of(const struct findings *f, char *out, size_t room)
{
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->count && len + 8 < room; i++)
		len += (size_t)snprintf(out + len, room - len, "%s%s", i > 0 ? " " : "", code_name(f->items[i].code));
}

#endif
