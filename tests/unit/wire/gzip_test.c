/* G01 to G06 of the list of failures; what is packed here is packed by zlib, not by the module. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "stage_tools.h"

#include <nafkah/gzip.h>

#include <dlfcn.h>
#include <stdio.h>
#define ZLIB_CONST
#include <zlib.h>

enum { GZIP = 15 + 16, HEADER = 10, TRAILER = 8, MEMBERS_MAX = 4 };

#define TEXT(literal) { literal, sizeof(literal) - 1 }
#define ROW "198001012005011001,CONTOH SATU,4217300,120000,4097300\n"
static const struct slice text = TEXT(ROW ROW "198102022006021002,CONTOH DUA,3900000,0,3900000\n");

/* ---- zlib without memory ---- */

static struct {
	bool no_init;
	int inflate_fails_at; /* 0: never */
} plan;

#define REAL(type, name, ...)                         \
	static type (*real)(__VA_ARGS__);             \
	if (real == NULL) {                           \
		void *found = dlsym(RTLD_NEXT, name); \
		memcpy(&real, &found, sizeof found);  \
	}

int poor_inflate_init(z_streamp z, int bits, const char *version, int size) __asm__("inflateInit2_");
int poor_inflate_init(z_streamp z, int bits, const char *version, int size)
{
	REAL(int, "inflateInit2_", z_streamp, int, const char *, int)
	return plan.no_init ? Z_MEM_ERROR : real(z, bits, version, size);
}

int poor_deflate_init(z_streamp z, int level, int method, int bits, int memory, int strategy, const char *version,
                      int size) __asm__("deflateInit2_");
int poor_deflate_init(z_streamp z, int level, int method, int bits, int memory, int strategy, const char *version,
                      int size)
{
	REAL(int, "deflateInit2_", z_streamp, int, int, int, int, int, const char *, int)
	return plan.no_init ? Z_MEM_ERROR : real(z, level, method, bits, memory, strategy, version, size);
}

int poor_inflate(z_streamp z, int flush) __asm__("inflate");
int poor_inflate(z_streamp z, int flush)
{
	REAL(int, "inflate", z_streamp, int)
	return plan.inflate_fails_at > 0 && --plan.inflate_fails_at == 0 ? Z_MEM_ERROR : real(z, flush);
}

/* ---- packing ---- */

static void pack(struct buf *out, struct slice s, int level, gz_header *header)
{
	z_stream z = { 0 };
	uLong bound;
	unsigned char *packed;

	assert_int_equal(deflateInit2(&z, level, Z_DEFLATED, GZIP, 8, Z_DEFAULT_STRATEGY), Z_OK);
	if (header != NULL)
		assert_int_equal(deflateSetHeader(&z, header), Z_OK);
	bound = deflateBound(&z, s.len);
	packed = malloc(bound);
	assert_non_null(packed);
	z.next_in = (const unsigned char *)s.ptr;
	z.avail_in = (uInt)s.len;
	z.next_out = packed;
	z.avail_out = (uInt)bound;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	buf_append(out, (struct slice){ (const char *)packed, z.total_out });
	assert_int_equal(deflateEnd(&z), Z_OK);
	free(packed);
}

/* A header with everything in it. */
static void pack_named(struct buf *out, struct slice s, bool crc)
{
	unsigned char extra[] = { 'x', 'y', 2, 0, 1, 2 }, name[] = "gaji.csv", comment[] = "contoh";
	gz_header header = { .time = 1700000000, .os = 3, .extra = extra, .extra_len = sizeof extra, .name = name,
		             .comment = comment, .hcrc = crc };

	pack(out, s, 6, &header);
}

struct packed {
	const char *name;
	struct buf file;
	size_t ends[MEMBERS_MAX], texts[MEMBERS_MAX]; /* up to where a member reaches, in the file and in the text */
	size_t members;
};

static void note_member(struct packed *p, size_t len)
{
	assert_true(p->members < MEMBERS_MAX);
	p->texts[p->members] = len + (p->members > 0 ? p->texts[p->members - 1] : 0);
	p->ends[p->members++] = p->file.len;
}

