/* A folder that transfers are taken from, opened through its seal. */
#include <nafkah/transfer_source.h>

#include <nafkah/formats.h>

#include <stdlib.h>

static const struct {
	const char *record;
	enum folder_kind kind;
} kinds[FOLDER_KIND_COUNT] = {
	{ SENT_RECORD_NAME, FOLDER_SENT },
	{ RETURN_RECORD_NAME, FOLDER_RETURNED },
	{ "run.xml", FOLDER_MONTH },
};

static enum status refuse(struct cycle *c, const char *file)
{
	cycle_note(c, N1024_NOT_A_SOURCE_OF_TRANSFERS, slice_from_c(file), slice_from_c(c->request->finished),
	           slice_from_c(file));
	return STATUS_REJECT;
}

static enum status sealed_text(struct cycle *c, struct transfer_source *s, const char *path, struct slice *out)
{
	enum status status = sealed_file(s->sealed, path, &c->arena, out);

	return status == STATUS_END ? refuse(c, path) : status;
}

static enum status refuse_as_source(struct cycle *c, const char *path)
{
	cycle_note(c, N1024_NOT_A_SOURCE_OF_TRANSFERS, (struct slice){ 0 }, slice_from_c(path),
	           SLICE("run.xml, " SENT_RECORD_NAME ", " RETURN_RECORD_NAME));
	return STATUS_REJECT;
}

static bool tell_kind(struct transfer_source *s, const char **record)
{
	for (size_t i = 0; i < FOLDER_KIND_COUNT; i++) {
		if (sealed_find(s->sealed, slice_from_c(kinds[i].record)) == NULL)
			continue;
		s->kind = kinds[i].kind;
		*record = kinds[i].record;
		return true;
	}
	return false;
}

/* ---- the record of each kind ---- */

/* The rulings that the month was run with. What ails them was found then. */
static enum status read_rulings(struct cycle *c, struct transfer_source *s, struct rulings *out)
{
	struct slice path = arena_printf(&c->arena, "bukti/putusan/%.*s", SLICE_ARG(s->month.rulings.name)), bytes;
	struct findings ignored = { 0 };
	enum status status = path.ptr != NULL ? sealed_text(c, s, path.ptr, &bytes) : STATUS_FAIL;

	if (status != STATUS_OK)
		return status;
	status = rulings_read(bytes, s->month.rulings.name, &c->arena, out, &ignored);
	findings_release(&ignored);
	return status == STATUS_REJECT ? refuse(c, path.ptr) : status;
}

static enum status read_month(struct cycle *c, struct transfer_source *s, struct slice bytes, const char *name)
{
	enum status status = run_record_read(bytes, slice_from_c(name), &c->arena, &s->month, c->findings);

	if (status == STATUS_OK)
		status = read_rulings(c, s, &s->rulings);
	s->period = s->month.period;
	s->court = s->rulings.court;
	return status;
}

static enum status read_sent(struct cycle *c, struct transfer_source *s, struct slice bytes, const char *name)
{
	enum status status = sent_record_read(bytes, slice_from_c(name), &c->arena, &s->sent, c->findings);

	s->period = s->sent.period;
	s->court = s->sent.court;
	s->origins = s->sent.origins;
	return status;
}

static enum status read_returned(struct cycle *c, struct transfer_source *s, struct slice bytes, const char *name)
{
	enum status status = return_record_read(bytes, slice_from_c(name), &c->arena, &s->returned, c->findings);

	s->period = s->returned.period;
	s->court = s->returned.court;
	s->origins = s->returned.origins;
	return status;
}

static enum status read_record(struct cycle *c, struct transfer_source *s, const char *name)
{
	struct slice bytes;
	enum status status = sealed_text(c, s, name, &bytes);

	if (status != STATUS_OK)
		return status;
	switch (s->kind) {
	case FOLDER_MONTH:
		return read_month(c, s, bytes, name);
	case FOLDER_SENT:
		return read_sent(c, s, bytes, name);
	case FOLDER_RETURNED:
		return read_returned(c, s, bytes, name);
	}
	return STATUS_FAIL;
}

/* Its own forebears, and behind them itself. */
static enum status add_itself(struct cycle *c, struct transfer_source *s)
{
	struct origin *all = arena_array(&c->arena, s->origins.count + 1, sizeof *all);

