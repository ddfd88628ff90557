/* run.xml: what was run, so that it can be run again from the evidence, and chained to the month before. It holds no path,
 * no host, no user and no time. Written and read back by this program only (formats/schema/run.xsd). */
#ifndef NAFKAH_RUN_RECORD_H
#define NAFKAH_RUN_RECORD_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/finding.h>
#include <nafkah/register.h>
#include <nafkah/rules.h>
#include <nafkah/status.h>

struct run_file {
	struct slice name, hash;
	uint64_t size;
	enum kind kind;
	struct slice layout; /* id */
	uint64_t rows;
	struct money gross, cuts, net; /* over all rows: what a later month is held against */
	const struct slice *columns;   /* folded names in the order of the file, empty ones too */
	size_t column_count;
	bool adjusted;       /* a payroll, not an --income file */
	bool kept;           /* its exact copy lies in bukti/ */
};

/* Of the name of a column so much is recorded and compared, bytes. */
enum { COLUMN_NAME_RECORDED = 200 };

struct run_layout {
	struct slice id, hash;
};

/* A line that waits for somebody, and its stake (stake.h). */
struct run_held {
	struct slice number, hak, payee; /* as in the register */
	int64_t rupiah;
	bool more;                       /* at least that much */
};

struct run_record {
	struct slice program_version;
	month_no period;
	bool first;
	struct slice previous_seal; /* SHA-256 of the SHA256SUMS of the month before */
	month_no previous_period;
	struct slice continues_seal;  /* SHA-256 of the SHA256SUMS of this month's first part; empty: this is no second part */
	bool has_more;
	enum kind more;               /* announced for a second part */
	bool masked;                  /* samaran/ was written */
	struct slice rules_id, rules_hash, rules_name;
	month_no rules_version;
	const struct run_layout *layouts;
	size_t layout_count;
	struct run_file rulings; /* name, hash, size */
	struct run_file office;  /* the same; no name: there was none */
	const struct run_file *files;
	size_t file_count;
	const struct run_held *held; /* of the first part of a month, for its second: the base is not known there */
	size_t held_count;
	const struct register_base *bases; /* of everybody with a ruling that was computed, by NIP */
	size_t base_count;
};

enum status run_record_write(const struct run_record *r, struct buf *out) NAFKAH_MUST_USE;

/* Lives in `a`. */
enum status run_record_read(struct slice bytes, struct slice file, struct arena *a, struct run_record *out,
                            struct findings *findings) NAFKAH_MUST_USE;

#endif
