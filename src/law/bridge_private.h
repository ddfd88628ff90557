/* Private to the bridge: one civil servant in both months. */
#ifndef NAFKAH_BRIDGE_PRIVATE_H
#define NAFKAH_BRIDGE_PRIVATE_H

#include <nafkah/bridge.h>

/* `then` and `now` by line: D(P0, B0) and D(P, B0). */
struct crossing {
	const struct law *law;
	const struct bridge_start *start;
	struct person *person;
	bool *computed_then; /* by case: whether the month before computed it */
	int64_t *then, *now;
};

/* Computes the rest from law, start and person. STATUS_FAIL: memory. */
enum status crossing_open(struct crossing *x) NAFKAH_MUST_USE;

/* What moved the line number `at` of the person. */
struct bridge_sums cross_line(const struct crossing *x, size_t at);

#endif
