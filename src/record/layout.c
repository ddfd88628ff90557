#include <nafkah/layout.h>

static const char *const role_names[ROLE_COUNT] = {
	[ROLE_NIP] = "nip",
	[ROLE_NAMA] = "nama",
	[ROLE_SKPD] = "skpd",
	[ROLE_KOTOR] = "kotor",
	[ROLE_POTONGAN] = "potongan",
	[ROLE_BERSIH] = "bersih",
	[ROLE_SUKARELA] = "potongan-sukarela",
	[ROLE_BANK] = "bank",
	[ROLE_REKENING] = "rekening",
	[ROLE_PERIODE] = "periode",
	[ROLE_STATUS_KAWIN] = "status-kawin",
	[ROLE_JUMLAH_PASANGAN] = "jumlah-pasangan",
	[ROLE_TUNJANGAN_PASANGAN] = "tunjangan-pasangan",
};

const char *role_name(enum role r)
{
	return role_names[r];
}

struct slice header_fold(struct arena *a, struct slice name)
{
	char *folded = arena_alloc(a, name.len + 1);
	size_t len = 0;
	bool gap = false;

	if (folded == NULL)
		return (struct slice){ NULL, 0 };
	for (size_t i = 0; i < name.len; i++) {
		char c = ascii_lower(name.ptr[i]);

		if (!ascii_is_alpha(c) && !ascii_is_digit(c)) {
			gap = true;
			continue;
		}
		if (gap && len > 0)
			folded[len++] = '_';
		gap = false;
		folded[len++] = c;
	}
	return (struct slice){ folded, len };
}

bool words_have(struct words w, struct slice folded)
{
	for (size_t i = 0; i < w.count; i++) {
		struct slice word = w.items[i];

		if (slice_equal(word, folded))
			return true;
		if (w.begins && folded.len > word.len && slice_starts_with(folded, word) && folded.ptr[word.len] == '_')
			return true;
	}
	return false;
}

bool layout_names(const struct layout *l, struct slice name, struct slice folded)
{
	size_t len = l->prefix.len;

	if (slice_equal(name, folded))
		return true;
	return len > 0 && folded.len > len + 1 && slice_starts_with(folded, l->prefix) && folded.ptr[len] == '_' &&
	       slice_equal(name, slice_sub(folded, len + 1, folded.len));
}

void layout_note(const struct layout *l, struct findings *findings, uint64_t line, struct slice value, const char *rule)
{
	findings_add(findings, &(struct finding){
		.code = N0805_LAYOUT_INCONSISTENT, .file = l->file, .line = line, .value = value, .detail = slice_from_c(rule),
	});
}

static size_t count_role(const struct layout *l, enum role role, bool *required)
{
	size_t count = 0;

	*required = false;
	for (size_t i = 0; i < l->column_count; i++) {
		if (l->columns[i].role != role)
			continue;
		count++;
		*required = *required || l->columns[i].required;
	}
	return count;
}

static void check_roles(const struct layout *l, struct findings *findings)
{
	static const enum role needed[] = { ROLE_NIP, ROLE_NAMA, ROLE_KOTOR, ROLE_POTONGAN, ROLE_BERSIH };
	bool required;

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (count_role(l, needed[i], &required) == 0 || !required)
			layout_note(l, findings, 0, slice_from_c(role_name(needed[i])), "wajib=\"ya\"");
	for (unsigned r = 0; r < ROLE_COUNT; r++)
		if (r != ROLE_SUKARELA && count_role(l, (enum role)r, &required) > 1)
			layout_note(l, findings, 0, slice_from_c(role_name((enum role)r)), "satu kolom / one column");
}

static bool is_money(enum role r)
{
	return r == ROLE_KOTOR || r == ROLE_POTONGAN || r == ROLE_BERSIH || r == ROLE_SUKARELA || r == ROLE_TUNJANGAN_PASANGAN;
}

static bool name_stands_before(const struct layout *l, size_t column, size_t name)
{
	struct slice wanted = l->columns[column].names[name];

	for (size_t i = 0; i <= column; i++)
		for (size_t k = 0; k < l->columns[i].name_count && (i < column || k < name); k++)
			if (slice_equal(l->columns[i].names[k], wanted))
				return true;
	return false;
}

void layout_check(const struct layout *l, struct findings *findings)
{
	check_roles(l, findings);
	for (size_t i = 0; i < l->column_count; i++) {
		const struct layout_column *c = &l->columns[i];

		if (c->role == ROLE_SUKARELA && !c->required)
			layout_note(l, findings, c->line, SLICE("potongan-sukarela"), "wajib=\"ya\"");
		if ((c->role == ROLE_PERIODE) != (c->period_styles != 0))
			layout_note(l, findings, c->line, SLICE("gaya"), "peran=\"periode\"");
		if (c->is_signed && !is_money(c->role))
			layout_note(l, findings, c->line, SLICE("bertanda"), "kolom uang / a column of money");
		for (size_t k = 0; k < c->name_count; k++)
			if (name_stands_before(l, i, k))
				layout_note(l, findings, c->line, c->names[k], "satu kali / once");
	}
	if (l->ends_at_total && l->total.count == 0)
		layout_note(l, findings, 0, SLICE("setelah-jumlah"), "jumlah");
	if (l->money.group == l->money.decimal)
		layout_note(l, findings, 0, SLICE("ribuan"), "desimal");
}
