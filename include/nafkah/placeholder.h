/* The names that may stand in braces in the templates of a transfer format (payment_format.h): {kunci} and others. */
#ifndef NAFKAH_PLACEHOLDER_H
#define NAFKAH_PLACEHOLDER_H

#include <nafkah/slice.h>

enum placeholder {
	/* of a payment */
	PLACEHOLDER_NO, PLACEHOLDER_URUT, PLACEHOLDER_KUNCI, PLACEHOLDER_PERIODE, PLACEHOLDER_SUMBER, PLACEHOLDER_BANK,
	PLACEHOLDER_REKENING, PLACEHOLDER_NAMA_REKENING, PLACEHOLDER_JUMLAH, PLACEHOLDER_NOMOR_PERKARA, PLACEHOLDER_NIP,
	PLACEHOLDER_NAMA_ASN, PLACEHOLDER_RINCIAN, PLACEHOLDER_TANGGAL_PUTUSAN, PLACEHOLDER_JALUR,
	PLACEHOLDER_NAMA_BANK, PLACEHOLDER_BIC, PLACEHOLDER_KODE_KLIRING,
	/* of the file */
	PLACEHOLDER_TANGGAL, PLACEHOLDER_BANYAK, PLACEHOLDER_BANYAK_BARIS, PLACEHOLDER_TOTAL,
	PLACEHOLDER_TOTAL_REKENING,
	PLACEHOLDER_REKENING_DEBET, PLACEHOLDER_NAMA_DEBET, PLACEHOLDER_BANK_DEBET, PLACEHOLDER_KANTOR
};
#define PLACEHOLDER_COUNT 27

enum placeholder_kind {
	/* words of people: brought into the channel's characters, and shortened where the format says so */
	PLACEHOLDER_IS_TEXT,
	PLACEHOLDER_IS_EXACT,  /* numbers and codes: never changed */
	PLACEHOLDER_IS_AMOUNT, /* rupiah, with the decimals of the field */
	PLACEHOLDER_IS_DATE    /* in the style of the field */
};

const char *placeholder_name(enum placeholder p); /* "kunci" */
enum placeholder_kind placeholder_kind(enum placeholder p);
bool placeholder_of_payment(enum placeholder p);

/* A run of plain characters, or a name in braces. */
struct template_piece {
	struct slice literal; /* where it is no name */
	bool named;
	enum placeholder what;
};

/* Cuts the next piece off a template. False: nothing is left, or (then *bad is not empty) a brace that begins no known
 * name. */
bool template_next(struct slice *rest, struct template_piece *out, struct slice *bad);

/* Whether a good template has the name in it. */
bool template_names(struct slice text, enum placeholder what);

#endif
