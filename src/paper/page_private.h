/* What the parts of the page share. Private to src/paper. */
#ifndef NAFKAH_PAGE_PRIVATE_H
#define NAFKAH_PAGE_PRIVATE_H

#include <nafkah/html.h>
#include <nafkah/page.h>
#include <nafkah/terbilang.h>

/* Sums over the whole month, rupiah unless said otherwise. */
struct page_sums {
	uint64_t rows, changed;
	struct money net, net_after;
	int64_t taken;
	int64_t opening, missed, due, earlier, paid, written_off, waiting, arrears; /* over all lines */
	int64_t by_hak[HAK_COUNT]; /* paid in this run */
	int64_t by_kind[KIND_COUNT];
	uint64_t transfers_of_kind[KIND_COUNT];
	uint64_t states[RULING_STATE_COUNT];
	uint64_t deducted, spouses, children, accounts; /* people whose pay was cut, who got money; accounts it goes to */
	uint64_t held_cases, lost_cases; /* rulings of which something is held; whose ASN was not found */
	int64_t held_stake, lost_stake;  /* and what would be owed on them */
};

/* Why something waits or needs a look: all findings of one code. */
enum { CAUSE_SHOWN = 3 };
struct cause {
	enum code code;
	uint64_t count;       /* rulings, or places in files */
	int64_t rupiah;       /* at stake */
	bool has_rupiah;      /* money is at stake at all */
	bool unknown;         /* and more than `rupiah`, but nobody can say how much */
	bool counted_elsewhere; /* other causes hold these rulings, too, and have the rupiah */
	struct slice shown[CAUSE_SHOWN]; /* the first of them: case numbers, or files */
	size_t shown_count;
	const void *last;     /* what was counted last */
};

struct page {
	const struct report *r;
	const struct page_extras *x;
	struct html h;
	struct arena arena;
	struct page_sums sums;
	struct cause *held, *lost, *attention; /* most rupiah first; `lost`, people not found, stands right behind `held` */
	size_t held_count, lost_count, attention_count;
	const struct case_file **by_number; /* the cases by the number of their ruling as stated */
	bool overflow;
};

/* Adds; an overflow is remembered. */
void page_add(struct page *p, int64_t *sum, int64_t amount);

bool page_sum(struct page *p);    /* fills sums */
bool page_causes(struct page *p); /* fills held, lost, attention and by_number; false: memory */

/* The ruling that a finding speaks of, or NULL. */
const struct case_file *page_case(const struct page *p, const struct finding *f);

/* The sections, in their order on the page. */
void page_letterhead(struct page *p);
void page_figures(struct page *p);
void page_balance(struct page *p);
void page_waiting(struct page *p);
void page_compare(struct page *p);
void page_bridge(struct page *p);
void page_signatures(struct page *p);
void page_departments(struct page *p);
void page_rulings(struct page *p);
void page_calendar(struct page *p);
void page_findings(struct page *p);
void page_checks(struct page *p);
void page_remainders(struct page *p);
void page_rules(struct page *p);

/* Words. Labels are static. */
const char *kind_label(enum kind k);
const char *hak_label(enum hak h);
const char *state_meaning(enum ruling_state s);
void words_month(month_no m, struct buf *out);     /* "Januari 2026" */
void words_date(struct date d, struct buf *out);   /* "5 Januari 2026" */
void words_count(uint64_t n, struct buf *out);     /* "1.234" */
void words_rupiah(int64_t rupiah, struct buf *out); /* "Rp1.234.567"; below zero with a real minus sign */
void words_money(struct money m, struct buf *out); /* the same with sen where there are some */

/* Text into the open element. */
void say_count(struct page *p, uint64_t n);
void say_rupiah(struct page *p, int64_t rupiah);
void say_money(struct page *p, struct money m);
void say_month(struct page *p, month_no m);
void say_part(struct page *p); /* ", bagian kedua" of a month that is paid in two parts */
void say_spelt(struct page *p, int64_t rupiah); /* "(satu juta rupiah)" */
void say_stake(struct page *p, int64_t rupiah, bool unknown); /* "at least" where nobody can say the rest */

/* Whether some of what waits cannot be said in rupiah. */
bool any_unknown(const struct cause *causes, size_t count);

/* Cells of numbers. `dash`: nothing is "–". */
void cell_count(struct page *p, uint64_t n);
void cell_rupiah(struct page *p, int64_t rupiah);
void cell_rupiah_or_dash(struct page *p, int64_t rupiah);
void cell_money(struct page *p, struct money m);
void cell_words(struct page *p, const char *words);
void cell_text(struct page *p, struct slice from_input);
void open_heading(struct page *p, const char *class, const char *scope); /* a <th> of a row */

/* A section with its heading, and a table with its caption and column headers (which a printer repeats on each page). A
 * heading that begins with '#' is of a column of numbers. */
void open_section(struct page *p, const char *id, const char *heading);
void close_section(struct page *p);
void open_table(struct page *p, const char *class, const char *caption, const char *const *headings);
void close_table(struct page *p);

/* A chart of horizontal bars, drawn with whole numbers. Bars of one label stand together; `outline` ones are hollow,
 * so that no colour is needed to tell them apart. */
struct bar {
	const char *label; /* NULL: belongs to the one above */
	int64_t value;     /* not below zero */
	bool outline;
};
void chart_bars(struct page *p, const char *title, const struct bar *bars, size_t count);

extern const char *const page_style[]; /* ends with NULL */

#endif
