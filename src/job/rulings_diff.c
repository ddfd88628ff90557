/* `nafkah rulings diff`: which cases of two files belong together. */
#include <nafkah/job.h>

#include <nafkah/formats.h>

bool rulings_diff_needs_person(const struct rulings_diff *d)
{
	for (unsigned n = NEED_NOTHING + 1; n < DIFF_NEED_COUNT; n++)
		if (d->needs[n] > 0)
			return true;
	return false;
}

static int by_nip(const void *a, const void *b)
{
	const struct ruling *const *x = a, *const *y = b;

	return ((*x)->nip > (*y)->nip) - ((*x)->nip < (*y)->nip);
}

/* Of several, always the same one. */
static int by_nip_and_number(const void *a, const void *b)
{
	const struct ruling *const *x = a, *const *y = b;
	int order = by_nip(a, b);

	return order != 0 ? order : ruling_compare(*x, *y);
}

static int by_entry(const void *a, const void *b)
{
	const struct ruling *const *x = a, *const *y = b;

	return ruling_compare(*x, *y);
}

/* Gives each case that vanished one of the same civil servant that is in the newer file only: perhaps the same, under
 * another number. */
static bool find_similar(struct arena *a, struct rulings_diff *d)
{
	const struct ruling **fresh = arena_array(a, d->count, sizeof *fresh);
	size_t count = 0;

	for (size_t i = 0; fresh != NULL && i < d->count; i++)
		if (d->cases[i].kind == DIFF_NEW)
			fresh[count++] = d->cases[i].newer;
	if (count > 1)
		qsort(fresh, count, sizeof *fresh, by_nip_and_number);
	for (size_t i = 0; count > 0 && i < d->count; i++) {
		const struct ruling **same = NULL;

		if (d->cases[i].kind == DIFF_VANISHED)
			same = bsearch(&d->cases[i].older, fresh, count, sizeof *fresh, by_nip);
		d->cases[i].similar = same != NULL ? *same : NULL;
	}
	return fresh != NULL;
}

/* The entry of the same case before a new one. */
static const struct ruling *entry_before(const struct rulings *in, const struct ruling *r)
{
	const struct ruling wanted = { .case_key = r->case_key, .entry = r->entry - 1 }, *key = &wanted;
	struct ruling **found = bsearch(&key, in->items, in->count, sizeof(struct ruling *), by_entry);

	return found != NULL ? *found : NULL;
}

static bool goes_on(const struct ruling *before)
{
	return before == NULL || !date_is_set(before->over.date);
}

static void judge_case(const struct rulings_diff *d, struct diff_case *c)
{
	if (c->kind == DIFF_VANISHED)
		c->need = NEED_GONE;
	if (c->kind == DIFF_NEW && c->newer->entry > 1 && goes_on(entry_before(&d->newer, c->newer)))
		c->need = NEED_ENTRY;
}

static void add(struct arena *a, struct rulings_diff *d, const struct ruling *older, const struct ruling *newer)
{
	struct diff_case c = { .kind = older == NULL ? DIFF_NEW
		                     : newer == NULL ? DIFF_VANISHED
		                                     : DIFF_CHANGED,
		               .older = older,
		               .newer = newer };

	if (c.kind == DIFF_CHANGED)
		rulings_diff_case(a, &c);
	if (c.kind == DIFF_CHANGED && !date_is_set(older->over.date) && date_is_set(newer->over.date))
		c.kind = DIFF_ENDED;
	if (c.kind == DIFF_CHANGED && c.count == 0)
		d->same++;
	else
		d->cases[d->count++] = c;
}

static void count_needs(struct rulings_diff *d)
{
	for (size_t i = 0; i < d->count; i++) {
		d->needs[d->cases[i].need]++;
		for (size_t k = 0; k < d->cases[i].count; k++)
			d->needs[d->cases[i].changes[k].need]++;
	}
	d->needs[NEED_COURT] = slice_equal(d->older.court, d->newer.court) ? 0 : 1;
	d->needs[NEED_ORDER] = date_compare(d->newer.dated, d->older.dated) < 0 ? 1 : 0;
}

bool rulings_diff_compare(struct arena *a, struct rulings_diff *d)
{
	size_t i = 0, k = 0;

	d->cases = arena_array(a, d->older.count + d->newer.count, sizeof *d->cases);
	while (d->cases != NULL && (i < d->older.count || k < d->newer.count)) {
		int order = i == d->older.count ? 1
		          : k == d->newer.count ? -1
		                                : ruling_compare(d->older.items[i], d->newer.items[k]);

		add(a, d, order <= 0 ? d->older.items[i] : NULL, order >= 0 ? d->newer.items[k] : NULL);
		i += order <= 0 ? 1 : 0;
		k += order >= 0 ? 1 : 0;
	}
	if (d->cases == NULL || !find_similar(a, d))
		return false;
	for (size_t n = 0; n < d->count; n++)
		judge_case(d, &d->cases[n]);
	count_needs(d);
	return !a->exhausted;
}

static enum status read_file(struct cycle *c, const char *path, struct findings *findings, struct rulings *out)
{
	struct document document;
	enum status status = document_read(c, path, &document);

	return status == STATUS_OK ? rulings_read(document.bytes, document.name, &c->arena, out, findings) : status;
}

/* What the older file had to say was said when it was new, unless it is refused. */
static enum status read_older(struct cycle *c, const char *path, struct rulings *out)
{
	struct findings findings = { 0 };
	enum status status = read_file(c, path, &findings, out);

	for (size_t i = 0; status != STATUS_OK && i < findings.count; i++)
		findings_add(c->findings, &findings.items[i]);
	if (findings.lost)
		status = STATUS_FAIL;
	findings_release(&findings);
	return status;
}

enum exit_status job_rulings_diff(struct cycle *c, const char *older, const char *newer, struct rulings_diff *out)
{
	enum status first, second;

	*out = (struct rulings_diff){ 0 };
	first = read_older(c, older, &out->older);
	second = first != STATUS_FAIL ? read_file(c, newer, c->findings, &out->newer) : STATUS_OK;
	if (first == STATUS_OK)
		first = second;
	if (first == STATUS_OK && !rulings_diff_compare(&c->arena, out))
		first = STATUS_FAIL;
	if (first != STATUS_OK || c->findings->lost)
		return cycle_failed(c, first == STATUS_REJECT && second == STATUS_FAIL ? STATUS_FAIL : first);
	return rulings_diff_needs_person(out) ? EXIT_ATTENTION : EXIT_DONE;
}
