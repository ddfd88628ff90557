/* Layouts (SPEC 4.1): folding of names, finding the columns in a header, rules between fields (N0805). */
#include "cells.h"

#include <nafkah/payroll.h>

static const struct {
	const char *name, *folded;
} names[] = {
	{ "NIP", "nip" },
	{ "Jumlah Ditransfer", "jumlah_ditransfer" },
	{ "  Jumlah   Di-Transfer  ", "jumlah_di_transfer" },
	{ "BPJS Kesehatan 1% (Peserta)", "bpjs_kesehatan_1_peserta" },
	{ "__nip__", "nip" },
	{ "a.b", "a_b" },
	{ "a\r\nb", "a_b" },
	{ "PIWP8", "piwp8" },
	{ "\xc3\x89t\xc3\xa9", "t" },  /* letters beyond ASCII are other characters */
	{ "", "" },
	{ "%%%", "" },
	{ "_", "" },
};

static void names_folded(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		if (!slice_equal(header_fold(&a, slice_from_c(names[i].name)), slice_from_c(names[i].folded)))
			fail_msg("%s", names[i].name);
	arena_release(&a);
}

/* A layout of five needed columns, an optional department, two loans and an account of either name. */
#define NAME(literal) { literal, sizeof(literal) - 1 }
static const struct slice nip[] = { NAME("nip") }, nama[] = { NAME("nama") }, kotor[] = { NAME("kotor") },
                          potongan[] = { NAME("potongan") }, bersih[] = { NAME("bersih") }, skpd[] = { NAME("skpd") },
                          zakat[] = { NAME("zakat") }, koperasi[] = { NAME("koperasi") },
                          rekening[] = { NAME("norek"), NAME("rekening") }, twice[] = { NAME("q"), NAME("q") };
static const struct layout_column good_columns[] = {
	{ .role = ROLE_NIP, .required = true, .names = nip, .name_count = 1 },
	{ .role = ROLE_NAMA, .required = true, .names = nama, .name_count = 1 },
	{ .role = ROLE_KOTOR, .required = true, .names = kotor, .name_count = 1 },
	{ .role = ROLE_POTONGAN, .required = true, .names = potongan, .name_count = 1, .is_signed = true },
	{ .role = ROLE_BERSIH, .required = true, .names = bersih, .name_count = 1 },
	{ .role = ROLE_SKPD, .names = skpd, .name_count = 1 },
	{ .role = ROLE_SUKARELA, .required = true, .names = zakat, .name_count = 1 },
	{ .role = ROLE_SUKARELA, .required = true, .names = koperasi, .name_count = 1 },
	{ .role = ROLE_REKENING, .names = rekening, .name_count = 2 },
};

static struct layout good_layout(void)
{
	return (struct layout){ .id = SLICE("uji"), .money = { '.', 0 }, .columns = good_columns,
	  .column_count = COUNT(good_columns),
		                .file = SLICE("uji.xml") };
}

/* Splits "a b ~" into folded names; ~ is an empty one. */
static size_t split(const char *text, struct slice *out)
{
	struct slice rest = slice_from_c(text);
	size_t count = 0;

	while (rest.ptr != NULL) {
		struct slice word = slice_cut(&rest, ' ');

		out[count++] = slice_equal(word, SLICE("~")) ? (struct slice){ NULL, 0 } : word;
	}
	return count;
}

static const struct {
	const char *why, *header;
	const char *count_column;
	size_t missing;
} headers[] = {
	{ "all of them", "nip nama kotor potongan bersih skpd zakat koperasi norek", NULL, 0 },
	{ "another order, and columns that nobody knows", "x bersih zakat kotor ~ nama koperasi potongan nip y", NULL,
	  0 },
	{ "without what may be left out", "nip nama kotor potongan bersih zakat koperasi", NULL, 0 },
	{ "the second name of a column", "nip nama kotor potongan bersih zakat koperasi rekening", NULL, 0 },
	{ "the column that says which rows count", "nip nama kotor potongan bersih zakat koperasi jenis", "jenis", 0 },
	{ "... is missing", "nip nama kotor potongan bersih zakat koperasi", "jenis", 1 },
	{ "no net", "nip nama kotor potongan zakat koperasi", NULL, 1 },
	{ "no loan", "nip nama kotor potongan bersih koperasi", NULL, 1 },
	{ "a name that only begins alike", "nip_pegawai nama kotor potongan bersih zakat koperasi", NULL, 1 },
	{ "a title row", "DAFTAR ~ ~ ~ ~ ~", NULL, 7 },
	{ "empty cells", "~ ~ ~", NULL, 7 },
};

static void columns_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(headers); i++) {
		struct arena a = { 0 };
		struct layout l = good_layout();
		struct slice folded[16];
		size_t missing = 99, count = split(headers[i].header, folded);
		struct header h = { 0 };

		if (headers[i].count_column != NULL)
			l.count_column = slice_from_c(headers[i].count_column);
		if (header_match(&l, folded, count, &missing, &h,
		    &a) != (headers[i].missing == 0) || missing != headers[i].missing)
			fail_msg("%s: %zu missing", headers[i].why, missing);
		arena_release(&a);
	}
}

