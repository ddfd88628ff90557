/* The page as a document: well-formed whatever the inputs hold, without script or anything from outside, the same bytes
 * each time, and nothing of an input as markup or formula. */
#define office law_office /* the tests' own office of words; the page has an office, too */
#include "../law/office.h"
#undef office

#include <nafkah/page.h>
#include <nafkah/register_paper.h>
#include <nafkah/stake.h>

#include <libxml/parser.h>

#include <stdio.h>

#define HOSTILE "=cmd|' /C calc'!A0 <script>alert(1)</script> \"x\" &amp; \xe2\x80\xae\x1b\xff"

struct month_of_one {
	struct law_office *o;
	struct report_file file;
	struct report_department department;
	struct report_check check;
	struct transfers transfers;
	struct remainders remainders;
	struct calendar calendar;
	struct report report;
	struct page_extras extras;
	struct office office;
	struct page_previous previous;
};

static void open_month(struct month_of_one *m, const char *words)
{
	size_t count;

	*m = (struct month_of_one){ .o = office_open(words) };
	m->o->rules.title = m->o->rules.id = SLICE("aturan");
	m->o->rules.version = m->o->rules.reviewed_until = m->o->law.period;
	assert_int_equal(law_person(&m->o->law, m->o->person), STATUS_OK);
	assert_int_equal(stake_of_person(&m->o->law, m->o->person), STATUS_OK);
	assert_int_equal(remainders_of_person(&m->o->law, m->o->person, &m->remainders), STATUS_OK);
	m->report.cases = cases_in_order(&m->o->arena, &m->o->roster, &count);
	m->report.case_count = count;
	assert_int_equal(calendar_build(&m->o->arena, &m->o->rules, m->o->law.period, m->report.cases, count, &m->calendar), STATUS_OK);
	m->report.calendar = &m->calendar;
	assert_int_equal(transfers_build(&m->o->arena, &m->o->roster, &m->o->rules, m->o->law.period, &m->transfers),
	                 STATUS_OK);
	m->file = (struct report_file){ .name = SLICE("gaji.csv"), .rows = 1, .changed = 1, .net = m->o->rows[0].net,
	                                .taken = m->transfers.total };
	assert_true(money_sub(m->file.net, money_from_rupiah(m->file.taken), &m->file.net_after));
	m->department = (struct report_department){ .name = SLICE("DINAS"), .rows = 1, .net = m->file.net,
	                                            .net_after = m->file.net_after, .taken = m->file.taken };
	m->check = (struct report_check){ "NIP", 1, 0 };
	m->report.period = m->o->law.period;
	m->report.rules = &m->o->rules;
	m->report.files = &m->file;
	m->report.departments = &m->department;
	m->report.checks = &m->check;
	m->report.file_count = m->report.department_count = m->report.check_count = 1;
	m->report.transfers = &m->transfers;
	m->report.findings = &m->o->findings;
	m->extras = (struct page_extras){ .remainders = &m->remainders, .rulings_file = SLICE("putusan.xml"),
	                                  .court = SLICE("PA"), .rulings_dated = { 2026, 1, 5 }, .program = SLICE("nafkah") };
}

static void close_month(struct month_of_one *m)
{
	remainders_release(&m->remainders);
	office_close(m->o);
}

/* Puts `text` wherever an input could have put it. */
static void poison(struct month_of_one *m, struct slice text)
{
	m->file.name = m->department.name = m->extras.rulings_file = m->extras.court = m->extras.program = text;
	m->o->rules.title = m->o->rules.id = m->o->rules.words[0].value = m->o->rules.words[0].law = text;
	for (size_t i = 0; i < m->o->rulings.count; i++) {
		struct ruling *r = m->o->rulings.items[i];

		r->number = r->asn_name = r->ex.name = r->ex.account.bank = r->ex.account.number = r->ex.account.holder = text;
		for (size_t k = 0; k < r->child_count; k++)
			r->children[k].name = r->children[k].account.number = text;
	}
	for (size_t i = 0; i < m->o->findings.count; i++) {
		struct finding *f = &m->o->findings.items[i];

		f->perkara = f->file = f->column = f->value = f->detail = text;
	}
	m->office = (struct office){ .name = text, .lines = { text, SLICE("kop") }, .line_count = 2,
	                             .officials = { { text, text, 0 } }, .official_count = 1,
	                             .account = { .stated = true, .possible = true, .bank = text, .number = text,
	                                          .holder = text } };
	m->extras.office = &m->office;
}

