/* Awards and payees of a computed ruling that move no money this month.
 *
 * Award faults hold one award: iddah or mut'ah longer than the rules allow, lampau longer than its stated span, on a
 * female civil servant anything but nominal child maintenance (PP 10/1983 binds men), terms that differ from last month's.
 * Payee faults hold every line that is paid to one account owner: no account or an impossible one, the civil servant's own
 * account, an account that changed without a document, the mother after her death. A child is paid to its own account
 * if it has one, else to the mother's; in a guardian's custody it needs its own.
 * A held line pays nothing and books nothing. It keeps its place in the shares, and its months are made up for when it is
 * released. The line of a child in the ASN's own custody is held by a payee fault only while it has arrears.
 * While changed terms are held, the register keeps the former ones, so that time alone never makes a change accepted. */
#ifndef NAFKAH_HOLD_H
#define NAFKAH_HOLD_H

#include <nafkah/law.h>

/* For any case, computed or not: which account and terms the register keeps. While a change is not accepted, those are the
 * last accepted ones. */
void hold_register(const struct law *law, struct case_file *c);

/* For a computed case: sets held and held_by of its lines and reports each fault once. */
void hold_lines(const struct law *law, struct case_file *c);

/* In the second part of a month: holds the lines whose account turns out to be the civil servant's own, those that the first
 * part has paid to it too: somebody must look. */
void hold_own_accounts(const struct law *law, struct case_file *c);

/* Who a line is paid to: a child with an account of its own, or NULL for the former spouse. */
const struct child *line_owner(const struct line *l);
const struct account *line_account(const struct line *l);

/* Whether the line's account is not the one that last month's register keeps. */
bool account_changed(const struct line *l);

/* Whether the account is one that the payroll pays the civil servant to. */
bool account_is_of_asn(const struct account *a, const struct person *p);

#endif
