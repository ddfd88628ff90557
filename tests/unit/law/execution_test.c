/* How a ruling is carried out: what the folder before says of it (in words), this month (an office in words), and what
 * comes of both. */
#include "example.h"

#include <nafkah/execution.h>
#include <nafkah/overpaid.h>
#include <nafkah/right.h>
#include <nafkah/stake.h>

#define SIX "gaji=6000000 "
#define NOTHING "gaji=10-10 " /* a row that leaves nothing */
#define ONE "perkara=1/Pdt "
#define IDDAH ONE "iddah=3x1000000 "
#define FATHER ONE "anak=a1:2015-01-01:ayah nafkah=500000 "

/* The folder before, in words: before=MONTH, the month it is of; and if it has the ruling: case, processed=MONTH
 * first=MONTH unpaid=MONTH:WHY[:CODE] total=DUE/PAID/WRITTEN-OFF over=HAK:PAYEE:FROM..TO:RUPIAH. Empty: there was none.
 *
 * What is expected: due since; processed since; first paid; months late; months without payment; due/paid/written off
 * since the beginning. */
struct told {
	const char *why, *before, *given, *expected;
};

static const struct told list[] = {
	/* ---- this month ---- */
	{ "paid in time", "", SIX IDDAH, "2026-01 2026-01 2026-01 0 [] 1000000/1000000/0" },
	{ "a part is paid: it is no month without payment", "", "gaji=600000 " IDDAH,
	  "2026-01 2026-01 2026-01 0 [] 1000000/300000/0" },
	{ "no account", "", SIX ONE "rek=- iddah=3x1000000", "2026-01 2026-01 - 1 [2026-01:ditahan:N0631] 0/0/0" },
	{ "the ruling itself is held", "", SIX ONE "suami iddah=3x1000000",
	  "2026-01 2026-01 - 1 [2026-01:ditahan:N0604] 0/0/0" },
	{ "not in any payroll", "", IDDAH, "2026-01 2026-01 - 1 [2026-01:tidak-ditemukan] 0/0/0" },
	{ "his pay leaves nothing", "", NOTHING IDDAH, "2026-01 2026-01 - 1 [2026-01:batas] 1000000/0/0" },
	{ "a share of nothing is a month without payment, too", "", NOTHING ONE "iddah=3",
	  "2026-01 2026-01 - 1 [2026-01:batas] 0/0/0" },
	{ "not final", "", SIX ONE "status=putus iddah=3x1000000", "- - - - [] 0/0/0" },
	{ "final next month", "", SIX ONE "bht=2026-02-03 iddah=3x1000000", "- - - - [] 0/0/0" },
	{ "not begun", "", SIX ONE "mulai=2026-02 iddah=3x1000000", "2026-02 - - - [] 0/0/0" },
	{ "paid elsewhere beyond this month", "", SIX ONE "sampai=2026-02 iddah=3x1000000",
	  "2026-03 2026-01 - - [] 0/0/0" },
	{ "paid elsewhere up to this month", "", SIX ONE "sampai=2026-01 iddah=3x1000000", "2026-02 2026-01 - - [] 0/0/0" },
	{ "paid elsewhere to its end: no month is due here", "", "P=2026-06 " SIX ONE "sampai=2026-05 iddah=3x1000000",
	  "- 2026-06 - - [] 0/0/0" },
	{ "paid elsewhere until before it begins changes nothing", "", SIX ONE "sampai=2025-12 iddah=3x1000000",
	  "2026-01 2026-01 2026-01 0 [] 1000000/1000000/0" },
	{ "paid elsewhere until long before it begins, too", "", "P=2026-03 " SIX ONE "mulai=2026-03 sampai=2025-10 "
	  "iddah=3x1000000", "2026-03 2026-03 2026-03 0 [] 1000000/1000000/0" },
	{ "dibayar-sampai was taken out again: what is booked stays booked", "before=2025-12 case",
	  SIX IDDAH "@iddah=2026-01:0", "2026-01 2026-01 - 0 [] 0/0/0" },
	{ "a ruling without awards owes nothing", "", SIX ONE "mulai=2026-01", "- 2026-01 - - [] 0/0/0" },

	/* ---- several awards ---- */
	{ "one award is held, another is paid", "", SIX ONE "bersamaan iddah=4x1000000 mutah=3x1000000",
	  "2026-01 2026-01 2026-01 0 [] 1000000/1000000/0" },
	{ "one is held, another falls short: the pay decides", "", NOTHING ONE "bersamaan iddah=4x1000000 mutah=3x1000000",
	  "2026-01 2026-01 - 1 [2026-01:batas] 1000000/0/0" },
	{ "one is held, of the others nothing is due yet", "", SIX ONE "iddah=4x1000000 mutah=3x1000000",
	  "2026-01 2026-01 - 1 [2026-01:ditahan:N0621] 0/0/0" },
	{ "two are held: the first says why", "", SIX ONE "anak=a1:2015-01-01:rek/124/1 nafkah=5 iddah=4x1000000",
	  "2026-01 2026-01 - 1 [2026-01:ditahan:N0632] 0/0/0" },
	{ "a child that he keeps himself is owed nothing", "", SIX FATHER, "2026-01 2026-01 - 0 [] 0/0/0" },
	{ "... but its arrears", "before=2025-12 case", NOTHING FATHER "@a1=2025-12:70",
	  "2026-01 2026-01 - 1 [2026-01:batas] 0/0/0" },

	/* ---- arrears ---- */
	{ "arrears of a right that is over", "before=2026-04 case processed=2026-01 first=2026-01 total=3000000/2999500/0",
	  "P=2026-05 " NOTHING IDDAH "@iddah=2026-03:500",
	  "2026-01 2026-01 2026-01 0 [2026-05:batas] 3000000/2999500/0" },
	{ "... held", "before=2026-04 case processed=2026-01 first=2026-01 total=3000000/2999500/0",
	  "P=2026-05 " SIX ONE "rek=- iddah=3x1000000 @iddah=2026-03:500",
	  "2026-01 2026-01 2026-01 0 [2026-05:ditahan:N0631] 3000000/2999500/0" },
	{ "an end that writes them off", "before=2026-01 case processed=2026-01 unpaid=2026-01:batas total=70/0/0",
	  "P=2026-02 " SIX ONE "selesai=2026-01-15 hapus iddah=3x1000000 @iddah=2026-01:70",
	  "2026-01 2026-01 - 1 [2026-01:batas] 70/0/70" },
	{ "... which a hold puts off", "before=2026-01 case processed=2026-01 unpaid=2026-01:batas total=70/0/0",
	  "P=2026-02 " SIX ONE "rek=- selesai=2026-01-15 hapus iddah=3x1000000 @iddah=2026-01:70",
	  "2026-01 2026-01 - 2 [2026-01:batas 2026-02:ditahan:N0631] 70/0/0" },
	{ "a right that ended while it was held is still owed its months",
	  "before=2026-01 case processed=2026-01 unpaid=2026-01:ditahan:N0631",
	  "P=2026-02 " SIX ONE "rek=- selesai=2026-01-15 iddah=3x1000000 @iddah=2025-12:0",
	  "2026-01 2026-01 - 2 [2026-01:ditahan:N0631 2026-02:ditahan:N0631] 0/0/0" },
	{ "over, nothing owed", "before=2026-03 case processed=2026-01 first=2026-01 total=3000000/3000000/0",
	  "P=2026-04 " SIX IDDAH "@iddah=2026-03:0", "2026-01 2026-01 2026-01 0 [] 3000000/3000000/0" },

	/* ---- a ruling that came late ---- */
	{ "two months are made up for", "", "P=2026-03 " SIX ONE "sampai=2025-12 iddah=3x500000",
	  "2026-01 2026-03 2026-03 2 [2026-01:diterima-terlambat 2026-02:diterima-terlambat] 1500000/1500000/0" },
	{ "one of them was paid elsewhere", "", "P=2026-03 " SIX ONE "sampai=2026-01 iddah=3x500000",
	  "2026-02 2026-03 2026-03 1 [2026-02:diterima-terlambat] 1000000/1000000/0" },
	{ "no right in this month, only what was missed", "", "P=2026-05 " NOTHING ONE "sampai=2026-01 iddah=3x500000",
	  "2026-02 2026-05 - 3 [2026-02:diterima-terlambat 2026-03:diterima-terlambat 2026-05:batas] 1000000/0/0" },
	{ "late, and held", "", "P=2026-03 " SIX ONE "rek=- sampai=2025-12 iddah=3x500000",
	  "2026-01 2026-03 - 3 [2026-01:diterima-terlambat 2026-02:diterima-terlambat 2026-03:ditahan:N0631] 0/0/0" },
	{ "it was known, but not final", "before=2026-02 case", "P=2026-03 " SIX ONE "sampai=2025-12 iddah=3x500000",
	  "2026-01 2026-03 2026-03 2 [2026-01:diterima-terlambat 2026-02:diterima-terlambat] 1500000/1500000/0" },
	{ "the folder before did not have it", "before=2026-02", "P=2026-03 " SIX ONE "sampai=2025-12 iddah=3x500000",
	  "2026-01 2026-03 2026-03 2 [2026-01:diterima-terlambat 2026-02:diterima-terlambat] 1500000/1500000/0" },
	{ "nobody said what was paid before", "", "P=2026-03 " SIX IDDAH, "- 2026-03 - - [2026-03:ditahan:N0606] 0/0/0" },
	{ "... then somebody did: nothing",
	  "before=2026-03 case processed=2026-03 unpaid=2026-03:ditahan:N0606",
	  "P=2026-04 " SIX ONE "sampai=2025-12 iddah=3x500000 @iddah=:0",
	  "2026-01 2026-03 2026-04 3 [2026-01:diterima-terlambat 2026-02:diterima-terlambat 2026-03:ditahan:N0606] "
	  "1500000/1500000/0" },
	{ "... or: all but the last",
	  "before=2026-03 case processed=2026-02 unpaid=2026-02:ditahan:N0606 unpaid=2026-03:ditahan:N0606",
	  "P=2026-04 " SIX ONE "sampai=2026-02 iddah=3x500000 @iddah=:0",
	  "2026-03 2026-02 2026-04 1 [2026-03:ditahan:N0606] 500000/500000/0" },

	{ "a child that joins, and nobody said what it was paid",
	  "before=2026-02 case processed=2026-02 first=2026-02 total=2000000/2000000/0",
	  "P=2026-03 " SIX ONE "anak=a1:2015-01-01 nafkah=5 iddah=3x1000000 @iddah=2026-02:0",
	  "2026-01 2026-02 2026-02 0 [2026-03:ditahan:N0606] 2000000/2000000/0" },
	{ "months that are booked are not owed again, whatever the arrears",
	  "before=2026-02 case processed=2026-02 unpaid=2026-02:ditahan:N0631 total=70/0/0",
	  "P=2026-03 " SIX ONE "rek=- iddah=3x1000000 @iddah=2026-01:70",
	  "2026-01 2026-02 - 2 [2026-02:ditahan:N0631 2026-03:ditahan:N0631] 70/0/0" },

	/* ---- months that were not run ---- */
	{ "a month between", "before=2026-01 case processed=2026-01 first=2026-01 total=1000000/1000000/0",
	  "P=2026-03 " SIX IDDAH "@iddah=2026-01:0", "2026-01 2026-01 2026-01 0 [2026-02:tanpa-proses] 3000000/3000000/0" },
	{ "nothing was ever paid", "before=2026-01 case processed=2026-01 unpaid=2026-01:batas total=1000000/0/0",
	  "P=2026-03 " NOTHING IDDAH "@iddah=2026-01:1000000",
	  "2026-01 2026-01 - 3 [2026-01:batas 2026-02:tanpa-proses 2026-03:batas] 3000000/0/0" },
	{ "only arrears were owed in it", "before=2026-03 case processed=2026-01 first=2026-01 total=3000000/2999500/0",
	  "P=2026-06 " SIX IDDAH "@iddah=2026-03:500",
	  "2026-01 2026-01 2026-01 0 [2026-04:tanpa-proses 2026-05:tanpa-proses] 3000000/3000000/0" },
	{ "nothing was owed in it", "before=2026-01 case processed=2026-01", "P=2026-03 " SIX FATHER "@a1=2026-01:0",
	  "2026-01 2026-01 - 0 [] 0/0/0" },
	{ "before the first month that is due here", "before=2026-01 case", "P=2026-04 " SIX ONE "mulai=2026-03 "
	  "sampai=2026-02 iddah=3x500000", "2026-03 2026-04 2026-04 1 [2026-03:tanpa-proses] 1000000/1000000/0" },
	{ "not final before: one month came late, one was not run", "before=2026-01 case",
	  "P=2026-03 " SIX ONE "sampai=2025-12 iddah=3x500000",
	  "2026-01 2026-03 2026-03 2 [2026-01:diterima-terlambat 2026-02:tanpa-proses] 1500000/1500000/0" },
	{ "the ruling was not known before", "before=2026-01", "P=2026-03 " SIX ONE "sampai=2025-12 iddah=3x500000",
	  "2026-01 2026-03 2026-03 2 [2026-01:diterima-terlambat 2026-02:diterima-terlambat] 1500000/1500000/0" },

	/* ---- what is carried on ---- */
	{ "late months stay when it is paid at last",
	  "before=2026-02 case processed=2026-01 unpaid=2026-01:ditahan:N0631 unpaid=2026-02:batas total=2000000/0/0",
	  "P=2026-03 " SIX IDDAH "@iddah=2026-02:2000000",
	  "2026-01 2026-01 2026-03 2 [2026-01:ditahan:N0631 2026-02:batas] 3000000/3000000/0" },
	{ "months without payment after the first are not late",
	  "before=2026-02 case processed=2026-01 first=2026-01 unpaid=2026-02:batas total=2000000/1000000/0",
	  "P=2026-03 " NOTHING IDDAH "@iddah=2026-02:1000000",
	  "2026-01 2026-01 2026-01 0 [2026-02:batas 2026-03:batas] 3000000/1000000/0" },
	{ "an award that was held while another was paid is no month without payment",
	  "before=2026-01 case processed=2026-01 first=2026-01 total=1/1/0",
	  "P=2026-02 " SIX ONE "bersamaan iddah=3x1000000 mutah=3x1 @iddah=2025-12:0 @mutah=2026-01:0",
	  "2026-01 2026-01 2026-01 0 [] 2000002/2000002/0" },
	{ "no longer final: what was stays, nothing is added",
	  "before=2026-02 case processed=2026-01 first=2026-01 unpaid=2026-02:batas total=5/5/0",
	  "P=2026-04 " SIX ONE "status=banding iddah=3x1000000 @iddah=2026-02:0",
	  "- 2026-01 2026-01 - [2026-02:batas] 5/5/0" },
	{ "a start that was corrected leaves out what lies before it",
	  "before=2026-02 case processed=2026-01 unpaid=2026-01:ditahan:N0631 unpaid=2026-02:ditahan:N0631",
	  "P=2026-03 " SIX ONE "mulai=2026-02 rek=- sampai=2026-01 iddah=3x1000000 @iddah=2025-12:0",
	  "2026-02 2026-01 - 2 [2026-02:ditahan:N0631 2026-03:ditahan:N0631] 0/0/0" },
};

