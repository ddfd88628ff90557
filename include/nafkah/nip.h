/* NIP, the 18-digit number of a civil servant: birth date YYYYMMDD, appointment YYYYMM (PPPK: year and contract number,
 * so digits 13-14 may exceed 12), sex 1 or 2, serial 001-999. As a number it fits 64 bits; 0 is "none". */
#ifndef NAFKAH_NIP_H
#define NAFKAH_NIP_H

#include <nafkah/slice.h>

#include <stdbool.h>
#include <stdint.h>

enum { NIP_DIGITS = 18 };

/* Exactly 18 digits that make sense: what a ruling must hold. */
bool nip_parse(struct slice s, uint64_t *out);

/* The sex digit: true for 2. */
bool nip_is_female(uint64_t nip);

/* What a payroll cell holds. */
enum nip_cell {
	NIP_GOOD,      /* *out is set; blanks, dots, one leading apostrophe and ="..." were cleaned away */
	NIP_ABSENT,    /* empty, "-" or "0": a regional head or council member */
	NIP_STRANGE,   /* not 18 digits, or not a possible NIP: passed through */
	NIP_DAMAGED,   /* 1.98503E+17, or serial 000: what a spreadsheet leaves of an 18-digit number */
	NIP_NOT_ASCII, /* look-alike digits, no-break or zero-width characters */
	NIP_FORMULA    /* begins with = + - @ and is not ="digits" */
};
enum nip_cell nip_read_cell(struct slice cell, uint64_t *out);

/* Takes off what keeps a spreadsheet from spoiling a number: ="..." and one leading apostrophe, and the blanks inside them.
 * False when what remains begins like a formula. */
bool key_unwrap(struct slice *s);

/* 18 digits with a closing NUL. */
void nip_format(uint64_t nip, char out[static NIP_DIGITS + 1]);

#endif
