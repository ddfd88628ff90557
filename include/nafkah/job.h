/* The commands: one file each in src/job. They fill a cycle, print nothing, and leave it to the caller to release it. */
#ifndef NAFKAH_JOB_H
#define NAFKAH_JOB_H

#include <nafkah/cycle.h>
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

#endif
