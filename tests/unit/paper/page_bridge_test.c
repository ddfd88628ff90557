/* From last month to this one, as the page, rekonsiliasi.xml and the workbook say it. */
#define office law_office /* the tests' own office of words; the page has an office, too */
#include "../law/pair.h"
#undef office

#include <nafkah/page.h>

#include <libxml/parser.h>

#include <stdio.h>

struct told {
	struct pair *p;
	struct transfers transfers;
	struct remainders remainders;
	struct report report;
	struct page_extras extras;
	struct buf page, xml;
};

static void tell(struct told *t, const char *then, const char *now)
{
	*t = (struct told){ .p = pair_open(then, now, false) };
	assert_int_equal(t->p->status, STATUS_OK);
	t->report = (struct report){
		.period = t->p->now->law.period, .rules = &t->p->now->rules, .transfers = &t->transfers, .cases = t->p->cases,
		.case_count = t->p->now->person->case_count, .findings = &t->p->now->findings, .bridge = &t->p->bridge,
	};
	t->extras = (struct page_extras){ .remainders = &t->remainders, .court = SLICE("PA"), .rulings_dated = { 2026, 1, 5 } };
	t->p->now->rules.id = t->p->now->rules.title = SLICE("aturan");
	t->p->now->rules.version = t->report.period;
	assert_int_equal(page_write(&t->report, &t->extras, &t->page), STATUS_OK);
	assert_int_equal(report_write_xml(&t->report, &t->xml), STATUS_OK);
	buf_char(&t->page, '\0');
	buf_char(&t->xml, '\0');
}

static void forget(struct told *t)
{
	buf_release(&t->page);
	buf_release(&t->xml);
	pair_close(t->p);
}

static void says(const struct buf *text, const char *words)
{
	if (strstr(text->ptr, words) == NULL)
		fail_msg("is not said: %s", words);
}

static void says_not(const struct buf *text, const char *words)
{
	if (strstr(text->ptr, words) != NULL)
		fail_msg("is said: %s", words);
}

#define ONE "perkara=1/Pdt "
#define TWO "perkara=2/Pdt "

static void says_the_bridge(void **state)
{
	struct told t;

	(void)state;
	tell(&t, "gaji=6000000 " ONE "iddah=3 ", "P=2026-02 gaji=9000000 " ONE "iddah=3 " TWO "mulai=2026-02 iddah=3");
	says(&t.page, "<section id=\"jembatan\"><h2>Dari bulan lalu ke bulan ini</h2>");
	says(&t.page, "Dibayar Januari 2026</th><td></td><td class=\"n\">Rp3.000.000</td>");
	says(&t.page, "Hak baru <small>mulai dibayar bulan ini</small></th><td class=\"n\">1</td><td class=\"n\">Rp2.250.000</td>");
	says(&t.page, "<td class=\"n\">1</td><td class=\"n\">−Rp1.500.000</td>"); /* the pool */
	says(&t.page, "Dibayar Februari 2026</th><td></td><td class=\"n\">Rp4.500.000</td>");
	says(&t.page, "<td class=\"n\">−Rp750.000</td><td>Penghasilan berubah Rp750.000; Pembagian lain −Rp1.500.000</td>");
	says_not(&t.page, "Rekening penerima yang berganti");
	says_not(&t.page, "Tidak ada yang berubah");
	says(&t.xml, "<jembatan dari=\"2026-01\" sebelum=\"3000000\" sesudah=\"4500000\">\n    <sebab nama=\"baru\" jumlah=\"2250000\" "
	             "baris=\"1\"/>\n    <sebab nama=\"dasar\" jumlah=\"750000\" baris=\"1\"/>\n    <sebab nama=\"pembagian\" "
	             "jumlah=\"-1500000\" baris=\"1\"/>\n    <putusan nomor=\"1/Pdt\" sebelum=\"3000000\" sesudah=\"2250000\">");
	forget(&t);
}

static void says_that_nothing_moved(void **state)
{
	struct told t;

	(void)state;
	tell(&t, "gaji=6000000 " ONE "iddah=3", "P=2026-02 gaji=6000000 " ONE "iddah=3");
	says(&t.page, "Tidak ada yang berubah: setiap hak dibayar seperti bulan lalu.");
	says(&t.xml, "<jembatan dari=\"2026-01\" sebelum=\"3000000\" sesudah=\"3000000\"/>");
	forget(&t);
}

