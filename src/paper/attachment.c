/* lampiran-transfer.html: what is signed and kept with an SP2D. The list as the channel carries it, what it does not carry and
 * why, sums that are paid out by themselves, and room for numbers, days and signatures. */
#include "attachment_private.h"
#include "letterhead.h"

#include <assert.h>

enum { SHEETS_MAX = 12 };

#define TITLE "Lampiran transfer nafkah"
#define TRIAL "UJI COBA — format ini belum diuji dengan bank"
#define SHEET \
	".uji-coba{border:3px double #111;padding:.5rem 1rem;margin:0 0 1rem;text-align:center;font-weight:700;letter-spacing:.04em}\n" \
	".pokok{margin:.8rem 0 1.2rem}.pokok th{width:11rem;color:#444}.pokok th,.pokok td{border-bottom:0;padding:.12rem 0}\n" \
	".rekap thead th:first-child{width:18%}.rekap thead .n{width:16%}.rekap thead th:nth-child(4){padding-left:2rem}\n" \
	".rekap tbody th,.rekap tbody td{padding-top:.6rem}.rekap td:nth-child(4){padding-left:2rem}\n" \
	".isi{border-bottom:1px dotted #111;min-height:1.3em;margin:0}.tetap{white-space:nowrap;overflow-wrap:normal}\n" \
	".transfer{font-size:.84rem}.transfer thead th:nth-child(1){width:4%}.transfer thead th:nth-child(2){width:20%}\n" \
	".transfer thead th:nth-child(3){width:18%}.transfer thead th:nth-child(5){width:11%}\n" \
	".transfer thead th:nth-child(6){width:20%}.transfer thead th:nth-child(7){width:11%}\n" \
	".tahan thead th:nth-child(2){width:17%}.tahan thead th:nth-child(3){width:11%}.tahan thead th:nth-child(7){width:22%}\n"
#define SHEET_OF_PAPER "@media print{.rekap,.terbilang{break-inside:avoid}}\n"

static void spelt_words(struct attachment *a, int64_t rupiah)
{
	struct buf text = { 0 };

	terbilang(rupiah, &text);
	buf_append(&text, SLICE(" rupiah"));
	attachment_say(a, &text);
}

static void date_words(struct attachment *a, struct date d)
{
	struct buf text = { 0 };

	words_date(d, &text);
	attachment_say(a, &text);
}

static void close_list(struct attachment *a)
{
	html_close(&a->h);
	html_close(&a->h);
}

/* A label and what the caller writes into the open cell. */
static void open_fact(struct attachment *a, const char *label)
{
	html_open(&a->h, "tr");
	html_open(&a->h, "th");
	html_attr_words(&a->h, "scope", "row");
	html_words(&a->h, label);
	html_close(&a->h);
	html_open(&a->h, "td");
}

static void close_fact(struct attachment *a)
{
	html_close(&a->h);
	html_close(&a->h);
}

/* ---- the parts of the page ---- */

static void month_words(const struct attachment *a, struct buf *out)
{
	if (a->o->transfers->count > 0)
		words_month(a->o->transfers->items[0].period, out);
}

/* Up to <body>; what it is stands on every printed sheet. */
static void begin(struct attachment *a)
{
	const char *sheets[SHEETS_MAX] = { NULL };
	struct buf title = { 0 }, foot = { 0 };
	size_t count = 0;

	buf_append(&title, SLICE(TITLE " "));
	month_words(a, &title);
	buf_printf(&foot, "@page{@bottom-left{content:\"%.*s\"}%s}\n", SLICE_ARG(buf_slice(&title)),
	           a->trial ? "@top-center{content:\"" TRIAL "\";font:bold 8pt sans-serif}" : "");
	buf_char(&foot, '\0');
	for (; page_style[count] != NULL; count++) {
		assert(count + 4 < SHEETS_MAX);
		sheets[count] = page_style[count];
	}
	sheets[count++] = SHEET;
	sheets[count++] = SHEET_OF_PAPER;
	sheets[count] = foot.failed ? "" : foot.ptr;
	html_begin_page(&a->h, "id", buf_slice(&title), sheets);
	a->h.out->failed = a->h.out->failed || title.failed || foot.failed;
	buf_release(&title);
	buf_release(&foot);
}

static void payer(struct attachment *a)
{
	const struct office *o = a->office;

	if (o == NULL || !o->account.stated)
		return;
	open_fact(a, "Rekening pembayar");
	html_text(&a->h, o->account.number);
	html_words(&a->h, ", bank ");
	attachment_bank(a, o->account.bank);
	html_words(&a->h, ", atas nama ");
	html_text(&a->h, o->account.holder);
	close_fact(a);
}

