/* Which row of an unknown export is its header: the one with the most names that mean something. */
#include "draft_private.h"

#include <nafkah/nip.h>

enum { ROLES_MIN = 3, CORE_MIN = 2, CELLS_MIN = 4, FOLDED_MAX = 100, HEADER_ROWS = 100 };

/* A row, or two of them, as names. */
struct attempt {
	size_t cut, at;
	bool two_levels;
	const struct slice *folded;
	size_t count;
	unsigned roles, core; /* different ones; those that a layout must have */
};

static bool is_core(enum role r)
{
	return r == ROLE_NIP || r == ROLE_NAMA || r == ROLE_KOTOR || r == ROLE_POTONGAN || r == ROLE_BERSIH;
}

static void count_roles(struct attempt *a)
{
	bool seen[ROLE_COUNT] = { false };

	a->roles = a->core = 0;
	for (size_t i = 0; i < a->count; i++) {
		struct header_meaning m = header_meaning(a->folded[i]);

		if ((m.rank != HEADER_EXACT && m.rank != HEADER_WORDS) || seen[m.role])
			continue;
		seen[m.role] = true;
		a->roles++;
		a->core += is_core(m.role) ? 1 : 0;
	}
}

static struct slice *fold_row(struct draft *d, const struct draft_row *row)
{
	struct slice *folded = arena_array(d->arena, row->count, sizeof *folded);

	for (size_t i = 0; folded != NULL && i < row->count; i++)
		folded[i] = header_fold(d->arena, row->cells[i].text);
	return folded;
}

/* Figures, which no header has. */
static bool is_figure(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (ascii_is_alpha(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)
			return false;
	return text.len > 0;
}

/* Names of two levels: cells of the lower row stand where the upper one is empty. `merged` demands the reverse, too. */
static bool looks_two_level(const struct draft_row *upper, const struct draft_row *lower, bool merged)
{
	size_t most = upper->count > lower->count ? upper->count : lower->count, named = 0, under = 0, over = 0;

	for (size_t i = 0; i < most; i++) {
		struct slice above = draft_text(upper, (int)i), below = draft_text(lower, (int)i);

		if (is_figure(below) && !slice_equal(below, SLICE("-")))
			return false;
		named += above.len > 0 ? 1 : 0;
		under += above.len == 0 && below.len > 0 ? 1 : 0;
		over += above.len > 0 && below.len == 0 ? 1 : 0;
	}
	return named >= 2 && under > 0 && (over > 0 || !merged);
}

static bool try_rows(struct draft *d, size_t cut, size_t at, bool two_levels, struct attempt *out)
{
	const struct draft_row *row = &d->sample[cut][at], *above = at > 0 ? row - 1 : NULL;
	struct slice *own = fold_row(d, row), *upper;

	*out = (struct attempt){ .cut = cut, .at = at, .two_levels = two_levels, .folded = own, .count = row->count };
	if (two_levels && above != NULL) {
		upper = fold_row(d, above);
		if (own == NULL || upper == NULL)
			return false;
		out->folded = header_join(d->arena, upper, above->count, own, row->count, &out->count);
	}
	if (out->folded == NULL)
		return false;
	count_roles(out);
	return true;
}

static bool better(const struct attempt *a, const struct attempt *b)
{
	return a->roles != b->roles ? a->roles > b->roles : a->count > b->count && b->roles == 0;
}

static bool try_cut(struct draft *d, size_t cut, struct attempt *best)
{
	struct attempt a;
	size_t most = d->sample_count < HEADER_ROWS ? d->sample_count : HEADER_ROWS;

	for (size_t at = 0; at < most; at++) {
		const struct draft_row *row = &d->sample[cut][at];

		if (row->count < CELLS_MIN)
			continue;
		if (!try_rows(d, cut, at, false, &a))
			return false;
		if (better(&a, best))
			*best = a;
		if (at == 0 || !looks_two_level(row - 1, row, false))
			continue;
		if (!try_rows(d, cut, at, true, &a))
			return false;
		if (better(&a, best))
			*best = a;
	}
	return true;
}

/* A header whose lower level stands below it. */
static bool look_below(struct draft *d, struct attempt *best)
{
	const struct draft_row *row = &d->sample[best->cut][best->at];

	if (best->two_levels || best->at + 1 >= d->sample_count || !looks_two_level(row, row + 1, true))
		return true;
	return try_rows(d, best->cut, best->at + 1, true, best);
}

static bool holds_nip(const struct draft_row *row)
{
	uint64_t nip;

	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].text.len >= NIP_DIGITS && nip_read_cell(row->cells[i].text, &nip) == NIP_GOOD)
			return true;
	return false;
}

