/* Work on a run of bytes that a thread of its own does, in the order in which they are given. The giver's bytes are copied,
 * so they may change at once. One giver at a time. */
#ifndef NAFKAH_ASIDE_H
#define NAFKAH_ASIDE_H

#include <stdbool.h>
#include <stddef.h>

struct aside; /* opaque */

/* False from `eat` makes everything that follows fail. */
typedef bool aside_eat(void *context, const void *bytes, size_t len);

/* NULL: no thread or no memory to be had. The thread takes no signals. */
struct aside *aside_start(aside_eat *eat, void *context);

/* Waits while too much is uneaten. False: something failed before. */
bool aside_give(struct aside *a, const void *bytes, size_t len) __attribute__((warn_unused_result));

/* Waits until all is eaten; the giver may touch `context` until it gives again. False: something failed since the last
 * time. */
bool aside_wait(struct aside *a) __attribute__((warn_unused_result));

/* Waits, ends the thread, frees. NULL is fine. */
void aside_stop(struct aside *a);

#endif
