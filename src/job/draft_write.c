/* The layout that is drafted, as text: by hand, for a person reads it. One element a line, and comments where they are needed,
 * which the writer of wire has neither of. */
#include "draft_private.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

enum { COMMENT_WIDTH = 110, LIST_MAX = 4000 };

/* U+FFFE and U+FFFF, which XML cannot hold. */
static bool is_no_character(struct slice s, size_t at)
{
	return s.len - at >= 3 && s.ptr[at] == '\xef' && s.ptr[at + 1] == '\xbf' && (s.ptr[at + 2] == '\xbe' || s.ptr[at + 2] == '\xbf');
}

static void put_attribute(struct buf *out, struct slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (is_no_character(text, i)) {
			buf_char(out, '?');
			i += 2;
		} else if (c == '&' || c == '<' || c == '>' || c == '"') {
			buf_append(out, c == '&' ? SLICE("&amp;") : c == '<' ? SLICE("&lt;") : c == '>' ? SLICE("&gt;") : SLICE("&quot;"));
		} else {
			buf_char(out, c);
		}
	}
}

/* Two hyphens end a comment. Lines are broken at blanks. */
static void put_comment(struct buf *out, struct slice text)
{
	size_t width = 7, word = 0;
	char before = ' ';

	buf_append(out, SLICE("  <!-- "));
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == ' ') {
			for (word = i + 1; word < text.len && text.ptr[word] != ' '; word++)
				;
			if (width + (word - i) > COMMENT_WIDTH) {
				buf_append(out, SLICE("\n       "));
				width = 7;
				continue;
			}
		}
		if (c == '-' && before == '-')
			buf_char(out, ' ');
		if (is_no_character(text, i)) {
			c = '?';
			i += 2;
		}
		buf_char(out, c);
		before = c;
		width++;
	}
	buf_append(out, SLICE(" -->\n"));
}

static void __attribute__((format(printf, 2, 3))) put(struct draft *d, const char *format, ...)
{
	char line[1024];
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(line, sizeof line, format, args);
	va_end(args);
	if (len < 0 || (size_t)len >= sizeof line)
		d->body.failed = true;
	else
		buf_append(&d->body, (struct slice){ line, (size_t)len });
}

/* The text of the comment stands in d->scratch. */
static void say_scratch(struct draft *d)
{
	put_comment(&d->body, buf_slice(&d->scratch));
	buf_clear(&d->scratch);
}

static void __attribute__((format(printf, 3, 4))) say(struct draft *d, bool open, const char *format, ...)
{
	char line[1024];
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(line, sizeof line, format, args);
	va_end(args);
	buf_clear(&d->scratch);
	if (open) {
		d->open++;
		buf_append(&d->scratch, SLICE("LENGKAPI: "));
	}
	buf_append(&d->scratch, (struct slice){ line, len < 0 ? 0 : (size_t)len < sizeof line ? (size_t)len : sizeof line - 1 });
	say_scratch(d);
}

/* '"NIP Pegawai" (kolom 3)' */
static void list_column(struct draft *d, struct buf *out, int column)
{
	struct slice shown = d->columns[column].shown;

	if (shown.len > DRAFT_TEXT)
		shown.len = utf8_valid_prefix(slice_sub(shown, 0, DRAFT_TEXT));
	buf_printf(out, "\"%.*s\" (kolom %d)", SLICE_ARG(shown), column + 1);
}

static void list_columns(struct draft *d, struct buf *out, const int16_t *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_append(out, SLICE(", "));
		list_column(d, out, columns[i]);
	}
}

/* ---- the head ---- */

static void write_id(struct draft *d)
{
	struct slice folded = header_fold(d->arena, d->setup->file);
	size_t end = folded.len;

	/* without what says the container */
	for (size_t i = 0; i < folded.len; i++)
		if (folded.ptr[i] == '_' && folded.len - i <= 5 && i > 0)
			end = i < end ? i : end;
	folded.len = end < 50 ? end : 50;
	buf_append(&d->body, SLICE("draf-"));
	for (size_t i = 0; i < folded.len; i++)
		buf_char(&d->body, folded.ptr[i] == '_' ? '-' : folded.ptr[i]);
}

