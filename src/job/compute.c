/* From matched rows to persons, through the law, to transfers and the figures of the report. */
#include <nafkah/cycle.h>

#include <nafkah/crosscheck.h>
#include <nafkah/law.h>
#include <nafkah/register_paper.h>
#include <nafkah/stake.h>

#include <assert.h>
#include <inttypes.h>

/* Hands every matched row to its person: first counted, then placed, in the order of files and rows. */
static enum status place_rows(struct cycle *c)
{
	for (size_t i = 0; i < c->file_count; i++)
		for (size_t k = 0; k < c->files[i].scan.match_count; k++)
			c->files[i].scan.matches[k].person->row_count++;
	for (size_t i = 0; i < c->roster.count; i++) {
		struct person *p = &c->roster.people[i];

		p->rows = arena_array(&c->arena, p->row_count, sizeof *p->rows);
		if (p->rows == NULL)
			return STATUS_FAIL;
		p->row_count = 0;
	}
	for (size_t i = 0; i < c->file_count; i++) {
		for (size_t k = 0; k < c->files[i].scan.match_count; k++) {
			struct match *m = &c->files[i].scan.matches[k];

			m->placed = &m->person->rows[m->person->row_count++];
			*m->placed = m->row;
		}
	}
	return STATUS_OK;
}

static struct law law_of(struct cycle *c)
{
	return (struct law){
		.rules = &c->rules, .period = c->request->period, .rulings_file = c->rulings_document.name,
		.findings = c->findings, .arena = &c->arena,
		.more = c->request->has_more,
	};
}

static enum status apply_law(struct cycle *c)
{
	struct law law = law_of(c);
	enum status status = STATUS_OK;
	size_t before = c->findings->count;

	for (size_t i = 0; status == STATUS_OK && i < c->roster.count; i++) {
		status = c->request->continues != NULL ? law_continue(&law, &c->roster.people[i])
		                                       : law_person(&law, &c->roster.people[i]);
		if (status == STATUS_OK)
			status = stake_of_person(&law, &c->roster.people[i]);
		if (status == STATUS_OK && c->request->continues == NULL)
			status = crosscheck_person(&law, &c->roster.people[i]);
		if (status == STATUS_OK)
			status = remainders_of_person(&law, &c->roster.people[i], &c->remainders);
		c->checked[CHECK_LAW] += c->roster.people[i].line_count;
	}
	findings_sort_lines(c->findings, before); /* as they stand in the file of rulings */
	return status;
}

/* What was taken, by file and department. */
static void sum_taken(struct cycle *c)
{
	for (size_t i = 0; i < c->file_count; i++) {
		struct pay_file *f = &c->files[i];

		for (size_t k = 0; k < f->scan.match_count; k++) {
			const struct match *m = &f->scan.matches[k];

			f->taken += m->placed->taken;
			f->changed += m->placed->taken > 0 ? 1 : 0;
			f->scan.departments[m->department].taken += m->placed->taken;
		}
	}
}

static struct money after(struct money before, int64_t taken)
{
	struct money rest = before;
	bool fits = money_sub(before, money_from_rupiah(taken), &rest);

	assert(fits);
	return fits ? rest : before;
}

static bool report_files(struct cycle *c)
{
	struct report_file *files = arena_array(&c->arena, c->file_count, sizeof *files);

	for (size_t i = 0; files != NULL && i < c->file_count; i++) {
		const struct pay_file *f = &c->files[i];
		const struct tally *t = &f->scan.tally;

		if (f->adjusted)
			files[c->report.file_count++] = (struct report_file){
				.name = f->name, .kind = f->scan.layout->kind, .rows = t->rows, .counted = t->counted, .changed = f->changed,
				.gross = t->gross, .cuts = t->cuts, .net = t->net, .net_after = after(t->net, f->taken), .taken = f->taken,
			};
	}
	c->report.files = files;
	return files != NULL;
}

static bool report_departments(struct cycle *c)
{
	struct report_department *out;
	size_t room = 0;

	for (size_t i = 0; i < c->file_count; i++)
		room += c->files[i].adjusted ? c->files[i].scan.department_count : 0;
	out = arena_array(&c->arena, room, sizeof *out);
	for (size_t i = 0; out != NULL && i < c->file_count; i++) {
		const struct scan *s = &c->files[i].scan;

		for (size_t k = 0; c->files[i].adjusted && k < s->department_count; k++) {
			const struct department *d = &s->departments[k];

			out[c->report.department_count++] = (struct report_department){
				.name = d->name, .kind = s->layout->kind, .rows = d->rows, .net = d->net, .net_after = after(d->net, d->taken),
				.taken = d->taken,
			};
		}
	}
	c->report.departments = out;
	return out != NULL;
}

