/* --continues: the second part of a month whose first part announced it with --more. Base, dues, limits, rules and rulings are
 * those of the first part; only what it left waiting is paid. */
#include <nafkah/cycle.h>

#include <nafkah/listing.h>

static enum status refuse(struct cycle *c, enum code code, struct slice value, struct slice detail)
{
	cycle_note(c, code, SLICE("run.xml"), value, detail);
	return STATUS_REJECT;
}

static enum status check_announced(struct cycle *c)
{
	const struct run_record *r = &c->previous.record;
	char first[8], now[8];

	month_format(r->period, first);
	month_format(c->request->period, now);
	if (!r->has_more)
		return refuse(c, N0708_CONTINUES_NOT_ANNOUNCED, slice_from_c(c->request->continues), (struct slice){ 0 });
	if (r->period != c->request->period)
		return refuse(c, N0709_CONTINUES_PERIOD, slice_from_c(first), slice_from_c(now));
	return STATUS_OK;
}

/* The rules as the first part kept them. */
static enum status take_rules(struct cycle *c)
{
	struct slice name = c->previous.record.rules_name;
	struct slice path = arena_printf(&c->arena, "bukti/aturan/%.*s", SLICE_ARG(name));
	enum status status = path.ptr != NULL
	                             ? sealed_file(c->previous.sealed, path.ptr, &c->arena, &c->rules_document.bytes)
	                             : STATUS_FAIL;

	if (status == STATUS_END)
		return refuse(c, N0705_PREVIOUS_UNREADABLE, path, SLICE("SHA256SUMS"));
	c->rules_document.name = name;
	if (status == STATUS_OK && !sha256_of(c->rules_document.bytes, &c->rules_document.hash))
		status = STATUS_FAIL;
	return status;
}

/* A folder beside that continues the same first part. */
static enum status refuse_same(struct cycle *c, const char *path, struct slice name, const struct sha256 *seal)
{
	struct arena arena = { 0 };
	struct run_record record;
	enum status status = beside_read(c, path, &arena, &record);

	if (status == STATUS_OK && slice_equal(record.continues_seal, slice_from_c(seal->hex)))
		status = refuse(c, N0712_CONTINUED_ALREADY, name, (struct slice){ 0 });
	arena_release(&arena);
	return status == STATUS_END ? STATUS_OK : status;
}

/* No state is kept anywhere, so the folders that lie beside the first part, or beside the output, are looked at. */
static enum status check_siblings(struct cycle *c, struct slice parent)
{
	struct sha256 seal = sealed_hash(c->previous.sealed);
	struct findings ignored = { 0 };
	struct slice *names;
	size_t count;
	enum status status = folder_list(parent.ptr, SLICE(""), &c->arena, &ignored, &names, &count);

	findings_release(&ignored);
	if (status == STATUS_REJECT)
		return STATUS_OK; /* the output's parent is checked where the output is made */
	for (size_t i = 0; status == STATUS_OK && i < count; i++) {
		struct slice path = arena_printf(&c->arena, "%.*s/%.*s", SLICE_ARG(parent), SLICE_ARG(names[i]));

		status = path.ptr != NULL ? refuse_same(c, path.ptr, names[i], &seal) : STATUS_FAIL;
	}
	return status;
}

enum status second_part_load(struct cycle *c)
{
	enum status status = previous_open(c, c->request->continues);

	if (status == STATUS_OK)
		status = check_announced(c);
	if (status == STATUS_OK)
		status = previous_history(c);
	if (status != STATUS_OK || c->evidence != NULL) /* it has the rules, and was checked when it was made */
		return status;
	status = take_rules(c);
	if (c->request->nip != 0) /* to explain a part pays nothing */
		return status;
	if (status == STATUS_OK)
		status = check_siblings(c, arena_printf(&c->arena, "%s/..", c->request->continues));
	if (status == STATUS_OK && c->request->out != NULL)
		status = check_siblings(c, beside_parent(&c->arena, c->request->out));
	return status;
}

static enum status attach_line(struct cycle *c, struct line *l)
{
	const struct ruling *r = l->file->ruling;

	l->first_part = register_find(&c->previous.book, r->key, slice_from_c(hak_name(l->award->hak)),
	                              line_payee(&c->arena, l->child));
	return l->first_part != NULL ? STATUS_OK
	                             : refuse(c, N0705_PREVIOUS_UNREADABLE, SLICE("pelaksanaan.csv"), r->number);
}

/* What the first part held and how much of it, beside its register. */
static enum status attach_stakes(struct cycle *c)
{
	const struct run_record *r = &c->previous.record;

	for (size_t i = 0; i < r->held_count; i++) {
		const struct run_held *h = &r->held[i];
		struct register_row *row = register_find(&c->previous.book, register_key(&c->arena, h->number), h->hak, h->payee);

		if (row == NULL)
			return c->arena.exhausted ? STATUS_FAIL : refuse(c, N0705_PREVIOUS_UNREADABLE, SLICE("run.xml"), h->number);
		row->has_stake = true;
		row->stake = h->rupiah;
		row->stake_more = h->more;
	}
	return STATUS_OK;
}

enum status second_part_attach(struct cycle *c)
{
	const struct run_record *r = &c->previous.record;
	enum status status = attach_stakes(c);

	if (!slice_equal(slice_from_c(c->rulings_document.hash.hex), r->rulings.hash))
		return refuse(c, N0710_CONTINUES_INPUTS, c->rulings_document.name,
		              arena_printf(&c->arena, "bukti/putusan/%.*s", SLICE_ARG(r->rulings.name)));
	for (size_t i = 0; i < c->roster.count; i++)
		for (size_t k = 0; status == STATUS_OK && k < c->roster.people[i].line_count; k++)
			status = attach_line(c, &c->roster.people[i].lines[k]);
	return status;
}
