#include "verify_place.h"

#include <inttypes.h>
#include <stdlib.h>

enum { SHOWN_MAX = 60 };

int place_byte(struct place_reader *r)
{
	if (r->at == r->got && !r->failed) {
		r->at = r->got = 0;
		r->failed = r->source.read(r->source.context, r->block, sizeof r->block, &r->got) != STATUS_OK;
	}
	if (r->failed || r->got == 0)
		return -1;
	r->offset++;
	return (unsigned char)r->block[r->at++];
}

static size_t characters(struct slice s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ((unsigned char)s.ptr[i] & 0xc0) != 0x80 ? 1 : 0;
	return count;
}

struct slice place_show(struct arena *a, struct slice text, bool personal)
{
	struct buf shown = { 0 };
	struct slice part = slice_sub(text, 0, SHOWN_MAX), copy;

	while (!personal && part.len < text.len && part.len > 0 && ((unsigned char)text.ptr[part.len] & 0xc0) == 0x80)
		part.len--;
	append_escaped(&shown, personal ? text : part, personal);
	if (personal)
		buf_printf(&shown, " [%zu]", characters(text));
	else if (part.len < text.len)
		buf_append(&shown, SLICE("…"));
	copy = arena_copy(a, buf_slice(&shown));
	a->exhausted = a->exhausted || shown.failed;
	buf_release(&shown);
	return copy;
}

/* Amounts of a payroll are no secret to whoever may see the folder's messages; of our own lists the person's
 * columns are. */
bool place_is_personal(const struct header *h, size_t index, struct slice name)
{
	static const char *const personal[] = { "rekening", "nama_rekening", "nip", "nama_asn" };

	if (h != NULL)
		return (int)index != h->of_role[ROLE_KOTOR] && (int)index != h->of_role[ROLE_POTONGAN] &&
		       (int)index != h->of_role[ROLE_BERSIH];
	for (size_t i = 0; i < sizeof personal / sizeof *personal; i++)
		if (slice_equal(name, slice_from_c(personal[i])))
			return true;
	return false;
}

static bool place_lines(const struct place_request *r, struct place_reader *in, struct place_found *out)
{
	out->line = 1;
	while (in->offset < r->offset) {
		int c = place_byte(in);

		if (c < 0)
			return false;
		out->line += c == '\n' ? 1 : 0;
	}
	return true;
}

static bool find(const struct place_request *r, struct place_reader *in, struct arena *a, struct place_found *out)
{
	switch (r->shape) {
	case SHAPE_CSV:
		return place_csv(r, in, a, out);
	case SHAPE_XML:
		return place_xml(r, in, a, out);
	case SHAPE_SHEET:
		return place_sheet(r, in, a, out);
	case SHAPE_DBF:
		return place_dbf(r, in, a, out);
	case SHAPE_LINES:
		return place_lines(r, in, out);
	case SHAPE_OPAQUE:
		return true;
	}
	return false;
}

bool place_find(const struct place_request *r, struct arena *a, struct place_found *out)
{
	struct place_reader *in = calloc(1, sizeof *in);
	bool good = false;

	*out = (struct place_found){ 0 };
	if (in != NULL) {
		in->source = r->content;
		good = find(r, in, a, out) && !in->failed && !a->exhausted;
	}
	free(in);
	return good;
}
