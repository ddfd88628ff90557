/* The layout that is drafted, as text: its head, and the order of its parts. */
#include "draft_private.h"

#include <inttypes.h>

enum { NAME_SHOWN = 250 /* bytes of the file's name */, USUAL_ROWS = 20 /* baris-maks of the shipped layouts */ };

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

/* Kinds that are spoken of: above the header and in the file's name; in the name of the gross column; in any name. */
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
	struct slice name;

	if (known)
		draft_say(d, false, "Ganti id (huruf kecil, angka, tanda hubung) dan judul. Jenis \"%s\" menurut kata di berkas "
		          "ini.", kind_name(kind));
	else
		draft_say(d, true, "jenis tidak dapat dipastikan dari kata di berkas ini: gaji, tpp, thr, atau gaji13? Ganti juga "
		          "id dan judul.");
	buf_append(&d->body, SLICE("<tata-letak xmlns=\"urn:nafkah:tata-letak:1\" id=\""));
	write_id(d);
	draft_put(d, "\" jenis=\"%s\" judul=\"DRAF dari ", kind_name(kind));
	draft_clear(d);
	append_escaped(&d->scratch, d->setup->file, false);
	name = slice_sub(buf_slice(&d->scratch), 0, NAME_SHOWN);
	draft_attribute(&d->body, slice_sub(name, 0, utf8_valid_prefix(name)));
	buf_append(&d->body, SLICE("\">\n"));
	d->in_root = true;
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
		draft_say(d, true, "berkas ini bukan UTF-8 dan tidak menyebut pengodeannya; \"%s\" hanya dugaan. Periksa huruf "
		          "beraksen.", encoding);
	switch (d->container) {
	case CONTAINER_CSV:
		draft_put(d, "  <wadah jenis=\"csv\" pemisah=\"%s\" pengodean=\"%s\"/>\n", delimiter_word(d), encoding);
		break;
	case CONTAINER_XLSX:
		buf_append(&d->body, SLICE("  <wadah jenis=\"xlsx\""));
		if (d->setup->sheet.len > 0) {
			buf_append(&d->body, SLICE(" lembar=\""));
			draft_attribute(&d->body, d->setup->sheet);
			buf_char(&d->body, '"');
		}
		buf_append(&d->body, d->rows.total_formulas ? SLICE(" rumus-jumlah=\"hitung\"/>\n") : SLICE("/>\n"));
		break;
	case CONTAINER_DBF:
		if (d->setup->has_encoding)
			draft_put(d, "  <wadah jenis=\"dbf\" pengodean=\"%s\"/>\n", encoding);
		else
			draft_put(d, "  <wadah jenis=\"dbf\"/>\n");
		break;
	case CONTAINER_HTML:
		draft_put(d, "  <wadah jenis=\"html\"/>\n");
		break;
	}
}

static void write_header(struct draft *d)
{
	size_t row = d->header_at + 1;

	if (d->by_position)
		draft_say(d, true, "terlalu sedikit nama kolom yang dikenal; baris %" PRIu64 " dianggap kepala karena data mulai di "
		          "bawahnya.",
		    d->sample[d->cut][d->header_at].line);
	if (d->has_twin) {
		draft_clear(d);
		buf_append(&d->scratch, SLICE("LENGKAPI: dua kolom bernama sama: "));
		draft_list_column(d, &d->scratch, (int)d->twin_of);
		buf_append(&d->scratch, SLICE(" dan "));
		draft_list_column(d, &d->scratch, (int)d->twin);
		buf_append(&d->scratch, SLICE("; berkas seperti ini ditolak sampai salah satunya diganti nama."));
		d->open++;
		draft_say_scratch(d);
	}
	draft_put(d, "  <kepala baris-maks=\"%zu\"%s%s/>\n", row <= USUAL_ROWS ? (size_t)USUAL_ROWS : row,
	          d->two_levels ? " tingkat=\"2\"" : "",
	    d->rows.numbered ? " nomor-kolom=\"ya\"" : "");
}

static void write_money(struct draft *d)
{
	const struct money_guess *g = &d->rows.money;
	struct money_guessed m = money_guess_end(g);

	if (m.misfits > 0)
		draft_say(d, true, "%" PRIu64 " nilai uang tidak ditulis dengan gaya di bawah ini (pertama di baris %" PRIu64
		    "); satu berkas harus bergaya satu.", m.misfits, m.misfit_line);
	if (g->amounts == 0)
		draft_say(d, false, "Tidak ada nilai uang berupa teks; gaya ini tidak teruji.");
	else if (!m.decimals_seen && !m.groups_seen)
		draft_say(d, false, "Gaya uang belum pasti: semua nilai di berkas ini tanpa tanda desimal dan ribuan, dan hanya "
		    "yang demikian, atau dengan titik desimal, akan diterima.");
	else if (!m.decimals_seen)
		draft_say(d, false, "Tanda desimal tidak tampak di berkas ini; \"%c\" disimpulkan dari tanda ribuannya.",
		          m.style.decimal);
	draft_put(d, "  <uang desimal=\"%c\"", m.style.decimal);
	if (m.style.group != 0 && m.groups_seen)
		draft_put(d, " ribuan=\"%s\"", m.style.group == ' ' ? "spasi" : m.style.group == '.' ? "." : ",");
	if (g->empty > 0 || g->dashes > 0)
		draft_put(d, " nol=\"%s%s%s\"", g->empty > 0 ? "kosong" : "", g->empty > 0 && g->dashes > 0 ? " " : "",
		    g->dashes > 0 ? "tanda-hubung" : "");
	draft_put(d, "/>\n");
}

/* What was read, and what to do with the draft. Known when everything else is written. */
static void write_head(struct draft *d, struct buf *out)
{
	static const char *const containers[CONTAINER_COUNT] = { "CSV", "XLSX", "DBF", "HTML" };

	buf_append(out, SLICE("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
	draft_clear(d);
	buf_append(&d->scratch, SLICE("DRAF tata letak dari "));
	append_escaped(&d->scratch, d->setup->file, false);
	buf_printf(&d->scratch, ": %s, kepala di baris %" PRIu64 ", %zu kolom, %" PRIu64 " baris orang. ",
	           containers[d->container], d->sample[d->cut][d->header_at].line, d->column_count, d->rows.persons);
	if (d->open > 0)
		buf_printf(&d->scratch, "BELUM LENGKAP: %zu hal bertanda LENGKAPI harus diputuskan seseorang. Sesudah itu "
		           "periksa: ", d->open);
	else
		buf_append(&d->scratch, SLICE("Semua yang wajib dikenali, tetapi seseorang harus membacanya. Lalu periksa: "));
	buf_append(&d->scratch, SLICE("nafkah formats check BERKAS-INI EKSPOR"));
	draft_comment(out, buf_slice(&d->scratch), 0);
}

void draft_write(struct draft *d, struct buf *out)
{
	write_root(d);
	write_container(d);
	write_header(d);
	write_money(d);
	draft_write_columns(d);
	draft_write_rows(d);
	draft_put(d, "  <penyesuaian tambah=\"potongan\" kurang=\"bersih\"/>\n</tata-letak>\n");
	write_head(d, out);
	buf_append(out, buf_slice(&d->body));
	out->failed = out->failed || d->body.failed || d->lost || d->scratch.failed;
}
