#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <nafkah/text_guard.h>

#include <string.h>

enum { LEN = 200 };

static enum text_fault fault_of(unsigned char c, bool tab_allowed)
{
	if (c == '\n' || (c == '\t' && tab_allowed) || (c >= 0x20 && c < 0x7f))
		return TEXT_CLEAN;
	return c == '\r' ? TEXT_LONE_CR : c < 0x80 ? TEXT_CONTROL : TEXT_NOT_UTF8;
}

/* Every byte at every place of a text that is long enough to be looked at by wide words. */
static void test_every_byte_everywhere(void **state)
{
	char text[LEN];

	(void)state;
	memset(text, 'x', sizeof text);
	for (unsigned c = 0; c < 256; c++)
		for (size_t at = 0; at < LEN; at++)
			for (int tab = 0; tab < 2; tab++) {
				enum text_fault expected = fault_of((unsigned char)c, tab);
				text[at] = (char)c;
				struct text_check check = text_check((struct slice){ text, LEN }, tab, true);
				text[at] = 'x';
				assert_int_equal(check.fault, expected);
				assert_int_equal(check.clean, expected == TEXT_CLEAN ? LEN : at);
				assert_int_equal(check.fault_len, expected != TEXT_CLEAN);
			}
}

static const struct {
	struct slice bytes;
	size_t unsettled; /* bytes that are left to be looked at again when the text goes on behind them */
	enum text_fault fault;
	size_t fault_len;
} rows[] = {
	{ { "\r\n", 2 }, 0, TEXT_CLEAN, 0 },
	{ { "\xc2\xa0", 2 }, 0, TEXT_CLEAN, 0 },
	{ { "\xe2\x80\xa6", 3 }, 0, TEXT_CLEAN, 0 },
	{ { "\xf0\x9f\x98\x80", 4 }, 0, TEXT_CLEAN, 0 },
	{ { "\xef\xbb\xbe", 3 }, 0, TEXT_CLEAN, 0 },
	{ { "\r", 1 }, 1, TEXT_LONE_CR, 1 },
	{ { "\xc2", 1 }, 1, TEXT_NOT_UTF8, 1 },
	{ { "\xe2\x80", 2 }, 2, TEXT_NOT_UTF8, 2 },
	{ { "\xf0\x9f\x98", 3 }, 3, TEXT_NOT_UTF8, 3 },
	{ { "\xef\xbb", 2 }, 2, TEXT_NOT_UTF8, 2 },
	{ { "\xef\xbb\xbf", 3 }, 0, TEXT_BOM, 3 },
	{ { "\r\r", 2 }, 0, TEXT_LONE_CR, 1 },
	{ { "\xc2x", 2 }, 0, TEXT_NOT_UTF8, 1 },
	{ { "\xe2\x80x", 3 }, 0, TEXT_NOT_UTF8, 2 },
	{ { "\xc1\x80", 2 }, 0, TEXT_NOT_UTF8, 1 },
	{ { "\xe0\x9f\xbf", 3 }, 0, TEXT_NOT_UTF8, 3 },
	{ { "\xed\xbf\xbf", 3 }, 0, TEXT_NOT_UTF8, 3 },
	{ { "\xf0\x8f\xbf\xbf", 4 }, 0, TEXT_NOT_UTF8, 4 },
	{ { "\xf5\x80\x80\x80", 4 }, 0, TEXT_NOT_UTF8, 1 },
};

/* The same at the end of a text of any length: faults do not wait, what is cut does. */
static void test_at_the_end(void **state)
{
	char text[LEN];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t before = 0; before < LEN - 4; before++) {
			memset(text, 'x', before);
			memcpy(text + before, rows[i].bytes.ptr, rows[i].bytes.len);
			struct slice all = { text, before + rows[i].bytes.len };
			struct text_check last = text_check(all, false, true);
			struct text_check more = text_check(all, false, false);
			bool waits = rows[i].unsettled > 0;
			assert_int_equal(last.fault, rows[i].fault);
			assert_int_equal(last.fault_len, rows[i].fault_len);
			assert_int_equal(last.clean, rows[i].fault == TEXT_CLEAN ? all.len : before);
			assert_int_equal(more.fault, waits ? TEXT_CLEAN : rows[i].fault);
			assert_int_equal(more.clean, waits ? all.len - rows[i].unsettled : last.clean);
		}
}

static void test_empty(void **state)
{
	struct text_check check = text_check((struct slice){ NULL, 0 }, false, true);

	(void)state;
	assert_int_equal(check.clean, 0);
	assert_int_equal(check.fault, TEXT_CLEAN);
	assert_null(text_sniff((struct slice){ NULL, 0 }).name);
}

/* What is no container although it begins like one. */
static void test_sniff_lets_pass(void **state)
{
	static const char *const heads[] = {
		"PK", "PK,b\n", "id,<table\n", "<", "< a>", "<5", "%PDF", "7z", "Rar!", "a<?xml", "\xef\xbb\xbfid",
		"\xef\xbb",
	};

	(void)state;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (text_sniff(slice_from_c(heads[i])).name != NULL)
			fail_msg("%s", heads[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_byte_everywhere),
		cmocka_unit_test(test_at_the_end),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_sniff_lets_pass),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
