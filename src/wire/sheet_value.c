#include "sheet_private.h"
#include "xml_place.h"

#include <nafkah/date.h>

#include <stdio.h>
#include <string.h>

enum { EXPONENT_MAX = 400 };

/* ---- text ---- */

static bool hex4(struct slice s, uint32_t *out)
{
	*out = 0;
	for (size_t i = 0; i < 4; i++) {
		char c = ascii_lower(s.ptr[i]);

		if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
			return false;
		*out = *out << 4 | (uint32_t)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return true;
}

/* _xHHHH_ at the front of `s`. */
static bool escape_at(struct slice s, uint32_t *out)
{
	return s.len >= 7 && s.ptr[0] == '_' && s.ptr[1] == 'x' && s.ptr[6] == '_' && hex4(slice_sub(s, 2, 4), out);
}

static void append_utf8(struct buf *out, uint32_t c)
{
	char bytes[4];
	size_t len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (len == 1) {
		buf_char(out, (char)c);
		return;
	}
	for (size_t i = len; i-- > 1; c >>= 6)
		bytes[i] = (char)(0x80 | (c & 0x3f));
	bytes[0] = (char)((0xf00 >> len & 0xff) | c);
	buf_append(out, (struct slice){ bytes, len });
}

/* Appends what the escapes at the front mean, and returns their length; 0: there is none, or half a character. */
static size_t unescape_one(struct slice s, struct buf *out)
{
	uint32_t c, low;

	if (!escape_at(s, &c))
		return 0;
	if (c < 0xd800 || c > 0xdfff) {
		append_utf8(out, c);
		return 7;
	}
	if (c > 0xdbff || !escape_at(slice_sub(s, 7, 7), &low) || low < 0xdc00 || low > 0xdfff)
		return 0;
	append_utf8(out, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
	return 14;
}

void sheet_unescape(struct slice s, struct buf *out)
{
	while (s.len > 0) {
		const char *mark = memmem(s.ptr, s.len, "_x", 2);
		size_t plain = mark != NULL ? (size_t)(mark - s.ptr) : s.len, taken;

		buf_append(out, slice_sub(s, 0, plain));
		s = slice_sub(s, plain, s.len);
		taken = unescape_one(s, out);
		if (taken == 0 && s.len > 0) {
			buf_char(out, s.ptr[0]);
			taken = 1;
		}
		s = slice_sub(s, taken, s.len);
	}
}

/* ---- numbers ---- */

/* Digits without the zeros in front; their point stands before digits[point]. */
struct decimal {
	char digits[NUMBER_DIGITS + 2];
	int count;
	int point;
	bool negative;
	bool round_up; /* by the digit behind the last one that is kept */
};

static void add_digit(struct decimal *d, char c, bool behind_point)
{
	if (d->count == 0 && c == '0') {
		d->point -= behind_point;
		return;
	}
	if (d->count < NUMBER_DIGITS)
		d->digits[d->count] = c;
	else if (d->count == NUMBER_DIGITS)
		d->round_up = c >= '5';
	if (d->count <= NUMBER_DIGITS)
		d->count++;
	d->point += !behind_point;
}

/* [+-] digits [. digits] [e [+-] digits] */
static bool take_exponent(struct slice s, int *out)
{
	bool negative = s.len > 0 && s.ptr[0] == '-';
	uint64_t value;

	if (negative || (s.len > 0 && s.ptr[0] == '+'))
		s = slice_sub(s, 1, s.len);
	if (!slice_to_u64(s, &value) || value > EXPONENT_MAX)
		return false;
	*out = negative ? -(int)value : (int)value;
	return true;
}

static bool parse_decimal(struct slice s, struct decimal *d)
{
	bool point = false, any = false;
	int exponent = 0;
	size_t i = 0;

	*d = (struct decimal){ .negative = s.len > 0 && s.ptr[0] == '-' };
	i += d->negative || (s.len > 0 && s.ptr[0] == '+');
	for (; i < s.len && (ascii_is_digit(s.ptr[i]) || (s.ptr[i] == '.' && !point)); i++) {
		if (s.ptr[i] == '.') {
			point = true;
			continue;
		}
		any = true;
		add_digit(d, s.ptr[i], point);
	}
	if (!any || s.len > EXPONENT_MAX)
		return false;
	if (i < s.len && (ascii_lower(s.ptr[i]) != 'e' || !take_exponent(slice_sub(s, i + 1, s.len), &exponent)))
		return false;
	d->point += exponent;
	return d->point > -EXPONENT_MAX && d->point < EXPONENT_MAX;
}

/* To NUMBER_DIGITS digits, half up, without zeros at the end. */
static void round_decimal(struct decimal *d)
{
	int i = d->count = d->count < NUMBER_DIGITS ? d->count : NUMBER_DIGITS;

	while (d->round_up && i > 0 && d->digits[i - 1] == '9')
		i--;
	if (d->round_up && i > 0) {
		d->digits[i - 1]++;
	} else if (d->round_up) {
		d->digits[0] = '1';
		d->point++;
		i = 1;
	}
	d->count = i;
	while (d->count > 0 && d->digits[d->count - 1] == '0')
		d->count--;
}

bool sheet_number(struct slice stored, char out[static NUMBER_MAX], size_t *len)
{
	struct decimal d;
	size_t n = 0;

	while (stored.len > 0 && xml_is_space(stored.ptr[0]))
		stored = slice_sub(stored, 1, stored.len);
	while (stored.len > 0 && xml_is_space(stored.ptr[stored.len - 1]))
		stored.len--;
	if (!parse_decimal(stored, &d))
		return false;
	round_decimal(&d);
	if (d.negative && d.count > 0)
		out[n++] = '-';
	if (d.point <= 0 || d.count == 0)
		out[n++] = '0';
	for (int i = 0; i < d.point && d.count > 0; i++)
		out[n++] = i < d.count ? d.digits[i] : '0';
	if (d.count > 0 && d.count > d.point)
		out[n++] = '.';
	for (int i = d.point; i < d.count && d.count > 0; i++)
		out[n++] = i < 0 ? '0' : d.digits[i];
	*len = n;
	return n < NUMBER_MAX;
}

/* ---- dates ---- */

/* Days since 1 March of the year 0 to a date, by the calendar's cycle of 400 years. */
static void civil_date(uint32_t days, int *year, int *month, int *day)
{
	uint32_t era = days / 146097, of_era = days % 146097;
	uint32_t of = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	uint32_t of_year = of_era - (365 * of + of / 4 - of / 100), m = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(of + era * 400 + (*month <= 2));
}

bool sheet_date(struct slice number, bool from_1904, char out[static 11])
{
	enum { FROM_1899_12_30 = 693899, FROM_1904_01_01 = 695361, LAST = 2958465 };
	struct slice whole = number;
	int year, month, day;
	uint64_t serial;

	whole = slice_cut(&whole, '.');
	if (!slice_to_u64(whole, &serial) || serial > LAST - (from_1904 ? 1462 : 0) || (serial == 0 && !from_1904))
		return false;
	if (!from_1904 && serial == 60) {
		memcpy(out, "1900-02-29", 11);
		return true;
	}
	if (!from_1904 && serial < 60)
		serial++;
	civil_date((uint32_t)serial + (from_1904 ? FROM_1904_01_01 : FROM_1899_12_30), &year, &month, &day);
	(void)snprintf(out, 11, "%04u-%02u-%02u", (unsigned)year % 10000u, (unsigned)month % 100u, (unsigned)day % 100u);
	return true;
}

/* ---- references ---- */

bool sheet_reference(struct slice s, uint32_t *column, uint32_t *row)
{
	uint64_t number = 0;
	size_t i = 0;

	*column = 0;
	for (; i < s.len && i < 3 && s.ptr[i] >= 'A' && s.ptr[i] <= 'Z'; i++)
		*column = *column * 26 + (uint32_t)(s.ptr[i] - 'A') + 1;
	if (i == 0 || *column > SHEET_COLUMNS_MAX || !slice_to_u64(slice_sub(s, i, s.len), &number) || number == 0 ||
	    number > SHEET_ROWS_MAX)
		return false;
	*row = (uint32_t)number;
	return true;
}

bool sheet_range(struct slice s, struct sheet_range *out)
{
	struct slice rest = s, first = slice_cut(&rest, ':');

	if (rest.ptr == NULL)
		rest = first;
	return sheet_reference(first, &out->first_column, &out->first_row) &&
	       sheet_reference(rest, &out->last_column, &out->last_row) && out->first_column <= out->last_column &&
	       out->first_row <= out->last_row;
}

size_t sheet_column_name(uint32_t column, char out[static 4])
{
	char reversed[4];
	size_t len = 0;

	for (; column > 0 && len < 3; column = (column - 1) / 26)
		reversed[len++] = (char)('A' + (column - 1) % 26);
	for (size_t i = 0; i < len; i++)
		out[i] = reversed[len - 1 - i];
	out[len] = '\0';
	return len;
}