/* All of them hold `text`. */
enum { SHORT, STORED, NAMED, NAMED_CRC, SEVERAL, SAMPLES };

static void make_samples(struct packed samples[SAMPLES])
{
	struct packed *s = samples;

	memset(samples, 0, SAMPLES * sizeof *samples);
	s[SHORT].name = "one member";
	pack(&s[SHORT].file, text, 9, NULL);
	s[STORED].name = "stored";
	pack(&s[STORED].file, text, 0, NULL);
	s[NAMED].name = "with a name";
	pack_named(&s[NAMED].file, text, false);
	s[NAMED_CRC].name = "with a name and its CRC";
	pack_named(&s[NAMED_CRC].file, text, true);
	for (int i = SHORT; i < SEVERAL; i++)
		note_member(&s[i], text.len);
	s[SEVERAL].name = "several members, one of them empty";
	for (size_t at = 0; at < text.len; at += 60) {
		pack(&s[SEVERAL].file, slice_sub(text, at, 60), 6, NULL);
		note_member(&s[SEVERAL], slice_sub(text, at, 60).len);
		if (at == 0) {
			pack(&s[SEVERAL].file, SLICE(""), 6, NULL);
			note_member(&s[SEVERAL], 0);
		}
	}
}

static void release_samples(struct packed samples[SAMPLES])
{
	for (int i = 0; i < SAMPLES; i++)
		buf_release(&samples[i].file);
}

/* ---- reading ---- */

static void unpack_from(struct outcome *o, struct feed *feed, size_t out)
{
	struct gunzip *g = gunzip_new(feed_source(feed), SLICE("gaji.csv.gz"), &o->findings);

	assert_non_null(g);
	outcome_read(o, gunzip_source(g), out);
	gunzip_free(g);
}

static void unpack(struct outcome *o, struct slice packed, size_t in, size_t out)
{
	struct feed feed = { .rest = packed, .size = in, .fail_at = NEVER };

	memset(o, 0, sizeof *o);
	unpack_from(o, &feed, out);
	assert_true(o->end != STATUS_OK || feed.over);
	assert_int_equal(o->findings.count, o->end != STATUS_OK);
}

/* Of a text that is refused for what it is, how much came out before depends on who reads. */
static void forget_text(struct outcome *o)
{
	if (o->findings.per_code[N0154_GZIP_NESTED] + o->findings.per_code[N0155_GZIP_RATIO] > 0)
		buf_clear(&o->text);
}

/* The result is that of reading it whole. */
static void expect_same(struct outcome *whole, struct slice packed, size_t in, size_t out)
{
	struct outcome other;

	unpack(&other, packed, in, out);
	forget_text(whole);
	forget_text(&other);
	assert_true(outcome_equal(whole, &other));
	outcome_release(&other);
}

static void unpack_all_ways(struct outcome *o, struct slice packed)
{
	unpack(o, packed, SIZE_MAX, SIZE_MAX);
	for (size_t i = 0; i < COUNT(piece_sizes); i++) {
		expect_same(o, packed, piece_sizes[i], piece_sizes[i]);
		expect_same(o, packed, piece_sizes[i], piece_sizes[COUNT(piece_sizes) - 1 - i]);
	}
}

static void expect_text(struct slice packed, struct slice expected)
{
	struct outcome o;

	unpack_all_ways(&o, packed);
	assert_int_equal(o.end, STATUS_OK);
	assert_true(slice_equal(buf_slice(&o.text), expected));
	outcome_release(&o);
}

static void expect_refusal(struct slice packed, enum code code, const char *value, const char *detail)
{
	struct outcome o;

	unpack_all_ways(&o, packed);
	assert_int_equal(o.end, STATUS_REJECT);
	assert_string_equal(code_name(o.findings.items[0].code), code_name(code));
	assert_true(slice_equal(o.findings.items[0].file, SLICE("gaji.csv.gz")));
	if (!slice_equal(o.findings.items[0].value, slice_from_c(value)))
		fail_msg("value %.*s, not %s", SLICE_ARG(o.findings.items[0].value), value);
	if (detail != NULL && !slice_equal(o.findings.items[0].detail, slice_from_c(detail)))
		fail_msg("detail %.*s, not %s", SLICE_ARG(o.findings.items[0].detail), detail);
	outcome_release(&o);
}

