/* One civil servant's month: what the payrolls and the register of the month before say about him, and what the law
 * makes of it. record fills the upper half of each struct, law the lower; paper only reads. */
#ifndef NAFKAH_PERSON_H
#define NAFKAH_PERSON_H

#include <nafkah/rules.h>
#include <nafkah/ruling.h>

/* What a payroll says of a family, as far as it has columns for it. */
struct family {
	struct money allowance; /* tunjangan-pasangan, never below 0 */
	uint64_t spouses;       /* jumlah-pasangan */
	bool married;           /* status-kawin is one of the layout's words for it */
	struct slice status;    /* as written */
};

/* A row of a payroll that carries his NIP. */
struct pay_row {
	size_t file;      /* index of the payroll in the job */
	uint64_t line;
	enum kind kind;
	bool adjusted;    /* stands in a payroll to be adjusted, not in an --income file */
	bool counted;     /* the layout counts this row (SIMGAJI: gaji induk only) and its kind is a source of the rules */
	bool sums;        /* kotor - potongan = bersih */
	struct slice name, account;
	struct money gross, cuts, net, voluntary;
	struct family family;
	int64_t taken;    /* by law: rupiah deducted from this row */
};

/* Months [first, last]; empty when first > last. */
struct span {
	month_no first, last;
};

/* Months behind the end of a right that were booked before the end was known (kelebihan; overpaid.h): never offset by this
 * program. {0}: none, or an earlier month has said so. */
struct overpaid {
	struct span months;  /* empty when rupiah is 0 */
	int64_t rupiah;      /* what was due in them: the last as the register has it, those before it by this month's base */
};

/* What the register of the month before says of a line. */
struct opening {
	bool known;       /* the line stands in it */
	month_no booked;  /* MONTH_NONE: empty there */
	int64_t arrears;
	bool grew, grew_before; /* arrears grew in the last month run, and in the one before it */
	struct slice cara, nilai, bank, account;
};

enum line_status { LINE_BELUM_BHT, LINE_BELUM_MULAI, LINE_DITAHAN, LINE_TIDAK_DITEMUKAN, LINE_DIPOTONG, LINE_SEBAGIAN,
                   LINE_NIHIL, LINE_DITERIMA_ASN, LINE_SELESAI };
enum ruling_state { STATE_BELUM_BHT, STATE_BELUM_MULAI, STATE_SELESAI, STATE_DITAHAN, STATE_TIDAK_DITEMUKAN,
                    STATE_DIPOTONG, STATE_SEBAGIAN, STATE_NIHIL };
#define LINE_STATUS_COUNT 9
#define RULING_STATE_COUNT 8
const char *line_status_name(enum line_status s);
const char *ruling_state_name(enum ruling_state s);

/* What the law found for one line, in whole rupiah. A month may be paid in two parts (gaji first, TPP weeks later): then
 * `earlier` is what the first part paid. Law of each line:
 * opening.arrears + missed + due = earlier_due + earlier_arrears + paid_due + paid_arrears + written_off + waiting + arrears. */
struct figures {
	int64_t due;      /* hak_bulan_ini */
	int64_t kept;     /* disimpan_asn: the part of a child in the ASN's own custody */
	int64_t missed;   /* susulan: dues of months booked < m < P */
	month_no missed_from; /* the first of those months */
	int64_t earlier_due, earlier_arrears;
	int64_t paid_due, paid_arrears;
	int64_t written_off; /* dihapus */
	int64_t waiting;     /* menunggu: left to the second part of the month */
	int64_t arrears;     /* tunggakan_akhir */
};

struct register_row;

/* A line: one award for one payee. */
struct line {
	struct case_file *file;
	const struct award *award;
	const struct child *child; /* NULL: the former wife's */
	struct slice terms;        /* nilai: the terms as stated */
	struct opening opening;
	const struct register_row *before;     /* what the month before wrote of this line (--previous); NULL: nothing */
	const struct register_row *first_part; /* the second part of a month: what the first one wrote of this line */

	struct span term;    /* the award's own months, uncut; empty for children and bagian-gaji, which have no number of months */
	struct span right;   /* the months of the line's right, cut by every end */
	struct slice ended_by; /* cause of the cut, if it was cut */
	month_no booked;     /* before this month; MONTH_NONE: unknown */
	month_no booked_after;
	bool held;
	enum code held_by;   /* when held */
	struct slice bank, account; /* for the register: the last accepted one */
	bool keeps_terms;           /* the register keeps last month's cara and nilai: the change is not accepted */
	struct figures sum;
	enum line_status status;
	int64_t stake;              /* of a line that waits for somebody: what would be owed now (stake.h) */
	struct overpaid overpaid;   /* months booked behind an end that has become known now (overpaid.h) */
};

/* A ruling with its lines. */
struct case_file {
	const struct ruling *ruling;
	struct person *person;
	struct line *lines; /* in line order; points into person->lines */
	size_t line_count;

	bool computed;      /* SPEC state 6 was reached */
	enum ruling_state state;
	enum code held_by;  /* when a ruling fault holds it */
};

/* An amount that one line draws on one row. */
struct draw {
	struct line *line;
	struct pay_row *row;
	int64_t due, arrears;
};

struct person {
	uint64_t nip;
	struct pay_row *rows;
	size_t row_count;
	struct case_file *cases; /* in line order: BHT date, case, entry */
	size_t case_count;
	struct line *lines; /* of all cases, in line order */
	size_t line_count;

	struct money base;      /* B, never negative */
	struct shares shares;   /* in force this month: with children if any computed ruling lists some */
	int64_t asn_share;      /* ceil(B * f_asn) */
	int64_t kept;           /* fraction parts kept for children in his custody */
	int64_t ceiling;        /* T; INT64_MAX: no limit */
	int64_t available;      /* what his adjusted rows hold */
	int64_t limit;          /* the smaller of the two */
	int64_t paid;
	struct draw *draws; /* tier by tier, in line order */
	size_t draw_count;
};

#endif
