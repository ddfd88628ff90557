/* The one flag that a signal handler sets (to the signal's number). Long work looks at it between blocks, stops as
 * failed (STATUS_FAIL without a finding) and undoes what it did; main then ends the process by that same signal.
 * The handler is installed without SA_RESTART, so that a wait for input ends at once; SIGPIPE and SIGXFSZ are ignored,
 * so that they arrive as EPIPE and EFBIG. */
#ifndef NAFKAH_INTERRUPT_H
#define NAFKAH_INTERRUPT_H

#include <signal.h>

extern volatile sig_atomic_t interrupted_by;

#endif
