/* From one month to the next: two offices of words, the register of the first being what the second goes on from. Shown are
 * the causes that moved what is paid, each with its rupiah, and its lines where there are several. */
#include "chance.h"
#include "pair.h"

static void show_sums(const struct bridge_sums *s, struct buf *out)
{
	bool first = true;

	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++) {
		if (s->lines[c] == 0)
			continue;
		buf_printf(out, "%s%s %" PRId64, first ? "" : ", ", bridge_cause_name((enum bridge_cause)c), s->by_cause[c]);
		if (s->lines[c] > 1)
			buf_printf(out, " x%" PRIu64, s->lines[c]);
		first = false;
	}
	buf_printf(out, "%s", first ? "-" : "");
}

struct crossing_example {
	const char *why, *then, *now, *expected;
};

#define SIX "gaji=6000000 "
#define NINE "gaji=9000000 "
#define FEB "P=2026-02 "
#define MAR "P=2026-03 "
#define R1 "perkara=1/Pdt "
#define R2 "perkara=2/Pdt "
#define A1 "anak=a1:2015-01-01 "
#define A2 "anak=a2:2016-01-01 "

static const struct crossing_example list[] = {
	{ "nothing changed", SIX R1 "iddah=3", FEB SIX R1 "iddah=3", "-" },
	{ "a raise of 3.000.000: half of it is hers", SIX R1 "iddah=3", FEB NINE R1 "iddah=3", "dasar 1500000" },
	{ "less pay", NINE R1 "iddah=3", FEB SIX R1 "iddah=3", "dasar -1500000" },
	{ "no pay at all: the whole due by the base", SIX R1 "iddah=3", FEB "gaji=0 " R1 "iddah=3", "dasar -3000000" },
	{ "... and back", "gaji=0 " R1 "iddah=3", FEB SIX R1 "iddah=3", "dasar 3000000" },
	{ "a nominal award does not follow the base", SIX R1 "iddah=3x1000000", FEB NINE R1 "iddah=3x1000000", "-" },
	{ "odd rupiah: 7.000.003/2 = 3.500.001", SIX R1 "iddah=3", FEB "gaji=7000003 " R1 "iddah=3", "dasar 500001" },

	{ "iddah is over, mut'ah begins", "P=2026-03 " SIX R1 "sampai=2026-02 iddah=3 mutah=2x500000",
	  "P=2026-04 " SIX R1 "sampai=2026-02 iddah=3 mutah=2x500000", "baru 500000, berakhir -3000000" },
	{ "a ruling that was not in the file", SIX R1 "status=putus iddah=3 ", FEB SIX R1 "status=putus iddah=3 "
	  R2 "mulai=2026-02 iddah=3x700000", "baru 700000" },
	{ "a ruling that was not final", SIX R1 "status=putus mulai=2026-02 iddah=3x700000",
	  FEB SIX R1 "mulai=2026-02 iddah=3x700000", "baru 700000" },
	{ "a new right with another income: all of it is new", SIX R1 "mulai=2026-02 iddah=3", FEB NINE R1 "mulai=2026-02 iddah=3",
	  "baru 4500000" },
	{ "what was paid elsewhere up to January begins", SIX R1 "sampai=2026-01 iddah=3x700000",
	  FEB SIX R1 "sampai=2026-01 iddah=3x700000", "baru 700000" },
	{ "a late ruling: its due is new, its missed month made up for", SIX R1 "status=putus iddah=3x700000",
	  FEB SIX R1 "sampai=2025-12 iddah=3x700000", "baru 700000, susulan 700000" },
	{ "remarried in January", SIX R1 "kawin=2026-01-10 iddah=3", FEB SIX R1 "kawin=2026-01-10 iddah=3", "berakhir -3000000" },
	{ "... and it becomes known in February: over, all the same", SIX R1 "iddah=3", FEB SIX R1 "kawin=2026-01-10 iddah=3",
	  "berakhir -3000000" },
	{ "a ruling that ended while held", SIX R1 "iddah=3", FEB SIX R1 "rek=- kawin=2026-01-10 iddah=3", "berakhir -3000000" },

	{ "no account now", SIX R1 "iddah=3", FEB SIX R1 "rek=- iddah=3", "ditahan -3000000" },
	{ "... with another income: held is held", SIX R1 "iddah=3", FEB NINE R1 "rek=- iddah=3", "ditahan -3000000" },
	{ "... in its last month", FEB SIX R1 "sampai=2026-01 iddah=3", MAR SIX R1 "rek=- iddah=3", "ditahan -3000000" },
	{ "released: the due, and the missed month", SIX R1 "rek=- iddah=3x700000", FEB SIX R1 "iddah=3x700000",
	  "dilepas 700000, susulan 700000" },
	{ "not found", SIX R1 "iddah=3", FEB R1 "iddah=3", "ditahan -3000000" },
	{ "found again", "income-tpp=6000000 " R1 "iddah=3", FEB SIX R1 "iddah=3", "dilepas 3000000" },
	{ "a ruling fault, and its end", SIX R1 "suami iddah=3x700000", FEB SIX R1 "iddah=3x700000", "dilepas 700000, susulan 700000" },

	{ "the yearly rise in the thirteenth month", "P=2026-12 " NINE R1 "sampai=2026-11 " A1 "nafkah-a1=1000000+10",
	  "P=2027-01 " NINE R1 "sampai=2026-11 " A1 "nafkah-a1=1000000+10", "kenaikan 100000" },
	{ "... of an award for two", "P=2026-12 " NINE R1 "sampai=2026-11 " A1 A2 "nafkah=1000001+10",
	  "P=2027-01 " NINE R1 "sampai=2026-11 " A1 A2 "nafkah=1000001+10", "kenaikan 100000 x2" },
	{ "the rise and a child that ends in one month: 500.000 rises to 550.000, the whole of 1.100.000 is his",
	  "P=2026-12 " NINE R1 "sampai=2026-11 anak=a1:2005-12-05 " A2 "nafkah=1000000+10",
	  "P=2027-01 " NINE R1 "sampai=2026-11 anak=a1:2005-12-05 " A2 "nafkah=1000000+10",
	  "berakhir -500000, kenaikan 50000, pembagian 550000" },
	{ "no rise without naik", "P=2026-12 " NINE R1 "sampai=2026-11 " A1 "nafkah-a1=1000000",
	  "P=2027-01 " NINE R1 "sampai=2026-11 " A1 "nafkah-a1=1000000", "-" },
	{ "the last instalment of a lump sum", FEB NINE R1 "sampai=2026-01 mutah=10000000/3",
	  MAR NINE R1 "sampai=2026-01 mutah=10000000/3", "angsuran 1" },
	{ "... and of one that began with nothing", "P=2026-11 " NINE R1 "sampai=2026-10 mutah=5/12",
	  "P=2026-12 " NINE R1 "sampai=2026-10 mutah=5/12", "angsuran 5" },

	{ "a child is of age: the sister has the pool", "P=2026-01 " NINE R1 "anak=a1:2005-01-05 " A2 "nafkah",
	  FEB NINE R1 "anak=a1:2005-01-05 " A2 "nafkah", "berakhir -1500000, pembagian 1500000" },
	{ "another ruling shares the pool", SIX R1 "iddah=3", FEB SIX R1 "iddah=3 " R2 "mulai=2026-02 iddah=3",
	  "baru 1500000, pembagian -1500000" },
	{ "... one that lists a child: a third for the wives", SIX R1 "iddah=3", FEB SIX R1 "iddah=3 " R2 "mulai=2026-02 " A1 "nafkah",
	  "baru 2000000, pembagian -1000000" },
	{ "... one whose fault was settled", SIX R1 "iddah=3 " R2 "suami iddah=3", FEB SIX R1 "iddah=3 " R2 "iddah=3",
	  "dilepas 1500000, pembagian -1500000" },
	{ "... one whose payee was held shared it before", SIX R1 "iddah=3 " R2 "rek=- iddah=3",
	  FEB SIX R1 "iddah=3 " R2 "rek=- iddah=3", "-" },
	{ "... and one that is over gives it back", SIX R1 "iddah=3 " R2 "kawin=2026-01-03 iddah=3",
	  FEB SIX R1 "iddah=3 " R2 "kawin=2026-01-03 iddah=3", "berakhir -1500000, pembagian 1500000" },
	{ "... as does one whose arrears were written off, that listed a child",
	  FEB SIX R1 "sampai=2026-01 iddah=3 " R2 "selesai=2026-01-10 hapus " A1 "nafkah=700000 @a1=2026-01:500",
	  MAR SIX R1 "iddah=3 " R2 "selesai=2026-01-10 hapus " A1 "nafkah=700000", "pembagian 1000000" },
	{ "the base and the pool in one month", SIX R1 "iddah=3", FEB NINE R1 "iddah=3 " R2 "mulai=2026-02 iddah=3",
	  "baru 2250000, dasar 750000, pembagian -1500000" },

	{ "the child moves to its father", NINE R1 A1 "nafkah", FEB NINE R1 "anak=a1:2015-01-01:ayah nafkah", "putusan -3000000" },
	{ "... and back", NINE R1 "anak=a1:2015-01-01:ayah nafkah", FEB NINE R1 A1 "nafkah", "putusan 3000000" },
	{ "... and back, of one who had arrears to collect",
	  NINE R1 "anak=a1:2015-01-01:ayah nafkah @a1=2025-12:70", FEB NINE R1 A1 "nafkah", "putusan 3000000, tunggakan -70" },
	{ "the amar says one after another now", SIX R1 "bersamaan iddah=3x500000 mutah=3x700000",
	  FEB SIX R1 "iddah=3x500000 mutah=3x700000", "putusan -700000" },
	{ "an end that became known: the brother was over in December already",
	  NINE R1 A1 A2 "nafkah", FEB NINE R1 "anak=a1:2015-01-01:berhenti/2025-12-05 " A2 "nafkah",
	  "berakhir -1500000, putusan 1500000" },
	{ "the ruling is not final after all", SIX R1 "iddah=3", FEB SIX R1 "status=banding iddah=3", "putusan -3000000" },
	{ "the first month moves", SIX R1 "iddah=3", FEB SIX R1 "mulai=2026-05 sampai=2026-01 iddah=3", "putusan -3000000" },

	{ "arrears of before are collected", SIX R1 "iddah=3x700000", FEB SIX R1 "@iddah=2026-01:0 iddah=3x700000", "-" },
	{ "the limit cuts half of it off", "gaji=2000000 " R1 "iddah=3x700000", FEB "gaji=1000000 " R1 "iddah=3x700000",
	  "batas -200000" },
	{ "... and what it cut off is collected later", "gaji=1000000 " R1 "iddah=3x700000", FEB SIX R1 "iddah=3x700000",
	  "tunggakan 200000, batas 200000" },
	{ "February was left out: missed months first, then other arrears", "gaji=1000000 " R1 "iddah=3x700000",
	  MAR SIX R1 "iddah=3x700000", "susulan 700000, tunggakan 200000, batas 200000" },
	{ "... collected once, and not again", MAR SIX R1 "sampai=2026-01 mutah=9x700000", "P=2026-04 " SIX R1 "mutah=9x700000",
	  "susulan -700000" },
	{ "the limit divides among lines, held ones aside", "gaji=1400000 " R1 "iddah=3x700000 " R2 "rek=- iddah=3x700000",
	  FEB "gaji=1400000 " R1 "iddah=3x700000 " R2 "iddah=3x700000", "dilepas 700000, batas -700000 x2" },

	{ "the judge's income was corrected", "bulan-dasar=putusan " NINE R1 "penghasilan=6000000 iddah=3",
	  FEB "bulan-dasar=putusan " NINE R1 "penghasilan=8000000 iddah=3", "putusan 1000000" },
	{ "... and does not follow pay", "bulan-dasar=putusan " NINE R1 "penghasilan=6000000 iddah=3",
	  FEB "bulan-dasar=putusan gaji=8000000 " R1 "penghasilan=6000000 iddah=3", "-" },
	{ "a ruling that left the file", FEB SIX R1 "status=putus iddah=3 " R2 "sampai=2026-01 iddah=2x700000",
	  MAR SIX R1 "status=putus iddah=3", "berakhir -700000" },
	{ "... which shared the pool: the rest is what the rulings say now",
	  FEB SIX R1 "sampai=2026-01 iddah=3 " R2 "kawin=2026-02-03 sampai=2026-01 iddah=3", MAR SIX R1 "iddah=3",
	  "berakhir -1500000, putusan 1500000" },
};

