/* The calendar of twelve months: every kind of event, the edges of its year, and the law itself as the judge of whether
 * an event was forgotten. */
#include "chance.h"

#include <nafkah/calendar.h>
#include <nafkah/due.h>
#include <nafkah/right.h>

#define ONE "gaji=9000000 perkara=1/Pdt "

static void calendar_of(struct office *o, struct calendar *out)
{
	const struct case_file *cases[ROOM];
	size_t count = o->person->case_count;

	for (size_t i = 0; i < count; i++)
		cases[i] = &o->person->cases[i];
	assert_int_equal(calendar_build(&o->arena, &o->rules, o->law.period, cases, count, out), STATUS_OK);
}

/* "2026-03 berakhir 1/Pdt iddah [before>after] [day/age] [cause]", a child's id in place of its award. */
static void show_event(const struct calendar_event *e, struct buf *out)
{
	struct slice who = e->child != NULL ? e->child->id : SLICE("mantan");
	char month[8], day[11];

	if (e->child == NULL && e->line != NULL)
		who = slice_from_c(hak_name(e->line->award->hak));
	month_format(e->month, month);
	date_format(e->day, day);
	buf_printf(out, "%s %s %.*s %.*s", month, calendar_kind_name(e->kind), SLICE_ARG(e->file->ruling->number),
	           SLICE_ARG(who));
	if (e->before > 0 || e->after > 0)
		buf_printf(out, " %" PRId64 ">%" PRId64, e->before, e->after);
	if (date_is_set(e->day))
		buf_printf(out, " %s", day);
	if (e->age > 0)
		buf_printf(out, "/%d", (int)e->age);
	if (e->cause.len > 0)
		buf_printf(out, " %.*s", SLICE_ARG(e->cause));
}

#define KONF "konf=2030-01-01 "     /* so that no confirmation falls due */
#define CHILD(id, born) "anak=" id ":" born ":konf/2030-01-01 "