/* Texts in at least half of its cells. */
static bool looks_named(const struct draft_row *row)
{
	size_t texts = 0;

	for (size_t i = 0; i < row->count; i++)
		texts += row->cells[i].text.len > 0 && !is_figure(row->cells[i].text) ? 1 : 0;
	return texts >= CELLS_MIN && texts * 2 >= row->count;
}

/* No name is known: the row of texts above the first row with a NIP. */
static bool by_position(struct draft *d, struct attempt *best)
{
	for (size_t cut = 0; cut < DRAFT_CUTS; cut++) {
		const struct draft_row *rows = d->sample[cut];
		size_t person = 0, at;

		while (person < d->sample_count && !(rows[person].count >= CELLS_MIN && holds_nip(&rows[person])))
			person++;
		if (person == d->sample_count || rows[person].count <= best->count)
			continue;
		for (at = person; at > 0 && !looks_named(&rows[at - 1]); at--)
			;
		if (at > 0 && !try_rows(d, cut, at - 1, false, best))
			return false;
	}
	d->by_position = best->count > 0;
	return true;
}

static enum status name_columns(struct draft *d, const struct attempt *a)
{
	const struct draft_row *row = &d->sample[a->cut][a->at];

	d->columns = arena_array(d->arena, a->count, sizeof *d->columns);
	if (d->columns == NULL)
		return STATUS_FAIL;
	d->column_count = a->count;
	for (size_t i = 0; i < a->count; i++) {
		struct slice written = draft_text(row, (int)i);

		draft_clear(d);
		append_escaped(&d->scratch, written.len > 0 && !a->two_levels ? written : a->folded[i], false);
		d->columns[i].shown = arena_copy(d->arena, buf_slice(&d->scratch));
		if (a->folded[i].len > 0 && a->folded[i].len <= FOLDED_MAX)
			d->columns[i].folded = a->folded[i];
		d->columns[i].meaning = header_meaning(d->columns[i].folded);
	}
	d->has_twin = header_has_twin(a->folded, a->count, &d->twin_of, &d->twin);
	return d->lost || d->scratch.failed || d->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status refuse(struct draft *d)
{
	if (!d->refused)
		findings_add(d->setup->findings, &(struct finding){
			.code = N0121_HEADER_NOT_FOUND, .file = d->setup->file,
			.value = SLICE("nip, nama, kotor, potongan, bersih"), .detail = SLICE("-"),
		});
	return STATUS_REJECT;
}

enum status draft_find_header(struct draft *d)
{
	struct attempt best = { .count = 0 };

	for (size_t cut = 0; cut < DRAFT_CUTS; cut++)
		if (!try_cut(d, cut, &best))
			return STATUS_FAIL;
	if (best.roles < ROLES_MIN || best.core < CORE_MIN) {
		best = (struct attempt){ .count = 0 };
		if (!by_position(d, &best))
			return STATUS_FAIL;
	}
	if (best.count == 0)
		return refuse(d);
	if (!look_below(d, &best))
		return STATUS_FAIL;
	d->cut = best.cut;
	d->header_at = best.at;
	d->two_levels = best.two_levels;
	d->at = best.at + 1;
	return name_columns(d, &best);
}
