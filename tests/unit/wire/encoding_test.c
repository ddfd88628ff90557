/* The code pages as Unicode's tables have them, not as iconv does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "stage_tools.h"

#include <nafkah/encoding.h>

#include <dlfcn.h>
#include <errno.h>
#include <iconv.h>
#include <stdio.h>

#define T(literal) { literal, sizeof(literal) - 1 }

/* The characters of 0x80 to 0xff; '.' where there is none. */
static const struct {
	enum encoding encoding;
	const char *upper;
} pages[] = {
	{ ENCODING_WINDOWS_1252,
	  "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
	  "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ" },
	{ ENCODING_CP437,
	  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
	  "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0" },
	{ ENCODING_CP850,
	  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
	  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0" },
};

/* ---- iconv that is not there ---- */

static int open_fails_with; /* errno; 0: it does not fail */

iconv_t poor_iconv_open(const char *to, const char *from) __asm__("iconv_open");
iconv_t poor_iconv_open(const char *to, const char *from)
{
	static iconv_t (*real)(const char *, const char *);

	/* Only these, and nothing behind them. */
	assert_true(strcmp(to, "UTF-8") == 0 || strcmp(from, "UTF-8") == 0);
	assert_null(strpbrk(to, "/,"));
	assert_null(strpbrk(from, "/,"));
	if (real == NULL) {
		void *found = dlsym(RTLD_NEXT, "iconv_open");
		memcpy(&real, &found, sizeof found);
	}
	errno = open_fails_with;
	return open_fails_with != 0 ? (iconv_t)-1 : real(to, from);
}

/* ---- */

static void decode_from(struct outcome *o, enum encoding from, struct feed *feed, size_t out)
{
	struct recode *r = recode_to_utf8(feed_source(feed), from, SLICE("gaji.csv"), &o->findings);

	assert_non_null(r);
	outcome_read(o, recode_source(r), out);
	recode_free(r);
}

static void decode(struct outcome *o, enum encoding from, struct slice s, size_t in, size_t out)
{
	struct feed feed = { .rest = s, .size = in, .fail_at = NEVER };

	memset(o, 0, sizeof *o);
	decode_from(o, from, &feed, out);
	assert_true(o->end != STATUS_OK || feed.over);
	assert_int_equal(o->findings.count, o->end != STATUS_OK);
}

/* In pieces of every size, with the same result. */
static void decode_all_ways(struct outcome *o, enum encoding from, struct slice s)
{
	decode(o, from, s, SIZE_MAX, SIZE_MAX);
	for (size_t i = 0; i < COUNT(piece_sizes) * COUNT(piece_sizes); i++) {
		struct outcome other;
		decode(&other, from, s, piece_sizes[i / COUNT(piece_sizes)], piece_sizes[i % COUNT(piece_sizes)]);
		assert_true(outcome_equal(o, &other));
		outcome_release(&other);
	}
}

/* As an outcome: the text is what came out of the sink. */
static void encode(struct outcome *o, enum encoding to, struct slice s, size_t size)
{
	struct drain d = { .fail_at = NEVER };
	struct recode *r;

	memset(o, 0, sizeof *o);
	r = recode_from_utf8(drain_sink(&d), to, SLICE("gaji.csv"), &o->findings);
	assert_non_null(r);
	o->end = feed_sink(recode_sink(r), s, size);
	if (o->end == STATUS_OK)
		o->end = recode_end(r);
	o->text = d.got;
	recode_free(r);
	assert_int_equal(o->findings.count, o->end != STATUS_OK);
}

static void encode_all_ways(struct outcome *o, enum encoding to, struct slice s)
{
	encode(o, to, s, SIZE_MAX);
	for (size_t i = 0; i < COUNT(piece_sizes); i++) {
		struct outcome other;
		encode(&other, to, s, piece_sizes[i]);
		assert_true(outcome_equal(o, &other));
		outcome_release(&other);
	}
}

static void expect_refused(const struct outcome *o, struct slice value, const char *detail, struct slice before)
{
	const struct finding *f = o->findings.items;

	assert_int_equal(o->end, STATUS_REJECT);
	assert_int_equal(f->code, N0156_TEXT_NOT_IN_ENCODING);
	assert_true(slice_equal(f->file, SLICE("gaji.csv")));
	if (!slice_equal(f->detail, slice_from_c(detail)))
		fail_msg("detail %.*s, not %s", SLICE_ARG(f->detail), detail);
	if (!slice_equal(f->value, value))
		fail_msg("%s: other bytes", detail);
	if (!slice_equal(buf_slice(&o->text), before))
		fail_msg("%s: other text before it", detail);
}

/* There and back. */
static void expect_text(enum encoding e, struct slice s, struct slice utf8)
{
	struct outcome o;

	decode_all_ways(&o, e, s);
	assert_int_equal(o.end, STATUS_OK);
	assert_true(slice_equal(buf_slice(&o.text), utf8));
	outcome_release(&o);
	encode_all_ways(&o, e, utf8);
	assert_int_equal(o.end, STATUS_OK);
	assert_true(slice_equal(buf_slice(&o.text), s));
	outcome_release(&o);
}

static struct slice next_character(const char **at)
{
	struct slice c = { *at, 1 };

	while (((unsigned char)c.ptr[c.len] & 0xc0) == 0x80)
		c.len++;
	*at += c.len;
	return c;
}

/* The character of each byte; empty where there is none. */
static void load_page(size_t page, struct slice characters[256])
{
	static char printable[128];
	const char *at = pages[page].upper;

	for (unsigned c = 0; c < 128; c++) {
		printable[c] = (char)c;
		characters[c] = (struct slice){ &printable[c], 1 };
	}
	for (unsigned c = 128; c < 256; c++) {
		characters[c] = next_character(&at);
		if (characters[c].ptr[0] == '.')
			characters[c].len = 0;
	}
	assert_int_equal(*at, '\0');
}

/* Each byte, in the middle of others. */
static void test_every_byte_of_a_page(void **state)
{
	(void)state;
	for (size_t p = 0; p < COUNT(pages); p++) {
		struct slice characters[256];
		size_t missing = 0;
		load_page(p, characters);
		for (unsigned c = 0; c < 256; c++) {
			char bytes[] = { 'a', (char)c, 'b' };
			struct slice s = { bytes, sizeof bytes };
			struct buf utf8 = { 0 }, value = { 0 };
			buf_char(&utf8, 'a');
			buf_append(&utf8, characters[c]);
			buf_char(&utf8, 'b');
			buf_char(&value, '<');
			assert_int_equal(recode_value(pages[p].encoding, s, &value), characters[c].len > 0);
			if (characters[c].len > 0) {
				expect_text(pages[p].encoding, s, buf_slice(&utf8));
				assert_true(slice_equal(slice_sub(buf_slice(&value), 1, value.len), buf_slice(&utf8)));
			} else {
				struct outcome o;
				decode_all_ways(&o, pages[p].encoding, s);
				expect_refused(&o, slice_sub(s, 1, 1), "WINDOWS-1252, byte 1", SLICE("a"));
				outcome_release(&o);
				assert_true(!value.failed && value.len == 1);
				missing++;
			}
			buf_release(&utf8);
			buf_release(&value);
		}
		assert_int_equal(missing, pages[p].encoding == ENCODING_WINDOWS_1252 ? 5 : 0);
	}
}

static size_t utf8_of(uint32_t c, char out[4])
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	size_t len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = len; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(lead[len] | c);
	return len;
}

