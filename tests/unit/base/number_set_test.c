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
	assert_true(s.count < s.slots);
	assert_int_equal(s.slots & (s.slots - 1), 0);
	for (uint32_t i = 0; i < MANY; i++) {
		assert_int_equal(number_set_add(&s, UINT64_C(198503122010011001) + i * UINT64_C(1000), 1, &before),
		    NUMBER_KNOWN);
		assert_int_equal(before, i);
	}
	assert_int_equal(s.count, MANY);
	assert_int_equal(number_set_add(&s, UINT64_C(198503122010011002), 9, &before), NUMBER_NEW);
	number_set_release(&s);
}

/* Each number falls on the slot of the one before it: the search goes on, over the end of the table too. */
static void collisions(void **state)
{
	enum { MANY = 700 };
	struct number_set s = { 0 };
	uint64_t numbers[MANY], found = 0;
	uint32_t before;

	(void)state;
	for (uint64_t n = 1; found < MANY; n++)
		if ((size_t)((n * UINT64_C(0x9e3779b97f4a7c15)) >> 24) % 1024 >= 1000)
			numbers[found++] = n;
	for (uint32_t i = 0; i < MANY; i++)
		assert_int_equal(number_set_add(&s, numbers[i], i, &before), NUMBER_NEW);
	for (uint32_t i = 0; i < MANY; i++) {
		assert_int_equal(number_set_add(&s, numbers[i], 0, &before), NUMBER_KNOWN);
		assert_int_equal(before, i);
	}
	number_set_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_tags), cmocka_unit_test(many_numbers), cmocka_unit_test(collisions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
