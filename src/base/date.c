#include <nafkah/date.h>

#include <stdio.h>

enum { YEAR_MIN = 1900, YEAR_MAX = 2199 };

static bool year_is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool date_exists(int year, int month, int day)
{
	static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && year_is_leap(year) ? 1 : 0);
}

bool date_is_set(struct date d)
{
	return d.year != 0;
}

int date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* The digits [from, from+count) of `s` as a number; false where one is not a digit. */
static bool digits_at(struct slice s, size_t from, size_t count, int *out)
{
	uint64_t value;

	if (!slice_to_u64(slice_sub(s, from, count), &value))
		return false;
	*out = (int)value;
	return true;
}

bool date_parse(struct slice s, struct date *out)
{
	int year, month, day;

	if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-' || !digits_at(s, 0, 4, &year) ||
	    !digits_at(s, 5, 2, &month) || !digits_at(s, 8, 2, &day) || !date_exists(year, month, day))
		return false;
	*out = (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
	return true;
}

bool month_parse(struct slice s, month_no *out)
{
	int year, month;

	if (s.len != 7 || s.ptr[4] != '-' || !digits_at(s, 0, 4, &year) || !digits_at(s, 5, 2, &month) ||
	    !date_exists(year, month, 1))
		return false;
	*out = 12 * year + month - 1;
	return true;
}

month_no date_month(struct date d)
{
	return date_is_set(d) ? 12 * d.year + d.month - 1 : MONTH_NONE;
}

struct date date_add_years(struct date d, int years)
{
	d.year = (int16_t)(d.year + years);
	if (d.month == 2 && d.day == 29 && !year_is_leap(d.year))
		d.day = 28;
	return d;
}

void month_format(month_no m, char out[static 8])
{
	out[0] = '\0';
	if (m > MONTH_NONE && m < 12 * 10000)
		(void)snprintf(out, 8, "%04u-%02u", (unsigned)(m / 12) % 10000u, (unsigned)(m % 12) + 1u);
}

void date_format(struct date d, char out[static 11])
{
	out[0] = '\0';
	if (date_is_set(d))
		(void)snprintf(out, 11, "%04u-%02u-%02u", (unsigned)d.year % 10000u, (unsigned)d.month % 100u,
		               (unsigned)d.day % 100u);
}
