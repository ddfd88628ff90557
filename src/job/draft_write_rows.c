/* What a draft says of rows: line ends, rows that count, totals, titles, the end, and what stands in the way. */
#include "draft_private.h"

#include <inttypes.h>

enum { NAMES_MAX = 16, TEXT_MAX = 100 /* characters of a text in a layout */ };

static bool is_address(const struct draft_column *c)
{
	return c->folded.len > 0 && !c->is_role && (c->multiline || header_is_address(c->folded));
}

static void write_addresses(struct draft *d)
{
	size_t count = 0;

	for (size_t i = 0; i < d->column_count; i++)
		if (d->columns[i].multiline && !header_is_address(d->columns[i].folded))
			draft_say(d, d->columns[i].is_role, "Ada pindah baris di dalam sel kolom %.*s.",
			          SLICE_ARG(d->columns[i].folded));
	for (size_t i = 0; i < d->column_count && count < NAMES_MAX; i++)
		if (is_address(&d->columns[i]))
			draft_put(d, "%s<nama>%.*s</nama>", count++ == 0 ? "  <alamat>" : "", SLICE_ARG(d->columns[i].folded));
	if (count > 0)
		draft_put(d, "</alamat>\n");
}

static void write_count(struct draft *d)
{
	if (d->count_column != NO_COLUMN) {
		struct slice folded = d->columns[d->count_column].folded;

		draft_say(d, false, "Hanya baris dengan nilai ini yang dihitung; yang lain (rapel dan sebagainya) disalin.");
		draft_put(d, "  <hitung kolom=\"%.*s\" nilai=\"%s\"/>\n", SLICE_ARG(folded), header_count_value(folded));
	}
	if (d->rows.twice > 0)
		draft_say(d, true, "%" PRIu64 " baris memuat NIP yang sudah ada (pertama baris %" PRIu64 "). Bila itu rapel, sebut "
		          "kolom dan nilai yang membedakannya: <hitung kolom=\"...\" nilai=\"...\"/>.", d->rows.twice,
		          d->rows.twice_line);
}

/* The part of a text that does not change from row to row: up to a number, a Roman numeral or a single letter. */
static struct slice stem_of(struct slice folded)
{
	struct slice rest = folded, word;
	size_t len = 0;

	while (rest.ptr != NULL) {
		bool varies = true, digits = false;

		word = slice_cut(&rest, '_');
		for (size_t i = 0; i < word.len; i++) {
			digits = digits || ascii_is_digit(word.ptr[i]);
			varies = varies && memchr("ivxabcde", word.ptr[i], 8) != NULL;
		}
		if ((digits || (varies && word.len <= 4)) && len > 0)
			break;
		len = (size_t)(word.ptr + word.len - folded.ptr);
	}
	return slice_sub(folded, 0, len);
}

/* What both begin with, in whole words. */
static struct slice common_words(struct slice a, struct slice b)
{
	size_t len = 0;

	for (size_t i = 0; i <= a.len && i <= b.len; i++) {
		bool a_ends = i == a.len || a.ptr[i] == '_', b_ends = i == b.len || b.ptr[i] == '_';

		if (a_ends && b_ends)
			len = i;
		if (i == a.len || i == b.len || a.ptr[i] != b.ptr[i])
			break;
	}
	return slice_sub(a, 0, len);
}

/* The texts of one class as few words: their common beginning, or each of them. */
static void write_words(struct draft *d, const char *element, const struct slice *texts, size_t count)
{
	struct slice common = count > 0 ? stem_of(texts[0]) : SLICE("");
	bool begins = false;

	for (size_t i = 0; i < count; i++) {
		common = common_words(common, stem_of(texts[i]));
		begins = begins || stem_of(texts[i]).len < texts[i].len;
	}
	for (size_t i = 0; i < count && common.len > 0; i++)
		begins = begins || common.len < texts[i].len;
	draft_put(d, "  <%s%s>", element, begins ? " cocok=\"awal\"" : "");
	for (size_t i = 0; i < (common.len > 0 ? 1 : count); i++) {
		struct slice text = common.len > 0 ? common : stem_of(texts[i]);

		draft_put(d, "<teks>%.*s</teks>", (int)(text.len < TEXT_MAX ? text.len : TEXT_MAX), text.ptr);
	}
	draft_put(d, "</%s>\n", element);
}

enum total_class { TOTAL_WHOLE, TOTAL_PART, TOTAL_UNCLEAR };

static enum total_class class_of(const struct draft *d, const struct draft_total *t)
{
	bool other_whole = false;

	for (size_t i = 0; i < d->rows.total_count; i++)
		other_whole = other_whole || (&d->rows.totals[i] != t && d->rows.totals[i].whole > 0);
	if (t->neither > 0 || (t->whole > 0 && t->part > 0))
		return TOTAL_UNCLEAR;
	if (header_begins_subtotal(t->folded) || t->part > 0)
		return TOTAL_PART;
	return t->whole > 0 || !other_whole ? TOTAL_WHOLE : TOTAL_PART;
}

static size_t list_totals(const struct draft *d, enum total_class wanted, struct slice texts[static DRAFT_WORDS])
{
	size_t count = 0;

	for (size_t i = 0; i < d->rows.total_count; i++)
		if (class_of(d, &d->rows.totals[i]) == wanted && d->rows.totals[i].folded.len <= TEXT_MAX)
			texts[count++] = d->rows.totals[i].folded;
	return count;
}

