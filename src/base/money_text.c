#include <nafkah/money.h>

#include <assert.h>
#include <string.h>

enum { DIGITS_SAFE = 14 }; /* so many cannot overflow */

/* Nearly every amount: few digits, and no group mark behind them. False: `rest` is as it was. */
static bool plain_digits(struct slice *rest, char group, int64_t *value)
{
	size_t at = 0, most = rest->len < DIGITS_SAFE ? rest->len : DIGITS_SAFE;
	int64_t sum = 0;

	for (; at < most && ascii_is_digit(rest->ptr[at]); at++)
		sum = sum * 10 + (rest->ptr[at] - '0');
	if (at == 0 || (at < rest->len && (rest->ptr[at] == group || ascii_is_digit(rest->ptr[at]))))
		return false;
	*value = sum;
	rest->ptr += at;
	rest->len -= at;
	return true;
}

/* The whole part of an amount: digits, grouped by threes throughout or not at all. Stops before the decimal mark.
 * *value is capped just above RUPIAH_MAX, so that the caller sees "too large" whatever the number of digits. */
static enum money_parse whole_part(struct slice *rest, char group, int64_t *value)
{
	size_t digits = 0, since_group = 0;
	bool grouped = false;

	*value = 0;
	for (; rest->len > 0; rest->ptr++, rest->len--) {
		char c = rest->ptr[0];

		if (ascii_is_digit(c)) {
			if (*value <= RUPIAH_MAX)
				*value = *value * 10 + (c - '0');
			digits++;
			since_group++;
		} else if (group != 0 && c == group) {
			if (digits == 0 || (grouped ? since_group != 3 : digits > 3))
				return MONEY_NOT;
			grouped = true;
			since_group = 0;
		} else {
			break;
		}
	}
	return digits == 0 || (grouped && since_group != 3) ? MONEY_NOT : MONEY_OK;
}

enum money_parse money_parse(struct slice s, struct money_style style, struct money *out)
{
	bool negative = s.len > 0 && s.ptr[0] == '-';
	struct slice rest = slice_sub(s, negative ? 1 : 0, s.len);
	int64_t rupiah, sen = 0;

	if (s.len == 0)
		return MONEY_EMPTY;
	if (!plain_digits(&rest, style.group, &rupiah) && whole_part(&rest, style.group, &rupiah) != MONEY_OK)
		return MONEY_NOT;
	if (rest.len > 0) {
		if (rest.ptr[0] != style.decimal || rest.len < 2 || rest.len > 3 || !ascii_is_digit(rest.ptr[1]) ||
		    (rest.len == 3 && !ascii_is_digit(rest.ptr[2])))
			return MONEY_NOT;
		sen = (rest.ptr[1] - '0') * 10 + (rest.len == 3 ? rest.ptr[2] - '0' : 0);
	}
	if (rupiah > RUPIAH_MAX || (rupiah == RUPIAH_MAX && sen > 0))
		return MONEY_TOO_LARGE;
	out->sen = (rupiah * SEN_PER_RUPIAH + sen) * (negative ? -1 : 1);
	return MONEY_OK;
}

size_t money_format(struct money m, struct money_style style, int decimals, bool grouped, char out[static 40])
{
	char reversed[40];
	size_t n = 0;
	uint64_t left = m.sen < 0 ? 0 - (uint64_t)m.sen : (uint64_t)m.sen;
	unsigned sen = (unsigned)(left % SEN_PER_RUPIAH);

	assert(decimals >= 0 && decimals <= 2);
	left /= SEN_PER_RUPIAH;
	if (decimals == 2)
		reversed[n++] = (char)('0' + sen % 10);
	if (decimals >= 1) {
		reversed[n++] = (char)('0' + sen / 10);
		reversed[n++] = style.decimal;
	}
	for (unsigned digits = 0; digits == 0 || left > 0; digits++, left /= 10) {
		if (grouped && style.group != 0 && digits > 0 && digits % 3 == 0)
			reversed[n++] = style.group;
		reversed[n++] = (char)('0' + left % 10);
	}
	if (m.sen < 0)
		reversed[n++] = '-';
	for (size_t i = 0; i < n; i++)
		out[i] = reversed[n - 1 - i];
	out[n] = '\0';
	return n;
}

const char *money_rupiah(struct money m, char out[static 48])
{
	static const struct money_style indonesian = { .decimal = ',', .group = '.' };
	char number[40];
	size_t sign = m.sen < 0 ? 1 : 0, len = money_format(m, indonesian, m.sen % SEN_PER_RUPIAH != 0 ? 2 : 0, true, number);

	memcpy(out, "-Rp", 3);
	memmove(out, out + 1 - sign, 2 + sign);
	memcpy(out + 2 + sign, number + sign, len + 1 - sign);
	return out;
}
