/* `nafkah verify`: whether finished folders are still what they were, and give again what they say.
 *
 * Of each folder: its seal (every file by hash, no file more or less); its evidence, against the hashes in run.xml and
 * in the SHA256SUMS of the folder before; then the month is computed again from that evidence and every file of the
 * result held against it.
 *
 * Byte identity holds for one version of the program and its libraries. So a payroll or workbook whose packing alone
 * differs is compared unpacked; and where another version wrote the folder, payrolls (unpacked), transfer list, register
 * and the figures of rekonsiliasi.xml and pelaksanaan.xml are compared to the byte, everything else by its seal. A folder
 * without copies of its payrolls is computed again from files of request->input_folders, which are found by hash whatever
 * their names; where they are not found it is "seal only".
 *
 * Of several folders: that they are one chain. Each month opens with the hash of the seal of the folder before.
 *
 * Nothing is written. Every difference is a finding as well, with the folder's path before the file's. */
#ifndef NAFKAH_VERIFY_H
#define NAFKAH_VERIFY_H

#include <nafkah/cycle.h>

/* Graver ones have higher numbers. */
enum verdict { VERDICT_IDENTICAL, VERDICT_SEAL_ONLY, VERDICT_DIFFERS, VERDICT_FAILED };
#define VERDICT_COUNT 4

/* Where a difference comes from. */
enum cause {
	CAUSE_INPUT,  /* evidence that is not what the month was run with: payrolls, rulings, the month before */
	CAUSE_RULE,
	CAUSE_LAYOUT,
	CAUSE_OUTPUT, /* a file of the result, or the seal */
	CAUSE_PROGRAM /* another version, which computes otherwise */
};
#define CAUSE_COUNT 5

struct difference {
	enum code code;
	enum cause cause;
	struct slice file;            /* path in the folder */
	uint64_t line;                /* line, row of the sheet, record; 0: not known */
	struct slice column;          /* name of the column or attribute; empty: not known */
	struct slice row;             /* how that row begins */
	struct slice found, expected; /* personal values masked, their lengths in square brackets */
	uint64_t offset;              /* of the first byte that differs, where `placed` */
	bool placed;
};

/* How a file was found to be the same. */
enum proof {
	PROOF_BYTES,   /* computed again, to the byte */
	PROOF_CONTENT, /* computed again, to the byte once unpacked; the packing differs, its seal holds */
	PROOF_FIGURES, /* computed again by another version: the figures; for the rest its seal holds */
	PROOF_HASH,    /* evidence: the hash that run.xml or the folder before states */
	PROOF_SEAL     /* by its seal only */
};
#define PROOF_COUNT 5

struct proven {
	struct slice file;
	enum proof proof;
};

enum link {
	LINK_NONE,   /* it begins the chain, or nothing can be said */
	LINK_HOLDS,  /* it opens with the closing of `before` */
	LINK_ABSENT, /* the folder that it builds on was not given */
	LINK_BROKEN, /* a folder of that month was given, and is another one */
	LINK_COPY    /* the same folder was given before */
};

struct folder_check {
	const char *path;
	enum verdict verdict;
	bool readable;            /* seal and run.xml could be read: the next two stand */
	struct sha256 seal;       /* of SHA256SUMS */
	struct run_record record;
	bool reexecuted, other_version;
	struct slice missing;     /* seal only: names of the payrolls that were not there */
	struct proven *proven;
	size_t proven_count, proven_room;
	struct difference *differences;
	size_t difference_count, difference_room;
	enum link link;
	const struct folder_check *before;
};

struct verification {
	const struct request *request; /* lang, threads, inputs */
	struct progress progress;
	struct findings *findings;
	struct arena arena;          /* what the results point to */
	struct folder_check *folders; /* paths by the caller; afterwards in the order of their months */
	size_t count;
	bool chain_proven, chain_refuted; /* of two folders or more */
};

/* Verifies v->folders[].path. EXIT_DONE: all of it is proven; EXIT_ATTENTION: nothing speaks against it, but not all
 * could be proven (seal only, a folder of the chain is absent); EXIT_REFUSED: something differs; EXIT_ENVIRONMENT,
 * EXIT_BUG. */
enum exit_status job_verify(struct verification *v);

void verification_release(struct verification *v);

const char *cause_word(enum cause c);     /* "masukan", ... */
const char *verdict_word(enum verdict v); /* "identik", ... */

#endif
