/* What audits ask for: which findings a month makes, with value and detail. `more` says what office.h has no words for:
 *   baris=N         the row that the words behind it are about (the first one): tunj=400000 istri=1 kawin=STATUS
 *   putusan=N       the ruling likewise: terima=DATE mantan=A_B pemilik=A_B (of the former spouse's account) sebab=CAUSE (of the
 *                   end) pemilik-anak=A_B (of the first child's account)
 *   @N=STATUS:DUE[:CAUSE]   the register row of the month before of line N: its status, what was due, why it ended */
#include "office.h"

#include <nafkah/crosscheck.h>
#include <nafkah/register.h>

#include <inttypes.h>

#define SIX "gaji=6000000 "
#define ONE "perkara=1/Pdt "
#define TWO "perkara=2/Pdt "
#define A1 "anak=a1:2015-01-01 "
#define A2 "anak=a2:2017-01-01 "

struct example {
	const char *why, *given, *more, *expected;
};

/* The rulings are final on 2025-12-10, so January is the first month after the divorce. */
static const struct example families[] = {
	{ "no column says anything", SIX ONE "iddah=3", "", "" },
	{ "an allowance in the first month after", SIX ONE "iddah=3", "tunj=400000", "N0651 400000 [1 x Rp400.000 = Rp400.000]" },
	{ "... and in the third", "P=2026-03 " SIX ONE "sampai=2026-02 iddah=3", "tunj=400000",
	  "N0651 400000 [3 x Rp400.000 = Rp1.200.000]" },
	{ "in the month of the divorce it is due", SIX ONE "bht=2026-01-02 mulai=2026-01 iddah=3", "tunj=400000 kawin=1 istri=1", "" },
	{ "before the ruling is final", SIX ONE "bht=2026-02-02 mulai=2026-03 iddah=3", "tunj=400000 istri=1", "" },
	{ "not final at all", SIX ONE "status=putus bht= iddah=3", "tunj=400000 istri=1", "" },
	{ "an appeal", SIX ONE "status=banding iddah=3", "tunj=400000", "" },
	{ "the pledge comes later: it is the divorce", "P=2026-02 " SIX ONE "talak ikrar=2026-02-01 mulai=2026-02 iddah=3",
	  "tunj=400000 istri=1", "" },
	{ "... and counts from there", "P=2026-03 " SIX ONE "talak ikrar=2026-02-01 mulai=2026-03 iddah=3", "tunj=400000",
	  "N0651 400000 [1 x Rp400.000 = Rp400.000]" },
	{ "a pledge that came before the ruling was final", SIX ONE "talak ikrar=2025-11-01 iddah=3", "tunj=7",
	  "N0651 7 [1 x Rp7 = Rp7]" },
	{ "no pledge yet", SIX ONE "talak iddah=3", "tunj=400000", "" },
	{ "they are together again", SIX ONE "status=rujuk selesai=2026-01-05 iddah=3", "tunj=400000 istri=1 kawin=1", "" },
	{ "... by the end alone", SIX ONE "selesai=2026-01-05 iddah=3", "tunj=400000", "" },
	{ "withdrawn", SIX ONE "status=dicabut selesai=2026-01-05 iddah=3", "sebab=dicabut tunj=400000", "" },
	{ "another end leaves him divorced", "P=2026-02 " SIX ONE "selesai=2026-01-05 sampai=2026-01 iddah=3",
	  "sebab=putusan tunj=400000", "N0651 400000 [2 x Rp400.000 = Rp800.000]" },
	{ "a ruling that is over still is a divorce", "P=2026-06 " SIX ONE "sampai=2026-05 iddah=3", "tunj=100",
	  "N0651 100 [6 x Rp100 = Rp600]" },
	{ "rows of one month add up", SIX "gaji=100 " ONE "iddah=3", "tunj=400000 baris=1 tunj=50",
	  "N0651 400050 [1 x Rp400.050 = Rp400.050]" },
	{ "a row that does not count", SIX "gaji=100 row-uncounted " ONE "iddah=3", "baris=1 tunj=50 istri=1 kawin=1", "" },
	{ "allowance and status: one finding", SIX ONE "iddah=3", "tunj=9 istri=1 kawin=1", "N0651 9 [1 x Rp9 = Rp9]" },
	{ "marked married", SIX ONE "iddah=3", "kawin=menikah", "N0652 status-kawin menikah [2025-12-10]" },
	{ "a spouse counted", SIX ONE "iddah=3", "istri=1", "N0652 jumlah-pasangan 1 [2025-12-10]" },
	{ "both, on two rows: the first is told", SIX "tpp=100 " ONE "iddah=3", "istri=1 kawin=1 baris=1 kawin=1",
	  "N0652 status-kawin 1, jumlah-pasangan 1 [2025-12-10]" },
	{ "of two divorces the later", SIX ONE "bht=2025-06-10 sampai=2025-12 iddah=3 " TWO "iddah=3", "tunj=10",
	  "N0651 10 [1 x Rp10 = Rp10]" },
	{ "the later one is not over yet: the earlier counts", SIX ONE "bht=2025-10-10 sampai=2025-12 iddah=3 " TWO "bht=2026-01-10 iddah=3",
	  "tunj=10", "N0651 10 [3 x Rp10 = Rp30]" },
	{ "a woman", SIX ONE "perempuan suami " A1 "nafkah=5", "tunj=10", "N0651 10 [1 x Rp10 = Rp10]" },
	{ "he is in no payroll", ONE "iddah=3", "", "" },
};

