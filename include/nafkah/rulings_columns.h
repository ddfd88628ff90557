/* The columns of a table of rulings (CSV or workbook): each is one attribute or element of formats/schema/putusan.xsd,
 * and its values are what that takes, so that no rule about a value stands here. formats/README.md explains them for
 * people. */
#ifndef NAFKAH_RULINGS_COLUMNS_H
#define NAFKAH_RULINGS_COLUMNS_H

#include <nafkah/xml.h>

enum rulings_column {
	RC_PENGADILAN, RC_TANGGAL_DAFTAR,
	RC_NOMOR, RC_ENTRI, RC_STATUS, RC_JENIS, RC_TANGGAL_PUTUSAN, RC_TANGGAL_BHT, RC_TANGGAL_IKRAR, RC_TANGGAL_TERIMA,
	RC_MULAI_POTONG, RC_DIBAYAR_SAMPAI, RC_NIP, RC_NAMA_ASN, RC_NAMA_MANTAN, RC_NIK_MANTAN, RC_HUBUNGAN_MANTAN, RC_BANK_MANTAN,
	RC_REKENING_MANTAN, RC_NAMA_REKENING_MANTAN, RC_BUKTI_REKENING_MANTAN, RC_TANGGAL_KAWIN_LAGI, RC_BUKTI_KAWIN_LAGI,
	RC_TANGGAL_MENINGGAL, RC_BUKTI_MENINGGAL, RC_TANGGAL_KONFIRMASI_MANTAN, RC_BUKTI_KONFIRMASI_MANTAN, RC_PEMBAYARAN,
	RC_PENGHASILAN, RC_TANGGAL_SELESAI, RC_SEBAB_SELESAI, RC_TUNGGAKAN, RC_BUKTI_SELESAI,
	RC_HAK, RC_CARA, RC_BULAN, RC_PER_BULAN, RC_JUMLAH, RC_DIBAYAR, RC_DARI, RC_SAMPAI, RC_NAIK,
	RC_ID_ANAK, RC_NAMA_ANAK, RC_LAHIR_ANAK, RC_ASUH_ANAK, RC_SEKOLAH_ANAK, RC_BANK_ANAK, RC_REKENING_ANAK,
	RC_NAMA_REKENING_ANAK, RC_BUKTI_REKENING_ANAK, RC_TANGGAL_BERHENTI, RC_SEBAB_BERHENTI, RC_BUKTI_BERHENTI,
	RC_TANGGAL_KONFIRMASI_ANAK, RC_BUKTI_KONFIRMASI_ANAK,
	RC_CATATAN
};
#define RULINGS_COLUMN_COUNT 57

enum rulings_part {
	PART_LIST,  /* of the list: the same in every row, or empty but in the first */
	PART_CASE,  /* which case and entry: in every row */
	PART_RULING, /* of the ruling: in every row of the case the same, or all of them empty but in the first */
	PART_AWARD, /* of the award that the row states */
	PART_CHILD, /* of the child that the row describes */
	PART_NOTE   /* read by nobody */
};

enum {
	RULINGS_REQUIRED = 1, /* the table must have this column */
	RULINGS_KEY = 2       /* digits that a spreadsheet's number would spoil */
};

struct rulings_column_kind {
	const char *name;         /* as header_fold leaves it */
	enum rulings_part part;
	const char *element;      /* path below the element of its part; empty: that element itself */
	const char *attribute;    /* NULL: the element's text */
	unsigned flags;
};
extern const struct rulings_column_kind rulings_columns[RULINGS_COLUMN_COUNT];

/* What a value must look like; XML_NONE for RC_CATATAN. */
struct xml_value rulings_column_value(enum rulings_column c);

/* The column whose value an attribute, or with NULL the text, of a node below <putusan> has, or of the root; NULL:
 * none. */
const char *rulings_column_name(const struct xml_node *n, const char *attribute);

#endif
