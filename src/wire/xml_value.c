#include "xml_value.h"
#include "xml_place.h"

#include <nafkah/date.h>
#include <nafkah/money.h>

#include <inttypes.h>
#include <string.h>

enum { ID_MAX = 64, NIP_DIGITS = 18, RATIO_DEN_MAX = 1000 };

static bool length_ok(const struct xml_value *v, struct slice s)
{
	return v->max == 0 || (s.len <= XML_TEXT_MAX && xml_characters(s) <= (size_t)v->max);
}

bool xml_has_visible(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!xml_is_space(s.ptr[i]))
			return true;
	return false;
}

static bool has_word(struct slice words, struct slice word)
{
	while (words.ptr != NULL)
		if (slice_equal(slice_cut(&words, ' '), word))
			return word.len > 0;
	return false;
}

static bool words_ok(struct slice allowed, struct slice s)
{
	struct slice rest = s;

	while (rest.ptr != NULL) {
		struct slice word = slice_cut(&rest, ' ');

		if (!has_word(allowed, word) || (rest.ptr != NULL && has_word(rest, word)))
			return false;
	}
	return s.ptr != NULL;
}

static bool number(struct slice s, uint64_t *out)
{
	return slice_to_u64(s, out) && (s.len == 1 || s.ptr[0] != '0');
}

static bool whole_ok(const struct xml_value *v, struct slice s)
{
	uint64_t value;

	return number(s, &value) && (int64_t)value >= v->min && (int64_t)value <= v->max;
}

static bool ratio_ok(struct slice s)
{
	struct slice den = s, num = slice_cut(&den, '/');
	uint64_t n, d;

	return den.ptr != NULL && number(num, &n) && number(den, &d) && n <= d && d >= 1 && d <= RATIO_DEN_MAX;
}

static bool id_ok(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		bool alnum = ascii_is_digit(s.ptr[i]) || (s.ptr[i] >= 'a' && s.ptr[i] <= 'z');

		if (!alnum && (i == 0 || s.ptr[i] != '-'))
			return false;
	}
	return s.len >= 1 && s.len <= ID_MAX;
}

static bool nip_ok(struct slice s)
{
	uint64_t value;

	return s.len == NIP_DIGITS && slice_to_u64(s, &value);
}

bool xml_value_ok(const struct xml_value *v, struct slice s)
{
	struct date date;
	month_no month;

	switch (v->type) {
	case XML_NONE:
		return false;
	case XML_TEXT:
		return length_ok(v, s);
	case XML_WORD:
		return xml_has_visible(s) && length_ok(v, s);
	case XML_ENUM:
		return memchr(s.ptr, ' ', s.len) == NULL && has_word(slice_from_c(v->words), s);
	case XML_DATE:
		return date_parse(s, &date);
	case XML_MONTH:
		return month_parse(s, &month);
	case XML_WHOLE:
		return whole_ok(v, s);
	case XML_RATIO:
		return ratio_ok(s);
	case XML_ID:
		return id_ok(s);
	case XML_NIP:
		return nip_ok(s);
	case XML_WORDS:
		return words_ok(slice_from_c(v->words), s);
	}
	return false;
}

void xml_value_expected(const struct xml_value *v, struct buf *out)
{
	switch (v->type) {
	case XML_NONE:
		break;
	case XML_TEXT:
		buf_printf(out, "teks, 0..%" PRId64 " karakter", v->max);
		break;
	case XML_WORD:
		if (v->max > 0)
			buf_printf(out, "teks, 1..%" PRId64 " karakter", v->max);
		else
			buf_append(out, SLICE("teks"));
		break;
	case XML_ENUM:
	case XML_WORDS:
		buf_append(out, slice_from_c(v->words));
		break;
	case XML_DATE:
		buf_append(out, SLICE("YYYY-MM-DD"));
		break;
	case XML_MONTH:
		buf_append(out, SLICE("YYYY-MM"));
		break;
	case XML_WHOLE:
		buf_printf(out, "%" PRId64 "..%" PRId64, v->min, v->max);
		break;
	case XML_RATIO:
		buf_append(out, SLICE("N/D, 0 <= N <= D <= 1000"));
		break;
	case XML_ID:
		buf_append(out, SLICE("a-z 0-9 -"));
		break;
	case XML_NIP:
		buf_append(out, SLICE("18 digit"));
		break;
	}
}

bool xml_value_personal(const struct xml_value *v)
{
	return v->type == XML_TEXT || v->type == XML_WORD || v->type == XML_NIP;
}
