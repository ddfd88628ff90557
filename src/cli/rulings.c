/* `nafkah rulings diff OLD NEW`: what the court's new file changes, as a table or as JSON. */
#include "rulings_private.h"

#include <nafkah/nip.h>
#include <nafkah/text_table.h>

#include <string.h>

/* Why somebody must look: a word for machines, and sentences for people. */
static const struct {
	const char *word, *short_text[LANG_COUNT], *remedy[LANG_COUNT];
} needs[DIFF_NEED_COUNT] = {
	[NEED_NOTHING] = { "", { "", "" }, { "", "" } },
	[NEED_GONE] = {
		"hilang",
		{ "hilang", "gone" },
		{ "Hak tidak boleh hilang diam-diam. Kembalikan putusan, hak, atau anak itu; yang berakhir ditulis dengan "
		  "<selesai> atau <berhenti>.",
		  "No right may vanish silently. Restore that ruling, award or child; what ends is written with <selesai> or "
		  "<berhenti>." },
	},
	[NEED_AMAR] = {
		"amar-tanpa-entri",
		{ "amar berubah tanpa entri baru", "amar changed without a new entry" },
		{ "Amar yang sudah final tidak berubah. Tanyakan kepada pengadilan; bila memang berubah, akhiri entri ini "
		  "dengan <selesai sebab=\"diganti\"> dan tulis amar yang baru sebagai entri berikutnya.",
		  "A final amar does not change. Ask the court; if it really changed, end this entry with "
		  "<selesai sebab=\"diganti\"> and write the new amar as the next entry." },
	},
	[NEED_ACCOUNT] = {
		"rekening-tanpa-bukti",
		{ "rekening berubah tanpa bukti baru", "account changed without a new document" },
		{ "Tanyakan kepada penerima lewat pengadilan apakah rekeningnya memang berganti, lalu isi bukti=\"...\" "
		  "dengan nomor surat yang baru.",
		  "Ask the payee through the court whether the account really changed, then put the number of the new "
		  "letter into bukti=\"...\"." },
	},
	[NEED_TAKEN_BACK] = {
		"ditarik-kembali",
		{ "ditarik kembali", "taken back" },
		{ "Yang sudah dilaporkan berakhir atau final ditarik kembali atau diganti. Minta penjelasan tertulis dari "
		  "pengadilan sebelum uang bergerak lagi.",
		  "What was reported as ended or final is taken back or replaced. Ask the court for a written explanation "
		  "before money moves again." },
	},
	[NEED_FACT] = {
		"fakta-berubah",
		{ "tidak berubah dengan sendirinya", "does not change by itself" },
		{ "NIP, NIK, tanggal, dan bulan pertama tidak berubah dengan sendirinya. Cocokkan dengan salinan putusan.",
		  "NIP, NIK, dates and the first month do not change by themselves. Compare with the copy of the ruling." },
	},
	[NEED_CUSTODY] = {
		"asuh-asn",
		{ "bagian anak berhenti atau mulai", "the child's part stops or begins" },
		{ "Bagian anak yang diasuh ayahnya tinggal di gaji dan tidak ditransfer. Minta penetapan hak asuhnya.",
		  "The part of a child in the father's custody stays in the pay and is not transferred. Ask for the "
		  "decision on custody." },
	},
	[NEED_ENTRY] = {
		"entri-ganda",
		{ "entri sebelumnya belum diakhiri", "the entry before it is not ended" },
		{ "Kedua entri akan dibayar. Akhiri entri sebelumnya dengan <selesai sebab=\"diganti\">.",
		  "Both entries would be paid. End the one before with <selesai sebab=\"diganti\">." },
	},
	[NEED_COURT] = {
		"pengadilan-lain",
		{ "pengadilan lain", "another court" },
		{ "Kedua berkas menyebut pengadilan yang berbeda. Pastikan keduanya memang berpasangan.",
		  "The two files name different courts. Make sure that they belong together." },
	},
	[NEED_ORDER] = {
		"urutan",
		{ "daftar baru lebih tua", "the new list is older" },
		{ "Tanggal daftar yang baru lebih awal daripada yang lama. Periksa apakah keduanya tertukar.",
		  "The new list is dated before the old one. Check whether they were swapped." },
	},
};

