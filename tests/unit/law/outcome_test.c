/* SPEC 5.1 (6), 6 (status of a line) and 5.10: what the month made of lines and rulings, and that a person whose
 * figures were cooked is refused. B = 6.000.000. */
#include "example.h"

#include <nafkah/outcome.h>
#include <nafkah/source.h>

#define SIX "gaji=6000000 perkara=1/Pdt "
#define CHILD "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01 "

static const struct example lines[] = {
	{ "due and paid", SIX "iddah=3", "s", "dipotong" },
	{ "arrears paid, nothing due", "P=2026-04 " SIX "iddah=3 @iddah=2026-03:5", "s", "dipotong" },
	{ "the last month, paid: not yet over", "P=2026-03 " SIX "iddah=3 @iddah=2026-02:0", "s", "dipotong" },
	{ "a rupiah left", SIX "iddah=3x3000001", "s", "sebagian" },
	{ "nothing paid at all, but owed", "gaji=0 perkara=1/Pdt iddah=3x1", "s", "sebagian" },
	{ "its months are still to come", SIX "iddah=3 mutah=12", "s", "dipotong nihil" },
	{ "booked already, a month to come", SIX "sampai=2026-01 iddah=3", "s", "nihil" },
	{ "booked already, none to come",
	  SIX "iddah=1 mutah=5x1 @iddah=2026-01:0 @mutah=2025-12:0", "s", "selesai nihil" },
	{ "its months are past",
	  "P=2026-04 " SIX "iddah=3 mutah=12 @iddah=2026-03:0 @mutah=2026-03:0", "s", "selesai dipotong" },
	{ "its last month owed nothing", "gaji=0 perkara=1/Pdt iddah=1 mutah=2x1", "s", "selesai nihil" },
	{ "a month to come, but booked already", SIX "sampai=2026-03 iddah=3 mutah=2x1", "s", "selesai nihil" },
	{ "kept", CHILD "nafkah=5 anak=a2:2016-01-01:ayah", "s", "dipotong diterima-asn" },
	{ "kept, and arrears paid", CHILD "anak=a2:2016-01-01:ayah nafkah=4 @a2=2025-12:3", "s", "dipotong dipotong" },
	{ "kept, and arrears left",
	  "gaji=1 perkara=1/Pdt anak=a2:2016-01-01:ayah nafkah=4 @a2=2025-12:3", "s", "sebagian" },
	{ "a kept part of 0 rupiah, months to come",
	  "gaji=0 perkara=1/Pdt anak=a2:2016-01-01:ayah nafkah", "s", "nihil" },
	{ "too old: over", CHILD "anak=a0:1990-01-01 nafkah", "s", "selesai dipotong" },
	{ "held itself", SIX "bersamaan iddah=4 mutah=2x5", "s", "ditahan dipotong" },
	{ "written off", "P=2026-02 " SIX "selesai=2026-01-15 hapus iddah=3 @iddah=2026-01:5", "s", "selesai" },
	{ "the ruling decides for all its lines: held", SIX "suami iddah=3 mutah=2x5", "s", "ditahan ditahan" },
	{ "... not final", SIX "status=putus iddah=3 mutah=2x5", "s", "belum-bht belum-bht" },
	{ "... not begun", SIX "mulai=2026-02 iddah=3 mutah=2x5", "s", "belum-mulai belum-mulai" },
	{ "... not found", "perkara=1/Pdt iddah=3 mutah=2x5", "s", "tidak-ditemukan tidak-ditemukan" },
	{ "... over", "P=2027-01 " SIX "iddah=3 mutah=2x5 @iddah=2026-12:0 @mutah=2026-12:0", "s", "selesai selesai" },
};

