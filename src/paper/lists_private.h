/* Private to src/paper: the sheets of the reconciliation workbook. */
#ifndef NAFKAH_LISTS_PRIVATE_H
#define NAFKAH_LISTS_PRIVATE_H

#include <nafkah/lists.h>
#include <nafkah/sheet_writer.h>

#define COUNT_OF(columns) (sizeof(columns) / sizeof *(columns))

void rulings_sheet(struct book *b, const struct report *r);
void files_sheet(struct book *b, const struct report *r);
void departments_sheet(struct book *b, const struct report *r);
void bridge_sheet(struct book *b, const struct report *r); /* none without a month before */
void calendar_sheet(struct book *b, const struct report *r);
void findings_sheet(struct book *b, const struct report *r);
void checks_sheet(struct book *b, const struct report *r);

#endif
