/* A statement as text and as a page: what each month says, the check of the sums, and hostile texts that stay texts. */
#include <nafkah/statement.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <libxml/parser.h>

#define HOSTILE "=cmd|' /C calc'!A0 <script>alert(1)</script> \"x\" &amp; \xe2\x80\xae\x1b\xff"
#define JAN (12 * 2026)

/* Two lines over four months: given, never run, absent, provisional. */
struct case_of_two {
	struct child child;
	struct award awards[2];
	struct ruling ruling;
	const struct ruling *entries[1];
	struct register_row rows[4];
	const struct register_row *by_line[2][2];
	struct statement_line lines[2];
	struct statement_month months[4];
	struct statement s;
};

static void open_case(struct case_of_two *c)
{
	*c = (struct case_of_two){ .child = { .id = SLICE("a1"), .name = SLICE("RANI"), .born = { 2015, 6, 1 } } };
	c->awards[0] = (struct award){ .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 1500000, .raise = 10, .child = &c->child };
	c->awards[1] = (struct award){ .hak = HAK_MUTAH, .cara = CARA_NOMINAL, .lump = 18000000, .months = 12, .paid_before = 6000000 };
	c->ruling = (struct ruling){
		.number = SLICE("1/Pdt.G/2025/PA.X"), .nip = UINT64_C(198503122010011005), .asn_name = SLICE("BUDI SANTOSO"),
		.ex = { .name = SLICE("SITI"), .nik = SLICE("6474015708900003"),
		        .account = { .stated = true, .bank = SLICE("124"), .number = SLICE("0012345678") } },
		.children = &c->child, .child_count = 1, .awards = c->awards, .award_count = 2, .status = RULING_BHT,
		.dates = { .ruled = { 2025, 10, 2 }, .start = JAN },
	};
	c->entries[0] = &c->ruling;
	c->rows[0] = (struct register_row){ .due = 1500000, .paid = 1000000, .opening.arrears = 500000, .status = LINE_SEBAGIAN };
	c->rows[1] = (struct register_row){ .status = LINE_DITAHAN, .cause = SLICE("N0631") };
	c->rows[2] = (struct register_row){ .opening_arrears = 700000, .due = 1650000, .paid = 1350000, .waiting = 1000000,
	                                    .status = LINE_SEBAGIAN };
	c->rows[3] = (struct register_row){ .status = LINE_SELESAI, .cause = SLICE("kawin-lagi") };
	for (size_t i = 0; i < 4; i++)
		c->by_line[i / 2][i % 2] = &c->rows[i];
	c->lines[0] = (struct statement_line){ .payee = SLICE("anak:a1"), .entry = 1, .hak = HAK_NAFKAH_ANAK };
	c->lines[1] = (struct statement_line){ .payee = SLICE("mantan"), .entry = 1, .hak = HAK_MUTAH };
	c->months[0] = (struct statement_month){ .month = JAN, .rows = c->by_line[0], .row_count = 2, .seal = SLICE("aa"),
		                                 .sums = { .due = 1500000, .paid = 1000000, .arrears = 500000 } };
	c->months[1] = (struct statement_month){ .month = JAN + 1, .state = MONTH_NOT_RUN };
	c->months[2] = (struct statement_month){ .month = JAN + 2, .state = MONTH_ABSENT };
	c->months[3] = (struct statement_month){
		.month = JAN + 3, .state = MONTH_PROVISIONAL, .more = KIND_TPP, .rows = c->by_line[1], .row_count = 2, .seal = SLICE("bb"),
		.sums = { .opening = 700000, .due = 1650000, .paid = 1350000, .waiting = 1000000 }, .jump = 200000,
	};
	c->s = (struct statement){
		.entries = c->entries, .entry_count = 1, .court = SLICE("PA X"), .dated = { 2026, 4, 5 }, .lines = c->lines,
		.line_count = 2, .months = c->months, .month_count = 4, .jumps = 200000,
		.total = { .due = 3150000, .paid = 2350000, .waiting = 1000000 },
	};
}

static void text_of(const struct case_of_two *c, enum lang lang, struct buf *out)
{
	assert_int_equal(statement_write_text(&c->s, lang, out), STATUS_OK);
	buf_char(out, '\0');
}

static void says(const struct buf *out, const char *text)
{
	if (strstr(out->ptr, text) != NULL)
		return;
	print_error("does not say: %s\n%s\n", text, out->ptr);
	fail();
}

static void says_not(const struct buf *out, const char *text)
{
	if (strstr(out->ptr, text) == NULL)
		return;
	print_error("says: %s\n%s\n", text, out->ptr);
	fail();
}

