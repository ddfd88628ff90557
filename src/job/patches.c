/* What an adjustment changes in a payroll: two cells of every row from which something is taken, and the sums of the total
 * rows over them. Made before anything is written, so that a check finds what a run would. */
#include <nafkah/cycle.h>

#include <assert.h>

static struct money moved(struct money value, int64_t rupiah)
{
	struct money sum = value;
	bool fits = money_add(value, money_from_rupiah(rupiah), &sum);

	assert(fits);
	return fits ? sum : value;
}

/* A cell's new amount, written as the old one was: a stored number as a number, text in the layout's style. */
static enum status add_patch(struct cycle *c, struct pay_file *f, const struct cell *cell, struct money value, uint64_t line)
{
	const struct scan *s = &f->scan;
	bool stored = cell->place.kind == CELL_NUMBER || cell->place.kind == CELL_FORMULA;
	struct money_style style = stored ? (struct money_style){ .decimal = '.' } : s->layout->money;
	char number[40];
	size_t len = money_format(value, style, cell->style.decimals, !stored && cell->style.grouped, number);
	struct slice text = { number, len };
	enum status status = content_replace(s->container, &cell->place, text, &c->arena, &f->patches.items[f->patches.count]);

	if (status == STATUS_REJECT)
		findings_add(c->findings, &(struct finding){ .code = N0199_VALUE_TOO_WIDE, .file = f->name, .line = line, .value = text });
	f->patches.count += status == STATUS_OK ? 1 : 0;
	return status;
}

static enum status add_pair(struct cycle *c, struct pay_file *f, const struct match *m)
{
	enum status cuts = add_patch(c, f, &m->cuts, moved(m->row.cuts, m->placed->taken), m->line);
	enum status net = add_patch(c, f, &m->net, moved(m->row.net, -m->placed->taken), m->line);

	return cuts > net ? cuts : net;
}

static int64_t taken_between(const struct scan *s, uint64_t from, uint64_t to)
{
	int64_t taken = 0;

	for (size_t i = 0; i < s->match_count; i++)
		if (s->matches[i].offset >= from && s->matches[i].offset < to)
			taken += s->matches[i].placed->taken;
	return taken;
}

static enum status add_total(struct cycle *c, struct pay_file *f, const struct total_row *t)
{
	int64_t taken = taken_between(&f->scan, t->from, t->offset);
	enum status status = STATUS_OK;

	if (taken > 0 && t->states_cuts)
		status = add_patch(c, f, &t->cuts, moved(t->cuts_value, taken), t->line);
	if (status == STATUS_OK && taken > 0 && t->states_net)
		status = add_patch(c, f, &t->net, moved(t->net_value, -taken), t->line);
	return status;
}

enum status patches_make(struct cycle *c, struct pay_file *f)
{
	const struct scan *s = &f->scan;
	enum status worst = STATUS_OK, status;

	f->patches = (struct patches){ arena_array(&c->arena, 2 * (s->match_count + s->total_count) + 1, sizeof(struct patch)), 0 };
	if (f->patches.items == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; worst != STATUS_FAIL && i < s->match_count; i++) {
		status = s->matches[i].placed->taken > 0 ? add_pair(c, f, &s->matches[i]) : STATUS_OK;
		worst = status > worst ? status : worst;
	}
	for (size_t i = 0; worst != STATUS_FAIL && i < s->total_count; i++) {
		status = add_total(c, f, &s->totals[i]);
		worst = status > worst ? status : worst;
	}
	patches_sort(&f->patches);
	return worst;
}

/* What was written must hold the same rows, the same gross pay, and cuts and net pay that moved by what was taken. */
bool patches_moved(const struct pay_file *f, const struct tally *after)
{
	const struct tally *before = &f->scan.tally;

	return after->rows == before->rows && after->counted == before->counted && after->gross.sen == before->gross.sen &&
	       after->cuts.sen == moved(before->cuts, f->taken).sen && after->net.sen == moved(before->net, -f->taken).sen;
}