static void test_good_files(void **state)
{
	struct packed samples[SAMPLES];

	(void)state;
	make_samples(samples);
	for (int i = 0; i < SAMPLES; i++)
		expect_text(buf_slice(&samples[i].file), text);
	release_samples(samples);
}

static size_t member_ending_at(const struct packed *p, size_t at)
{
	size_t i = 0;

	while (i < p->members && p->ends[i] != at)
		i++;
	return i;
}

/* A cut between two members leaves a good file: only there. */
static void test_G01_cut_at_every_byte(void **state)
{
	struct packed samples[SAMPLES];

	(void)state;
	make_samples(samples);
	for (int i = 0; i < SAMPLES; i++) {
		struct packed *p = &samples[i];
		for (size_t at = 0; at < p->file.len; at++) {
			struct slice cut = slice_sub(buf_slice(&p->file), 0, at);
			size_t whole = member_ending_at(p, at);
			char offset[24];
			(void)snprintf(offset, sizeof offset, "%zu", at);
			if (whole < p->members)
				expect_text(cut, slice_sub(text, 0, p->texts[whole]));
			else
				expect_refusal(cut, N0151_GZIP_CUT, "", offset);
		}
	}
	release_samples(samples);
}

/* What carries no meaning: the bit that says "text", time, extra flags, system. */
static bool is_idle(size_t byte, unsigned bit)
{
	return (byte == 3 && bit == 0) || (byte >= 4 && byte < HEADER);
}

/* Bits that fill up a byte: the last one of the data, or the one before a stored length. */
static bool fills_up(const struct packed *p, size_t byte, bool stored)
{
	return stored ? byte == HEADER : byte == p->file.len - TRAILER - 1;
}

/* Names and comments carry no meaning either, but where the header has a CRC of its own. */
static void test_G02_every_single_bit_flipped(void **state)
{
	struct packed samples[SAMPLES];
	static const size_t idle[] = { [SHORT] = 49, [STORED] = 49, [NAMED_CRC] = 0 };

	(void)state;
	make_samples(samples);
	for (int i = SHORT; i <= NAMED_CRC; i += i == STORED ? 2 : 1) {
		struct buf *file = &samples[i].file;
		size_t accepted = 0;
		for (size_t at = 0; at < 8 * file->len; at++) {
			struct outcome o;
			file->ptr[at / 8] ^= (char)(1 << at % 8);
			unpack(&o, buf_slice(file), SIZE_MAX, SIZE_MAX);
			expect_same(&o, buf_slice(file), piece_sizes[at % 5], piece_sizes[at % 6]);
			file->ptr[at / 8] ^= (char)(1 << at % 8);
			if (o.end == STATUS_OK) {
				assert_true(slice_equal(buf_slice(&o.text), text));
				accepted += is_idle(at / 8, at % 8);
				if (!is_idle(at / 8, at % 8))
					assert_true(fills_up(&samples[i], at / 8, i == STORED));
			} else {
				assert_int_equal(o.end, STATUS_REJECT);
			}
			outcome_release(&o);
		}
		assert_int_equal(accepted, idle[i]);
	}
	release_samples(samples);
}

/* Changes one byte. */
struct change {
	size_t from_start, from_end; /* the one that is not 0 */
	const char *words;
	size_t read_from_start, read_from_end; /* how far it had read, likewise */
};

