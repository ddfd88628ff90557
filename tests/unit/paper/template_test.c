/* The workbook to fill in rulings: complete, the same every time, and its example is a ruling that holds. */
#include "workbook_text.h"

#include <nafkah/formats.h>
#include <nafkah/template.h>

#include <stdio.h>

static void make(struct buf *out)
{
	struct findings findings = { 0 };

	assert_int_equal(template_rulings("/tmp", &findings, out), STATUS_OK);
	assert_int_equal(findings.count, 0);
}

static void the_same_every_time(void **state)
{
	struct buf one = { 0 }, two = { 0 };

	(void)state;
	make(&one);
	make(&two);
	assert_true(slice_equal(buf_slice(&one), buf_slice(&two)));
	buf_release(&one);
	buf_release(&two);
}

static void every_column_is_there_and_explained(void **state)
{
	struct buf out = { 0 }, names = { 0 }, sheet = { 0 }, guide = { 0 };

	(void)state;
	make(&out);
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++) {
		assert_non_null(template_meaning((enum rulings_column)c));
		assert_true(strlen(template_meaning((enum rulings_column)c)) > 10);
		buf_printf(&names, "%s%s", c > 0 ? "," : "", rulings_columns[c].name);
	}
	buf_char(&names, '\n');
	workbook_text(buf_slice(&out), "putusan", true, &sheet);
	assert_true(slice_equal(buf_slice(&sheet), buf_slice(&names)));
	workbook_text(buf_slice(&out), "petunjuk", true, &guide);
	buf_char(&guide, '\0');
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++) {
		char begin[80];

		(void)snprintf(begin, sizeof begin, "\n%s,", rulings_columns[c].name);
		if (strstr(guide.ptr, begin) == NULL || strstr(guide.ptr, template_meaning((enum rulings_column)c)) == NULL)
			fail_msg("the guide does not explain %s", rulings_columns[c].name);
	}
	buf_release(&out);
	buf_release(&names);
	buf_release(&sheet);
	buf_release(&guide);
}

static void read_as_rulings(struct slice bytes, const char *file, enum status expected, struct arena *a, struct rulings *all)
{
	struct findings findings = { 0 };

	assert_int_equal(rulings_read(bytes, slice_from_c(file), a, all, &findings), expected);
	if (expected == STATUS_OK)
		assert_int_equal(findings.count, 0);
	findings_release(&findings);
}

static void the_example_holds(void **state)
{
	struct arena a = { 0 };
	struct buf out = { 0 }, example = { 0 };
	struct rulings all = { 0 };

	(void)state;
	make(&out);
	workbook_text(buf_slice(&out), "contoh", false, &example);
	read_as_rulings(buf_slice(&example), "contoh.csv", STATUS_OK, &a, &all);
	assert_int_equal(all.count, 1);
	assert_int_equal(all.items[0]->award_count, 3);
	assert_int_equal(all.items[0]->child_count, 1);
	assert_true(slice_equal(all.items[0]->ex.account.number, SLICE("0012345678")));
	arena_release(&a);
	buf_release(&out);
	buf_release(&example);
}

/* Its example is no ruling of anybody: only the sheet `putusan` counts, and that is empty. */
static void nobody_is_in_it(void **state)
{
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct rulings all = { 0 };

	(void)state;
	make(&out);
	read_as_rulings(buf_slice(&out), "putusan.xlsx", STATUS_REJECT, &a, &all);
	assert_int_equal(all.count, 0);
	arena_release(&a);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_every_time),
		cmocka_unit_test(every_column_is_there_and_explained),
		cmocka_unit_test(the_example_holds),
		cmocka_unit_test(nobody_is_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
