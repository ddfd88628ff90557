#include <nafkah/due.h>

#include <nafkah/division.h>
#include <nafkah/right.h>

/* No amount grows beyond this, however long and steep its yearly rise: 10^15 rupiah. */
#define RAISED_MAX (RUPIAH_MAX * 100)

static struct money fraction_base(const struct law *law, const struct person *p, const struct ruling *r)
{
	return law->rules->basis_month == BASIS_JUDGED ? money_from_rupiah(r->judged_income) : p->base;
}

struct money due_pool_income(const struct law *law, const struct person *p)
{
	struct money largest = { 0 };

	if (law->rules->basis_month != BASIS_JUDGED)
		return p->base;
	for (size_t i = 0; i < p->case_count; i++) {
		struct money b = fraction_base(law, p, p->cases[i].ruling);

		if (p->cases[i].computed && b.sen > largest.sen)
			largest = b;
	}
	return largest;
}

int64_t due_pool(const struct law *law, const struct person *p, bool children)
{
	return money_share_floor(due_pool_income(law, p), children ? p->shares.children : p->shares.wife, law->rules->unit);
}

int64_t due_raised(const struct award *a, int32_t years)
{
	int64_t amount = a->monthly;

	for (; years > 0 && a->raise > 0 && amount < RAISED_MAX; years--)
		amount = amount * (100 + a->raise) / 100;
	return amount < RAISED_MAX ? amount : RAISED_MAX;
}

/* Place of a child among those that share the award in month m, and their number. */
static size_t place_among(const struct law *law, const struct line *l, month_no m, size_t *count)
{
	bool all = law->rules->child_stop == STOP_RETURN;
	size_t place = 0;

	*count = 0;
	for (size_t i = 0; i < l->file->line_count; i++) {
		const struct line *other = &l->file->lines[i];

		if (other->award != l->award || (!all && !span_has(other->right, m)))
			continue;
		if (other == l)
			place = *count;
		++*count;
	}
	return place;
}

static void fraction_part(const struct law *law, const struct line *l, struct ratio share, struct part *out)
{
	out->income = fraction_base(law, l->file->person, l->file->ruling);
	out->share = share;
	out->whole = money_share_floor(out->income, share, law->rules->unit);
}

static void child_part(const struct law *law, const struct line *l, month_no m, struct part *out)
{
	const struct award *a = l->award;

	if (a->cara == CARA_PECAHAN) {
		fraction_part(law, l, l->file->person->shares.children, out);
	} else {
		out->raises = (m - l->file->ruling->dates.start) / 12;
		out->whole = due_raised(a, out->raises);
	}
	out->rupiah = out->whole;
	if (a->child != NULL)
		return;
	out->place = place_among(law, l, m, &out->count);
	out->rupiah = divide_evenly(out->whole, out->count, out->place);
}

struct part due_part_of_right(const struct law *law, const struct line *l, month_no m)
{
	struct part out = { 0 };

	if (!span_has(l->right, m))
		return out;
	if (l->child != NULL) {
		child_part(law, l, m, &out);
	} else if (l->award->cara == CARA_NOMINAL) {
		out.rupiah = award_instalment(l->award, m - l->term.first + 1);
	} else {
		fraction_part(law, l, l->file->person->shares.wife, &out);
		out.rupiah = out.whole;
	}
	return out;
}

struct part due_part(const struct law *law, const struct line *l, month_no m)
{
	return l->file->computed ? due_part_of_right(law, l, m) : (struct part){ 0 };
}

/* The fraction parts of the wives, or of the children, are cut down to their common pool. */
static enum status share_pool(const struct law *law, const struct person *p, bool children, int64_t *parts)
{
	struct arena_mark mark = arena_mark(law->arena);
	int64_t *demands = arena_array(law->arena, p->line_count, sizeof *demands);
	int64_t sum = 0, pool = due_pool(law, p, children);
	enum status status = demands != NULL ? STATUS_OK : STATUS_FAIL;

	for (size_t i = 0; demands != NULL && i < p->line_count; i++) {
		if (p->lines[i].award->cara == CARA_PECAHAN && (p->lines[i].child != NULL) == children)
			demands[i] = parts[i];
		sum += demands[i];
	}
	if (sum > pool)
		status = divide_in_proportion(law->arena, pool, demands, p->line_count, demands);
	for (size_t i = 0; status == STATUS_OK && sum > pool && i < p->line_count; i++)
		if (p->lines[i].award->cara == CARA_PECAHAN && (p->lines[i].child != NULL) == children)
			parts[i] = demands[i];
	arena_rewind(law->arena, mark);
	return status;
}

enum status due_of_month(const struct law *law, const struct person *p, month_no m, int64_t *parts)
{
	enum status status;

	for (size_t i = 0; i < p->line_count; i++)
		parts[i] = due_part(law, &p->lines[i], m).rupiah;
	status = share_pool(law, p, false, parts);
	return status == STATUS_OK ? share_pool(law, p, true, parts) : status;
}

static bool is_kept(const struct line *l)
{
	return l->child != NULL && l->child->custody == CUSTODY_FATHER;
}

/* Whether this run books months for the line. */
static bool is_active(const struct line *l)
{
	return l->file->computed && !l->held;
}

static void book_missed(struct line *l, month_no m, int64_t part)
{
	if (!is_active(l) || m <= l->booked || is_kept(l) || part == 0)
		return;
	if (l->sum.missed == 0)
		l->sum.missed_from = m;
	l->sum.missed += part;
}

static void book_current(struct person *p, struct line *l, month_no period, int64_t part)
{
	if (!is_active(l) || l->booked >= period)
		return;
	if (!is_kept(l)) {
		l->sum.due = part;
		return;
	}
	l->sum.kept = part;
	if (l->award->cara == CARA_PECAHAN)
		p->kept += part;
}

static month_no first_unbooked(const struct person *p, month_no period)
{
	month_no first = period;

	for (size_t i = 0; i < p->line_count; i++)
		if (is_active(&p->lines[i]) && p->lines[i].booked + 1 < first)
			first = p->lines[i].booked + 1;
	return first;
}

/* Arrears of a ruling that ended with "hapus" are dropped in the first month after its end that computes it. */
static void write_off(const struct law *law, struct line *l)
{
	const struct ruling *r = l->file->ruling;

	if (is_active(l) && r->write_off && date_is_set(r->over.date) && law->period > date_month(r->over.date))
		l->sum.written_off = l->opening.arrears + l->sum.missed;
}

enum status due_of_person(const struct law *law, struct person *p)
{
	struct arena_mark mark = arena_mark(law->arena);
	int64_t *parts = arena_array(law->arena, p->line_count, sizeof *parts);
	enum status status = parts != NULL ? STATUS_OK : STATUS_FAIL;

	for (month_no m = first_unbooked(p, law->period); status == STATUS_OK && m <= law->period; m++) {
		status = due_of_month(law, p, m, parts);
		for (size_t i = 0; status == STATUS_OK && i < p->line_count; i++) {
			if (m < law->period)
				book_missed(&p->lines[i], m, parts[i]);
			else
				book_current(p, &p->lines[i], m, parts[i]);
		}
	}
	for (size_t i = 0; i < p->line_count; i++) {
		struct line *l = &p->lines[i];

		l->booked_after = is_active(l) && l->booked < law->period ? law->period : l->booked;
		write_off(law, l);
	}
	arena_rewind(law->arena, mark);
	return status;
}
