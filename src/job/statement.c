/* `nafkah statement`: one case over the months of finished folders. */
#include "statement_private.h"

#include <nafkah/formats.h>
#include <nafkah/job.h>

#include <stdlib.h>

/* ---- which case ---- */

/* As case numbers are compared everywhere; "#1" is the entry that carries no number. */
static struct case_wanted wanted_of(struct arena *a, const char *number)
{
	struct slice entry = slice_from_c(number), bare = slice_cut(&entry, '#');
	struct case_wanted w = { .whole = entry.ptr == NULL };
	uint64_t n;

	if (slice_to_u64(slice_trim(entry), &n) && n > 0)
		entry = n == 1 ? SLICE("") : arena_printf(a, "#%llu", (unsigned long long)n);
	else if (entry.ptr != NULL)
		entry = SLICE("#"); /* no entry has that number */
	w.key = arena_printf(a, "%.*s%.*s", SLICE_ARG(case_normalise(a, slice_trim(bare))), SLICE_ARG(entry));
	return w;
}

bool case_is_wanted(const struct case_wanted *w, struct slice key)
{
	struct slice entry = key;

	return slice_equal(w->whole ? slice_cut(&entry, '#') : key, w->key);
}

/* ---- its rulings ---- */

/* The newest folder that has the case. */
static const struct month_folder *newest(const struct stating *s)
{
	for (size_t i = s->count; i > 0; i--)
		if (s->folders[i - 1].book.count > 0)
			return &s->folders[i - 1];
	return NULL;
}

static enum status take_entries(struct stating *s, const struct rulings *all)
{
	struct statement *out = s->out;

	out->court = all->court;
	out->dated = all->dated;
	out->entries = arena_array(&s->c->arena, all->count, sizeof *out->entries);
	for (size_t i = 0; out->entries != NULL && i < all->count; i++)
		if (case_is_wanted(&s->wanted, all->items[i]->key))
			out->entries[out->entry_count++] = all->items[i];
	if (out->entries == NULL)
		return STATUS_FAIL;
	return out->entry_count > 0 ? STATUS_OK : STATUS_REJECT;
}

/* What the file says of other cases stays unsaid. */
static enum status read_rulings(struct stating *s)
{
	const struct month_folder *f = newest(s);
	struct findings unsaid = { 0 };
	struct rulings all;
	enum status status;

	if (f == NULL) {
		cycle_note(s->c, N0771_STATEMENT_CASE_ABSENT, (struct slice){ 0 }, slice_from_c(s->c->request->case_number),
		           (struct slice){ 0 });
		return STATUS_REJECT;
	}
	status = rulings_read(f->rulings, f->record.rulings.name, &s->c->arena, &all, &unsaid);
	if (status == STATUS_OK)
		status = take_entries(s, &all);
	if (status == STATUS_REJECT)
		cycle_note(s->c, N0701_PREVIOUS_SEAL, slice_from_c(f->path), f->record.rulings.name, (struct slice){ 0 });
	findings_release(&unsaid);
	return status;
}

/* ---- its lines, over all months ---- */

static const struct ruling *entry_of(const struct stating *s, struct slice key)
{
	for (size_t i = 0; i < s->out->entry_count; i++)
		if (slice_equal(s->out->entries[i]->key, key))
			return s->out->entries[i];
	return NULL;
}

static enum hak hak_of(struct slice word)
{
	for (unsigned h = 0; h < HAK_COUNT; h++)
		if (slice_equal(word, slice_from_c(hak_name((enum hak)h))))
			return (enum hak)h;
	return HAK_NAFKAH_ANAK;
}

/* Where the ruling has a child, else behind all of them. */
static size_t place_of(const struct ruling *r, struct slice payee)
{
	struct slice id = payee;

	(void)slice_cut(&id, ':');
	for (size_t i = 0; r != NULL && i < r->child_count; i++)
		if (slice_equal(r->children[i].id, id))
			return i;
	return r != NULL ? r->child_count : 0;
}

static int32_t entry_number(struct slice key)
{
	struct slice entry = key;
	uint64_t n;

	(void)slice_cut(&entry, '#');
	return slice_to_u64(entry, &n) && n < INT32_MAX ? (int32_t)n : 1;
}

static void add_line(struct stating *s, const struct register_row *row)
{
	struct statement_line *line;

	for (size_t i = 0; i < s->out->line_count; i++) {
		line = &s->lines[i];
		if (slice_equal(line->key, row->key) && line->bare == (row->hak.len == 0) && slice_equal(line->payee, row->payee) &&
		    (line->bare || line->hak == hak_of(row->hak)))
			return;
	}
	s->lines[s->out->line_count++] = (struct statement_line){
		.key = row->key, .payee = row->payee, .entry = entry_number(row->key), .bare = row->hak.len == 0,
		.hak = hak_of(row->hak), .place = place_of(entry_of(s, row->key), row->payee),
	};
}

static int by_place(const void *a, const void *b)
{
	const struct statement_line *x = a, *y = b;

	if (x->entry != y->entry)
		return x->entry < y->entry ? -1 : 1;
	if (x->hak != y->hak)
		return x->hak < y->hak ? -1 : 1;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return slice_compare(x->payee, y->payee);
}

static enum status list_lines(struct stating *s)
{
	size_t room = 0;

	for (size_t i = 0; i < s->count; i++)
		room += s->folders[i].book.count;
	s->lines = arena_array(&s->c->arena, room, sizeof *s->lines);
	if (s->lines == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < s->count; i++)
		for (size_t k = 0; k < s->folders[i].book.count; k++)
			add_line(s, &s->folders[i].book.rows[k]);
	qsort(s->lines, s->out->line_count, sizeof *s->lines, by_place);
	s->out->lines = s->lines;
	return STATUS_OK;
}

/* ---- all of it ---- */

static enum status read_folders(struct stating *s, char *const *paths, size_t count)
{
	enum status status = STATUS_OK;

	s->folders = arena_array(&s->c->arena, count, sizeof *s->folders);
	if (s->folders == NULL)
		return STATUS_FAIL;
	for (; status != STATUS_FAIL && s->count < count; s->count++) {
		enum status read;

		s->folders[s->count].path = paths[s->count];
		read = statement_folder(s, &s->folders[s->count]);
		status = read == STATUS_OK ? status : read;
	}
	return status;
}

static enum status build(struct stating *s, char *const *paths, size_t count)
{
	enum status status = read_folders(s, paths, count);

	if (status == STATUS_OK)
		status = statement_order(s);
	if (status == STATUS_OK)
		status = read_rulings(s);
	if (status == STATUS_OK)
		status = list_lines(s);
	if (status == STATUS_OK)
		status = statement_chain(s);
	return status == STATUS_OK && s->c->arena.exhausted ? STATUS_FAIL : status;
}

enum exit_status job_statement(struct cycle *c, char *const *paths, size_t count, struct buf *out)
{
	struct statement statement = { 0 };
	struct stating s = { .c = c, .wanted = wanted_of(&c->arena, c->request->case_number), .out = &statement };
	enum status status = c->arena.exhausted ? STATUS_FAIL : build(&s, paths, count);

	if (status == STATUS_OK)
		status = c->request->html ? statement_write_html(&statement, c->request->lang, out)
		                          : statement_write_text(&statement, c->request->lang, out);
	return status != STATUS_OK || c->findings->lost ? cycle_failed(c, status) : EXIT_DONE;
}
