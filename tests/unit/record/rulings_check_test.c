/* What the rulings of one file demand of each other (SPEC 4.2; FAILURES R02, R10). */
#include "cells.h"

#include <nafkah/ruling.h>

#define BUDI UINT64_C(198503122010011005)
#define AGUS UINT64_C(198603122010011005)
#define TONI UINT64_C(198703122010011005)

struct entry {
	const char *number;
	int32_t entry;
	uint64_t nip;
	const char *account; /* "BANK:NUMBER", or NULL */
};

/* Rulings from a list that ends with an empty number. */
static struct rulings file_of(struct arena *a, const struct entry *list)
{
	struct rulings all = { .file = SLICE("putusan.xml"), .items = arena_array(a, 8, sizeof(struct ruling *)) };

	for (; list->number != NULL; list++) {
		struct ruling *r = arena_alloc(a, sizeof *r);

		*r = (struct ruling){ .number = slice_from_c(list->number), .entry = list->entry, .nip = list->nip,
			              .line = all.count + 1 };
		r->case_key = r->key = case_normalise(a, r->number);
		if (list->account != NULL) {
			struct slice number = slice_from_c(list->account), bank = slice_cut(&number, ':');

			r->ex.account = account_read(a, bank, number, SLICE("SITI"), SLICE(""));
		}
		all.items[all.count++] = r;
	}
	return all;
}

static const struct {
	const char *why, *codes;
	struct entry list[5];
} files[] = {
	{ "two cases", "", { { "1/Pdt", 1, BUDI, NULL }, { "2/Pdt", 1, BUDI, NULL } } },
	{ "a case and its second entry", "", { { "1/Pdt", 2, BUDI, NULL }, { "1/Pdt", 1, BUDI, NULL } } },
	{ "the same case twice", "N0501", { { "1/Pdt", 1, BUDI, NULL }, { "1/Pdt", 1, BUDI, NULL } } },
	{ "... written another way", "N0501", { { "1/Pdt.G/2025/PA.Botg", 1, BUDI, NULL }, { "2/Pdt", 1, BUDI, NULL },
	  { "001/PDT G/2025/pa botg", 1, BUDI, NULL } } },
	{ "... of another civil servant", "N0501", { { "1/Pdt", 1, BUDI, NULL }, { "1/Pdt", 1, AGUS, NULL } } },
	{ "three times", "N0501 N0501",
	  { { "1/Pdt", 1, BUDI, NULL }, { "1/Pdt", 1, BUDI, NULL }, { "1/Pdt", 1, BUDI, NULL } } },
	{ "the second entry twice", "N0501",
	  { { "1/Pdt", 1, BUDI, NULL }, { "1/Pdt", 2, BUDI, NULL }, { "1/Pdt", 2, BUDI, NULL } } },
	{ "one account in two rulings of one person", "",
	  { { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, BUDI, "124:12345678" } } },
	{ "one account in rulings of two people", "N0511 N0511",
	  { { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, AGUS, "124:12-345.678" } } },
	{ "... where a spreadsheet dropped its zeros", "N0511 N0511",
	  { { "1/Pdt", 1, BUDI, "124:0012345678" }, { "2/Pdt", 1, AGUS, "124:12345678" } } },
	{ "a zero at the end is no leading one", "",
	  { { "1/Pdt", 1, BUDI, "124:123456780" }, { "2/Pdt", 1, AGUS, "124:12345678" } } },
	{ "an impossible account is nobody's", "", { { "1/Pdt", 1, BUDI, "124:1111" }, { "2/Pdt", 1, AGUS,
	  "124:1111" } } },
	{ "one number at two banks is two accounts: two pairs, crossed", "N0511 N0511 N0511 N0511",
	  { { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, TONI, "008:12345678" }, { "3/Pdt", 1, AGUS,
	  "124:12345678" },
	  { "4/Pdt", 1, BUDI, "008:12345678" } } },
	{ "one number at two banks, each of one person", "", { { "1/Pdt", 1, BUDI, "124:12345678" },
	  { "2/Pdt", 1, AGUS, "008:12345678" }, { "3/Pdt", 1, BUDI, "124:12345678" } } },
	{ "two accounts", "", { { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, AGUS, "124:12345679" } } },
};

