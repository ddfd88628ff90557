/* What the rows behind the header of an export that is drafted are: people's (draft_people.c), totals, titles, the end,
 * and what stands in the way. */
#include "draft_private.h"

/* The first cell with a letter in it, folded. */
static struct slice first_words(struct draft *d, const struct draft_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		struct slice text = row->cells[i].text;

		for (size_t k = 0; k < text.len; k++)
			if (ascii_is_alpha(text.ptr[k]))
				return header_fold(d->arena, slice_sub(text, 0, DRAFT_TEXT));
	}
	return SLICE("");
}

/* False: it was known, or there is no room. */
static bool add_words(struct draft_words *w, struct slice folded, uint64_t line)
{
	draft_note(&w->rows, &w->line, line);
	for (size_t i = 0; i < w->count; i++)
		if (slice_equal(w->items[i], folded))
			return false;
	if (w->count == DRAFT_WORDS)
		return false;
	w->items[w->count++] = folded;
	return true;
}

void draft_move_words(struct draft_words *from, struct draft_words *to)
{
	for (size_t i = 0; i < from->count; i++)
		(void)add_words(to, from->items[i], from->line);
	*from = (struct draft_words){ 0 };
}

static bool is_numbers(const struct draft_row *row)
{
	uint64_t before = 0, number;
	size_t numbers = 0;

	for (size_t i = 0; i < row->count; i++) {
		if (row->cells[i].text.len == 0)
			continue;
		if (!slice_to_u64(row->cells[i].text, &number) || number != before + 1)
			return false;
		before = number;
		numbers++;
	}
	return numbers >= 3;
}

static bool is_repeated_header(const struct draft *d, const struct draft_row *row)
{
	const struct draft_row *header = &d->sample[d->cut][d->header_at];
	size_t same = 0, named = 0;

	for (size_t i = 0; i < row->count && i < d->column_count; i++) {
		named += row->cells[i].text.len > 0 ? 1 : 0;
		same += row->cells[i].text.len > 0 && slice_equal(row->cells[i].text, draft_text(header, (int)i)) ? 1 : 0;
	}
	return named >= 3 && same == named;
}

/* Whether the row states an amount in one of the three columns; *sums: and all that it states are these sums. */
static bool states(const struct draft *d, const struct draft_row *row, const struct row_money *sums, bool *agrees)
{
	const struct {
		enum role role;
		struct money sum;
	} parts[] = { { ROLE_KOTOR, sums->gross }, { ROLE_POTONGAN, sums->cuts }, { ROLE_BERSIH, sums->net } };
	size_t stated = 0;

	*agrees = true;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct slice text = draft_text(row, d->roles[parts[i].role].column);
		struct money amount;

		if (text.len == 0 || !money_read_any(text, &amount))
			continue;
		stated++;
		*agrees = *agrees && amount.sen == parts[i].sum.sen;
	}
	*agrees = *agrees && stated > 0;
	return stated > 0;
}

static struct draft_total *total_of(struct draft *d, struct slice folded, uint64_t line)
{
	struct draft_rows *r = &d->rows;

	for (size_t i = 0; i < r->total_count; i++)
		if (slice_equal(r->totals[i].folded, folded))
			return &r->totals[i];
	if (r->total_count == DRAFT_WORDS) {
		r->totals_lost = true;
		return &r->totals[DRAFT_WORDS - 1];
	}
	r->totals[r->total_count] = (struct draft_total){ .folded = folded, .line = line };
	return &r->totals[r->total_count++];
}

static bool holds_formula(const struct draft *d, const struct draft_row *row)
{
	static const enum role roles[] = { ROLE_KOTOR, ROLE_POTONGAN, ROLE_BERSIH };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		int column = d->roles[roles[i]].column;

		if (column != NO_COLUMN && (size_t)column < row->count && row->cells[column].kind == CELL_FORMULA)
			return true;
	}
	return false;
}

static void take_total(struct draft *d, const struct draft_row *row)
{
	struct draft_rows *r = &d->rows;
	struct arena_mark mark = arena_mark(d->arena);
	size_t known = r->total_count;
	struct draft_total *t = total_of(d, first_words(d, row), row->line);
	bool whole, part;

	if (r->total_count == known)
		arena_rewind(d->arena, mark);

	(void)states(d, row, &r->all, &whole);
	(void)states(d, row, &r->part, &part);
	t->whole += whole && !part ? 1 : 0;
	t->part += part && !whole ? 1 : 0;
	t->either += part && whole ? 1 : 0;
	t->neither += !part && !whole ? 1 : 0;
	r->total_formulas = r->total_formulas || holds_formula(d, row);
	draft_move_words(&r->pending, &r->titles);
	r->part = (struct row_money){ 0 };
	r->tail_behind_total = true;
}

