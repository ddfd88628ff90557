/* An explanation says every figure of rare months, in both languages, and is a document whatever the inputs hold. That
 * what it says is right is proved by tests/explain, which computes it again. */
#include "../law/office.h"

#include "../../../src/paper/explain_private.h"

#include <libxml/parser.h>

#include <stdio.h>

/* ---- phrases ---- */

static unsigned places_in(const char *text)
{
	unsigned places = 0;

	for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{')) {
		assert_true(at[1] >= '1' && at[1] <= '9' && at[2] == '}');
		places |= 1U << (at[1] - '0');
	}
	return places;
}

static void phrases_are_complete(void **state)
{
	(void)state;
	for (unsigned p = 0; p < PHRASE_COUNT; p++) {
		const char *id = explain_phrase((enum phrase)p, LANG_ID), *en = explain_phrase((enum phrase)p, LANG_EN);

		if (id == NULL || en == NULL || id[0] == '\0' || en[0] == '\0' || places_in(id) != places_in(en))
			fail_msg("phrase %u: %s / %s", p, id, en);
		/* what comes before the first colon is the label of an item, in both languages or in neither */
		if ((strchr(id, ':') == NULL) != (strchr(en, ':') == NULL))
			fail_msg("phrase %u has a label in one language only: %s / %s", p, id, en);
	}
}

/* ---- a month in words ---- */

struct told {
	struct office *o;
	struct explain_file files[ROOM];
	struct explain_column columns[ROOM];
	struct explain_row rows[ROOM];
	struct transfers transfers;
	struct explanation given;
};

static void open_told(struct told *t, const char *words)
{
	*t = (struct told){ .o = office_open(words) };
	t->o->rules.id = t->o->rules.title = t->o->rulings.file = t->o->rulings.court = SLICE("uji");
	for (unsigned p = 0; p < PARAMETER_COUNT; p++)
		t->o->rules.words[p] = (struct parameter_words){ SLICE("nilai=\"uji\""), SLICE("dasar uji") };
	assert_int_equal(law_person(&t->o->law, t->o->person), STATUS_OK);
	assert_int_equal(transfers_build(&t->o->arena, &t->o->roster, &t->o->rules, t->o->law.period, &t->transfers),
	                 STATUS_OK);
	for (size_t i = 0; i < t->o->person->row_count; i++) {
		const struct pay_row *row = &t->o->person->rows[i];

		t->files[i] = (struct explain_file){ .name = SLICE("gaji.csv"), .layout = SLICE("uji"), .kind = row->kind,
		                                     .adjusted = row->adjusted, .gross = SLICE("KOTOR"), .cuts = SLICE("POTONGAN"),
		                                     .net = SLICE("BERSIH"), .count_column = SLICE("KD"), .count_value = SLICE("1") };
		t->columns[i] = (struct explain_column){ SLICE("PHUTANG"), row->voluntary };
		t->rows[i] = (struct explain_row){ &t->columns[i], 1 };
	}
	t->given = (struct explanation){ .person = t->o->person, .law = &t->o->law, .rulings = &t->o->rulings,
	                                 .rules_file = SLICE("uji.xml"), .files = t->files,
	                                 .file_count = t->o->person->row_count, .rows = t->rows, .transfers = &t->transfers, .findings = &t->o->findings };
}

/* Wrapped sentences in one line. */
static char *text_of(struct told *t, enum lang lang)
{
	struct buf out = { 0 };

	t->given.lang = lang;
	assert_int_equal(explain_write_text(&t->given, &out), STATUS_OK);
	buf_char(&out, '\0');
	return out.ptr;
}

