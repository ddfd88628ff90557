#include <nafkah/text_guard.h>

#include <stdint.h>

struct signature {
	struct slice bytes;
	const char *name;
};

/* The longer one first where one begins the other. */
static const struct signature unicode_boms[] = {
	{ { "\xff\xfe\0\0", 4 }, "UTF-32LE" },
	{ { "\0\0\xfe\xff", 4 }, "UTF-32BE" },
	{ { "\xff\xfe", 2 }, "UTF-16LE" },
	{ { "\xfe\xff", 2 }, "UTF-16BE" },
};

static const struct signature containers[] = {
	{ { "\x1f\x8b", 2 }, "gzip" },
	{ { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 }, "xls (OLE2)" },
	{ { "%PDF-", 5 }, "PDF" },
	{ { "7z\xbc\xaf\x27\x1c", 6 }, "7z" },
	{ { "Rar!\x1a\x07", 6 }, "rar" },
	{ { "\xfd" "7zXZ\0", 6 }, "xz" },
	{ { "\x28\xb5\x2f\xfd", 4 }, "zstd" },
};

/* What stands at the beginning of a zip tells the spreadsheets apart from other archives. */
static const struct signature zip_contents[] = {
	{ { "[Content_Types].xml", 19 }, "xlsx" },
	{ { "_rels/", 6 }, "xlsx" },
	{ { "xl/", 3 }, "xlsx" },
	{ { "opendocument.spreadsheet", 24 }, "ods" },
};

static const struct slice html_tags[] = {
	{ "<html", 5 }, { "<table", 6 }, { "<!doctype html", 14 },
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *beginning(struct slice head, const struct signature *known, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_starts_with(head, known[i].bytes))
			return known[i].name;
	return NULL;
}

static const char *zip_name(struct slice head)
{
	for (size_t at = 0; at < head.len; at++) {
		const char *name = beginning(slice_sub(head, at, head.len), zip_contents, COUNT(zip_contents));
		if (name != NULL)
			return name;
	}
	return "zip";
}

/* NULs of the first characters, where a file of wide characters has no BOM. */
static const char *wide_text(struct slice head)
{
	static const struct {
		bool zero[4];
		const char *name;
	} patterns[] = {
		{ { false, true, false, true }, "UTF-16LE" },
		{ { true, false, true, false }, "UTF-16BE" },
		{ { false, true, true, true }, "UTF-32LE" },
		{ { true, true, true, false }, "UTF-32BE" },
	};

	for (size_t i = 0; i < COUNT(patterns) && head.len >= 4; i++) {
		size_t same = 0;
		while (same < 4 && (head.ptr[same] == '\0') == patterns[i].zero[same])
			same++;
		if (same == 4)
			return patterns[i].name;
	}
	return NULL;
}

static struct slice without_blanks(struct slice head)
{
	if (slice_starts_with(head, SLICE("\xef\xbb\xbf")))
		head = slice_sub(head, 3, head.len);
	while (head.len > 0 && (ascii_is_blank(head.ptr[0]) || head.ptr[0] == '\r' || head.ptr[0] == '\n'))
		head = slice_sub(head, 1, head.len);
	return head;
}

static struct text_kind markup(struct slice head)
{
	if (head.len < 2 || head.ptr[0] != '<')
		return (struct text_kind){ CODE_COUNT, NULL };
	for (size_t at = 0; at < head.len; at++)
		for (size_t i = 0; i < COUNT(html_tags); i++)
			if (slice_starts_with_folded(slice_sub(head, at, head.len), html_tags[i]))
				return (struct text_kind){ N0110_CONTAINER_UNSUPPORTED, "html" };
	if (head.ptr[1] == '?' || head.ptr[1] == '!' || ascii_is_alpha(head.ptr[1]))
		return (struct text_kind){ N0147_PAYROLL_IS_XML, "xml" };
	return (struct text_kind){ CODE_COUNT, NULL };
}

struct text_kind text_sniff(struct slice head)
{
	const char *name;