static const char *const kind_words[DIFF_KIND_COUNT] = {
	[DIFF_VANISHED] = "hilang", [DIFF_CHANGED] = "berubah", [DIFF_ENDED] = "berakhir", [DIFF_NEW] = "baru",
};

static const char *const kind_titles[DIFF_KIND_COUNT][LANG_COUNT] = {
	[DIFF_VANISHED] = { "HILANG", "GONE" },
	[DIFF_CHANGED] = { "BERUBAH", "CHANGED" },
	[DIFF_ENDED] = { "BERAKHIR", "ENDED" },
	[DIFF_NEW] = { "BARU", "NEW" },
};

const char *diff_need_word(enum diff_need need)
{
	return needs[need].word;
}

const char *diff_kind_word(enum diff_kind kind)
{
	return kind_words[kind];
}

struct listing {
	const struct rulings_diff *diff;
	enum lang lang;
	struct arena arena;
	struct text_table table;
	struct buf out;
};

static struct slice escaped(struct listing *l, struct slice s, bool mask)
{
	struct buf text = { 0 };
	struct slice copy;

	append_escaped(&text, s, mask);
	l->arena.exhausted = l->arena.exhausted || text.failed;
	copy = arena_copy(&l->arena, buf_slice(&text));
	buf_release(&text);
	return copy;
}

static void cells(struct listing *l, struct slice mark, struct slice what, struct slice value, struct slice reason)
{
	text_table_add(&l->table, mark);
	text_table_add(&l->table, what);
	text_table_add(&l->table, value);
	text_table_add(&l->table, reason);
}

static struct slice mark_of(enum diff_need need)
{
	return need != NEED_NOTHING ? SLICE("!") : SLICE("");
}

static struct slice reason_of(const struct listing *l, enum diff_need need)
{
	return slice_from_c(needs[need].short_text[l->lang]);
}

/* ---- one case ---- */

static struct slice nip_of(struct listing *l, const struct ruling *r)
{
	char nip[NIP_DIGITS + 1];

	nip_format(r->nip, nip);
	return escaped(l, slice_from_c(nip), true);
}

/* What somebody wants to know of a case that came or went. */
static struct slice facts_of(struct listing *l, const struct ruling *r)
{
	char start[8], over[11];
	struct slice text;

	month_format(r->dates.start, start);
	date_format(r->over.date, over);
	text = arena_printf(&l->arena, "NIP %.*s", SLICE_ARG(nip_of(l, r)));
	if (start[0] != '\0')
		text = arena_printf(&l->arena, "%.*s, mulai-potong %s", SLICE_ARG(text), start);
	if (over[0] != '\0')
		text = arena_printf(&l->arena, "%.*s, selesai %s", SLICE_ARG(text), over);
	return text;
}

static struct slice value_of(struct listing *l, struct slice s)
{
	return s.len > 0 ? escaped(l, s, false) : SLICE("-");
}

static void add_change(struct listing *l, const struct diff_change *c)
{
	const char *same = l->lang == LANG_ID ? " (depannya lain)" : " (begins otherwise)";
	struct slice what = arena_printf(&l->arena, "  %.*s", SLICE_ARG(escaped(l, c->what, false)));
	struct slice before = value_of(l, c->before), after = value_of(l, c->after), value;

	value = arena_printf(&l->arena, "%.*s -> %.*s%s", SLICE_ARG(before), SLICE_ARG(after),
	                     c->masked && slice_equal(before, after) ? same : "");
	cells(l, mark_of(c->need), what, value, reason_of(l, c->need));
}

static void add_case(struct listing *l, const struct diff_case *c)
{
	const struct ruling *r = c->newer != NULL ? c->newer : c->older;
	const char *same = l->lang == LANG_ID ? "NIP yang sama, perkara baru" : "the same NIP, new case";

	cells(l, mark_of(c->need), escaped(l, r->number, false), facts_of(l, r), reason_of(l, c->need));
	if (c->similar != NULL)
		cells(l, SLICE(""), SLICE("  ?"),
		      arena_printf(&l->arena, "%s %.*s", same, SLICE_ARG(escaped(l, c->similar->number, false))), SLICE(""));
	for (size_t i = 0; i < c->count; i++)
		add_change(l, &c->changes[i]);
}

