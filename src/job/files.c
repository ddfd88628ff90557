/* The payrolls and --income files of a cycle: scanning each, then what only all of them together show. */
#include <nafkah/cycle.h>

#include <nafkah/nip.h>

#include <inttypes.h>

static struct slice evidence_path(struct cycle *c, const struct pay_file *f)
{
	return evidence_of(&c->arena, &(struct run_file){ .name = f->name, .adjusted = f->adjusted });
}

/* The file that is read may stand in for one of the evidence and have another name. */
static struct slice name_of(const struct pay_file *f)
{
	struct slice path = slice_from_c(f->argument->path);
	size_t from = path.len;

	while (from > 0 && path.ptr[from - 1] != '/')
		from--;
	return slice_equal(input_name(f->input), SLICE("-")) ? SLICE("stdin") : slice_sub(path, from, path.len);
}

static enum status open_file(struct cycle *c, struct pay_file *f)
{
	enum status status = cycle_open(c, f->argument->path, &f->input);

	if (status != STATUS_OK)
		return status;
	f->name = arena_copy(&c->arena, name_of(f));
	for (const struct pay_file *other = c->files; other < f; other++) {
		if (other->input == NULL || !input_same_file(other->input, f->input))
			continue;
		cycle_note(c, N0104_INPUT_TWICE, f->name, other->name, (struct slice){ 0 });
		return STATUS_REJECT;
	}
	return STATUS_OK;
}

static enum status scan_file(struct cycle *c, struct pay_file *f)
{
	struct scan_setup setup = {
		.file = f->name,
		.size = input_size(f->input),
		.file_index = (size_t)(f - c->files),
		.adjusted = f->adjusted,
		.period = c->request->period,
		.layouts = c->layouts,
		.layout_count = c->layout_count,
		.wanted_layout = f->argument->layout,
		.rules = &c->rules,
		.roster = &c->roster,
		.payees = &c->payees,
		.seen = c->seen,
		.checked = c->checked,
		.findings = c->findings,
		.arena = &c->arena,
		.explained = c->request->nip,
	};
	struct watched watched = { .progress = &c->progress, .input = f->input, .name = f->name };
	struct out_file *copy = NULL;
	bool keep = c->folder != NULL && !c->request->no_evidence && c->evidence == NULL;
	enum status status = keep ? folder_file(c->folder, evidence_path(c, f), &copy) : STATUS_OK;

	if (status != STATUS_OK)
		return status;
	if (c->request->threads > 1)
		input_hash_aside(f->input);
	input_copy_to(f->input, copy);
	status = scan_payroll(&setup, (struct byte_source){ watched_read, &watched }, &f->scan);
	input_copy_to(f->input, NULL);
	if (status != STATUS_OK) {
		out_abandon(copy);
		return status;
	}
	f->hash = input_hash(f->input);
	return keep ? out_close_copy(copy, &f->hash) : STATUS_OK;
}

static enum status scan_all(struct cycle *c)
{
	enum status worst = STATUS_OK;

	for (size_t i = 0; i < c->file_count; i++) {
		struct pay_file *f = &c->files[i];
		enum status status = open_file(c, f);

		if (status == STATUS_OK)
			status = scan_file(c, f);
		if (status == STATUS_FAIL)
			return status;
		if (status != STATUS_OK)
			worst = status;
		if (f->input != NULL && input_is_hashed(f->input))
			f->hash = input_hash(f->input);
	}
	return worst;
}

static bool same_hash(const struct sha256 *a, struct slice b)
{
	return slice_equal(slice_from_c(a->hex), b);
}

static void check_same_content(struct cycle *c)
{
	for (size_t i = 0; i < c->file_count; i++)
		for (size_t k = 0; c->files[i].hash.hex[0] != '\0' && k < i; k++)
			if (same_hash(&c->files[i].hash, slice_from_c(c->files[k].hash.hex)))
				cycle_note(c, N0104_INPUT_TWICE, c->files[i].name, c->files[k].name, (struct slice){ 0 });
}

/* The second part of a month takes the announced kind and nothing else. */
static void check_announced_kind(struct cycle *c)
{
	enum kind wanted = c->previous.record.more;

	for (size_t i = 0; i < c->file_count; i++)
		if (c->files[i].scan.layout->kind != wanted)
			cycle_note(c, N0711_CONTINUES_KIND, c->files[i].name, slice_from_c(kind_name(c->files[i].scan.layout->kind)),
			           slice_from_c(kind_name(wanted)));
}

