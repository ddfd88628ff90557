#include "scan_private.h"

#include <nafkah/nip.h>

enum { TEXT_SHOWN = 120 }; /* bytes of a text that are kept at most */

/* A copy, cut where a character ends. */
static struct slice keep(const struct scanning *s, struct slice text)
{
	text = slice_trim(text);
	if (text.len > TEXT_SHOWN)
		text.len = utf8_valid_prefix(slice_sub(text, 0, TEXT_SHOWN));
	return arena_copy(s->setup->arena, text);
}

/* The value of a column of the present row, which may lack it. */
static struct slice written(const struct scanning *s, int column)
{
	if (column == NO_COLUMN || (size_t)column >= s->row.count)
		return SLICE("");
	return s->table.ops->value(s->table.reader, (size_t)column);
}

/* Only of rows whose values were taken: they are in the layout's style then. */
static struct preview_amount amount(const struct scanning *s, int column, bool is_signed)
{
	struct preview_amount a = { .written = slice_trim(s->values[column]) };

	if (amount_read(s->out->layout, is_signed, a.written, &a.money) == AMOUNT_OK)
		a.as = AMOUNT_SEEN;
	else if (a.written.len > 0)
		a.as = AMOUNT_SEEN_WRONG;
	return a;
}

static struct preview_amount amount_of_role(const struct scanning *s, enum role role, bool is_total)
{
	int column = s->out->header.of_role[role];
	struct preview_amount a = amount(s, column, is_total || s->out->header.is_signed[column]);

	if (is_total && a.written.len == 0) /* it states none */
		a.as = AMOUNT_SEEN_EMPTY;
	else if (!is_total && a.as == AMOUNT_SEEN_EMPTY)
		a.as = AMOUNT_SEEN_WRONG;
	return a;
}

static struct preview_amount voluntary_sum(const struct scanning *s)
{
	const struct header *h = &s->out->header;
	struct preview_amount sum = { .as = AMOUNT_SEEN };

	for (size_t i = 0; i < h->voluntary_count && sum.as == AMOUNT_SEEN; i++) {
		struct preview_amount part = amount(s, h->voluntary[i], h->is_signed[h->voluntary[i]]);

		if (part.as == AMOUNT_SEEN && money_add(sum.money, part.money, &sum.money))
			continue;
		sum = (struct preview_amount){ .as = AMOUNT_SEEN_WRONG, .written = part.written };
	}
	return sum;
}

static struct slice first_text(const struct scanning *s)
{
	for (size_t i = 0; i < s->row.count; i++) {
		struct slice text = slice_trim(s->table.ops->value(s->table.reader, i));

		for (size_t k = 0; k < text.len; k++)
			if (ascii_is_alpha(text.ptr[k]))
				return text;
	}
	return SLICE("");
}

static void describe_person(const struct scanning *s, struct preview_row *row)
{
	const int16_t *role = s->out->header.of_role;
	char digits[NIP_DIGITS + 1];
	struct slice account = slice_trim(written(s, role[ROLE_REKENING]));
	uint64_t nip = 0;

	row->nip = written(s, role[ROLE_NIP]);
	row->nip_good = nip_read_cell(row->nip, &nip) == NIP_GOOD;
	if (row->nip_good) {
		nip_format(nip, digits);
		row->nip = (struct slice){ digits, NIP_DIGITS };
	}
	(void)key_unwrap(&account);
	row->nip = keep(s, row->nip);
	row->name = keep(s, written(s, role[ROLE_NAMA]));
	row->department = keep(s, written(s, role[ROLE_SKPD]));
	row->account = keep(s, account);
}

static bool is_person(enum seen seen)
{
	return seen == SEEN_DATA || seen == SEEN_REFUSED;
}

static void take_amounts(const struct scanning *s, struct preview_row *row)
{
	bool is_total = row->seen == SEEN_TOTAL || row->seen == SEEN_SUBTOTAL;

	if (!is_total && row->seen != SEEN_DATA)
		return;
	row->gross = amount_of_role(s, ROLE_KOTOR, is_total);
	row->cuts = amount_of_role(s, ROLE_POTONGAN, is_total);
	row->net = amount_of_role(s, ROLE_BERSIH, is_total);
	if (!is_total)
		row->voluntary = voluntary_sum(s);
}

/* The scan's own sums tell of an overflow. */
static void add(struct money *sum, const struct preview_amount *a)
{
	if (!money_add(*sum, a->money, sum))
		sum->sen = INT64_MAX;
}

static void add_up(struct preview *p, const struct preview_row *row)
{
	if (row->seen != SEEN_DATA || row->gross.as != AMOUNT_SEEN || row->cuts.as != AMOUNT_SEEN ||
	    row->net.as != AMOUNT_SEEN || row->voluntary.as != AMOUNT_SEEN)
		return;
	add(&p->voluntary, &row->voluntary);
	if (!row->counted)
		return;
	add(&p->gross, &row->gross);
	add(&p->cuts, &row->cuts);
	add(&p->net, &row->net);
	add(&p->taken, &row->voluntary);
}

static void keep_row(const struct scanning *s, struct preview_row *row)
{
	struct preview_amount *amounts[] = { &row->gross, &row->cuts, &row->net, &row->voluntary };

	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
		amounts[i]->written = keep(s, amounts[i]->written);
	if (is_person(row->seen))
		describe_person(s, row);
	else if (row->seen != SEEN_NUMBERS)
		row->name = keep(s, first_text(s));
}

bool preview_take(struct scanning *s, struct preview *p)
{
	struct preview_row row = { .line = s->row.line, .seen = s->seen, .counted = s->counted };

	take_amounts(s, &row);
	add_up(p, &row);
	p->period = s->period;
	p->delimiter = s->delimiter;
	if (p->rows_seen[row.seen]++ == 0 || p->count < PREVIEW_FIRST) {
		keep_row(s, &row);
		p->rows[p->count++] = row;
	}
	return !s->setup->arena->exhausted;
}
