/* The one flag that a signal handler sets (to the signal's number). Long work looks at it between blocks, stops as
 * failed and undoes what it did; main then ends the process by that same signal. */
#ifndef NAFKAH_INTERRUPT_H
#define NAFKAH_INTERRUPT_H

#include <signal.h>

extern volatile sig_atomic_t interrupted_by;

#endif