static void test_G02_crc_length_and_header(void **state)
{
	static const struct change changes[] = {
		{ 0, 8, "incorrect data check", 0, 4 },      { 0, 5, "incorrect data check", 0, 4 },
		{ 0, 4, "incorrect length check", 0, 0 },    { 0, 1, "incorrect length check", 0, 0 },
		{ 1, 0, "incorrect header check", 2, 0 },    { 2, 0, "unknown compression method", 4, 0 },
		{ 3, 0, "unknown header flags set", 4, 0 },
	};
	struct packed samples[SAMPLES];
	struct buf *file = &samples[SHORT].file;

	(void)state;
	make_samples(samples);
	for (size_t i = 0; i < COUNT(changes); i++) {
		const struct change *c = &changes[i];
		size_t at = c->from_start > 0 ? c->from_start : file->len - c->from_end;
		size_t read = c->read_from_start > 0 ? c->read_from_start : file->len - c->read_from_end;
		char offset[24];
		(void)snprintf(offset, sizeof offset, "%zu", read);
		file->ptr[at] ^= (char)0xe1;
		expect_refusal(buf_slice(file), N0152_GZIP_DAMAGED, c->words, offset);
		file->ptr[at] ^= (char)0xe1;
	}
	release_samples(samples);
}

static void test_G03_bytes_behind(void **state)
{
	static const struct {
		struct slice behind;
		enum code code;
		const char *value;
		size_t at; /* behind the end of the member */
	} rows[] = {
		{ { "\0", 1 }, N0153_GZIP_TRAILING, "", 0 },
		{ { "\n", 1 }, N0153_GZIP_TRAILING, "", 0 },
		{ { "\0\0\0\0\0\0\0\0", 8 }, N0153_GZIP_TRAILING, "", 0 },
		{ { ROW, sizeof ROW - 1 }, N0153_GZIP_TRAILING, "", 0 },
		{ { "\x1fx", 2 }, N0153_GZIP_TRAILING, "", 0 },
		{ { "\x8b\x1f", 2 }, N0153_GZIP_TRAILING, "", 0 },
		{ { "\x1f", 1 }, N0151_GZIP_CUT, "", 1 },
		{ { "\x1f\x8b", 2 }, N0151_GZIP_CUT, "", 2 },
		{ { "\x1f\x8b\x08\0", 4 }, N0151_GZIP_CUT, "", 4 },
		{ { "\x1f\x8bx\0", 4 }, N0152_GZIP_DAMAGED, "unknown compression method", 4 },
		{ { "\x1f\x8b\x08\0\0\0\0\0\0\xff\x07", 11 }, N0152_GZIP_DAMAGED, "invalid block type", 11 },
	};
	struct packed samples[SAMPLES];

	(void)state;
	make_samples(samples);
	for (size_t i = 0; i < SAMPLES * COUNT(rows); i++) {
		struct buf *file = &samples[i / COUNT(rows)].file;
		size_t len = file->len, row = i % COUNT(rows);
		char offset[24];
		(void)snprintf(offset, sizeof offset, "%zu", len + rows[row].at);
		buf_append(file, rows[row].behind);
		expect_refusal(buf_slice(file), rows[row].code, rows[row].value, offset);
		file->len = len;
	}
	release_samples(samples);
}

/* Another member begins where the buffer ends: its first two bytes do not come together. */
static void test_G03_G04_at_the_end_of_the_buffer(void **state)
{
	enum { FILLING = GZIP_STEP - HEADER - 5 - TRAILER }; /* stored, one block */

	(void)state;
	for (size_t len = FILLING - 4; len <= FILLING + 4; len++) {
		struct buf file = { 0 }, expected = { 0 };
		char offset[24];
		for (size_t i = 0; i < len; i++)
			buf_char(&expected, (char)('a' + i % 23));
		pack(&file, buf_slice(&expected), 0, NULL);
		assert_int_equal(file.len, len + GZIP_STEP - FILLING);
		(void)snprintf(offset, sizeof offset, "%zu", file.len);
		buf_append(&file, SLICE("\x1f\x8c"));
		expect_refusal(buf_slice(&file), N0153_GZIP_TRAILING, "", offset);
		file.len -= 2;
		pack(&file, text, 6, NULL);
		buf_append(&expected, text);
		expect_text(buf_slice(&file), buf_slice(&expected));
		buf_release(&file);
		buf_release(&expected);
	}
}

