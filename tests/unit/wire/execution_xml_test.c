/* pelaksanaan.xml read back: what the program writes gives again what it goes on from; every document of
 * tests/files/pelaksanaan is taken or refused as its name says. Run from the root of the tree. */
#include "../law/example.h"

#include <nafkah/execution_paper.h>
#include <nafkah/execution_xml.h>
#include <nafkah/stake.h>

#include <glob.h>

#define FULL "tests/files/pelaksanaan/good-full.xml"

/* ---- what is written is read ---- */

static const char *const offices[] = {
	"gaji=6000000 perkara=1/Pdt iddah=3x1000000",
	"gaji=6000000 perkara=1/Pdt",
	"gaji=6000000 perkara=1/Pdt#2 status=putus iddah=3 perkara=1/Pdt mulai=2026-02 iddah=3",
	"gaji=600000 perkara=1/Pdt anak=a1:2015-01-01 anak=a2:2016-01-01:ayah nafkah=500000 bersamaan iddah=4x1 mutah=3x9",
	"P=2026-03 gaji=6000000 perkara=1/Pdt sampai=2025-12 iddah=3x1000000",
	"P=2026-03 gaji=6000000 perkara=1/Pdt iddah=3x1000000",
	"P=2026-03 perkara=1/Pdt bht=2024-11-30 anak=a1:2015-01-01 nafkah sampai=2026-01 bagian-gaji",
	"P=2026-03 gaji=6000000 perkara=1/Pdt kawin=2026-01-20 sampai=2026-02 bagian-gaji",
	"P=2026-02 gaji=6000000 perkara=1/Pdt selesai=2026-01-15 hapus iddah=3x1000000 sampai=2025-12",
};

static void compute(struct office *o, struct execution *out)
{
	for (size_t i = 0; i < o->rulings.count; i++)
		o->rulings.items[i]->ex.name = SLICE("SITI AMINAH");
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	if (o->person->line_count > 0)
		o->person->lines[0].overpaid = (struct overpaid){ { 12 * 2026, 12 * 2026 + 1 }, 99 };
	for (size_t i = 0; i < o->person->case_count; i++)
		assert_int_equal(execution_of_case(&o->law, &o->person->cases[i], NULL, &out[i]), STATUS_OK);
}

static void same_months(const struct execution *e, const struct execution_case *got)
{
	assert_int_equal(got->unpaid_count, e->unpaid_count);
	for (size_t i = 0; i < e->unpaid_count; i++) {
		assert_int_equal(got->unpaid[i].month, e->unpaid[i].month);
		assert_int_equal(got->unpaid[i].why, e->unpaid[i].why);
		assert_true(slice_equal(got->unpaid[i].code, e->unpaid[i].code));
	}
	assert_int_equal(got->overpaid_count, e->overpaid_count);
	for (size_t i = 0; i < e->overpaid_count; i++) {
		assert_true(slice_equal(got->overpaid[i].hak, e->overpaid[i].hak));
		assert_true(slice_equal(got->overpaid[i].payee, e->overpaid[i].payee));
		assert_memory_equal(&got->overpaid[i].what.months, &e->overpaid[i].what.months, sizeof(struct span));
		assert_int_equal(got->overpaid[i].what.rupiah, e->overpaid[i].what.rupiah);
	}
}

static void same_case(const struct execution *e, const struct execution_case *got)
{
	assert_non_null(got);
	assert_true(slice_equal(got->number, e->file->ruling->number));
	assert_int_equal(got->processed, e->processed);
	assert_int_equal(got->first_paid, e->first_paid);
	assert_int_equal(got->month.due, e->month.due + e->month.missed);
	assert_int_equal(got->month.paid, e->month.paid);
	assert_int_equal(got->month.written_off, e->month.written_off);
	assert_int_equal(got->waiting, e->month.waiting);
	assert_int_equal(got->arrears, e->month.arrears);
	assert_memory_equal(&got->total, &e->total, sizeof e->total);
	same_months(e, got);
}

