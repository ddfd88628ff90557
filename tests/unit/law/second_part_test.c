/* SPEC 5.9: a month in two parts. The first has --more; what it left waiting is paid from the rows of the second, whose
 * base, dues and limit are those of the first. */
#include "chance.h"

#include <nafkah/register.h>
#include <nafkah/stake.h>

/* Computes the first part, or a whole month. */
static struct office *compute(const char *words, bool more)
{
	struct office *o = office_open(words);

	o->law.more = more;
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	return o;
}

/* What the register of the first part says of a line. */
static struct register_row row_of(const struct line *l)
{
	const struct figures *f = &l->sum;

	return (struct register_row){
		.opening = { .known = true, .booked = l->booked_after, .arrears = f->arrears,
			     .cara = slice_from_c(cara_name(l->award->cara)), .nilai = l->terms, .bank = l->bank,
			    .account = l->account },
		.opening_arrears = l->opening.arrears, .due = f->due, .kept = f->kept, .missed = f->missed,
		.paid = f->paid_due + f->paid_arrears, .written_off = f->written_off, .waiting = f->waiting,
		    .status = l->status,
		.cause = line_waits(l) ? slice_from_c(code_name(line_waits_for(l))) : SLICE(""),
	};
}

/* The rulings in `words` must be those of the first part. */
static struct office *continue_with(const struct office *first, const char *words)
{
	struct office *o = office_open(words);
	struct register_row *rows = arena_array(&o->arena, o->person->line_count, sizeof *rows);

	assert_int_equal(o->person->line_count, first->person->line_count);
	for (size_t i = 0; i < o->person->line_count; i++) {
		rows[i] = row_of(&first->person->lines[i]);
		o->person->lines[i].first_part = &rows[i];
	}
	assert_int_equal(law_continue(&o->law, o->person), STATUS_OK);
	return o;
}

struct two_parts {
	const char *why, *rulings, *first, *second; /* rulings, and the rows of each part */
	const char *shown, *after_first, *after_second;
};

/* B = 1.000.000 (gaji) + 5.000.000 (the TPP of last month): T is 3.000.000 without children, 4.000.000 with. */
#define GAJI "gaji=1000000 income-tpp=5000000 "
#define TPP "tpp=5000000 "
#define IDDAH "perkara=1/Pdt iddah=3"
#define CHILD "perkara=1/Pdt anak=a1:2015-01-01 nafkah iddah=3"

