/* A finished folder's evidence against what states its hashes: run.xml, and for what the folder before left, that
 * folder's own SHA256SUMS, whose hash run.xml states. */
#include "verify_private.h"

#define RECORD "run.xml"
#define FIRST_PART "bukti/bagian-pertama/"
#define BEFORE "bukti/sebelumnya/"

enum cause cause_of_path(struct slice path)
{
	if (slice_starts_with(path, SLICE("bukti/aturan/")))
		return CAUSE_RULE;
	if (slice_starts_with(path, SLICE("bukti/tata-letak/")))
		return CAUSE_LAYOUT;
	return slice_starts_with(path, SLICE("bukti/")) ? CAUSE_INPUT : CAUSE_OUTPUT;
}

static struct slice short_hash(struct judging *j, const char *hex)
{
	return arena_printf(j->arena, "%.16s...", hex);
}

/* What the seal says of a file is wrong, the file itself is not. */
static void seal_is_wrong(struct judging *j, const struct sealed_entry *e, const struct seen *s)
{
	judge_differ(j, (struct difference){
		.code = N0752_RESULT_OTHERWISE, .cause = CAUSE_OUTPUT, .file = SLICE("SHA256SUMS"), .line = e->line,
		.column = e->path, .found = short_hash(j, e->hash.hex), .expected = short_hash(j, s->found.hex),
	});
}

/* One file of evidence whose hash `stated` is known from `by`. False: the month cannot be computed from it. */
static bool judge_file(struct judging *j, struct slice path, struct slice stated, struct slice by)
{
	struct difference d = { .cause = cause_of_path(path), .file = path };
	const struct sealed_entry *e;
	struct seen *s = judge_seen(j, path, &e);
	bool there = judge_expect(j, path);

	if (s == NULL || s->state == SEALED_MISSING) {
		d.code = there ? N0756_FILE_NOT_SEALED : N0753_FILE_MISSING;
		if (s != NULL)
			s->judged = true;
		judge_differ(j, d);
		return false;
	}
	s->judged = true;
	if (!slice_equal(slice_from_c(s->found.hex), stated)) {
		d.code = N0755_EVIDENCE_OTHERWISE;
		d.found = by;
		judge_differ(j, d);
		return false;
	}
	if (s->state != SEALED_HOLDS) {
		seal_is_wrong(j, e, s);
		return false;
	}
	judge_prove(j, path, PROOF_HASH);
	return true;
}

static bool judge_named(struct judging *j, const char *folder, struct slice name, const char *end, struct slice hash)
{
	return judge_file(j, arena_printf(j->arena, "bukti/%s/%.*s%s", folder, SLICE_ARG(name), end), hash, SLICE(RECORD));
}

static bool judge_documents(struct judging *j)
{
	const struct run_record *r = &j->check->record;
	bool good = judge_named(j, "aturan", r->rules_name, "", r->rules_hash);

	good = judge_named(j, "putusan", r->rulings.name, "", r->rulings.hash) && good;
	if (r->office.name.len > 0)
		good = judge_named(j, "kantor", r->office.name, "", r->office.hash) && good;
	for (size_t i = 0; i < r->layout_count; i++)
		good = judge_named(j, "tata-letak", r->layouts[i].id, ".xml", r->layouts[i].hash) && good;
	for (size_t i = 0; i < r->file_count; i++)
		if (r->files[i].kept)
			good = judge_file(j, evidence_of(j->arena, &r->files[i]), r->files[i].hash, SLICE(RECORD)) && good;
	return good;
}

/* A file that the folder before left, as that folder's own seal has it; one that it does not have is not looked
 * for. */
static bool judge_left(struct judging *j, const char *folder, struct slice sums, const char *path)
{
	struct slice kept = arena_printf(j->arena, "%s%s", folder, path);
	struct slice by = arena_printf(j->arena, "%sSHA256SUMS", folder);
	struct sha256 stated;

	if (!sums_find(sums, slice_from_c(path), &stated))
		return true;
	return judge_file(j, kept, arena_copy(j->arena, slice_from_c(stated.hex)), by);
}

/* What the folder before left: its seal, which run.xml chains to, then its files. */
static enum status judge_before(struct judging *j, const char *folder, struct slice seal, bool *usable)
{
	struct slice path = arena_printf(j->arena, "%sSHA256SUMS", folder), sums;
	enum status status = STATUS_OK;

	if (path.ptr == NULL)
		return STATUS_FAIL;
	if (!judge_file(j, path, seal, SLICE(RECORD))) {
		*usable = false;
		return STATUS_OK;
	}
	status = sealed_file(j->sealed, path.ptr, j->arena, &sums);
	if (status != STATUS_OK)
		return status;
	*usable = judge_left(j, folder, sums, RECORD) && *usable;
	*usable = judge_left(j, folder, sums, REGISTER_NAME) && *usable;
	*usable = judge_left(j, folder, sums, EXECUTION_NAME) && *usable;
	if (slice_equal(slice_from_c(folder), SLICE(BEFORE)))
		*usable = judge_left(j, folder, sums, REGISTER_KEPT) && *usable;
	return STATUS_OK;
}

enum status judge_evidence(struct judging *j, bool *usable)
{
	const struct run_record *r = &j->check->record;
	enum status status = STATUS_OK;

	*usable = judge_documents(j);
	if (r->continues_seal.len > 0)
		status = judge_before(j, FIRST_PART, r->continues_seal, usable);
	if (status == STATUS_OK && !r->first)
		status = judge_before(j, BEFORE, r->previous_seal, usable);
	return j->arena->exhausted ? STATUS_FAIL : status;
}