/* The calendar of 2026-01 is 2026-02 to 2027-01. */
static const struct {
	const char *why, *given, *expected;
} years[] = {
	{ "nothing happens to a share of the salary", ONE KONF "bagian-gaji", "" },
	{ "what ends this month is not of the calendar", "P=2026-03 " ONE KONF "sampai=2026-02 iddah=3", "" },
	{ "a sequence: an end, and the next award's begin in the month after", ONE KONF "iddah=3 mutah=4x500000",
	  "2026-03 berakhir 1/Pdt iddah masa-habis; 2026-04 mulai 1/Pdt mutah 0>500000; "
	  "2026-07 berakhir 1/Pdt mutah 500000>0 masa-habis" },
	{ "the last instalment is what the last month pays", ONE KONF "mutah=10000000/3",
	  "2026-03 berakhir 1/Pdt mutah 3333334>0 masa-habis" },
	{ "a ruling that starts later, and in one month begins and ends", ONE KONF "mulai=2026-03 iddah=1x700000",
	  "2026-03 mulai 1/Pdt iddah 0>700000; 2026-03 berakhir 1/Pdt iddah 700000>0 masa-habis" },
	{ "month 12 is in", ONE KONF "mutah=12x100000 mulai=2026-02", /* to 2027-01 */
	  "2026-02 mulai 1/Pdt mutah 0>100000; 2027-01 berakhir 1/Pdt mutah 100000>0 masa-habis" },
	{ "month 13 is out", ONE KONF "mulai=2026-03 mutah=12x100000", "2026-03 mulai 1/Pdt mutah 0>100000" },
	{ "what begins in month 12 is in", ONE KONF "mulai=2027-01 bagian-gaji", "2027-01 mulai 1/Pdt bagian-gaji" },
	{ "and in month 13 out", ONE KONF "mulai=2027-02 bagian-gaji", "" },
	{ "what began this month has begun", ONE KONF "bagian-gaji mulai=2026-01", "" },
	{ "a remarriage known for the future",
	  ONE "kawin=2026-06-30 bagian-gaji", "2026-06 berakhir 1/Pdt bagian-gaji kawin-lagi" },
	{ "it leaves a nominal award alone", ONE "kawin=2026-02-28 iddah=3 mutah=12x1",
	  "2026-02 berakhir 1/Pdt iddah kawin-lagi; 2026-04 mulai 1/Pdt mutah 0>1" },
	{ "an award that it ends before it begins is not mentioned",
	  "kawin-lagi=semua " ONE "kawin=2026-02-28 iddah=3 mutah=9x1",
	  "2026-02 berakhir 1/Pdt iddah kawin-lagi" },
	{ "selesai to come ends every line", ONE KONF CHILD("a1", "2015-06-01") "selesai=2026-04-02 nafkah=100 bagian-gaji",
	  "2026-04 berakhir 1/Pdt a1 100>0 rujuk; 2026-04 berakhir 1/Pdt bagian-gaji rujuk" },

	/* ages */
	{ "a birthday that reaches the limit: one event, not two", ONE CHILD("a1", "2005-08-31") "nafkah=900000",
	  "2026-08 usia 1/Pdt a1 900000>0 2026-08-31/21 usia" },
	{ "born on 29 February", "P=2028-06 " ONE "sampai=2028-05 " CHILD("a1", "2008-02-29") "nafkah",
	  "2029-02 usia 1/Pdt a1 2029-02-28/21 usia" },
	{ "in month 12", ONE CHILD("a1", "2006-01-15") "nafkah", "2027-01 usia 1/Pdt a1 2027-01-15/21 usia" },
	{ "in month 13", ONE CHILD("a1", "2006-02-01") "nafkah", "" },
	{ "at school the first limit passes and ends nothing", ONE "anak=a1:2005-08-31:sekolah:konf/2030-01-01 nafkah=900000",
	  "2026-08 usia 1/Pdt a1 2026-08-31/21 sekolah" },
	{ "nor is it mentioned where the right ends in that month",
	  ONE "anak=a1:2005-08-31:sekolah:berhenti/2026-08-02 nafkah",
	  "2026-08 berakhir 1/Pdt a1 menikah" },
	{ "the second one ends it", ONE "anak=a1:2001-08-31:sekolah:konf/2030-01-01 nafkah",
	  "2026-08 usia 1/Pdt a1 2026-08-31/25 usia" },
	{ "a stop before the birthday is an end", ONE "anak=a1:2005-08-31:berhenti/2026-06-02 nafkah",
	  "2026-06 berakhir 1/Pdt a1 menikah" },
	{ "in his own custody, too: the others' parts depend on it", ONE "anak=a1:2005-08-31:ayah:konf/2030-01-01 nafkah",
	  "2026-08 usia 1/Pdt a1 2026-08-31/21 usia" },
	{ "a child that is born begins, and the ruling waits till then", ONE CHILD("a1", "2026-03-05") "nafkah=500",
	  "2026-03 mulai 1/Pdt a1 0>500" },

	/* rises */
	{ "a year after mulai", ONE CHILD("a1", "2015-06-01") "mulai=2025-04 sampai=2025-12 nafkah=1000000+10",
	  "2026-04 kenaikan 1/Pdt a1 1000000>1100000 naik" },
	{ "in month 12", ONE CHILD("a1", "2015-06-01") "nafkah=1000000+10", "2027-01 kenaikan 1/Pdt a1 1000000>1100000 naik" },
	{ "the second year of it",
	  "P=2026-12 " ONE "sampai=2026-11 mulai=2025-01 " CHILD("a1", "2015-06-01") "nafkah=1000000+10",
	  "2027-01 kenaikan 1/Pdt a1 1100000>1210000 naik" },
	{ "none where the percent is too small for a rupiah", ONE CHILD("a1", "2015-06-01") "nafkah=5+10", "" },
	{ "none in the year that is over before", ONE CHILD("a1", "2005-12-31") "mulai=2026-01 nafkah=1000000+10",
	  "2026-12 usia 1/Pdt a1 1000000>0 2026-12-31/21 usia" },
	{ "an award for all is divided anew when one is over",
	  ONE CHILD("a1", "2005-03-31") CHILD("a2", "2015-06-01") "nafkah=1000001",
	  "2026-03 usia 1/Pdt a1 500001>0 2026-03-31/21 usia; 2026-04 kenaikan 1/Pdt a2 500000>1000001 bagi-ulang" },
	{ "but not where that part returns to him",
	  "anak-berhenti=kembali " ONE CHILD("a1", "2005-03-31") CHILD("a2", "2015-06-01") "nafkah=1000001",
	  "2026-03 usia 1/Pdt a1 500001>0 2026-03-31/21 usia" },
	{ "a fraction has no amounts", ONE CHILD("a1", "2005-03-31") CHILD("a2", "2015-06-01") "nafkah",
	  "2026-03 usia 1/Pdt a1 2026-03-31/21 usia" },

	/* confirmations */
	{ "a year after BHT", ONE "bagian-gaji", "2026-12 konfirmasi 1/Pdt mantan 2026-12-10" },
	{ "not when the right is over by then", ONE "iddah=3", "2026-03 berakhir 1/Pdt iddah masa-habis" },
	{ "in its last month it is", ONE "selesai=2026-12-01 bagian-gaji",
	  "2026-12 berakhir 1/Pdt bagian-gaji rujuk; 2026-12 konfirmasi 1/Pdt mantan 2026-12-10" },
	{ "overdue: in the first month",
	  ONE "bht=2023-02-28 mulai=2023-03 sampai=2025-12 bagian-gaji anak=a1:2015-06-01 nafkah-a1=5",
	  "2026-02 konfirmasi 1/Pdt mantan 2024-02-28 terlambat; 2026-02 konfirmasi 1/Pdt a1 2024-02-28 terlambat" },
	{ "due on the last day of the period", ONE "konf=2025-01-31 bht=2024-02-28 mulai=2025-01 sampai=2025-12 bagian-gaji",
	  "2026-02 konfirmasi 1/Pdt mantan 2026-01-31 terlambat" },
	{ "due on 28 February after 29 February", "P=2028-06 " ONE "sampai=2028-05 konf=2028-02-29 bagian-gaji",
	  "2029-02 konfirmasi 1/Pdt mantan 2029-02-28" },
	{ "in month 12", ONE "konf=2026-01-31 bagian-gaji", "2027-01 konfirmasi 1/Pdt mantan 2027-01-31" },
	{ "in month 13", ONE "konf=2026-02-01 bagian-gaji", "" },

	/* which rulings */
	{ "one that is held", ONE KONF "suami iddah=3", "2026-03 berakhir 1/Pdt iddah masa-habis" },
	{ "one whose civil servant is not found", "perkara=1/Pdt " KONF "iddah=3", "2026-03 berakhir 1/Pdt iddah masa-habis" },
	{ "not one that is not final", ONE KONF "status=banding iddah=3", "" },
	{ "nor one that is over", ONE KONF "iddah=3 @iddah=2026-03:0", "" },
	{ "of which nothing has to be confirmed, either", ONE "bht=2024-02-28 iddah=3 @iddah=2026-03:0", "" },
	{ "nor a line that is booked to its end", ONE KONF "iddah=3 mutah=9x1 @iddah=2026-03:0 @mutah=2026-03:0",
	  "2026-04 mulai 1/Pdt mutah 0>1; 2026-12 berakhir 1/Pdt mutah 1>0 masa-habis" },
	{ "nor a rise in a month that is booked",
	  ONE CHILD("a1", "2015-06-01") "mulai=2025-04 nafkah=1000000+10 @a1=2026-04:0", "" },
	{ "by month, then in register order",
	  ONE KONF "iddah=3 perkara=2/Pdt " KONF "mulai=2026-03 iddah=1x5 " CHILD("a1", "2005-03-01") "nafkah=7",
	  "2026-03 berakhir 1/Pdt iddah masa-habis; 2026-03 mulai 2/Pdt a1 0>7; 2026-03 usia 2/Pdt a1 7>0 2026-03-01/21 usia; "
	  "2026-03 mulai 2/Pdt iddah 0>5; 2026-03 berakhir 2/Pdt iddah 5>0 masa-habis" },
};

