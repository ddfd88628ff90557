/* The workbook to fill in rulings, which rulings_read then takes: a sheet `putusan` with the columns of
 * rulings_columns.h, text cells where a number would spoil digits, and lists to choose words from; a sheet `petunjuk`
 * that explains every column in Indonesian; and a sheet `contoh` with one invented ruling. */
#ifndef NAFKAH_TEMPLATE_H
#define NAFKAH_TEMPLATE_H

#include <nafkah/buf.h>
#include <nafkah/finding.h>
#include <nafkah/rulings_columns.h>
#include <nafkah/status.h>

/* `scratch` is a folder for temporary files (sheet_writer.h). */
enum status template_rulings(const char *scratch, struct findings *findings, struct buf *out) NAFKAH_MUST_USE;

/* What a column is for, in Indonesian. */
const char *template_meaning(enum rulings_column c);

#endif
