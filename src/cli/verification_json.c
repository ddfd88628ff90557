#include "cli.h"
#include "json_tree.h"

/* Names of files need not be UTF-8. */
static struct json_t *text_of(struct json_tree *t, struct slice s)
{
	struct buf text = { 0 };
	struct json_t *value;

	append_escaped(&text, s, false);
	t->failed = t->failed || text.failed;
	value = tree_text(t, buf_slice(&text));
	buf_release(&text);
	return value;
}

static struct json_t *differences_of(struct json_tree *t, const struct folder_check *f)
{
	struct json_t *list = tree_list(t);

	for (size_t i = 0; i < f->difference_count; i++) {
		const struct difference *d = &f->differences[i];
		struct json_t *one = tree_object(t);

		tree_put(t, one, "kode", tree_word(t, code_name(d->code)));
		tree_put(t, one, "penyebab", tree_word(t, cause_word(d->cause)));
		tree_put(t, one, "berkas", text_of(t, d->file));
		tree_put(t, one, "baris", d->line > 0 ? tree_number(t, (int64_t)d->line) : tree_nothing(t));
		tree_put(t, one, "kolom", text_of(t, d->column));
		tree_put(t, one, "awal-baris", text_of(t, d->row));
		tree_put(t, one, "tertulis", text_of(t, d->found));
		tree_put(t, one, "seharusnya", text_of(t, d->expected));
		tree_add(t, list, one);
	}
	return list;
}

static struct json_t *proven_of(struct json_tree *t, const struct folder_check *f)
{
	static const char *const names[PROOF_COUNT] = {
		[PROOF_BYTES] = "sampai-byte", [PROOF_CONTENT] = "isi", [PROOF_FIGURES] = "angka", [PROOF_HASH] = "hash-bukti",
		[PROOF_SEAL] = "segel",
	};
	struct json_t *all = tree_object(t), *lists[PROOF_COUNT];

	for (size_t p = 0; p < PROOF_COUNT; p++) {
		lists[p] = tree_list(t);
		tree_put(t, all, names[p], lists[p]);
	}
	for (size_t i = 0; i < f->proven_count; i++)
		tree_add(t, lists[f->proven[i].proof], text_of(t, f->proven[i].file));
	return all;
}

static struct json_t *link_of(struct json_tree *t, const struct folder_check *f)
{
	static const char *const links[] = {
		[LINK_NONE] = "awal", [LINK_HOLDS] = "tersambung", [LINK_ABSENT] = "tidak-diberikan", [LINK_BROKEN] = "putus",
		[LINK_COPY] = "salinan",
	};

	return tree_word(t, links[f->link]);
}

static struct json_t *folder_of(struct json_tree *t, const struct folder_check *f)
{
	struct json_t *one = tree_object(t);
	char month[8] = "";

	if (f->readable)
		month_format(f->record.period, month);
	tree_put(t, one, "folder", text_of(t, slice_from_c(f->path)));
	tree_put(t, one, "hasil", tree_word(t, verdict_word(f->verdict)));
	tree_put(t, one, "periode", tree_word(t, month));
	tree_put(t, one, "bagian-kedua", tree_yes(t, f->readable && f->record.continues_seal.len > 0));
	tree_put(t, one, "segel", tree_word(t, f->readable ? f->seal.hex : ""));
	tree_put(t, one, "versi-program", text_of(t, f->record.program_version));
	tree_put(t, one, "dihitung-ulang", tree_yes(t, f->reexecuted));
	tree_put(t, one, "tidak-ada", text_of(t, f->missing));
	tree_put(t, one, "sambungan", link_of(t, f));
	tree_put(t, one, "sambungan-dari", f->before != NULL ? text_of(t, slice_from_c(f->before->path)) : tree_nothing(t));
	tree_put(t, one, "beda", differences_of(t, f));
	tree_put(t, one, "sama", proven_of(t, f));
	return one;
}

static struct json_t *chain_of(struct json_tree *t, const struct verification *v)
{
	if (v->count < 2)
		return tree_nothing(t);
	return tree_word(t, v->chain_refuted ? "putus" : v->chain_proven ? "tersambung" : "tidak-terbukti");
}

static struct json_t *codes_of(struct json_tree *t, const struct findings *fs)
{
	struct json_t *codes = tree_object(t);

	for (unsigned i = 0; i < CODE_COUNT; i++)
		if (fs->per_code[i] > 0)
			tree_put(t, codes, code_name((enum code)i), tree_number(t, (int64_t)fs->per_code[i]));
	return codes;
}

enum status print_verification_json(const struct verification *v, enum exit_status status)
{
	struct json_tree t = { 0 };
	struct json_t *all = tree_object(&t), *folders = tree_list(&t);

	for (size_t i = 0; i < v->count; i++)
		tree_add(&t, folders, folder_of(&t, &v->folders[i]));
	tree_put(&t, all, "perintah", tree_word(&t, "verify"));
	tree_put(&t, all, "status", tree_number(&t, status));
	tree_put(&t, all, "versi-program", tree_word(&t, NAFKAH_VERSION));
	tree_put(&t, all, "folder", folders);
	tree_put(&t, all, "rantai", chain_of(&t, v));
	tree_put(&t, all, "kode", codes_of(&t, v->findings));
	return tree_print(&t, all);
}
