/* SPEC 5.1: award faults, payee faults, what a held line keeps. Base 6.000.000; B * 1/2 = 3.000.000 without children,
 * B * 1/3 = 2.000.000 with. */
#include "example.h"

#define BUDI "gaji=6000000 row-rek=0098765432 perkara=1/Pdt "

static const struct example awards[] = {
	{ "iddah of 3 months", BUDI "iddah=3", "hd", "-:3000000" },
	{ "iddah of 4 months", BUDI "iddah=4", "hd", "N0621:0" },
	{ "iddah of 4 months, stated as a sum", BUDI "iddah=4000000/4", "hd", "N0621:0" },
	{ "mut'ah of 12 months", BUDI "mutah=12000000/12", "hd", "-:1000000" },
	{ "mut'ah of 13 months", BUDI "mutah=13000000/13", "hd", "N0621:0" },
	{ "lampau is limited only by its span", BUDI "lampau=60x100000", "hd", "-:100000" },
	{ "lampau of 6 months for a span of 6", BUDI "lampau=6x100000@2025-01..2025-06", "hd", "-:100000" },
	{ "lampau of 7 months for a span of 6", BUDI "lampau=7x100000@2025-01..2025-06", "hd", "N0622:0" },
	{ "lampau of 2 months for a span of 1", BUDI "lampau=2x100000@2025-01..2025-01", "hd", "N0622:0" },
	{ "only the award with the fault is held", BUDI "bersamaan iddah=4 mutah=2x500000", "hd", "N0621:0 -:500000" },
	{ "a woman pays nominal child maintenance",
	  "gaji=6000000 perkara=1/Pdt perempuan suami anak=a1:2015-01-01 nafkah=500000", "hd", "-:500000" },
	{ "... no fraction of her income to the children",
	  "gaji=6000000 perkara=1/Pdt perempuan suami anak=a1:2015-01-01 nafkah", "hd", "N0623:0" },
	{ "... and nothing to the husband, in whatever form",
	  "gaji=6000000 perkara=1/Pdt perempuan suami bersamaan anak=a1:2015-01-01 nafkah=500000 iddah=3x1 mutah=2 "
	  "lampau=3", "hd", "-:500000 N0623:0 N0623:0 N0623:0" },
	{ "... no bagian-gaji", "gaji=6000000 perkara=1/Pdt perempuan suami bagian-gaji", "hd", "N0623:0" },
	{ "the same terms as last month", BUDI "iddah=3x500000 @iddah=2025-12:0:nominal:3x500000", "hd", "-:500000" },
	{ "another amount", BUDI "iddah=3x500001 @iddah=2025-12:0:nominal:3x500000", "hd", "N0624:0" },
	{ "another number of months", BUDI "mutah=12x5 @mutah=2025-12:0:nominal:11x5", "hd", "N0624:0" },
	{ "another cara", BUDI "iddah=3 @iddah=2025-12:0:nominal:1/2", "hd", "N0624:0" },
	{ "another fraction: last month's had a child", BUDI "iddah=3 @iddah=2025-12:0:pecahan:1/3", "hd", "N0624:0" },
	{ "another rise", BUDI "anak=a1:2015-01-01 nafkah=500000+10 @a1=2025-12:0:nominal:500000", "hd", "N0624:0" },
	{ "a line that is new has no terms to differ from",
	  BUDI "bersamaan iddah=3x5 mutah=2x5 @iddah=2025-12:0:nominal:3x5", "h", "- -" },
	{ "one child's line tells: the whole award is held, other awards are not",
	  BUDI "anak=a1:2015-01-01 anak=a2:2016-01-01 nafkah=600000 iddah=3x5 @a1=2025-12:0:nominal:500000 "
	  "@a2=2025-12:0:nominal:600000", "h", "N0624 N0624 -" },
	{ "two award faults: the first is the cause", BUDI "iddah=4 @iddah=2025-12:0:pecahan:1/3", "h", "N0621" },
	{ "... both are reported", "sumber=gaji " BUDI "iddah=4 @iddah=2025-12:0:pecahan:1/3", "F", "N0621 N0624" },
	{ "an award fault comes before a payee fault", BUDI "iddah=4 rek=-", "h", "N0621" },
	{ "each award is reported, not only the first",
	  "sumber=gaji gaji=6000000 perkara=1/Pdt perempuan suami anak=a:2015-01-01 nafkah=5 iddah=3 mutah=2x5",
	  "F", "N0623 N0623" },
	{ "an award of three children is reported once",
	  "sumber=gaji gaji=6000000 perkara=1/Pdt perempuan suami anak=a:2015-01-01 anak=b:2016-01-01 "
	  "anak=c:2017-01-01 nafkah", "F", "N0623" },
};

