#include "cli.h"

#include <inttypes.h>

bool print_in_colour;

/* The escape that colours a level; empty without colour. */
static const char *colour_of(enum level l)
{
	static const char *const colours[LEVEL_COUNT] = {
		[LEVEL_CATATAN] = "", [LEVEL_PERHATIAN] = "\x1b[33m", [LEVEL_TAHAN] = "\x1b[35m", [LEVEL_TOLAK] = "\x1b[31m",
		[LEVEL_GAGAL] = "\x1b[31m", [LEVEL_RUSAK] = "\x1b[31m",
	};

	return print_in_colour ? colours[l] : "";
}

void print_progress(struct slice file, uint64_t done, uint64_t total)
{
	enum { WIDTH = 30 };
	unsigned full = total > 0 ? (unsigned)(done * WIDTH / total) : WIDTH;
	struct buf text = { 0 };

	append_escaped(&text, file, false);
	(void)fprintf(stderr, "\r[%.*s%.*s] %3u %% %.*s\x1b[K", (int)full, "##############################", (int)(WIDTH - full),
	              "..............................", total > 0 ? (unsigned)(done * 100 / total) : 100u, SLICE_ARG(buf_slice(&text)));
	if (done == total)
		(void)fputs("\r\x1b[K", stderr);
	buf_release(&text);
}

void print_begin(const struct call *call)
{
	const struct request *r = &call->request;
	struct buf name = { 0 };
	char month[8];

	month_format(r->period, month);
	append_escaped(&name, slice_from_c(r->rulings), false);
	(void)fprintf(stderr, "nafkah %s %s: %zu %s %.*s", call->command->name, month, r->payroll_count, say(SAY_BEGIN, r->lang),
	              SLICE_ARG(buf_slice(&name)));
	if (r->out != NULL) {
		buf_clear(&name);
		append_escaped(&name, slice_from_c(r->out), false);
		(void)fprintf(stderr, " -> %.*s", SLICE_ARG(buf_slice(&name)));
	}
	(void)fputc('\n', stderr);
	buf_release(&name);
}

/* "berkas:12: kolom nip [N0141 tolak] message" and, below it, what to do. */
static void print_finding(const struct finding *f, enum lang lang, struct buf *text)
{
	buf_clear(text);
	append_escaped(text, f->file, false);
	if (f->line > 0)
		buf_printf(text, ":%" PRIu64, f->line);
	if (f->file.len > 0)
		buf_append(text, SLICE(": "));
	if (f->column.len > 0) {
		buf_printf(text, "%s ", say(SAY_COLUMN, lang));
		append_escaped(text, f->column, false);
		buf_append(text, SLICE(": "));
	}
	if (f->perkara.len > 0) {
		append_escaped(text, f->perkara, false);
		buf_append(text, SLICE(": "));
	}
	finding_message(f, lang, true, text);
	buf_printf(text, " %s[%s %s]%s\n", colour_of(code_level(f->code)), code_name(f->code), level_name(code_level(f->code)),
	           colour_of(code_level(f->code))[0] != '\0' ? "\x1b[0m" : "");
	if (code_remedy(f->code, lang)[0] != '\0') {
		buf_append(text, SLICE("    → "));
		finding_remedy(f, lang, true, text);
		buf_char(text, '\n');
	}
	(void)fwrite(text->ptr, 1, text->len, stderr);
}

void print_findings(const struct findings *fs, enum lang lang, bool quiet)
{
	struct buf text = { 0 };
	uint64_t listed[CODE_COUNT] = { 0 };
	enum level least = quiet ? LEVEL_TOLAK : LEVEL_CATATAN;

	for (size_t i = 0; i < fs->count; i++) {
		listed[fs->items[i].code]++;
		if (code_level(fs->items[i].code) >= least)
			print_finding(&fs->items[i], lang, &text);
	}
	for (unsigned c = 0; c < CODE_COUNT; c++)
		if (fs->per_code[c] > listed[c] && code_level((enum code)c) >= least)
			(void)fprintf(stderr, "[%s] + %" PRIu64 " %s\n", code_name((enum code)c), fs->per_code[c] - listed[c],
			              say(SAY_MORE, lang));
	buf_release(&text);
}

