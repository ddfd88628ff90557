/* From rulings to people with lines in line order (SPEC 5.6), terms as the register states them, words of states. */
#include "cells.h"

#include <nafkah/roster.h>

#define BUDI UINT64_C(198503122010011005)
#define AGUS UINT64_C(198403122010011005)

static const struct ratio third = { 1, 3 }, half = { 1, 2 };

static struct rules rules_of_bontang(void)
{
	return (struct rules){ .with_children = { third, third, { 2, 7 } }, .without_children = { half, half, { 0,
	  1 } } };
}

static const struct {
	struct award award;
	size_t children;
	const char *terms;
} terms[] = {
	{ { .hak = HAK_IDDAH, .months = 3 }, 0, "1/2" },
	{ { .hak = HAK_IDDAH, .months = 3 }, 2, "1/3" },
	{ { .hak = HAK_BAGIAN_GAJI }, 0, "1/2" },
	{ { .hak = HAK_NAFKAH_ANAK }, 1, "2/7" },
	{ { .hak = HAK_IDDAH, .cara = CARA_NOMINAL, .months = 3, .monthly = 1500000 }, 0, "3x1500000" },
	{ { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 12, .lump = 18000000, .paid_before = 6000000 }, 0,
	  "18000000/12-6000000" },
	{ { .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .months = 12, .lump = 18000000 }, 0, "18000000/12" },
	{ { .hak = HAK_LAMPAU, .cara = CARA_NOMINAL, .months = 6, .monthly = 1000000, .paid_before = 1 }, 0,
	  "6x1000000-1" },
	{ { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 1500000, .raise = 10 }, 1, "1500000+10%" },
	{ { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 1500000 }, 1, "1500000" },
	{ { .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = INT64_C(1000000000000), .raise = 100 }, 1,
	  "1000000000000+100%" },
};

static void terms_as_stated(void **state)
{
	struct rules rules = rules_of_bontang();
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(terms); i++) {
		struct ruling r = { .child_count = terms[i].children };

		if (!slice_equal(award_terms(&a, &terms[i].award, &r, &rules), slice_from_c(terms[i].terms)))
			fail_msg("%s", terms[i].terms);
	}
	arena_release(&a);
}

/* Three rulings of two people, in no order. */
static struct child children[] = {
	{ .id = { "muda", 4 }, .born = { 2018, 1, 1 } }, { .id = { "kembar2", 7 }, .born = { 2015, 6, 1 } },
	{ .id = { "kembar1", 7 }, .born = { 2015, 6, 1 } }, { .id = { "tanpa", 5 }, .born = { 2010, 1, 1 } },
};
static struct award awards[] = {
	{ .hak = HAK_LAMPAU, .months = 6 }, { .hak = HAK_IDDAH, .months = 3 },
	{ .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 5, .child = &children[0] },
	{ .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 6, .child = &children[1] },
	{ .hak = HAK_MUTAH, .months = 2 },
	{ .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 7, .child = &children[2] },
};
static struct award share = { .hak = HAK_BAGIAN_GAJI };
static struct ruling large = { .key = { "9/pdt", 5 }, .case_key = { "9/pdt", 5 }, .entry = 1, .nip = BUDI,
    .children = children,
	                       .child_count = 4, .awards = awards, .award_count = 6, .dates.final = { 2025, 12, 1 } };
static struct ruling older = { .key = { "7/pdt", 5 }, .case_key = { "7/pdt", 5 }, .entry = 1, .nip = BUDI,
    .awards = &share,
	                       .award_count = 1, .dates.final = { 2025, 11, 30 } };
static struct ruling second = { .key = { "10/pdt#2", 8 }, .case_key = { "10/pdt", 6 }, .entry = 2, .nip = BUDI,
    .awards = &share,
	                        .award_count = 1, .dates.final = { 2025, 12, 1 } };
static struct ruling first = { .key = { "10/pdt", 6 }, .case_key = { "10/pdt", 6 }, .entry = 1, .nip = BUDI,
	                       .dates.final = { 2025, 12, 1 } };
static struct ruling other = { .key = { "1/pdt", 5 }, .case_key = { "1/pdt", 5 }, .entry = 1, .nip = AGUS,
    .awards = &share,
	                       .award_count = 1, .dates.final = { 2025, 12, 1 } };

static void lines_in_order(void **state)
{
	static const char *const expected[] = { "7/pdt bagian-gaji mantan", "10/pdt#2 bagian-gaji mantan",
	  "9/pdt nafkah-anak anak:kembar2",
		                                "9/pdt nafkah-anak anak:kembar1", "9/pdt nafkah-anak anak:muda",
		    "9/pdt iddah mantan",
		                                "9/pdt mutah mantan", "9/pdt lampau mantan" };
	struct ruling *items[] = { &large, &second, &other, &first, &older };
	struct rulings all = { .items = items, .count = 5 };
	struct rules rules = rules_of_bontang();
	struct arena a = { 0 };
	struct roster roster;
	struct person *p;

	(void)state;
	assert_true(roster_build(&a, &all, &rules, NULL, &roster));
	assert_int_equal(roster.count, 2);
	assert_null(roster_find(&roster, BUDI + 1));
	assert_int_equal(roster_find(&roster, AGUS)->line_count, 1);
	p = roster_find(&roster, BUDI);
	assert_int_equal(p->case_count, 4);
	assert_ptr_equal(p->cases[1].ruling, &first); /* without awards: a case without lines */
	assert_int_equal(p->cases[1].line_count, 0);
	assert_int_equal(p->line_count, COUNT(expected));
	for (size_t i = 0; i < p->line_count; i++) {
		const struct line *l = &p->lines[i];
		struct slice payee = line_payee(&a, l->child), got;

		got = arena_printf(&a, "%.*s %s %.*s", SLICE_ARG(l->file->ruling->key), hak_name(l->award->hak),
		    SLICE_ARG(payee));
		assert_string_equal(got.ptr, expected[i]);
		assert_ptr_equal(l->file->person, p);
		assert_true(l >= l->file->lines && l < l->file->lines + l->file->line_count);
		assert_false(l->opening.known);
	}
	assert_int_equal(p->lines[2].award->monthly, 6);
	arena_release(&a);
}

