/* The attachment as a document: well-formed whatever the inputs hold, every payment in the table where it belongs, sums in
 * figures and words, and a trial that says so. */
#include <nafkah/payment_format.h>

#include <libxml/parser.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HOSTILE "=cmd|' /C calc'!A0 <script>alert(1)</script> \"x\" &amp; \xe2\x80\xae\x1b\xff"

enum { PAYMENTS = 4 };

struct sending {
	struct bank banks[2];
	struct bank_table table;
	struct payment_format format;
	struct office office;
	struct credit_transfer items[PAYMENTS];
	struct credit_transfers transfers;
	struct carried carried[PAYMENTS];
	struct payment_order order;
};

static void add(struct sending *s, enum kind kind, const char *bank, const char *account, int64_t amount, enum rail rail)
{
	size_t i = s->transfers.count++;
	struct credit_transfer *t = &s->items[i];

	*t = (struct credit_transfer){
		.no = i + 1, .key = SLICE("00000000000000000001"), .period = 12 * 2026 + 1, .kind = kind, .bank = slice_from_c(bank),
		.account = slice_from_c(account), .holder = SLICE("SITI"), .amount = amount, .number = SLICE("9/Pdt.G/2025/PA.X"),
	};
	s->carried[i] = (struct carried){ .transfer = t, .rail = rail, .holder = SLICE("SITI") };
}

static void open_sending(struct sending *s)
{
	memset(s, 0, sizeof *s);
	s->banks[0] = (struct bank){ .code = SLICE("002"), .name = SLICE("Bank Satu") };
	s->banks[1] = (struct bank){ .code = SLICE("124"), .name = SLICE("Bank Dua") };
	s->table = (struct bank_table){ .banks = s->banks, .bank_count = 2 };
	s->format.title = SLICE("Saluran X");
	s->format.rail_count = 1;
	s->office = (struct office){
		.name = SLICE("BPKAD"), .officials = { { SLICE("Bendahara"), SLICE("RINA"), 198211092006042902 } }, .official_count = 1,
		.account = { .stated = true, .possible = true, .bank = SLICE("124"), .number = SLICE("0010000901"), .holder = SLICE("RKUD") },
	};
	s->transfers.items = s->items;
	s->order = (struct payment_order){
		.transfers = &s->transfers, .format = &s->format, .banks = &s->table, .office = &s->office, .pay_date = { 2026, 2, 27 },
	};
	add(s, KIND_GAJI, "002", "00111", 1500000, RAIL_BI_FAST);
	add(s, KIND_GAJI, "124", "00222", 250000, RAIL_IN_HOUSE);
	add(s, KIND_TPP, "999", "00333", 77, RAIL_RTGS);
	add(s, KIND_TPP, "002", "00444", 1000, RAIL_BI_FAST);
}

/* ---- the document ---- */

struct tally {
	size_t scripts, outside, formulas, without_scope;
	bool hostile_as_text;
};

static void judge(const xmlNode *n, struct tally *t)
{
	for (; n != NULL; n = n->next) {
		const char *name = (const char *)n->name, *text = (const char *)n->content;

		if (n->type == XML_TEXT_NODE) {
			t->hostile_as_text = t->hostile_as_text || strstr(text, "<script>alert(1)</script>") != NULL;
			t->formulas += text[0] != '\0' && strchr("=+@\t\r", text[0]) != NULL ? 1 : 0;
			continue;
		}
		t->scripts += strcmp(name, "script") == 0 ? 1 : 0;
		t->outside += strcmp(name, "img") == 0 || strcmp(name, "link") == 0 || strcmp(name, "a") == 0 ? 1 : 0;
		t->without_scope += strcmp(name, "th") == 0 && xmlHasProp(n, (const xmlChar *)"scope") == NULL ? 1 : 0;
		judge(n->children, t);
	}
}

static const xmlNode *by_id(const xmlNode *n, const char *id)
{
	for (; n != NULL; n = n->next) {
		const xmlNode *found;

		for (const xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL; a != NULL; a = a->next)
			if (strcmp((const char *)a->name, "id") == 0 && strcmp((const char *)a->children->content, id) == 0)
				return n;
		found = by_id(n->children, id);
		if (found != NULL)
			return found;
	}
	return NULL;
}

