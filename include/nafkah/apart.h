/* Work in a process of its own, for a library that breaks when memory or disk are short, or goes on and says nothing.
 * (libxlsxwriter 1.1.4, writing 50 rows: of 420 single allocation failures 203 ended in a crash and 142 in another
 * workbook with success.)
 *
 * The work is done twice there, one after the other, and counts only if both times it said that all is well and wrote
 * the same bytes. It writes them into an empty file in memory, by the descriptor or through /proc/self/fd. It sees
 * what its caller has, as it was at the start, and changes nothing of it; its messages on stderr are dropped. It ends
 * with its caller. */
#ifndef NAFKAH_APART_H
#define NAFKAH_APART_H

#include <nafkah/buf.h>

#include <stdbool.h>

/* False: it failed. */
typedef bool apart_work(void *context, int fd);

/* Appends what was written. False: memory, disk or the work itself failed, nobody can say which, or a signal came
 * (interrupt.h); nothing was appended. */
bool apart_do(apart_work *work, void *context, struct buf *out) __attribute__((warn_unused_result));

#endif