static const struct crossing_example first_parts[] = {
	{ "TPP comes later: what gaji does not hold waits", "income-tpp=5000000 gaji=1000000 " R1 "iddah=3x1000000",
	  FEB "income-tpp=5000000 gaji=600000 " R1 "iddah=3x1000000", "menunggu -400000" },
	{ "... of a part the limit cuts the rest off", "income-tpp=600000 gaji=1000000 " R1 "iddah=3x800000",
	  FEB "income-tpp=500000 gaji=300000 " R1 "iddah=3x800000", "batas -400000, menunggu -100000" },
	{ "arrears that wait are no due that waits", "gaji=800000 " R1 "iddah=3x600000",
	  FEB "income-tpp=5000000 gaji=600000 " R1 "iddah=3x600000", "batas 200000" },
};

static void show_crossing(const char *then, const char *now, bool more, struct buf *out)
{
	struct pair *p = pair_open(then, now, more);

	if (p->status != STATUS_OK)
		buf_printf(out, "status %d", (int)p->status);
	else
		show_sums(&p->bridge.all, out);
	buf_char(out, '\0');
	pair_close(p);
}

static size_t count_wrong(const struct crossing_example *e, size_t count, bool more)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct buf got = { 0 };

		show_crossing(e[i].then, e[i].now, more, &got);
		if (strcmp(got.ptr, e[i].expected) != 0) {
			print_error("%s\n  expected %s\n  got      %s\n", e[i].why, e[i].expected, got.ptr);
			wrong++;
		}
		buf_release(&got);
	}
	return wrong;
}

