#include "verify_private.h"

#include <nafkah/interrupt.h>

#include <string.h>

const char *cause_word(enum cause c)
{
	static const char *const words[CAUSE_COUNT] = {
		[CAUSE_INPUT] = "masukan", [CAUSE_RULE] = "aturan", [CAUSE_LAYOUT] = "tata-letak", [CAUSE_OUTPUT] = "hasil",
		[CAUSE_PROGRAM] = "program",
	};

	return words[c];
}

const char *verdict_word(enum verdict v)
{
	static const char *const words[VERDICT_COUNT] = {
		[VERDICT_IDENTICAL] = "identik", [VERDICT_SEAL_ONLY] = "hanya-segel", [VERDICT_DIFFERS] = "berbeda",
		[VERDICT_FAILED] = "gagal",
	};

	return words[v];
}

/* ---- what is found ---- */

static struct slice path_in(struct judging *j, struct slice file)
{
	struct slice folder = slice_from_c(j->check->path);

	while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
		folder.len--;
	return arena_printf(j->arena, "%.*s/%.*s", SLICE_ARG(folder), SLICE_ARG(file));
}

void judge_differ(struct judging *j, struct difference d)
{
	struct folder_check *f = j->check;
	struct difference *grown =
		arena_grow(j->arena, f->differences, f->difference_count, &f->difference_room, sizeof *grown);
	struct slice column = d.column;
	bool about_file = d.found.len == 0 && d.expected.len == 0;

	if (grown == NULL)
		return;
	if (d.row.len > 0)
		column = arena_printf(j->arena, "%.*s (%.*s)", SLICE_ARG(d.column), SLICE_ARG(d.row));
	d.file = arena_copy(j->arena, d.file);
	d.column = arena_copy(j->arena, d.column);
	d.found = arena_copy(j->arena, d.found);
	d.expected = arena_copy(j->arena, d.expected);
	f->differences = grown;
	f->differences[f->difference_count++] = d;
	findings_add(j->v->findings, &(struct finding){
		.code = d.code, .file = path_in(j, d.file), .line = d.line, .column = column, .value = about_file ? d.file : d.found,
		.detail = d.expected,
	});
}

void judge_prove(struct judging *j, struct slice file, enum proof proof)
{
	struct folder_check *f = j->check;
	struct proven *grown = arena_grow(j->arena, f->proven, f->proven_count, &f->proven_room, sizeof *grown);

	if (grown == NULL)
		return;
	f->proven = grown;
	f->proven[f->proven_count++] = (struct proven){ arena_copy(j->arena, file), proof };
}

void judge_note(struct judging *j, enum code code, struct slice value, struct slice detail)
{
	findings_add(j->v->findings, &(struct finding){
		.code = code, .file = slice_from_c(j->check->path), .value = value, .detail = detail,
	});
}

void judge_pass_on(struct judging *j, const struct findings *from, bool refusals)
{
	for (size_t i = 0; i < from->count; i++) {
		enum level level = code_level(from->items[i].code);

		if (level >= LEVEL_GAGAL || (refusals && level == LEVEL_TOLAK))
			findings_add(j->v->findings, &from->items[i]);
	}
}

/* ---- what lies in the folder ---- */

struct seen *judge_seen(struct judging *j, struct slice path, const struct sealed_entry **entry)
{
	*entry = sealed_find(j->sealed, path);
	return *entry != NULL ? &j->seen[*entry - j->entries] : NULL;
}

bool judge_expect(struct judging *j, struct slice path)
{
	bool there = false;

	for (size_t i = 0; i < j->tree_count; i++) {
		struct slice at = j->tree[i].path;

		if (!slice_starts_with(path, at) || (at.len < path.len && path.ptr[at.len] != '/'))
			continue;
		j->expected[i] = true; /* it, and the folders on the way */
		there = at.len == path.len && j->tree[i].kind == WALK_FILE;
	}
	return there;
}

static enum status look_at_all(struct judging *j)
{
	enum status status = STATUS_OK;

	j->entries = sealed_entries(j->sealed, &j->entry_count);
	j->seen = arena_array(j->arena, j->entry_count, sizeof *j->seen);
	if (j->seen == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; status == STATUS_OK && i < j->entry_count; i++)
		status = sealed_look(j->sealed, &j->entries[i], &j->seen[i].state, &j->seen[i].found);
	if (status == STATUS_REJECT)
		judge_pass_on(j, &j->scratch, true); /* somebody is writing into it */
	if (status == STATUS_OK)
		status = walk_folder(j->check->path, j->arena, &j->scratch, &j->tree, &j->tree_count);
	j->expected = arena_array(j->arena, j->tree_count, sizeof *j->expected);
	return j->expected != NULL ? status : STATUS_FAIL;
}

/* No folder, or a seal that is none. */
static enum status open_seal(struct judging *j)
{
	enum status status = sealed_open_unchecked(j->check->path, &j->scratch, &j->sealed);
	const struct finding *f = j->scratch.count > 0 ? &j->scratch.items[0] : NULL;

	if (status != STATUS_REJECT || f == NULL)
		return status;
	if (f->code == N0101_INPUT_NOT_FOUND)
		judge_pass_on(j, &j->scratch, true);
	else
		judge_differ(j, (struct difference){
			.code = N0768_SEAL_UNREADABLE, .cause = CAUSE_OUTPUT, .file = SLICE("SHA256SUMS"), .line = f->line,
		});
	j->check->verdict = VERDICT_DIFFERS;
	return STATUS_REJECT;
}

