/* The lines of a list with what is known of each: from the list that was sent, or from the status list of the return before. */
#include "return_private.h"

#include <inttypes.h>

enum column { COL_STATUS, COL_DATE, COL_REASON, COL_REFERENCE, COL_ATTEMPT };
enum { COLUMN_COUNT = COL_ATTEMPT + 1, ATTEMPTS_MOST = 1000 };

static const char *const names[COLUMN_COUNT] = { "status", "tanggal_bank", "alasan", "rujukan_bank", "percobaan" };
const struct more_columns return_columns = { names, COLUMN_COUNT };

/* Which time the lines of this folder were sent: each transfer of what a bank had returned is another one. */
static uint64_t attempt_of(const struct origins *o)
{
	uint64_t attempt = 1;

	for (size_t i = 1; i < o->count; i++)
		if (o->items[i].kind == FOLDER_SENT && o->items[i - 1].kind == FOLDER_RETURNED)
			attempt++;
	return attempt;
}

static enum status refuse(struct returning *r, size_t line, enum column column, struct slice value, const char *expected)
{
	credit_transfers_refuse(r->list.name, line + 2, slice_from_c(names[column]), value, expected, r->c->findings);
	return STATUS_REJECT;
}

/* Under the heading of line 1; no field of ours holds a line end. */
static enum status read_fate(struct returning *r, size_t line, const struct slice *values, struct line_fate *out)
{
	if (!fate_parse(values[COL_STATUS], &out->fate))
		return refuse(r, line, COL_STATUS, values[COL_STATUS], FATE_WORDS);
	if (values[COL_DATE].len > 0 && !date_parse(values[COL_DATE], &out->date))
		return refuse(r, line, COL_DATE, values[COL_DATE], "YYYY-MM-DD");
	if (!slice_to_u64(values[COL_ATTEMPT], &out->attempt) || out->attempt == 0 || out->attempt > ATTEMPTS_MOST)
		return refuse(r, line, COL_ATTEMPT, values[COL_ATTEMPT], "1 .. 1000");
	out->reason = values[COL_REASON];
	out->reference = values[COL_REFERENCE];
	return STATUS_OK;
}

static enum status read_fates(struct returning *r)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < r->lines.count; i++)
		if (read_fate(r, i, r->list.values + i * COLUMN_COUNT, &r->fates[i]) != STATUS_OK)
			status = STATUS_REJECT;
	return status;
}

static enum status take_lines(struct returning *r)
{
	size_t count = r->list.transfers.count;
	struct sent_line *lines = arena_array(&r->c->arena, count, sizeof *lines);

	r->attempt = attempt_of(&r->source.origins);
	r->fates = arena_array(&r->c->arena, count, sizeof *r->fates);
	if (lines == NULL || r->fates == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < count; i++) {
		const struct credit_transfer *t = &r->list.transfers.items[i];

		lines[i] = (struct sent_line){ t->key, t->account, t->nip, t->number, t->amount };
		r->fates[i] = (struct line_fate){ .fate = FATE_UNKNOWN, .attempt = r->attempt };
	}
	r->lines = (struct sent_lines){ lines, count };
	return STATUS_OK;
}

enum status returning_lines(struct returning *r)
{
	static const char *const lists[FOLDER_KIND_COUNT] = {
		[FOLDER_MONTH] = MONTH_LIST_NAME, [FOLDER_SENT] = SENT_LIST_NAME, [FOLDER_RETURNED] = STATUS_LIST_NAME,
	};
	bool returned = r->source.kind == FOLDER_RETURNED;
	struct more_columns columns = returned ? return_columns : (struct more_columns){ NULL, 0 };
	enum status status = transfer_source_list(r->c, &r->source, lists[r->source.kind], columns, &r->list);

	if (status == STATUS_OK)
		status = take_lines(r);
	return status == STATUS_OK && returned ? read_fates(r) : status;
}

const struct slice *returning_values(struct returning *r)
{
	struct arena *a = &r->c->arena;
	struct slice *values = arena_array(a, r->lines.count * COLUMN_COUNT, sizeof *values);

	for (size_t i = 0; values != NULL && i < r->lines.count; i++) {
		const struct line_fate *f = &r->fates[i];
		struct slice *v = values + i * COLUMN_COUNT;
		char day[11];

		date_format(f->date, day);
		v[COL_STATUS] = slice_from_c(fate_name(f->fate));
		v[COL_DATE] = arena_copy(a, slice_from_c(day));
		v[COL_REASON] = f->reason;
		v[COL_REFERENCE] = f->reference;
		v[COL_ATTEMPT] = arena_printf(a, "%" PRIu64, f->attempt);
	}
	return a->exhausted ? NULL : values;
}