static void test_G04_members(void **state)
{
	struct buf file = { 0 }, expected = { 0 };

	(void)state;
	for (int i = 0; i < 40; i++) {
		pack(&file, i % 3 == 0 ? SLICE("") : slice_sub(text, 0, (size_t)i), i % 10, NULL);
		buf_append(&expected, i % 3 == 0 ? SLICE("") : slice_sub(text, 0, (size_t)i));
		expect_text(buf_slice(&file), buf_slice(&expected));
	}
	/* Each has its own CRC: not the sum of all of them counts. */
	file.ptr[HEADER + 5] ^= 1;
	expect_refusal(buf_slice(&file), N0152_GZIP_DAMAGED, "incorrect data check", NULL);
	buf_release(&file);
	buf_release(&expected);
}

static void test_G05_not_gzip(void **state)
{
	static const struct slice others[] = {
		TEXT(ROW), TEXT("PK\3\4xxxxxxxxxx"),
		TEXT("\x78\x9c\x03\0\0\0\0\1"), /* zlib's own */
		TEXT("\x1f\x9dxxxxxxxxxxxx"),    /* compress */
	};

	(void)state;
	expect_refusal(SLICE(""), N0151_GZIP_CUT, "", "0");
	for (size_t i = 0; i < COUNT(others); i++)
		expect_refusal(others[i], N0152_GZIP_DAMAGED, "incorrect header check", "2");
}

static void test_G05_gzip_in_gzip(void **state)
{
	static const struct slice others[] = {
		TEXT("\x1f"), TEXT("\x1f\x8a\x8b"), TEXT("\x8b\x1f"), TEXT("x\x1f\x8b\x08"),
	};
	struct packed samples[SAMPLES];
	struct buf file = { 0 };

	(void)state;
	make_samples(samples);
	for (int i = 0; i < SAMPLES; i++) {
		struct slice inner = buf_slice(&samples[i].file);
		buf_clear(&file);
		pack(&file, inner, 6, NULL);
		expect_refusal(buf_slice(&file), N0154_GZIP_NESTED, "gzip", "");
		buf_clear(&file);
		pack(&file, SLICE(""), 6, NULL);
		pack(&file, slice_sub(inner, 0, 1), 6, NULL); /* the two bytes that tell stand in two members */
		pack(&file, slice_sub(inner, 1, inner.len), 6, NULL);
		expect_refusal(buf_slice(&file), N0154_GZIP_NESTED, "gzip", "");
	}
	for (size_t i = 0; i < COUNT(others); i++) {
		buf_clear(&file);
		pack(&file, others[i], 6, NULL);
		expect_text(buf_slice(&file), others[i]);
	}
	buf_release(&file);
	release_samples(samples);
}

/* ---- bombs ---- */

static void pack_zeros(struct buf *out, size_t len, gz_header *header)
{
	char *zeros = calloc(1, len);

	assert_non_null(zeros);
	pack(out, (struct slice){ zeros, len }, 6, header);
	free(zeros);
}

/* The same file again and again, without an end. */
struct endless {
	struct slice file;
	size_t at, given;
};

static enum status endless_read(void *context, char *into, size_t cap, size_t *got)
{
	struct endless *e = context;
	struct slice piece = slice_sub(e->file, e->at, cap);

	memcpy(into, piece.ptr, piece.len);
	e->at = (e->at + piece.len) % e->file.len;
	e->given += piece.len;
	*got = piece.len;
	return STATUS_OK;
}

static void test_G06_bomb_is_refused_early(void **state)
{
	static const size_t members[] = { 1048576, 8388608 };
	struct outcome o = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(members); i++) {
		struct buf file = { 0 };
		pack_zeros(&file, members[i], NULL);
		struct endless bomb = { .file = buf_slice(&file) };
		struct gunzip *g = gunzip_new((struct byte_source){ endless_read, &bomb }, SLICE("x"), &o.findings);
		outcome_read(&o, gunzip_source(g), SIZE_MAX);
		assert_int_equal(o.end, STATUS_REJECT);
		assert_int_equal(o.findings.items[0].code, N0155_GZIP_RATIO);
		assert_true(slice_equal(o.findings.items[0].value, SLICE("200")));
		assert_true(bomb.given <= GZIP_STEP);
		assert_true(o.text.len > GZIP_RATIO_FREE && o.text.len <= (size_t)GZIP_RATIO_MAX * GZIP_STEP);
		gunzip_free(g);
		outcome_release(&o);
		buf_release(&file);
	}
}