/* The seal is written in byte order of the paths; another order is no work of this program. */
static void check_order(struct judging *j)
{
	for (size_t i = 0; i < j->entry_count; i++) {
		if (j->entries[i].line == i + 1)
			continue;
		judge_differ(j, (struct difference){
			.code = N0768_SEAL_UNREADABLE, .cause = CAUSE_OUTPUT, .file = SLICE("SHA256SUMS"), .line = i + 1,
		});
		return;
	}
}

/* Read as it is found: whether it is what was sealed is judged like that of any file. */
static enum status read_record(struct judging *j)
{
	const struct sealed_entry *e;
	const struct seen *s = judge_seen(j, SLICE("run.xml"), &e);
	struct slice path = path_in(j, SLICE("run.xml")), bytes;
	struct input *in = NULL;
	enum status status = STATUS_REJECT;

	if (path.ptr == NULL)
		return STATUS_FAIL;
	if (s != NULL && s->state != SEALED_MISSING)
		status = input_open(path.ptr, &j->scratch, &in);
	if (status == STATUS_OK)
		status = input_slurp(in, j->arena, UINT64_C(1) << 30, &bytes);
	if (status == STATUS_OK)
		status = run_record_read(bytes, SLICE("run.xml"), j->arena, &j->check->record, &j->scratch);
	input_close(in);
	if (status == STATUS_REJECT)
		judge_differ(j, (struct difference){
			.code = N0769_RECORD_UNREADABLE, .cause = CAUSE_OUTPUT, .file = SLICE("run.xml"),
		});
	j->check->readable = status == STATUS_OK;
	j->check->seal = sealed_hash(j->sealed);
	j->check->other_version = status == STATUS_OK && !slice_equal(j->check->record.program_version, SLICE(NAFKAH_VERSION));
	return status;
}

/* ---- one folder ---- */

/* A payroll that was not kept is named by run.xml alone, and what it is adjusted to lies under that name. */
static bool names_are_plain(struct judging *j)
{
	const struct run_record *r = &j->check->record;

	for (size_t i = 0; i < r->file_count; i++) {
		if (folder_takes(evidence_of(j->arena, &r->files[i])))
			continue;
		judge_differ(j, (struct difference){
			.code = N0769_RECORD_UNREADABLE, .cause = CAUSE_OUTPUT, .file = SLICE("run.xml"),
		});
		return false;
	}
	return true;
}

static enum status judge_again(struct judging *j)
{
	struct stand_in *stand_ins;
	size_t count;
	bool complete = false, usable = false;
	enum status status = judge_evidence(j, &usable);

	usable = names_are_plain(j) && usable;
	if (status == STATUS_OK && usable)
		status = judge_inputs(j, &stand_ins, &count, &complete);
	if (status != STATUS_OK || !usable)
		return status;
	if (complete)
		return judge_result(j, stand_ins, count);
	judge_note(j, N0759_SEAL_ONLY, j->check->missing, (struct slice){ 0 });
	return STATUS_OK;
}

static enum status judge(struct judging *j)
{
	enum status status = open_seal(j);

	if (status == STATUS_OK)
		status = look_at_all(j);
	if (status != STATUS_OK)
		return status;
	check_order(j);
	status = read_record(j);
	if (status == STATUS_OK && j->check->other_version)
		judge_note(j, N0758_OTHER_VERSION, j->check->record.program_version, SLICE(NAFKAH_VERSION));
	if (status == STATUS_OK)
		status = judge_again(j);
	if (status == STATUS_FAIL)
		return status;
	judge_rest(j);
	judge_extras(j);
	return STATUS_OK;
}

static void judge_folder(struct verification *v, struct folder_check *check)
{
	struct judging j = { .v = v, .check = check, .arena = &v->arena };
	enum status status = judge(&j);

	if (check->difference_count > 0 || status == STATUS_REJECT)
		check->verdict = VERDICT_DIFFERS;
	else
		check->verdict = check->reexecuted ? VERDICT_IDENTICAL : VERDICT_SEAL_ONLY;
	if (status == STATUS_FAIL || v->arena.exhausted)
		check->verdict = VERDICT_FAILED;
	judge_pass_on(&j, &j.scratch, false);
	sealed_close(j.sealed);
	findings_release(&j.scratch);
}

/* A failure without a finding is memory, unless a signal stopped the work. */
static enum exit_status failed(struct verification *v)
{
	if (v->findings->per_level[LEVEL_RUSAK] > 0)
		return EXIT_BUG;
	if (v->findings->per_level[LEVEL_GAGAL] == 0 && interrupted_by == 0)
		findings_add(v->findings, &(struct finding){ .code = N0903_NO_MEMORY });
	return EXIT_ENVIRONMENT;
}

enum exit_status job_verify(struct verification *v)
{
	enum verdict worst = VERDICT_IDENTICAL;

	for (size_t i = 0; i < v->count; i++)
		v->folders[i].verdict = VERDICT_FAILED; /* until it is known */
	for (size_t i = 0; i < v->count && interrupted_by == 0; i++) {
		judge_folder(v, &v->folders[i]);
		worst = v->folders[i].verdict > worst ? v->folders[i].verdict : worst;
	}
	if (worst == VERDICT_FAILED || interrupted_by != 0)
		return failed(v);
	if (v->count > 1)
		judge_chain(v);
	if (v->arena.exhausted || v->findings->lost)
		return failed(v);
	if (worst == VERDICT_DIFFERS || v->chain_refuted)
		return EXIT_REFUSED;
	return worst == VERDICT_SEAL_ONLY || (v->count > 1 && !v->chain_proven) ? EXIT_ATTENTION : EXIT_DONE;
}

void verification_release(struct verification *v)
{
	arena_release(&v->arena);
}
