/* How a bank's result of an upload looks: which column has which role, and what the words of its status column mean.
 * Read from formats/balasan/ID.xml (formats/schema/format-balasan.xsd); lives in the arena it was read into. */
#ifndef NAFKAH_RETURN_FORMAT_H
#define NAFKAH_RETURN_FORMAT_H

#include <nafkah/bank_result.h>
#include <nafkah/layout.h>

/* In the order of the words in the schema. */
enum return_role {
	RETURN_KEY, RETURN_ACCOUNT, RETURN_NAME, RETURN_AMOUNT, RETURN_STATUS, RETURN_REASON, RETURN_DATE, RETURN_REFERENCE
};
#define RETURN_ROLE_COUNT 8
#define RETURN_ROLE_WORDS "kunci rekening nama jumlah status alasan tanggal rujukan-bank"

struct return_column {
	bool stated, required;
	const struct slice *names; /* folded; the first that is found counts */
	size_t name_count;
};

struct return_format {
	struct slice id, title, source;
	struct date dated;        /* of the source */
	bool tested;              /* teruji="ya": somebody held it against a real file of the bank */
	struct layout_container containers[CONTAINER_COUNT];
	size_t header_rows_max;
	struct money_style money;
	unsigned date_styles;     /* PERIOD_ISO ... as in layouts */
	struct return_column columns[RETURN_ROLE_COUNT];
	struct words meaning[FATE_COUNT]; /* folded words of the status column */
	bool empty_is_unknown;    /* an empty status means that nothing is known yet; else it is refused */
	struct words skipped;     /* rows that begin so and have no key, account and status: totals */
	struct slice file, text, hash; /* for evidence; hash is the caller's */
};

/* N0401 ... what the schema refuses; N1042 for what one value demands of another. */
enum status return_format_read(struct slice bytes, struct slice file, struct arena *a, struct return_format *out,
                               struct findings *findings) NAFKAH_MUST_USE;

const char *return_role_name(enum return_role r);

#endif
