/* The register (pelaksanaan.csv) as it is read back: what the month before left of each line. */
#ifndef NAFKAH_REGISTER_H
#define NAFKAH_REGISTER_H

#include <nafkah/person.h>

enum register_column {
	REG_PERIODE, REG_NOMOR_PERKARA, REG_NIP, REG_HAK, REG_PENERIMA, REG_CARA, REG_NILAI, REG_BULAN_KE, REG_DARI_BULAN,
	REG_HAK_BULAN_INI, REG_DISIMPAN_ASN, REG_TUNGGAKAN_AWAL, REG_SUSULAN, REG_DIBAYAR, REG_DIHAPUS, REG_MENUNGGU,
	REG_TUNGGAKAN_AKHIR, REG_DIBUKUKAN_SAMPAI, REG_BANK, REG_REKENING, REG_STATUS, REG_SEBAB
};
#define REG_COLUMN_COUNT 22

/* The heading of each column. */
extern const char *const register_headings[REG_COLUMN_COUNT];

struct register_row {
	struct slice number;  /* nomor_perkara as written, with "#n" */
	struct slice key;     /* normalised, with "#n" */
	struct slice nip, hak, payee;
	struct opening opening;
	bool finished;        /* its status was selesai */
	int64_t opening_arrears, due, kept, missed, paid, written_off, waiting;
	enum line_status status;
	struct slice cause;
	bool has_stake, stake_more; /* not in the register itself: what the first part of a month handed on beside it (stake.h) */
	int64_t stake;
};

struct register_book {
	struct register_row *rows; /* sorted by key, hak, payee */
	size_t count;
};

/* The base B of a civil servant in a month; beside the register, in run.xml. */
struct register_base {
	uint64_t nip;
	struct money base;
};

/* One record of a register into *out; slices are copied into `a`. False: a value that this program never writes. */
bool register_row_read(struct arena *a, const struct slice *values, struct register_row *out);

/* The key of a row with this nomor_perkara. */
struct slice register_key(struct arena *a, struct slice number);

/* Sorts; call once when all rows are in. */
void register_sort(struct register_book *book);

/* NULL: not in it. */
struct register_row *register_find(const struct register_book *book, struct slice key, struct slice hak, struct slice payee);

/* Copies into `to` what `older`, the register of the month before it, knows about growing arrears. */
void register_add_history(struct register_book *book, const struct register_book *older);

/* Makes `book`, the register of a month's first part, know about growing arrears what `before` does, that of the month before,
 * instead of what it knows itself. */
void register_take_history(struct register_book *book, const struct register_book *before);

#endif
