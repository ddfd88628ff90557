/* What one value of a ruling demands of another (SPEC 4.2). */
#include "cells.h"

#include <nafkah/ruling.h>

#define NIP UINT64_C(198503122010011005)
#define MANY INT64_C(1000000)

/* Awards of one ruling that lists the children a (index 0) and b (index 1). child: 0 none, 1 a, 2 b. */
static const struct {
	const char *why, *codes;
	struct award awards[4];
	int child[4];
	size_t count;
} forms[] = {
	{ "the whole of an amar", "", { { .hak = HAK_IDDAH, .months = 3 }, { .hak = HAK_MUTAH, .cara = CARA_NOMINAL,
	  .months = 12, .lump = MANY,
	  .paid_before = 5 }, { .hak = HAK_LAMPAU, .cara = CARA_NOMINAL, .months = 6, .monthly = MANY, .span_from = 24300,
	  .span_to = 24305 }, { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 4 },
	{ "nominal for all", "", { { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = MANY, .raise = 10 } },
	  { 0 }, 1 },
	{ "nominal for each", "", { { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = MANY },
	  { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = MANY, .raise = 100 } }, { 1, 2 }, 2 },
	{ "bagian-gaji beside the children", "", { { .hak = HAK_BAGIAN_GAJI }, { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "a span of one month", "", { { .hak = HAK_LAMPAU, .months = 1, .span_from = 24300, .span_to = 24300 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },

	{ "iddah without bulan", "N0503", { { .hak = HAK_IDDAH }, { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "mut'ah without bulan", "N0503", { { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .lump = 5 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "lampau without bulan", "N0503", { { .hak = HAK_LAMPAU, .cara = CARA_NOMINAL, .monthly = 5 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "pecahan with per-bulan", "N0503", { { .hak = HAK_IDDAH, .months = 3, .monthly = 1 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "pecahan with jumlah", "N0503", { { .hak = HAK_IDDAH, .months = 3, .lump = 1 }, { .hak = HAK_NAFKAH_ANAK } },
	  { 0 }, 2 },
	{ "pecahan with dibayar", "N0503", { { .hak = HAK_IDDAH, .months = 3, .paid_before = 1 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "pecahan of the children with naik", "N0503", { { .hak = HAK_NAFKAH_ANAK, .raise = 10 } }, { 0 }, 1 },
	{ "pecahan of the children with per-bulan", "N0503", { { .hak = HAK_NAFKAH_ANAK, .monthly = 1 } }, { 0 }, 1 },
	{ "pecahan for one child", "N0503 N0508", { { .hak = HAK_NAFKAH_ANAK } }, { 1 }, 1 },
	{ "nominal with both amounts", "N0503", { { .hak = HAK_IDDAH, .cara = CARA_NOMINAL, .months = 3, .monthly = 1,
	  .lump = 3 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "nominal with none", "N0503", { { .hak = HAK_IDDAH, .cara = CARA_NOMINAL, .months = 3 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "nominal with only what was paid", "N0503", { { .hak = HAK_IDDAH, .cara = CARA_NOMINAL, .months = 3,
	  .paid_before = 7 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "nominal children without an amount", "N0503", { { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL } }, { 0 }, 1 },
	{ "a lump sum for children", "N0503", { { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .lump = 5 } }, { 0 }, 1 },
	{ "children with months", "N0503", { { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 5,
	  .months = 4 } }, { 0 }, 1 },
	{ "a rise for a wife", "N0503", { { .hak = HAK_IDDAH, .cara = CARA_NOMINAL, .months = 3, .monthly = 5,
	  .raise = 10 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "bagian-gaji nominal", "N0503", { { .hak = HAK_BAGIAN_GAJI, .cara = CARA_NOMINAL, .monthly = 5 },
	  { .hak = HAK_NAFKAH_ANAK } },
	  { 0 }, 2 },
	{ "bagian-gaji with months", "N0503", { { .hak = HAK_BAGIAN_GAJI, .months = 5 }, { .hak = HAK_NAFKAH_ANAK } },
	  { 0 }, 2 },
	{ "dari without sampai", "N0503", { { .hak = HAK_LAMPAU, .months = 6, .span_from = 24300 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "sampai without dari", "N0503", { { .hak = HAK_LAMPAU, .months = 6, .span_to = 24300 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "sampai before dari", "N0502", { { .hak = HAK_LAMPAU, .months = 6, .span_from = 24300, .span_to = 24299 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "iddah twice", "N0504", { { .hak = HAK_IDDAH, .months = 3 }, { .hak = HAK_IDDAH, .months = 3 },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 3 },
	{ "bagian-gaji twice", "N0504", { { .hak = HAK_BAGIAN_GAJI }, { .hak = HAK_BAGIAN_GAJI },
	  { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 3 },
	{ "bagian-gaji beside iddah", "N0503", { { .hak = HAK_BAGIAN_GAJI }, { .hak = HAK_IDDAH, .months = 3 },
	  { .hak = HAK_NAFKAH_ANAK } },
	  { 0 }, 3 },
	{ "bagian-gaji beside lampau", "N0503", { { .hak = HAK_LAMPAU, .months = 3 }, { .hak = HAK_BAGIAN_GAJI },
	  { .hak = HAK_NAFKAH_ANAK } },
	  { 0 }, 3 },
	{ "all children twice", "N0505 N0505", { { .hak = HAK_NAFKAH_ANAK }, { .hak = HAK_NAFKAH_ANAK } }, { 0 }, 2 },
	{ "one child twice", "N0505", { { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 1 },
	  { .hak = HAK_NAFKAH_ANAK,
	  .cara = CARA_NOMINAL, .monthly = 2 }, { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 2 } }, { 1,
	  2, 1 }, 3 },
	{ "all, and one of them", "N0505", { { .hak = HAK_NAFKAH_ANAK }, { .hak = HAK_NAFKAH_ANAK,
	  .cara = CARA_NOMINAL, .monthly = 2 } },
	  { 0, 2 }, 2 },
	{ "a child without an award: attention", "N0508", { { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL,
	  .monthly = 2 } }, { 2 }, 1 },
	{ "two children without an award", "N0508 N0508", { { .hak = HAK_IDDAH, .months = 3 } }, { 0 }, 1 },
};

static void award_forms(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(forms); i++) {
		struct child children[] = { { .id = SLICE("a"), .born = { 2015, 1, 1 } }, { .id = SLICE("b"),
		    .born = { 2016, 1, 1 } } };
		struct award awards[4];
		struct ruling r = { .number = SLICE("1/Pdt"), .nip = NIP, .children = children, .child_count = 2,
		    .awards = awards,
			            .award_count = forms[i].count };
		struct findings found = { 0 };
		char codes[128];

		for (size_t k = 0; k < forms[i].count; k++) {
			awards[k] = forms[i].awards[k];
			awards[k].child = forms[i].child[k] > 0 ? &children[forms[i].child[k] - 1] : NULL;
		}
		ruling_check(&r, SLICE("putusan.xml"), &found);
		codes_of(&found, codes, sizeof codes);
		if (strcmp(codes, forms[i].codes) != 0)
			fail_msg("%s: %s", forms[i].why, codes);
		findings_release(&found);
	}
}

/* Which child is meant: two are listed, the elder has too little or too much. */
static void the_child_is_named(void **state)
{
	static const int awards[][3] = { { 2, 0, 0 }, { 1, 2, 1 } }; /* 1: for a, 2: for b */
	static const size_t counts[] = { 1, 3 };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct child children[] = { { .id = SLICE("a"), .line = 7 }, { .id = SLICE("b"), .line = 8 } };
		struct award list[3];
		struct ruling r = { .nip = NIP, .children = children, .child_count = 2, .awards = list,
		    .award_count = counts[i] };
		struct findings found = { 0 };

		for (size_t k = 0; k < counts[i]; k++)
			list[k] = (struct award){ .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 5,
				                  .child = &children[awards[i][k] - 1] };
		ruling_check(&r, SLICE("putusan.xml"), &found);
		assert_int_equal(found.count, 1);
		assert_true(slice_equal(found.items[0].value, SLICE("a")));
		assert_int_equal(found.items[0].line, 7);
		findings_release(&found);
	}
}

/* Days and children. Each row sets what differs from a good ruling of 2 October 2025. */
static const struct {
	const char *why, *codes;
	struct ruling_dates dates;
	struct date over, born, stopped;
	const char *ids[2];
} days[] = {
	{ "a good one", "", { { 2025, 10, 2 }, { 2025, 10, 20 }, { 2025, 11, 3 }, { 2025, 12, 8 }, 0, 0 }, { 2026, 1,
	  1 }, { 2015, 1, 1 },
	  { 2030, 1, 1 }, { "a", "b" } },
	{ "all on one day", "", { { 2025, 10, 2 }, { 2025, 10, 2 }, { 2025, 10, 2 }, { 2025, 10, 2 }, 0, 0 }, { 2025,
	  10, 2 }, { 2025, 10, 2 },
	  { 2025, 10, 2 }, { "a", "b" } },
	{ "no day of the ruling", "", { .final = { 2025, 10, 20 } }, { 2020, 1, 1 }, { 2026, 1, 1 }, { 0 }, { "a",
	  "b" } },
	{ "final before the ruling: attention", "N0513", { { 2025, 10, 2 }, { 2025, 10, 1 }, { 0 }, { 0 }, 0, 0 },
	  { 0 }, { 2015, 1, 1 }, { 0 }, { "a", "b" } },
	{ "the pledge before the ruling: attention", "N0513", { { 2025, 10, 2 }, { 0 }, { 2024, 12, 31 }, { 0 }, 0,
	  0 }, { 0 }, { 2015, 1, 1 }, { 0 },
	  { "a", "b" } },
	{ "selesai before the ruling", "N0502", { .ruled = { 2025, 10, 2 } }, { 2025, 9, 30 }, { 2015, 1, 1 }, { 0 },
	  { "a", "b" } },
	{ "berhenti before birth", "N0502", { .ruled = { 2025, 10, 2 } }, { 0 }, { 2015, 1, 2 }, { 2015, 1, 1 }, { "a",
	  "b" } },
	{ "born after the ruling: a note", "N0512", { .ruled = { 2025, 10, 2 } }, { 0 }, { 2025, 10, 3 }, { 0 }, { "a",
	  "b" } },
	{ "one id for two children", "N0507", { .ruled = { 2025, 10, 2 } }, { 0 }, { 2015, 1, 1 }, { 0 }, { "a", "a" } },
	{ "ids are compared by byte", "", { .ruled = { 2025, 10, 2 } }, { 0 }, { 2015, 1, 1 }, { 0 }, { "a", "A" } },
};

static void days_and_children(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		struct child children[] = {
			{ .id = slice_from_c(days[i].ids[0]), .born = days[i].born, .end.date = days[i].stopped },
			{ .id = slice_from_c(days[i].ids[1]), .born = { 2015, 1, 1 } },
		};
		struct award award = { .hak = HAK_NAFKAH_ANAK };
		struct ruling r = { .nip = NIP, .dates = days[i].dates, .over.date = days[i].over, .children = children,
		    .child_count = 2,
			            .awards = &award, .award_count = 1 };
		struct findings found = { 0 };
		char codes[128];

		ruling_check(&r, SLICE("putusan.xml"), &found);
		codes_of(&found, codes, sizeof codes);
		if (strcmp(codes, days[i].codes) != 0)
			fail_msg("%s: %s", days[i].why, codes);
		findings_release(&found);
	}
}

static void no_children(void **state)
{
	struct award award = { .hak = HAK_NAFKAH_ANAK };
	struct ruling r = { .nip = NIP, .awards = &award, .award_count = 1 };
	struct findings found = { 0 };

	(void)state;
	ruling_check(&r, SLICE("putusan.xml"), &found);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0].code, N0506_AWARD_CHILD_UNLISTED);
	findings_release(&found);
}

/* The mother's account and a child's: one account under two names gets attention. */
static const struct {
	const char *bank, *number, *holder;
	const char *codes;
} holders[] = {
	{ "124", "0012345678", "SITI AMINAH", "" },
	{ "124", "00-1234.5678", "Siti Aminah, S.Pd.", "" },
	{ "124", "0012345679", "AHMAD", "" },
	{ "008", "0012345678", "AHMAD", "" },
	{ "124", "12345678", "AHMAD", "" },
	{ "124", "0012345678", "AHMAD", "N0509" },
	{ "124", "0012345678", "SITI", "N0509" },
	{ "124", "0012345678", "", "N0509" },
};

static void holder_names(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(holders); i++) {
		struct child child = { .id = SLICE("a"), .born = { 2015, 1, 1 } };
		struct award award = { .hak = HAK_NAFKAH_ANAK };
		struct ruling r = { .nip = NIP, .children = &child, .child_count = 1, .awards = &award, .award_count = 1 };
		struct findings found = { 0 };
		char codes[64];

		r.ex.account = account_read(&a, SLICE("124"), SLICE("0012345678"), SLICE("SITI AMINAH"), SLICE(""));
		child.account = account_read(&a, slice_from_c(holders[i].bank), slice_from_c(holders[i].number),
		                             slice_from_c(holders[i].holder), SLICE(""));
		ruling_check(&r, SLICE("putusan.xml"), &found);
		codes_of(&found, codes, sizeof codes);
		assert_string_equal(codes, holders[i].codes);
		findings_release(&found);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(award_forms), cmocka_unit_test(days_and_children), cmocka_unit_test(no_children),
		cmocka_unit_test(holder_names), cmocka_unit_test(the_child_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