/* Every other character of Unicode's first plane, and some of the others, among them all that iconv leaves out. */
static void test_what_a_page_does_not_have(void **state)
{
	static const uint32_t ranges[][2] = {
		{ 0x80, 0xd7ff }, { 0xe000, 0xffff }, { 0x1f600, 0x1f610 }, { 0xe0000, 0xe007f }, { 0x10fffe, 0x10ffff },
	};
	struct slice characters[256];

	(void)state;
	load_page(0, characters);
	for (size_t i = 0; i < COUNT(ranges); i++)
		for (uint32_t c = ranges[i][0]; c <= ranges[i][1]; c += c > 0x2700 && c < 0xff00 ? 61 : 1) {
			char bytes[6] = { 'a' };
			size_t len = utf8_of(c, bytes + 1);
			struct slice character = { bytes + 1, len };
			struct outcome o;
			bool has = false;
			for (unsigned k = 128; k < 256; k++)
				has = has || slice_equal(characters[k], character);
			if (has)
				continue;
			bytes[1 + len] = 'b';
			encode(&o, ENCODING_WINDOWS_1252, (struct slice){ bytes, len + 2 }, c % 3);
			expect_refused(&o, character, "WINDOWS-1252, byte 1", SLICE("a"));
			outcome_release(&o);
		}
}

