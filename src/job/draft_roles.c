/* Which column has which role: by its name; where several have the name, or none, by the figures of the first rows. */
#include "draft_private.h"

#include <nafkah/nip.h>

static const enum role money_roles[] = { ROLE_KOTOR, ROLE_POTONGAN, ROLE_BERSIH };
enum { MONEY_ROLES = 3 };

static bool is_nip(struct slice text)
{
	uint64_t nip;

	return nip_read_cell(text, &nip) == NIP_GOOD;
}

bool draft_is_person(const struct draft *d, const struct draft_row *row)
{
	int column = d->roles[ROLE_NIP].column;

	if (column != NO_COLUMN)
		return is_nip(draft_text(row, column));
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].text.len >= NIP_DIGITS && is_nip(row->cells[i].text))
			return true;
	return false;
}

/* The people among the first rows, one call each. */
static const struct draft_row *next_person(const struct draft *d, size_t *at)
{
	for (*at = *at > d->header_at ? *at + 1 : d->header_at + 1; *at < d->sample_count; ++*at)
		if (draft_is_person(d, &d->sample[d->cut][*at]))
			return &d->sample[d->cut][*at];
	return NULL;
}

static void list(int16_t *columns, size_t *count, int column)
{
	if (*count < DRAFT_CHOICES)
		columns[(*count)++] = (int16_t)column;
}

/* Columns whose names speak of the role: those of the best rank, and the others. */
static void list_named(struct draft *d, enum role role)
{
	struct draft_choice *c = &d->roles[role];
	enum header_rank best = HEADER_UNKNOWN;

	for (size_t i = 0; i < d->column_count; i++) {
		const struct header_meaning *m = &d->columns[i].meaning;

		if (m->rank != HEADER_UNKNOWN && m->role == role && (best == HEADER_UNKNOWN || m->rank < best))
			best = m->rank;
	}
	for (size_t i = 0; i < d->column_count; i++) {
		const struct header_meaning *m = &d->columns[i].meaning;

		if (m->rank == HEADER_UNKNOWN || m->role != role)
			continue;
		if (m->rank == best)
			list(c->columns, &c->count, (int)i);
		else
			list(c->lesser, &c->lesser_count, (int)i);
	}
	if (c->count == 0)
		c->how = DRAFT_MISSING;
	else if (c->count > 1)
		c->how = DRAFT_COMPETE;
	else
		c->how = best == HEADER_WEAK ? DRAFT_WEAK : DRAFT_FOUND;
	c->column = c->how == DRAFT_FOUND ? c->columns[0] : NO_COLUMN;
}

static void settle(struct draft_choice *c, int column)
{
	c->column = column;
	c->how = c->how == DRAFT_COMPETE ? DRAFT_BY_FIGURES : DRAFT_FOUND;
}

/* How many people have a NIP in the column. */
static int nips_in(const struct draft *d, int column)
{
	const struct draft_row *row;
	int count = 0;

	for (size_t at = 0; (row = next_person(d, &at)) != NULL;)
		count += is_nip(draft_text(row, column)) ? 1 : 0;
	return count;
}

static void choose_nip(struct draft *d)
{
	struct draft_choice *c = &d->roles[ROLE_NIP];
	size_t good = 0;
	int found = NO_COLUMN, most = 0;

	c->column = NO_COLUMN; /* people are told by any NIP until it is chosen */
	if (c->how == DRAFT_FOUND) {
		c->column = c->columns[0];
		return;
	}
	for (size_t i = 0; i < c->count; i++) {
		int count = nips_in(d, c->columns[i]);

		good += count > 0 ? 1 : 0;
		found = count > most ? c->columns[i] : found;
		most = count > most ? count : most;
	}
	if (good == 1)
		settle(c, found);
	for (size_t i = 0; c->how == DRAFT_MISSING && i < d->column_count; i++)
		if (nips_in(d, (int)i) > 0)
			list(c->columns, &c->count, (int)i);
}

