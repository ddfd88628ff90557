/* What neither evidence nor result accounted for: files by their seal alone, and files that do not belong here. */
#include "verify_private.h"

static void judge_by_seal(struct judging *j, size_t i)
{
	const struct sealed_entry *e = &j->entries[i];
	struct difference d = { .cause = cause_of_path(e->path), .file = e->path };

	(void)judge_expect(j, e->path);
	switch (j->seen[i].state) {
	case SEALED_HOLDS:
		judge_prove(j, e->path, PROOF_SEAL);
		return;
	case SEALED_MISSING:
		d.code = N0753_FILE_MISSING;
		break;
	case SEALED_OTHER:
		d.code = N0751_SEALED_OTHERWISE;
		d.found = arena_printf(j->arena, "%.16s...", j->seen[i].found.hex);
		d.expected = arena_printf(j->arena, "%.16s...", e->hash.hex);
		break;
	}
	judge_differ(j, d);
}

/* A sealed file that the month did not produce was put there by whoever sealed it again, or by another version. */
void judge_rest(struct judging *j)
{
	bool whole = j->check->reexecuted && !j->check->other_version;

	for (size_t i = 0; i < j->entry_count; i++)
		if (!j->seen[i].judged && !(whole && j->seen[i].state != SEALED_MISSING))
			judge_by_seal(j, i);
}

void judge_extras(struct judging *j)
{
	(void)judge_expect(j, SLICE("SHA256SUMS"));
	for (size_t i = 0; i < j->tree_count; i++) {
		if (j->expected[i])
			continue;
		judge_differ(j, (struct difference){
			.code = N0754_FILE_EXTRA, .cause = cause_of_path(j->tree[i].path), .file = j->tree[i].path,
		});
	}
}
