/* What `nafkah simulate` is told on the command line, as facts. */
#include "simulate_private.h"

/* Amounts of an amar, and of pay. */
#define AWARD_MAX INT64_C(1000000000000)

enum { AWARD_MONTHS_MAX = 600, CHILDREN_MAX = 20, LAST_YEAR = 2199 };

const char *const fact_names[FACT_COUNT] = {
	[FACT_START] = "--start",
	[FACT_MONTHS] = "--months",
	[FACT_INCOME] = "--income",
	[FACT_VOLUNTARY] = "--voluntary",
	[FACT_CHILDREN] = "--children",
	[FACT_IDDAH] = "--iddah",
	[FACT_MUTAH] = "--mutah",
	[FACT_LAMPAU] = "--lampau",
	[FACT_NAFKAH_ANAK] = "--nafkah-anak",
	[FACT_BAGIAN_GAJI] = "--bagian-gaji",
	[FACT_JENIS] = "--jenis",
	[FACT_ASN] = "--asn",
	[FACT_PEMBAYARAN] = "--pembayaran",
	[FACT_PENGHASILAN] = "--penghasilan",
	[FACT_PENGHASILAN_MANTAN] = "--penghasilan-mantan",
	[FACT_KAWIN_LAGI] = "--kawin-lagi",
};

struct taking {
	const struct call *call;
	struct arena *arena;
	struct simulation_facts *out;
};

static bool refuse(const struct taking *t, enum say what, const char *value)
{
	complain(what, t->call->request.lang, value);
	return false;
}

/* The same with the option as it stands on the command line. */
static bool refuse_fact(const struct taking *t, enum say what, enum fact fact)
{
	return refuse(t, what, arena_printf(t->arena, "%s %s", fact_names[fact], t->call->facts[fact]).ptr);
}

static const char *word_of(const struct taking *t, enum fact fact)
{
	return t->call->facts[fact];
}

/* "1500000" or "1.500.000", whole rupiah. */
static bool rupiah_of(struct slice s, int64_t least, int64_t most, int64_t *out)
{
	struct money m;

	if (s.len == 0 || s.ptr[0] == '-' || money_parse(s, (struct money_style){ ',', '.' }, &m) != MONEY_OK ||
	    m.sen % SEN_PER_RUPIAH != 0)
		return false;
	*out = m.sen / SEN_PER_RUPIAH;
	return *out >= least && *out <= most;
}

static bool count_of(struct slice s, int32_t most, int32_t *out)
{
	uint64_t count;

	if (!slice_to_u64(s, &count) || count == 0 || count > (uint64_t)most)
		return false;
	*out = (int32_t)count;
	return true;
}

static bool word_is(struct slice s, const char *word)
{
	return slice_equal(s, slice_from_c(word));
}

/* ---- when ---- */

static bool take_months(struct taking *t)
{
	struct simulation_facts *f = t->out;
	const char *start = word_of(t, FACT_START), *months = word_of(t, FACT_MONTHS);

	f->months = 12;
	if (start == NULL)
		return refuse(t, SAY_MISSING, "--start YYYY-MM");
	if (!month_parse(slice_from_c(start), &f->start))
		return refuse_fact(t, SAY_BAD_PERIOD, FACT_START);
	if (months != NULL && !count_of(slice_from_c(months), SIMULATE_MONTHS_MAX, &f->months))
		return refuse_fact(t, SAY_BAD_MONTHS, FACT_MONTHS);
	/* the ruling is final in the month before, and months end with the calendar */
	if ((f->start - 1) / 12 < 1900 || (f->start + f->months - 1) / 12 > LAST_YEAR)
		return refuse_fact(t, SAY_BAD_PERIOD, FACT_START);
	return true;
}

/* ---- income ---- */

/* "9000000" is salary, "tpp=4000000" says of what kind. False: not that, or one kind twice. */
static bool amounts_of(struct slice list, int64_t amounts[static KIND_COUNT], bool stated[static KIND_COUNT])
{
	while (list.ptr != NULL) {
		struct slice value = slice_cut(&list, ','), word = value;
		enum kind kind = KIND_GAJI;

		if (value.len > 0 && memchr(value.ptr, '=', value.len) != NULL) {
			word = slice_cut(&value, '=');
			if (!kind_parse(word, &kind))
				return false;
		}
		if (stated[kind] || !rupiah_of(value, 0, RUPIAH_MAX, &amounts[kind]))
			return false;
		stated[kind] = true;
	}
	return true;
}

