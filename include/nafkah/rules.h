/* The parameters of a computation, in the version that is in force for a period. Each rests on the law that the rule
 * file names beside it (formats/rules/); the struct carries those words along for the report. */
#ifndef NAFKAH_RULES_H
#define NAFKAH_RULES_H

#include <nafkah/date.h>
#include <nafkah/money.h>
#include <nafkah/ruling.h>
#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Kinds of payroll. */
enum kind { KIND_GAJI, KIND_TPP, KIND_THR, KIND_GAJI13 };
#define KIND_COUNT 4
const char *kind_name(enum kind k); /* "gaji", "tpp", "thr", "gaji13" */
bool kind_parse(struct slice s, enum kind *out);

enum basis { BASIS_GROSS, BASIS_AFTER_MANDATORY, BASIS_NET };
enum basis_month { BASIS_CURRENT, BASIS_JUDGED };
enum child_stop { STOP_REDIVIDE, STOP_RETURN };
enum remarriage { REMARRIAGE_FRACTION, REMARRIAGE_ALL, REMARRIAGE_NONE };
enum limit_kind { LIMIT_ASN_SHARE, LIMIT_NONE };

/* Parts of the base. children is 0/1 where there are none. */
struct shares {
	struct ratio asn, wife, children;
};

/* The parameters by the names of their elements in the rule file, in its order. */
enum parameter {
	PARAMETER_DASAR, PARAMETER_BULAN_DASAR, PARAMETER_SUMBER, PARAMETER_PORSI_DENGAN_ANAK, PARAMETER_PORSI_TANPA_ANAK,
	PARAMETER_BULAN_MAKSIMUM, PARAMETER_PEMBAYARAN, PARAMETER_USIA_ANAK, PARAMETER_ANAK_BERHENTI, PARAMETER_KAWIN_LAGI,
	PARAMETER_BATAS, PARAMETER_SATUAN, PARAMETER_BARIS_BERKURANG
};
#define PARAMETER_COUNT 13
const char *parameter_name(enum parameter p); /* "dasar", "bulan-dasar", ... */

/* What the rule file says of a parameter, for people: its value as written (`nilai="bersih"`), and what it rests on. */
struct parameter_words {
	struct slice value, law;
};

struct rules {
	struct slice id, title;
	struct parameter_words words[PARAMETER_COUNT];
	month_no version;        /* from when this version is in force */
	month_no reviewed_until; /* ditinjau-sampai: somebody vouched for these parameters up to this month */
	enum basis basis;
	enum basis_month basis_month;
	enum kind sources[KIND_COUNT]; /* in the order in which deductions are taken */
	size_t source_count;
	struct shares with_children, without_children;
	int32_t max_iddah, max_mutah; /* months */
	bool sequential;              /* pembayaran: the default where the amar says nothing */
	enum hak order[3];            /* urutan of the wife's awards */
	int32_t age_limit, age_limit_school;
	enum child_stop child_stop;
	enum remarriage remarriage;
	enum limit_kind limit;
	int64_t unit;         /* satuan, rupiah */
	int32_t fewer_percent; /* a payroll with more than this share fewer rows than last month gets attention */
};

/* Place of a kind in `sources`, or -1. */
int rules_source(const struct rules *r, enum kind k);

#endif
