#include <nafkah/text_table.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct example {
	const char *what, *align, *cells[12];
	size_t indent;
	const char *text;
};

static const struct example examples[] = {
	{ "nothing", "lr", { NULL }, 2, "" },
	{ "one cell", "l", { "a" }, 0, "a\n" },
	{ "widest cell of each column", "lr", { "a", "1", "bbb", "10" }, 1, " a     1\n bbb  10\n" },
	{ "no blank at a line's end", "ll", { "a", "", "bbb", "c" }, 0, "a\nbbb  c\n" },
	{ "only blanks", "ll", { "", "" }, 4, "\n" },
	{ "a row cut short is filled up", "lrl", { "a", "b" }, 0, "a  b\n" },
	{ "characters, not bytes", "lr", { "mut’ah", "1", "iddah", "20" }, 0, "mut’ah   1\niddah   20\n" },
	{ "right only", "r", { "1", "22", "" }, 0, " 1\n22\n\n" },
};

static void check(const struct example *e)
{
	struct arena arena = { 0 };
	struct text_table t = { .arena = &arena, .align = e->align };
	struct buf out = { 0 };

	for (size_t i = 0; i < sizeof e->cells / sizeof *e->cells && e->cells[i] != NULL; i++)
		text_table_add(&t, slice_from_c(e->cells[i]));
	text_table_end_row(&t);
	text_table_write(&t, e->indent, &out);
	buf_char(&out, '\0');
	if (strcmp(out.ptr, e->text) != 0)
		fail_msg("%s:\n%s", e->what, out.ptr);
	assert_int_equal(t.count, 0);
	buf_release(&out);
	arena_release(&arena);
}

static void tables(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		check(&examples[i]);
}

/* A second table of the same kind begins empty, with widths of its own; many cells move without loss. */
static void again_and_many(void **state)
{
	struct arena arena = { 0 };
	struct text_table t = { .arena = &arena, .align = "ll" };
	struct buf out = { 0 };

	(void)state;
	text_table_add(&t, SLICE("a long one"));
	text_table_end_row(&t);
	text_table_write(&t, 0, &out);
	buf_clear(&out);
	for (int i = 0; i < 1000; i++)
		text_table_add(&t, i % 2 == 0 ? SLICE("x") : SLICE("y"));
	text_table_write(&t, 0, &out);
	assert_int_equal(out.len, 500 * 5);
	for (size_t i = 0; i < 500; i++)
		assert_memory_equal(out.ptr + i * 5, "x  y\n", 5);
	assert_false(arena.exhausted);
	buf_release(&out);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(tables), cmocka_unit_test(again_and_many) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
