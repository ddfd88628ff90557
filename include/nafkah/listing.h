/* The names in a folder. */
#ifndef NAFKAH_LISTING_H
#define NAFKAH_LISTING_H

#include <nafkah/arena.h>
#include <nafkah/finding.h>
#include <nafkah/status.h>

/* Names that end in `suffix`, without hidden ones, in byte order; they live in `a`, each with a NUL behind it. A folder that
 * cannot be read is N0101 or N0901. */
enum status folder_list(const char *path, struct slice suffix, struct arena *a, struct findings *findings,
                        struct slice **names, size_t *count) NAFKAH_MUST_USE;

#endif
