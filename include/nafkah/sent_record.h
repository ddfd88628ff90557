/* kirim.xml: what was made for a bank's channel, and of what. It holds no path, no host, no user and no time but the
 * pay date. Written and read back by this program only (formats/schema/kirim.xsd). */
#ifndef NAFKAH_SENT_RECORD_H
#define NAFKAH_SENT_RECORD_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/date.h>
#include <nafkah/finding.h>
#include <nafkah/origin.h>
#include <nafkah/status.h>

/* A file that shaped the result; its exact copy lies in bukti/. No name: there was none. */
struct sent_file {
	struct slice name, hash;
};

struct sent_record {
	struct slice program_version;
	month_no period;
	struct slice court;      /* pengadilan, as the list of rulings states it */
	struct date pay_date;
	bool trial;              /* nobody has tested the format with the bank yet */
	struct origins origins;
	struct sent_file list;   /* the list that was taken */
	struct slice format_id;
	struct sent_file format;
	struct sent_file banks;
	struct slice banks_source;
	struct date banks_dated;
	bool banks_confirmed;
	struct sent_file office;
	struct sent_file file;   /* for the channel */
	uint64_t count;
	int64_t total;           /* rupiah */
	struct slice account_total; /* the sum of the account numbers, decimal digits */
	uint64_t held_count;     /* in belum-terkirim.csv */
	int64_t held_total;
};

enum status sent_record_write(const struct sent_record *r, struct buf *out) NAFKAH_MUST_USE;

/* Lives in `a`. */
enum status sent_record_read(struct slice bytes, struct slice file, struct arena *a, struct sent_record *out,
                             struct findings *findings) NAFKAH_MUST_USE;

#endif
