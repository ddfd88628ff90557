/* What audits ask for across payroll, rulings and register. None of it moves money or holds anything: every finding asks a
 * person to look, and what is to be settled is settled by the offices and the court, never by this program.
 *
 *   N0651, N0652  a divorced civil servant is still paid for a spouse, or still counts as married. The divorce takes effect with
 *                 the later of BHT and, for cerai-talak, the pledge; the allowance ends behind that month. Only of rulings
 *                 with status bht: after rujuk he is married. Of several divorces the latest counts.
 *   N0653         the court's ruling came later than in the month after the divorce took effect; rights begin after it came
 *   N0654         months that were booked before this one, behind an end that was not known then (overpaid.h)
 *   N0655         the account of a payee is in the civil servant's own name, or the former spouse has that name
 *   N0657         a payee's account is that of another civil servant, whose name shares no word with the holder's: asked of every
 *               row while the payrolls are read (payees.h)
 *
 * N0653 is told in the first month that sees the ruling final and begun, N0654 in the first that knows the end. */
#ifndef NAFKAH_CROSSCHECK_H
#define NAFKAH_CROSSCHECK_H

#include <nafkah/law.h>

/* Fills `overpaid` of each line (person.h) and reports what stands above about this civil servant. law_person has run; not for
 * the second part of a month, whose first part has said it. STATUS_FAIL: memory. */
enum status crosscheck_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

/* The month in which the divorce took effect; MONTH_NONE while it is not final. */
month_no divorce_month(const struct ruling *r);

#endif
