/* balasan.xml: what a bank's result was read from, and what came of it. It holds no path, no host, no user and no time.
 * Written and read back by this program only (formats/schema/balasan.xsd). */
#ifndef NAFKAH_RETURN_RECORD_H
#define NAFKAH_RETURN_RECORD_H

#include <nafkah/arena.h>
#include <nafkah/bank_result.h>
#include <nafkah/buf.h>
#include <nafkah/date.h>
#include <nafkah/finding.h>
#include <nafkah/origin.h>
#include <nafkah/sent_record.h>
#include <nafkah/status.h>

/* A bank's file that told of this money before. */
struct earlier_result {
	struct slice hash;
	uint64_t attempt;             /* which sending it was about */
};

struct return_record {
	struct slice program_version;
	month_no period;
	struct slice court;
	struct origins origins;
	uint64_t attempt;             /* which sending of the money this is about; 1: the month's first */
	struct date pay_date;         /* of the transfer folder; not set: a month's list that was uploaded by hand */
	struct sent_file list;        /* the list that was taken */
	struct slice format_id;
	struct sent_file format;
	struct sent_file bank_file;
	struct sent_file corrections; /* no name: there were none */
	struct sent_file office;      /* as the folder that was taken kept it */
	const struct earlier_result *earlier; /* files that were applied before, to this sending or to one before it */
	size_t earlier_count;
	struct fate_sums sums;
};

enum status return_record_write(const struct return_record *r, struct buf *out) NAFKAH_MUST_USE;

/* Lives in `a`. */
enum status return_record_read(struct slice bytes, struct slice file, struct arena *a, struct return_record *out,
                               struct findings *findings) NAFKAH_MUST_USE;

#endif
