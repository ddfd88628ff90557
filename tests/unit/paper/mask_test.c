/* Pseudonyms: who is one person and who is not, in the order of the register, and that no text of a finding tells more. */
#include <nafkah/mask.h>
#include <nafkah/register_paper.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { RULINGS = 5 };

static struct account account_of(const char *number, const char *holder)
{
	return (struct account){
		.stated = true, .possible = true, .bank = SLICE("124"), .number = slice_from_c(number), .holder = slice_from_c(holder),
		.proof = SLICE("SURAT SITI"),
	};
}

/* A small month: five rulings of four civil servants, who stand in the register in the order of their cases. */
struct month {
	struct arena arena;
	struct findings findings;
	struct rules rules;
	struct child children[RULINGS][2];
	struct award awards[RULINGS];
	struct ruling rulings[RULINGS];
	struct ruling *items[RULINGS];
	struct rulings all;
	struct roster roster;
	struct remainders remainders;
	const struct case_file **cases;
	size_t count;
	struct masked masked;
};

static void add_ruling(struct month *m, size_t i, const char *number, uint64_t nip, const char *asn, const char *ex, const char *nik)
{
	static const char *const keys[RULINGS] = { "1/x", "2/x", "3/x", "4/x", "4/x" };
	struct ruling *r = &m->rulings[i];

	m->children[i][0] = (struct child){ .id = SLICE("a1"), .name = SLICE("RANI"), .born = { 2015, 1, 1 } };
	m->awards[i] = (struct award){ .hak = HAK_NAFKAH_ANAK, .cara = CARA_NOMINAL, .monthly = 1000, .child = &m->children[i][0] };
	*r = (struct ruling){
		.number = slice_from_c(number), .key = slice_from_c(number), .case_key = slice_from_c(keys[i]), .entry = i == 4 ? 2 : 1,
		.nip = nip, .asn_name = slice_from_c(asn), .children = m->children[i], .child_count = 1, .awards = &m->awards[i],
		.award_count = 1, .status = RULING_BHT,
		.ex = { .name = slice_from_c(ex), .nik = slice_from_c(nik), .account = account_of("0012345678", ex) },
	};
	m->items[i] = r;
}

static void open_month(struct month *m)
{
	*m = (struct month){ .all = { .items = m->items, .count = RULINGS } };
	add_ruling(m, 0, "1/X", 4, "AHMAD", "SITI", "");                     /* who has the largest NIP stands first */
	add_ruling(m, 1, "2/X", 1, "BUDI", "SITI", "");                      /* another SITI: nothing says that it is she */
	add_ruling(m, 2, "3/X", 2, "AHMAD", "DEWI", "6474010101900001");     /* another AHMAD */
	add_ruling(m, 3, "4/X", 3, "CANDRA", "DEWI LESTARI", "6474010101900001"); /* she, by her NIK */
	add_ruling(m, 4, "4/X#2", 3, "CANDRA, S.E.", "DEWI", "6474010101900001");
	m->children[4][0].name = SLICE("BAYU"); /* the second entry knows another child by that id */
	m->rulings[1].ex.account = account_of("0012345678", "TOKO MAKMUR");
	m->rulings[2].ex.account = account_of("0012345679", "AHMAD");
	m->rulings[3].ex.account = account_of("0012345679", "ORANG LAIN");
	m->rulings[4].ex.account = account_of("0012345679", "ORANG KETIGA");
}

static void mask(struct month *m)
{
	struct mask_of of = { .roster = &m->roster, .findings = &m->findings, .remainders = &m->remainders };

	assert_true(roster_build(&m->arena, &m->all, &m->rules, NULL, &m->roster));
	m->cases = cases_in_order(&m->arena, &m->roster, &m->count);
	of.cases = m->cases;
	of.case_count = m->count;
	assert_int_equal(mask_month(&of, &m->arena, &m->masked), STATUS_OK);
}

static void close_month(struct month *m)
{
	findings_release(&m->findings);
	arena_release(&m->arena);
}

static const struct ruling *shown(const struct month *m, size_t i)
{
	return m->masked.cases[i]->ruling;
}

static void says(struct slice s, const char *expected)
{
	if (slice_equal(s, slice_from_c(expected)))
		return;
	print_error("\"%.*s\", expected \"%s\"\n", SLICE_ARG(s), expected);
	fail();
}

static void one_person_one_name(void **state)
{
	static const struct { const char *asn, *ex, *child, *account, *holder; uint64_t nip; } expected[RULINGS] = {
		{ "ASN 1", "Mantan 1", "Anak 1 a1", "REK-0001", "Mantan 1", 1 },
		{ "ASN 2", "Mantan 2", "Anak 2 a1", "REK-0001", "Pemilik REK-0001", 2 },
		{ "ASN 3", "Mantan 3", "Anak 3 a1", "REK-0002", "ASN 3", 3 },
		{ "ASN 4", "Mantan 3", "Anak 3 a1", "REK-0002", "Pemilik REK-0002", 4 },
		{ "ASN 4", "Mantan 3", "Anak 3 a1-2", "REK-0002", "Pemilik REK-0002-2", 4 },
	};
	struct month m;

	(void)state;
	open_month(&m);
	mask(&m);
	for (size_t i = 0; i < RULINGS; i++) {
		says(shown(&m, i)->asn_name, expected[i].asn);
		says(shown(&m, i)->ex.name, expected[i].ex);
		says(shown(&m, i)->children[0].name, expected[i].child);
		says(shown(&m, i)->ex.account.number, expected[i].account);
		says(shown(&m, i)->ex.account.holder, expected[i].holder);
		says(shown(&m, i)->number, m.rulings[i].number.ptr);
		assert_int_equal(shown(&m, i)->nip, expected[i].nip);
		assert_int_equal(shown(&m, i)->ex.nik.len, 0);
		assert_int_equal(shown(&m, i)->ex.account.proof.len, 0);
	}
	close_month(&m);
}