static void title(struct attachment *a)
{
	struct buf month = { 0 };

	html_element(&a->h, "h1", NULL, TITLE);
	html_open_class(&a->h, "p", "periode");
	month_words(a, &month);
	attachment_say(a, &month);
	html_close(&a->h);
	html_open_class(&a->h, "table", "pokok lebar");
	html_open(&a->h, "tbody");
	open_fact(a, "Tanggal bayar");
	date_words(a, a->o->pay_date);
	close_fact(a);
	open_fact(a, "Saluran bank");
	html_text(&a->h, a->o->format->title);
	close_fact(a);
	payer(a);
	close_list(a);
}

static void recap_row(struct attachment *a, const char *label, struct sum s, bool to_fill_in)
{
	html_open(&a->h, "tr");
	html_open(&a->h, "th");
	html_attr_words(&a->h, "scope", "row");
	html_words(&a->h, label);
	html_close(&a->h);
	attachment_count_cell(a, s.count);
	attachment_rupiah_cell(a, s.rupiah);
	for (int i = 0; i < 2; i++) {
		html_open(&a->h, "td");
		if (to_fill_in)
			html_element(&a->h, "p", "isi", "");
		html_close(&a->h);
	}
	html_close(&a->h);
}

/* Each payroll's money is paid out by an SP2D of its own. */
static void recap(struct attachment *a)
{
	static const char *const headings[] = { "Sumber", "#Transfer", "#Jumlah", "Nomor SP2D", "Tanggal SP2D", NULL };
	size_t kinds = 0;

	attachment_open_table(a, "lebar rekap", headings);
	for (unsigned k = 0; k < KIND_COUNT; k++) {
		struct sum s = attachment_sum(a, (struct chosen){ .of_kind = true, .kind = (enum kind)k });

		if (s.count == 0)
			continue;
		recap_row(a, kind_label((enum kind)k), s, true);
		kinds++;
	}
	html_close(&a->h);
	if (kinds > 1) {
		html_open(&a->h, "tfoot");
		recap_row(a, "Jumlah", attachment_sum(a, (struct chosen){ 0 }), false);
		html_close(&a->h);
	}
	html_close(&a->h);
}

static void words_of_sums(struct attachment *a)
{
	struct sum all = attachment_sum(a, (struct chosen){ 0 });

	html_open_class(&a->h, "p", "terbilang");
	html_words(&a->h, "Terbilang: ");
	html_open(&a->h, "strong");
	spelt_words(a, all.rupiah);
	html_close(&a->h);
	html_words(&a->h, ".");
	html_close(&a->h);
	for (unsigned k = 0; k < KIND_COUNT; k++) {
		struct sum s = attachment_sum(a, (struct chosen){ .of_kind = true, .kind = (enum kind)k });

		if (s.count == 0 || s.count == all.count)
			continue;
		html_open_class(&a->h, "p", "terbilang catatan");
		html_words(&a->h, kind_label((enum kind)k));
		html_words(&a->h, ": ");
		spelt_words(a, s.rupiah);
		html_words(&a->h, ".");
		html_close(&a->h);
	}
}

static void agreement(struct attachment *a)
{
	struct sum s = attachment_sum(a, (struct chosen){ 0 });

	html_open_class(&a->h, "section", "pengesahan");
	html_attr_words(&a->h, "id", "pengesahan");
	html_element(&a->h, "h2", NULL, "Pengesahan");
	html_open(&a->h, "p");
	html_words(&a->h, "Daftar transfer di atas, ");
	attachment_count(a, s.count);
	html_words(&a->h, " baris sebesar ");
	html_open(&a->h, "strong");
	attachment_rupiah(a, s.rupiah);
	html_close(&a->h);
	html_words(&a->h, " (");
	spelt_words(a, s.rupiah);
	html_words(&a->h, "), disetujui untuk dibayarkan pada ");
	date_words(a, a->o->pay_date);
	html_words(&a->h, ".");
	html_close(&a->h);
	letterhead_sign(&a->h, a->office);
	html_close(&a->h);
}

static void foot(struct attachment *a)
{
	html_open(&a->h, "footer");
	html_words(&a->h, "Disusun oleh ");
	html_text(&a->h, a->program);
	html_words(&a->h, ". Keutuhan halaman ini dan berkas di sampingnya dibuktikan dengan sha256sum -c SHA256SUMS.");
	html_close(&a->h);
}

enum status attachment_write(const struct payment_order *o, const struct carried *carried, bool trial, struct slice program,
                             struct buf *out)
{
	struct attachment a = { .o = o, .carried = carried, .trial = trial, .program = program, .h = { .out = out } };

	if (o->office != NULL && o->office->name.len > 0)
		a.office = o->office;
	begin(&a);
	if (trial)
		html_element(&a.h, "p", "uji-coba", TRIAL);
	letterhead_write(&a.h, a.office);
	html_open(&a.h, "main");
	title(&a);
	recap(&a);
	words_of_sums(&a);
	attachment_transfers(&a);
	attachment_not_sent(&a);
	agreement(&a);
	html_close(&a.h);
	foot(&a);
	html_close(&a.h);
	html_close(&a.h);
	return out->failed ? STATUS_FAIL : STATUS_OK;
}