static void round_trip(const char *words)
{
	struct office *o = office_open(words);
	struct execution list[4];
	struct execution_list paper = {
		.period = o->law.period, .since = o->law.period, .court = SLICE("PA <Contoh> & \"Rekaan\""), .items = list,
		.count = o->person->case_count,
	};
	struct execution_book book;
	struct findings findings = { 0 };
	struct buf text = { 0 };

	compute(o, list);
	assert_int_equal(execution_write(&paper, &text), STATUS_OK);
	if (execution_read(buf_slice(&text), SLICE("a.xml"), &o->arena, &book, &findings) != STATUS_OK)
		fail_msg("%s: %s in %.*s", words, findings.count > 0 ? code_name(findings.items[0].code) : "?",
		         SLICE_ARG(buf_slice(&text)));
	assert_int_equal(book.period, o->law.period);
	assert_int_equal(book.since, o->law.period);
	assert_int_equal(book.count, paper.count);
	for (size_t i = 0; i < paper.count; i++)
		same_case(&list[i], execution_find(&book, list[i].file->ruling->key));
	assert_null(execution_find(&book, SLICE("2/pdt")));
	buf_release(&text);
	findings_release(&findings);
	office_close(o);
}

static void what_is_written_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
		round_trip(offices[i]);
}

/* No account and no NIK stands in it, whatever the rulings hold. */
static void nothing_more_than_needed(void **state)
{
	struct office *o = office_open("gaji=6000000 perkara=1/Pdt rek=124:0099887766: iddah=3x1000000");
	struct execution list[1];
	struct execution_list paper = {
		.period = o->law.period, .since = o->law.period, .court = SLICE("PA"), .items = list, .count = 1,
	};
	struct ruling *r = o->rulings.items[0];
	struct buf text = { 0 };

	(void)state;
	r->ex.nik = SLICE("6474015708900003");
	compute(o, list);
	assert_int_equal(execution_write(&paper, &text), STATUS_OK);
	buf_char(&text, '\0');
	assert_null(strstr(text.ptr, "99887766"));
	assert_null(strstr(text.ptr, "6474015708900003"));
	assert_non_null(strstr(text.ptr, "hak jenis=\"iddah\""));
	buf_release(&text);
	office_close(o);
}

/* ---- documents ---- */

static struct slice slurp(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = arena_alloc(a, 1 << 16);
	size_t len;

	assert_non_null(f);
	assert_non_null(text);
	len = fread(text, 1, (1 << 16) - 1, f);
	assert_int_equal(fclose(f), 0);
	return (struct slice){ text, len };
}

/* The first comment of a bad document: "<!-- N0414: ...". */
static bool promises(struct slice text, const char *code)
{
	const char *comment = strstr(text.ptr, "<!-- ");

	return comment != NULL && strncmp(comment + 5, code, 5) == 0;
}

static size_t judge(const char *path)
{
	struct arena a = { 0 };
	struct findings findings = { 0 };
	struct execution_book book;
	struct slice text = slurp(&a, path);
	bool good = strstr(path, "/good-") != NULL, told = false;
	enum status status = execution_read(text, SLICE("a.xml"), &a, &book, &findings);

	for (size_t i = 0; i < findings.count; i++)
		told = told || promises(text, code_name(findings.items[i].code));
	if (good ? status != STATUS_OK || findings.count > 0 : status != STATUS_REJECT || !told) {
		print_error("%s: status %d, %s\n", path, (int)status, findings.count > 0 ? code_name(findings.items[0].code) : "-");
		status = STATUS_FAIL;
	}
	findings_release(&findings);
	arena_release(&a);
	return status == STATUS_FAIL ? 1 : 0;
}

static void documents(void **state)
{
	glob_t found;
	size_t wrong = 0;

	(void)state;
	assert_int_equal(glob("tests/files/pelaksanaan/*.xml", 0, NULL, &found), 0);
	assert_int_equal(glob("tests/files/pelaksanaan-silang/*.xml", GLOB_APPEND, NULL, &found), 0);
	assert_true(found.gl_pathc > 50);
	for (size_t i = 0; i < found.gl_pathc; i++)
		wrong += judge(found.gl_pathv[i]);
	globfree(&found);
	assert_int_equal(wrong, 0);
}

