/* The words of office.h, one function for each kind of them: true where the word was understood. */
#ifndef TESTS_LAW_WORDS_H
#define TESTS_LAW_WORDS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <nafkah/law.h>
#include <nafkah/roster.h>

#include <stdlib.h>
#include <string.h>

enum { ROOM = 64 };
#define MALE UINT64_C(198503122010011005)
#define FEMALE UINT64_C(198503122010012005)

struct office {
	struct arena arena;
	struct findings findings;
	struct rules rules;
	struct rulings rulings;
	struct register_row booked[ROOM];
	struct register_book book;
	struct pay_row rows[ROOM];
	size_t row_count;
	struct roster roster;
	struct person *person;
	struct law law;
};

static inline struct date day(struct slice s)
{
	struct date d = { 0 };

	assert_true(date_parse(s, &d));
	return d;
}

static inline month_no month(struct slice s)
{
	month_no m = MONTH_NONE;

	assert_true(s.len == 0 || month_parse(s, &m));
	return m;
}

static inline int64_t number(struct slice s)
{
	uint64_t n = 0;

	assert_true(s.len == 0 || slice_to_u64(s, &n));
	return (int64_t)n;
}

static inline struct money rupiah(struct slice s)
{
	struct money m = { 0 };

	assert_true(s.len == 0 || money_parse(s, (struct money_style){ '.', 0 }, &m) == MONEY_OK);
	return m;
}

static inline bool is(struct slice a, const char *b)
{
	return slice_equal(a, slice_from_c(b));
}

/* "BUDI_SANTOSO" -> "BUDI SANTOSO". */
static inline struct slice spaced(struct office *o, struct slice s)
{
	char *text = arena_alloc(&o->arena, s.len + 1);

	for (size_t i = 0; i < s.len; i++)
		text[i] = s.ptr[i] == '_' ? ' ' : s.ptr[i];
	return (struct slice){ text, s.len };
}

static inline struct account account_of(struct office *o, struct slice s, char sep)
{
	struct slice bank = slice_cut(&s, sep), digits = slice_cut(&s, sep);

	return account_read(&o->arena, bank, digits, SLICE("SITI AMINAH"), s.ptr != NULL ? s : SLICE(""));
}

/* ---- what may be said about the month, the rules and the rows ---- */

static inline bool read_order(struct office *o, struct slice name, struct slice value)
{
	if (is(name, "sumber")) {
		o->rules.source_count = 0;
		while (value.ptr != NULL)
			assert_true(kind_parse(slice_cut(&value, ','), &o->rules.sources[o->rules.source_count++]));
		return true;
	}
	if (!is(name, "urutan"))
		return false;
	for (size_t i = 0; i < 3; i++) {
		struct slice hak = slice_cut(&value, ',');

		o->rules.order[i] = is(hak, "iddah") ? HAK_IDDAH : is(hak, "mutah") ? HAK_MUTAH : HAK_LAMPAU;
	}
	return true;
}

static inline bool read_rule(struct office *o, struct slice name, struct slice value)
{
	struct rules *r = &o->rules;

	if (is(name, "P"))
		o->law.period = month(value);
	else if (is(name, "dasar"))
		r->basis = is(value, "kotor") ? BASIS_GROSS : is(value, "bersih") ? BASIS_NET : BASIS_AFTER_MANDATORY;
	else if (is(name, "bulan-dasar"))
		r->basis_month = is(value, "putusan") ? BASIS_JUDGED : BASIS_CURRENT;
	else if (is(name, "pembayaran"))
		r->sequential = is(value, "berurutan");
	else if (is(name, "anak-berhenti"))
		r->child_stop = is(value, "kembali") ? STOP_RETURN : STOP_REDIVIDE;
	else if (is(name, "kawin-lagi"))
		r->remarriage = is(value, "semua") ? REMARRIAGE_ALL : is(value,
		    "tidak") ? REMARRIAGE_NONE : REMARRIAGE_FRACTION;
	else if (is(name, "batas"))
		r->limit = is(value, "tanpa") ? LIMIT_NONE : LIMIT_ASN_SHARE;
	else if (is(name, "satuan"))
		r->unit = number(value);
	else
		return read_order(o, name, value);
	return true;
}

