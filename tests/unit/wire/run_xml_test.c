/* run.xml out and in again: everything that a later month needs comes back, and what another hand wrote is refused. The files
 * of tests/files/run say the same of whole documents. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <nafkah/run_record.h>

#include <string.h>

/* A slice where a constant must stand. */
#define WORDS(text) { (text), sizeof(text) - 1 }
#define HASH WORDS("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")

static const struct run_layout layouts[] = { { WORDS("sipd-gaji"), HASH } };
static const struct slice columns[] = { WORDS("nip_pegawai"), WORDS(""), WORDS("jumlah_ditransfer") };
static const struct run_file files[] = {
	{ .name = WORDS("gaji.csv"), .hash = HASH, .size = 12, .layout = WORDS("sipd-gaji"), .rows = 3,
	  .gross = { INT64_C(9223372036854775807) }, .cuts = { 5 }, .net = { -1250 }, .columns = columns, .column_count = 3,
	  .adjusted = true, .kept = true },
	{ .name = WORDS("lain.csv"), .hash = HASH, .layout = WORDS("sipd-gaji"), .gross = { 100 }, .columns = columns,
	  .column_count = 1 },
};
static const struct register_base bases[] = { { UINT64_C(198503122010011005), { 900000050 } },
	                                      { UINT64_C(198503122010011006), { 0 } } };

static struct run_record sample(void)
{
	return (struct run_record){
		.program_version = SLICE("1.0"), .period = 12 * 2026 + 1, .first = true, .rules_id = SLICE("skb"), .rules_hash = HASH,
		.rules_name = SLICE("skb.xml"), .rules_version = 12 * 2025, .layouts = layouts, .layout_count = 1,
		.rulings = { .name = SLICE("putusan.xml"), .hash = HASH, .size = 1 }, .files = files, .file_count = 2,
		.bases = bases, .base_count = 2,
	};
}

static enum status read_back(struct slice text, struct arena *a, struct run_record *out)
{
	struct findings findings = { 0 };
	enum status status = run_record_read(text, SLICE("run.xml"), a, out, &findings);

	assert_true(status == STATUS_OK || findings.per_level[LEVEL_TOLAK] > 0);
	findings_release(&findings);
	return status;
}

static void same_file(const struct run_file *a, const struct run_file *b)
{
	assert_int_equal(a->rows, b->rows);
	assert_int_equal(a->gross.sen, b->gross.sen);
	assert_int_equal(a->cuts.sen, b->cuts.sen);
	assert_int_equal(a->net.sen, b->net.sen);
	assert_int_equal(a->column_count, b->column_count);
	for (size_t i = 0; i < a->column_count; i++)
		assert_true(slice_equal(a->columns[i], b->columns[i]));
}

static void comes_back(void **state)
{
	struct run_record before = sample(), after = { 0 };
	struct arena a = { 0 };
	struct buf text = { 0 };

	(void)state;
	assert_int_equal(run_record_write(&before, &text), STATUS_OK);
	assert_int_equal(read_back(buf_slice(&text), &a, &after), STATUS_OK);
	assert_int_equal(after.file_count, 2);
	same_file(&before.files[0], &after.files[0]);
	same_file(&before.files[1], &after.files[1]);
	assert_int_equal(after.base_count, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_true(after.bases[i].nip == bases[i].nip);
		assert_int_equal(after.bases[i].base.sen, bases[i].base.sen);
	}
	buf_release(&text);
	arena_release(&a);
}

/* The sample with one piece replaced. */
static struct slice spoil(struct slice text, const char *piece, const char *by, struct arena *a)
{
	const char *at = memmem(text.ptr, text.len, piece, strlen(piece));
	size_t from;

	if (at == NULL)
		fail_msg("the sample has no %s", piece);
	from = (size_t)(at - text.ptr);
	return arena_printf(a, "%.*s%s%.*s", (int)from, text.ptr, by, (int)(text.len - from - strlen(piece)), at + strlen(piece));
}

static const struct {
	const char *piece, *by;
	enum status expected;
} spoilt[] = {
	{ "kotor=\"1\"", "kotor=\"0.5\"", STATUS_OK },
	{ "kotor=\"1\"", "kotor=\"-0.50\"", STATUS_OK },
	{ "kotor=\"1\"", "kotor=\"92233720368547758.07\"", STATUS_OK },
	{ "kotor=\"1\"", "kotor=\"92233720368547758.08\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"92233720368547759\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"1000000000000000000\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"-\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"-0\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"+1\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"01\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"1.\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\".5\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"1.005\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"1,5\"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"1.5 \"", STATUS_REJECT },
	{ "kotor=\"1\"", "kotor=\"1.-5\"", STATUS_REJECT },
	{ " kotor=\"1\"", "", STATUS_REJECT },
	{ " nama=\"jumlah_ditransfer\"", "", STATUS_REJECT },
	{ "rupiah=\"0\"", "rupiah=\"-1\"", STATUS_REJECT },
	{ "rupiah=\"0\"", "rupiah=\"0x1\"", STATUS_REJECT },
	{ "nip=\"198503122010011006\"", "nip=\"198503122010011005\"", STATUS_REJECT },
	{ "nip=\"198503122010011006\"", "nip=\"198503122010011004\"", STATUS_REJECT },
	{ "nip=\"198503122010011006\"", "nip=\"1985031220100110066\"", STATUS_REJECT },
	{ "<dasar nip", "<dasar lain=\"\" nip", STATUS_REJECT },
};

static void other_hands(void **state)
{
	struct run_record record = sample(), after;
	struct buf text = { 0 };
	size_t wrong = 0;

	(void)state;
	assert_int_equal(run_record_write(&record, &text), STATUS_OK);
	for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
		struct arena a = { 0 };

		if (read_back(spoil(buf_slice(&text), spoilt[i].piece, spoilt[i].by, &a), &a, &after) != spoilt[i].expected) {
			print_error("%s instead of %s: not status %d\n", spoilt[i].by, spoilt[i].piece, (int)spoilt[i].expected);
			wrong++;
		}
		arena_release(&a);
	}
	buf_release(&text);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(comes_back), cmocka_unit_test(other_hands) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
