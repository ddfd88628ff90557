/* Exact money. Amounts are whole sen (1/100 rupiah) in 64 bits; a fraction is a pair of whole numbers; there is no
 * floating point anywhere. Every operation that can round says in its name which way, every one that can overflow
 * returns false and leaves its result alone. Products are formed in 128 bits. */
#ifndef NAFKAH_MONEY_H
#define NAFKAH_MONEY_H

#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct money {
	int64_t sen;
};

/* 0 <= num <= den <= 10^6, den > 0. */
struct ratio {
	int32_t num, den;
};

enum { SEN_PER_RUPIAH = 100 };

/* No single amount in any input may exceed 10^13 rupiah (ten thousand billion), either sign. */
#define RUPIAH_MAX INT64_C(10000000000000)

bool money_add(struct money a, struct money b, struct money *out) __attribute__((warn_unused_result));
bool money_sub(struct money a, struct money b, struct money *out) __attribute__((warn_unused_result));

/* |rupiah| up to RUPIAH_MAX * 1000. */
struct money money_from_rupiah(int64_t rupiah);

/* Largest whole rupiah not above `m`. */
int64_t money_floor_rupiah(struct money m);

/* floor and ceil of m*r in whole rupiah; m >= 0. floor goes down to a multiple of `unit` rupiah (unit >= 1). */
int64_t money_share_floor(struct money m, struct ratio r, int64_t unit);
int64_t money_share_ceil(struct money m, struct ratio r);

/* floor(a*b/c) for a, b >= 0, c > 0 whose result fits (which holds whenever a <= RUPIAH_MAX*1000 and b <= c). */
int64_t mul_div_floor(int64_t a, int64_t b, int64_t c);

/* How a file writes amounts. decimal: '.' or ','; group: 0 for none, else the other mark or ' '. */
struct money_style {
	char decimal, group;
};

enum money_parse {
	MONEY_OK,
	MONEY_EMPTY,    /* no character at all: the caller knows whether that means zero */
	MONEY_NOT,      /* not a number in this style */
	MONEY_TOO_LARGE /* above RUPIAH_MAX */
};

/* An amount in `style`: an optional '-', digits (grouped by threes throughout or not at all), up to two decimals.
 * `s` holds the bare number, without blanks round it. */
enum money_parse money_parse(struct slice s, struct money_style style, struct money *out);

/* Writes `m` in `style` with exactly `decimals` (0 to 2) places, grouped or not; returns the length.
 * The caller asks for enough decimals to lose nothing. */
size_t money_format(struct money m, struct money_style style, int decimals, bool grouped, char out[static 40]);

/* For people: "Rp1.234.567", "-Rp12,50"; sen only where there are some. Returns `out`. */
const char *money_rupiah(struct money m, char out[static 48]);

/* A ratio written "1/3". */
bool ratio_parse(struct slice s, struct ratio *out);

/* Order of a and b as numbers: negative, 0, positive. */
int ratio_compare(struct ratio a, struct ratio b);

#endif
