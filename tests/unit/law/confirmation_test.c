/* Whose facts have to be confirmed, since when, until when, and the finding that says so. */
#include "office.h"

#include <nafkah/buf.h>
#include <nafkah/confirmation.h>

#define ONE "gaji=6000000 perkara=1/Pdt "
#define OLD "bht=2024-12-10 mulai=2025-01 sampai=2025-12 " /* known a year and a month before 2026-01 */

/* "mantan 2025-12-10>2026-12-10 ..2026-03; a1 ...": since, due, the last month that rests on it; "=" before what is
 * stated, "!" behind what is overdue. */
static void show(const struct confirmation *all, size_t count, struct buf *out)
{
	for (size_t i = 0; i < count; i++) {
		struct slice who = all[i].child != NULL ? all[i].child->id : SLICE("mantan");
		char last[11], due[11], until[8];

		date_format(all[i].last, last);
		date_format(all[i].due, due);
		month_format(all[i].until, until);
		buf_printf(out, "%s%.*s %s%s>%s%s ..%s", i > 0 ? "; " : "", SLICE_ARG(who), all[i].stated ? "=" : "", last, due,
		           all[i].overdue ? "!" : "", all[i].until == MONTH_FOREVER ? "" : until);
	}
	buf_char(out, '\0');
}

static const struct {
	const char *why, *given, *expected;
} cases[] = {
	/* who is asked about */
	{ "a fraction award: her remarriage ends it", ONE "iddah=3", "mantan 2025-12-10>2026-12-10 ..2026-03" },
	{ "nominal awards do not rest on it with kawin-lagi=pecahan", ONE "iddah=3x1000000 mutah=12000000/12", "" },
	{ "they do with kawin-lagi=semua", "kawin-lagi=semua " ONE "iddah=3x1000000 mutah=12000000/12",
	  "mantan 2025-12-10>2026-12-10 ..2027-03" },
	{ "nothing of iddah does with kawin-lagi=tidak", "kawin-lagi=tidak " ONE "iddah=3", "" },
	{ "bagian-gaji always, and without an end", "kawin-lagi=tidak " ONE "bagian-gaji", "mantan 2025-12-10>2026-12-10 .." },
	{ "until the last of her fraction awards, not of the nominal one between", ONE "iddah=3 mutah=12x1000000 lampau=2",
	  "mantan 2025-12-10>2026-12-10 ..2027-05" },
	{ "her last month is the period: nothing is to come", "P=2026-03 " ONE "sampai=2026-02 iddah=3", "" },
	{ "one month is to come", "P=2026-02 " ONE "sampai=2026-01 iddah=3", "mantan 2025-12-10>2026-12-10 ..2026-03" },
	{ "a right that has not begun is one to come", ONE "mulai=2026-08 iddah=3", "mantan 2025-12-10>2026-12-10 ..2026-10" },
	{ "her remarriage is known, even one to come", ONE "kawin=2026-03-01 bagian-gaji", "" },
	{ "her death is", ONE "wafat=2026-03-01 bagian-gaji", "" },
	{ "selesai ends it at once", ONE "selesai=2026-01-20 bagian-gaji anak=a1:2015-06-01 nafkah", "" },
	{ "selesai to come: until then", ONE "selesai=2026-06-20 bagian-gaji", "mantan 2025-12-10>2026-12-10 ..2026-06" },
	{ "every child with a right, in the order of the file", ONE "anak=a2:2018-06-01 anak=a1:2015-06-01 nafkah=1000000",
	  "a2 2025-12-10>2026-12-10 ..2039-06; a1 2025-12-10>2026-12-10 ..2036-06" },
	{ "the former wife first", ONE "anak=a1:2015-06-01 nafkah iddah=3",
	  "mantan 2025-12-10>2026-12-10 ..2026-03; a1 2025-12-10>2026-12-10 ..2036-06" },
	{ "a child without an award is not asked about", ONE "anak=a1:2015-06-01 anak=a2:2015-06-01 nafkah-a2=1",
	  "a2 2025-12-10>2026-12-10 ..2036-06" },
	{ "nor one that is too old", ONE "anak=a1:2004-06-01 nafkah", "" },
	{ "nor one whose last month this is", ONE "anak=a1:2005-01-31 nafkah", "" },
	{ "nor one whose stop is stated, even one to come", ONE "anak=a1:2015-06-01:berhenti/2026-09-01 nafkah", "" },
	{ "one in his own custody is: it shares with the others", ONE "anak=a1:2015-06-01:ayah nafkah",
	  "a1 2025-12-10>2026-12-10 ..2036-06" },
	{ "a ruling without awards", ONE "anak=a1:2015-06-01", "" },

	/* since when */
	{ "the ikrar is later than BHT", ONE "talak ikrar=2026-01-03 iddah=3", "mantan 2026-01-03>2027-01-03 ..2026-03" },
	{ "the ruling was received later", ONE "terima=2026-01-05 iddah=3", "mantan 2026-01-05>2027-01-05 ..2026-03" },
	{ "a confirmation counts from its day", ONE "konf=2026-01-02 iddah=3", "mantan =2026-01-02>2027-01-02 ..2026-03" },
	{ "one older than BHT says less than the court", ONE "konf=2025-12-09 iddah=3",
	  "mantan 2025-12-10>2026-12-10 ..2026-03" },
	{ "one of the day of BHT counts as stated", ONE "konf=2025-12-10 iddah=3", "mantan =2025-12-10>2026-12-10 ..2026-03" },
	{ "one to come, too", ONE "konf=2027-05-05 bagian-gaji", "mantan =2027-05-05>2028-05-05 .." },
	{ "each child has its own", ONE "anak=a1:2015-06-01:konf/2026-01-06 anak=a2:2015-06-01 nafkah",
	  "a1 =2026-01-06>2027-01-06 ..2036-06; a2 2025-12-10>2026-12-10 ..2036-06" },
	{ "hers is not the child's", ONE "konf=2026-01-06 anak=a1:2015-06-01 nafkah", "a1 2025-12-10>2026-12-10 ..2036-06" },
	{ "29 February becomes 28 February", ONE "konf=2028-02-29 bagian-gaji", "mantan =2028-02-29>2029-02-28 .." },
	{ "28 February stays in a leap year", ONE "konf=2027-02-28 bagian-gaji", "mantan =2027-02-28>2028-02-28 .." },
	{ "nobody knew anything yet", ONE "bht= status=putus bagian-gaji", "" },

	/* overdue */
	{ "on the last day of the period it is", "P=2026-12 " ONE "sampai=2026-11 konf=2025-12-31 bagian-gaji",
	  "mantan =2025-12-31>2026-12-31! .." },
	{ "on the first day of the next month it is not", "P=2026-12 " ONE "sampai=2026-11 konf=2026-01-01 bagian-gaji",
	  "mantan =2026-01-01>2027-01-01 .." },
	{ "years ago", "P=2031-12 " ONE "sampai=2026-01 bagian-gaji", "mantan 2025-12-10>2026-12-10! .." },
};

