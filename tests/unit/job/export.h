/* What the tests of job share: cmocka, and an export held in memory. */
#ifndef TESTS_JOB_EXPORT_H
#define TESTS_JOB_EXPORT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <nafkah/bytes.h>
#include <nafkah/finding.h>

#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

struct export {
	struct slice text;
	size_t at;
};

/* In pieces, so that nothing rests on the whole being there at once. */
static inline enum status export_read(void *context, char *into, size_t cap, size_t *got)
{
	struct export *e = context;
	size_t left = e->text.len - e->at;

	*got = left < cap ? left : cap;
	*got = *got < 100 ? *got : 100;
	memcpy(into, e->text.ptr + e->at, *got);
	e->at += *got;
	return STATUS_OK;
}

static inline struct byte_source export_source(struct export *e, const char *text)
{
	*e = (struct export){ .text = slice_from_c(text) };
	return (struct byte_source){ export_read, e };
}

/* The codes of all findings in the order in which they were made: "N0503 N0504". */
static inline const char *codes_of(const struct findings *f, char *out, size_t room)
{
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->count && len + 8 < room; i++)
		len += (size_t)snprintf(out + len, room - len, "%s%s", i > 0 ? " " : "", code_name(f->items[i].code));
	return out;
}

#endif