static bool take_income(struct taking *t)
{
	const char *income = word_of(t, FACT_INCOME), *voluntary = word_of(t, FACT_VOLUNTARY);
	int64_t amounts[KIND_COUNT] = { 0 }, less[KIND_COUNT] = { 0 };
	bool stated[KIND_COUNT] = { 0 }, taken[KIND_COUNT] = { 0 };

	if (income == NULL)
		return refuse(t, SAY_MISSING, "--income RUPIAH");
	if (!amounts_of(slice_from_c(income), amounts, stated))
		return refuse_fact(t, SAY_BAD_INCOME, FACT_INCOME);
	if (voluntary != NULL && !amounts_of(slice_from_c(voluntary), less, taken))
		return refuse_fact(t, SAY_BAD_INCOME, FACT_VOLUNTARY);
	for (unsigned k = 0; k < KIND_COUNT; k++) {
		if (less[k] > amounts[k])
			return refuse_fact(t, SAY_VOLUNTARY_MORE, FACT_VOLUNTARY);
		t->out->pay[k] = (struct simulated_pay){ stated[k], amounts[k], less[k] };
	}
	return true;
}

static bool take_rupiah(struct taking *t, enum fact fact, int64_t *out)
{
	const char *word = word_of(t, fact);

	return word == NULL || rupiah_of(slice_from_c(word), 1, AWARD_MAX, out) || refuse_fact(t, SAY_BAD_RUPIAH, fact);
}

/* ---- the family and the case ---- */

/* One of several words; the first stands where nothing was said. */
static bool take_choice(struct taking *t, enum fact fact, const char *const *words, size_t count, int *out)
{
	const char *word = word_of(t, fact);

	*out = -1;
	for (size_t i = 0; word != NULL && i < count; i++)
		if (word_is(slice_from_c(word), words[i]))
			*out = (int)i;
	return word == NULL || *out >= 0 || refuse_fact(t, SAY_BAD_WORD, fact);
}

static bool take_case(struct taking *t)
{
	static const char *const divorces[] = { "cerai-talak", "cerai-gugat" }, *const asns[] = { "suami", "istri" };
	static const char *const payments[] = { "berurutan", "bersamaan" };
	struct simulation_facts *f = t->out;
	const char *remarried = word_of(t, FACT_KAWIN_LAGI);
	int divorce, asn, payment;

	if (!take_choice(t, FACT_JENIS, divorces, 2, &divorce) || !take_choice(t, FACT_ASN, asns, 2, &asn) ||
	    !take_choice(t, FACT_PEMBAYARAN, payments, 2, &payment))
		return false;
	f->divorce = divorce == 1 ? CERAI_GUGAT : CERAI_TALAK;
	f->asn_is_wife = asn == 1;
	f->payment = payment < 0 ? PAYMENT_BY_RULES : payment == 0 ? PAYMENT_SEQUENTIAL : PAYMENT_CONCURRENT;
	if (remarried != NULL && !date_parse(slice_from_c(remarried), &f->remarried))
		return refuse_fact(t, SAY_BAD_DAY, FACT_KAWIN_LAGI);
	return true;
}

/* "2015-06-01", "2015-06-01/ayah", "2015-06-01/wali/sekolah". */
static bool child_of(struct slice text, struct child *out)
{
	if (!date_parse(slice_cut(&text, '/'), &out->born))
		return false;
	while (text.ptr != NULL) {
		struct slice word = slice_cut(&text, '/');

		if (word_is(word, "ayah"))
			out->custody = CUSTODY_FATHER;
		else if (word_is(word, "wali"))
			out->custody = CUSTODY_GUARDIAN;
		else if (word_is(word, "sekolah"))
			out->at_school = true;
		else if (!word_is(word, "ibu"))
			return false;
	}
	return true;
}

static bool take_children(struct taking *t)
{
	const char *word = word_of(t, FACT_CHILDREN);
	struct slice list = word != NULL ? slice_from_c(word) : (struct slice){ NULL, 0 };
	struct simulation_facts *f = t->out;

	f->children = arena_array(t->arena, CHILDREN_MAX, sizeof *f->children);
	while (f->children != NULL && list.ptr != NULL) {
		struct child *c = &f->children[f->child_count];

		if (f->child_count == CHILDREN_MAX || !child_of(slice_cut(&list, ','), c))
			return refuse_fact(t, SAY_BAD_CHILDREN, FACT_CHILDREN);
		f->child_count++;
		c->id = arena_printf(t->arena, "a%zu", f->child_count);
		c->name = c->id;
	}
	return f->children != NULL;
}

/* ---- awards ---- */

/* "3": the wife's share for 3 months; "3x1500000"; "18000000/12"; behind the last two "-6000000" paid before. The same
 * words as `nilai` in the register. */
static bool wife_award(struct slice text, struct award *out)
{
	struct slice rest = text, head, paid;

	if (count_of(text, AWARD_MONTHS_MAX, &out->months)) {
		out->cara = CARA_PECAHAN;
		return true;
	}
	out->cara = CARA_NOMINAL;
	paid = rest;
	rest = slice_cut(&paid, '-');
	if (paid.ptr != NULL && !rupiah_of(paid, 0, AWARD_MAX, &out->paid_before))
		return false;
	if (rest.len > 0 && memchr(rest.ptr, 'x', rest.len) != NULL) {
		head = slice_cut(&rest, 'x');
		return count_of(head, AWARD_MONTHS_MAX, &out->months) && rupiah_of(rest, 1, AWARD_MAX, &out->monthly);
	}
	head = slice_cut(&rest, '/');
	return rupiah_of(head, 1, AWARD_MAX, &out->lump) && count_of(rest, AWARD_MONTHS_MAX, &out->months);
}

