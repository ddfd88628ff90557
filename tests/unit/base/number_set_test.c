#include "check.h"

#include <nafkah/number_set.h>

static void first_tags(void **state)
{
	struct number_set s = { 0 };
	uint32_t before = 77;

	(void)state;
	assert_int_equal(number_set_add(&s, 5, 10, &before), NUMBER_NEW);
	assert_int_equal(before, 77);
	assert_int_equal(number_set_add(&s, 5, 11, &before), NUMBER_KNOWN);
	assert_int_equal(before, 10);
	assert_int_equal(number_set_add(&s, 5, 12, &before), NUMBER_KNOWN);
	assert_int_equal(before, 10); /* the first, not the last */
	assert_int_equal(number_set_add(&s, UINT64_MAX, 0, &before), NUMBER_NEW);
	assert_int_equal(number_set_add(&s, UINT64_MAX, 5, &before), NUMBER_KNOWN);
	assert_int_equal(before, 0);
	assert_int_equal(s.count, 2);
	number_set_release(&s);
	assert_int_equal(s.count, 0);
	number_set_release(&s);
	assert_int_equal(number_set_add(&s, 5, 13, &before), NUMBER_NEW);
	number_set_release(&s);
}

/* NIPs lie close together: none is lost while the table grows, none is taken for another. */
static void many_numbers(void **state)
{
	enum { MANY = 50000 };
	struct number_set s = { 0 };
	uint32_t before;

	(void)state;
	for (uint32_t i = 0; i < MANY; i++)
		assert_int_equal(number_set_add(&s, UINT64_C(198503122010011001) + i * UINT64_C(1000), i, &before),
		    NUMBER_NEW);
	assert_int_equal(s.count, MANY);
	for (uint32_t i = 0; i < MANY; i++) {
		assert_int_equal(number_set_add(&s, UINT64_C(198503122010011001) + i * UINT64_C(1000), 1, &before),
		    NUMBER_KNOWN);
		assert_int_equal(before, i);
	}
	assert_int_equal(s.count, MANY);
	assert_int_equal(number_set_add(&s, UINT64_C(198503122010011002), 9, &before), NUMBER_NEW);
	number_set_release(&s);
}

/* As the set spreads its numbers: the upper half is the place in it. */
static uint64_t spread(uint64_t n)
{
	n *= UINT64_C(0x9e3779b97f4a7c15);
	n ^= n >> 32;
	return n * UINT64_C(0xd6e8feb86659fd93);
}

/* All fall on the last slots: the search goes on, over the end of the table too. */
static void collisions(void **state)
{
	enum { MANY = 700 };
	struct number_set s = { 0 };
	uint64_t numbers[MANY], found = 0;
	uint32_t before;

	(void)state;
	for (uint64_t n = 1; found < MANY; n++)
		if (spread(n) >> 32 >= UINT32_MAX / 1024 * 1000)
			numbers[found++] = n;
	for (uint32_t i = 0; i < MANY; i++)
		assert_int_equal(number_set_add(&s, numbers[i], i, &before), NUMBER_NEW);
	for (uint32_t i = 0; i < MANY; i++) {
		assert_int_equal(number_set_add(&s, numbers[i], 0, &before), NUMBER_KNOWN);
		assert_int_equal(before, i);
	}
	number_set_release(&s);
}

/* A number is kept in two halves: equal ones do not make it known. */
static void halves(void **state)
{
	static const uint64_t numbers[] = { 1, UINT64_C(1) << 32, UINT64_C(1) << 32 | 1, UINT64_MAX, UINT64_MAX >> 32 };
	struct number_set s = { 0 };
	uint32_t before;

	(void)state;
	number_set_expect(&s, 1);
	for (uint32_t i = 0; i < 5; i++)
		assert_int_equal(number_set_add(&s, numbers[i], i, &before), NUMBER_NEW);
	for (uint32_t i = 0; i < 5; i++) {
		number_set_expect(&s, numbers[i]);
		assert_int_equal(number_set_add(&s, numbers[i], 99, &before), NUMBER_KNOWN);
		assert_int_equal(before, i);
	}
	number_set_release(&s);
}

static void reserved(void **state)
{
	static const uint64_t counts[] = { 1, 12, 13, 14, 831, 832, 833, 1000, 50000 };
	struct number_set s = { 0 };
	uint32_t before;

	(void)state;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct number_entry *at;

		assert_true(number_set_reserve(&s, counts[i]));
		assert_true(s.slots * 12 <= counts[i] * 15 + 16 * 12);
		at = s.entries;
		while (s.count < counts[i])
			assert_int_equal(number_set_add(&s, 1 + s.count, (uint32_t)s.count, &before), NUMBER_NEW);
		assert_ptr_equal(s.entries, at); /* it did not grow */
	}
	assert_true(number_set_reserve(&s, 7)); /* never less */
	for (uint32_t i = 0; i < 60000; i++) {
		assert_int_equal(number_set_add(&s, 1 + (uint64_t)i, i, &before), i < 50000 ? NUMBER_KNOWN : NUMBER_NEW);
		if (i < 50000)
			assert_int_equal(before, i);
	}
	assert_false(number_set_reserve(&s, UINT64_MAX));
	assert_int_equal(s.count, 60000);
	number_set_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_tags), cmocka_unit_test(many_numbers), cmocka_unit_test(collisions),
		cmocka_unit_test(halves),     cmocka_unit_test(reserved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
