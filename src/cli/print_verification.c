#include "cli.h"

#include <inttypes.h>
#include <sys/stat.h>

enum word {
	WORD_BYTES, WORD_CONTENT, WORD_FIGURES, WORD_HASH, WORD_SEAL, WORD_CAUSE, WORD_ROW, WORD_CHAIN, WORD_HOLDS,
	WORD_NOT_PROVEN, WORD_BROKEN, WORD_MORE, WORD_NO_FOLDER, WORD_SECOND, WORD_EVIDENCE, WORD_NO_INPUTS
};
#define WORD_COUNT 16

static const char *const words[WORD_COUNT][LANG_COUNT] = {
	[WORD_BYTES] = { "dihitung ulang, sama sampai byte terakhir", "computed again, the same to the byte" },
	[WORD_CONTENT] = { "dihitung ulang, isinya sama; kemasannya lain, segelnya utuh",
	                   "computed again, the same once unpacked; packed otherwise, the seal holds" },
	[WORD_FIGURES] = { "dihitung ulang, angkanya sama; selebihnya menurut segel",
	                   "computed again, the same figures; the rest by its seal" },
	[WORD_HASH] = { "bukti, menurut hash yang tercatat", "evidence, by the hash on record" },
	[WORD_SEAL] = { "hanya menurut segel", "by the seal only" },
	[WORD_CAUSE] = { "penyebab", "cause" },
	[WORD_ROW] = { "baris", "row" },
	[WORD_CHAIN] = { "Rantai", "Chain" },
	[WORD_HOLDS] = { "tersambung", "unbroken" },
	[WORD_NOT_PROVEN] = { "tidak terbukti seluruhnya", "not proven as a whole" },
	[WORD_BROKEN] = { "PUTUS", "BROKEN" },
	[WORD_MORE] = { "perbedaan lagi", "more differences" },
	[WORD_NO_FOLDER] = { "belum ada folder hasil", "no finished folder given" },
	[WORD_SECOND] = { "bagian kedua", "second part" },
	[WORD_EVIDENCE] = { "berkas bukti", "files of evidence" },
	[WORD_NO_INPUTS] = { "bukan folder", "not a folder" },
};

static const char *const verdicts[VERDICT_COUNT][LANG_COUNT] = {
	[VERDICT_IDENTICAL] = { "IDENTIK", "IDENTICAL" },
	[VERDICT_SEAL_ONLY] = { "HANYA SEGEL", "SEAL ONLY" },
	[VERDICT_DIFFERS] = { "BERBEDA", "DIFFERS" },
	[VERDICT_FAILED] = { "GAGAL", "FAILED" },
};

static const char *const causes[CAUSE_COUNT][LANG_COUNT] = {
	[CAUSE_INPUT] = { "masukan", "input" },
	[CAUSE_RULE] = { "aturan", "rule" },
	[CAUSE_LAYOUT] = { "tata letak", "layout" },
	[CAUSE_OUTPUT] = { "hasil", "output" },
	[CAUSE_PROGRAM] = { "program", "program" },
};

enum { DIFFERENCES_SHOWN = 20 };

static void print_text(struct slice s)
{
	struct buf text = { 0 };

	append_escaped(&text, s, false);
	(void)fwrite(text.ptr, 1, text.len, stdout);
	buf_release(&text);
}

static bool is_evidence(struct slice path)
{
	return slice_starts_with(path, SLICE("bukti/"));
}

/* The files of one proof on a line; evidence is only counted. */
static void print_proof(const struct folder_check *f, enum proof proof, enum word what, enum lang lang)
{
	size_t listed = 0, evidence = 0;

	for (size_t i = 0; i < f->proven_count; i++) {
		if (f->proven[i].proof != proof)
			continue;
		if (is_evidence(f->proven[i].file)) {
			evidence++;
			continue;
		}
		(void)printf("%s%s", listed == 0 ? "  " : ", ", listed == 0 ? words[what][lang] : "");
		(void)printf("%s", listed++ == 0 ? ": " : "");
		print_text(f->proven[i].file);
	}
	if (evidence > 0 && listed == 0)
		(void)printf("  %s: ", words[what][lang]);
	if (evidence > 0)
		(void)printf("%s%zu %s", listed > 0 ? ", " : "", evidence, words[WORD_EVIDENCE][lang]);
	if (listed + evidence > 0)
		(void)fputc('\n', stdout);
}