static void say_unclear(struct draft *d, const struct draft_total *t)
{
	draft_say(d, true, "baris %" PRIu64 " (\"%.*s\") tampak seperti baris jumlah, tetapi angkanya bukan selalu jumlah "
	          "semua baris di atasnya, atau bukan selalu jumlah sejak sub-jumlah sebelumnya; tata letak tidak dapat "
	          "membedakannya.", t->line,
	          (int)(t->folded.len < TEXT_MAX ? t->folded.len : TEXT_MAX), t->folded.ptr);
}

/* Returns whether there are totals of the whole. */
static bool write_totals(struct draft *d)
{
	struct slice texts[DRAFT_WORDS];
	size_t count;
	bool whole;

	for (size_t i = 0; i < d->rows.total_count; i++)
		if (class_of(d, &d->rows.totals[i]) == TOTAL_UNCLEAR)
			say_unclear(d, &d->rows.totals[i]);
	if (d->rows.totals_lost)
		draft_say(d, true, "terlalu banyak teks baris jumlah yang berbeda; tidak semuanya diperiksa.");
	count = list_totals(d, TOTAL_WHOLE, texts);
	whole = count > 0;
	if (!whole)
		draft_say(d, false, "Tidak ada baris jumlah; bila kelak ada, berkasnya ditolak sampai <jumlah> ditulis.");
	if (whole) {
		draft_say(d, false, "Ada baris jumlah, jadi wajib: tanpa itu berkas terpotong. Tulis \"tidak\" bila tidak selalu "
		          "ada.");
		draft_put(d, "  <jumlah wajib=\"ya\">");
		for (size_t i = 0; i < count; i++)
			draft_put(d, "<teks>%.*s</teks>", SLICE_ARG(texts[i]));
		draft_put(d, "</jumlah>\n");
	}
	count = list_totals(d, TOTAL_PART, texts);
	if (count > 0)
		write_words(d, "sub-jumlah", texts, count);
	return whole;
}

static void write_titles(struct draft *d)
{
	if (d->rows.titles.count == 0)
		return;
	draft_say(d, false, "Baris tanpa uang di antara orang (pertama baris %" PRIu64 ") dianggap judul kelompok; "
	          "periksa.",
	          d->rows.titles.line);
	write_words(d, "judul-kelompok", d->rows.titles.items, d->rows.titles.count);
}

static void write_end(struct draft *d, bool whole)
{
	if (d->rows.tail.count == 0)
		return;
	if (whole && d->rows.tail_behind_total) {
		draft_say(d, false, "Setelah baris jumlah ada baris lain (mulai baris %" PRIu64 "), misalnya tanda tangan.",
		          d->rows.tail.line);
		draft_put(d, "  <akhir setelah-jumlah=\"ya\"/>\n");
		return;
	}
	draft_say(d, true, "mulai baris %" PRIu64 " ada baris tanpa uang; dianggap bukan daftar gaji lagi. Periksa "
	          "teksnya.",
	          d->rows.tail.line);
	write_words(d, "akhir", d->rows.tail.items, 1);
}

/* Rows because of which the file would be refused, or nothing was proved. */
static void write_faults(struct draft *d)
{
	const struct draft_rows *r = &d->rows;
	const struct {
		uint64_t count, line;
		const char *what, *then;
	} faults[] = {
		{ r->other_count, r->other_count_line, "baris tidak mempunyai jumlah kolom yang sama dengan kepala", "" },
		{ r->nameless, r->nameless_line, "baris memuat uang tanpa NIP, nama, atau kata",
		  "; baris jumlah tanpa kata ditolak" },
		{ r->misplaced, r->misplaced_line, "baris memuat teks di kolom uang", "; baris seperti itu ditolak" },
		{ r->repeated, r->repeated_line, "kepala berulang di antara data", "; ekspor ulang tanpa kepala per halaman" },
		{ r->unpaid, r->unpaid_line, "baris memuat NIP tanpa uang",
		  "; bila itu penanda tangan, NIP-nya tidak boleh berdiri di kolom NIP" },
		{ r->damaged, r->damaged_line, "NIP atau rekening rusak oleh lembar sebar, berupa rumus, atau memuat karakter asing",
		  "; berkas seperti ini ditolak" },
		{ r->blanks, r->blank_line, "baris kosong di antara data", "; berkas seperti ini ditolak" },
		{ r->numbers_as_key, r->key_line, "baris memuat NIP atau rekening yang tersimpan sebagai angka",
		  "; simpan kolom itu sebagai Teks" },
		{ r->formulas, r->formula_line, "nilai uang berupa rumus atau galat", "; ganti dengan nilainya" },
	};

	if (d->refused)
		draft_say(d, true, "berkas ini hanya terbaca sampai baris %" PRIu64 "; temuannya tertulis di layar.",
		          d->last_line);
	if (r->persons == 0)
		draft_say(d, true, "tidak ada baris orang yang dikenal, jadi hampir tidak ada yang teruji.");
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (faults[i].count > 0)
			draft_say(d, true, "%" PRIu64 " %s (pertama baris %" PRIu64 ")%s.", faults[i].count, faults[i].what,
			          faults[i].line, faults[i].then);
}

void draft_write_rows(struct draft *d)
{
	bool whole;

	write_addresses(d);
	write_count(d);
	whole = write_totals(d);
	write_titles(d);
	write_end(d, whole);
	write_faults(d);
}
