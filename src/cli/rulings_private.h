/* The parts of `nafkah rulings diff` in src/cli. */
#ifndef NAFKAH_RULINGS_CLI_PRIVATE_H
#define NAFKAH_RULINGS_CLI_PRIVATE_H

#include "cli.h"

/* Words for machines. */
const char *diff_kind_word(enum diff_kind kind); /* "hilang", "berubah", ... */
const char *diff_need_word(enum diff_need need); /* "" for NEED_NOTHING */

/* Everything as one JSON object, personal values masked as in the table. STATUS_FAIL: memory. */
enum status diff_print_json(const struct rulings_diff *d, enum exit_status status);

#endif