/* Kinds that are spoken of: above the header and in the name of the file; in the name of the gross column; in any name. */
static void collect_kinds(struct draft *d, unsigned *around, unsigned *gross, unsigned *names)
{
	int column = d->roles[ROLE_KOTOR].column;

	*around = header_kinds(header_fold(d->arena, d->setup->file));
	for (size_t r = 0; r < d->header_at; r++)
		for (size_t i = 0; i < d->sample[d->cut][r].count; i++)
			*around |= header_kinds(header_fold(d->arena, d->sample[d->cut][r].cells[i].text));
	*gross = column != NO_COLUMN ? header_kinds(d->columns[column].folded) : 0;
	*names = 0;
	for (size_t i = 0; i < d->column_count; i++)
		*names |= header_kinds(d->columns[i].folded);
}

static bool is_one(unsigned kinds)
{
	return kinds != 0 && (kinds & (kinds - 1)) == 0;
}

static enum kind kind_of_bit(unsigned bit)
{
	unsigned kind = 0;

	while ((bit >> kind & 1) == 0)
		kind++;
	return (enum kind)kind;
}

/* False: nothing speaks of one, or two sources contradict each other. */
static bool choose_kind(struct draft *d, enum kind *out)
{
	const unsigned special = 1u << KIND_THR | 1u << KIND_GAJI13;
	unsigned around, gross, names, decided;

	collect_kinds(d, &around, &gross, &names);
	*out = KIND_GAJI;
	if ((around & special) != 0)
		decided = around & special;
	else if (is_one(gross) && is_one(around) && gross != around)
		return false;
	else
		decided = is_one(gross) ? gross : around != 0 ? around : names;
	if (!is_one(decided))
		return false;
	*out = kind_of_bit(decided);
	return true;
}

static void write_root(struct draft *d)
{
	enum kind kind;
	bool known = choose_kind(d, &kind);

	if (known)
		say(d, false, "Ganti id (huruf kecil, angka, tanda hubung) dan judul. Jenis \"%s\" menurut kata di berkas ini.", kind_name(kind));
	else
		say(d, true, "jenis tidak dapat dipastikan dari kata di berkas ini: gaji, tpp, thr, atau gaji13? Ganti juga id dan judul.");
	buf_append(&d->body, SLICE("<tata-letak xmlns=\"urn:nafkah:tata-letak:1\" id=\""));
	write_id(d);
	put(d, "\" jenis=\"%s\" judul=\"DRAF dari ", kind_name(kind));
	buf_clear(&d->scratch);
	append_escaped(&d->scratch, d->setup->file, false);
	put_attribute(&d->body, slice_sub(buf_slice(&d->scratch), 0, utf8_valid_prefix(slice_sub(buf_slice(&d->scratch), 0, 250))));
	buf_append(&d->body, SLICE("\">\n"));
}

static const char *delimiter_word(const struct draft *d)
{
	static const char *const words[DRAFT_CUTS] = { "koma", "titik-koma", "tab", "pipa" };

	return words[d->cut];
}

static const char *encoding_word(enum encoding e)
{
	return e == ENCODING_WINDOWS_1252 ? "windows-1252" : e == ENCODING_CP850 ? "cp850" : "cp437";
}

static void write_container(struct draft *d)
{
	const char *encoding = d->setup->has_encoding ? encoding_word(d->setup->encoding) : "utf-8 utf-16";

	if (d->setup->has_encoding)
		say(d, true, "berkas ini bukan UTF-8 dan tidak menyebut pengodeannya; \"%s\" hanya dugaan. Periksa huruf beraksen.", encoding);
	switch (d->container) {
	case CONTAINER_CSV:
		put(d, "  <wadah jenis=\"csv\" pemisah=\"%s\" pengodean=\"%s\"/>\n", delimiter_word(d), encoding);
		break;
	case CONTAINER_XLSX:
		buf_append(&d->body, SLICE("  <wadah jenis=\"xlsx\""));
		if (d->setup->sheet.len > 0) {
			buf_append(&d->body, SLICE(" lembar=\""));
			put_attribute(&d->body, d->setup->sheet);
			buf_char(&d->body, '"');
		}
		buf_append(&d->body, d->rows.total_formulas ? SLICE(" rumus-jumlah=\"hitung\"/>\n") : SLICE("/>\n"));
		break;
	case CONTAINER_DBF:
		if (d->setup->has_encoding)
			put(d, "  <wadah jenis=\"dbf\" pengodean=\"%s\"/>\n", encoding);
		else
			put(d, "  <wadah jenis=\"dbf\"/>\n");
		break;
	case CONTAINER_HTML:
		put(d, "  <wadah jenis=\"html\"/>\n");
		break;
	}
}

