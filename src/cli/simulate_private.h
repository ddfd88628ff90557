/* The parts of `nafkah simulate` in src/cli. */
#ifndef NAFKAH_SIMULATE_CLI_PRIVATE_H
#define NAFKAH_SIMULATE_CLI_PRIVATE_H

#include "cli.h"

/* Fills the facts from call->facts; they live in `arena`. False: a message was printed, wrong usage, or the arena is
 * exhausted. */
bool simulate_facts_read(const struct call *call, struct arena *arena, struct simulation_facts *out);

/* Everything as one JSON object. STATUS_FAIL: memory. */
enum status simulate_print_json(const struct simulation *s, enum exit_status status, enum lang lang);

#endif
