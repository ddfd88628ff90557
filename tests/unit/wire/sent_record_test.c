/* kirim.xml, written and read back; what this program never writes is refused. */
#include <nafkah/sent_record.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

#define H1 "1111111111111111111111111111111111111111111111111111111111111111"
#define H2 "2222222222222222222222222222222222222222222222222222222222222222"
#define HEAD "<kirim xmlns='urn:nafkah:kirim:1' program='nafkah' versi-program='0.1.0' periode='2026-01' pengadilan='PA Contoh' " \
	"tanggal-bayar='2026-02-05' uji='ya'>"
#define MONTH "<asal jenis='bulan' segel='" H1 "'/>"
#define LIST "<daftar nama='transfer.csv' sha256='" H1 "'/>"
#define HOW "<format id='f' nama='f.xml' sha256='" H1 "'/>" \
	"<tabel-bank nama='bank.xml' sha256='" H1 "' sumber='s' tanggal='2026-01-05' dipastikan='tidak'/>"
#define MADE(name, sum) "<berkas nama='" name "' sha256='" H1 "' banyak='2' total='300' total-rekening='" sum "'/>"
#define HELD "<tertahan banyak='1' total='7'/>"
#define END "</kirim>"

static const struct {
	const char *why, *text;
	bool good;
} records[] = {
	{ "of a month", HEAD MONTH LIST HOW MADE("a.csv", "9") HELD END, true },
	{ "of what a return left", HEAD MONTH "<asal jenis='transfer' segel='" H2 "'/>" LIST HOW MADE("a.csv", "9") HELD END, true },
	{ "of nothing", HEAD LIST HOW MADE("a.csv", "9") HELD END, false },
	{ "of a transfer without its month", HEAD "<asal jenis='transfer' segel='" H2 "'/>" LIST HOW MADE("a.csv", "9") HELD END, false },
	{ "of two months", HEAD MONTH "<asal jenis='bulan' segel='" H2 "'/>" LIST HOW MADE("a.csv", "9") HELD END, false },
	{ "of itself", HEAD MONTH "<asal jenis='transfer' segel='" H1 "'/>" LIST HOW MADE("a.csv", "9") HELD END, false },
	{ "a seal of 63", HEAD "<asal jenis='bulan' segel='111'/>" LIST HOW MADE("a.csv", "9") HELD END, false },
	{ "a path", HEAD MONTH LIST HOW MADE("a/b.csv", "9") HELD END, false },
	{ "a sum of accounts with a point", HEAD MONTH LIST HOW MADE("a.csv", "9.5") HELD END, false },
	{ "a sum of accounts of 39 digits", HEAD MONTH LIST HOW MADE("a.csv", "123456789012345678901234567890123456789") HELD END, false },
	{ "no list", HEAD MONTH HOW MADE("a.csv", "9") HELD END, false },
	{ "no file", HEAD MONTH LIST HOW HELD END, false },
	{ "no sum of what is left", HEAD MONTH LIST HOW MADE("a.csv", "9") END, false },
	{ "two lists", HEAD MONTH LIST LIST HOW MADE("a.csv", "9") HELD END, false },
	{ "another root", "<balasan xmlns='urn:nafkah:kirim:1'/>", false },
};

static void records_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(records); i++) {
		struct arena a = { 0 };
		struct findings fs = { 0 };
		struct sent_record r;
		enum status status = sent_record_read(slice_from_c(records[i].text), SLICE("kirim.xml"), &a, &r, &fs);

		if (status != (records[i].good ? STATUS_OK : STATUS_REJECT) || (fs.count == 0) != records[i].good)
			fail_msg("%s: status %d, %zu findings", records[i].why, (int)status, fs.count);
		findings_release(&fs);
		arena_release(&a);
	}
}

static void what_was_written_is_read(void **state)
{
	static const struct origin origins[] = { { FOLDER_MONTH, { H1, 64 } }, { FOLDER_SENT, { H2, 64 } } };
	struct sent_record r = {
		.program_version = SLICE("0.1.0"), .period = 12 * 2026, .court = SLICE("PA \"C\" & D"), .pay_date = { 2026, 2, 5 },
		.origins = { origins, 2 }, .list = { SLICE("belum-terkirim.csv"), SLICE(H1) }, .format_id = SLICE("f"),
		.format = { SLICE("f.xml"), SLICE(H1) }, .banks = { SLICE("bank.xml"), SLICE(H2) }, .banks_source = SLICE("s"),
		.banks_dated = { 2026, 1, 5 }, .banks_confirmed = true, .office = { SLICE("k.xml"), SLICE(H2) },
		.file = { SLICE("a.csv"), SLICE(H1) }, .count = 2, .total = 300, .account_total = SLICE("99999999999999999999999"),
		.held_count = 1, .held_total = 7,
	}, x;
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct buf text = { 0 }, again = { 0 };

	(void)state;
	assert_int_equal(sent_record_write(&r, &text), STATUS_OK);
	assert_int_equal(sent_record_read(buf_slice(&text), SLICE("kirim.xml"), &a, &x, &fs), STATUS_OK);
	assert_true(!x.trial && x.banks_confirmed && x.period == r.period && x.count == 2 && x.total == 300 && x.held_total == 7);
	assert_true(slice_equal(x.court, r.court) && slice_equal(x.account_total, r.account_total));
	assert_int_equal(x.origins.count, 2);
	assert_int_equal(x.origins.items[1].kind, FOLDER_SENT);
	assert_int_equal(sent_record_write(&x, &again), STATUS_OK);
	assert_true(slice_equal(buf_slice(&text), buf_slice(&again)));
	buf_release(&text);
	buf_release(&again);
	findings_release(&fs);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_are_judged),
		cmocka_unit_test(what_was_written_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
