/* The only file that includes zlib. */
#include <nafkah/gzip.h>

#include <assert.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

enum {
	WINDOW_GZIP = 15 + 16, /* the largest window, in gzip's wrapping and no other */
	MEMORY = 8,
	OS_UNKNOWN = 255,
	OUT = 65536
};

static const unsigned char magic[2] = { 0x1f, 0x8b };

static void say_no_memory(struct slice file, struct findings *findings)
{
	findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
}

struct gunzip {
	z_stream z;
	struct byte_source packed;
	struct slice file;
	struct findings *findings;
	uint64_t end;  /* of the buffer, in the packed file */
	uint64_t text; /* bytes delivered */
	unsigned char head[2]; /* of the text */
	bool at_end;  /* of the packed file */
	bool between; /* two members, or behind the last */
	unsigned char in[GZIP_STEP];
};

struct gunzip *gunzip_new(struct byte_source packed, struct slice file, struct findings *findings)
{
	struct gunzip *g = calloc(1, sizeof *g);

	if (g != NULL) {
		g->packed = packed;
		g->file = file;
		g->findings = findings;
		g->z.next_in = g->in;
		if (inflateInit2(&g->z, WINDOW_GZIP) == Z_OK)
			return g;
	}
	free(g);
	say_no_memory(file, findings);
	return NULL;
}

void gunzip_free(struct gunzip *g)
{
	if (g == NULL)
		return;
	(void)inflateEnd(&g->z);
	free(g);
}

static enum status refuse(const struct gunzip *g, enum code code, struct slice value)
{
	findings_add(g->findings, &(struct finding){ .code = code, .file = g->file, .value = value });
	return STATUS_REJECT;
}

/* The same with the offset of the first byte that inflate has not taken. */
static enum status refuse_at(const struct gunzip *g, enum code code, struct slice value)
{
	char offset[24];
	int len = snprintf(offset, sizeof offset, "%" PRIu64, g->end - g->z.avail_in);

	findings_add(g->findings, &(struct finding){ .code = code,
	                                             .file = g->file,
	                                             .value = value,
	                                             .detail = { offset, (size_t)len } });
	return STATUS_REJECT;
}

static enum status refuse_ratio(const struct gunzip *g)
{
	char ratio[24];
	int len = snprintf(ratio, sizeof ratio, "%d", GZIP_RATIO_MAX);

	return refuse(g, N0155_GZIP_RATIO, (struct slice){ ratio, (size_t)len });
}

/* Reads until the buffer is full or the file ends: what counts as packed must not depend on the source's pieces. */
static enum status fill(struct gunzip *g)
{
	size_t filled = g->z.avail_in;

	memmove(g->in, g->z.next_in, filled);
	while (filled < sizeof g->in && !g->at_end) {
		size_t got = 0;
		enum status status =
			g->packed.read(g->packed.context, (char *)g->in + filled, sizeof g->in - filled, &got);
		if (status != STATUS_OK)
			return status;
		filled += got;
		g->end += got;
		g->at_end = got == 0;
	}
	g->z.next_in = g->in;
	g->z.avail_in = (uInt)filled;
	return STATUS_OK;
}

/* STATUS_END: there is no other member. One byte of a beginning is a member that was cut. */
static enum status next_member(struct gunzip *g)
{
	enum status status = g->z.avail_in < sizeof magic ? fill(g) : STATUS_OK;
	size_t seen = g->z.avail_in < sizeof magic ? g->z.avail_in : sizeof magic;

	if (status != STATUS_OK)
		return status;
	if (seen == 0)
		return STATUS_END;
	if (memcmp(g->z.next_in, magic, seen) != 0)
		return refuse_at(g, N0153_GZIP_TRAILING, (struct slice){ 0 });
	(void)inflateReset(&g->z); /* fails for no stream only */
	g->between = false;
	return STATUS_OK;
}

/* Looks at a piece of text before it is handed out. */
static enum status check_text(struct gunzip *g, const char *piece, size_t len)
{
	for (size_t i = 0; i < len && g->text + i < sizeof g->head; i++)
		g->head[g->text + i] = (unsigned char)piece[i];
	g->text += len;
	if (g->text >= sizeof magic && memcmp(g->head, magic, sizeof magic) == 0)
		return refuse(g, N0154_GZIP_NESTED, SLICE("gzip"));
	if (g->text > GZIP_RATIO_FREE && g->text > GZIP_RATIO_MAX * g->end)
		return refuse_ratio(g);
	return STATUS_OK;
}

