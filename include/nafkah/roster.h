/* Everybody whom a ruling names: persons with their cases and lines, ready for what the payrolls say. */
#ifndef NAFKAH_ROSTER_H
#define NAFKAH_ROSTER_H

#include <nafkah/person.h>
#include <nafkah/register.h>

struct roster {
	struct person *people; /* by NIP */
	size_t count;
	uint32_t *slots; /* open addressing: index + 1 into people, 0 free */
	size_t slot_count; /* a power of two */
};

/* Builds persons, cases and lines in line order: BHT date, case, entry; children by birth date and place in the file, then
 * iddah, mutah, lampau, bagian-gaji. Openings come from `book` (NULL: the first month). Everything lives in `a`; false: memory. */
bool roster_build(struct arena *a, const struct rulings *rulings, const struct rules *rules,
                  const struct register_book *book, struct roster *out) NAFKAH_MUST_USE;

/* NULL: no ruling names this NIP. This is asked for every row of every payroll. */
struct person *roster_find(const struct roster *r, uint64_t nip);

/* The payee of a line: "mantan" or "anak:ID". */
struct slice line_payee(struct arena *a, const struct child *child);

/* An award's terms as stated: "1/3", "3x1500000", "18000000/12-6000000", "1500000+10%". */
struct slice award_terms(struct arena *a, const struct award *award, const struct ruling *ruling, const struct rules *rules);

#endif
