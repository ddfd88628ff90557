/* A simulation for machines: the words of the register for what the register has. */
#include "simulate_private.h"

#include "json_tree.h"

#include <nafkah/right.h>
#include <nafkah/transfer.h>

static struct json_t *month_text(struct json_tree *t, month_no m)
{
	char text[8];

	month_format(m, text); /* MONTH_FOREVER is empty */
	return text[0] != '\0' ? tree_word(t, text) : tree_nothing(t);
}

static void put_number(struct json_tree *t, struct json_t *into, const char *key, int64_t n)
{
	tree_put(t, into, key, tree_number(t, n));
}

static void put_word(struct json_tree *t, struct json_t *into, const char *key, const char *word)
{
	tree_put(t, into, key, tree_word(t, word));
}

static void put_text(struct json_tree *t, struct json_t *into, const char *key, struct slice text)
{
	tree_put(t, into, key, tree_text(t, text));
}

static void put_month(struct json_tree *t, struct json_t *into, const char *key, month_no m)
{
	tree_put(t, into, key, month_text(t, m));
}

static void put_line_name(struct json_tree *t, struct json_t *into, const struct line *l)
{
	struct arena arena = { 0 };

	put_word(t, into, "hak", hak_name(l->award->hak));
	put_text(t, into, "penerima", line_payee(&arena, l->child));
	t->failed = t->failed || arena.exhausted;
	arena_release(&arena);
}

/* ---- months ---- */

static void put_place(struct json_tree *t, struct json_t *into, const struct line *l, month_no m)
{
	int32_t nth, of;
	bool has = line_place(l, m, &nth, &of);

	tree_put(t, into, "bulan_ke", has ? tree_number(t, nth) : tree_nothing(t));
	tree_put(t, into, "dari_bulan", has ? tree_number(t, of) : tree_nothing(t));
}

static struct json_t *line_of(struct json_tree *t, const struct line *l, month_no m)
{
	struct json_t *line = tree_object(t);

	put_line_name(t, line, l);
	put_word(t, line, "cara", cara_name(l->award->cara));
	put_text(t, line, "nilai", l->terms);
	put_place(t, line, l, m);
	put_number(t, line, "hak_bulan_ini", l->sum.due);
	put_number(t, line, "disimpan_asn", l->sum.kept);
	put_number(t, line, "tunggakan_awal", l->opening.arrears);
	put_number(t, line, "susulan", l->sum.missed);
	put_number(t, line, "dibayar", l->sum.paid_due + l->sum.paid_arrears);
	put_number(t, line, "tunggakan_akhir", l->sum.arrears);
	put_month(t, line, "dibukukan_sampai", l->booked_after);
	put_word(t, line, "status", line_status_name(l->status));
	if (l->status == LINE_DITAHAN)
		put_word(t, line, "sebab", code_name(l->held ? l->held_by : l->file->held_by));
	return line;
}

static void put_limit(struct json_tree *t, struct json_t *into, const struct person *p)
{
	put_number(t, into, "penghasilan_dasar", money_floor_rupiah(p->base));
	put_number(t, into, "porsi_asn", p->asn_share);
	tree_put(t, into, "batas_porsi", p->ceiling < INT64_MAX ? tree_number(t, p->ceiling) : tree_nothing(t));
	put_number(t, into, "tersedia", p->available);
	put_number(t, into, "batas", p->limit);
	put_word(t, into, "penentu", simulated_bound(p) == BOUND_SHARE ? "porsi-asn" : "bersih");
	tree_put(t, into, "mengikat", tree_yes(t, simulated_bound_binds(p)));
}

static void put_households(struct json_tree *t, struct json_t *into, const struct simulated_sums *sums)
{
	put_number(t, into, "asn", sums->asn);
	put_number(t, into, "mantan_dan_anak", sums->former);
	put_number(t, into, "wali", sums->guardian);
	put_number(t, into, "asn_tanpa_putusan", sums->asn_without);
	put_number(t, into, "mantan_dan_anak_tanpa_putusan", sums->former_without);
}

static void put_sums(struct json_tree *t, struct json_t *into, const struct simulated_sums *sums)
{
	put_number(t, into, "jumlah_hak", sums->due);
	put_number(t, into, "disimpan_asn", sums->kept);
	put_number(t, into, "susulan", sums->missed);
	put_number(t, into, "dibayar", sums->paid);
	put_number(t, into, "tunggakan", sums->arrears);
}

