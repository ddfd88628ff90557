/* Private to src/cli: the command line, what is said to people, and the exit. */
#ifndef NAFKAH_CLI_H
#define NAFKAH_CLI_H

#include <nafkah/confine.h>
#include <nafkah/job.h>
#include <nafkah/verify.h>

#include <stdio.h>

/* Sentences of the command line itself; those of findings are in src/base/texts.c. */
enum say {
	SAY_USAGE_HINT, SAY_UNKNOWN_COMMAND, SAY_UNKNOWN_OPTION, SAY_NEEDS_VALUE, SAY_BAD_PERIOD, SAY_BAD_EXPECT, SAY_BAD_THREADS, SAY_BAD_LANG, SAY_BAD_KIND, SAY_CONTINUES_ALONE,
	SAY_BAD_NAME, SAY_MISSING, SAY_EITHER_FIRST, SAY_TWO_NAMES, SAY_STDIN_TWICE, SAY_STDIN_ONLY_PAYROLL, SAY_NO_PAYROLL,
	SAY_TOO_MANY_EXPECTED, SAY_OUT_INSIDE, SAY_TWICE, SAY_STRAY, SAY_NO_FORMATS, SAY_LINE, SAY_COLUMN, SAY_MORE, SAY_PAYROLL,
	SAY_ROWS, SAY_CHANGED, SAY_TRANSFER, SAY_RULINGS, SAY_FINDINGS, SAY_NONE, SAY_RESULT, SAY_CHECKED, SAY_BEGIN, SAY_LOOK_AT, SAY_STDOUT, SAY_REFUSED,
	SAY_FAILED, SAY_EXISTS, SAY_NOT_PROVEN, SAY_BUG, SAY_ATTENTION, SAY_DONE, SAY_LAYOUTS, SAY_RULES, SAY_VALID, SAY_ROOT,
	SAY_BASE , SAY_BAD_NIP, SAY_FOLDER_ALONE, SAY_NOT_FIRST, SAY_DRAFT_OPEN, SAY_TO_FILE, SAY_AS_ROOT, SAY_NOT_CONFINED,
	SAY_BAD_MONTHS, SAY_BAD_INCOME, SAY_BAD_CHILDREN, SAY_BAD_AWARD, SAY_BAD_CHILD_AWARD, SAY_BAD_WORD, SAY_BAD_DAY,
	SAY_BAD_RUPIAH, SAY_VOLUNTARY_MORE, SAY_ONE_FORM, SAY_SHARE_ALONE, SAY_RULINGS_USAGE, SAY_CARRIED, SAY_LEFT, SAY_TRIAL,
	SAY_PAYMENT_FORMATS, SAY_PAID, SAY_RETURNED, SAY_UNKNOWN_YET, SAY_RESEND, SAY_RETURN_FORMATS
};
#define SAY_COUNT 77
const char *say(enum say what, enum lang lang);

/* Help texts: the general one for NULL. */
const char *help_text(const char *command, enum lang lang);

/* What `simulate` is told, as it stands on the command line. */
enum fact {
	FACT_START, FACT_MONTHS, FACT_INCOME, FACT_VOLUNTARY, FACT_CHILDREN, FACT_IDDAH, FACT_MUTAH, FACT_LAMPAU,
	FACT_NAFKAH_ANAK, FACT_BAGIAN_GAJI, FACT_JENIS, FACT_ASN, FACT_PEMBAYARAN, FACT_PENGHASILAN,
	FACT_PENGHASILAN_MANTAN, FACT_KAWIN_LAGI
};
#define FACT_COUNT 16
extern const char *const fact_names[FACT_COUNT]; /* "--start", ... */

/* What a command works with. */
struct call {
	const struct command *command;
	struct request request;
	struct findings findings;
	struct cycle cycle;
	char **words; /* what is left of the arguments of a command that is not about a month */
	int word_count;
	const char *facts[FACT_COUNT]; /* NULL: not stated */
	bool help;
};

struct command {
	const char *name;
	bool about_month; /* takes the arguments of run */
	bool writes;      /* needs --out */
	bool about_person; /* tells of --nip instead of the month; the month may be a finished folder */
	bool about_facts;  /* simulate */
	bool as_json;      /* takes --json although it is not about a month */
	bool about_folders; /* takes finished folders */
	bool about_case;    /* takes finished folders and tells of --case */
	bool about_bank;    /* takes a finished folder: what a bank is told of it, or says of it */
	bool reads_bank;    /* about_bank, and beside it the bank's file: return */
	enum exit_status (*perform)(struct call *call);
};

/* Fills the request, words and help of `call` from argv[1..]. False: a message was printed, wrong usage. */
bool options_read(struct call *call, int argc, char **argv, struct arena *arena);

/* Gives up the rights that this call does not need (confine.h). */
enum confined confine_call(const struct call *call, struct arena *a);

/* `formats` and its words. */
enum exit_status command_formats(struct call *call);

/* What is going to happen, to stderr, before anything does. */
void print_begin(const struct call *call);

/* A bar on stderr while a long file is read; only for a terminal. */
void print_progress(struct slice file, uint64_t done, uint64_t total);

/* Whether messages on stderr may have colour: it is a terminal, and NO_COLOR is not set. */
extern bool print_in_colour;

/* What a layout made of a sample export, masked, to stdout: the cycle's only file, and the preview of its rows. */
bool print_preview(struct cycle *c, const struct preview *p);

/* `explain`. */
enum exit_status command_explain(struct call *call);

/* `simulate`, `rulings diff OLD NEW`. */
enum exit_status command_simulate(struct call *call);
enum exit_status command_rulings(struct call *call);

/* `verify`. */
enum exit_status command_verify(struct call *call);
/* Its result as one JSON object. STATUS_FAIL: memory, nothing was printed. */
enum status print_verification_json(const struct verification *v, enum exit_status status) NAFKAH_MUST_USE;

/* `statement`. */
enum exit_status command_statement(struct call *call);

/* `transfer`. */
enum exit_status command_transfer(struct call *call);

/* `return`. */
enum exit_status command_return(struct call *call);

/* Findings to stderr, masked. */
void print_findings(const struct findings *fs, enum lang lang, bool quiet);

/* The summary of run and check, as text or as one JSON object, to stdout. */
void print_summary(const struct cycle *c, const char *command, enum exit_status status);
void print_json(const struct cycle *c, const char *command, enum exit_status status);

/* The last line, to stderr: how it ended. */
void print_end(const struct cycle *c, enum exit_status status);

/* A message of the command line itself, to stderr; `value` may be NULL. */
void complain(enum say what, enum lang lang, const char *value);

#endif
