/* pain.001: the document to the byte; who is told by what; what the sums count. The structure of whole months is held against
 * the ISO sequences by tests/bank/pain.py. */
#include <nafkah/payment_format.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { PAYMENTS = 4 };

struct sending {
	struct bank banks[3];
	struct bank_table table;
	struct payment_format format;
	struct office office;
	struct credit_transfer items[PAYMENTS];
	struct credit_transfers transfers;
	struct carried carried[PAYMENTS];
	struct arena arena;
	struct findings findings;
	struct payment_order order;
};

static void add(struct sending *s, const char *key, const char *bank, enum rail rail, int64_t amount, const char *items)
{
	size_t i = s->transfers.count++;
	struct credit_transfer *t = &s->items[i];

	*t = (struct credit_transfer){
		.no = i + 1, .key = slice_from_c(key), .period = 2026 * 12, .bank = slice_from_c(bank), .account = SLICE("0031900117"),
		.holder = SLICE("NURHAYATI SALEHA"), .amount = amount, .number = SLICE("9101/Pdt.G/2025/PA.Botg"),
		.nip = SLICE("197909082005011902"), .asn_name = SLICE("BAMBANG SUTEDJO"), .items = slice_from_c(items),
		.ruled = { 2025, 10, 2 },
	};
	s->carried[i] = (struct carried){ .transfer = t, .rail = rail, .holder = SLICE("NURHAYATI SALEHA") };
	for (size_t k = 0; k < s->table.bank_count; k++)
		if (slice_equal(s->banks[k].code, t->bank))
			s->carried[i].bic = s->banks[k].bic;
	s->transfers.total += amount;
}

static struct sending *open_sending(struct sending *s, enum format_shape shape)
{
	memset(s, 0, sizeof *s);
	s->banks[0] = (struct bank){ .code = SLICE("002"), .name = SLICE("A"), .bic = SLICE("BANKIDJA"), .clearing = SLICE("0020307") };
	s->banks[1] = (struct bank){ .code = SLICE("124"), .name = SLICE("B"), .clearing = SLICE("1240018") };
	s->banks[2] = (struct bank){ .code = SLICE("451"), .name = SLICE("C") };
	s->table = (struct bank_table){ .banks = s->banks, .bank_count = 3 };
	s->format = (struct payment_format){ .id = SLICE("pain"), .shape = shape, .charset = { .marks = SLICE("/-?:().,'+") } };
	s->office = (struct office){
		.name = SLICE("BADAN KEUANGAN"),
		.account = { .stated = true, .possible = true, .bank = SLICE("002"), .number = SLICE("0010000901"), .holder = SLICE("RKUD KOTA") },
	};
	s->transfers.items = s->items;
	s->order = (struct payment_order){
		.transfers = &s->transfers, .format = &s->format, .banks = &s->table, .office = &s->office, .pay_date = { 2026, 1, 30 },
		.list_file = SLICE("transfer.csv"), .arena = &s->arena, .findings = &s->findings,
	};
	return s;
}

static void close_sending(struct sending *s)
{
	arena_release(&s->arena);
	findings_release(&s->findings);
}

static void write_as(struct sending *s, const char *id, struct buf *out)
{
	buf_clear(out);
	assert_int_equal(pain_write(&s->order, s->carried, slice_from_c(id), out), STATUS_OK);
	buf_char(out, '\0');
	assert_false(out->failed);
}

static size_t count_of(const struct buf *out, const char *text)
{
	size_t count = 0;

	for (const char *at = out->ptr; (at = strstr(at, text)) != NULL; at += strlen(text))
		count++;
	return count;
}

