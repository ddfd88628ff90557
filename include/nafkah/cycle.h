/* One payroll cycle as the commands run it: what was asked for, what was read, what came of it. The stages fill it in
 * the order of this header; each returns STATUS_OK, STATUS_REJECT (findings say why; later stages may still look for more
 * to report, but nothing is written) or STATUS_FAIL. */
#ifndef NAFKAH_CYCLE_H
#define NAFKAH_CYCLE_H

#include <nafkah/bridge.h>
#include <nafkah/execution.h>
#include <nafkah/folder.h>
#include <nafkah/input.h>
#include <nafkah/office.h>
#include <nafkah/register.h>
#include <nafkah/remainder.h>
#include <nafkah/report.h>
#include <nafkah/request.h>
#include <nafkah/run_record.h>
#include <nafkah/scan.h>
#include <nafkah/seal.h>
#include <nafkah/transfer.h>

#define NAFKAH_VERSION "0.1.0"

/* Told of long reads as they go on: `done` of `total` bytes of a file, and once more with done == total at its end. Not told
 * of at all where `tell` is NULL. */
struct progress {
	void (*tell)(struct slice file, uint64_t done, uint64_t total);
};

/* An input as a source of bytes whose progress is told. */
struct watched {
	const struct progress *progress;
	struct input *input;
	struct slice name;
	uint64_t done, told;
};
enum status watched_read(void *watched, char *into, size_t cap, size_t *got) NAFKAH_MUST_USE;

/* A small file that was read whole. */
struct document {
	struct slice name, bytes;
	struct sha256 hash;
};

/* A payroll or --income file. */
struct pay_file {
	const struct payroll_argument *argument;
	bool adjusted;
	struct slice name;
	struct input *input;
	struct sha256 hash;
	struct scan scan;
	struct patches patches; /* what is written anew; filled by cycle_compute */
	uint64_t changed;       /* rows */
	int64_t taken;          /* rupiah */
};

/* What a folder keeps of the month before its own, and of the month before that, whose register tells for how long arrears
 * have grown. The path of the last is that in the folder of the month before, whose SHA256SUMS vouches for it. */
#define REGISTER_NAME "pelaksanaan.csv"
#define EXECUTION_NAME "pelaksanaan.xml"
#define REGISTER_KEPT "bukti/sebelumnya/" REGISTER_NAME
#define HISTORY_KEPT "bukti/sebelumnya/" REGISTER_KEPT

/* The folder that this run builds on: that of the month before, or the first part of this month (--continues). */
struct previous {
	struct sealed *sealed;
	struct run_record record;
	struct register_book book;
	struct execution_book executions; /* of the first part of a month: without that month */
	struct slice register_bytes, record_bytes, executions_bytes;
	struct slice history_bytes; /* --previous: the register that it kept of the month before it; NULL: there was none */
};

/* A file of the file system in the place of one of the evidence. */
struct stand_in {
	struct slice path; /* in the evidence */
	const char *file;
};

struct cycle {
	const struct request *request;
	struct progress progress;
	struct arena arena;
	struct findings *findings;
	struct folder *folder; /* NULL: nothing is written (check) */
	struct sealed *evidence; /* a finished folder that is computed again: every path of the request lies in it. NULL: none */
	const struct run_record *evidence_record; /* its run.xml */
	const struct stand_in *stand_ins; /* for files of which the evidence keeps no copy */
	size_t stand_in_count;

	struct document rules_document, rulings_document, office_document;
	struct rules rules;
	struct office office; /* with --office */
	struct layout *layouts;
	size_t layout_count;
	struct rulings rulings;
	struct previous previous;
	struct roster roster;
	struct payees payees;

	struct pay_file *files; /* payrolls, then --income files, in the order of the command line */
	size_t file_count;
	struct number_set seen[KIND_COUNT];
	uint64_t checked[CHECK_COUNT];
	bool wrong_usage;       /* what was refused is the command line, not an input */

	const struct case_file **cases; /* in register order */
	size_t case_count;
	struct execution *executions;   /* of each of them */
	struct transfers transfers;
	struct remainders remainders;
	struct calendar calendar;
	struct bridge bridge; /* with --previous */
	struct report report;
};

/* Rules, layouts, rulings, the month before: all checked before a payroll is opened. */
enum status cycle_prepare(struct cycle *c) NAFKAH_MUST_USE;

/* Every payroll and --income file: hashed, checked, summed; then what only all of them together show. With a folder the
 * evidence copy is made on the way. */
enum status cycle_scan(struct cycle *c) NAFKAH_MUST_USE;

/* The law, person by person; transfers; the report's figures; conservation over everything. */
enum status cycle_compute(struct cycle *c) NAFKAH_MUST_USE;

/* Adjusted payrolls (read back and summed again), lists, report, evidence, run.xml, seal. */
enum status cycle_write(struct cycle *c) NAFKAH_MUST_USE;

void cycle_release(struct cycle *c);

/* Something is held, or somebody was not found. */
bool cycle_needs_person(const struct cycle *c);

/* The text of a register, pelaksanaan.csv, sorted for register_find; lives in `a`. STATUS_REJECT: this program did not write it
 * (N0705, or what ails it as CSV). */
enum status register_read(struct slice bytes, struct slice name, struct arena *a, struct register_book *out,
                          struct findings *findings) NAFKAH_MUST_USE;

