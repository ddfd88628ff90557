/* The accounts that payees are paid to, asked for those of a payroll. */
#include "cells.h"

#include <nafkah/payees.h>

#define BUDI UINT64_C(198503122010011005)
#define AGUS UINT64_C(198603122010011005)

static struct account account_of(struct arena *a, const char *number, const char *holder)
{
	return account_read(a, SLICE("124"), slice_from_c(number), slice_from_c(holder), SLICE(""));
}

struct world {
	struct arena arena;
	struct ruling rulings[3];
	struct ruling *items[3];
	struct child children[3];
	struct award awards[1];
	struct roster roster;
	struct payees payees;
};

/* Budi's former wife and two of his three children, another one in his own custody; two of Agus' share an account. */
static void fill(struct world *w)
{
	struct rulings all = { .items = w->items, .count = 3 };
	struct rules rules = { .with_children = { { 1, 3 }, { 1, 3 }, { 1, 3 } } };

	w->awards[0] = (struct award){ .hak = HAK_NAFKAH_ANAK };
	w->children[0] = (struct child){ .id = SLICE("a1"), .name = SLICE("AHMAD"), .account = account_of(&w->arena, "00555666", "") };
	w->children[1] = (struct child){ .id = SLICE("a2"), .custody = CUSTODY_FATHER,
	                                 .account = account_of(&w->arena, "777888999", "BUDI") };
	w->children[2] = (struct child){ .id = SLICE("a3"), .name = SLICE("ANI"), .custody = CUSTODY_GUARDIAN,
	                                 .account = account_of(&w->arena, "98765432109876543210", "NENEK") };
	for (size_t i = 0; i < 3; i++) {
		static const char *const numbers[] = { "1/Pdt", "2/Pdt", "3/Pdt" };

		w->items[i] = &w->rulings[i];
		w->rulings[i] = (struct ruling){ .number = slice_from_c(numbers[i]), .entry = 1, .nip = i == 0 ? BUDI : AGUS,
			                         .awards = w->awards, .award_count = 1 };
		w->rulings[i].key = w->rulings[i].case_key = case_normalise(&w->arena, w->rulings[i].number);
		w->rulings[i].ex.account = account_of(&w->arena, i == 0 ? "0012345678" : "440044", i == 0 ? "SITI" : "");
		w->rulings[i].ex.name = SLICE("RINA");
	}
	w->rulings[0].children = w->children;
	w->rulings[0].child_count = 3;
	assert_true(roster_build(&w->arena, &all, &rules, NULL, &w->roster));
	assert_true(payees_build(&w->arena, &w->roster, &w->payees));
}

static const struct {
	const char *account;
	size_t count;
	const char *name;
} asked[] = {
	{ "0012345678", 1, "SITI" },
	{ "12345678", 1, "SITI" },
	{ "0000000012345678", 1, "SITI" },
	{ "12-345.678", 1, "SITI" },
	{ "555666", 1, "AHMAD" },
	{ "0000555666", 1, "AHMAD" },
	{ "98765432109876543210", 1, "NENEK" },
	{ "440044", 2, "RINA" },
	{ "44 00 44", 2, "RINA" },
	{ "", 0, "" },
	{ "-", 0, "" },
	{ "0", 0, "" },
	{ "00000000", 0, "" },
	{ "123456780", 0, "" },
	{ "112345678", 0, "" },
	{ "1234567", 0, "" },
	{ "12345679", 0, "" },
	{ "23456781", 0, "" },
	{ "777888999", 0, "" }, /* he has the child himself */
	{ "8765432109876543210", 0, "" },
	{ "tunai", 0, "" },
	{ "\xff\xff\xff\xff\xff\xff\xff\xff", 0, "" },
};

static void found_by_digits(void **state)
{
	struct world w = { .arena = { 0 } };

	(void)state;
	fill(&w);
	assert_int_equal(w.payees.count, 5);
	for (size_t i = 0; i < COUNT(asked); i++) {
		struct slice account = slice_from_c(asked[i].account);
		size_t count = 9;
		const struct payee *p = payees_find(&w.payees, account, &count);

		if (count != asked[i].count || (p == NULL) != (count == 0) ||
		    (p != NULL && !slice_equal(p->name, slice_from_c(asked[i].name))))
			fail_msg("%s: %zu", asked[i].account, count);
		if (count > 0 && !payees_may_have(&w.payees, account))
			fail_msg("%s is passed over", asked[i].account);
		for (; count > 0; p++, count--)
			assert_true(account_digits_equal(p->account->number, account));
	}
	arena_release(&w.arena);
}

/* A filter that lets everything through would be no filter. */
static void few_others_are_asked(void **state)
{
	struct world w = { .arena = { 0 } };
	size_t passed = 0;

	(void)state;
	fill(&w);
	for (unsigned i = 0; i < 10000; i++) {
		char text[16];

		(void)snprintf(text, sizeof text, "00%08u", 31415926u + i * 4321);
		passed += payees_may_have(&w.payees, slice_from_c(text)) ? 1 : 0;
	}
	assert_in_range(passed, 0, 200);
	arena_release(&w.arena);
}

/* What the month before finished is asked for no more; one line that is not keeps its whole ruling. */
static void finished_rulings_are_left_out(void **state)
{
	struct world w = { .arena = { 0 } };
	struct register_row over = { .finished = true }, open = { .finished = false };
	struct person *p;
	size_t count;

	(void)state;
	fill(&w);
	p = roster_find(&w.roster, BUDI);
	assert_int_equal(p->line_count, 3);
	for (size_t i = 0; i < 3; i++)
		p->lines[i].before = &over;
	assert_true(payees_build(&w.arena, &w.roster, &w.payees));
	assert_null(payees_find(&w.payees, SLICE("12345678"), &count));
	assert_non_null(payees_find(&w.payees, SLICE("440044"), &count));
	p->lines[1].before = &open;
	assert_true(payees_build(&w.arena, &w.roster, &w.payees));
	assert_non_null(payees_find(&w.payees, SLICE("12345678"), &count));
	p->lines[1].first_part = &over;
	assert_true(payees_build(&w.arena, &w.roster, &w.payees));
	assert_null(payees_find(&w.payees, SLICE("12345678"), &count));
	arena_release(&w.arena);
}

static void nobody_is_paid(void **state)
{
	struct payees none = { 0 };
	struct roster nobody = { 0 };
	struct arena a = { 0 };
	size_t count;

	(void)state;
	assert_false(payees_may_have(&none, SLICE("12345678")));
	assert_null(payees_find(&none, SLICE("12345678"), &count));
	assert_true(payees_build(&a, &nobody, &none));
	assert_false(payees_may_have(&none, SLICE("12345678")));
	assert_null(payees_find(&none, SLICE("12345678"), &count));
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(found_by_digits),
		cmocka_unit_test(few_others_are_asked),
		cmocka_unit_test(finished_rulings_are_left_out),
		cmocka_unit_test(nobody_is_paid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
