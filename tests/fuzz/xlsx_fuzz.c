/* A good workbook with any bytes of it changed: it is refused with one finding, or reads as it did, since size and CRC
 * stand for every part. The input is a list of changes of four bytes: kind, place (two), byte. Without a list it is the
 * file itself. */
#include "../unit/wire/workbook_tools.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct book good = {
	.sheet = SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>4217300</v></c></row>"
	               "<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\"><v>46023</v></c><c r=\"B2\" "
	               "t=\"str\"><f>A1</f><v>x</v></c></row>"),
	.strings = STRINGS("<si><t>BUDI</t></si>"),
	.styles = STYLES("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"),
	.stored = true,
};
static const char good_text[] = "1: T<BUDI> N<4217300>\n2h: D<2026-01-01> F<x>";

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void change(struct buf *b, const uint8_t *how)
{
	size_t at = (how[1] | (size_t)how[2] << 8) % (b->len + 1);

	if (how[0] % 5 == 0 && at < b->len) {
		b->ptr[at] = (char)how[3];
	} else if (how[0] % 5 == 1 && at < b->len) {
		b->ptr[at] = (char)(b->ptr[at] ^ 1 << how[3] % 8);
	} else if (how[0] % 5 == 2 && at < b->len) {
		size_t gone = how[3] < b->len - at ? how[3] : b->len - at;
		memmove(b->ptr + at, b->ptr + at + gone, b->len - at - gone);
		b->len -= gone;
	} else if (how[0] % 5 == 3) {
		buf_char(b, 0);
		memmove(b->ptr + at + 1, b->ptr + at, b->len - 1 - at);
		b->ptr[at] = (char)how[3];
	} else if (at < b->len) {
		b->ptr[b->len - 1 - at % 100] = (char)how[3]; /* the end record */
	}
}

static void check(struct slice bytes, const char *expected)
{
	struct sheet_reading r;

	reading_book(&r, bytes, NULL);
	require(r.end == STATUS_END ? r.findings.count == 0 : r.end == STATUS_REJECT && r.findings.count == 1);
	if (expected != NULL && r.end == STATUS_END)
		require(slice_equal(buf_slice(&r.text), slice_from_c(expected)));
	reading_release(&r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf archive = { 0 };

	if (size > 0 && data[0] == 'P') {
		check((struct slice){ (const char *)data, size }, NULL);
		return 0;
	}
	book_make(&good, &archive);
	for (size_t i = 0; i + 4 <= size && i < 64; i += 4)
		change(&archive, data + i);
	check(buf_slice(&archive), good_text);
	buf_release(&archive);
	return 0;
}
