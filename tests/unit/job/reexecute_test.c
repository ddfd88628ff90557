/* A finished folder holds all that made it: computed again from its own evidence, elsewhere, it comes to the same transfer
 * list, register, report and page, byte for byte. Run from the root of the tree. */
#include <nafkah/job.h>

#include <nafkah/page.h>
#include <nafkah/register_paper.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROW "tests/files/bulan/good-N0647-arrears-grow/"
#define OFFICE "tests/files/bulan/kantor/"

struct month {
	const char *out, *period, *rulings, *office, *previous, *continues, *payrolls[2], *income;
	bool more; /* the TPP comes later */
	uint64_t growing; /* how often N0647 is found */
};

static const struct month months[] = {
	/* the sample months: an office file, holds, a month in two parts */
	{ "1", "2026-01", "samples/2026-01/putusan.xml", "samples/kantor.xml",
	  .payrolls = { "samples/2026-01/gaji.csv", "samples/2026-01/tpp.csv" } },
	{ "2", "2026-02", "samples/2026-02/putusan.xml", "samples/kantor.xml", .previous = "1",
	  .payrolls = { "samples/2026-02/gaji.csv", "samples/2026-02/tpp.csv" } },
	{ "3", "2026-03", "samples/2026-03/putusan.xml", "samples/kantor.xml", .previous = "2", .more = true,
	  .income = "samples/2026-02/tpp.csv", .payrolls = { "samples/2026-03/gaji.csv" } },
	{ "3-tpp", "2026-03", "samples/2026-03/putusan.xml", NULL, .continues = "3",
	  .payrolls = { "samples/2026-03/tpp.csv" } },

	/* 7.000.000 are due each month, 6.000.000 can be paid: the arrears grow */
	{ "grow-1", "2026-01", GROW "1-2026-01/putusan.xml", NULL,
	  .payrolls = { OFFICE "2026-01/gaji.csv", OFFICE "2026-01/tpp.csv" } },
	{ "grow-2", "2026-02", GROW "2-2026-02/putusan.xml", NULL, .previous = "grow-1",
	  .payrolls = { OFFICE "2026-02/gaji.csv", OFFICE "2026-02/tpp.csv" } },
	{ "grow-3", "2026-03", GROW "3-2026-03/putusan.xml", NULL, .previous = "grow-2",
	  .payrolls = { OFFICE "2026-03/gaji.csv", OFFICE "2026-03/tpp.csv" }, .growing = 1 },
	{ "grow-4", "2026-04", GROW "4-2026-04/putusan.xml", NULL, .previous = "grow-3",
	  .payrolls = { OFFICE "2026-04/gaji.csv", OFFICE "2026-04/tpp.csv" }, .growing = 1 },

	/* the same with the second or the third month in two parts: nobody forgets for how long they grew */
	{ "parts-2", "2026-02", GROW "2-2026-02/putusan.xml", NULL, .previous = "grow-1", .more = true,
	  .income = OFFICE "2026-02/tpp.csv", .payrolls = { OFFICE "2026-02/gaji.csv" } },
	{ "parts-2-tpp", "2026-02", GROW "2-2026-02/putusan.xml", NULL, .continues = "parts-2",
	  .payrolls = { OFFICE "2026-02/tpp.csv" } },
	{ "parts-3-whole", "2026-03", GROW "3-2026-03/putusan.xml", NULL, .previous = "parts-2-tpp",
	  .payrolls = { OFFICE "2026-03/gaji.csv", OFFICE "2026-03/tpp.csv" }, .growing = 1 },
	{ "parts-3", "2026-03", GROW "3-2026-03/putusan.xml", NULL, .previous = "parts-2-tpp", .more = true,
	  .income = OFFICE "2026-03/tpp.csv", .payrolls = { OFFICE "2026-03/gaji.csv" }, .growing = 1 },
	{ "parts-3-tpp", "2026-03", GROW "3-2026-03/putusan.xml", NULL, .continues = "parts-3",
	  .payrolls = { OFFICE "2026-03/tpp.csv" }, .growing = 1 },
	{ "parts-4", "2026-04", GROW "4-2026-04/putusan.xml", NULL, .previous = "parts-3-tpp",
	  .payrolls = { OFFICE "2026-04/gaji.csv", OFFICE "2026-04/tpp.csv" }, .growing = 1 },
};

static char scratch[] = "/tmp/nafkah-test-XXXXXX";

static const char *path_of(struct arena *a, const char *name)
{
	return name != NULL ? arena_printf(a, "%s/%s", scratch, name).ptr : NULL;
}