	if (all == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < s->origins.count; i++)
		all[i] = s->origins.items[i];
	s->seal = sealed_hash(s->sealed);
	all[s->origins.count] = (struct origin){ s->kind, arena_copy(&c->arena, slice_from_c(s->seal.hex)) };
	s->origins = (struct origins){ all, s->origins.count + 1 };
	return c->arena.exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status transfer_source_open(struct cycle *c, const char *path, struct transfer_source *out)
{
	const char *record = NULL;
	enum status status = sealed_open(path, c->findings, &out->sealed);

	if (status == STATUS_OK && !tell_kind(out, &record))
		status = refuse_as_source(c, path);
	if (status == STATUS_OK)
		status = read_record(c, out, record);
	if (status == STATUS_OK)
		status = add_itself(c, out);
	return status;
}

void transfer_source_close(struct transfer_source *s)
{
	sealed_close(s->sealed);
	s->sealed = NULL;
}

/* ---- its lists ---- */

static int by_key(const void *a, const void *b)
{
	const struct ruling *const *x = a, *const *y = b;

	return slice_compare((*x)->key, (*y)->key);
}

/* The dates of the rulings, by the number that each line has. */
static enum status add_dates(struct cycle *c, struct transfer_source *s, struct credit_transfers *list)
{
	struct ruling **sorted = arena_array(&c->arena, s->rulings.count, sizeof *sorted);

	for (size_t i = 0; sorted != NULL && i < s->rulings.count; i++)
		sorted[i] = s->rulings.items[i];
	if (sorted == NULL)
		return STATUS_FAIL;
	if (s->rulings.count > 1)
		qsort(sorted, s->rulings.count, sizeof *sorted, by_key);
	for (size_t i = 0; i < list->count; i++) {
		struct ruling wanted = { .key = register_key(&c->arena, list->items[i].number) };
		struct ruling *sought = &wanted, **found = NULL;

		if (s->rulings.count > 0)
			found = bsearch(&sought, sorted, s->rulings.count, sizeof *sorted, by_key);
		if (found == NULL)
			return c->arena.exhausted ? STATUS_FAIL : refuse(c, MONTH_LIST_NAME);
		list->items[i].ruled = (*found)->dates.ruled;
	}
	return STATUS_OK;
}

enum status transfer_source_list(struct cycle *c, struct transfer_source *s, const char *name,
                                 struct more_columns columns, struct taken_list *out)
{
	enum status status = sealed_text(c, s, name, &out->bytes);

	out->name = slice_from_c(name);
	if (status == STATUS_OK)
		status = credit_transfers_read_more(out->bytes, out->name, columns, &c->arena, &out->transfers,
		                                    &out->values, c->findings);
	if (status == STATUS_OK && s->kind == FOLDER_MONTH)
		status = add_dates(c, s, &out->transfers);
	return status;
}

enum status transfer_source_office(struct cycle *c, struct transfer_source *s, struct document *out)
{
	struct sent_file month = { s->month.office.name, s->month.office.hash };
	const struct sent_file *kept[FOLDER_KIND_COUNT] = {
		[FOLDER_MONTH] = &month, [FOLDER_SENT] = &s->sent.office, [FOLDER_RETURNED] = &s->returned.office,
	};
	struct slice path;
	enum status status;

	out->name = kept[s->kind]->name;
	if (out->name.len == 0)
		return STATUS_END;
	path = arena_printf(&c->arena, "bukti/kantor/%.*s", SLICE_ARG(out->name));
	status = path.ptr != NULL ? sealed_text(c, s, path.ptr, &out->bytes) : STATUS_FAIL;
	return status == STATUS_OK && !sha256_of(out->bytes, &out->hash) ? STATUS_FAIL : status;
}

/* A return's own; a transfer hands on what it has. */
static enum status keep_record(struct cycle *c, const struct transfer_source *s)
{
	const char *path = s->kind == FOLDER_RETURNED ? RETURN_RECORD_NAME : RETURN_RECORD_KEPT;
	struct slice bytes;
	enum status status = s->kind != FOLDER_MONTH ? sealed_file(s->sealed, path, &c->arena, &bytes) : STATUS_END;

	if (status == STATUS_END)
		return STATUS_OK;
	return status == STATUS_OK ? folder_write(c->folder, SLICE(RETURN_RECORD_KEPT), bytes) : status;
}

enum status transfer_source_keep(struct cycle *c, const struct transfer_source *s, const struct taken_list *list)
{
	struct slice path = arena_printf(&c->arena, "bukti/asal/%.*s", SLICE_ARG(list->name));
	enum status status = path.ptr != NULL ? folder_write(c->folder, path, list->bytes) : STATUS_FAIL;

	if (status == STATUS_OK)
		status = folder_write(c->folder, SLICE("bukti/asal/SHA256SUMS"), sealed_sums(s->sealed));
	return status == STATUS_OK ? keep_record(c, s) : status;
}