static void roles_of_columns(void **state)
{
	static const struct slice addresses[] = { NAME("alamat") };
	struct arena a = { 0 };
	struct layout l = good_layout();
	struct slice folded[16];
	size_t missing, count = split("koperasi bersih alamat potongan nip nama kotor zakat rekening", folded);
	struct header h;

	(void)state;
	l.address = (struct words){ .items = addresses, .count = 1 };
	assert_true(header_match(&l, folded, count, &missing, &h, &a));
	assert_int_equal(h.of_role[ROLE_NIP], 4);
	assert_int_equal(h.of_role[ROLE_BERSIH], 1);
	assert_int_equal(h.of_role[ROLE_REKENING], 8);
	assert_int_equal(h.of_role[ROLE_SKPD], NO_COLUMN);
	assert_int_equal(h.of_role[ROLE_PERIODE], NO_COLUMN);
	assert_int_equal(h.count_column, NO_COLUMN);
	assert_int_equal(h.voluntary_count, 2);
	assert_int_equal(h.voluntary[0], 7); /* in the layout's order */
	assert_int_equal(h.voluntary[1], 0);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(h.may_hold_lines[i], i == 2);
		assert_int_equal(h.is_signed[i], i == 1 || i == 3); /* net always, cuts as declared */
	}
	arena_release(&a);
}

static void twins(void **state)
{
	struct slice folded[16];
	size_t first, second, count = split("nip nama ~ ~ nama nip", folded);

	(void)state;
	assert_true(header_has_twin(folded, count, &first, &second));
	assert_int_equal(first, 1);
	assert_int_equal(second, 4);
	assert_false(header_has_twin(folded, 4, &first, &second)); /* empty names are no twins */
	assert_false(header_has_twin(folded, 0, &first, &second));
}

/* One change each to a good layout; the column it touches, and how often N0805 is found. */
static const struct {
	const char *why;
	size_t at;
	struct layout_column column;
	size_t found;
} columns[] = {
	{ "nothing changed", 5, { .role = ROLE_SKPD, .names = skpd, .name_count = 1 }, 0 },
	{ "a period with its style", 5, { .role = ROLE_PERIODE, .period_styles = PERIOD_ISO, .names = skpd,
	  .name_count = 1 }, 0 },
	{ "a signed loan", 6, { .role = ROLE_SUKARELA, .required = true, .is_signed = true, .names = zakat,
	  .name_count = 1 }, 0 },
	{ "the net may be left out", 4, { .role = ROLE_BERSIH, .names = bersih, .name_count = 1 }, 1 },
	{ "no NIP", 0, { .role = ROLE_BANK, .required = true, .names = nip, .name_count = 1 }, 1 },
	{ "two columns for the names, none for the NIP", 0, { .role = ROLE_NAMA, .required = true, .names = nip,
	  .name_count = 1 }, 2 },
	{ "two accounts", 5, { .role = ROLE_REKENING, .names = skpd, .name_count = 1 }, 1 },
	{ "a loan that may be left out", 6, { .role = ROLE_SUKARELA, .names = zakat, .name_count = 1 }, 1 },
	{ "a period without a style", 5, { .role = ROLE_PERIODE, .names = skpd, .name_count = 1 }, 1 },
	{ "a style on another column", 5, { .role = ROLE_SKPD, .period_styles = PERIOD_DMY, .names = skpd,
	  .name_count = 1 }, 1 },
	{ "a signed name", 1, { .role = ROLE_NAMA, .required = true, .is_signed = true, .names = nama,
	  .name_count = 1 }, 1 },
	{ "one name in two columns", 5, { .role = ROLE_SKPD, .names = bersih, .name_count = 1 }, 1 },
	{ "one name twice in a column", 5, { .role = ROLE_SKPD, .names = twice, .name_count = 2 }, 1 },
};

static void rules_between_fields(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(columns); i++) {
		struct layout_column changed[COUNT(good_columns)];
		struct layout l = good_layout();
		struct findings found = { 0 };

		memcpy(changed, good_columns, sizeof changed);
		changed[columns[i].at] = columns[i].column;
		l.columns = changed;
		layout_check(&l, &found);
		if (found.count != columns[i].found || found.per_code[N0805_LAYOUT_INCONSISTENT] != columns[i].found)
			fail_msg("%s: %zu", columns[i].why, found.count);
		findings_release(&found);
	}
}

static void the_marks_differ(void **state)
{
	struct layout l = good_layout();
	struct findings found = { 0 };

	(void)state;
	l.money = (struct money_style){ ',', ',' };
	layout_check(&l, &found);
	assert_int_equal(found.count, 1);
	l.money = (struct money_style){ ',', '.' };
	layout_check(&l, &found);
	assert_int_equal(found.count, 1);
	findings_release(&found);
}

/* A layout may not have more loans than a header has room for. */
static void too_many_loans(void **state)
{
	static struct slice folded[SUKARELA_MAX + 1];
	static struct layout_column many[SUKARELA_MAX + 1];
	struct arena a = { 0 };
	struct layout l = good_layout();
	struct header h;
	size_t missing;

	(void)state;
	for (size_t i = 0; i < COUNT(many); i++) {
		folded[i] = arena_printf(&a, "pinjaman_%zu", i);
		many[i] = (struct layout_column){ .role = ROLE_SUKARELA, .required = true, .names = &folded[i],
		    .name_count = 1 };
	}
	l.columns = many;
	l.column_count = SUKARELA_MAX;
	assert_true(header_match(&l, folded, SUKARELA_MAX, &missing, &h, &a));
	assert_int_equal(h.voluntary_count, SUKARELA_MAX);
	l.column_count = SUKARELA_MAX + 1;
	assert_false(header_match(&l, folded, SUKARELA_MAX + 1, &missing, &h, &a));
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_folded),         cmocka_unit_test(columns_found),
		       cmocka_unit_test(roles_of_columns),
		cmocka_unit_test(twins),                cmocka_unit_test(rules_between_fields),
		    cmocka_unit_test(the_marks_differ),
		cmocka_unit_test(too_many_loans),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
