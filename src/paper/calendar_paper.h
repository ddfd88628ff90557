/* The calendar in the report's papers. Private to src/paper. */
#ifndef NAFKAH_CALENDAR_PAPER_H
#define NAFKAH_CALENDAR_PAPER_H

#include <nafkah/calendar.h>
#include <nafkah/xml.h>

/* <kalender> of rekonsiliasi.xml. */
void calendar_write(const struct calendar *c, struct xml_writer *w);

#endif