/* What is short may be packed as well as it can. */
static void test_G06_one_mebibyte_is_free(void **state)
{
	struct outcome o;
	struct buf file = { 0 };

	(void)state;
	pack_zeros(&file, GZIP_RATIO_FREE, NULL);
	unpack(&o, buf_slice(&file), 3, 4096);
	assert_int_equal(o.end, STATUS_OK);
	assert_int_equal(o.text.len, GZIP_RATIO_FREE);
	outcome_release(&o);
	pack(&file, SLICE("x"), 6, NULL);
	unpack(&o, buf_slice(&file), 3, 4096);
	assert_int_equal(o.end, STATUS_REJECT);
	assert_int_equal(o.findings.items[0].code, N0155_GZIP_RATIO);
	outcome_release(&o);
	buf_release(&file);
}

/* A text exactly so many times as long passes; in a file that is a byte shorter (its name is) it does not. */
static void test_G06_ratio_exactly(void **state)
{
	enum { LEN = 4 << 20, PACKED = LEN / GZIP_RATIO_MAX }; /* rounded down */
	unsigned char name[PACKED];
	gz_header header = { .name = name, .os = 255 };
	struct buf file = { 0 };
	struct outcome o;
	size_t bare;

	(void)state;
	memset(name, 'x', sizeof name);
	name[0] = '\0';
	pack_zeros(&file, LEN - LEN % GZIP_RATIO_MAX, &header);
	bare = file.len;
	name[0] = 'x';
	for (size_t shorter = 0; shorter < 2; shorter++) {
		name[PACKED - bare - shorter] = '\0';
		buf_clear(&file);
		pack_zeros(&file, LEN - LEN % GZIP_RATIO_MAX, &header);
		assert_int_equal(file.len, PACKED - shorter);
		for (size_t i = 1; i < COUNT(piece_sizes); i++) {
			unpack(&o, buf_slice(&file), piece_sizes[i], piece_sizes[i] < 64 ? 4099 : piece_sizes[i]);
			assert_int_equal(o.end, shorter == 0 ? STATUS_OK : STATUS_REJECT);
			outcome_release(&o);
		}
	}
	buf_release(&file);
}

/* ---- sources and memory that fail ---- */

static void test_source_that_fails(void **state)
{
	static const enum status failures[] = { STATUS_REJECT, STATUS_FAIL };
	struct packed samples[SAMPLES];

	(void)state;
	make_samples(samples);
	for (int i = 0; i < SAMPLES; i++)
		for (size_t at = 0; at <= samples[i].file.len; at++)
			for (size_t k = 0; k < COUNT(piece_sizes) * COUNT(failures); k++) {
				struct feed feed = { .rest = buf_slice(&samples[i].file), .size = piece_sizes[k / 2],
					             .fail_at = at, .failure = failures[k % 2] };
				struct outcome o = { 0 };
				unpack_from(&o, &feed, piece_sizes[(k + at) % COUNT(piece_sizes)]);
				assert_int_equal(o.end, feed.failure);
				assert_int_equal(o.findings.count, 0); /* the source makes it */
				assert_true(slice_starts_with(text, buf_slice(&o.text)));
				outcome_release(&o);
			}
	release_samples(samples);
}

static void test_no_memory(void **state)
{
	struct packed samples[SAMPLES];
	struct feed feed = { .size = 1, .fail_at = NEVER };
	struct drain drain = { .fail_at = NEVER };
	struct findings findings = { 0 };

	(void)state;
	make_samples(samples);
	plan.no_init = true;
	assert_null(gunzip_new(feed_source(&feed), SLICE("x"), &findings));
	assert_null(gzip_new(drain_sink(&drain), SLICE("x"), &findings));
	plan.no_init = false;
	assert_int_equal(findings.per_code[N0903_NO_MEMORY], 2);
	findings_release(&findings);
	for (int at = 1; at < 20; at++) {
		struct outcome o;
		plan.inflate_fails_at = at;
		unpack(&o, buf_slice(&samples[SHORT].file), 1, 7);
		plan.inflate_fails_at = 0;
		assert_int_equal(o.end, STATUS_FAIL);
		assert_int_equal(o.findings.items[0].code, N0903_NO_MEMORY);
		outcome_release(&o);
	}
	gunzip_free(NULL);
	gzip_free(NULL);
	release_samples(samples);
}

