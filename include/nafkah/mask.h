/* A month for people who may see the figures and nobody's identity: copies of what the report, its page and the register
 * are written from, with the same rows, amounts, case numbers and codes, and with pseudonyms for civil servants, former
 * spouses, children and accounts. One person, or one account, has one pseudonym everywhere. They are numbered in the order
 * of the register: nothing of them is computed from the value that they stand for, which could be guessed and tried.
 *
 *   NIP       000000000000000012    18 digits that no NIP can be
 *   names     "ASN 12", "Mantan 12", "Anak 12 a1" (a child of Mantan 12); another holder: "Pemilik REK-0031"
 *   accounts  "REK-0031"; banks stay
 *   NIK       are left out
 *
 * Findings: a known name or number of their own ruling becomes its pseudonym, whatever else may name somebody is left out.
 * Departments, file names and the ids of children stay. */
#ifndef NAFKAH_MASK_H
#define NAFKAH_MASK_H

#include <nafkah/bridge.h>
#include <nafkah/calendar.h>
#include <nafkah/finding.h>
#include <nafkah/remainder.h>
#include <nafkah/roster.h>

/* What is masked. Borrowed; optional members may be NULL. */
struct mask_of {
	const struct roster *roster;
	const struct case_file *const *cases; /* in register order */
	size_t case_count;
	const struct findings *findings;
	const struct remainders *remainders;
	const struct calendar *calendar; /* optional */
	const struct bridge *bridge;     /* optional */
};

/* Its copies; they live in the arena. Lines and persons point to masked rulings only; what an earlier register said of a
 * line (before, first_part) and draws on rows are left out. */
struct masked {
	const struct case_file **cases;
	struct findings findings; /* counts as in the original; not to be added to, not to be released */
	struct remainders remainders; /* not to be released */
	struct calendar calendar;
	struct bridge bridge;
};

/* STATUS_FAIL: memory. */
enum status mask_month(const struct mask_of *of, struct arena *a, struct masked *out) NAFKAH_MUST_USE;

#endif
