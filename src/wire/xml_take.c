#include <nafkah/xml_take.h>

int64_t xml_take_whole(const struct xml_node *n, const char *name, int64_t absent)
{
	uint64_t value;

	return slice_to_u64(xml_attr(n, name), &value) ? (int64_t)value : absent;
}

struct ratio xml_take_ratio(const struct xml_node *n, const char *name)
{
	struct ratio r = { 0, 1 };

	(void)ratio_parse(xml_attr(n, name), &r);
	return r;
}

struct date xml_take_date(const struct xml_node *n, const char *name)
{
	struct date d = { 0 };

	(void)date_parse(xml_attr(n, name), &d);
	return d;
}

month_no xml_take_month(const struct xml_node *n, const char *name)
{
	month_no m = MONTH_NONE;

	(void)month_parse(xml_attr(n, name), &m);
	return m;
}

/* "", "5" or "50": sen. */
static bool decimals_ok(struct slice s, uint64_t *sen)
{
	if (s.ptr == NULL) {
		*sen = 0;
		return true;
	}
	if (s.len > 2 || !slice_to_u64(s, sen))
		return false;
	*sen *= s.len == 1 ? 10 : 1;
	return true;
}

bool xml_take_money(const struct xml_node *n, const char *name, struct money *out)
{
	struct slice rest = xml_attr(n, name), whole;
	bool negative = rest.len > 0 && rest.ptr[0] == '-';
	uint64_t rupiah, sen;
	int64_t sum;

	rest = slice_sub(rest, negative ? 1 : 0, rest.len);
	whole = slice_cut(&rest, '.');
	if (!slice_to_u64(whole, &rupiah) || (whole.len > 1 && whole.ptr[0] == '0') || !decimals_ok(rest, &sen) ||
	    (negative && rupiah == 0 && rest.ptr == NULL) ||
	    __builtin_mul_overflow((int64_t)rupiah, (int64_t)SEN_PER_RUPIAH, &sum) || __builtin_add_overflow(sum, (int64_t)sen, &sum))
		return false;
	out->sen = negative ? -sum : sum;
	return true;
}

bool xml_take_yes(const struct xml_node *n, const char *name)
{
	return slice_equal(xml_attr(n, name), SLICE("ya"));
}

struct slice next_of_words(struct slice *rest)
{
	return slice_cut(rest, ' ');
}

int word_index(const char *words, struct slice word)
{
	struct slice rest = slice_from_c(words);

	for (int i = 0; rest.ptr != NULL; i++)
		if (slice_equal(next_of_words(&rest), word))
			return i;
	return -1;
}

int xml_take_word(const struct xml_node *n, const char *name, const char *words, int absent)
{
	struct slice value = xml_attr(n, name);

	return value.ptr != NULL ? word_index(words, value) : absent;
}

struct slice xml_take_delimiters(struct arena *a, const struct xml_node *n, const char *name)
{
	struct slice rest = xml_attr(n, name);
	char bytes[sizeof DELIMITER_BYTES];
	size_t count = 0;

	while (rest.ptr != NULL && count + 1 < sizeof bytes)
		bytes[count++] = DELIMITER_BYTES[word_index(DELIMITER_WORDS, next_of_words(&rest))];
	return arena_copy(a, (struct slice){ bytes, count });
}

void xml_refuse_as(const struct xml_node *n, const char *attribute, struct slice value, const char *expected, bool personal,
                   struct slice file, struct findings *findings)
{
	struct buf path = { 0 };

	xml_path(n, attribute, &path);
	findings_add(findings, &(struct finding){
		.code = N0414_XML_VALUE_BAD, .personal = personal, .file = file, .line = n->line, .column = buf_slice(&path), .value = value,
		.detail = slice_from_c(expected),
	});
	buf_release(&path);
}
