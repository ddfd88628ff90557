/* Names, accounts and case numbers: how SPEC 4.2 compares them. */
#include "cells.h"

#include <nafkah/name.h>
#include <nafkah/ruling.h>


static const struct {
	const char *a, *b;
	enum name_match match;
} names[] = {
	{ "BUDI SANTOSO", "BUDI SANTOSO", NAMES_EQUAL },
	{ "BUDI SANTOSO", "Budi Santoso", NAMES_EQUAL },
	{ "BUDI SANTOSO", "  BUDI \t SANTOSO ", NAMES_EQUAL },
	{ "BUDI SANTOSO", "BUDI SANTOSO, S.Sos., M.Si.", NAMES_EQUAL },
	{ "BUDI SANTOSO", "Drs. H. BUDI SANTOSO", NAMES_EQUAL },
	{ "dr. BUDI SANTOSO,Sp.A", "BUDI SANTOSO , M.Kes", NAMES_EQUAL },
	{ "BUDI M. SANTOSO", "BUDI SANTOSO", NAMES_EQUAL },
	{ "", "", NAMES_EQUAL },
	{ "Drs.", "H.", NAMES_EQUAL },               /* nothing remains of either */
	{ "BUDI", "BUDI SANTOSO", NAMES_SHARE_WORD },
	{ "SANTOSO BUDI", "BUDI SANTOSO", NAMES_SHARE_WORD },
	{ "BUDI SANTOSA", "budi santoso", NAMES_SHARE_WORD },
	{ "ANI LESTARI", "DWI LESTARI", NAMES_SHARE_WORD },
	{ "ANI X", "ANI Y", NAMES_SHARE_WORD },      /* three letters */
	{ "M\xc3\x9cL A", "M\xc3\x9cL B", NAMES_SHARE_WORD },
	{ "O'REI A", "O'REI B", NAMES_SHARE_WORD },
	{ "BUDI SANTOSO", "AGUS SALIM", NAMES_DIFFER },
	{ "BUDI SANTOSO", "", NAMES_DIFFER },
	{ "BUDI SANTOSO", ", BUDI SANTOSO", NAMES_DIFFER }, /* all of it stands behind the comma */
	{ "BUDI SANTOSO", "BUDISANTOSO", NAMES_DIFFER },
	{ "AL X", "AL Y", NAMES_DIFFER },            /* a word of two letters */
	{ "A1B2 X", "A1B2 Y", NAMES_DIFFER },        /* two letters and two digits */
	{ "Muh. ALI", "Muh. ADI", NAMES_DIFFER },    /* the common word is a title */
	{ "BUDI, S.H.", "AGUS, S.H.", NAMES_DIFFER },
	{ "BUDI.", "BUDI", NAMES_DIFFER },
	{ "SANTOSO", "SANTOS", NAMES_DIFFER },
	{ "BUDI", "BUDIMAN", NAMES_DIFFER },
	{ "\xc3\x9c\xc3\x9c X", "\xc3\x9c\xc3\x9c Y", NAMES_DIFFER }, /* two letters, four bytes */
};

static void names_compared(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct slice a = slice_from_c(names[i].a), b = slice_from_c(names[i].b);

		if (name_compare(a, b) != names[i].match || name_compare(b, a) != names[i].match)
			fail_msg("\"%s\" and \"%s\"", names[i].a, names[i].b);
	}
}

static const struct {
	const char *bank, *number;
	bool possible;
	const char *digits; /* as kept */
} accounts[] = {
	{ "124", "0012345678", true, "0012345678" },
	{ " 124\t", " 00-1234.56 78 ", true, "0012345678" },
	{ "014", "12345", true, "12345" },
	{ "014", "12345678901234567890", true, "12345678901234567890" },
	{ "014", "11112", true, "11112" },
	{ "000", "12345", true, "12345" },
	{ "124", "1234", false, "1234" },
	{ "124", "123456789012345678901", false, "123456789012345678901" },
	{ "124", "", false, "" },
	{ "124", "-", false, "-" },
	{ "124", "00000", false, "00000" },
	{ "124", "99999999999999999999", false, "99999999999999999999" },
	{ "124", "7-7.7 7-7", false, "7-7.7 7-7" },
	{ "124", "12345a", false, "12345a" },
	{ "124", "12345/6", false, "12345/6" },
	{ "124", "1.2345E+10", false, "1.2345E+10" },
	{ "124", "'12345678", false, "'12345678" },
	{ "124", "+12345678", false, "+12345678" },
	{ "124", "12345\xc2\xa0""678", false, "12345\xc2\xa0""678" },
	{ "124", "\xef\xbc\x91""2345678", false, "\xef\xbc\x91""2345678" },
	{ "12", "12345678", false, "12345678" },
	{ "1245", "12345678", false, "12345678" },
	{ "", "12345678", false, "12345678" },
	{ "12a", "12345678", false, "12345678" },
	{ "1 24", "12345678", false, "12345678" },
	{ "BRI", "12345678", false, "12345678" },
};

