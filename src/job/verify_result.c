/* The month again, and every file of the result against it. */
#include "verify_place.h"
#include "verify_private.h"

#include <nafkah/workbook.h>

/* Everything that one file of the result is judged by. */
struct result {
	struct judging *j;
	struct cycle *c;
	const struct compared *compared;
	const struct sealed_entry *entry;
	struct seen *seen; /* NULL: the seal does not name it */
};

static bool seal_holds(const struct result *r)
{
	return r->seen != NULL && r->seen->state == SEALED_HOLDS;
}

/* Who is to blame: what was changed after it was sealed was changed by hand; else another version may compute
 * otherwise. */
static enum cause cause_of(const struct result *r)
{
	return r->j->check->other_version && seal_holds(r) ? CAUSE_PROGRAM : CAUSE_OUTPUT;
}

static struct slice short_hash(struct arena *a, const char *hex)
{
	return arena_printf(a, "%.16s...", hex);
}

static void note_seal(struct result *r)
{
	struct arena *a = r->j->arena;

	if (r->seen == NULL || r->seen->state != SEALED_OTHER)
		return;
	judge_differ(r->j, (struct difference){
		.code = N0751_SEALED_OTHERWISE, .cause = CAUSE_OUTPUT, .file = r->compared->path,
		.found = short_hash(a, r->seen->found.hex), .expected = short_hash(a, r->entry->hash.hex),
	});
}

/* The first byte that differs, and what it means for the reader. */
static void differ(struct result *r, struct difference d)
{
	bool told = d.found.len > 0 || d.expected.len > 0;

	note_seal(r);
	d.file = r->compared->path;
	d.cause = cause_of(r);
	d.code = !told ? N0770_BYTE_OTHERWISE : d.cause == CAUSE_PROGRAM ? N0757_VERSION_OTHERWISE : N0752_RESULT_OTHERWISE;
	if (!told)
		d.found = arena_printf(r->j->arena, "%llu", (unsigned long long)d.offset + 1);
	judge_differ(r->j, d);
}

static void prove(struct result *r, enum proof proof)
{
	if (r->seen == NULL) {
		judge_differ(r->j, (struct difference){
			.code = N0756_FILE_NOT_SEALED, .cause = CAUSE_OUTPUT, .file = r->compared->path,
		});
	} else if (r->seen->state == SEALED_OTHER) { /* the file is right, what the seal says of it is not */
		judge_differ(r->j, (struct difference){
			.code = N0752_RESULT_OTHERWISE, .cause = CAUSE_OUTPUT, .file = SLICE("SHA256SUMS"), .line = r->entry->line,
			.column = r->entry->path, .found = short_hash(r->j->arena, r->entry->hash.hex),
			.expected = short_hash(r->j->arena, r->seen->found.hex),
		});
	} else {
		judge_prove(r->j, r->compared->path, proof);
	}
}

static bool ends_in(struct slice path, const char *end)
{
	struct slice e = slice_from_c(end);

	return path.len >= e.len && slice_equal(slice_sub(path, path.len - e.len, e.len), e);
}

static enum shape shape_of(struct slice path)
{
	if (ends_in(path, ".csv"))
		return SHAPE_CSV;
	if (ends_in(path, ".xml"))
		return SHAPE_XML;
	return ends_in(path, ".html") ? SHAPE_LINES : SHAPE_OPAQUE;
}

/* A file of our own: where byte `offset` of it stands. */
static enum status place(struct result *r, uint64_t offset, struct slice computed, struct difference *out)
{
	struct input *in = NULL;
	struct place_found found;
	enum status status = folder_reopen(r->c->folder, r->compared->path, &in);

	if (status == STATUS_OK) {
		struct place_request request = {
			.shape = shape_of(r->compared->path), .content = input_source(in), .offset = offset, .computed = computed,
		};
		out->placed = place_find(&request, r->j->arena, &found);
		*out = (struct difference){
			.line = found.line, .column = found.column, .row = found.row, .found = found.found, .expected = found.expected,
			.offset = offset, .placed = out->placed,
		};
	}
	input_close(in);
	return status == STATUS_REJECT ? STATUS_OK : status;
}

static enum status judge_own_file(struct result *r)
{
	struct difference d = { 0 };
	enum status status = place(r, r->compared->offset, r->compared->computed, &d);

	d.offset = r->compared->offset;
	if (status == STATUS_OK)
		differ(r, d);
	return status;
}

