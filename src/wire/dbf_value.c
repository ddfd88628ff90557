#include "dbf_private.h"

#include <nafkah/date.h>

/* The digits before and behind the point, without zeros that say nothing. */
struct digits {
	bool negative;
	size_t whole_from, whole_to, part_from, part_to;
};

static size_t pass_digits(struct slice s, size_t at)
{
	while (at < s.len && ascii_is_digit(s.ptr[at]))
		at++;
	return at;
}

static bool number(struct slice s, struct digits *d)
{
	*d = (struct digits){ .negative = s.len > 0 && s.ptr[0] == '-' };
	d->whole_from = d->negative;
	d->whole_to = d->part_from = d->part_to = pass_digits(s, d->whole_from);
	if (d->whole_to < s.len && s.ptr[d->whole_to] == '.') {
		d->part_from = d->whole_to + 1;
		d->part_to = pass_digits(s, d->part_from);
	}
	if (d->part_to != s.len || (d->whole_to == d->whole_from && d->part_to == d->part_from))
		return false;
	while (d->whole_from + 1 < d->whole_to && s.ptr[d->whole_from] == '0')
		d->whole_from++;
	while (d->part_to > d->part_from && s.ptr[d->part_to - 1] == '0')
		d->part_to--;
	return true;
}

/* One that has its whole digits and its sign where they belong stands there as it is. */
static bool stands_there(struct slice s, const struct digits *d)
{
	bool zero = d->whole_to == d->whole_from + 1 && s.ptr[d->whole_from] == '0' && d->part_to == d->part_from;

	return d->whole_to > d->whole_from && (!d->negative || (d->whole_from == 1 && !zero));
}

static struct dbf_cell append_number(struct slice s, const struct digits *d, struct buf *values)
{
	struct slice whole = slice_sub(s, d->whole_from, d->whole_to - d->whole_from);
	struct slice part = slice_sub(s, d->part_from, d->part_to - d->part_from);
	uint32_t from = (uint32_t)values->len;

	if (d->negative && (part.len > 0 || (whole.len > 0 && !slice_equal(whole, SLICE("0")))))
		buf_char(values, '-');
	buf_append(values, whole.len > 0 ? whole : SLICE("0"));
	if (part.len > 0) {
		buf_char(values, '.');
		buf_append(values, part);
	}
	return (struct dbf_cell){ CELL_NUMBER, true, from, (uint32_t)values->len };
}

static struct dbf_cell cell_number(struct slice s, uint32_t from, bool decoded, struct buf *values)
{
	struct digits d;

	if (!number(s, &d))
		return (struct dbf_cell){ CELL_ERROR, decoded, from, from + (uint32_t)s.len };
	if (!stands_there(s, &d))
		return append_number(s, &d, values);
	return (struct dbf_cell){ CELL_NUMBER, decoded, from + (uint32_t)(d.whole_from - d.negative),
		                  from + (uint32_t)(d.part_to > d.part_from ? d.part_to : d.whole_to) };
}

/* YYYYMMDD as it stands -> YYYY-MM-DD. */
static struct dbf_cell cell_date(struct slice s, uint32_t from, bool decoded, struct buf *values)
{
	uint32_t at = (uint32_t)values->len;
	struct date date;

	if (s.len == 8) {
		buf_append(values, slice_sub(s, 0, 4));
		buf_char(values, '-');
		buf_append(values, slice_sub(s, 4, 2));
		buf_char(values, '-');
		buf_append(values, slice_sub(s, 6, 2));
		if (!values->failed && date_parse(slice_sub(buf_slice(values), at, 10), &date))
			return (struct dbf_cell){ CELL_DATE, true, at, at + 10 };
	}
	return (struct dbf_cell){ CELL_ERROR, decoded, from, from + (uint32_t)s.len };
}

struct dbf_cell dbf_cell_of(char type, struct slice text, uint32_t from, bool decoded, struct buf *values)
{
	if (text.len > 0 && (type == 'N' || type == 'F'))
		return cell_number(text, from, decoded, values);
	if (text.len > 0 && type == 'D')
		return cell_date(text, from, decoded, values);
	return (struct dbf_cell){ CELL_TEXT, decoded, from, from + (uint32_t)text.len };
}