/* One step of inflate. What it says besides a piece of text, it says again when there is no more text before it. */
static enum status unpack(struct gunzip *g, char *into, size_t cap, size_t *got)
{
	uInt room = cap < UINT_MAX ? (uInt)cap : UINT_MAX;

	g->z.next_out = (unsigned char *)into;
	g->z.avail_out = room;
	int said = inflate(&g->z, Z_NO_FLUSH);
	*got = room - g->z.avail_out;
	if (*got > 0)
		return check_text(g, into, *got);
	switch (said) {
	case Z_STREAM_END:
		g->between = true;
		return STATUS_OK;
	case Z_OK:
	case Z_BUF_ERROR:
		assert(g->z.avail_in == 0);
		return g->at_end ? refuse_at(g, N0151_GZIP_CUT, (struct slice){ 0 }) : fill(g);
	case Z_MEM_ERROR:
		say_no_memory(g->file, g->findings);
		return STATUS_FAIL;
	default:
		return refuse_at(g, N0152_GZIP_DAMAGED, slice_from_c(g->z.msg != NULL ? g->z.msg : ""));
	}
}

static enum status gunzip_read(void *context, char *into, size_t cap, size_t *got)
{
	struct gunzip *g = context;
	enum status status = STATUS_OK;

	*got = 0;
	while (status == STATUS_OK && *got == 0)
		status = g->between ? next_member(g) : unpack(g, into, cap, got);
	if (status != STATUS_OK)
		*got = 0;
	return status == STATUS_END ? STATUS_OK : status;
}

struct byte_source gunzip_source(struct gunzip *g)
{
	return (struct byte_source){ gunzip_read, g };
}

struct gzip {
	z_stream z;
	gz_header header;
	struct byte_sink packed;
	size_t filled;
	unsigned char block[GZIP_BLOCK], out[OUT];
};

struct gzip *gzip_new(struct byte_sink packed, struct slice file, struct findings *findings)
{
	struct gzip *g = calloc(1, sizeof *g);

	if (g != NULL) {
		g->packed = packed;
		g->header.os = OS_UNKNOWN;
		if (deflateInit2(&g->z, GZIP_LEVEL, Z_DEFLATED, WINDOW_GZIP, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK) {
			(void)deflateSetHeader(&g->z, &g->header); /* fails for other wrappings only */
			return g;
		}
	}
	free(g);
	say_no_memory(file, findings);
	return NULL;
}

void gzip_free(struct gzip *g)
{
	if (g == NULL)
		return;
	(void)deflateEnd(&g->z);
	free(g);
}

/* Packs the block. deflate sees whole blocks only: what it makes of a text may depend on how it is cut. */
static enum status pack(struct gzip *g, int flush)
{
	enum status status = STATUS_OK;

	g->z.next_in = g->block;
	g->z.avail_in = (uInt)g->filled;
	g->filled = 0;
	do {
		g->z.next_out = g->out;
		g->z.avail_out = OUT;
		int said = deflate(&g->z, flush);
		assert(said != Z_STREAM_ERROR);
		if (g->z.avail_out < OUT)
			status = g->packed.write(g->packed.context, g->out, OUT - g->z.avail_out);
	} while (status == STATUS_OK && g->z.avail_out == 0);
	return status;
}

static enum status gzip_write(void *context, const void *bytes, size_t len)
{
	struct gzip *g = context;
	enum status status = STATUS_OK;

	for (size_t done = 0; status == STATUS_OK && done < len;) {
		size_t step = GZIP_BLOCK - g->filled;

		step = step < len - done ? step : len - done;
		memcpy(g->block + g->filled, (const char *)bytes + done, step);
		g->filled += step;
		done += step;
		if (g->filled == GZIP_BLOCK)
			status = pack(g, Z_FULL_FLUSH);
	}
	return status;
}

struct byte_sink gzip_sink(struct gzip *g)
{
	return (struct byte_sink){ gzip_write, g };
}

enum status gzip_end(struct gzip *g)
{
	return pack(g, Z_FINISH);
}