static void between_rulings(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct arena a = { 0 };
		struct findings found = { 0 };
		struct rulings all = file_of(&a, files[i].list);
		char codes[64];

		rulings_check(&all, &a, &found);
		codes_of(&found, codes, sizeof codes);
		if (strcmp(codes, files[i].codes) != 0)
			fail_msg("%s: %s", files[i].why, codes);
		findings_release(&found);
		arena_release(&a);
	}
}

/* Two rulings of one civil servant, each with a former spouse and a child who has an account. */
static const struct {
	const char *why, *codes;
	struct { const char *name, *nik, *account, *holder, *child_account, *child_holder; } who[2];
} spouses[] = {
	{ "two former wives, two accounts", "", { { "SITI", "", "12345", "SITI", "", "" }, { "RINA", "", "12346", "RINA", "", "" } } },
	{ "one account in two names", "N0511 N0511",
	  { { "SITI", "", "12345", "SITI", "", "" }, { "RINA", "", "12345", "RINA", "", "" } } },
	{ "one holder, two former wives", "N0511 N0511",
	  { { "SITI", "", "12345", "SITI", "", "" }, { "RINA", "", "12345", "SITI", "", "" } } },
	{ "one former wife, married and divorced again", "",
	  { { "SITI AMINAH", "", "12345", "SITI", "", "" }, { "SITI AMINAH, S.Pd.", "", "12345", "SITI", "", "" } } },
	{ "... by her NIK", "",
	  { { "SITI", "6474", "12345", "SITI A.", "", "" }, { "AMINAH", "6474", "12345", "SITI A.", "", "" } } },
	{ "one name, two people by their NIK", "N0511 N0511",
	  { { "SITI", "6474", "12345", "SITI", "", "" }, { "SITI", "6475", "12345", "SITI", "", "" } } },
	{ "one guardian of the children of both", "",
	  { { "SITI", "", "12345", "SITI", "99999888", "NENEK" }, { "RINA", "", "12346", "RINA", "99999888", "NENEK" } } },
	{ "two guardians with one account", "N0511 N0511",
	  { { "SITI", "", "12345", "SITI", "99999888", "NENEK" }, { "RINA", "", "12346", "RINA", "99999888", "PAMAN" } } },
	{ "the child of one has the account of the other", "N0511 N0511",
	  { { "SITI", "", "12345", "SITI", "12346", "AHMAD" }, { "RINA", "", "12346", "RINA", "", "" } } },
	{ "the accounts of one ruling are not looked at here", "",
	  { { "SITI", "", "12345", "SITI", "12345", "AHMAD" }, { "RINA", "", "12346", "RINA", "", "" } } },
};

static struct slice text(const char *s)
{
	return slice_from_c(s);
}

static struct account account_of(struct arena *a, const char *number, const char *holder)
{
	return number[0] != '\0' ? account_read(a, SLICE("124"), text(number), text(holder), SLICE("")) : (struct account){ 0 };
}

static void between_rulings_of_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(spouses); i++) {
		static const struct entry list[] = { { "1/Pdt", 1, BUDI, NULL }, { "2/Pdt", 1, BUDI, NULL }, { NULL, 0, 0, NULL } };
		struct arena a = { 0 };
		struct findings found = { 0 };
		struct rulings all = file_of(&a, list);
		char codes[64];

		for (size_t k = 0; k < 2; k++) {
			struct ruling *r = all.items[k];

			r->ex.name = text(spouses[i].who[k].name);
			r->ex.nik = text(spouses[i].who[k].nik);
			r->ex.account = account_of(&a, spouses[i].who[k].account, spouses[i].who[k].holder);
			r->children = arena_alloc(&a, sizeof *r->children);
			r->child_count = 1;
			r->children[0].account = account_of(&a, spouses[i].who[k].child_account, spouses[i].who[k].child_holder);
		}
		rulings_check(&all, &a, &found);
		codes_of(&found, codes, sizeof codes);
		if (strcmp(codes, spouses[i].codes) != 0)
			fail_msg("%s: %s", spouses[i].why, codes);
		findings_release(&found);
		arena_release(&a);
	}
}