static const struct example receipts[] = {
	{ "no day of receipt", SIX ONE "iddah=3", "", "" },
	{ "in the month of the divorce", SIX ONE "iddah=3", "terima=2025-12-31", "" },
	{ "before it", SIX ONE "iddah=3", "terima=2025-11-01", "" },
	{ "in the month after", SIX ONE "iddah=3", "terima=2026-01-31", "" },
	{ "in the month after that", "P=2026-02 " SIX ONE "mulai=2026-02 iddah=3", "terima=2026-02-01", "N0653 2026-02-01 [2025-12-10]" },
	{ "half a year later, the ruling starts then", "P=2026-07 " SIX ONE "mulai=2026-07 iddah=3", "terima=2026-06-30",
	  "N0653 2026-06-30 [2025-12-10]" },
	{ "it has not begun", SIX ONE "mulai=2026-02 iddah=3", "terima=2026-01-20", "" },
	{ "it is not final", SIX ONE "status=putus iddah=3", "terima=2026-01-20", "" },
	{ "after the pledge, within its month", "P=2026-02 " SIX ONE "talak ikrar=2026-01-03 mulai=2026-02 iddah=3",
	  "terima=2026-01-20", "" },
	{ "after the pledge", "P=2026-04 " SIX ONE "talak ikrar=2026-01-03 mulai=2026-04 iddah=3", "terima=2026-03-20",
	  "N0653 2026-03-20 [2026-01-03]" },
	{ "no pledge", SIX ONE "talak iddah=3", "terima=2026-02-20", "" },
	{ "the month before has seen it begun", "P=2026-02 " SIX ONE "iddah=3 @iddah=2026-01:0", "terima=2026-02-20 @0=dipotong:3000000",
	  "" },
	{ "... or held", "P=2026-02 " SIX ONE "iddah=3 @iddah=2025-12:0", "terima=2026-02-20 @0=ditahan:0:N0631", "" },
	{ "the month before had it as not final", "P=2026-02 " SIX ONE "mulai=2026-02 iddah=3 @iddah=:0",
	  "terima=2026-02-20 @0=belum-bht:0", "N0653 2026-02-20 [2025-12-10]" },
	{ "... as not begun", "P=2026-02 " SIX ONE "mulai=2026-02 iddah=3 @iddah=2026-01:0", "terima=2026-02-20 @0=belum-mulai:0",
	  "N0653 2026-02-20 [2025-12-10]" },
	{ "a new ruling beside one that is known", "P=2026-02 " SIX ONE "iddah=3 @iddah=2026-01:0 " TWO "mulai=2026-02 iddah=3",
	  "terima=2026-02-20 @0=dipotong:3000000 putusan=1 terima=2026-02-21", "N0653 2026-02-21 [2025-12-10]" },
	{ "another entry is the same ruling", SIX ONE "entri=2 iddah=3", "terima=2026-02-20", "" },
	{ "without awards there is nothing to be late for", SIX ONE, "terima=2026-02-20", "" },
};