/* ---- what the document is ---- */

struct tally {
	size_t elements, scripts, outside, formulas, without_scope;
	bool hostile_as_text;
};

static void judge_attributes(const xmlNode *n, struct tally *t)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		const char *name = (const char *)a->name, *value = a->children != NULL ? (const char *)a->children->content : "";

		if (name[0] == 'o' && name[1] == 'n')
			t->scripts++;
		if (strcmp(name, "src") == 0 || (strcmp(name, "href") == 0 && value[0] != '#') || strcmp(name, "style") == 0)
			t->outside++;
	}
}

static void judge(const xmlNode *n, struct tally *t)
{
	for (; n != NULL; n = n->next) {
		const char *name = (const char *)n->name;

		if (n->type == XML_TEXT_NODE) {
			const char *text = (const char *)n->content;

			t->hostile_as_text = t->hostile_as_text || strstr(text, "<script>alert(1)</script>") != NULL;
			t->formulas += strchr("=+@\t\r", text[0]) != NULL && text[0] != '\0' ? 1 : 0;
			continue;
		}
		t->elements++;
		if (strcmp(name, "script") == 0 || strcmp(name, "iframe") == 0 || strcmp(name, "object") == 0)
			t->scripts++;
		if (strcmp(name, "img") == 0 || strcmp(name, "link") == 0)
			t->outside++;
		if (strcmp(name, "th") == 0 && xmlHasProp(n, (const xmlChar *)"scope") == NULL)
			t->without_scope++;
		judge_attributes(n, t);
		judge(n->children, t);
	}
}

static struct tally write_and_judge(const struct month_of_one *m, struct buf *out)
{
	struct tally t = { 0 };
	xmlDoc *doc;

	assert_int_equal(page_write(&m->report, &m->extras, out), STATUS_OK);
	doc = xmlReadMemory(out->ptr, (int)out->len, "page", NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	judge(xmlDocGetRootElement(doc), &t);
	xmlFreeDoc(doc);
	assert_int_equal(t.scripts, 0);
	assert_int_equal(t.outside, 0);
	assert_int_equal(t.without_scope, 0);
	return t;
}

static const char *const months[] = {
	"gaji=6000000 perkara=1/Pdt iddah=3",
	"gaji=8000000 perkara=1/Pdt anak=a:2015-01-01 anak=b:2016-01-01 nafkah=1000001 iddah=3 perkara=2/Pdt rek=- iddah=3",
	"gaji=600000 perkara=1/Pdt iddah=3x1000000 mutah=13x5 @iddah=2025-12:70 perkara=2/Pdt suami iddah=3",
	"perkara=1/Pdt iddah=3 anak=a:2015-01-01:ayah nafkah=500000",
	"gaji=1-2 perkara=1/Pdt iddah=3x1000000",
	"gaji=6000000 perkara=1/Pdt status=putus iddah=3",
	"gaji=6000000 perkara=1/Pdt",
};

static void is_a_document(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
		struct month_of_one m;
		struct buf once = { 0 }, again = { 0 };

		open_month(&m, months[i]);
		m.previous = (struct page_previous){ m.report.period - 1, 5, 0, INT64_C(9000000000000000) };
		(void)write_and_judge(&m, &once);
		assert_int_equal(page_write(&m.report, &m.extras, &again), STATUS_OK);
		assert_true(slice_equal(buf_slice(&once), buf_slice(&again)));
		m.extras.previous = &m.previous;
		m.extras.second_part = true;
		buf_clear(&once);
		(void)write_and_judge(&m, &once);
		buf_release(&once);
		buf_release(&again);
		close_month(&m);
	}
}