static void sorted_by_case_and_entry(void **state)
{
	static const struct entry list[] = { { "9/Pdt", 1, BUDI, NULL }, { "10/Pdt", 2, BUDI, NULL }, { "10/Pdt", 1,
	  BUDI, NULL },
		                             { "1/Pdt", 1, AGUS, NULL }, { NULL, 0, 0, NULL } };
	static const char *const expected[] = { "1/pdt 1", "10/pdt 1", "10/pdt 2", "9/pdt 1" };
	struct arena a = { 0 };
	struct findings found = { 0 };
	struct rulings all = file_of(&a, list);

	(void)state;
	rulings_check(&all, &a, &found);
	for (size_t i = 0; i < 4; i++) {
		char text[32];

		(void)snprintf(text, sizeof text, "%.*s %d", SLICE_ARG(all.items[i]->case_key), (int)all.items[i]->entry);
		assert_string_equal(text, expected[i]);
	}
	assert_true(ruling_compare(all.items[0], all.items[1]) < 0);
	assert_true(ruling_compare(all.items[2], all.items[1]) > 0);
	assert_int_equal(ruling_compare(all.items[3], all.items[3]), 0);
	findings_release(&found);
	arena_release(&a);
}

/* R10: "all rows listed". Each ruling of the group stands in a finding, as its own case or as the other one. */
static void all_rulings_of_an_account_are_named(void **state)
{
	static const struct entry groups[][5] = {
		{ { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, AGUS, "124:12345678" }, { "3/Pdt", 1, TONI,
		  "124:12345678" } },
		{ { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, AGUS, "124:12345678" }, { "3/Pdt", 1, BUDI,
		  "124:12345678" } },
		{ { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, BUDI, "124:12345678" }, { "3/Pdt", 1, AGUS,
		  "124:12345678" } },
	};

	(void)state;
	for (size_t g = 0; g < COUNT(groups); g++) {
		struct arena a = { 0 };
		struct findings found = { 0 };
		struct rulings all = file_of(&a, groups[g]);

		rulings_check(&all, &a, &found);
		for (size_t i = 0; i < all.count; i++) {
			bool named = false;

			for (size_t k = 0; k < found.count; k++)
				named = named || slice_equal(found.items[k].perkara, all.items[i]->number) ||
				        slice_equal(found.items[k].detail, all.items[i]->number);
			if (!named)
				fail_msg("group %zu: %.*s is not named", g, SLICE_ARG(all.items[i]->number));
		}
		findings_release(&found);
		arena_release(&a);
	}
}

/* The account of a mother and her child, and of somebody else's: each ruling is named once. */
static void one_ruling_with_an_account_twice(void **state)
{
	static const struct entry list[] = { { "1/Pdt", 1, BUDI, "124:12345678" }, { "2/Pdt", 1, AGUS, "124:12345678" },
		                             { NULL, 0, 0, NULL } };
	struct arena a = { 0 };
	struct findings found = { 0 };
	struct rulings all = file_of(&a, list);
	struct child child = { .account = all.items[0]->ex.account };

	(void)state;
	all.items[0]->children = &child;
	all.items[0]->child_count = 1;
	rulings_check(&all, &a, &found);
	assert_int_equal(found.count, 2);
	findings_release(&found);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(between_rulings), cmocka_unit_test(between_rulings_of_one), cmocka_unit_test(sorted_by_case_and_entry),
		cmocka_unit_test(all_rulings_of_an_account_are_named), cmocka_unit_test(one_ruling_with_an_account_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