	head = slice_sub(head, 0, TEXT_HEAD);
	name = beginning(head, unicode_boms, COUNT(unicode_boms));
	if (name == NULL)
		name = wide_text(head);
	if (name != NULL)
		return (struct text_kind){ N0108_TEXT_UTF16, name };
	name = beginning(head, containers, COUNT(containers));
	if (name == NULL && (slice_starts_with(head, SLICE("PK\3\4")) || slice_starts_with(head, SLICE("PK\5\6"))))
		name = zip_name(head);
	if (name != NULL)
		return (struct text_kind){ N0110_CONTAINER_UNSUPPORTED, name };
	return markup(without_blanks(head));
}

enum { STRIDE = 64 };

/* True when the STRIDE bytes at p are printable ASCII. This and the next are written without branches, so that
 * compilers make wide instructions of them. */
static bool stride_is_printable(const unsigned char *p)
{
	unsigned char odd = 0;

	for (int i = 0; i < STRIDE; i++)
		odd |= (unsigned char)((unsigned char)(p[i] - 0x20) > 0x5e);
	return odd == 0;
}

/* True when they are printable ASCII, LF, CR before LF, or `also`. Looks at one byte behind them. */
static bool stride_is_plain(const unsigned char *p, unsigned char also)
{
	unsigned char odd = 0;

	for (int i = 0; i < STRIDE; i++) {
		unsigned char c = p[i];
		odd |= (unsigned char)((unsigned char)(c - 0x20) > 0x5e) & (unsigned char)(c != '\n') &
		       (unsigned char)(c != also) & (unsigned char)((c != '\r') | (p[i + 1] != '\n'));
	}
	return odd == 0;
}

static size_t utf8_need(unsigned char lead)
{
	return lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/* The bytes of a broken character: its first and what could continue it. */
static size_t broken_len(struct slice text)
{
	size_t need = utf8_need((unsigned char)text.ptr[0]), len = 1;

	while (len < need && len < text.len && ((unsigned char)text.ptr[len] & 0xc0) == 0x80)
		len++;
	return len;
}

static struct text_check good(size_t len)
{
	return (struct text_check){ .clean = len };
}

static struct text_check bad(enum text_fault fault, size_t len)
{
	return (struct text_check){ .fault = fault, .fault_len = len };
}

static struct text_check check_wide(struct slice text, bool last)
{
	size_t need = utf8_need((unsigned char)text.ptr[0]);
	struct slice one = slice_sub(text, 0, need);

	if (one.len < need && !last)
		return good(0);
	if (one.len < need || utf8_valid_prefix(one) != need)
		return bad(TEXT_NOT_UTF8, broken_len(text));
	return slice_equal(one, SLICE("\xef\xbb\xbf")) ? bad(TEXT_BOM, need) : good(need);
}

/* The first character of a text that is not empty: clean is its length, or 0 without a fault when it is cut. */
static struct text_check check_one(struct slice text, bool tab_allowed, bool last)
{
	unsigned char c = (unsigned char)text.ptr[0];

	if (c >= 0x80)
		return check_wide(text, last);
	if (c == '\r') {
		if (text.len == 1 && !last)
			return good(0);
		return text.len > 1 && text.ptr[1] == '\n' ? good(1) : bad(TEXT_LONE_CR, 1);
	}
	if (c == '\n' || (c == '\t' && tab_allowed))
		return good(1);
	return c < 0x20 || c == 0x7f ? bad(TEXT_CONTROL, 1) : good(1);
}

struct text_check text_check(struct slice text, bool tab_allowed, bool last)
{
	unsigned char also = tab_allowed ? '\t' : '\n';
	size_t at = 0, slow = 0;

	while (at < text.len) {
		if (at >= slow && text.len - at > STRIDE) {
			const unsigned char *p = (const unsigned char *)text.ptr + at;
			if (stride_is_printable(p) || stride_is_plain(p, also)) {
				at += STRIDE;
				continue;
			}
			slow = at + STRIDE;
		}
		struct text_check one = check_one((struct slice){ text.ptr + at, text.len - at }, tab_allowed, last);
		if (one.clean == 0)
			return (struct text_check){ at, one.fault, one.fault_len };
		at += one.clean;
	}
	return (struct text_check){ .clean = at };
}
