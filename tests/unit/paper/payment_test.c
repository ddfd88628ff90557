/* Payments for a bank's channel: what is carried is carried whole, what is not is held with its reason. */
#include <nafkah/payment_format.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- what payments are made of ---- */

#define BANKS "<tabel-bank xmlns='urn:nafkah:bank:1' sumber='s' tanggal='2026-01-05' dipastikan='ya'>" \
	"<jalur id='bi-fast' dari='1' sampai='250000000' sumber='s' tanggal='2026-01-05'/>" \
	"<jalur id='kliring' dari='1' sampai='1000000000' sumber='s' tanggal='2026-01-05'/>" \
	"<jalur id='rtgs' dari='100000000' sumber='s' tanggal='2026-01-05'/>" \
	"<bank kode='124' nama='Bank Rekaan' panjang='10'/><bank kode='002' nama='Bank Contoh' bic='CNTHIDJA' kliring='0020001'/>" \
	"<bank kode='451' nama='Bank Syariah' jalur='kliring'/></tabel-bank>"

#define RAILS "<jalur id='sesama-bank' kode='IH'/><jalur id='bi-fast' kode='BF'/><jalur id='rtgs' kode='RT'/>"
#define LINE "<rincian><kolom judul='Rekening' isi='{rekening}' panjang='15'/><kolom judul='Nama' isi='{nama-rekening}' " \
	"panjang='20' kelebihan='kata' wajib='ya'/><kolom judul='Jumlah' isi='{jumlah}' panjang='12'/>" \
	"<kolom judul='Jalur' isi='{jalur}'/><kolom judul='Ket' isi='{kunci} {nomor-perkara}' panjang='40' kelebihan='kata'/></rincian>"

#define FORMAT(more, parts) "<format-transfer xmlns='urn:nafkah:format-transfer:1' id='f' judul='F' sumber='s' tanggal='2026-01-05' " \
	"teruji='belum' nama-berkas='f-{tanggal}-{periode}.csv' " more ">" parts "</format-transfer>"
#define MARKS "<tanda boleh='.-/' kapital='ya' pengganti=' '/>"
#define COMMAS FORMAT("bentuk='kolom' pemisah='koma'", MARKS RAILS LINE)

static const struct credit_transfer plain = {
	.no = 1, .key = { "0123456789abcdef0123", 20 }, .period = 12 * 2026, .bank = { "002", 3 }, .account = { "0012345678", 10 },
	.holder = { "SITI AMINAH", 11 }, .amount = 2333333, .number = { "123/Pdt.G/2025/PA.B", 19 }, .nip = { "198503122010011005", 18 },
	.asn_name = { "BUDI", 4 }, .items = { "iddah 1/3=2333333", 17 }, .ruled = { 2025, 10, 2 },
};

struct scene {
	struct arena arena;
	struct findings findings;
	struct payment_format format;
	struct bank_table banks;
	struct office office;
	struct credit_transfer items[4];
	struct credit_transfers list;
	struct payment_order order;
	struct carried carried[4];
};

static void set_scene(struct scene *s, const char *format, size_t count)
{
	*s = (struct scene){
		.office = { .name = SLICE("BPKAD"), .account = { .stated = true, .bank = SLICE("124"), .number = SLICE("0010000901"),
		            .holder = SLICE("RKUD") } },
	};
	assert_int_equal(bank_table_read(SLICE(BANKS), SLICE("bank.xml"), &s->arena, &s->banks, &s->findings), STATUS_OK);
	if (payment_format_read(slice_from_c(format), SLICE("f.xml"), &s->arena, &s->format, &s->findings) != STATUS_OK)
		fail_msg("%s: %.*s", format, SLICE_ARG(s->findings.items[0].value));
	for (size_t i = 0; i < count; i++) {
		s->items[i] = plain;
		s->items[i].no = i + 1;
	}
	s->list = (struct credit_transfers){ .items = s->items, .count = count };
	s->order = (struct payment_order){
		.transfers = &s->list, .format = &s->format, .banks = &s->banks, .office = &s->office, .pay_date = { 2026, 2, 5 },
		.list_file = SLICE("transfer.csv"), .arena = &s->arena, .findings = &s->findings,
	};
}

static void end_scene(struct scene *s)
{
	findings_release(&s->findings);
	arena_release(&s->arena);
}

/* ---- one payment: held or not, and why ---- */