static const struct example payees[] = {
	{ "her name, her account", SIX ONE "iddah=3", "mantan=SITI_AMINAH", "" },
	{ "a name that shares a word with his", SIX ONE "iddah=3", "pemilik=SITI_SANTOSO", "" },
	{ "no holder", SIX ONE "iddah=3", "pemilik=", "" },
	{ "no holder, and a row without a name", SIX "row-nama=H. " ONE "iddah=3", "pemilik=", "" },
	{ "a title alone", SIX ONE "iddah=3", "pemilik=H.", "" },
	{ "his name", SIX ONE "iddah=3", "pemilik=BUDI_SANTOSO", "N0655 BUDI SANTOSO [mantan/rekening]" },
	{ "... with titles", SIX ONE "iddah=3", "pemilik=Drs._Budi_Santoso,_M.Si.", "N0655 Drs. Budi Santoso, M.Si. [mantan/rekening]" },
	{ "... as the payroll has it", SIX "row-nama=BUDI_SANTOSO_HADI " ONE "iddah=3", "pemilik=BUDI_SANTOSO_HADI",
	  "N0655 BUDI SANTOSO HADI [mantan/rekening]" },
	{ "his own account is held already", SIX "row-rek=12345678 " ONE "iddah=3", "pemilik=BUDI_SANTOSO", "" },
	{ "no account", SIX ONE "rek=- iddah=3", "pemilik=BUDI_SANTOSO", "" },
	{ "once for all awards of one payee", SIX ONE A1 "nafkah iddah=3 mutah=2x5", "pemilik=BUDI_SANTOSO",
	  "N0655 BUDI SANTOSO [mantan/rekening]" },
	{ "a child's account", SIX ONE "anak=a1:2015-01-01:rek/124/555666 nafkah iddah=3", "pemilik-anak=BUDI_SANTOSO",
	  "N0655 BUDI SANTOSO [anak a1/rekening]" },
	{ "a child that lives with him is paid nothing", SIX ONE "anak=a1:2015-01-01:ayah:rek/124/555666 nafkah iddah=3",
	  "pemilik-anak=BUDI_SANTOSO", "" },
	{ "the former spouse has his name", SIX ONE "iddah=3", "mantan=BUDI_SANTOSO", "N0655 BUDI SANTOSO [mantan]" },
	{ "not final", SIX ONE "status=putus iddah=3", "pemilik=BUDI_SANTOSO mantan=BUDI_SANTOSO", "" },
	{ "not begun", SIX ONE "mulai=2026-02 iddah=3", "pemilik=BUDI_SANTOSO", "" },
	{ "over", "P=2026-05 " SIX ONE "sampai=2026-04 iddah=3", "pemilik=BUDI_SANTOSO", "" },
	{ "held for another cause", SIX ONE "suami iddah=3", "pemilik=BUDI_SANTOSO", "N0655 BUDI SANTOSO [mantan/rekening]" },
};