static const struct two_parts months[] = {
	{ "3.000.000 due: 1.000.000 now, 2.000.000 wait", IDDAH, GAJI, TPP, "dpqas", "3000000:1000000:2000000:0:sebagian",
	  "3000000:2000000:0:0:dipotong" },
	{ "the TPP holds only 500.000: the rest is arrears", IDDAH, GAJI, "tpp=500000 ", "pqas",
	  "1000000:2000000:0:sebagian",
	  "500000:0:1500000:sebagian" },
	{ "he is not in the TPP at all", IDDAH, GAJI, "", "pqas", "1000000:2000000:0:sebagian", "0:0:2000000:sebagian" },
	{ "a negative TPP", IDDAH, GAJI, "tpp=1-2 ", "pqa", "1000000:2000000:0", "0:0:2000000" },
	{ "a larger TPP does not raise what is due", IDDAH, GAJI, "tpp=90000000 ", "dpqa", "3000000:1000000:2000000:0",
	  "3000000:2000000:0:0" },
	{ "beyond T nothing waits: it is arrears at once", "perkara=1/Pdt iddah=3x4000000", GAJI, TPP, "pqa",
	  "1000000:2000000:1000000",
	  "2000000:0:1000000" },
	{ "the first part covers it: nothing waits", "perkara=1/Pdt iddah=3x1000000", GAJI, TPP, "pqas",
	  "1000000:0:0:dipotong",
	  "0:0:0:dipotong" },
	{ "the child first, now and then", CHILD, GAJI, "tpp=2000000 ", "pqa", "1000000:1000000:0 0:2000000:0",
	  "1000000:0:0 1000000:0:1000000" },
	{ "arrears wait as well", "perkara=1/Pdt iddah=3x1000000 @iddah=2025-12:1500000", GAJI, TPP, "voqa",
	  "1000000:0:1500000:0",
	  "0:1500000:0:0" },
	{ "a held line: nothing waits, nothing is paid", "perkara=1/Pdt rek=- iddah=3 @iddah=2025-12:7", GAJI, TPP,
	  "pqas",
	  "0:0:7:ditahan", "0:0:7:ditahan" },
	{ "a held ruling", "perkara=1/Pdt suami iddah=3 @iddah=2025-12:7", GAJI, TPP, "pqasb", "0:0:7:ditahan:2025-12",
	  "0:0:7:ditahan:2025-12" },
	{ "not found in the first part: not computed in the second either", IDDAH, "income-tpp=5000000 ", TPP, "dpas",
	  "0:0:0:tidak-ditemukan", "0:0:0:tidak-ditemukan" },
	{ "not final, not begun, over", "perkara=1/Pdt status=putus iddah=3 perkara=2/Pdt mulai=2026-02 iddah=3 "
	  "perkara=3/Pdt "
	  "sampai=2026-03 iddah=3", GAJI, TPP, "s", "belum-bht belum-mulai selesai", "belum-bht belum-mulai selesai" },
	{ "a kept part", "perkara=1/Pdt anak=a1:2015-01-01:ayah nafkah iddah=3", GAJI, TPP, "kpqs",
	  "2000000:0:0:diterima-asn 0:1000000:1000000:sebagian", "2000000:0:0:diterima-asn 0:1000000:0:dipotong" },
	{ "the second row has a stranger's name: what waited is held and becomes arrears", IDDAH, GAJI,
	  TPP "row-nama=AGUS ", "pqash", "1000000:2000000:0:sebagian:-", "0:0:2000000:ditahan:N0608" },
	{ "... a line that was held before keeps its own cause", "perkara=1/Pdt bersamaan iddah=4 mutah=2x1000001", GAJI,
	  TPP "row-nama=AGUS ", "qah", "0:0:N0621 1:0:-", "0:0:N0621 0:1:N0608" },
	{ "the second row does not add up", IDDAH, GAJI, TPP "row-broken ", "pqas", "1000000:2000000:0:sebagian",
	  "0:0:2000000:ditahan" },
	{ "his account of the TPP is the payee's", IDDAH, GAJI, TPP "row-rek=12345678 ", "pqas",
	  "1000000:2000000:0:sebagian",
	  "0:0:2000000:ditahan" },
	{ "booked in the first part, once", IDDAH, GAJI, TPP, "b", "2026-01", "2026-01" },
	{ "batas tanpa: all that is due waits", "batas=tanpa perkara=1/Pdt iddah=3x9000000", GAJI, TPP, "pqa",
	  "1000000:8000000:0",
	  "5000000:0:3000000" },
	{ "a ruling that was over", "P=2026-04 perkara=3/Pdt iddah=3 @iddah=2026-03:0", GAJI, TPP, "S", "selesai",
	  "selesai" },
	{ "a ruling in two parts: sebagian, then dipotong", IDDAH, GAJI, TPP, "S", "sebagian", "dipotong" },
};

/* The register of the second part is the whole month's: what did not wait stands in it as the first part left it. */
static const struct two_parts unchanged[] = {
	{ "a line that is over stays so beside one that is held",
	  "P=2026-04 perkara=1/Pdt anak=a1:2015-01-01:wali nafkah iddah=3 "
	  "@iddah=2026-03:0 @a1=2026-03:0", GAJI, TPP, "s", "ditahan selesai", "ditahan selesai" },
	{ "... and its ruling stays sebagian", "P=2026-04 perkara=1/Pdt anak=a1:2015-01-01:wali nafkah iddah=3 "
	  "@iddah=2026-03:0 @a1=2026-03:0", GAJI, TPP, "S", "sebagian", "sebagian" },
	{ "a ruling whose arrears were written off stays nihil",
	  "P=2026-02 perkara=1/Pdt selesai=2026-01-15 hapus iddah=3 "
	  "@iddah=2026-01:5", GAJI, TPP, "S", "nihil", "nihil" },
};