static void put_unit(struct buf *out, enum encoding e, uint32_t unit)
{
	char high = (char)(unit >> 8), low = (char)(unit & 0xff);

	buf_char(out, e == ENCODING_UTF16BE ? high : low);
	buf_char(out, e == ENCODING_UTF16BE ? low : high);
}

static void put_wide(struct buf *out, enum encoding e, uint32_t c)
{
	if (c < 0x10000) {
		put_unit(out, e, c);
		return;
	}
	put_unit(out, e, 0xd800 + ((c - 0x10000) >> 10));
	put_unit(out, e, 0xdc00 + ((c - 0x10000) & 0x3ff));
}

/* A text of all characters, a BOM in front. */
static void test_utf16_every_character(void **state)
{
	(void)state;
	for (enum encoding e = ENCODING_UTF16LE; e <= ENCODING_UTF16BE; e++) {
		struct buf wide = { 0 }, utf8 = { 0 };
		struct outcome o;
		put_wide(&wide, e, 0xfeff);
		buf_append(&utf8, SLICE("\xef\xbb\xbf"));
		for (uint32_t c = 0; c <= 0x10ffff; c += c == 0xd7ff ? 0x801 : c > 0x20000 && c < 0x10ff00 ? 7 : 1) {
			char bytes[4];
			put_wide(&wide, e, c);
			buf_append(&utf8, (struct slice){ bytes, utf8_of(c, bytes) });
		}
		decode(&o, e, buf_slice(&wide), 4097, 8191);
		assert_int_equal(o.end, STATUS_OK);
		assert_true(slice_equal(buf_slice(&o.text), buf_slice(&utf8)));
		outcome_release(&o);
		encode(&o, e, buf_slice(&utf8), 4097);
		assert_int_equal(o.end, STATUS_OK);
		assert_true(slice_equal(buf_slice(&o.text), buf_slice(&wide)));
		outcome_release(&o);
		buf_release(&wide);
		buf_release(&utf8);
	}
}

static void test_byte_order_marks(void **state)
{
	(void)state;
	expect_text(ENCODING_UTF16LE, SLICE("\xff\xfe" "a\0"), SLICE("\xef\xbb\xbf" "a"));
	expect_text(ENCODING_UTF16BE, SLICE("\xfe\xff\0a"), SLICE("\xef\xbb\xbf" "a"));
	expect_text(ENCODING_UTF16LE, SLICE("a\0"), SLICE("a"));
	expect_text(ENCODING_UTF16BE, SLICE("\0a"), SLICE("a"));
	expect_text(ENCODING_UTF16LE, SLICE("\xff\xfe"), SLICE("\xef\xbb\xbf"));
	expect_text(ENCODING_UTF16LE, SLICE("a\0\xff\xfe"), SLICE("a\xef\xbb\xbf"));
	/* One of the other order is a character like any other. */
	expect_text(ENCODING_UTF16LE, SLICE("\xfe\xff"), SLICE("\xef\xbf\xbe"));
	expect_text(ENCODING_UTF16BE, SLICE(""), SLICE(""));
	expect_text(ENCODING_CP850, SLICE(""), SLICE(""));
}