static const struct example accounts[] = {
	{ "no account", BUDI "rek=- iddah=3", "h", "N0631" },
	{ "a bank of two digits", BUDI "rek=24:0012345678 iddah=3", "h", "N0632" },
	{ "a bank of letters", BUDI "rek=BRI:0012345678 iddah=3", "h", "N0632" },
	{ "an account of 4 digits", BUDI "rek=124:1234 iddah=3", "h", "N0632" },
	{ "an account of 5 digits", BUDI "rek=124:12345 iddah=3", "h", "-" },
	{ "an account of 21 digits", BUDI "rek=124:123456789012345678901 iddah=3", "h", "N0632" },
	{ "equal digits only", BUDI "rek=124:00000000 iddah=3", "h", "N0632" },
	{ "the civil servant's own", BUDI "rek=124:0098765432 iddah=3", "h", "N0633" },
	{ "... leading zeros aside", BUDI "rek=124:98765432 iddah=3", "h", "N0633" },
	{ "... with hyphens, at another bank", BUDI "rek=009:0-0987-65432 iddah=3", "h", "N0633" },
	{ "... in a row that does not count",
	  "gaji=6000000 gaji=1 row-uncounted row-rek=0012345678 perkara=1/Pdt iddah=3", "h", "N0633" },
	{ "... of last month's TPP", "gaji=6000000 income-tpp=1 row-rek=12345678 perkara=1/Pdt iddah=3", "h", "N0633" },
	{ "digits that only end alike", BUDI "rek=124:198765432 iddah=3", "h", "-" },
	{ "trailing zeros count", BUDI "rek=124:00987654320 iddah=3", "h", "-" },
	{ "changed without a document", BUDI "iddah=3 @iddah=2025-12:0:::124:0012345679", "h", "N0634" },
	{ "changed bank", BUDI "iddah=3 @iddah=2025-12:0:::008:0012345678", "h", "N0634" },
	{ "a leading zero more is another account", BUDI "iddah=3 @iddah=2025-12:0:::124:012345678", "h", "N0634" },
	{ "unchanged", BUDI "iddah=3 @iddah=2025-12:0:::124:0012345678", "h", "-" },
	{ "unchanged, dots aside", BUDI "rek=124:0012.3456.78 iddah=3 @iddah=2025-12:0:::124:0012345678", "h", "-" },
	{ "changed with a document", BUDI "rek=124:0012345678:SK-1 iddah=3 @iddah=2025-12:0:::124:55555", "h", "-" },
	{ "... a note",
	  "sumber=gaji " BUDI "rek=124:0012345678:SK-1 iddah=3 @iddah=2025-12:0:::124:55556", "F", "N0636" },
	{ "a document of blanks is none",
	  BUDI "rek=124:0012345678:\t iddah=3 @iddah=2025-12:0:::124:55556", "h", "N0634" },
	{ "changed, and it is his own: his own",
	  BUDI "rek=124:98765432:SK-1 iddah=3 @iddah=2025-12:0:::124:55556", "h", "N0633" },
	{ "a change holds every line of the owner, the new one too",
	  BUDI "bersamaan iddah=3x5 mutah=2x5 @iddah=2025-12:0:::124:55556", "h", "N0634 N0634" },
	{ "no account last month: nothing changed", BUDI "iddah=3 @iddah=2025-12:0", "h", "-" },
};

