/* A finished month computed again from its own evidence. Every file is read through the folder's seal. */
#include <nafkah/cycle.h>

enum status cycle_open(struct cycle *c, const char *path, struct input **out)
{
	enum status status;

	if (c->evidence == NULL)
		return input_open(path, c->findings, out);
	for (size_t i = 0; i < c->stand_in_count; i++)
		if (slice_equal(c->stand_ins[i].path, slice_from_c(path)))
			return input_open(c->stand_ins[i].file, c->findings, out);
	status = sealed_input(c->evidence, path, out);
	if (status != STATUS_END)
		return status;
	cycle_note(c, N0701_PREVIOUS_SEAL, SLICE("SHA256SUMS"), slice_from_c(path), (struct slice){ 0 });
	return STATUS_REJECT;
}

struct slice cycle_input_name(const struct input *in)
{
	struct slice name = input_name(in);
	size_t from = name.len;

	while (from > 0 && name.ptr[from - 1] != '/')
		from--;
	return slice_sub(name, from, name.len - from);
}

static const char *evidence_path(struct cycle *c, const char *folder, struct slice name)
{
	return arena_printf(&c->arena, "bukti/%s/%.*s", folder, SLICE_ARG(name)).ptr;
}

struct slice evidence_of(struct arena *a, const struct run_file *f)
{
	return arena_printf(a, "bukti/%s/%.*s", f->adjusted ? "penggajian" : "penghasilan", SLICE_ARG(f->name));
}

static struct payroll_argument argument_of(struct cycle *c, const struct run_file *f)
{
	return (struct payroll_argument){ f->layout, evidence_of(&c->arena, f).ptr };
}

/* The command line that would name the evidence. Expectations were met, and change no byte. */
static struct request *request_of(struct cycle *c, const struct run_record *r)
{
	struct request *again = arena_alloc(&c->arena, sizeof *again);

	if (again == NULL)
		return NULL;
	*again = *c->request;
	again->period = r->period;
	again->rulings = evidence_path(c, "putusan", r->rulings.name);
	again->rules = evidence_path(c, "aturan", r->rules_name);
	again->office = r->office.name.len > 0 ? evidence_path(c, "kantor", r->office.name) : NULL;
	again->continues = r->continues_seal.len > 0 ? "bukti/bagian-pertama" : NULL;
	again->first = r->first && again->continues == NULL;
	again->previous = r->first || again->continues != NULL ? NULL : "bukti/sebelumnya";
	again->no_evidence = r->file_count > 0 && !r->files[0].kept;
	again->mask = r->masked;
	again->has_more = r->has_more;
	again->more = r->more;
	again->payrolls = arena_array(&c->arena, r->file_count, sizeof *again->payrolls);
	again->incomes = arena_array(&c->arena, r->file_count, sizeof *again->incomes);
	again->payroll_count = again->income_count = again->expected_count = 0;
	for (size_t i = 0; !c->arena.exhausted && i < r->file_count; i++) {
		if (r->files[i].adjusted)
			again->payrolls[again->payroll_count++] = argument_of(c, &r->files[i]);
		else
			again->incomes[again->income_count++] = argument_of(c, &r->files[i]);
	}
	return c->arena.exhausted ? NULL : again;
}

static enum status check_copies(struct cycle *c, const struct run_record *r)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < r->file_count; i++) {
		if (r->files[i].kept)
			continue;
		cycle_note(c, N0722_NO_PAYROLL_COPY, SLICE("run.xml"), r->files[i].name, (struct slice){ 0 });
		status = STATUS_REJECT;
	}
	return status;
}

static enum status read_record(struct cycle *c, struct run_record *out)
{
	struct slice bytes;
	enum status status = sealed_file(c->evidence, "run.xml", &c->arena, &bytes);

	if (status == STATUS_END) {
		cycle_note(c, N0701_PREVIOUS_SEAL, SLICE("SHA256SUMS"), SLICE("run.xml"), (struct slice){ 0 });
		return STATUS_REJECT;
	}
	return status == STATUS_OK ? run_record_read(bytes, SLICE("run.xml"), &c->arena, out, c->findings) : status;
}

struct slice cycle_seal_before(struct cycle *c)
{
	struct sha256 seal;

	if (c->evidence != NULL)
		return c->request->continues != NULL ? c->evidence_record->continues_seal : c->evidence_record->previous_seal;
	if (c->previous.sealed == NULL)
		return SLICE("");
	seal = sealed_hash(c->previous.sealed);
	return arena_copy(&c->arena, slice_from_c(seal.hex));
}

enum status cycle_become(struct cycle *c, const struct run_record *record)
{
	const struct request *again = request_of(c, record);

	if (again == NULL)
		return STATUS_FAIL;
	c->evidence_record = record;
	c->request = again;
	return STATUS_OK;
}

enum status cycle_reexecute(struct cycle *c, const char *folder)
{
	struct run_record *record = arena_alloc(&c->arena, sizeof *record);
	enum status status = record != NULL ? sealed_open(folder, c->findings, &c->evidence) : STATUS_FAIL;

	if (status == STATUS_OK)
		status = read_record(c, record);
	if (status == STATUS_OK)
		status = check_copies(c, record);
	return status == STATUS_OK ? cycle_become(c, record) : status;
}
