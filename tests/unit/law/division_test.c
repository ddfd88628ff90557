/* SPEC 5.6: proportional division, and the even split of 5.3. */
#include "example.h"

#include <nafkah/division.h>

__extension__ typedef __int128 wide; /* of amounts that are not negative */

static const struct {
	const char *why;
	int64_t amount;
	size_t count;
	int64_t demands[5], parts[5];
} divisions[] = {
	{ "even halves", 10, 2, { 10, 10 }, { 5, 5 } },
	{ "a tie: the first in line order", 11, 2, { 10, 10 }, { 6, 5 } },
	{ "three, two units over", 11, 3, { 10, 10, 10 }, { 4, 4, 3 } },
	{ "the largest remainder, not the largest demand: 10 over 6,5,3 = 4,29 3,57 2,14", 10, 3, { 6, 5, 3 }, { 4, 4,
	  2 } },
	{ "the last has the largest remainder: 5 over 4,4,3 = 1,82 1,82 1,36", 5, 3, { 4, 4, 3 }, { 2, 2, 1 } },
	{ "... 1 over 1,1,2: 0,25 0,25 0,5", 1, 3, { 1, 1, 2 }, { 0, 0, 1 } },
	{ "units go one each: 2 over 1,1,1,97 = 0,02 0,02 0,02 1,94", 2, 4, { 1, 1, 1, 97 }, { 0, 0, 0, 2 } },
	{ "a demand of nothing gets nothing, even where units are over", 1, 3, { 0, 5, 5 }, { 0, 1, 0 } },
	{ "... behind", 3, 4, { 5, 0, 5, 5 }, { 1, 0, 1, 1 } },
	{ "nothing to divide", 0, 3, { 4, 5, 6 }, { 0, 0, 0 } },
	{ "one demand", 7, 1, { 8 }, { 7 } },
	{ "all but one unit", 14, 3, { 4, 5, 6 }, { 4, 5, 5 } }, /* 3,73 4,67 5,6: units to 0,73 and 0,67 */
	{ "large: 10^16 - 1 over thrice 10^16", INT64_C(9999999999999999), 3,
	  { INT64_C(10000000000000000), INT64_C(10000000000000000), INT64_C(10000000000000000) },
	  { INT64_C(3333333333333333), INT64_C(3333333333333333), INT64_C(3333333333333333) } },
	{ "at the edge of 64 bits", INT64_MAX - 1, 2, { INT64_MAX - 5, 5 }, { INT64_MAX - 6, 5 } },
};

static void worked(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof divisions / sizeof *divisions; i++) {
		int64_t parts[5];

		assert_int_equal(divide_in_proportion(&arena, divisions[i].amount, divisions[i].demands,
		    divisions[i].count, parts), STATUS_OK);
		for (size_t k = 0; k < divisions[i].count; k++)
			if (parts[k] != divisions[i].parts[k])
				fail_msg("%s: part %zu is %" PRId64, divisions[i].why, k, parts[k]);
	}
	arena_release(&arena);
}

/* A fixed stream of numbers; no clock, no library. */
static uint64_t next_number(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* Each part is the floor or one more, never more than the demand; a unit more only for one of the largest remainders;
 * the parts sum to the amount; dividing into the demands themselves gives the same. */
static void check_parts(int64_t amount, const int64_t *demands, const int64_t *parts, size_t count)
{
	int64_t total = 0, sum = 0;
	wide least_given = 0, most_refused = 0;
	bool refused = false, given = false;

	for (size_t i = 0; i < count; i++)
		total += demands[i];
	for (size_t i = 0; i < count; i++) {
		wide product = (wide)amount * demands[i], left = product % total;
		int64_t floor = (int64_t)(product / total);

		assert_true(parts[i] == floor || parts[i] == floor + 1);
		assert_true(parts[i] <= demands[i]);
		sum += parts[i];
		if (parts[i] > floor) {
			assert_true(left > 0);
			least_given = !given || left < least_given ? left : least_given;
			given = true;
		} else {
			most_refused = left > most_refused ? left : most_refused;
			refused = true;
		}
	}
	assert_int_equal(sum, amount);
	assert_true(!given || !refused || least_given >= most_refused);
}

static void any_division_adds_up(void **state)
{
	struct arena arena = { 0 };
	uint64_t seed = UINT64_C(0x9e3779b97f4a7c15);

	(void)state;
	for (int round = 0; round < 20000; round++) {
		size_t count = 1 + (size_t)(next_number(&seed) % 12);
		uint64_t size = round % 3 == 0 ? 20 : round % 3 == 1 ? 10000000 : UINT64_C(10000000000000000);
		int64_t demands[12], parts[12], total = 0, amount;

		for (size_t i = 0; i < count; i++) {
			demands[i] = (int64_t)(next_number(&seed) % size);
			demands[i] = next_number(&seed) % 5 == 0 && i > 0 ? demands[i - 1] : demands[i];
			total += demands[i];
		}
		if (total == 0)
			continue;
		amount = (int64_t)(next_number(&seed) % (uint64_t)total);
		assert_int_equal(divide_in_proportion(&arena, amount, demands, count, parts), STATUS_OK);
		check_parts(amount, demands, parts, count);
		assert_int_equal(divide_in_proportion(&arena, amount, demands, count, demands), STATUS_OK);
		assert_memory_equal(demands, parts, count * sizeof *parts);
	}
	arena_release(&arena);
}

static void even_split(void **state)
{
	uint64_t seed = 7;

	(void)state;
	assert_int_equal(divide_evenly(2333333, 2, 0), 1166667);
	assert_int_equal(divide_evenly(2333333, 2, 1), 1166666);
	assert_int_equal(divide_evenly(2, 3, 0), 1);
	assert_int_equal(divide_evenly(2, 3, 1), 1);
	assert_int_equal(divide_evenly(2, 3, 2), 0);
	assert_int_equal(divide_evenly(0, 3, 0), 0);
	for (int round = 0; round < 5000; round++) {
		size_t count = 1 + (size_t)(next_number(&seed) % 9);
		int64_t amount = (int64_t)(next_number(&seed) % 100000), sum = 0, before = INT64_MAX;

		for (size_t i = 0; i < count; i++) {
			int64_t part = divide_evenly(amount, count, i);

			assert_true(part <= before && part >= amount / (int64_t)count);
			before = part;
			sum += part;
		}
		assert_int_equal(sum, amount);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked), cmocka_unit_test(any_division_adds_up), cmocka_unit_test(even_split),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
