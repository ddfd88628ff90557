#include <nafkah/nip.h>

#include <nafkah/date.h>

#include <inttypes.h>
#include <stdio.h>

/* The digits of the number above `unit`, as many as `range` has zeros. Both are constants wherever this is called, so that
 * no division is left of it: every row of a payroll comes here. */
static inline int digits_of(uint64_t nip, uint64_t unit, uint64_t range)
{
	return (int)(nip / unit % range);
}

static int sex_of(uint64_t nip)
{
	return digits_of(nip, 1000, 10);
}

static bool nip_possible(uint64_t nip)
{
	int year = digits_of(nip, UINT64_C(100000000000000), 10000), month = digits_of(nip, UINT64_C(1000000000000), 100);
	int day = digits_of(nip, UINT64_C(10000000000), 100), appointed = digits_of(nip, 1000000, 10000);

	return date_exists(year, month, day) && date_exists(appointed, 1, 1) && (sex_of(nip) == 1 || sex_of(nip) == 2) &&
	       nip % 1000 > 0;
}

bool nip_parse(struct slice s, uint64_t *out)
{
	uint64_t nip;

	if (s.len != NIP_DIGITS || !slice_to_u64(s, &nip) || !nip_possible(nip))
		return false;
	*out = nip;
	return true;
}

bool nip_is_female(uint64_t nip)
{
	return sex_of(nip) == 2;
}

/* 1.98503E+17 and its kin: digits, at most one mark, an E, an optional sign, digits. */
static bool is_scientific(struct slice s)
{
	size_t i = 0, digits = 0, exponent = 0;

	for (; i < s.len && (ascii_is_digit(s.ptr[i]) || s.ptr[i] == '.' || s.ptr[i] == ','); i++)
		digits += ascii_is_digit(s.ptr[i]) ? 1 : 0;
	if (digits == 0 || i == s.len || ascii_lower(s.ptr[i]) != 'e')
		return false;
	i++;
	if (i < s.len && (s.ptr[i] == '+' || s.ptr[i] == '-'))
		i++;
	for (; i < s.len && ascii_is_digit(s.ptr[i]); i++)
		exponent++;
	return i == s.len && exponent > 0;
}

static bool is_ascii(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] >= 0x80)
			return false;
	return true;
}

bool key_unwrap(struct slice *s)
{
	if (s->len >= 3 && slice_starts_with(*s, SLICE("=\"")) && s->ptr[s->len - 1] == '"')
		*s = slice_trim(slice_sub(*s, 2, s->len - 3));
	if (s->len > 0 && s->ptr[0] == '\'')
		*s = slice_trim(slice_sub(*s, 1, s->len));
	return s->len <= 1 || (s->ptr[0] != '=' && s->ptr[0] != '+' && s->ptr[0] != '-' && s->ptr[0] != '@');
}

enum nip_cell nip_read_cell(struct slice cell, uint64_t *out)
{
	struct slice s = slice_trim(cell);
	char digits[NIP_DIGITS];
	size_t count = 0;

	if (s.len == NIP_DIGITS && nip_parse(s, out)) /* nearly every cell */
		return NIP_GOOD;
	if (!is_ascii(s))
		return NIP_NOT_ASCII;
	if (!key_unwrap(&s))
		return NIP_FORMULA;
	if (s.len == 0 || slice_equal(s, SLICE("-")) || slice_equal(s, SLICE("0")))
		return NIP_ABSENT;
	if (is_scientific(s))
		return NIP_DAMAGED;
	for (size_t i = 0; i < s.len; i++) {
		if (ascii_is_blank(s.ptr[i]) || s.ptr[i] == '.')
			continue;
		if (!ascii_is_digit(s.ptr[i]) || count == NIP_DIGITS)
			return NIP_STRANGE;
		digits[count++] = s.ptr[i];
	}
	if (nip_parse((struct slice){ digits, count }, out))
		return NIP_GOOD;
	return count == NIP_DIGITS && slice_equal((struct slice){ digits + 15, 3 }, SLICE("000")) ? NIP_DAMAGED : NIP_STRANGE;
}

void nip_format(uint64_t nip, char out[static NIP_DIGITS + 1])
{
	(void)snprintf(out, NIP_DIGITS + 1, "%018" PRIu64, nip % UINT64_C(1000000000000000000));
}