/* SPEC 5.1: the fault holds every line of the owner, also one that waited for nothing when the others did. */
static const struct two_parts own_account[] = {
	{ "iddah waits for 2.000.000; the arrears of mut'ah, beyond T, must not flow to his own account in its place",
	  "perkara=1/Pdt iddah=3x3000000 mutah=2x5 @mutah=2025-12:500000", GAJI, TPP "row-rek=12345678 ", "pqas",
	  "1000000:2000000:0:sebagian 0:0:500000:sebagian", "0:0:2000000:ditahan 0:0:500000:ditahan" },
};

static bool shows(const struct office *o, const struct two_parts *m, const char *expected)
{
	struct buf got = { 0 };
	bool same;

	show(o, m->shown, &got);
	same = strcmp(got.ptr, expected) == 0;
	if (!same)
		print_error("%s\n  expected %s\n  got      %s\n", m->why, expected, got.ptr);
	buf_release(&got);
	return same;
}

static void run_parts(const struct two_parts *list, size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		const struct two_parts *m = &list[i];
		struct office *first, *second;
		char words[2][512];

		(void)snprintf(words[0], sizeof words[0], "%s%s", m->first, m->rulings);
		(void)snprintf(words[1], sizeof words[1], "%s%s", m->second, m->rulings);
		first = compute(words[0], true);
		second = continue_with(first, words[1]);
		wrong += shows(first, m, m->after_first) && shows(second, m, m->after_second) ? 0 : 1;
		office_close(first);
		office_close(second);
	}
	assert_int_equal(wrong, 0);
}

#define RUN_PARTS(list) run_parts(list, sizeof(list) / sizeof *(list))

static void in_two_parts(void **state)
{
	(void)state;
	RUN_PARTS(months);
}

static void what_did_not_wait_stays(void **state)
{
	(void)state;
	RUN_PARTS(unchanged);
}

static void his_own_account_gets_nothing(void **state)
{
	(void)state;
	RUN_PARTS(own_account);
}