static void one_payment_to_the_byte(void **state)
{
	static const char expected[] =
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">\n"
		"  <CstmrCdtTrfInitn>\n"
		"    <GrpHdr>\n"
		"      <MsgId>0123456789abcdef</MsgId>\n"
		"      <CreDtTm>2026-01-30T00:00:00</CreDtTm>\n"
		"      <NbOfTxs>1</NbOfTxs>\n"
		"      <CtrlSum>3617646.00</CtrlSum>\n"
		"      <InitgPty>\n"
		"        <Nm>BADAN KEUANGAN</Nm>\n"
		"      </InitgPty>\n"
		"    </GrpHdr>\n"
		"    <PmtInf>\n"
		"      <PmtInfId>0123456789abcdef-2</PmtInfId>\n"
		"      <PmtMtd>TRF</PmtMtd>\n"
		"      <NbOfTxs>1</NbOfTxs>\n"
		"      <CtrlSum>3617646.00</CtrlSum>\n"
		"      <PmtTpInf>\n"
		"        <LclInstrm>\n"
		"          <Prtry>BIFAST</Prtry>\n"
		"        </LclInstrm>\n"
		"      </PmtTpInf>\n"
		"      <ReqdExctnDt>\n"
		"        <Dt>2026-01-30</Dt>\n"
		"      </ReqdExctnDt>\n"
		"      <Dbtr>\n"
		"        <Nm>RKUD KOTA</Nm>\n"
		"      </Dbtr>\n"
		"      <DbtrAcct>\n"
		"        <Id>\n"
		"          <Othr>\n"
		"            <Id>0010000901</Id>\n"
		"          </Othr>\n"
		"        </Id>\n"
		"      </DbtrAcct>\n"
		"      <DbtrAgt>\n"
		"        <FinInstnId>\n"
		"          <BICFI>BANKIDJA</BICFI>\n"
		"        </FinInstnId>\n"
		"      </DbtrAgt>\n"
		"      <ChrgBr>DEBT</ChrgBr>\n"
		"      <CdtTrfTxInf>\n"
		"        <PmtId>\n"
		"          <EndToEndId>95418805f18569bb75a7</EndToEndId>\n"
		"        </PmtId>\n"
		"        <Amt>\n"
		"          <InstdAmt Ccy=\"IDR\">3617646.00</InstdAmt>\n"
		"        </Amt>\n"
		"        <CdtrAgt>\n"
		"          <FinInstnId>\n"
		"            <ClrSysMmbId>\n"
		"              <MmbId>1240018</MmbId>\n"
		"            </ClrSysMmbId>\n"
		"          </FinInstnId>\n"
		"        </CdtrAgt>\n"
		"        <Cdtr>\n"
		"          <Nm>NURHAYATI SALEHA</Nm>\n"
		"        </Cdtr>\n"
		"        <CdtrAcct>\n"
		"          <Id>\n"
		"            <Othr>\n"
		"              <Id>0031900117</Id>\n"
		"            </Othr>\n"
		"          </Id>\n"
		"        </CdtrAcct>\n"
		"        <Purp>\n"
		"          <Cd>DEPD</Cd>\n"
		"        </Purp>\n"
		"        <RmtInf>\n"
		"          <Strd>\n"
		"            <GrnshmtRmt>\n"
		"              <Tp>\n"
		"                <CdOrPrtry>\n"
		"                  <Cd>GNCS</Cd>\n"
		"                </CdOrPrtry>\n"
		"              </Tp>\n"
		"              <RefNb>9101/Pdt.G/2025/PA.Botg</RefNb>\n"
		"              <Dt>2025-10-02</Dt>\n"
		"              <RmtdAmt Ccy=\"IDR\">3617646.00</RmtdAmt>\n"
		"            </GrnshmtRmt>\n"
		"          </Strd>\n"
		"        </RmtInf>\n"
		"      </CdtTrfTxInf>\n"
		"    </PmtInf>\n"
		"  </CstmrCdtTrfInitn>\n"
		"</Document>\n";
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	add(open_sending(&s, SHAPE_PAIN_09), "95418805f18569bb75a7", "124", RAIL_BI_FAST, 3617646, "nafkah-anak a2=3617646");
	s.format.rail_codes[RAIL_BI_FAST] = SLICE("BIFAST");
	write_as(&s, "0123456789abcdef", &out);
	assert_string_equal(out.ptr, expected);
	buf_release(&out);
	close_sending(&s);
}

static void version_03_says_the_case_as_text(void **state)
{
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	add(open_sending(&s, SHAPE_PAIN_03), "95418805f18569bb75a7", "002", RAIL_IN_HOUSE, 5, "iddah 1/3=5");
	write_as(&s, "X", &out);
	assert_int_equal(count_of(&out, "xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\""), 1);
	assert_int_equal(count_of(&out, "      <ReqdExctnDt>2026-01-30</ReqdExctnDt>\n"), 1);
	assert_int_equal(count_of(&out, "<BIC>BANKIDJA</BIC>"), 2);
	assert_int_equal(count_of(&out, "<RmtInf>\n          <Ustrd>9101/Pdt.G/2025/PA.Botg</Ustrd>\n        </RmtInf>"), 1);
	assert_int_equal(count_of(&out, "GrnshmtRmt"), 0);
	assert_int_equal(count_of(&out, "BICFI"), 0);
	assert_int_equal(count_of(&out, "PmtTpInf"), 0);
	buf_release(&out);
	close_sending(&s);
}

