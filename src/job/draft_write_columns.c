/* The columns of a draft: those that were found, what is left open, and what was not understood. */
#include "draft_private.h"

#include <inttypes.h>

enum { LIST_MAX = 4000 };

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
				if (d->rows.periods != 0 && (d->rows.periods >> i & 1) == 0)
				continue;
			buf_printf(out, "%s%s", between, styles[i]);
			between = " ";
		}
		buf_char(out, '"');
	}
	if (role == ROLE_STATUS_KAWIN) /* of codes only SIMGAJI's are known */
		buf_printf(out, " kawin=\"%s\"", slice_equal(c->folded, SLICE("kdstawin")) ? "1" : "kawin menikah");
	buf_printf(out, "%s><nama>%.*s</nama></kolom>", c->is_signed && is_money(role) ? " bertanda=\"ya\"" : "",
	           SLICE_ARG(c->folded));
}

static void write_column(struct draft *d, enum role role, int column)
{
	if (d->columns[column].is_signed && is_money(role))
		draft_say(d, false, "Kolom berikut memuat nilai negatif, karena itu bertanda=\"ya\".");
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
	const char *name = role_name(role);

	draft_put(d, "  <kolom peran=\"%s\" wajib=\"ya\"><nama>lengkapi_%s</nama></kolom>\n", name, name);
}

static void write_missing(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	if (!is_needed(role))
		return;
	if (c->count == 0)
		draft_say(d, true, "tidak ada kolom yang dikenal sebagai %s; tulis namanya.", role_name(role));
	else
		draft_say(d, true, "tidak ada kolom yang bernama %s; menurut isinya mungkin yang berikut ini. Pilih satu.",
		          role_name(role));
	write_alternatives(d, role, c->columns, c->count);
	write_placeholder(d, role);
}

static void write_competing(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	draft_say(d, true, "%zu kolom dapat berperan %s; pilih satu.", c->count, role_name(role));
	write_alternatives(d, role, c->columns, c->count);
	if (is_needed(role))
		write_placeholder(d, role);
}

static void write_weak(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	draft_say(d, is_needed(role), "nama kolom berikut hanya mungkin berarti %s, dan angkanya tidak membuktikannya.",
	          role_name(role));
	write_alternatives(d, role, c->columns, c->count);
	if (is_needed(role))
		write_placeholder(d, role);
}

static void write_by_figures(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	draft_clear(d);
	buf_printf(&d->scratch, "LENGKAPI: beberapa kolom dapat berperan %s: ", role_name(role));
	draft_list_columns(d, &d->scratch, c->columns, c->count);
	buf_printf(&d->scratch, "; hanya yang berikut ini cocok dengan isinya. Pastikan.");
	d->open++;
	draft_say_scratch(d);
	write_column(d, role, c->column);
}

/* Also possible, but the name of the chosen one says more. */
static void note_lesser(struct draft *d, enum role role)
{
	const struct draft_choice *c = &d->roles[role];

	if (c->lesser_count == 0 || c->column == NO_COLUMN)
		return;
	draft_clear(d);
	buf_printf(&d->scratch, "Bukan %s: ", role_name(role));
	draft_list_columns(d, &d->scratch, c->lesser, c->lesser_count);
	buf_append(&d->scratch, SLICE("."));
	draft_say_scratch(d);
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
		draft_clear(d);
		buf_append(&d->scratch, SLICE("Kolom "));
		draft_list_column(d, &d->scratch, c->column);
		buf_append(&d->scratch, SLICE(" bernama seperti periode, tetapi isinya bukan bulan atau tanggal yang dikenal (iso, "
		                              "ymd, dmy)."));
		draft_say_scratch(d);
		return;
	}
	month_format(d->rows.month, month);
	if (d->rows.months_differ)
		draft_say(d, true, "kolom periode menyebut lebih dari satu bulan; satu berkas harus satu bulan.");
	else
		draft_say(d, false, "Periode menurut berkas ini: %s.", month);
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
		draft_say(d, false, "Tidak ada kolom potongan sukarela (pinjaman, koperasi, zakat) yang dikenal. Bila ada, tambahkan "
		          "sebagai <kolom peran=\"potongan-sukarela\" wajib=\"ya\">: yang terlupa ikut mengurangi "
		          "penghasilan dasar.");
	for (size_t i = 0; i < d->voluntary_count; i++)
		if (!is_taken(d, d->columns[d->voluntary[i]].folded))
			write_column(d, ROLE_SUKARELA, d->voluntary[i]);
	if (d->strange_count == 0)
		return;
	draft_clear(d);
	buf_append(&d->scratch, SLICE("LENGKAPI: bernama potongan sukarela, tetapi isinya bukan jumlah uang (atau terlalu "
	                              "banyak kolom): "));
	draft_list_columns(d, &d->scratch, d->strange_voluntary, d->strange_count);
	buf_append(&d->scratch, SLICE("."));
	d->open++;
	draft_say_scratch(d);
}

static void write_roles(struct draft *d)
{
	static const enum role order[] = { ROLE_NIP, ROLE_NAMA, ROLE_SKPD, ROLE_BANK, ROLE_REKENING };
	static const enum role behind[] = { ROLE_STATUS_KAWIN, ROLE_JUMLAH_PASANGAN, ROLE_TUNJANGAN_PASANGAN };

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		write_role(d, order[i]);
	write_period(d);
	if (d->rows.broken > 0)
		draft_say(d, true, "kotor - potongan = bersih tidak berlaku pada %" PRIu64 " dari %" PRIu64 " baris (pertama baris "
		          "%" PRIu64 "); mungkin kolom yang lain yang dimaksud.", d->rows.broken, d->rows.identities,
		          d->rows.broken_line);
	else if (d->rows.identities > 0)
		draft_say(d, false, "kotor - potongan = bersih berlaku pada semua %" PRIu64 " baris orang.",
		          d->rows.identities);
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
		ROLE_SKPD, ROLE_BANK, ROLE_REKENING, ROLE_PERIODE, ROLE_STATUS_KAWIN, ROLE_JUMLAH_PASANGAN,
		ROLE_TUNJANGAN_PASANGAN,
	};
	size_t count = 0;

	draft_clear(d);
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (d->roles[roles[i]].how == DRAFT_MISSING)
			buf_printf(&d->scratch, "%s%s", count++ == 0 ? "Tidak ada kolom yang dikenal sebagai: " : ", ",
			           role_name(roles[i]));
	if (count > 0)
		draft_say_scratch(d);
}

/* Whoever completes the draft looks here for what was not understood. */
static void write_others(struct draft *d)
{
	size_t count = 0;

	draft_clear(d);
	for (size_t i = 0; i < d->column_count; i++) {
		struct slice shown = d->columns[i].shown;

		if (d->columns[i].is_role || (int)i == d->count_column || shown.len == 0 || d->scratch.len > LIST_MAX)
			continue;
		buf_append(&d->scratch, count++ == 0 ? SLICE("Kolom tanpa peran, disalin apa adanya; periksa apakah ada potongan "
		                                             "sukarela di antaranya: ")
		                                     : SLICE(", "));
		shown = slice_sub(shown, 0, DRAFT_TEXT);
		buf_append(&d->scratch, slice_sub(shown, 0, utf8_valid_prefix(shown)));
	}
	if (count > 0)
		draft_say_scratch(d);
}

void draft_write_columns(struct draft *d)
{
	write_roles(d);
	write_absent(d);
	write_others(d);
}
