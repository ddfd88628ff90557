#include <nafkah/name.h>

#include <stdbool.h>

/* The next word that counts: blanks and words that end in a full stop are skipped. Empty at the end. */
static struct slice next_word(struct slice *rest)
{
	while (rest->len > 0) {
		struct slice word = *rest;

		word.len = 0;
		while (word.len < rest->len && !ascii_is_blank(rest->ptr[word.len]))
			word.len++;
		*rest = slice_sub(*rest, word.len + 1, rest->len);
		if (word.len > 0 && word.ptr[word.len - 1] != '.')
			return word;
	}
	return (struct slice){ NULL, 0 };
}

static struct slice without_degrees(struct slice name)
{
	return slice_cut(&name, ',');
}

static bool words_equal(struct slice a, struct slice b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_upper(a.ptr[i]) != ascii_upper(b.ptr[i]))
			return false;
	return true;
}

static size_t letters_in(struct slice word)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.len; i++)
		letters += ascii_is_alpha(word.ptr[i]) || ((unsigned char)word.ptr[i] & 0xc0) == 0xc0 ? 1 : 0;
	return letters;
}

static bool has_word(struct slice name, struct slice wanted)
{
	for (struct slice w = next_word(&name); w.len > 0; w = next_word(&name))
		if (words_equal(w, wanted))
			return true;
	return false;
}

static bool remainders_equal(struct slice a, struct slice b)
{
	struct slice x, y;

	do {
		x = next_word(&a);
		y = next_word(&b);
		if (!words_equal(x, y))
			return false;
	} while (x.len > 0);
	return true;
}

enum name_match name_compare(struct slice a, struct slice b)
{
	struct slice left = without_degrees(a), right = without_degrees(b), rest = left;

	if (remainders_equal(left, right))
		return NAMES_EQUAL;
	for (struct slice w = next_word(&rest); w.len > 0; w = next_word(&rest))
		if (letters_in(w) >= 3 && has_word(right, w))
			return NAMES_SHARE_WORD;
	return NAMES_DIFFER;
}