/* ---- the folder before ---- */

static void told_sums(struct slice value, struct execution_sums *out)
{
	struct slice paid = value, off, due = slice_cut(&paid, '/');

	off = paid;
	paid = slice_cut(&off, '/');
	*out = (struct execution_sums){ number(due), number(paid), number(off) };
}

static void told_unpaid(struct execution_case *e, struct slice value)
{
	struct unpaid_month *u = &e->unpaid[e->unpaid_count++];
	struct slice why = value, code, m = slice_cut(&why, ':');
	unsigned w = 0;

	code = why;
	why = slice_cut(&code, ':');
	assert_true(month_parse(m, &u->month));
	while (w < UNPAID_WHY_COUNT && !slice_equal(why, slice_from_c(unpaid_why_name((enum unpaid_why)w))))
		w++;
	assert_true(w < UNPAID_WHY_COUNT);
	u->why = (enum unpaid_why)w;
	u->code = code;
}

static void told_over(struct execution_case *e, struct slice value)
{
	struct overpaid_line *o = &e->overpaid[e->overpaid_count++];
	struct slice rest = value;

	o->hak = slice_cut(&rest, ':');
	o->payee = slice_cut(&rest, ':');
	assert_true(month_parse(slice_sub(rest, 0, 7), &o->what.months.first));
	assert_true(month_parse(slice_sub(rest, 9, 7), &o->what.months.last));
	o->what.rupiah = number(slice_sub(rest, 17, rest.len));
}

