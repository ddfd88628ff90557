/* The month before: its seal, its register, and what it says about this month's inputs. */
#include <nafkah/cycle.h>

#include <inttypes.h>

static enum status unreadable(struct cycle *c, struct slice file, struct slice detail)
{
	cycle_note(c, N0705_PREVIOUS_UNREADABLE, file, file, detail);
	return STATUS_REJECT;
}

static enum status check_record(struct cycle *c)
{
	const struct run_record *r = &c->previous.record;
	enum status status = STATUS_OK;
	char before[8], now[8];

	if (r->has_more) {
		cycle_note(c, N0707_PREVIOUS_WAITS, SLICE("run.xml"), slice_from_c(kind_name(r->more)), (struct slice){ 0 });
		status = STATUS_REJECT;
	}
	month_format(r->period, before);
	month_format(c->request->period, now);
	if (c->rules.id.len > 0 && !slice_equal(r->rules_id, c->rules.id)) {
		cycle_note(c, N0702_PREVIOUS_RULES, SLICE("run.xml"), r->rules_id, c->rules.id);
		status = STATUS_REJECT;
	}
	if (r->period >= c->request->period) {
		cycle_note(c, N0703_PREVIOUS_PERIOD, SLICE("run.xml"), slice_from_c(before), slice_from_c(now));
		status = STATUS_REJECT;
	} else if (r->period + 1 < c->request->period) {
		cycle_note(c, N0706_MONTHS_SKIPPED, SLICE("run.xml"), slice_from_c(before), slice_from_c(now));
	}
	return status;
}

/* A file of the folder before: of that folder itself, or as the finished folder that is computed again kept it. */
static enum status load_file(struct cycle *c, const char *folder, const char *name, struct slice *out)
{
	struct sealed *sealed = c->evidence != NULL ? c->evidence : c->previous.sealed;
	const char *path = c->evidence != NULL ? arena_printf(&c->arena, "%s/%s", folder, name).ptr : name;
	enum status status = path != NULL ? sealed_file(sealed, path, &c->arena, out) : STATUS_FAIL;

	return status == STATUS_END ? unreadable(c, slice_from_c(name), SLICE("SHA256SUMS")) : status;
}

enum status previous_open(struct cycle *c, const char *path)
{
	struct previous *p = &c->previous;
	enum status status = c->evidence != NULL ? STATUS_OK : sealed_open(path, c->findings, &p->sealed);

	if (status == STATUS_OK)
		status = load_file(c, path, "run.xml", &p->record_bytes);
	if (status == STATUS_OK)
		status = run_record_read(p->record_bytes, SLICE("run.xml"), &c->arena, &p->record, c->findings);
	if (status == STATUS_OK)
		status = load_file(c, path, REGISTER_NAME, &p->register_bytes);
	if (status == STATUS_OK)
		status = register_read(p->register_bytes, SLICE(REGISTER_NAME), &c->arena, &p->book, c->findings);
	if (status == STATUS_OK)
		status = load_file(c, path, EXECUTION_NAME, &p->executions_bytes);
	return status == STATUS_OK ? executions_load(c, p->executions_bytes) : status;
}

/* The register that the month before was itself given, for how long arrears have grown. */
static enum status load_history(struct cycle *c)
{
	struct previous *p = &c->previous;
	struct register_book older = { 0 };
	enum status status;

	if (p->record.first)
		return STATUS_OK;
	status = load_file(c, c->request->previous, REGISTER_KEPT, &p->history_bytes);
	if (status == STATUS_OK)
		status = register_read(p->history_bytes, SLICE(REGISTER_KEPT), &c->arena, &older, c->findings);
	if (status == STATUS_OK)
		register_add_history(&p->book, &older);
	return status;
}

/* A register that this folder, or the first part of its month, keeps. */
static enum status load_kept(struct cycle *c, const char *path, struct register_book *book)
{
	struct sealed *sealed = c->evidence != NULL ? c->evidence : c->previous.sealed;
	struct slice bytes;
	enum status status = sealed_file(sealed, path, &c->arena, &bytes);

	return status == STATUS_OK ? register_read(bytes, slice_from_c(path), &c->arena, book, c->findings) : status;
}

enum status previous_history(struct cycle *c)
{
	struct register_book before = { 0 }, older = { 0 };
	enum status status = load_kept(c, REGISTER_KEPT, &before);

	if (status == STATUS_OK)
		status = load_kept(c, HISTORY_KEPT, &older);
	if (status == STATUS_OK)
		register_add_history(&before, &older);
	if (status == STATUS_OK)
		register_take_history(&c->previous.book, &before);
	return status == STATUS_END ? STATUS_OK : status; /* there were less than three months */
}

enum status previous_load(struct cycle *c)
{
	enum status status = previous_open(c, c->request->previous);

	if (status == STATUS_OK)
		status = load_history(c);
	return status == STATUS_OK ? check_record(c) : status;
}

/* The lines of the rulings as they stand now, to be looked up like those of a register: by case, award and payee. A NIP that
 * was corrected does not make another line. */
static bool list_lines(struct cycle *c, struct register_book *now)
{
	size_t room = 0;

	for (size_t i = 0; i < c->roster.count; i++)
		room += c->roster.people[i].line_count;
	now->rows = arena_array(&c->arena, room, sizeof *now->rows);
	for (size_t i = 0; now->rows != NULL && i < c->roster.count; i++) {
		const struct person *p = &c->roster.people[i];

		for (size_t k = 0; k < p->line_count; k++)
			now->rows[now->count++] = (struct register_row){
				.key = p->lines[k].file->ruling->key,
				.hak = slice_from_c(hak_name(p->lines[k].award->hak)),
				.payee = line_payee(&c->arena, p->lines[k].child),
			};
	}
	if (now->rows != NULL)
		register_sort(now);
	return now->rows != NULL;
}

/* A ruling is over only when each of its lines is. */
static bool ruling_was_finished(const struct register_book *book, size_t at)
{
	struct slice key = book->rows[at].key;

	while (at > 0 && slice_equal(book->rows[at - 1].key, key))
		at--;
	for (; at < book->count && slice_equal(book->rows[at].key, key); at++)
		if (!book->rows[at].finished)
			return false;
	return true;
}

static enum status no_right_vanished(struct cycle *c)
{
	const struct register_book *book = &c->previous.book;
	struct register_book now = { 0 };
	enum status status = list_lines(c, &now) ? STATUS_OK : STATUS_FAIL;

	for (size_t i = 0; status != STATUS_FAIL && i < book->count; i++) {
		const struct register_row *row = &book->rows[i];
		struct slice what;

		if (row->hak.len == 0 || (row->opening.arrears == 0 && ruling_was_finished(book, i)) ||
		    register_find(&now, row->key, row->hak, row->payee) != NULL)
			continue;
		what = arena_printf(&c->arena, "%.*s %.*s %.*s", SLICE_ARG(row->number), SLICE_ARG(row->hak), SLICE_ARG(row->payee));
		findings_add(c->findings, &(struct finding){
			.code = N0704_RIGHT_VANISHED, .personal = false, .file = c->rulings_document.name, .value = slice_trim(what),
			.detail = arena_printf(&c->arena, "%" PRId64, row->opening.arrears), .nip = row->nip, .perkara = row->number,
		});
		status = STATUS_REJECT;
	}
	return status;
}

enum status previous_hold_against(struct cycle *c)
{
	enum status status = no_right_vanished(c);

	return c->arena.exhausted ? STATUS_FAIL : status;
}