static const struct {
	const char *why, *bank, *account, *holder, *number;
	int64_t amount;
	enum code held_by; /* CODE_COUNT: carried */
	enum code noted;   /* CODE_COUNT: nothing */
} payments[] = {
	{ "as it should be", "002", "0012345678", "SITI AMINAH", "1/Pdt", 1, CODE_COUNT, CODE_COUNT },
	{ "the same bank", "124", "0012345678", "SITI AMINAH", "1/Pdt", 1, CODE_COUNT, CODE_COUNT },
	{ "at the limit of the quick rail", "002", "0012345678", "SITI AMINAH", "1/Pdt", 250000000, CODE_COUNT, CODE_COUNT },
	{ "above it, and another rail carries it", "002", "0012345678", "SITI AMINAH", "1/Pdt", 250000001, CODE_COUNT, CODE_COUNT },
	{ "a bank that nobody has confirmed", "999", "0012345678", "SITI AMINAH", "1/Pdt", 1, N1002_BANK_UNKNOWN, CODE_COUNT },
	{ "an account of 9 where the bank has 10", "124", "012345678", "SITI AMINAH", "1/Pdt", 1, N1009_ACCOUNT_LENGTH, CODE_COUNT },
	{ "an account of 11 where the bank has 10", "124", "00123456789", "SITI AMINAH", "1/Pdt", 1, N1009_ACCOUNT_LENGTH, CODE_COUNT },
	{ "an account that the field cannot hold", "002", "0012345678901234", "SITI AMINAH", "1/Pdt", 1, N1006_TEXT_DOES_NOT_FIT,
	  CODE_COUNT },
	{ "a bank on a rail that the channel has not", "451", "0012345678", "SITI AMINAH", "1/Pdt", 1, N1010_NO_RAIL, CODE_COUNT },
	{ "an amount that the field cannot hold", "002", "0012345678", "SITI AMINAH", "1/Pdt", 1000000000000, N1006_TEXT_DOES_NOT_FIT,
	  CODE_COUNT },
	{ "a long name", "002", "0012345678", "SITI AMINAH BINTI ABDULLAH", "1/Pdt", 1, CODE_COUNT, N1005_TEXT_SHORTENED },
	{ "a first word that is too long", "002", "0012345678", "SITIAMINAHBINTIABDULLAH", "1/Pdt", 1, N1006_TEXT_DOES_NOT_FIT, CODE_COUNT },
	{ "a name of 20", "002", "0012345678", "SITI AMINAH BINTI UM", "1/Pdt", 1, CODE_COUNT, CODE_COUNT },
	{ "a name with an apostrophe", "002", "0012345678", "NUR 'AINI", "1/Pdt", 1, CODE_COUNT, N1007_CHARACTERS_REPLACED },
	{ "a name with a delimiter", "002", "0012345678", "SITI,AMINAH", "1/Pdt", 1, CODE_COUNT, N1007_CHARACTERS_REPLACED },
	{ "a name with an accent", "002", "0012345678", "ZO\xc3\x89", "1/Pdt", 1, CODE_COUNT, N1007_CHARACTERS_REPLACED },
	{ "a name of nothing that the channel takes", "002", "0012345678", "\xe5\xbc\xa0", "1/Pdt", 1, N1016_FIELD_EMPTY,
	  N1007_CHARACTERS_REPLACED },
	{ "no name", "002", "0012345678", "", "1/Pdt", 1, N1016_FIELD_EMPTY, CODE_COUNT },
	{ "a title behind a comma", "002", "0012345678", "SITI AMINAH, S.Pd", "1/Pdt", 1, CODE_COUNT, N1015_HOLDER_TITLED },
	{ "a title before the name", "002", "0012345678", "HJ. SITI AMINAH", "1/Pdt", 1, CODE_COUNT, N1015_HOLDER_TITLED },
	{ "an initial is no title", "002", "0012345678", "SITI A. UMAR", "1/Pdt", 1, CODE_COUNT, CODE_COUNT },
	{ "doubled blanks", "002", "0012345678", "SITI  AMINAH", "1/Pdt", 1, CODE_COUNT, N1015_HOLDER_TITLED },
	{ "initials only", "002", "0012345678", "S. A.", "1/Pdt", 1, CODE_COUNT, N1013_HOLDER_STRANGE },
	{ "digits in a name", "002", "0012345678", "SITI 0812", "1/Pdt", 1, CODE_COUNT, N1013_HOLDER_STRANGE },
	{ "a case number that is long", "002", "0012345678", "SITI AMINAH", "123/Pdt.G/2025/PA.Botg dan seterusnya", 1, CODE_COUNT,
	  N1005_TEXT_SHORTENED },
};