struct row {
	enum encoding encoding;
	struct slice text, value;
	const char *detail;
	struct slice before;
};

static const struct row not_decoded[] = {
	{ ENCODING_UTF16LE, T("a"), T("a"), "UTF-16LE, byte 0", T("") },
	{ ENCODING_UTF16LE, T("a\0b"), T("b"), "UTF-16LE, byte 2", T("a") },
	{ ENCODING_UTF16LE, T("a\0\x3d\xd8"), T("\x3d\xd8"), "UTF-16LE, byte 2", T("a") },
	{ ENCODING_UTF16LE, T("a\0\x3d\xd8\0"), T("\x3d\xd8\0"), "UTF-16LE, byte 2", T("a") },
	{ ENCODING_UTF16LE, T("a\0\x3d\xd8" "b\0"), T("\x3d\xd8"), "UTF-16LE, byte 2", T("a") },
	{ ENCODING_UTF16LE, T("a\0\x3d\xd8\x3d\xd8"), T("\x3d\xd8"), "UTF-16LE, byte 2", T("a") },
	{ ENCODING_UTF16LE, T("a\0\0\xde" "b\0"), T("\0\xde"), "UTF-16LE, byte 2", T("a") },
	{ ENCODING_UTF16LE, T("\xff\xdf"), T("\xff\xdf"), "UTF-16LE, byte 0", T("") },
	{ ENCODING_UTF16LE, T("\x3d\xd8\0\xde\0\xde"), T("\0\xde"), "UTF-16LE, byte 4", T("\xf0\x9f\x98\x80") },
	{ ENCODING_UTF16BE, T("\0a\xd8"), T("\xd8"), "UTF-16BE, byte 2", T("a") },
	{ ENCODING_UTF16BE, T("\xd8\x3d"), T("\xd8\x3d"), "UTF-16BE, byte 0", T("") },
	{ ENCODING_UTF16BE, T("\xd8\x3d\xde"), T("\xd8\x3d\xde"), "UTF-16BE, byte 0", T("") },
	{ ENCODING_UTF16BE, T("\xde\0\xd8\x3d"), T("\xde\0"), "UTF-16BE, byte 0", T("") },
	{ ENCODING_UTF16BE, T("\0a\xd8\x3d\0b"), T("\xd8\x3d"), "UTF-16BE, byte 2", T("a") },
	{ ENCODING_WINDOWS_1252, T("\x81"), T("\x81"), "WINDOWS-1252, byte 0", T("") },
	{ ENCODING_WINDOWS_1252, T("\xe9\x9d\x90"), T("\x9d"), "WINDOWS-1252, byte 1", T("é") },
};

