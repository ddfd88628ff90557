/* NIP (SPEC 1 and 4.1, FAILURES I09, I23 to I25). */
#include "cells.h"

#include <nafkah/nip.h>

#define GOOD "198503122010011005"
#define NUMBER UINT64_C(198503122010011005)

static const struct {
	const char *text, *why;
	bool good;
} numbers[] = {
	{ GOOD, "a PNS", true },
	{ "198503122010012999", "a woman, the last serial", true },
	{ "199012312023211001", "a PPPK: digits 13-14 are a contract number above 12", true },
	{ "200002292020011001", "born 29 February 2000", true },
	{ "190001011900001001", "the first years that exist", true },
	{ "19850312201001100", "17 digits", false },
	{ "1985031220100110055", "19 digits", false },
	{ "", "nothing", false },
	{ "19850312 201001 1 005", "blanks are for cells, not for rulings", false },
	{ "'" GOOD, "an apostrophe", false },
	{ "19850312201001100x", "a letter", false },
	{ "-98503122010011005", "a sign", false },
	{ "198502302010011005", "born 30 February", false },
	{ "190002292010011005", "born 29 February 1900", false },
	{ "198513122010011005", "born in month 13", false },
	{ "198500122010011005", "born in month 0", false },
	{ "198503002010011005", "born on day 0", false },
	{ "189903122010011005", "born in 1899", false },
	{ "198503120010011005", "appointed in the year 10", false },
	{ "198503129999011005", "appointed in the year 9999", false },
	{ "198503122010010005", "sex 0", false },
	{ "198503122010013005", "sex 3", false },
	{ "198503122010011000", "serial 000", false },
	{ "000000000000000000", "zeros", false },
};

static void as_rulings_state_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		uint64_t nip = 7;
		char back[NIP_DIGITS + 1];

		if (nip_parse(slice_from_c(numbers[i].text), &nip) != numbers[i].good)
			fail_msg("%s", numbers[i].why);
		if (!numbers[i].good) {
			assert_int_equal(nip, 7);
			continue;
		}
		nip_format(nip, back);
		assert_string_equal(back, numbers[i].text);
	}
}

static const struct {
	const char *cell, *why;
	enum nip_cell class;
} cells[] = {
	{ GOOD, "plain", NIP_GOOD },
	{ "  " GOOD "\t", "blanks round it", NIP_GOOD },
	{ "'" GOOD, "one leading apostrophe", NIP_GOOD },
	{ "' " GOOD, "a blank behind it", NIP_GOOD },
	{ "19850312 201001 1 005", "blanks inside", NIP_GOOD },
	{ "19850312.201001.1.005", "dots inside", NIP_GOOD },
	{ "'19850312 201001 1 005 ", "all of them", NIP_GOOD },
	{ "=\"" GOOD "\"", "=\"...\"", NIP_GOOD },
	{ "=\" 19850312 201001 1 005 \"", "=\"...\" with blanks", NIP_GOOD },
	{ "=\"'" GOOD "\"", "=\"'...\"", NIP_GOOD },
	{ "", "empty", NIP_ABSENT },
	{ "   ", "blanks", NIP_ABSENT },
	{ "-", "a dash", NIP_ABSENT },
	{ "0", "a zero", NIP_ABSENT },
	{ "'", "an apostrophe alone", NIP_ABSENT },
	{ "=\"\"", "an empty formula text", NIP_ABSENT },
	{ "1.98503E+17", "scientific", NIP_DAMAGED },
	{ "1,98503E+17", "scientific with a comma", NIP_DAMAGED },
	{ "1.98503e17", "scientific, small letter, no sign", NIP_DAMAGED },
	{ "2E+17", "scientific, one digit", NIP_DAMAGED },
	{ "1.985031220100110E+17", "scientific, 16 digits", NIP_DAMAGED },
	{ "'1.98503E+17", "scientific behind an apostrophe", NIP_DAMAGED },
	{ "=\"1.98503E+17\"", "scientific in =\"...\"", NIP_DAMAGED },
	{ "198503122010011000", "serial 000", NIP_DAMAGED },
	{ "19850312 201001 1 000", "serial 000 with blanks", NIP_DAMAGED },
	{ "198513992010019000", "serial 000, and nothing else right", NIP_DAMAGED },
	{ "00", "two zeros", NIP_STRANGE },
	{ "--", "two dashes begin like a formula", NIP_FORMULA },
	{ "19850312201001100", "17 digits", NIP_STRANGE },
	{ "1985031220100110055", "19 digits", NIP_STRANGE },
	{ "1985031220100110000", "19 digits that end in 000", NIP_STRANGE },
	{ "198502302010011005", "born 30 February", NIP_STRANGE },
	{ "198503122010013005", "sex 3", NIP_STRANGE },
	{ "19850312-201001-1-005", "hyphens are not cleaned", NIP_STRANGE },
	{ "''" GOOD, "two apostrophes", NIP_STRANGE },
	{ GOOD "'", "a trailing apostrophe", NIP_STRANGE },
	{ "131573901", "the old number of 9 digits", NIP_STRANGE },
	{ "TOTAL", "a word", NIP_STRANGE },
	{ "E+17", "no digit before the E", NIP_STRANGE },
	{ "1.9E+", "no exponent", NIP_STRANGE },
	{ "1.9E+1x", "more behind the exponent", NIP_STRANGE },
	{ "\xef\xbc\x91\xef\xbc\x99""8503122010011005", "full-width digits", NIP_NOT_ASCII },
	{ "19850312\xc2\xa0""201001\xc2\xa0""1\xc2\xa0""005", "no-break spaces", NIP_NOT_ASCII },
	{ "\xe2\x80\x8b" GOOD, "a zero-width space", NIP_NOT_ASCII },
	{ GOOD "\xe2\x80\x8f", "a bidi mark", NIP_NOT_ASCII },
	{ "\xe2\x80\x98" GOOD, "a curly apostrophe", NIP_NOT_ASCII },
	{ "=" GOOD, "a formula", NIP_FORMULA },
	{ "=A1", "a reference", NIP_FORMULA },
	{ "=\"" GOOD, "=\"... that does not close", NIP_FORMULA },
	{ "=\"", "=\" alone", NIP_FORMULA },
	{ "+" GOOD, "a plus", NIP_FORMULA },
	{ "-" GOOD, "a minus", NIP_FORMULA },
	{ "@" GOOD, "an at sign", NIP_FORMULA },
	{ "'=\"" GOOD "\"", "a formula behind an apostrophe", NIP_FORMULA },
	{ "=\"=" GOOD "\"", "a formula in a formula text", NIP_FORMULA },
};

static void as_payrolls_hold_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++) {
		uint64_t nip = 0;

		if (nip_read_cell(slice_from_c(cells[i].cell), &nip) != cells[i].class)
			fail_msg("%s: %s", cells[i].why, cells[i].cell);
		assert_true(nip == (cells[i].class == NIP_GOOD ? NUMBER : 0));
	}
}

static void sex_digit(void **state)
{
	char text[NIP_DIGITS + 1];

	(void)state;
	assert_false(nip_is_female(NUMBER));
	assert_true(nip_is_female(UINT64_C(198503122010012005)));
	nip_format(5, text);
	assert_string_equal(text, "000000000000000005");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_rulings_state_it), cmocka_unit_test(as_payrolls_hold_it), cmocka_unit_test(sex_digit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
