/* The result of an upload as a bank gives it back: CSV, a workbook, or an HTML table, told by the names of its columns. */
#ifndef NAFKAH_BANK_FILE_H
#define NAFKAH_BANK_FILE_H

#include <nafkah/return_format.h>

struct bank_file_setup {
	struct slice bytes, file;
	const struct return_format *formats;
	size_t format_count;
	bool chosen;          /* the user named the format: it is the only one */
	struct arena *arena;  /* the result lives in it */
	struct findings *findings;
};

struct bank_file {
	const struct return_format *format;
	struct bank_results results; /* in the order of the file */
};

/* STATUS_REJECT: no format or several fit the header (N1043, N1044), a cell is not what it must be (N1045), a status is
 * no word of the format (N1046), or it is no table (N01..). All rows are read, so that all faults are told. */
enum status bank_file_read(const struct bank_file_setup *setup, struct bank_file *out) NAFKAH_MUST_USE;

#endif