static void a_year_ahead(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
		struct office *o = office_open(years[i].given);
		struct buf got = { 0 };
		struct calendar c;

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		calendar_of(o, &c);
		assert_int_equal(c.first, o->law.period + 1);
		assert_int_equal(c.last, o->law.period + 12);
		for (size_t k = 0; k < c.count; k++) {
			buf_printf(&got, "%s", k > 0 ? "; " : "");
			show_event(&c.events[k], &got);
		}
		buf_char(&got, '\0');
		if (strcmp(got.ptr, years[i].expected) != 0) {
			print_error("%s\n  given    %s\n  expected %s\n  got      %s\n", years[i].why, years[i].given,
			            years[i].expected, got.ptr);
			wrong++;
		}
		buf_release(&got);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

/* ---- the law as the judge ---- */

/* Rulings that live long enough for a year ahead: children of school age, awards that rise, ends that are known. */
static void say_long_ruling(struct buf *out, int number)
{
	static const char *const starts[] = { "", "mulai=2026-03 ", "mulai=2026-09 ", "mulai=2025-05 ", "mulai=2023-11 " };
	static const char *const words[] = { "", "", "", "kawin=2026-07-14 ", "wafat=2026-06-20 ", "selesai=2026-08-25 ",
	                                     "suami ", "bersamaan ", "konf=2026-01-09 ", "rek=- ", "bht=2024-02-29 " };
	static const char *const wife[] = { "iddah=3x700000 ", "iddah=3 ", "mutah=12x100000-250000 ", "mutah=10000000/7-1 ",
	                                    "lampau=6x900000 ", "bagian-gaji " };
	static const char *const fates[] = { "", "", "", ":ayah", ":sekolah", ":berhenti/2026-05-05", ":konf/2026-01-03" };
	uint64_t children = pick(4), form = pick(3), share = pick(6);

	buf_printf(out, "perkara=%d/Pdt sampai=2025-12 %s%s", number, ONE_OF(starts), ONE_OF(words));
	for (uint64_t i = 0; i < children; i++)
		buf_printf(out, "anak=c%" PRIu64 ":%" PRIu64 "-%02" PRIu64 "-%02" PRIu64 "%s ", i,
		           (uint64_t[]){ 2001, 2002, 2005, 2005, 2006, 2015, 2020, 2026 }[pick(8)], 1 + pick(12), 1 + pick(28),
		           ONE_OF(fates));
	if (children > 0 && form == 0)
		buf_printf(out, "nafkah=%" PRIu64 "+%" PRIu64 " ", pick(3000000) + 1, pick(30));
	for (uint64_t i = 0; form == 1 && i < children; i++)
		buf_printf(out, "nafkah-c%" PRIu64 "=%" PRIu64 "+%" PRIu64 " ", i, pick(3000000) + 1, pick(3) * 7);
	buf_printf(out, "%s", wife[share]);
	if (share < 2 && pick(2) == 0)
		buf_printf(out, "mutah=5x100000 lampau=4x200000 ");
}

/* Whether the calendar has an event of the line, or of any line of its award, that changes what month m pays: a begin
 * or a rise in m, an end in m - 1. */
static bool has_reason(const struct calendar *c, const struct line *l, month_no m, bool own)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct calendar_event *e = &c->events[i];
		bool ends = e->kind == CALENDAR_ENDS || (e->kind == CALENDAR_AGE && slice_equal(e->cause, SLICE(CAUSE_AGE)));
		bool starts = e->kind == CALENDAR_BEGINS || e->kind == CALENDAR_RISE;

		if (e->line == NULL || (own ? e->line != l : e->line->award != l->award))
			continue;
		if ((starts && e->month == m) || (ends && e->month == m - 1))
			return true;
	}
	return false;
}