static const struct example owners[] = {
	{ "a child without an account is paid to its mother's",
	  BUDI "anak=a1:2015-01-01 nafkah iddah=3 rek=-", "h", "N0631 N0631" },
	{ "a child with an account does not need hers",
	  BUDI "anak=a1:2015-01-01:rek/124/777888 nafkah iddah=3 rek=-", "h", "- N0631" },
	{ "its own impossible account holds the child only",
	  BUDI "anak=a1:2015-01-01:rek/124/7778 nafkah iddah=3", "h", "N0632 -" },
	{ "its father's account", BUDI "anak=a1:2015-01-01:rek/124/98765432 nafkah iddah=3", "h", "N0633 -" },
	{ "a guardian's child needs its own", BUDI "anak=a1:2015-01-01:wali nafkah iddah=3", "h", "N0631 -" },
	{ "... and has it", BUDI "anak=a1:2015-01-01:wali:rek/124/777888 nafkah iddah=3", "h", "- -" },
	{ "a child that gets its own account needs a document for it",
	  BUDI "anak=a1:2015-01-01:rek/124/777888 nafkah @a1=2025-12:0:::124:0012345678", "h", "N0634" },
	{ "... has one", BUDI "anak=a1:2015-01-01:rek/124/777888/KK-7 nafkah @a1=2025-12:0:::124:0012345678", "h", "-" },
	{ "two children, one without account data: one finding an owner",
	  "sumber=gaji " BUDI "anak=a1:2015-01-01 anak=a2:2016-01-01:wali nafkah iddah=3 rek=-", "F", "N0631 N0631" },
	{ "a kept part needs no account", BUDI "anak=a1:2015-01-01:ayah nafkah rek=-", "hk", "-:2000000" },
	{ "... unless it still has arrears",
	  BUDI "anak=a1:2015-01-01:ayah nafkah rek=- @a1=2025-12:1", "hka", "N0631:0:1" },
	{ "an award fault holds the line of an ayah child as well",
	  BUDI "anak=a1:2015-01-01:ayah nafkah=5 @a1=2025-12:0:nominal:6", "hk", "N0624:0" },
	{ "the mother died in the period: this month is still paid", BUDI "wafat=2026-01-02 iddah=3", "hd", "-:3000000" },
	{ "the month after: what is owed is held",
	  "P=2026-02 " BUDI "wafat=2026-01-02 iddah=3 @iddah=2026-01:500", "hdpa", "N0635:0:0:500" },
	{ "... with the children paid to her account, not those with their own",
	  "P=2026-02 " BUDI "wafat=2026-01-02 sampai=2026-01 anak=a1:2015-01-01 anak=a2:2016-01-01:rek/124/777888 "
	  "nafkah iddah=3", "h", "N0635 - N0635" },
	{ "a dead mother's impossible account: the account is the cause",
	  "P=2026-02 " BUDI "wafat=2026-01-02 rek=- iddah=3 @iddah=2026-01:5", "h", "N0631" },
};

/* What the register says of the account: the stated one, or the last accepted one while a change is held. */
static const struct example kept_accounts[] = {
	{ "the first month", BUDI "iddah=3", "c", "0012345678" },
	{ "changed without a document: the old one", BUDI "iddah=3 @iddah=2025-12:0:::124:55556", "c", "55556" },
	{ "changed with a document: the new one",
	  BUDI "rek=124:0012345678:SK-1 iddah=3 @iddah=2025-12:0:::124:55556", "c", "0012345678" },
	{ "gone: the old one", BUDI "rek=- iddah=3 @iddah=2025-12:0:::124:55556", "c", "55556" },
	{ "impossible now: the old one", BUDI "rek=124:1111 iddah=3 @iddah=2025-12:0:::124:55556", "c", "55556" },
	{ "his own, document or not: the old one",
	  BUDI "rek=124:98765432:SK-1 iddah=3 @iddah=2025-12:0:::124:55556", "c", "55556" },
	{ "never a possible one: none", BUDI "rek=124:1111 iddah=3", "c", "" },
	{ "not changed, and she is dead",
	  "P=2026-02 " BUDI "wafat=2026-01-02 iddah=3 @iddah=2026-01:5:::124:0012345678", "c", "0012345678" },
	{ "a ruling that is not computed keeps it as well",
	  BUDI "suami iddah=3 @iddah=2025-12:0:::124:55556", "c", "55556" },
};

