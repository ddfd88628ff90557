/* rekonsiliasi.html: the page that a finance officer reads, prints on A4 and signs. One file without script, picture,
 * font or any other thing from outside; HTML5 that is well-formed XML as well. The same month gives the same bytes.
 *
 * First what was decided (money moved, people affected, totals before and after that balance, what waits for whom and
 * how much, this month against last, room for signatures), then every department and ruling, the calendar
 * of the next twelve months, every finding, check and odd rupiah. */
#ifndef NAFKAH_PAGE_H
#define NAFKAH_PAGE_H

#include <nafkah/office.h>
#include <nafkah/remainder.h>
#include <nafkah/report.h>

/* Sums of the register of the month that was run before. */
struct page_previous {
	month_no period;
	int64_t due, paid, arrears; /* hak_bulan_ini, dibayar, tunggakan_akhir */
};

/* What the page says beyond the report. Everything is borrowed; what is NULL or empty is left out. */
struct page_extras {
	const struct office *office;
	const struct page_previous *previous;
	const struct remainders *remainders;
	struct slice rulings_file, court;
	struct date rulings_dated;
	bool second_part; /* of a month that is paid in two parts */
	bool has_more;    /* the first of two; `more` comes later */
	enum kind more;
	struct slice program; /* "nafkah 1.0" */
	bool masked;      /* pseudonyms: the page says so, and has no signatures */
};

/* STATUS_FAIL: memory, or sums that 64 bits do not hold; `out` is then of no use. */
enum status page_write(const struct report *r, const struct page_extras *x, struct buf *out) NAFKAH_MUST_USE;

/* The office that must act on a finding, for people: "Pengadilan Agama". NULL for codes that never reach a page: those
 * of level tolak and above, and what depends on the machine. */
const char *code_office(enum code c);

/* A finding in a few words, without its values: "Penerima belum mempunyai rekening"; NULL as above. */
const char *code_label(enum code c);

#endif