static inline bool read_row(struct office *o, struct slice name, struct slice value)
{
	struct pay_row *last = &o->rows[o->row_count > 0 ? o->row_count - 1 : 0], row = { .counted = true, .sums = true };
	bool income = slice_starts_with(name, SLICE("income-"));
	struct slice rest = value, gross = slice_cut(&rest, '-'), cuts = slice_cut(&rest, '+');

	if (is(name, "row-nama")) {
		last->name = spaced(o, value);
	} else if (is(name, "row-rek")) {
		last->account = value;
	} else if (is(name, "row-uncounted")) {
		last->counted = false;
	} else if (is(name, "row-broken")) {
		last->sums = false;
	} else if (kind_parse(slice_sub(name, income ? 7 : 0, name.len), &row.kind)) {
		row.file = o->row_count;
		row.adjusted = !income;
		row.gross = rupiah(gross);
		row.cuts = rupiah(cuts);
		row.voluntary = rupiah(rest);
		row.name = SLICE("BUDI SANTOSO");
		assert_true(money_sub(row.gross, row.cuts, &row.net));
		o->rows[o->row_count++] = row;
	} else {
		return false;
	}
	return true;
}

/* ---- what may be said about a ruling ---- */

static inline struct ruling *open_ruling(struct office *o, struct slice number)
{
	struct ruling *r = arena_alloc(&o->arena, sizeof *r);

	*r = (struct ruling){
		.number = number, .case_key = case_normalise(&o->arena, number), .entry = 1, .status = RULING_BHT,
		.divorce = CERAI_GUGAT, .dates = { .final = { 2025, 12, 10 }, .start = 12 * 2026 }, .nip = MALE,
		.asn_name = SLICE("BUDI SANTOSO"), .children = arena_array(&o->arena, ROOM, sizeof(struct child)),
		.awards = arena_array(&o->arena, ROOM, sizeof(struct award)),
		.ex.account = account_read(&o->arena, SLICE("124"), SLICE("0012345678"), SLICE("SITI AMINAH"), SLICE("")),
	};
	r->key = r->case_key;
	o->rulings.items[o->rulings.count++] = r;
	return r;
}

static inline void read_child(struct office *o, struct ruling *r, struct slice value)
{
	struct child *c = &r->children[r->child_count++];

	c->id = slice_cut(&value, ':');
	c->name = c->id;
	c->born = day(slice_cut(&value, ':'));
	while (value.ptr != NULL) {
		struct slice word = slice_cut(&value, ':');

		if (slice_starts_with(word, SLICE("rek/")))
			c->account = account_of(o, slice_sub(word, 4, word.len), '/');
		else if (slice_starts_with(word, SLICE("berhenti/")))
			c->end = (struct ending){ .date = day(slice_sub(word, 9, word.len)), .cause = SLICE("menikah") };
		else if (slice_starts_with(word, SLICE("konf/")))
			c->confirmed.date = day(slice_sub(word, 5, word.len));
		else if (is(word, "sekolah"))
			c->at_school = true;
		else
			c->custody = is(word, "ayah") ? CUSTODY_FATHER : is(word, "wali") ? CUSTODY_GUARDIAN : CUSTODY_MOTHER;
	}
}

static inline void read_terms(struct award *a, struct slice value)
{
	struct slice rest = value, terms = slice_cut(&rest, '@'), left = terms, first = slice_cut(&left, 'x'), each;

	if (rest.ptr != NULL) {
		a->span_from = month(slice_sub(rest, 0, 7));
		a->span_to = month(slice_sub(rest, 9, 7));
	}
	if (left.ptr != NULL) { /* 6x1000000-500000 */
		a->months = (int32_t)number(first);
		each = slice_cut(&left, '-');
		a->monthly = number(each);
	} else { /* 18000000/12-6000000, or 3 */
		left = terms;
		first = slice_cut(&left, '/');
		each = left.ptr != NULL ? slice_cut(&left, '-') : (struct slice){ 0 };
		a->months = (int32_t)number(each.ptr != NULL ? each : first);
		a->lump = each.ptr != NULL ? number(first) : 0;
	}
	a->paid_before = number(left);
	a->cara = a->monthly > 0 || a->lump > 0 ? CARA_NOMINAL : CARA_PECAHAN;
}

