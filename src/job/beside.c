/* Folders that lie beside the one that a run writes. No state is kept anywhere, so what was run before is seen there or not
 * at all: enough to refuse what is surely wrong, and for a hint where it may be. */
#include <nafkah/job.h>

#include <nafkah/listing.h>

struct slice beside_parent(struct arena *a, const char *folder)
{
	struct slice path = slice_from_c(folder);

	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	while (path.len > 0 && path.ptr[path.len - 1] != '/')
		path.len--;
	return path.len > 0 ? arena_copy(a, path) : SLICE(".");
}

/* A small file of a folder beside. STATUS_END: there is none that can be read; STATUS_FAIL: memory. */
static enum status read_small(struct cycle *reader, const char *folder, const char *name, struct document *out)
{
	struct slice path = arena_printf(&reader->arena, "%s/%s", folder, name);
	enum status status = path.ptr != NULL ? document_read(reader, path.ptr, out) : STATUS_FAIL;

	if (status == STATUS_FAIL && (reader->arena.exhausted || reader->findings->lost))
		return STATUS_FAIL;
	return status == STATUS_OK ? STATUS_OK : STATUS_END;
}

enum status beside_read(struct cycle *c, const char *folder, struct arena *a, struct run_record *out)
{
	struct findings ignored = { 0 };
	struct cycle reader = { .request = c->request, .findings = &ignored };
	struct document doc;
	enum status status = read_small(&reader, folder, "run.xml", &doc);

	if (status == STATUS_OK)
		status = run_record_read(doc.bytes, doc.name, a, out, &ignored);
	if (status == STATUS_REJECT)
		status = STATUS_END;
	arena_release(&reader.arena);
	findings_release(&ignored);
	return status;
}

/* Whether the folder has a seal; it is not checked, that would be the work of another run. */
static bool is_finished(struct cycle *c, const char *folder)
{
	struct findings ignored = { 0 };
	struct cycle reader = { .request = c->request, .findings = &ignored };
	struct document doc;
	bool finished = read_small(&reader, folder, "SHA256SUMS", &doc) == STATUS_OK;

	arena_release(&reader.arena);
	findings_release(&ignored);
	return finished;
}

/* What --previous would name: the last month, and of a month in two parts the second. */
static bool follows(const struct run_record *r, const struct run_record *best)
{
	return r->period != best->period ? r->period > best->period : !r->has_more;
}

/* The path of a folder in `parent` as one would write it. */
static const char *path_in(struct arena *a, struct slice parent, struct slice name)
{
	return slice_equal(parent, SLICE(".")) ? name.ptr : arena_printf(a, "%.*s%.*s", SLICE_ARG(parent), SLICE_ARG(name)).ptr;
}

const char *job_earlier_month(struct cycle *c)
{
	struct slice parent = beside_parent(&c->arena, c->request->out), *names = NULL;
	struct findings ignored = { 0 };
	struct run_record best = { 0 }, r;
	const char *found = NULL;
	size_t count = 0;

	if (parent.ptr == NULL || folder_list(parent.ptr, SLICE(""), &c->arena, &ignored, &names, &count) != STATUS_OK)
		count = 0; /* a hint is not worth a failure */
	findings_release(&ignored);
	for (size_t i = 0; i < count; i++) {
		const char *path = path_in(&c->arena, parent, names[i]);

		if (path == NULL || beside_read(c, path, &c->arena, &r) != STATUS_OK || r.period >= c->request->period)
			continue;
		if (!is_finished(c, path) || (found != NULL && !follows(&r, &best)))
			continue;
		best = r;
		found = path;
	}
	return found;
}