static struct json_t *month_of(struct json_tree *t, const struct simulation *s, size_t m)
{
	const struct person *p = s->months[m].person;
	struct json_t *month = tree_object(t), *lines = tree_list(t), *houses = tree_object(t);
	struct simulated_sums sums = simulated_month_sums(s, m);

	put_month(t, month, "periode", s->months[m].month);
	put_word(t, month, "status", ruling_state_name(p->cases[0].state));
	put_limit(t, month, p);
	put_number(t, month, "dipotong", p->paid);
	put_households(t, houses, &sums);
	tree_put(t, month, "rumah_tangga", houses);
	for (size_t i = 0; i < p->line_count; i++)
		tree_add(t, lines, line_of(t, &p->lines[i], s->months[m].month));
	tree_put(t, month, "hak", lines);
	return month;
}

/* ---- the whole ---- */

static struct json_t *rights_of(struct json_tree *t, const struct simulation *s)
{
	const struct person *p = s->months[s->month_count - 1].person;
	struct json_t *rights = tree_list(t);

	for (size_t i = 0; i < p->line_count; i++) {
		const struct line *l = &p->lines[i];
		struct simulated_sums sums = simulated_line_sums(s, i);
		struct json_t *right = tree_object(t);

		put_line_name(t, right, l);
		put_word(t, right, "cara", cara_name(l->award->cara));
		put_text(t, right, "nilai", l->terms);
		put_month(t, right, "dari", span_empty(l->right) ? MONTH_NONE : l->right.first);
		put_month(t, right, "sampai", span_empty(l->right) ? MONTH_NONE : l->right.last);
		put_text(t, right, "sebab_berakhir", l->ended_by);
		put_sums(t, right, &sums);
		tree_add(t, rights, right);
	}
	return rights;
}

static struct json_t *rules_of(struct json_tree *t, const struct simulation *s)
{
	const struct rules *r = s->months[0].rules;
	struct json_t *rules = tree_object(t), *list = tree_list(t);

	put_text(t, rules, "id", r->id);
	put_month(t, rules, "versi", r->version);
	for (unsigned p = 0; p < PARAMETER_COUNT; p++) {
		struct json_t *one;

		if (!simulated_uses(s, (enum parameter)p))
			continue;
		one = tree_object(t);
		put_word(t, one, "nama", parameter_name((enum parameter)p));
		put_text(t, one, "nilai", r->words[p].value);
		put_text(t, one, "hukum", r->words[p].law);
		tree_add(t, list, one);
	}
	tree_put(t, rules, "parameter", list);
	return rules;
}

static struct json_t *note_of(struct json_tree *t, const struct simulated_note *n, enum lang lang)
{
	struct finding f = { .code = n->code, .value = n->value, .detail = n->detail };
	struct json_t *note = tree_object(t);
	struct buf message = { 0 };

	finding_message(&f, lang, false, &message);
	t->failed = t->failed || message.failed;
	put_word(t, note, "kode", code_name(n->code));
	put_word(t, note, "tingkat", level_name(code_level(n->code)));
	put_text(t, note, "pesan", buf_slice(&message));
	put_month(t, note, "dari", n->first);
	put_month(t, note, "sampai", n->last);
	put_number(t, note, "bulan", n->count);
	buf_release(&message);
	return note;
}

enum status simulate_print_json(const struct simulation *s, enum exit_status status, enum lang lang)
{
	struct json_tree tree = { 0 }, *t = &tree;
	struct json_t *all = tree_object(t), *months = tree_list(t), *notes = tree_list(t), *sums = tree_object(t);
	struct simulated_sums year = simulated_year_sums(s);

	for (size_t m = 0; m < s->month_count; m++)
		tree_add(t, months, month_of(t, s, m));
	for (size_t i = 0; i < s->note_count; i++)
		tree_add(t, notes, note_of(t, &s->notes[i], lang));
	put_word(t, all, "perintah", "simulate");
	put_word(t, all, "sifat", "simulasi, bukan putusan");
	put_number(t, all, "status", status);
	put_month(t, all, "mulai", s->facts->start);
	tree_put(t, all, "aturan", rules_of(t, s));
	tree_put(t, all, "hak", rights_of(t, s));
	tree_put(t, all, "bulan", months);
	put_sums(t, sums, &year);
	put_households(t, sums, &year);
	tree_put(t, all, "jumlah", sums);
	tree_put(t, all, "catatan", notes);
	return tree_print(t, all);
}