static void write_header(struct draft *d)
{
	size_t row = d->header_at + 1;

	if (d->by_position)
		say(d, true, "tidak ada nama kolom yang dikenal; baris %" PRIu64 " dianggap kepala karena data mulai di bawahnya.",
		    d->sample[d->cut][d->header_at].line);
	if (d->has_twin) {
		buf_clear(&d->scratch);
		buf_append(&d->scratch, SLICE("LENGKAPI: dua kolom bernama sama: "));
		list_column(d, &d->scratch, (int)d->twin_of);
		buf_append(&d->scratch, SLICE(" dan "));
		list_column(d, &d->scratch, (int)d->twin);
		buf_append(&d->scratch, SLICE("; berkas seperti ini ditolak sampai salah satunya diganti nama."));
		d->open++;
		say_scratch(d);
	}
	put(d, "  <kepala baris-maks=\"%zu\"%s%s/>\n", row <= 20 ? (size_t)20 : row, d->two_levels ? " tingkat=\"2\"" : "",
	    d->rows.numbered ? " nomor-kolom=\"ya\"" : "");
}

static void write_money(struct draft *d)
{
	const struct money_guess *g = &d->rows.money;
	struct money_guessed m = money_guess_end(g);

	if (m.misfits > 0)
		say(d, true, "%" PRIu64 " nilai uang tidak ditulis dengan gaya di bawah ini (pertama di baris %" PRIu64
		    "); satu berkas harus bergaya satu.", m.misfits, m.misfit_line);
	if (g->amounts == 0)
		say(d, false, "Tidak ada nilai uang berupa teks; gaya ini tidak teruji.");
	else if (!m.decimals_seen && !m.groups_seen)
		say(d, false, "Gaya uang belum pasti: semua nilai di berkas ini tanpa tanda desimal dan tanpa tanda ribuan, dan hanya "
		    "yang demikian, atau dengan titik desimal, akan diterima.");
	else if (!m.decimals_seen)
		say(d, false, "Tanda desimal tidak tampak di berkas ini; \"%c\" disimpulkan dari tanda ribuannya.", m.style.decimal);
	put(d, "  <uang desimal=\"%c\"", m.style.decimal);
	if (m.style.group != 0 && m.groups_seen)
		put(d, " ribuan=\"%s\"", m.style.group == ' ' ? "spasi" : m.style.group == '.' ? "." : ",");
	if (g->empty > 0 || g->dashes > 0)
		put(d, " nol=\"%s%s%s\"", g->empty > 0 ? "kosong" : "", g->empty > 0 && g->dashes > 0 ? " " : "",
		    g->dashes > 0 ? "tanda-hubung" : "");
	put(d, "/>\n");
}

/* ---- columns ---- */

static bool is_needed(enum role role)
{
	return role == ROLE_NIP || role == ROLE_NAMA || role == ROLE_KOTOR || role == ROLE_POTONGAN || role == ROLE_BERSIH;
}

static bool is_money(enum role role)
{
	return role == ROLE_KOTOR || role == ROLE_POTONGAN || role == ROLE_SUKARELA || role == ROLE_TUNJANGAN_PASANGAN;
}

static void column_element(struct draft *d, struct buf *out, enum role role, int column)
{
	static const char *const styles[] = { "iso", "ymd", "dmy" };
	const struct draft_column *c = &d->columns[column];
	bool needed = is_needed(role) || role == ROLE_SUKARELA || role == ROLE_PERIODE;
	const char *between = "";

	buf_printf(out, "<kolom peran=\"%s\"%s", role_name(role), needed ? " wajib=\"ya\"" : "");
	if (role == ROLE_PERIODE) {
		buf_append(out, SLICE(" gaya=\""));
		for (unsigned i = 0; i < 3; i++) {
			if ((d->rows.periods >> i & 1) == 0)
				continue;
			buf_printf(out, "%s%s", between, styles[i]);
			between = " ";
		}
		buf_char(out, '"');
	}
	buf_printf(out, "%s><nama>%.*s</nama></kolom>", c->is_signed && is_money(role) ? " bertanda=\"ya\"" : "", SLICE_ARG(c->folded));
}

