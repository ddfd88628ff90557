/* What the papers in two languages share. Private to src/paper. */
#ifndef NAFKAH_PAPER_WORDS_H
#define NAFKAH_PAPER_WORDS_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/date.h>
#include <nafkah/finding.h>

/* "Januari", "January" */
const char *month_word(month_no m, enum lang lang);

/* A sentence with {1} to {9} replaced by values. Lives in `a`. */
struct slice words_fill(struct arena *a, const char *sentence, const struct slice *values, size_t count);

/* A sentence behind `indent`, broken between words into lines of at most `width` characters. */
void words_wrap(struct slice sentence, const char *indent, size_t width, struct buf *out);

#endif