static inline bool read_award(struct ruling *r, struct slice name, struct slice value)
{
	static const enum hak wife[] = { HAK_IDDAH, HAK_MUTAH, HAK_LAMPAU, HAK_BAGIAN_GAJI };
	struct award *a = &r->awards[r->award_count];
	struct slice rest = value, monthly = slice_cut(&rest, '+');

	for (size_t i = 0; i < sizeof wife / sizeof *wife; i++) {
		if (!is(name, hak_name(wife[i])))
			continue;
		*a = (struct award){ .hak = wife[i] };
		read_terms(a, value);
		r->award_count++;
		return true;
	}
	if (!slice_starts_with(name, SLICE("nafkah")))
		return false;
	*a = (struct award){ .hak = HAK_NAFKAH_ANAK, .cara = value.len > 0 ? CARA_NOMINAL : CARA_PECAHAN,
	                     .monthly = number(monthly), .raise = (int32_t)number(rest) };
	for (size_t i = 0; i < r->child_count; i++)
		if (slice_equal(r->children[i].id, slice_sub(name, 7, name.len)))
			a->child = &r->children[i];
	assert_true(is(name, "nafkah") || a->child != NULL);
	r->award_count++;
	return true;
}

static inline void read_opening(struct office *o, struct ruling *r, struct slice who, struct slice value)
{
	struct register_row *row = &o->book.rows[o->book.count++];
	struct opening *open = &row->opening;
	bool child = true;

	for (unsigned h = HAK_IDDAH; h < HAK_COUNT; h++)
		child = child && !is(who, hak_name((enum hak)h));
	*row = (struct register_row){ .key = r->key, .hak = child ? SLICE("nafkah-anak") : who };
	row->payee = child ? arena_printf(&o->arena, "anak:%.*s", SLICE_ARG(who)) : SLICE("mantan");
	open->known = true;
	open->booked = month(slice_cut(&value, ':'));
	open->arrears = number(slice_cut(&value, ':'));
	open->cara = slice_cut(&value, ':');
	open->nilai = slice_cut(&value, ':');
	open->bank = slice_cut(&value, ':');
	open->account = slice_cut(&value, ':');
	open->grew = value.len >= 1;
	open->grew_before = value.len >= 2;
}

static inline bool read_day(struct ruling *r, struct slice name, struct slice value)
{
	struct { const char *name; struct date *into; } days[] = {
		{ "bht", &r->dates.final }, { "ikrar", &r->dates.pledged }, { "kawin", &r->ex.remarried.date },
		{ "wafat", &r->ex.died.date }, { "selesai", &r->over.date }, { "terima", &r->dates.received },
		{ "konf", &r->ex.confirmed.date },
	};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		if (!is(name, days[i].name))
			continue;
		*days[i].into = value.len > 0 ? day(value) : (struct date){ 0 };
		r->over.cause = date_is_set(r->over.date) ? SLICE("rujuk") : (struct slice){ 0 };
		return true;
	}
	return false;
}

static inline bool read_party(struct office *o, struct ruling *r, struct slice name, struct slice value)
{
	if (is(name, "suami"))
		r->ex.relation = EX_HUSBAND;
	else if (is(name, "perempuan"))
		r->nip = FEMALE;
	else if (is(name, "nama"))
		r->asn_name = spaced(o, value);
	else if (is(name, "rek"))
		r->ex.account = is(value, "-") ? (struct account){ 0 } : account_of(o, value, ':');
	else if (is(name, "anak"))
		read_child(o, r, value);
	else if (name.len > 0 && name.ptr[0] == '@')
		read_opening(o, r, slice_sub(name, 1, name.len), value);
	else
		return false;
	return true;
}

static inline bool read_ruling(struct office *o, struct ruling *r, struct slice name, struct slice value)
{
	static const char *const statuses[] = { "mediasi", "izin", "proses", "putus", "banding", "bht", "rujuk",
	  "dicabut" };

	for (unsigned i = 0; i < sizeof statuses / sizeof *statuses; i++)
		if (is(name, "status") && is(value, statuses[i]))
			r->status = (enum ruling_status)i;
	if (is(name, "talak"))
		r->divorce = CERAI_TALAK;
	else if (is(name, "mulai"))
		r->dates.start = month(value);
	else if (is(name, "sampai"))
		r->dates.paid_until = month(value);
	else if (is(name, "hapus"))
		r->write_off = true;
	else if (is(name, "bersamaan") || is(name, "berurutan"))
		r->payment = is(name, "bersamaan") ? PAYMENT_CONCURRENT : PAYMENT_SEQUENTIAL;
	else if (is(name, "penghasilan"))
		r->judged_income = number(value);
	else if (is(name, "entri")) {
		r->entry = (int32_t)number(value);
		r->key = arena_printf(&o->arena, "%.*s#%d", SLICE_ARG(r->case_key), (int)r->entry);
	} else if (!is(name, "status"))
		return read_party(o, r, name, value) || read_day(r, name, value) || read_award(r, name, value);
	return true;
}

#endif