static void worked(void **state)
{
	(void)state;
	assert_int_equal(count_wrong(list, sizeof list / sizeof *list, false), 0);
}

static void worked_in_first_parts(void **state)
{
	(void)state;
	assert_int_equal(count_wrong(first_parts, sizeof first_parts / sizeof *first_parts, true), 0);
}

/* Each ruling has its own sums; one that left stands behind them, under the number of the register. */
static void tells_each_ruling(void **state)
{
	struct pair *p = pair_open(FEB "batas=tanpa " NINE R1 "sampai=2026-01 iddah=2x100 " R2 "sampai=2026-01 iddah=3x700000 "
	                           "perkara=3/Pdt sampai=2026-01 iddah=3",
	                           MAR "batas=tanpa " SIX R2 "iddah=3x700000 perkara=3/Pdt iddah=3", false);
	struct buf got = { 0 };

	(void)state;
	assert_int_equal(p->status, STATUS_OK);
	assert_int_equal(p->bridge.from, 12 * 2026 + 1);
	for (size_t i = 0; i < p->bridge.ruling_count; i++) {
		const struct bridge_ruling *r = &p->bridge.rulings[i];

		buf_printf(&got, "%.*s%s %" PRId64 "..%" PRId64 " ", SLICE_ARG(r->number), r->file == NULL ? " gone" : "",
		           r->sums.before, r->sums.after);
		show_sums(&r->sums, &got);
		buf_printf(&got, "%s; ", bridge_moved(&r->sums) ? "" : " still");
	}
	buf_char(&got, '\0');
	assert_string_equal(got.ptr, "2/Pdt 700000..700000 - still; 3/Pdt 4500000..3000000 dasar -1500000; "
	                             "1/Pdt gone 100..0 berakhir -100; ");
	buf_release(&got);
	pair_close(p);
}

