/* The only file that includes iconv: two names, fixed ones, without //TRANSLIT or //IGNORE. */
#include <nafkah/encoding.h>

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	CHUNK = 16384,
	GROWTH = 3, /* bytes that come of one, at most: a sign of a code page in UTF-8 */
	UTF8_MAX = 4,
	VALUE_CHUNK = 256
};

static const char *const names[ENCODING_COUNT] = {
	[ENCODING_UTF8] = "UTF-8",
	[ENCODING_UTF16LE] = "UTF-16LE",
	[ENCODING_UTF16BE] = "UTF-16BE",
	[ENCODING_WINDOWS_1252] = "WINDOWS-1252",
	[ENCODING_CP437] = "CP437",
	[ENCODING_CP850] = "CP850",
};

struct recode {
	iconv_t cd;
	enum encoding other; /* than UTF-8 */
	struct byte_source source;
	struct byte_sink sink;
	struct slice file;
	struct findings *findings;
	uint64_t at; /* of in[0] in the whole */
	size_t filled;
	bool at_end;
	struct slice ready; /* of out, not yet delivered */
	char in[CHUNK], out[GROWTH * CHUNK];
};

const char *encoding_name(enum encoding e)
{
	return names[e];
}

static bool is_wide(enum encoding e)
{
	return e == ENCODING_UTF16LE || e == ENCODING_UTF16BE;
}

static bool opened(iconv_t cd)
{
	return cd != (iconv_t)-1; /* NOLINT: that is how iconv says it */
}

static void say_not_opened(int error, enum encoding other, struct slice file, struct findings *findings)
{
	char lacked[32];
	int len = snprintf(lacked, sizeof lacked, "iconv %s", names[other]);
	struct finding f = { .code = N0903_NO_MEMORY, .file = file };

	if (error == EINVAL) {
		f.code = N0901_READ_FAILED;
		f.value = file;
		f.detail = (struct slice){ lacked, (size_t)len };
	}
	findings_add(findings, &f);
}

static struct recode *open_stage(enum encoding to, enum encoding from, struct slice file, struct findings *findings)
{
	struct recode *r = calloc(1, sizeof *r);

	assert((to == ENCODING_UTF8) != (from == ENCODING_UTF8));
	if (r == NULL) {
		say_not_opened(ENOMEM, from, file, findings);
		return NULL;
	}
	r->other = to == ENCODING_UTF8 ? from : to;
	r->file = file;
	r->findings = findings;
	r->cd = iconv_open(names[to], names[from]);
	if (!opened(r->cd)) {
		say_not_opened(errno, r->other, file, findings);
		free(r);
		r = NULL;
	}
	return r;
}

void recode_free(struct recode *r)
{
	if (r == NULL)
		return;
	(void)iconv_close(r->cd);
	free(r);
}

struct conversion {
	size_t taken, made;
	int error; /* 0, EILSEQ, EINVAL: what stands behind the bytes taken */
};

/* `out` has room for GROWTH times as many bytes. */
static struct conversion convert(iconv_t cd, char *in, size_t len, char *out)
{
	char *from = in, *to = out;
	size_t left = len, room = GROWTH * len;
	size_t said = iconv(cd, &from, &left, &to, &room);
	int error = said == (size_t)-1 ? errno : 0;
	struct conversion c = { .taken = len - left, .made = (size_t)(to - out), .error = error };

	assert(said == 0 || said == (size_t)-1); /* else it has put something like it in its place */
	assert(c.error != E2BIG);
	return c;
}

static void drop(struct recode *r, size_t len)
{
	memmove(r->in, r->in + len, r->filled - len);
	r->filled -= len;
	r->at += len;
}

/* What begins at in[0], `len` bytes. */
static enum status refuse(const struct recode *r, size_t len)
{
	char place[64];
	int written = snprintf(place, sizeof place, "%s, byte %" PRIu64, names[r->other], r->at);

	findings_add(r->findings, &(struct finding){ .code = N0156_TEXT_NOT_IN_ENCODING,
	                                             .file = r->file,
	                                             .value = slice_sub((struct slice){ r->in, r->filled }, 0, len),
	                                             .detail = { place, (size_t)written } });
	return STATUS_REJECT;
}

struct recode *recode_to_utf8(struct byte_source text, enum encoding from, struct slice file,
                              struct findings *findings)
{
	struct recode *r = open_stage(ENCODING_UTF8, from, file, findings);

	if (r != NULL)
		r->source = text;
	return r;
}

static enum status read_more(struct recode *r)
{
	size_t got = 0;
	enum status status = r->source.read(r->source.context, r->in + r->filled, CHUNK - r->filled, &got);

	r->filled += status == STATUS_OK ? got : 0;
	r->at_end = got == 0;
	return status;
}

/* Converts what is there, or reads more where that is less than a character. */
static enum status decode(struct recode *r)
{
	struct conversion c = convert(r->cd, r->in, r->filled, r->out);

