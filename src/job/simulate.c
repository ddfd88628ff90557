/* `nafkah simulate`: a ruling out of facts, run month after month by the law itself. What a month leaves is handed to
 * the next one as its register would be. */
#include <nafkah/job.h>

#include <nafkah/formats.h>

#include <inttypes.h>

/* Nobody's: the sex digit is all that the law reads of it. */
#define NIP_OF_A_MAN UINT64_C(190001011920011001)
#define NIP_OF_A_WOMAN UINT64_C(190001011920012001)

struct simulating {
	struct cycle *cycle;
	const struct simulation_facts *facts;
	struct ruling ruling;
	struct ruling *items[1];
	struct rulings rulings;
	struct simulated_month *months;
	size_t count;
	struct simulated_note *notes;
	size_t note_count, note_room;
};

/* ---- the ruling ---- */

/* An account for everybody: it is not accounts that a simulation asks about. */
static struct account some_account(void)
{
	return (struct account){
		.stated = true,
		.possible = true,
		.bank = SLICE("000"),
		.number = SLICE("1234567890"),
		.holder = SLICE("SIMULASI"),
	};
}

static struct ruling_dates dates_of(const struct simulation_facts *f)
{
	month_no before = f->start - 1;
	struct date day = { (int16_t)(before / 12), (int8_t)(before % 12 + 1), 1 };

	return (struct ruling_dates){
		.ruled = day,
		.final = day,
		.pledged = f->divorce == CERAI_TALAK ? day : (struct date){ 0 },
		.start = f->start,
	};
}

/* The awards as stated, and where nothing was stated those of the SKB: its shares, for as long as the rules allow. */
static struct award *awards_of(struct arena *a, const struct simulation_facts *f, const struct rules *rules,
                               size_t *count)
{
	struct award *awards = arena_array(a, f->award_count + 3, sizeof *awards);

	*count = 0;
	for (size_t i = 0; awards != NULL && i < f->award_count; i++)
		awards[(*count)++] = f->awards[i];
	if (awards != NULL && !f->wife_stated) {
		awards[(*count)++] = (struct award){ .hak = HAK_IDDAH,
			                             .cara = CARA_PECAHAN,
			                             .months = rules->max_iddah };
		awards[(*count)++] = (struct award){ .hak = HAK_MUTAH,
			                             .cara = CARA_PECAHAN,
			                             .months = rules->max_mutah };
	}
	if (awards != NULL && !f->children_stated && f->child_count > 0)
		awards[(*count)++] = (struct award){ .hak = HAK_NAFKAH_ANAK, .cara = CARA_PECAHAN };
	return awards;
}

static int64_t whole_income(const struct simulation_facts *f)
{
	int64_t sum = 0;

	for (unsigned k = 0; k < KIND_COUNT; k++)
		sum += f->pay[k].income;
	return sum;
}

static bool make_ruling(struct simulating *s)
{
	const struct simulation_facts *f = s->facts;
	struct arena *a = &s->cycle->arena;
	struct ruling *r = &s->ruling;

	*r = (struct ruling){
		.number = SLICE("simulasi"),
		.key = SLICE("simulasi"),
		.case_key = SLICE("simulasi"),
		.entry = 1,
		.status = RULING_BHT,
		.divorce = f->divorce,
		.dates = dates_of(f),
		.nip = f->asn_is_wife ? NIP_OF_A_WOMAN : NIP_OF_A_MAN,
		.asn_name = SLICE("SIMULASI"),
		.ex = { .name = SLICE("SIMULASI"),
		        .relation = f->asn_is_wife ? EX_HUSBAND : EX_WIFE,
		        .account = some_account(),
		        .remarried = { .date = f->remarried } },
		.children = f->children,
		.child_count = f->child_count,
		.payment = f->payment,
		.judged_income = f->judged_income > 0 ? f->judged_income : whole_income(f),
	};
	for (size_t i = 0; i < f->child_count; i++)
		if (f->children[i].custody == CUSTODY_GUARDIAN)
			f->children[i].account = some_account();
	r->awards = awards_of(a, f, &s->cycle->rules, &r->award_count);
	s->items[0] = r;
	s->rulings = (struct rulings){ .file = r->number, .items = s->items, .count = 1 };
	return r->awards != NULL;
}

/* ---- the months ---- */

/* The rules in force in a month: those of the month before, or a copy of another version. */
static enum status rules_of_month(struct simulating *s, month_no m, const struct rules **out)
{
	struct cycle *c = s->cycle;
	const struct rules *before = s->count > 0 ? s->months[s->count - 1].rules : NULL;
	struct arena_mark mark = arena_mark(&c->arena);
	struct rules *rules = arena_alloc(&c->arena, sizeof *rules);
	enum status status = STATUS_FAIL;