static void run(struct arena *a, const struct month *m)
{
	struct payroll_argument payrolls[2] = { { .path = m->payrolls[0] }, { .path = m->payrolls[1] } };
	struct payroll_argument income = { .path = m->income };
	struct request request = {
		.rulings = m->rulings, .office = m->office, .out = path_of(a, m->out), .previous = path_of(a, m->previous),
		.continues = path_of(a, m->continues), .first = m->previous == NULL && m->continues == NULL, .has_more = m->more,
		.more = KIND_TPP, .formats = "formats", .payrolls = payrolls, .payroll_count = m->payrolls[1] != NULL ? 2 : 1,
		.incomes = &income, .income_count = m->income != NULL ? 1 : 0, .threads = 1,
	};
	struct findings findings = { 0 };
	struct cycle c = { .request = &request, .findings = &findings };
	enum exit_status status;

	assert_true(month_parse(slice_from_c(m->period), &request.period));
	status = job_run(&c);
	if (status != EXIT_DONE && status != EXIT_ATTENTION)
		print_error("%s: exit %d, %s\n", m->out, (int)status, findings.count > 0 ? code_name(findings.items[0].code) : "");
	assert_true(status == EXIT_DONE || status == EXIT_ATTENTION);
	if (findings.per_code[N0647_ARREARS_GROWING] != m->growing)
		print_error("%s: N0647 %d times\n", m->out, (int)findings.per_code[N0647_ARREARS_GROWING]);
	assert_int_equal(findings.per_code[N0647_ARREARS_GROWING], m->growing);
	cycle_release(&c);
	findings_release(&findings);
}

static void compare(struct arena *a, const char *folder, const char *name, const struct buf *computed)
{
	struct findings findings = { 0 };
	struct input *in = NULL;
	struct slice written;

	assert_false(computed->failed);
	assert_int_equal(input_open(arena_printf(a, "%s/%s", folder, name).ptr, &findings, &in), STATUS_OK);
	assert_int_equal(input_slurp(in, a, 1 << 24, &written), STATUS_OK);
	input_close(in);
	if (!slice_equal(written, buf_slice(computed)))
		print_error("%s/%s is computed otherwise\n", folder, name);
	assert_true(slice_equal(written, buf_slice(computed)));
}

static void compare_all(struct arena *a, struct cycle *c, const char *folder)
{
	struct buf text = { 0 };

	transfers_write(&c->transfers, c->request->period, &text);
	compare(a, folder, "transfer.csv", &text);
	buf_clear(&text);
	register_write(c->cases, c->case_count, c->request->period, &text);
	compare(a, folder, "pelaksanaan.csv", &text);
	buf_clear(&text);
	assert_int_equal(executions_write(c, &text), STATUS_OK);
	compare(a, folder, "pelaksanaan.xml", &text);
	buf_clear(&text);
	assert_int_equal(report_write_xml(&c->report, &text), STATUS_OK);
	compare(a, folder, "rekonsiliasi.xml", &text);
	buf_clear(&text);
	assert_int_equal(cycle_page(c, &text), STATUS_OK);
	compare(a, folder, "rekonsiliasi.html", &text);
	buf_release(&text);
}

/* In another place, and without formats. */
static void reexecute(struct arena *a, const struct month *m)
{
	const char *elsewhere = path_of(a, "elsewhere"), *from = path_of(a, m->out);
	struct request request = { .formats = "/nowhere", .threads = 1 };
	struct findings findings = { 0 };
	struct cycle c = { .request = &request, .findings = &findings };

	assert_int_equal(mkdir(elsewhere, 0700), 0);
	assert_int_equal(rename(from, arena_printf(a, "%s/it", elsewhere).ptr), 0);
	assert_int_equal(cycle_reexecute(&c, arena_printf(a, "%s/it", elsewhere).ptr), STATUS_OK);
	assert_int_equal(cycle_calculate(&c), STATUS_OK);
	compare_all(a, &c, arena_printf(a, "%s/it", elsewhere).ptr);
	assert_int_equal(findings.per_code[N0647_ARREARS_GROWING], m->growing);
	assert_int_equal(c.office_document.bytes.ptr != NULL, m->office != NULL);
	cycle_release(&c);
	findings_release(&findings);
	assert_int_equal(rename(arena_printf(a, "%s/it", elsewhere).ptr, from), 0);
	assert_int_equal(rmdir(elsewhere), 0);
}

static void every_month_comes_to_the_same(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		run(&arena, &months[i]);
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		reexecute(&arena, &months[i]);
	assert_false(arena.exhausted);
	arena_release(&arena);
}

static int remove_one(const char *path, const struct stat *s, int type, struct FTW *at)
{
	(void)s;
	(void)type;
	(void)at;
	return remove(path);
}

static int enter(void **state)
{
	(void)state;
	return mkdtemp(scratch) != NULL ? 0 : -1;
}

static int leave(void **state)
{
	(void)state;
	return nftw(scratch, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_month_comes_to_the_same),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
