/* Whether somebody has vouched within a year that the former wife has not remarried and a child is still dependent.
 * Nobody else tells the office: her remarriage ends a share of the salary (PP 10/1983 art. 8) and what the rules'
 * kawin-lagi says, a child's marriage or work its maintenance (KHI art. 156); what is paid after that is to be claimed
 * back.
 *
 * Asked for: the former wife (or husband) while a right of hers that her remarriage would end has months after the
 * period, and each child while its right has; not whose remarriage, death or stop the file of rulings states already.
 * A confirmation is good for twelve months from its day. Where there is none, or an older one, from the latest of BHT,
 * ikrar and tanggal-terima: then the court knew. Where nothing of this is stated nothing is due. Nothing here moves
 * money. */
#ifndef NAFKAH_CONFIRMATION_H
#define NAFKAH_CONFIRMATION_H

#include <nafkah/law.h>

struct confirmation {
	const struct child *child; /* NULL: the former wife */
	bool stated;      /* <konfirmasi> stands in the file; otherwise `last` is a date of the ruling */
	struct date last; /* when it was last known */
	struct date due;  /* the same day a year later; of 29 February 28 February */
	bool overdue;     /* due on or before the last day of the period */
	month_no until;   /* last month of the rights that rest on it; MONTH_FOREVER: no end is known */
};

/* The most that a case can have: room for `out`. */
size_t confirmations_room(const struct case_file *c);

/* Fills `out`: the former wife first, then the children in the order of the file. Needs right_of_case; the state of the
 * case does not matter. Returns how many. */
size_t confirmations_of_case(const struct rules *rules, month_no period, const struct case_file *c,
                             struct confirmation *out);

/* Puts one finding (N0656) on record for a ruling that is computed or held and has overdue ones: the earliest due date,
 * and who: "mantan, a1". STATUS_FAIL: memory. */
enum status confirmation_note(const struct law *law, const struct case_file *c) NAFKAH_MUST_USE;

#endif