/* Nobody kept the base of before: it is taken as unchanged. */
static void without_a_base(void **state)
{
	struct pair *p = pair_open(SIX R1 "iddah=3", FEB NINE R1 "iddah=3", false);
	struct register_base other = { MALE - 1, { 1 } };
	struct buf got = { 0 };

	(void)state;
	p->start.bases = &other;
	p->start.base_count = 1;
	assert_int_equal(bridge_build(&p->now->law, &p->start, p->cases, 1, &p->bridge), STATUS_OK);
	show_sums(&p->bridge.all, &got);
	buf_char(&got, '\0');
	assert_string_equal(got.ptr, "putusan 1500000");
	buf_release(&got);
	pair_close(p);
}

/* Dues stand even where the second part of the month before found a fault of the whole ruling. */
static void held_in_a_second_part(void **state)
{
	struct pair *p = pair_open(SIX R1 "iddah=3", FEB SIX R1 "iddah=3", false);
	struct buf got = { 0 };

	(void)state;
	p->rows[0].status = LINE_DITAHAN;
	p->rows[0].cause = slice_from_c(code_name(N0608_NAME_DIFFERS));
	assert_int_equal(bridge_build(&p->now->law, &p->start, p->cases, 1, &p->bridge), STATUS_OK);
	show_sums(&p->bridge.all, &got);
	buf_char(&got, '\0');
	assert_string_equal(got.ptr, "-");
	buf_release(&got);
	pair_close(p);
}

