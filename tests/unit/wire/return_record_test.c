/* balasan.xml, written and read back; what this program never writes is refused. */
#include <nafkah/return_record.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

#define H1 "1111111111111111111111111111111111111111111111111111111111111111"
#define H2 "2222222222222222222222222222222222222222222222222222222222222222"
#define ROOT(more) "<balasan xmlns='urn:nafkah:balasan:1' program='nafkah' versi-program='0.1.0' periode='2026-01' " \
	"pengadilan='PA Contoh'" more ">"
#define HEAD ROOT(" percobaan='1'")
#define MONTH "<asal jenis='bulan' segel='" H1 "'/>"
#define LIST "<daftar nama='terkirim.csv' sha256='" H1 "'/>"
#define HOW "<format id='f' nama='f.xml' sha256='" H1 "'/>"
#define BANK "<berkas nama='b.csv' sha256='" H2 "'/>"
#define FATE(word) "<hasil status='" word "' baris='1' jumlah='7'/>"
#define FATES FATE("belum-diketahui") FATE("dibayar") FATE("dikembalikan")
#define END "</balasan>"

static const struct {
	const char *why, *text;
	bool good;
} records[] = {
	{ "of a month", HEAD MONTH LIST HOW BANK FATES END, true },
	{ "of a transfer, with a day", ROOT(" percobaan='2' tanggal-bayar='2026-02-05'") MONTH "<asal jenis='transfer' segel='" H2 "'/>"
	  LIST HOW BANK "<berkas-dulu sha256='" H1 "' percobaan='1'/>" FATES END, true },
	{ "of nothing", HEAD LIST HOW BANK FATES END, false },
	{ "of a transfer without its month", HEAD "<asal jenis='transfer' segel='" H2 "'/>" LIST HOW BANK FATES END, false },
	{ "no attempt", ROOT("") MONTH LIST HOW BANK FATES END, false },
	{ "attempt 0", ROOT(" percobaan='0'") MONTH LIST HOW BANK FATES END, false },
	{ "a day that does not exist", ROOT(" percobaan='1' tanggal-bayar='2026-02-30'") MONTH LIST HOW BANK FATES END, false },
	{ "no bank file", HEAD MONTH LIST HOW FATES END, false },
	{ "a path", HEAD MONTH LIST HOW "<berkas nama='../b.csv' sha256='" H2 "'/>" FATES END, false },
	{ "a hash of 3", HEAD MONTH LIST HOW "<berkas nama='b.csv' sha256='222'/>" FATES END, false },
	{ "an earlier file without its attempt", HEAD MONTH LIST HOW BANK "<berkas-dulu sha256='" H1 "'/>" FATES END, false },
	{ "two results", HEAD MONTH LIST HOW BANK FATE("belum-diketahui") FATE("dibayar") END, false },
	{ "four results", HEAD MONTH LIST HOW BANK FATES FATE("dibayar") END, false },
	{ "results in another order", HEAD MONTH LIST HOW BANK FATE("dibayar") FATE("belum-diketahui") FATE("dikembalikan") END, false },
	{ "a result twice", HEAD MONTH LIST HOW BANK FATE("belum-diketahui") FATE("dibayar") FATE("dibayar") END, false },
	{ "a negative sum", HEAD MONTH LIST HOW BANK FATE("belum-diketahui") FATE("dibayar")
	  "<hasil status='dikembalikan' baris='1' jumlah='-7'/>" END, false },
	{ "another root", "<kirim xmlns='urn:nafkah:balasan:1'/>", false },
};

static void records_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(records); i++) {
		struct arena a = { 0 };
		struct findings fs = { 0 };
		struct return_record r;
		enum status status = return_record_read(slice_from_c(records[i].text), SLICE("balasan.xml"), &a, &r, &fs);

		if (status != (records[i].good ? STATUS_OK : STATUS_REJECT) || (fs.count == 0) != records[i].good)
			fail_msg("%s: status %d, %zu findings", records[i].why, (int)status, fs.count);
		findings_release(&fs);
		arena_release(&a);
	}
}

static bool files_equal(const struct sent_file *a, const struct sent_file *b)
{
	return slice_equal(a->name, b->name) && slice_equal(a->hash, b->hash);
}

static void what_was_written_is_read(void **state)
{
	static const struct origin origins[] = { { FOLDER_MONTH, { H1, 64 } }, { FOLDER_SENT, { H2, 64 } } };
	static const struct earlier_result earlier[] = { { { H1, 64 }, 1 }, { { H2, 64 }, 2 } };
	struct return_record r = {
		.program_version = SLICE("0.1.0"), .period = 12 * 2026, .court = SLICE("PA \"C\" & D"), .attempt = 3,
		.pay_date = { 2026, 2, 5 }, .origins = { origins, 2 }, .list = { SLICE("terkirim.csv"), SLICE(H1) }, .format_id = SLICE("f"),
		.format = { SLICE("f.xml"), SLICE(H1) }, .bank_file = { SLICE("b.xlsx"), SLICE(H2) },
		.corrections = { SLICE("k.csv"), SLICE(H1) }, .office = { SLICE("k.xml"), SLICE(H2) }, .earlier = earlier, .earlier_count = 2,
		.sums = { { 1, 2, 3 }, { 10, 20, 30 } },
	}, x;
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct buf text = { 0 }, again = { 0 };

	(void)state;
	assert_int_equal(return_record_write(&r, &text), STATUS_OK);
	assert_int_equal(return_record_read(buf_slice(&text), SLICE("balasan.xml"), &a, &x, &fs), STATUS_OK);
	assert_true(x.period == r.period && x.attempt == 3 && x.pay_date.day == 5 && slice_equal(x.court, r.court));
	assert_true(files_equal(&x.list, &r.list) && files_equal(&x.bank_file, &r.bank_file) && files_equal(&x.office, &r.office));
	assert_true(files_equal(&x.corrections, &r.corrections) && files_equal(&x.format, &r.format));
	assert_true(x.origins.count == 2 && x.origins.items[1].kind == FOLDER_SENT);
	assert_true(x.earlier_count == 2 && x.earlier[1].attempt == 2 && slice_equal(x.earlier[0].hash, SLICE(H1)));
	assert_true(x.sums.lines[FATE_RETURNED] == 3 && x.sums.rupiah[FATE_PAID] == 20);
	assert_int_equal(return_record_write(&x, &again), STATUS_OK);
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
