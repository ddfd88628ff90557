/* The state of one folder while it is judged, shared by src/job/verify*.c. */
#ifndef NAFKAH_VERIFY_PRIVATE_H
#define NAFKAH_VERIFY_PRIVATE_H

#include <nafkah/walk.h>
#include <nafkah/verify.h>

/* What became of a file that the seal names. */
struct seen {
	enum sealed_state state;
	struct sha256 found;
	bool judged; /* as evidence or result; what is left is judged by its seal alone */
};

struct judging {
	struct verification *v;
	struct folder_check *check;
	struct arena *arena;      /* the verification's */
	struct findings scratch;  /* of reading: only failures of the machine are passed on */
	struct sealed *sealed;
	const struct sealed_entry *entries;
	struct seen *seen;        /* parallel to entries */
	size_t entry_count;
	struct walk_entry *tree;
	bool *expected;           /* parallel to tree */
	size_t tree_count;
};

/* ---- verify.c ---- */

/* Takes the difference down, its texts copied, and makes the finding of it. */
void judge_differ(struct judging *j, struct difference d);
void judge_prove(struct judging *j, struct slice file, enum proof proof);
/* A finding about the folder as a whole. */
void judge_note(struct judging *j, enum code code, struct slice value, struct slice detail);
/* Passes failures of the machine on, and with `refusals` what was refused. */
void judge_pass_on(struct judging *j, const struct findings *from, bool refusals);

/* The entry of a path; NULL: the seal does not name it. */
struct seen *judge_seen(struct judging *j, struct slice path, const struct sealed_entry **entry);
/* Marks a file and its folders as what belongs here. False: it is not there, as a regular file. */
bool judge_expect(struct judging *j, struct slice path);

/* ---- its parts; STATUS_FAIL: the machine ---- */

/* The evidence against the hashes that run.xml and the folders before state. *usable: the month can be computed
 * from it. */
enum status judge_evidence(struct judging *j, bool *usable) NAFKAH_MUST_USE;

/* Files of request->inputs for payrolls that were not kept. *complete: all were found, or none is needed. */
enum status judge_inputs(struct judging *j, struct stand_in **out, size_t *count, bool *complete) NAFKAH_MUST_USE;

/* The month again, and every file of the result against it. */
enum status judge_result(struct judging *j, const struct stand_in *stand_ins, size_t count) NAFKAH_MUST_USE;

/* How an adjusted payroll of the folder differs from what was computed, once unpacked. */
struct content_difference {
	bool same;     /* unpacked; the packing differs */
	bool readable; /* else it is so damaged that it cannot be unpacked */
	struct difference where;
};
enum status judge_payroll(struct judging *j, struct cycle *c, struct pay_file *f, struct slice path,
                          struct content_difference *out) NAFKAH_MUST_USE;

/* The figures of two reports. *at: the offset in `found` of the first that differs, `computed` what should stand
 * there. */
bool figures_same(struct slice found, struct slice expected, uint64_t *at, struct slice *computed);

/* What is left: sealed files by their seal, and whatever does not belong here. */
void judge_rest(struct judging *j);
void judge_extras(struct judging *j);

/* The folders as one chain, and its findings. */
void judge_chain(struct verification *v);

enum cause cause_of_path(struct slice path);

#endif