/* What --more announces must be a source, and must not be here already. */
static void check_more(struct cycle *c)
{
	struct slice kind = slice_from_c(kind_name(c->request->more));

	if (rules_source(&c->rules, c->request->more) < 0) {
		cycle_note(c, N0713_MORE_KIND, (struct slice){ 0 }, kind, c->rules.id);
		c->wrong_usage = true;
	}
	for (size_t i = 0; i < c->request->payroll_count; i++) {
		if (c->files[i].scan.layout->kind != c->request->more)
			continue;
		cycle_note(c, N0713_MORE_KIND, (struct slice){ 0 }, kind, c->files[i].name);
		c->wrong_usage = true;
	}
}

static void check_kinds(struct cycle *c)
{
	for (size_t k = 0; k < c->rules.source_count; k++) {
		bool seen = false;

		for (size_t i = 0; i < c->file_count; i++)
			seen = seen || c->files[i].scan.layout->kind == c->rules.sources[k];
		if (!seen)
			cycle_note(c, N0137_KIND_MISSING, (struct slice){ 0 }, slice_from_c(kind_name(c->rules.sources[k])),
			           (struct slice){ 0 });
	}
	for (size_t i = 0; i < c->file_count; i++) {
		enum kind kind = c->files[i].scan.layout->kind;

		if (rules_source(&c->rules, kind) < 0)
			cycle_note(c, N0138_KIND_PASSED_THROUGH, c->files[i].name, slice_from_c(kind_name(kind)), (struct slice){ 0 });
	}
}

/* A kind is either adjusted or only counted: both at once is a mistake on the command line. */
static void check_roles(struct cycle *c)
{
	for (size_t i = c->request->payroll_count; i < c->file_count; i++) {
		for (size_t k = 0; k < c->request->payroll_count; k++) {
			const struct layout *income = c->files[i].scan.layout, *payroll = c->files[k].scan.layout;

			if (income == NULL || payroll == NULL || income->kind != payroll->kind)
				continue;
			cycle_note(c, N0150_KIND_IN_BOTH, c->files[i].name, slice_from_c(kind_name(income->kind)), c->files[k].name);
			c->wrong_usage = true;
		}
	}
}

static struct slice rupiah_text(struct cycle *c, struct money m)
{
	static const struct money_style plain = { .decimal = '.' };
	char text[40];
	size_t len = money_format(m, plain, m.sen % SEN_PER_RUPIAH != 0 ? 2 : 0, false, text);

	return arena_copy(&c->arena, (struct slice){ text, len });
}

static void check_expectations(struct cycle *c)
{
	for (size_t i = 0; i < c->request->expected_count; i++) {
		const struct expectation *e = &c->request->expected[i];
		const struct tally *t = &c->files[i].scan.tally;

		if (t->rows == e->rows && t->net.sen == e->net.sen)
			continue;
		cycle_note(c, N0136_EXPECT_MISMATCH, c->files[i].name,
		           arena_printf(&c->arena, "%" PRIu64 ":%.*s", t->rows, SLICE_ARG(rupiah_text(c, t->net))),
		           arena_printf(&c->arena, "%" PRIu64 ":%.*s", e->rows, SLICE_ARG(rupiah_text(c, e->net))));
	}
}

enum status cycle_scan(struct cycle *c)
{
	size_t payrolls = c->request->payroll_count;
	uint64_t refused = c->findings->per_level[LEVEL_TOLAK];
	enum status status;

	c->file_count = payrolls + c->request->income_count;
	c->files = arena_array(&c->arena, c->file_count, sizeof *c->files);
	if (c->files == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < c->file_count; i++) {
		c->files[i].adjusted = i < payrolls;
		c->files[i].argument = i < payrolls ? &c->request->payrolls[i] : &c->request->incomes[i - payrolls];
	}
	status = scan_all(c);
	if (status == STATUS_FAIL)
		return status;
	check_roles(c);
	check_same_content(c);
	if (status != STATUS_OK)
		return status;
	if (c->request->continues != NULL)
		check_announced_kind(c);
	else
		check_kinds(c);
	if (c->request->has_more)
		check_more(c);
	check_expectations(c);
	if (last_month_compare(c) != STATUS_OK || c->arena.exhausted)
		return STATUS_FAIL;
	return c->findings->per_level[LEVEL_TOLAK] > refused ? STATUS_REJECT : STATUS_OK;
}