struct folder_before {
	struct execution_book book;
	struct execution_case one;
	struct unpaid_month unpaid[8];
	struct overpaid_line overpaid[4];
};

static const struct execution_book *told_before(struct folder_before *f, const char *words, struct slice key)
{
	struct slice rest = slice_from_c(words);

	*f = (struct folder_before){ .one = { .key = key } };
	f->one.unpaid = f->unpaid;
	f->one.overpaid = f->overpaid;
	f->book.cases = &f->one;
	while (rest.ptr != NULL) {
		struct slice value = slice_cut(&rest, ' '), name = slice_cut(&value, '=');

		if (is(name, "before"))
			assert_true(month_parse(value, &f->book.period));
		else if (is(name, "case"))
			f->book.count = 1;
		else if (is(name, "processed"))
			assert_true(month_parse(value, &f->one.processed));
		else if (is(name, "first"))
			assert_true(month_parse(value, &f->one.first_paid));
		else if (is(name, "unpaid"))
			told_unpaid(&f->one, value);
		else if (is(name, "total"))
			told_sums(value, &f->one.total);
		else if (is(name, "over"))
			told_over(&f->one, value);
	}
	return f->book.period != MONTH_NONE ? &f->book : NULL;
}

/* ---- what comes of it ---- */

static void show_month(struct buf *out, month_no m)
{
	char text[8];

	month_format(m, text);
	buf_printf(out, "%s ", m != MONTH_NONE ? text : "-");
}