/* The last month of a wife's nominal award pays the rest, and the months before it may pay nothing at all. */
static bool is_last_instalment(const struct line *l, month_no m)
{
	return l->child == NULL && m == l->term.last;
}

/* The first month of the line's right that is to come, or an end that this month was. */
static bool is_before_calendar(const struct line *l, month_no m, month_no period)
{
	return m == period + 1 && l->right.last == period;
}

static size_t hold_against_law(struct office *o, const struct calendar *c, const char *words)
{
	int64_t before[ROOM], now[ROOM];
	size_t changes = 0;

	for (size_t i = 0; i < o->person->case_count; i++)
		o->person->cases[i].computed = o->person->cases[i].state != STATE_BELUM_BHT; /* rights run on while it is held */
	assert_int_equal(due_of_month(&o->law, o->person, o->law.period, before), STATUS_OK);
	for (month_no m = c->first; m <= c->last; m++) {
		assert_int_equal(due_of_month(&o->law, o->person, m, now), STATUS_OK);
		for (size_t i = 0; i < o->person->line_count; i++) {
			const struct line *l = &o->person->lines[i];
			bool changed = now[i] != before[i], fell = now[i] < before[i];
			bool all = l->child != NULL && l->award->child == NULL;

			if (l->award->cara != CARA_NOMINAL || l->file->state == STATE_SELESAI || is_before_calendar(l, m, o->law.period))
				continue;
			changes += changed ? 1 : 0;
			/* a new child among those that share an award makes the parts of the others fall */
			if (changed && !is_last_instalment(l, m) && !has_reason(c, l, m, !(all && fell)))
				fail_msg("line %zu pays %" PRId64 " after %" PRId64 " in month %d, and no event says so\n  given %s", i,
				         now[i], before[i], (int)(m - c->first), words);
			if (!changed && has_reason(c, l, m, true) && now[i] != 0)
				fail_msg("line %zu has an event for month %d, and nothing changes\n  given %s", i, (int)(m - c->first), words);
		}
		memcpy(before, now, sizeof before);
	}
	return changes;
}