static void write_column(struct draft *d, enum role role, int column)
{
	if (d->columns[column].is_signed && is_money(role))
		say(d, false, "Kolom berikut memuat nilai negatif, karena itu bertanda=\"ya\".");
	buf_append(&d->body, SLICE("  "));
	column_element(d, &d->body, role, column);
	buf_char(&d->body, '\n');
	d->columns[column].is_role = true;
}

/* Each as an element to be taken out of its comment. */
static void write_alternatives(struct draft *d, enum role role, const int16_t *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (d->columns[columns[i]].folded.len == 0)
			continue;
		buf_append(&d->body, SLICE("  <!-- "));
		column_element(d, &d->body, role, columns[i]);
		buf_append(&d->body, SLICE(" -->\n"));
	}
}

/* A column that no export has: nothing is read until somebody has decided. */
static void write_placeholder(struct draft *d, enum role role)
{
	put(d, "  <kolom peran=\"%s\" wajib=\"ya\"><nama>lengkapi_%s</nama></kolom>\n", role_name(role), role_name(role));
}

static void write_missing(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	if (!is_needed(role))
		return;
	if (c->count == 0)
		say(d, true, "tidak ada kolom yang dikenal sebagai %s; tulis namanya.", role_name(role));
	else
		say(d, true, "tidak ada kolom yang bernama %s; menurut isinya mungkin yang berikut ini. Pilih satu.", role_name(role));
	write_alternatives(d, role, c->columns, c->count);
	write_placeholder(d, role);
}

static void write_competing(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	say(d, true, "%zu kolom dapat berperan %s; pilih satu.", c->count, role_name(role));
	write_alternatives(d, role, c->columns, c->count);
	if (is_needed(role))
		write_placeholder(d, role);
}

static void write_weak(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	say(d, is_needed(role), "nama kolom berikut hanya mungkin berarti %s, dan angkanya tidak membuktikannya.", role_name(role));
	write_alternatives(d, role, c->columns, c->count);
	if (is_needed(role))
		write_placeholder(d, role);
}

static void write_by_figures(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	buf_clear(&d->scratch);
	buf_printf(&d->scratch, "LENGKAPI: beberapa kolom dapat berperan %s: ", role_name(role));
	list_columns(d, &d->scratch, c->columns, c->count);
	buf_printf(&d->scratch, "; hanya yang berikut ini cocok dengan isinya. Pastikan.");
	d->open++;
	say_scratch(d);
	write_column(d, role, c->column);
}

/* Also possible, but the name of the chosen one says more. */
static void note_lesser(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	if (c->lesser_count == 0 || c->column == NO_COLUMN)
		return;
	buf_clear(&d->scratch);
	buf_printf(&d->scratch, "Bukan %s: ", role_name(role));
	list_columns(d, &d->scratch, c->lesser, c->lesser_count);
	buf_append(&d->scratch, SLICE("."));
	say_scratch(d);
}

static void write_role(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	if (c->column != NO_COLUMN && d->columns[c->column].folded.len == 0) {
		write_missing(d, role); /* its name cannot stand in a layout */
		return;
	}
	switch (c->how) {
	case DRAFT_MISSING:
		write_missing(d, role);
		break;
	case DRAFT_COMPETE:
		write_competing(d, role);
		break;
	case DRAFT_WEAK:
		write_weak(d, role);
		break;
	case DRAFT_BY_FIGURES:
		write_by_figures(d, role);
		note_lesser(d, role);
		break;
	case DRAFT_FOUND:
		write_column(d, role, c->column);
		note_lesser(d, role);
		break;
	}
}

static void write_period(struct draft *d)
{
	const struct draft_choice *c = &d->roles[ROLE_PERIODE];
	char month[8];

	if (c->column == NO_COLUMN || d->rows.period_values == 0) {
		write_role(d, ROLE_PERIODE);
		return;
	}
	if (d->rows.periods == 0) {
		buf_clear(&d->scratch);
		buf_append(&d->scratch, SLICE("Kolom "));
		list_column(d, &d->scratch, c->column);
		buf_append(&d->scratch, SLICE(" bernama seperti periode, tetapi isinya bukan bulan atau tanggal yang dikenal (iso, ymd, dmy)."));
		say_scratch(d);
		return;
	}
	month_format(d->rows.month, month);
	if (d->rows.months_differ)
		say(d, true, "kolom periode menyebut lebih dari satu bulan; satu berkas harus satu bulan.");
	else
		say(d, false, "Periode menurut berkas ini: %s.", month);
	write_role(d, ROLE_PERIODE);
}