static void show_execution(const struct execution *e, month_no period, struct buf *out)
{
	int32_t late;

	show_month(out, e->due_since);
	show_month(out, e->processed);
	show_month(out, e->first_paid);
	if (execution_late(e, period, &late))
		buf_printf(out, "%" PRId32 " [", late);
	else
		buf_printf(out, "- [");
	for (size_t i = 0; i < e->unpaid_count; i++) {
		char text[8];

		month_format(e->unpaid[i].month, text);
		buf_printf(out, "%s%s:%s%s%.*s", i > 0 ? " " : "", text, unpaid_why_name(e->unpaid[i].why),
		           e->unpaid[i].code.len > 0 ? ":" : "", SLICE_ARG(e->unpaid[i].code));
	}
	buf_printf(out, "] %" PRId64 "/%" PRId64 "/%" PRId64, e->total.due, e->total.paid, e->total.written_off);
	buf_char(out, '\0');
}

static bool same(const char *why, const struct buf *got, const char *expected)
{
	if (strcmp(got->ptr, expected) == 0)
		return true;
	print_error("%s\n  expected %s\n  got      %s\n", why, expected, got->ptr);
	return false;
}

static void months(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		struct office *o = office_open(list[i].given);
		struct case_file *c = &o->person->cases[0];
		struct folder_before before;
		struct execution e;
		struct buf got = { 0 };

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		assert_int_equal(execution_of_case(&o->law, c, told_before(&before, list[i].before, c->ruling->key), &e), STATUS_OK);
		show_execution(&e, o->law.period, &got);
		wrong += same(list[i].why, &got, list[i].expected) ? 0 : 1;
		buf_release(&got);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

/* ---- a month in two parts ---- */

struct two_parts {
	const char *why, *before, *rulings, *first, *second; /* rulings, and the rows of each part */
	const char *after_first, *after_second;
};

/* B = 5.000.000, of last month's TPP; of the gaji nothing is left. */
#define EMPTY "gaji=10-10 income-tpp=5000000 "
#define SOME "gaji=300000 income-tpp=5000000 "
#define TPP "tpp=5000000 "
#define TWO_MONTHS "before=2026-01 case processed=2026-01 first=2026-01 total=1000000/1000000/0"

static const struct two_parts parts[] = {
	{ "it waits, then it is paid: in time", "", IDDAH, EMPTY, TPP, "2026-01 2026-01 - 0 [] 1000000/0/0",
	  "2026-01 2026-01 2026-01 0 [] 1000000/1000000/0" },
	{ "it waits, and the TPP holds nothing either", "", IDDAH, EMPTY, "tpp=10-10 ", "2026-01 2026-01 - 0 [] 1000000/0/0",
	  "2026-01 2026-01 - 1 [2026-01:batas] 1000000/0/0" },
	{ "the first part pays a little", "", IDDAH, SOME, "tpp=10-10 ", "2026-01 2026-01 2026-01 0 [] 1000000/300000/0",
	  "2026-01 2026-01 2026-01 0 [] 1000000/300000/0" },
	{ "held in both", "", ONE "rek=- iddah=3x1000000 ", EMPTY, TPP, "2026-01 2026-01 - 1 [2026-01:ditahan:N0631] 0/0/0",
	  "2026-01 2026-01 - 1 [2026-01:ditahan:N0631] 0/0/0" },
	{ "held by the second part alone", "", IDDAH, EMPTY, "tpp=5000000 row-rek=0012345678 ",
	  "2026-01 2026-01 - 0 [] 1000000/0/0", "2026-01 2026-01 - 1 [2026-01:ditahan:N0633] 1000000/0/0" },
	{ "not in the first payroll: nothing was fixed, the second pays nothing", "", IDDAH, "income-tpp=5000000 ", TPP,
	  "2026-01 2026-01 - 1 [2026-01:tidak-ditemukan] 0/0/0", "2026-01 2026-01 - 1 [2026-01:tidak-ditemukan] 0/0/0" },
	{ "a share of nothing", "", ONE "iddah=3 ", "gaji=10-10 ", TPP, "2026-01 2026-01 - 1 [2026-01:batas] 0/0/0",
	  "2026-01 2026-01 - 1 [2026-01:batas] 0/0/0" },
	{ "the month before was not run", TWO_MONTHS, "P=2026-03 " IDDAH "@iddah=2026-01:0 ", EMPTY, TPP,
	  "2026-01 2026-01 2026-01 0 [2026-02:tanpa-proses] 3000000/1000000/0",
	  "2026-01 2026-01 2026-01 0 [2026-02:tanpa-proses] 3000000/3000000/0" },
	{ "it came late", "before=2026-01", "P=2026-02 " ONE "sampai=2025-12 iddah=3x1000000 ", EMPTY, TPP,
	  "2026-01 2026-02 - 1 [2026-01:diterima-terlambat] 2000000/0/0",
	  "2026-01 2026-02 2026-02 1 [2026-01:diterima-terlambat] 2000000/2000000/0" },
	{ "paid elsewhere up to this month", "", ONE "sampai=2026-01 iddah=3x1000000 ", EMPTY, TPP,
	  "2026-02 2026-01 - - [] 0/0/0", "2026-02 2026-01 - - [] 0/0/0" },
	{ "he keeps the child", "", FATHER, EMPTY, TPP, "2026-01 2026-01 - 0 [] 0/0/0", "2026-01 2026-01 - 0 [] 0/0/0" },
	{ "not final", "", ONE "status=putus iddah=3x1000000 ", EMPTY, TPP, "- - - - [] 0/0/0", "- - - - [] 0/0/0" },
};

static struct register_row row_of(const struct line *l)
{
	const struct figures *f = &l->sum;

	return (struct register_row){
		.opening = { .known = true, .booked = l->booked_after, .arrears = f->arrears,
			     .cara = slice_from_c(cara_name(l->award->cara)), .nilai = l->terms, .bank = l->bank,
			     .account = l->account },
		.opening_arrears = l->opening.arrears, .due = f->due, .kept = f->kept, .missed = f->missed,
		.paid = f->paid_due + f->paid_arrears, .written_off = f->written_off, .waiting = f->waiting, .status = l->status,
		.cause = line_waits(l) ? slice_from_c(code_name(line_waits_for(l))) : SLICE(""),
	};
}

static struct office *open_words(struct arena *a, const char *rows, const char *rulings)
{
	struct slice words = arena_printf(a, "%s%s", rows, rulings);

	assert_non_null(words.ptr);
	return office_open(words.ptr);
}

/* The book that the first part leaves. */
static struct execution_book book_of(const struct execution *e, month_no period, struct execution_case *one)
{
	*one = (struct execution_case){
		.key = e->file->ruling->key, .processed = e->processed, .first_paid = e->first_paid, .total = e->total,
		.month = { e->month.due + e->month.missed, e->month.paid, e->month.written_off }, .unpaid = e->unpaid,
		.unpaid_count = e->unpaid_count, .overpaid = e->overpaid, .overpaid_count = e->overpaid_count,
	};
	return (struct execution_book){ .period = period, .since = period, .cases = one, .count = 1 };
}

static size_t run_parts(const struct two_parts *p)
{
	struct arena a = { 0 };
	struct office *first = open_words(&a, p->first, p->rulings), *second = open_words(&a, p->second, p->rulings);
	struct register_row rows[8];
	struct folder_before before;
	struct execution_case one;
	struct execution_book book;
	struct execution e;
	struct buf got = { 0 };
	size_t wrong = 0;

	first->law.more = true;
	assert_int_equal(law_person(&first->law, first->person), STATUS_OK);
	assert_int_equal(execution_of_case(&first->law, first->person->cases,
	                                   told_before(&before, p->before, first->person->cases->ruling->key), &e), STATUS_OK);
	show_execution(&e, first->law.period, &got);
	wrong += same(p->why, &got, p->after_first) ? 0 : 1;
	buf_clear(&got);
	for (size_t i = 0; i < first->person->line_count; i++) {
		rows[i] = row_of(&first->person->lines[i]);
		second->person->lines[i].first_part = &rows[i];
		second->person->lines[i].opening = (struct opening){ 0 };
	}
	book = book_of(&e, first->law.period, &one);
	execution_step_back(&book);
	assert_int_equal(law_continue(&second->law, second->person), STATUS_OK);
	assert_int_equal(execution_of_case(&second->law, second->person->cases, &book, &e), STATUS_OK);
	show_execution(&e, second->law.period, &got);
	wrong += same(p->why, &got, p->after_second) ? 0 : 1;
	buf_release(&got);
	office_close(first);
	office_close(second);
	arena_release(&a);
	return wrong;
}

static void months_in_two_parts(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		wrong += run_parts(&parts[i]);
	assert_int_equal(wrong, 0);
}

/* ---- the figures of the month, ends, what needs confirming, what was paid too much ---- */

static void figures_of_the_month(void **state)
{
	struct office *o = office_open("P=2026-02 gaji=2000000 " ONE "sampai=2025-12 bersamaan mutah=3x1000000 "
	                               "iddah=3x1000000 anak=a1:2015-01-01:ayah nafkah=500000 "
	                               "@mutah=2026-01:30 @iddah=2025-12:0");
	struct execution e;

	(void)state;
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	assert_int_equal(execution_of_case(&o->law, o->person->cases, NULL, &e), STATUS_OK);
	assert_int_equal(e.month.due, 2000000);
	assert_int_equal(e.month.missed, 1000000);
	assert_int_equal(e.month.kept, 500000);
	assert_int_equal(e.month.paid + e.month.arrears, 3000030);
	assert_int_equal(e.month.paid, o->person->paid);
	assert_int_equal(e.month.waiting + e.month.written_off, 0);
	office_close(o);
}

static const struct told ends[] = {
	{ "a term that is not over", "", SIX IDDAH, "-" },
	{ "its last month", "", "P=2026-03 " SIX ONE "sampai=2026-02 iddah=3x1", "2026-03:jangka-waktu" },
	{ "long over", "", "P=2027-03 " SIX ONE "sampai=2026-02 iddah=3x1", "2026-03:jangka-waktu" },
	{ "without a term", "", "P=2036-03 " SIX ONE "sampai=2026-02 bagian-gaji", "-" },
	{ "remarried this month", "", SIX ONE "kawin=2026-01-09 bagian-gaji", "2026-01:kawin-lagi" },
	{ "remarried next month", "", SIX ONE "kawin=2026-02-09 bagian-gaji", "-" },
	{ "dead", "", "P=2026-03 " SIX ONE "wafat=2026-02-09 sampai=2026-02 iddah=3x1", "2026-02:meninggal" },
	{ "dead after its last month", "", "P=2026-06 " SIX ONE "wafat=2026-05-09 sampai=2026-02 iddah=3x1",
	  "2026-03:jangka-waktu" },
	{ "a child of age", "", "P=2026-02 " SIX ONE "anak=a1:2005-01-05 nafkah=7 sampai=2026-01", "2026-01:usia" },
	{ "a child that no longer needs it", "", "P=2026-03 " SIX ONE
	  "anak=a1:2015-01-05:berhenti/2026-02-01 nafkah=7 sampai=2026-01", "2026-02:menikah" },
	{ "paid in full before it began: it never had a month", "", SIX ONE "mutah=10/2-10", "-" },
};

static void when_rights_ended(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct office *o = office_open(ends[i].given);
		struct slice why;
		struct buf got = { 0 };
		char last[8];

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		month_format(o->person->lines[0].right.last, last);
		if (line_ended(&o->person->lines[0], o->law.period, &why))
			buf_printf(&got, "%s:%.*s", last, SLICE_ARG(why));
		else
			buf_char(&got, '-');
		buf_char(&got, '\0');
		wrong += same(ends[i].why, &got, ends[i].expected) ? 0 : 1;
		buf_release(&got);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

/* How many are overdue. */
static const struct { const char *why, *given; size_t expected; } asked[] = {
	{ "known by the ruling, within a year", SIX ONE "bagian-gaji", 0 },
	{ "more than a year ago", SIX ONE "bht=2024-12-01 bagian-gaji", 1 },
	{ "her, and a child", SIX ONE "bht=2024-12-01 anak=a1:2015-01-01 nafkah bagian-gaji", 2 },
	{ "what waits for somebody is asked for, too", SIX ONE "bht=2024-12-01 rek=- bagian-gaji", 1 },
	{ "not found", ONE "bht=2024-12-01 bagian-gaji", 1 },
	{ "not final", SIX ONE "bht=2024-12-01 status=putus bagian-gaji", 0 },
	{ "not begun", SIX ONE "bht=2024-12-01 mulai=2026-02 bagian-gaji", 0 },
	{ "over", "P=2026-04 " SIX ONE "bht=2024-12-01 sampai=2026-03 iddah=3", 0 },
};

static void what_needs_confirming(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		struct office *o = office_open(asked[i].given);
		struct execution e;

		assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
		assert_int_equal(execution_of_case(&o->law, o->person->cases, NULL, &e), STATUS_OK);
		if (e.overdue_count != asked[i].expected)
			print_error("%s: %zu\n", asked[i].why, e.overdue_count);
		wrong += e.overdue_count != asked[i].expected ? 1 : 0;
		for (size_t k = 0; k < e.overdue_count; k++)
			assert_true(e.overdue[k].overdue);
		office_close(o);
	}
	assert_int_equal(wrong, 0);
}

/* `found` is what this month finds on the first line. */
static void check_overpaid(const char *before, struct overpaid found, size_t expected)
{
	struct office *o = office_open("P=2026-03 " SIX ONE "iddah=3x1000000 @iddah=2026-02:0");
	struct case_file *c = o->person->cases;
	struct folder_before f;
	struct execution e;

	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	o->person->lines[0].overpaid = found;
	assert_int_equal(execution_of_case(&o->law, c, told_before(&f, before, c->ruling->key), &e), STATUS_OK);
	assert_int_equal(e.overpaid_count, expected);
	if (expected > 0) {
		const struct overpaid_line *last = &e.overpaid[expected - 1];

		assert_true(slice_equal(last->hak, SLICE("iddah")) && slice_equal(last->payee, SLICE("mantan")));
		assert_int_equal(last->what.rupiah, 700);
	}
	office_close(o);
}

static void what_was_paid_too_much(void **state)
{
	const struct overpaid none = { 0 }, found = { { 12 * 2026 + 1, 12 * 2026 + 1 }, 700 };

	(void)state;
	check_overpaid("before=2026-02 case", none, 0);
	check_overpaid("", found, 1);
	check_overpaid("before=2026-02 case", found, 1);
	check_overpaid("before=2026-02 case over=iddah:mantan:2026-02..2026-02:700", none, 1);
	check_overpaid("before=2026-02 case over=iddah:mantan:2026-02..2026-02:700", found, 1); /* once for each end */
	check_overpaid("before=2026-02 case over=iddah:mantan:2026-01..2026-01:9", found, 2);
	check_overpaid("before=2026-02 case over=mutah:mantan:2026-02..2026-02:9", found, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months), cmocka_unit_test(months_in_two_parts), cmocka_unit_test(figures_of_the_month),
		cmocka_unit_test(when_rights_ended), cmocka_unit_test(what_needs_confirming),
		cmocka_unit_test(what_was_paid_too_much),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