static enum status judge_adjusted(struct result *r, struct pay_file *f)
{
	struct content_difference d;
	enum status status = judge_payroll(r->j, r->c, f, r->compared->path, &d);

	if (status != STATUS_OK)
		return status;
	if (d.same && seal_holds(r)) {
		prove(r, PROOF_CONTENT);
		return STATUS_OK;
	}
	if (!d.where.placed)
		d.where.offset = r->compared->offset;
	differ(r, d.where);
	return STATUS_OK;
}

static enum status report_again(struct cycle *c, struct slice path, struct buf *out)
{
	return slice_equal(path, SLICE(EXECUTION_NAME)) ? executions_write(c, out) : report_write_xml(&c->report, out);
}

/* Between versions the sentences of the report may differ, and the words of pelaksanaan.xml. */
static enum status judge_report(struct result *r)
{
	struct buf text = { 0 };
	struct slice found, computed;
	struct difference d = { 0 };
	uint64_t at = 0;
	struct input *in = NULL;
	enum status status = report_again(r->c, r->compared->path, &text);

	if (status == STATUS_OK)
		status = folder_reopen(r->c->folder, r->compared->path, &in);
	if (status == STATUS_OK)
		status = input_slurp(in, r->j->arena, UINT64_C(1) << 30, &found);
	input_close(in);
	if (status == STATUS_OK && figures_same(found, buf_slice(&text), &at, &computed)) {
		prove(r, PROOF_FIGURES);
	} else if (status == STATUS_OK) {
		status = place(r, at, computed, &d);
		if (status == STATUS_OK)
			differ(r, d);
	}
	buf_release(&text);
	return status == STATUS_REJECT ? STATUS_OK : status;
}

/* The payroll that lies at this path of the result; NULL: another file. */
static struct pay_file *payroll_at(struct cycle *c, struct slice path)
{
	struct slice folder = SLICE("penggajian/");

	for (size_t i = 0; i < c->file_count; i++)
		if (c->files[i].adjusted && slice_starts_with(path, folder) &&
		    slice_equal(slice_sub(path, folder.len, path.len), c->files[i].name))
			return &c->files[i];
	return NULL;
}

/* A workbook of our own, whose packing depends on the libraries of the computer. */
static enum status judge_workbook(struct result *r)
{
	struct buf computed = { 0 };
	struct slice existing, differs;
	struct input *in = NULL;
	struct difference d = { .offset = r->compared->offset };
	enum status status = cycle_workbook(r->c, r->compared->path, &computed);

	if (status == STATUS_OK)
		status = folder_reopen(r->c->folder, r->compared->path, &in);
	if (status == STATUS_OK)
		status = input_slurp(in, r->j->arena, XLSX_PACKED_MAX, &existing);
	if (status == STATUS_OK)
		status = workbook_same(existing, buf_slice(&computed), r->compared->path, &r->j->scratch, &differs);
	if (status == STATUS_OK && differs.len == 0)
		prove(r, PROOF_CONTENT);
	else if (status == STATUS_OK)
		d.column = arena_copy(r->j->arena, differs);
	if (status != STATUS_FAIL && (status != STATUS_OK || differs.len > 0))
		differ(r, d);
	input_close(in);
	buf_release(&computed);
	return status == STATUS_FAIL ? STATUS_FAIL : STATUS_OK;
}

/* Of another version only these are compared: what is paid, from what, and what is owed. */
static bool lasts(struct slice path)
{
	return slice_equal(path, SLICE("transfer.csv")) || slice_equal(path, SLICE(REGISTER_NAME));
}

static enum status judge_other(struct result *r)
{
	struct pay_file *payroll = payroll_at(r->c, r->compared->path);
	bool other = r->j->check->other_version;

	if (payroll != NULL)
		return judge_adjusted(r, payroll);
	if (ends_in(r->compared->path, ".xlsx") && seal_holds(r) && !other)
		return judge_workbook(r);
	if (!other || lasts(r->compared->path) || !seal_holds(r))
		return judge_own_file(r);
	if (slice_equal(r->compared->path, SLICE("rekonsiliasi.xml")) || slice_equal(r->compared->path, SLICE(EXECUTION_NAME)))
		return judge_report(r);
	prove(r, PROOF_SEAL);
	return STATUS_OK;
}

