/* Any bytes as text in an encoding, and as UTF-8 on its way into one: what passes comes back the same, what is refused
 * is refused at the same place whatever the pieces, and what stood before it comes back too.
 * Byte 0: which encoding, and which way. Bytes 1 and 2: sizes of the pieces that come in and go out, 0: 1, 2, 3 ... */
#include "../unit/wire/stage_tools.h"

#include <nafkah/encoding.h>

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *law)
{
	if (holds)
		return;
	fprintf(stderr, "encoding_fuzz: %s\n", law);
	abort();
}

static void decode(struct outcome *o, enum encoding from, struct slice s, size_t in, size_t out)
{
	struct feed feed = { .rest = s, .size = in, .fail_at = NEVER };
	struct recode *r = recode_to_utf8(feed_source(&feed), from, SLICE("x"), &o->findings);

	demand(r != NULL, "memory");
	outcome_read(o, recode_source(r), out);
	recode_free(r);
}

static void encode(struct outcome *o, enum encoding to, struct slice s, size_t size)
{
	struct drain d = { .fail_at = NEVER };
	struct recode *r = recode_from_utf8(drain_sink(&d), to, SLICE("x"), &o->findings);

	demand(r != NULL, "memory");
	o->end = feed_sink(recode_sink(r), s, size);
	if (o->end == STATUS_OK)
		o->end = recode_end(r);
	o->text = d.got;
	recode_free(r);
}

/* How much of the text passed. */
static size_t passed(const struct outcome *o, struct slice text)
{
	struct slice rest;
	uint64_t at = 0;

	if (o->end == STATUS_OK)
		return text.len;
	demand(o->end == STATUS_REJECT && o->findings.count == 1, "not one finding for a refusal");
	rest = o->findings.items[0].detail;
	slice_cut(&rest, ' ');
	slice_cut(&rest, ' ');
	demand(slice_to_u64(rest, &at) && at < text.len, "refused at no place of the text");
	demand(slice_starts_with(slice_sub(text, at, text.len), o->findings.items[0].value), "refused other bytes");
	return at;
}

/* By the definition of UTF-16. */
static bool is_utf16(struct slice s, bool big)
{
	bool high_before = false;

	for (size_t i = 0; i + 1 < s.len; i += 2) {
		unsigned char top = (unsigned char)s.ptr[big ? i : i + 1];
		bool low = top >= 0xdc && top <= 0xdf;
		if (low != high_before)
			return false;
		high_before = top >= 0xd8 && top <= 0xdb;
	}
	return s.len % 2 == 0 && !high_before;
}

static void check_to_utf8(enum encoding e, struct slice s, size_t in, size_t out)
{
	struct outcome whole = { 0 }, pieces = { 0 }, back = { 0 };
	bool wide = e == ENCODING_UTF16LE || e == ENCODING_UTF16BE;

	decode(&whole, e, s, SIZE_MAX, SIZE_MAX);
	decode(&pieces, e, s, in, out);
	demand(outcome_equal(&whole, &pieces), "the pieces show");
	demand(!wide || (whole.end == STATUS_OK) == is_utf16(s, e == ENCODING_UTF16BE), "wrong about UTF-16");
	encode(&back, e, buf_slice(&whole.text), out);
	demand(back.end == STATUS_OK, "it does not go back");
	demand(slice_equal(buf_slice(&back.text), slice_sub(s, 0, passed(&whole, s))), "other bytes came back");
	if (!wide) {
		struct buf value = { 0 };
		demand(recode_value(e, s, &value) == (whole.end == STATUS_OK), "as a value it is another one");
		demand(whole.end != STATUS_OK || slice_equal(buf_slice(&value), buf_slice(&whole.text)), "bad value");
		buf_release(&value);
	}
	outcome_release(&whole);
	outcome_release(&pieces);
	outcome_release(&back);
}

static void check_from_utf8(enum encoding e, struct slice utf8, size_t in, size_t out)
{
	struct outcome whole = { 0 }, pieces = { 0 }, back = { 0 };

	encode(&whole, e, utf8, SIZE_MAX);
	encode(&pieces, e, utf8, in);
	demand(outcome_equal(&whole, &pieces), "the pieces show");
	demand(whole.end == STATUS_REJECT || utf8_valid_prefix(utf8) == utf8.len, "took what is not UTF-8");
	demand(e > ENCODING_UTF16BE || passed(&whole, utf8) == utf8_valid_prefix(utf8), "refused good UTF-8");
	decode(&back, e, buf_slice(&whole.text), out, in);
	demand(back.end == STATUS_OK, "it does not go back");
	demand(slice_equal(buf_slice(&back.text), slice_sub(utf8, 0, passed(&whole, utf8))), "another text came back");
	outcome_release(&whole);
	outcome_release(&pieces);
	outcome_release(&back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum encoding e = size > 0 ? (enum encoding)(1 + data[0] % (ENCODING_COUNT - 1)) : ENCODING_UTF8;
	struct slice s = { (const char *)data + 3, size - 3 };

	if (size < 3)
		return 0;
	if (data[0] < 128)
		check_to_utf8(e, s, data[1], data[2]);
	else
		check_from_utf8(e, s, data[1], data[2]);
	return 0;
}
