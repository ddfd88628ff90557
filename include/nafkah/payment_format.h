/* How one bank channel wants its file: formats/transfer/ID.xml (formats/schema/format-transfer.xsd). A new bank needs a file
 * there and no C.
 *
 * A file has head lines, one line (or several) for each payment, and tail lines. A line has fields; the text of a field is a
 * template in which {names} stand for what is known (placeholder.h):
 *   of the payment   {no} {urut} (its number in this file) {kunci} {periode} {sumber} {bank} {rekening} {nama-rekening} {jumlah}
 *                    {nomor-perkara} {nip} {nama-asn} {rincian} {tanggal-putusan} {jalur} (the channel's code of the rail)
 *                    {nama-bank} {bic} {kode-kliring}
 *   of the file      {tanggal} (the pay date) {banyak} {banyak-baris} (head and tail lines too) {total} {total-rekening} (the
 *                    sum of all account numbers) {rekening-debet} {nama-debet} {bank-debet} {kantor}
 * Nothing else stands in a file, so the same folder, format, table and pay date give the same bytes. */
#ifndef NAFKAH_PAYMENT_FORMAT_H
#define NAFKAH_PAYMENT_FORMAT_H

#include <nafkah/bank_table.h>
#include <nafkah/buf.h>
#include <nafkah/office.h>
#include <nafkah/credit_transfers.h>

enum format_shape { SHAPE_DELIMITED, SHAPE_FIXED, SHAPE_WORKBOOK, SHAPE_PAIN_09, SHAPE_PAIN_03 };
enum quoting { QUOTE_NEVER, QUOTE_NEEDED, QUOTE_ALWAYS };
/* What becomes of a text that does not fit: the payment is held, it ends at the last whole word that fits, or (only the
 * key by itself, which is checked to be told apart from all others of the file) after so many characters. */
enum too_long { LONG_HOLDS, LONG_CUT_AT_WORD, LONG_CUT };
enum date_style { DATE_ISO, DATE_YMD, DATE_DMY, DATE_YMD_SLASH, DATE_DMY_SLASH, DATE_DMY_SHORT };

struct format_field {
	struct slice title;       /* what the bank calls it */
	struct slice text;        /* the template */
	size_t length;            /* characters; 0: any (never in SHAPE_FIXED) */
	size_t skip;              /* of the key: it begins after so many characters */
	enum too_long too_long;
	bool right;               /* aligned to the right */
	char pad;                 /* SHAPE_FIXED: what fills it up */
	bool required;            /* an empty one holds the payment */
	unsigned decimals;        /* of amounts in it, 0 to 2 */
	char decimal_mark;        /* '\0': none, the decimals follow the rupiah directly */
	enum date_style dates;
	uint64_t line;
};

struct format_line {
	struct format_field *fields;
	size_t count;
};

struct format_lines {
	struct format_line *items;
	size_t count;
};

/* What the channel's characters are. */
struct charset {
	bool any;                 /* every character that can be printed */
	struct slice marks;       /* beside A-Z a-z 0-9 and the blank */
	bool upper;               /* letters are made capital */
	char instead;             /* what takes the place of any other character; '\0': it holds the payment */
};

struct payment_format {
	struct slice id, title, source, file_name; /* file_name is a template as well */
	struct date dated;        /* of the source */
	struct slice bank;        /* the channel's own bank; empty: any */
	enum format_shape shape;
	char delimiter;
	enum quoting quoting;
	bool crlf;
	bool in_house_only;       /* it carries payments to its own bank only */
	bool names_payer;         /* the office's account stands in it */
	struct charset charset;
	struct slice rail_codes[RAIL_COUNT]; /* the channel's code of each rail */
	enum rail rails[RAIL_COUNT];         /* those that it has, in the order in which they are tried */
	size_t rail_count;
	struct format_lines head, body, tail;
};

/* Lives in `a`. STATUS_REJECT: N0401 and so on of a document, N1022 where its parts contradict one another. */
enum status payment_format_read(struct slice bytes, struct slice file, struct arena *a, struct payment_format *out,
                                struct findings *findings) NAFKAH_MUST_USE;

/* Everything a file is made of. Borrowed. */
struct payment_order {
	const struct credit_transfers *transfers;
	const struct payment_format *format;
	const struct bank_table *banks;
	const struct office *office;  /* with the account that pays */
	struct date pay_date;
	struct slice list_file;       /* base name of the list, for findings */
	struct arena *arena;
	struct findings *findings;
};

/* A payment that the file carries, or why not. */
struct carried {
	const struct credit_transfer *transfer;
	enum rail rail;
	struct slice holder;          /* as it is written: shortened and in the channel's characters */
	struct slice bic;
	bool held;                    /* it is not in the file; a finding of level tahan says why */
	enum code held_by;
};

/* Decides for each payment, in the order of the list: is the bank known, has the account a length that it can have,
 * which rail, can the channel carry every field. Findings say what was shortened, replaced or held. STATUS_REJECT: the
 * office's account is missing (N1014) or at another bank than the channel (N1018). */
enum status payments_prepare(const struct payment_order *o, struct carried *out) NAFKAH_MUST_USE;

/* What is not held. */
struct payment_sums {
	uint64_t count;
	int64_t total;            /* rupiah */
	struct slice account_total; /* the sum of the account numbers, decimal digits; lives in the order's arena */
};
enum status payments_sum(const struct payment_order *o, const struct carried *carried,
                         struct payment_sums *out) NAFKAH_MUST_USE;

/* The name of the file for the channel; `trial` puts "UJI-" in front. Lives in the order's arena. */
struct slice payment_file_name(const struct payment_order *o, bool trial);

/* The file of the payments that are not held. SHAPE_DELIMITED and SHAPE_FIXED. STATUS_REJECT: a head or tail line
 * cannot say what it must (N1022). */
enum status payment_file_write(const struct payment_order *o, const struct carried *carried,
                               struct buf *out) NAFKAH_MUST_USE;

/* The same as a workbook, SHAPE_WORKBOOK; `scratch` is a folder for temporary files (sheet_writer.h). STATUS_REJECT:
 * more payments than a sheet takes (N1022). */
enum status payment_book_write(const struct payment_order *o, const struct carried *carried, const char *scratch,
                               struct buf *out) NAFKAH_MUST_USE;

/* The same as ISO 20022 pain.001.001.09 or .03 (SHAPE_PAIN_*); at least one payment is not held, and the office's
 * account is stated. `message_id`: at most 35 characters, the same for the same payments. A rail's code that is a
 * service level of ISO's (URGP, NURG, URNS, SDVA) stands as one, any other as the channel's own instrument.
 * STATUS_REJECT: a text is longer than the message allows, and the format has no length that would have held its
 * payment (N1022). */
enum status pain_write(const struct payment_order *o, const struct carried *carried, struct slice message_id,
                       struct buf *out) NAFKAH_MUST_USE;

/* lampiran-transfer.html: the attachment to an SP2D. `trial`: nobody has tested this format with the bank yet. */
enum status attachment_write(const struct payment_order *o, const struct carried *carried, bool trial,
                             struct slice program, struct buf *out) NAFKAH_MUST_USE;

#endif