static void print_difference(const struct difference *d, enum lang lang)
{
	(void)fputs("  ! ", stdout);
	print_text(d->file);
	if (d->line > 0)
		(void)printf(", %s %" PRIu64, words[WORD_ROW][lang], d->line);
	if (d->column.len > 0) {
		(void)printf(", %s ", say(SAY_COLUMN, lang));
		print_text(d->column);
	}
	(void)printf(" [%s]; %s: %s\n", code_name(d->code), words[WORD_CAUSE][lang], causes[d->cause][lang]);
}

static void print_folder(const struct folder_check *f, enum lang lang)
{
	static const enum word of[PROOF_COUNT] = {
		[PROOF_BYTES] = WORD_BYTES, [PROOF_CONTENT] = WORD_CONTENT, [PROOF_FIGURES] = WORD_FIGURES, [PROOF_HASH] = WORD_HASH,
		[PROOF_SEAL] = WORD_SEAL,
	};
	char month[8] = "-";

	if (f->readable)
		month_format(f->record.period, month);
	(void)printf("%s %s ", verdicts[f->verdict][lang], month);
	print_text(slice_from_c(f->path));
	if (f->readable && f->record.continues_seal.len > 0)
		(void)printf(" (%s)", words[WORD_SECOND][lang]);
	(void)fputc('\n', stdout);
	for (size_t i = 0; i < f->difference_count && i < DIFFERENCES_SHOWN; i++)
		print_difference(&f->differences[i], lang);
	if (f->difference_count > DIFFERENCES_SHOWN)
		(void)printf("  + %zu %s\n", f->difference_count - DIFFERENCES_SHOWN, words[WORD_MORE][lang]);
	for (unsigned p = 0; p < PROOF_COUNT; p++)
		print_proof(f, (enum proof)p, of[p], lang);
}

static void print_chain(const struct verification *v, enum lang lang)
{
	enum word state = v->chain_refuted ? WORD_BROKEN : v->chain_proven ? WORD_HOLDS : WORD_NOT_PROVEN;

	const struct folder_check *last = NULL;

	(void)printf("%s %s:", words[WORD_CHAIN][lang], words[state][lang]);
	for (size_t i = 0; i < v->count; i++) {
		const struct folder_check *f = &v->folders[i];

		if (f->link == LINK_COPY)
			continue;
		(void)fputs(last == NULL ? " " : f->link == LINK_HOLDS && f->before == last ? " -> " : " | ", stdout);
		print_text(slice_from_c(f->path));
		last = f;
	}
	(void)fputc('\n', stdout);
}

static void print_verification(const struct verification *v, enum lang lang)
{
	for (size_t i = 0; i < v->count; i++)
		print_folder(&v->folders[i], lang);
	if (v->count > 1)
		print_chain(v, lang);
}

static bool take_folders(const struct call *call, struct verification *v)
{
	v->folders = arena_array(&v->arena, (size_t)call->word_count, sizeof *v->folders);
	for (; v->folders != NULL && v->count < (size_t)call->word_count; v->count++)
		v->folders[v->count].path = call->words[v->count];
	return v->folders != NULL;
}

static bool check_usage(const struct call *call)
{
	const struct request *r = &call->request;
	struct buf path = { 0 };
	struct stat s;

	if (call->word_count == 0)
		complain(SAY_MISSING, r->lang, words[WORD_NO_FOLDER][r->lang]);
	for (size_t i = 0; i < r->input_folder_count; i++) {
		if (stat(r->input_folders[i], &s) == 0 && S_ISDIR(s.st_mode))
			continue;
		append_escaped(&path, slice_from_c(r->input_folders[i]), false);
		(void)fprintf(stderr, "nafkah: --inputs: %s: %.*s\n", words[WORD_NO_INPUTS][r->lang], SLICE_ARG(buf_slice(&path)));
		buf_release(&path);
		return false;
	}
	return call->word_count > 0;
}

enum exit_status command_verify(struct call *call)
{
	struct verification v = {
		.request = &call->request, .progress = call->cycle.progress, .findings = &call->findings,
	};
	enum exit_status status = EXIT_ENVIRONMENT;

	if (!check_usage(call))
		return EXIT_USAGE;
	if (take_folders(call, &v))
		status = job_verify(&v);
	if (call->request.json && print_verification_json(&v, status) != STATUS_OK)
		status = EXIT_ENVIRONMENT;
	else if (!call->request.json && !call->request.quiet)
		print_verification(&v, call->request.lang);
	verification_release(&v);
	return status;
}