/* Parts of the stages. */
enum status formats_check(struct cycle *c) NAFKAH_MUST_USE; /* the folder of layouts and rules is one: else N0807 */
enum status catalog_load(struct cycle *c) NAFKAH_MUST_USE;  /* layouts */
enum status cycle_rules(struct cycle *c) NAFKAH_MUST_USE;   /* the rules in force for the period */
enum status previous_open(struct cycle *c, const char *path) NAFKAH_MUST_USE; /* seal, run.xml and registers of a folder */
enum status previous_load(struct cycle *c) NAFKAH_MUST_USE; /* --previous */
enum status previous_history(struct cycle *c) NAFKAH_MUST_USE; /* --continues: how arrears grew before this month */
enum status second_part_load(struct cycle *c) NAFKAH_MUST_USE;   /* --continues, with the rules of the first part */
enum status second_part_attach(struct cycle *c) NAFKAH_MUST_USE; /* gives each line what the first part wrote of it */
/* Folders beside the one that is written. The one in which `folder`, which need not exist, lies; with its slash, or ".". */
struct slice beside_parent(struct arena *a, const char *folder);
/* The run.xml of a folder. STATUS_END: it has none that can be read. */
enum status beside_read(struct cycle *c, const char *folder, struct arena *a, struct run_record *out) NAFKAH_MUST_USE;

enum status previous_hold_against(struct cycle *c) NAFKAH_MUST_USE; /* rights that vanished */
/* The files against those of the month before: rows, totals, bytes, columns. STATUS_FAIL: memory. */
enum status last_month_compare(struct cycle *c) NAFKAH_MUST_USE;
/* The names of a file's columns as run.xml has them, cut where one is too long for what reads them back. NULL: memory. */
struct slice *columns_recorded(struct arena *a, const struct header *h);
enum status patches_make(struct cycle *c, struct pay_file *f) NAFKAH_MUST_USE;
bool patches_moved(const struct pay_file *f, const struct tally *after);
enum status rewrite_payroll(struct cycle *c, struct pay_file *f) NAFKAH_MUST_USE;
enum status cycle_page(struct cycle *c, struct buf *out) NAFKAH_MUST_USE; /* rekonsiliasi.html */
/* The same of a masked report: nobody signs it, no office stands on it. */
enum status cycle_masked_page(struct cycle *c, const struct report *report, const struct remainders *remainders,
                              struct buf *out) NAFKAH_MUST_USE;
enum status masked_write(struct cycle *c) NAFKAH_MUST_USE; /* samaran/ */
/* How each ruling is carried out: computed when the law has run; what the month before left is held against its register;
 * pelaksanaan.xml. */
enum status cycle_executions(struct cycle *c) NAFKAH_MUST_USE;
enum status executions_load(struct cycle *c, struct slice bytes) NAFKAH_MUST_USE;
enum status executions_write(const struct cycle *c, struct buf *out) NAFKAH_MUST_USE;
enum status evidence_write(struct cycle *c) NAFKAH_MUST_USE;
/* A workbook of the result by its name, made once more. STATUS_END: none has that name. */
enum status cycle_workbook(struct cycle *c, struct slice name, struct buf *out) NAFKAH_MUST_USE;

/* prepare, scan and compute. */
enum status cycle_calculate(struct cycle *c) NAFKAH_MUST_USE;

/* Makes the folder of request->out: c->folder. EXIT_DONE, or how the command ends. */
enum exit_status cycle_open_output(struct cycle *c);

/* Publishes c->folder, which is sealed. `done` is how the command ends when that went well. */
enum exit_status cycle_publish(struct cycle *c, enum exit_status done);

/* What the end of a stage other than STATUS_OK means for the process. */
enum exit_status cycle_failed(struct cycle *c, enum status status);

/* Makes `c` the month of a finished folder, to be computed again from the folder's own evidence and nothing else: opens the
 * folder (its seal is checked), reads its run.xml, and replaces c->request, of which language and manner stay. The stages then
 * run as for any month, up to the report and its page, and come to the same bytes. STATUS_REJECT: no folder of this
 * program, or one without copies of its payrolls (N0722). */
enum status cycle_reexecute(struct cycle *c, const char *folder) NAFKAH_MUST_USE;

/* The same of a folder that c->evidence is already, and whose run.xml was read; nothing is checked. `record` is borrowed as long
 * as `c` lives. cycle_write then writes the result and run.xml, no evidence and no seal: what c->folder compares. */
enum status cycle_become(struct cycle *c, const struct run_record *record) NAFKAH_MUST_USE;

/* The seal of what this month builds on: of that folder itself, or as the folder that is computed again has it. Empty: nothing. */
struct slice cycle_seal_before(struct cycle *c);

/* Where the evidence keeps a payroll or --income file. */
struct slice evidence_of(struct arena *a, const struct run_file *f);

/* Opens an input of the request: a path of the file system, or of the evidence. */
enum status cycle_open(struct cycle *c, const char *path, struct input **out) NAFKAH_MUST_USE;

/* Its base name; lives as long as the input. */
struct slice cycle_input_name(const struct input *in);

/* Reads a small file whole. */
enum status document_read(struct cycle *c, const char *path, struct document *out) NAFKAH_MUST_USE;

/* A finding without a place. */
void cycle_note(struct cycle *c, enum code code, struct slice file, struct slice value, struct slice detail);

#endif
