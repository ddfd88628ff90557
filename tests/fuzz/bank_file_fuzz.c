/* Any bytes as the result of a bank: read or refused, and what is read holds the promises of bank_file.h; then held against a
 * list. Byte 0: which of two formats, or both. */
#include <nafkah/bank_file.h>

#include <stdio.h>
#include <stdlib.h>

#define HEAD(id, money) "<format-balasan xmlns=\"urn:nafkah:format-balasan:1\" id=\"" id "\" judul=\"J\" sumber=\"S\" " \
	"tanggal=\"2026-02-02\" teruji=\"ya\"><wadah jenis=\"csv\" pemisah=\"koma titik-koma tab pipa\"/><wadah jenis=\"xlsx\"/>" \
	"<wadah jenis=\"html\"/><kepala baris-maks=\"9\"/>" money
#define COLUMN(role, more, name) "<kolom peran=\"" role "\"" more "><nama>" name "</nama></kolom>"
#define MUST " wajib=\"ya\""
#define TAIL "<hasil arti=\"dibayar\"><teks>ok</teks></hasil><hasil arti=\"dikembalikan\"><teks>no</teks></hasil>" \
	"<hasil arti=\"belum-diketahui\" kosong=\"ya\"><teks>p</teks></hasil><lewati><teks>total</teks></lewati></format-balasan>"

static const char *const formats[] = {
	HEAD("a", "<uang desimal=\",\" ribuan=\".\"/>") COLUMN("kunci", MUST, "k") COLUMN("rekening", "", "r") COLUMN("jumlah", "", "j")
	COLUMN("status", MUST, "s") COLUMN("alasan", "", "a") COLUMN("tanggal", " gaya=\"iso ymd dmy\"", "t") TAIL,
	HEAD("b", "<uang desimal=\".\"/>") COLUMN("rekening", MUST, "r") COLUMN("jumlah", MUST, "j") COLUMN("status", MUST, "s") TAIL,
};

static const struct sent_line lines[] = {
	{ { "0123456789abcdef0123", 20 }, { "0012345678", 10 }, { "1", 1 }, { "1/P", 3 }, 1000 },
	{ { "0123456789abcdef0124", 20 }, { "0012345678", 10 }, { "1", 1 }, { "1/P", 3 }, 1000 },
	{ { "aaaaaaaaaaaaaaaaaaaa", 20 }, { "77", 2 }, { "2", 1 }, { "2/P", 3 }, 5 },
};

static void fail(const char *what)
{
	fprintf(stderr, "bank_file_fuzz: %s\n", what);
	abort();
}

static void judge(const struct bank_file *f)
{
	for (size_t i = 0; i < f->results.count; i++) {
		const struct bank_result *r = &f->results.items[i];

		for (size_t k = 0; k < r->account.len; k++)
			if (!ascii_is_digit(r->account.ptr[k]))
				fail("an account that is no digits");
		if (utf8_valid_prefix(r->reason) != r->reason.len)
			fail("a reason that is cut in a character");
		for (size_t k = 0; k < r->reason.len; k++)
			if (r->reason.ptr[k] == '\n' || r->reason.ptr[k] == '\r')
				fail("a reason of two lines");
		if (r->line == 0)
			fail("a result without its line");
	}
}

/* Every line keeps one fate, and the sums are what was sent. */
static void apply(struct arena *a, struct findings *fs, const struct bank_file *f)
{
	struct results_place at = { SLICE("b"), SLICE("t"), a, fs };
	struct sent_lines sent = { lines, sizeof lines / sizeof *lines };
	struct line_fate fates[sizeof lines / sizeof *lines] = { { .attempt = 1 }, { .fate = FATE_PAID }, { .fate = FATE_RETURNED } };
	size_t *line_of = arena_array(a, f->results.count, sizeof *line_of);
	struct fate_sums sums;
	uint64_t changed;

	if (line_of == NULL || results_match(&at, sent, f->results, line_of) != STATUS_OK ||
	    fates_apply(&at, sent, f->results, line_of, fates, &changed) != STATUS_OK)
		return;
	if (!fates_sum(sent, fates, &sums) || fates[2].fate != FATE_RETURNED || fates[2].now)
		fail("money is lost");
	if (fates_apply(&at, sent, f->results, line_of, fates, &changed) != STATUS_OK || changed != 0)
		fail("the same news change something");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct findings fs = { 0 };
	struct return_format known[2];
	struct bank_file_setup setup = { .file = SLICE("b"), .arena = &a, .findings = &fs };
	struct bank_file file;
	enum status status;

	if (size == 0)
		return 0;
	for (size_t i = 0; i < 2; i++)
		if (return_format_read(slice_from_c(formats[i]), SLICE("f"), &a, &known[i], &fs) != STATUS_OK)
			fail("a format is refused");
	setup.bytes = (struct slice){ (const char *)data + 1, size - 1 };
	setup.formats = known + (data[0] % 3 == 1 ? 1 : 0);
	setup.format_count = data[0] % 3 == 2 ? 2 : 1;
	setup.chosen = setup.format_count == 1;
	status = bank_file_read(&setup, &file);
	if (status == STATUS_OK) {
		judge(&file);
		apply(&a, &fs, &file);
	} else if (fs.count == 0) {
		fail("refused without a word");
	}
	findings_release(&fs);
	arena_release(&a);
	return 0;
}