	drop(r, c.taken);
	r->ready = (struct slice){ r->out, c.made };
	if (c.made > 0)
		return STATUS_OK;
	if (c.error == EILSEQ)
		return refuse(r, is_wide(r->other) ? 2 : 1);
	return r->at_end ? refuse(r, r->filled) : read_more(r);
}

static enum status decode_read(void *context, char *into, size_t cap, size_t *got)
{
	struct recode *r = context;
	enum status status = STATUS_OK;

	*got = 0;
	while (status == STATUS_OK && r->ready.len == 0 && !(r->at_end && r->filled == 0))
		status = decode(r);
	if (status != STATUS_OK)
		return status;
	*got = r->ready.len < cap ? r->ready.len : cap;
	if (*got > 0)
		memcpy(into, r->ready.ptr, *got);
	r->ready = slice_sub(r->ready, *got, r->ready.len);
	return STATUS_OK;
}

struct byte_source recode_source(struct recode *r)
{
	return (struct byte_source){ decode_read, r };
}

struct recode *recode_from_utf8(struct byte_sink text, enum encoding to, struct slice file,
                                struct findings *findings)
{
	struct recode *r = open_stage(to, ENCODING_UTF8, file, findings);

	if (r != NULL)
		r->sink = text;
	return r;
}

/* Up to the first character above U+FFFF. No code page has one, and iconv, which should say so, leaves out without a
 * word those of them that are tags (U+E0000 to U+E007F). */
static size_t below_u10000(struct slice utf8)
{
	size_t at = 0;

	while (at < utf8.len && (unsigned char)utf8.ptr[at] < 0xf0)
		at++;
	return at;
}

/* The bytes of the character that begins here, or of what is left of it. */
static size_t character_len(struct slice utf8)
{
	unsigned char lead = (unsigned char)utf8.ptr[0];
	size_t need = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4, len = 1;

	while (len < need && len < utf8.len && ((unsigned char)utf8.ptr[len] & 0xc0) == 0x80)
		len++;
	return len;
}

static enum status refuse_character(const struct recode *r)
{
	return refuse(r, character_len((struct slice){ r->in, r->filled }));
}

/* Writes all that is there but a character that may go on. */
static enum status encode(struct recode *r)
{
	struct slice there = { r->in, r->filled };
	size_t valid = utf8_valid_prefix(there);
	size_t fit = is_wide(r->other) ? valid : below_u10000(slice_sub(there, 0, valid));
	struct conversion c = convert(r->cd, r->in, fit, r->out);
	enum status status = c.made > 0 ? r->sink.write(r->sink.context, r->out, c.made) : STATUS_OK;

	drop(r, c.taken);
	if (status == STATUS_OK && (c.taken < valid || r->filled >= UTF8_MAX))
		status = refuse_character(r);
	return status;
}

static enum status encode_write(void *context, const void *bytes, size_t len)
{
	struct recode *r = context;
	enum status status = STATUS_OK;

	for (size_t done = 0; status == STATUS_OK && done < len;) {
		size_t step = CHUNK - r->filled;

		step = step < len - done ? step : len - done;
		memcpy(r->in + r->filled, (const char *)bytes + done, step);
		r->filled += step;
		done += step;
		status = encode(r);
	}
	return status;
}

struct byte_sink recode_sink(struct recode *r)
{
	return (struct byte_sink){ encode_write, r };
}

enum status recode_end(struct recode *r)
{
	return r->filled > 0 ? refuse_character(r) : STATUS_OK;
}

/* Such bytes are the same in every encoding of 8 bits, and most values have no others. */
static bool is_plain(struct slice value)
{
	for (size_t i = 0; i < value.len; i++)
		if (value.ptr[i] < ' ' || value.ptr[i] > '~')
			return false;
	return true;
}

static bool append_converted(iconv_t cd, struct slice value, struct buf *out)
{
	char in[VALUE_CHUNK], utf8[GROWTH * VALUE_CHUNK];

	while (value.len > 0) {
		size_t step = value.len < VALUE_CHUNK ? value.len : VALUE_CHUNK;

		memcpy(in, value.ptr, step);
		struct conversion c = convert(cd, in, step, utf8);
		buf_append(out, (struct slice){ utf8, c.made });
		if (c.error != 0)
			return false;
		value = slice_sub(value, step, value.len);
	}
	return true;
}

bool recode_value(enum encoding from, struct slice value, struct buf *out)
{
	size_t before = out->len;
	bool good;

	assert(from != ENCODING_UTF8 && !is_wide(from));
	if (is_plain(value)) {
		buf_append(out, value);
		return !out->failed;
	}
	iconv_t cd = iconv_open(names[ENCODING_UTF8], names[from]);
	if (!opened(cd)) {
		out->failed = true;
		return false;
	}
	good = append_converted(cd, value, out) && !out->failed;
	(void)iconv_close(cd);
	if (!good)
		out->len = before;
	return good;
}