/* What the first part held is told again, once for each cause, so that nobody is left with an exit status and no reason. */
static void what_still_waits_is_named(void **state)
{
	static const struct { const char *rulings, *first, *second, *told; } cases[] = {
		{ IDDAH, GAJI, TPP, "" },
		{ "perkara=1/Pdt rek=- anak=a1:2015-01-01 nafkah iddah=3", GAJI, TPP, "N0631: nafkah-anak a1, iddah" },
		{ "perkara=1/Pdt bersamaan iddah=4 mutah=13x1", GAJI, TPP, "N0621: iddah, mutah" },
		{ "perkara=1/Pdt rek=- iddah=4 anak=a1:2015-01-01:wali nafkah", GAJI, TPP, "N0631: nafkah-anak a1;N0621: iddah" },
		{ "perkara=1/Pdt suami iddah=3", GAJI, TPP, "N0604: iddah" },
		{ IDDAH, "income-tpp=5000000 ", TPP, "N0610: iddah" },
		{ IDDAH, "income-tpp=5000000 ", "", "N0610: iddah" },
		{ IDDAH, GAJI, TPP "row-nama=AGUS ", "" }, /* a finding of this part says so */
		{ "perkara=1/Pdt bersamaan iddah=4 mutah=2x1000001", GAJI, TPP "row-nama=AGUS ", "N0621: iddah" },
		{ "perkara=1/Pdt status=putus iddah=3", GAJI, TPP, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct office *first, *second;
		struct buf told = { 0 };
		char words[2][512];

		(void)snprintf(words[0], sizeof words[0], "%s%s", cases[i].first, cases[i].rulings);
		(void)snprintf(words[1], sizeof words[1], "%s%s", cases[i].second, cases[i].rulings);
		first = compute(words[0], true);
		second = continue_with(first, words[1]);
		for (size_t k = 0; k < second->findings.count; k++) {
			const struct finding *f = &second->findings.items[k];

			if (f->code == N0714_HELD_SINCE_FIRST_PART)
				buf_printf(&told, "%s%.*s: %.*s", told.len > 0 ? ";" : "", SLICE_ARG(f->value), SLICE_ARG(f->detail));
		}
		buf_char(&told, '\0');
		assert_string_equal(told.ptr, cases[i].told);
		buf_release(&told);
		office_close(first);
		office_close(second);
	}
}

/* Arrears are judged at the end of the month, which may only be in its second part. */
static void growth_is_judged_in_the_end(void **state)
{
	static const struct { const char *second; bool grew, grew_before; uint64_t found; } cases[] = {
		{ "tpp=500000 ", true, true, 1 },  { "tpp=500000 ", true, false, 0 }, { "tpp=500000 ", false, true, 0 },
		{ "tpp=5000000 ", true, true, 0 }, { "", true, true, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char words[512];
		struct office *first = compute(GAJI IDDAH, true), *o;
		struct register_row row = row_of(&first->person->lines[0]);

		assert_int_equal(first->findings.per_code[N0647_ARREARS_GROWING], 0);
		(void)snprintf(words, sizeof words, "%s" IDDAH, cases[i].second);
		o = office_open(words);
		row.opening.grew = cases[i].grew;
		row.opening.grew_before = cases[i].grew_before;
		o->person->lines[0].first_part = &row;
		assert_int_equal(law_continue(&o->law, o->person), STATUS_OK);
		assert_int_equal(o->findings.per_code[N0647_ARREARS_GROWING], cases[i].found);
		office_close(o);
		office_close(first);
	}
}

/* Whoever is paid in two parts is paid as much as in one, to the rupiah, and nothing waits in the end. */
static void as_much_as_in_one(void **state)
{
	struct buf rulings = { 0 };
	size_t waited = 0;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		char words[3][4096];
		struct office *first, *second, *whole;
		uint64_t gaji = pick(pick(2) * 4000000 + 9), tpp = pick(9000000);

		buf_clear(&rulings);
		for (uint64_t i = 1 + pick(3); i > 0; i--)
			say_ruling(&rulings, (int)i);
		buf_char(&rulings, '\0');
		(void)snprintf(words[0], sizeof words[0], "gaji=%" PRIu64 " income-tpp=%" PRIu64 " %s", gaji, tpp,
		    rulings.ptr);
		(void)snprintf(words[1], sizeof words[1], "tpp=%" PRIu64 " %s", tpp, rulings.ptr);
		(void)snprintf(words[2], sizeof words[2], "gaji=%" PRIu64 " tpp=%" PRIu64 " %s", gaji, tpp, rulings.ptr);
		first = compute(words[0], true);
		second = continue_with(first, words[1]);
		whole = compute(words[2], false);
		if (first->person->paid + second->person->paid != whole->person->paid)
			fail_msg("round %d: %" PRId64 " + %" PRId64 " is not %" PRId64 "\n  given %s", round, first->person->paid,
			         second->person->paid, whole->person->paid, words[2]);
		for (size_t i = 0; i < second->person->line_count; i++) {
			const struct line *l = &second->person->lines[i];

			assert_int_equal(l->sum.waiting, 0);
			assert_int_equal(l->booked_after, whole->person->lines[i].booked_after);
			waited += l->first_part->waiting > 0 ? 1 : 0;
		}
		office_close(first);
		office_close(second);
		office_close(whole);
	}
	buf_release(&rulings);
	assert_true(waited > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_two_parts),                 cmocka_unit_test(what_did_not_wait_stays),
		cmocka_unit_test(his_own_account_gets_nothing), cmocka_unit_test(what_still_waits_is_named),
		cmocka_unit_test(growth_is_judged_in_the_end),  cmocka_unit_test(as_much_as_in_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