static void hostile_texts_stay_texts(void **state)
{
	static const struct slice texts[] = {
		{ HOSTILE, sizeof HOSTILE - 1 }, { "\t=1", 3 }, { "\r@x", 3 }, { "a\0b", 3 }, { "", 0 }, { "-->]]></style>", 14 },
		{ "+\xef\xbf\xbf\xff", 5 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		for (size_t k = 0; k < sizeof months / sizeof *months; k++) {
			struct month_of_one m;
			struct buf out = { 0 };
			struct tally t;

			open_month(&m, months[k]);
			poison(&m, texts[i]);
			t = write_and_judge(&m, &out);
			assert_int_equal(t.formulas, 0);
			if (i == 0)
				assert_true(t.hostile_as_text);
			buf_release(&out);
			close_month(&m);
		}
	}
}

/* What a person must be able to read on it. */
static void says(const struct buf *page, const char *words)
{
	if (memmem(page->ptr, page->len, words, strlen(words)) == NULL)
		fail_msg("the page does not say: %s", words);
}

static void says_what_matters(void **state)
{
	struct month_of_one m;
	struct buf out = { 0 };

	(void)state;
	open_month(&m, "gaji=7000003 perkara=1/Pdt iddah=3 perkara=2/Pdt rek=- iddah=3");
	assert_int_equal(page_write(&m.report, &m.extras, &out), STATUS_OK);
	says(&out, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\"");
	says(&out, "<title>Rekonsiliasi potongan nafkah Januari 2026</title>");
	says(&out, "Rp1.750.001");
	says(&out, "(satu juta tujuh ratus lima puluh ribu satu rupiah)");
	says(&out, "1 ASN dipotong");
	says(&out, "Penerima belum mempunyai rekening");
	says(&out, "Pengadilan Agama");
	says(&out, "Rp1.750.000");
	says(&out, "seimbang");
	says(&out, "beberapa putusan berbagi satu porsi");
	assert_null(memmem(out.ptr, out.len, "TIDAK SEIMBANG", 14));
	buf_release(&out);
	close_month(&m);
}

/* Who is in no payroll is not held: nobody found him. */
static void not_found_is_not_held(void **state)
{
	struct month_of_one m;
	struct buf out = { 0 };

	(void)state;
	open_month(&m, "income-tpp=6000000 perkara=1/Pdt iddah=3x1000000");
	assert_int_equal(page_write(&m.report, &m.extras, &out), STATUS_OK);
	says(&out, "<h3>Ditahan</h3>\n<p class=\"besar\">Tidak ada</p>");
	says(&out, "Tidak ditemukan: 1 putusan, Rp1.000.000");
	says(&out, "Tidak ditemukan: ASN-nya tidak ada dalam daftar gaji");
	says(&out, "terutang bila ditemukan Rp1.000.000");
	says(&out, "BKPSDM 1");
	assert_null(memmem(out.ptr, out.len, "Semua hak", 9));
	assert_null(memmem(out.ptr, out.len, "Ditahan:", 8));
	assert_null(memmem(out.ptr, out.len, "Jumlah yang ditahan", 19));
	assert_null(memmem(out.ptr, out.len, "tertahan", 8));
	buf_release(&out);
	close_month(&m);
}

/* The calendar: each kind of event in words, and what an empty year says. */
static void says_what_is_to_come(void **state)
{
	static const struct {
		const char *given, *said[6];
	} years[] = {
		{ "gaji=6000000 perkara=1/Pdt konf=2030-01-01 bagian-gaji",
		  { "Februari 2026 sampai Januari 2027", "Tidak ada hak yang mulai, berakhir, atau naik, dan tidak ada konfirmasi" } },
		{ "gaji=6000000 perkara=1/Pdt iddah=3 mutah=2x100 lampau=2",
		  { "Maret 2026</th>", "Nafkah iddah</td><td>bulan terakhir: masa hak habis", "Mut’ah</td><td>hak mulai",
		    "hak mulai</td><td class=\"n\">–</td><td class=\"n\">Rp100</td></tr>" } },
		{ "gaji=6000000 perkara=1/Pdt kawin=2026-05-05 bagian-gaji", { "bulan terakhir: kawin lagi" } },
		{ "gaji=6000000 perkara=1/Pdt bagian-gaji selesai=2026-05-05", { "bulan terakhir: rujuk" } },
		{ "gaji=6000000 perkara=1/Pdt anak=a:2005-08-31 anak=b:2005-09-01:sekolah nafkah",
		  { "genap 21 tahun pada 31 Agustus 2026: bulan terakhir", "tulis sekolah=&quot;ya&quot; dalam berkas putusan: batasnya menjadi 25 tahun",
		    "genap 21 tahun pada 1 September 2026; hak berlanjut sampai 25 tahun karena sekolah" } },
		{ "gaji=6000000 perkara=1/Pdt anak=a:2005-08-31 anak=b:2015-08-31 nafkah=1000+10",
		  { "dibagi ulang: hak anak lain sudah berakhir", "kenaikan tahunan 10%", "Rp1.000</td><td class=\"n\">Rp1.100" } },
		{ "gaji=6000000 perkara=1/Pdt bht=2024-05-05 mulai=2025-01 sampai=2025-12 bagian-gaji anak=a:2015-08-31 anak=b:2016-01-01 nafkah=5",
		  { "Belum menikah lagi: ", ". Masih tanggungan: a, b</td>", "konfirmasi sudah lewat, jatuh tempo 5 Mei 2025" } },
		{ "gaji=6000000 perkara=1/Pdt bagian-gaji", { "konfirmasi jatuh tempo 10 Desember 2026" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
		struct month_of_one m;
		struct buf out = { 0 };

		open_month(&m, years[i].given);
		(void)write_and_judge(&m, &out);
		says(&out, "<h2>Kalender dua belas bulan</h2>");
		for (size_t k = 0; k < 6 && years[i].said[k] != NULL; k++)
			says(&out, years[i].said[k]);
		buf_release(&out);
		close_month(&m);
	}
}

/* A page that does not balance must not look as if it did. */
static void says_when_it_does_not_balance(void **state)
{
	struct month_of_one m;
	struct buf out = { 0 };

	(void)state;
	open_month(&m, months[0]);
	m.file.net_after.sen += 1;
	assert_int_equal(page_write(&m.report, &m.extras, &out), STATUS_OK);
	says(&out, "TIDAK SEIMBANG");
	buf_release(&out);
	close_month(&m);
}

static void sums_beyond_64_bits_fail(void **state)
{
	struct month_of_one m;
	struct buf out = { 0 };

	(void)state;
	open_month(&m, "gaji=6000000 perkara=1/Pdt iddah=3 perkara=2/Pdt iddah=3");
	m.o->person->lines[0].sum.arrears = m.o->person->lines[1].sum.arrears = INT64_MAX;
	assert_int_equal(page_write(&m.report, &m.extras, &out), STATUS_FAIL);
	buf_release(&out);
	close_month(&m);
}

/* What depends on the machine is not part of the month; what verify, statement and the bank's answer bring comes after it.
 * Everything else that a page can hold has its words, the attachment to a transfer included. */
static void every_code_has_an_office(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (unsigned c = 0; c < CODE_COUNT; c++) {
		enum level level = code_level((enum code)c);
		bool later = (c >= N0751_SEALED_OTHERWISE && c <= N0774_STATEMENT_PERIOD_TWICE) || c >= N1041_RETURN_FORMAT_UNKNOWN;
		bool reported = level <= LEVEL_TAHAN && !later && c != N0906_LEFTOVER && c != N0908_LEFTOVER_KEPT;

		if ((code_office((enum code)c) != NULL) != reported || (code_label((enum code)c) != NULL) != reported) {
			print_error("%s: %s\n", code_name((enum code)c), reported ? "no office or label" : "never on a page");
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_a_document),
		cmocka_unit_test(hostile_texts_stay_texts),
		cmocka_unit_test(says_what_matters),
		cmocka_unit_test(not_found_is_not_held),
		cmocka_unit_test(says_what_is_to_come),
		cmocka_unit_test(says_when_it_does_not_balance),
		cmocka_unit_test(sums_beyond_64_bits_fail),
		cmocka_unit_test(every_code_has_an_office),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
