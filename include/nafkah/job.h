/* The commands: one file each in src/job. They fill a cycle, print nothing, and leave it to the caller to release it. */
#ifndef NAFKAH_JOB_H
#define NAFKAH_JOB_H

#include <nafkah/bank_result.h>
#include <nafkah/cycle.h>
#include <nafkah/payment_format.h>
#include <nafkah/return_format.h>
#include <nafkah/rulings_diff.h>
#include <nafkah/simulate.h>
#include <nafkah/preview.h>

/* The month: everything is written into request->out, or nothing is. */
enum exit_status job_run(struct cycle *c);

/* After a run with --first: the path of a finished folder of an earlier month that lies beside the output, the one that
 * --previous would name; NULL: none was seen. It depends on the surroundings, so it is for the terminal alone. */
const char *job_earlier_month(struct cycle *c);

/* The same findings and totals, nothing written. */
enum exit_status job_check(struct cycle *c);

/* How the month of request->nip came about, as text or as a page into `out`; from the inputs, or from request->finished, whose
 * register and transfer list are then held against it (N0723). EXIT_ATTENTION when something of that person waits. */
enum exit_status job_explain(struct cycle *c, struct buf *out);

/* The case request->case_number over the months of finished folders, as text or as a page into `out`. EXIT_DONE also when something
 * of it waits; of other cases nothing is said, in findings neither. */
enum exit_status job_statement(struct cycle *c, char *const *folders, size_t count, struct buf *out);

/* What a ruling would mean for these facts. request->period is their first month. `out` lives as long as the cycle.
 * EXIT_ATTENTION when something of such a ruling would be held. Pay of a kind that the rules do not take is refused (N0811). */
enum exit_status job_simulate(struct cycle *c, const struct simulation_facts *facts, struct simulation *out);

/* Two files of rulings from the court, held against each other. EXIT_ATTENTION when a change needs a person. */
enum exit_status job_rulings_diff(struct cycle *c, const char *older, const char *newer, struct rulings_diff *out);

/* `formats check FILE`: whether a layout, rule, rulings or office file holds. */
enum exit_status job_formats_check(struct cycle *c, const char *path);

/* `formats check LAYOUT EXPORT`: also what the layout makes of a sample export, in *preview and in the cycle's only file,
 * whose scan has a layout when the header was found. EXIT_ATTENTION: somebody should look at what was found. */
enum exit_status job_formats_try(struct cycle *c, const char *path, const char *export, struct preview *preview);

/* `formats draft EXPORT [SHEET]`: a first layout for an export that none knows, into `out`; `sheet` may be NULL. EXIT_ATTENTION:
 * somebody must complete it. */
enum exit_status job_formats_draft(struct cycle *c, const char *export, const char *sheet, struct buf *out);

/* `formats`: everything that is known; fills the cycle's layouts, and *rules with *count rule files in force last. */
enum exit_status job_formats_list(struct cycle *c, struct rules **rules, size_t *count);

/* What `transfer` made, for its last words. */
struct transfer_result {
	struct slice file, format; /* names */
	uint64_t count, held;
	int64_t total, held_total; /* rupiah */
	bool trial;
};

/* `transfer DIR`: request->finished for a bank's channel, into request->out. EXIT_ATTENTION when a payment is left over. */
enum exit_status job_transfer(struct cycle *c, struct transfer_result *out);

/* What `return` read, for its last words. */
struct return_result {
	struct slice format;          /* title */
	struct fate_sums sums;        /* of all lines */
	uint64_t resend;              /* lines of kirim-ulang.csv */
	int64_t resend_total;         /* rupiah */
};

/* `return DIR BANKFILE`: what became of the transfers of request->finished by request->bank_file, into request->out.
 * EXIT_ATTENTION when a payment was returned or is not known yet. */
enum exit_status job_return(struct cycle *c, struct return_result *out);

/* `formats`: the formats of bank results that this installation knows. */
enum exit_status job_return_formats(struct cycle *c, struct return_format **out, size_t *count);

/* `formats`: the transfer formats that this installation knows. */
enum exit_status job_transfer_formats(struct cycle *c, struct payment_format **out, size_t *count);

#endif
