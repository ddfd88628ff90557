/* The calendar of the twelve months after a period: what will begin, end, rise or have to be confirmed, as far as the
 * file of rulings and the rules tell today. Of every ruling that is final and not over, also one that is held, was not
 * found or has not begun: its rights run on. Months that are booked already are past. It moves no money.
 *
 *   mulai        the first month of a line's right: a ruling that starts, the next award of a sequence, a child's birth
 *   berakhir     the last month of a line's right, with its cause: the term is over, remarriage, death, a stop, selesai
 *   usia         the birthday that reaches an age limit of the rules (KHI art. 156): the last month of that line. At
 *                school the second limit ends it, and the first one is listed as it passes
 *   kenaikan     a nominal children's award pays a child more than in the month before: its yearly rise, or a new
 *                division because another child's right is over
 *   konfirmasi   a yearly confirmation falls due (confirmation.h); one that is overdue stands in the first month */
#ifndef NAFKAH_CALENDAR_H
#define NAFKAH_CALENDAR_H

#include <nafkah/arena.h>
#include <nafkah/person.h>
#include <nafkah/status.h>

enum { CALENDAR_MONTHS = 12 };

enum calendar_kind { CALENDAR_BEGINS, CALENDAR_ENDS, CALENDAR_AGE, CALENDAR_RISE, CALENDAR_CONFIRMATION };
#define CALENDAR_KIND_COUNT 5
const char *calendar_kind_name(enum calendar_kind k); /* "mulai", "berakhir", ... */

/* Causes beside those of line.ended_by. */
#define CAUSE_TERM "masa-habis"  /* berakhir: the award has paid what it orders */
#define CAUSE_AGE "usia"         /* usia: it ends the right */
#define CAUSE_SCHOOL "sekolah"   /* usia: it ends nothing, because the child is at school */
#define CAUSE_RAISE "naik"       /* kenaikan */
#define CAUSE_DIVISION "bagi-ulang"
#define CAUSE_OVERDUE "terlambat" /* konfirmasi: due in the period or before */

struct calendar_event {
	month_no month;
	enum calendar_kind kind;
	const struct case_file *file;
	const struct line *line;   /* NULL: a confirmation, which is of several lines */
	const struct child *child; /* NULL: the former wife */
	int64_t before, after;     /* rupiah of a nominal line: berakhir and usia what the last month pays, mulai what the
	                              first one does, kenaikan both; 0: none, or a share of an income not known yet */
	struct slice cause;    /* static, or of the ruling; empty where there is none */
	struct date day;       /* usia: the birthday; konfirmasi: due on; else none */
	int32_t age;           /* usia: the limit that is reached */
};

struct calendar {
	month_no first, last;
	struct calendar_event *events; /* by month, then as the cases and their lines; a case's confirmations last */
	size_t count;
};

/* Fills `out`, which lives in `a` and points to the cases. The law has run. STATUS_FAIL: memory. */
enum status calendar_build(struct arena *a, const struct rules *rules, month_no period,
                           const struct case_file *const *cases, size_t count, struct calendar *out) NAFKAH_MUST_USE;

#endif
