#include <nafkah/ruling.h>

static const char *const hak_names[HAK_COUNT] = {
	[HAK_NAFKAH_ANAK] = "nafkah-anak", [HAK_IDDAH] = "iddah",   [HAK_MUTAH] = "mutah",
	[HAK_LAMPAU] = "lampau",           [HAK_BAGIAN_GAJI] = "bagian-gaji",
};

const char *hak_name(enum hak h)
{
	return hak_names[h];
}

const char *cara_name(enum cara c)
{
	return c == CARA_PECAHAN ? "pecahan" : "nominal";
}

struct slice case_normalise(struct arena *a, struct slice number)
{
	char *text = arena_alloc(a, number.len + 1);
	size_t bare = 0, len = 0;
	bool leading = true; /* zeros that open a part are dropped, unless the part is nothing but zeros */

	if (text == NULL)
		return (struct slice){ NULL, 0 };
	for (size_t i = 0; i < number.len; i++)
		if (!ascii_is_blank(number.ptr[i]) && number.ptr[i] != '.')
			text[bare++] = ascii_lower(number.ptr[i]);
	for (size_t i = 0; i < bare; i++) {
		if (leading && text[i] == '0' && i + 1 < bare && ascii_is_digit(text[i + 1]))
			continue;
		leading = text[i] == '/';
		text[len++] = text[i];
	}
	return (struct slice){ text, len };
}

int ruling_compare(const struct ruling *a, const struct ruling *b)
{
	int order = slice_compare(a->case_key, b->case_key);

	return order != 0 ? order : (a->entry > b->entry) - (a->entry < b->entry);
}
