/* Two packed workbooks: the same once unpacked, or the entry that is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workbook_tools.h"

enum { ENTRIES = 4 };

struct example {
	struct file_entry a[ENTRIES], b[ENTRIES];
	const char *differs; /* "" : the same */
};

#define E(n, t) { .name = n, .text = t }

static const struct example examples[] = {
	{ { E("x", "1"), E("y", "22") }, { E("x", "1"), E("y", "22") }, "" },
	{ { E("x", "11111111111111111111") }, { { .name = "x", .text = "11111111111111111111", .stored = true } }, "" },
	{ { E("x", "1") }, { E("x", "2") }, "x" },
	{ { E("x", "1") }, { E("x", "12") }, "x" },
	{ { E("x", "12") }, { E("x", "1") }, "x" },
	{ { E("x", "1"), E("y", "2") }, { E("x", "1"), E("y", "3") }, "y" },
	{ { E("x", "1"), E("y", "2") }, { E("y", "2"), E("x", "1") }, "x" },
	{ { E("x", "1") }, { E("z", "1") }, "x" },
	{ { E("x", "1"), E("y", "2") }, { E("x", "1") }, "y" },
	{ { E("x", "1") }, { E("x", "1"), E("y", "2") }, "y" },
};

static void pack(const struct file_entry *entries, struct buf *out)
{
	size_t count = 0;

	while (count < ENTRIES && entries[count].name != NULL)
		count++;
	archive_make(entries, count, out);
}

static void the_first_entry_that_differs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		struct buf a = { 0 }, b = { 0 };
		struct findings found = { 0 };
		struct slice differs;

		pack(examples[i].a, &a);
		pack(examples[i].b, &b);
		assert_int_equal(workbook_same(buf_slice(&a), buf_slice(&b), SLICE("f.xlsx"), &found, &differs), STATUS_OK);
		assert_true(slice_equal(differs, slice_from_c(examples[i].differs)));
		assert_int_equal(found.count, 0);
		buf_release(&a);
		buf_release(&b);
		findings_release(&found);
	}
}

/* Over several blocks, with a difference at any place. */
static void long_entries(void **state)
{
	enum { LONG = 40000 };
	char *text = malloc(LONG + 1), *other = malloc(LONG + 1);
	static const size_t places[] = { 0, 16383, 16384, 32768, LONG - 1 };

	(void)state;
	assert_true(text != NULL && other != NULL);
	for (size_t i = 0; i < LONG; i++)
		text[i] = (char)('a' + i % 23);
	text[LONG] = '\0';
	for (size_t p = 0; p < COUNT(places); p++) {
		struct buf a = { 0 }, b = { 0 };
		struct findings found = { 0 };
		struct slice differs;

		memcpy(other, text, LONG + 1);
		other[places[p]] = '#';
		archive_make(&(struct file_entry){ .name = "x", .text = text }, 1, &a);
		archive_make(&(struct file_entry){ .name = "x", .text = other }, 1, &b);
		assert_int_equal(workbook_same(buf_slice(&a), buf_slice(&b), SLICE("f"), &found, &differs), STATUS_OK);
		assert_true(slice_equal(differs, SLICE("x")));
		assert_int_equal(workbook_same(buf_slice(&a), buf_slice(&a), SLICE("f"), &found, &differs), STATUS_OK);
		assert_int_equal(differs.len, 0);
		buf_release(&a);
		buf_release(&b);
		findings_release(&found);
	}
	free(text);
	free(other);
}

static void what_is_no_archive(void **state)
{
	struct buf good = { 0 };
	struct slice differs;

	(void)state;
	archive_make(
		&(struct file_entry){ .name = "x",
				      .text = "some text that is long enough to be packed, packed, packed" },
		1, &good);
	for (int side = 0; side < 2; side++) {
		static const char *const bad[] = { "", "no archive", "PK\x03\x04" };

		for (size_t i = 0; i < COUNT(bad); i++) {
			struct findings found = { 0 };
			struct slice other = slice_from_c(bad[i]), ok = buf_slice(&good);

			assert_int_equal(workbook_same(side == 0 ? other : ok, side == 0 ? ok : other, SLICE("f"), &found, &differs),
			                 STATUS_REJECT);
			assert_int_equal(found.count, 1);
			findings_release(&found);
		}
	}
	for (size_t i = 32; i < 40; i++) { /* packed bytes that are damaged */
		struct buf broken = { 0 };
		struct findings found = { 0 };

		buf_append(&broken, buf_slice(&good));
		broken.ptr[i] = (char)(broken.ptr[i] ^ 0x55);
		if (workbook_same(buf_slice(&good), buf_slice(&broken), SLICE("f"), &found, &differs) == STATUS_OK)
			assert_true(differs.len > 0);
		buf_release(&broken);
		findings_release(&found);
	}
	buf_release(&good);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_entry_that_differs), cmocka_unit_test(long_entries), cmocka_unit_test(what_is_no_archive),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
