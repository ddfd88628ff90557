/* A row of somebody with a ruling: its figures are kept, and where the cells stand that a deduction changes. */
#include "scan_private.h"

static enum status keep_match(struct scanning *s, struct match *m)
{
	struct scan *out = s->out;
	struct match *matches = arena_grow(s->setup->arena, out->matches, out->match_count, &out->match_room, sizeof *matches);

	if (matches == NULL || s->setup->arena->exhausted)
		return STATUS_FAIL;
	out->matches = matches;
	out->matches[out->match_count++] = *m;
	return STATUS_OK;
}

/* A cell that is about to change. A zero mark does not say how amounts are written, so its neighbour speaks for it. */
static enum status amount_cell(const struct scanning *s, enum role role, struct cell *out)
{
	int column = s->out->header.of_role[role], gross = s->out->header.of_role[ROLE_KOTOR];
	struct slice value = slice_trim(s->values[column]);
	struct cell_style beside = cell_style_of(s->out->layout, slice_trim(s->values[gross]));
	enum status status = scan_cell(s, column, out);

	if (value.len == 0 || (value.len == 1 && value.ptr[0] == '-'))
		out->style.decimals = beside.decimals;
	out->style.grouped = out->style.grouped || beside.grouped;
	return status;
}

/* The voluntary columns of the row, one by one; row_money_read has accepted them. */
static const struct money *voluntary_columns(const struct scanning *s)
{
	const struct header *h = &s->out->header;
	struct money *parts = arena_array(s->setup->arena, h->voluntary_count, sizeof *parts);

	for (size_t i = 0; parts != NULL && i < h->voluntary_count; i++)
		(void)amount_read(h->layout, h->is_signed[h->voluntary[i]], s->values[h->voluntary[i]], &parts[i]);
	return parts;
}

/* A number in the row's column of this role; what is none says nothing. */
static struct money amount_of(const struct scanning *s, enum role role)
{
	int column = s->out->header.of_role[role];
	struct money m = { 0 };

	if (column == NO_COLUMN || amount_read(s->out->layout, false, s->values[column], &m) != AMOUNT_OK)
		return (struct money){ 0 };
	return m;
}

static struct slice text_of(const struct scanning *s, enum role role)
{
	int column = s->out->header.of_role[role];

	return column != NO_COLUMN ? slice_trim(s->values[column]) : (struct slice){ 0 };
}

/* None of it is money that a deduction touches, so nothing in it is a fault of the file. */
static struct family family_of(const struct scanning *s)
{
	struct arena *a = s->setup->arena;
	struct slice status = text_of(s, ROLE_STATUS_KAWIN);
	struct arena_mark mark = arena_mark(a);
	bool married = words_have(s->out->layout->married, header_fold(a, status));

	arena_rewind(a, mark);
	return (struct family){
		.allowance = amount_of(s, ROLE_TUNJANGAN_PASANGAN),
		.spouses = (uint64_t)money_floor_rupiah(amount_of(s, ROLE_JUMLAH_PASANGAN)),
		.married = married,
		.status = arena_copy(a, status),
	};
}

enum status scan_take_match(struct scanning *s, struct person *p, const struct row_money *m, bool counted,
                              struct slice account, size_t department)
{
	const struct scan_setup *setup = s->setup;
	struct match match = {
		.person = p, .offset = s->row.offset, .line = s->row.line, .department = department,
		.voluntary = p->nip == setup->explained ? voluntary_columns(s) : NULL,
		.row = {
			.file = setup->file_index, .line = s->row.line, .kind = s->out->layout->kind, .adjusted = setup->adjusted,
			.counted = counted && rules_source(setup->rules, s->out->layout->kind) >= 0,
			.sums = row_money_sums(m),
			.name = arena_copy(setup->arena, s->values[s->out->header.of_role[ROLE_NAMA]]),
			.account = arena_copy(setup->arena, account),
			.gross = m->gross, .cuts = m->cuts, .net = m->net, .voluntary = m->voluntary,
			.family = family_of(s),
		},
	};

	enum status status = amount_cell(s, ROLE_POTONGAN, &match.cuts);

	if (status == STATUS_OK)
		status = amount_cell(s, ROLE_BERSIH, &match.net);
	return status == STATUS_OK ? keep_match(s, &match) : status;
}
