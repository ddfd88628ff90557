#include <nafkah/payroll.h>

#include <assert.h>

/* Folds like header_fold, into a buffer that is used again for each row. */
static struct slice fold_into(struct buf *scratch, struct slice text)
{
	bool gap = false;

	buf_clear(scratch);
	for (size_t i = 0; i < text.len; i++) {
		char c = ascii_lower(text.ptr[i]);

		if (!ascii_is_alpha(c) && !ascii_is_digit(c)) {
			gap = scratch->len > 0;
			continue;
		}
		if (gap)
			buf_char(scratch, '_');
		gap = false;
		buf_char(scratch, c);
	}
	return buf_slice(scratch);
}

/* The first cell with a letter in it: a running number or a dash before it says nothing. */
static struct slice first_words(const struct slice *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct slice s = slice_trim(values[i]);

		for (size_t k = 0; k < s.len; k++)
			if (ascii_is_alpha(s.ptr[k]))
				return s;
	}
	return (struct slice){ NULL, 0 };
}

static bool states_amounts(const struct header *h, const struct slice *values)
{
	static const enum role amounts[] = { ROLE_KOTOR, ROLE_POTONGAN, ROLE_BERSIH };

	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
		if (slice_trim(values[h->of_role[amounts[i]]]).len > 0)
			return true;
	return false;
}

static bool ends_here(const struct header *h, const struct slice *values, struct buf *scratch)
{
	for (size_t i = 0; h->layout->end.count > 0 && i < h->column_count; i++)
		if (values[i].len > 0 && words_have(h->layout->end, fold_into(scratch, values[i])))
			return true;
	return false;
}

enum row_class row_classify(const struct header *h, const struct slice *values, struct buf *scratch)
{
	struct slice word = first_words(values, h->column_count);

	if (word.len == 0)
		return ROW_DATA;
	word = fold_into(scratch, word);
	if (words_have(h->layout->total, word))
		return ROW_TOTAL;
	if (words_have(h->layout->subtotal, word))
		return ROW_SUBTOTAL;
	if (states_amounts(h, values))
		return ROW_DATA;
	if (words_have(h->layout->titles, word))
		return ROW_TITLE;
	return ends_here(h, values, scratch) ? ROW_END : ROW_DATA;
}

bool row_looks_total(const struct slice *values, size_t count, struct buf *scratch)
{
	static const char *const heads[] = { "total", "jumlah", "grand_total", "sub_total", "subtotal", "sub_jumlah" };
	struct slice word = first_words(values, count);

	if (word.len == 0)
		return false;
	word = fold_into(scratch, word);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct slice head = slice_from_c(heads[i]);

		if (slice_starts_with(word, head) && (word.len == head.len || word.ptr[head.len] == '_'))
			return true;
	}
	return false;
}

static bool is_zero_mark(const struct layout *l, struct slice s)
{
	return (l->empty_is_zero && s.len == 0) || (l->dash_is_zero && s.len == 1 && s.ptr[0] == '-');
}

static bool has_high_byte(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] >= 0x80)
			return true;
	return false;
}

enum amount_fault amount_read(const struct layout *l, bool is_signed, struct slice cell, struct money *out)
{
	struct slice s = slice_trim(cell);

	if (is_zero_mark(l, s)) {
		out->sen = 0;
		return AMOUNT_OK;
	}
	switch (money_parse(s, l->money, out)) {
	case MONEY_OK:
		return out->sen < 0 && !is_signed ? AMOUNT_NEGATIVE : AMOUNT_OK;
	case MONEY_TOO_LARGE:
		return AMOUNT_TOO_LARGE;
	case MONEY_EMPTY:
	case MONEY_NOT:
		break;
	}
	return has_high_byte(s) ? AMOUNT_NOT_ASCII : AMOUNT_NOT_A_NUMBER;
}

enum amount_fault row_money_read(const struct header *h, const struct slice *values, struct row_money *out, int *column)
{
	const struct layout *l = h->layout;
	struct { enum role role; struct money *into; } fixed[] = {
		{ ROLE_KOTOR, &out->gross }, { ROLE_POTONGAN, &out->cuts }, { ROLE_BERSIH, &out->net },
	};
	enum amount_fault fault = AMOUNT_OK;

	for (size_t i = 0; fault == AMOUNT_OK && i < sizeof fixed / sizeof *fixed; i++) {
		*column = h->of_role[fixed[i].role];
		fault = amount_read(l, h->is_signed[*column], values[*column], fixed[i].into);
	}
	out->voluntary.sen = 0;
	for (size_t i = 0; fault == AMOUNT_OK && i < h->voluntary_count; i++) {
		struct money part = { 0 };

		*column = h->voluntary[i];
		fault = amount_read(l, h->is_signed[*column], values[*column], &part);
		if (fault == AMOUNT_OK && !money_add(out->voluntary, part, &out->voluntary))
			fault = AMOUNT_OVERFLOW;
	}
	return fault;
}

bool row_money_sums(const struct row_money *m)
{
	struct money rest;

	return money_sub(m->gross, m->cuts, &rest) && rest.sen == m->net.sen;
}

static bool month_from(struct slice year, struct slice month, month_no *out)
{
	char text[7] = { 0 };

	if (year.len != 4 || month.len != 2)
		return false;
	for (size_t i = 0; i < 4; i++)
		text[i] = year.ptr[i];
	text[4] = '-';
	text[5] = month.ptr[0];
	text[6] = month.ptr[1];
	return month_parse((struct slice){ text, sizeof text }, out);
}

/* 31-01-2026 or 31/01/2026, a day that exists. */
static bool period_read_dmy(struct slice s, month_no *out)
{
	uint64_t day, month, year;

	return s.len == 10 && (s.ptr[2] == '-' || s.ptr[2] == '/') && s.ptr[5] == s.ptr[2] &&
	       slice_to_u64(slice_sub(s, 0, 2), &day) && slice_to_u64(slice_sub(s, 3, 2), &month) &&
	       slice_to_u64(slice_sub(s, 6, 4), &year) && date_exists((int)year, (int)month, (int)day) &&
	       month_from(slice_sub(s, 6, 4), slice_sub(s, 3, 2), out);
}

bool period_read(unsigned styles, struct slice cell, month_no *out)
{
	struct slice s = slice_trim(cell);
	struct date day;
	uint64_t digits;

	if ((styles & PERIOD_ISO) != 0) {
		if (month_parse(s, out))
			return true;
		if (date_parse(slice_sub(s, 0, 10), &day) && (s.len == 10 || s.ptr[10] == ' ' || s.ptr[10] == 'T')) {
			*out = date_month(day);
			return true;
		}
	}
	if ((styles & PERIOD_YMD) != 0 && s.len == 8 && slice_to_u64(s, &digits) &&
	    date_exists((int)(digits / 10000), (int)(digits / 100 % 100), (int)(digits % 100)))
		return month_from(slice_sub(s, 0, 4), slice_sub(s, 4, 2), out);
	return (styles & PERIOD_DMY) != 0 && period_read_dmy(s, out);
}

struct cell_style cell_style_of(const struct layout *l, struct slice cell)
{
	struct slice s = slice_trim(cell);
	struct cell_style style = { 0 };

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == l->money.decimal)
			style.decimals = (int)(s.len - i - 1);
		if (l->money.group != 0 && s.ptr[i] == l->money.group)
			style.grouped = true;
	}
	assert(style.decimals >= 0 && style.decimals <= 2);
	return style;
}
