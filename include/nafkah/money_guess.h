/* In which style a file writes its amounts, from the amounts: for `formats draft`, which proposes it to a person. An
 * amount has groups of exactly three digits and at most two decimals, so that no two styles read one text as different
 * amounts; what remains open is only what other months may hold. */
#ifndef NAFKAH_MONEY_GUESS_H
#define NAFKAH_MONEY_GUESS_H

#include <nafkah/money.h>

#define MONEY_STYLES 6

/* `{0}` has seen nothing. */
struct money_guess {
	uint64_t amounts, empty, dashes, negative;
	uint64_t fits[MONEY_STYLES];
	uint64_t misfit_line[MONEY_STYLES]; /* of the first amount that is none in this style; 0: all are */
	bool decimal_point, decimal_comma, group_point, group_comma, group_blank; /* seen in amounts that fit */
};

/* One cell, trimmed, of line `line` (from 1). */
void money_guess_take(struct money_guess *g, struct slice cell, uint64_t line);

struct money_guessed {
	struct money_style style; /* that fits most; the one with the fewest marks of several */
	bool decimals_seen, groups_seen;
	uint64_t misfits, misfit_line;
};
struct money_guessed money_guess_end(const struct money_guess *g);

/* The amount in whatever style; an empty cell and a dash are 0. */
bool money_read_any(struct slice cell, struct money *out);

#endif
