/* A small office from one line of words: a period, one civil servant's rows, his rulings and what the register of
 * the month before says of them. Everything that is not said is harmless: period 2026-01, the rules of the SKB, and
 * rulings that are final since December 2025, start in January 2026 and pay into a good account.
 *
 *   month     P=2026-02
 *   rules     dasar=kotor|bersih bulan-dasar=putusan sumber=tpp,gaji pembayaran=bersamaan urutan=mutah,iddah,lampau
 *             anak-berhenti=kembali kawin-lagi=semua|tidak batas=tanpa satuan=1000
 *   rows      gaji=GROSS[-CUTS[+VOLUNTARY]] (the voluntary ones are part of the cuts), income-tpp=..., and of the row
 *             before: row-nama=A_B row-rek=123 row-uncounted row-broken
 *   rulings   perkara=CASE opens one; its words: entri=2 status=rujuk talak mulai= sampai= (dibayar-sampai) bht= ikrar= terima=
 *             suami perempuan (the NIP) nama=A_B rek=BANK:NUMBER:PROOF rek=- kawin= wafat= konf= selesai=DATE hapus bersamaan
 *             berurutan penghasilan=8000000
 *             anak=ID:BORN[:ayah|wali|sekolah|berhenti/DATE|konf/DATE|rek/BANK/NUMBER/PROOF]...
 *             iddah=3 (pecahan) mutah=18000000/12-6000000 lampau=6x1000000@2025-01..2025-06 bagian-gaji
 *             nafkah (pecahan) nafkah=1500000+10 (nominal, all children) nafkah-a1=1500000+10
 *   register  @iddah=BOOKED:ARREARS[:CARA:NILAI[:BANK:ACCOUNT[:GREW]]]  @a1=... for a child; GREW: "+" or "++" */
#ifndef TESTS_LAW_OFFICE_H
#define TESTS_LAW_OFFICE_H

#include "words.h"

static inline void office_close(struct office *o)
{
	findings_release(&o->findings);
	arena_release(&o->arena);
	free(o);
}

/* Rulings, rows and openings stand; nothing is computed yet. */
static inline struct office *office_open(const char *words)
{
	struct office *o = calloc(1, sizeof *o);
	struct slice rest = slice_from_c(words);
	struct ruling *r = NULL;
	struct ratio third = { 1, 3 }, half = { 1, 2 };

	assert_non_null(o);
	o->rulings.items = arena_array(&o->arena, ROOM, sizeof(struct ruling *));
	o->book.rows = o->booked;
	o->rules = (struct rules){
		.basis = BASIS_AFTER_MANDATORY, .sources = { KIND_GAJI, KIND_TPP }, .source_count = 2,
		.with_children = { third, third, third }, .without_children = { half, half, { 0, 1 } }, .max_iddah = 3,
		.max_mutah = 12, .sequential = true, .order = { HAK_IDDAH, HAK_MUTAH, HAK_LAMPAU }, .age_limit = 21,
		.age_limit_school = 25, .remarriage = REMARRIAGE_FRACTION, .unit = 1,
	};
	o->law = (struct law){ .rules = &o->rules, .period = 12 * 2026, .rulings_file = SLICE("putusan.xml"),
	  .findings = &o->findings,
	                       .arena = &o->arena };
	while (rest.ptr != NULL) {
		struct slice word = slice_cut(&rest, ' '), value = word, name = slice_cut(&value, '=');

		if (word.len == 0 || read_rule(o, name, value) || read_row(o, name, value))
			continue;
		if (is(name, "perkara"))
			r = open_ruling(o, value);
		else if (r == NULL || !read_ruling(o, r, name, value))
			fail_msg("word not understood: %.*s", SLICE_ARG(word));
	}
	register_sort(&o->book);
	assert_true(roster_build(&o->arena, &o->rulings, &o->rules, &o->book, &o->roster));
	assert_int_equal(o->roster.count, 1);
	o->person = &o->roster.people[0];
	o->person->rows = o->rows;
	o->person->row_count = o->row_count;
	return o;
}

#endif
