/* The reconciliation report as data, rekonsiliasi.xml (formats/schema/rekonsiliasi.xsd). */
#ifndef NAFKAH_REPORT_H
#define NAFKAH_REPORT_H

#include <nafkah/bridge.h>
#include <nafkah/calendar.h>
#include <nafkah/finding.h>
#include <nafkah/person.h>
#include <nafkah/status.h>
#include <nafkah/transfer.h>

/* One payroll before and after. Amounts of a payroll may carry sen; what is taken is whole rupiah. */
struct report_file {
	struct slice name;
	enum kind kind;
	uint64_t rows, counted, changed;
	struct money gross, cuts, net, net_after;
	int64_t taken;
};

struct report_department {
	struct slice name;
	enum kind kind;
	uint64_t rows;
	struct money net, net_after;
	int64_t taken;
};

struct report_check {
	const char *name;
	uint64_t rows, findings;
};

/* Everything is borrowed. */
struct report {
	month_no period;
	const struct rules *rules;
	const struct report_file *files;
	size_t file_count;
	const struct report_department *departments;
	size_t department_count;
	const struct transfers *transfers;
	const struct case_file *const *cases;
	size_t case_count;
	const struct findings *findings;
	const struct report_check *checks;
	size_t check_count;
	const struct calendar *calendar; /* NULL: none */
	const struct bridge *bridge; /* NULL: there is no month before, or the first part of this one has told of it */
};

/* Whether a finding is of the month: what depends on the machine or on an earlier run (a leftover that was removed) is not. */
bool report_tells(enum code code);

enum status report_write_xml(const struct report *r, struct buf *out) NAFKAH_MUST_USE;

/* Sums over a case's lines. */
struct case_sums {
	int64_t due, paid, arrears;
	int64_t earlier; /* paid in the first part of the month, beside `paid` */
	int64_t waiting;
};
struct case_sums case_sums(const struct case_file *c);

#endif
