/* The layouts that this installation knows. */
#include <nafkah/cycle.h>
#include <nafkah/formats.h>
#include <nafkah/listing.h>

/* Where layouts lie: the installation's, or those that a finished folder kept. */
static const char *layouts_folder(struct cycle *c)
{
	return c->evidence != NULL ? "bukti/tata-letak" : arena_printf(&c->arena, "%s/payroll", c->request->formats).ptr;
}

static enum status list_layouts(struct cycle *c, struct slice **names, size_t *count)
{
	const struct run_record *r = c->evidence_record;
	const char *folder = layouts_folder(c);

	if (folder == NULL)
		return STATUS_FAIL;
	if (c->evidence == NULL)
		return folder_list(folder, SLICE(".xml"), &c->arena, c->findings, names, count);
	*names = arena_array(&c->arena, r->layout_count, sizeof **names);
	*count = r->layout_count;
	for (size_t i = 0; *names != NULL && i < *count; i++)
		(*names)[i] = arena_printf(&c->arena, "%.*s.xml", SLICE_ARG(r->layouts[i].id));
	return c->arena.exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status load_layout(struct cycle *c, struct slice name, struct layout *out)
{
	struct slice path = arena_printf(&c->arena, "%s/%.*s", layouts_folder(c), SLICE_ARG(name));
	struct document doc;
	enum status status = path.ptr != NULL ? document_read(c, path.ptr, &doc) : STATUS_FAIL;

	if (status == STATUS_OK)
		status = layout_read(doc.bytes, doc.name, &c->arena, out, c->findings);
	if (status == STATUS_OK)
		out->sha256 = arena_copy(&c->arena, slice_from_c(doc.hash.hex));
	return status;
}

/* Every layout asked for by name must be known. */
static enum status check_wanted(struct cycle *c, const struct payroll_argument *args, size_t count)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count; i++) {
		struct slice known = SLICE("");
		bool found = args[i].layout.len == 0;

		for (size_t k = 0; k < c->layout_count; k++) {
			found = found || slice_equal(c->layouts[k].id, args[i].layout);
			known = arena_printf(&c->arena, "%.*s%s%.*s", SLICE_ARG(known), k > 0 ? ", " : "", SLICE_ARG(c->layouts[k].id));
		}
		if (found)
			continue;
		cycle_note(c, N0804_LAYOUT_UNKNOWN, (struct slice){ 0 }, args[i].layout, known);
		status = STATUS_REJECT;
	}
	return status;
}

static bool id_is_known(const struct cycle *c, struct slice id)
{
	for (size_t i = 0; i < c->layout_count; i++)
		if (slice_equal(c->layouts[i].id, id))
			return true;
	return false;
}

enum status catalog_load(struct cycle *c)
{
	struct slice *names;
	size_t count;
	enum status status = list_layouts(c, &names, &count), worst = STATUS_OK;

	if (status != STATUS_OK)
		return status;
	c->layouts = arena_array(&c->arena, count, sizeof *c->layouts);
	if (c->layouts == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < count; i++) {
		struct layout layout;

		status = load_layout(c, names[i], &layout);
		if (status == STATUS_FAIL)
			return status;
		if (status == STATUS_OK && id_is_known(c, layout.id)) {
			cycle_note(c, N0805_LAYOUT_INCONSISTENT, names[i], layout.id, SLICE("id"));
			status = STATUS_REJECT;
		}
		if (status == STATUS_OK)
			c->layouts[c->layout_count++] = layout;
		else
			worst = status;
	}
	status = check_wanted(c, c->request->payrolls, c->request->payroll_count);
	if (status == STATUS_OK)
		status = check_wanted(c, c->request->incomes, c->request->income_count);
	return worst != STATUS_OK ? worst : status;
}