static const struct row not_encoded[] = {
	{ ENCODING_WINDOWS_1252, T("aĀb"), T("Ā"), "WINDOWS-1252, byte 1", T("a") },
	{ ENCODING_WINDOWS_1252, T("ééĀ"), T("Ā"), "WINDOWS-1252, byte 4", T("\xe9\xe9") },
	{ ENCODING_WINDOWS_1252, T("a\xc2\x81"), T("\xc2\x81"), "WINDOWS-1252, byte 1", T("a") },
	{ ENCODING_WINDOWS_1252, T("\xef\xbb\xbf" "a"), T("\xef\xbb\xbf"), "WINDOWS-1252, byte 0", T("") },
	{ ENCODING_WINDOWS_1252, T("a\xf3\xa0\x81\x81" "b"), T("\xf3\xa0\x81\x81"), "WINDOWS-1252, byte 1", T("a") },
	{ ENCODING_WINDOWS_1252, T("a≥"), T("≥"), "WINDOWS-1252, byte 1", T("a") }, /* no ">" in its place */
	{ ENCODING_WINDOWS_1252, T("\xc2"), T("\xc2"), "WINDOWS-1252, byte 0", T("") },
	{ ENCODING_CP437, T("a€"), T("€"), "CP437, byte 1", T("a") },
	{ ENCODING_CP437, T("♥"), T("♥"), "CP437, byte 0", T("") },
	{ ENCODING_CP437, T("\xf3\xa0\x80\x80"), T("\xf3\xa0\x80\x80"), "CP437, byte 0", T("") },
	{ ENCODING_CP850, T("a€"), T("€"), "CP850, byte 1", T("a") },
	{ ENCODING_CP850, T("\xf3\xa0\x81\xbf"), T("\xf3\xa0\x81\xbf"), "CP850, byte 0", T("") },
	{ ENCODING_CP850, T("😀"), T("😀"), "CP850, byte 0", T("") },
	{ ENCODING_UTF16LE, T("a\xff" "bcd"), T("\xff"), "UTF-16LE, byte 1", T("a\0") },
	{ ENCODING_UTF16LE, T("a\xff" "b"), T("\xff"), "UTF-16LE, byte 1", T("a\0") },
	{ ENCODING_UTF16LE, T("a\xe2\x82"), T("\xe2\x82"), "UTF-16LE, byte 1", T("a\0") },
	{ ENCODING_UTF16LE, T("a\xe2\x82" "bcd"), T("\xe2\x82"), "UTF-16LE, byte 1", T("a\0") },
	{ ENCODING_UTF16LE, T("\xed\xa0\x80" "a"), T("\xed\xa0\x80"), "UTF-16LE, byte 0", T("") },
	{ ENCODING_UTF16LE, T("\xf0\x9f\x98"), T("\xf0\x9f\x98"), "UTF-16LE, byte 0", T("") },
	{ ENCODING_WINDOWS_1252, T("a\xc4\x80\x80"), T("\xc4\x80"), "WINDOWS-1252, byte 1", T("a") },
	{ ENCODING_UTF16BE, T("\xe2\xc3\xa9 a"), T("\xe2"), "UTF-16BE, byte 0", T("") },
	{ ENCODING_UTF16BE, T("\xc0\x80"), T("\xc0"), "UTF-16BE, byte 0", T("") },
	{ ENCODING_UTF16BE, T("\xf4\x90\x80\x80"), T("\xf4\x90\x80\x80"), "UTF-16BE, byte 0", T("") },
	{ ENCODING_UTF16BE, T("aa\x80"), T("\x80"), "UTF-16BE, byte 2", T("\0a\0a") },
};

static void test_refused(void **state)
{
	struct outcome o;

	(void)state;
	for (size_t i = 0; i < COUNT(not_decoded); i++) {
		const struct row *r = &not_decoded[i];
		decode_all_ways(&o, r->encoding, r->text);
		expect_refused(&o, r->value, r->detail, r->before);
		outcome_release(&o);
	}
	for (size_t i = 0; i < COUNT(not_encoded); i++) {
		const struct row *r = &not_encoded[i];
		encode_all_ways(&o, r->encoding, r->text);
		expect_refused(&o, r->value, r->detail, r->before);
		outcome_release(&o);
	}
}

/* Not at the end only: what follows would be kept waiting for ever. */
static void test_refused_at_once(void **state)
{
	static const struct slice rows[] = { T("aĀ"), T("a\xff" "bcd"), T("a\x80\x80\x80\x80") };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct drain d = { .fail_at = NEVER };
		struct findings findings = { 0 };
		struct recode *r = recode_from_utf8(drain_sink(&d), ENCODING_CP437, SLICE("x"), &findings);
		struct byte_sink sink = recode_sink(r);
		assert_int_equal(sink.write(sink.context, rows[i].ptr, rows[i].len), STATUS_REJECT);
		assert_int_equal(findings.count, 1);
		recode_free(r);
		buf_release(&d.got);
		findings_release(&findings);
	}
}

