#include <nafkah/division.h>

#include <nafkah/money.h>

#include <assert.h>

__extension__ typedef unsigned __int128 wide;

struct remainder {
	int64_t left; /* of amount * demand / total */
	size_t place;
};

/* Gives one unit to each of the `units` largest remainders, ties in order. `units` is below `count`. */
static void give_units(struct remainder *r, size_t count, int64_t units, int64_t *parts)
{
	for (; units > 0; units--) {
		struct remainder *best = &r[0];

		for (size_t i = 1; i < count; i++)
			if (r[i].left > best->left)
				best = &r[i];
		parts[best->place]++;
		best->left = -1;
	}
}

int64_t division_rest(int64_t amount, int64_t demand, int64_t total)
{
	return (int64_t)((wide)amount * (wide)demand % (wide)total);
}

enum status divide_in_proportion(struct arena *scratch, int64_t amount, const int64_t *demands, size_t count,
                                 int64_t *parts)
{
	struct arena_mark mark = arena_mark(scratch);
	struct remainder *r = arena_array(scratch, count, sizeof *r);
	int64_t total = 0, given = 0;

	if (r == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < count; i++)
		total += demands[i];
	assert(amount >= 0 && amount < total);
	for (size_t i = 0; i < count; i++) {
		int64_t demand = demands[i];

		parts[i] = mul_div_floor(amount, demand, total);
		r[i] = (struct remainder){ division_rest(amount, demand, total), i };
		given += parts[i];
	}
	give_units(r, count, amount - given, parts);
	arena_rewind(scratch, mark);
	return STATUS_OK;
}

int64_t divide_evenly(int64_t amount, size_t count, size_t nth)
{
	int64_t people = (int64_t)count;

	assert(count > 0 && nth < count);
	return amount / people + ((int64_t)nth < amount % people ? 1 : 0);
}