/* The checks of a run with the codes that each can find. */
static const struct {
	const char *name;
	bool should_see; /* having looked at no row is itself a finding */
	enum code codes[8];
	size_t code_count;
} checks[CHECK_COUNT] = {
	[CHECK_STRUCTURE] = { "struktur baris", true, { N0117_CSV_FIELD_COUNT, N0125_HEADER_REPEATED, N0118_CSV_BLANK_LINE }, 3 },
	[CHECK_MONEY] = { "nilai uang", true, { N0201_MONEY_NEGATIVE, N0202_MONEY_TOO_LARGE, N0203_MONEY_NOT_A_NUMBER }, 3 },
	[CHECK_ARITHMETIC] = { "kotor - potongan = bersih", true, { N0205_ROW_ARITHMETIC_HOLD, N0206_ROW_ARITHMETIC }, 2 },
	[CHECK_NIP] = { "NIP", true, { N0141_NIP_DAMAGED, N0142_NIP_STRANGE, N0143_KEY_NOT_ASCII, N0144_KEY_FORMULA }, 4 },
	[CHECK_TWICE] = { "NIP ganda", true, { N0145_NIP_TWICE_RULING, N0146_NIP_TWICE }, 2 },
	[CHECK_TOTALS] = { "baris jumlah", false, { N0130_TOTAL_MISMATCH, N0207_TOTAL_ARITHMETIC }, 2 },
	[CHECK_PERIOD] = { "periode", false, { N0134_PERIOD_MISMATCH, N0135_PERIOD_UNREADABLE }, 2 },
	[CHECK_ACCOUNT] = { "rekening milik ASN", true, { N0633_ACCOUNT_IS_OWN }, 1 },
	[CHECK_RULINGS] = { "putusan", true,
	                    { N0508_CHILD_WITHOUT_AWARD, N0509_HOLDER_NAMES_DIFFER, N0511_ACCOUNT_SHARED,
	                      N0512_CHILD_BORN_AFTER_RULING }, 4 },
	[CHECK_CROSS] = { "pemeriksaan silang", false,
	                  { N0651_SPOUSE_ALLOWANCE, N0652_STILL_MARRIED, N0653_RECEIVED_LATE, N0654_PAID_AFTER_END,
	                    N0655_PAYEE_IS_PAYER, N0657_ACCOUNT_OF_OTHER_ASN }, 6 },
	[CHECK_LAW] = { "kekekalan (hak = dibayar + dihapus + menunggu + tunggakan)", true, { N9901_CONSERVATION }, 1 },
};

static bool report_checks(struct cycle *c)
{
	struct report_check *out = arena_array(&c->arena, CHECK_COUNT, sizeof *out);

	for (size_t i = 0; out != NULL && i < CHECK_COUNT; i++) {
		out[i] = (struct report_check){ .name = checks[i].name, .rows = c->checked[i] };
		for (size_t k = 0; k < checks[i].code_count; k++)
			out[i].findings += c->findings->per_code[checks[i].codes[k]];
		if (checks[i].should_see && out[i].rows == 0)
			cycle_note(c, N0140_CHECK_SAW_NOTHING, (struct slice){ 0 }, slice_from_c(checks[i].name), (struct slice){ 0 });
	}
	c->report.checks = out;
	c->report.check_count = CHECK_COUNT;
	return out != NULL;
}

/* In all: what was taken from the payrolls is what is transferred is what the registers say was paid. */
static bool conserved_in_all(struct cycle *c)
{
	int64_t taken = 0, paid = 0;

	for (size_t i = 0; i < c->file_count; i++)
		taken += c->files[i].taken;
	for (size_t i = 0; i < c->case_count; i++)
		paid += case_sums(c->cases[i]).paid;
	if (taken == paid && paid == c->transfers.total && c->case_count == c->rulings.count)
		return true;
	cycle_note(c, N9901_CONSERVATION, (struct slice){ 0 }, arena_printf(&c->arena, "%" PRId64, taken),
	           arena_printf(&c->arena, "%" PRId64 ", %" PRId64, paid, c->transfers.total));
	return false;
}

/* From the month before to this one. */
static enum status cross(struct cycle *c)
{
	const struct run_record *before = &c->previous.record;
	struct bridge_start start = {
		.period = before->period, .book = &c->previous.book, .bases = before->bases, .base_count = before->base_count,
	};
	struct law law = law_of(c);

	return c->request->previous != NULL ? bridge_build(&law, &start, c->cases, c->case_count, &c->bridge) : STATUS_OK;
}

/* The months after this one. */
static bool look_ahead(struct cycle *c)
{
	return calendar_build(&c->arena, &c->rules, c->request->period, c->cases, c->case_count, &c->calendar) == STATUS_OK;
}

static bool build_report(struct cycle *c)
{
	c->report = (struct report){
		.period = c->request->period, .rules = &c->rules, .transfers = &c->transfers, .cases = c->cases,
		.case_count = c->case_count, .findings = c->findings, .calendar = &c->calendar,
		.bridge = c->request->previous != NULL ? &c->bridge : NULL,
	};
	return report_files(c) && report_departments(c) && report_checks(c) && look_ahead(c);
}

enum status cycle_compute(struct cycle *c)
{
	enum status status = place_rows(c);

	if (status == STATUS_OK)
		status = apply_law(c);
	if (status != STATUS_OK)
		return status;
	sum_taken(c);
	c->cases = cases_in_order(&c->arena, &c->roster, &c->case_count);
	if (c->cases == NULL)
		return STATUS_FAIL;
	status = cycle_executions(c);
	if (status != STATUS_OK)
		return status;
	status = transfers_build(&c->arena, &c->roster, &c->rules, c->request->period, &c->transfers);
	if (status != STATUS_OK || !conserved_in_all(c) || cross(c) != STATUS_OK)
		return STATUS_FAIL;
	for (size_t i = 0; status != STATUS_FAIL && i < c->file_count; i++) {
		enum status made = c->files[i].adjusted ? patches_make(c, &c->files[i]) : STATUS_OK;

		status = made > status ? made : status;
	}
	if (status != STATUS_OK)
		return status;
	return build_report(c) ? STATUS_OK : STATUS_FAIL;
}