static void the_law_knows_no_other_change(void **state)
{
	struct buf words = { 0 };
	size_t changes = 0, seen[CALENDAR_KIND_COUNT] = { 0 };

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct office *o;
		struct calendar c;

		buf_clear(&words);
		buf_printf(&words, "%s", ONE_OF(((const char *const[]){ "", "kawin-lagi=semua ", "anak-berhenti=kembali ",
		                                                        "pembayaran=bersamaan ", "kawin-lagi=tidak " })));
		buf_printf(&words, "%s", pick(5) > 0 ? "gaji=9000000 " : "");
		for (uint64_t i = 1 + pick(2); i > 0; i--)
			say_long_ruling(&words, (int)i);
		buf_char(&words, '\0');
		o = office_open(words.ptr);
		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		calendar_of(o, &c);
		for (size_t i = 0; i < c.count; i++) {
			assert_true(c.events[i].month >= c.first && c.events[i].month <= c.last);
			assert_true(i == 0 || c.events[i - 1].month <= c.events[i].month);
			seen[c.events[i].kind]++;
		}
		changes += hold_against_law(o, &c, words.ptr);
		office_close(o);
	}
	buf_release(&words);
	assert_true(changes > 5000); /* chance must meet events */
	for (size_t k = 0; k < CALENDAR_KIND_COUNT; k++)
		assert_true(seen[k] > 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_year_ahead),
		cmocka_unit_test(the_law_knows_no_other_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