static void every_month_says_what_it_is(void **state)
{
	static const char *const words[LANG_COUNT][11] = {
		[LANG_ID] = { "SEMENTARA, menunggu bagian kedua April 2026 (tpp)", "tidak ada folder untuk bulan ini",
		              "bulan ini tidak pernah dijalankan", "Berubah tanpa folder", "700.000", "dibayar sebagian; ditahan",
		              "ditahan: Penerima belum mempunyai rekening (N0631, menunggu Pengadilan Agama)", "selesai: kawin lagi",
		              "Rp1.500.000 sebulan, naik 10 % setiap tahun", "Rp18.000.000, dicicil 12 bulan; Rp6.000.000 sudah dibayar",
		              "2 Oktober 2025" },
		[LANG_EN] = { "PROVISIONAL, awaiting the second part of April 2026 (tpp)", "there is no folder of this month",
		              "this month was never run", "Changed, no folder", "700.000", "paid in part; held",
		              "held: the payee has no account yet (N0631, waiting for Pengadilan Agama)", "over: remarriage",
		              "Rp1.500.000 a month, rising 10 % every year", "in 12 monthly instalments; Rp6.000.000 was paid before",
		              "2 October 2025" },
	};
	struct case_of_two c;

	(void)state;
	open_case(&c);
	for (unsigned lang = 0; lang < LANG_COUNT; lang++) {
		struct buf out = { 0 };

		text_of(&c, (enum lang)lang, &out);
		for (size_t i = 0; i < 11; i++)
			says(&out, words[lang][i]);
		says_not(&out, "0012345678");
		says_not(&out, "6474015708900003");
		buf_release(&out);
	}
}

static void sums_are_checked(void **state)
{
	static const struct { int64_t due, jumps, arrears; const char *says; } cases[] = {
		{ 3150000, 200000, 0, "Cocok: Rp3.350.000 = Rp3.350.000." },
		{ 3150000, 0, 0, "TIDAK COCOK: Rp3.150.000 dan Rp3.350.000." },
		{ 3150000, 200000, 1, "TIDAK COCOK: Rp3.350.000 dan Rp3.350.001." },
		{ 3150000, -200000, -400000, "Cocok: Rp2.950.000 = Rp2.950.000." },
		{ INT64_MAX, 200000, 0, "TIDAK COCOK" },
		{ 3150000, 200000, INT64_MAX, "TIDAK COCOK" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct case_of_two c;
		struct buf out = { 0 };

		open_case(&c);
		c.s.total.due = cases[i].due;
		c.s.jumps = cases[i].jumps;
		c.s.total.arrears = cases[i].arrears;
		text_of(&c, LANG_ID, &out);
		says(&out, cases[i].says);
		buf_release(&out);
	}
}

static void hostile_texts_stay_texts(void **state)
{
	struct case_of_two c;
	struct slice text = { HOSTILE, sizeof HOSTILE - 1 };

	(void)state;
	open_case(&c);
	c.ruling.number = c.ruling.asn_name = c.ruling.ex.name = c.child.name = c.child.id = c.s.court = text;
	c.lines[0].payee = SLICE("anak:" HOSTILE);
	c.rows[3].cause = text;
	for (unsigned lang = 0; lang < LANG_COUNT; lang++) {
		struct buf out = { 0 }, again = { 0 };
		xmlDoc *doc;

		assert_int_equal(statement_write_html(&c.s, (enum lang)lang, &out), STATUS_OK);
		assert_int_equal(statement_write_html(&c.s, (enum lang)lang, &again), STATUS_OK);
		assert_true(slice_equal(buf_slice(&out), buf_slice(&again)));
		doc = xmlReadMemory(out.ptr, (int)out.len, "page", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
		assert_non_null(doc);
		xmlFreeDoc(doc);
		buf_char(&out, '\0');
		says_not(&out, "<script");
		says_not(&out, "\x1b");
		says_not(&out, ">=cmd");
		buf_release(&out);
		text_of(&c, (enum lang)lang, &again);
		says_not(&again, "\x1b");
		buf_release(&again);
	}
}

/* A ruling without awards: months and a status, no table of lines. */
static void nothing_due_is_said(void **state)
{
	struct case_of_two c;
	struct buf out = { 0 };

	(void)state;
	open_case(&c);
	c.lines[0] = (struct statement_line){ .entry = 1, .bare = true };
	c.rows[0] = (struct register_row){ .status = LINE_BELUM_BHT };
	c.months[0].sums = c.s.total = (struct statement_sums){ 0 };
	c.months[0].row_count = c.s.line_count = c.s.month_count = 1;
	c.s.jumps = 0;
	text_of(&c, LANG_ID, &out);
	says(&out, "belum berkekuatan hukum tetap");
	says(&out, "Cocok: Rp0 = Rp0.");
	says_not(&out, "Jumlah per hak");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_month_says_what_it_is),
		cmocka_unit_test(sums_are_checked),
		cmocka_unit_test(hostile_texts_stay_texts),
		cmocka_unit_test(nothing_due_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
