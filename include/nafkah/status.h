/* How a step ended. Graded, so that a caller can go on after a refused record and must not after a failure;
 * every refusal and failure has put a finding (finding.h) on record before it is returned. */
#ifndef NAFKAH_STATUS_H
#define NAFKAH_STATUS_H

#define NAFKAH_MUST_USE __attribute__((warn_unused_result))

enum status {
	STATUS_OK,
	STATUS_END,    /* nothing more to read; not an error */
	STATUS_REJECT, /* the input was refused; the caller may look for more to refuse, but writes nothing */
	STATUS_FAIL    /* disk, memory, permission or a broken law: stop, undo, leave */
};

#endif
