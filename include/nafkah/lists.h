/* The lists of a month as workbooks, for people who read, sort and print them. What banks and programs read, and what
 * the seal and `verify` compare to the byte across releases, are the CSV and XML beside them: these say the same and
 * no more. */
#ifndef NAFKAH_LISTS_H
#define NAFKAH_LISTS_H

#include <nafkah/report.h>

/* Everything is borrowed. */
struct lists {
	struct slice transfers, rows; /* transfer.csv and pelaksanaan.csv, as they were written */
	const struct report *report;
	const char *scratch; /* a folder for temporary files (sheet_writer.h) */
};

/* transfer.xlsx: the transfer list alone, so that it can be handed on. */
enum status lists_transfers(const struct lists *l, struct findings *findings, struct buf *out) NAFKAH_MUST_USE;

/* rekonsiliasi.xlsx: the register and the report's tables, a sheet each. */
enum status lists_reconciliation(const struct lists *l, struct findings *findings, struct buf *out) NAFKAH_MUST_USE;

#endif