/* What is held is in no sum; each rail has its own. */
static void the_sums_are_of_what_is_carried(void **state)
{
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	open_sending(&s, SHAPE_PAIN_09);
	add(&s, "00000000000000000001", "002", RAIL_RTGS, 100, "iddah 1/3=100");
	add(&s, "00000000000000000002", "124", RAIL_BI_FAST, 20, "iddah 1/3=20");
	add(&s, "00000000000000000003", "124", RAIL_BI_FAST, 7000, "iddah 1/3=7000");
	add(&s, "00000000000000000004", "451", RAIL_RTGS, 3, "iddah 1/3=3");
	s.carried[2].held = true;
	write_as(&s, "0123456789012345678901234567890123x", &out);
	assert_int_equal(count_of(&out, "<NbOfTxs>3</NbOfTxs>\n      <CtrlSum>123.00</CtrlSum>\n      <InitgPty>"), 1);
	assert_int_equal(count_of(&out, "<PmtInf>"), 2);
	assert_int_equal(count_of(&out, "<PmtInfId>012345678901234567890123456789012-2</PmtInfId>\n      <PmtMtd>TRF</PmtMtd>\n"
	                                "      <NbOfTxs>1</NbOfTxs>\n      <CtrlSum>20.00</CtrlSum>"), 1);
	assert_int_equal(count_of(&out, "<PmtInfId>012345678901234567890123456789012-5</PmtInfId>\n      <PmtMtd>TRF</PmtMtd>\n"
	                                "      <NbOfTxs>2</NbOfTxs>\n      <CtrlSum>103.00</CtrlSum>"), 1);
	assert_int_equal(count_of(&out, "<CdtTrfTxInf>"), 3);
	assert_int_equal(count_of(&out, "00000000000000000003"), 0);
	assert_true(strstr(out.ptr, "00000000000000000002") < strstr(out.ptr, "00000000000000000001"));
	assert_true(strstr(out.ptr, "00000000000000000001") < strstr(out.ptr, "00000000000000000004"));
	buf_release(&out);
	close_sending(&s);
}

static void the_purpose_follows_the_items(void **state)
{
	static const struct { const char *items; bool children; } cases[] = {
		{ "nafkah-anak a1=750000", true },
		{ "nafkah-anak a1=750000; nafkah-anak a2=1+2", true },
		{ "iddah 2/3=1500000+200000", false },
		{ "bagian-gaji=941086", false },
		{ "nafkah-anak h1=3609014; bagian-gaji=941086", false },
		{ "mutah 1/12=5; nafkah-anak a1=1", false },
		{ "nafkah-anak=1", false }, /* of no child: not ours */
		{ "", false },
	};
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		add(open_sending(&s, SHAPE_PAIN_09), "00000000000000000001", "002", RAIL_IN_HOUSE, 1, cases[i].items);
		write_as(&s, "X", &out);
		assert_int_equal(count_of(&out, "<Cd>DEPD</Cd>"), cases[i].children);
		assert_int_equal(count_of(&out, "<Cd>ALMY</Cd>"), !cases[i].children);
		assert_int_equal(count_of(&out, "<Cd>GNCS</Cd>"), cases[i].children);
		assert_int_equal(count_of(&out, "<Prtry>ALIMONY</Prtry>"), !cases[i].children);
		close_sending(&s);
	}
	buf_release(&out);
}

