#include <nafkah/ruling.h>

/* Digits of `s` without blanks, dots and hyphens; a NULL pointer where anything else stands in it. */
static struct slice digits_only(struct arena *a, struct slice s)
{
	char *digits = arena_alloc(a, s.len + 1);
	size_t count = 0;

	if (digits == NULL)
		return (struct slice){ NULL, 0 };
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (ascii_is_digit(c))
			digits[count++] = c;
		else if (!ascii_is_blank(c) && c != '.' && c != '-')
			return (struct slice){ NULL, 0 };
	}
	return (struct slice){ digits, count };
}

static bool all_digits(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]))
			return false;
	return true;
}

static bool all_equal(struct slice s)
{
	for (size_t i = 1; i < s.len; i++)
		if (s.ptr[i] != s.ptr[0])
			return false;
	return true;
}

struct account account_read(struct arena *a, struct slice bank, struct slice number, struct slice holder, struct slice proof)
{
	struct slice digits = digits_only(a, number), code = slice_trim(bank);
	bool possible = digits.ptr != NULL && digits.len >= 5 && digits.len <= 20 && !all_equal(digits) && code.len == 3 &&
	                all_digits(code);

	return (struct account){
		.stated = true,
		.possible = possible,
		.bank = arena_copy(a, code),
		.number = possible ? digits : arena_copy(a, number),
		.holder = arena_copy(a, holder),
		.proof = arena_copy(a, slice_trim(proof)),
	};
}

/* Moves `s` to its next digit; false at the end. Other characters (a payroll's account is free text) are passed over. */
static bool next_digit(struct slice *s, char *out)
{
	while (s->len > 0) {
		*out = s->ptr[0];
		*s = slice_sub(*s, 1, s->len);
		if (ascii_is_digit(*out))
			return true;
	}
	return false;
}

/* The first digit that is not a leading zero. */
static bool first_digit(struct slice *s, char *out)
{
	bool found = next_digit(s, out);

	while (found && *out == '0')
		found = next_digit(s, out);
	return found;
}

bool account_digits_equal(struct slice a, struct slice b)
{
	char x = 0, y = 0;
	bool more_a = first_digit(&a, &x), more_b = first_digit(&b, &y);

	if (!more_a || !more_b)
		return false; /* no account is nobody's */
	while (more_a && more_b && x == y) {
		more_a = next_digit(&a, &x);
		more_b = next_digit(&b, &y);
	}
	return !more_a && !more_b;
}