/* She gets 3.000.000 a month without children (2.000.000 with), from January on. */
#define APRIL "P=2026-04 " SIX ONE
static const struct example ends[] = {
	{ "no end", APRIL "bagian-gaji @bagian-gaji=2026-03:0", "@0=dipotong:3000000", "" },
	{ "an end this month", APRIL "kawin=2026-04-02 bagian-gaji @bagian-gaji=2026-03:0", "@0=dipotong:3000000", "" },
	{ "an end last month", APRIL "kawin=2026-03-31 bagian-gaji @bagian-gaji=2026-03:0", "@0=dipotong:3000000", "" },
	{ "one month too many: as the register has it", APRIL "kawin=2026-02-28 bagian-gaji @bagian-gaji=2026-03:0",
	  "@0=dipotong:2900000", "N0654 2900000 [bagian-gaji, 1 (2026-03 - 2026-03), kawin-lagi]" },
	{ "two: the earlier one by this month's base", APRIL "kawin=2026-01-31 bagian-gaji @bagian-gaji=2026-03:0",
	  "@0=dipotong:2900000", "N0654 5900000 [bagian-gaji, 2 (2026-02 - 2026-03), kawin-lagi]" },
	{ "the first month ever has no month before", APRIL "sampai=2026-03 kawin=2026-01-31 bagian-gaji", "", "" },
	{ "the month before knew it, and was done", APRIL "kawin=2026-01-31 bagian-gaji @bagian-gaji=2026-03:0",
	  "@0=selesai:0:kawin-lagi", "" },
	{ "... and collected arrears", APRIL "kawin=2026-01-31 bagian-gaji @bagian-gaji=2026-03:70", "@0=sebagian:0:kawin-lagi", "" },
	{ "... and paid the last of them", APRIL "kawin=2026-01-31 bagian-gaji @bagian-gaji=2026-03:0", "@0=dipotong:0:kawin-lagi", "" },
	{ "with arrears, unknown", APRIL "kawin=2026-02-28 bagian-gaji @bagian-gaji=2026-03:70", "@0=sebagian:3000000",
	  "N0654 3000000 [bagian-gaji, 1 (2026-03 - 2026-03), kawin-lagi]" },
	{ "an end that was known is put earlier", APRIL "kawin=2026-01-31 bagian-gaji @bagian-gaji=2026-03:0",
	  "@0=dipotong:3000000:kawin-lagi", "N0654 6000000 [bagian-gaji, 2 (2026-02 - 2026-03), kawin-lagi]" },
	{ "an award that took its months", APRIL "iddah=3 mutah=2x5 @iddah=2026-03:0 @mutah=2026-03:0",
	  "@0=dipotong:3000000 @1=nihil:0", "" },
	{ "a remarriage leaves a nominal award", APRIL "kawin=2026-01-31 mutah=12x5 @mutah=2026-03:0", "@0=dipotong:5", "" },
	{ "her death ends it", APRIL "wafat=2026-01-31 mutah=12x5 @mutah=2026-03:0", "@0=dipotong:5",
	  "N0654 10 [mutah, 2 (2026-02 - 2026-03), meninggal]" },
	{ "within the award's months", "P=2026-05 " SIX ONE "wafat=2026-01-31 " A1 "nafkah mutah=2x5 @mutah=2026-04:0 @a1=2026-04:0",
	  "@0=dipotong:2000000 @1=sebagian:0", "N0654 5 [mutah, 1 (2026-02 - 2026-02), meninggal]" },
	{ "an award that had not begun", APRIL "berurutan wafat=2026-01-31 iddah=3x7 mutah=12x5 @iddah=2026-03:0 @mutah=2026-03:0",
	  "@0=dipotong:7 @1=nihil:0", "N0654 14 [iddah, 2 (2026-02 - 2026-03), meninggal]" },
	{ "one that began only after the end",
	  "P=2026-06 " SIX ONE "wafat=2026-01-31 iddah=3x7 mutah=12x5 @iddah=2026-05:0 @mutah=2026-05:0", "@0=selesai:0 @1=dipotong:5",
	  "N0654 10 [mutah, 2 (2026-04 - 2026-05), meninggal]" },
	{ "a child that married: its part of the pool",
	  APRIL "anak=a1:2007-01-01:berhenti/2026-01-09 " A2 "nafkah @a1=2026-03:0 @a2=2026-03:0",
	  "@0=dipotong:1000000 @1=dipotong:1000000", "N0654 2000000 [nafkah-anak a1, 2 (2026-02 - 2026-03), menikah]" },
	{ "both children at once share it", APRIL "selesai=2026-01-09 " A1 A2 "nafkah @a1=2026-03:0 @a2=2026-03:0",
	  "@0=dipotong:1000000 @1=dipotong:1000000",
	  "N0654 2000000 [nafkah-anak a1, 2 (2026-02 - 2026-03), rujuk]; "
	  "N0654 2000000 [nafkah-anak a2, 2 (2026-02 - 2026-03), rujuk]" },
	{ "a child that lives with him was paid nothing", APRIL "anak=a1:2007-01-01:ayah:berhenti/2026-01-09 nafkah @a1=2026-03:0",
	  "@0=diterima-asn:0", "" },
	{ "the age was always known", "P=2026-05 " SIX ONE "anak=a1:2005-03-09 " A2 "nafkah @a1=2026-04:0 @a2=2026-04:0",
	  "@0=selesai:0:usia @1=dipotong:2000000", "" },
	{ "no more at school, told late", "P=2026-05 " SIX ONE "anak=a1:2005-02-09 nafkah=500 @a1=2026-04:0",
	  "@0=dipotong:500", "N0654 1000 [nafkah-anak a1, 2 (2026-03 - 2026-04), usia]" },
	{ "a ruling not found last month is over", APRIL "selesai=2026-01-20 bagian-gaji @bagian-gaji=2026-02:0",
	  "sebab=meninggal @0=tidak-ditemukan:0:N0610", "N0654 3000000 [bagian-gaji, 1 (2026-02 - 2026-02), meninggal]" },
	{ "rujuk without its day held it last month", APRIL "status=rujuk selesai=2026-01-20 bagian-gaji @bagian-gaji=2026-02:0",
	  "@0=ditahan:0:N0603", "N0654 3000000 [bagian-gaji, 1 (2026-02 - 2026-02), rujuk]" },
	{ "her death holds the line for good: told before", APRIL "wafat=2026-01-20 " A1 "nafkah bagian-gaji @a1=2026-03:0 @bagian-gaji=2026-02:0",
	  "@0=dipotong:2000000 @1=ditahan:0:N0635", "" },
	{ "not final: nothing was booked", APRIL "status=putus kawin=2026-01-20 bagian-gaji @bagian-gaji=:0", "@0=belum-bht:0", "" },
	{ "nothing was booked behind the end", APRIL "kawin=2026-02-20 bagian-gaji @bagian-gaji=2026-01:0", "@0=sebagian:0", "" },
	{ "no pay in those months: nothing was due", "P=2026-04 gaji=0 " ONE "kawin=2026-01-31 bagian-gaji @bagian-gaji=2026-03:0",
	  "@0=nihil:0", "" },
};