static void count_states(const struct cycle *c, uint64_t counts[static RULING_STATE_COUNT])
{
	for (size_t i = 0; i < c->case_count; i++)
		counts[c->cases[i]->state]++;
}

static void print_files(const struct cycle *c, enum lang lang)
{
	char before[48], after[48], taken[48];

	for (size_t i = 0; i < c->report.file_count; i++) {
		const struct report_file *f = &c->report.files[i];

		(void)printf("%-11s %.*s (%s): %" PRIu64 " %s, %" PRIu64 " %s; %s - %s = %s\n", say(SAY_PAYROLL, lang),
		             SLICE_ARG(f->name), kind_name(f->kind), f->rows, say(SAY_ROWS, lang), f->changed, say(SAY_CHANGED, lang),
		             money_rupiah(f->net, before), money_rupiah(money_from_rupiah(f->taken), taken),
		             money_rupiah(f->net_after, after));
	}
}

static void print_states(const struct cycle *c, enum lang lang)
{
	uint64_t counts[RULING_STATE_COUNT] = { 0 };
	const char *between = "";

	count_states(c, counts);
	(void)printf("%-11s ", say(SAY_RULINGS, lang));
	for (unsigned s = 0; s < RULING_STATE_COUNT; s++) {
		if (counts[s] == 0)
			continue;
		(void)printf("%s%" PRIu64 " %s", between, counts[s], ruling_state_name((enum ruling_state)s));
		between = ", ";
	}
	(void)printf("%s\n", between[0] == '\0' ? say(SAY_NONE, lang) : "");
}

static void print_levels(const struct cycle *c, enum lang lang)
{
	const char *between = "";

	(void)printf("%-11s ", say(SAY_FINDINGS, lang));
	for (unsigned l = LEVEL_COUNT; l-- > 0;) {
		if (c->findings->per_level[l] == 0)
			continue;
		(void)printf("%s%" PRIu64 " %s", between, c->findings->per_level[l], level_name((enum level)l));
		between = ", ";
	}
	(void)printf("%s\n", between[0] == '\0' ? say(SAY_NONE, lang) : "");
}

void print_summary(const struct cycle *c, const char *command, enum exit_status status)
{
	enum lang lang = c->request->lang;
	char month[8], version[8], total[48];

	(void)status;
	month_format(c->request->period, month);
	month_format(c->rules.version, version);
	(void)printf("nafkah %s %s, %.*s (%s)\n", command, month, SLICE_ARG(c->rules.id), version);
	print_files(c, lang);
	(void)printf("%-11s %zu %s, %s\n", say(SAY_TRANSFER, lang), c->transfers.count, say(SAY_ROWS, lang),
	             money_rupiah(money_from_rupiah(c->transfers.total), total));
	print_states(c, lang);
	print_levels(c, lang);
	(void)printf("%-11s %s\n", say(SAY_RESULT, lang), c->request->out != NULL ? c->request->out : say(SAY_CHECKED, lang));
}

void print_end(const struct cycle *c, enum exit_status status)
{
	enum lang lang = c->request->lang;

	switch (status) {
	case EXIT_DONE:
	case EXIT_ATTENTION:
		(void)fprintf(stderr, "%s\n", say(status == EXIT_DONE ? SAY_DONE : SAY_ATTENTION, lang));
		if (c->request->out != NULL)
			(void)fprintf(stderr, "%s: %s/rekonsiliasi.html\n", say(SAY_LOOK_AT, lang), c->request->out);
		break;
	case EXIT_USAGE:
	case EXIT_REFUSED:
		(void)fprintf(stderr, "%s\n", say(SAY_REFUSED, lang));
		break;
	case EXIT_ENVIRONMENT:
		(void)fprintf(stderr, "%s\n", say(SAY_FAILED, lang));
		break;
	case EXIT_NOT_PROVEN:
		complain(SAY_NOT_PROVEN, lang, c->request->out);
		break;
	case EXIT_EXISTS:
		complain(SAY_EXISTS, lang, c->request->out);
		break;
	case EXIT_BUG:
		(void)fprintf(stderr, "%s\n", say(SAY_BUG, lang));
		break;
	}
}
