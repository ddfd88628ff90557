/* Our reader and libcsv over the same texts, at every place where a read may end. The fuzzer does the same with what it
 * finds; this one takes texts that stay the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "csv_tools.h"

static const char *const rows_before[] = { "1234567\n", "123456\r\n" };

static void assert_lawful(struct slice text, size_t size, char delimiter)
{
	const char *broken = csv_law_broken(text, size, delimiter);
	struct buf shown = { 0 };

	if (broken == NULL)
		return;
	append_escaped(&shown, text, false);
	buf_char(&shown, '\0');
	fail_msg("%s: pieces of %zu, delimiter '%c', text \"%s\"", broken, size, delimiter, shown.ptr);
}

/* With rows before it that fill the first read, so that the text itself comes in pieces. */
static void assert_lawful_behind(const char *row, struct slice text, size_t size, char delimiter)
{
	struct buf all = { 0 };

	for (int i = 0; i < 65; i++)
		buf_append(&all, slice_from_c(row));
	buf_append(&all, text);
	assert_lawful(buf_slice(&all), size, delimiter);
	buf_release(&all);
}

/* The n-th text over an alphabet. */
static struct slice nth_text(size_t n, size_t len, struct slice alphabet, char *out)
{
	for (size_t i = 0; i < len; i++, n /= alphabet.len)
		out[i] = alphabet.ptr[n % alphabet.len];
	return (struct slice){ out, len };
}

static void test_every_short_text(void **state)
{
	const struct slice alphabet = SLICE("a,\"\n\r");
	char out[8];
	size_t count = 1;

	(void)state;
	for (size_t len = 0; len <= 5; len++, count *= alphabet.len)
		for (size_t n = 0; n < count; n++)
			assert_lawful(nth_text(n, len, alphabet, out), 1, ',');
}

static void test_every_short_text_in_pieces(void **state)
{
	const struct slice alphabet = SLICE("a,\"\n");
	char out[8];
	size_t count = 1;

	(void)state;
	for (size_t len = 0; len <= 5; len++, count *= alphabet.len)
		for (size_t n = 0; n < count; n++)
			assert_lawful_behind(rows_before[0], nth_text(n, len, alphabet, out), 1 + n % 3, ',');
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Pieces of which texts are made; the second half of them spoils most texts. */
static const char *const bits[] = {
	"a", "1.234.567,00", ",", ";", "\"\"", "\"a\"", "\"BUDI, S.Sos.\"", "\"a\"\"b\"",
	"\"a;b\"", "\"x\ny\"", " ", "\xc3\xa9",
	"\n", "\n", "\"x\r\ny\"", ",\"\",", "\xe2\x80\xa6", "\xf0\x9f\x98\x80",
	"\"", "\r\n", "\r", "\t", "\"a\"b", "a\"b\"", "\xef\xbb\xbf", "\xc3", "\x80",
	"\x01", "\xed\xa0\x80", "\x7f", "\"\n", "\\\"",
};

static void random_text(struct buf *text, uint32_t *seed)
{
	size_t kinds = next_random(seed) % 2 == 0 ? 18 : sizeof bits / sizeof *bits;

	buf_clear(text);
	for (uint32_t i = 3 + next_random(seed) % 12; i > 0; i--)
		buf_append(text, slice_from_c(bits[next_random(seed) % kinds]));
}

static void test_random_texts_in_pieces(void **state)
{
	struct buf text = { 0 };
	uint32_t seed = 1;

	(void)state;
	for (size_t n = 0; n < 60; n++) {
		random_text(&text, &seed);
		for (size_t size = 1; size <= 17; size++)
			assert_lawful_behind(rows_before[n % 4 == 0], buf_slice(&text), size, n % 3 == 0 ? ';' : ',');
	}
	buf_release(&text);
}

/* A long text without a fault, so that every kind of field meets every boundary. */
static void test_long_text_in_pieces(void **state)
{
	static const char *const fields[] = {
		"", "a", "\"\"", "\"BUDI, S.Sos.\"", "\"a\"\"b\"", "\"\"\"\"", "\"Jl. A\nNo 1\"", " \xc3\xa9 ",
		"4.217.300", "\"x\r\ny\"",
	};
	struct buf text = { 0 };
	uint32_t seed = 7;

	(void)state;
	for (int row = 0; row < 150; row++) {
		for (int i = 0; i < 6; i++) {
			buf_append(&text, slice_from_c(fields[next_random(&seed) % 10]));
			buf_char(&text, ',');
		}
		buf_append(&text, row % 9 == 0 ? SLICE("z\r\n\r\n") : SLICE("z\r\n"));
	}
	for (size_t size = 1; size <= 17; size++)
		assert_lawful(buf_slice(&text), size, ',');
	assert_lawful(slice_sub(buf_slice(&text), 0, text.len - 2), 5, ',');
	buf_release(&text);
}

/* Texts that go over a limit here or there: all that may be long, almost as long as it may be, then anything. */
static void test_random_texts_at_the_limits(void **state)
{
	static const struct {
		const char *head, *fill;
		size_t len;
	} starts[] = {
		{ "a\n\"", "1234567", CSV_FIELD_MAX }, { "a\n\"\n", "1234567", CSV_FIELD_MAX }, { "a\n", "1234567", CSV_FIELD_MAX },
		{ "a\n\"", "\"\"", CSV_FIELD_MAX }, { "a\n\"", "1234567\",\"", CSV_RECORD_MAX },
	};
	static const size_t sizes[] = { 5003, 65536 };
	struct buf text = { 0 }, tail = { 0 };
	uint32_t seed = 3;

	(void)state;
	for (size_t n = 0; n < 100; n++) {
		size_t k = n % 5, less = next_random(&seed) % 40;
		if (k == 4 && n >= 50)
			continue;
		buf_clear(&text);
		buf_append(&text, slice_from_c(starts[k].head));
		while (text.len < starts[k].len - less)
			buf_append(&text, slice_from_c(k == 4 && text.len % 5000 > 20 ? "1234" : starts[k].fill));
		random_text(&tail, &seed);
		buf_append(&text, buf_slice(&tail));
		assert_lawful(buf_slice(&text), sizes[n % 2], ',');
	}
	buf_release(&text);
	buf_release(&tail);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_short_text),
		cmocka_unit_test(test_every_short_text_in_pieces),
		cmocka_unit_test(test_random_texts_in_pieces),
		cmocka_unit_test(test_long_text_in_pieces),
		cmocka_unit_test(test_random_texts_at_the_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
