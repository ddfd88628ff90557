/* Every sentence that a finding can say, in Indonesian and English. */
#include <nafkah/finding.h>

struct text {
	const char *message[LANG_COUNT], *remedy[LANG_COUNT];
};

static const struct text texts[CODE_COUNT] = { 0 };

const char *code_text(enum code c, enum lang lang)
{
	return texts[c].message[lang] != NULL ? texts[c].message[lang] : "";
}

const char *code_remedy(enum code c, enum lang lang)
{
	return texts[c].remedy[lang] != NULL ? texts[c].remedy[lang] : "";
}