	if (rules != NULL)
		status = rules_read(c->rules_document.bytes, c->rules_document.name, m, &c->arena, rules, c->findings);
	*out = rules;
	if (status == STATUS_OK && before != NULL && before->version == rules->version) {
		arena_rewind(&c->arena, mark);
		*out = before;
	}
	return status;
}

/* His rows: one of each kind that was stated, as a payroll whose columns hold these figures would give them. */
static bool place_rows(struct simulating *s, const struct rules *rules, struct person *p)
{
	p->rows = arena_array(&s->cycle->arena, KIND_COUNT, sizeof *p->rows);
	for (unsigned k = 0; p->rows != NULL && k < KIND_COUNT; k++) {
		const struct simulated_pay *pay = &s->facts->pay[k];

		if (!pay->stated)
			continue;
		p->rows[p->row_count] = (struct pay_row){
			.file = p->row_count,
			.kind = (enum kind)k,
			.adjusted = true,
			.counted = rules_source(rules, (enum kind)k) >= 0,
			.sums = true,
			.name = s->ruling.asn_name,
			.gross = money_from_rupiah(pay->income),
			.cuts = money_from_rupiah(pay->voluntary),
			.net = money_from_rupiah(pay->income - pay->voluntary),
			.voluntary = money_from_rupiah(pay->voluntary),
		};
		p->row_count++;
	}
	return p->rows != NULL;
}

/* What the register says of a line, as the next month would read it. */
static struct register_row carried(struct arena *a, const struct line *l)
{
	return (struct register_row){
		.number = l->file->ruling->number, .key = l->file->ruling->key, .hak = slice_from_c(hak_name(l->award->hak)),
		.payee = line_payee(a, l->child),
		.opening = {
			.known = true, .booked = l->booked_after, .arrears = l->sum.arrears,
			.grew = l->sum.arrears > l->opening.arrears, .grew_before = l->opening.grew,
			.cara = l->keeps_terms ? l->opening.cara : slice_from_c(cara_name(l->award->cara)),
			.nilai = l->keeps_terms ? l->opening.nilai : l->terms, .bank = l->bank, .account = l->account,
		},
	};
}

static bool carry_on(struct simulating *s, struct register_book *book)
{
	const struct person *p = s->months[s->count - 1].person;
	struct arena *a = &s->cycle->arena;

	*book = (struct register_book){ .rows = arena_array(a, p->line_count, sizeof *book->rows) };
	for (size_t i = 0; book->rows != NULL && i < p->line_count; i++)
		book->rows[book->count++] = carried(a, &p->lines[i]);
	if (book->rows != NULL)
		register_sort(book);
	return book->rows != NULL && !a->exhausted;
}

/* ---- what the months found ---- */

static bool is_amount(struct slice s)
{
	uint64_t amount;

	return slice_to_u64(s, &amount);
}

/* One thing said in two months: of another amount at most. */
static bool is_same(const struct simulated_note *n, const struct finding *f)
{
	return n->code == f->code && slice_equal(n->detail, f->detail) &&
	       (slice_equal(n->value, f->value) || (is_amount(n->value) && is_amount(f->value)));
}

static bool keep_note(struct simulating *s, const struct finding *f, month_no m)
{
	struct arena *a = &s->cycle->arena;
	struct simulated_note *grown;

	for (size_t i = 0; i < s->note_count; i++) {
		if (!is_same(&s->notes[i], f))
			continue;
		s->notes[i].count += s->notes[i].last < m ? 1 : 0;
		s->notes[i].last = m;
		return true;
	}
	if (s->note_count == s->note_room) {
		s->note_room = s->note_room * 2 + 8;
		grown = arena_array(a, s->note_room, sizeof *grown);
		for (size_t i = 0; grown != NULL && i < s->note_count; i++)
			grown[i] = s->notes[i];
		s->notes = grown;
	}
	if (s->notes == NULL)
		return false;
	s->notes[s->note_count++] = (struct simulated_note){
		.code = f->code,
		.value = arena_copy(a, f->value),
		.detail = arena_copy(a, f->detail),
		.first = m,
		.last = m,
		.count = 1,
	};
	return !a->exhausted;
}

