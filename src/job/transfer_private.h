/* Private to src/job: `nafkah transfer`. */
#ifndef NAFKAH_TRANSFER_PRIVATE_H
#define NAFKAH_TRANSFER_PRIVATE_H

#include <nafkah/payment_format.h>
#include <nafkah/transfer_source.h>

/* What a transfer is made of, in the cycle's arena. */
struct sending {
	struct cycle *c;
	struct transfer_source source;
	struct taken_list list;
	struct document office_document, format_document, banks_document;
	struct office office;         /* no name: none is known */
	struct payment_format format;
	struct bank_table banks;
	struct payment_order order;
	struct carried *carried;
	struct payment_sums sums;
	int64_t held_total;
	bool trial;
	struct slice file_name;
	struct sha256 file_hash;
};

/* Office, format and table of banks. What has to be said of them (N1003, N1004) is said. */
enum status sending_inputs(struct sending *s) NAFKAH_MUST_USE;

/* No folder beside has sent any of these lines, unless it is one that they come from (N1011). */
enum status sending_not_sent_before(struct sending *s) NAFKAH_MUST_USE;

/* Everything in the output folder but its seal. */
enum status sending_write(struct sending *s) NAFKAH_MUST_USE;

#endif