/* Nothing of the copy leads back to the original. */
static void copies_point_to_copies(void **state)
{
	struct month m;

	(void)state;
	open_month(&m);
	mask(&m);
	for (size_t i = 0; i < RULINGS; i++) {
		const struct case_file *c = m.masked.cases[i], *real = m.cases[i];

		assert_ptr_not_equal(c->person, real->person);
		assert_ptr_not_equal(c->ruling, real->ruling);
		assert_int_equal(c->line_count, real->line_count);
		for (size_t k = 0; k < c->line_count; k++) {
			assert_ptr_equal(c->lines[k].file, c);
			assert_ptr_equal(c->lines[k].child, &c->ruling->children[0]);
			assert_ptr_equal(c->lines[k].award, &c->ruling->awards[0]);
			assert_ptr_equal(c->lines[k].award->child, &c->ruling->children[0]);
			assert_null(c->lines[k].before);
		}
	}
	close_month(&m);
}

/* ---- findings ---- */

static const struct said {
	enum code code;
	bool personal;
	const char *perkara, *value, *detail, *shown_value, *shown_detail;
} findings[] = {
	/* a name of its own ruling, another's, and one that nobody knows */
	{ N0608_NAME_DIFFERS, true, "1/X", "AHMAD", "SITI", "ASN 1", "Mantan 1" },
	{ N0608_NAME_DIFFERS, true, "3/X", "AHMAD", "SITI", "ASN 3", "(disamarkan)" },
	{ N0509_HOLDER_NAMES_DIFFER, true, "4/X#2", "ORANG KETIGA", "BAMBANG", "Pemilik REK-0002-2", "(disamarkan)" },
	/* a number is one person's in whatever case it is named */
	{ N0142_NIP_STRANGE, true, "", "000000000000000003", "", "000000000000000004", "" },
	{ N0142_NIP_STRANGE, true, "", "198503122010011005", "", "(disamarkan)", "" },
	{ N0632_ACCOUNT_IMPOSSIBLE, true, "2/X", "0012345679", "mantan", "REK-0002", "mantan" },
	{ N0608_NAME_DIFFERS, true, "1/X", "6474010101900001", "", "(disamarkan)", "" },
	/* what names nobody stays */
	{ N0642_MISSED_MONTHS, true, "1/X", "2500000", "2026-01", "2500000", "2026-01" },
	{ N0139_ROWS_WITHOUT_NIP, false, "", "3", "", "3", "" },
	/* a code that hides nothing by mistake does not tell either */
	{ N0642_MISSED_MONTHS, true, "1/X", "AHMAD", "0012345678", "ASN 1", "REK-0001" },
	{ N0139_ROWS_WITHOUT_NIP, false, "", "000000000000000004", "", "000000000000000001", "" },
};

static void findings_tell_nobody(void **state)
{
	struct month m;
	size_t count = sizeof findings / sizeof *findings;

	(void)state;
	open_month(&m);
	for (size_t i = 0; i < count; i++)
		findings_add(&m.findings, &(struct finding){
			.code = findings[i].code, .personal = findings[i].personal, .perkara = slice_from_c(findings[i].perkara),
			.value = slice_from_c(findings[i].value), .detail = slice_from_c(findings[i].detail), .file = SLICE("gaji.csv"),
			.column = i == 0 ? SLICE("0012345678") : SLICE("nip_pegawai"),
		});
	mask(&m);
	assert_int_equal(m.masked.findings.count, count);
	for (size_t i = 0; i < count; i++) {
		const struct finding *f = &m.masked.findings.items[i];

		says(f->value, findings[i].shown_value);
		says(f->detail, findings[i].shown_detail);
		says(f->file, "gaji.csv");
		says(f->column, i == 0 ? "(disamarkan)" : "nip_pegawai");
		assert_int_equal(m.masked.findings.per_code[f->code], m.findings.per_code[f->code]);
	}
	close_month(&m);
}

/* As many people as the dictionary must grow for, twice. */
static void many_people(void **state)
{
	enum { MANY = 300 };
	struct month m = { 0 };
	struct ruling *rulings = calloc(MANY, sizeof *rulings), **items = calloc(MANY, sizeof *items);

	(void)state;
	assert_true(rulings != NULL && items != NULL);
	for (size_t i = 0; i < MANY; i++) {
		struct slice key = arena_printf(&m.arena, "%03zu/x", i);

		rulings[i] = (struct ruling){ .number = key, .key = key, .case_key = key, .entry = 1, .nip = 1000 - i,
			                      .asn_name = SLICE("A"), .ex = { .name = SLICE("B") } };
		items[i] = &rulings[i];
	}
	m.all = (struct rulings){ .items = items, .count = MANY };
	mask(&m);
	for (size_t i = 0; i < MANY; i++)
		assert_int_equal(shown(&m, i)->nip, i + 1);
	close_month(&m);
	free(rulings);
	free(items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_person_one_name),
		cmocka_unit_test(copies_point_to_copies),
		cmocka_unit_test(findings_tell_nobody),
		cmocka_unit_test(many_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
