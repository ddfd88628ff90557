/* What waits behind a hold: for each line its stake, "-" where nothing waits, with the code that it waits for. */
#include "example.h"

#include <nafkah/stake.h>

#define SIX "gaji=6000000 "
#define ONE "perkara=1/Pdt "
#define TWO "perkara=2/Pdt "
#define CHILD "anak=a1:2015-01-01 nafkah "

static const struct {
	const char *why, *given, *expected;
} list[] = {
	{ "nothing is held", SIX ONE "iddah=3x1000000", "-" },
	{ "not begun, not final, over: nothing waits", SIX ONE "mulai=2026-02 iddah=3 " TWO "status=putus iddah=3", "- -" },
	{ "no account", SIX ONE "rek=- iddah=3x1000000", "1000000:N0631" },
	{ "a fraction of this month's income", SIX ONE "rek=- iddah=3", "3000000:N0631" },
	{ "with what was owed before", SIX ONE "rek=- iddah=3x1000000 @iddah=2025-12:70", "1000070:N0631" },
	{ "and with the months that were missed", "P=2026-03 " SIX ONE "rek=- iddah=3x1000000 @iddah=2025-12:70",
	  "3000070:N0631" },
	{ "before the limit", "gaji=600000 " ONE "rek=- iddah=3x1000000", "1000000:N0631" },
	{ "one award is held, the other paid", SIX ONE CHILD "mutah=13x1000 iddah=3x5", "- - 0:N0621" },
	{ "a ruling fault", SIX ONE "suami iddah=3x1000000", "1000000:N0604" },
	{ "of two faults the first", SIX ONE "suami mulai=2025-11 iddah=3x1000000", "1000000:N0602" },
	{ "nobody said what was paid before: this month alone", "P=2026-03 " SIX ONE "iddah=3x1000000", "1000000:N0606" },
	{ "its children decide the share, too",
	  SIX ONE "suami anak=a1:2015-01-01 nafkah iddah=3", "2000000:N0604 2000000:N0604" },
	{ "held rulings share the pool as if released", SIX ONE "suami iddah=3 " TWO "iddah=3", "1500000:N0604 -" },
	{ "... and the one that is paid has it whole meanwhile", SIX ONE "rek=- iddah=3 " TWO "iddah=3", "1500000:N0631 -" },
	{ "not found: a nominal award can be said", "income-tpp=9000000 " ONE "iddah=3x1000000", "1000000:N0610" },
	{ "... a fraction of an income that only --income files show, too",
	  "income-tpp=9000000 " ONE "iddah=3", "4500000:N0610" },
	{ "... and nothing of one that nobody knows", ONE "iddah=3", "0:N0610" },
	{ "arrears that an end writes off are not at stake",
	  "P=2026-02 " SIX ONE "rek=- selesai=2026-01-15 hapus iddah=3x1000000 @iddah=2026-01:70", "0:N0631" },
	{ "a part that stays with him is not held", SIX ONE "rek=- anak=a1:2015-01-01:ayah nafkah=500000 iddah=3x1000000",
	  "- 1000000:N0631" },
	{ "last month's share does not change with the what-if",
	  SIX ONE "rek=- " CHILD "iddah=3", "2000000:N0631 2000000:N0631" },
};

static void show_stakes(const struct person *p, struct buf *out)
{
	for (size_t i = 0; i < p->line_count; i++) {
		const struct line *l = &p->lines[i];

		buf_printf(out, "%s", i > 0 ? " " : "");
		if (line_waits(l))
			buf_printf(out, "%" PRId64 ":%s", l->stake, code_name(line_waits_for(l)));
		else
			buf_printf(out, "%s", l->stake == 0 ? "-" : "a stake of a line that does not wait");
	}
	buf_char(out, '\0');
}

/* Everything that the law found, for comparing. */
static void show_all(const struct office *o, struct buf *out)
{
	show(o, "S", out);
	show(o, "L", out);
	show(o, "F", out);
	show(o, "dkmpwqabsh", out);
}

static void worked(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		struct office *o = office_open(list[i].given);
		struct buf got = { 0 }, before = { 0 }, after = { 0 };

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		show_all(o, &before);
		assert_int_equal(stake_of_person(&o->law, o->person), STATUS_OK);
		show_all(o, &after);
		show_stakes(o->person, &got);
		if (strcmp(got.ptr, list[i].expected) != 0 || !slice_equal(buf_slice(&before), buf_slice(&after))) {
			print_error("%s\n  expected %s\n  got      %s\n", list[i].why, list[i].expected, got.ptr);
			wrong++;
		}
		buf_release(&got);
		buf_release(&before);
		buf_release(&after);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(worked) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