static void a_bic_of_the_version_or_another_code(void **state)
{
	static const struct { const char *bic; bool in_09, in_03; } cases[] = {
		{ "BANKIDJA", true, true },     { "BANKIDJAXXX", true, true },  { "BANKIDJ2", true, true },
		{ "BANKIDJA12Z", true, true },  { "B4NKIDJA", true, false },    { "BANKID1A", true, false },
		{ "BANKID0A", true, false },    { "BANKIDJO", true, false },    { "BANKIDOA", true, true },
		{ "BANKIDJ0", true, true },     { "BANK1DJA", false, false },   { "BANKI2JA", false, false },
		{ "BANKIDJ", false, false },    { "BANKIDJAX", false, false },  { "BANKIDJAXX", false, false },
		{ "bankidja", false, false },   { "BANKIDJA1-2", false, false }, { "BANKIDJAXXXX", false, false },
		{ "", false, false },
	};
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < 2 * (sizeof cases / sizeof *cases); i++) {
		bool v03 = i % 2 == 1, fits = v03 ? cases[i / 2].in_03 : cases[i / 2].in_09;

		add(open_sending(&s, v03 ? SHAPE_PAIN_03 : SHAPE_PAIN_09), "00000000000000000001", "451", RAIL_RTGS, 1, "iddah 1/3=1");
		s.carried[0].bic = slice_from_c(cases[i / 2].bic);
		write_as(&s, "X", &out);
		assert_int_equal(count_of(&out, v03 ? "<BIC>" : "<BICFI>"), fits ? 2 : 1);
		assert_int_equal(count_of(&out, "<Othr>\n              <Id>451</Id>\n            </Othr>"), !fits);
		close_sending(&s);
	}
	buf_release(&out);
}

static void a_paying_bank_without_any_code_but_its_own(void **state)
{
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	add(open_sending(&s, SHAPE_PAIN_09), "00000000000000000001", "002", RAIL_RTGS, 1, "iddah 1/3=1");
	s.office.account.bank = SLICE("999"); /* not in the table */
	write_as(&s, "X", &out);
	assert_int_equal(count_of(&out, "<DbtrAgt>\n        <FinInstnId>\n          <Othr>\n            <Id>999</Id>"), 1);
	buf_release(&out);
	close_sending(&s);
}

static void texts_are_of_the_channel(void **state)
{
	static const struct { const char *number, *written; bool upper; char instead; } cases[] = {
		{ "1/Pdt.G/2025/PA.X#2", "1/Pdt.G/2025/PA.X-2", false, '-' },
		{ "1/Pdt.G/2025/PA.X#2", "1/Pdt.G/2025/PA.X?2", false, '\0' },
		{ "1/Pdt.G/2025/PA.X", "1/PDT.G/2025/PA.X", true, '\0' },
		{ "1/P\xc3\xa9/2025", "1/P-/2025", false, '-' },
		{ "1/P&<>/2025", "1/P---/2025", false, '-' },
		{ " 1/P  2 ", "1/P 2", false, '-' },
	};
	struct sending s;
	struct buf out = { 0 };
	char expected[64];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		add(open_sending(&s, SHAPE_PAIN_09), "00000000000000000001", "002", RAIL_RTGS, 1, "iddah 1/3=1");
		s.items[0].number = slice_from_c(cases[i].number);
		s.format.charset.upper = cases[i].upper;
		s.format.charset.instead = cases[i].instead;
		write_as(&s, "X", &out);
		assert_true(snprintf(expected, sizeof expected, "<RefNb>%s</RefNb>", cases[i].written) < (int)sizeof expected);
		assert_int_equal(count_of(&out, expected), 1);
		close_sending(&s);
	}
	buf_release(&out);
}

/* The name of an office may be longer than the message allows, or hold nothing. */
static void the_office_has_a_name_that_fits(void **state)
{
#define LONG "BADAN PENGELOLAAN KEUANGAN DAN ASET DAERAH PEMERINTAH KOTA CONTOH DENGAN NAMA YANG SANGAT PANJANG SEKALI SEHINGGA " \
	"TIDAK MUAT DALAM SERATUS"
	static const struct { const char *name, *written; } cases[] = {
		{ LONG " EMPAT PULUH", "<Nm>" LONG "</Nm>" },      /* the 140th character is inside of a word */
		{ LONG " E PULUH", "<Nm>" LONG " E</Nm>" },        /* or the last of one */
		{ LONG " E", "<Nm>" LONG " E</Nm>" },
		{ " ", "<InitgPty/>" },
		{ LONG "0000000000000000000", "<Nm>BADAN PENGELOLAAN KEUANGAN DAN ASET DAERAH PEMERINTAH KOTA CONTOH DENGAN NAMA YANG SANGAT "
		                              "PANJANG SEKALI SEHINGGA TIDAK MUAT DALAM</Nm>" },
	};
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		add(open_sending(&s, SHAPE_PAIN_09), "00000000000000000001", "002", RAIL_RTGS, 1, "iddah 1/3=1");
		s.office.name = slice_from_c(cases[i].name);
		write_as(&s, "X", &out);
		assert_int_equal(count_of(&out, cases[i].written), 1);
		close_sending(&s);
	}
	buf_release(&out);
