/* Any bytes as a file, as a text to be packed, and as a packed text that is damaged; against zlib over the whole of it.
 * Byte 0: which of them. Bytes 1 and 2: sizes of the pieces that come in and go out, 0: 1, 2, 3 ... */
#include "../unit/wire/stage_tools.h"

#include <nafkah/gzip.h>

#include <stdio.h>
#define ZLIB_CONST
#include <zlib.h>

enum { GZIP = 15 + 16, LEN_MAX = 16384 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *law)
{
	if (holds)
		return;
	fprintf(stderr, "gzip_fuzz: %s\n", law);
	abort();
}

/* What zlib makes of the whole file, which is shorter than GZIP_STEP. */
struct oracle {
	struct buf text; /* all that stands before the fault */
	enum code code;  /* CODE_COUNT: the file is good */
	size_t at;
};

static int inflate_member(struct oracle *o, struct slice file, z_stream *z)
{
	static unsigned char out[65536];
	int said = Z_OK;

	demand(inflateInit2(z, GZIP) == Z_OK, "memory");
	z->next_in = (const unsigned char *)file.ptr;
	z->avail_in = (uInt)file.len;
	while (said == Z_OK) {
		z->next_out = out;
		z->avail_out = sizeof out;
		said = inflate(z, Z_NO_FLUSH);
		buf_append(&o->text, (struct slice){ (const char *)out, sizeof out - z->avail_out });
	}
	demand(inflateEnd(z) == Z_OK, "inflateEnd");
	return said;
}

static enum code fault_behind(struct slice rest)
{
	bool begins = rest.ptr[0] == '\x1f' && (rest.len == 1 || rest.ptr[1] == '\x8b');

	return begins ? CODE_COUNT : N0153_GZIP_TRAILING;
}

static void ask_zlib(struct oracle *o, struct slice file)
{
	int said;

	o->code = CODE_COUNT;
	do {
		z_stream z = { 0 };
		said = inflate_member(o, slice_sub(file, o->at, file.len), &z);
		o->at += z.total_in;
		if (said == Z_STREAM_END && o->at < file.len)
			o->code = fault_behind(slice_sub(file, o->at, file.len));
	} while (said == Z_STREAM_END && o->at < file.len && o->code == CODE_COUNT);
	if (said != Z_STREAM_END)
		o->code = said == Z_BUF_ERROR ? N0151_GZIP_CUT : N0152_GZIP_DAMAGED;
	if (said == Z_BUF_ERROR)
		o->at = file.len;
	if (o->text.len > GZIP_RATIO_FREE && o->text.len > GZIP_RATIO_MAX * file.len)
		o->code = N0155_GZIP_RATIO;
	if (slice_starts_with(buf_slice(&o->text), SLICE("\x1f\x8b")))
		o->code = N0154_GZIP_NESTED;
}

static void ask_ours(struct outcome *o, struct slice file, size_t in, size_t out)
{
	struct feed feed = { .rest = file, .size = in, .fail_at = NEVER };
	struct gunzip *g = gunzip_new(feed_source(&feed), SLICE("x"), &o->findings);

	demand(g != NULL, "memory");
	outcome_read(o, gunzip_source(g), out);
	gunzip_free(g);
}

static void check_file(struct slice file, size_t in, size_t out)
{
	struct oracle theirs = { 0 };
	struct outcome ours = { 0 };
	const struct finding *f;
	char at[24];

	ask_zlib(&theirs, file);
	ask_ours(&ours, file, in, out);
	f = ours.findings.items;
	demand(ours.end == (theirs.code == CODE_COUNT ? STATUS_OK : STATUS_REJECT), "another verdict than zlib's");
	demand(ours.findings.count == (theirs.code != CODE_COUNT), "not one finding for a refusal");
	demand(theirs.code == CODE_COUNT || f->code == theirs.code, "refused for another reason");
	if (theirs.code != N0154_GZIP_NESTED && theirs.code != N0155_GZIP_RATIO) {
		(void)snprintf(at, sizeof at, "%zu", theirs.at);
		demand(slice_equal(buf_slice(&ours.text), buf_slice(&theirs.text)), "another text than zlib's");
		demand(theirs.code == CODE_COUNT || slice_equal(f->detail, slice_from_c(at)), "refused elsewhere");
	}
	buf_release(&theirs.text);
	outcome_release(&ours);
}

static void pack_ours(struct drain *d, struct slice text, size_t size)
{
	struct findings findings = { 0 };
	struct gzip *g = gzip_new(drain_sink(d), SLICE("x"), &findings);

	demand(g != NULL, "memory");
	demand(feed_sink(gzip_sink(g), text, size) == STATUS_OK && gzip_end(g) == STATUS_OK, "writing failed");
	gzip_free(g);
}

static void check_text(struct slice text, size_t in, size_t out)
{
	struct drain whole = { .fail_at = NEVER }, pieces = { .fail_at = NEVER };
	struct oracle theirs = { 0 };

	pack_ours(&whole, text, SIZE_MAX);
	pack_ours(&pieces, text, in);
	demand(slice_equal(buf_slice(&whole.got), buf_slice(&pieces.got)), "the pieces show in what was written");
	ask_zlib(&theirs, buf_slice(&whole.got));
	demand(theirs.code == CODE_COUNT || theirs.code == N0154_GZIP_NESTED, "zlib refuses what was written");
	demand(slice_equal(buf_slice(&theirs.text), text), "zlib reads another text");
	check_file(buf_slice(&whole.got), in, out);
	buf_release(&whole.got);
	buf_release(&pieces.got);
	buf_release(&theirs.text);
}

/* The first 4 bytes: where it is damaged, how, and where it is cut. The rest is the text of two members. */
static void check_damaged(struct slice s, size_t in, size_t out)
{
	struct drain d = { .fail_at = NEVER };
	size_t place = (size_t)(unsigned char)s.ptr[0] << 8 | (unsigned char)s.ptr[1];
	struct slice text = slice_sub(s, 4, s.len);

	pack_ours(&d, slice_sub(text, 0, text.len / 2), SIZE_MAX);
	pack_ours(&d, slice_sub(text, text.len / 2, text.len), SIZE_MAX);
	d.got.ptr[place % d.got.len] ^= s.ptr[2];
	d.got.len -= (unsigned char)s.ptr[3] % 32;
	check_file(buf_slice(&d.got), in, out);
	buf_release(&d.got);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice rest = { (const char *)data + 3, size - 3 };

	if (size < 7 || size > LEN_MAX)
		return 0;
	if (data[0] % 3 == 0)
		check_file(rest, data[1], data[2]);
	else if (data[0] % 3 == 1)
		check_text(rest, data[1], data[2]);
	else
		check_damaged(rest, data[1], data[2]);
	return 0;
}