static void says_accounts_that_changed(void **state)
{
	struct told t;

	(void)state;
	tell(&t, "gaji=6000000 " ONE "iddah=3x5 mutah=3x5 bersamaan " TWO "iddah=3x5",
	     "P=2026-02 gaji=6000000 " ONE "rek=008:99887766:=SK_7 iddah=3x5 mutah=3x5 bersamaan " TWO "rek=124:55667788 iddah=3x5");
	says(&t.page, "<li>1/Pdt, : dari bank 124, rekening 0012345678 menjadi bank 008, rekening 99887766; diterima dengan bukti "
	              "&#39;=SK_7</li>\n<li>2/Pdt, : dari bank 124, rekening 0012345678 menjadi bank 124, rekening 55667788; belum "
	              "diterima</li>\n</ul>");
	forget(&t);
}

/* The page shows the largest, rekonsiliasi.xml all. */
static void shows_twenty(void **state)
{
	struct buf then = { 0 }, now = { 0 };
	struct told t;

	(void)state;
	buf_printf(&then, "batas=tanpa gaji=9000000 ");
	buf_printf(&now, "P=2026-02 batas=tanpa gaji=9000000 ");
	for (int i = 1; i <= 23; i++) {
		buf_printf(&then, "perkara=%d/Pdt mulai=2026-02 iddah=3x%d ", i, 1000 + i);
		buf_printf(&now, "perkara=%d/Pdt mulai=2026-02 iddah=3x%d ", i, 1000 + i);
	}
	buf_char(&then, '\0');
	buf_char(&now, '\0');
	tell(&t, then.ptr, now.ptr);
	says(&t.page, "Masih ada 3 putusan lain yang berubah; semuanya ada dalam rekonsiliasi.xml.");
	says(&t.page, "Hak baru Rp1.004");
	says_not(&t.page, "Hak baru Rp1.003");
	if (strstr(t.page.ptr, "Hak baru Rp1.023") > strstr(t.page.ptr, "Hak baru Rp1.004"))
		fail_msg("the largest is not first");
	says(&t.xml, "<putusan nomor=\"1/Pdt\" sebelum=\"0\" sesudah=\"1001\">");
	forget(&t);
	buf_release(&then);
	buf_release(&now);
}

/* Without a month before there is no such section. */
static void says_nothing_of_a_first_month(void **state)
{
	struct told t;
	struct buf page = { 0 };

	(void)state;
	tell(&t, "gaji=6000000 " ONE "iddah=3", "P=2026-02 gaji=9000000 " ONE "iddah=3");
	t.report.bridge = NULL;
	assert_int_equal(page_write(&t.report, &t.extras, &page), STATUS_OK);
	buf_char(&page, '\0');
	says_not(&page, "jembatan");
	buf_release(&page);
	forget(&t);
}

/* Totals that jumped stand in the list of what needs a look with their amounts. */
static void says_totals_that_jump(void **state)
{
	struct told t;
	struct buf page = { 0 };

	(void)state;
	tell(&t, "gaji=6000000 " ONE "iddah=3", "P=2026-02 gaji=6000000 " ONE "iddah=3");
	findings_add(&t.p->now->findings, &(struct finding){
		.code = N0715_TOTAL_JUMPS, .file = SLICE("gaji.csv"), .value = SLICE("kotor Rp9"), .detail = SLICE("kotor Rp6"),
	});
	assert_int_equal(page_write(&t.report, &t.extras, &page), STATUS_OK);
	buf_char(&page, '\0');
	says(&page, "<td>gaji.csv: kotor Rp9, bulan lalu kotor Rp6</td>");
	says(&page, "1 hal cukup diperhatikan");
	buf_release(&page);
	forget(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_the_bridge),
		cmocka_unit_test(says_that_nothing_moved),
		cmocka_unit_test(says_accounts_that_changed),
		cmocka_unit_test(shows_twenty),
		cmocka_unit_test(says_nothing_of_a_first_month),
		cmocka_unit_test(says_totals_that_jump),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