/* A name may stand once in a layout, also where a file has it twice; one that is too long may not. */
static bool is_taken(const struct draft *d, struct slice folded)
{
	bool taken = folded.len == 0;

	for (size_t i = 0; i < d->column_count; i++)
		taken = taken || (d->columns[i].is_role && slice_equal(d->columns[i].folded, folded));
	return taken;
}

static void write_voluntary(struct draft *d)
{
	if (d->voluntary_count == 0)
		say(d, false, "Tidak ada kolom potongan sukarela (pinjaman, koperasi, zakat) yang dikenal. Bila ada, tambahkan sebagai "
		    "<kolom peran=\"potongan-sukarela\" wajib=\"ya\">: yang terlupa ikut mengurangi penghasilan dasar.");
	for (size_t i = 0; i < d->voluntary_count; i++)
		if (!is_taken(d, d->columns[d->voluntary[i]].folded))
			write_column(d, ROLE_SUKARELA, d->voluntary[i]);
	if (d->strange_count == 0)
		return;
	buf_clear(&d->scratch);
	buf_append(&d->scratch, SLICE("LENGKAPI: bernama potongan sukarela, tetapi isinya bukan jumlah uang (atau terlalu banyak kolom): "));
	list_columns(d, &d->scratch, d->strange_voluntary, d->strange_count);
	buf_append(&d->scratch, SLICE("."));
	d->open++;
	say_scratch(d);
}

static void write_columns(struct draft *d)
{
	static const enum role order[] = { ROLE_NIP, ROLE_NAMA, ROLE_SKPD, ROLE_BANK, ROLE_REKENING };
	static const enum role behind[] = { ROLE_STATUS_KAWIN, ROLE_JUMLAH_PASANGAN, ROLE_TUNJANGAN_PASANGAN };

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		write_role(d, order[i]);
	write_period(d);
	if (d->rows.broken > 0)
		say(d, true, "kotor - potongan = bersih tidak berlaku pada %" PRIu64 " dari %" PRIu64 " baris (pertama baris %" PRIu64
		    "); mungkin kolom yang lain yang dimaksud.", d->rows.broken, d->rows.identities, d->rows.broken_line);
	else if (d->rows.identities > 0)
		say(d, false, "kotor - potongan = bersih berlaku pada semua %" PRIu64 " baris orang.", d->rows.identities);
	write_role(d, ROLE_KOTOR);
	write_role(d, ROLE_POTONGAN);
	write_role(d, ROLE_BERSIH);
	write_voluntary(d);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		write_role(d, behind[i]);
}

/* Roles without which a layout works, and checks less. */
static void write_absent(struct draft *d)
{
	static const enum role roles[] = {
		ROLE_SKPD, ROLE_BANK, ROLE_REKENING, ROLE_PERIODE, ROLE_STATUS_KAWIN, ROLE_JUMLAH_PASANGAN, ROLE_TUNJANGAN_PASANGAN
	};
	size_t count = 0;

	buf_clear(&d->scratch);
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (d->roles[roles[i]].how == DRAFT_MISSING)
			buf_printf(&d->scratch, "%s%s", count++ == 0 ? "Tidak ada kolom yang dikenal sebagai: " : ", ", role_name(roles[i]));
	if (count > 0)
		say_scratch(d);
}

/* Whoever completes the draft looks here for what was not understood. */
static void write_others(struct draft *d)
{
	size_t count = 0;

	buf_clear(&d->scratch);
	for (size_t i = 0; i < d->column_count; i++) {
		struct slice shown = d->columns[i].shown;

		if (d->columns[i].is_role || (int)i == d->count_column || shown.len == 0 || d->scratch.len > LIST_MAX)
			continue;
		buf_printf(&d->scratch, "%s%.*s", count == 0 ? "Kolom tanpa peran, disalin apa adanya; periksa apakah ada potongan sukarela di "
		           "antaranya: " : ", ", (int)(shown.len < DRAFT_TEXT ? shown.len : utf8_valid_prefix(slice_sub(shown, 0, DRAFT_TEXT))), shown.ptr);
		count++;
	}
	if (count > 0)
		say_scratch(d);
}

