/* A ruling of a religious court as the file of rulings states it, checked for form. Nothing here depends on a period.
 * Rulings and all they point to live in the arena they were read into. */
#ifndef NAFKAH_RULING_H
#define NAFKAH_RULING_H

#include <nafkah/arena.h>
#include <nafkah/date.h>
#include <nafkah/finding.h>
#include <nafkah/money.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The order of the words in the schema; ruling_read maps by position. */
enum ruling_status {
	RULING_MEDIASI, RULING_IZIN, RULING_PROSES, RULING_PUTUS, RULING_BANDING, RULING_BHT, RULING_RUJUK, RULING_DICABUT
};
enum divorce { CERAI_TALAK, CERAI_GUGAT };
enum relation { EX_WIFE, EX_HUSBAND };
enum custody { CUSTODY_MOTHER, CUSTODY_FATHER, CUSTODY_GUARDIAN };

/* In line order (see person.h): children first, then the wife's awards. */
enum hak { HAK_NAFKAH_ANAK, HAK_IDDAH, HAK_MUTAH, HAK_LAMPAU, HAK_BAGIAN_GAJI };
#define HAK_COUNT 5
enum cara { CARA_PECAHAN, CARA_NOMINAL };
enum payment { PAYMENT_BY_RULES, PAYMENT_SEQUENTIAL, PAYMENT_CONCURRENT };

const char *hak_name(enum hak h);   /* "nafkah-anak", "iddah", ... */
const char *cara_name(enum cara c); /* "pecahan", "nominal" */

/* Something that ended on a day, and what proves it. Not set: no date. */
struct ending {
	struct date date;
	struct slice cause; /* the schema's word: menikah, rujuk, ... */
	struct slice proof;
};

struct account {
	bool stated;         /* the file has a <rekening> */
	bool possible;       /* a 3-digit bank and, blanks, dots and hyphens removed, 5-20 digits that are not all equal */
	struct slice bank;   /* as stated, blanks removed */
	struct slice number; /* digits only where possible, else as stated */
	struct slice holder;
	struct slice proof;  /* the document behind a change */
};

struct child {
	struct slice id, name;
	struct date born;
	enum custody custody;
	bool at_school; /* lifts the age limit to the second one */
	struct account account;
	struct ending end;
	struct ending confirmed; /* when somebody last vouched that it is still dependent; no cause */
	uint64_t line;
};

/* Terms of one award. Amounts in whole rupiah, 0 where not stated. */
struct award {
	enum hak hak;
	enum cara cara;
	int32_t months;          /* bulan */
	int64_t monthly;         /* per-bulan */
	int64_t lump;            /* jumlah */
	int64_t paid_before;     /* dibayar */
	int32_t raise;           /* naik, percent a year */
	const struct child *child; /* the one child of a nafkah-anak award with anak=, else NULL */
	month_no span_from, span_to; /* lampau: the neglected span, MONTH_NONE where not stated */
	uint64_t line;
};

struct former_spouse {
	struct slice name, nik;
	enum relation relation;
	struct account account;
	struct ending remarried, died;
	struct ending confirmed; /* when somebody last vouched that she has not remarried; no cause */
};

struct ruling_dates {
	struct date ruled, final, pledged /* ikrar */, received;
	month_no start;      /* mulai: stated, else the month after the latest of final, pledged, received; NONE if none of them is */
	month_no paid_until; /* dibayar-sampai */
};

struct ruling {
	struct slice number;  /* as stated, "#n" behind it for an entry n > 1 */
	struct slice key;     /* the normalised case, "#n" behind it for an entry n > 1: what lines, folders and transfers are matched by */
	struct slice case_key; /* the normalised case alone, and */
	int32_t entry;        /* the entry number: together the order of the register */
	enum ruling_status status;
	enum divorce divorce;
	struct ruling_dates dates;
	uint64_t nip;
	struct slice asn_name;
	struct former_spouse ex;
	struct child *children;
	size_t child_count;
	struct award *awards;
	size_t award_count;
	enum payment payment;
	int64_t judged_income; /* amar/@penghasilan, rupiah; 0: not stated */
	struct ending over;    /* <selesai> */
	bool write_off;        /* tunggakan="hapus" */
	uint64_t line;
};

struct rulings {
	struct slice file;  /* base name, for findings */
	struct slice court; /* pengadilan */
	struct date dated;
	struct ruling **items; /* sorted by case_key, then entry */
	size_t count;
};

/* "0123/Pdt.G/2025/PA Botg" -> "123/pdtg/2025/pabotg": without case, blanks, dots, and leading zeros of each part. */
struct slice case_normalise(struct arena *a, struct slice number);

/* Compares by case_key, then entry. */
int ruling_compare(const struct ruling *a, const struct ruling *b);

/* The rules between fields that the schema cannot state, for one ruling (N0502 to N0510, N0512). */
void ruling_check(const struct ruling *r, struct slice file, struct findings *findings);

/* Sorts, and checks what concerns several rulings: a case listed twice (N0501), one account in rulings of different
 * civil servants, or of one who pays different people (N0511). */
void rulings_check(struct rulings *all, struct arena *scratch, struct findings *findings);

/* An account from the texts of the file. Digits are copied into `a`. */
struct account account_read(struct arena *a, struct slice bank, struct slice number, struct slice holder, struct slice proof);

/* Whether the digits of both, leading zeros aside, are the same. */
bool account_digits_equal(struct slice a, struct slice b);

#endif
