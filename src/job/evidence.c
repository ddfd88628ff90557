/* What an auditor needs to run the month again: exact copies of the inputs, and what the month before left. */
#include <nafkah/cycle.h>

#include <nafkah/stake.h>

static enum status write_document(struct cycle *c, const char *folder, const struct document *d)
{
	return folder_write(c->folder, arena_printf(&c->arena, "bukti/%s/%.*s", folder, SLICE_ARG(d->name)), d->bytes);
}

static bool layout_is_used(const struct cycle *c, const struct layout *l)
{
	for (size_t i = 0; i < c->file_count; i++)
		if (c->files[i].scan.layout->id.ptr == l->id.ptr)
			return true;
	return false;
}

static enum status write_layouts(struct cycle *c)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < c->layout_count; i++)
		if (layout_is_used(c, &c->layouts[i]))
			status = folder_write(c->folder, arena_printf(&c->arena, "bukti/tata-letak/%.*s.xml", SLICE_ARG(c->layouts[i].id)),
			                      c->layouts[i].text);
	return status;
}

static enum status write_folder_before(struct cycle *c, const char *folder)
{
	const struct previous *p = &c->previous;
	enum status status = folder_write(c->folder, arena_printf(&c->arena, "bukti/%s/pelaksanaan.csv", folder), p->register_bytes);

	if (status == STATUS_OK)
		status = folder_write(c->folder, arena_printf(&c->arena, "bukti/%s/" EXECUTION_NAME, folder), p->executions_bytes);
	if (status == STATUS_OK)
		status = folder_write(c->folder, arena_printf(&c->arena, "bukti/%s/run.xml", folder), p->record_bytes);
	if (status == STATUS_OK)
		status = folder_write(c->folder, arena_printf(&c->arena, "bukti/%s/SHA256SUMS", folder), sealed_sums(p->sealed));
	return status;
}

static enum status write_month_before(struct cycle *c)
{
	struct slice history = c->previous.history_bytes;
	enum status status = write_folder_before(c, "sebelumnya");

	if (status == STATUS_OK && history.ptr != NULL)
		status = folder_write(c->folder, SLICE(HISTORY_KEPT), history);
	return status;
}

/* The second part of a month hands on what the first part kept of the month before. */
static enum status hand_on_month_before(struct cycle *c)
{
	static const char *const paths[] = { REGISTER_KEPT, "bukti/sebelumnya/" EXECUTION_NAME, "bukti/sebelumnya/run.xml",
		                             "bukti/sebelumnya/SHA256SUMS", HISTORY_KEPT };
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < sizeof paths / sizeof *paths; i++) {
		struct slice bytes;

		status = sealed_file(c->previous.sealed, paths[i], &c->arena, &bytes);
		if (status == STATUS_OK)
			status = folder_write(c->folder, slice_from_c(paths[i]), bytes);
		else if (status == STATUS_END)
			status = STATUS_OK; /* it was the first month ever, or the second */
	}
	return status;
}

static enum status write_previous(struct cycle *c)
{
	enum status status;

	if (c->request->previous != NULL)
		return write_month_before(c);
	if (c->request->continues == NULL)
		return STATUS_OK;
	status = write_folder_before(c, "bagian-pertama");
	return status == STATUS_OK ? hand_on_month_before(c) : status;
}

static struct run_file *record_files(struct cycle *c)
{
	struct run_file *files = arena_array(&c->arena, c->file_count, sizeof *files);

	for (size_t i = 0; files != NULL && i < c->file_count; i++) {
		const struct pay_file *f = &c->files[i];

		files[i] = (struct run_file){
			.name = f->name, .hash = slice_from_c(f->hash.hex), .size = input_size(f->input), .kind = f->scan.layout->kind,
			.layout = f->scan.layout->id, .rows = f->scan.tally.rows, .gross = f->scan.tally.gross,
			.cuts = f->scan.tally.cuts, .net = f->scan.tally.net, .columns = columns_recorded(&c->arena, &f->scan.header),
			.column_count = f->scan.header.column_count, .adjusted = f->adjusted, .kept = !c->request->no_evidence,
		};
	}
	return files;
}

static struct run_layout *record_layouts(struct cycle *c, size_t *count)
{
	struct run_layout *layouts = arena_array(&c->arena, c->layout_count, sizeof *layouts);