static void payments_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(payments); i++) {
		struct scene s;
		bool held = payments[i].held_by != CODE_COUNT;

		set_scene(&s, COMMAS, 1);
		s.items[0].bank = slice_from_c(payments[i].bank);
		s.items[0].account = slice_from_c(payments[i].account);
		s.items[0].holder = slice_from_c(payments[i].holder);
		s.items[0].number = slice_from_c(payments[i].number);
		s.items[0].amount = payments[i].amount;
		assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
		if (s.carried[0].held != held || (held && s.carried[0].held_by != payments[i].held_by))
			fail_msg("%s: held %d by %s", payments[i].why, s.carried[0].held, code_name(s.carried[0].held_by));
		if (held && (s.findings.per_code[payments[i].held_by] != 1 || s.findings.per_level[LEVEL_TAHAN] == 0))
			fail_msg("%s: no finding", payments[i].why);
		if (payments[i].noted != CODE_COUNT && s.findings.per_code[payments[i].noted] == 0)
			fail_msg("%s: %s is not told", payments[i].why, code_name(payments[i].noted));
		if (!held && payments[i].noted == CODE_COUNT && s.findings.count > 0)
			fail_msg("%s: %s", payments[i].why, code_name(s.findings.items[0].code));
		end_scene(&s);
	}
}

static void rails_in_their_order(void **state)
{
	static const struct { const char *bank; int64_t amount; enum rail rail; } ways[] = {
		{ "124", 1, RAIL_IN_HOUSE }, { "124", 900000000000, RAIL_IN_HOUSE }, { "002", 250000000, RAIL_BI_FAST },
		{ "002", 250000001, RAIL_RTGS },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(ways); i++) {
		struct scene s;

		set_scene(&s, COMMAS, 1);
		s.items[0].bank = slice_from_c(ways[i].bank);
		s.items[0].amount = ways[i].amount;
		assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
		assert_false(s.carried[0].held);
		assert_int_equal(s.carried[0].rail, ways[i].rail);
		end_scene(&s);
	}
}

static void finding_tells_both_texts_and_is_masked(void **state)
{
	struct scene s;
	const struct finding *f;

	(void)state;
	set_scene(&s, COMMAS, 1);
	s.items[0].holder = SLICE("Siti Aminah Binti Abdullah");
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
	f = &s.findings.items[0];
	assert_int_equal(f->code, N1005_TEXT_SHORTENED);
	assert_true(f->personal && f->line == 2);
	assert_true(slice_equal(f->value, SLICE("Siti Aminah Binti Abdullah")) && slice_equal(f->detail, SLICE("SITI AMINAH BINTI")));
	assert_true(slice_equal(s.carried[0].holder, SLICE("SITI AMINAH BINTI")));
	end_scene(&s);
}

static void without_stand_in_it_is_held(void **state)
{
	struct scene s;

	(void)state;
	set_scene(&s, FORMAT("bentuk='kolom' pemisah='koma'", "<tanda boleh='.-/'/>" RAILS LINE), 1);
	s.items[0].holder = SLICE("NUR 'AINI");
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
	assert_true(s.carried[0].held && s.carried[0].held_by == N1008_CHARACTERS_IMPOSSIBLE);
	end_scene(&s);
}

static void channel_of_one_bank(void **state)
{
	struct scene s;

	(void)state;
	set_scene(&s, FORMAT("bentuk='kolom' pemisah='koma' bank='124' sesama-bank-saja='ya'", RAILS LINE), 2);
	s.items[1].bank = SLICE("124");
	s.items[1].key = SLICE("aaaaaaaaaaaaaaaaaaaa");
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
	assert_true(s.carried[0].held && s.carried[0].held_by == N1012_OTHER_BANK && !s.carried[1].held);
	end_scene(&s);
}

/* ---- the office's account ---- */

static void payer_must_be_known(void **state)
{
	struct scene s;

	(void)state;
	set_scene(&s, FORMAT("bentuk='kolom' pemisah='koma'", RAILS "<kepala><kolom judul='D' isi='{rekening-debet}'/></kepala>" LINE), 1);
	s.office.account.stated = false;
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_REJECT);
	assert_int_equal(s.findings.items[0].code, N1014_PAYING_ACCOUNT_MISSING);
	s.office.account.stated = true;
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
	end_scene(&s);
}

