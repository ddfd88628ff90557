/* The figures of two reports: sums and counts must be equal, sentences may differ. */
#include "export.h"

#include "../../../src/job/verify_private.h"

#define HEAD "<?xml?>\n<rekonsiliasi periode=\"2026-01\">\n"
#define FILES "  <berkas nama=\"g\" bersih=\"10\"/>\n  <skpd nama=\"d\" bersih=\"10\"/>\n"
#define TRANSFER "  <transfer baris=\"1\" total=\"5\"/>\n"
#define RULINGS "  <putusan nomor=\"1\" hak=\"5\"/>\n  <putusan nomor=\"2\" hak=\"7\"/>\n"
#define TAIL "  <temuan kode=\"N0642\">satu</temuan>\n  <pemeriksaan nama=\"x\"/>\n</rekonsiliasi>\n"
#define REPORT HEAD FILES TRANSFER RULINGS TAIL

static void other_sentences(void **state)
{
	static const char *const same[] = {
		REPORT,
		HEAD FILES TRANSFER RULINGS "</rekonsiliasi>\n",
		HEAD FILES TRANSFER RULINGS "  <temuan kode=\"N0643\">dua</temuan>\n" TAIL,
		"<?xml?>\n<rekonsiliasi periode=\"2026-01\" baru=\"1\">\n  <pembuka/>\n" FILES TRANSFER RULINGS TAIL,
		HEAD FILES TRANSFER RULINGS "  <putusan-baru nomor=\"1\"/>\n" TAIL,
	};
	struct slice computed;
	uint64_t at;

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++) {
		assert_true(figures_same(slice_from_c(REPORT), slice_from_c(same[i]), &at, &computed));
		assert_true(figures_same(slice_from_c(same[i]), slice_from_c(REPORT), &at, &computed));
	}
}

static void another_figure(void **state)
{
	static const struct {
		const char *found, *computed; /* from the difference on, to the end of the line */
		const char *text;
	} other[] = {
		{ "5\"/>", "9\"/>", HEAD FILES "  <transfer baris=\"1\" total=\"9\"/>\n" RULINGS TAIL },
		{ "5\"/>", "5\"/>",
		  HEAD FILES "  <transfer baris=\"1\" total=\"5\"/>\n"
			     "  <putusan nomor=\"1\" hak=\"5\"/>\n" TAIL },
		{ "1\" hak=\"5\"/>", "2\" hak=\"7\"/>",
		  HEAD FILES TRANSFER
		  "  <putusan nomor=\"2\" hak=\"7\"/>\n  <putusan nomor=\"1\" hak=\"5\"/>\n" TAIL },
		{ "berkas nama=\"g\" bersih=\"10\"/>", "skpd nama=\"d\" bersih=\"10\"/>",
		  HEAD "  <skpd nama=\"d\" bersih=\"10\"/>\n" TRANSFER RULINGS TAIL },
		{ "berkas nama=\"g\" bersih=\"10\"/>", "transfer baris=\"1\" total=\"5\"/>",
		  HEAD TRANSFER RULINGS TAIL },
	};
	struct slice report = slice_from_c(REPORT), computed;
	uint64_t at;

	(void)state;
	for (size_t i = 0; i < COUNT(other); i++) {
		assert_false(figures_same(report, slice_from_c(other[i].text), &at, &computed));
		if (i == 1) { /* one line less: the second ruling is too much, and nothing should stand there */
			assert_int_equal(computed.len, 0);
			assert_true(slice_starts_with(slice_sub(report, at, report.len), SLICE("  <putusan nomor=\"2\"")));
			continue;
		}
		assert_true(slice_starts_with(slice_sub(report, at, report.len), slice_from_c(other[i].found)));
		assert_int_equal(computed.len, strlen(other[i].computed));
		assert_memory_equal(computed.ptr, other[i].computed, computed.len);
	}
}

static void a_line_more(void **state)
{
	struct slice report = slice_from_c(REPORT), computed;
	uint64_t at;

	(void)state;
	assert_false(figures_same(report, slice_from_c(REPORT "  <putusan nomor=\"3\"/>\n"), &at, &computed));
	assert_int_equal(at, report.len);
	assert_true(slice_equal(computed, SLICE("  <putusan nomor=\"3\"/>")));
	assert_false(figures_same(SLICE(""), report, &at, &computed));
	assert_int_equal(at, 0);
	assert_true(figures_same(SLICE(""), SLICE("<x/>\n"), &at, &computed));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(other_sentences), cmocka_unit_test(another_figure), cmocka_unit_test(a_line_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
