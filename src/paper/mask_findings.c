/* Findings for people who may not know whom they are about. */
#include "mask_private.h"

enum { DIGITS_KEPT = 5 }; /* a longer run in the name of a column may be an account or the number of a person */

/* No run of digits that could name somebody. */
static bool is_harmless(struct slice s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++) {
		digits = ascii_is_digit(s.ptr[i]) ? digits + 1 : 0;
		if (digits > DIGITS_KEPT)
			return false;
	}
	return true;
}

/* `hidden`: the code says that it names somebody. What it does not hide is an amount, a month or a word of the program;
 * still nothing that is known to be a person's stays. */
static struct slice masked_text(const struct pseudonyms *p, const struct finding *f, struct slice text, bool hidden)
{
	struct slice known;

	if (text.len == 0)
		return text;
	known = pseudonym_known(p, f->perkara, text);
	if (known.ptr == NULL)
		known = pseudonym_known(p, (struct slice){ 0 }, text);
	if (known.ptr != NULL)
		return known;
	return hidden ? SLICE(MASKED_TEXT) : text;
}

static struct finding mask_finding(const struct pseudonyms *p, const struct finding *f)
{
	enum hides hides = f->personal ? code_hides(f->code) : HIDES_NOTHING;
	struct finding masked = *f;

	masked.value = masked_text(p, f, f->value, hides != HIDES_NOTHING);
	masked.detail = masked_text(p, f, f->detail, hides == HIDES_BOTH);
	masked.nip = pseudonym_known(p, (struct slice){ 0 }, f->nip);
	if (!is_harmless(f->column))
		masked.column = SLICE(MASKED_TEXT);
	return masked;
}

bool mask_findings(const struct pseudonyms *p, const struct findings *from, struct findings *out)
{
	*out = *from;
	out->items = arena_array(p->arena, from->count, sizeof *out->items);
	for (size_t i = 0; out->items != NULL && i < from->count; i++)
		out->items[i] = mask_finding(p, &from->items[i]);
	return out->items != NULL;
}
