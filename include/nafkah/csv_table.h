/* CSV behind the table's operations; csv.h says what is read and what is refused. */
#ifndef NAFKAH_CSV_TABLE_H
#define NAFKAH_CSV_TABLE_H

#include <nafkah/table.h>

/* CSV_DELIMITER_UNKNOWN: to be found with `split`. NULL: memory (a finding was made). */
void *csv_table_open(struct byte_source source, char delimiter, struct slice file, struct findings *findings);
extern const struct table_ops csv_table_ops;

#endif
