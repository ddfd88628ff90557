#include <nafkah/bank_table.h>

const char *rail_name(enum rail r)
{
	static const char *const names[RAIL_COUNT] = {
		[RAIL_IN_HOUSE] = "sesama-bank", [RAIL_BI_FAST] = "bi-fast", [RAIL_ONLINE] = "daring",
		[RAIL_CLEARING] = "kliring", [RAIL_RTGS] = "rtgs",
	};

	return names[r];
}

/* By halves: the banks stand in order of their codes. */
const struct bank *bank_find(const struct bank_table *t, struct slice code)
{
	size_t from = 0, to = t->bank_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = slice_compare(t->banks[middle].code, code);

		if (order == 0)
			return &t->banks[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

bool bank_has_length(const struct bank *b, size_t digits)
{
	for (size_t i = 0; i < b->length_count; i++)
		if ((size_t)b->lengths[i] == digits)
			return true;
	return b->length_count == 0;
}

bool rail_carries(const struct bank_table *t, enum rail r, struct slice from, const struct bank *to, int64_t amount)
{
	const struct rail_limit *limit = &t->limits[r];

	if (slice_equal(from, to->code) != (r == RAIL_IN_HOUSE))
		return false;
	if (r != RAIL_IN_HOUSE && (to->rails & (1u << r)) == 0)
		return false;
	return !limit->stated || (amount >= limit->least && (limit->most == 0 || amount <= limit->most));
}
