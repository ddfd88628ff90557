/* The summary for machines: one JSON object on stdout, keys in a fixed order. */
#include "cli.h"
#include "json_tree.h"

#include <jansson.h>

static json_t *text_of(struct slice s)
{
	json_t *text = json_stringn(s.ptr != NULL ? s.ptr : "", s.len);

	return text != NULL ? text : json_string("");
}

static json_t *files_of(const struct cycle *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->report.file_count; i++) {
		const struct report_file *f = &c->report.files[i];
		json_t *file = json_object();

		(void)json_object_set_new(file, "nama", text_of(f->name));
		(void)json_object_set_new(file, "jenis", json_string(kind_name(f->kind)));
		(void)json_object_set_new(file, "baris", json_integer((json_int_t)f->rows));
		(void)json_object_set_new(file, "baris-berubah", json_integer((json_int_t)f->changed));
		(void)json_object_set_new(file, "potongan-nafkah", json_integer((json_int_t)f->taken));
		(void)json_array_append_new(list, file);
	}
	return list;
}

static json_t *states_of(const struct cycle *c)
{
	json_int_t counts[RULING_STATE_COUNT] = { 0 };
	json_t *states = json_object();

	for (size_t i = 0; i < c->case_count; i++)
		counts[c->cases[i]->state]++;
	for (unsigned s = 0; s < RULING_STATE_COUNT; s++)
		(void)json_object_set_new(states, ruling_state_name((enum ruling_state)s), json_integer(counts[s]));
	return states;
}

static json_t *levels_of(const struct findings *fs)
{
	json_t *levels = json_object();

	for (unsigned l = 0; l < LEVEL_COUNT; l++)
		(void)json_object_set_new(levels, level_name((enum level)l), json_integer((json_int_t)fs->per_level[l]));
	return levels;
}

static json_t *codes_of(const struct findings *fs)
{
	json_t *codes = json_object();

	for (unsigned i = 0; i < CODE_COUNT; i++)
		if (fs->per_code[i] > 0)
			(void)json_object_set_new(codes, code_name((enum code)i), json_integer((json_int_t)fs->per_code[i]));
	return codes;
}

void print_json(const struct cycle *c, const char *command, enum exit_status status)
{
	json_t *all = json_object(), *transfer = json_object();
	char month[8];

	month_format(c->request->period, month);
	(void)json_object_set_new(transfer, "baris", json_integer((json_int_t)c->transfers.count));
	(void)json_object_set_new(transfer, "total", json_integer((json_int_t)c->transfers.total));
	(void)json_object_set_new(all, "perintah", json_string(command));
	(void)json_object_set_new(all, "periode", json_string(month));
	(void)json_object_set_new(all, "status", json_integer(status));
	(void)json_object_set_new(all, "aturan", text_of(c->rules.id));
	(void)json_object_set_new(all, "berkas", files_of(c));
	(void)json_object_set_new(all, "transfer", transfer);
	(void)json_object_set_new(all, "putusan", states_of(c));
	(void)json_object_set_new(all, "temuan", levels_of(c->findings));
	(void)json_object_set_new(all, "kode", codes_of(c->findings));
	(void)json_dumpf(all, stdout, JSON_INDENT(2) | JSON_ENSURE_ASCII);
	(void)fputc('\n', stdout);
	json_decref(all);
}

/* ---- trees of other commands ---- */

static json_t *made(struct json_tree *t, json_t *value)
{
	t->failed = t->failed || value == NULL;
	return value;
}

struct json_t *tree_object(struct json_tree *t)
{
	return made(t, json_object());
}

struct json_t *tree_list(struct json_tree *t)
{
	return made(t, json_array());
}

struct json_t *tree_text(struct json_tree *t, struct slice s)
{
	return made(t, json_stringn(s.ptr != NULL ? s.ptr : "", s.len));
}

struct json_t *tree_word(struct json_tree *t, const char *word)
{
	return made(t, json_string(word));
}

struct json_t *tree_number(struct json_tree *t, int64_t n)
{
	return made(t, json_integer(n));
}

struct json_t *tree_yes(struct json_tree *t, bool yes)
{
	return made(t, json_boolean(yes));
}

struct json_t *tree_nothing(struct json_tree *t)
{
	return made(t, json_null());
}

void tree_put(struct json_tree *t, struct json_t *object, const char *key, struct json_t *value)
{
	t->failed = json_object_set_new(object, key, value) != 0 || t->failed;
}

void tree_add(struct json_tree *t, struct json_t *list, struct json_t *value)
{
	t->failed = json_array_append_new(list, value) != 0 || t->failed;
}

enum status tree_print(struct json_tree *t, struct json_t *root)
{
	bool printed = !t->failed && json_dumpf(root, stdout, JSON_INDENT(2) | JSON_ENSURE_ASCII) == 0 && fputc('\n', stdout) != EOF;

	json_decref(root);
	return printed ? STATUS_OK : STATUS_FAIL;
}