/* Cut anywhere it is no document. */
static void cut_anywhere(void **state)
{
	struct arena a = { 0 };
	struct slice text = slurp(&a, FULL);
	struct slice end = SLICE("</pelaksanaan>");
	size_t whole = text.len;

	(void)state;
	while (!slice_equal(slice_sub(text, whole - end.len, end.len), end))
		whole--;
	for (size_t len = 0; len < whole; len += 7) {
		struct arena_mark mark = arena_mark(&a);
		struct findings findings = { 0 };
		struct execution_book book;

		assert_int_equal(execution_read(slice_sub(text, 0, len), SLICE("a.xml"), &a, &book, &findings), STATUS_REJECT);
		assert_true(findings.count > 0);
		findings_release(&findings);
		arena_rewind(&a, mark);
	}
	arena_release(&a);
}

/* ---- against the register of its folder ---- */

static struct execution_case *case_of(struct execution_book *book, const char *key)
{
	for (size_t i = 0; i < book->count; i++)
		if (slice_equal(book->cases[i].key, slice_from_c(key)))
			return &book->cases[i];
	fail_msg("no case %s", key);
	return NULL;
}

static void held_against_the_register(void **state)
{
	struct register_row rows[] = {
		{ .key = SLICE("11/pdtg/2025/pacontoh"), .hak = SLICE("iddah"), .opening = { .arrears = 500000 } },
		{ .key = SLICE("11/pdtg/2025/pacontoh"), .hak = SLICE("mutah"), .opening = { .arrears = 100000 }, .waiting = 300000 },
		{ .key = SLICE("11/pdtg/2025/pacontoh#2"), .hak = SLICE("bagian-gaji") },
		{ .key = SLICE("12/pdtg/2026/pacontoh") },
	};
	struct register_book lines = { rows, 4 };
	struct arena a = { 0 };
	struct findings findings = { 0 };
	struct execution_book book;

	(void)state;
	assert_int_equal(execution_read(slurp(&a, FULL), SLICE("a.xml"), &a, &book, &findings), STATUS_OK);
	assert_true(execution_agrees(&book, &lines));
	lines.count = 3; /* a ruling less */
	assert_false(execution_agrees(&book, &lines));
	lines.count = 4;
	book.count = 2;
	assert_false(execution_agrees(&book, &lines));
	book.count = 3;
	rows[1].opening.arrears++;
	assert_false(execution_agrees(&book, &lines));
	rows[1].opening.arrears--;
	rows[0].waiting++;
	assert_false(execution_agrees(&book, &lines));
	rows[0].waiting--;
	rows[3].key = SLICE("13/pdtg/2026/pacontoh");
	assert_false(execution_agrees(&book, &lines));
	rows[3].key = book.cases[1].key; /* a ruling twice */
	book.cases[2].key = book.cases[1].key;
	assert_false(execution_agrees(&book, &lines));
	findings_release(&findings);
	arena_release(&a);
}

/* The month of a first part is taken back out, what it found out about earlier months is not. */
static void stepped_back(void **state)
{
	struct arena a = { 0 };
	struct findings findings = { 0 };
	struct execution_book book;
	const struct execution_case *e;

	(void)state;
	assert_int_equal(execution_read(slurp(&a, FULL), SLICE("a.xml"), &a, &book, &findings), STATUS_OK);
	case_of(&book, "11/pdtg/2025/pacontoh#2")->first_paid = book.period;
	execution_step_back(&book);
	e = case_of(&book, "11/pdtg/2025/pacontoh");
	assert_int_equal(e->total.due, 2000000);
	assert_int_equal(e->total.paid, 2000000);
	assert_int_equal(e->total.written_off, 0);
	assert_int_equal(e->unpaid_count, 3);
	assert_int_equal(e->first_paid, 12 * 2026 + 2);
	assert_int_equal(e->processed, 12 * 2026);
	assert_int_equal(e->overpaid_count, 1);
	e = case_of(&book, "11/pdtg/2025/pacontoh#2");
	assert_int_equal(e->unpaid_count, 0);
	assert_int_equal(e->processed, MONTH_NONE);
	assert_int_equal(e->first_paid, MONTH_NONE);
	findings_release(&findings);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(nothing_more_than_needed),
		cmocka_unit_test(documents),
		cmocka_unit_test(cut_anywhere),
		cmocka_unit_test(held_against_the_register),
		cmocka_unit_test(stepped_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
