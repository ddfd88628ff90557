/* What the rows behind the header of an export that is drafted say: how amounts are written, which rows are nobody's, and
 * whether the columns that were chosen hold what they should. */
#include "draft_private.h"

#include <nafkah/nip.h>

static void note_first(uint64_t *count, uint64_t *line, uint64_t here)
{
	if ((*count)++ == 0)
		*line = here;
}

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
	note_first(&w->rows, &w->line, line);
	for (size_t i = 0; i < w->count; i++)
		if (slice_equal(w->items[i], folded))
			return false;
	if (w->count == DRAFT_WORDS)
		return false;
	w->items[w->count++] = folded;
	return true;
}

static void move_words(struct draft_words *from, struct draft_words *to)
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
	size_t same = 0, named = 0;

	for (size_t i = 0; i < row->count && i < d->column_count; i++) {
		named += row->cells[i].text.len > 0 ? 1 : 0;
		same += row->cells[i].text.len > 0 && slice_equal(row->cells[i].text, d->sample[d->cut][d->header_at].cells[i].text) ? 1 : 0;
	}
	return named >= 3 && same == named;
}

/* ---- people ---- */

static void take_amount(struct draft *d, const struct draft_row *row, int column, struct money *sum)
{
	struct money amount = { 0 };
	struct slice text = draft_text(row, column);
	enum cell_kind kind = column != NO_COLUMN && (size_t)column < row->count ? row->cells[column].kind : CELL_TEXT;

	if (column == NO_COLUMN)
		return;
	if (kind == CELL_FORMULA || kind == CELL_ERROR)
		note_first(&d->rows.formulas, &d->rows.formula_line, row->line);
	if (kind == CELL_TEXT)
		money_guess_take(&d->rows.money, text, row->line);
	if (!money_read_any(text, &amount))
		return;
	d->columns[column].is_signed |= amount.sen < 0;
	if (sum != NULL && !money_add(*sum, amount, sum))
		sum->sen = 0;
}

static void take_period(struct draft *d, const struct draft_row *row)
{
	static const unsigned styles[] = { PERIOD_ISO, PERIOD_YMD, PERIOD_DMY };
	int column = d->roles[ROLE_PERIODE].column;
	month_no month = MONTH_NONE;
	bool date;

	if (column == NO_COLUMN)
		return;
	date = (size_t)column < row->count && row->cells[column].kind == CELL_DATE;
	if (d->rows.period_values++ == 0)
		d->rows.periods = PERIOD_ISO | PERIOD_YMD | PERIOD_DMY;
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if ((date && styles[i] != PERIOD_ISO) || !period_read(styles[i], draft_text(row, column), &month))
			d->rows.periods &= ~styles[i];
	if (d->rows.month == MONTH_NONE)
		d->rows.month = month;
	else if (month != MONTH_NONE && month != d->rows.month)
		d->rows.months_differ = true;
}

static bool counts(const struct draft *d, const struct draft_row *row)
{
	return d->count_column == NO_COLUMN ||
	       slice_equal(draft_text(row, d->count_column),
	                   slice_from_c(header_count_value(d->columns[d->count_column].folded)));
}

static bool is_stored_number(const struct draft_row *row, int column)
{
	return column != NO_COLUMN && (size_t)column < row->count && row->cells[column].kind == CELL_NUMBER;
}

/* False: memory. */
static bool take_nip(struct draft *d, const struct draft_row *row)
{
	uint64_t nip = 0;
	uint32_t before;

	if (is_stored_number(row, d->roles[ROLE_NIP].column) || is_stored_number(row, d->roles[ROLE_REKENING].column))
		note_first(&d->rows.numbers_as_key, &d->rows.key_line, row->line);
	switch (nip_read_cell(draft_text(row, d->roles[ROLE_NIP].column), &nip)) {
	case NIP_GOOD:
		break;
	case NIP_DAMAGED:
		note_first(&d->rows.damaged, &d->rows.damaged_line, row->line);
		return true;
	case NIP_ABSENT:
	case NIP_STRANGE:
	case NIP_NOT_ASCII:
	case NIP_FORMULA:
		d->rows.without_nip++;
		return true;
	}
	if (!counts(d, row))
		return true;
	switch (number_set_add(&d->seen, nip, 0, &before)) {
	case NUMBER_NO_MEMORY:
		return false;
	case NUMBER_KNOWN:
		note_first(&d->rows.twice, &d->rows.twice_line, row->line);
		break;
	case NUMBER_NEW:
		break;
	}
	return true;
}

