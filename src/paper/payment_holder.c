/* Hygiene of holders' names: what banks return most is a name that is not that of the savings book. */
#include "payment_private.h"

static bool has_digit(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ascii_is_digit(s.ptr[i]))
			return true;
	return false;
}

static bool has_double_blank(struct slice s)
{
	for (size_t i = 1; i < s.len; i++)
		if (s.ptr[i] == ' ' && s.ptr[i - 1] == ' ')
			return true;
	return s.len > 0 && (s.ptr[0] == ' ' || s.ptr[s.len - 1] == ' ');
}

/* A word that ends in a full stop, or is one letter. */
static bool is_initial(struct slice word)
{
	return word.ptr[word.len - 1] == '.' || characters_in(word) == 1;
}

static bool only_initials(struct slice name)
{
	while (name.ptr != NULL) {
		struct slice word = slice_cut(&name, ' ');

		if (word.len > 0 && !is_initial(word))
			return false;
	}
	return true;
}

/* What name_compare leaves out: what follows a comma, and words that end in a full stop behind more than one letter. */
static bool has_title(struct slice name)
{
	while (name.ptr != NULL) {
		struct slice word = slice_cut(&name, ' ');

		if (word.len == 0)
			continue;
		if (word.ptr[word.len - 1] == ',' || (word.len > 2 && word.ptr[word.len - 1] == '.'))
			return true;
		for (size_t i = 0; i < word.len; i++)
			if (word.ptr[i] == ',')
				return true;
	}
	return false;
}

static void note(const struct payment_order *o, const struct credit_transfer *t, uint64_t line, enum code code,
                 const char *why)
{
	findings_add(o->findings, &(struct finding){
		.code = code, .personal = true, .file = o->list_file, .line = line, .column = SLICE("nama_rekening"),
		.value = t->holder, .detail = slice_from_c(why), .nip = t->nip, .perkara = t->number,
	});
}

void holder_check(const struct payment_order *o, const struct credit_transfer *t, uint64_t line)
{
	if (has_digit(t->holder))
		note(o, t, line, N1013_HOLDER_STRANGE, "0-9");
	else if (only_initials(t->holder))
		note(o, t, line, N1013_HOLDER_STRANGE, "A. B. C.");
	if (has_title(t->holder))
		note(o, t, line, N1015_HOLDER_TITLED, "gelar / title");
	else if (has_double_blank(t->holder))
		note(o, t, line, N1015_HOLDER_TITLED, "spasi ganda / double blank");
}