static bool take_wife_award(struct taking *t, enum fact fact, enum hak hak)
{
	const char *word = word_of(t, fact);
	struct simulation_facts *f = t->out;
	struct award a = { .hak = hak };

	if (word == NULL)
		return true;
	f->wife_stated = true;
	if (word_is(slice_from_c(word), "tidak"))
		return true;
	if (!wife_award(slice_from_c(word), &a))
		return refuse_fact(t, SAY_BAD_AWARD, fact);
	f->awards[f->award_count++] = a;
	return true;
}

/* "1500000" or "1500000+10%" */
static bool monthly_of(struct slice text, struct award *out)
{
	struct slice rise = text, amount = slice_cut(&rise, '+');
	uint64_t percent;

	out->hak = HAK_NAFKAH_ANAK;
	out->cara = CARA_NOMINAL;
	if (!rupiah_of(amount, 1, AWARD_MAX, &out->monthly))
		return false;
	if (rise.ptr == NULL)
		return true;
	if (rise.len == 0 || rise.ptr[rise.len - 1] != '%' ||
	    !slice_to_u64(slice_sub(rise, 0, rise.len - 1), &percent) || percent > 100)
		return false;
	out->raise = (int32_t)percent;
	return true;
}

static const struct child *child_named(const struct simulation_facts *f, struct slice id)
{
	for (size_t i = 0; i < f->child_count; i++)
		if (slice_equal(f->children[i].id, id))
			return &f->children[i];
	return NULL;
}

/* "a1=1500000+10%,a2=1000000" */
static bool each_child(struct simulation_facts *f, struct slice list)
{
	while (list.ptr != NULL) {
		struct slice text = slice_cut(&list, ','), id = slice_cut(&text, '=');
		struct award *a = &f->awards[f->award_count];

		*a = (struct award){ .child = child_named(f, id) };
		for (size_t i = 0; i < f->award_count; i++)
			if (f->awards[i].child != NULL && f->awards[i].child == a->child)
				return false;
		if (a->child == NULL || !monthly_of(text, a))
			return false;
		f->award_count++;
	}
	return true;
}

static bool child_awards(struct simulation_facts *f, struct slice text)
{
	if (word_is(text, "tidak"))
		return true;
	if (text.len > 0 && memchr(text.ptr, '=', text.len) != NULL)
		return each_child(f, text);
	if (word_is(text, "pecahan"))
		f->awards[f->award_count] = (struct award){ .hak = HAK_NAFKAH_ANAK, .cara = CARA_PECAHAN };
	else if (!monthly_of(text, &f->awards[f->award_count]))
		return false;
	f->award_count++;
	return true;
}

static bool take_awards(struct taking *t)
{
	struct simulation_facts *f = t->out;
	const char *children = word_of(t, FACT_NAFKAH_ANAK);

	f->awards = arena_array(t->arena, CHILDREN_MAX + 4, sizeof *f->awards);
	if (f->awards == NULL)
		return false;
	f->children_stated = children != NULL;
	if (children != NULL && f->child_count == 0)
		return refuse(t, SAY_MISSING, fact_names[FACT_CHILDREN]);
	if (children != NULL && !child_awards(f, slice_from_c(children)))
		return refuse_fact(t, SAY_BAD_CHILD_AWARD, FACT_NAFKAH_ANAK);
	if (!take_wife_award(t, FACT_IDDAH, HAK_IDDAH) || !take_wife_award(t, FACT_MUTAH, HAK_MUTAH) ||
	    !take_wife_award(t, FACT_LAMPAU, HAK_LAMPAU))
		return false;
	if (word_of(t, FACT_BAGIAN_GAJI) != NULL) {
		if (f->wife_stated)
			return refuse(t, SAY_SHARE_ALONE, fact_names[FACT_BAGIAN_GAJI]);
		f->wife_stated = true;
		f->awards[f->award_count++] = (struct award){ .hak = HAK_BAGIAN_GAJI, .cara = CARA_PECAHAN };
	}
	return true;
}

bool simulate_facts_read(const struct call *call, struct arena *arena, struct simulation_facts *out)
{
	struct taking t = { call, arena, out };

	*out = (struct simulation_facts){ 0 };
	return take_months(&t) && take_income(&t) && take_case(&t) && take_children(&t) && take_awards(&t) &&
	       take_rupiah(&t, FACT_PENGHASILAN, &out->judged_income) &&
	       take_rupiah(&t, FACT_PENGHASILAN_MANTAN, &out->former_income);
}