static xmlDoc *write_document(const struct sending *s, bool trial, struct buf *out)
{
	struct tally t = { 0 };
	xmlDoc *doc;

	buf_clear(out);
	assert_int_equal(attachment_write(&s->order, s->carried, trial, SLICE("nafkah"), out), STATUS_OK);
	doc = xmlReadMemory(out->ptr, (int)out->len, "page", NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	judge(xmlDocGetRootElement(doc), &t);
	assert_int_equal(t.scripts, 0);
	assert_int_equal(t.outside, 0);
	assert_int_equal(t.formulas, 0);
	assert_int_equal(t.without_scope, 0);
	return doc;
}

/* What an element with an id says; empty where there is none. */
static char *said(const xmlDoc *doc, const char *id)
{
	const xmlNode *n = id != NULL ? by_id(xmlDocGetRootElement(doc), id) : xmlDocGetRootElement(doc);
	xmlChar *content = n != NULL ? xmlNodeGetContent(n) : xmlStrdup((const xmlChar *)"");

	assert_non_null(content);
	return (char *)content;
}

static void assert_says(const xmlDoc *doc, const char *id, const char *words, bool does)
{
	char *text = said(doc, id);
	bool is = strstr(text, words) != NULL;

	if (is != does)
		print_error("%s: \"%s\" in \"%s\"\n", id != NULL ? id : "page", words, text);
	assert_int_equal(is, does);
	xmlFree(text);
}

static size_t count_of(const struct buf *out, const char *text)
{
	struct slice rest = buf_slice(out), sought = slice_from_c(text);
	size_t count = 0;

	for (; rest.len > 0; rest = slice_sub(rest, 1, rest.len))
		count += slice_starts_with(rest, sought) ? 1 : 0;
	return count;
}

static void every_payment_is_listed_once(void **state)
{
	struct sending s;
	struct buf out = { 0 };
	xmlDoc *doc;

	(void)state;
	open_sending(&s);
	s.carried[2].held = true;
	s.carried[2].held_by = N1002_BANK_UNKNOWN;
	doc = write_document(&s, false, &out);
	for (size_t i = 0; i < PAYMENTS; i++) {
		assert_says(doc, "transfer", (const char *)s.items[i].account.ptr, i != 2);
		assert_says(doc, "ditahan", (const char *)s.items[i].account.ptr, i == 2);
	}
	assert_says(doc, "ditahan", "N1002", true);
	assert_says(doc, "ditahan", "Rp77", true);
	assert_says(doc, "transfer", "002 Bank Satu", true);
	assert_says(doc, "transfer", "124 Bank Dua", true);
	assert_says(doc, "transfer", "9/Pdt.G/2025/PA.X", true);
	assert_says(doc, "transfer", "BI-FAST", true);
	assert_says(doc, "transfer", "RTGS", false);
	xmlFreeDoc(doc);
	s.carried[2].held = false;
	doc = write_document(&s, false, &out);
	assert_null(by_id(xmlDocGetRootElement(doc), "ditahan"));
	assert_says(doc, "transfer", "RTGS 1 transfer, Rp77", true);
	xmlFreeDoc(doc);
	buf_release(&out);
}

static void the_sums_are_in_figures_and_words(void **state)
{
	struct sending s;
	struct buf out = { 0 };
	xmlDoc *doc;

	(void)state;
	open_sending(&s);
	s.carried[2].held = true;
	s.carried[2].held_by = N1002_BANK_UNKNOWN;
	doc = write_document(&s, false, &out);
	assert_says(doc, "transfer", "Jumlah 3 transfer", true);
	assert_says(doc, "transfer", "Rp1.751.000", true);
	assert_says(doc, "transfer", "Sesama bank 1 transfer, Rp250.000; BI-FAST 2 transfer, Rp1.501.000.", true);
	assert_says(doc, "ditahan", "Jumlah 1 transfer", true);
	assert_says(doc, "pengesahan", "3 baris sebesar Rp1.751.000 (satu juta tujuh ratus lima puluh satu ribu rupiah), disetujui "
	                               "untuk dibayarkan pada 27 Februari 2026.", true);
	assert_says(doc, NULL, "Terbilang: satu juta tujuh ratus lima puluh satu ribu rupiah.", true);
	assert_says(doc, NULL, "Gaji: satu juta tujuh ratus lima puluh ribu rupiah.", true);
	assert_says(doc, NULL, "TPP: seribu rupiah.", true);
	assert_says(doc, NULL, "Nomor SP2D", true);
	xmlFreeDoc(doc);
	buf_release(&out);
}

static void a_trial_says_so(void **state)
{
	struct sending s;
	struct buf out = { 0 };
	xmlDoc *doc;

	(void)state;
	open_sending(&s);
	doc = write_document(&s, true, &out);
	assert_says(doc, NULL, "UJI COBA — format ini belum diuji dengan bank", true);
	xmlFreeDoc(doc);
	doc = write_document(&s, false, &out);
	assert_says(doc, NULL, "UJI COBA", false);
	xmlFreeDoc(doc);
	buf_release(&out);
}

/* The name in the channel's file stands beside that of the list where they differ. */
static void a_shortened_name_is_shown(void **state)
{
	struct sending s;
	struct buf out = { 0 };
	xmlDoc *doc;

	(void)state;
	open_sending(&s);
	doc = write_document(&s, false, &out);
	assert_says(doc, NULL, "tertulis", false);
	xmlFreeDoc(doc);
	s.carried[0].holder = SLICE("SIT");
	s.carried[1].holder = (struct slice){ 0 };
	s.carried[1].held = true;
	s.carried[1].held_by = N1006_TEXT_DOES_NOT_FIT;
	doc = write_document(&s, false, &out);
	assert_says(doc, "transfer", "SITItertulis: SIT002", true);
	assert_says(doc, "ditahan", "tertulis", false);
	xmlFreeDoc(doc);
	buf_release(&out);
}

static void without_an_office_there_is_room_for_one(void **state)
{
	struct sending s;
	struct buf out = { 0 };
	xmlDoc *doc;

	(void)state;
	open_sending(&s);
	doc = write_document(&s, false, &out);
	assert_says(doc, NULL, "0010000901, bank 124 Bank Dua, atas nama RKUD", true);
	assert_says(doc, "pengesahan", "RINA", true);
	assert_int_equal(count_of(&out, "<header"), 1);
	xmlFreeDoc(doc);
	for (int i = 0; i < 2; i++) {
		s.office = (struct office){ 0 };
		s.order.office = i == 0 ? NULL : &s.office; /* without a name it is none */
		doc = write_document(&s, false, &out);
		assert_says(doc, NULL, "Rekening pembayar", false);
		assert_int_equal(count_of(&out, "<p class=\"jabatan garis\">"), 2);
		assert_int_equal(count_of(&out, "<header"), 0);
		xmlFreeDoc(doc);
	}
	buf_release(&out);
}

/* The first rail of the enumeration is not the way of a payment that nobody chose one for. */
static void without_rails_none_is_said(void **state)
{
	struct sending s;
	struct buf out = { 0 };
	xmlDoc *doc;

	(void)state;
	open_sending(&s);
	s.format.rail_count = 0;
	doc = write_document(&s, false, &out);
	assert_says(doc, NULL, "Menurut jalur", false);
	assert_says(doc, "transfer", "Sesama bank", false);
	assert_says(doc, "transfer", "Rp250.0009/Pdt.G/2025/PA.X–", true);
	xmlFreeDoc(doc);
	buf_release(&out);
}

/* All held, or a list of nothing. */
static void nothing_may_be_carried(void **state)
{
	struct sending s;
	struct buf out = { 0 };
	xmlDoc *doc;

	(void)state;
	open_sending(&s);
	for (size_t i = 0; i < PAYMENTS; i++) {
		s.carried[i].held = true;
		s.carried[i].held_by = N1002_BANK_UNKNOWN;
	}
	doc = write_document(&s, false, &out);
	assert_says(doc, "transfer", "Jumlah 0 transferRp0", true);
	assert_says(doc, "ditahan", "Rp1.751.077", true);
	xmlFreeDoc(doc);
	s.transfers.count = 0;
	xmlFreeDoc(write_document(&s, false, &out));
	buf_release(&out);
}

static void hostile_texts_stay_texts(void **state)
{
	static const struct slice texts[] = {
		{ HOSTILE, sizeof HOSTILE - 1 }, { "\t=1", 3 }, { "\r@x", 3 }, { "a\0b", 3 }, { "", 0 }, { "-->]]></style>", 14 },
		{ "+\xef\xbf\xbf\xff", 5 },
	};
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < 2 * (sizeof texts / sizeof *texts); i++) {
		struct slice text = texts[i / 2];
		struct tally t = { 0 };
		xmlDoc *doc;

		open_sending(&s);
		s.format.title = s.banks[0].name = s.office.account.number = s.office.account.holder = s.office.account.bank = text;
		s.office.name = s.office.lines[0] = s.office.officials[0].name = s.office.officials[0].post = text;
		s.office.line_count = 1;
		for (size_t k = 0; k < PAYMENTS; k++) {
			s.items[k].bank = s.items[k].account = s.items[k].holder = s.items[k].number = text;
			s.carried[k].holder = SLICE("x");
			s.carried[k].held = i % 2 == 1;
			s.carried[k].held_by = N1002_BANK_UNKNOWN;
		}
		doc = write_document(&s, true, &out);
		judge(xmlDocGetRootElement(doc), &t);
		assert_int_equal(t.hostile_as_text, i / 2 == 0);
		xmlFreeDoc(doc);
	}
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_payment_is_listed_once),
		cmocka_unit_test(the_sums_are_in_figures_and_words),
		cmocka_unit_test(a_trial_says_so),
		cmocka_unit_test(a_shortened_name_is_shown),
		cmocka_unit_test(without_an_office_there_is_room_for_one),
		cmocka_unit_test(without_rails_none_is_said),
		cmocka_unit_test(nothing_may_be_carried),
		cmocka_unit_test(hostile_texts_stay_texts),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	xmlCleanupParser();
	return failed;
}