static void who_since_when_and_until(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct office *o = office_open(cases[i].given);
		struct confirmation all[ROOM];
		struct buf got = { 0 };
		const struct case_file *c = &o->person->cases[0];

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		assert_true(confirmations_room(c) <= ROOM);
		show(all, confirmations_of_case(&o->rules, o->law.period, c, all), &got);
		if (strcmp(got.ptr, cases[i].expected) != 0) {
			print_error("%s\n  given    %s\n  expected %s\n  got      %s\n", cases[i].why, cases[i].given,
			            cases[i].expected, got.ptr);
			wrong++;
		}
		buf_release(&got);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

/* The findings N0656: "DUE WHO", one after another. */
static const struct {
	const char *why, *given, *expected;
} notes[] = {
	{ "not due yet", ONE "iddah=3 anak=a1:2015-06-01 nafkah", "" },
	{ "one finding for all of a ruling, the earliest day", ONE OLD "konf=2024-12-20 bagian-gaji anak=a1:2015-06-01 "
	  "anak=a2:2018-06-01:konf/2026-01-02 nafkah", "2025-12-10 mantan, a1" },
	{ "the former wife alone", ONE OLD "bagian-gaji anak=a1:2015-06-01:konf/2026-01-02 nafkah", "2025-12-10 mantan" },
	{ "confirmed in time", ONE OLD "konf=2025-06-01 bagian-gaji", "" },
	{ "a ruling that is held", ONE OLD "suami bagian-gaji", "2025-12-10 mantan" },
	{ "one whose only line is held", ONE OLD "rek=- bagian-gaji", "2025-12-10 mantan" },
	{ "two rulings, two findings",
	  ONE OLD "bagian-gaji perkara=2/Pdt bht=2024-11-11 mulai=2025-01 sampai=2025-12 anak=b:2015-06-01 nafkah=1",
	  "2025-11-11 b; 2025-12-10 mantan" },
	{ "whom nobody finds: where he is comes first", "perkara=1/Pdt " OLD "bagian-gaji", "" },
	{ "a ruling that starts later", ONE "bht=2024-12-10 mulai=2026-02 bagian-gaji", "" },
	{ "not final", ONE OLD "status=banding bagian-gaji", "" },
	{ "over", ONE OLD "selesai=2025-12-20 bagian-gaji", "" },
};

static void one_finding_for_a_ruling(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
		struct office *o = office_open(notes[i].given);
		struct buf got = { 0 };

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		for (size_t k = 0; k < o->findings.count; k++) {
			const struct finding *f = &o->findings.items[k];

			if (f->code == N0656_CONFIRMATION_DUE)
				buf_printf(&got, "%s%.*s %.*s", got.len > 0 ? "; " : "", SLICE_ARG(f->value), SLICE_ARG(f->detail));
		}
		buf_char(&got, '\0');
		if (strcmp(got.ptr, notes[i].expected) != 0) {
			print_error("%s\n  given    %s\n  expected %s\n  got      %s\n", notes[i].why, notes[i].given,
			            notes[i].expected, got.ptr);
			wrong++;
		}
		buf_release(&got);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
	assert_int_equal(code_level(N0656_CONFIRMATION_DUE), LEVEL_CATATAN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_since_when_and_until),
		cmocka_unit_test(one_finding_for_a_ruling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
