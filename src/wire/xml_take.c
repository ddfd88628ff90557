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
