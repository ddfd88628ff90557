/* The calendar as data: <kalender> of rekonsiliasi.xml, and its sheet. What the year brings is the law's
 * (tests/unit/law/calendar_test.c). */
#include "../law/office.h"
#include "workbook_text.h"

#include <nafkah/lists.h>
#include <nafkah/register_paper.h>

#define GIVEN \
	"gaji=9000000 perkara=1/Pdt kawin=2026-05-05 iddah=3 mutah=12x100000 anak=a1:2005-08-31 " \
	"anak=a2:2015-06-01:konf/2025-12-30 nafkah=1000001+10 perkara=2/Pdt bht=2024-02-29 mulai=2024-03 sampai=2025-12 bagian-gaji"

static void fill(struct office *o, struct calendar *calendar, struct transfers *transfers, struct report *report)
{
	size_t count;

	o->rules.title = o->rules.id = SLICE("aturan");
	o->rules.version = o->law.period;
	assert_int_equal(law_person(&o->law, o->person), STATUS_OK);
	*report = (struct report){ .period = o->law.period, .rules = &o->rules, .transfers = transfers,
	                           .findings = &o->findings, .calendar = calendar };
	report->cases = cases_in_order(&o->arena, &o->roster, &count);
	report->case_count = count;
	assert_int_equal(calendar_build(&o->arena, &o->rules, o->law.period, report->cases, count, calendar), STATUS_OK);
}

static void says(const struct buf *out, const char *words, bool expected)
{
	if ((memmem(out->ptr, out->len, words, strlen(words)) != NULL) != expected)
		fail_msg("%s: %s", expected ? "not said" : "said", words);
}

#define EVENT(month, kind, number) "<peristiwa bulan=\"" month "\" jenis=\"" kind "\" nomor=\"" number "\" "
#define OF(child) "hak=\"nafkah-anak\" penerima=\"anak:" child "\" "

static void each_event_is_an_element(void **state)
{
	static const char *const lines[] = {
		"<kalender sampai=\"2027-01\">",
		EVENT("2026-02", "konfirmasi", "2/Pdt") "penerima=\"mantan\" tanggal=\"2025-02-28\" sebab=\"terlambat\"/>",
		EVENT("2026-03", "berakhir", "1/Pdt") "hak=\"iddah\" penerima=\"mantan\" sebab=\"masa-habis\"/>",
		EVENT("2026-04", "mulai", "1/Pdt") "hak=\"mutah\" penerima=\"mantan\" sesudah=\"100000\"/>",
		EVENT("2026-08", "usia", "1/Pdt") OF("a1") "tanggal=\"2026-08-31\" usia=\"21\" sebelum=\"500001\" sebab=\"usia\"/>",
		EVENT("2026-09", "kenaikan", "1/Pdt") OF("a2") "sebelum=\"500000\" sesudah=\"1000001\" sebab=\"bagi-ulang\"/>",
		EVENT("2026-12", "konfirmasi", "1/Pdt") "penerima=\"anak:a2\" tanggal=\"2026-12-30\"/>",
		EVENT("2027-01", "kenaikan", "1/Pdt") OF("a2") "sebelum=\"1000001\" sesudah=\"1100001\" sebab=\"naik\"/>",
	};
	struct office *o = office_open(GIVEN);
	struct calendar calendar;
	struct transfers transfers = { 0 };
	struct report report;
	struct buf out = { 0 };

	(void)state;
	fill(o, &calendar, &transfers, &report);
	assert_int_equal(report_write_xml(&report, &out), STATUS_OK);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		says(&out, lines[i], true);
	assert_int_equal(calendar.count, sizeof lines / sizeof *lines - 1);

	calendar.count = 0;
	buf_clear(&out);
	assert_int_equal(report_write_xml(&report, &out), STATUS_OK);
	says(&out, "<kalender sampai=\"2027-01\"/>", true);
	says(&out, "<peristiwa", false);
	report.calendar = NULL;
	buf_clear(&out);
	assert_int_equal(report_write_xml(&report, &out), STATUS_OK);
	says(&out, "kalender", false);
	buf_release(&out);
	office_close(o);
}

static void the_sheet_says_the_same(void **state)
{
	static const char expected[] =
		"Bulan,Peristiwa,Nomor perkara,NIP,Hak,Penerima,Tanggal,Sebelum (Rp),Sesudah (Rp),Sebab\n"
		"2026-02,konfirmasi,2/Pdt,198503122010011005,,mantan,2025-02-28,,,terlambat\n"
		"2026-03,berakhir,1/Pdt,198503122010011005,iddah,mantan,,,,masa-habis\n"
		"2026-04,mulai,1/Pdt,198503122010011005,mutah,mantan,,,N100000\n"
		"2026-08,usia,1/Pdt,198503122010011005,nafkah-anak,a1,2026-08-31,N500001,,usia\n"
		"2026-09,kenaikan,1/Pdt,198503122010011005,nafkah-anak,a2,,N500000,N1000001,bagi-ulang\n"
		"2026-12,konfirmasi,1/Pdt,198503122010011005,,a2,2026-12-30\n"
		"2027-01,kenaikan,1/Pdt,198503122010011005,nafkah-anak,a2,,N1000001,N1100001,naik\n";
	struct office *o = office_open(GIVEN);
	struct calendar calendar;
	struct transfers transfers = { 0 };
	struct report report;
	struct lists l = { .rows = SLICE("heading\n"), .report = &report, .scratch = "/tmp" };
	struct findings findings = { 0 };
	struct buf out = { 0 }, text = { 0 };

	(void)state;
	fill(o, &calendar, &transfers, &report);
	assert_int_equal(lists_reconciliation(&l, &findings, &out), STATUS_OK);
	workbook_text(buf_slice(&out), "Kalender", true, &text);
	buf_char(&text, '\0');
	assert_string_equal(text.ptr, expected);
	findings_release(&findings);
	buf_release(&out);
	buf_release(&text);
	office_close(o);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_event_is_an_element),
		cmocka_unit_test(the_sheet_says_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