	*count = 0;
	for (size_t i = 0; layouts != NULL && i < c->layout_count; i++)
		if (layout_is_used(c, &c->layouts[i]))
			layouts[(*count)++] = (struct run_layout){ c->layouts[i].id, c->layouts[i].sha256 };
	return layouts;
}

/* What the first part of a month held, for the page of the second. */
static struct run_held *record_held(struct cycle *c, size_t *count)
{
	size_t room = 0;
	struct run_held *held;

	*count = 0;
	for (size_t i = 0; i < c->case_count; i++)
		room += c->request->has_more ? c->cases[i]->line_count : 0;
	held = arena_array(&c->arena, room, sizeof *held);
	for (size_t i = 0; held != NULL && room > 0 && i < c->case_count; i++) {
		for (size_t k = 0; k < c->cases[i]->line_count; k++) {
			const struct line *l = &c->cases[i]->lines[k];

			if (line_waits(l))
				held[(*count)++] = (struct run_held){
					.number = c->cases[i]->ruling->number, .hak = slice_from_c(hak_name(l->award->hak)),
					.payee = line_payee(&c->arena, l->child), .rupiah = l->stake,
					.more = stake_is_least(&c->rules, l),
				};
		}
	}
	return held;
}

static bool any_computed(const struct person *p)
{
	for (size_t i = 0; i < p->case_count; i++)
		if (p->cases[i].computed)
			return true;
	return false;
}

/* The bases of this month; the second part, which computes none, hands on those of the first. */
static const struct register_base *record_bases(struct cycle *c, size_t *count)
{
	struct register_base *bases;

	*count = c->previous.record.base_count;
	if (c->request->continues != NULL)
		return c->previous.record.bases;
	bases = arena_array(&c->arena, c->roster.count, sizeof *bases);
	*count = 0;
	for (size_t i = 0; bases != NULL && i < c->roster.count; i++)
		if (any_computed(&c->roster.people[i]))
			bases[(*count)++] = (struct register_base){ c->roster.people[i].nip, c->roster.people[i].base };
	return bases;
}

/* How the month is chained: to the month before, and a second part to its first. */
static void record_chain(const struct cycle *c, struct run_record *r, struct slice seal)
{
	const struct run_record *before = &c->previous.record;

	r->first = c->request->first;
	if (c->request->previous != NULL) {
		r->previous_seal = seal;
		r->previous_period = before->period;
	}
	if (c->request->continues != NULL) {
		r->first = before->first;
		r->previous_seal = before->previous_seal;
		r->previous_period = before->previous_period;
		r->continues_seal = seal;
	}
}

static struct run_file record_document(const struct document *d)
{
	return (struct run_file){ .name = d->name, .hash = slice_from_c(d->hash.hex), .size = d->bytes.len };
}

static enum status write_record(struct cycle *c)
{
	struct run_record r = {
		.program_version = SLICE(NAFKAH_VERSION),
		.period = c->request->period,
		.has_more = c->request->has_more,
		.more = c->request->more,
		.masked = c->request->mask,
		.rules_id = c->rules.id,
		.rules_hash = slice_from_c(c->rules_document.hash.hex),
		.rules_name = c->rules_document.name,
		.rules_version = c->rules.version,
		.rulings = record_document(&c->rulings_document),
		.office = record_document(&c->office_document),
		.files = record_files(c),
		.file_count = c->file_count,
	};
	struct buf text = { 0 };
	enum status status;

	record_chain(c, &r, cycle_seal_before(c));
	r.layouts = record_layouts(c, &r.layout_count);
	r.held = record_held(c, &r.held_count);
	r.bases = record_bases(c, &r.base_count);
	status = r.layouts != NULL && r.files != NULL && r.held != NULL && !c->arena.exhausted ? run_record_write(&r, &text) : STATUS_FAIL;
	if (status == STATUS_OK)
		status = folder_write(c->folder, SLICE("run.xml"), buf_slice(&text));
	buf_release(&text);
	return status;
}

enum status evidence_write(struct cycle *c)
{
	if (c->evidence != NULL) /* it is what the month is computed from */
		return write_record(c);

	enum status status = write_document(c, "aturan", &c->rules_document);

	if (status == STATUS_OK)
		status = write_document(c, "putusan", &c->rulings_document);
	if (status == STATUS_OK && c->request->office != NULL)
		status = write_document(c, "kantor", &c->office_document);
	if (status == STATUS_OK)
		status = write_layouts(c);
	if (status == STATUS_OK)
		status = write_previous(c);
	return status == STATUS_OK ? write_record(c) : status;
}
