/* The accounts that rulings are paid to, asked for the account of every row of every payroll: an account that is a payee's and
 * another civil servant's alike is one that somebody should look at. */
#ifndef NAFKAH_PAYEES_H
#define NAFKAH_PAYEES_H

#include <nafkah/roster.h>

/* An account of a former spouse or a child. Borrows from the ruling. */
struct payee {
	uint64_t key; /* of the digits */
	size_t place; /* in the order of the roster */
	const struct ruling *ruling;
	const struct account *account;
	struct slice name; /* the holder's; where the file does not say it, the payee's own */
};

/* `{0}` is valid: nobody is paid. */
struct payees {
	struct payee *items; /* by key */
	size_t count;
	uint32_t *slots;     /* open addressing: index + 1 of the first item with a key, 0 free */
	size_t slot_count;   /* a power of two */
	uint64_t *endings;   /* a bit for each of the endings that occur, by payee_ending: few others meet them */
	unsigned ending_shift;
};

/* All possible accounts of rulings of which something may still be paid: not those that were finished in the month before, nor
 * that of a child in the civil servant's own custody. Lives in `a`; false: memory. */
bool payees_build(struct arena *a, const struct roster *roster, struct payees *out) NAFKAH_MUST_USE;

/* 8 bytes of digits, the last ones of an account with zeros before it, as a place among the endings. */
static inline uint64_t payee_ending(const struct payees *p, const char *digits)
{
	uint64_t bytes;

	memcpy(&bytes, digits, sizeof bytes);
	return bytes * UINT64_C(0x9e3779b97f4a7c15) >> p->ending_shift;
}

/* False: no payee has this account. Asked for every row, so the account is not read digit by digit. */
static inline bool payees_may_have(const struct payees *p, struct slice account)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t bytes, at;

	if (p->count == 0 || account.len == 0)
		return false;
	if (account.len < sizeof bytes)
		return true;
	memcpy(&bytes, account.ptr + account.len - sizeof bytes, sizeof bytes);
	if (((bytes & 0xf0 * each) | ((bytes + 6 * each) & 0xf0 * each) >> 4) != 0x33 * each)
		return true; /* blanks, dots or hyphens among its last 8 */
	at = payee_ending(p, account.ptr + account.len - sizeof bytes);
	return (p->endings[at / 64] >> at % 64 & 1) != 0;
}

/* The first payee whose account may have the digits of `account`, leading zeros aside; the others, *count in all, stand behind
 * it. account_digits_equal says which do: numbers of 20 digits may meet by chance. NULL: none. */
const struct payee *payees_find(const struct payees *p, struct slice account, size_t *count);

#endif