static const struct example rulings[] = {
	{ "all lines held", SIX "rek=- iddah=3 mutah=2x5", "S", "ditahan" },
	{ "all lines held, for different reasons", CHILD "nafkah iddah=4 anak=a2:2016-01-01:wali rek=-", "S", "ditahan" },
	{ "one line held", SIX "bersamaan iddah=4 mutah=2x5", "S", "sebagian" },
	{ "arrears remain", SIX "iddah=3x3000001", "S", "sebagian" },
	{ "arrears remain of a line that is over",
	  "P=2026-04 gaji=0 perkara=1/Pdt iddah=3 mutah=12 @iddah=2026-03:1 @mutah=2026-03:0", "S", "sebagian" },
	{ "due and paid", SIX "iddah=3", "S", "dipotong" },
	{ "arrears paid", "P=2026-04 " SIX "iddah=3 @iddah=2026-03:5", "S", "dipotong" },
	{ "nothing due", SIX "sampai=2026-01 iddah=3", "S", "nihil" },
	{ "only kept", "gaji=6000000 perkara=1/Pdt anak=a1:2015-01-01:ayah nafkah", "S", "nihil" },
	{ "only written off", "P=2026-02 " SIX "selesai=2026-01-15 hapus iddah=3 @iddah=2026-01:5", "S", "nihil" },
	{ "each ruling for itself",
	  SIX "rek=- iddah=3 perkara=2/Pdt iddah=3x5 perkara=3/Pdt status=izin iddah=3",
	  "S", "ditahan dipotong belum-bht" },
	{ "a first fault is the cause of the ruling", SIX "suami talak iddah=3", "S", "ditahan:N0601" },
};

static void status_of_lines(void **state)
{
	(void)state;
	RUN(lines);
}

static void state_of_rulings(void **state)
{
	(void)state;
	RUN(rulings);
}

/* What may be cooked after the law is done: line 0 is the child's (due 2.000.000, paid), line 1 the wife's. */
enum cooked {
	LESS_PAID, MORE_DUE, ARREARS_FORGOTTEN, ARREARS_NEGATIVE, WRITTEN_OFF, WAITING, DRAW_LOST, DRAW_DOUBLED,
	    ROW_OVERDRAWN,
	ROW_GIVEN_BACK, ROW_FOR_ANOTHER, TOTAL_PAID, OVER_LIMIT, SWAPPED_SIGNS, OPENING_GREW, COOKED_COUNT
};

static void cook(struct person *p, enum cooked how)
{
	struct figures *f = &p->lines[0].sum;

	switch (how) {
	case LESS_PAID: f->paid_due--; break;
	case MORE_DUE: f->due++; break;
	case ARREARS_FORGOTTEN: p->lines[1].sum.arrears--; break;
	case ARREARS_NEGATIVE: f->arrears--; f->due--; break;
	case WRITTEN_OFF: f->written_off++; break;
	case WAITING: f->waiting++; break;
	case DRAW_LOST: p->draw_count--; break;
	case DRAW_DOUBLED: p->draws[0].due++; break;
	case ROW_OVERDRAWN: p->rows[0].taken = row_available(&p->rows[0]) + 1; break;
	case ROW_GIVEN_BACK: p->rows[0].taken = -1; break;
	case ROW_FOR_ANOTHER: p->rows[0].taken++; p->rows[1].taken--; break;
	case TOTAL_PAID: p->paid++; break;
	case OVER_LIMIT: p->limit = p->paid - 1; break;
	case SWAPPED_SIGNS: f->paid_due += 5; f->paid_arrears -= 5; break;
	case OPENING_GREW: p->lines[1].opening.arrears++; break;
	case COOKED_COUNT: break;
	}
}

static void a_cooked_person_is_refused(void **state)
{
	(void)state;
	for (unsigned how = 0; how <= COOKED_COUNT; how++) {
		struct office *o = office_open("gaji=3000000 tpp=3000000 perkara=1/Pdt anak=a1:2015-01-01 nafkah iddah=3 "
		                               "@iddah=2025-12:7000000");

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		cook(o->person, (enum cooked)how);
		if (conserved(&o->law, o->person) != (how == COOKED_COUNT))
			fail_msg("cooked %u", how);
		assert_int_equal(o->findings.per_code[N9901_CONSERVATION], how < COOKED_COUNT ? 1 : 0);
		office_close(o);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(status_of_lines), cmocka_unit_test(state_of_rulings),
		    cmocka_unit_test(a_cooked_person_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