/* A fault far behind, and one that the end of the stage's own buffer cuts in two. */
static void test_refused_far_behind(void **state)
{
	(void)state;
	for (size_t len = 16380; len < 16388; len++) {
		struct buf wide = { 0 }, utf8 = { 0 };
		struct outcome o;
		char place[40];
		for (size_t i = 0; i < len; i++)
			put_unit(&wide, ENCODING_UTF16LE, 'a' + (uint32_t)i % 23);
		for (size_t i = 0; i < len; i++)
			buf_char(&utf8, (char)('a' + i % 23));
		(void)snprintf(place, sizeof place, "UTF-16LE, byte %zu", 2 * len);
		put_unit(&wide, ENCODING_UTF16LE, 0xd800);
		put_unit(&wide, ENCODING_UTF16LE, 'a');
		decode(&o, ENCODING_UTF16LE, buf_slice(&wide), SIZE_MAX, SIZE_MAX);
		expect_refused(&o, SLICE("\0\xd8"), place, buf_slice(&utf8));
		outcome_release(&o);
		wide.len -= 4;
		(void)snprintf(place, sizeof place, "UTF-16LE, byte %zu", len);
		buf_append(&utf8, SLICE("\xf0\x9f\x98" "aaa"));
		encode(&o, ENCODING_UTF16LE, buf_slice(&utf8), SIZE_MAX);
		expect_refused(&o, SLICE("\xf0\x9f\x98"), place, buf_slice(&wide));
		outcome_release(&o);
		buf_release(&wide);
		buf_release(&utf8);
	}
}

static void test_cut_at_every_byte(void **state)
{
	static const struct slice wide = T("a\0\xe9\0\x3d\xd8\0\xde\xff\xfe"), utf8 = T("aé😀\xef\xbb\xbf");
	static const size_t wide_ends[] = { 0, 2, 4, 8, 10 }, utf8_ends[] = { 0, 1, 3, 7, 10 };

	(void)state;
	for (size_t at = 0; at <= 10; at++) {
		struct outcome o;
		size_t good = 0;
		while (good < 4 && wide_ends[good + 1] <= at)
			good++;
		decode_all_ways(&o, ENCODING_UTF16LE, slice_sub(wide, 0, at));
		assert_int_equal(o.end, wide_ends[good] == at ? STATUS_OK : STATUS_REJECT);
		assert_true(slice_equal(buf_slice(&o.text), slice_sub(utf8, 0, utf8_ends[good])));
		outcome_release(&o);
		for (good = 0; good < 4 && utf8_ends[good + 1] <= at;)
			good++;
		encode_all_ways(&o, ENCODING_UTF16LE, slice_sub(utf8, 0, at));
		assert_int_equal(o.end, utf8_ends[good] == at ? STATUS_OK : STATUS_REJECT);
		assert_true(slice_equal(buf_slice(&o.text), slice_sub(wide, 0, wide_ends[good])));
		outcome_release(&o);
	}
}

static void test_source_or_sink_that_fails(void **state)
{
	static const enum status failures[] = { STATUS_REJECT, STATUS_FAIL };
	static const struct slice wide = T("\xff\xfe" "a\0\x3d\xd8\0\xde" "b\0"), utf8 = T("\xef\xbb\xbf" "a😀b");

	(void)state;
	for (size_t i = 0; i < COUNT(piece_sizes) * COUNT(failures); i++)
		for (size_t at = 0; at <= wide.len; at++) {
			struct feed feed = { .rest = wide, .size = piece_sizes[i / 2], .fail_at = at,
				             .failure = failures[i % 2] };
			struct drain drain = { .fail_at = at };
			struct outcome o = { 0 };
			decode_from(&o, ENCODING_UTF16LE, &feed, piece_sizes[at % COUNT(piece_sizes)]);
			assert_int_equal(o.end, feed.failure);
			assert_int_equal(o.findings.count, 0);
			assert_true(slice_starts_with(utf8, buf_slice(&o.text)));
			outcome_release(&o);
			struct recode *r =
				recode_from_utf8(drain_sink(&drain), ENCODING_UTF16LE, SLICE("x"), &o.findings);
			o.end = feed_sink(recode_sink(r), utf8, piece_sizes[i / 2]);
			assert_int_equal(o.end, at < wide.len ? STATUS_FAIL : STATUS_OK);
			assert_int_equal(o.findings.count, 0);
			assert_true(slice_equal(slice_sub(wide, 0, at), buf_slice(&drain.got)));
			recode_free(r);
			buf_release(&drain.got);
			outcome_release(&o);
		}
}