static void change_before(struct office *o, size_t line, struct slice value)
{
	const struct register_row *before = o->person->lines[line].before;
	struct register_row *row;
	struct slice status = slice_cut(&value, ':');
	unsigned s = 0;

	assert_non_null(before);
	row = &o->booked[before - o->booked];
	while (s < LINE_STATUS_COUNT && !is(status, line_status_name((enum line_status)s)))
		s++;
	assert_true(s < LINE_STATUS_COUNT);
	row->status = (enum line_status)s;
	row->finished = row->status == LINE_SELESAI;
	row->due = number(slice_cut(&value, ':'));
	row->cause = value;
}

static void change(struct office *o, struct slice word, size_t *row, size_t *ruling)
{
	struct slice value = word, name = slice_cut(&value, '=');
	struct family *f = &o->rows[*row].family;
	struct ruling *r = o->rulings.items[*ruling];

	if (is(name, "baris"))
		*row = (size_t)number(value);
	else if (is(name, "putusan"))
		*ruling = (size_t)number(value);
	else if (is(name, "tunj"))
		f->allowance = rupiah(value);
	else if (is(name, "istri"))
		f->spouses = (uint64_t)number(value);
	else if (is(name, "kawin"))
		*f = (struct family){ f->allowance, f->spouses, true, value };
	else if (is(name, "terima"))
		r->dates.received = day(value);
	else if (is(name, "mantan"))
		r->ex.name = spaced(o, value);
	else if (is(name, "pemilik"))
		r->ex.account.holder = spaced(o, value);
	else if (is(name, "pemilik-anak"))
		r->children[0].account.holder = spaced(o, value);
	else if (is(name, "sebab"))
		r->over.cause = value;
	else if (name.len == 2 && name.ptr[0] == '@')
		change_before(o, (size_t)(name.ptr[1] - '0'), value);
	else
		fail_msg("word not understood: %.*s", SLICE_ARG(word));
}

static void show_findings(const struct findings *all, size_t from, struct buf *out)
{
	for (size_t i = from; i < all->count; i++) {
		const struct finding *f = &all->items[i];

		buf_printf(out, "%s%s %.*s [%.*s]", i > from ? "; " : "", code_name(f->code), SLICE_ARG(f->value),
		           SLICE_ARG(f->detail));
		assert_int_equal(code_level(f->code), LEVEL_PERHATIAN);
		assert_true(f->perkara.len > 0 && f->nip.len == 18);
	}
	buf_char(out, '\0');
}

static bool comes_out(const struct example *e)
{
	struct office *o = office_open(e->given);
	struct slice rest = slice_from_c(e->more);
	size_t row = 0, ruling = 0, before;
	struct buf got = { 0 };
	bool right;

	while (rest.ptr != NULL) {
		struct slice word = slice_cut(&rest, ' ');

		if (word.len > 0)
			change(o, word, &row, &ruling);
	}
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	before = o->findings.count;
	assert_int_equal(crosscheck_person(&o->law, o->person), STATUS_OK);
	show_findings(&o->findings, before, &got);
	right = strcmp(got.ptr, e->expected) == 0;
	if (!right)
		print_error("%s\n  expected %s\n  got      %s\n", e->why, e->expected, got.ptr);
	buf_release(&got);
	office_close(o);
	return right;
}

#define TRY(table)                                                          \
	do {                                                                \
		size_t wrong = 0;                                           \
		(void)state;                                                \
		for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++) \
			wrong += comes_out(&(table)[i]) ? 0 : 1;             \
		assert_int_equal(wrong, 0);                                 \
	} while (0)

static void a_divorced_man_is_not_married(void **state) { TRY(families); }
static void rulings_come_late(void **state) { TRY(receipts); }
static void nobody_pays_himself(void **state) { TRY(payees); }
static void ends_become_known_late(void **state) { TRY(ends); }

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_divorced_man_is_not_married),
		cmocka_unit_test(rulings_come_late),
		cmocka_unit_test(nobody_pays_himself),
		cmocka_unit_test(ends_become_known_late),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