/* Mere notes belong to a month that is run; what would break a law of conservation must be told. */
static bool keep_findings(struct simulating *s, const struct findings *found, month_no m)
{
	for (size_t i = 0; i < found->count; i++) {
		enum level level = code_level(found->items[i].code);

		if (level > LEVEL_TAHAN)
			findings_add(s->cycle->findings, &found->items[i]);
		else if (level > LEVEL_CATATAN && !keep_note(s, &found->items[i], m))
			return false;
	}
	return !found->lost;
}

/* As each run would: the ruling as it is written, then the law. */
static enum status apply_law(struct simulating *s, const struct rules *rules, month_no m, struct person *p)
{
	struct findings found = { 0 };
	struct law law = {
		.rules = rules,
		.period = m,
		.rulings_file = s->rulings.file,
		.findings = &found,
		.arena = &s->cycle->arena,
	};
	enum status status = STATUS_REJECT;

	ruling_check(&s->ruling, s->rulings.file, &found);
	if (found.per_level[LEVEL_TOLAK] == 0)
		status = law_person(&law, p);
	if (!keep_findings(s, &found, m))
		status = STATUS_FAIL;
	findings_release(&found);
	return status;
}

static enum status run_month(struct simulating *s, month_no m)
{
	struct register_book book;
	struct roster roster;
	const struct rules *rules;
	enum status status = rules_of_month(s, m, &rules);

	if (status != STATUS_OK)
		return status;
	if (s->count > 0 && !carry_on(s, &book))
		return STATUS_FAIL;
	if (!roster_build(&s->cycle->arena, &s->rulings, rules, s->count > 0 ? &book : NULL, &roster) ||
	    !place_rows(s, rules, &roster.people[0]))
		return STATUS_FAIL;
	status = apply_law(s, rules, m, &roster.people[0]);
	if (status == STATUS_OK)
		s->months[s->count++] = (struct simulated_month){ m, rules, &roster.people[0] };
	return status;
}

/* Months for which nobody vouches for the rules. */
static bool note_review(struct simulating *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct simulated_month *m = &s->months[i], *last = &s->months[s->count - 1];
		struct finding f = { .code = N0803_RULES_REVIEW_DUE };
		char reviewed[8], month[8];

		if (m->rules->reviewed_until >= m->month)
			continue;
		month_format(m->rules->reviewed_until, reviewed);
		month_format(last->month, month); /* one sentence for all of them */
		f.value = slice_from_c(reviewed);
		f.detail = slice_from_c(month);
		if (!keep_note(s, &f, m->month))
			return false;
	}
	return true;
}

static enum status run_months(struct simulating *s)
{
	enum status status = STATUS_OK;

	s->months = arena_array(&s->cycle->arena, (size_t)s->facts->months, sizeof *s->months);
	if (s->months == NULL)
		return STATUS_FAIL;
	for (int32_t k = 0; status == STATUS_OK && k < s->facts->months; k++)
		status = run_month(s, s->facts->start + k);
	return status == STATUS_OK && !note_review(s) ? STATUS_FAIL : status;
}

/* Pay of a kind that forms no base would be left out without a word. */
static enum status check_kinds(struct simulating *s)
{
	enum status status = STATUS_OK;

	for (unsigned k = 0; k < KIND_COUNT; k++) {
		if (!s->facts->pay[k].stated || rules_source(&s->cycle->rules, (enum kind)k) >= 0)
			continue;
		cycle_note(s->cycle, N0811_INCOME_NOT_A_SOURCE, s->cycle->rules_document.name,
		           slice_from_c(kind_name((enum kind)k)), s->cycle->rules.words[PARAMETER_SUMBER].value);
		status = STATUS_REJECT;
	}
	return status;
}

static enum status simulate(struct simulating *s)
{
	enum status status = cycle_rules(s->cycle);

	if (status == STATUS_OK)
		status = check_kinds(s);
	if (status != STATUS_OK)
		return status;
	return make_ruling(s) ? run_months(s) : STATUS_FAIL;
}

enum exit_status job_simulate(struct cycle *c, const struct simulation_facts *facts, struct simulation *out)
{
	struct simulating *s = arena_alloc(&c->arena, sizeof *s);
	enum status status = STATUS_FAIL;

	if (s != NULL) {
		*s = (struct simulating){ .cycle = c, .facts = facts };
		status = simulate(s);
	}
	if (status != STATUS_OK || c->findings->lost)
		return cycle_failed(c, status);
	*out = (struct simulation){
		.facts = facts,
		.ruling = &s->ruling,
		.rules_file = c->rules_document.name,
		.months = s->months,
		.month_count = s->count,
		.notes = s->notes,
		.note_count = s->note_count,
	};
	return simulated_is_held(out) ? EXIT_ATTENTION : EXIT_DONE;
}