/* Whether kotor - potongan = bersih on every person's row, some pay at all, for these three columns. */
static bool holds(const struct draft *d, const int columns[static MONEY_ROLES])
{
	const struct draft_row *row;
	bool paid = false;

	for (size_t at = 0; (row = next_person(d, &at)) != NULL;) {
		struct row_money m = { 0 };

		if (!money_read_any(draft_text(row, columns[0]), &m.gross) ||
		    !money_read_any(draft_text(row, columns[1]), &m.cuts) ||
		    !money_read_any(draft_text(row, columns[2]), &m.net) || !row_money_sums(&m))
			return false;
		paid = paid || m.gross.sen != 0;
	}
	return paid;
}

/* Of the triples among the candidates that the figures confirm the column of each role, NO_COLUMN where they differ. */
static void confirmed(const struct draft *d, int found[static MONEY_ROLES])
{
	const struct draft_choice *c[MONEY_ROLES] = {
		&d->roles[ROLE_KOTOR], &d->roles[ROLE_POTONGAN], &d->roles[ROLE_BERSIH]
	};
	size_t count = 0;

	for (size_t i = 0; i < c[0]->count; i++) {
		for (size_t j = 0; j < c[1]->count; j++) {
			for (size_t k = 0; k < c[2]->count; k++) {
				const int three[MONEY_ROLES] = { c[0]->columns[i], c[1]->columns[j], c[2]->columns[k] };

				if (!holds(d, three))
					continue;
				for (size_t r = 0; r < MONEY_ROLES; r++)
					found[r] = count == 0 || found[r] == three[r] ? three[r] : NO_COLUMN;
				count++;
			}
		}
	}
}

/* One of the three has no name that is known: columns that the figures of the two others fit. */
static void suggest(struct draft *d)
{
	struct draft_choice *missing = NULL;
	int three[MONEY_ROLES], *open = NULL;

	for (size_t i = 0; i < MONEY_ROLES; i++) {
		struct draft_choice *c = &d->roles[money_roles[i]];

		three[i] = c->column != NO_COLUMN ? c->column : c->count == 1 ? c->columns[0] : NO_COLUMN;
		if (c->count > 1 || (c->count == 0 && missing != NULL))
			return;
		if (c->count > 0)
			continue;
		missing = c;
		open = &three[i];
	}
	for (size_t i = 0; missing != NULL && i < d->column_count; i++) {
		*open = (int)i;
		if (d->columns[i].folded.len > 0 && holds(d, three))
			list(missing->columns, &missing->count, (int)i);
	}
}

static void choose_money(struct draft *d)
{
	int found[MONEY_ROLES] = { NO_COLUMN, NO_COLUMN, NO_COLUMN };

	confirmed(d, found);
	for (size_t i = 0; i < MONEY_ROLES; i++)
		if (found[i] != NO_COLUMN)
			settle(&d->roles[money_roles[i]], found[i]);
	suggest(d);
}

static bool holds_amounts(const struct draft *d, int column)
{
	const struct draft_row *row;
	struct money amount;

	for (size_t at = 0; (row = next_person(d, &at)) != NULL;)
		if (!money_read_any(draft_text(row, column), &amount))
			return false;
	return true;
}

static void choose_voluntary(struct draft *d)
{
	for (size_t i = 0; i < d->column_count; i++) {
		const struct header_meaning *m = &d->columns[i].meaning;

		if (m->rank == HEADER_UNKNOWN || m->role != ROLE_SUKARELA)
			continue;
		if (holds_amounts(d, (int)i) && d->voluntary_count < SUKARELA_MAX)
			d->voluntary[d->voluntary_count++] = (int16_t)i;
		else
			list(d->strange_voluntary, &d->strange_count, (int)i);
	}
}

void draft_choose_roles(struct draft *d)
{
	for (unsigned r = 0; r < ROLE_COUNT; r++)
		if (r != ROLE_SUKARELA)
			list_named(d, (enum role)r);
	choose_nip(d);
	choose_money(d);
	choose_voluntary(d);
	d->count_column = NO_COLUMN;
	for (size_t i = 0; i < d->column_count; i++)
		if (d->count_column == NO_COLUMN && header_count_value(d->columns[i].folded) != NULL)
			d->count_column = (int)i;
}
