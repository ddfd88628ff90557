#include <nafkah/interrupt.h>

volatile sig_atomic_t interrupted_by;
