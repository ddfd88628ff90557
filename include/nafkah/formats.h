/* The four documents that people write, from their XML: rulings, rules, payroll layouts, the office. The tables behind
 * them accept what formats/schema/ accepts; then come the rules between fields. All findings are reported; anything of
 * level tolak makes the result STATUS_REJECT. */
#ifndef NAFKAH_FORMATS_H
#define NAFKAH_FORMATS_H

#include <nafkah/layout.h>
#include <nafkah/office.h>
#include <nafkah/rules.h>
#include <nafkah/ruling.h>

/* Results live in `a`. `file` is the base name, borrowed as long as the results live. */
enum status rulings_read(struct slice bytes, struct slice file, struct arena *a, struct rulings *out,
                         struct findings *findings) NAFKAH_MUST_USE;

enum status layout_read(struct slice bytes, struct slice file, struct arena *a, struct layout *out,
                        struct findings *findings) NAFKAH_MUST_USE;

/* The version in force for `period`: the last one that starts at or before it; a period before the first is refused (N0802).
 * With MONTH_NONE the last version, for listing. */
enum status rules_read(struct slice bytes, struct slice file, month_no period, struct arena *a, struct rules *out,
                       struct findings *findings) NAFKAH_MUST_USE;

enum status office_read(struct slice bytes, struct slice file, struct arena *a, struct office *out,
                        struct findings *findings) NAFKAH_MUST_USE;

#endif