#undef LONG
}

static void a_rails_code_is_a_service_level_or_a_word(void **state)
{
	static const struct { const char *code, *written; } cases[] = {
		{ "URGP", "<SvcLvl>\n          <Cd>URGP</Cd>\n        </SvcLvl>" },
		{ "NURG", "<SvcLvl>\n          <Cd>NURG</Cd>\n        </SvcLvl>" },
		{ "RTGS", "<LclInstrm>\n          <Prtry>RTGS</Prtry>\n        </LclInstrm>" },
		{ "URGPX", "<LclInstrm>\n          <Prtry>URGPX</Prtry>\n        </LclInstrm>" },
	};
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		add(open_sending(&s, SHAPE_PAIN_09), "00000000000000000001", "002", RAIL_RTGS, 1, "iddah 1/3=1");
		s.format.rail_codes[RAIL_RTGS] = slice_from_c(cases[i].code);
		write_as(&s, "X", &out);
		assert_int_equal(count_of(&out, cases[i].written), 1);
		close_sending(&s);
	}
	buf_release(&out);
}

/* The format should have held these payments; a message that breaks the schema, or a text cut short, is never written. */
static void what_does_not_fit_is_refused(void **state)
{
	static char long_text[142];
	static const struct {
		const char *what;
		size_t holder, number, id;
		bool fits;
	} cases[] = {
		{ "fits", 140, 140, 35, true },         { "holder empty", 0, 9, 9, false }, { "holder too long", 141, 9, 9, false },
		{ "number too long", 9, 141, 9, false }, { "number empty", 9, 0, 9, false }, { "id too long", 9, 9, 36, false },
		{ "id empty", 9, 9, 0, false },
	};

	(void)state;
	memset(long_text, 'A', sizeof long_text - 1);
	for (size_t i = 0; i < 2 * (sizeof cases / sizeof *cases); i++) {
		size_t k = i / 2;
		struct sending s;
		struct buf out = { 0 };
		enum status status;

		add(open_sending(&s, i % 2 == 0 ? SHAPE_PAIN_09 : SHAPE_PAIN_03), "00000000000000000001", "002", RAIL_RTGS, 1, "iddah 1/3=1");
		s.carried[0].holder = (struct slice){ long_text, cases[k].holder };
		s.items[0].number = (struct slice){ long_text, cases[k].number };
		status = pain_write(&s.order, s.carried, (struct slice){ long_text, cases[k].id }, &out);
		if (status != (cases[k].fits ? STATUS_OK : STATUS_REJECT))
			print_error("%s\n", cases[k].what);
		assert_int_equal(status, cases[k].fits ? STATUS_OK : STATUS_REJECT);
		assert_int_equal(s.findings.per_code[N1022_PAYMENT_FORMAT_INCONSISTENT], cases[k].fits ? 0 : 1);
		assert_int_equal(out.len > 0, cases[k].fits);
		buf_release(&out);
		close_sending(&s);
	}
}

static void a_ruling_without_a_date_has_none(void **state)
{
	struct sending s;
	struct buf out = { 0 };

	(void)state;
	add(open_sending(&s, SHAPE_PAIN_09), "00000000000000000001", "002", RAIL_RTGS, 1, "iddah 1/3=1");
	s.items[0].ruled = (struct date){ 0 };
	write_as(&s, "X", &out);
	assert_int_equal(count_of(&out, "</RefNb>\n              <RmtdAmt"), 1);
	buf_release(&out);
	close_sending(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_payment_to_the_byte),
		cmocka_unit_test(version_03_says_the_case_as_text),
		cmocka_unit_test(the_sums_are_of_what_is_carried),
		cmocka_unit_test(the_purpose_follows_the_items),
		cmocka_unit_test(a_bic_of_the_version_or_another_code),
		cmocka_unit_test(a_paying_bank_without_any_code_but_its_own),
		cmocka_unit_test(texts_are_of_the_channel),
		cmocka_unit_test(the_office_has_a_name_that_fits),
		cmocka_unit_test(a_rails_code_is_a_service_level_or_a_word),
		cmocka_unit_test(what_does_not_fit_is_refused),
		cmocka_unit_test(a_ruling_without_a_date_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
