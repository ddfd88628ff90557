#include "check.h"

#include <nafkah/buf.h>

static void grows(void **state)
{
	struct buf b = { 0 };

	(void)state;
	assert_int_equal(buf_slice(&b).len, 0);
	for (int i = 0; i < 10000; i++)
		buf_char(&b, (char)('a' + i % 26));
	assert_int_equal(b.len, 10000);
	for (size_t i = 0; i < b.len; i++)
		assert_int_equal(b.ptr[i], 'a' + i % 26);
	assert_false(b.failed);
	buf_release(&b);
	assert_null(b.ptr);
	buf_release(&b);
}

/* Around the size of its memory: 63, 64 and 65 bytes and so on. */
static void every_length(void **state)
{
	(void)state;
	for (int len = 0; len < 300; len++) {
		struct buf b = { 0 }, again = { 0 };
		char text[301];

		memset(text, 'x', sizeof text);
		buf_append(&b, (struct slice){ text, (size_t)len });
		buf_printf(&b, "%.*s", 300 - len, text);
		buf_printf(&again, "%s%.*s", "", len, text);
		assert_int_equal(b.len, 300);
		assert_int_equal(again.len, len);
		assert_memory_equal(b.ptr, text, 300);
		buf_release(&b);
		buf_release(&again);
	}
}

static void nothing_appended(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_append(&b, (struct slice){ NULL, 0 });
	buf_append(&b, SLICE(""));
	assert_int_equal(b.len, 0);
	buf_printf(&b, "%s", "");
	assert_int_equal(b.len, 0);
	assert_false(b.failed);
	buf_append(&b, (struct slice){ "\0\0", 2 });
	assert_int_equal(buf_slice(&b).len, 2);
	buf_release(&b);
}

static void cleared(void **state)
{
	struct buf b = { 0 };
	size_t cap;

	(void)state;
	buf_append(&b, SLICE("abc"));
	cap = b.cap;
	buf_clear(&b);
	assert_int_equal(b.len, 0);
	assert_int_equal(b.cap, cap);
	buf_append(&b, SLICE("de"));
	assert_true(slice_equal(buf_slice(&b), SLICE("de")));
	buf_release(&b);
}

/* What cannot be had is refused once, and nothing is added afterwards. */
static void failure_stays(void **state)
{
	static const size_t sizes[] = { SIZE_MAX, SIZE_MAX / 2, SIZE_MAX / 4 };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct buf b = { 0 };

		buf_append(&b, SLICE("abc"));
		buf_append(&b, (struct slice){ "x", sizes[i] });
		assert_true(b.failed);
		buf_char(&b, 'd');
		buf_printf(&b, "%d", 5);
		assert_true(b.failed);
		assert_true(slice_equal(buf_slice(&b), SLICE("abc")));
		buf_release(&b);
		assert_false(b.failed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grows),   cmocka_unit_test(every_length),  cmocka_unit_test(nothing_appended),
		cmocka_unit_test(cleared), cmocka_unit_test(failure_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
