#include <nafkah/money.h>

#include <assert.h>

__extension__ typedef __int128 wide; /* products of two 64-bit amounts */

bool money_add(struct money a, struct money b, struct money *out)
{
	int64_t sum;

	if (__builtin_add_overflow(a.sen, b.sen, &sum))
		return false;
	out->sen = sum;
	return true;
}

bool money_sub(struct money a, struct money b, struct money *out)
{
	int64_t rest;

	if (__builtin_sub_overflow(a.sen, b.sen, &rest))
		return false;
	out->sen = rest;
	return true;
}

struct money money_from_rupiah(int64_t rupiah)
{
	assert(rupiah <= RUPIAH_MAX * 1000 && rupiah >= -RUPIAH_MAX * 1000);
	return (struct money){ rupiah * SEN_PER_RUPIAH };
}

int64_t money_floor_rupiah(struct money m)
{
	int64_t whole = m.sen / SEN_PER_RUPIAH;

	return m.sen % SEN_PER_RUPIAH < 0 ? whole - 1 : whole;
}

int64_t money_share_floor(struct money m, struct ratio r, int64_t unit)
{
	wide step = (wide)r.den * SEN_PER_RUPIAH * unit;

	assert(m.sen >= 0 && r.num >= 0 && r.den > 0 && r.num <= r.den && unit >= 1);
	return (int64_t)((wide)m.sen * r.num / step * unit);
}

int64_t money_share_ceil(struct money m, struct ratio r)
{
	wide step = (wide)r.den * SEN_PER_RUPIAH;

	assert(m.sen >= 0 && r.num >= 0 && r.den > 0 && r.num <= r.den);
	return (int64_t)(((wide)m.sen * r.num + step - 1) / step);
}

int64_t mul_div_floor(int64_t a, int64_t b, int64_t c)
{
	wide result;

	assert(a >= 0 && b >= 0 && c > 0);
	result = (wide)a * b / c;
	assert(result <= INT64_MAX);
	return (int64_t)result;
}

bool ratio_parse(struct slice s, struct ratio *out)
{
	uint64_t num, den;
	struct slice rest = s, head = slice_cut(&rest, '/');

	if (rest.ptr == NULL || !slice_to_u64(head, &num) || !slice_to_u64(rest, &den) || den == 0 || den > 1000000 ||
	    num > den)
		return false;
	*out = (struct ratio){ (int32_t)num, (int32_t)den };
	return true;
}

int ratio_compare(struct ratio a, struct ratio b)
{
	int64_t left = (int64_t)a.num * b.den, right = (int64_t)b.num * a.den;

	return (left > right) - (left < right);
}