/* ---- rows that do not count ---- */

static void write_addresses(struct draft *d)
{
	bool any = false;

	for (size_t i = 0; i < d->column_count; i++) {
		const struct draft_column *c = &d->columns[i];
		bool address = header_is_address(c->folded);

		if (c->folded.len == 0 || c->is_role || (!address && !c->multiline))
			continue;
		if (c->multiline && !address)
			say(d, false, "Ada pindah baris di dalam sel kolom %.*s.", SLICE_ARG(c->folded));
		if (!any)
			put(d, "  <alamat>");
		any = true;
		put(d, "<nama>%.*s</nama>", SLICE_ARG(c->folded));
	}
	if (any)
		put(d, "</alamat>\n");
}

static void write_count(struct draft *d)
{
	if (d->count_column != NO_COLUMN) {
		struct slice folded = d->columns[d->count_column].folded;

		say(d, false, "Hanya baris dengan nilai ini yang dihitung; yang lain (rapel dan sebagainya) disalin tanpa dihitung.");
		put(d, "  <hitung kolom=\"%.*s\" nilai=\"%s\"/>\n", SLICE_ARG(folded), header_count_value(folded));
	}
	if (d->rows.twice > 0)
		say(d, true, "%" PRIu64 " baris memuat NIP yang sudah ada (pertama baris %" PRIu64 "). Bila itu rapel atau susulan, sebut "
		    "kolom dan nilai yang membedakannya: <hitung kolom=\"...\" nilai=\"...\"/>.", d->rows.twice, d->rows.twice_line);
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
	put(d, "  <%s%s>", element, begins ? " cocok=\"awal\"" : "");
	for (size_t i = 0; i < (common.len > 0 ? 1 : count); i++) {
		struct slice text = common.len > 0 ? common : stem_of(texts[i]);

		put(d, "<teks>%.*s</teks>", (int)(text.len < 100 ? text.len : 100), text.ptr);
	}
	put(d, "</%s>\n", element);
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
		if (class_of(d, &d->rows.totals[i]) == wanted && d->rows.totals[i].folded.len <= 100)
			texts[count++] = d->rows.totals[i].folded;
	return count;
}