static void accounts_read(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(accounts); i++) {
		struct account got = account_read(&a, slice_from_c(accounts[i].bank), slice_from_c(accounts[i].number),
		    SLICE("SITI"),
		                                  SLICE(" SK 7 "));

		assert_true(got.stated);
		if (got.possible != accounts[i].possible || !slice_equal(got.number, slice_from_c(accounts[i].digits)))
			fail_msg("bank %s number %s", accounts[i].bank, accounts[i].number);
		assert_true(slice_equal(got.proof, SLICE("SK 7")));
		assert_true(slice_equal(got.holder, SLICE("SITI")));
		assert_true(slice_equal(got.bank, slice_trim(slice_from_c(accounts[i].bank))));
	}
	arena_release(&a);
}

static const struct {
	const char *a, *b;
	bool equal;
} digits[] = {
	{ "0012345678", "0012345678", true },
	{ "0012345678", "12345678", true },
	{ "12345678", "00-1234.5678 a.n. SENDIRI", true },
	{ "'12345678", "12345678", true },
	{ "100", "0100", true },
	{ "12345678", "123456780", false },
	{ "12345678", "2345678", false },
	{ "12345678", "12345679", false },
	{ "12345678", "", false },
	{ "12345678", "-", false },
	{ "", "", false },
	{ "-", "-", false },
	{ "0000", "000", false }, /* no account is nobody's */
	{ "BRI", "BRI", false },
};

static void accounts_compared(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(digits); i++) {
		struct slice a = slice_from_c(digits[i].a), b = slice_from_c(digits[i].b);

		if (account_digits_equal(a, b) != digits[i].equal || account_digits_equal(b, a) != digits[i].equal)
			fail_msg("%s and %s", digits[i].a, digits[i].b);
	}
}

static const struct {
	const char *number, *key;
} cases[] = {
	{ "123/Pdt.G/2025/PA.Botg", "123/pdtg/2025/pabotg" },
	{ "0123/Pdt.G/2025/PA Botg", "123/pdtg/2025/pabotg" },
	{ " 000123 / PDT. G / 02025 / pa.botg ", "123/pdtg/2025/pabotg" },
	{ "123/Pdt.G/2025/PA\tBotg", "123/pdtg/2025/pabotg" },
	{ "100/Pdt.G/2025", "100/pdtg/2025" },
	{ "1023/Pdt.G/2025", "1023/pdtg/2025" },
	{ "12-3/Pdt", "12-3/pdt" },
	{ "123/Pdt.P/2025/PA.Botg", "123/pdtp/2025/pabotg" },
	{ "", "" },
	{ " . ", "" },
};

static void cases_normalised(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (!slice_equal(case_normalise(&a, slice_from_c(cases[i].number)), slice_from_c(cases[i].key)))
			fail_msg("%s", cases[i].number);
	arena_release(&a);
}

/* Without regard to blanks and dots, "0.123" and "0 123" are "0123", whose leading zero does not count. */
static void zeros_before_blanks_and_dots(void **state)
{
	static const char *const alike[] = { "0.123/Pdt.G", "0 123/Pdt.G", "0.0.123/Pdt.G", "00 .123/Pdt.G",
	  "123/Pdt.G" };
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(alike); i++)
		if (!slice_equal(case_normalise(&a, slice_from_c(alike[i])), SLICE("123/pdtg")))
			fail_msg("%s", alike[i]);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_compared),   cmocka_unit_test(accounts_read), cmocka_unit_test(accounts_compared),
		cmocka_unit_test(cases_normalised), cmocka_unit_test(zeros_before_blanks_and_dots),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