/* Which terms the register states next time. */
static const struct example kept_terms[] = {
	{ "changed terms are held, and the former ones kept",
	  BUDI "iddah=3x500001 @iddah=2025-12:0:nominal:3x500000", "g", "3x500001=" },
	{ "unchanged", BUDI "iddah=3x500000 @iddah=2025-12:0:nominal:3x500000", "g", "3x500000" },
	{ "the first month", BUDI "iddah=3", "g", "1/2" },
	{ "a ruling that is held keeps them as well", BUDI "suami iddah=3x5 @iddah=2025-12:0:nominal:3x6", "g", "3x5=" },
	{ "before it starts they may still be corrected",
	  BUDI "mulai=2026-02 iddah=3x5 @iddah=2025-12:0:nominal:3x6", "g", "3x5" },
	{ "... or before it is final", BUDI "status=putus iddah=3x5 @iddah=2025-12:0:nominal:3x6", "g", "3x5" },
};

static const struct example notes[] = {
	{ "a documented change is noted once an owner",
	  "sumber=gaji " BUDI "rek=124:0012345678:SK-1 bersamaan iddah=3x5 mutah=2x5 @iddah=2025-12:0:::124:55556 "
	  "@mutah=2025-12:0:::124:55556", "F", "N0636" },
	{ "... also where the owner's first line is new",
	  "sumber=gaji " BUDI "rek=124:0012345678:SK-1 bersamaan iddah=3x5 mutah=2x5 @mutah=2025-12:0:::124:55556",
	  "F", "N0636" },
	{ "a change without a document is reported once an owner",
	  "sumber=gaji " BUDI "bersamaan iddah=3x5 mutah=2x5 @iddah=2025-12:0:::124:55556 "
	  "@mutah=2025-12:0:::124:55556", "F", "N0634" },
};

static const struct example keeping[] = {
	{ "a held line books nothing; the others do", BUDI "bersamaan iddah=4 mutah=2x500000", "b", "2025-12 2026-01" },
	{ "released: its months are made up for, 3 x 500.000",
	  "P=2026-03 " BUDI "lampau=9x500000 @lampau=2025-12:0", "dmf", "500000:1000000:2026-01" },
	{ "held again: nothing is missed yet",
	  "P=2026-03 " BUDI "lampau=9x500000 rek=- @lampau=2025-12:70", "dmab", "0:0:70:2025-12" },
	{ "its part does not go to the other child: 2.000.000 / 2",
	  BUDI "anak=a1:2015-01-01 anak=a2:2016-01-01:wali nafkah", "hd", "-:1000000 N0631:0" },
};

static void award_faults(void **state)
{
	(void)state;
	RUN(awards);
}

static void account_faults(void **state)
{
	(void)state;
	RUN(accounts);
}

static void account_owners(void **state)
{
	(void)state;
	RUN(owners);
}

static void the_last_accepted_account(void **state)
{
	(void)state;
	RUN(kept_accounts);
}

static void the_last_accepted_terms(void **state)
{
	(void)state;
	RUN(kept_terms);
}

static void changes_are_noted(void **state)
{
	(void)state;
	RUN(notes);
}

static void a_held_line_waits(void **state)
{
	(void)state;
	RUN(keeping);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(award_faults),              cmocka_unit_test(account_faults),
		cmocka_unit_test(account_owners),            cmocka_unit_test(the_last_accepted_account),
		cmocka_unit_test(the_last_accepted_terms),   cmocka_unit_test(changes_are_noted),
		cmocka_unit_test(a_held_line_waits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
