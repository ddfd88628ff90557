/* What a ruling would mean for an income and a family, month by month, before there is any: for a judge, and for an
 * office that mediates first. Nobody is named in it. Nothing is computed here that the law does not compute: a ruling
 * is put together from the facts, its months run one after another as chained runs would run them, and what is shown is
 * read off the persons that the law filled in. It is a simulation and no ruling, and every sheet says so. */
#ifndef NAFKAH_SIMULATE_H
#define NAFKAH_SIMULATE_H

#include <nafkah/buf.h>
#include <nafkah/law.h>

/* Most months of one simulation. */
enum { SIMULATE_MONTHS_MAX = 300 };

/* Pay of one kind, every month the same. */
struct simulated_pay {
	bool stated;
	int64_t income;    /* rupiah after mandatory contributions, before voluntary deductions */
	int64_t voluntary; /* of it already taken for loans, cooperative, zakat: in the base, but not in cash */
};

/* The facts as somebody told them. Awards that are not stated are the fraction awards of the SKB, filled in by
 * job_simulate. */
struct simulation_facts {
	month_no start; /* mulai-potong: the first month */
	int32_t months;
	struct simulated_pay pay[KIND_COUNT];
	int64_t former_income; /* what the former spouse earns, rupiah; shown beside, computed with nowhere */
	bool asn_is_wife;
	enum divorce divorce;
	enum payment payment;
	int64_t judged_income; /* 0: not stated */
	struct date remarried;
	struct child *children; /* id, name, born, custody and at_school are filled in */
	size_t child_count;
	struct award *awards;
	size_t award_count;
	bool wife_stated,
		children_stated; /* her awards, and the children's, are all among `awards`, even if there are none */
};

struct simulated_month {
	month_no month;
	const struct rules *rules;   /* in force then; one object a version */
	const struct person *person; /* after the law */
};

/* What the months say beyond figures: a finding, once, with the months that made it. */
struct simulated_note {
	enum code code;
	struct slice value, detail; /* of the first of these months */
	month_no first, last;
	int32_t count;
};

struct simulation {
	const struct simulation_facts *facts;
	const struct ruling *ruling; /* what the facts came to */
	struct slice rules_file;
	const struct simulated_month *months;
	size_t month_count;
	const struct simulated_note *notes;
	size_t note_count;
};

/* ---- read off the months ---- */

/* Whole rupiah. */
struct simulated_sums {
	int64_t due, kept, missed, paid, arrears; /* of lines; arrears are those of the last month */
	int64_t asn, former, guardian;            /* cash in each household, from his pay (former: and from her own) */
	int64_t asn_without, former_without;      /* the same if nothing were deducted */
};

/* Lines of one person in one month; NULL selects all. */
struct simulated_sums simulated_month_sums(const struct simulation *s, size_t month);
struct simulated_sums simulated_year_sums(const struct simulation *s);
struct simulated_sums simulated_line_sums(const struct simulation *s, size_t line);

/* Which bound is the limit of a month, and whether it left something unpaid. */
enum simulated_bound { BOUND_SHARE, BOUND_NET };
enum simulated_bound simulated_bound(const struct person *p);
bool simulated_bound_binds(const struct person *p);

/* The months from `first` on in which every figure of every line and household is the same: how many. */
size_t simulated_equal_months(const struct simulation *s, size_t first);

/* Whether a parameter plays a part in this simulation, so that its basis belongs on the sheet. */
bool simulated_uses(const struct simulation *s, enum parameter p);

/* Whether anything of it would be held: somebody must look before such a ruling is made. */
bool simulated_is_held(const struct simulation *s);

/* ---- sheets ---- STATUS_FAIL: memory. */

enum status simulate_write_text(const struct simulation *s, enum lang lang, struct buf *out) NAFKAH_MUST_USE;

/* One page that needs nothing beside it, to be printed on A4: a year with up to about six rights fits one sheet. */
enum status simulate_write_html(const struct simulation *s, enum lang lang, struct buf *out) NAFKAH_MUST_USE;

#endif