static bool looks_total(struct draft *d, const struct draft_row *row)
{
	struct slice values[TABLE_COLUMNS_MAX];

	for (size_t i = 0; i < row->count; i++)
		values[i] = row->cells[i].text;
	return row_looks_total(values, row->count, &d->scratch);
}

/* A NIP alone is no person: those who sign have one, too. */
static bool has_pay(const struct draft *d, const struct draft_row *row)
{
	static const enum role roles[] = { ROLE_KOTOR, ROLE_POTONGAN, ROLE_BERSIH };
	bool known = false;

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		if (draft_text(row, d->roles[roles[i]].column).len > 0)
			return true;
		known = known || d->roles[roles[i]].column != NO_COLUMN;
	}
	return !known;
}

static void take_text(struct draft *d, const struct draft_row *row)
{
	struct arena_mark mark = arena_mark(d->arena);
	struct slice words = first_words(d, row);

	if (has_pay(d, row) && !d->rows.tail_behind_total)
		draft_note(&d->rows.misplaced, &d->rows.misplaced_line, row->line);
	if (words.len == 0 || !add_words(&d->rows.pending, words, row->line))
		arena_rewind(d->arena, mark);
}

static bool take_other(struct draft *d, const struct draft_row *row)
{
	bool agrees, amounts = states(d, row, &d->rows.all, &agrees);
	bool no_columns = d->roles[ROLE_KOTOR].column == NO_COLUMN && d->roles[ROLE_BERSIH].column == NO_COLUMN;

	if (draft_is_person(d, row) && !has_pay(d, row))
		draft_note(&d->rows.unpaid, &d->rows.unpaid_line, row->line);
	if (d->rows.persons == 0 && is_numbers(row)) {
		d->rows.numbered = true;
		return true;
	}
	if (is_repeated_header(d, row)) {
		draft_note(&d->rows.repeated, &d->rows.repeated_line, row->line);
		return true;
	}
	if (looks_total(d, row) && (amounts || no_columns)) {
		take_total(d, row);
		return true;
	}
	if (!amounts) {
		take_text(d, row);
		return true;
	}
	if (draft_text(row, d->roles[ROLE_NAMA].column).len > 0)
		return draft_take_person(d, row);
	draft_note(&d->rows.nameless, &d->rows.nameless_line, row->line);
	return true;
}

static void note_lines_in_cells(struct draft *d, const struct draft_row *row)
{
	for (size_t i = 0; i < row->count && i < d->column_count; i++)
		if (row->cells[i].text.len > 0 && memchr(row->cells[i].text.ptr, '\n', row->cells[i].text.len) != NULL)
			d->columns[i].multiline = true;
}

static bool is_blank(const struct draft_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].text.len > 0)
			return false;
	return !row->uncut;
}

static bool take_row(struct draft *d, const struct draft_row *row)
{
	bool counted = d->container == CONTAINER_CSV && row->count > 0 && !d->rows.tail_behind_total;

	if (row->uncut || (counted && row->count != d->column_count))
		draft_note(&d->rows.other_count, &d->rows.other_count_line, row->line);
	if (row->deleted)
		return true;
	if (is_blank(row)) {
		d->blank_at = d->blank_at != 0 ? d->blank_at : row->line;
		return true;
	}
	if (d->blank_at != 0 && !d->rows.tail_behind_total)
		draft_note(&d->rows.blanks, &d->rows.blank_line, d->blank_at);
	d->blank_at = 0;
	if (row->multiline)
		note_lines_in_cells(d, row);
	return draft_is_person(d, row) && has_pay(d, row) ? draft_take_person(d, row) : take_other(d, row);
}

enum status draft_read_rows(struct draft *d)
{
	struct draft_row row;
	enum status status;

	while ((status = draft_next(d, &row)) == STATUS_OK)
		if (!take_row(d, &row) || d->arena->exhausted || d->lost || d->scratch.failed)
			return STATUS_FAIL;
	d->rows.tail = d->rows.pending;
	return status == STATUS_END ? STATUS_OK : status;
}