static void months_say_how_they_came_about(void **state)
{
	static const struct {
		const char *why, *words, *said[6];
	} months[] = {
		{ "sen, and a share that does not come out even", "gaji=6000001-1000000+300000 perkara=1/Pdt iddah=3",
		  { "    penghasilan (bersih + potongan sukarela): Rp5.000.001 + Rp300.000 = Rp5.300.001\n",
		    "    porsi ASN: Rp5.300.001 x 1/2 = Rp2.650.000,50 dibulatkan ke atas menjadi Rp2.650.001\n",
		    "    porsi mantan istri: Rp5.300.001 x 1/2 = Rp2.650.000,50 dibulatkan ke bawah menjadi Rp2.650.000\n",
		    "    potongan sukarela, kolom PHUTANG: Rp300.000\n" } },
		{ "a larger unit", "satuan=1000 gaji=10000000 perkara=1/Pdt anak=a:2015-01-01 nafkah",
		  { "= Rp3.333.333,33… dibulatkan ke bawah (kelipatan Rp1.000) menjadi Rp3.333.000; Rp3.333.000 : 1 anak" } },
		{ "without a limit", "batas=tanpa gaji=1000000 perkara=1/Pdt iddah=3x900000",
		  { "    batas menurut porsi: tidak ada\n", "    batas potongan, yang tersedia: Rp1.000.000\n" } },
		{ "the income that the judge found", "bulan-dasar=putusan gaji=5000000 perkara=1/Pdt penghasilan=8000000 iddah=3",
		  { "terbesar: Rp8.000.000\n", "    [1] iddah: Rp8.000.000 x 1/2 = Rp4.000.000\n",
		    "Yang mengikat: porsi ASN (T)." } },
		{ "gross pay, and pay below zero", "dasar=kotor gaji=100-200 perkara=1/Pdt iddah=3x50",
		  { "    penghasilan (kotor): Rp100\n", "-Rp100 kurang dari nol, jadi Rp0\n", "    bersih, kolom BERSIH: -Rp100\n",
		    "    tidak dibayar, sisa batas: Rp0\n" } },
		{ "a base below zero", "dasar=bersih gaji=100-200 perkara=1/Pdt iddah=3",
		  { "    B: -Rp100\n    B, karena kurang dari nol: Rp0\n" } },
		{ "a row that does not count", "gaji=9000000 gaji=500 row-uncounted perkara=1/Pdt iddah=3",
		  { "Tidak dihitung: hanya baris dengan KD bernilai 1 yang dihitung.", "    B: Rp9.000.000\n" } },
		{ "a yearly rise, floored each time", "P=2028-02 gaji=90000000 perkara=1/Pdt bht=2025-12-10 sampai=2028-01 "
		  "anak=a:2015-01-01 nafkah-a=1000001+15",
		  { "    [1] nafkah-anak a: Rp1.000.001 x 115/100 = Rp1.150.001,15 dibulatkan ke bawah menjadi Rp1.150.001; "
		    "Rp1.150.001 x 115/100 = Rp1.322.501,15 dibulatkan ke bawah menjadi Rp1.322.501\n" } },
		{ "a stopped child's part that returns", "anak-berhenti=kembali gaji=9000000 perkara=1/Pdt "
		  "anak=a:2000-01-01 anak=b:2015-01-01 nafkah",
		  { "    [1] nafkah-anak a: Rp0, di luar bulan yang menjadi hak\n",
		    ": 2 anak = Rp1.500.000 sisa 0, untuk anak ke-2" } },
		{ "a child with the father keeps his part", "gaji=9000000 perkara=1/Pdt anak=a:2015-01-01:ayah nafkah",
		  { "(disimpan ASN)", "    disimpan ASN, mengurangi batas: Rp3.000.000\n",
		    "    dikurangi yang disimpan ASN: Rp6.000.000 - Rp3.000.000 = Rp3.000.000\n" } },
		{ "an award that was paid before", "gaji=9000000 perkara=1/Pdt iddah=3 mutah=6000000/3-6000000",
		  { "Sudah lunas sebelum mulai; tidak ada angsuran.", "    bulan yang menjadi hak: tidak ada bulan\n" } },
		{ "missed months that are alike are said once",
		  "P=2026-06 gaji=9000000 perkara=1/Pdt sampai=2025-12 iddah=3x100 mutah=2x70",
		  { "  2026-01 sampai 2026-02 (2 bulan yang terlewat)\n", "  2026-03 (1 bulan", "  2026-06 (bulan ini)\n",
		    "susulan untuk bulan yang terlewat: 2 x Rp100 + 1 x Rp100 = Rp300\n" } },
		{ "a held line", "gaji=9000000 perkara=1/Pdt rek=- iddah=3x100 anak=a:2015-01-01:rek/124/123456 nafkah=50",
		  { "    ditahan: N0631, tidak ada potongan dan transfer\n", "! N0631 Penerima \"mantan\" belum mempunyai rekening.",
		    "    [2] iddah: angsuran Rp100 (ditahan, tidak dibukukan)\n" } },
		{ "all lines held", "gaji=9000000 perkara=1/Pdt rek=- iddah=3x100",
		  { "tetapi semua haknya ditahan", "Tidak ada yang harus dibayar." } },
		{ "a ruling that is held", "gaji=9000000 perkara=1/Pdt suami iddah=3x100",
		  { "Putusan ini ditahan (N0604)", "! N0604 Mantan tertulis sebagai suami", "2. PENGHASILAN DASAR (B)\n" } },
		{ "not final", "gaji=9000000 perkara=1/Pdt status=banding iddah=3", { "belum final: statusnya banding." } },
		{ "final later", "gaji=9000000 perkara=1/Pdt bht=2026-02-01 iddah=3", { "baru final pada 2026-02-01" } },
		{ "not started", "gaji=9000000 perkara=1/Pdt mulai=2026-03 iddah=3", { "Potongan baru mulai 2026-03." } },
		{ "over", "gaji=9000000 perkara=1/Pdt sampai=2026-03 iddah=3", { "Semua bulan dari setiap hak sudah dibukukan" } },
		{ "in no payroll", "perkara=1/Pdt iddah=3", { "lihat temuan N0610.", "N0610 NIP ASN ini tidak ada" } },
		{ "written off", "P=2026-03 gaji=9000000 perkara=1/Pdt sampai=2026-01 selesai=2026-02-01 hapus iddah=3x100 "
		  "@iddah=2026-02:70:nominal:3x100",
		  { "    dihapus: Rp70 karena rujuk\n", "    tunggakan yang ditagih: Rp70 + Rp0 - Rp70 = Rp0\n" } },
		{ "two rulings share", "gaji=9000000 perkara=1/Pdt iddah=3 perkara=2/Pdt mutah=3",
		  { "    terhadap porsinya: Rp9.000.000 lebih dari Rp4.500.000, jadi Rp4.500.000 dibagi sebanding\n",
		    "    [1] iddah: Rp4.500.000 x Rp4.500.000 : Rp9.000.000 = Rp2.250.000 sisa 0\n" } },
		{ "an odd rupiah of a tier", "gaji=201 perkara=1/Pdt iddah=3x100 perkara=2/Pdt mutah=3x100",
		  { "= Rp50 sisa 0\n", "tidak muat: Rp200 lebih dari Rp100" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
		struct told t;
		char *text;

		open_told(&t, months[i].words);
		text = text_of(&t, LANG_ID);
		for (size_t k = 0; k < 6 && months[i].said[k] != NULL; k++) {
			if (strstr(text, months[i].said[k]) == NULL)
				fail_msg("%s: not said: %s\n%s", months[i].why, months[i].said[k], text);
		}
		free(text);
		office_close(t.o);
	}
}

/* ---- both languages, and the page ---- */

static const char *const rich = "gaji=9000001-100+50 tpp=70 perkara=1/Pdt anak=a:2015-01-01 anak=b:2016-01-01:ayah "
                                "anak=c:2017-01-01:wali nafkah iddah=3x1000000 mutah=9000000/13-70 "
                                "perkara=2/Pdt rek=- iddah=3 perkara=3/Pdt status=putus iddah=3 perkara=4/Pdt suami iddah=3";

static size_t count_lines(const char *text)
{
	size_t lines = 0;

	for (; *text != '\0'; text++)
		lines += strncmp(text, "\n    ", 5) == 0 && text[5] != ' ' ? 1 : 0;
	return lines;
}

static void english_says_as_much(void **state)
{
	struct told t;
	char *id, *en;

	(void)state;
	open_told(&t, "gaji=9000000 perkara=1/Pdt iddah=3x1000000");
	id = text_of(&t, LANG_ID);
	en = text_of(&t, LANG_EN);
	assert_true(count_lines(id) > 40);
	assert_non_null(strstr(en, "    share of the ASN: Rp9.000.000 x 1/2 = Rp4.500.000\n"));
	assert_null(strstr(en, "dibulatkan"));
	assert_null(strstr(en, "Dasar"));
	free(id);
	free(en);
	office_close(t.o);
}

struct seen {
	size_t rows, sections, scripts, headings;
};

static void look(const xmlNode *n, struct seen *s)
{
	for (; n != NULL; n = n->next) {
		const char *name = n->type == XML_ELEMENT_NODE ? (const char *)n->name : "";

		s->rows += strcmp(name, "tr") == 0 ? 1 : 0;
		s->sections += strcmp(name, "section") == 0 ? 1 : 0;
		s->headings += strcmp(name, "h3") == 0 ? 1 : 0;
		s->scripts += strcmp(name, "script") == 0 || strcmp(name, "img") == 0 || strcmp(name, "a") == 0 ||
		                      strcmp(name, "link") == 0
		                      ? 1
		                      : 0;
		if (n->type == XML_ELEMENT_NODE)
			look(n->children, s);
	}
}

static struct seen page_of(struct told *t)
{
	struct buf out = { 0 };
	struct seen s = { 0 };
	xmlDoc *doc;

	assert_int_equal(explain_write_html(&t->given, &out), STATUS_OK);
	doc = xmlReadMemory(out.ptr, (int)out.len, "page", NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	look(xmlDocGetRootElement(doc), &s);
	xmlFreeDoc(doc);
	buf_release(&out);
	return s;
}

#define HOSTILE "=cmd <script>alert(1)</script> \"x\" &amp; \xe2\x80\xae\x1b\xff"

static void hostile_texts_stay_texts(void **state)
{
	static const struct slice texts[] = {
		{ "plain", 5 }, { HOSTILE, sizeof HOSTILE - 1 }, { "\t=1", 3 }, { "a\0b", 3 }, { "", 0 }, { "-->]]></style>", 14 },
		{ "{1}{9}{", 7 }, { "a: b: c\n\n1. X", 13 },
	};
	size_t sections = 0;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct told t;
		struct seen s;
		char *text;

		open_told(&t, rich);
		for (size_t k = 0; k < t.o->rulings.count; k++) {
			struct ruling *r = t.o->rulings.items[k];

			r->asn_name = r->ex.name = r->ex.account.holder = texts[i];
			r->children = r->child_count > 0 ? r->children : NULL;
			for (size_t c = 0; c < r->child_count; c++)
				r->children[c].name = texts[i];
		}
		t.files[0].name = t.files[0].gross = t.o->rulings.court = t.o->rules.words[0].law = texts[i];
		s = page_of(&t);
		assert_int_equal(s.scripts, 0);
		sections = i == 0 ? s.sections : sections;
		assert_int_equal(s.sections, sections);
		text = text_of(&t, LANG_ID);
		for (const char *at = text; *at != '\0'; at++)
			if ((unsigned char)*at < 0x20 && *at != '\n')
				fail_msg("a control byte in the text: %d", *at);
		free(text);
		office_close(t.o);
	}
	assert_int_equal(sections, 12);
}

/* Nothing of a finding that names somebody else's ruling. */
/* An amount below zero is a figure, not a text that must be kept from being a formula; what only begins like one is a text. */
static void below_zero_is_a_figure(void **state)
{
	static const struct { const char *name, *shown; } names[] = {
		{ "-Rp1+cmd|' /C calc'!A0", "<td>&#39;" }, { "-Rp1+SUM(A1:A9)", "<td>&#39;" }, { "-Rp", "<td>&#39;" }, { "-RpA1", "<td>&#39;" },
		{ "-1", "<td>&#39;-1</td>" }, { "BUDI-Rp1", "<td>BUDI\xe2\x88\x92Rp1</td>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buf out = { 0 };
		struct told t;

		open_told(&t, "gaji=1-500000 tpp=6000000 perkara=1/Pdt iddah=3x1000000");
		t.o->rulings.items[0]->ex.name = slice_from_c(names[i].name);
		assert_int_equal(explain_write_html(&t.given, &out), STATUS_OK);
		assert_non_null(memmem(out.ptr, out.len, "<td>\xe2\x88\x92Rp", strlen("<td>\xe2\x88\x92Rp")));
		assert_null(memmem(out.ptr, out.len, "&#39;\xe2\x88\x92Rp5", strlen("&#39;\xe2\x88\x92Rp5")));
		if (memmem(out.ptr, out.len, names[i].shown, strlen(names[i].shown)) == NULL)
			fail_msg("%s is not shown as %s", names[i].name, names[i].shown);
		buf_release(&out);
		office_close(t.o);
	}
}

static void others_are_not_named(void **state)
{
	struct told t;
	char *text;

	(void)state;
	open_told(&t, "gaji=9000000 perkara=1/Pdt iddah=3");
	findings_add(&t.o->findings, &(struct finding){ .code = N0511_ACCOUNT_SHARED, .value = SLICE("0012345678"),
	                                               .detail = SLICE("77/Pdt"), .nip = SLICE("198503122010011005") });
	findings_add(&t.o->findings, &(struct finding){ .code = N0609_NAME_DIFFERS_SLIGHTLY, .value = SLICE("ORANG LAIN"),
	                                               .nip = SLICE("198503122010011006") });
	text = text_of(&t, LANG_ID);
	assert_non_null(strstr(text, "N0511"));
	assert_null(strstr(text, "77/Pdt"));
	assert_null(strstr(text, "ORANG LAIN"));
	free(text);
	office_close(t.o);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(phrases_are_complete),
		cmocka_unit_test(months_say_how_they_came_about),
		cmocka_unit_test(english_says_as_much),
		cmocka_unit_test(hostile_texts_stay_texts),
		cmocka_unit_test(below_zero_is_a_figure),
		cmocka_unit_test(others_are_not_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