static void payer_must_be_at_the_channels_bank(void **state)
{
	struct scene s;

	(void)state;
	set_scene(&s, FORMAT("bentuk='kolom' pemisah='koma' bank='008'", RAILS LINE), 1);
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_REJECT);
	assert_int_equal(s.findings.items[0].code, N1018_PAYING_BANK_OTHER);
	s.office.account.stated = false;
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
	end_scene(&s);
}

/* ---- references ---- */

#define REF_LINE(more) "<rincian><kolom judul='R' isi='{rekening}'/><kolom judul='J' isi='{jumlah}'/>" more "</rincian>"

static void references_that_are_the_same(void **state)
{
	static const struct { const char *pieces; bool twice; } cuts[] = {
		{ "<kolom judul='K' isi='{kunci}' panjang='19' kelebihan='potong'/>", true },
		{ "<kolom judul='K' isi='{kunci}' panjang='10' kelebihan='potong'/>", true },
		{ "<kolom judul='K' isi='{kunci}' panjang='10' kelebihan='potong'/><kolom judul='L' isi='{kunci}' mulai='20'/>", false },
		{ "<kolom judul='K' isi='{kunci}'/>", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cuts); i++) {
		struct buf text = { 0 };
		struct scene s;

		buf_printf(&text, FORMAT("bentuk='kolom' pemisah='koma'", REF_LINE("%s")), cuts[i].pieces);
		buf_char(&text, '\0');
		set_scene(&s, text.ptr, 3);
		s.items[1].key = SLICE("0123456789abcdef012f"); /* another in the last digit */
		s.items[2].key = SLICE("f123456789abcdef0124");
		assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
		assert_false(s.carried[0].held);
		assert_int_equal(s.carried[1].held, cuts[i].twice);
		assert_false(s.carried[2].held);
		assert_int_equal(s.findings.per_code[N1017_REFERENCE_TWICE], cuts[i].twice);
		end_scene(&s);
		buf_release(&text);
	}
}

/* ---- what is written ---- */

static const struct {
	const char *why, *format, *file;
} files[] = {
	{ "columns, with what the channel lacks replaced", COMMAS,
	  "0012345678,NUR AINI,2333333,BF,0123456789abcdef0123 123/PDT.G/2025/PA.B\n"
	  "7,U,1,IH,aaaaaaaaaaaaaaaaaaaa 123/PDT.G/2025/PA.B\n" },
	{ "quotes where they are needed", FORMAT("bentuk='kolom' pemisah='titik-koma' kutip='perlu' akhir-baris='crlf'",
	    "<rincian><kolom judul='a' isi='{rekening}'/><kolom judul='b' isi='{nama-rekening};\"x'/><kolom judul='c' isi='{jumlah}' desimal='2'/>"
	    "<kolom judul='d' isi='{kunci}'/></rincian>"),
	  "0012345678;\"NUR 'AINI;\"\"x\";233333300;0123456789abcdef0123\r\n"
	  "7;\"U;\"\"x\";100;aaaaaaaaaaaaaaaaaaaa\r\n" },
	{ "quotes always", FORMAT("bentuk='kolom' pemisah='pipa' kutip='selalu'",
	    "<rincian><kolom judul='a' isi='{urut}'/><kolom judul='b' isi='{rekening}'/><kolom judul='c' isi='{jumlah}' desimal='1' "
	    "tanda-desimal='koma'/><kolom judul='d' isi='{kunci}'/></rincian>"),
	  "\"1\"|\"0012345678\"|\"2333333,0\"|\"0123456789abcdef0123\"\n\"2\"|\"7\"|\"1,0\"|\"aaaaaaaaaaaaaaaaaaaa\"\n" },
	{ "head and tail", FORMAT("bentuk='kolom' pemisah='koma'",
	    "<kepala><kolom judul='a' isi='{tanggal}' gaya-tanggal='dmy-pendek'/><kolom judul='b' isi='{banyak}'/><kolom judul='c' "
	    "isi='{banyak-baris}'/><kolom judul='d' isi='{rekening-debet} {nama-debet} {bank-debet}'/></kepala>"
	    "<rincian><kolom judul='a' isi='{rekening}{jumlah}{kunci}'/></rincian><rincian><kolom judul='a' isi='{tanggal-putusan}' "
	    "gaya-tanggal='dmy-garis'/><kolom judul='b' isi='{bic} {kode-kliring}'/></rincian>"
	    "<penutup><kolom judul='a' isi='{total}' desimal='2' tanda-desimal='titik'/><kolom judul='b' isi='{total-rekening}'/></penutup>"),
	  "050226,2,6,0010000901 RKUD 124\n"
	  "001234567823333330123456789abcdef0123\n02/10/2025,CNTHIDJA 0020001\n71aaaaaaaaaaaaaaaaaaaa\n02/10/2025,\n"
	  "2333334.00,12345685\n" },
	{ "fixed width", FORMAT("bentuk='tetap' akhir-baris='crlf'", MARKS
	    "<rincian><kolom judul='a' isi='{rekening}' panjang='12' rata='kanan' isian='0'/><kolom judul='b' isi='{nama-rekening}' "
	    "panjang='9'/><kolom judul='c' isi='{jumlah}' panjang='10' rata='kanan'/><kolom judul='d' isi='{kunci}' panjang='21' isian='*'/>"
	    "</rincian>"),
	  "000012345678NUR AINI    23333330123456789abcdef0123*\r\n000000000007U                 1aaaaaaaaaaaaaaaaaaaa*\r\n" },
};

