/* The elements that occur in several places of a pain message. */
#include "pain_private.h"

#include <inttypes.h>
#include <stdio.h>

static void leaf(struct message *m, const char *element, struct slice text)
{
	xml_open(m->w, element);
	xml_text(m->w, text);
	xml_close(m->w);
}

void pain_words(struct message *m, const char *element, const char *words)
{
	leaf(m, element, slice_from_c(words));
}

void pain_within(struct message *m, const char *element, struct slice text, size_t most)
{
	if (m->misfit == NULL && (text.len == 0 || characters_in(text) > most)) {
		m->misfit = element;
		m->misfitting = text;
	}
	leaf(m, element, text);
}

void pain_date(struct message *m, const char *element, struct date d)
{
	char text[11];

	date_format(d, text);
	pain_words(m, element, text);
}

struct slice pain_in_channel(struct message *m, struct slice text)
{
	struct buf out = { 0 };
	struct slice written;
	bool replaced = false, impossible = false;

	channel_text(m->order->format, text, &out, &replaced, &impossible);
	written = arena_copy(m->order->arena, buf_slice(&out));
	if (out.failed || written.ptr == NULL)
		xml_fail(m->w);
	buf_release(&out);
	return written;
}

/* What fits of an office's name, which is no payment's: its last words may be left off. */
static struct slice whole_words(struct slice name)
{
	size_t end = 0, characters = 0;

	for (size_t i = 0; i < name.len && characters <= MOST_IN_TEXT; i++) {
		bool starts = ((unsigned char)name.ptr[i] & 0xc0) != 0x80;

		if (name.ptr[i] == ' ')
			end = i;
		characters += starts ? 1 : 0;
	}
	return characters <= MOST_IN_TEXT ? name : slice_sub(name, 0, end);
}

void pain_party(struct message *m, const char *element, struct slice name)
{
	struct slice fits = whole_words(pain_in_channel(m, name));

	xml_open(m->w, element);
	if (fits.len > 0)
		pain_within(m, "Nm", fits, MOST_IN_TEXT);
	xml_close(m->w);
}

void pain_account(struct message *m, const char *element, struct slice number)
{
	xml_open(m->w, element);
	xml_open(m->w, "Id");
	xml_open(m->w, "Othr");
	pain_within(m, "Id", number, MOST_IN_ACCOUNT);
	xml_close(m->w);
	xml_close(m->w);
	xml_close(m->w);
}

/* The patterns of BICFIDec2014Identifier and, narrower, of BICIdentifier. */
static bool is_bic(bool v03, struct slice bic)
{
	bool fits = bic.len == 8 || bic.len == 11;

	for (size_t i = 0; fits && i < bic.len; i++) {
		char c = bic.ptr[i];
		bool capital = c >= 'A' && c <= 'Z', either = capital || ascii_is_digit(c);

		fits = i == 4 || i == 5 || (v03 && i < 4) ? capital : either;
		if (v03 && (i == 6 || i == 7))
			fits = i == 6 ? either && c != '0' && c != '1' : either && c != 'O';
	}
	return fits;
}

void pain_agent(struct message *m, const char *element, struct slice code, struct slice bic)
{
	const struct bank *bank = bank_find(m->order->banks, code);

	xml_open(m->w, element);
	xml_open(m->w, "FinInstnId");
	if (is_bic(m->v03, bic)) {
		leaf(m, m->v03 ? "BIC" : "BICFI", bic);
	} else if (bank != NULL && bank->clearing.len > 0) {
		xml_open(m->w, "ClrSysMmbId");
		pain_within(m, "MmbId", bank->clearing, MOST_IN_ID);
		xml_close(m->w);
	} else {
		xml_open(m->w, "Othr");
		pain_within(m, "Id", code, MOST_IN_ID);
		xml_close(m->w);
	}
	xml_close(m->w);
	xml_close(m->w);
}

void pain_amount(struct message *m, const char *element, int64_t rupiah)
{
	char text[32];

	(void)snprintf(text, sizeof text, "%" PRId64 ".00", rupiah);
	xml_open(m->w, element);
	xml_attribute_text(m->w, "Ccy", SLICE("IDR"));
	xml_text(m->w, slice_from_c(text));
	xml_close(m->w);
}