static void openings_from_the_register(void **state)
{
	struct register_row rows[] = {
		{ .key = SLICE("9/pdt"), .hak = SLICE("nafkah-anak"), .payee = SLICE("anak:kembar1"),
		  .opening = { .known = true, .arrears = 3 } },
		{ .key = SLICE("9/pdt"), .hak = SLICE("mutah"), .payee = SLICE("mantan"), .opening = { .known = true,
		  .arrears = 4 } },
		{ .key = SLICE("10/pdt"), .hak = SLICE("bagian-gaji"), .payee = SLICE("mantan"),
		  .opening = { .known = true, .arrears = 5 } },
		{ .key = SLICE("10/pdt#2"), .hak = SLICE("bagian-gaji"), .payee = SLICE("mantan"),
		  .opening = { .known = true, .arrears = 6 } },
	};
	static const int64_t expected[] = { 0, 6, 0, 3, 0, 0, 4, 0 };
	struct register_book book = { rows, COUNT(rows) };
	struct ruling *items[] = { &large, &second, &older };
	struct rulings all = { .items = items, .count = 3 };
	struct rules rules = rules_of_bontang();
	struct arena a = { 0 };
	struct roster roster;

	(void)state;
	register_sort(&book);
	assert_true(roster_build(&a, &all, &rules, &book, &roster));
	for (size_t i = 0; i < roster.people[0].line_count; i++)
		assert_int_equal(roster.people[0].lines[i].opening.arrears, expected[i]);
	arena_release(&a);
}

/* The n-th of many numbers that lie about without order. */
static uint64_t scattered(size_t n)
{
	uint64_t x = (n + 1) * UINT64_C(0xd1342543de82ef95);

	x ^= x >> 29;
	return BUDI + x % UINT64_C(1000000000000) * 2;
}

/* Many people: everyone is found, nobody else is. */
static void many_people(void **state)
{
	enum { PEOPLE = 3000 };
	struct arena a = { 0 };
	struct ruling *r = arena_array(&a, PEOPLE, sizeof *r), **items = arena_array(&a, PEOPLE, sizeof(struct ruling *));
	struct rulings all = { .items = items, .count = PEOPLE }, nobody = { .items = items };
	struct rules rules = rules_of_bontang();
	struct roster roster;

	(void)state;
	for (size_t i = 0; i < PEOPLE; i++) {
		r[i] = (struct ruling){ .case_key = arena_printf(&a, "%zu", i), .nip = scattered(i) };
		items[i] = &r[i];
	}
	assert_true(roster_build(&a, &all, &rules, NULL, &roster));
	assert_int_equal(roster.count, PEOPLE);
	for (size_t i = 0; i < PEOPLE; i++) {
		assert_non_null(roster_find(&roster, scattered(i)));
		assert_int_equal(roster_find(&roster, scattered(i))->nip, scattered(i));
		assert_null(roster_find(&roster, scattered(i) + 1));
	}
	assert_true(roster_build(&a, &nobody, &rules, NULL, &roster));
	assert_null(roster_find(&roster, BUDI));
	arena_release(&a);
}

static void words(void **state)
{
	static const char *const kinds[] = { "gaji", "tpp", "thr", "gaji13" }, *const bad[] = { "", "GAJI", "gaji1",
	  "gaji ", "thrx" };
	struct rules rules = { .sources = { KIND_TPP, KIND_GAJI }, .source_count = 2 };
	enum kind k = KIND_THR;

	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		assert_true(kind_parse(slice_from_c(kinds[i]), &k));
		assert_int_equal(k, i);
		assert_string_equal(kind_name(k), kinds[i]);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(kind_parse(slice_from_c(bad[i]), &k));
	assert_int_equal(rules_source(&rules, KIND_TPP), 0);
	assert_int_equal(rules_source(&rules, KIND_GAJI), 1);
	assert_int_equal(rules_source(&rules, KIND_THR), -1);
	assert_string_equal(line_status_name(LINE_DITERIMA_ASN), "diterima-asn");
	assert_string_equal(line_status_name(LINE_TIDAK_DITEMUKAN), "tidak-ditemukan");
	assert_string_equal(ruling_state_name(STATE_BELUM_MULAI), "belum-mulai");
	assert_string_equal(ruling_state_name(STATE_NIHIL), "nihil");
	assert_string_equal(cara_name(CARA_NOMINAL), "nominal");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_as_stated), cmocka_unit_test(lines_in_order),
		    cmocka_unit_test(openings_from_the_register),
		cmocka_unit_test(many_people),     cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