/* Returns whether there are totals of the whole. */
static bool write_totals(struct draft *d)
{
	struct slice texts[DRAFT_WORDS];
	size_t count;
	bool whole;

	for (size_t i = 0; i < d->rows.total_count; i++)
		if (class_of(d, &d->rows.totals[i]) == TOTAL_UNCLEAR)
			say(d, true, "baris %" PRIu64 " (\"%.*s\") tampak seperti baris jumlah, tetapi angkanya bukan selalu jumlah seluruh baris di "
			    "atasnya, atau bukan selalu jumlah sejak sub-jumlah sebelumnya; tata letak tidak dapat membedakannya.",
			    d->rows.totals[i].line, (int)(d->rows.totals[i].folded.len < 100 ? d->rows.totals[i].folded.len : 100),
			    d->rows.totals[i].folded.ptr);
	if (d->rows.totals_lost)
		say(d, true, "terlalu banyak teks baris jumlah yang berbeda; tidak semuanya diperiksa.");
	count = list_totals(d, TOTAL_WHOLE, texts);
	whole = count > 0;
	if (!whole)
		say(d, false, "Tidak ada baris jumlah di berkas ini; bila kelak ada, berkasnya ditolak sampai <jumlah> ditulis.");
	if (whole) {
		say(d, false, "Baris jumlah ada di berkas ini, jadi wajib: tanpa itu berkas terpotong. Tulis \"tidak\" bila tidak selalu ada.");
		put(d, "  <jumlah wajib=\"ya\">");
		for (size_t i = 0; i < count; i++)
			put(d, "<teks>%.*s</teks>", SLICE_ARG(texts[i]));
		put(d, "</jumlah>\n");
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
	say(d, false, "Baris tanpa uang di antara orang (pertama baris %" PRIu64 ") dianggap judul kelompok; periksa.", d->rows.titles.line);
	write_words(d, "judul-kelompok", d->rows.titles.items, d->rows.titles.count);
}

static void write_end(struct draft *d, bool whole)
{
	if (d->rows.tail.count == 0)
		return;
	if (whole && d->rows.tail_behind_total) {
		say(d, false, "Setelah baris jumlah ada baris lain (mulai baris %" PRIu64 "), misalnya tanda tangan.", d->rows.tail.line);
		put(d, "  <akhir setelah-jumlah=\"ya\"/>\n");
		return;
	}
	say(d, true, "mulai baris %" PRIu64 " ada baris tanpa uang; dianggap bukan daftar gaji lagi. Periksa teksnya.", d->rows.tail.line);
	write_words(d, "akhir", d->rows.tail.items, 1);
}

static void write_faults(struct draft *d)
{
	const struct draft_rows *r = &d->rows;

	if (d->refused)
		say(d, true, "berkas ini hanya terbaca sampai baris %" PRIu64 "; temuannya tertulis di layar.", d->last_line);
	if (r->persons == 0)
		say(d, true, "tidak ada baris orang yang dikenal, jadi hampir tidak ada yang teruji.");
	if (r->other_count > 0)
		say(d, true, "%" PRIu64 " baris tidak mempunyai jumlah kolom yang sama dengan kepala (pertama baris %" PRIu64 ").", r->other_count,
		    r->other_count_line);
	if (r->nameless > 0)
		say(d, true, "%" PRIu64 " baris memuat uang tanpa NIP, nama, atau kata (pertama baris %" PRIu64 "); baris jumlah tanpa kata ditolak.",
		    r->nameless, r->nameless_line);
	if (r->repeated > 0)
		say(d, true, "kepala berulang %" PRIu64 " kali di antara data (pertama baris %" PRIu64 "); ekspor ulang tanpa kepala per halaman.",
		    r->repeated, r->repeated_line);
	if (r->damaged > 0)
		say(d, true, "%" PRIu64 " NIP rusak oleh lembar sebar (pertama baris %" PRIu64 "); berkas seperti ini ditolak.", r->damaged,
		    r->damaged_line);
	if (r->numbers_as_key > 0)
		say(d, true, "%" PRIu64 " baris memuat NIP atau rekening yang tersimpan sebagai angka (pertama baris %" PRIu64
		    "); simpan kolom itu sebagai Teks.", r->numbers_as_key, r->key_line);
	if (r->formulas > 0)
		say(d, true, "%" PRIu64 " nilai uang berupa rumus atau galat (pertama baris %" PRIu64 "); ganti dengan nilainya.", r->formulas,
		    r->formula_line);
}

/* What was read, and what to do with the draft. Known when everything else is written. */
static void write_head(struct draft *d, struct buf *out)
{
	static const char *const containers[CONTAINER_COUNT] = { "CSV", "XLSX", "DBF", "HTML" };

	buf_append(out, SLICE("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
	buf_clear(&d->scratch);
	buf_append(&d->scratch, SLICE("DRAF tata letak dari "));
	append_escaped(&d->scratch, d->setup->file, false);
	buf_printf(&d->scratch, ": %s, kepala di baris %" PRIu64 ", %zu kolom, %" PRIu64 " baris orang. ", containers[d->container],
	           d->sample[d->cut][d->header_at].line, d->column_count, d->rows.persons);
	if (d->open > 0)
		buf_printf(&d->scratch, "BELUM LENGKAP: %zu hal bertanda LENGKAPI harus diputuskan seseorang. Sesudah itu periksa: ", d->open);
	else
		buf_append(&d->scratch, SLICE("Semua yang wajib dikenali, tetapi seseorang harus membacanya. Lalu periksa: "));
	buf_append(&d->scratch, SLICE("nafkah formats check BERKAS-INI EKSPOR"));
	put_comment(out, buf_slice(&d->scratch));
}

void draft_write(struct draft *d, struct buf *out)
{
	bool whole;

	write_root(d);
	write_container(d);
	write_header(d);
	write_money(d);
	write_columns(d);
	write_absent(d);
	write_others(d);
	write_addresses(d);
	write_count(d);
	whole = write_totals(d);
	write_titles(d);
	write_end(d, whole);
	write_faults(d);
	put(d, "  <penyesuaian tambah=\"potongan\" kurang=\"bersih\"/>\n</tata-letak>\n");
	write_head(d, out);
	buf_append(out, buf_slice(&d->body));
	out->failed = out->failed || d->body.failed || d->scratch.failed;
}