/* ---- the whole ---- */

static void add_kind(struct listing *l, enum diff_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < l->diff->count; i++) {
		if (l->diff->cases[i].kind != kind)
			continue;
		add_case(l, &l->diff->cases[i]);
		count++;
	}
	if (count > 0)
		buf_printf(&l->out, "\n%s (%zu)\n", kind_titles[kind][l->lang], count);
	text_table_write(&l->table, 2, &l->out);
}

static void add_file(struct listing *l, const struct rulings *file, const char *path, const char *label)
{
	struct slice name = escaped(l, slice_from_c(path), false), court = escaped(l, file->court, false);
	char date[11];

	date_format(file->dated, date);
	buf_printf(&l->out, "%-5s %.*s: %.*s, %s, %zu %s\n", label, SLICE_ARG(name), SLICE_ARG(court), date, file->count,
	           l->lang == LANG_ID ? "putusan" : "rulings");
}

static void add_needs(struct listing *l)
{
	size_t all = 0;

	for (unsigned n = NEED_NOTHING + 1; n < DIFF_NEED_COUNT; n++)
		all += l->diff->needs[n];
	if (all == 0)
		buf_printf(&l->out, "\n%s\n",
		           l->lang == LANG_ID ? "Tidak ada yang perlu dilihat seseorang." : "Nothing needs a person.");
	else if (l->lang == LANG_ID)
		buf_printf(&l->out, "\nPERLU DILIHAT SESEORANG: %zu hal, bertanda (!)\n", all);
	else
		buf_printf(&l->out, "\nNEEDS A PERSON: %zu matters, marked (!)\n", all);
	for (unsigned n = NEED_NOTHING + 1; n < DIFF_NEED_COUNT; n++)
		if (l->diff->needs[n] > 0)
			buf_printf(&l->out, "  ! %zu %s. %s\n", l->diff->needs[n], needs[n].short_text[l->lang],
			           needs[n].remedy[l->lang]);
}

static enum status print_text(const struct call *call, const struct rulings_diff *diff)
{
	struct listing l = { .diff = diff, .lang = call->request.lang };
	enum status status = STATUS_FAIL;

	l.table = (struct text_table){ .arena = &l.arena, .align = "llll" };
	add_file(&l, &diff->older, call->words[1], l.lang == LANG_ID ? "lama" : "old");
	add_file(&l, &diff->newer, call->words[2], l.lang == LANG_ID ? "baru" : "new");
	for (unsigned kind = 0; kind < DIFF_KIND_COUNT; kind++)
		add_kind(&l, (enum diff_kind)kind);
	buf_printf(&l.out, "\n%s: %zu\n", l.lang == LANG_ID ? "Tidak berubah" : "Unchanged", diff->same);
	add_needs(&l);
	if (!l.arena.exhausted && !l.out.failed && fwrite(l.out.ptr, 1, l.out.len, stdout) == l.out.len)
		status = STATUS_OK;
	buf_release(&l.out);
	arena_release(&l.arena);
	return status;
}

enum exit_status command_rulings(struct call *call)
{
	struct rulings_diff diff;
	enum exit_status status;
	enum status printed;

	if (call->word_count != 3 || strcmp(call->words[0], "diff") != 0) {
		complain(SAY_RULINGS_USAGE, call->request.lang, NULL);
		return EXIT_USAGE;
	}
	status = job_rulings_diff(&call->cycle, call->words[1], call->words[2], &diff);
	if ((status != EXIT_DONE && status != EXIT_ATTENTION) || (call->request.quiet && !call->request.json))
		return status;
	printed = call->request.json ? diff_print_json(&diff, status) : print_text(call, &diff);
	return printed == STATUS_OK ? status : EXIT_ENVIRONMENT;
}
