#include "bridge_private.h"

const char *bridge_cause_name(enum bridge_cause c)
{
	static const char *const names[BRIDGE_CAUSE_COUNT] = {
		[BRIDGE_BARU] = "baru", [BRIDGE_BERAKHIR] = "berakhir", [BRIDGE_DILEPAS] = "dilepas",
		[BRIDGE_DITAHAN] = "ditahan", [BRIDGE_DASAR] = "dasar", [BRIDGE_KENAIKAN] = "kenaikan",
		[BRIDGE_ANGSURAN] = "angsuran", [BRIDGE_PEMBAGIAN] = "pembagian", [BRIDGE_PUTUSAN] = "putusan",
		[BRIDGE_SUSULAN] = "susulan", [BRIDGE_TUNGGAKAN] = "tunggakan", [BRIDGE_BATAS] = "batas",
		[BRIDGE_MENUNGGU] = "menunggu",
	};

	return names[c];
}

bool bridge_moved(const struct bridge_sums *s)
{
	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++)
		if (s->lines[c] > 0)
			return true;
	return false;
}

static bool add(struct bridge_sums *to, const struct bridge_sums *s)
{
	bool fits = !__builtin_add_overflow(to->before, s->before, &to->before) &&
	            !__builtin_add_overflow(to->after, s->after, &to->after);

	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++) {
		fits = fits && !__builtin_add_overflow(to->by_cause[c], s->by_cause[c], &to->by_cause[c]);
		to->lines[c] += s->lines[c];
	}
	return fits;
}

static bool sums_hold(const struct bridge_sums *s)
{
	int64_t rest = 0;
	bool fits = !__builtin_sub_overflow(s->after, s->before, &rest);

	for (unsigned c = 0; c < BRIDGE_CAUSE_COUNT; c++)
		fits = fits && !__builtin_sub_overflow(rest, s->by_cause[c], &rest);
	return fits && rest == 0;
}

/* A breach is a bug (outcome.h). */
static enum status broken(const struct law *law, const struct case_file *c, int64_t rupiah)
{
	law_note_rupiah(law, c, N9901_CONSERVATION, rupiah, SLICE("jembatan"));
	return STATUS_FAIL;
}

static enum status cross_case(const struct crossing *x, const struct case_file *c, struct bridge *out)
{
	struct bridge_ruling *ruling = &out->rulings[out->ruling_count++];

	*ruling = (struct bridge_ruling){ .file = c, .number = c->ruling->number, .key = c->ruling->key };
	for (size_t i = 0; i < c->line_count; i++) {
		struct bridge_sums s = cross_line(x, (size_t)(&c->lines[i] - x->person->lines));

		if (!sums_hold(&s))
			return broken(x->law, c, s.after);
		if (!add(&ruling->sums, &s))
			return STATUS_FAIL;
	}
	return add(&out->all, &ruling->sums) ? STATUS_OK : STATUS_FAIL;
}

static enum status cross_cases(const struct law *law, const struct bridge_start *start, const struct case_file *const *cases,
                               size_t count, struct bridge *out)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < count; i++) {
		struct arena_mark mark = arena_mark(law->arena);
		struct crossing x = { .law = law, .start = start, .person = cases[i]->person };

		status = crossing_open(&x);
		if (status == STATUS_OK)
			status = cross_case(&x, cases[i], out);
		arena_rewind(law->arena, mark);
	}
	return status;
}

/* ---- rulings that left ---- */

/* Marks the rows of the month before that a line of this month goes on from. */
static bool *mark_continued(const struct law *law, const struct bridge_start *start, const struct case_file *const *cases,
                            size_t count)
{
	bool *continued = arena_array(law->arena, start->book->count, sizeof *continued);

	for (size_t i = 0; continued != NULL && i < count; i++)
		for (size_t k = 0; k < cases[i]->line_count; k++)
			if (cases[i]->lines[k].before != NULL)
				continued[cases[i]->lines[k].before - start->book->rows] = true;
	return continued;
}

/* The rows of a ruling stand together. */
static struct bridge_ruling *ruling_that_left(struct bridge *out, const struct register_row *r, size_t present)
{
	if (out->ruling_count == present || !slice_equal(out->rulings[out->ruling_count - 1].key, r->key))
		out->rulings[out->ruling_count++] = (struct bridge_ruling){ .number = r->number, .key = r->key };
	return &out->rulings[out->ruling_count - 1];
}

static enum status cross_rows(const struct bridge_start *start, const bool *continued, struct bridge *out)
{
	size_t present = out->ruling_count;

	for (size_t i = 0; i < start->book->count; i++) {
		const struct register_row *r = &start->book->rows[i];
		struct bridge_sums s = { .before = r->paid, .by_cause[BRIDGE_BERAKHIR] = -r->paid, .lines[BRIDGE_BERAKHIR] = 1 };

		if (continued[i] || r->paid == 0)
			continue;
		if (!add(&ruling_that_left(out, r, present)->sums, &s) || !add(&out->all, &s))
			return STATUS_FAIL;
	}
	return STATUS_OK;
}

enum status bridge_build(const struct law *law, const struct bridge_start *start, const struct case_file *const *cases,
                         size_t count, struct bridge *out)
{
	struct bridge b = { .from = start->period };
	const bool *continued = mark_continued(law, start, cases, count);
	enum status status;

	b.rulings = arena_array(law->arena, count + start->book->count, sizeof *b.rulings);
	if (continued == NULL || b.rulings == NULL)
		return STATUS_FAIL;
	status = cross_cases(law, start, cases, count, &b);
	if (status == STATUS_OK)
		status = cross_rows(start, continued, &b);
	if (status == STATUS_OK && !sums_hold(&b.all))
		status = count > 0 ? broken(law, cases[0], b.all.after) : STATUS_FAIL;
	if (status == STATUS_OK)
		*out = b;
	return status;
}
