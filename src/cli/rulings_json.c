/* The difference of two files of rulings for machines. */
#include "rulings_private.h"

#include "json_tree.h"

static struct json_t *change_of(struct json_tree *t, const struct diff_change *c)
{
	struct json_t *change = tree_object(t);

	tree_put(t, change, "apa", tree_text(t, c->what));
	tree_put(t, change, "lama", tree_text(t, c->before));
	tree_put(t, change, "baru", tree_text(t, c->after));
	tree_put(t, change, "perlu", tree_word(t, diff_need_word(c->need)));
	return change;
}

static struct json_t *case_of(struct json_tree *t, const struct diff_case *c)
{
	const struct ruling *r = c->newer != NULL ? c->newer : c->older;
	struct json_t *one = tree_object(t), *changes = tree_list(t);

	tree_put(t, one, "nomor", tree_text(t, r->number));
	tree_put(t, one, "macam", tree_word(t, diff_kind_word(c->kind)));
	tree_put(t, one, "perlu", tree_word(t, diff_need_word(c->need)));
	if (c->similar != NULL)
		tree_put(t, one, "nip_sama", tree_text(t, c->similar->number));
	for (size_t i = 0; i < c->count; i++)
		tree_add(t, changes, change_of(t, &c->changes[i]));
	tree_put(t, one, "perubahan", changes);
	return one;
}

static struct json_t *file_of(struct json_tree *t, const struct rulings *file)
{
	struct json_t *one = tree_object(t);
	char date[11];

	date_format(file->dated, date);
	tree_put(t, one, "nama", tree_text(t, file->file));
	tree_put(t, one, "pengadilan", tree_text(t, file->court));
	tree_put(t, one, "tanggal", tree_word(t, date));
	tree_put(t, one, "putusan", tree_number(t, (int64_t)file->count));
	return one;
}

static struct json_t *needs_of(struct json_tree *t, const struct rulings_diff *d)
{
	struct json_t *all = tree_object(t);

	for (unsigned n = NEED_NOTHING + 1; n < DIFF_NEED_COUNT; n++)
		tree_put(t, all, diff_need_word((enum diff_need)n), tree_number(t, (int64_t)d->needs[n]));
	return all;
}

enum status diff_print_json(const struct rulings_diff *d, enum exit_status status)
{
	struct json_tree tree = { 0 }, *t = &tree;
	struct json_t *all = tree_object(t), *cases = tree_list(t), *counts = tree_object(t);
	size_t kinds[DIFF_KIND_COUNT] = { 0 };

	for (size_t i = 0; i < d->count; i++) {
		tree_add(t, cases, case_of(t, &d->cases[i]));
		kinds[d->cases[i].kind]++;
	}
	for (unsigned k = 0; k < DIFF_KIND_COUNT; k++)
		tree_put(t, counts, diff_kind_word((enum diff_kind)k), tree_number(t, (int64_t)kinds[k]));
	tree_put(t, counts, "tetap", tree_number(t, (int64_t)d->same));
	tree_put(t, all, "perintah", tree_word(t, "rulings diff"));
	tree_put(t, all, "status", tree_number(t, status));
	tree_put(t, all, "lama", file_of(t, &d->older));
	tree_put(t, all, "baru", file_of(t, &d->newer));
	tree_put(t, all, "jumlah", counts);
	tree_put(t, all, "perlu", needs_of(t, d));
	tree_put(t, all, "perkara", cases);
	return tree_print(t, all);
}