/* ---- writing ---- */

static enum status write_packed(struct drain *d, struct slice s, size_t size)
{
	struct findings findings = { 0 };
	struct gzip *g = gzip_new(drain_sink(d), SLICE("x"), &findings);
	enum status status;

	assert_non_null(g);
	status = feed_sink(gzip_sink(g), s, size);
	if (status == STATUS_OK)
		status = gzip_end(g);
	gzip_free(g);
	assert_int_equal(findings.count, 0);
	findings_release(&findings);
	return status;
}

/* zlib's own view of a file of one member. */
static void expect_one_member(struct slice file, struct slice expected)
{
	z_stream z = { 0 };
	unsigned char *out = malloc(expected.len + 1);

	assert_non_null(out);
	assert_int_equal(inflateInit2(&z, GZIP), Z_OK);
	z.next_in = (const unsigned char *)file.ptr;
	z.avail_in = (uInt)file.len;
	z.next_out = out;
	z.avail_out = (uInt)expected.len + 1;
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(z.avail_in, 0);
	assert_int_equal(z.total_out, expected.len);
	assert_true(expected.len == 0 || memcmp(out, expected.ptr, expected.len) == 0);
	assert_int_equal(inflateEnd(&z), Z_OK);
	free(out);
}

/* Rows whose numbers follow from their place. */
static void make_rows(struct buf *out, size_t len)
{
	uint64_t seed = 7;

	while (out->len < len) {
		seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		buf_printf(out, "%018u,PEGAWAI CONTOH %u,%u,%u\n", (unsigned)(seed >> 34), (unsigned)(seed >> 50),
		           (unsigned)(seed >> 40), (unsigned)(seed >> 45));
	}
	out->len = len;
}

static void test_written_whatever_the_pieces(void **state)
{
	enum { LONGEST = 2 * GZIP_BLOCK + 4711 };
	static const size_t lengths[] = { 0, 1, 100, GZIP_BLOCK - 1, GZIP_BLOCK, GZIP_BLOCK + 1, LONGEST };
	static const size_t sizes[] = { 1, 3, 0, 4095, GZIP_BLOCK + 1 };
	struct buf rows = { 0 };

	(void)state;
	make_rows(&rows, LONGEST);
	for (size_t i = 0; i < COUNT(lengths); i++) {
		struct slice s = slice_sub(buf_slice(&rows), 0, lengths[i]);
		struct drain whole = { .fail_at = NEVER };
		struct outcome o;
		assert_int_equal(write_packed(&whole, s, SIZE_MAX), STATUS_OK);
		assert_true(slice_starts_with(buf_slice(&whole.got), SLICE("\x1f\x8b\x08\0\0\0\0\0\0\xff")));
		expect_one_member(buf_slice(&whole.got), s);
		unpack(&o, buf_slice(&whole.got), 4096, 0);
		assert_true(o.end == STATUS_OK && slice_equal(buf_slice(&o.text), s));
		outcome_release(&o);
		for (size_t k = lengths[i] < 1000 || lengths[i] == LONGEST ? 0 : 3; k < COUNT(sizes); k++) {
			struct drain other = { .fail_at = NEVER };
			assert_int_equal(write_packed(&other, s, sizes[k]), STATUS_OK);
			assert_true(slice_equal(buf_slice(&whole.got), buf_slice(&other.got)));
			buf_release(&other.got);
		}
		buf_release(&whole.got);
	}
	buf_release(&rows);
}