static void files_are_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct buf out = { 0 };
		struct scene s;

		set_scene(&s, files[i].format, 3);
		s.items[0].holder = SLICE("NUR 'AINI");
		s.items[1].bank = SLICE("999"); /* held, so that it is nowhere */
		s.items[2].key = SLICE("aaaaaaaaaaaaaaaaaaaa");
		s.items[2].bank = SLICE("124");
		s.items[2].account = SLICE("7");
		s.items[2].holder = SLICE("U");
		s.items[2].amount = 1;
		s.banks.banks[1].length_count = 0; /* 124: any length */
		assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
		assert_int_equal(payment_file_write(&s.order, s.carried, &out), STATUS_OK);
		if (!slice_equal(buf_slice(&out), slice_from_c(files[i].file)))
			fail_msg("%s:\n%.*s", files[i].why, SLICE_ARG(buf_slice(&out)));
		buf_release(&out);
		end_scene(&s);
	}
}

/* A head that cannot say how much there is refuses the file. */
static void head_that_does_not_fit(void **state)
{
	struct buf out = { 0 };
	struct scene s;

	(void)state;
	set_scene(&s, FORMAT("bentuk='kolom' pemisah='koma'", "<kepala><kolom judul='T' isi='{total}' panjang='6'/></kepala>"
	          "<rincian><kolom judul='a' isi='{rekening}{jumlah}{kunci}'/></rincian>"), 1);
	assert_int_equal(payments_prepare(&s.order, s.carried), STATUS_OK);
	assert_int_equal(payment_file_write(&s.order, s.carried, &out), STATUS_REJECT);
	assert_int_equal(s.findings.items[0].code, N1022_PAYMENT_FORMAT_INCONSISTENT);
	buf_release(&out);
	end_scene(&s);
}

static void names_of_files(void **state)
{
	struct scene s;

	(void)state;
	set_scene(&s, COMMAS, 1);
	assert_true(slice_equal(payment_file_name(&s.order, false), SLICE("f-2026-02-05-2026-01.csv")));
	assert_true(slice_equal(payment_file_name(&s.order, true), SLICE("UJI-f-2026-02-05-2026-01.csv")));
	end_scene(&s);
}

/* Account numbers of 20 digits do not fit in 64 bits, their sum even less. */
static void sum_of_long_accounts(void **state)
{
	struct payment_sums sums;
	struct scene s;

	(void)state;
	set_scene(&s, COMMAS, 3);
	for (size_t i = 0; i < 3; i++) {
		s.carried[i] = (struct carried){ .transfer = &s.items[i], .held = i == 1 };
		s.items[i].account = SLICE("99999999999999999999");
	}
	assert_int_equal(payments_sum(&s.order, s.carried, &sums), STATUS_OK);
	assert_int_equal(sums.count, 2);
	assert_int_equal(sums.total, 2 * 2333333);
	assert_true(slice_equal(sums.account_total, SLICE("199999999999999999998")));
	end_scene(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(payments_are_judged),
		cmocka_unit_test(rails_in_their_order),
		cmocka_unit_test(finding_tells_both_texts_and_is_masked),
		cmocka_unit_test(without_stand_in_it_is_held),
		cmocka_unit_test(channel_of_one_bank),
		cmocka_unit_test(payer_must_be_known),
		cmocka_unit_test(payer_must_be_at_the_channels_bank),
		cmocka_unit_test(references_that_are_the_same),
		cmocka_unit_test(files_are_written),
		cmocka_unit_test(head_that_does_not_fit),
		cmocka_unit_test(names_of_files),
		cmocka_unit_test(sum_of_long_accounts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