/* The page names the version that wrote it: the same page is of this one, whatever run.xml says. */
static void check_version(struct result *r)
{
	const struct sealed_entry *e;
	const struct seen *record = judge_seen(r->j, SLICE("run.xml"), &e);

	if (r->j->check->other_version && slice_equal(r->compared->path, SLICE("rekonsiliasi.html")) && record != NULL &&
	    record->state == SEALED_HOLDS)
		judge_differ(r->j, (struct difference){
			.code = N0752_RESULT_OTHERWISE, .cause = CAUSE_OUTPUT, .file = SLICE("run.xml"), .column = SLICE("versi-program"),
			.found = r->j->check->record.program_version, .expected = SLICE(NAFKAH_VERSION),
		});
}

static enum status judge_file(struct judging *j, struct cycle *c, const struct compared *compared)
{
	struct result r = { .j = j, .c = c, .compared = compared };

	r.seen = judge_seen(j, compared->path, &r.entry);
	(void)judge_expect(j, compared->path);
	if (r.seen != NULL)
		r.seen->judged = true;
	switch (compared->state) {
	case COMPARED_SAME:
		prove(&r, PROOF_BYTES);
		check_version(&r);
		return STATUS_OK;
	case COMPARED_OTHER:
		return judge_other(&r);
	case COMPARED_MISSING:
		if (r.seen != NULL || !j->check->other_version) /* a later version may write more */
			judge_differ(j, (struct difference){
				.code = N0753_FILE_MISSING, .cause = CAUSE_OUTPUT, .file = compared->path,
			});
		return STATUS_OK;
	}
	return STATUS_FAIL;
}

static enum status judge_files(struct judging *j, struct cycle *c)
{
	enum status status = STATUS_OK;

	for (const struct compared *f = folder_compared_next(c->folder, NULL); status == STATUS_OK && f != NULL;
	     f = folder_compared_next(c->folder, f))
		status = judge_file(j, c, f);
	j->check->reexecuted = status == STATUS_OK;
	return status;
}

/* The payrolls are those of run.xml, whatever happened to the files since they were looked for. */
static enum status check_inputs(struct cycle *c)
{
	const struct run_record *r = c->evidence_record;
	size_t payroll = 0, income = c->request->payroll_count;

	for (size_t i = 0; i < r->file_count; i++) {
		const struct pay_file *f = &c->files[r->files[i].adjusted ? payroll++ : income++];

		if (slice_equal(slice_from_c(f->hash.hex), r->files[i].hash))
			continue;
		cycle_note(c, N0103_INPUT_CHANGED, f->name, f->name, (struct slice){ 0 });
		return STATUS_REJECT;
	}
	return STATUS_OK;
}

/* The evidence does not give a month at all. */
static void refused(struct judging *j, const struct cycle *c)
{
	struct slice code = SLICE("");

	for (size_t i = 0; code.len == 0 && i < c->findings->count; i++)
		if (code_level(c->findings->items[i].code) == LEVEL_TOLAK)
			code = slice_from_c(code_name(c->findings->items[i].code));
	if (j->check->other_version) {
		judge_note(j, N0760_VERSION_REFUSES, j->check->record.program_version, code);
	} else {
		judge_pass_on(j, c->findings, true);
		judge_differ(j, (struct difference){
			.code = N0761_EVIDENCE_REFUSED, .cause = CAUSE_INPUT, .file = SLICE("run.xml"), .found = code,
		});
	}
}

enum status judge_result(struct judging *j, const struct stand_in *stand_ins, size_t count)
{
	struct findings found = { 0 };
	struct cycle c = {
		.request = j->v->request, .progress = j->v->progress, .findings = &found, .stand_ins = stand_ins,
		.stand_in_count = count,
	};
	enum status status = sealed_open_unchecked(j->check->path, &found, &c.evidence);

	if (status == STATUS_OK)
		status = cycle_become(&c, &j->check->record);
	if (status == STATUS_OK)
		status = cycle_calculate(&c);
	if (status == STATUS_OK)
		status = check_inputs(&c);
	if (status == STATUS_OK)
		status = folder_compare(j->check->path, &found, &c.folder);
	if (status == STATUS_OK)
		status = cycle_write(&c);
	if (status == STATUS_OK)
		status = judge_files(j, &c);
	else if (status == STATUS_REJECT && found.per_level[LEVEL_TOLAK] > 0)
		refused(j, &c);
	else
		status = STATUS_FAIL; /* refused without a word is memory */
	judge_pass_on(j, &found, false);
	cycle_release(&c);
	findings_release(&found);
	return status == STATUS_FAIL ? STATUS_FAIL : STATUS_OK;
}