/* Blocks are packed without regard to each other, so a block's bytes are the same wherever it stands. */
static void test_blocks_are_independent(void **state)
{
	struct drain twice = { .fail_at = NEVER }, once = { .fail_at = NEVER };
	struct buf rows = { 0 }, both = { 0 };
	size_t len;

	(void)state;
	make_rows(&rows, GZIP_BLOCK);
	assert_int_equal(write_packed(&once, buf_slice(&rows), SIZE_MAX), STATUS_OK);
	len = once.got.len - HEADER - TRAILER - 2; /* "\3\0" is the empty block at the end */
	buf_append(&both, buf_slice(&rows));
	buf_append(&both, buf_slice(&rows));
	assert_int_equal(write_packed(&twice, buf_slice(&both), SIZE_MAX), STATUS_OK);
	assert_int_equal(twice.got.len, once.got.len + len);
	assert_true(slice_equal(slice_sub(buf_slice(&once.got), HEADER, len),
	                        slice_sub(buf_slice(&twice.got), HEADER + len, len)));
	buf_release(&twice.got);
	buf_release(&once.got);
	buf_release(&both);
	buf_release(&rows);
}

/* At the borders of blocks too, where the bytes look like an end. */
static void test_G01_own_file_cut(void **state)
{
	struct drain d = { .fail_at = NEVER };
	struct buf rows = { 0 };
	size_t borders = 0;

	(void)state;
	make_rows(&rows, 2 * GZIP_BLOCK + 50);
	assert_int_equal(write_packed(&d, buf_slice(&rows), SIZE_MAX), STATUS_OK);
	for (size_t at = 0; at < d.got.len; at++) {
		bool border = at >= 4 && memcmp(d.got.ptr + at - 4, "\0\0\xff\xff", 4) == 0;
		struct outcome o;
		if (!border && at % 150000 != 0 && at + 20 < d.got.len)
			continue;
		borders += border;
		unpack(&o, slice_sub(buf_slice(&d.got), 0, at), SIZE_MAX, SIZE_MAX);
		assert_int_equal(o.end, STATUS_REJECT);
		assert_int_equal(o.findings.items[0].code, N0151_GZIP_CUT);
		outcome_release(&o);
	}
	assert_int_equal(borders, 2);
	buf_release(&d.got);
	buf_release(&rows);
}

static void test_sink_that_fails(void **state)
{
	struct drain whole = { .fail_at = NEVER };
	struct buf rows = { 0 };

	(void)state;
	make_rows(&rows, GZIP_BLOCK + 100);
	assert_int_equal(write_packed(&whole, buf_slice(&rows), SIZE_MAX), STATUS_OK);
	for (size_t at = 0; at < whole.got.len; at += at < whole.got.len - 100 ? 60000 : 1) {
		struct drain d = { .fail_at = at };
		assert_int_equal(write_packed(&d, buf_slice(&rows), 100000), STATUS_FAIL);
		assert_true(slice_equal(buf_slice(&d.got), slice_sub(buf_slice(&whole.got), 0, at)));
		buf_release(&d.got);
	}
	buf_release(&whole.got);
	buf_release(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_files),
		cmocka_unit_test(test_G01_cut_at_every_byte),
		cmocka_unit_test(test_G01_own_file_cut),
		cmocka_unit_test(test_G02_every_single_bit_flipped),
		cmocka_unit_test(test_G02_crc_length_and_header),
		cmocka_unit_test(test_G03_bytes_behind),
		cmocka_unit_test(test_G03_G04_at_the_end_of_the_buffer),
		cmocka_unit_test(test_G04_members),
		cmocka_unit_test(test_G05_not_gzip),
		cmocka_unit_test(test_G05_gzip_in_gzip),
		cmocka_unit_test(test_G06_bomb_is_refused_early),
		cmocka_unit_test(test_G06_one_mebibyte_is_free),
		cmocka_unit_test(test_G06_ratio_exactly),
		cmocka_unit_test(test_source_that_fails),
		cmocka_unit_test(test_no_memory),
		cmocka_unit_test(test_written_whatever_the_pieces),
		cmocka_unit_test(test_blocks_are_independent),
		cmocka_unit_test(test_sink_that_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