static void add_part(struct row_money *sum, const struct row_money *m)
{
	if (!money_add(sum->gross, m->gross, &sum->gross) || !money_add(sum->cuts, m->cuts, &sum->cuts) ||
	    !money_add(sum->net, m->net, &sum->net))
		*sum = (struct row_money){ 0 };
}

static bool take_person(struct draft *d, const struct draft_row *row)
{
	struct draft_rows *r = &d->rows;
	struct row_money m = { 0 };

	move_words(&r->pending, &r->titles);
	r->tail_behind_total = false;
	r->persons++;
	take_amount(d, row, d->roles[ROLE_KOTOR].column, &m.gross);
	take_amount(d, row, d->roles[ROLE_POTONGAN].column, &m.cuts);
	take_amount(d, row, d->roles[ROLE_BERSIH].column, &m.net);
	for (size_t i = 0; i < d->voluntary_count; i++)
		take_amount(d, row, d->voluntary[i], NULL);
	take_period(d, row);
	if (d->roles[ROLE_KOTOR].column != NO_COLUMN && d->roles[ROLE_POTONGAN].column != NO_COLUMN &&
	    d->roles[ROLE_BERSIH].column != NO_COLUMN) {
		r->identities++;
		if (!row_money_sums(&m))
			note_first(&r->broken, &r->broken_line, row->line);
	}
	add_part(&r->all, &m);
	add_part(&r->part, &m);
	return take_nip(d, row);
}

/* ---- rows that are nobody's ---- */

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
	move_words(&r->pending, &r->titles);
	r->part = (struct row_money){ 0 };
	r->tail_behind_total = true;
}

static void take_text(struct draft *d, const struct draft_row *row)
{
	struct arena_mark mark = arena_mark(d->arena);
	struct slice words = first_words(d, row);

	if (words.len == 0 || !add_words(&d->rows.pending, words, row->line))
		arena_rewind(d->arena, mark);
}

static bool looks_total(struct draft *d, const struct draft_row *row)
{
	struct slice values[TABLE_COLUMNS_MAX];

	for (size_t i = 0; i < row->count; i++)
		values[i] = row->cells[i].text;
	return row_looks_total(values, row->count, &d->scratch);
}

static bool take_other(struct draft *d, const struct draft_row *row)
{
	bool agrees, amounts = states(d, row, &d->rows.all, &agrees);
	bool no_columns = d->roles[ROLE_KOTOR].column == NO_COLUMN && d->roles[ROLE_BERSIH].column == NO_COLUMN;

	if (d->rows.persons == 0 && is_numbers(row)) {
		d->rows.numbered = true;
		return true;
	}
	if (is_repeated_header(d, row)) {
		note_first(&d->rows.repeated, &d->rows.repeated_line, row->line);
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
		return take_person(d, row);
	note_first(&d->rows.nameless, &d->rows.nameless_line, row->line);
	return true;
}

static void note_lines_in_cells(struct draft *d, const struct draft_row *row)
{
	for (size_t i = 0; i < row->count && i < d->column_count; i++)
		if (row->cells[i].text.len > 0 && memchr(row->cells[i].text.ptr, '\n', row->cells[i].text.len) != NULL)
			d->columns[i].multiline = true;
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

static bool take_row(struct draft *d, const struct draft_row *row)
{
	if (row->uncut || (d->container == CONTAINER_CSV && row->count > 0 && row->count != d->column_count && !d->rows.tail_behind_total))
		note_first(&d->rows.other_count, &d->rows.other_count_line, row->line);
	if (row->count == 0)
		return true;
	if (row->multiline)
		note_lines_in_cells(d, row);
	return draft_is_person(d, row) && has_pay(d, row) ? take_person(d, row) : take_other(d, row);
}

enum status draft_read_rows(struct draft *d)
{
	struct draft_row row;
	enum status status;

	while ((status = draft_next(d, &row)) == STATUS_OK)
		if (!take_row(d, &row) || d->arena->exhausted || d->scratch.failed)
			return STATUS_FAIL;
	d->rows.tail = d->rows.pending;
	return status == STATUS_END ? STATUS_OK : status;
}