static void expect_not_opened(int error, enum code code, const char *detail)
{
	struct feed feed = { .size = 1, .fail_at = NEVER };
	struct drain drain = { .fail_at = NEVER };
	struct findings findings = { 0 };
	struct buf value = { 0 };

	open_fails_with = error;
	assert_null(recode_to_utf8(feed_source(&feed), ENCODING_CP437, SLICE("x"), &findings));
	assert_null(recode_from_utf8(drain_sink(&drain), ENCODING_CP437, SLICE("x"), &findings));
	buf_char(&value, '<');
	assert_true(recode_value(ENCODING_CP437, SLICE("plain"), &value));
	assert_false(recode_value(ENCODING_CP437, SLICE("a\x80"), &value));
	open_fails_with = 0;
	assert_true(value.failed);
	assert_int_equal(findings.per_code[code], 2);
	assert_int_equal(findings.count, 2);
	assert_true(slice_equal(findings.items[0].detail, slice_from_c(detail)));
	findings_release(&findings);
	buf_release(&value);
}

static void test_iconv_that_is_not_there(void **state)
{
	(void)state;
	expect_not_opened(ENOMEM, N0903_NO_MEMORY, "");
	expect_not_opened(EINVAL, N0901_READ_FAILED, "iconv CP437");
	recode_free(NULL);
}

static void test_values(void **state)
{
	struct buf bytes = { 0 }, utf8 = { 0 }, out = { 0 };

	(void)state;
	assert_true(recode_value(ENCODING_CP850, SLICE(""), &out));
	assert_int_equal(out.len, 0);
	for (int i = 0; i < 1000; i++) { /* longer than is converted at once */
		buf_append(&bytes, SLICE("Jos\x82,"));
		buf_append(&utf8, SLICE("José,"));
	}
	assert_true(recode_value(ENCODING_CP850, buf_slice(&bytes), &out));
	assert_true(slice_equal(buf_slice(&out), buf_slice(&utf8)));
	bytes.ptr[bytes.len - 1] = '\x81';
	buf_clear(&out);
	buf_append(&out, SLICE("before"));
	assert_false(recode_value(ENCODING_WINDOWS_1252, buf_slice(&bytes), &out));
	assert_true(slice_equal(buf_slice(&out), SLICE("before")) && !out.failed);
	out.failed = true;
	assert_false(recode_value(ENCODING_CP850, SLICE("a"), &out));
	assert_false(recode_value(ENCODING_CP850, SLICE("\x82"), &out));
	buf_release(&bytes);
	buf_release(&utf8);
	buf_release(&out);
}

static void test_names(void **state)
{
	static const char *const names[ENCODING_COUNT] = { "UTF-8", "UTF-16LE", "UTF-16BE",
		                                           "WINDOWS-1252", "CP437", "CP850" };

	(void)state;
	for (enum encoding e = ENCODING_UTF8; e < ENCODING_COUNT; e++)
		assert_string_equal(encoding_name(e), names[e]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_byte_of_a_page),
		cmocka_unit_test(test_what_a_page_does_not_have),
		cmocka_unit_test(test_utf16_every_character),
		cmocka_unit_test(test_byte_order_marks),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_refused_at_once),
		cmocka_unit_test(test_refused_far_behind),
		cmocka_unit_test(test_cut_at_every_byte),
		cmocka_unit_test(test_source_or_sink_that_fails),
		cmocka_unit_test(test_iconv_that_is_not_there),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
