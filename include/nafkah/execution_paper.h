/* pelaksanaan.xml (formats/schema/pelaksanaan.xsd): how every ruling is carried out, for the court and the personnel
 * office. Each <perkara> holds its own case only, so that one may be handed out without the others; no account, no
 * NIK. */
#ifndef NAFKAH_EXECUTION_PAPER_H
#define NAFKAH_EXECUTION_PAPER_H

#include <nafkah/buf.h>
#include <nafkah/execution.h>

struct execution_list {
	month_no period, since; /* the first month of the chain of folders */
	struct slice court;
	const struct execution *items; /* in register order */
	size_t count;
};

enum status execution_write(const struct execution_list *list, struct buf *out) NAFKAH_MUST_USE;

#endif
