/* Two files of rulings from the court held against each other, before any money moves: cases that are new, changed,
 * ended, and gone. A case is found again by its normalised number and entry. What needs a person is marked, and says
 * why:
 *
 *   gone         a case, or in a final ruling a child or an award, is no longer there: no right stops silently
 *   amar         the amar of a final ruling is another one under the same entry: terms never change within an entry
 *   account      a payee's account is another one, without a document, or with the one that proved the former account
 *   taken back   an end (selesai, kawin-lagi, meninggal, berhenti) that was reported is gone or is another one; a final
 *                ruling is not final any more
 *   fact         what does not change by itself changed: NIP, NIK, kind of divorce, dates, the first month, a birth date
 *   custody      a child of a final ruling came to, or left, the civil servant: its maintenance stops or begins
 *   entry        a new entry of a case, while the entry before it goes on: both would be paid
 *
 * A ruling that was not final yet (of a cerai-talak: whose pledge was not spoken) may still change: nothing was paid by
 * it. Accounts count in any case, since the register keeps them from the first month on. NIP, NIK, accounts and names
 * keep their last 4 characters only. */
#ifndef NAFKAH_RULINGS_DIFF_H
#define NAFKAH_RULINGS_DIFF_H

#include <nafkah/ruling.h>

enum diff_kind { DIFF_VANISHED, DIFF_CHANGED, DIFF_ENDED, DIFF_NEW };
#define DIFF_KIND_COUNT 4

enum diff_need {
	NEED_NOTHING, NEED_GONE, NEED_AMAR, NEED_ACCOUNT, NEED_TAKEN_BACK, NEED_FACT, NEED_CUSTODY, NEED_ENTRY, NEED_COURT,
	NEED_ORDER
};
#define DIFF_NEED_COUNT 10

/* One value. `what` is named as the schema names it: "tanggal-bht", "rekening anak a1", "mutah". Empty: not stated. */
struct diff_change {
	struct slice what, before, after;
	bool masked; /* personal: what is shown may look the same although it is not */
	enum diff_need need;
};

struct diff_case {
	enum diff_kind kind;
	const struct ruling *older, *newer; /* NULL: not in that file */
	const struct ruling *similar; /* of a case that vanished: a new one of the same civil servant; NULL: none */
	struct diff_change *changes;
	size_t count, room;
	enum diff_need need; /* of the case itself */
};

struct rulings_diff {
	struct rulings older, newer;
	struct diff_case *cases; /* by number and entry */
	size_t count;
	size_t same;                   /* cases in which nothing changed */
	size_t needs[DIFF_NEED_COUNT]; /* how often each; [NEED_NOTHING] is not counted */
};

/* Whether anything of it needs a person. */
bool rulings_diff_needs_person(const struct rulings_diff *d);

/* The changes of one case into `c`, whose older and newer are set. Lives in `a`, which remembers a failure. */
void rulings_diff_case(struct arena *a, struct diff_case *c);

/* Fills the rest of `d` from its older and newer, both as rulings_read leaves them. Lives in `a`. False: memory. */
bool rulings_diff_compare(struct arena *a, struct rulings_diff *d) __attribute__((warn_unused_result));

#endif
