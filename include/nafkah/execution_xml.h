/* pelaksanaan.xml (formats/schema/pelaksanaan.xsd) as it is read back: what the next month, or the second part of this
 * one, goes on from. execution_paper.h writes it: what this program would not have written is refused. */
#ifndef NAFKAH_EXECUTION_XML_H
#define NAFKAH_EXECUTION_XML_H

#include <nafkah/execution_book.h>

/* Lives in `a`. STATUS_REJECT: the findings say where it is not what the schema says (xml.h), or where one value
 * contradicts another (N0414). */
enum status execution_read(struct slice bytes, struct slice file, struct arena *a, struct execution_book *out,
                           struct findings *findings) NAFKAH_MUST_USE;

#endif
