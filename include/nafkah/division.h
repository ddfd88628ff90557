/* Proportional division: A over demands d_i gives floor(A * d_i / sum d), and the units left go one each to the largest
 * remainders, ties in order. The parts sum to A exactly. */
#ifndef NAFKAH_DIVISION_H
#define NAFKAH_DIVISION_H

#include <nafkah/arena.h>
#include <nafkah/status.h>

#include <stddef.h>
#include <stdint.h>

/* 0 <= amount < sum of demands, demands >= 0. `parts` may be `demands`. STATUS_FAIL: memory for the remainders. */
enum status divide_in_proportion(struct arena *scratch, int64_t amount, const int64_t *demands, size_t count,
                                 int64_t *parts) NAFKAH_MUST_USE;

/* What floor(amount * demand / total) leaves, of total: the remainder that decides who gets a unit more. */
int64_t division_rest(int64_t amount, int64_t demand, int64_t total);

/* Even split of `amount` over `count` > 0: part number `nth` (from 0), odd units to the first. */
int64_t divide_evenly(int64_t amount, size_t count, size_t nth);

#endif
