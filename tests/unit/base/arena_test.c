#include "check.h"

#include <nafkah/arena.h>

#include <stdalign.h>

static bool is_zero(const void *at, size_t size)
{
	const unsigned char *bytes = at;

	for (size_t i = 0; i < size; i++)
		if (bytes[i] != 0)
			return false;
	return true;
}

static void zeroed_and_aligned(void **state)
{
	static const size_t sizes[] = { 1, 2, 3, 7, 8, 15, 16, 17, 100, 4096, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1,
	  100000 };
	struct arena a = { 0 };

	(void)state;
	for (size_t round = 0; round < 3; round++)
		for (size_t i = 0; i < COUNT(sizes); i++) {
			char *at = arena_alloc(&a, sizes[i]);

			assert_non_null(at);
			assert_int_equal((uintptr_t)at % alignof(max_align_t), 0);
			assert_true(is_zero(at, sizes[i]));
			memset(at, 0xa5, sizes[i]);
		}
	assert_false(a.exhausted);
	arena_release(&a);
	assert_null(a.top);
}

static void nothing_moves(void **state)
{
	enum { MANY = 5000 };
	static uint32_t *kept[MANY];
	struct arena a = { 0 };

	(void)state;
	for (uint32_t i = 0; i < MANY; i++) {
		kept[i] = arena_alloc(&a, 4 + i % 64);
		*kept[i] = i;
	}
	for (uint32_t i = 0; i < MANY; i++)
		assert_int_equal(*kept[i], i);
	arena_release(&a);
}

static void nothing_has_a_place_of_its_own(void **state)
{
	struct arena a = { 0 };
	void *first = arena_alloc(&a, 0), *second = arena_alloc(&a, 0), *third = arena_array(&a, 0, 100),
	    *fourth = arena_array(&a, 100, 0);

	(void)state;
	assert_true(first != NULL && second != NULL && third != NULL && fourth != NULL);
	assert_true(first != second && second != third && third != fourth);
	arena_release(&a);
}

static void too_much(void **state)
{
	static const size_t counts[] = { SIZE_MAX, SIZE_MAX / 2, SIZE_MAX / 8 + 1, SIZE_MAX - 15 };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		struct arena a = { 0 };

		assert_null(arena_array(&a, counts[i], 8));
		assert_true(a.exhausted);
		assert_non_null(arena_alloc(&a, 8)); /* what fits is still given */
		assert_true(a.exhausted);            /* but the failure is not forgotten */
		arena_release(&a);
		assert_false(a.exhausted);
		assert_null(arena_alloc(&a, counts[i] > SIZE_MAX / 2 ? counts[i] : SIZE_MAX));
		assert_true(a.exhausted);
		arena_release(&a);
	}
}

static void marks(void **state)
{
	struct arena a = { 0 };
	struct arena_mark empty = arena_mark(&a), mark;
	char *before, *again;

	(void)state;
	before = arena_alloc(&a, 100);
	memset(before, 7, 100);
	mark = arena_mark(&a);
	for (size_t i = 0; i < 100; i++)
		memset(arena_alloc(&a, 1000), 9, 1000);
	arena_rewind(&a, mark);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(before[i], 7);
	again = arena_alloc(&a, 1000);
	assert_true(is_zero(again, 1000)); /* zeroed again */
	arena_rewind(&a, mark);
	arena_rewind(&a, mark);
	arena_rewind(&a, empty);
	assert_null(a.top);
	assert_non_null(arena_alloc(&a, 10));
	arena_rewind(&a, empty);
	arena_release(&a);
	arena_release(&a);
}

static void copies(void **state)
{
	struct arena a = { 0 };
	struct slice s = arena_copy(&a, (struct slice){ "a\0bc", 3 }), empty = arena_copy(&a, (struct slice){ NULL, 0 });

	(void)state;
	assert_int_equal(s.len, 3);
	assert_memory_equal(s.ptr, "a\0b\0", 4); /* a NUL behind it */
	assert_int_equal(empty.len, 0);
	assert_non_null(empty.ptr);
	assert_int_equal(empty.ptr[0], '\0');
	arena_release(&a);
}

static void printing(void **state)
{
	struct arena a = { 0 };
	struct slice s = arena_printf(&a, "%s-%d", "x", 42), empty = arena_printf(&a, "%s", ""),
	  wide = arena_printf(&a, "%20000d", 7);

	(void)state;
	assert_true(slice_equal(s, SLICE("x-42")));
	assert_int_equal(s.ptr[4], '\0');
	assert_int_equal(empty.len, 0);
	assert_non_null(empty.ptr);
	assert_int_equal(wide.len, 20000);
	assert_int_equal(wide.ptr[19999], '7');
	assert_int_equal(wide.ptr[20000], '\0');
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zeroed_and_aligned), cmocka_unit_test(nothing_moves),
		    cmocka_unit_test(nothing_has_a_place_of_its_own),
		cmocka_unit_test(too_much),           cmocka_unit_test(marks),         cmocka_unit_test(copies),
		cmocka_unit_test(printing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
