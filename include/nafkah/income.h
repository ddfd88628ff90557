/* The base B: what his counted rows of the kinds in `sumber` sum to, never below zero. The rules say whether gross pay,
 * pay after mandatory contributions (net pay plus every voluntary deduction) or net pay counts; the SKB settles neither
 * that nor the month, and SE BAKN 48/SE/1990 takes the income of each month. Shares are those with children if any
 * computed ruling lists a child, even a grown-up one (PP 10/1983 art. 8: a third each; half and half without children). */
#ifndef NAFKAH_INCOME_H
#define NAFKAH_INCOME_H

#include <nafkah/law.h>

/* Fills base, shares, asn_share and available. False on overflow. */
bool income_of_person(const struct law *law, struct person *p) NAFKAH_MUST_USE;

#endif