/* A line whose figures do not hold together is a bug, and is told as one. */
static void a_gap_is_a_bug(void **state)
{
	struct pair *p = pair_open(SIX R1 "iddah=3", FEB SIX R1 "iddah=3", false);

	(void)state;
	p->rows[0].paid = INT64_MAX;
	p->now->person->lines[0].sum.paid_due = -2;
	assert_int_equal(bridge_build(&p->now->law, &p->start, p->cases, 1, &p->bridge), STATUS_FAIL);
	assert_int_equal(p->now->findings.per_code[N9901_CONSERVATION], 1);
	pair_close(p);
}

/* ---- months by chance ---- */

struct chance {
	struct buf then, now;
	bool same; /* the rulings are the same in both, word for word */
	uint64_t moved[BRIDGE_CAUSE_COUNT];
	uint64_t unchanged;
};

/* Something that becomes known of a ruling. */
static void say_news(struct buf *out)
{
	static const char *const news[] = { "rek=- ",       "kawin=2026-01-14 ", "kawin=2025-12-20 ", "wafat=2026-02-20 ",
		                            "status=putus ", "suami ",            "mulai=2026-04 ",    "selesai=2026-01-25 ",
		                            "bersamaan ",    "rek=124:987654:SK " };

	buf_printf(out, "%s", ONE_OF(news));
}

/* A month, and one to three months later: other pay, the same rulings but for some news, some gone, some new. */
static void say_months(struct chance *c)
{
	static const char *const periods[][2] = { { "P=2026-01 ", "P=2026-02 " }, { "P=2026-02 ", "P=2026-03 " },
		                                  { "P=2026-01 ", "P=2026-04 " }, { "P=2026-12 ", "P=2027-01 " } };
	const char *const *period = periods[pick(4)];
	bool same_pay = pick(4) == 0;
	struct buf ruling = { 0 }, pay = { 0 };
	uint64_t count = 1 + pick(3);

	c->same = pick(2) == 0;
	buf_clear(&c->then);
	buf_clear(&c->now);
	say_rules(&c->then);
	buf_printf(&c->now, "%.*s%s", SLICE_ARG(buf_slice(&c->then)), period[1]);
	buf_append(&c->then, slice_from_c(period[0]));
	say_pay(&pay);
	buf_append(&c->then, buf_slice(&pay));
	if (same_pay)
		buf_append(&c->now, buf_slice(&pay));
	else
		say_pay(&c->now);
	for (uint64_t i = 1; i <= count; i++) {
		bool in_both = c->same || count == 1;
		uint64_t where = in_both ? 7 : pick(8); /* 0: only then, 1: only now */

		buf_clear(&ruling);
		say_ruling(&ruling, (int)i);
		if (where != 1 || i == 1)
			buf_append(&c->then, buf_slice(&ruling));
		if (where == 0 && i > 1)
			continue;
		buf_append(&c->now, buf_slice(&ruling));
		if (!c->same && pick(2) == 0)
			say_news(&c->now);
	}
	buf_char(&c->then, '\0');
	buf_char(&c->now, '\0');
	buf_release(&ruling);
	buf_release(&pay);
}

static bool sums_agree(const struct bridge_sums *s)
{
	int64_t sum = s->before;

	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++) {
		sum += s->by_cause[c];
		if ((s->by_cause[c] != 0) > (s->lines[c] > 0))
			return false;
	}
	return sum == s->after;
}

