/* Calendar days and months of the proleptic Gregorian calendar. Dates come from documents, never from a clock.
 * A month is the number 12*year + (month-1), so that months subtract; 0 stands for "none". */
#ifndef NAFKAH_DATE_H
#define NAFKAH_DATE_H

#include <nafkah/slice.h>

#include <stdbool.h>
#include <stdint.h>

typedef int32_t month_no; /* the one typedef of the project: a plain int32_t that says what it counts */

#define MONTH_NONE ((month_no)0)
#define MONTH_FOREVER ((month_no)INT32_MAX) /* the last month of a right without a term */

/* {0} is "no date". Valid years are 1900 to 2199. */
struct date {
	int16_t year;
	int8_t month, day;
};

bool date_is_set(struct date d);
int date_compare(struct date a, struct date b);

/* Exactly YYYY-MM-DD and a day that exists; anything else is false. */
bool date_parse(struct slice s, struct date *out);

/* Exactly YYYY-MM with a month from 01 to 12. */
bool month_parse(struct slice s, month_no *out);

/* The month in which `d` lies; MONTH_NONE for no date. */
month_no date_month(struct date d);

/* The date `years` later; 29 February becomes 28 February where the year has none (its month is what counts). */
struct date date_add_years(struct date d, int years);

bool date_exists(int year, int month, int day);

/* "YYYY-MM" and "YYYY-MM-DD" with a closing NUL. MONTH_NONE and {0} give the empty string. */
void month_format(month_no m, char out[static 8]);
void date_format(struct date d, char out[static 11]);

#endif
