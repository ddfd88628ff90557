/* What the papers of an office share: its letterhead above and its signatures below. Private to src/paper; page_style has the
 * rules of their classes. */
#ifndef NAFKAH_LETTERHEAD_H
#define NAFKAH_LETTERHEAD_H

#include <nafkah/html.h>
#include <nafkah/office.h>

/* Nothing without an office. */
void letterhead_write(struct html *h, const struct office *o);

/* Place and day to fill in, and a signature for each official; two to fill in without an office. */
void letterhead_sign(struct html *h, const struct office *o);

#endif