static const char *sums_fault(const struct pair *p)
{
	struct bridge_sums all = { 0 };
	int64_t before = 0, after = 0;

	for (size_t i = 0; i < p->bridge.ruling_count; i++) {
		const struct bridge_sums *s = &p->bridge.rulings[i].sums;

		if (!sums_agree(s))
			return "the causes of a ruling do not sum to its change";
		all.before += s->before;
		all.after += s->after;
		for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++)
			all.by_cause[c] += s->by_cause[c];
	}
	for (size_t i = 0; i < p->book.count; i++)
		before += p->rows[i].paid;
	for (size_t i = 0; i < p->now->person->line_count; i++)
		after += paid_of(&p->now->person->lines[i]);
	if (before != p->bridge.all.before || after != p->bridge.all.after)
		return "the totals are not those of the registers";
	if (before != all.before || after != all.after || memcmp(all.by_cause, p->bridge.all.by_cause, sizeof all.by_cause) != 0)
		return "the rulings do not sum to the whole";
	return sums_agree(&p->bridge.all) ? NULL : "the causes do not sum to the change";
}

static const char *cause_fault(const struct pair *p, bool same)
{
	const int64_t *by = p->bridge.all.by_cause;
	bool same_base = p->start.base_count == 0 || p->base.base.sen == p->now->person->base.sen;

	if (by[BRIDGE_BARU] < 0 || by[BRIDGE_BERAKHIR] > 0 || by[BRIDGE_DILEPAS] < 0 || by[BRIDGE_DITAHAN] > 0)
		return "a cause has the wrong sign";
	if (same && by[BRIDGE_PUTUSAN] != 0)
		return "putusan, although no ruling has changed";
	if (same_base && by[BRIDGE_DASAR] != 0)
		return "dasar, although the base has not changed";
	return by[BRIDGE_MENUNGGU] != 0 && !p->now->law.more ? "menunggu, although nothing comes later" : NULL;
}

/* Everything that the law found: the bridge leaves it alone. */
static void show_all(const struct pair *p, struct buf *out)
{
	const struct person *person = p->now->person;

	show(p->now, "S", out);
	show(p->now, "L", out);
	show(p->now, "dkmpwqabsh", out);
	buf_printf(out, "%" PRId64 " %d/%d", person->base.sen, person->shares.wife.num, person->shares.wife.den);
	for (size_t i = 0; i < person->case_count; i++)
		buf_char(out, person->cases[i].computed ? '+' : '-');
}

static void one_by_chance(struct chance *c)
{
	struct pair *p;
	struct buf before = { 0 }, after = { 0 };
	const char *fault;

	say_months(c);
	p = pair_open(c->then.ptr, c->now.ptr, pick(4) == 0);
	fault = p->status != STATUS_OK ? "bridge_build fails" : sums_fault(p);
	if (fault == NULL)
		fault = cause_fault(p, c->same);
	if (fault == NULL) {
		show_all(p, &before);
		assert_int_equal(bridge_build(&p->now->law, &p->start, p->cases, p->now->person->case_count, &p->bridge), STATUS_OK);
		show_all(p, &after);
		fault = slice_equal(buf_slice(&before), buf_slice(&after)) ? NULL : "the person is not what he was";
	}
	if (fault != NULL)
		fail_msg("%s\n  then %s\n  now  %s", fault, c->then.ptr, c->now.ptr);
	for (unsigned i = 0; i < BRIDGE_CAUSE_COUNT; i++)
		c->moved[i] += p->bridge.all.lines[i];
	c->unchanged += bridge_moved(&p->bridge.all) ? 0 : 1;
	buf_release(&before);
	buf_release(&after);
	pair_close(p);
}

static void any_months_sum_exactly(void **state)
{
	struct chance c = { 0 };

	(void)state;
	for (int round = 0; round < 8000; round++)
		one_by_chance(&c);
	for (unsigned i = 0; i < BRIDGE_CAUSE_COUNT; i++) /* chance must meet every cause */
		if (c.moved[i] < 20)
			fail_msg("%s moved %" PRIu64 " lines only", bridge_cause_name((enum bridge_cause)i), c.moved[i]);
	buf_release(&c.then);
	buf_release(&c.now);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked),
		cmocka_unit_test(worked_in_first_parts),
		cmocka_unit_test(tells_each_ruling),
		cmocka_unit_test(without_a_base),
		cmocka_unit_test(held_in_a_second_part),
		cmocka_unit_test(a_gap_is_a_bug),
		cmocka_unit_test(any_months_sum_exactly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
